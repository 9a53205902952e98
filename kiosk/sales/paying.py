"""From a basket to a ticket, inside one transaction: everything or nothing. Called by ``SaleService.pay`` only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from kiosk.basics.money import Money
from kiosk.catalogue.products import ProductKind
from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales import store
from kiosk.sales.basket import Basket, price_basket
from kiosk.sales.cards import CardIntent, CardNotConfirmed
from kiosk.sales.counter import Counter, cents
from kiosk.sales.drawer import CashReason
from kiosk.sales.receipt import make_receipt
from kiosk.sales.tenders import CARD, CASH, TRANSFER, VOUCHER, Settlement, Tender, settle
from kiosk.sales.ticket import Ticket, TicketHead, TicketTender, fiscal_document, kind_of, make_ticket
from kiosk.sales.ticket_line import LineKind
from kiosk.sales.vouchers import check_voucher, spend
from kiosk.staff.people import Person
from kiosk.stock import store as stock_store
from kiosk.stock.service import StockService, UnitChangedMeanwhile, UnitUnknown
from kiosk.stock.units import UnitState, sellable, shop_holder
from kiosk.storage.identity import TillIdentity

SOLD_REASON = "sale"
KNOWN_TENDERS = (CASH, CARD, VOUCHER, TRANSFER)


class NotPaid(Refused):
    """Something is still to pay; ``remaining_cents``."""

    code = "sales.not_paid"


class TooMuchTendered(Refused):
    """More than is due without cash: only cash gives change."""

    code = "sales.too_much_tendered"


class TenderRefused(Refused):
    """An amount of nothing or less, or a way of paying that this till does not know."""

    code = "sales.tender_refused"


class CashOverLimit(Refused):
    """More cash than the law allows for one ticket; ``limit_cents``."""

    code = "sales.cash_over_limit"


def check_tenders(total: Money, tenders: Sequence[Tender], *, cash_limit: Money) -> Settlement:
    """The settlement of a sale that is paid exactly; NotPaid, TooMuchTendered, TenderRefused, CashOverLimit."""
    if any(tender.kind not in KNOWN_TENDERS or tender.amount.amount_cents <= 0 for tender in tenders):
        raise TenderRefused
    settlement = settle(total, tenders)
    if settlement.remaining.amount_cents > 0:
        raise NotPaid(remaining_cents=settlement.remaining.amount_cents)
    if settlement.remaining:
        raise TooMuchTendered
    kept = Money.total(tender.amount for tender in tenders if tender.kind == CASH) - settlement.change
    if kept > cash_limit:
        raise CashOverLimit(limit_cents=cash_limit.amount_cents)
    return settlement


class Payment:
    """One payment under way in one transaction."""

    def __init__(
        self, counter: Counter, stock: StockService, connection: Connection, *, basket: Basket, person: Person, identity: TillIdentity
    ) -> None:  # fmt: skip
        self._counter = counter
        self._stock = stock
        self._connection = connection
        self._basket = basket
        self._person = person
        self._identity = identity

    def run(self, tenders: Sequence[Tender], *, number: str) -> Ticket:
        """Check, write, stamp, journal, queue the papers; raises before anything is kept."""
        rules = self._counter.rules_now()
        head = self._head(number)
        self._counter.check_day(self._connection, head.business_day)
        priced = price_basket(self._basket, rules)
        settlement = check_tenders(priced.total, tenders, cash_limit=rules.limits.cash_limit)
        taken = [self._take(tender) for tender in tenders]
        ticket = make_ticket(head, self._basket, priced, rules, tenders=taken, settlement=settlement)
        self._take_goods(ticket)
        printed = self._counter.fiscal.stamp(self._connection, fiscal_document(ticket))
        papers = self._counter.shop()
        receipt = make_receipt(
            ticket, self._basket, shop=papers.header, till_label=papers.till_label, printed=printed, rules=rules, words=self._counter.words,
            locale=self._counter.locale,
        )  # fmt: skip
        new = self._counter.ids.new
        store.add_ticket(self._connection, ticket, receipt, line_ids=[new() for _ in ticket.lines], tender_ids=[new() for _ in ticket.tenders])
        self._bind_cards(tenders)
        self._move_cash(ticket)
        self._counter.ledger.append(self._connection, "sales.ticket_paid", ticket_body(ticket), person_id=self._person.person_id)
        self._note_non_sales(ticket)
        store.forget_basket(self._connection, self._basket.basket_id)
        if receipt.causes:
            self._counter.print_receipt(self._connection, receipt, ticket_id=ticket.head.ticket_id)
        if any(tender.kind == CASH for tender in tenders):
            self._counter.open_drawer(self._connection, document_id=ticket.head.ticket_id)
        return ticket

    def _head(self, number: str) -> TicketHead:
        session = self._counter.session(self._connection)
        return TicketHead(
            self._basket.basket_id, number, kind_of(self._basket), self._counter.now_local(), session.session_id, self._person.person_id,
            self._person.short_name, next((line.back.original_number for line in self._basket.lines if line.back), None), self._basket.customer_id,
        )  # fmt: skip

    def _take(self, tender: Tender) -> TicketTender:
        if tender.kind == CARD:
            return self._take_card(tender)
        if tender.kind == VOUCHER:
            return self._take_voucher(tender)
        return TicketTender(tender.kind, tender.amount, tender.reference)

    def _take_card(self, tender: Tender) -> TicketTender:
        return TicketTender(CARD, tender.amount, self._approved(tender).reference)

    def _bind_cards(self, tenders: Sequence[Tender]) -> None:
        """After the ticket stands: each approval now belongs to it, so the same one given twice is refused here."""
        for tender in tenders:
            if tender.kind == CARD:
                store.change_intent(self._connection, replace(self._approved(tender), ticket_id=self._basket.basket_id))

    def _approved(self, tender: Tender) -> CardIntent:
        intent = store.intent(self._connection, tender.reference or "")
        if intent is None or not intent.pays(basket_id=self._basket.basket_id, amount=tender.amount):
            raise CardNotConfirmed
        return intent

    def _take_voucher(self, tender: Tender) -> TicketTender:
        """Each voucher is read again: the same one twice is spent twice, or refused."""
        found = store.voucher_by_code(self._connection, tender.reference or "")
        left = spend(check_voucher(found, holder=shop_holder(self._identity.shop_id)), tender.amount)
        store.change_voucher(self._connection, left)
        return TicketTender(VOUCHER, tender.amount, left.voucher_id, left.balance, left.kind)

    def _take_goods(self, ticket: Ticket) -> None:
        for line in self._basket.lines:
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
        """The unit is judged again as it is now: between scan and payment the world went on."""
        unit = stock_store.unit_by_id(self._connection, unit_id)
        if unit is None:
            raise UnitUnknown(unit_id=unit_id)
        refusal = sellable(unit, self._identity.shop_id)
        if refusal is not None:
            raise refusal
        if unit.gen != gen:
            raise UnitChangedMeanwhile(tail=unit.identifier_tail)
        self._stock.move_on(
            self._connection,
            unit,
            to_state=UnitState.SOLD,
            reason=SOLD_REASON,
            document_id=ticket.head.ticket_id,
            person_id=self._person.person_id,
        )

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
        store.add_movement(
            self._connection,
            self._counter.ids.new(),
            session_id=ticket.head.session_id,
            at_utc=ticket.head.at_utc,
            reason=CashReason.SALE,
            amount=ticket.cash_kept,
            document_id=ticket.head.ticket_id,
            person_id=self._person.person_id,
        )


def ticket_body(ticket: Ticket) -> dict[str, EventValue]:
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
        }
        for line in ticket.lines
    ]  # fmt: skip
    tenders: list[EventValue] = [
        {
            "kind": tender.kind, "amount_cents": tender.amount.amount_cents, "voucher_id": tender.reference if tender.kind == VOUCHER else None,
            "voucher_kind": tender.voucher_kind.value if tender.voucher_kind else None,
        }
        for tender in ticket.tenders
    ]  # fmt: skip
    return {
        "ticket_id": head.ticket_id, "number": head.number, "kind": head.kind.value, "business_day": head.business_day.isoformat(),
        "session_id": head.session_id, "original_number": head.original_number, "customer_id": head.customer_id,
        "non_sale_cents": ticket.non_sale.amount_cents, "total_cents": ticket.total.amount_cents, "net_cents": ticket.net.amount_cents,
        "tax_cents": ticket.tax.amount_cents, "margin_gross_cents": ticket.margin_gross.amount_cents, "change_cents": ticket.change.amount_cents,
        "lines": lines, "tenders": tenders,
    }  # fmt: skip
