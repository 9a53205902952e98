"""All SQL of sync: how far central has the journal, how far each feed has come, and what is still only written here."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, delete, select, text, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from kiosk.errors import Unavailable
from kiosk.journal import store as journal_store
from kiosk.journal.entry import Head
from kiosk.storage import identity
from kiosk.storage.schema import device_model, journal_entry, person, product, stock_level, sync_cursor, unit
from kiosk.sync.facts import STOCK_KINDS, read_entry, stock_changes
from kiosk.sync.protocol import DIGEST_SQL, Cursor, feed_digest
from kiosk.sync.status import QuarantineReason

AWAITED_KEY = "sync_awaited"
SHOP_KEY = "shop"
QUARANTINE_KEY = "sync_quarantine"
NEVER = 2**62
TABLES = {"people": person, "device_models": device_model, "products": product, "units": unit, "levels": stock_level}


class PageTooEarly(Unavailable):
    """A row names one that has not come yet (a unit of a product that is still on its way): the page is asked for again."""

    code = "sync.page_too_early"


@dataclass(frozen=True, slots=True)
class Shown:
    """From version ``v`` on, feed rows show every entry up to ``seq``."""

    seq: int
    v: int


@dataclass(frozen=True, slots=True)
class OwnWrites:
    """What this till has written of stock: from which version on central's row of a unit or level shows it (NEVER: not yet sent)."""

    units: Mapping[str, int]
    levels: Mapping[str, tuple[tuple[int, int], ...]]

    def keeps_unit(self, unit_id: str, v: int) -> bool:
        return v < self.units.get(unit_id, 0)

    def level_change(self, product_id: str, v: int) -> int:
        return sum(change for shown_at, change in self.levels.get(product_id, ()) if v < shown_at)


def mark_acked(connection: Connection, head: Head, *, head_v: int, now: str) -> None:
    """Note how far central has the journal; it never goes back. Feed rows from version ``head_v`` on show it."""
    journal_store.set_acked(connection, head, at_utc=now)
    _put_awaited(connection, head.epoch, [*awaited(connection, head.epoch), Shown(head.seq, head_v)])


def awaited(connection: Connection, epoch: int) -> list[Shown]:
    """Acknowledgements whose effects the stock feeds may not have brought yet, oldest first."""
    said = identity.get(connection, AWAITED_KEY)
    found_epoch, pairs = json.loads(said) if said else (epoch, [])
    return [Shown(seq, v) for seq, v in pairs] if found_epoch == epoch else []


def note_shown(connection: Connection, epoch: int, cursor: Cursor) -> None:
    """The stock feeds have come to ``cursor``: of the acknowledgements that they show, only the newest is still of use."""
    before = awaited(connection, epoch)
    shown = [item for item in before if item.v <= cursor.v]
    if len(shown) > 1:
        _put_awaited(connection, epoch, before[len(shown) - 1 :])


def _put_awaited(connection: Connection, epoch: int, items: Sequence[Shown]) -> None:
    identity.put(connection, AWAITED_KEY, json.dumps([epoch, [[item.seq, item.v] for item in items]]))


def cursors(connection: Connection) -> dict[str, Cursor]:
    return {row.feed: Cursor(row.v, row.last_id) for row in connection.execute(select(sync_cursor))}


def cursor_of(connection: Connection, feed: str) -> Cursor:
    return cursors(connection).get(feed, Cursor())


def put_cursor(connection: Connection, feed: str, cursor: Cursor, *, rev: int, digest: str | None) -> None:
    values = {"v": cursor.v, "last_id": cursor.id, "rev": rev, "digest": digest}
    connection.execute(insert(sync_cursor).values(feed=feed, **values).on_conflict_do_update(index_elements=["feed"], set_=values))


def digest_of(connection: Connection, feed: str) -> str:
    """The digest of the rows that came by the feed (v > 0; what was born here has 0 until central has answered)."""
    sums = connection.execute(text(f"SELECT {DIGEST_SQL} FROM {TABLES[feed].name} WHERE v > 0")).one()
    return feed_digest(*(int(value) for value in sums))


def forget_feed(connection: Connection, feed: str) -> None:
    """Begin a feed again: no cursor, and every row may be written over by central's."""
    connection.execute(update(TABLES[feed]).values(v=0))
    connection.execute(delete(sync_cursor).where(sync_cursor.c.feed == feed))


def own_writes(connection: Connection, epoch: int, *, above: Cursor) -> OwnWrites:
    """From the journal itself: there is no second book of what is unsent. Entries that rows above the cursor show are left out."""
    waiting = awaited(connection, epoch)
    through = max((item.seq for item in waiting if item.v <= above.v), default=0)
    query = select(journal_entry.c.seq, journal_entry.c.kind, journal_entry.c.entry).where(
        journal_entry.c.epoch == epoch, journal_entry.c.seq > through, journal_entry.c.kind.in_(STOCK_KINDS)
    )
    units: dict[str, int] = {}
    levels: dict[str, tuple[tuple[int, int], ...]] = {}
    for row in connection.execute(query):
        shown_at = next((item.v for item in waiting if item.seq >= row.seq), NEVER)
        changes = stock_changes(row.kind, read_entry(row.entry).body)
        for unit_id in changes.unit_ids:
            units[unit_id] = max(shown_at, units.get(unit_id, 0))
        for product_id, change in changes.level_changes.items():
            levels[product_id] = (*levels.get(product_id, ()), (shown_at, change))
    return OwnWrites(units, levels)


@contextlib.contextmanager
def in_order(feed: str) -> Iterator[None]:
    """PageTooEarly when a row of the block names one that is not there."""
    try:
        yield
    except IntegrityError as error:
        raise PageTooEarly(feed=feed, reason=str(error.orig)) from error


def known_units(connection: Connection, unit_ids: Iterable[str]) -> set[str]:
    return {row.id for row in connection.execute(select(unit.c.id).where(unit.c.id.in_(list(unit_ids))))}


def raise_versions(connection: Connection, feed: str, rows: Sequence[tuple[str, int]]) -> None:
    """Take the version of (id, v) rows whose content stays as this till wrote it."""
    table = TABLES[feed]
    for key, v in rows:
        connection.execute(update(table).where(table.c.id == key, table.c.v < v).values(v=v))


def put_shop(connection: Connection, shop: msgspec.Raw) -> None:
    """The shop's settings, as central wrote them."""
    identity.put(connection, SHOP_KEY, bytes(shop).decode())


def shop(connection: Connection) -> str | None:
    """The JSON of the shop's settings, None before enrolment."""
    return identity.get(connection, SHOP_KEY)


def quarantine(connection: Connection) -> QuarantineReason | None:
    """Why this database is known to be a copy, if it is."""
    said = identity.get(connection, QUARANTINE_KEY)
    return QuarantineReason(said) if said else None


def put_quarantine(connection: Connection, reason: QuarantineReason | None) -> None:
    """Remember, or with None forget after a new epoch, that this database is a copy."""
    identity.put(connection, QUARANTINE_KEY, reason.value if reason else "")
