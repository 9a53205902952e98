"""The catalogue on the real database: upserts of the feeds, and the search as it is typed at the counter."""

from __future__ import annotations

import pytest

from kiosk.basics.money import Money
from kiosk.catalogue import store
from kiosk.catalogue.products import DeviceKind, DeviceModel, Product, ProductKind
from kiosk.catalogue.service import CatalogueService, CategoryCount
from kiosk.storage.engine import Database

IPHONE_MODEL = DeviceModel(
    "m-iphone-13-128", "Apple", "iPhone 13", DeviceKind.SMARTPHONE, storage_gb=128, colour="Minuit", capabilities=("nfc", "face_id"),
    tacs=("35266891", "35847632"), released_year=2021,
)  # fmt: skip
GALAXY_MODEL = DeviceModel("m-galaxy-s21", "Samsung", "Galaxy S21 5G", DeviceKind.SMARTPHONE, tacs=("35839868",))
MAC_MODEL = DeviceModel("m-macbook-air-m1", "Apple", "MacBook Air M1", DeviceKind.LAPTOP)


def accessory(product_id: str, name: str, ean: str | None = None, *, brand: str = "", category: str = "accessory", rank: int | None = None) -> Product:
    sku = f"ACC-{sum(map(ord, product_id))}"
    return Product(product_id, sku, ProductKind.ACCESSORY, name, brand, category, "standard", Money(1490), ean, favourite_rank=rank)


IPHONE = Product(
    "p-iphone-13", "SMA-0001", ProductKind.UNIT, "iPhone 13 · 128 Go · Minuit", "Apple", "smartphone", "margin", model_id="m-iphone-13-128", durable=True
)  # fmt: skip
GALAXY = Product("p-galaxy-s21", "SMA-0002", ProductKind.UNIT, "Galaxy S21 5G · 128 Go · Gris", "Samsung", "smartphone", "margin", model_id="m-galaxy-s21")
CASE = accessory("p-case", "Coque transparente iPhone 13", "2000000000015", rank=3)
GLASS = accessory("p-glass", "Verre trempé iPhone 13", "2000000000022", rank=1)
CABLE = accessory("p-cable", "Câble USB-C vers Lightning", "3012345678902", brand="Belkin")
FITTING = accessory("p-fitting", "Pose de verre trempé", category="service")
EVERYTHING = (IPHONE, GALAXY, CASE, GLASS, CABLE, FITTING)


@pytest.fixture
def catalogue(database: Database) -> CatalogueService:
    with database.write() as connection:
        store.upsert_models(connection, [(IPHONE_MODEL, 1), (GALAXY_MODEL, 2), (MAC_MODEL, 3)])
        store.upsert_products(connection, [(product, index + 1) for index, product in enumerate(EVERYTHING)])
    return CatalogueService(database)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ipho 13", [IPHONE, CASE, GLASS]),
        ("iphone", [IPHONE, GLASS, CASE]),
        ("verre", [GLASS, FITTING]),
        ("VERRE trempe", [GLASS, FITTING]),
        ("cable", [CABLE]),
        ("câb usb", [CABLE]),
        ("belk", [CABLE]),
        ("sams", [GALAXY]),
        ("sma-0001", [IPHONE]),
        ("3012345678902", [CABLE]),
        ("30123", [CABLE]),
        ("po", [FITTING]),
        ("iphone 1", [IPHONE, CASE, GLASS]),
        ("verre i", [GLASS]),
        ("acc-", [CASE, GLASS, CABLE, FITTING]),
        ("nokia", []),
        ("", []),
        ("  ", []),
        ("\"'*()-", []),
        ("iphone OR nokia", []),
    ],
)
def test_search_finds_what_a_cashier_types(catalogue: CatalogueService, typed: str, found: list[Product]) -> None:
    assert {product.name for product in catalogue.search(typed)} == {product.name for product in found}


def test_devices_come_first_then_what_the_shop_sells_most(catalogue: CatalogueService) -> None:
    assert catalogue.search("iphone") == (IPHONE, GLASS, CASE)
    assert catalogue.search("verre") == (GLASS, FITTING)


def test_search_gives_no_more_than_asked(catalogue: CatalogueService) -> None:
    assert catalogue.search("iphone", limit=1) == (IPHONE,)


def test_a_product_that_changes_its_name_is_found_by_the_new_one_only(catalogue: CatalogueService, database: Database) -> None:
    with database.write() as connection:
        store.upsert_products(connection, [(accessory("p-cable", "Cordon tressé"), 50)])
    assert catalogue.search("cable") == ()
    assert [product.name for product in catalogue.search("cordon tresse")] == ["Cordon tressé"]


def test_an_older_row_of_a_feed_changes_nothing(catalogue: CatalogueService, database: Database) -> None:
    with database.write() as connection:
        store.upsert_products(connection, [(accessory("p-glass", "Ancien nom"), 4)])
        store.upsert_models(connection, [(DeviceModel("m-iphone-13-128", "Apple", "Ancien nom", DeviceKind.SMARTPHONE), 1)])
    assert catalogue.product_by_id("p-glass") == GLASS
    assert catalogue.model_by_id("m-iphone-13-128") == IPHONE_MODEL


def test_a_newer_model_brings_its_own_tacs(catalogue: CatalogueService, database: Database) -> None:
    moved = DeviceModel("m-galaxy-s21", "Samsung", "Galaxy S21 5G", DeviceKind.SMARTPHONE, tacs=("35847632",))
    with database.write() as connection:
        store.upsert_models(connection, [(moved, 9)])
    assert catalogue.model_by_tac("35847632") == moved
    assert catalogue.model_by_tac("35839868") is None
    iphone = catalogue.model_by_tac("35266891")
    assert iphone is not None and iphone.tacs == ("35266891",)


def test_products_are_found_by_each_of_their_codes(catalogue: CatalogueService) -> None:
    assert catalogue.product_by_ean("2000000000015") == CASE
    assert catalogue.product_by_sku("SMA-0001") == IPHONE
    assert catalogue.product_by_id("p-iphone-13") == IPHONE
    assert catalogue.products_of_model("m-galaxy-s21") == (GALAXY,)
    assert catalogue.product_by_ean("4006381333931") is None


def test_tiles_show_categories_with_counts_and_favourites_by_rank(catalogue: CatalogueService) -> None:
    assert catalogue.categories() == (CategoryCount("accessory", 3), CategoryCount("service", 1), CategoryCount("smartphone", 2))
    assert catalogue.favourites() == (GLASS, CASE)
    assert catalogue.products_in("smartphone") == (GALAXY, IPHONE)


def test_models_are_listed_by_kind(catalogue: CatalogueService) -> None:
    assert catalogue.models(DeviceKind.LAPTOP) == (MAC_MODEL,)
    assert catalogue.models() == (MAC_MODEL, IPHONE_MODEL, GALAXY_MODEL)


def test_empty_feeds_change_nothing(database: Database) -> None:
    with database.write() as connection:
        store.upsert_products(connection, [])
        store.upsert_models(connection, [])
    assert CatalogueService(database).models() == ()
