"""Puts a page of a feed into the kiosk's tables, with its cursor, in the caller's transaction.

A row counts only if its version is larger. What this till has written and the page does not show yet (it says up to which
entry it does) stays visible: a unit sold here must not come back on the shelf by an older page (invariant I8). Central
sends every row that such an entry names again once it has the entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import Connection

from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.lessons import ModelLesson
from kiosk.catalogue.products import DeviceModel, Product
from kiosk.errors import Damaged
from kiosk.sales import store as sale_store
from kiosk.sales.after import originals
from kiosk.sales.after.right import ReturnRight
from kiosk.staff import store as staff_store
from kiosk.staff.people import Person
from kiosk.stock import store as stock_store
from kiosk.stock.parcels import Parcel, ShopPlace
from kiosk.stock.passports import CarriedPassport
from kiosk.stock.units import Unit
from kiosk.storage.identity import till_identity
from kiosk.sync import store
from kiosk.sync.protocol import Cursor, FeedRow, PullPage
from kiosk.tradein import parcel_store, passport_store
from kiosk.tradein import store as bench_store
from kiosk.tradein.shelf import problem_of
from kiosk.tradein.store import PublishedBook

N = TypeVar("N")

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
        case "lessons":
            catalogue_store.upsert_lessons(connection, _decoded(page.rows, ModelLesson))
        case "products":
            catalogue_store.upsert_products(connection, _decoded(page.rows, Product))
        case "units":
            _write_units(connection, page, epoch=epoch)
        case "levels":
            _write_levels(connection, page, epoch=epoch)
        case "baskets":
            _write_baskets(connection, page)
        case "returns":
            _write_returns(connection, page)
        case "price_books":
            for book, v in _decoded(page.rows, PublishedBook):
                bench_store.put_book(connection, book, v=v, problem=problem_of(book))
        case "passports":
            passport_store.put(connection, _decoded(page.rows, CarriedPassport))
        case "parcels":
            parcel_store.put_parcels(connection, _decoded(page.rows, Parcel))
        case "shops":
            parcel_store.put_shops(connection, _decoded(page.rows, ShopPlace))
        case _:
            raise PageUnreadable(feed=page.feed, row="")


def _write_units(connection: Connection, page: PullPage, *, epoch: int) -> None:
    mine = store.own_writes(connection, epoch, after_seq=_shown_seq(page, epoch))
    kept = store.known_units(connection, [row.id for row in page.rows if row.id in mine.unit_ids])
    stock_store.upsert_units(connection, _decoded([row for row in page.rows if row.id not in kept], Unit))
    store.raise_versions(connection, "units", [(row.id, row.v) for row in page.rows if row.id in kept])


def _write_levels(connection: Connection, page: PullPage, *, epoch: int) -> None:
    mine = store.own_writes(connection, epoch, after_seq=_shown_seq(page, epoch))
    levels = [(level.product_id, level.quantity + mine.level_changes.get(level.product_id, 0), v) for level, v in _decoded(page.rows, Level)]
    stock_store.upsert_levels(connection, levels)


def _write_baskets(connection: Connection, page: PullPage) -> None:
    """What this till put aside and another took up waits here no more."""
    rows = _decoded(page.rows, store.BasketRow)
    store.put_baskets(connection, rows)
    for row, _ in rows:
        kept = sale_store.kept_basket(connection, row.basket_id) if row.state is store.BasketState.TAKEN else None
        if kept is not None and kept.parked:
            sale_store.forget_basket(connection, row.basket_id)


def _write_returns(connection: Connection, page: PullPage) -> None:
    identity = till_identity(connection)
    assert identity is not None, "only an enrolled till pulls"
    for row, v in _decoded(page.rows, store.ReturnRow):
        right = ReturnRight(row.number, row.holder, row.gen, row.asked_by)
        told = None if bytes(row.told) == b"null" else bytes(row.told)
        originals.receive(connection, right, told, v=v, till_code=identity.till_code)


def _shown_seq(page: PullPage, epoch: int) -> int:
    return page.own_seq if page.own_epoch == epoch else 0


def _decoded(rows: Sequence[FeedRow], kind: type[N]) -> list[tuple[N, int]]:
    decoder = msgspec.json.Decoder(kind)
    decoded = []
    for row in rows:
        try:
            decoded.append((decoder.decode(row.row), row.v))
        except msgspec.DecodeError as error:
            raise PageUnreadable(feed=kind.__name__, row=row.id) from error
    return decoded
