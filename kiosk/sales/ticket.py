"""The ticket: validated, numbered, never changed. A snapshot that needs no other table to be read again (FIS-02). Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from kiosk.basics.clock import utc_text
from kiosk.basics.money import ZERO, Money
from kiosk.fiscal.module import FiscalDocument, Operation, RateTotal
from kiosk.sales.basket import Basket, BasketLine
from kiosk.sales.cards import AnsweredBy
from kiosk.sales.pricing import Priced
from kiosk.sales.rules import RulesOfDay
from kiosk.sales.sales_tax import TaxShare, combined, shares_of, stack_of, together
from kiosk.sales.tax import LineAmounts, Scheme
from kiosk.sales.tenders import CASH, Settlement
from kiosk.sales.ticket_line import LineKind, TicketLine
from kiosk.sales.vouchers import Bonus, VoucherKind


class TicketKind(StrEnum):
    """What it does to the takings."""

    SALE = "sale"
    REFUND = "refund"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class TicketTender:
    """``reference`` is the terminal's authorisation, ``answered_by`` says whose word it is; ``left`` is what remains on a voucher, ``voucher_kind``
    what it was given for."""

    kind: str
    amount: Money
    reference: str | None = None
    left: Money | None = None
    voucher_kind: VoucherKind | None = None
    identity_checked: bool = False
    card_tail: str | None = None
    answered_by: AnsweredBy | None = None


@dataclass(frozen=True, slots=True)
class TicketTax:
    """VAT of one ordinary rate, or the sales tax of one code with the shares of its jurisdictions."""

    mark: str
    rate_bp: int
    net: Money
    tax: Money
    sales_taxes: tuple[TaxShare, ...] = ()

    @property
    def percent(self) -> Fraction:
        """Exact."""
        return combined(stack_of(self.sales_taxes)) if self.sales_taxes else Fraction(self.rate_bp, 100)

    def with_more(self, net: Money, tax: Money, shares: tuple[TaxShare, ...]) -> TicketTax:
        """And what another line or ticket adds."""
        return replace(self, net=self.net + net, tax=self.tax + tax, sales_taxes=together((*self.sales_taxes, *shares)))

    @property
    def gross(self) -> Money:
        """With tax."""
        return self.net + self.tax


@dataclass(frozen=True, slots=True)
class TicketHead:
    """When, where and by whom. ``original_number`` is the ticket that goods came back from, ``customer_id`` who asked to be known."""

    ticket_id: str
    number: str
    kind: TicketKind
    at_local: datetime
    session_id: str
    person_id: str
    cashier: str
    original_number: str | None = None
    customer_id: str | None = None

    @property
    def at_utc(self) -> str:
        """As stored."""
        return utc_text(self.at_local)

    @property
    def business_day(self) -> date:
        """The shop's own day."""
        return self.at_local.date()


@dataclass(frozen=True, slots=True)
class Ticket:
    """All that a ticket says. ``total`` is turnover; ``net`` and ``tax`` are those of ordinary lines, margin lines stand in ``margin_gross``.

    ``non_sale`` is money taken for later, outside turnover, VAT and grand totals; tenders settle both together (``due``).
    ``bonuses`` are the promotional parts of trade-in credits: the lines' discounts hold them already.
    """

    head: TicketHead
    lines: tuple[TicketLine, ...]
    tenders: tuple[TicketTender, ...]
    taxes: tuple[TicketTax, ...]
    total: Money
    net: Money
    tax: Money
    margin_gross: Money
    change: Money
    non_sale: Money = ZERO
    bonuses: tuple[Bonus, ...] = ()

    @property
    def due(self) -> Money:
        """What the customer pays, or gets back when it is negative."""
        return self.total + self.non_sale

    @property
    def number(self) -> str:
        """As printed."""
        return self.head.number

    @property
    def item_count(self) -> int:
        """Lines on the paper (FIS-15)."""
        return len(self.lines)

    @property
    def cash_kept(self) -> Money:
        """What the drawer has more than before."""
        return Money.total(tender.amount for tender in self.tenders if tender.kind == CASH) - self.change


def make_ticket(
    head: TicketHead, basket: Basket, priced: Priced, rules: RulesOfDay, *, tenders: Sequence[TicketTender], settlement: Settlement
) -> Ticket:  # fmt: skip
    """The basket as it is ``priced`` by the rules of the day, and how it was paid."""
    lines = tuple(_line(line, amounts, rules) for line, amounts in zip(basket.lines, priced.lines, strict=True))
    non_sale = Money.total(line.gross for line in lines if line.kind is LineKind.NON_SALE)
    total, net = priced.total - non_sale, priced.net - non_sale
    assert total == net + priced.tax + priced.margin_gross
    return Ticket(head, lines, tuple(tenders), _taxes(lines), total, net, priced.tax, priced.margin_gross, settlement.change, non_sale, basket.bonuses)


def kind_of(basket: Basket) -> TicketKind:
    """What a basket becomes: goods that come back make a refund, together with goods sold an exchange."""
    back = [line.back is not None for line in basket.lines]
    if not any(back):
        return TicketKind.SALE
    return TicketKind.REFUND if all(back) else TicketKind.EXCHANGE


def fiscal_document(ticket: Ticket) -> FiscalDocument:
    """What the fiscal module stamps: turnover gross per printed rate, the margin scheme at rate 0. An exchange counts by its net."""
    by_rate: dict[int, Money] = {}
    for line in ticket.lines:
        if line.kind is LineKind.NON_SALE:
            continue
        rate_bp = 0 if line.scheme is Scheme.MARGIN else line.rate_bp
        by_rate[rate_bp] = by_rate.get(rate_bp, ZERO) + line.gross
    operation = Operation(ticket.head.kind.value)
    breakdown = tuple(RateTotal(rate_bp, gross) for rate_bp, gross in sorted(by_rate.items()))
    return FiscalDocument(ticket.head.ticket_id, ticket.number, operation, ticket.head.at_local, breakdown, ticket.total)


def _line(line: BasketLine, amounts: LineAmounts, rules: RulesOfDay) -> TicketLine:
    if line.back is not None:
        return replace(line.back, line_id=line.line_id)
    rate = rules.rate(line.tax_code)
    shares = shares_of(amounts.tax_total, rate.stack)
    label = line.product.called(refurbished=line.unit is not None and line.unit.refurbished)
    return TicketLine(
        line_id=line.line_id, product_id=line.product.product_id, unit_id=line.unit.unit_id if line.unit else None, label=label,
        quantity=line.quantity, unit_price=line.unit_price, discount=line.unit_price * line.quantity - amounts.stated, gross=amounts.gross,
        scheme=rate.scheme, rate_bp=rate.rate_bp, mark=rate.mark, net=amounts.net, tax=amounts.tax_total,
        purchase_price=line.unit.purchase_price if line.unit else None, margin_tax=amounts.margin.tax if amounts.margin else None,
        kind=line.kind, note=line.note, product_kind=line.product.kind, sales_taxes=shares,
    )  # fmt: skip


def _taxes(lines: Sequence[TicketLine]) -> tuple[TicketTax, ...]:
    rows: dict[str, TicketTax] = {}
    for line in lines:
        if line.scheme is Scheme.MARGIN or line.kind is LineKind.NON_SALE:
            continue
        row = rows.get(line.mark, TicketTax(line.mark, line.rate_bp, ZERO, ZERO))
        rows[line.mark] = row.with_more(line.net, line.tax, line.sales_taxes)
    return tuple(rows[mark] for mark in sorted(rows))
