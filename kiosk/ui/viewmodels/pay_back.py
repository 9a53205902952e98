"""Paying back: what is due to the customer, how it goes back, the terminal's answer. GUI thread; what is durable runs on the ledger worker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import ZERO, Money
from kiosk.sales.after.returns import PaidBackOtherwise
from kiosk.sales.basket import Basket
from kiosk.sales.cards import CardIntent, IntentState
from kiosk.sales.tenders import CARD, CASH, VOUCHER, Tender
from kiosk.sales.ticket import Ticket
from kiosk.staff.approvals import Action, Approval
from kiosk.staff.rights import Right
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import TenderFacts, TenderRow, tender_rows
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
AS_PAID = "as_paid"


@dataclass(frozen=True, slots=True)
class PayBackFacts:
    """``due`` is negative or nothing; ``as_paid`` is how it goes back without asking anybody; ``asking`` waits for the terminal."""

    due: Money = ZERO
    as_paid: tuple[Tender, ...] = ()
    way: str = AS_PAID
    asking: CardIntent | None = None
    taken: CardIntent | None = None
    busy: bool = False

    @property
    def tenders(self) -> tuple[Tender, ...]:
        """How it goes back as chosen."""
        if self.way == AS_PAID or not self.due:
            return self.as_paid
        return (Tender(self.way, self.due),)


@dataclass(frozen=True, slots=True)
class PayBackProps:
    """Finished words and figures for QML."""

    due: str = ""
    even: bool = False
    way: str = AS_PAID
    original_number: str = ""
    can_choose: bool = True
    busy: bool = False
    asking_card: bool = False
    card_amount: str = ""
    tenders: tuple[TenderRow, ...] = ()


def derive(facts: PayBackFacts, original_number: str, formats: Formats) -> PayBackProps:
    rows = tuple(TenderFacts(str(place), tender.kind, -tender.amount) for place, tender in enumerate(facts.tenders))
    return PayBackProps(
        due=formats.money(-facts.due), even=not facts.due, way=facts.way, original_number=original_number,
        can_choose=facts.taken is None and facts.asking is None and not facts.busy, busy=facts.busy, asking_card=facts.asking is not None,
        card_amount=formats.money(-facts.asking.amount) if facts.asking else "", tenders=tender_rows(rows, formats),
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class PayBackViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The page *À rendre*."""

    changed = Signal()

    def __init__(
        self, desk: TillDesk, *, formats: Formats, on_paid: Callable[[Ticket], None], on_leave: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(formats, parent)
        self._desk = desk
        self._on_paid = on_paid
        self._on_leave = on_leave
        self._basket: Basket | None = None
        self._facts = PayBackFacts()
        self._props = PayBackProps()
        self._tenders = RowsModel(TenderRow, key=lambda row: row.tender_id, parent=self)

    @property
    def busy_now(self) -> bool:
        """Something is under way that a scan must not disturb."""
        return self._facts.busy or self._facts.asking is not None or self._facts.taken is not None

    def begin(self, basket: Basket, due: Money, *, unsettled: Sequence[CardIntent] = ()) -> None:
        """``unsettled`` is the credit to a card that a crash left: the terminal has made it, or is asked again."""
        self._basket = basket
        self.closeNotice()
        taken = next((intent for intent in unsettled if intent.state is IntentState.APPROVED), None)
        asking = next((intent for intent in unsettled if intent.state is IntentState.ASKED), None)
        self._fold(PayBackFacts(due, self._desk.services.returns.way_back(basket, due), asking=asking, taken=taken))

    @Slot(str)
    def choose(self, way: str) -> None:
        if self._props.can_choose:
            self.closeNotice()
            self._fold(replace(self._facts, way=way))

    @Slot()
    def chooseAsPaid(self) -> None:
        self.choose(AS_PAID)

    @Slot()
    def chooseCash(self) -> None:
        self.choose(CASH)

    @Slot()
    def chooseCredit(self) -> None:
        self.choose(VOUCHER)

    @Slot()
    def payBack(self) -> None:
        """To the card first, by the terminal; then the ticket."""
        facts = self._facts
        if facts.busy or facts.asking is not None:
            return
        card = next((tender for tender in facts.tenders if tender.kind == CARD), None)
        if card is None or facts.taken is not None:
            self._settle(None)
            return
        basket = self._paying()
        self._fold(replace(facts, busy=True))
        self._desk.run(lambda: self._desk.services.sales.ask_card(basket, card.amount), self._asked, self._failed)

    @Slot()
    def cardAccepted(self) -> None:
        self._answer(accepted=True)

    @Slot()
    def cardRefused(self) -> None:
        self._answer(accepted=False)

    @Slot()
    def leave(self) -> None:
        if self._props.can_choose:
            self._on_leave()

    def _asked(self, intent: CardIntent) -> None:
        self._fold(replace(self._facts, busy=False, asking=intent))

    def _answer(self, *, accepted: bool) -> None:
        intent, person, sales = self._facts.asking, self._desk.who(), self._desk.services.sales
        if intent is not None and not self._facts.busy:
            self._fold(replace(self._facts, busy=True))
            self._desk.run(lambda: sales.answer_card(intent.intent_id, approved=accepted, reference=None, person=person), self._answered, self._failed)

    def _answered(self, intent: CardIntent) -> None:
        """Money that went back to the card cannot be kept back here: the ticket is made at once."""
        approved = intent.state is IntentState.APPROVED
        self._fold(replace(self._facts, busy=False, asking=None, taken=intent if approved else None))
        if approved:
            self._settle(None)

    def _settle(self, approval: Approval | None) -> None:
        basket, person, sales, taken = self._paying(), self._desk.who(), self._desk.services.sales, self._facts.taken
        given = tuple(replace(tender, reference=taken.intent_id) if taken and tender.kind == CARD else tender for tender in self._facts.tenders)
        self._fold(replace(self._facts, busy=True))
        self._desk.run(lambda: sales.pay(basket, given, person=person, approved_by=approval), self._paid, lambda error: self._refused(error, approval))

    def _refused(self, error: Exception, approval: Approval | None) -> None:
        """Otherwise than it was paid: a colleague may lend the right."""
        self._fold(replace(self._facts, busy=False))
        if isinstance(error, PaidBackOtherwise) and approval is None:
            self._desk.ask_approval(
                Right.REFUND_BEYOND_POLICY, Action.REFUND, document=self._paying().basket_id, detail=self._formats.money(self._facts.due),
                on_approved=self._settle, on_given_up=lambda: self._refuse(error),
            )  # fmt: skip
        else:
            self._refuse(error)

    def _paid(self, ticket: Ticket) -> None:
        self._basket = None
        self._fold(PayBackFacts())
        self._on_paid(ticket)

    def _failed(self, error: Exception) -> None:
        self._fold(replace(self._facts, busy=False))
        self._refuse(error)

    def _paying(self) -> Basket:
        assert self._basket is not None, "paying back was begun"
        return self._basket

    def _fold(self, facts: PayBackFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        lines = self._basket.lines if self._basket else ()
        original = next((line.back.original_number for line in lines if line.back), None)
        before, self._props = self._props, derive(self._facts, original or "", self._formats)
        self._tenders.show(self._props.tenders)
        if before != self._props:
            self.changed.emit()

    due = shown("due", str, changed)
    even = shown("even", bool, changed)
    way = shown("way", str, changed)
    originalNumber = shown("original_number", str, changed)
    canChoose = shown("can_choose", bool, changed)
    busy = shown("busy", bool, changed)
    askingCard = shown("asking_card", bool, changed)
    cardAmount = shown("card_amount", str, changed)
    tenders = Property(QObject, lambda self: self._tenders, constant=True)
