"""What a cheque or a transfer must bring before it stands on the payment page: number and identity, or the bank's reference. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import ZERO, Money
from kiosk.errors import KioskError
from kiosk.sales.tenders import CHEQUE, Tender
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class ProofFacts:
    """``kind`` is "" while the sheet is down."""

    kind: str = ""
    amount: Money = ZERO
    text: str = ""
    identity_checked: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ProofProps:
    """What QML reads of it."""

    open: bool = False
    cheque: bool = False
    amount: str = ""
    text: str = ""
    identity_checked: bool = False
    fault: str = ""


def derive(facts: ProofFacts, formats: Formats) -> ProofProps:
    amount = formats.money(Money(abs(facts.amount.amount_cents)))
    return ProofProps(facts.kind != "", facts.kind == CHEQUE, amount, facts.text, facts.identity_checked, facts.fault)


@QmlElement
@QmlUncreatable("made by the composition root")
class ProofViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The sheet of a cheque or a transfer; the rules are those of the payment itself."""

    changed = Signal()

    def __init__(self, desk: TillDesk, *, formats: Formats, on_proved: Callable[[Tender], None], parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._desk = desk
        self._on_proved = on_proved
        self._facts = ProofFacts()
        self._props = ProofProps()

    def ask(self, kind: str, amount: Money) -> None:
        self._fold(ProofFacts(kind, amount))

    @Slot()
    def close(self) -> None:
        self._fold(ProofFacts())

    @Slot(str)
    def type(self, character: str) -> None:
        """A figure of the cheque's number."""
        if self._facts.kind == CHEQUE and len(character) == 1 and character in "0123456789" and len(self._facts.text) < LONGEST_NUMBER:
            self._fold(replace(self._facts, text=self._facts.text + character, fault=""))

    @Slot()
    def erase(self) -> None:
        if self._facts.kind == CHEQUE:
            self._fold(replace(self._facts, text=self._facts.text[:-1], fault=""))

    @Slot(str)
    def write(self, text: str) -> None:
        """The transfer's reference as it stands in its field."""
        self._fold(replace(self._facts, text=text, fault=""))

    @Slot(bool)
    def checkIdentity(self, checked: bool) -> None:
        self._fold(replace(self._facts, identity_checked=checked, fault=""))

    @Slot()
    def confirm(self) -> None:
        facts = self._facts
        if facts.kind == "":
            return
        tender = Tender(facts.kind, facts.amount, facts.text.strip(), facts.identity_checked)
        try:
            self._desk.services.vouchers.check(tender)
        except KioskError as error:
            words = text_of(error, self._formats.language, currency=self._formats.currency)
            self._fold(replace(facts, fault=f"{words.what} {words.todo}"))
            self.failed.emit()
            return
        self.close()
        self._on_proved(tender)

    def _fold(self, facts: ProofFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        if before != self._props:
            self.changed.emit()

    open = shown("open", bool, changed)
    cheque = shown("cheque", bool, changed)
    amount = shown("amount", str, changed)
    text = shown("text", str, changed)
    identityChecked = shown("identity_checked", bool, changed)
    fault = shown("fault", str, changed)
