"""Closing the day, one question per page: count each drawer blind, look at what will be frozen, the numbered Z. GUI thread.

The figures are read by the reader; counts, the drawers' ends and the closing are written by the ledger worker; a failure closes nothing and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Err, Ok, Result
from kiosk.cash.counting import CountPurpose
from kiosk.cash.drawer import DrawerSession
from kiosk.sales.closing_service import BeforeClosing, Board, ClosedDay, ClosingService
from kiosk.sales.day import DayFigures
from kiosk.sales.drawer_closing import Ending
from kiosk.sales.drawer_service import CountOutcome, DrawerService
from kiosk.staff.people import Person
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.models.store_model import TenderTotalRow
from kiosk.ui.viewmodels.closing_props import ClosingFacts, ClosingProps, ClosingRow, ClosingStep, Counted, derive
from kiosk.ui.viewmodels.counting import CountingViewModel
from kiosk.ui.viewmodels.drawer import USUAL_FLOAT
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ClosingServices:
    """What a closing calls."""

    closing: ClosingService
    drawer: DrawerService


@QmlElement
@QmlUncreatable("made by the composition root")
class ClosingViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The page *Clore la journée*; ``closedNow`` when a Z is in the queue."""

    changed = Signal()
    closedNow = Signal()

    def __init__(
        self, services: ClosingServices, *, reader: Jobs, ledger: Jobs, formats: Formats, on_leave: Callable[[], None], parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._services = services
        self._reader = reader
        self._ledger = ledger
        self._on_leave = on_leave
        self._person: Person | None = None
        self._facts = ClosingFacts()
        self._props = ClosingProps()
        self._tenders = RowsModel(TenderTotalRow, key=lambda row: row.kind, parent=self)
        self._closings = RowsModel(ClosingRow, key=lambda row: (row.period, row.number), parent=self)
        self._counting = CountingViewModel(services.drawer.rules, formats=formats, parent=self)
        self._counting.changed.connect(self._counted_something)

    def speak(self, formats: Formats) -> None:
        self._counting.speak(formats)
        super().speak(formats)

    def begin(self, person: Person) -> None:
        """Start from the first question, with the figures of this moment."""
        self._person = person
        self.closeNotice()
        self._counting.begin()
        self._fold(ClosingFacts())
        closing = self._services.closing
        self._reader.run(lambda: (closing.board(person=person), closing.running(person=person), closing.before(person=person)), self._took_figures)

    @Slot()
    def goOn(self) -> None:
        """The next action of the page that is up."""
        if not self._props.can_go_on:
            return
        match self._facts.step:
            case ClosingStep.GAP:
                self._fold(replace(self._facts, step=_first_question(self._facts.sessions), gap_confirmed=True))
            case ClosingStep.COUNT:
                self._take_count()
            case ClosingStep.CHECK:
                self._close()
            case ClosingStep.DONE:
                self._on_leave()

    @Slot()
    def back(self) -> None:
        """From the check to the count, which is taken again and kept beside the first; from the count to the board."""
        if self._facts.busy:
            return
        if self._facts.step is ClosingStep.CHECK and self._facts.sessions:
            self._counting.begin()
            self._fold(replace(self._facts, step=ClosingStep.COUNT, counted=(), count=None, reason="", keeps=None, envelope=""))
        else:
            self._on_leave()

    @Slot(str)
    def explain(self, reason: str) -> None:
        """Where a difference comes from, or that nobody knows."""
        self._fold(replace(self._facts, reason=reason))

    @Slot(bool)
    def dropRest(self, drop: bool) -> None:
        """All but the usual float goes to the safe; or everything stays."""
        self._fold(replace(self._facts, keeps=USUAL_FLOAT if drop else None))

    @Slot(str)
    def nameEnvelope(self, number: str) -> None:
        self._fold(replace(self._facts, envelope=number))

    @Slot()
    def reprint(self) -> None:
        """One more Z, marked as a copy."""
        closed, person = self._facts.closed, self._who()
        if closed is not None:
            self._ledger.run(lambda: self._services.closing.reprint(closed.closing.closing_id, person=person), self._copied)

    def _took_figures(self, result: Result[tuple[Board, DayFigures, BeforeClosing]]) -> None:
        match result:
            case Ok((board, running, before)):
                step = ClosingStep.GAP if before.gap_too_long else _first_question(board.sessions)
                allowed = self._services.drawer.allowed_difference()
                self._fold(replace(self._facts, sessions=board.sessions, running=running, before=before, allowed=allowed, step=step))
            case Err(error):
                self._refuse(error)

    @Slot()
    def _counted_something(self) -> None:
        self._fold(replace(self._facts, count=self._counting.count))

    def _take_count(self) -> None:
        session, count, person = self._facts.session, self._facts.count, self._who()
        assert session is not None and count is not None
        self._fold(replace(self._facts, busy=True))
        self._ledger.run(
            lambda: self._services.drawer.count(session.session_id, count, purpose=CountPurpose.CLOSING, person=person), self._took_count
        )  # fmt: skip

    def _took_count(self, result: Result[CountOutcome]) -> None:
        session = self._facts.session
        match result:
            case Ok(outcome):
                assert session is not None
                counted = (*self._facts.counted, Counted(session, outcome))
                step = ClosingStep.CHECK if len(counted) == len(self._facts.sessions) else ClosingStep.COUNT
                self._counting.begin()
                self._fold(replace(self._facts, busy=False, counted=counted, count=None, step=step))
            case Err(error):
                self._fold(replace(self._facts, busy=False))
                self._refuse(error)

    def _close(self) -> None:
        facts, person = self._facts, self._who()
        self._fold(replace(facts, busy=True))

        def close() -> ClosedDay:
            open_now = {item.session_id for item in self._services.drawer.sessions()}
            for item in facts.counted:
                if item.session.session_id in open_now:
                    self._services.drawer.close_session(
                        item.outcome.count, person=person, session_id=item.session.session_id, ending=_ending(facts, item)
                    )
            return self._services.closing.close_day(person=person, gap_confirmed=facts.gap_confirmed)

        self._ledger.run(close, self._closed)

    def _closed(self, result: Result[ClosedDay]) -> None:
        match result:
            case Ok(closed):
                self.closeNotice()
                self._fold(replace(self._facts, busy=False, closed=closed, step=ClosingStep.DONE))
                self.closedNow.emit()
            case Err(error):
                self._fold(replace(self._facts, busy=False))
                self._refuse(error)

    def _copied(self, result: Result[int]) -> None:
        if isinstance(result, Err):
            self._refuse(result.error)
        else:
            self.closedNow.emit()

    def _who(self) -> Person:
        assert self._person is not None, "the closing was begun by somebody"
        return self._person

    def _fold(self, facts: ClosingFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats, usual=USUAL_FLOAT)
        self._tenders.show(self._props.tenders)
        self._closings.show(self._props.closings)
        if before != self._props:
            self.changed.emit()

    step = shown("step", int, changed)
    counting = shown("counting", bool, changed)
    checking = shown("checking", bool, changed)
    closed = shown("closed", bool, changed)
    busy = shown("busy", bool, changed)
    canGoOn = shown("can_go_on", bool, changed)
    hasSession = shown("has_session", bool, changed)
    sessionNumber = shown("session_number", str, changed)
    sessionPlace = shown("session_place", int, changed)
    sessionCount = shown("session_count", int, changed)
    openedAt = shown("opened_at", str, changed)
    counted = shown("counted", str, changed)
    expected = shown("expected", str, changed)
    gap = shown("gap", str, changed)
    gapTone = shown("gap_tone", str, changed)
    gapNone = shown("gap_none", bool, changed)
    asksGap = shown("asks_gap", bool, changed)
    gapFirst = shown("gap_first", str, changed)
    gapNow = shown("gap_now", str, changed)
    drawersShut = shown("drawers_shut", int, changed)
    nothingCounted = shown("nothing_counted", bool, changed)
    wantsReason = shown("wants_reason", bool, changed)
    usual = shown("usual", str, changed)
    drops = shown("drops", bool, changed)
    dropped = shown("dropped", str, changed)
    unsent = shown("unsent", int, changed)
    parked = shown("parked", int, changed)
    unsettled = shown("unsettled", int, changed)
    waitingDays = shown("waiting_days", int, changed)
    tickets = shown("tickets", str, changed)
    takings = shown("takings", str, changed)
    nonSale = shown("non_sale", str, changed)
    zNumber = shown("z_number", str, changed)
    dayTotal = shown("day_total", str, changed)
    daySales = shown("day_sales", str, changed)
    dayReturns = shown("day_returns", str, changed)
    perpetual = shown("perpetual", str, changed)
    perpetualAbsolute = shown("perpetual_absolute", str, changed)
    tenders = Property(QObject, lambda self: self._tenders, constant=True)
    closings = Property(QObject, lambda self: self._closings, constant=True)
    count = Property(CountingViewModel, lambda self: self._counting, constant=True)


def _first_question(sessions: tuple[DrawerSession, ...]) -> ClosingStep:
    return ClosingStep.COUNT if sessions else ClosingStep.CHECK


def _ending(facts: ClosingFacts, item: Counted) -> Ending:
    total = item.outcome.count.total
    left = None if facts.keeps is None else min(total, facts.keeps)
    return Ending(reason=facts.reason if facts.wants_reason else "", left=left, envelope=facts.envelope if left != total else "")
