"""Random acts at the counter: sold, given back, exchanged, put aside, copied, in training too."""

from __future__ import annotations

from kiosk.basics.money import Money
from kiosk.sales.basket import Basket
from kiosk.sales.refund import Grounds
from kiosk.sales.tenders import CASH, CHEQUE, TRANSFER, Tender
from tests.crash.random_hands import Hands

GIFT_CARD = "p-carte-cadeau"


class RandomCounter:
    """Every act is a whole use case and gives back a word for it."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._draw = hands.draw
        self._sales = hands.sales
        self._services = hands.services

    def sell(self) -> str:
        return f"sold {self._hands.pay(self._hands.goods(self._sales.new_basket())).number}"

    def sell_in_many_ways(self) -> str:
        """One phone paid with everything that pays: a credit and a card of the house when there are any, a cheque, a transfer, a card, cash."""
        basket = self._hands.phone(self._sales.new_basket())
        tenders: list[Tender] = []
        for kind in ("credit", "gift_card"):
            for code in self._hands.ask(f"SELECT code FROM voucher WHERE kind = '{kind}' AND state = 'open' ORDER BY rowid LIMIT 1"):
                voucher = self._services.vouchers.known(code)
                tenders.append(Tender(voucher.tender_kind, min(voucher.balance, Money(3000)), code))
        tenders += [Tender(CHEQUE, Money(2000), "1234567", identity_checked=True), Tender(TRANSFER, Money(2500), "VIR 2026-11")]
        self._sales.keep(basket, person=self._hands.sophie)
        tenders.append(self._hands.card(basket, Money(4000)))
        left = self._sales.priced(basket).total - Money.total(tender.amount for tender in tenders)
        return f"many ways {self._sales.pay(basket, [*tenders, Tender(CASH, left + Money(1000))], person=self._hands.sophie).number}"

    def sell_gift_card(self) -> str:
        """A new card, with goods or alone, or more money on one that there is."""
        basket = self._hands.goods(self._sales.new_basket()) if self._draw.random() < 0.5 else self._sales.new_basket()
        codes = self._hands.ask("SELECT code FROM voucher WHERE kind = 'gift_card' ORDER BY rowid DESC LIMIT 5")
        fills = self._services.vouchers.fillable(self._draw.choice(codes)) if codes and self._draw.random() < 0.3 else None
        amount = Money(self._draw.randrange(1000, 15_001))
        basket = self._services.vouchers.sell_gift_card(basket, self._hands.product(GIFT_CARD), amount, fills=fills)
        return f"gift card {self._hands.pay(basket, own_cards=False).number}"

    # ── taking back ────────────────────────────────────────────────────────────────────────────────────────────────
    def give_back(self) -> str:
        basket = self._back(self._sales.new_basket())
        return f"given back {self._hands.pay(basket).number}" if basket.lines else "nothing to give back"

    def exchange(self) -> str:
        basket = self._back(self._sales.new_basket())
        return f"exchanged {self._hands.pay(self._hands.goods(basket)).number}" if basket.lines else "nothing to exchange"

    def _back(self, basket: Basket) -> Basket:
        """Some of what is left of an earlier ticket; a device with its own serial, a deposit with nothing."""
        numbers = self._hands.recent_tickets()
        if not numbers:
            return basket
        found = self._services.returns.returnable(self._draw.choice(numbers))
        left = [line for line in found.lines if line.left]
        for line in self._draw.sample(left, k=min(len(left), self._draw.randint(1, 2))):
            if line.unit is not None and any(other.unit for other in basket.lines):
                continue
            grounds = Grounds("changed_mind", scanned=line.unit.serial if line.unit else None)
            wanted = {line.line.line_id: self._draw.randint(1, line.left)}
            basket = self._services.returns.add_back(basket, found.ticket.number, wanted, grounds, person=self._hands.sophie)
        return basket

    # ── beside the sale ────────────────────────────────────────────────────────────────────────────────────────────
    def copy(self) -> str:
        numbers = self._hands.recent_tickets()
        if not numbers:
            return "nothing to copy"
        number = self._draw.choice(numbers)
        return f"copy {self._services.tickets.reprint(number, person=self._hands.sophie)} of {number}"

    def wrap(self) -> str:
        """A gift receipt, without prices."""
        numbers = self._hands.recent_tickets()
        if not numbers:
            return "nothing to wrap"
        self._services.tickets.print_gift(self._draw.choice(numbers), person=self._hands.sophie)
        return "wrapped"

    def repair(self) -> str:
        """A device under guarantee comes back repaired: its promise is longer."""
        sold = self._hands.ask("SELECT id FROM unit WHERE state = 'sold' AND id LIKE 's%' ORDER BY rowid")
        if not sold:
            return "nothing to repair"
        today = self._services.returns.today()
        unit = self._services.guarantees.repaired(self._draw.choice(sold), brought_on=today, given_back_on=today, person=self._hands.sophie).unit
        return f"repaired {unit.identifier_tail}"

    def abandon(self) -> str:
        self._sales.abandon(self._hands.goods(self._sales.new_basket()), person=self._hands.sophie)
        return "abandoned"

    def put_aside(self) -> str:
        self._sales.park(self._hands.goods(self._sales.new_basket()), label="Mme Garnier", person=self._hands.sophie)
        return "aside"

    def take_up(self) -> str:
        """One that waits: a device of it may have been sold meanwhile."""
        waiting = self._sales.parked()
        if not waiting:
            return "nothing waits"
        basket = self._sales.resume(self._draw.choice(waiting).basket.basket_id)
        return f"waited {self._hands.pay(basket).number}"
