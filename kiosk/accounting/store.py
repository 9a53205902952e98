"""What the books read of the database: journal entries of the kinds that they need, and where devices came from. Nothing is written here."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, func, select

from kiosk.accounting.margin_ledger import Provenance
from kiosk.accounting.reading import KINDS
from kiosk.basics.clock import parse_utc
from kiosk.storage.schema import journal_entry, unit

MOST_IDS = 500
_OF_THE_BOOKS = journal_entry.c.kind.in_(KINDS)


def entries(connection: Connection) -> Iterator[bytes]:
    """The signed bytes, in the journal's order, without holding them all in memory."""
    wanted = select(journal_entry.c.entry).where(_OF_THE_BOOKS).order_by(journal_entry.c.row_no)
    return (row.entry for row in connection.execution_options(yield_per=500).execute(wanted))


def entry_count(connection: Connection) -> int:
    """How many ``entries`` there are."""
    return int(connection.execute(select(func.count()).select_from(journal_entry).where(_OF_THE_BOOKS)).scalar_one())


def provenances(connection: Connection, unit_ids: Collection[str]) -> dict[str, Provenance]:
    """Of devices that were bought elsewhere: what came with them into this shop's stock."""
    ids, found = sorted(unit_ids), {}
    for start in range(0, len(ids), MOST_IDS):
        for row in connection.execute(select(unit).where(unit.c.id.in_(ids[start : start + MOST_IDS]))):
            received = parse_utc(row.received_at_utc).date()
            found[row.id] = Provenance(row.imei or row.serial, row.register_number or "", "", received)
    return found
