"""Rows of the board and of the stock table. Pure derivation; heights and widths leave as parts of 1000, amounts as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kiosk.basics.clock import parse_utc
from kiosk.basics.money import Money
from kiosk.stock.service import AgeBand, Found
from kiosk.stock.units import Unit, UnitState
from kiosk.ui.formats import Formats, tail
from kiosk.ui.models.product_model import GRADE_LEVELS

WHOLE = 1000
OPENING_HOUR, CLOSING_HOUR = 9, 19
SCALE_LINES = 3
ROUND_FACTORS = (1, 2, 3, 4, 5, 6, 8)
SHOWN_STATES = (
    UnitState.FOR_SALE, UnitState.TO_INSPECT, UnitState.REWORK, UnitState.TO_ERASE, UnitState.RESERVED, UnitState.QUARANTINE, UnitState.BLOCKED,
)  # fmt: skip
MOST_STATES = 5
WATCHED = {
    UnitState.BLOCKED: ("bad", "circle-x"),
    UnitState.TO_ERASE: ("wait", "eraser"),
    UnitState.TO_INSPECT: ("wait", "hourglass"),
    UnitState.REWORK: ("wait", "wrench"),
    UnitState.QUARANTINE: ("wait", "lock"),
}
MOST_POINTS = 4
MOST_STATIONS = 6
OLD = "old"
LATE_DEPOSITS = "late_deposits"
UNLAWFUL_NAMES = "unlawful_names"


@dataclass(frozen=True, slots=True)
class HourRow:
    """One bar of the takings by the hour."""

    hour_of_day: int
    part: int
    now: bool
    amount: str


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """One line of the chart's grid."""

    label: str
    part: int


@dataclass(frozen=True, slots=True)
class StateRow:
    """How many units stand in a state."""

    unit_state: str
    count: int
    part: int


@dataclass(frozen=True, slots=True)
class AgeRow:
    """Units by how long they have been here; ``up_to_days`` is 0 for the last band."""

    from_days: int
    up_to_days: int
    count: int
    part: int


@dataclass(frozen=True, slots=True)
class FunnelRow:
    """A stage of the day's trade-ins, and what part of the stage before came so far."""

    place: int
    count: int
    part: int
    share: str


@dataclass(frozen=True, slots=True)
class PointRow:
    """Something to look at; touching it shows the units in ``unit_state`` ("" for all)."""

    kind: str
    count: int
    unit_state: str
    tone_name: str
    glyph: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in the table."""

    unit_id: str
    name: str
    tail: str
    grade: str
    unit_state: str
    days: int
    price: str
    held: bool


class Move(Protocol):
    """What the life line needs of a stock movement."""

    @property
    def at_utc(self) -> str: ...

    @property
    def from_state(self) -> UnitState | None: ...

    @property
    def to_state(self) -> UnitState | None: ...


@dataclass(frozen=True, slots=True)
class StationRow:
    """A station of a unit's life: the state it came into, when, and how many days after the one before (-1 for the first)."""

    place: int
    unit_state: str
    day: str
    clock: str
    days_after: int
    latest: bool


@dataclass(frozen=True, slots=True)
class TenderTotalRow:
    """What one way of paying brought in a day."""

    kind: str
    amount: str


@dataclass(frozen=True, slots=True)
class FilterRow:
    """A chip above the table; "" is all."""

    unit_state: str
    count: int
    is_chosen: bool


def round_top(highest: Money) -> Money:
    """The top of the scale: three times a round number of euros (1, 2, 3, 4, 5, 6 or 8 times a power of ten, 10 at least)."""
    power_cents = 10_00
    while True:
        for factor in ROUND_FACTORS:
            top_cents = SCALE_LINES * factor * power_cents
            if top_cents >= highest.amount_cents:
                return Money(top_cents)
        power_cents *= 10


def hour_rows(takings: Mapping[int, Money], *, now_hour: int, formats: Formats) -> tuple[tuple[HourRow, ...], tuple[ScaleRow, ...]]:
    """The bars of the opening hours (more, when something was sold outside them) and the lines of the scale behind."""
    hours = range(min([OPENING_HOUR, *takings]), max([CLOSING_HOUR - 1, *takings]) + 1)
    top = round_top(max(takings.values(), default=Money(0)))
    bars = tuple(
        HourRow(hour, max(0, taken.amount_cents) * WHOLE // top.amount_cents, hour == now_hour, formats.money(taken))
        for hour in hours
        for taken in (takings.get(hour, Money(0)),)
    )
    scale = tuple(
        ScaleRow(formats.whole(top.amount_cents * line // SCALE_LINES // 100), WHOLE * line // SCALE_LINES) for line in range(SCALE_LINES + 1)
    )
    return bars, scale


def state_rows(counts: Mapping[UnitState, int]) -> tuple[StateRow, ...]:
    """The states worth a line: the first ones always, the others when there is something in them."""
    present = [state for place, state in enumerate(SHOWN_STATES) if counts.get(state, 0) or place < MOST_STATES]
    total = sum(counts.get(state, 0) for state in present)
    return tuple(StateRow(state.value, counts.get(state, 0), counts.get(state, 0) * WHOLE // total if total else 0) for state in present)


def age_rows(bands: Sequence[AgeBand]) -> tuple[AgeRow, ...]:
    """Each band beside the longest one."""
    longest = max((band.count for band in bands), default=0)
    starts = [0, *(band.up_to_days + 1 for band in bands if band.up_to_days is not None)]
    return tuple(
        AgeRow(start, band.up_to_days or 0, band.count, band.count * WHOLE // longest if longest else 0) for start, band in zip(starts, bands, strict=True)
    )


def funnel_rows(stages: Sequence[int], formats: Formats) -> tuple[FunnelRow, ...]:
    """Started, offered, accepted: each as a part of the first, with its share of the one before."""
    rows = []
    for place, count in enumerate(stages):
        before = stages[place - 1] if place else 0
        share = formats.percent((2 * count * 100 + before) // (2 * before) * 10) if before else ""
        rows.append(FunnelRow(place, count, count * WHOLE // stages[0] if stages[0] else 0, share))
    return tuple(rows)


def point_rows(counts: Mapping[UnitState, int], bands: Sequence[AgeBand], *, late_deposits: int = 0, unlawful_names: int = 0) -> tuple[PointRow, ...]:
    """What to look at, the gravest first."""
    rows = [PointRow(state.value, counts[state], state.value, tone, icon) for state, (tone, icon) in WATCHED.items() if counts.get(state)]
    old = next((band.count for band in bands if band.up_to_days is None), 0)
    if old:
        rows.insert(min(1, len(rows)), PointRow(OLD, old, "", "accent", "tag"))
    if late_deposits:
        rows.insert(0, PointRow(LATE_DEPOSITS, late_deposits, UnitState.RESERVED.value, "wait", "calendar-clock"))
    if unlawful_names:
        rows.insert(0, PointRow(UNLAWFUL_NAMES, unlawful_names, "", "wait", "tag"))
    return tuple(rows[:MOST_POINTS])


def unit_rows(units: Iterable[Found], *, now: datetime, formats: Formats) -> tuple[UnitRow, ...]:
    return tuple(
        UnitRow(
            unit.unit_id, found.product.name, tail(unit.identifier), unit.grade.value if unit.grade else "", unit.state.value,
            days_here(unit.received_at_utc, now), formats.money(unit.price) if unit.price else "", unit.hold is not None,
        )
        for found in units
        if (unit := found.unit) is not None
    )  # fmt: skip


def station_rows(unit: Unit, moves: Sequence[Move], formats: Formats) -> tuple[StationRow, ...]:
    """The life of a unit, from its arrival to where it stands now; the last stations when there are many."""
    changes = [move for move in moves if move.to_state is not None and move.to_state is not move.from_state]
    arrived = changes[0].from_state if changes else unit.state
    stations = [(unit.received_at_utc, arrived)] if arrived is not None else []
    stations += [(move.at_utc, move.to_state) for move in changes if move.to_state is not None]
    known = stations[-MOST_STATIONS:]
    return tuple(
        StationRow(
            place, state.value, formats.day_of_month(at_utc), formats.clock(at_utc),
            days_here(known[place - 1][0], parse_utc(at_utc)) if place else -1, place == len(known) - 1,
        )
        for place, (at_utc, state) in enumerate(known)
    )  # fmt: skip


def days_here(received_at_utc: str, now: datetime) -> int:
    return max(0, (now - parse_utc(received_at_utc)).days)


def sort_key(column: str, found: Found) -> tuple[object, ...]:
    """By what a column of the table is sorted; the name settles ties."""
    unit = found.unit
    assert unit is not None
    match column:
        case "tail":
            first: object = unit.identifier[-4:]
        case "grade":
            first = -GRADE_LEVELS[unit.grade] if unit.grade else 1
        case "state":
            first = list(UnitState).index(unit.state)
        case "days":
            first = unit.received_at_utc
        case "price":
            first = unit.price.amount_cents if unit.price else -1
        case _:
            first = found.product.name
    return (first, found.product.name, unit.unit_id)


def filter_rows(units: Sequence[Found], chosen: str) -> tuple[FilterRow, ...]:
    """All, then each state that some unit is in."""
    counts = {state: sum(1 for found in units if found.unit and found.unit.state is state) for state in UnitState}
    return (FilterRow("", len(units), chosen == ""), *(FilterRow(state.value, count, chosen == state.value) for state, count in counts.items() if count))
