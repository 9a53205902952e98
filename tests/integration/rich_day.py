"""A till with everything that a customer may ask of it in a day, on real services and a real database, and its books."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kiosk.accounting.chartfile import load_chart
from kiosk.accounting.facts import Fact
from kiosk.accounting.reading import KINDS, read_fact
from kiosk.accounting.service import AccountingService, Company
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import Ids
from kiosk.basics.money import ZERO, Money
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.products import DeviceKind, DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.documents.service import Documents
from kiosk.journal.ledger import Ledger
from kiosk.sales.after.service import ReturnService
from kiosk.sales.basket import Basket, Reduction
from kiosk.sales.closed_day import ClosedDay
from kiosk.sales.desk.customers import Details
from kiosk.sales.desk.making import desk_services
from kiosk.sales.invoice import Company as Buyer
from kiosk.sales.invoice_service import InvoiceService
from kiosk.sales.invoice_store import StoredInvoice
from kiosk.sales.refund import Grounds
from kiosk.sales.tendered import store as voucher_store
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket
from kiosk.sales.ticket_line import LineKind
from kiosk.sales.vouchers import Voucher
from kiosk.staff import store as staff_store
from kiosk.stock import store as stock_store
from kiosk.stock.units import Unit
from kiosk.storage.engine import Database
from tests.integration.desk_shop import DEPOSIT
from tests.integration.sale_shop import CAMILLE, CASE, FITTING, GIFT_CARD, INSURANCE, IPHONE, PARIS, RESOURCES, SOPHIE, open_till, phone

WAYS = ("cash", "card", "transfer", "cheque", "mixed")
MOST_CASH_CENTS = 90_000
DURAND = Buyer("Atelier Durand SARL", "552 100 554", ("3 quai de la Fosse", "44000 Nantes"))


def furnish_beside(database: Database) -> None:
    """The goods of the tests beside those of another shop: under article numbers of their own."""
    with database.write() as connection:
        staff_store.upsert_people(connection, [(person, 1) for person in (CAMILLE, SOPHIE)])
        catalogue_store.upsert_models(connection, [(DeviceModel("m-iphone-13", "Apple", "iPhone 13", DeviceKind.SMARTPHONE, 128), 1)])
        products = [replace(product, sku=f"TEST-{product.sku}") for product in (IPHONE, CASE, FITTING, INSURANCE, GIFT_CARD, DEPOSIT)]
        catalogue_store.upsert_products(connection, [(product, 1) for product in products])
        stock_store.upsert_levels(connection, [("p-case", 1000, 1)])


class RichDay:
    """What is done at the counter, in one line each. Everything is signed by the manager, who may."""

    def __init__(self, database: Database, ledger: Ledger, clock: ManualClock, ids: Ids) -> None:
        self.till = open_till(database, ledger, clock, ids)
        catalogue = CatalogueService(database)
        self.returns = ReturnService(self.till.counter, self.till.stock, catalogue)
        self.desk = desk_services(self.till.counter, self.till.sale, catalogue, self.till.stock)
        self.invoices = InvoiceService(self.till.counter, catalogue, Documents(clock, ids), register_note=lambda: "RCS Nantes 981 543 275")
        self.tickets: list[Ticket] = []
        self.codes: list[str] = []
        self.closed: list[ClosedDay] = []

    # ── selling ────────────────────────────────────────────────────────────────────────────────────────────────────
    def basket(self, *, phones: int = 0, cases: int = 0, fittings: int = 0, insured: bool = False, start: Basket | None = None) -> Basket:
        basket = start or self.till.sale.new_basket()
        for number in range(phones):
            basket = self.till.sale.add_unit(basket, self.on_the_shelf(price_cents=44_901 + number, bought_cents=32_000 + 20_000 * number))
        for product, quantity in ((CASE, cases), (FITTING, fittings), (INSURANCE, int(insured))):
            if quantity:
                basket = self.till.sale.add_product(basket, product, quantity=quantity)
        return basket

    def reduced(self, basket: Basket, *, line_bp: int = 0, ticket_bp: int = 0) -> Basket:
        sold = next((line for line in basket.lines if line.back is None and line.kind is LineKind.SALE), None)
        if sold is not None and line_bp:
            basket = self.till.sale.reduce_line(basket, sold.line_id, Reduction(line_bp), person=SOPHIE)
        return self.till.sale.reduce_ticket(basket, Reduction(ticket_bp), person=SOPHIE) if ticket_bp else basket

    def pay(self, basket: Basket, way: str = "cash", *, first: list[Tender] | None = None) -> Ticket | None:
        """``first`` is given before the rest is paid the one way; None when there is nothing on the list."""
        if not basket.lines:
            return None
        given = first or []
        due = self.till.sale.priced(basket).total - Money.total(tender.amount for tender in given)
        ticket = self.till.sale.pay(basket, [*given, *self.tenders(basket, due, way)], person=SOPHIE)
        self.tickets.append(ticket)
        return ticket

    def tenders(self, basket: Basket, due: Money, way: str) -> list[Tender]:
        """Cash with change; more cash than the law allows goes by transfer; back the way it came."""
        if due.amount_cents < 0:
            return [self._approved(basket, tender) for tender in self.returns.way_back(basket, due)]
        if not due:
            return []
        if way == "card":
            return [self.till.approved_card(basket, due)]
        if way == "cheque":
            return [Tender("cheque", due, "1234567", identity_checked=True)]
        if way == "transfer" or due.amount_cents > MOST_CASH_CENTS:
            return [Tender("transfer", due, "VIR 2026-11")]
        if way == "mixed" and due.amount_cents > 1:
            half = Money(due.amount_cents // 2)
            return [self.till.approved_card(basket, half), Tender("cash", due - half + Money(500))]
        return [Tender("cash", due + Money(300))]

    # ── after ──────────────────────────────────────────────────────────────────────────────────────────────────────
    def back(self, ticket: Ticket, position: int = 0, *, count: int = 1, start: Basket | None = None) -> Basket:
        line = ticket.lines[position]
        unit = self.till.stock.unit_by_id(line.unit_id) if line.unit_id else None
        grounds = Grounds("changed_mind", scanned=unit.serial if unit else None)
        return self.returns.add_back(start or self.till.sale.new_basket(), ticket.number, {line.line_id: count}, grounds, person=SOPHIE)

    def left(self, ticket: Ticket) -> list[tuple[int, int]]:
        """Position and number of pieces that may still come back."""
        return [(position, line.left) for position, line in enumerate(self.returns.returnable(ticket.number).lines) if line.left]

    def _approved(self, basket: Basket, tender: Tender) -> Tender:
        return self.till.approved_card(basket, tender.amount) if tender.kind == "card" else tender

    # ── vouchers ───────────────────────────────────────────────────────────────────────────────────────────────────
    def sell_gift_card(self, amount: Money, way: str = "card", *, start: Basket | None = None) -> str:
        """Its code."""
        self.pay(self.till.vouchers.sell_gift_card(start or self.till.sale.new_basket(), GIFT_CARD, amount), way)
        return self.newest_code()

    def newest_code(self) -> str:
        with self.till.database.read() as connection:
            code = str(connection.exec_driver_sql("SELECT code FROM voucher ORDER BY rowid DESC LIMIT 1").scalar_one())
        self.codes.append(code)
        return code

    def redeem(self, basket: Basket, code: str) -> tuple[Basket, list[Tender]]:
        """The basket with the bonus taken off, and the voucher as a tender."""
        found = self.till.vouchers.redeem(basket, code)
        amount = min(found.voucher.balance, self.till.sale.priced(found.basket).total)
        return found.basket, [Tender(found.voucher.tender_kind, amount, code)] if amount else []

    # ── deposits and invoices ──────────────────────────────────────────────────────────────────────────────────────
    def take_deposit(self, amount: Money, way: str = "cash", *, start: Basket | None = None) -> str:
        """For one more phone; its code."""
        customer = self.desk.customers.note(Details(full_name="Claire Garnier"), wants_offers=False, person=SOPHIE)
        basket = self.basket(phones=1, start=replace(start or self.till.sale.new_basket(), customer_id=customer.customer_id))
        line = next(line for line in basket.lines if line.unit is not None)
        self.pay(self.desk.deposits.offer(basket, line.line_id, amount), way)
        return self.newest_code()

    def vouchers(self) -> list[Voucher]:
        """All of them, also those that are used up."""
        with self.till.database.read() as connection:
            ids = [str(voucher_id) for (voucher_id,) in connection.exec_driver_sql("SELECT id FROM voucher")]
            return [found for voucher_id in ids if (found := voucher_store.voucher_by_id(connection, voucher_id)) is not None]

    def open_deposits(self) -> list[str]:
        return [kept.deposit.code for kept in self.desk.deposits.kept()]

    def fetch(self, code: str, way: str = "card") -> Ticket | None:
        """The phone that was kept, paid with its deposit and the rest."""
        basket = self.desk.deposits.fetch(self.till.sale.new_basket(), code)
        return self.pay(basket, way, first=[Tender("deposit", self.desk.deposits.deposit(code).balance, code)])

    def release(self, code: str) -> str:
        """The code of the credit note that the deposit is now."""
        self.codes.append(self.desk.deposits.release(code, person=SOPHIE).code)
        return self.codes[-1]

    def invoice(self, ticket: Ticket) -> StoredInvoice:
        return self.invoices.issue(ticket.number, DURAND, person=SOPHIE)

    # ── the end ────────────────────────────────────────────────────────────────────────────────────────────────────────
    def close(self, *, missing: Money = ZERO) -> ClosedDay:
        """What the X says of the day is what the Z freezes of it a moment later."""
        before = self.till.cash.x_report(person=SOPHIE)
        closed = self.till.closing.close_day(person=SOPHIE, counted=self.till.expected() - missing)
        assert before.figures == closed.figures
        return closed

    # ── what there is ──────────────────────────────────────────────────────────────────────────────────────────────
    def on_the_shelf(self, *, price_cents: int, bought_cents: int) -> Unit:
        """One more phone for sale, unlike any other."""
        key = self.till.counter.ids.new().replace("-", "")[-12:].upper()
        unit = replace(phone(1, price_cents=price_cents, bought_cents=bought_cents), unit_id=f"u-{key}", serial=f"F{key}", imei=None, label_code=f"U{key}")
        with self.till.database.write() as connection:
            stock_store.upsert_units(connection, [(unit, 1)])
        return unit

    def facts(self) -> tuple[Fact, ...]:
        """What the journal says, entry after entry."""
        with self.till.database.read() as connection:
            entries = self.till.ledger.entries_after(connection, 0, 0, limit=100_000)
        found = [read_fact(entry.entry, PARIS) for entry in entries if entry.kind in KINDS]
        return tuple(fact for fact in found if fact is not None)

    def books(self, data_dir: Path) -> AccountingService:
        company = Company("981543275", "EUR", PARIS)
        chart = load_chart(RESOURCES, data_dir)
        return AccountingService(self.till.database, self.till.ledger, company=lambda: company, chart=chart, rules=self.till.counter.rules)
