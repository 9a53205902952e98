"""The sheets of what is agreed at the counter: what is repaired or where it is delivered, a deposit; who it is for is asked beside. GUI thread.

Quotations are made and taken up here too, and prices changed by hand. ``on_said`` goes on with the payment that had to wait for an answer;
``accepted`` is for the tones, ``queued`` wakes the printers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.errors import KioskError, Refused
from kiosk.sales.basket import Basket
from kiosk.sales.desk.keeping import DepositGone
from kiosk.sales.desk.lines import LONGEST_NOTE, DepositAmountRefused
from kiosk.sales.desk.promises import Want, Wanted
from kiosk.sales.desk.quotations import Quotation
from kiosk.staff.approvals import Approval
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.basket import BasketViewModel
from kiosk.ui.viewmodels.cash import NOTHING_TYPED, TypedAmount
from kiosk.ui.viewmodels.customers import CustomersViewModel
from kiosk.ui.viewmodels.sale_props import Told
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
NOTE, DEPOSIT = "note", "deposit"


class VoucherBalance(Refused):
    """A voucher scanned beside a payment: what is on it. Nothing was done with it."""

    code = "ui.voucher_balance"


@dataclass(frozen=True, slots=True)
class PromiseFacts:
    """``sheet`` is "" while none is up; ``wanted`` waits for its answer before the payment goes on."""

    sheet: str = ""
    basket: Basket | None = None
    line_id: str = ""
    wanted: Wanted | None = None
    typed: TypedAmount = NOTHING_TYPED
    fault: str = ""


@dataclass(frozen=True, slots=True)
class PromiseProps:
    """What QML reads of it."""

    sheet: str = ""
    line_name: str = ""
    note: str = ""
    wants_address: bool = False
    amount: str = ""
    until: str = ""
    can_reserve: bool = False
    fault: str = ""


def derive(facts: PromiseFacts, until: str, formats: Formats) -> PromiseProps:
    line = next((line for line in facts.basket.lines if line.line_id == facts.line_id), None) if facts.basket else None
    return PromiseProps(
        sheet=facts.sheet, line_name=line.product.name if line else "", note=line.note if line else "",
        wants_address=facts.wanted is not None and facts.wanted.want is Want.ADDRESS, amount=formats.money(facts.typed.amount), until=until,
        can_reserve=facts.typed.amount > Money(0), fault=facts.fault,
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class PromisesViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """One sheet at a time."""

    changed = Signal()
    accepted = Signal()
    queued = Signal()

    def __init__(
        self, desk: TillDesk, customers: CustomersViewModel, basket: BasketViewModel, *, formats: Formats, on_said: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._desk = desk
        self._services = desk.services.desk
        self._customers = customers
        self._basket = basket
        self._on_said = on_said
        self._facts = PromiseFacts()
        self._props = PromiseProps()

    def ask(self, basket: Basket, wanted: Wanted) -> None:
        """The payment waits for this."""
        if wanted.want is Want.CUSTOMER:
            self._customers.ask(basket, self._named)
        else:
            self._fold(PromiseFacts(NOTE, basket, wanted.line_id, wanted))

    def recall(self, number: str) -> None:
        """A quotation into an empty basket: what stands there is put aside first."""
        recalled = self._services.quotations.recall(number)
        self._basket.park()
        told = Told("expired" if recalled.expired else "recalled", recalled.number, recalled.valid_until, recalled.gone)
        self._basket.take_over(recalled.basket, told)
        self.accepted.emit()

    def fetch(self, code: str) -> None:
        """The paper of a deposit brings its device and its customer; of any other voucher the page says what is left on it."""
        try:
            basket = self._services.deposits.fetch(self._basket.basket, code)
        except DepositGone as error:
            found = self._desk.services.vouchers.known(code)
            raise VoucherBalance(tail=found.tail, balance=found.balance, bonus=found.bonus) from error
        self._basket.take_over(basket)
        self.accepted.emit()

    def override_price(self, price: Money, approval: Approval | None, *, done: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """Another price for the current line; written down before it is shown."""
        line, basket, person, lines = self._basket.current_line, self._basket.basket, self._desk.who(), self._services.lines
        if line is None:
            return

        def show(changed: Basket) -> None:
            self._basket.take_over(changed)
            done()

        self._desk.run(lambda: lines.override_price(basket, line.line_id, price, person=person, approved_by=approval), show, failed)

    @Slot()
    def askCustomer(self) -> None:
        self._customers.ask(self._basket.basket, self._basket.take_over)

    @Slot()
    def askDeposit(self) -> None:
        """For the current line, or the only device of the basket."""
        line = self._basket.device_line
        if line is None:
            self._basket.refuse(DepositAmountRefused())
        else:
            self._ask_deposit(self._basket.basket, line.line_id)

    @Slot()
    def makeQuotation(self) -> None:
        """Number it and print it; the page is free for the next customer."""
        basket, person, quotations = self._basket.basket, self._desk.who(), self._services.quotations
        self._desk.run(lambda: quotations.make(basket, person=person), self._quoted, self._basket.refuse)

    @Slot()
    def close(self) -> None:
        self._customers.close()
        self._fold(PromiseFacts())

    # ── notes and deposits ─────────────────────────────────────────────────────────────────────────────────────────
    @Slot(str)
    def say(self, note: str) -> None:
        """What is repaired, or where to."""
        basket = self._facts.basket
        if basket is not None and note.strip():
            self._put(self._services.lines.set_note(basket, self._facts.line_id, note))

    @Slot(str)
    def type(self, character: str) -> None:
        """A figure of the deposit."""
        self._fold(replace(self._facts, typed=self._facts.typed.typed(character), fault=""))

    @Slot()
    def erase(self) -> None:
        self._fold(replace(self._facts, typed=self._facts.typed.erased()))

    @Slot()
    def reserve(self) -> None:
        """The device's line becomes the deposit that keeps it."""
        basket = self._facts.basket
        if basket is None:
            return
        try:
            self._put(self._services.deposits.offer(basket, self._facts.line_id, self._facts.typed.amount))
        except KioskError as error:
            self._wrong(error)

    def _put(self, basket: Basket) -> None:
        """Show it; then go on with what waited for it."""
        waited = self._facts.wanted is not None
        self._fold(PromiseFacts())
        self._basket.take_over(basket)
        if waited:
            self._on_said()

    def _named(self, basket: Basket) -> None:
        """The payment had to wait for a customer; with nobody named it does not go on."""
        self._basket.take_over(basket)
        if basket.customer_id is not None:
            self._on_said()

    def _ask_deposit(self, basket: Basket, line_id: str) -> None:
        """A customer first: a deposit is in somebody's name."""
        if basket.customer_id is not None:
            self._fold(PromiseFacts(DEPOSIT, basket, line_id))
            return

        def named(basket: Basket) -> None:
            self._basket.take_over(basket)
            if basket.customer_id is not None:
                self._fold(PromiseFacts(DEPOSIT, basket, line_id))

        self._customers.ask(basket, named)

    def _quoted(self, quotation: Quotation) -> None:
        self._basket.start_over(Told("quotation", quotation.number, quotation.valid_until))
        self.queued.emit()

    def _wrong(self, error: Exception) -> None:
        words = text_of(error, self._formats.language, currency=self._formats.currency)
        self._fold(replace(self._facts, fault=f"{words.what} {words.todo}".strip()))
        self.failed.emit()

    def _fold(self, facts: PromiseFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        until = self._formats.date(self._services.deposits.last_day()) if self._facts.sheet == DEPOSIT else ""
        before, self._props = self._props, derive(self._facts, until, self._formats)
        if before != self._props:
            self.changed.emit()

    sheet = shown("sheet", str, changed)
    lineName = shown("line_name", str, changed)
    note = shown("note", str, changed)
    wantsAddress = shown("wants_address", bool, changed)
    amount = shown("amount", str, changed)
    until = shown("until", str, changed)
    canReserve = shown("can_reserve", bool, changed)
    fault = shown("fault", str, changed)
    longestNote = Property(int, lambda _: LONGEST_NOTE, constant=True)
