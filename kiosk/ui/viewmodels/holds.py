"""What holds a unit back, in words, and the two things to do about it: set it apart, or say that the answer came. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.clock import parse_utc
from kiosk.basics.results import Err, Ok, Result
from kiosk.staff.approvals import Why
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may
from kiosk.stock.units import Unit, UnitState
from kiosk.tradein.holding import Hold
from kiosk.tradein.holds import HoldReason
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.unit_papers import UnitPapers

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class HoldRow:
    """One reason that holds it. ``endable``: whoever looks may say that the answer came."""

    reason: str
    title: str
    todo: str
    day: str
    clock: str
    name: str
    hazard: bool
    endable: bool


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """A reason for which it may be set apart now."""

    reason: str
    title: str
    hazard: bool


@dataclass(frozen=True, slots=True)
class HoldsProps:
    """``ending`` is the reason whose answer is being given; ``trouble`` of the last thing that was asked for."""

    held: bool = False
    can_hold: bool = False
    asking: bool = False
    ending: str = ""
    trouble: str = ""


def hold_rows(holds: tuple[Hold, ...], name_of: Callable[[str | None], str], formats: Formats, *, may_release: bool) -> tuple[HoldRow, ...]:
    """The gravest first."""
    language = formats.language
    return tuple(
        HoldRow(
            hold.reason.reason, hold.reason.title.text(language), hold.reason.todo.text(language), formats.day_of_month(parse_utc(hold.since_utc)),
            formats.clock(parse_utc(hold.since_utc)), name_of(hold.by), is_hazard(hold.reason), hold.needs_answer and may_release,
        )
        for hold in holds
    )  # fmt: skip


def is_hazard(reason: HoldReason) -> bool:
    return reason.goes_to is UnitState.QUARANTINE


@QmlElement
@QmlUncreatable("made by the composition root")
class HoldsViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``moved`` when the unit stands elsewhere than before."""

    changed = Signal()
    moved = Signal()

    def __init__(self, papers: UnitPapers | None, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._papers = papers
        self._person: Person | None = None
        self._unit: Unit | None = None
        self._holds: tuple[Hold, ...] = ()
        self._asking, self._ending, self._trouble, self._busy = False, "", "", False
        self._props = HoldsProps()
        self._rows = RowsModel(HoldRow, key=lambda row: row.reason, parent=self)
        self._offered = RowsModel(ReasonRow, key=lambda row: row.reason, parent=self)

    def welcome(self, person: Person | None) -> None:
        self._person = person
        self.show(None)

    def show(self, unit: Unit | None) -> None:
        """Another unit is on the page; None for none."""
        if unit == self._unit:
            return
        self._unit, self._holds = unit, ()
        self._asking, self._ending, self._trouble = False, "", ""
        self._show_again()
        self._read()

    @Slot()
    def ask(self) -> None:
        """For what shall it be set apart?"""
        self._asking, self._trouble = True, ""
        self._show_again()

    @Slot(str)
    def askEnd(self, reason: str) -> None:
        """What was the answer?"""
        self._ending, self._trouble = reason, ""
        self._show_again()

    @Slot()
    def close(self) -> None:
        self._asking, self._ending = False, ""
        self._show_again()

    @Slot(str)
    def hold(self, reason: str) -> None:
        """Set apart, at once."""
        papers, unit, person = self._papers, self._unit, self._person
        if papers is not None and papers.holds is not None and unit is not None and person is not None:
            holds = papers.holds
            self._do(lambda: holds.hold(unit.unit_id, reason, person))

    @Slot(str)
    def end(self, why: str) -> None:
        """The answer came: "answered", or it was "mistaken"."""
        papers, unit, person, reason = self._papers, self._unit, self._person, self._ending
        if papers is not None and papers.holds is not None and unit is not None and person is not None and reason:
            holds = papers.holds
            self._do(lambda: holds.release(unit.unit_id, reason, Why(why), person))

    def _do(self, work: Callable[[], Unit]) -> None:
        assert self._papers is not None, "asked above"
        if not self._busy:
            self._busy = True
            self._papers.ledger.run(work, self._done)

    def _done(self, result: Result[Unit]) -> None:
        self._busy = self._asking = False
        self._ending = ""
        match result:
            case Ok(unit):
                self._unit = None
                self.show(unit)
                self.moved.emit()
            case Err(error):
                words = text_of(error, self._formats.language, currency=self._formats.currency)
                self._trouble = f"{words.what} {words.meaning} {words.todo}"
                self.failed.emit()
                self._show_again()

    def _read(self) -> None:
        papers, unit = self._papers, self._unit
        if papers is None or papers.holds is None or unit is None or unit.hold is None:
            return
        holds = papers.holds
        papers.ledger.run(lambda: holds.holds_of(unit.unit_id), lambda result: self._took(unit, result))

    def _took(self, unit: Unit, result: Result[tuple[Hold, ...]]) -> None:
        if isinstance(result, Ok) and unit is self._unit:
            self._holds = result.value
            self._show_again()

    def _show_again(self) -> None:
        papers, unit, person = self._papers, self._unit, self._person
        offered: tuple[ReasonRow, ...] = ()
        if papers is not None and papers.holds is not None and unit is not None and person is not None and may(person, Right.INSPECT):
            reasons = [reason for reason in papers.holds.reasons.offered_to(unit) if reason not in [hold.reason for hold in self._holds]]
            offered = tuple(ReasonRow(reason.reason, reason.title.text(self._formats.language), is_hazard(reason)) for reason in reasons)
        past = papers.past if papers is not None else None
        self._rows.show(
            hold_rows(
                self._holds, past.name_of if past else lambda person_id: person_id or "", self._formats,
                may_release=person is not None and may(person, Right.RELEASE_UNIT),
            )
        )  # fmt: skip
        self._offered.show(offered)
        props = HoldsProps(bool(self._holds), bool(offered), self._asking, self._ending, self._trouble)
        if props != self._props:
            self._props = props
            self.changed.emit()

    rows = Property(QObject, lambda self: self._rows, constant=True)
    offered = Property(QObject, lambda self: self._offered, constant=True)
    held = shown("held", bool, changed)
    canHold = shown("can_hold", bool, changed)
    asking = shown("asking", bool, changed)
    ending = shown("ending", str, changed)
    trouble = shown("trouble", str, changed)
