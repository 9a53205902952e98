"""Random acts of what the counter promises and writes: deposits taken, used, prolonged, released; quotations; invoices and credit notes."""

from __future__ import annotations

from kiosk.basics.money import Money
from kiosk.sales.desk.customers import Details
from kiosk.sales.invoice import Company
from kiosk.sales.tenders import DEPOSIT, Tender
from tests.crash.random_hands import Hands

DURAND = Company("Atelier Durand SARL", "552 100 554", ("3 quai de la Fosse", "44000 Nantes"))
ENOUGH_CUSTOMERS = 6


class RandomDesk:
    """Every act is a whole use case and gives back a word for it."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._draw = hands.draw
        self._services = hands.services
        self._desk = hands.services.desk

    # ── deposits ───────────────────────────────────────────────────────────────────────────────────────────────────
    def take_deposit(self) -> str:
        """For one phone, alone or among goods."""
        if len(self._hands.ask("SELECT id FROM customer")) < ENOUGH_CUSTOMERS:
            details = Details(full_name=f"Claire Garnier {self._draw.randrange(1000)}", email="claire.garnier@example.fr", phone="06 12 34 56 78")
            self._desk.customers.note(details, wants_offers=False, person=self._hands.sophie)
        basket = self._hands.phone(self._hands.for_customer(self._hands.sales.new_basket()))
        basket = self._desk.deposits.offer(basket, basket.lines[0].line_id, Money(self._draw.randrange(1000, 20_001)))
        if self._draw.random() < 0.3:
            basket = self._hands.goods(basket)
        return f"deposit {self._hands.pay(basket, own_cards=False).number}"

    def fetch(self) -> str:
        """The customer comes for the device: the deposit is part of what pays it."""
        codes = self._open()
        if not codes:
            return "nothing to fetch"
        code = self._draw.choice(codes)
        basket = self._desk.deposits.fetch(self._hands.sales.new_basket(), code)
        paid = Tender(DEPOSIT, self._desk.deposits.deposit(code).balance, code)
        return f"fetched {self._hands.pay(basket, first=[paid]).number}"

    def prolong_or_release(self) -> str:
        codes = self._open()
        if not codes:
            return "nothing kept"
        if self._draw.random() < 0.3:
            return f"prolonged {self._desk.deposits.extend(self._draw.choice(codes), person=self._hands.sophie)}"
        return f"released {self._desk.deposits.release(self._draw.choice(codes), person=self._hands.sophie).tail}"

    def _open(self) -> list[str]:
        return self._hands.ask("SELECT code FROM voucher WHERE state = 'open' AND kind = 'deposit' ORDER BY rowid")

    # ── papers ─────────────────────────────────────────────────────────────────────────────────────────────────────
    def quote(self) -> str:
        return f"quoted {self._desk.quotations.make(self._hands.goods(self._hands.sales.new_basket()), person=self._hands.sophie).number}"

    def keep_promise(self) -> str:
        """A quotation is bought: what was sold meanwhile is left out."""
        numbers = self._hands.ask("SELECT number FROM quotation ORDER BY row_no DESC LIMIT 10")
        if not numbers:
            return "nothing quoted"
        recalled = self._desk.quotations.recall(self._draw.choice(numbers))
        return f"promised {self._hands.pay(recalled.basket).number}" if recalled.basket.lines else "nothing left of it"

    def invoice(self) -> str:
        """Of a sale or of a refund: then it is a credit note, if the sale was invoiced."""
        numbers = self._hands.recent_tickets()
        if not numbers:
            return "nothing to invoice"
        issued = self._services.invoices.issue(self._draw.choice(numbers), DURAND, person=self._hands.sophie)
        return f"{'credited' if issued.paper.credit else 'invoiced'} {issued.number}"
