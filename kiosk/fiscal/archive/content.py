"""What stands in an archive: each member's records as JSON lines, made from the rows as they were written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain as joined
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from kiosk.basics.progress import Counted
from kiosk.fiscal import store as fiscal_store
from kiosk.fiscal.archive import store, verify_archive
from kiosk.fiscal.archive.bundle import Bundle
from kiosk.fiscal.archive.spans import Range, Span
from kiosk.fiscal.books import (
    ARCHIVE_CHAIN,
    CLOSING_CHAINS,
    DUPLICATE_CHAIN,
    EVENT_CHAIN,
    GRAND_TOTAL_CHAIN,
    RESIGNED_CHAIN,
    TICKET_CHAIN,
)
from kiosk.fiscal.module import Period
from kiosk.storage.engine import Database

MEMBERS = {
    TICKET_CHAIN: "tickets.jsonl", GRAND_TOTAL_CHAIN: "grand_totals.jsonl", EVENT_CHAIN: "events.jsonl", DUPLICATE_CHAIN: "duplicates.jsonl",
    RESIGNED_CHAIN: "resigned.jsonl", ARCHIVE_CHAIN: "archives.jsonl",
}  # fmt: skip
CLOSINGS = "closings.jsonl"
SCHEMA = {
    "stamp": "chain, seq (without gaps), payload (the signed text), signature (base64url), prev_signature (the one before), format_version, algorithm, key_id",
    "tickets.jsonl": "number, kind, at_utc, at_local, business_day, total_cents, copies (duplicates so far), stamp, content (ticket: head, lines with "
    "quantity, price, discount, rate and scheme, taxes by rate, tenders, change; receipt: what the paper said)",
    "grand_totals.jsonl": "seq, stamp; the payload holds gross per rate, the ticket's total and the perpetual total after it",
    "closings.jsonl": "period (day, month, year), label, number, at_utc, sales_cents, returns_cents, total_cents, perpetual_algebraic_cents, "
    "perpetual_absolute_cents, ticket_count, copies (duplicates so far), after_seq and through_seq (a day's grand totals), content, stamp",
    "events.jsonl": "seq, code, info, at (local), operator, stamp: the technical event log (JET)",
    "duplicates.jsonl": "seq, stamp: each copy of a ticket or of a day's closing that left the till",
    "resigned.jsonl": "seq, stamp: records made while the key did not sign, signed afterwards",
    "archives.jsonl": "seq, stamp: archives made before this one",
    "training/": "the same of the training till, whose records count nowhere",
    "amounts": "integer cents; rates in hundredths of a percent (…_bp); UTC times end with Z; Money in content is {\"amount_cents\": …}",
}
README = """Archive fiscale d'une caisse / fiscal archive of a till

Pour vérifier (Python 3.10 ou plus récent, rien d'autre) / to verify (Python 3.10 or newer, nothing else):

    python verify_archive.py ARCHIVE.zip

schema.json décrit chaque fichier ; manifest.json nomme chaque fichier et son SHA-256, manifest.sig.json le signe ;
keys.json contient les clés publiques de la caisse. / schema.json describes each file; manifest.json names each file and
its SHA-256, manifest.sig.json signs it; keys.json holds the till's public keys.
"""


@dataclass(frozen=True, slots=True)
class Source:
    """From which database, under which folder of the archive."""

    database: Database
    span: Span
    folder: str = ""

    @property
    def records(self) -> int:
        """How many there are of all chains: each ticket has its grand total."""
        tickets = self.span.chains[TICKET_CHAIN]
        return tickets[1] - tickets[0] + sum(through - after for after, through in self.span.chains.values())


class Tally:
    """Counts the records of all members as they go by, and tells every few hundred."""

    def __init__(self, tell: Counted, *, of: int) -> None:
        self._tell = tell
        self._done, self._of = 0, of
        tell(0, of)

    def over(self, rows: Iterable[store.StoredRow]) -> Iterator[store.StoredRow]:
        for row in rows:
            self._done += 1
            if self._done % store.CHUNK_ROWS == 0:
                self._tell(self._done, self._of)
            yield row

    def end(self) -> None:
        self._tell(self._of, self._of)


def add_frame(bundle: Bundle, keys: dict[str, str]) -> None:
    """What a stranger needs to read and verify the rest."""
    bundle.text("README.txt", README)
    bundle.text("verify_archive.py", Path(verify_archive.__file__).read_text("utf-8"))
    bundle.text("schema.json", json.dumps(SCHEMA, ensure_ascii=False, indent=1))
    bundle.text("keys.json", json.dumps(keys, indent=1))


def add_records(bundle: Bundle, source: Source, tally: Tally) -> None:
    """Every chain and the closings of a span, streamed."""
    span, database = source.span, source.database
    tickets = span.chains[TICKET_CHAIN]
    with database.read() as connection:
        copies = store.copies(connection, through=span.chains[DUPLICATE_CHAIN][1])
    rows = store.tickets(database, after=tickets[0], through=tickets[1])
    _add(bundle, source, TICKET_CHAIN, tickets, (_ticket(row, copies) for row in tally.over(rows)))
    totals = store.stamps(database, GRAND_TOTAL_CHAIN, after=tickets[0], through=tickets[1])
    _add(bundle, source, GRAND_TOTAL_CHAIN, tickets, map(_plain, tally.over(totals)))
    for chain, found in span.chains.items():
        if chain != TICKET_CHAIN:
            line = _event if chain == EVENT_CHAIN else _plain
            _add(bundle, source, chain, found, map(line, tally.over(store.stamps(database, chain, after=found[0], through=found[1]))))
    with database.read() as connection:
        closings = joined.from_iterable(_closings(connection, period, found, copies) for period, found in span.closings.items() if found[1] > found[0])
        bundle.records(source.folder + CLOSINGS, closings)


def _add(bundle: Bundle, source: Source, chain: str, found: Range, records: Iterable[str]) -> None:
    """A chain's member says where it begins: the signature, and for totals the amount, that it follows."""
    with source.database.read() as connection:
        before = fiscal_store.stamp_at(connection, chain, found[0])
    facts: dict[str, object] = {
        "chain": chain, "after_seq": found[0], "through_seq": found[1], "after_signature": before.signature if before else "",
    }  # fmt: skip
    if chain == GRAND_TOTAL_CHAIN:
        facts["perpetual_before_cents"] = int(before.payload.split(",")[2]) if before else 0
    bundle.records(source.folder + MEMBERS[chain], records, **facts)


def _ticket(row: store.StoredRow, copies: dict[str, int]) -> str:
    """The ticket's own text goes in as it was written: it is not read and written again."""
    head = _json({
        "number": row.ticket_number, "kind": row.ticket_kind, "at_utc": row.ticket_at_utc, "at_local": row.ticket_at_local,
        "business_day": row.ticket_business_day, "total_cents": row.ticket_total_cents, "copies": copies.get(row.ticket_number, 0), "stamp": _stamp(row),
    })  # fmt: skip
    return f'{head[:-1]},"content":{row.ticket_content}}}'


def _plain(row: store.StoredRow) -> str:
    return _json({"seq": row.seq, "stamp": _stamp(row)})


def _event(row: store.StoredRow) -> str:
    _, code, info, at_local, operator, *_ = row.payload.split(",")
    return _json({"seq": row.seq, "code": int(code), "info": info, "at": at_local, "operator": operator, "stamp": _stamp(row)})


def _closings(connection: Connection, period: Period, found: Range, copies: dict[str, int]) -> Iterator[str]:
    before = store.closing_number(connection, period, found[0])
    after = _grand_total(before) if before is not None else 0
    for row in store.closings_in(connection, period, after=found[0], through=found[1]):
        stamp = fiscal_store.stamp_of(connection, CLOSING_CHAINS[period], row.id)
        assert stamp is not None, "a closing has its stamp"
        through = _grand_total(row)
        yield _json({
            "period": row.period, "label": row.period_label, "number": row.number, "at_utc": row.at_utc, "sales_cents": row.sales_cents,
            "returns_cents": row.returns_cents, "total_cents": row.total_cents, "perpetual_algebraic_cents": row.perpetual_algebraic_cents,
            "perpetual_absolute_cents": row.perpetual_absolute_cents, "ticket_count": row.ticket_count, "copies": copies.get(row.id, 0),
            "after_seq": after, "through_seq": through, "content": fiscal_store.content_of(row), "stamp": _stamp(stamp),
        })  # fmt: skip
        after = through


def _grand_total(row: store.StoredRow) -> int | None:
    """Through which record of the grand totals a day goes; months and years say it of their days."""
    return fiscal_store.content_of(row).get("grand_total_seq")


def _stamp(row: Any) -> dict[str, object]:
    """The fields of a record, in the order of the documentation."""
    return {
        "chain": row.chain, "seq": row.seq, "payload": row.payload, "signature": row.signature, "prev_signature": row.prev_signature,
        "format_version": row.format_version, "algorithm": row.algorithm, "key_id": row.key_id,
    }  # fmt: skip


def _json(content: dict[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
