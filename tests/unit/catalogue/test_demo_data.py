"""The demo shop's files fit the nouns, fit each other, and hold nothing that could be a real device, person or company."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from stdnum.fr import siren, siret, tva

from kiosk.catalogue.codes import UnitCode, decode
from kiosk.catalogue.identifiers import canonical_ean, is_imei, tac_of
from kiosk.catalogue.products import DeviceModel, Product, ProductKind
from kiosk.documents.papers import ShopHeader
from kiosk.staff.people import Person, Role
from kiosk.staff.secrets import PinHasher, badge_digest
from kiosk.stock.units import Unit, UnitState, VatOrigin, sellable

DEMO = Path(__file__).parents[3] / "resources" / "demo"
ICONS = DEMO.parent / "icons"


def read(name: str, kind: Any) -> Any:
    return msgspec.json.decode((DEMO / f"{name}.json").read_bytes(), type=kind, strict=True)


MODELS: list[DeviceModel] = read("device_models", list[DeviceModel])
PRODUCTS: list[Product] = read("products", list[Product])
UNITS: list[Unit] = read("units", list[Unit])
PEOPLE: list[Person] = read("people", list[Person])
LEVELS: list[dict[str, Any]] = read("levels", list[dict[str, Any]])
SHOP: dict[str, Any] = read("shop", dict[str, Any])
PRODUCT_OF = {product.product_id: product for product in PRODUCTS}
MODEL_OF = {model.model_id: model for model in MODELS}


def distinct(values: list[Any]) -> bool:
    return len(values) == len(set(values))


def test_at_least_200_references_of_every_kind_are_on_sale() -> None:
    assert len(PRODUCTS) >= 200
    categories = [product.category for product in PRODUCTS]
    assert {name: categories.count(name) for name in sorted(set(categories))} == {
        "accessory": 41, "appliance": 15, "console": 20, "laptop": 30, "service": 12, "smartphone": 92, "tablet": 25, "watch": 15,
    }  # fmt: skip


def test_the_shop_holds_what_a_first_day_needs() -> None:
    states = [unit.state for unit in UNITS]
    assert {state.value: states.count(state) for state in UnitState if state in states} == {
        "to_erase": 6, "to_inspect": 12, "rework": 5, "for_sale": 190, "reserved": 2, "blocked": 3, "quarantine": 1,
    }  # fmt: skip


def test_keys_and_codes_are_distinct() -> None:
    for values in (
        [model.model_id for model in MODELS],
        [tac for model in MODELS for tac in model.tacs],
        [product.product_id for product in PRODUCTS],
        [product.sku for product in PRODUCTS],
        [product.ean for product in PRODUCTS if product.ean],
        [unit.unit_id for unit in UNITS],
        [unit.serial for unit in UNITS],
        [unit.imei for unit in UNITS if unit.imei],
        [unit.label_code for unit in UNITS],
        [unit.register_number for unit in UNITS if unit.register_number],
        [level["product_id"] for level in LEVELS],
        [person.person_id for person in PEOPLE],
    ):
        assert distinct(values)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.unit_id)
def test_a_unit_has_its_product_its_model_and_readable_codes(unit: Unit) -> None:
    model = MODEL_OF[unit.model_id]
    assert PRODUCT_OF[unit.product_id].model_id == unit.model_id
    assert decode(unit.label_code) == UnitCode(unit.label_code)
    assert unit.holder == "shop:L01" and unit.gen == 1
    assert (unit.imei is not None) == bool(model.tacs)
    if unit.imei is not None:
        assert is_imei(unit.imei) and tac_of(unit.imei) in model.tacs and unit.imei[8:11] == "000"
    assert (unit.register_number is not None) == (unit.vat_origin is VatOrigin.MARGIN)
    assert unit.acquired_by in {person.person_id for person in PEOPLE if Role.TECHNICIAN in person.roles}


def test_what_is_for_sale_is_erased_inspected_graded_and_priced_above_its_cost() -> None:
    for unit in UNITS:
        if unit.state is UnitState.FOR_SALE:
            assert sellable(unit, "L01") is None
            assert unit.erasure_id and unit.inspection_id and unit.grade
            assert unit.price is not None and unit.purchase_price < unit.price
            assert 8_900 <= unit.price.amount_cents <= 120_000


def test_what_waits_is_not_yet_priced_and_can_be_inspected_by_ines() -> None:
    for unit in UNITS:
        if unit.state in (UnitState.TO_INSPECT, UnitState.TO_ERASE):
            assert unit.price is None and unit.grade is None and unit.inspection_id is None
            assert (unit.erasure_id is None) == (unit.state is UnitState.TO_ERASE)
    assert {unit.acquired_by for unit in UNITS if unit.state is UnitState.TO_INSPECT} == {"yanis", "aminata"}


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.product_id)
def test_a_product_is_complete_for_its_kind(product: Product) -> None:
    assert (ICONS / f"{product.icon}.svg").is_file()
    if product.kind is ProductKind.UNIT:
        assert product.model_id in MODEL_OF and product.price is None and product.durable
        assert MODEL_OF[str(product.model_id)].kind.value == product.category
    if product.kind is ProductKind.ACCESSORY:
        assert product.ean is not None and canonical_ean(product.ean) == product.ean and product.ean.startswith("2")
        assert product.price is not None
        assert any(level["product_id"] == product.product_id for level in LEVELS)


def test_the_twelve_favourites_stand_in_order() -> None:
    favourites = sorted((product.favourite_rank, product.name) for product in PRODUCTS if product.favourite_rank is not None)
    assert [rank for rank, _ in favourites] == list(range(1, 13))
    assert favourites[0][1] == "Chargeur USB-C 20 W" and favourites[11][1] == "Sac kraft"


@pytest.mark.parametrize(
    ("person_id", "pin", "badge"),
    [
        ("camille", "111111", "BADGE-CAMILLE234567ABC"),
        ("yanis", "222222", "BADGE-YANIS2345672345A"),
        ("ines", "333333", "BADGE-INES234567234567"),
        ("sophie", "444444", "BADGE-SOPHIE234567234A"),
        ("thomas", "555555", "BADGE-THOMAS234567234A"),
        ("aminata", "666666", "BADGE-AMINATA2345672AB"),
    ],
)
def test_each_person_has_the_pin_and_badge_of_the_readme(person_id: str, pin: str, badge: str) -> None:
    person = next(person for person in PEOPLE if person.person_id == person_id)
    assert PinHasher().matches(person.pin_hash, pin)
    assert person.badge_hash == badge_digest(badge)
    readme = (DEMO / "README.md").read_text("utf-8")
    assert badge in readme and f"{pin} {person.short_name}" in readme


def test_the_company_is_invented_but_its_numbers_satisfy_their_check_digits() -> None:
    header = msgspec.convert(SHOP["header"], ShopHeader)
    assert header.shop_id == SHOP["shop_id"] == "L01"
    assert siren.is_valid(SHOP["siren"]) and siret.is_valid(header.siret) and tva.is_valid(header.vat_number)
    assert header.siret.startswith(SHOP["siren"]) and header.vat_number.endswith(SHOP["siren"])


def test_the_services_of_the_demo_say_what_they_ask_for() -> None:
    said = {product.name: product.service.value for product in PRODUCTS if product.service}
    assert said == {
        "Assurance casse 12 mois": "insurance", "Abonnement réparation": "subscription", "Remplacement de batterie": "repair",
        "Remplacement d’écran": "repair", "Livraison à domicile": "delivery",
    }  # fmt: skip
    assert [product.name for product in PRODUCTS if product.kind is ProductKind.DEPOSIT] == ["Acompte"]


def test_each_price_new_of_the_demo_names_its_source_and_its_day() -> None:
    compared = [product.reference_price for product in PRODUCTS if product.reference_price]
    assert len(compared) == 5 and all(found.source and found.seen_on.year == 2026 for found in compared)
