"""From a basket to a ticket, inside one transaction: everything or nothing. Called by ``SaleService.pay`` only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import Connection

from kiosk.basics.money import Money
from kiosk.cash import store as cash_store
from kiosk.cash.drawer import CashReason
from kiosk.catalogue.products import ProductKind
from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales import store
from kiosk.sales.after.giving_back import GivingBack
from kiosk.sales.basket import Basket, price_basket
from kiosk.sales.counter import Counter, cents
from kiosk.sales.desk.keeping import PromiseKeeper
from kiosk.sales.desk.promises import spoken
from kiosk.sales.pricing import Priced
from kiosk.sales.receipt import make_receipt
from kiosk.sales.rules import RulesOfDay
from kiosk.sales.tender_rules import check_tenders, check_ways
from kiosk.sales.tendered.taking import TenderTaker, opens_drawer
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket, TicketHead, TicketTender, fiscal_document, kind_of, make_ticket
from kiosk.sales.ticket_line import LineKind, TicketLine
from kiosk.staff.approvals import Approval
from kiosk.staff.people import Person
from kiosk.stock import store as stock_store
from kiosk.stock.service import StockService, UnitChangedMeanwhile, UnitUnknown
from kiosk.stock.units import Unit, UnitState
from kiosk.storage.identity import TillIdentity

SOLD_REASON = "sale"


class Payment:
    """One payment under way in one transaction."""

    def __init__(
        self, counter: Counter, stock: StockService, connection: Connection, *, basket: Basket, person: Person, identity: TillIdentity
    ) -> None:  # fmt: skip
        self._counter = counter
        self._stock = stock
        self._connection = connection
        self._basket = spoken(
            basket, contract_terms=counter.desk_now().contract_terms, reserved=counter.desk.words.deposit_keeps, locale=counter.locale
        )  # fmt: skip
        self._person = person
        self._identity = identity
        self._session = counter.session(connection, person)
        self._back = GivingBack(counter, stock, connection, basket=self._basket, person=person)
        self._promises = PromiseKeeper(counter, stock, connection, basket=self._basket, person=person)

    def run(self, tenders: Sequence[Tender], *, number: str, lives_abroad: bool, approved_by: Approval | None) -> Ticket:
        """Check, write, stamp, journal, queue the papers; raises before anything is kept."""
        rules = self._counter.rules_now()
        head = self._head(number)
        priced = self._checked(head.business_day, rules)
        settlement = check_tenders(priced.total, tenders)
        self._back.check_way(tenders, settlement, approved_by=approved_by)
        check_ways(tenders, limits=rules.limits, turnover=turnover(self._basket, priced))
        taker = TenderTaker(self._counter, self._connection, basket=self._basket, head=head, person=self._person)
        taker.check_cash(tenders, settlement, rules.limits, lives_abroad=lives_abroad)
        taken = taker.take(tenders)
        ticket = make_ticket(head, self._basket, priced, rules, tenders=taken, settlement=settlement)
        self._take_goods(ticket)
        self._back.take_goods(ticket)
        printed = self._counter.fiscal.stamp(self._connection, fiscal_document(ticket))
        papers = self._counter.shop()
        receipt = make_receipt(
            ticket, self._basket, shop=papers.header, till_label=papers.till_label, printed=printed, rules=rules,
            promises=self._counter.returns.promises(ticket.head.business_day), words=self._counter.words, locale=self._counter.locale,
            customer=self._promises.customer_name(), training=self._counter.training,
        )  # fmt: skip
        new = self._counter.ids.new
        store.add_ticket(self._connection, ticket, receipt, line_ids=[new() for _ in ticket.lines], tender_ids=[new() for _ in ticket.tenders])
        taker.bind_cards(tenders)
        self._move_cash(ticket)
        self._counter.ledger.append(self._connection, "sales.ticket_paid", ticket_body(ticket, lives_abroad=lives_abroad), person_id=self._person.person_id)
        taker.give_gift_cards()
        self._promises.keep(ticket)
        self._note_non_sales(ticket)
        self._back.note(ticket)
        store.forget_basket(self._connection, self._basket.basket_id)
        if receipt.causes:
            self._counter.print_receipt(self._connection, receipt, ticket_id=ticket.head.ticket_id)
        if opens_drawer(tenders):
            self._counter.open_drawer(self._connection, drawer_no=self._session.drawer_no, document_id=ticket.head.ticket_id)
        return ticket

    def rehearse(self) -> None:
        """Before a card is asked: everything that the payment would refuse this basket for, while nobody has paid yet."""
        self._checked(self._counter.now_local().date(), self._counter.rules_now())
        for line in self._basket.lines:
            unit = line.reserves.unit if line.reserves is not None else line.unit
            if unit is not None and line.back is None:
                self._unit_now(unit.unit_id, gen=unit.gen, refusal=self._promises.refusal_before)

    def _checked(self, today: date, rules: RulesOfDay) -> Priced:
        """What the basket comes to, if it may be paid today."""
        self._counter.check_day(self._connection, today)
        self._back.check(today)
        priced = price_basket(self._basket, rules)
        self._promises.check(priced)
        return priced

    def _head(self, number: str) -> TicketHead:
        return TicketHead(
            self._basket.basket_id, number, kind_of(self._basket), self._counter.now_local(), self._session.session_id, self._person.person_id,
            self._person.short_name, self._back.number, self._basket.customer_id,
        )  # fmt: skip

    def _take_goods(self, ticket: Ticket) -> None:
        for line in self._basket.lines:
            if line.back is not None:
                continue
            if line.unit is not None:
                self._sell_unit(line.unit.unit_id, gen=line.unit.gen, ticket=ticket)
            elif line.product.kind is ProductKind.ACCESSORY:
                self._stock.take_accessory(
                    self._connection,
                    line.product.product_id,
                    line.quantity,
                    reason=SOLD_REASON,
                    document_id=ticket.head.ticket_id,
                    person_id=self._person.person_id,
                )

    def _sell_unit(self, unit_id: str, *, gen: int, ticket: Ticket) -> None:
        unit = self._unit_now(unit_id, gen=gen, refusal=lambda found: self._promises.refusal(found, ticket))
        self._stock.move_on(
            self._connection,
            unit,
            to_state=UnitState.SOLD,
            reason=SOLD_REASON,
            document_id=ticket.head.ticket_id,
            person_id=self._person.person_id,
        )

    def _unit_now(self, unit_id: str, *, gen: int, refusal: Callable[[Unit], Refused | None]) -> Unit:
        """The unit is judged again as it is now: between scan and payment the world went on."""
        unit = stock_store.unit_by_id(self._connection, unit_id)
        if unit is None:
            raise UnitUnknown(unit_id=unit_id)
        refused = refusal(unit)
        if refused is not None:
            raise refused
        if unit.gen != gen:
            raise UnitChangedMeanwhile(tail=unit.identifier_tail)
        return unit

    def _note_non_sales(self, ticket: Ticket) -> None:
        """Money taken for later is no turnover, and the event log says how much there was (JET 910, FIS-08)."""
        for line in ticket.lines:
            if line.kind is LineKind.NON_SALE:
                body: dict[str, EventValue] = {
                    "ticket_id": ticket.head.ticket_id, "line_id": line.line_id, "amount": line.gross.plain(), "amount_cents": line.gross.amount_cents,
                }  # fmt: skip
                self._counter.ledger.append(self._connection, "fiscal.non_sale_amount", body, person_id=self._person.person_id)

    def _move_cash(self, ticket: Ticket) -> None:
        if not ticket.cash_kept:
            return
        cash_store.add_movement(
            self._connection,
            self._counter.ids.new(),
            session_id=ticket.head.session_id,
            at_utc=ticket.head.at_utc,
            reason=CashReason.SALE if ticket.cash_kept.amount_cents > 0 else CashReason.REFUND,
            amount=ticket.cash_kept,
            document_id=ticket.head.ticket_id,
            person_id=self._person.person_id,
        )


def turnover(basket: Basket, priced: Priced) -> Money:
    """What is sold, money taken for later apart."""
    amounts = zip(basket.lines, priced.lines, strict=True)
    return Money.total(line.gross for source, line in amounts if source.kind is LineKind.SALE)


def ticket_body(ticket: Ticket, *, lives_abroad: bool = False) -> dict[str, EventValue]:
    """What the journal says of a ticket, for central and for every later count. No voucher code, no card reference."""
    head = ticket.head
    lines: list[EventValue] = [
        {
            "product_id": line.product_id, "unit_id": line.unit_id, "label": line.label, "quantity": str(line.quantity),
            "unit_price_cents": line.unit_price.amount_cents, "discount_cents": line.discount.amount_cents, "gross_cents": line.gross.amount_cents,
            "scheme": line.scheme.value, "rate_bp": line.rate_bp, "net_cents": line.net.amount_cents, "tax_cents": line.tax.amount_cents,
            "purchase_price_cents": cents(line.purchase_price), "margin_tax_cents": cents(line.margin_tax), "line_id": line.line_id,
            "kind": line.kind.value, "original_line_id": line.original_line_id, "original_number": line.original_number,
            "product_kind": line.product_kind.value if line.product_kind else None,
        } | _sales_taxes(line)
        for line in ticket.lines
    ]  # fmt: skip
    return {
        "ticket_id": head.ticket_id, "number": head.number, "kind": head.kind.value, "business_day": head.business_day.isoformat(),
        "session_id": head.session_id, "original_number": head.original_number, "customer_id": head.customer_id,
        "non_sale_cents": ticket.non_sale.amount_cents, "total_cents": ticket.total.amount_cents, "net_cents": ticket.net.amount_cents,
        "tax_cents": ticket.tax.amount_cents, "margin_gross_cents": ticket.margin_gross.amount_cents, "change_cents": ticket.change.amount_cents,
        "bonuses": [{"voucher_id": bonus.voucher_id, "amount_cents": bonus.amount.amount_cents} for bonus in ticket.bonuses],
        "lives_abroad": lives_abroad, "lines": lines, "tenders": [_tender(tender) for tender in ticket.tenders],
    }  # fmt: skip


def _tender(tender: TicketTender) -> dict[str, EventValue]:
    """A card also says whose word its answer is, and its end where it was read, by which another till finds the ticket."""
    body: dict[str, EventValue] = {
        "kind": tender.kind, "amount_cents": tender.amount.amount_cents, "voucher_id": tender.reference if tender.voucher_kind else None,
        "voucher_kind": tender.voucher_kind.value if tender.voucher_kind else None,
    }  # fmt: skip
    card: dict[str, EventValue] = {"answered_by": tender.answered_by.value} if tender.answered_by else {}
    return body | card | ({"card_tail": tender.card_tail} if tender.card_tail else {})


def _sales_taxes(line: TicketLine) -> dict[str, EventValue]:
    """Who is owed how much; said only where tax comes on top of prices."""
    told: list[EventValue] = [{"name": share.name, "percent": share.percent, "cents": share.amount.amount_cents} for share in line.sales_taxes]
    return {"sales_taxes": told} if told else {}
