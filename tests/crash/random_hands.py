"""What all random acts at a till share: filling a basket, paying it any way, and bringing to an end what a crash or a refusal left open."""

from __future__ import annotations

import random

from kiosk.basics.money import ZERO, Money
from kiosk.cash import store as cash_store
from kiosk.catalogue.products import Product
from kiosk.sales.basket import Basket, Reduction
from kiosk.sales.cards import AnsweredBy, CardAnswered, CardIntent, IntentState
from kiosk.sales.tenders import CARD, CASH, CHEQUE, DEPOSIT, TRANSFER, VOUCHER, Tender
from kiosk.sales.ticket import Ticket
from kiosk.staff.people import Person
from tests.crash.random_shop import CASE, LivingTill, deliver, shelf

CASH_CENTS = 90_000
FITTING, INSURANCE = "p-pose-verre", "p-assurance-casse"
LONGEST_MEMORY = 40


class Hands:
    """One manager's hands at one till. Whoever may do less is proved elsewhere."""

    def __init__(self, till: LivingTill, draw: random.Random) -> None:
        self.till = till
        self.draw = draw
        self.services = till.services
        self.sales = till.services.sales
        self.sophie = self.person("sophie")

    def person(self, person_id: str) -> Person:
        return self.services.staff.person(person_id)

    def product(self, product_id: str) -> Product:
        found = self.services.catalogue.product_by_id(product_id)
        assert found is not None
        return found

    def ask(self, question: str) -> list[str]:
        """One column of text."""
        with self.till.house.database.read() as connection:
            return [str(value) for (value,) in connection.exec_driver_sql(question)]

    def expected(self) -> Money:
        """What must be in the open drawers."""
        with self.till.house.database.read() as connection:
            return Money.total(cash_store.expected_in(connection, session) for session in cash_store.open_sessions(connection))

    # ── filling a basket ───────────────────────────────────────────────────────────────────────────────────────────
    def goods(self, basket: Basket) -> Basket:
        """Phones, cases, work, an insurance, with discounts."""
        for _ in range(self.draw.randint(1, 4)):
            if self.draw.random() < 0.35:
                basket = self.phone(basket)
            else:
                basket = self.sales.add_product(basket, self.product(self.draw.choice((CASE, CASE, CASE, FITTING, INSURANCE))))
        if not any(line.back is None for line in basket.lines):
            basket = self.sales.add_product(basket, self.product(CASE))
        line = self.draw.choice([line for line in basket.lines if line.back is None])
        if self.draw.random() < 0.3:
            basket = self.sales.reduce_line(basket, line.line_id, Reduction(percent_bp=self.draw.randrange(0, 1001)), person=self.sophie)
        if self.draw.random() < 0.3:
            basket = self.sales.reduce_ticket(basket, Reduction(amount=Money(self.draw.randrange(0, 500))), person=self.sophie)
        return basket

    def phone(self, basket: Basket) -> Basket:
        """One more of the shelf."""
        deliver(self.till)
        taken = {unit.unit_id for line in basket.lines if (unit := line.reserves.unit if line.reserves else line.unit)}
        with self.till.house.database.read() as connection:
            free = [unit_id for unit_id in shelf(connection) if unit_id not in taken]
        unit = self.services.stock.unit_by_id(self.draw.choice(free))
        assert unit is not None
        return self.sales.add_unit(basket, unit)

    # ── paying it ──────────────────────────────────────────────────────────────────────────────────────────────────
    def pay(self, basket: Basket, *, first: list[Tender] | None = None, own_cards: bool = True, person: Person | None = None) -> Ticket:
        """Kept before any card is asked, as the payment page does. Goods come back to the manager, everything else is paid at anybody's."""
        anybody = self.sophie if any(line.back for line in basket.lines) else self.draw.choice((self.sophie, self.person("camille")))
        person = person or anybody
        self.sales.keep(basket, person=person)
        due = self.sales.priced(basket).total
        if due.amount_cents < 0:
            return self.sales.pay(basket, self._back(basket, due), person=person)
        tenders, left = list(first or []), due - Money.total(tender.amount for tender in first or [])
        if own_cards and left and self.draw.random() < 0.4:
            basket, more = self._from_voucher(basket, left)
            self.sales.keep(basket, person=person)
            tenders += more
            left = self.sales.priced(basket).total - Money.total(tender.amount for tender in tenders)
        if left.amount_cents < 0:
            return self.sales.pay(basket, self._back(basket, left), person=person)
        return self.sales.pay(basket, [*tenders, *self._received(basket, left)], person=person)

    def _received(self, basket: Basket, due: Money) -> list[Tender]:
        """A card, a cheque or a transfer for some of it, the rest in cash with change."""
        most = min(due.amount_cents, CASH_CENTS)
        other = due.amount_cents - self.draw.randrange(0, most + 1) if due else 0
        tenders = [self._other_way(basket, Money(other))] if other else []
        left = due.amount_cents - other
        return [*tenders, Tender(CASH, Money(left + self.draw.choice((0, 0, 1, 500))))] if left else tenders

    def _other_way(self, basket: Basket, amount: Money) -> Tender:
        way = self.draw.random()
        if way < 0.1:
            return Tender(CHEQUE, amount, "1234567", identity_checked=True)
        return Tender(TRANSFER, amount, "VIR 2026-11") if way < 0.15 else self.card(basket, amount)

    def card(self, basket: Basket, amount: Money) -> Tender:
        """One that the terminal approved, sometimes after it refused another."""
        if self.draw.random() < 0.1:
            refused = self.sales.ask_card(basket, amount, person=self.sophie)
            self._answer(refused, approved=False)
        intent = self.sales.ask_card(basket, amount, person=self.sophie)
        self._answer(intent, approved=True)
        return Tender(CARD, amount, intent.intent_id)

    def _answer(self, intent: CardIntent, *, approved: bool) -> None:
        said = CardAnswered(approved, AnsweredBy.TERMINAL, "A12345" if approved else None, "0042" if approved else None)
        self.sales.answer_card(intent.intent_id, said, person=self.sophie)

    def _from_voucher(self, basket: Basket, left: Money) -> tuple[Basket, list[Tender]]:
        """A credit, a trade-in with its bonus, or a gift card; deposits are for their own devices."""
        codes = self.ask("SELECT code FROM voucher WHERE state = 'open' AND kind <> 'deposit' ORDER BY rowid")
        if not codes:
            return basket, []
        code = self.draw.choice(codes)
        found = self.services.vouchers.redeem(basket, code)
        amount = min(found.voucher.balance, left - found.bonus)
        return found.basket, [Tender(found.voucher.tender_kind, amount, code)] if amount.amount_cents > 0 else []

    def _back(self, basket: Basket, due: Money) -> list[Tender]:
        """The way it was paid; now and then, because a manager may, as a credit, on a gift card or in cash."""
        way = self.draw.random()
        if way < 0.15:
            return [Tender(VOUCHER, due)]
        if way < 0.25:
            return [Tender(CASH, due)]
        ways = self.services.returns.way_back(basket, due)
        return [self.card(basket, tender.amount) if tender.kind == CARD else tender for tender in ways]

    # ── what was left open ─────────────────────────────────────────────────────────────────────────────────────────
    def settle(self) -> None:
        """After a start or a refusal: unanswered cards get their answer, a basket whose card was taken is paid, any other is given up."""
        for intent in self.sales.unsettled_cards():
            if intent.state is IntentState.ASKED:
                self._answer(intent, approved=self.draw.random() < 0.6)
        taken: dict[str, list[CardIntent]] = {}
        for intent in self.sales.unsettled_cards():
            taken.setdefault(intent.basket_id, []).append(intent)
        for basket_id, intents in taken.items():
            self._finish(self.sales.resume(basket_id), intents)
        kept = self.sales.interrupted()
        if kept is not None:
            self.sales.abandon(kept.basket, person=self.sophie)
            assert self.sales.interrupted() is None

    def _finish(self, basket: Basket, intents: list[CardIntent]) -> None:
        """What the cards did not take is a credit when it goes back, and comes by card and by the device's own deposit when it is received."""
        tenders = [Tender(CARD, intent.amount, intent.intent_id) for intent in intents]
        left = self.sales.priced(basket).total - Money.total(tender.amount for tender in tenders)
        if left.amount_cents < 0:
            tenders.append(Tender(VOUCHER, left))
            left = ZERO
        for code in self.services.desk.deposits.codes_for(basket) if left else ():
            amount = min(left, self.services.desk.deposits.deposit(code).balance)
            tenders.append(Tender(DEPOSIT, amount, code))
            left -= amount
        if left:
            tenders.append(self.card(basket, left))
        self.sales.pay(basket, tenders, person=self.sophie)

    # ── what there is ──────────────────────────────────────────────────────────────────────────────────────────────
    def recent_tickets(self) -> list[str]:
        """Numbers of the newest, latest first."""
        return self.ask(f"SELECT number FROM ticket ORDER BY row_no DESC LIMIT {LONGEST_MEMORY}")
