"""Rows of what can be found and taken: categories, favourites, search results. Pure derivation from the services' values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.catalogue.products import DeviceKind, Product, ProductKind, ReferencePrice
from kiosk.catalogue.service import CategoryCount
from kiosk.sales.desk.quotation_service import Offer
from kiosk.stock.service import Found
from kiosk.stock.units import Grade, Unit, UnitState
from kiosk.ui.formats import Formats, tail

DRAWINGS = {
    DeviceKind.SMARTPHONE: "phone", DeviceKind.TABLET: "tablet", DeviceKind.LAPTOP: "laptop", DeviceKind.CONSOLE: "console",
    DeviceKind.WATCH: "watch", DeviceKind.APPLIANCE: "blender",
}  # fmt: skip
ACCESSORY_DRAWINGS = {"shield": "case", "layers": "glass"}
GRADE_LEVELS = {Grade.PREMIUM: 4, Grade.EXCELLENT: 3, Grade.GOOD: 2, Grade.FAIR: 1}
FIRST_CATEGORIES = tuple(kind.value for kind in DeviceKind)
FEW = 3
OTHERS = "others"
PER_MONTH = "/mois"
FEW_FAVOURITES = 9
ALL_FAVOURITES = 12


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category tile: code, drawing, how many units are on the shelf."""

    category: str
    drawing_name: str
    count: int


@dataclass(frozen=True, slots=True)
class FavouriteRow:
    """A favourite tile."""

    product_id: str
    name: str
    glyph: str
    amount: str
    per_month: bool


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One line found. ``unit_state`` is "" and ``stock`` counts for accessories; ``stock`` is -1 where nothing is counted."""

    result_id: str
    name: str
    drawing: str
    icon_name: str
    grade_level: int
    grade: str
    tail_kind: str
    identifier_tail: str
    unit_state: str
    stock: int
    price: str
    sellable: bool
    new_amount: str = ""
    new_source: str = ""
    new_day: str = ""


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A quotation whose number was typed."""

    number: str
    customer: str
    total: str
    until: str
    expired: bool


def offer_rows(offers: Iterable[Offer], formats: Formats) -> tuple[OfferRow, ...]:
    return tuple(
        OfferRow(
            item.quotation.number, item.customer.details.label if item.customer else "", formats.money(item.quotation.total),
            formats.date(item.quotation.valid_until), item.expired,
        )
        for item in offers
    )  # fmt: skip


def drawing_of(product: Product) -> str:
    """The drawing of a product, or "" where its icon stands instead."""
    if product.category in FIRST_CATEGORIES:
        return DRAWINGS[DeviceKind(product.category)]
    return ACCESSORY_DRAWINGS.get(product.icon, "")


def category_rows(counts: Iterable[CategoryCount]) -> tuple[CategoryRow, ...]:
    """Devices in their fixed order; a category without a unit on the shelf keeps its place, so that hands learn it."""
    by_code = {count.category: count.count for count in counts}
    return tuple(CategoryRow(kind.value, DRAWINGS[kind], by_code.get(kind.value, 0)) for kind in DeviceKind)


def few_categories(rows: tuple[CategoryRow, ...]) -> tuple[CategoryRow, ...]:
    """For a small screen: the first three, the others behind one tile."""
    others = rows[FEW:]
    return (*rows[:FEW], CategoryRow(OTHERS, others[0].drawing_name, sum(row.count for row in others)))


def favourite_rows(products: Iterable[Product], formats: Formats) -> tuple[FavouriteRow, ...]:
    """Favourites that have a price of their own, at most a full grid."""
    priced = [product for product in products if product.price is not None and product.kind is not ProductKind.UNIT]
    return tuple(
        FavouriteRow(product.product_id, product.name, product.icon, formats.money(product.price), product.price_suffix == PER_MONTH)
        for product in priced[:ALL_FAVOURITES]
        if product.price is not None
    )


def result_id(found: Found) -> str:
    return found.product.product_id if found.unit is None else found.unit.unit_id


def sellable(found: Found) -> bool:
    """Whether a touch can put it in the basket; the service has the last word."""
    return found.unit is None or found.unit.state is UnitState.FOR_SALE


def price_new(reference: ReferencePrice | None, formats: Formats) -> tuple[str, str, str]:
    """Amount, source and day of a price new, all of them or none: it is never shown without the other two."""
    return ("", "", "") if reference is None else (formats.money(reference.amount), reference.source.strip(), formats.date(reference.seen_on))


def result_rows(results: Iterable[Found], formats: Formats, compared: Mapping[str, ReferencePrice]) -> tuple[ResultRow, ...]:
    """``compared`` has by result id the price new that may stand beside a result."""
    return tuple(_result_row(found, formats, compared.get(result_id(found))) for found in results)


def _result_row(found: Found, formats: Formats, reference: ReferencePrice | None) -> ResultRow:
    product, unit = found.product, found.unit
    kind, identifier = _identifier(product, unit)
    new_amount, new_source, new_day = price_new(reference, formats)
    return ResultRow(
        result_id=result_id(found), name=product.name, drawing=drawing_of(product), icon_name=product.icon,
        grade_level=GRADE_LEVELS[unit.grade] if unit and unit.grade else 0, grade=unit.grade.value if unit and unit.grade else "",
        tail_kind=kind, identifier_tail=tail(identifier), unit_state=unit.state.value if unit else "",
        stock=-1 if found.quantity is None else found.quantity, price="" if found.price is None else formats.money(found.price),
        sellable=sellable(found), new_amount=new_amount, new_source=new_source, new_day=new_day,
    )  # fmt: skip


def _identifier(product: Product, unit: Unit | None) -> tuple[str, str]:
    """By what it is told apart: a kind whose word QML knows, and the whole identifier."""
    if unit is None:
        return ("ean", product.ean) if product.ean else ("", "")
    return ("imei", unit.imei) if unit.imei else ("serial", unit.serial)


KIND_OF_FILTER: Mapping[int, ProductKind | None] = {0: None, 1: ProductKind.UNIT, 2: ProductKind.ACCESSORY, 3: ProductKind.SERVICE}


def of_filter(results: Iterable[Found], chosen: int) -> tuple[Found, ...]:
    """The results that the chosen chip lets through: all, devices, accessories, services."""
    kind = KIND_OF_FILTER[chosen]
    return tuple(found for found in results if kind is None or found.product.kind is kind)
