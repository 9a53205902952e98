"""The one sheet on which a colleague lends a right: why, then their PIN or their badge. GUI thread; the check runs on the ledger worker.

A page that was refused with ``RightMissing`` calls ``ask`` and gets an ``Approval`` to hand to the service it tried, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Err, Ok, Result
from kiosk.staff.approval_reasons import ApprovalReasons, Reason
from kiosk.staff.approvals import NOTE_LIMIT, OTHER_REASON, Approval, ApprovalRequest, Why
from kiosk.staff.people import Person
from kiosk.staff.secrets import PIN_LENGTH
from kiosk.staff.service import StaffService
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


NOT_SAID = Why("")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, what it is about in finished words, and what to do with the answer."""

    request: ApprovalRequest
    detail: str
    on_approved: Callable[[Approval], None]
    on_given_up: Callable[[], None]


@dataclass(frozen=True, slots=True)
class ApprovalFacts:
    """``asked`` is None while the sheet is down."""

    asked: Asked | None = None
    approvers: tuple[Person, ...] = ()
    approver_id: str = ""
    why: Why = NOT_SAID
    pin: str = ""
    fault: str = ""
    busy: bool = False


@dataclass(frozen=True, slots=True)
class ApproverRow:
    """A colleague who may approve."""

    person_id: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """A reason of the short list."""

    code: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ApprovalProps:
    """What QML reads of it; of the PIN only how many figures."""

    open: bool = False
    action: str = ""
    asked_by: str = ""
    detail: str = ""
    pin_filled: int = 0
    wants_note: bool = False
    can_type: bool = False
    busy: bool = False
    fault: str = ""


def derive(facts: ApprovalFacts) -> ApprovalProps:
    if facts.asked is None:
        return ApprovalProps()
    request = facts.asked.request
    return ApprovalProps(
        open=True, action=request.action.value, asked_by=request.asked_by.short_name, detail=facts.asked.detail, pin_filled=len(facts.pin),
        wants_note=facts.why.reason == OTHER_REASON, can_type=bool(facts.why.reason and facts.approver_id) and not facts.busy, busy=facts.busy,
        fault=facts.fault,
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class ApprovalViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The sheet *Accord d'un responsable*."""

    changed = Signal()

    def __init__(self, staff: StaffService, ledger: Jobs, reasons: ApprovalReasons, *, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._staff = staff
        self._ledger = ledger
        self._reasons = reasons
        self._facts = ApprovalFacts()
        self._props = ApprovalProps()
        self._approvers = RowsModel(ApproverRow, key=lambda row: row.person_id, parent=self)
        self._reason_rows = RowsModel(ReasonRow, key=lambda row: row.code, parent=self)

    @property
    def is_open(self) -> bool:
        """Whether a badge that is scanned now is an answer."""
        return self._facts.asked is not None

    def ask(
        self, request: ApprovalRequest, *, on_approved: Callable[[Approval], None], detail: str = "", on_given_up: Callable[[], None] = lambda: None
    ) -> None:  # fmt: skip
        """Bring the sheet up. ``detail`` says in finished words what is asked for ("−20 % · Coque"); exactly one of the two is called later."""
        self.close()
        approvers = self._staff.who_may(request.right)
        chosen = approvers[0].person_id if approvers else ""
        self._fold(ApprovalFacts(Asked(request, detail, on_approved, on_given_up), approvers, chosen))

    def take_badge(self, code: str) -> None:
        """A badge was scanned while the sheet is up."""
        asked = self._facts.asked
        if asked is not None and not self._facts.busy:
            why = self._facts.why
            self._check(lambda: self._staff.approve_by_badge(asked.request, code, why=why))

    @Slot(str)
    def chooseApprover(self, person_id: str) -> None:
        """Whose PIN it will be."""
        self._fold(replace(self._facts, approver_id=person_id, pin="", fault=""))

    @Slot(str)
    def chooseReason(self, code: str) -> None:
        self._fold(replace(self._facts, why=replace(self._facts.why, reason=code), fault=""))

    @Slot(str)
    def writeNote(self, note: str) -> None:
        self._fold(replace(self._facts, why=replace(self._facts.why, note=note[:NOTE_LIMIT]), fault=""))

    @Slot(str)
    def type(self, character: str) -> None:
        """A figure of the PIN; it goes off with its last one."""
        if not self._props.can_type or len(character) != 1 or not character.isdecimal():
            return
        pin = self._facts.pin + character
        self._fold(replace(self._facts, pin=pin, fault=""))
        asked, approver_id, why = self._facts.asked, self._facts.approver_id, self._facts.why
        if len(pin) == PIN_LENGTH and asked is not None:
            self._check(lambda: self._staff.approve_by_pin(asked.request, approver_id, pin, why=why))

    @Slot()
    def erase(self) -> None:
        self._fold(replace(self._facts, pin=self._facts.pin[:-1]))

    @Slot()
    def clear(self) -> None:
        self._fold(replace(self._facts, pin=""))

    @Slot()
    def close(self) -> None:
        """Given up: whoever asked hears of it."""
        asked = self._facts.asked
        if asked is not None:
            self._fold(ApprovalFacts())
            asked.on_given_up()

    def _check(self, approve: Callable[[], Approval]) -> None:
        self._fold(replace(self._facts, busy=True))
        asked = self._facts.asked
        self._ledger.run(approve, lambda result: self._answered(asked, result))

    def _answered(self, asked: Asked | None, result: Result[Approval]) -> None:
        """An answer to a question that was given up meanwhile is nobody's."""
        if asked is None or asked is not self._facts.asked:
            return
        match result:
            case Ok(approval):
                self._fold(ApprovalFacts())
                asked.on_approved(approval)
            case Err(error):
                words = text_of(error, self._formats.language, currency=self._formats.currency)
                self._fold(replace(self._facts, pin="", fault=f"{words.what} {words.todo}".strip(), busy=False))
                self.failed.emit()

    def _fold(self, facts: ApprovalFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts)
        chosen, asked = self._facts.approver_id, self._facts.asked
        reasons: tuple[Reason, ...] = () if asked is None else self._reasons.of(asked.request.action)
        self._approvers.show([ApproverRow(person.person_id, person.short_name, person.person_id == chosen) for person in self._facts.approvers])
        self._reason_rows.show([ReasonRow(each.code, each.words(self._formats.language), each.code == self._facts.why.reason) for each in reasons])
        if before != self._props:
            self.changed.emit()

    open = shown("open", bool, changed)
    action = shown("action", str, changed)
    askedBy = shown("asked_by", str, changed)
    detail = shown("detail", str, changed)
    pinFilled = shown("pin_filled", int, changed)
    wantsNote = shown("wants_note", bool, changed)
    canType = shown("can_type", bool, changed)
    busy = shown("busy", bool, changed)
    fault = shown("fault", str, changed)
    approvers = Property(QObject, lambda self: self._approvers, constant=True)
    reasons = Property(QObject, lambda self: self._reason_rows, constant=True)
