"""Closing the day, one question per page: count the drawer blind, look at what will be frozen, the numbered Z. GUI thread.

The figures are read by the reader, the closing is written by the ledger worker; a failure closes nothing and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Err, Ok, Result
from kiosk.sales.closing_service import Board, ClosedDay, ClosingService
from kiosk.sales.day import DayFigures
from kiosk.staff.people import Person
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.models.store_model import TenderTotalRow
from kiosk.ui.viewmodels.closing_props import ClosingFacts, ClosingProps, ClosingStep, derive
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class ClosingViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The page *Clore la journée*; ``closedNow`` when a Z is in the queue."""

    changed = Signal()
    closedNow = Signal()

    def __init__(
        self, service: ClosingService, *, reader: Jobs, ledger: Jobs, formats: Formats, on_leave: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(formats, parent)
        self._service = service
        self._reader = reader
        self._ledger = ledger
        self._on_leave = on_leave
        self._person: Person | None = None
        self._facts = ClosingFacts()
        self._props = ClosingProps()
        self._tenders = RowsModel(TenderTotalRow, key=lambda row: row.kind, parent=self)

    def begin(self, person: Person) -> None:
        """Start from the first question, with the figures of this moment."""
        self._person = person
        self.closeNotice()
        self._fold(ClosingFacts())
        self._reader.run(lambda: (self._service.board(person=person), self._service.running(person=person)), self._took_figures)

    @Slot(str)
    def type(self, character: str) -> None:
        self._fold(replace(self._facts, typed=self._facts.typed.typed(character)))

    @Slot()
    def erase(self) -> None:
        self._fold(replace(self._facts, typed=self._facts.typed.erased()))

    @Slot()
    def goOn(self) -> None:
        """The next action of the page that is up."""
        if not self._props.can_go_on:
            return
        match self._facts.step:
            case ClosingStep.COUNT:
                self._fold(replace(self._facts, step=ClosingStep.CHECK, counted=self._facts.typed.amount))
            case ClosingStep.CHECK:
                self._close()
            case ClosingStep.DONE:
                self._on_leave()

    @Slot()
    def back(self) -> None:
        """From the check to the count, from the count to the board."""
        if self._facts.busy:
            return
        if self._facts.step is ClosingStep.CHECK and self._props.has_session:
            self._fold(replace(self._facts, step=ClosingStep.COUNT, counted=None))
        else:
            self._on_leave()

    def _took_figures(self, result: Result[tuple[Board, DayFigures]]) -> None:
        match result:
            case Ok((board, running)):
                step = ClosingStep.COUNT if board.sessions else ClosingStep.CHECK
                session = board.sessions[0] if board.sessions else None
                self._fold(replace(self._facts, session=session, expected=board.expected_cash, running=running, step=step))
            case Err(error):
                self._refuse(error)

    def _close(self) -> None:
        person, counted = self._person, self._facts.counted
        assert person is not None, "the closing was begun by somebody"
        self._fold(replace(self._facts, busy=True))
        self._ledger.run(lambda: self._service.close_day(person=person, counted=counted), self._closed)

    def _closed(self, result: Result[ClosedDay]) -> None:
        match result:
            case Ok(closed):
                self.closeNotice()
                self._fold(replace(self._facts, busy=False, closed=closed, step=ClosingStep.DONE))
                self.closedNow.emit()
            case Err(error):
                self._fold(replace(self._facts, busy=False))
                self._refuse(error)

    def _fold(self, facts: ClosingFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        self._tenders.show(self._props.tenders)
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
    openedAt = shown("opened_at", str, changed)
    typed = shown("typed", str, changed)
    counted = shown("counted", str, changed)
    expected = shown("expected", str, changed)
    gap = shown("gap", str, changed)
    gapTone = shown("gap_tone", str, changed)
    gapNone = shown("gap_none", bool, changed)
    tickets = shown("tickets", str, changed)
    takings = shown("takings", str, changed)
    zNumber = shown("z_number", str, changed)
    dayTotal = shown("day_total", str, changed)
    daySales = shown("day_sales", str, changed)
    dayReturns = shown("day_returns", str, changed)
    perpetual = shown("perpetual", str, changed)
    perpetualAbsolute = shown("perpetual_absolute", str, changed)
    tenders = Property(QObject, lambda self: self._tenders, constant=True)
