"""A till where anything happens: sales, refunds, exchanges, gift cards, credits, drops, copies, closings, drawn from a seed. For the killer."""

from __future__ import annotations

import random
from collections.abc import Callable

from sqlalchemy import select

from kiosk.basics.money import ZERO, Money
from kiosk.cash.rules import Direction
from kiosk.catalogue.service import CatalogueService
from kiosk.errors import Refused
from kiosk.sales.after.service import ReturnService
from kiosk.sales.basket import Basket, Reduction
from kiosk.sales.cash_service import CashMove
from kiosk.sales.refund import Grounds
from kiosk.sales.store import tickets_after
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket
from kiosk.stock import store as stock_store
from kiosk.stock.units import Unit, UnitState
from kiosk.storage.schema import voucher
from tests.integration.sale_shop import FITTING, GIFT_CARD, SOPHIE, Till, cash

CASE_EAN = "2000000000015"
FLOAT = Money(15_000)
LONGEST_MEMORY = 40
CASH_CENTS = 90_000


class RandomTill:
    """One manager at one till; every act is a whole use case and gives back a word for it."""

    def __init__(self, till: Till, draw: random.Random) -> None:
        self._till = till
        self._draw = draw
        self._returns = ReturnService(till.counter, till.stock, CatalogueService(till.database))

    def act(self) -> str:
        """Something that a cashier might do now; a rule may refuse it, and then nothing happened."""
        if not self._till.drawer.sessions():
            self._till.drawer.open_session(FLOAT, person=SOPHIE)
            return "drawer"
        acts: list[tuple[Callable[[], str], int]] = [
            (self.sell, 40), (self.give_back, 18), (self.exchange, 8), (self.sell_gift_card, 5), (self.copy, 6), (self.abandon, 4), (self.wait, 5),
            (self.move_cash, 5), (self.drop, 2), (self.open_without_sale, 2), (self.close_day, 3),
        ]  # fmt: skip
        (chosen,) = self._draw.choices([act for act, _ in acts], weights=[weight for _, weight in acts])
        try:
            return chosen()
        except Refused as refusal:
            return f"refused {refusal.code}"

    # ── selling ──
    def sell(self) -> str:
        ticket = self._pay(self._goods(self._till.sale.new_basket()))
        return f"sold {ticket.number}"

    def sell_gift_card(self) -> str:
        with_goods = self._draw.random() < 0.5
        basket = self._goods(self._till.sale.new_basket()) if with_goods else self._till.sale.new_basket()
        basket = self._till.vouchers.sell_gift_card(basket, GIFT_CARD, Money(self._draw.randrange(1000, 15_001)))
        return f"gift card {self._pay(basket, own_cards=False).number}"

    def _goods(self, basket: Basket) -> Basket:
        draw, sale = self._draw, self._till.sale
        for _ in range(draw.randint(1, 4)):
            if draw.random() < 0.35:
                unit = self._phone(basket)
                basket = basket if unit is None else sale.add_unit(basket, unit)
            elif draw.random() < 0.7:
                basket = sale.add_by_code(basket, CASE_EAN)
            else:
                basket = sale.add_product(basket, FITTING)
        if not any(line.back is None for line in basket.lines):
            basket = sale.add_by_code(basket, CASE_EAN)
        line = draw.choice([line for line in basket.lines if line.back is None])
        if draw.random() < 0.3:
            basket = sale.reduce_line(basket, line.line_id, Reduction(percent_bp=draw.randrange(0, 1001)), person=SOPHIE)
        if draw.random() < 0.3:
            basket = sale.reduce_ticket(basket, Reduction(amount=Money(draw.randrange(0, 500))), person=SOPHIE)
        return basket

    def _phone(self, basket: Basket) -> Unit | None:
        taken = {line.unit.unit_id for line in basket.lines if line.unit}
        with self._till.database.read() as connection:
            units = stock_store.units_in_state(connection, UnitState.FOR_SALE, holder="shop:L01")
        free = [unit for unit in units if unit.unit_id.startswith("s") and unit.unit_id not in taken]
        return self._draw.choice(free) if free else None

    def _pay(self, basket: Basket, *, own_cards: bool = True) -> Ticket:
        due = self._till.sale.priced(basket).total
        tenders = self._paid_back(basket, due) if due.amount_cents < 0 else self._received(basket, due, own_cards=own_cards)
        return self._till.sale.pay(basket, tenders, person=SOPHIE)

    def _received(self, basket: Basket, due: Money, *, own_cards: bool) -> list[Tender]:
        """Any mix: a credit or a gift card first, then a card, then cash with change."""
        tenders: list[Tender] = []
        left = due
        if own_cards and left and self._draw.random() < 0.4:
            tenders += self._from_voucher(left)
            left = due - Money.total(tender.amount for tender in tenders)
        by_card = left.amount_cents - self._draw.randrange(0, min(left.amount_cents, CASH_CENTS) + 1)
        if by_card:
            tenders.append(self._till.approved_card(basket, Money(by_card)))
            left -= Money(by_card)
        if left:
            tenders.append(cash(left.amount_cents + self._draw.choice((0, 0, 1, 500))))
        return tenders

    def _from_voucher(self, left: Money) -> list[Tender]:
        with self._till.database.read() as connection:
            found = connection.execute(select(voucher).where(voucher.c.state == "open", voucher.c.bonus_cents == 0)).all()
        if not found:
            return []
        row = self._draw.choice(found)
        amount = Money(min(row.balance_cents, left.amount_cents))
        kind = "gift_card" if row.kind == "gift_card" else "voucher"
        return [Tender(kind, amount, row.code)]

    # ── taking back ──
    def give_back(self) -> str:
        basket = self._back(self._till.sale.new_basket())
        if not basket.lines:
            return "nothing to give back"
        return f"given back {self._pay(basket).number}"

    def exchange(self) -> str:
        basket = self._back(self._till.sale.new_basket())
        if not basket.lines:
            return "nothing to exchange"
        return f"exchanged {self._pay(self._goods(basket)).number}"

    def _back(self, basket: Basket) -> Basket:
        """Some of what is left of an earlier ticket; a device with its own serial."""
        ticket = self._earlier()
        if ticket is None:
            return basket
        left = [line for line in self._returns.returnable(ticket.number).lines if line.left]
        for line in self._draw.sample(left, k=min(len(left), self._draw.randint(1, 2))):
            scanned = line.unit.serial if line.unit else None
            if line.unit is not None and any(other.unit for other in basket.lines):
                continue
            wanted = {line.line.line_id: self._draw.randint(1, line.left)}
            basket = self._returns.add_back(basket, ticket.number, wanted, Grounds("changed_mind", scanned=scanned), person=SOPHIE)
        return basket

    def _earlier(self) -> Ticket | None:
        with self._till.database.read() as connection:
            (last,) = connection.exec_driver_sql("SELECT coalesce(max(row_no), 0) FROM ticket").one()
            stored = tickets_after(connection, max(0, last - LONGEST_MEMORY))
        sold = [item.ticket for item in stored if any(line.quantity > 0 for line in item.ticket.lines)]
        return self._draw.choice(sold) if sold else None

    def _paid_back(self, basket: Basket, due: Money) -> list[Tender]:
        ways = self._returns.way_back(basket, due)
        return [self._till.approved_card(basket, tender.amount) if tender.kind == "card" else tender for tender in ways]

    # ── beside the sale ──
    def copy(self) -> str:
        ticket = self._earlier()
        if ticket is None:
            return "nothing to copy"
        return f"copy {self._till.tickets.reprint(ticket.number, person=SOPHIE)} of {ticket.number}"

    def abandon(self) -> str:
        self._till.sale.abandon(self._goods(self._till.sale.new_basket()), person=SOPHIE)
        return "abandoned"

    def wait(self) -> str:
        basket = self._goods(self._till.sale.new_basket())
        self._till.sale.park(basket, label="", person=SOPHIE)
        return f"waited {self._pay(self._till.sale.resume(basket.basket_id)).number}"

    def move_cash(self) -> str:
        direction = self._draw.choice((Direction.IN, Direction.OUT))
        reason = self._draw.choice(self._till.cash.reasons(direction))
        self._till.cash.move(CashMove(reason.code, Money(self._draw.randrange(100, 5001)), note="essai"), person=SOPHIE)
        return f"moved {direction.value}"

    def drop(self) -> str:
        self._till.cash.drop(Money(self._draw.randrange(1000, 10_001)), envelope=str(self._draw.randrange(10**6)), person=SOPHIE)
        return "dropped"

    def open_without_sale(self) -> str:
        self._till.cash.open_without_sale(self._draw.choice(("change_roll", "look")), note="essai", person=SOPHIE)
        return "opened"

    def close_day(self) -> str:
        counted = max(self._till.expected(), ZERO)
        number = self._till.closing.close_day(person=SOPHIE, counted=counted).number
        self._till.clock.advance(seconds=24 * 3600)
        return f"closed {number}"

