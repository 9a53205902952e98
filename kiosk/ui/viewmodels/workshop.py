"""The workshop: which units wait there, one of them on the bench, its repair as it is entered, and the other ways out. GUI thread.

What is entered lives here until it is saved whole; the price book proposes the parts that the defects name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.clock import parse_utc
from kiosk.basics.money import ZERO, Money
from kiosk.basics.results import Ok, Result
from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics.repairs import PartUsed, Work
from kiosk.diagnostics.workshop import WorkshopScreen
from kiosk.staff.approvals import Action, Approval, Why
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may
from kiosk.stock.units import Unit, UnitState
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.bench import Bench, BenchViewModel, held_words
from kiosk.ui.viewmodels.device import DeviceViewModel, device_props
from kiosk.ui.viewmodels.holds import HoldsViewModel
from kiosk.ui.viewmodels.screen import shown
from kiosk.ui.viewmodels.workshop_props import (
    FailedRow,
    HeldRow,
    PartRow,
    RepairRow,
    WayRow,
    WorkshopFacts,
    WorkshopProps,
    derive,
    failed_rows,
    held_rows,
    part_rows,
    repair_rows,
    way_rows,
)

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
MINUTES_STEP, MOST_MINUTES = 5, 600


@dataclass(frozen=True, slots=True)
class Waiting:
    """The list as it was read last."""

    units: tuple[Unit, ...] = ()
    models: tuple[DeviceModel, ...] = ()


@QmlElement
@QmlUncreatable("made by the composition root")
class WorkshopViewModel(BenchViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``on_opened`` brings its page up, ``on_left`` the home."""

    changed = Signal()

    def __init__(
        self, bench: Bench, formats: Formats, *, on_opened: Callable[[], None], on_left: Callable[[], None], parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(bench, formats, parent)
        self._on_opened, self._on_left = on_opened, on_left
        self._waiting = Waiting()
        self._facts: WorkshopFacts | None = None
        self._props = WorkshopProps()
        self._device = DeviceViewModel(self)
        self._held = RowsModel(HeldRow, key=lambda row: row.unit_id, parent=self)
        self._failed = RowsModel(FailedRow, key=lambda row: row.point_id, parent=self)
        self._parts = RowsModel(PartRow, key=lambda row: row.part, parent=self)
        self._ways = RowsModel(WayRow, key=lambda row: row.unit_state, parent=self)
        self._done = RowsModel(RepairRow, key=lambda row: row.place, parent=self)
        self._holds = HoldsViewModel(bench.papers, formats, self)
        self._holds.failed.connect(self.failed)
        self._holds.moved.connect(on_left)

    def welcome(self, person: Person | None) -> None:
        super().welcome(person)
        self._holds.welcome(person)

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        self._holds.speak(formats)

    def refresh(self) -> None:
        """Read the list again."""
        bench = self._bench

        def read() -> Waiting:
            units = bench.aftercare.workshop.waiting()
            models = bench.catalogue.models_by_id(unit.model_id for unit in units)
            return Waiting(units, tuple(models[unit.model_id] for unit in units))

        bench.jobs.run(read, self._took)

    @Slot(str)
    def open(self, unit_id: str) -> None:
        """A tap on a unit of the list, or its scan."""
        self._do(lambda: self._bench.aftercare.workshop.screen(unit_id, self.person), self._opened)

    @Slot(str)
    def togglePoint(self, point_id: str) -> None:
        facts = self._facts
        if facts is not None:
            left = tuple(name for name in facts.points if name != point_id)
            self._fold(replace(facts, points=left if len(left) < len(facts.points) else (*facts.points, point_id)))

    @Slot(str)
    def togglePart(self, part: str) -> None:
        facts = self._facts
        book = next((known for known in facts.screen.parts if known.part == part), None) if facts else None
        if facts is None or book is None:
            return
        others = tuple(used for used in facts.used if used.part != part)
        added = len(others) == len(facts.used)
        minutes = max(0, min(MOST_MINUTES, facts.minutes + (book.minutes if added else -book.minutes)))
        self._fold(replace(facts, used=(*others, PartUsed(part, book.cost, genuine=False)) if added else others, minutes=minutes))

    @Slot(str, bool)
    def sayGenuine(self, part: str, genuine: bool) -> None:
        self._change(part, lambda used: replace(used, genuine=genuine))

    @Slot(str, str)
    def writeReference(self, part: str, text: str) -> None:
        self._change(part, lambda used: replace(used, reference=text))

    @Slot(str, str)
    def writeCost(self, part: str, text: str) -> None:
        """What the supplier asked for it; anything that is no amount leaves it as it was."""
        cost = _money(text)
        if cost is not None:
            self._change(part, lambda used: replace(used, cost=cost))

    @Slot(int)
    def addMinutes(self, steps: int) -> None:
        facts = self._facts
        if facts is not None:
            self._fold(replace(facts, minutes=max(0, min(MOST_MINUTES, facts.minutes + steps * MINUTES_STEP))))

    @Slot()
    def save(self) -> None:
        """The repair is done: the unit goes back to its inspection."""
        facts = self._facts
        if facts is not None and self._props.can_save:
            work = Work(facts.points, facts.used, facts.minutes)
            self._do(lambda: self._bench.aftercare.workshop.repair(facts.screen.unit.unit_id, work, self.person), lambda _unit: self._on_left())

    @Slot(str)
    def letGo(self, unit_state: str) -> None:
        """Another way out: giving it up for parts wants a reason, the rest a manager."""
        facts = self._facts
        if facts is None:
            return
        to_state, unit = UnitState(unit_state), facts.screen.unit
        if to_state is UnitState.PARTS or may(self.person, Right.RELEASE_UNIT):
            self._fold(replace(facts, leaving_to=to_state))
            return
        self._ask_approval(
            Right.RELEASE_UNIT, Action.RELEASE, document=unit.unit_id, detail=f"{self._device.model} ···· {unit.identifier_tail}",
            on_approved=lambda approval: self._let_go(to_state, approval.why, approval),
        )  # fmt: skip

    @Slot(str)
    def giveReason(self, code: str) -> None:
        facts = self._facts
        if facts is not None and facts.leaving_to is not None:
            self._let_go(facts.leaving_to, Why(code), None)

    @Slot()
    def closeReasons(self) -> None:
        if self._facts is not None:
            self._fold(replace(self._facts, leaving_to=None))

    @Slot()
    def leave(self) -> None:
        self._on_left()

    def _let_go(self, to_state: UnitState, why: Why, approval: Approval | None) -> None:
        facts = self._facts
        if facts is not None:
            unit_id = facts.screen.unit.unit_id
            self._do(
                lambda: self._bench.aftercare.workshop.let_go(unit_id, to_state, why, self.person, approved_by=approval), lambda _unit: self._on_left()
            )  # fmt: skip

    def _change(self, part: str, change: Callable[[PartUsed], PartUsed]) -> None:
        facts = self._facts
        if facts is not None:
            self._fold(replace(facts, used=tuple(change(used) if used.part == part else used for used in facts.used)))

    def _opened(self, screen: WorkshopScreen) -> None:
        book = {known.part: known for known in screen.parts}
        named = [book[part] for part in screen.suggested if part in book]
        points = tuple(failed.point_id for failed in screen.failed)
        used = tuple(PartUsed(known.part, known.cost, genuine=False) for known in named)
        self._device.show(device_props(screen.model, imei=screen.unit.imei, serial=screen.unit.serial))
        self._holds.show(screen.unit)
        self._fold(WorkshopFacts(screen, points, used, sum(known.minutes for known in named)))
        self._on_opened()

    def _took(self, result: Result[Waiting]) -> None:
        if isinstance(result, Ok):
            self._waiting = result.value
            self._show_again()

    def _fold(self, facts: WorkshopFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        days = [max(0, (self._bench.clock.now_utc() - parse_utc(unit.received_at_utc)).days) for unit in self._waiting.units]
        self._held.show(held_rows(self._waiting.units, self._waiting.models, days, held_words(self._bench.papers, self._formats.language)))
        facts, language = self._facts, self._formats.language
        props = derive(facts, len(self._waiting.units), self._formats)
        if facts is not None:
            self._failed.show(failed_rows(facts, language))
            self._parts.show(part_rows(facts, lambda part: self._bench.aftercare.workshop.words_of(part).text(language), self._formats))
            self._ways.show(way_rows(facts))
            self._done.show(repair_rows(facts, self._formats))
        if props != self._props:
            self._props = props
            self.changed.emit()

    holds = Property(HoldsViewModel, lambda self: self._holds, constant=True)
    device = Property(DeviceViewModel, lambda self: self._device, constant=True)
    held = Property(QObject, lambda self: self._held, constant=True)
    failures = Property(QObject, lambda self: self._failed, constant=True)
    parts = Property(QObject, lambda self: self._parts, constant=True)
    ways = Property(QObject, lambda self: self._ways, constant=True)
    repairs = Property(QObject, lambda self: self._done, constant=True)
    heldCount = shown("held_count", int, changed)
    unitState = shown("unit_state", str, changed)
    canRepair = shown("can_repair", bool, changed)
    inWorkshop = shown("in_workshop", bool, changed)
    canSave = shown("can_save", bool, changed)
    minutes = shown("minutes", int, changed)
    labour = shown("labour", str, changed)
    cost = shown("cost", str, changed)
    spent = shown("spent", str, changed)
    askingReason = shown("asking_reason", bool, changed)


def _money(text: str) -> Money | None:
    try:
        amount = Money.parse(text.strip().replace(",", ".").removesuffix("€").strip())
    except (ValueError, ArithmeticError):
        return None
    return amount if amount >= ZERO else None
