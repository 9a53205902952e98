"""The page *Caisse*: cash in and out, to the safe, the drawer opened for nothing sold, a count, a hand-over, the X, the drawer closed. GUI thread.

What the person may not do asks for a right lent on the sheet of approvals. Who counts blind is shown nothing that is expected.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import ZERO
from kiosk.cash.counting import CountPurpose
from kiosk.cash.drawer import DrawerMode, DrawerSession
from kiosk.sales.cash_service import CashMove
from kiosk.sales.drawer_closing import Ending
from kiosk.sales.drawer_service import CountOutcome
from kiosk.staff.approvals import Action, Approval
from kiosk.staff.rights import Right, RightMissing, may
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.models.store_model import TenderTotalRow
from kiosk.ui.viewmodels.cash import NOTHING_TYPED
from kiosk.ui.viewmodels.counting import CountingViewModel
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_cash_props import (
    MOVES,
    CashFacts,
    CashProps,
    CashReasonRow,
    CashTask,
    ColleagueRow,
    DrawerRow,
    OwnerRow,
    derive,
    drawer_rows,
    owner_rows,
    reason_rows,
    tender_rows,
)  # fmt: skip
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class CashViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``on_closed`` when the drawer was closed: the till asks for a float again. ``queued`` wakes the printers."""

    changed = Signal()
    queued = Signal()

    def __init__(
        self, desk: TillDesk, *, formats: Formats, on_leave: Callable[[], None], on_closed: Callable[[], None], parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._desk = desk
        self._on_leave = on_leave
        self._on_closed = on_closed
        self._facts = CashFacts()
        self._props = CashProps()
        self._reasons = RowsModel(CashReasonRow, key=lambda row: row.code, parent=self)
        self._colleagues = RowsModel(ColleagueRow, key=lambda row: row.person_id, parent=self)
        self._owners = RowsModel(OwnerRow, key=lambda row: row.session_id, parent=self)
        self._drawers = RowsModel(DrawerRow, key=lambda row: row.key, parent=self)
        self._tenders = RowsModel(TenderTotalRow, key=lambda row: row.kind, parent=self)
        self._counting = CountingViewModel(desk.services.drawer.rules, formats=formats, parent=self)
        self._counting.changed.connect(self._show_again)

    def speak(self, formats: Formats) -> None:
        self._counting.speak(formats)
        super().speak(formats)

    def begin(self, task: CashTask = CashTask.READ) -> None:
        """With the X of this moment: what everybody may know of the day."""
        self.closeNotice()
        self.choose(task)

    @Slot(int)
    def choose(self, task: int) -> None:
        """Another thing to do; nothing typed for the one before comes along."""
        if self._facts.busy:
            return
        chosen, person, services = CashTask(task), self._desk.who(), self._desk.services
        session, drawers = services.drawer.mine(person), services.drawer.closable(person) if chosen in (CashTask.COUNT, CashTask.CLOSE) else ()
        if session is None and drawers:
            session = drawers[0]
        self._counting.begin()
        reasons = services.cash.reasons(MOVES[chosen]) if chosen in MOVES else ()
        colleagues = tuple(each for each in services.staff.who_may(Right.OPEN_DRAWER_SESSION) if session and each.person_id != session.person_id)
        owned = tuple((item, services.staff.person(item.person_id)) for item in drawers if services.drawer.mode is DrawerMode.OWN)
        report, sees_cash = services.cash.x_report(person=person), may(person, Right.SEE_CASH)
        self._fold(CashFacts(chosen, session, report, reasons, colleagues, owned, person.person_id, sees_cash=sees_cash))

    def drawer_is_open(self) -> bool:
        """Whether the drawer that the page is about is still there to be counted, also for somebody who has none of their own."""
        session = self._facts.session
        return session is not None and any(item.session_id == session.session_id for item in self._desk.services.drawer.sessions())

    @Slot(str)
    def chooseDrawer(self, session_id: str) -> None:
        """Another drawer than one's own, to count or to close it; what was counted of the one before is no count of this one."""
        if self._facts.busy:
            return
        found = next(item for item, _owner in self._facts.drawers if item.session_id == session_id)
        self._counting.begin()
        self._fold(replace(self._facts, session=found, outcome=None, note=""))

    @Slot(str)
    def chooseReason(self, code: str) -> None:
        self._fold(replace(self._facts, reason=code))

    @Slot(str)
    def chooseColleague(self, person_id: str) -> None:
        """Who answers for the drawer next."""
        self._fold(replace(self._facts, colleague=person_id))

    @Slot(str)
    def write(self, note: str) -> None:
        """More about the reason, the envelope's number, or where a difference comes from."""
        self._fold(replace(self._facts, note=note))

    @Slot(str)
    def type(self, character: str) -> None:
        self._fold(replace(self._facts, typed=self._facts.typed.typed(character)))

    @Slot()
    def erase(self) -> None:
        self._fold(replace(self._facts, typed=self._facts.typed.erased()))

    @Slot()
    def leave(self) -> None:
        if not self._facts.busy:
            self._on_leave()

    @Slot()
    def goOn(self) -> None:
        """The next action of the task that is up."""
        if self._props.can_go_on:
            self._try(None)

    def _try(self, approval: Approval | None) -> None:
        facts = self._facts
        self._fold(replace(facts, busy=True))
        match facts.task:
            case CashTask.READ:
                person = self._desk.who()
                self._desk.run(lambda: self._desk.services.cash.print_x(person=person), self._done, self._failed)
            case CashTask.COUNT | CashTask.CLOSE if facts.outcome is None:
                self._count()
            case CashTask.CLOSE:
                self._close(approval)
            case CashTask.COUNT:
                self._fold(replace(self._facts, busy=False))
                self.choose(CashTask.READ)
            case CashTask.HAND:
                self._hand_over()
            case _:
                self._move(approval)

    def _move(self, approval: Approval | None) -> None:
        facts, person, cash = self._facts, self._desk.who(), self._desk.services.cash
        match facts.task:
            case CashTask.OPEN:
                work: Callable[[], object] = partial(cash.open_without_sale, facts.reason, note=facts.note, person=person, approved_by=approval)
            case CashTask.DROP:
                work = partial(cash.drop, facts.typed.amount, envelope=facts.note, person=person, approved_by=approval)
            case _:
                work = partial(cash.move, CashMove(facts.reason, facts.typed.amount, facts.note), person=person, approved_by=approval)
        action = Action.DRAWER if facts.task is CashTask.OPEN else Action.CASH_MOVEMENT
        self._desk.run(work, self._done, lambda error: self._refused(error, Right.MOVE_CASH, action, lent=approval is not None))

    def _count(self) -> None:
        facts, person, count = self._facts, self._desk.who(), self._counting.count
        session = facts.session
        assert session is not None and count is not None
        purpose = CountPurpose.CLOSING if facts.task is CashTask.CLOSE else CountPurpose.CHECK
        self._desk.run(
            lambda: self._desk.services.drawer.count(session.session_id, count, purpose=purpose, person=person), self._took_count, self._failed
        )  # fmt: skip

    def _took_count(self, outcome: CountOutcome) -> None:
        self._fold(replace(self._facts, busy=False, outcome=outcome, allowed=self._desk.services.drawer.allowed_difference()))

    def _close(self, approval: Approval | None) -> None:
        facts, person = self._facts, self._desk.who()
        session, outcome = facts.session, facts.outcome
        assert session is not None and outcome is not None
        if outcome.needs_approval and approval is None:
            self._ask(Right.ACCEPT_DIFFERENCE, Action.CASH_DIFFERENCE)
            return
        ending = Ending(approval, facts.note)
        self._desk.run(
            lambda: self._desk.services.drawer.close_session(outcome.count, person=person, session_id=session.session_id, ending=ending),
            self._was_closed, self._failed,
        )  # fmt: skip

    def _hand_over(self) -> None:
        facts, person, count = self._facts, self._desk.who(), self._counting.count
        session, to = facts.session, next(each for each in facts.colleagues if each.person_id == facts.colleague)
        assert session is not None
        self._desk.run(
            lambda: self._desk.services.drawer.hand_over(session.session_id, to, person=person, counted=count), self._done, self._failed
        )  # fmt: skip

    def _refused(self, error: Exception, right: Right, action: Action, *, lent: bool) -> None:
        if isinstance(error, RightMissing) and not lent:
            self._ask(right, action)
        else:
            self._failed(error)

    def _ask(self, right: Right, action: Action) -> None:
        facts = self._facts
        document = facts.session.session_id if facts.session else None
        detail = self._props.amount if facts.typed != NOTHING_TYPED else ""
        self._fold(replace(facts, busy=False))
        self._desk.ask_approval(right, action, document=document, detail=detail, on_approved=self._try)

    def _done(self, _what: object) -> None:
        self._fold(replace(self._facts, busy=False))
        self.queued.emit()
        self.choose(CashTask.READ)

    def _was_closed(self, _session: DrawerSession) -> None:
        self._fold(CashFacts())
        self.queued.emit()
        self._on_closed()

    def _failed(self, error: Exception) -> None:
        """Nothing moved; what was typed is still there."""
        self._fold(replace(self._facts, busy=False))
        self._refuse(error)

    def _fold(self, facts: CashFacts) -> None:
        self._facts = facts
        self._show_again()

    @Slot()
    def _show_again(self) -> None:
        count = self._counting.count
        before, self._props = self._props, derive(self._facts, self._formats, counted=count is not None, total=count.total if count else ZERO)
        self._reasons.show(reason_rows(self._facts, self._formats))
        self._colleagues.show([ColleagueRow(each.person_id, each.short_name, each.person_id == self._facts.colleague) for each in self._facts.colleagues])
        self._owners.show(owner_rows(self._facts))
        self._drawers.show(drawer_rows(self._facts, self._formats, self._desk.services.drawer.rules))
        self._tenders.show(tender_rows(self._facts, self._formats))
        if before != self._props:
            self.changed.emit()

    task = shown("task", int, changed)
    counts = shown("counts", bool, changed)
    moves = shown("moves", bool, changed)
    amount = shown("amount", str, changed)
    wantsNote = shown("wants_note", bool, changed)
    canGoOn = shown("can_go_on", bool, changed)
    busy = shown("busy", bool, changed)
    sessionNumber = shown("session_number", str, changed)
    openedAt = shown("opened_at", str, changed)
    openingFloat = shown("opening_float", str, changed)
    outcomeKnown = shown("outcome_known", bool, changed)
    outcomeOpen = shown("outcome_open", bool, changed)
    counted = shown("counted", str, changed)
    gap = shown("gap", str, changed)
    gapTone = shown("gap_tone", str, changed)
    expected = shown("expected", str, changed)
    needsApproval = shown("needs_approval", bool, changed)
    tickets = shown("tickets", str, changed)
    articles = shown("articles", str, changed)
    takings = shown("takings", str, changed)
    unsent = shown("unsent", int, changed)
    seesCash = shown("sees_cash", bool, changed)
    choosesDrawer = shown("chooses_drawer", bool, changed)
    owners = Property(QObject, lambda self: self._owners, constant=True)
    reasons = Property(QObject, lambda self: self._reasons, constant=True)
    colleagues = Property(QObject, lambda self: self._colleagues, constant=True)
    drawers = Property(QObject, lambda self: self._drawers, constant=True)
    tenders = Property(QObject, lambda self: self._tenders, constant=True)
    counting = Property(CountingViewModel, lambda self: self._counting, constant=True)
