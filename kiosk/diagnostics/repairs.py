"""A repair in the workshop: which points, which parts with their origin, how long; what it costs and what it proves. Frozen nouns.

What a repair cost stays on the unit beside its purchase price and never enters the base of the VAT on the margin, which is the
sale price less the purchase price alone (CIBS art. L. 242-1 s.). Source of the loop: diagnostics §2.2 and §3.3.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.basics.money import Money
from kiosk.errors import Refused

MOST_MINUTES = 600
MOST_COST = Money(200_000)
LONGEST_NOTE = 200
BATTERY, DISPLAY = "battery", "display"


class RepairUnclear(Refused):
    """A repair without a point, a part without its cost, or more minutes than a day has."""

    code = "diagnostics.repair_unclear"


class InspectorRepairs(Refused):
    """Who inspected a unit does not repair it: somebody else must judge the work, and they would be the only one left."""

    code = "diagnostics.inspector_repairs"


class NotInWorkshop(Refused):
    """The unit is not waiting for a repair."""

    code = "diagnostics.not_in_workshop"


@dataclass(frozen=True, slots=True)
class BookPart:
    """A part as the price book has it for a kind of device, and how long it takes to put in."""

    part: str
    cost: Money
    minutes: int


@dataclass(frozen=True, slots=True)
class PartUsed:
    """A part that was put in. ``reference`` names the supplier's invoice: without it nothing of its origin is proven."""

    part: str
    cost: Money
    genuine: bool
    reference: str = ""

    @property
    def traced(self) -> bool:
        """Genuine, and an invoice says so."""
        return self.genuine and bool(self.reference)


@dataclass(frozen=True, slots=True)
class Work:
    """What the repairer enters."""

    points: tuple[str, ...]
    parts: tuple[PartUsed, ...] = ()
    minutes: int = 0
    note: str = ""

    def checked(self) -> Work:
        """Trimmed; RepairUnclear."""
        parts = tuple(PartUsed(used.part, used.cost, used.genuine, " ".join(used.reference.split())) for used in self.parts)
        costs_fit = all(Money(0) <= used.cost <= MOST_COST for used in parts)
        if not self.points or not costs_fit or not 0 <= self.minutes <= MOST_MINUTES or len({used.part for used in parts}) != len(parts):
            raise RepairUnclear()
        return Work(tuple(dict.fromkeys(self.points)), parts, self.minutes, " ".join(self.note.split())[:LONGEST_NOTE])


@dataclass(frozen=True, slots=True)
class Repair:
    """A repair as it was done and for ever stands. ``inspection_id`` is the inspection that found the defects."""

    repair_id: str
    unit_id: str
    inspection_id: str | None
    at_utc: str
    person_id: str
    work: Work
    minute_rate: Money

    @property
    def parts_cost(self) -> Money:
        return Money.total(used.cost for used in self.work.parts)

    @property
    def cost(self) -> Money:
        """Parts and minutes."""
        return self.parts_cost + Money(self.minute_rate.amount_cents * self.work.minutes)


def all_genuine(repairs: tuple[Repair, ...]) -> bool:
    """Whether every part that was put in is genuine and traced; also true when none was."""
    latest = {used.part: used for repair in repairs for used in repair.work.parts}
    return all(used.traced for used in latest.values())


def has_new_cell(repairs: tuple[Repair, ...]) -> bool:
    """Whether the battery in it now came from a workshop with its invoice."""
    cells = [used for repair in repairs for used in repair.work.parts if used.part == BATTERY]
    return bool(cells) and bool(cells[-1].reference)
