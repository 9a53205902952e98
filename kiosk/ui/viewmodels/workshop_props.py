"""What the workshop's page shows: the list, the failing points, the parts with their origin and cost, the ways out. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics.repairs import PartUsed
from kiosk.diagnostics.workshop import WorkshopScreen
from kiosk.stock.units import Unit, UnitState
from kiosk.ui.formats import Formats, tail
from kiosk.ui.viewmodels.device import device_props


@dataclass(frozen=True, slots=True)
class WorkshopFacts:
    """One unit on the bench and its repair as it is entered; ``leaving_to`` while a reason is asked."""

    screen: WorkshopScreen
    points: tuple[str, ...] = ()
    used: tuple[PartUsed, ...] = ()
    minutes: int = 0
    leaving_to: UnitState | None = None


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A unit of the list *Atelier*."""

    unit_id: str
    model: str
    storage: str
    colour: str
    identifier_tail: str
    drawing: str
    unit_state: str
    days: int
    held: str


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A failing point; ``again`` are the numbers that will be tested again with it."""

    point_id: str
    number: str
    title: str
    finding: str
    again: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of the price book; ``cost`` as it is typed or proposed."""

    part: str
    name: str
    cost: str
    chosen: bool
    genuine: bool
    reference: str


@dataclass(frozen=True, slots=True)
class WayRow:
    """A state that the unit may be let go to."""

    unit_state: str


@dataclass(frozen=True, slots=True)
class RepairRow:
    """A repair that was done before."""

    place: int
    day: str
    cost: str


@dataclass(frozen=True, slots=True)
class WorkshopProps:
    """Finished words and what may be done."""

    held_count: int = 0
    unit_state: str = ""
    in_workshop: bool = False
    can_repair: bool = False
    can_save: bool = False
    minutes: int = 0
    labour: str = ""
    cost: str = ""
    spent: str = ""
    asking_reason: bool = False


def derive(facts: WorkshopFacts | None, held_count: int, formats: Formats) -> WorkshopProps:
    if facts is None:
        return WorkshopProps(held_count)
    screen = facts.screen
    labour = Money(screen.minute_rate.amount_cents * facts.minutes)
    cost = labour + Money.total(used.cost for used in facts.used)
    before = screen.unit.repair_cost
    return WorkshopProps(
        held_count, screen.unit.state.value, screen.unit.state is UnitState.REWORK, screen.may_repair, screen.may_repair and bool(facts.points), facts.minutes,
        formats.money(labour), formats.money(cost), formats.money(before) if before else "", facts.leaving_to is not None,
    )  # fmt: skip


def held_rows(
    units: Sequence[Unit], models: Sequence[DeviceModel], days: Sequence[int], why: Callable[[Unit], str] = lambda _unit: ""
) -> tuple[HeldRow, ...]:  # fmt: skip
    """``why`` says in words what holds a unit back, "" for nothing."""
    return tuple(_held_row(unit, model, since, why(unit)) for unit, model, since in zip(units, models, days, strict=False))


def _held_row(unit: Unit, model: DeviceModel, days: int, held: str) -> HeldRow:
    device = device_props(model, imei=unit.imei, serial=unit.serial)
    return HeldRow(
        unit.unit_id, device.model, device.storage, device.colour, tail(unit.identifier), device.drawing, unit.state.value, days, held
    )  # fmt: skip


def failed_rows(facts: WorkshopFacts, language: str) -> tuple[FailedRow, ...]:
    return tuple(
        FailedRow(
            failed.point_id, f"{failed.number:02d}", failed.title.text(language), failed.finding.text(language),
            ", ".join(f"{number:02d}" for number in failed.dependants), failed.point_id in facts.points,
        )
        for failed in facts.screen.failed
    )  # fmt: skip


def part_rows(facts: WorkshopFacts, name_of: Callable[[str], str], formats: Formats) -> tuple[PartRow, ...]:
    """What the defects name first, the rest in the book's order."""
    used = {each.part: each for each in facts.used}
    first = [part for part in facts.screen.parts if part.part in facts.screen.suggested]
    rest = [part for part in facts.screen.parts if part.part not in facts.screen.suggested]
    return tuple(
        PartRow(
            known.part, name_of(known.part), formats.money(used[known.part].cost if known.part in used else known.cost), known.part in used,
            known.part in used and used[known.part].genuine, used[known.part].reference if known.part in used else "",
        )
        for known in (*first, *rest)
    )  # fmt: skip


def way_rows(facts: WorkshopFacts) -> tuple[WayRow, ...]:
    return tuple(WayRow(state.value) for state in facts.screen.ways_out)


def repair_rows(facts: WorkshopFacts, formats: Formats) -> tuple[RepairRow, ...]:
    return tuple(RepairRow(place, formats.day_of_month(done.at_utc), formats.money(done.cost)) for place, done in enumerate(facts.screen.repairs))
