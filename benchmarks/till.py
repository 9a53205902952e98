"""A till to measure: the demo shop in a real encrypted database, with as many more references and devices as asked. The same at every run."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk import bootstrap
from kiosk.basics.money import Money
from kiosk.bootstrap import House, Services
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.codes import make_unit_label
from kiosk.catalogue.products import Product, ProductKind
from kiosk.sales.tenders import Tender
from kiosk.staff.people import Person, Role
from kiosk.stock import store as stock_store
from kiosk.stock.units import Grade, Unit, UnitState, VatOrigin
from kiosk.sync.folder import load_folder

DEMO = bootstrap.RESOURCES / "demo"
SHOP = "shop:L01"
SETTINGS = 'key_store = "file"\n[receipt_printer]\nkind = "file"\n[screen]\nidle_lock_minutes = 0\nmotion = false\n'
BRANDS = ("Apple", "Samsung", "Xiaomi", "Sony", "Nintendo", "Lenovo", "HP", "Dyson", "Bosch", "Withings")
GOODS = ("Coque", "Écran", "Chargeur", "Batterie", "Câble USB-C", "Étui", "Support", "Manette", "Casque", "Protection")
TRAITS = ("transparente", "renforcé", "noir", "bleu nuit", "été", "magnétique", "compact", "longue durée", "de voyage", "d’origine")
PAGE_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Till:
    """An open till and the cashier who works on it."""

    folder: Path
    house: House
    services: Services
    cashier: Person


@contextmanager
def working_folder() -> Iterator[Path]:
    """An empty folder, gone afterwards."""
    with TemporaryDirectory(prefix="kiosk-bench-") as name:
        yield Path(name)


def make(folder: Path, *, products: int = 0, units: int = 0) -> None:
    """The demo shop as a till's data directory, with more references and devices for sale."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kiosk.toml").write_text(SETTINGS, "utf-8")
    house = bootstrap.open_house(folder)
    with house.database.write() as connection:
        load_folder(connection, house.ledger, DEMO, till_code="K2")
    for first in range(0, products, PAGE_ROWS):
        with house.database.write() as connection:
            catalogue_store.upsert_products(connection, [(_product(number), 1) for number in range(first, min(first + PAGE_ROWS, products))])
    with house.database.read() as connection:
        phones = [product for product in catalogue_store.products_where(connection, category="smartphone") if product.model_id]
    for first in range(0, units, PAGE_ROWS):
        with house.database.write() as connection:
            rows = [(_unit(number, phones[number % len(phones)]), 1) for number in range(first, min(first + PAGE_ROWS, units))]
            stock_store.upsert_units(connection, rows)
    house.close()


def twin(folder: Path, name: str) -> Path:
    """A closed till's data directory, copied."""
    return Path(shutil.copytree(folder, folder.parent / name))


@contextmanager
def opened(folder: Path) -> Iterator[Till]:
    """The till at work, its drawer open."""
    house = bootstrap.open_house(folder)
    services = bootstrap.build_services(house)
    bootstrap.start_of_day(house, services)
    cashier = next(person for person in services.staff.people() if Role.CASHIER in person.roles)
    if not services.drawer.sessions():
        services.drawer.open_session(Money(15_000), person=cashier)
    try:
        yield Till(folder, house, services, cashier)
    finally:
        house.close()


def sell(till: Till, count: int) -> None:
    """So many small sales for cash."""
    sales, product = till.services.sales, till.services.catalogue.products_in("accessory")[0]
    for _ticket in range(count):
        basket = sales.add_product(sales.new_basket(), product)
        sales.pay(basket, (Tender("cash", sales.priced(basket).total),), person=till.cashier)


def spare_label(number: int) -> str:
    """The label of one of the devices that ``make`` added."""
    return make_unit_label("L01", "K9", number + 1)


def _product(number: int) -> Product:
    draw = random.Random(number)
    name = f"{draw.choice(GOODS)} {draw.choice(TRAITS)} {draw.choice(BRANDS)} {number:06d}"
    return Product(
        f"p-bench-{number:07d}", f"BEN-{number:07d}", ProductKind.ACCESSORY, name, draw.choice(BRANDS), "accessory", "standard",
        Money(draw.randrange(590, 14_990, 100)),
    )  # fmt: skip


def _unit(number: int, product: Product) -> Unit:
    assert product.model_id is not None
    return Unit(
        f"u-bench-{number:07d}", product.product_id, product.model_id, f"BENCH{number:07d}", UnitState.FOR_SALE, VatOrigin.MARGIN, Money(20_000), SHOP, 1,
        "2026-11-02T09:00:00.000Z", spare_label(number), price=Money(29_900), grade=Grade.EXCELLENT, register_number=f"L01-{900_000 + number}",
    )  # fmt: skip
