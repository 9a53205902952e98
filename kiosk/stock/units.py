"""One serialised device with its whole life: its states, which may follow which, and whether it may be sold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.basics.money import Money


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
