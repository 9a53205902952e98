"""How the seller is paid, and on which account: chosen and typed before the signature, shown by its end afterwards. GUI thread.

What is typed of an account lives here until it is checked; then only the checked account does, in memory, until the purchase keeps it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.errors import KioskError
from kiosk.tradein.account import Account, checked_account
from kiosk.tradein.bookkeeping import Payout
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
FAULTS = {"tradein.holder_missing": "holder", "tradein.bic_invalid": "bic"}


@dataclass(frozen=True, slots=True)
class PayoutProps:
    """``asking`` while the account is typed; ``faulty`` names the field that ``trouble`` is about."""

    mode: str = Payout.VOUCHER.value
    voucher_offered: bool = True
    cash_offered: bool = False
    transfer_offered: bool = False
    asking: bool = False
    holder: str = ""
    tail: str = ""
    faulty: str = ""
    trouble: str = ""


@QmlElement
@QmlUncreatable("made by the composition root")
class PayoutViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``on_chosen`` when another way or account was chosen: the price is accepted anew."""

    changed = Signal()

    def __init__(self, formats: Formats, *, on_chosen: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._on_chosen = on_chosen
        self._mode = Payout.VOUCHER
        self._offered: frozenset[Payout] = frozenset()
        self._texts: dict[str, str] = {}
        self._seller = ""
        self._asking, self._faulty, self._trouble = False, "", ""
        self.account: Account | None = None
        self._props = PayoutProps()

    @property
    def mode(self) -> Payout:
        return self._mode

    @property
    def complete(self) -> bool:
        """Whether nothing of it is missing for the purchase."""
        return self._mode is not Payout.TRANSFER or self.account is not None

    def speak(self, formats: Formats) -> None:
        self._formats = formats

    def begin(self) -> None:
        """Another trade-in: nothing is known of this seller."""
        self._mode, self.account, self._texts, self._asking = Payout.VOUCHER, None, {}, False
        self._faulty = self._trouble = self._seller = ""
        self._show()

    def show(self, offered: frozenset[Payout], seller: str) -> None:
        """What may be chosen now, and who sells: the account is usually theirs."""
        self._offered, self._seller = offered, seller
        if offered and self._mode not in offered:
            self._mode = next(mode for mode in Payout if mode in offered)
        self._show()

    @Slot(str)
    def choose(self, mode: str) -> None:
        """A transfer asks for the account first; touched again, for another one."""
        wanted = Payout(mode)
        if wanted not in self._offered:
            return
        if wanted is Payout.TRANSFER and (self.account is None or self._mode is Payout.TRANSFER):
            self._texts, self._asking, self._faulty, self._trouble = {"holder": self._seller}, True, "", ""
        elif wanted is not self._mode:
            self._mode = wanted
            self._on_chosen()
        self._show()

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        """A key in one of "holder", "iban", "bic"."""
        self._texts[field] = text

    @Slot()
    def close(self) -> None:
        """Nothing of what was typed stays."""
        self._texts, self._asking, self._faulty, self._trouble = {}, False, "", ""
        self._show()

    @Slot()
    def check(self) -> None:
        """Keep the account when it is one; else say what is wrong, under its field."""
        typed = self._texts
        try:
            self.account = checked_account(holder=typed.get("holder", ""), iban=typed.get("iban", ""), bic=typed.get("bic", ""))
        except KioskError as error:
            words = text_of(error, self._formats.language, currency=self._formats.currency)
            self._faulty, self._trouble = FAULTS.get(error.code, "iban"), f"{words.what} {words.todo}"
            self._show()
            return
        self._mode = Payout.TRANSFER
        self.close()
        self._on_chosen()

    def _show(self) -> None:
        account, offered = self.account, self._offered
        props = PayoutProps(
            self._mode.value, Payout.VOUCHER in offered, Payout.CASH in offered, Payout.TRANSFER in offered, self._asking,
            account.holder if account and not self._asking else self._texts.get("holder", ""), account.tail if account else "", self._faulty, self._trouble,
        )  # fmt: skip
        if props != self._props:
            self._props = props
            self.changed.emit()

    def worth(self, price: Money, bonus: Money) -> Money:
        """A voucher is worth its bonus more."""
        return price + bonus if self._mode is Payout.VOUCHER else price

    chosen = shown("mode", str, changed)
    voucherOffered = shown("voucher_offered", bool, changed)
    cashOffered = shown("cash_offered", bool, changed)
    transferOffered = shown("transfer_offered", bool, changed)
    asking = shown("asking", bool, changed)
    holder = shown("holder", str, changed)
    tail = shown("tail", str, changed)
    faulty = shown("faulty", str, changed)
    trouble = shown("trouble", str, changed)
