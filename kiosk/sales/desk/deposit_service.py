"""Deposits: a device kept for one customer until a day. Taking one is a line of a ticket; here is what surrounds it.

``kept``, ``offer`` and ``fetch`` read; ``extend`` and ``release`` write and run on the ledger worker.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kiosk.basics.money import Money
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.products import Product, ProductKind
from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales import store as sale_store
from kiosk.sales.basket import Basket, PriceMissing
from kiosk.sales.counter import Counter
from kiosk.sales.desk import customer_store, deposit_store, lines
from kiosk.sales.desk.customers import Customer
from kiosk.sales.desk.keeping import DepositGone, release
from kiosk.sales.desk.promises import CustomerMissing
from kiosk.sales.service import SaleService
from kiosk.sales.tendered import store as voucher_store
from kiosk.sales.tendered.issuing import VoucherIssuer
from kiosk.sales.vouchers import OPEN, Voucher, VoucherKind, check_holder
from kiosk.staff.approvals import Approval, require_lent
from kiosk.staff.people import Person
from kiosk.staff.rights import Right
from kiosk.stock.service import StockService
from kiosk.stock.units import Unit, shop_holder


class DepositOfOther(Refused):
    """The basket is for one customer, the deposit for another."""

    code = "sales.deposit_of_other"


@dataclass(frozen=True, slots=True)
class Kept:
    """A device that waits for its customer."""

    deposit: Voucher
    unit: Unit
    product: Product
    customer: Customer | None

    def late(self, today: date) -> bool:
        """Its last day has gone by: it is still kept until somebody releases it."""
        return _late(self.deposit, today)


class DepositService:
    """What is kept, for whom, until when."""

    def __init__(self, counter: Counter, sales: SaleService, stock: StockService) -> None:
        self._counter = counter
        self._sales = sales
        self._stock = stock

    def today(self) -> date:
        """The day in the shop, by which a deposit is late."""
        return self._counter.now_local().date()

    def last_day(self) -> date:
        """Until when a deposit of today keeps its device."""
        return self._counter.now_local().date() + timedelta(days=self._counter.desk_now().deposit_days)

    def offer(self, basket: Basket, line_id: str, amount: Money) -> Basket:
        """The device's line becomes the deposit that keeps it; CustomerMissing, DepositAmountRefused, PriceMissing without such an article;
        DiscountTooLarge when too little is sold beside it for the discount on the ticket.
        """
        line = basket.line(line_id)
        if basket.customer_id is None:
            raise CustomerMissing(name=line.product.name)
        with self._counter.database.read() as connection:
            product = next(iter(catalogue_store.products_where(connection, kind=ProductKind.DEPOSIT.value)), None)
        if product is None:
            raise PriceMissing(name="")
        kept = lines.reserve_unit(basket, line_id, product, amount, self.last_day())
        self._sales.priced(kept)
        return kept

    def kept(self) -> tuple[Kept, ...]:
        """All devices that wait, those that end first before."""
        with self._counter.database.read() as connection:
            deposits = deposit_store.open_deposits(connection)
            customers = {deposit.customer_id: customer_store.customer_by_id(connection, deposit.customer_id or "") for deposit in deposits}
            units = {deposit.voucher_id: self._stock.unit_by_id(deposit.unit_id or "") for deposit in deposits}
            products = catalogue_store.products_by_id(connection, {unit.product_id for unit in units.values() if unit is not None})
        return tuple(
            Kept(deposit, unit, products[unit.product_id], customers[deposit.customer_id])
            for deposit in deposits
            if (unit := units[deposit.voucher_id]) is not None
        )

    def late_count(self) -> int:
        """How many wait past their last day, for who decides what becomes of them."""
        today = self._counter.now_local().date()
        with self._counter.database.read() as connection:
            return sum(_late(deposit, today) for deposit in deposit_store.open_deposits(connection))

    def paid_on(self, code: str) -> str:
        """The number of the ticket on which it was paid, where its money goes back; what ``deposit`` raises, DepositGone without a ticket here."""
        deposit = self.deposit(code)
        with self._counter.database.read() as connection:
            stored = sale_store.ticket_by_id(connection, deposit.origin_id)
        if stored is None:
            raise DepositGone
        return stored.ticket.number

    def deposit(self, code: str) -> Voucher:
        """An open deposit by the code of its paper; VoucherUnknown, VoucherHeldElsewhere, DepositGone."""
        with self._counter.database.read() as connection:
            holder = shop_holder(self._counter.identity(connection).shop_id)
            found = check_holder(voucher_store.voucher_by_code(connection, code), holder=holder)
        if found.kind is not VoucherKind.DEPOSIT or found.state != OPEN:
            raise DepositGone
        return found

    def fetch(self, basket: Basket, code: str) -> Basket:
        """The customer comes for their device: it is on the list, for them, also after its last day; what ``deposit`` raises, DepositOfOther."""
        deposit = self.deposit(code)
        if basket.customer_id not in (None, deposit.customer_id):
            raise DepositOfOther
        unit = self._stock.unit_by_id(deposit.unit_id or "")
        if unit is None:
            raise DepositGone
        return self._sales.add_unit(replace(basket, customer_id=deposit.customer_id), unit)

    def codes_for(self, basket: Basket) -> tuple[str, ...]:
        """The deposits that pay for what is on this list."""
        unit_ids = [line.unit.unit_id for line in basket.lines if line.unit is not None and line.back is None]
        with self._counter.database.read() as connection:
            found = [deposit_store.deposit_of_unit(connection, unit_id) for unit_id in unit_ids]
        return tuple(deposit.code for deposit in found if deposit is not None and deposit.customer_id == basket.customer_id)

    def extend(self, code: str, *, person: Person, approved_by: Approval | None = None) -> date:
        """Keep it as long again from today; gives the new last day. RightMissing without the right to refund, or a colleague's."""
        deposit, until = self.deposit(code), self.last_day()
        require_lent(person, Right.REFUND, approved_by, document=deposit.voucher_id)
        with self._counter.database.write() as connection:
            voucher_store.change_voucher(connection, replace(self._still(deposit), expires_on=until))
            body: dict[str, EventValue] = {"voucher_id": deposit.voucher_id, "unit_id": deposit.unit_id, "until": until.isoformat()}
            self._counter.ledger.append(connection, "sales.reservation_extended", body, person_id=person.person_id)
        return until

    def release(self, code: str, *, person: Person, approved_by: Approval | None = None) -> Voucher:
        """The customer gives up: the device is for sale again and the money is a credit note. Money back goes by the ticket, as a return."""
        deposit = self.deposit(code)
        require_lent(person, Right.REFUND, approved_by, document=deposit.voucher_id)
        reason = approved_by.why.reason if approved_by is not None else "gave_up"
        with self._counter.database.write() as connection:
            kept = self._still(deposit)
            release(self._counter, self._stock, connection, kept, reason=reason, document_id=deposit.voucher_id, person=person)
            issuer = VoucherIssuer(self._counter, connection, person=person)
            return issuer.issue(VoucherKind.CREDIT, kept.balance, origin_id=deposit.voucher_id, customer_id=deposit.customer_id)

    def _still(self, deposit: Voucher) -> Voucher:
        """As it stands now, on the ledger worker; DepositGone."""
        return self.deposit(deposit.code)


def _late(deposit: Voucher, today: date) -> bool:
    return deposit.expires_on is not None and today > deposit.expires_on
