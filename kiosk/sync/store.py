"""All SQL of sync: how far each feed has come, and what is still only written here."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import msgspec
from sqlalchemy import Connection, delete, select, text, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from kiosk.errors import Unavailable
from kiosk.sales.parking import ParkedBasket
from kiosk.storage.schema import (
    device_model,
    journal_entry,
    model_lesson,
    parcel,
    person,
    price_book,
    product,
    return_right,
    shared_basket,
    sister_shop,
    stock_level,
    sync_cursor,
    unit,
    unit_passport,
)
from kiosk.sync.facts import STOCK_KINDS, read_entry, stock_changes
from kiosk.sync.kept import put_shop_text
from kiosk.sync.protocol import DIGEST_SQL, Cursor, feed_digest

TABLES = {
    "people": person, "device_models": device_model, "products": product, "units": unit, "levels": stock_level, "baskets": shared_basket,
    "returns": return_right, "price_books": price_book, "lessons": model_lesson, "passports": unit_passport,
    "parcels": parcel, "shops": sister_shop,
}


class PageTooEarly(Unavailable):
    """A row names one that has not come yet (a unit of a product that is still on its way): the page is asked for again."""

    code = "sync.page_too_early"


class BasketState(StrEnum):
    """Where a shared basket stands."""

    PARKED = "parked"
    TAKEN = "taken"
    GONE = "gone"


class BasketRow(msgspec.Struct, frozen=True):
    """A row of the feed ``baskets``; without its content once nobody can take it up any more."""

    basket_id: str
    state: BasketState
    taken_by: str | None = None
    basket: ParkedBasket | None = None


class ReturnRow(msgspec.Struct, frozen=True):
    """A row of the feed ``returns``; what was told stays as it came, for who received the right to read."""

    number: str
    holder: str
    gen: int = 0
    asked_by: str | None = None
    told: msgspec.Raw = msgspec.Raw(b"null")


@dataclass(frozen=True, slots=True)
class OwnWrites:
    """What this till has written of stock that a page does not show yet: units named, and by how much levels changed."""

    unit_ids: frozenset[str]
    level_changes: Mapping[str, int]


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


def own_writes(connection: Connection, epoch: int, *, after_seq: int) -> OwnWrites:
    """From the journal itself: there is no second book of what central has not seen."""
    query = select(journal_entry.c.kind, journal_entry.c.entry).where(
        journal_entry.c.epoch == epoch, journal_entry.c.seq > after_seq, journal_entry.c.kind.in_(STOCK_KINDS)
    )
    unit_ids: set[str] = set()
    levels: Counter[str] = Counter()
    for row in connection.execute(query):
        changes = stock_changes(row.kind, read_entry(row.entry).body)
        unit_ids |= changes.unit_ids
        levels.update(changes.level_changes)
    return OwnWrites(frozenset(unit_ids), levels)


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


def put_baskets(connection: Connection, rows: Sequence[tuple[BasketRow, int]]) -> None:
    """Rows of the feed, each over the one before."""
    values = [
        {
            "id": row.basket_id, "v": v, "state": row.state, "taken_by": row.taken_by,
            "content": None if row.basket is None else msgspec.json.encode(row.basket).decode(),
        }
        for row, v in rows
    ]  # fmt: skip
    if values:
        statement = insert(shared_basket)
        newer = {name: statement.excluded[name] for name in ("v", "state", "taken_by", "content")}
        connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=newer, where=shared_basket.c.v < statement.excluded.v), values)


def baskets_of_others(connection: Connection, till_code: str) -> tuple[ParkedBasket, ...]:
    """What waits on the shop's other tills, oldest first."""
    rows = connection.execute(select(shared_basket.c.content).where(shared_basket.c.state == BasketState.PARKED.value))
    parked = [msgspec.json.decode(row.content, type=ParkedBasket) for row in rows]
    return tuple(sorted((basket for basket in parked if basket.till_code != till_code), key=lambda basket: basket.parked_at_utc))


def hide_basket(connection: Connection, basket_id: str, *, taken_by: str) -> None:
    """Do not show it any more; central's row, which says the same, is on its way."""
    connection.execute(update(shared_basket).where(shared_basket.c.id == basket_id).values(state=BasketState.TAKEN.value, taken_by=taken_by))


def put_shop(connection: Connection, shop: msgspec.Raw) -> None:
    """The shop's settings, as central wrote them."""
    put_shop_text(connection, bytes(shop).decode())
