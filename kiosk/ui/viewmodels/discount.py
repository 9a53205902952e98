"""A discount on the line just touched, or on the whole ticket: a percent at once or an amount. GUI thread.

``on_apply`` tries it, with the right that a colleague lent or alone, and gives the refusal, or None when it was taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.errors import KioskError
from kiosk.sales.basket import Reduction
from kiosk.staff.approvals import Action, Approval
from kiosk.staff.rights import Right, RightMissing
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.cash import NOTHING_TYPED, TypedAmount
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class DiscountFacts:
    """``line_name`` is "" for the whole ticket; while ``approving`` the sheet of approvals stands in front."""

    open: bool = False
    basket_id: str = ""
    line_name: str = ""
    typed: TypedAmount = NOTHING_TYPED
    fault: str = ""
    approving: bool = False


@dataclass(frozen=True, slots=True)
class DiscountProps:
    """What QML reads of it."""

    open: bool = False
    line_name: str = ""
    amount: str = ""
    has_amount: bool = False
    fault: str = ""


def derive(facts: DiscountFacts, formats: Formats) -> DiscountProps:
    return DiscountProps(facts.open and not facts.approving, facts.line_name, formats.money(facts.typed.amount), facts.typed.amount > Money(0), facts.fault)


@QmlElement
@QmlUncreatable("made by the composition root")
class DiscountViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The sheet *Remise*."""

    changed = Signal()

    def __init__(
        self, desk: TillDesk, *, formats: Formats, on_apply: Callable[[Reduction | None, Approval | None, bool], KioskError | None],
        on_price: Callable[..., None], parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._desk = desk
        self._on_apply = on_apply
        self._on_price = on_price
        self._facts = DiscountFacts()
        self._props = DiscountProps()

    @Slot(str, str)
    def ask(self, basket_id: str, line_name: str) -> None:
        """Open the sheet for a line, or for the ticket when no line is named."""
        self._fold(DiscountFacts(open=True, basket_id=basket_id, line_name=line_name))

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
        """A figure of the amount."""
        self._fold(replace(self._facts, typed=self._facts.typed.typed(character), fault=""))

    @Slot()
    def erase(self) -> None:
        self._fold(replace(self._facts, typed=self._facts.typed.erased()))

    @Slot()
    def wholeTicket(self) -> None:
        """Not the line alone: all that is sold."""
        self._fold(replace(self._facts, line_name=""))

    @Slot()
    def setPrice(self) -> None:
        """The amount typed is the new price of the line."""
        self._set_price(self._facts.typed.amount, None)

    def _set_price(self, price: Money, approval: Approval | None) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, RightMissing) and approval is None:
                self._fold(replace(self._facts, approving=True, fault=""))
                self._desk.ask_approval(
                    Right.OVERRIDE_PRICE, Action.PRICE, document=self._facts.basket_id, detail=f"{self._facts.line_name} · {self._formats.money(price)}",
                    on_approved=lambda lent: self._set_price(price, lent), on_given_up=lambda: self._fold(replace(self._facts, approving=False)),
                )  # fmt: skip
                return
            self._refused(error)

        self._on_price(price, approval, done=self.close, failed=failed)

    def _refused(self, error: Exception) -> None:
        words = text_of(error, self._formats.language, currency=self._formats.currency)
        self._fold(replace(self._facts, approving=False, fault=str(words)))
        self.failed.emit()

    def _try(self, reduction: Reduction | None, approval: Approval | None = None) -> None:
        error = self._on_apply(reduction, approval, self._facts.line_name == "")
        match error:
            case None:
                self.close()
            case RightMissing() if approval is None:
                self._fold(replace(self._facts, approving=True, fault=""))
                self._desk.ask_approval(
                    Right.OVERRIDE_PRICE, Action.DISCOUNT, document=self._facts.basket_id, detail=self._detail(reduction),
                    on_approved=lambda lent: self._try(reduction, lent), on_given_up=lambda: self._fold(replace(self._facts, approving=False)),
                )  # fmt: skip
            case _:
                self._refused(error)

    def _detail(self, reduction: Reduction | None) -> str:
        """What the colleague is asked for: ``−20 % · Coque transparente``."""
        if reduction is None:
            return self._facts.line_name
        off = self._formats.percent(reduction.percent_bp // 10) if reduction.percent_bp is not None else self._formats.money(reduction.amount or Money(0))
        return " · ".join(part for part in (f"−{off}", self._facts.line_name) if part)

    def _fold(self, facts: DiscountFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        if before != self._props:
            self.changed.emit()

    open = shown("open", bool, changed)
    lineName = shown("line_name", str, changed)
    amount = shown("amount", str, changed)
    hasAmount = shown("has_amount", bool, changed)
    fault = shown("fault", str, changed)
