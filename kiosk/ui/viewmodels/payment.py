"""The payment page: figures typed, tenders received, the terminal's answer. GUI thread; what must be durable runs on the ledger worker.

A failure leaves every tender where it was, and says so. A scan never lands in the amount: the router keeps it from the keyboard,
and a voucher arrives through ``take_voucher``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.errors import KioskError, Refused
from kiosk.sales.basket import Basket
from kiosk.sales.bonus import without_bonus
from kiosk.sales.cards import CardIntent, IntentState
from kiosk.sales.tenders import CARD, CASH, VOUCHER, Tender
from kiosk.sales.ticket import Ticket
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import PieceRow, QuickRow, TenderFacts, TenderRow
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.cash import TypedAmount, quick_amounts
from kiosk.ui.viewmodels.payment_props import (
    PaymentFacts,
    PaymentProps,
    begun,
    can_validate,
    derive,
    remaining,
    with_method,
    with_tender,
    without_tender,
)
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


class VoucherTakenAlready(Refused):
    """The same voucher scanned twice for one payment."""

    code = "ui.voucher_taken_already"


@QmlElement
@QmlUncreatable("made by the composition root")
class PaymentViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """What is left, how it is paid, what to give back."""

    changed = Signal()

    def __init__(
        self, desk: TillDesk, *, formats: Formats, on_paid: Callable[[Ticket], None], on_leave: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(formats, parent)
        self._desk = desk
        self._on_paid = on_paid
        self._on_leave = on_leave
        self._basket: Basket | None = None
        self._intent: CardIntent | None = None
        self._facts = PaymentFacts()
        self._props = PaymentProps()
        self._tenders = RowsModel(TenderRow, key=lambda row: row.tender_id, parent=self)
        self._quick = RowsModel(QuickRow, key=lambda row: row.place, parent=self)
        self._pieces = RowsModel(PieceRow, key=lambda row: row.place, parent=self)

    @property
    def tenders_received(self) -> tuple[TenderFacts, ...]:
        return self._facts.tenders

    @property
    def left(self) -> Money:
        """What is still to pay."""
        return remaining(self._facts)

    @property
    def busy_now(self) -> bool:
        return self._facts.busy or self._facts.asking_card is not None

    def begin(self, basket: Basket, total: Money, *, unsettled: Sequence[CardIntent] = ()) -> None:
        """A payment of this basket. ``unsettled`` are card payments that a crash left: taken ones count, an unanswered one is asked again."""
        self._basket = basket
        self.closeNotice()
        facts = begun(total)
        for intent in unsettled:
            if intent.state is IntentState.APPROVED:
                facts = with_tender(facts, self._card_tender(intent))
        self._intent = next((intent for intent in unsettled if intent.state is IntentState.ASKED), None)
        self._fold(replace(facts, asking_card=self._intent.amount if self._intent else None))

    def take_voucher(self, code: str) -> None:
        """A scanned voucher pays what it can of what is left."""
        if any(tender.key == code for tender in self._facts.tenders):
            self._refuse(VoucherTakenAlready())
            return
        try:
            redeemed = self._desk.services.vouchers.redeem(self._paying(), code)
        except KioskError as error:
            self._refuse(error)
            return
        self._basket = redeemed.basket
        self._fold(replace(self._facts, total=self._desk.services.sales.priced(redeemed.basket).total))
        amount = min(redeemed.voucher.balance, self.left)
        if amount:
            self._received(TenderFacts(redeemed.voucher.voucher_id, redeemed.voucher.tender_kind, amount, f"···· {redeemed.voucher.tail}", key=code))

    @Slot()
    def chooseCash(self) -> None:
        self._choose(CASH)

    @Slot()
    def chooseCard(self) -> None:
        self._choose(CARD)

    @Slot()
    def chooseVoucher(self) -> None:
        self._choose(VOUCHER)

    @Slot(str)
    def type(self, character: str) -> None:
        if not self.busy_now:
            self._fold(replace(self._facts, typed=self._facts.typed.typed(character)))

    @Slot()
    def erase(self) -> None:
        if not self.busy_now:
            self._fold(replace(self._facts, typed=self._facts.typed.erased()))

    @Slot(int)
    def takeQuick(self, place: int) -> None:
        """A quick amount is what the customer holds out."""
        amounts = quick_amounts(self.left, self._formats.currency)
        if not self.busy_now and 0 <= place < len(amounts):
            self._fold(replace(self._facts, typed=TypedAmount.of(amounts[place])))

    @Slot()
    def validate(self) -> None:
        """Take what is typed as a tender; the last one makes the ticket."""
        if not can_validate(self._facts):
            return
        if not self.left:
            self._settle()
        elif self._facts.method == CARD:
            self._begin_card(self._facts.typed.amount)
        else:
            self._received(TenderFacts(f"cash-{len(self._facts.tenders)}", CASH, self._facts.typed.amount))

    @Slot()
    def cardAccepted(self) -> None:
        self._answer(accepted=True)

    @Slot()
    def cardRefused(self) -> None:
        self._answer(accepted=False)

    @Slot(str)
    def removeTender(self, tender_id: str) -> None:
        """Give a tender back before the end; what the terminal has taken stays."""
        if not self.busy_now:
            self._basket = without_bonus(self._paying(), tender_id)
            total = self._desk.services.sales.priced(self._basket).total
            self._fold(without_tender(replace(self._facts, total=total), tender_id))

    @Slot()
    def leave(self) -> None:
        if self._props.can_leave:
            self._on_leave()

    def _choose(self, method: str) -> None:
        if not self.busy_now:
            self._fold(with_method(self._facts, method))

    def _received(self, tender: TenderFacts) -> None:
        """One more tender; when nothing is left to pay, the ticket is made at once."""
        self.closeNotice()
        self._fold(with_tender(self._facts, tender))
        if not self.left:
            self._settle()

    def _begin_card(self, amount: Money) -> None:
        """The intent is durable before anybody touches the terminal."""
        basket = self._paying()
        self._fold(replace(self._facts, busy=True))
        self._desk.run(lambda: self._desk.services.sales.ask_card(basket, amount), self._asked, self._failed)

    def _asked(self, intent: CardIntent) -> None:
        self._intent = intent
        self._fold(replace(self._facts, busy=False, asking_card=intent.amount))

    def _answer(self, *, accepted: bool) -> None:
        intent, person = self._intent, self._desk.who()
        if intent is None or self._facts.busy:
            return
        self._fold(replace(self._facts, busy=True))
        sales = self._desk.services.sales
        self._desk.run(lambda: sales.answer_card(intent.intent_id, approved=accepted, reference=None, person=person), self._answered, self._failed)

    def _answered(self, intent: CardIntent) -> None:
        """What the terminal has taken cannot be taken back here."""
        self._intent = None
        if intent.state is IntentState.APPROVED:
            self._received(self._card_tender(intent))
        else:
            self._fold(replace(self._facts, busy=False, asking_card=None))

    def _card_tender(self, intent: CardIntent) -> TenderFacts:
        answered_at = self._formats.clock(intent.answered_at_utc) if intent.answered_at_utc else ""
        return TenderFacts(intent.intent_id, CARD, intent.amount, answered_at, removable=False, key=intent.intent_id)

    def _settle(self) -> None:
        basket, person = self._paying(), self._desk.who()
        given = tuple(Tender(tender.kind, tender.amount, tender.key or None) for tender in self._facts.tenders)
        self._fold(replace(self._facts, busy=True))
        self._desk.run(lambda: self._desk.services.sales.pay(basket, given, person=person), self._paid, self._failed)

    def _paid(self, ticket: Ticket) -> None:
        self._basket = None
        self._fold(PaymentFacts())
        self._on_paid(ticket)

    def _failed(self, error: Exception) -> None:
        """Nothing was written; everything received is still on the page."""
        self._fold(replace(self._facts, busy=False))
        self._refuse(error)

    def _paying(self) -> Basket:
        assert self._basket is not None, "a payment was begun"
        return self._basket

    def _fold(self, facts: PaymentFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        self._tenders.show(self._props.tenders)
        self._quick.show(self._props.quick)
        self._pieces.show(self._props.pieces)
        if before != self._props:
            self.changed.emit()

    total = shown("total", str, changed)
    paid = shown("paid", str, changed)
    remaining = shown("remaining", str, changed)
    shares = shown("shares", list, changed)
    tenderCount = shown("tender_count", int, changed)
    settled = shown("settled", bool, changed)
    cashChosen = shown("cash_chosen", bool, changed)
    cardChosen = shown("card_chosen", bool, changed)
    voucherChosen = shown("voucher_chosen", bool, changed)
    cardProposal = shown("card_proposal", str, changed)
    typed = shown("typed", str, changed)
    change = shown("change", str, changed)
    missing = shown("missing", str, changed)
    canValidate = shown("can_validate", bool, changed)
    canLeave = shown("can_leave", bool, changed)
    busy = shown("busy", bool, changed)
    askingCard = shown("asking_card", bool, changed)
    cardAmount = shown("card_amount", str, changed)
    tenders = Property(QObject, lambda self: self._tenders, constant=True)
    quickAmounts = Property(QObject, lambda self: self._quick, constant=True)
    pieces = Property(QObject, lambda self: self._pieces, constant=True)
