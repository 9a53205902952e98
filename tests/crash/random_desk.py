"""Random acts of what the counter promises and writes: deposits taken, used, prolonged, released; quotations; invoices and credit notes."""

from __future__ import annotations

from dataclasses import replace

from kiosk.basics.money import Money
from kiosk.sales.basket import Basket
from kiosk.sales.desk.customers import Details
from kiosk.sales.invoice import Company
from kiosk.sales.tenders import DEPOSIT, Tender
from tests.crash.random_hands import Hands

DURAND = Company("Atelier Durand SARL", "552 100 554", ("3 quai de la Fosse", "44000 Nantes"))
ENOUGH_CUSTOMERS = 6
KNOWN = "SELECT id FROM customer WHERE erased_at_utc IS NULL ORDER BY rowid"
SERVICES = {
    "p-abonnement-reparation": "",
    "p-livraison": "3 quai de la Fosse, 44000 Nantes",
    "p-remplacement-ecran": "Écran fissuré, iPhone 13",
    "p-transfert-donnees": "",
}


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
        basket = self._hands.phone(self._for_customer())
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

    def prolong(self) -> str:
        codes = self._open()
        return f"prolonged {self._desk.deposits.extend(self._draw.choice(codes), person=self._hands.sophie)}" if codes else "nothing kept"

    def release(self) -> str:
        codes = self._open()
        return f"released {self._desk.deposits.release(self._draw.choice(codes), person=self._hands.sophie).tail}" if codes else "nothing kept"

    def _open(self) -> list[str]:
        return self._hands.ask("SELECT code FROM voucher WHERE state = 'open' AND kind = 'deposit' ORDER BY rowid")

    # ── customers ──────────────────────────────────────────────────────────────────────────────────────────────────
    def serve(self) -> str:
        """Work with what it asks for: what is repaired, where it is delivered, who signs the contract."""
        basket = self._for_customer()
        for product_id in self._draw.sample(sorted(SERVICES), k=self._draw.randint(1, 3)):
            basket = self._hands.sales.add_product(basket, self._hands.product(product_id))
            basket = self._desk.lines.set_note(basket, basket.lines[-1].line_id, SERVICES[product_id])
        return f"served {self._hands.pay(basket).number}"

    def erase_customer(self) -> str:
        """As they have a right to, unless a device is kept for them."""
        known = self._hands.ask(KNOWN)
        if not known:
            return "nobody to erase"
        self._desk.customers.erase(self._draw.choice(known), person=self._hands.sophie)
        return "erased customer"

    def _for_customer(self) -> Basket:
        """Of somebody new while few are known."""
        if len(self._hands.ask(KNOWN)) < ENOUGH_CUSTOMERS:
            details = Details(full_name=f"Claire Garnier {self._draw.randrange(1000)}", email="claire.garnier@example.fr", phone="06 12 34 56 78")
            self._desk.customers.note(details, wants_offers=False, person=self._hands.sophie)
        return replace(self._hands.sales.new_basket(), customer_id=self._draw.choice(self._hands.ask(KNOWN)))

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
