"""The stock on the real database: found by every code, moved by the table, counted, and safe from late feeds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.codes import decode, make_unit_label
from kiosk.catalogue.products import DeviceKind, DeviceModel, Product, ProductKind
from kiosk.catalogue.service import CatalogueService, CategoryCount
from kiosk.journal.ledger import Ledger
from kiosk.stock import store
from kiosk.stock.service import AgeBand, Found, IdentifierInStock, StockService, UnitChangedMeanwhile, UnitUnknown
from kiosk.stock.units import Grade, StateRefused, Unit, UnitSold, UnitState, VatOrigin
from kiosk.storage.engine import Database

IPHONE = Product("p-iphone-13", "SMA-0001", ProductKind.UNIT, "iPhone 13 · 128 Go · Minuit", "Apple", "smartphone", "margin", model_id="m-iphone-13")
MACBOOK = Product("p-macbook", "ORD-0001", ProductKind.UNIT, "MacBook Air 13 M1 · 256 Go", "Apple", "laptop", "margin", model_id="m-macbook")
CASE = Product("p-case", "ACC-0001", ProductKind.ACCESSORY, "Coque transparente iPhone 13", "", "accessory", "standard", Money(1490), "2000000000015")
FITTING = Product("p-fitting", "SER-0001", ProductKind.SERVICE, "Pose de verre trempé iPhone", "", "service", "standard", Money(500))


PRICE = Money(38900)


def phone(number: int, imei: str, state: UnitState, *, received: str = "2026-11-02T09:00:00.000Z", price: Money | None = PRICE) -> Unit:
    return Unit(
        f"u{number}", "p-iphone-13", "m-iphone-13", f"F2LXK0ABCD{number:02d}", state, VatOrigin.MARGIN, Money(24000), "shop:L01", 1, received,
        make_unit_label("L01", "K2", number), imei=imei, price=price, grade=Grade.EXCELLENT, battery_health_pct=91, acquired_by="yanis",
    )  # fmt: skip


FOR_SALE = phone(1, "352668910000015", UnitState.FOR_SALE)
TO_INSPECT = phone(2, "352668910000023", UnitState.TO_INSPECT, price=None, received="2026-10-01T09:00:00.000Z")
TO_ERASE = phone(3, "352668910000031", UnitState.TO_ERASE, price=None, received="2026-11-21T09:00:00.000Z")
SOLD = phone(4, "352668910000049", UnitState.SOLD, received="2026-05-01T09:00:00.000Z")
ELSEWHERE = replace(phone(5, "352668910000056", UnitState.FOR_SALE, received="2026-08-01T09:00:00.000Z"), holder="shop:L02")
LAPTOP = Unit(
    "u6", "p-macbook", "m-macbook", "C02XK0ABQ6L4", UnitState.FOR_SALE, VatOrigin.STANDARD, Money(50000), "shop:L01", 1, "2026-08-10T09:00:00.000Z",
    make_unit_label("L01", "K2", 6), price=Money(74900), grade=Grade.PREMIUM,
)  # fmt: skip


@pytest.fixture
def stock(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> StockService:
    models = [DeviceModel("m-iphone-13", "Apple", "iPhone 13", DeviceKind.SMARTPHONE), DeviceModel("m-macbook", "Apple", "MacBook Air M1", DeviceKind.LAPTOP)]
    with database.write() as connection:
        catalogue_store.upsert_models(connection, [(model, 1) for model in models])
        catalogue_store.upsert_products(connection, [(product, 1) for product in (IPHONE, MACBOOK, CASE, FITTING)])
        store.upsert_units(connection, [(unit, 5) for unit in (FOR_SALE, TO_INSPECT, TO_ERASE, SOLD, ELSEWHERE, LAPTOP)])
        store.upsert_levels(connection, [("p-case", 23, 1)])
    return StockService(database, CatalogueService(database), clock=clock, ids=ids)


def sell(stock: StockService, database: Database, unit_id: str) -> Unit:
    with database.write() as connection:
        return stock.change_state(connection, unit_id, to_state=UnitState.SOLD, reason="sold", document_id="t1", person_id="camille")


@pytest.mark.parametrize(
    "scan", ["352668910000015", "35266891000001", "IMEI: 352668910000015", "F2LXK0ABCD01", "SF2LXK0ABCD01", "ul01k20001r", "]d2010301234567890221F2LXK0ABCD01"]
)
def test_a_unit_is_found_by_whatever_is_scanned_of_it(stock: StockService, scan: str) -> None:
    assert stock.unit_by_code(decode(scan)) == FOR_SALE


@pytest.mark.parametrize("scan", ["352668910000011", "3012345678902", "UL01K20009Y", ""])
def test_an_unknown_code_finds_no_unit(stock: StockService, scan: str) -> None:
    assert stock.unit_by_code(decode(scan)) is None


def test_a_unit_is_found_by_plain_text_and_by_id(stock: StockService) -> None:
    assert stock.unit_by_code("C02XK0ABQ6L4") == LAPTOP
    assert stock.unit_by_id("u6") == LAPTOP
    assert stock.unit_by_id("nothing") is None


def test_selling_moves_the_unit_and_leaves_a_movement(stock: StockService, database: Database) -> None:
    assert sell(stock, database, "u1") == replace(FOR_SALE, state=UnitState.SOLD)
    assert stock.unit_by_id("u1") == replace(FOR_SALE, state=UnitState.SOLD)
    (movement,) = stock.life("u1")
    assert (movement.from_state, movement.to_state, movement.quantity) == (UnitState.FOR_SALE, UnitState.SOLD, -1)
    assert (movement.reason, movement.document_id, movement.person_id) == ("sold", "t1", "camille")
    assert movement.at_utc == "2026-11-22T10:00:00.000Z"


def test_a_unit_is_sold_once(stock: StockService, database: Database) -> None:
    sell(stock, database, "u1")
    with pytest.raises(UnitSold):
        sell(stock, database, "u1")
    assert len(stock.life("u1")) == 1


@pytest.mark.parametrize(("unit_id", "refusal"), [("u2", StateRefused), ("u3", StateRefused), ("u4", UnitSold), ("u99", UnitUnknown)])
def test_what_is_not_on_the_shelf_cannot_become_sold(stock: StockService, database: Database, unit_id: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        sell(stock, database, unit_id)


def test_an_inspection_stores_what_it_found_with_the_new_state(stock: StockService, database: Database) -> None:
    graded = replace(TO_INSPECT, state=UnitState.FOR_SALE, grade=Grade.GOOD, price=Money(34900), battery_health_pct=88, inspection_id="i1")
    with database.write() as connection:
        stock.update_unit(connection, graded, reason="graded", document_id="i1", person_id="ines")
    assert stock.unit_by_id("u2") == graded
    assert [(movement.from_state, movement.to_state, movement.quantity) for movement in stock.life("u2")] == [(UnitState.TO_INSPECT, UnitState.FOR_SALE, 0)]


def test_facts_may_change_without_the_state(stock: StockService, database: Database) -> None:
    with database.write() as connection:
        stock.update_unit(connection, replace(FOR_SALE, price=Money(37900)), reason="repriced", document_id=None, person_id="sophie")
    assert stock.unit_by_id("u1") == replace(FOR_SALE, price=Money(37900))


def test_a_device_given_back_is_to_be_erased_under_a_new_generation(stock: StockService, database: Database) -> None:
    with database.write() as connection:
        store.upsert_units(connection, [(replace(SOLD, holder="out"), 9)])
        back = stock.change_state(connection, "u4", to_state=UnitState.TO_ERASE, reason="returned", document_id="t2", person_id="sophie")
    assert (back.state, back.gen, back.holder) == (UnitState.TO_ERASE, 2, "shop:L01")
    assert [movement.quantity for movement in stock.life("u4")] == [1]


def test_a_unit_read_before_its_right_to_be_sold_moved_is_not_overwritten(stock: StockService, database: Database) -> None:
    with database.write() as connection:
        store.upsert_units(connection, [(replace(FOR_SALE, gen=2), 9)])
    with pytest.raises(UnitChangedMeanwhile), database.write() as connection:
        stock.update_unit(connection, replace(FOR_SALE, price=Money(1)), reason="repriced", document_id=None, person_id="sophie")
    assert stock.unit_by_id("u1") == replace(FOR_SALE, gen=2)


def test_the_guard_writes_only_what_still_stands(stock: StockService, database: Database) -> None:
    with database.write() as connection:
        assert not store.write_unit(connection, replace(FOR_SALE, state=UnitState.RESERVED), replace(FOR_SALE, state=UnitState.SOLD))
        assert not store.write_unit(connection, replace(FOR_SALE, gen=2), replace(FOR_SALE, state=UnitState.SOLD))
    assert stock.unit_by_id("u1") == FOR_SALE


def test_a_bought_device_comes_in_with_a_movement(stock: StockService, database: Database) -> None:
    bought = phone(7, "352668910000072", UnitState.TO_ERASE, price=None)
    with database.write() as connection:
        stock.insert_unit(connection, bought, reason="bought", document_id="ti1", person_id="yanis")
    assert stock.unit_by_code("352668910000072") == bought
    assert [(movement.from_state, movement.to_state, movement.quantity) for movement in stock.life("u7")] == [(None, UnitState.TO_ERASE, 1)]


def test_the_same_imei_cannot_come_in_twice(stock: StockService, database: Database) -> None:
    twin = replace(phone(8, "352668910000015", UnitState.TO_ERASE), serial="ANOTHER00001")
    with pytest.raises(IdentifierInStock), database.write() as connection:
        stock.insert_unit(connection, twin, reason="bought", document_id="ti2", person_id="yanis")
    assert stock.unit_by_id("u8") is None


def test_a_device_sold_earlier_and_bought_again_is_the_one_in_the_shop(stock: StockService, database: Database) -> None:
    again = replace(phone(9, "352668910000049", UnitState.TO_ERASE, received="2026-11-22T09:00:00.000Z"), serial="F2LXK0ABCD04")
    with database.write() as connection:
        stock.insert_unit(connection, again, reason="bought", document_id="ti3", person_id="yanis")
    assert stock.unit_by_code(decode("352668910000049")) == again


def test_accessories_go_by_quantity(stock: StockService, database: Database) -> None:
    with database.write() as connection:
        assert stock.take_accessory(connection, "p-case", 2, reason="sold", document_id="t1", person_id="camille") == 21
        assert stock.take_accessory(connection, "p-case", -1, reason="returned", document_id="t2", person_id="camille") == 22
    assert stock.levels() == {"p-case": 22}


def test_an_accessory_in_hand_is_sold_even_when_the_count_says_none(stock: StockService, database: Database) -> None:
    with database.write() as connection:
        assert stock.take_accessory(connection, "p-fitting", 1, reason="sold", document_id="t1", person_id="camille") == -1


def test_the_board_counts_every_state_of_this_shop(stock: StockService) -> None:
    counts = stock.stock_by_state()
    assert set(counts) == set(UnitState)
    assert {state.value: count for state, count in counts.items() if count} == {"for_sale": 2, "to_inspect": 1, "to_erase": 1, "sold": 1}


def test_a_sold_unit_is_still_counted_when_central_has_taken_it_off_the_shop(stock: StockService, database: Database) -> None:
    with database.write() as connection:
        store.upsert_units(connection, [(replace(SOLD, holder="out", gen=2), 9)])
    assert stock.stock_by_state()[UnitState.SOLD] == 1


def test_the_queues_hold_what_waits(stock: StockService) -> None:
    assert stock.units_to_inspect() == (TO_INSPECT,)
    assert stock.units_in(UnitState.TO_ERASE) == (TO_ERASE,)


def test_ageing_counts_units_and_money_by_days_in_the_shop(stock: StockService) -> None:
    assert stock.ageing() == (AgeBand(30, 2, Money(48000)), AgeBand(60, 1, Money(24000)), AgeBand(90, 0, Money(0)), AgeBand(None, 1, Money(50000)))


def test_the_shelf_is_seen_by_category(stock: StockService) -> None:
    assert stock.categories_for_sale() == (CategoryCount("laptop", 1), CategoryCount("smartphone", 1))
    assert stock.units_for_sale("smartphone") == (Found(IPHONE, FOR_SALE),)
    assert stock.units_for_sale("watch") == ()


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("ipho 13", ["u1", "u2", "u3", "u5", "Coque transparente iPhone 13 23"]),
        ("0015", ["u1"]),
        ("3526 6891 0000 015", ["u1"]),
        ("q6l4", ["u6"]),
        ("0049", []),
        ("015", []),
        ("macbook", ["u6"]),
        ("pose", ["Pose de verre trempé iPhone None"]),
        ("2000000000015", ["Coque transparente iPhone 13 23"]),
        ("%%%%", []),
    ],
)
def test_search_shows_units_first_and_what_goes_with_them(stock: StockService, typed: str, lines: list[str]) -> None:
    found = stock.search(typed)
    assert [line.unit.unit_id if line.unit else f"{line.product.name} {line.quantity}" for line in found] == lines


def test_a_found_line_has_the_units_own_price(stock: StockService) -> None:
    assert [line.price for line in stock.search("ipho 13")] == [Money(38900), None, None, Money(38900), Money(1490)]


def test_a_late_feed_row_does_not_put_a_sold_unit_back_on_the_shelf(stock: StockService, database: Database) -> None:
    sell(stock, database, "u1")
    with database.write() as connection:
        store.upsert_units(connection, [(replace(FOR_SALE, price=Money(36900)), 9)])
    unit = stock.unit_by_id("u1")
    assert unit is not None and (unit.state, unit.price) == (UnitState.SOLD, Money(36900))


def test_a_new_generation_of_the_right_brings_a_sold_unit_back(stock: StockService, database: Database) -> None:
    with database.write() as connection:
        store.upsert_units(connection, [(replace(SOLD, state=UnitState.TO_ERASE, gen=2), 9)])
    unit = stock.unit_by_id("u4")
    assert unit is not None and (unit.state, unit.gen) == (UnitState.TO_ERASE, 2)


def test_another_till_of_the_shop_selling_a_unit_arrives_by_the_feed(stock: StockService, database: Database) -> None:
    with database.write() as connection:
        store.upsert_units(connection, [(replace(FOR_SALE, state=UnitState.SOLD), 9)])
    with pytest.raises(UnitSold):
        sell(stock, database, "u1")


def test_what_central_does_not_know_yet_is_not_erased(stock: StockService, database: Database) -> None:
    with database.write() as connection:
        store.upsert_units(connection, [(replace(LAPTOP, grade=None, price=None), 9)])
    assert stock.unit_by_id("u6") == LAPTOP


def test_older_rows_change_nothing(stock: StockService, database: Database) -> None:
    with database.write() as connection:
        store.upsert_units(connection, [(replace(LAPTOP, price=Money(1)), 5)])
        store.upsert_levels(connection, [("p-case", 99, 1)])
        store.upsert_units(connection, [])
        store.upsert_levels(connection, [])
    assert stock.unit_by_id("u6") == LAPTOP
    assert stock.levels() == {"p-case": 23}


def test_the_whole_stock_of_the_shop_is_listed_oldest_first_with_its_products(stock: StockService) -> None:
    assert [(found.unit.unit_id, found.product.product_id) for found in stock.units_here() if found.unit] == [
        ("u6", "p-macbook"), ("u2", "p-iphone-13"), ("u1", "p-iphone-13"), ("u3", "p-iphone-13"),
    ]  # fmt: skip
