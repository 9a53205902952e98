"""Random acts that a cashier may not do alone: each is lent by the manager's badge, for one basket, drawer or deposit."""

from __future__ import annotations

from kiosk.basics.money import Money
from kiosk.sales.basket import Reduction
from kiosk.sales.cash_service import CashMove
from kiosk.sales.refund import Grounds
from kiosk.staff.approvals import Action, Approval, ApprovalRequest, Why
from kiosk.staff.rights import Right
from tests.crash.random_hands import Hands

BADGES = (*("BADGE-SOPHIE234567234A",) * 5, "BADGE-THOMAS234567234A")
"""The manager's; now and then that of a colleague who may no more than she who asks."""


class RandomLent:
    """Every act is a whole use case and gives back a word for it."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._draw = hands.draw
        self._services = hands.services
        self._camille = hands.person("camille")

    def change_price(self) -> str:
        basket = self._hands.goods(self._hands.sales.new_basket())
        line = self._draw.choice(basket.lines)
        lent = self._lent(Right.OVERRIDE_PRICE, Action.PRICE, basket.basket_id, "flaw")
        price = Money(self._draw.randrange(line.unit_price.amount_cents // 2, line.unit_price.amount_cents + 1))
        basket = self._services.desk.lines.override_price(basket, line.line_id, price, person=self._camille, approved_by=lent)
        return f"lent price {self._hands.pay(basket).number}"

    def reduce(self) -> str:
        """A discount beyond what she gives alone, on a line or on the ticket."""
        basket = self._hands.goods(self._hands.sales.new_basket())
        lent = self._lent(Right.OVERRIDE_PRICE, Action.DISCOUNT, basket.basket_id, "flaw")
        reduction, line = Reduction(self._draw.randrange(1001, 6001)), self._draw.choice(basket.lines)
        if self._draw.random() < 0.5:
            basket = self._hands.sales.reduce_line(basket, line.line_id, reduction, person=self._camille, approved_by=lent)
        else:
            basket = self._hands.sales.reduce_ticket(basket, reduction, person=self._camille, approved_by=lent)
        return f"lent discount {self._hands.pay(basket).number}"

    def give_back(self) -> str:
        """Goods that she may not take back: what is left of one line."""
        numbers = self._hands.recent_tickets()
        found = self._services.returns.returnable(self._draw.choice(numbers)) if numbers else None
        left = [line for line in found.lines if line.left] if found else []
        if found is None or not left:
            return "nothing to give back"
        line, basket = self._draw.choice(left), self._hands.sales.new_basket()
        lent = self._lent(Right.REFUND, Action.REFUND, basket.basket_id, "goodwill")
        grounds, wanted = Grounds("changed_mind", scanned=line.unit.serial if line.unit else None), {line.line.line_id: line.left}
        basket = self._services.returns.add_back(basket, found.ticket.number, wanted, grounds, person=self._camille, approved_by=lent)
        return f"lent back {self._hands.pay(basket, person=self._camille).number}"

    def drop(self) -> str:
        (session,) = self._services.drawer.sessions()
        lent = self._lent(Right.MOVE_CASH, Action.CASH_MOVEMENT, session.session_id, "cashier_error")
        if self._draw.random() < 0.5:
            self._services.cash.drop(Money(2000), envelope="E-000113", person=self._camille, approved_by=lent)
        else:
            self._services.cash.move(CashMove("supplies", Money(1290), note="Sacs"), person=self._camille, approved_by=lent)
        return "lent drop"

    def release(self) -> str:
        codes = self._hands.ask("SELECT code FROM voucher WHERE state = 'open' AND kind = 'deposit' ORDER BY rowid")
        if not codes:
            return "nothing kept"
        deposit = self._services.desk.deposits.deposit(self._draw.choice(codes))
        lent = self._lent(Right.REFUND, Action.DEPOSIT_RELEASE, deposit.voucher_id, "goodwill")
        return f"lent release {self._services.desk.deposits.release(deposit.code, person=self._camille, approved_by=lent).tail}"

    def _lent(self, right: Right, action: Action, document: str, reason: str) -> Approval:
        request = ApprovalRequest(right, action, self._camille, document)
        return self._services.staff.approve_by_badge(request, self._draw.choice(BADGES), why=Why(reason))
