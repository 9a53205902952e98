"""The lists of the diagnostic's home: trade-ins of the day, units to inspect and to erase. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.basics.clock import parse_utc
from kiosk.catalogue.products import DeviceModel
from kiosk.staff.people import Person
from kiosk.stock.units import Unit
from kiosk.tradein.listing import TradeInListed
from kiosk.ui.formats import Formats, tail
from kiosk.ui.viewmodels.device import device_props
from kiosk.ui.viewmodels.durations import countdown


@dataclass(frozen=True, slots=True)
class BookLine:
    """The price book in force, and the latest version that was refused with why, if there is one."""

    in_force: str = ""
    refused: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class BenchLists:
    """What was read last."""

    trade_ins: Sequence[TradeInListed] = ()
    to_inspect: Sequence[Unit] = ()
    to_erase: Sequence[Unit] = ()
    models: Mapping[str, DeviceModel] = field(default_factory=dict)
    books: BookLine = BookLine()


@dataclass(frozen=True, slots=True)
class TradeInRow:
    """One trade-in of today. ``remaining`` and ``step`` speak while it is open."""

    session_id: str
    number: str
    model: str
    storage: str
    colour: str
    identifier_tail: str
    drawing: str
    open: bool
    bought: bool
    declined: bool
    paused: bool
    step: str
    progress: str
    remaining: str
    began: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit that waits. ``own`` is somebody's own purchase: another person must inspect it."""

    unit_id: str
    model: str
    storage: str
    colour: str
    identifier_tail: str
    drawing: str
    label_code: str
    days: int
    own: bool
    held: str


def trade_in_rows(lines: Sequence[TradeInListed], formats: Formats) -> tuple[TradeInRow, ...]:
    return tuple(_trade_in_row(line, formats) for line in lines)


def _trade_in_row(line: TradeInListed, formats: Formats) -> TradeInRow:
    device = device_props(line.model, imei=line.imei, serial=line.serial)
    is_open = not line.finished
    return TradeInRow(
        session_id=line.session_id, number=line.number, model=device.model, storage=device.storage, colour=device.colour,
        identifier_tail=device.identifier_tail, drawing=device.drawing, open=is_open, bought=line.state == "bought", declined=line.state == "declined",
        paused=line.paused and is_open, step=line.step.text(formats.language) if line.step and is_open else "",
        progress=f"{line.done_count}/{line.step_count}", remaining=countdown(line.remaining_ms) if is_open else "", began=formats.clock(line.started_at_utc),
    )  # fmt: skip


def unit_rows(
    units: Sequence[Unit], models: Mapping[str, DeviceModel], now: datetime, person: Person | None, why: Callable[[Unit], str] = lambda _unit: ""
) -> tuple[UnitRow, ...]:  # fmt: skip
    """``why`` says in words what holds a unit back, "" for nothing."""
    return tuple(_unit_row(unit, models[unit.model_id], now, person, why(unit)) for unit in units)


def _unit_row(unit: Unit, model: DeviceModel, now: datetime, person: Person | None, held: str) -> UnitRow:
    device = device_props(model, imei=unit.imei, serial=unit.serial)
    return UnitRow(
        unit_id=unit.unit_id, model=device.model, storage=device.storage, colour=device.colour, identifier_tail=tail(unit.identifier),
        drawing=device.drawing, label_code=unit.label_code, days=max(0, (now - parse_utc(unit.received_at_utc)).days),
        own=person is not None and unit.acquired_by == person.person_id, held=held,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class HomeProps:
    """``typing`` shows the pad; ``choosing_model`` the models that a scanned number can be."""

    typed: str = ""
    choosing_model: bool = False
    trade_in_count: int = 0
    to_inspect_count: int = 0
    to_erase_count: int = 0
    refused_book: str = ""
    refused_why: str = ""
    book_in_force: str = ""
