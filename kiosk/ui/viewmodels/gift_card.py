"""A gift card sold or filled again: its amount typed or taken from a key, the card to fill scanned. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.catalogue.products import Product
from kiosk.errors import KioskError
from kiosk.sales.vouchers import Voucher
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import QuickRow
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.cash import NOTHING_TYPED, TypedAmount
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
USUAL_CENTS = (20_00, 50_00, 100_00, 150_00)


@dataclass(frozen=True, slots=True)
class GiftCardFacts:
    """``product`` is None while the sheet is down; ``fills`` is the card that was scanned."""

    product: Product | None = None
    typed: TypedAmount = NOTHING_TYPED
    fills: Voucher | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class GiftCardProps:
    """What QML reads of it."""

    open: bool = False
    amount: str = ""
    fills_tail: str = ""
    fills_balance: str = ""
    can_add: bool = False
    fault: str = ""


def derive(facts: GiftCardFacts, formats: Formats) -> GiftCardProps:
    return GiftCardProps(
        facts.product is not None, formats.money(facts.typed.amount), facts.fills.tail if facts.fills else "",
        formats.money(facts.fills.balance) if facts.fills else "", facts.typed.amount.amount_cents > 0, facts.fault,
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class GiftCardViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The sheet *Carte cadeau*; ``on_add`` puts it into the basket, or raises why not."""

    changed = Signal()

    def __init__(
        self, desk: TillDesk, *, formats: Formats, on_add: Callable[[Product, Money, Voucher | None], None], parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._desk = desk
        self._on_add = on_add
        self._facts = GiftCardFacts()
        self._props = GiftCardProps()
        self._usual = RowsModel(QuickRow, key=lambda row: row.place, parent=self)
        self._show_again()

    @property
    def open_now(self) -> bool:
        return self._facts.product is not None

    def ask(self, product: Product) -> None:
        self._fold(GiftCardFacts(product))

    def scan(self, code: str) -> None:
        """The card that the money goes to."""
        try:
            found = self._desk.services.vouchers.fillable(code)
        except KioskError as error:
            self._say_fault(error)
            return
        self._fold(replace(self._facts, fills=found, fault=""))

    @Slot()
    def close(self) -> None:
        self._fold(GiftCardFacts())

    @Slot(str)
    def type(self, character: str) -> None:
        self._fold(replace(self._facts, typed=self._facts.typed.typed(character), fault=""))

    @Slot()
    def erase(self) -> None:
        self._fold(replace(self._facts, typed=self._facts.typed.erased(), fault=""))

    @Slot(int)
    def takeUsual(self, place: int) -> None:
        if 0 <= place < len(USUAL_CENTS):
            self._fold(replace(self._facts, typed=TypedAmount.of(Money(USUAL_CENTS[place])), fault=""))

    @Slot()
    def add(self) -> None:
        facts = self._facts
        if facts.product is None or not facts.typed.amount:
            return
        try:
            self._on_add(facts.product, facts.typed.amount, facts.fills)
        except KioskError as error:
            self._say_fault(error)
        else:
            self.close()

    def _say_fault(self, error: KioskError) -> None:
        words = text_of(error, self._formats.language, currency=self._formats.currency)
        self._fold(replace(self._facts, fault=f"{words.what} {words.todo}"))
        self.failed.emit()

    def _fold(self, facts: GiftCardFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        typed = self._facts.typed.amount
        self._usual.show(
            [QuickRow(place, self._formats.round_money(Money(cents)), False, typed == Money(cents)) for place, cents in enumerate(USUAL_CENTS)]
        )
        if before != self._props:
            self.changed.emit()

    open = shown("open", bool, changed)
    amount = shown("amount", str, changed)
    fillsTail = shown("fills_tail", str, changed)
    fillsBalance = shown("fills_balance", str, changed)
    canAdd = shown("can_add", bool, changed)
    fault = shown("fault", str, changed)
    usual = Property(QObject, lambda self: self._usual, constant=True)
