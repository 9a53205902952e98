"""The payment page: figures typed, tenders received. GUI thread; what must be durable runs on the ledger worker.

A failure leaves every tender where it was, and says so. A scan never lands in the amount: a voucher comes through ``take_voucher``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.errors import KioskError
from kiosk.sales.basket import Basket
from kiosk.sales.bonus import without_bonus
from kiosk.sales.cards import CardIntent, IntentState
from kiosk.sales.tenders import CARD, CASH, CHEQUE, GIFT_CARD, TRANSFER, VOUCHER, Tender
from kiosk.sales.ticket import Ticket
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import PieceRow, QuickRow, TenderFacts
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.card_question import CardQuestionViewModel
from kiosk.ui.viewmodels.cash import TypedAmount, quick_amounts
from kiosk.ui.viewmodels.payment_props import (
    NO_LIMIT,
    PaymentFacts,
    PaymentProps,
    VoucherTakenAlready,
    as_tenders,
    begun,
    can_validate,
    card_tender,
    derive,
    remaining,
    typed_amount,
    with_method,
    with_tender,
    without_tender,
)
from kiosk.ui.viewmodels.proof import ProofViewModel
from kiosk.ui.viewmodels.screen import shown
from kiosk.ui.viewmodels.settling import SettlingViewModel
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class PaymentViewModel(SettlingViewModel[PaymentFacts]):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """What is left, how it is paid, what to give back."""

    changed = Signal()

    def __init__(
        self, desk: TillDesk, *, formats: Formats, on_paid: Callable[[Ticket], None], on_leave: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(desk, formats=formats, nothing=PaymentFacts(), on_paid=on_paid, on_leave=on_leave, parent=parent)
        self._props = PaymentProps()
        self._proof = ProofViewModel(desk, formats=formats, on_proved=self._proved, parent=self)
        self._proof.failed.connect(self.failed)
        self._quick = RowsModel(QuickRow, key=lambda row: row.place, parent=self)
        self._pieces = RowsModel(PieceRow, key=lambda row: row.place, parent=self)

    @property
    def tenders_received(self) -> tuple[TenderFacts, ...]:
        return self._facts.tenders

    @property
    def left(self) -> Money:
        """What is still to pay; negative when it is to be given back."""
        return remaining(self._facts)

    @property
    def busy_now(self) -> bool:
        return not self._facts.free

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        self._proof.speak(formats)

    def begin(self, basket: Basket, total: Money, *, unsettled: Sequence[CardIntent] = ()) -> None:
        """A payment of this basket. ``unsettled`` are card payments that a crash left: taken ones count, an unanswered one is asked about."""
        limits = self._desk.services.vouchers.limits()
        facts = begun(total, cheques=limits.cheques_accepted, cash_limit=limits.cash_limit or NO_LIMIT)
        for intent in unsettled:
            if intent.state is IntentState.APPROVED:
                facts = with_tender(facts, card_tender(intent, self._formats))
        self._begin(basket, facts, unsettled)

    def take_voucher(self, code: str) -> None:
        """A scanned voucher pays what it can of what is left: its bonus comes off the prices first."""
        if any(tender.key == code for tender in self._facts.tenders):
            self._refuse(VoucherTakenAlready())
        elif self._facts.giving_back:
            self._give_back_on(code)
        else:
            self._redeem(code)

    def _redeem(self, code: str) -> None:
        try:
            redeemed = self._desk.services.vouchers.redeem(self._paying(), code)
        except KioskError as error:
            self._refuse(error)
            return
        self._basket = redeemed.basket
        self._fold(replace(self._facts, total=self._desk.services.sales.priced(redeemed.basket).total))
        amount = min(redeemed.voucher.balance, self.left)
        if amount:
            voucher = redeemed.voucher
            self._received(TenderFacts(voucher.voucher_id, voucher.tender_kind, amount, f"···· {voucher.tail}", key=code))

    @Slot()
    def chooseCash(self) -> None:
        self._choose(CASH)

    @Slot()
    def chooseCard(self) -> None:
        self._choose(CARD)

    @Slot()
    def chooseVoucher(self) -> None:
        self._choose(VOUCHER)

    @Slot()
    def chooseCheque(self) -> None:
        self._choose(CHEQUE)

    @Slot()
    def chooseTransfer(self) -> None:
        self._choose(TRANSFER)

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
        method, amount = self._facts.method, typed_amount(self._facts)
        if not self.left:
            self._settle()
        elif method == CARD:
            self._ask_card(amount)
        elif method in (CHEQUE, TRANSFER):
            self._proof.ask(method, amount)
        else:
            self._received(TenderFacts(f"{method}-{len(self._facts.tenders)}", method, amount))

    @Slot(str)
    def removeTender(self, tender_id: str) -> None:
        """Give a tender back before the end; what the terminal has taken stays."""
        if not self.busy_now:
            self._basket = without_bonus(self._paying(), tender_id)
            total = self._desk.services.sales.priced(self._basket).total
            self._fold(without_tender(replace(self._facts, total=total), tender_id))

    @Slot(bool)
    def setLivesAbroad(self, lives_abroad: bool) -> None:
        """The customer proved to live abroad: their cash has a limit of its own."""
        self._fold(replace(self._facts, lives_abroad=lives_abroad))

    @Slot()
    def leave(self) -> None:
        if self._props.can_leave:
            self._on_leave()

    def _give_back_on(self, code: str) -> None:
        """Money that goes back onto the gift card that was scanned."""
        try:
            voucher = self._desk.services.vouchers.fillable(code)
        except KioskError as error:
            self._refuse(error)
            return
        if self.left:
            self._received(TenderFacts(voucher.voucher_id, GIFT_CARD, self.left, f"···· {voucher.tail}", key=code))

    def _proved(self, tender: Tender) -> None:
        reference, tender_id = tender.reference or "", f"{tender.kind}-{len(self._facts.tenders)}"
        self._received(TenderFacts(tender_id, tender.kind, tender.amount, reference, key=reference, identity_checked=tender.identity_checked))

    def _choose(self, method: str) -> None:
        if not self.busy_now and (method != CHEQUE or self._props.cheques):
            self._fold(with_method(self._facts, method))

    def _received(self, tender: TenderFacts) -> None:
        """One more tender; when nothing is left to pay, the ticket is made at once."""
        self.closeNotice()
        self._fold(with_tender(self._facts, tender))
        if not self.left:
            self._settle()

    def _card_taken(self, intent: CardIntent) -> None:
        self._received(card_tender(intent, self._formats))

    def _settle(self) -> None:
        self._make_ticket(as_tenders(self._facts.tenders), lives_abroad=self._facts.lives_abroad)

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
    chequeChosen = shown("cheque_chosen", bool, changed)
    transferChosen = shown("transfer_chosen", bool, changed)
    cheques = shown("cheques", bool, changed)
    givingBack = shown("giving_back", bool, changed)
    overCashLimit = shown("over_cash_limit", bool, changed)
    livesAbroad = shown("lives_abroad", bool, changed)
    cashLimit = shown("cash_limit", str, changed)
    card = Property(CardQuestionViewModel, lambda self: self._card, constant=True)
    proof = Property(ProofViewModel, lambda self: self._proof, constant=True)
    tenders = Property(QObject, lambda self: self._tenders, constant=True)
    quickAmounts = Property(QObject, lambda self: self._quick, constant=True)
    pieces = Property(QObject, lambda self: self._pieces, constant=True)
