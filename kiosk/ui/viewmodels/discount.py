"""A discount on the line just touched: a percent at once or an amount, and a colleague's PIN where the role is not enough. GUI thread.

``on_apply`` tries it, with the colleague who lent the right or alone, and gives the refusal, or None when it was taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.errors import KioskError
from kiosk.sales.basket import Reduction
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, RightMissing, may
from kiosk.staff.secrets import PIN_LENGTH
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.cash import NOTHING_TYPED, TypedAmount
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DiscountFacts:
    """``wanted`` waits for a colleague's approval."""

    open: bool = False
    line_name: str = ""
    typed: TypedAmount = NOTHING_TYPED
    wanted: Reduction | None = None
    pin: str = ""
    fault: str = ""
    busy: bool = False
    approvers: tuple[Person, ...] = ()
    approver_id: str = ""


@dataclass(frozen=True, slots=True)
class ApproverRow:
    """A colleague who may approve."""

    person_id: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DiscountProps:
    """What QML reads of it; of the PIN only how many figures."""

    open: bool = False
    line_name: str = ""
    amount: str = ""
    approving: bool = False
    pin_filled: int = 0
    fault: str = ""


def derive(facts: DiscountFacts, formats: Formats) -> DiscountProps:
    return DiscountProps(facts.open, facts.line_name, formats.money(facts.typed.amount), facts.wanted is not None, len(facts.pin), facts.fault)


@QmlElement
@QmlUncreatable("made by the composition root")
class DiscountViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The sheet *Remise*."""

    changed = Signal()

    def __init__(
        self, desk: TillDesk, *, formats: Formats, on_apply: Callable[[Reduction | None, Person | None], KioskError | None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._desk = desk
        self._on_apply = on_apply
        self._approvers = RowsModel(ApproverRow, key=lambda row: row.person_id, parent=self)
        self._facts = DiscountFacts()
        self._props = DiscountProps()

    def ask(self, line_name: str) -> None:
        """Open the sheet for a line."""
        approvers = tuple(person for person in self._desk.services.staff.people() if may(person, Right.OVERRIDE_PRICE))
        self._fold(DiscountFacts(open=True, line_name=line_name, approvers=approvers, approver_id=approvers[0].person_id if approvers else ""))

    @Slot(str)
    def chooseApprover(self, person_id: str) -> None:
        """Whose PIN it will be."""
        self._fold(replace(self._facts, approver_id=person_id, pin="", fault=""))

    @Slot()
    def close(self) -> None:
        self._fold(DiscountFacts())

    @Slot(int)
    def percent(self, percent: int) -> None:
        self._try(Reduction(percent_bp=percent * 100))

    @Slot()
    def apply(self) -> None:
        """The amount typed; nothing typed takes the discount away."""
        amount = self._facts.typed.amount
        self._try(Reduction(amount=amount) if amount > Money(0) else None)

    @Slot(str)
    def type(self, character: str) -> None:
        """A figure of the amount, or of the PIN while approval is asked; the PIN goes off with its last figure."""
        if self._facts.wanted is None:
            self._fold(replace(self._facts, typed=self._facts.typed.typed(character), fault=""))
            return
        if self._facts.busy or not character.isdigit() or len(character) != 1:
            return
        pin = self._facts.pin + character
        complete = len(pin) == PIN_LENGTH
        self._fold(replace(self._facts, pin=pin, fault="", busy=complete))
        if complete:
            self._ask_approval(pin)

    @Slot()
    def erase(self) -> None:
        if self._facts.wanted is None:
            self._fold(replace(self._facts, typed=self._facts.typed.erased()))
        else:
            self._fold(replace(self._facts, pin=self._facts.pin[:-1]))

    @Slot()
    def clear(self) -> None:
        self._fold(replace(self._facts, pin=""))

    def _try(self, reduction: Reduction | None) -> None:
        error = self._on_apply(reduction, None)
        match error:
            case None:
                self.close()
            case RightMissing():
                self._fold(replace(self._facts, wanted=reduction, fault=""))
            case _:
                self._fold(replace(self._facts, fault=str(text_of(error, self._formats.language, currency=self._formats.currency))))
                self.failed.emit()

    def _ask_approval(self, pin: str) -> None:
        person, approver_id, staff = self._desk.who(), self._facts.approver_id, self._desk.services.staff
        self._desk.run(lambda: staff.approve(approver_id, pin, Right.OVERRIDE_PRICE, asked_by=person), self._approved, self._not_approved)

    def _approved(self, approver: Person) -> None:
        error = self._on_apply(self._facts.wanted, approver)
        if error is None:
            self.close()
        else:
            self._not_approved(error)

    def _not_approved(self, error: Exception) -> None:
        """Say why, and let another PIN be typed."""
        self._fold(replace(self._facts, pin="", fault=str(text_of(error, self._formats.language, currency=self._formats.currency)), busy=False))
        self.failed.emit()

    def _fold(self, facts: DiscountFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        chosen = self._facts.approver_id
        self._approvers.show([ApproverRow(person.person_id, person.short_name, person.person_id == chosen) for person in self._facts.approvers])
        if before != self._props:
            self.changed.emit()

    open = shown("open", bool, changed)
    lineName = shown("line_name", str, changed)
    amount = shown("amount", str, changed)
    approving = shown("approving", bool, changed)
    pinFilled = shown("pin_filled", int, changed)
    fault = shown("fault", str, changed)
    approvers = Property(QObject, lambda self: self._approvers, constant=True)
