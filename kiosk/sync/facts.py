"""What journal entries say of stock, read the same way by the till (to keep its own writes) and by central (to project them)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import msgspec

TICKET_PAID = "sales.ticket_paid"
BOUGHT = "tradein.bought"
UNIT_ERASED = "stock.unit_erased"
UNIT_GRADED = "stock.unit_graded"
GRADE_CHANGED = "stock.grade_changed"
UNIT_REPAIRED = "stock.unit_repaired"
UNIT_LET_GO = "stock.unit_let_go"
UNIT_HELD = "stock.unit_held"
UNIT_RESERVED = "sales.unit_reserved"
UNIT_RELEASED = "sales.unit_released"
DAY_CLOSED = "fiscal.day_closed"
MONTH_CLOSED = "fiscal.month_closed"
YEAR_CLOSED = "fiscal.year_closed"
BASKET_PARKED = "sales.basket_parked"
BASKET_RESUMED = "sales.basket_resumed"
RETURN_RIGHT_GIVEN = "sales.return_right_given"
GUARANTEE_LENGTHENED = "sales.guarantee_lengthened"
PASSPORT_ISSUED = "stock.passport_issued"
PARCEL_SENT = "stock.parcel_sent"
PARCEL_UNIT_MOVED = "stock.parcel_unit_moved"
MODEL_CONFIRMED = "catalogue.model_confirmed"
RECEIPT_KEY_PUBLISHED = "till.receipt_key_published"
STOCK_KINDS = (
    TICKET_PAID, BOUGHT, UNIT_ERASED, UNIT_GRADED, GRADE_CHANGED, UNIT_REPAIRED, UNIT_LET_GO, UNIT_HELD, UNIT_RESERVED, UNIT_RELEASED,
    PARCEL_SENT, PARCEL_UNIT_MOVED,
)


class Envelope(msgspec.Struct, frozen=True):
    """The fields of an entry that sync needs; ``body`` as the feature wrote it."""

    epoch: int
    seq: int
    kind: str
    at: str
    prev: str
    shop: str
    till: str
    person: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StockChanges:
    """Units that an entry names, and by how much it changes the level of each product sold by quantity."""

    unit_ids: frozenset[str]
    level_changes: Mapping[str, int]


def read_entry(exact: bytes) -> Envelope:
    """The envelope of an entry's bytes; ``msgspec.DecodeError`` when it is not one."""
    return msgspec.json.decode(exact, type=Envelope)


def stock_changes(kind: str, body: Mapping[str, Any]) -> StockChanges:
    """Read leniently: what is not understood changes nothing here."""
    named: set[str] = set()
    levels: dict[str, int] = {}
    if kind in STOCK_KINDS:
        _name_units(body, named)
    if kind == TICKET_PAID:
        for line in lines_of(body):
            product_id, count = line.get("product_id"), whole(line.get("quantity", "1"))
            if not line.get("unit_id") and isinstance(product_id, str) and count:
                levels[product_id] = levels.get(product_id, 0) - count
    return StockChanges(frozenset(named), levels)


def parcel_shops(kind: str, body: Mapping[str, Any]) -> frozenset[str]:
    """The shops that an entry about a parcel names."""
    named: list[Any] = []
    if kind == PARCEL_UNIT_MOVED:
        named = [body.get("from_shop"), body.get("to_shop")]
    elif kind == PARCEL_SENT and isinstance(body.get("parcel"), dict):
        named = [place.get("shop_id") for end in ("sender", "receiver") if isinstance(place := body["parcel"].get(end), dict)]
    return frozenset(shop_id for shop_id in named if isinstance(shop_id, str) and shop_id)


def lines_of(body: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The lines of a ticket's body."""
    lines = body.get("lines")
    return [line for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []


def whole(quantity: object) -> int:
    """A counted quantity ("2", "-1.000", 3) as an integer; 0 for a measured one, which has no level."""
    try:
        said = Decimal(str(quantity))
        return int(said) if said == said.to_integral_value() else 0
    except ArithmeticError:
        return 0


def _name_units(value: Any, named: set[str]) -> None:
    if type(value) is dict:
        unit_id = value.get("unit_id")
        if type(unit_id) is str and unit_id:
            named.add(unit_id)
        for inner in value.values():
            if type(inner) in (dict, list):
                _name_units(inner, named)
    elif type(value) is list:
        for inner in value:
            _name_units(inner, named)
