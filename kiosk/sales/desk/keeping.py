"""Keeping a basket's promises inside the payment's transaction: notes checked, contracts signed, devices reserved for who paid a deposit."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from kiosk.basics.money import ZERO
from kiosk.catalogue.products import ProductKind, ServiceKind
from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales.basket import Basket, BasketLine, Reservation
from kiosk.sales.counter import Counter
from kiosk.sales.desk import customer_store, deposit_store
from kiosk.sales.desk.promises import wanted_of
from kiosk.sales.pricing import Priced
from kiosk.sales.tendered import store as voucher_store
from kiosk.sales.tendered.issuing import VoucherIssuer
from kiosk.sales.tenders import DEPOSIT
from kiosk.sales.ticket import Ticket
from kiosk.sales.ticket_line import TicketLine
from kiosk.sales.vouchers import OPEN, SPENT, Voucher, VoucherKind
from kiosk.staff.people import Person
from kiosk.stock import store as stock_store
from kiosk.stock.service import StockService, UnitChangedMeanwhile, UnitUnknown
from kiosk.stock.units import Unit, UnitNotSellable, UnitState, sellable, shop_holder

RESERVED_REASON = "deposit"


class BasketCustomerGone(Refused):
    """The customer of this basket was erased meanwhile."""

    code = "sales.basket_customer_gone"


class DepositNotUsed(Refused):
    """The device is kept by a deposit, which has to be among what pays it."""

    code = "sales.deposit_not_used"


class DepositGone(Refused):
    """This deposit was used, given back or released meanwhile."""

    code = "sales.deposit_gone"


class PromiseKeeper:
    """The promises of one ticket."""

    def __init__(self, counter: Counter, stock: StockService, connection: Connection, *, basket: Basket, person: Person) -> None:
        self._counter = counter
        self._stock = stock
        self._connection = connection
        self._basket = basket
        self._person = person
        self._shop_id = counter.identity(connection).shop_id

    def check(self, priced: Priced) -> None:
        """Before anything is taken: RepairNoteMissing, DeliveryAddressMissing, CustomerMissing, BasketCustomerGone, DepositGone."""
        self.customer_name()
        for wanted in wanted_of(self._basket, priced, notes_from=self._counter.rules_now().receipts.service_note):
            raise wanted.refusal()
        for line in self._basket.lines:
            if line.back is not None and line.product.kind is ProductKind.DEPOSIT:
                self._paid_in(line.back)

    def refusal_before(self, unit: Unit) -> UnitNotSellable | None:
        """The same as far as it can be said while nobody has given a deposit yet: a reserved one is its customer's."""
        kept = deposit_store.deposit_of_unit(self._connection, unit.unit_id) if unit.state is UnitState.RESERVED else None
        return None if kept is not None and self._kept_for(kept, unit) else sellable(unit, self._shop_id)

    def customer_name(self) -> str:
        """Whom a note of services is for (RCP-06), "" for who did not say; BasketCustomerGone."""
        if self._basket.customer_id is None:
            return ""
        known = customer_store.customer_by_id(self._connection, self._basket.customer_id)
        if known is None or known.erased_at_utc is not None:
            raise BasketCustomerGone
        return known.details.name

    def refusal(self, unit: Unit, ticket: Ticket) -> UnitNotSellable | DepositNotUsed | None:
        """Why this unit may not be sold to this customer now. A reserved one is its customer's alone, and its whole deposit pays for it."""
        if unit.state is not UnitState.RESERVED or unit.holder != shop_holder(self._shop_id):
            return sellable(unit, self._shop_id)
        spent = (voucher_store.voucher_by_id(self._connection, tender.reference or "") for tender in ticket.tenders if tender.kind == DEPOSIT)
        if any(deposit is not None and self._kept_for(deposit, unit) and deposit.state != OPEN for deposit in spent):
            return None
        kept = deposit_store.deposit_of_unit(self._connection, unit.unit_id)
        return DepositNotUsed(tail=unit.identifier_tail) if kept is not None and self._kept_for(kept, unit) else sellable(unit, self._shop_id)

    def keep(self, ticket: Ticket) -> None:
        """After the ticket stands: deposits keep their devices, contracts are in the journal."""
        for line in self._basket.lines:
            if line.back is not None and line.product.kind is ProductKind.DEPOSIT:
                self._give_back(line.back, ticket)
            elif line.reserves is not None:
                self._reserve(line, line.reserves, ticket)
            if line.product.service is ServiceKind.SUBSCRIPTION and line.back is None:
                self._sign(line, ticket)

    def _reserve(self, line: BasketLine, reservation: Reservation, ticket: Ticket) -> None:
        """The unit is judged again as it is now; from here on nobody else buys it."""
        unit = stock_store.unit_by_id(self._connection, reservation.unit.unit_id)
        if unit is None:
            raise UnitUnknown(unit_id=reservation.unit.unit_id)
        refusal = sellable(unit, self._shop_id)
        if refusal is not None:
            raise refusal
        if unit.gen != reservation.unit.gen:
            raise UnitChangedMeanwhile(tail=unit.identifier_tail)
        ticket_id, person_id = ticket.head.ticket_id, self._person.person_id
        self._stock.move_on(self._connection, unit, to_state=UnitState.RESERVED, reason=RESERVED_REASON, document_id=ticket_id, person_id=person_id)
        voucher = VoucherIssuer(self._counter, self._connection, person=self._person).issue(
            VoucherKind.DEPOSIT, line.unit_price, origin_id=ticket_id, expires_on=reservation.until, customer_id=self._basket.customer_id, unit_id=unit.unit_id,
        )  # fmt: skip
        body: dict[str, EventValue] = {
            "ticket_id": ticket_id, "line_id": line.line_id, "voucher_id": voucher.voucher_id, "unit_id": unit.unit_id, "customer_id": voucher.customer_id,
            "amount_cents": voucher.amount.amount_cents, "until": reservation.until.isoformat(),
        }  # fmt: skip
        self._counter.ledger.append(self._connection, "sales.unit_reserved", body, person_id=person_id)

    def _give_back(self, back: TicketLine, ticket: Ticket) -> None:
        """The money of a deposit went back: its voucher is worth nothing from now on, and the device is free."""
        deposit = self._paid_in(back)
        release(self._counter, self._stock, self._connection, deposit, reason="refunded", document_id=ticket.head.ticket_id, person=self._person)

    def _paid_in(self, back: TicketLine) -> Voucher:
        """The deposit whose money comes back; DepositGone."""
        deposit = deposit_store.deposit_paid_by(self._connection, back.original_number or "", back.original_line_id or "")
        if deposit is None:
            raise DepositGone
        return deposit

    def _kept_for(self, deposit: Voucher, unit: Unit) -> bool:
        return deposit.unit_id == unit.unit_id and deposit.customer_id is not None and deposit.customer_id == self._basket.customer_id

    def _sign(self, line: BasketLine, ticket: Ticket) -> None:
        """What is paid today is the first month; the next ones are asked for outside the till."""
        body: dict[str, EventValue] = {
            "ticket_id": ticket.head.ticket_id, "number": ticket.number, "line_id": line.line_id, "product_id": line.product.product_id,
            "customer_id": self._basket.customer_id, "monthly_cents": line.unit_price.amount_cents, "contracts": line.quantity,
            "since": ticket.head.business_day.isoformat(), "terms": self._counter.desk_now().contract_terms,
        }  # fmt: skip
        self._counter.ledger.append(self._connection, "sales.contract_signed", body, person_id=self._person.person_id)


def release(
    counter: Counter, stock: StockService, connection: Connection, deposit: Voucher, *, reason: str, document_id: str, person: Person
) -> None:  # fmt: skip
    """Close a deposit inside the caller's transaction: it pays nothing more, and the device that it kept is for sale again."""
    voucher_store.change_voucher(connection, replace(deposit, balance=ZERO, state=SPENT))
    unit = stock_store.unit_by_id(connection, deposit.unit_id) if deposit.unit_id else None
    if unit is not None and unit.state is UnitState.RESERVED:
        stock.move_on(connection, unit, to_state=UnitState.FOR_SALE, reason=RESERVED_REASON, document_id=document_id, person_id=person.person_id)
    body: dict[str, EventValue] = {
        "voucher_id": deposit.voucher_id, "unit_id": deposit.unit_id, "amount_cents": deposit.balance.amount_cents, "reason": reason,
        "document_id": document_id, "number": deposit_store.paid_on(connection, deposit),
    }  # fmt: skip
    counter.ledger.append(connection, "sales.unit_released", body, person_id=person.person_id)
