"""Pages of feeds in the kiosk's real tables: only newer rows count, and what this till wrote itself is not undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from kiosk.basics.money import Money
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.products import ReferencePrice, ServiceKind
from kiosk.journal.ledger import Ledger
from kiosk.staff import store as staff_store
from kiosk.stock import store as stock_store
from kiosk.stock.units import UnitState
from kiosk.storage.engine import Database
from kiosk.sync import store
from kiosk.sync.apply import PageUnreadable, apply_page
from kiosk.sync.protocol import CLOSING_ID, Cursor, FeedRow, PullPage
from kiosk.sync.store import PageTooEarly
from tests.integration.central.house import LEVELS, MODELS, PEOPLE, PRODUCTS, UNITS, sale

KEYS = {"people": "person_id", "device_models": "model_id", "products": "product_id", "units": "unit_id", "levels": "product_id"}


class Till:
    """The kiosk's tables and journal, with pages made by hand."""

    def __init__(self, database: Database, ledger: Ledger) -> None:
        self.database, self.ledger = database, ledger
        for feed, rows in (("people", PEOPLE), ("device_models", MODELS), ("products", PRODUCTS), ("units", UNITS), ("levels", LEVELS)):
            self.take(feed, {1: rows}, to=1)

    def take(
        self, feed: str, rows: dict[int, list[dict[str, Any]]], *, to: int, digest: str | None = None, start: Cursor | None = None, shows: int = 0
    ) -> Cursor | None:
        """Apply a last page with rows at these versions."""
        with self.database.write() as connection:
            made = tuple(FeedRow(v, row[KEYS[feed]], msgspec.Raw(msgspec.json.encode(row))) for v, items in rows.items() for row in items)
            at = store.cursor_of(connection, feed) if start is None else start
            page = PullPage(feed, at, Cursor(to, CLOSING_ID), made, False, to, 1, digest, own_epoch=1, own_seq=shows)
            return apply_page(connection, page, epoch=1)

    def sell(self, unit_id: str, *, cables: int = 0) -> None:
        with self.database.write() as connection:
            unit = stock_store.unit_by_id(connection, unit_id)
            assert unit is not None
            stock_store.write_unit(connection, unit, replace(unit, state=UnitState.SOLD))
            if cables:
                stock_store.change_level(connection, "pr-cable", by=-cables)
            self.ledger.append(connection, "sales.ticket_paid", sale("L01-K2-000001", unit_ids=[unit_id], cables=cables), person_id="p-camille")

    def state(self, unit_id: str) -> UnitState:
        with self.database.read() as connection:
            unit = stock_store.unit_by_id(connection, unit_id)
        assert unit is not None
        return unit.state

    def level(self) -> int:
        with self.database.read() as connection:
            return stock_store.levels(connection)["pr-cable"]


@pytest.fixture
def till(database: Database, ledger: Ledger) -> Till:
    return Till(database, ledger)


def unit(number: int, **changed: Any) -> dict[str, Any]:
    return UNITS[number - 1] | changed


def level(quantity: int) -> dict[str, Any]:
    return {"product_id": "pr-cable", "quantity": quantity}


def test_a_newer_row_replaces_and_an_older_one_does_not(till: Till) -> None:
    till.take("units", {5: [unit(2, state="blocked")]}, to=5)
    till.take("units", {4: [unit(2, state="for_sale")]}, to=6)
    assert till.state("u-2") is UnitState.BLOCKED


def test_a_unit_sold_here_is_not_put_back_by_a_page_from_before_the_sale_was_sent(till: Till) -> None:
    till.sell("u-1", cables=2)
    till.take("units", {7: [unit(1, price={"amount_cents": 39900})]}, to=7)
    till.take("levels", {7: [level(12)]}, to=7)
    assert (till.state("u-1"), till.level()) == (UnitState.SOLD, 10)


def test_a_page_that_shows_the_sale_counts_again_even_before_the_acknowledgement_has_come(till: Till) -> None:
    till.sell("u-1", cables=2)
    till.take("units", {12: [unit(1, state="to_inspect", gen=3)]}, to=12, shows=1)
    till.take("levels", {9: [level(8)]}, to=12, shows=1)
    assert (till.state("u-1"), till.level()) == (UnitState.TO_INSPECT, 8)


def test_of_two_sales_the_page_shows_one(till: Till) -> None:
    till.sell("u-1", cables=1)
    till.sell("u-2", cables=3)
    till.take("levels", {9: [level(9)]}, to=9, shows=1)
    till.take("units", {9: [unit(1, state="sold", holder="out", gen=2), unit(2)]}, to=9, shows=1)
    assert (till.level(), till.state("u-1"), till.state("u-2")) == (6, UnitState.SOLD, UnitState.SOLD)


def test_a_sale_of_an_earlier_epoch_is_not_counted_as_shown(till: Till) -> None:
    till.sell("u-1", cables=2)
    with till.database.write() as connection:
        rows = (FeedRow(9, "pr-cable", msgspec.Raw(msgspec.json.encode(level(12)))),)
        at = store.cursor_of(connection, "levels")
        apply_page(connection, PullPage("levels", at, Cursor(9, CLOSING_ID), rows, False, 9, 1, own_epoch=2, own_seq=50), epoch=1)
    assert till.level() == 10


def test_a_digest_that_fits_is_kept_and_one_that_does_not_starts_the_feed_again(till: Till) -> None:
    assert till.take("levels", {3: [level(9)]}, to=3, digest="1:3:9") == Cursor(3, CLOSING_ID)
    assert till.take("levels", {}, to=4, digest="2:7:25") is None
    assert till.take("levels", {3: [level(5)]}, to=4, digest="1:3:9", start=Cursor()) == Cursor(4, CLOSING_ID)
    assert till.level() == 5


def test_a_page_that_does_not_start_at_the_cursor_changes_nothing(till: Till) -> None:
    assert till.take("levels", {9: [level(1)]}, to=9, start=Cursor(5, "")) is None
    assert till.level() == 10


def test_a_unit_of_a_product_that_has_not_come_yet_is_asked_for_again(till: Till) -> None:
    with pytest.raises(PageTooEarly):
        till.take("units", {5: [unit(1, unit_id="u-9", product_id="pr-new", label_code="L9")]}, to=5)
    with till.database.read() as connection:
        assert store.cursor_of(connection, "units") == Cursor(1, CLOSING_ID)


def test_a_row_that_is_not_its_noun_is_refused_whole(till: Till) -> None:
    with pytest.raises(PageUnreadable) as refused:
        till.take("people", {5: [PEOPLE[0] | {"short_name": "Camille L."}, {"person_id": "p-2", "roles": "boss"}]}, to=5)
    assert refused.value.facts == {"feed": "Person", "row": "p-2"}
    with till.database.read() as connection:
        assert [person.short_name for person in staff_store.active_people(connection)] == ["Camille"]


@pytest.mark.parametrize(
    ("service", "read"), [("repair", ServiceKind.REPAIR), (None, None), ("engraving", ServiceKind.OTHER)]
)  # fmt: skip
def test_a_product_says_what_sort_of_service_it_is_and_a_word_of_tomorrow_stops_nothing(till: Till, service: str | None, read: ServiceKind | None) -> None:
    row = PRODUCTS[0] | {"service": service, "hologram": True}
    till.take("products", {2: [row]}, to=2)
    with till.database.read() as connection:
        (stored,) = catalogue_store.products_where(connection, id=row["product_id"])
    assert stored.service is read


def test_a_product_of_a_central_one_version_behind_has_no_service_and_nothing_to_compare_with(till: Till) -> None:
    with till.database.read() as connection:
        stored = catalogue_store.products_where(connection)
    assert {(product.service, product.reference_price) for product in stored} == {(None, None)}


def test_a_price_new_arrives_with_its_source_and_its_day(till: Till) -> None:
    row = PRODUCTS[0] | {"reference_price": {"amount": {"amount_cents": 62900}, "source": "apple.com", "seen_on": "2026-11-02"}}
    till.take("products", {2: [row]}, to=2)
    with till.database.read() as connection:
        (stored,) = catalogue_store.products_where(connection, id=row["product_id"])
    assert stored.reference_price == ReferencePrice(Money(62900), "apple.com", date(2026, 11, 2))


def test_a_device_kept_here_by_a_deposit_is_not_put_back_on_the_shelf_by_an_older_page(till: Till) -> None:
    with till.database.write() as connection:
        unit = stock_store.unit_by_id(connection, "u-1")
        assert unit is not None
        stock_store.write_unit(connection, unit, replace(unit, state=UnitState.RESERVED))
        till.ledger.append(connection, "sales.unit_reserved", {"unit_id": "u-1", "voucher_id": "v-1"}, person_id="p-camille")
    till.take("units", {2: [row for row in UNITS if row["unit_id"] == "u-1"]}, to=2)
    assert till.state("u-1") is UnitState.RESERVED
