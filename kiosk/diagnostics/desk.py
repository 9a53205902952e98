"""What the use cases of the inspection are given and give back: the rules with their prices, the screen, the result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.basics.locales import FRANCE, Locale
from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceKind, DeviceModel
from kiosk.diagnostics.checklist import Words
from kiosk.diagnostics.events import Answered, DeviceRead
from kiosk.diagnostics.grading import Graded, GradingRules
from kiosk.diagnostics.inspection import Inspection, InspectionFacts
from kiosk.diagnostics.repairs import BookPart
from kiosk.diagnostics.views import SessionFacts
from kiosk.stock.units import Grade, Unit


class UnitPrices(Protocol):
    """What the price book says of a model; kept by the trade-in, asked here."""

    def sale_price(self, model: DeviceModel, grade: Grade) -> Money | None: ...

    def repair_cost(self, model: DeviceModel, parts: tuple[str, ...]) -> Money: ...

    def repair_cap(self, model: DeviceModel) -> Money: ...

    def parts_of(self, model: DeviceModel) -> tuple[BookPart, ...]: ...

    def minute_rate(self) -> Money: ...


@dataclass(frozen=True, slots=True)
class Mend:
    """The part whose change would raise the grade: what it costs with its minutes of work."""

    part: str
    cost: Money
    minutes: int


@dataclass(frozen=True, slots=True)
class InspectionScreen:
    """All that the screen of thirty tiles shows. ``price`` is for the grade as it stands, ``better_price`` for the one within reach and
    ``mend`` what leads there; ``repaired_by`` are names.
    """

    session_id: str
    unit: Unit
    model: DeviceModel
    inspector_id: str
    facts: InspectionFacts
    session: SessionFacts
    price: Money | None
    better_price: Money | None
    readings: tuple[DeviceRead, ...] = ()
    answers: Mapping[str, Answered] = field(default_factory=dict)
    mend: Mend | None = None
    repaired_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspected:
    """What became of the unit."""

    unit: Unit
    graded: Graded


@dataclass(frozen=True, slots=True)
class InspectionRules:
    """The published rules, and what they cost and bring."""

    inspections: Mapping[DeviceKind, Inspection]
    grading: GradingRules
    prices: UnitPrices
    locale: Locale = FRANCE
    part_words: Mapping[str, Words] = field(default_factory=dict)
