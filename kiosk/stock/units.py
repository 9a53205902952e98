"""One serialised device with its whole life: its states, which may follow which, and whether it may be sold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.basics.money import ZERO, Money
from kiosk.errors import Refused


class UnitState(StrEnum):
    """Where a unit stands; the French word of each is in the screens' translations."""

    TO_ERASE = "to_erase"
    TO_INSPECT = "to_inspect"
    REWORK = "rework"
    FOR_SALE = "for_sale"
    RESERVED = "reserved"
    SOLD = "sold"
    BLOCKED = "blocked"
    QUARANTINE = "quarantine"
    PARTS = "parts"
    IN_TRANSIT = "in_transit"


class Grade(StrEnum):
    """Sale grades, best first (reference: diagnostics rules, R6 to R9)."""

    PREMIUM = "premium"
    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"


class VatOrigin(StrEnum):
    """How the unit was bought, which decides its VAT when sold (CIBS L. 242-1 s.); fixed at acquisition."""

    MARGIN = "margin"
    STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class Unit:
    """A device in the chain's hands. ``holder`` ("shop:L01", "web", "parcel:P7") alone may sell it; ``gen`` fences transfers."""

    unit_id: str
    product_id: str
    model_id: str
    serial: str
    state: UnitState
    vat_origin: VatOrigin
    purchase_price: Money
    holder: str
    gen: int
    received_at_utc: str
    label_code: str
    imei: str | None = None
    imei2: str | None = None
    price: Money | None = None
    grade: Grade | None = None
    battery_health_pct: int | None = None
    register_number: str | None = None
    erasure_id: str | None = None
    inspection_id: str | None = None
    acquired_by: str | None = None
    repair_cost: Money = ZERO
    """Parts and minutes put into it since it was bought; never part of the margin's purchase price."""
    hold: str | None = None
    """The gravest reason that holds it back now, whatever its state: held, it is not sold."""

    @property
    def identifier(self) -> str:
        """What is printed and shown of it: the IMEI, else the serial number."""
        return self.imei or self.serial

    @property
    def identifier_tail(self) -> str:
        """The four last characters, as on a label or a basket line."""
        return self.identifier[-4:]

    @property
    def refurbished(self) -> bool:
        """Whether the law lets it be called *reconditionné*: every function tested (no grade is given for less) and the erase proven (R. 122-4)."""
        return self.grade is not None and self.inspection_id is not None and self.erasure_id is not None


NEXT_STATES: dict[UnitState, frozenset[UnitState]] = {
    UnitState.TO_ERASE: frozenset({UnitState.TO_INSPECT, UnitState.BLOCKED, UnitState.QUARANTINE, UnitState.PARTS}),
    UnitState.TO_INSPECT: frozenset(
        {UnitState.FOR_SALE, UnitState.REWORK, UnitState.TO_ERASE, UnitState.BLOCKED, UnitState.QUARANTINE, UnitState.PARTS, UnitState.IN_TRANSIT}
    ),
    UnitState.REWORK: frozenset(
        {UnitState.TO_INSPECT, UnitState.TO_ERASE, UnitState.BLOCKED, UnitState.QUARANTINE, UnitState.PARTS, UnitState.IN_TRANSIT}
    ),
    UnitState.FOR_SALE: frozenset(
        {UnitState.SOLD, UnitState.RESERVED, UnitState.TO_INSPECT, UnitState.REWORK, UnitState.BLOCKED, UnitState.QUARANTINE, UnitState.IN_TRANSIT}
    ),
    UnitState.RESERVED: frozenset({UnitState.FOR_SALE, UnitState.SOLD}),
    UnitState.SOLD: frozenset({UnitState.TO_ERASE, UnitState.QUARANTINE}),
    UnitState.BLOCKED: frozenset({UnitState.TO_ERASE, UnitState.TO_INSPECT, UnitState.QUARANTINE, UnitState.PARTS}),
    UnitState.QUARANTINE: frozenset({UnitState.TO_ERASE, UnitState.TO_INSPECT, UnitState.REWORK, UnitState.BLOCKED, UnitState.PARTS}),
    UnitState.IN_TRANSIT: frozenset({UnitState.FOR_SALE, UnitState.TO_INSPECT, UnitState.REWORK, UnitState.TO_ERASE, UnitState.QUARANTINE}),
    UnitState.PARTS: frozenset({UnitState.REWORK}),
}
"""Which state may follow which. What a customer gives back is erased and inspected again before it can be sold."""


class StateRefused(Refused):
    """This state cannot follow the unit's present one."""

    code = "stock.state_refused"


class UnitNotSellable(Refused):
    """A unit that may not go into a basket; each reason is a class of its own."""

    code = "stock.unit_not_sellable"


class UnitSold(UnitNotSellable):
    code = "stock.unit_sold"


class UnitNotErased(UnitNotSellable):
    code = "stock.unit_not_erased"


class UnitNotInspected(UnitNotSellable):
    code = "stock.unit_not_inspected"


class UnitInRework(UnitNotSellable):
    code = "stock.unit_in_rework"


class UnitBlocked(UnitNotSellable):
    code = "stock.unit_blocked"


class UnitInQuarantine(UnitNotSellable):
    code = "stock.unit_in_quarantine"


class UnitForParts(UnitNotSellable):
    code = "stock.unit_for_parts"


class UnitInTransit(UnitNotSellable):
    code = "stock.unit_in_transit"


class UnitReserved(UnitNotSellable):
    code = "stock.unit_reserved"


class UnitOnHold(UnitNotSellable):
    code = "stock.unit_on_hold"


class UnitHeldElsewhere(UnitNotSellable):
    code = "stock.unit_held_elsewhere"


class UnitWithoutPrice(UnitNotSellable):
    code = "stock.unit_without_price"


_REFUSALS: dict[UnitState, type[UnitNotSellable]] = {
    UnitState.TO_ERASE: UnitNotErased,
    UnitState.TO_INSPECT: UnitNotInspected,
    UnitState.REWORK: UnitInRework,
    UnitState.RESERVED: UnitReserved,
    UnitState.SOLD: UnitSold,
    UnitState.BLOCKED: UnitBlocked,
    UnitState.QUARANTINE: UnitInQuarantine,
    UnitState.PARTS: UnitForParts,
    UnitState.IN_TRANSIT: UnitInTransit,
}


def shop_holder(shop_id: str) -> str:
    """How a shop is named as the holder of a unit: ``shop:L01``."""
    return f"shop:{shop_id}"


def sellable(unit: Unit, shop_id: str) -> UnitNotSellable | None:
    """Why this shop may not sell the unit now; None when it may. The state comes first: it is what the cashier can see."""
    refusal = _REFUSALS.get(unit.state)
    if refusal is None and unit.hold is not None:
        refusal = UnitOnHold
    if refusal is None and unit.holder != shop_holder(shop_id):
        refusal = UnitHeldElsewhere
    if refusal is None and unit.price is None:
        refusal = UnitWithoutPrice
    return None if refusal is None else refusal(tail=unit.identifier_tail)


def check_transition(unit: Unit, to_state: UnitState) -> None:
    """Raise when the state may not follow; a unit that is already sold says so in its own words."""
    if unit.state is UnitState.SOLD and to_state is UnitState.SOLD:
        raise UnitSold(tail=unit.identifier_tail)
    if to_state not in NEXT_STATES[unit.state]:
        raise StateRefused(tail=unit.identifier_tail, from_state=unit.state.value, to_state=to_state.value)
