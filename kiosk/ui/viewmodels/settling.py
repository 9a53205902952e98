"""What paying and paying back share: a basket, the card that is asked for, the tenders on show, the ticket at the end. GUI thread.

A failure leaves everything where it was, and says so; what must be durable runs on the ledger worker.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from kiosk.basics.money import Money
from kiosk.sales.basket import Basket
from kiosk.sales.cards import CardIntent, IntentState
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket
from kiosk.staff.approvals import Approval
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import TenderRow
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.card_question import CardQuestionViewModel
from kiosk.ui.viewmodels.payment_props import SettlingFacts
from kiosk.ui.viewmodels.screen import ScreenViewModel
from kiosk.ui.viewmodels.till_desk import TillDesk

F = TypeVar("F", bound=SettlingFacts)


class SettlingViewModel(ScreenViewModel, Generic[F]):
    """Base of the two pages; ``nothing`` are the facts of a page without a basket."""

    def __init__(
        self, desk: TillDesk, *, formats: Formats, nothing: F, on_paid: Callable[[Ticket], None], on_leave: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._desk = desk
        self._nothing = self._facts = nothing
        self._on_paid = on_paid
        self._on_leave = on_leave
        self._basket: Basket | None = None
        self._card = CardQuestionViewModel(desk, formats=formats, on_taken=self._card_taken, on_over=self._card_over, parent=self)
        self._card.failed.connect(self.failed)
        self._tenders = RowsModel(TenderRow, key=lambda row: row.tender_id, parent=self)

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        self._card.speak(formats)

    def _begin(self, basket: Basket, facts: F, unsettled: Sequence[CardIntent]) -> None:
        """``unsettled`` are cards that a crash left: the subclass counts those that were taken, an unanswered one is asked about."""
        self._basket = basket
        self.closeNotice()
        open_intent = next((intent for intent in unsettled if intent.state is IntentState.ASKED), None)
        self._fold(replace(facts, card_under_way=open_intent is not None))
        self._card.take_up(open_intent)

    def _ask_card(self, amount: Money) -> None:
        """A negative amount goes back to the card."""
        self._fold(replace(self._facts, card_under_way=True))
        self._card.ask(self._paying(), amount)

    def _card_taken(self, intent: CardIntent) -> None:
        """The terminal has moved this amount; only it could move it back."""
        raise NotImplementedError

    def _card_over(self, error: Exception | None) -> None:
        """Nothing was moved."""
        self._fold(replace(self._facts, card_under_way=False))
        if error is not None:
            self._refuse(error)

    def _make_ticket(
        self, tenders: Sequence[Tender], *, lives_abroad: bool = False, approved_by: Approval | None = None, failed: Callable[[Exception], None] | None = None
    ) -> None:  # fmt: skip
        """One durable transaction; ``failed`` instead of the notice on this page."""
        basket, person, sales = self._paying(), self._desk.who(), self._desk.services.sales
        self._fold(replace(self._facts, busy=True))
        self._desk.run(
            lambda: sales.pay(basket, tenders, person=person, lives_abroad=lives_abroad, approved_by=approved_by), self._paid, failed or self._failed
        )

    def _paid(self, ticket: Ticket) -> None:
        self._basket = None
        self._fold(self._nothing)
        self._on_paid(ticket)

    def _failed(self, error: Exception) -> None:
        """Nothing was written; everything received is still on the page."""
        self._fold(replace(self._facts, busy=False))
        self._refuse(error)

    def _paying(self) -> Basket:
        assert self._basket is not None, "a payment was begun"
        return self._basket

    def _fold(self, facts: F) -> None:
        self._facts = facts
        self._show_again()
