"""Puts a page of a feed into the kiosk's tables, with its cursor, in the caller's transaction.

A row counts only if its version is larger. What this till has written itself stays visible until central's rows show it
(invariant I8): a unit sold here must not come back on the shelf because an older page arrives late.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import Connection

from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.products import DeviceModel, Product
from kiosk.errors import Damaged
from kiosk.staff import store as staff_store
from kiosk.staff.people import Person
from kiosk.stock import store as stock_store
from kiosk.stock.units import Unit
from kiosk.sync import store
from kiosk.sync.protocol import Cursor, FeedRow, PullPage

N = TypeVar("N")
STOCK_FEEDS = ("units", "levels")


class PageUnreadable(Damaged):
    """A row of a page is not the noun that the feed carries."""

    code = "sync.page_unreadable"


class Level(msgspec.Struct, frozen=True):
    """How many of a product the shop has."""

    product_id: str
    quantity: int


def apply_page(connection: Connection, page: PullPage, *, epoch: int) -> Cursor | None:
    """Write a page and its cursor. None when it did not start at the durable cursor or the digest did not fit (the feed starts over).

    Raises PageUnreadable and PageTooEarly; the transaction is then to be given up.
    """
    if store.cursor_of(connection, page.feed) != page.start:
        return None
    with store.in_order(page.feed):
        _write(connection, page, epoch=epoch)
    if page.digest is not None and page.feed != "shop" and store.digest_of(connection, page.feed) != page.digest:
        store.forget_feed(connection, page.feed)
        return None
    store.put_cursor(connection, page.feed, page.end, rev=page.rev, digest=page.digest)
    if not page.more:
        store.note_shown(connection, epoch, min(store.cursor_of(connection, feed) for feed in STOCK_FEEDS))
    return page.end


def _write(connection: Connection, page: PullPage, *, epoch: int) -> None:
    match page.feed:
        case "shop":
            for row in page.rows:
                store.put_shop(connection, row.row)
        case "people":
            staff_store.upsert_people(connection, _decoded(page.rows, Person))
        case "device_models":
            catalogue_store.upsert_models(connection, _decoded(page.rows, DeviceModel))
        case "products":
            catalogue_store.upsert_products(connection, _decoded(page.rows, Product))
        case "units":
            _write_units(connection, page, epoch=epoch)
        case "levels":
            _write_levels(connection, page, epoch=epoch)
        case _:
            raise PageUnreadable(feed=page.feed, row="")


def _write_units(connection: Connection, page: PullPage, *, epoch: int) -> None:
    mine = store.own_writes(connection, epoch, above=page.start)
    here = store.known_units(connection, [row.id for row in page.rows if mine.keeps_unit(row.id, row.v)])
    stock_store.upsert_units(connection, _decoded([row for row in page.rows if row.id not in here], Unit))
    store.raise_versions(connection, "units", [(row.id, row.v) for row in page.rows if row.id in here])


def _write_levels(connection: Connection, page: PullPage, *, epoch: int) -> None:
    mine = store.own_writes(connection, epoch, above=page.start)
    levels = [(level.product_id, level.quantity + mine.level_change(level.product_id, v), v) for level, v in _decoded(page.rows, Level)]
    stock_store.upsert_levels(connection, levels)


def _decoded(rows: Sequence[FeedRow], kind: type[N]) -> list[tuple[N, int]]:
    decoder = msgspec.json.Decoder(kind)
    decoded = []
    for row in rows:
        try:
            decoded.append((decoder.decode(row.row), row.v))
        except msgspec.DecodeError as error:
            raise PageUnreadable(feed=kind.__name__, row=row.id) from error
    return decoded
