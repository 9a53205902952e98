"""Goods that come back, inside the transaction of their ticket: judged again, put back into stock, journaled. Called by ``Payment`` only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from kiosk.catalogue.products import ProductKind
from kiosk.fiscal.module import EventValue
from kiosk.sales.after import originals
from kiosk.sales.after.returns import (
    OtherTicketInReturn,
    ReturnChanged,
    ReturnReasonMissing,
    check_serial,
    check_way_back,
    mirrored,
    policy_state,
)
from kiosk.sales.after.right import Original
from kiosk.sales.basket import Basket, BasketLine
from kiosk.sales.counter import Counter
from kiosk.sales.crediting import credit_what_was_invoiced
from kiosk.sales.refund import Grounds
from kiosk.sales.tenders import Settlement, Tender
from kiosk.sales.ticket import Ticket
from kiosk.sales.ticket_line import TicketLine
from kiosk.staff.approvals import Approval, require_lent
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may
from kiosk.stock import store as stock_store
from kiosk.stock.service import StockService, UnitUnknown
from kiosk.stock.units import UnitState, check_transition

RETURNED_REASON = "refund"


class GivingBack:
    """The returned lines of one basket. Without any, every method does nothing."""

    def __init__(self, counter: Counter, stock: StockService, connection: Connection, *, basket: Basket, person: Person) -> None:
        self._counter = counter
        self._stock = stock
        self._connection = connection
        self._basket = basket
        self._person = person
        self._lines = [(line, line.back) for line in basket.lines if line.back is not None]

    @property
    def number(self) -> str | None:
        """The one ticket that goods come back from; OtherTicketInReturn."""
        numbers = {back.original_number for _, back in self._lines}
        if len(numbers) > 1:
            raise OtherTicketInReturn
        return next(iter(numbers), None)

    def check(self, today: date) -> None:
        """The basket is judged by the till's own rows as they are now: what was sold, what came back since, who may take it back."""
        number = self.number
        if number is None:
            return
        original = originals.original_of(self._connection, number, till_code=self._counter.identity(self._connection).till_code)
        state = policy_state(original.ticket, self._counter.returns.policy(original.ticket.head.business_day), today=today)
        for line, back in self._lines:
            grounds = line.grounds or Grounds("")
            require_lent(self._person, state.right, grounds.approval, document=self._basket.basket_id)
            if self._counter.returns.reason(grounds.reason) is None:
                raise ReturnReasonMissing
            self._check_line(original, line, back, grounds)

    def check_way(self, tenders: Sequence[Tender], settlement: Settlement, *, approved_by: Approval | None) -> None:
        """Paid back the way it was paid (PaidBackOtherwise), unless somebody who may go beyond the policy says otherwise."""
        if self.number is None or settlement.due.amount_cents >= 0:
            return
        right, lent = Right.REFUND_BEYOND_POLICY, approved_by
        freely = may(self._person, right) or (lent is not None and lent.lends(right, to=self._person, document=self._basket.basket_id))
        ways = originals.ways_left(self._connection, self.number)
        check_way_back(tenders, ways, change=settlement.change, freely=freely)

    def take_goods(self, ticket: Ticket) -> None:
        """Devices wait to be erased and inspected again; accessories are back on their level. How a device was bought stays what it was."""
        for line, _ in self._lines:
            if line.unit is not None:
                self._take_unit(line.unit.unit_id, ticket)
            elif line.product.kind is ProductKind.ACCESSORY:
                self._stock.take_accessory(
                    self._connection, line.product.product_id, line.quantity, reason=RETURNED_REASON, document_id=ticket.head.ticket_id,
                    person_id=self._person.person_id,
                )  # fmt: skip

    def note(self, ticket: Ticket) -> None:
        """One entry per returned line, for the event log too (JET 190), and the credit note when the goods were invoiced."""
        for line, sold in zip(self._basket.lines, ticket.lines, strict=True):
            if line.back is None:
                continue
            grounds = line.grounds or Grounds("")
            body: dict[str, EventValue] = {
                "number": ticket.number, "ticket_id": ticket.head.ticket_id, "original_number": sold.original_number, "line_id": sold.line_id,
                "original_line_id": sold.original_line_id, "product_id": sold.product_id, "unit_id": sold.unit_id, "quantity": str(sold.quantity),
                "gross_cents": sold.gross.amount_cents, "reason": grounds.reason, "note": grounds.note,
                "approved_by": grounds.approval.approver_id if grounds.approval else None,
            }  # fmt: skip
            self._counter.ledger.append(self._connection, "sales.ticket_refunded", body, person_id=self._person.person_id)
        if self._lines:
            credit_what_was_invoiced(self._counter, self._connection, ticket.head.ticket_id, person=self._person)

    def _check_line(self, original: Original, line: BasketLine, back: TicketLine, grounds: Grounds) -> None:
        if back.unit_id is not None:
            unit = stock_store.unit_by_id(self._connection, back.unit_id)
            if unit is None:
                raise UnitUnknown(unit_id=back.unit_id)
            check_serial(unit, grounds.scanned)
            check_transition(unit, UnitState.TO_ERASE)
        line_id = back.original_line_id or ""
        returned = originals.returned_of(self._connection, original, [line_id]).get(line_id, 0)
        twice = sum(other.original_line_id == line_id for _, other in self._lines) > 1
        if twice or mirrored(original.ticket, line_id, returned=returned, quantity=-back.quantity) != back or line.quantity != back.quantity:
            raise ReturnChanged(name=back.label)

    def _take_unit(self, unit_id: str, ticket: Ticket) -> None:
        unit = stock_store.unit_by_id(self._connection, unit_id)
        if unit is None:
            raise UnitUnknown(unit_id=unit_id)
        self._stock.update_unit(
            self._connection, replace(unit, state=UnitState.TO_ERASE, erasure_id=None, inspection_id=None), reason=RETURNED_REASON,
            document_id=ticket.head.ticket_id, person_id=self._person.person_id,
        )  # fmt: skip
