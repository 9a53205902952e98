"""Paying back: what is due to the customer, how it goes back, the terminal asked for a credit. GUI thread; what is durable runs on the ledger worker."""

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
from kiosk.ui.viewmodels.card_question import CardQuestionViewModel
from kiosk.ui.viewmodels.payment_props import SettlingFacts
from kiosk.ui.viewmodels.screen import shown
from kiosk.ui.viewmodels.settling import SettlingViewModel
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
AS_PAID = "as_paid"


@dataclass(frozen=True, slots=True)
class PayBackFacts(SettlingFacts):
    """``due`` is negative or nothing; ``as_paid`` is how it goes back without asking anybody; ``taken`` is the credit that the terminal has made."""

    due: Money = ZERO
    as_paid: tuple[Tender, ...] = ()
    way: str = AS_PAID
    taken: CardIntent | None = None

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
    tenders: tuple[TenderRow, ...] = ()


def derive(facts: PayBackFacts, original_number: str, formats: Formats) -> PayBackProps:
    rows = tuple(TenderFacts(str(place), tender.kind, -tender.amount) for place, tender in enumerate(facts.tenders))
    return PayBackProps(
        due=formats.money(-facts.due), even=not facts.due, way=facts.way, original_number=original_number,
        can_choose=facts.taken is None and facts.free, busy=not facts.free, tenders=tender_rows(rows, formats),
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class PayBackViewModel(SettlingViewModel[PayBackFacts]):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The page *À rendre*."""

    changed = Signal()

    def __init__(
        self, desk: TillDesk, *, formats: Formats, on_paid: Callable[[Ticket], None], on_leave: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(desk, formats=formats, nothing=PayBackFacts(), on_paid=on_paid, on_leave=on_leave, parent=parent)
        self._props = PayBackProps()

    @property
    def busy_now(self) -> bool:
        """Something is under way that a scan must not disturb."""
        return not self._facts.free or self._facts.taken is not None

    def begin(self, basket: Basket, due: Money, *, unsettled: Sequence[CardIntent] = ()) -> None:
        """``unsettled`` is the credit to a card that a crash left: the terminal has made it, or is asked what became of it."""
        taken = next((intent for intent in unsettled if intent.state is IntentState.APPROVED), None)
        self._begin(basket, PayBackFacts(due=due, as_paid=self._desk.services.returns.way_back(basket, due), taken=taken), unsettled)

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
        if not facts.free:
            return
        card = next((tender for tender in facts.tenders if tender.kind == CARD), None)
        if card is None or facts.taken is not None:
            self._settle(None)
        else:
            self.closeNotice()
            self._ask_card(card.amount)

    @Slot()
    def leave(self) -> None:
        if self._props.can_choose:
            self._on_leave()

    def _card_taken(self, intent: CardIntent) -> None:
        """Money that went back to the card cannot be kept back here: the ticket is made at once."""
        self._fold(replace(self._facts, card_under_way=False, taken=intent))
        self._settle(None)

    def _settle(self, approval: Approval | None) -> None:
        taken = self._facts.taken
        given = tuple(replace(tender, reference=taken.intent_id) if taken and tender.kind == CARD else tender for tender in self._facts.tenders)
        self._make_ticket(given, approved_by=approval, failed=lambda error: self._not_made(error, approval))

    def _not_made(self, error: Exception, approval: Approval | None) -> None:
        """Otherwise than it was paid: a colleague may lend the right."""
        if isinstance(error, PaidBackOtherwise) and approval is None:
            self._fold(replace(self._facts, busy=False))
            self._desk.ask_approval(
                Right.REFUND_BEYOND_POLICY, Action.REFUND, document=self._paying().basket_id, detail=self._formats.money(self._facts.due),
                on_approved=self._settle, on_given_up=lambda: self._refuse(error),
            )  # fmt: skip
        else:
            self._failed(error)

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
    card = Property(CardQuestionViewModel, lambda self: self._card, constant=True)
    tenders = Property(QObject, lambda self: self._tenders, constant=True)
