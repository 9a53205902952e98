"""A day in figures: what a closing freezes and what the board shows while it runs. Pure folds over the day's tickets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kiosk.basics.money import ZERO, Money
from kiosk.cash.drawer import DrawerFigures
from kiosk.errors import Damaged
from kiosk.fiscal.module import EventValue, PeriodTotals
from kiosk.sales.rounding import half_up
from kiosk.sales.tax import Scheme
from kiosk.sales.tenders import CASH
from kiosk.sales.ticket import Ticket, TicketTax
from kiosk.sales.ticket_line import LineKind, TicketLine


class FiguresDisagree(Damaged):
    """What was stamped is not what the tickets say; nothing is closed."""

    code = "sales.figures_disagree"


@dataclass(frozen=True, slots=True)
class DayFigures:
    """``cash_kept`` is net of change; ``unit_margin`` is what devices earned without their VAT, as far as we know what they cost.

    ``non_sale`` was taken for later (gift cards, deposits) and is no turnover: it counts among no articles and its ticket in no average, unless
    goods stand on it too (``basket_count``). An exchange stands in sales or returns by its net.
    """

    ticket_count: int
    basket_count: int
    article_count: int
    sales: Money
    returns: Money
    taxes: tuple[TicketTax, ...]
    margin_gross: Money
    margin_tax: Money
    discounts: Money
    tenders: tuple[tuple[str, Money], ...]
    cash_kept: Money
    unit_margin: Money
    non_sale: Money = ZERO

    @property
    def total(self) -> Money:
        """Sales less returns."""
        return self.sales - self.returns

    @property
    def average_basket(self) -> Money:
        """Per ticket with goods or services on it."""
        return Money(half_up(Fraction(self.total.amount_cents, self.basket_count))) if self.basket_count else ZERO

    @property
    def margin_share_bp(self) -> int:
        """Of the takings, in hundredths of a percent."""
        return half_up(Fraction(self.unit_margin.amount_cents * 10_000, self.total.amount_cents)) if self.total else 0


def figures_of(tickets: Sequence[Ticket]) -> DayFigures:
    """Everything added up."""
    lines = [line for ticket in tickets for line in ticket.lines]
    sales = [ticket.total for ticket in tickets if ticket.total.amount_cents >= 0]
    returns = [-ticket.total for ticket in tickets if ticket.total.amount_cents < 0]
    return DayFigures(
        ticket_count=len(tickets), basket_count=sum(any(_sold(line) for line in ticket.lines) for ticket in tickets),
        article_count=sum(line.quantity for line in lines if _sold(line)), sales=Money.total(sales), returns=Money.total(returns),
        taxes=_taxes(tickets), margin_gross=Money.total(ticket.margin_gross for ticket in tickets),
        margin_tax=Money.total(line.margin_tax for line in lines if line.margin_tax is not None),
        discounts=Money.total(line.discount for line in lines), tenders=_tenders(tickets),
        cash_kept=Money.total(ticket.cash_kept for ticket in tickets), unit_margin=Money.total(_earned(line) for line in lines),
        non_sale=Money.total(ticket.non_sale for ticket in tickets),
    )  # fmt: skip


def _sold(line: TicketLine) -> bool:
    return line.kind is LineKind.SALE


def check_against(figures: DayFigures, stamped: PeriodTotals) -> None:
    """The same day seen twice agrees to the cent; FiguresDisagree."""
    taxed = Money.total(row.gross for row in figures.taxes) + figures.margin_gross
    paid = Money.total(amount for _, amount in figures.tenders)
    views = {
        "stamped": stamped.total == figures.total and stamped.ticket_count == figures.ticket_count,
        "by_rate": taxed == figures.total,
        "tenders": paid == figures.total + figures.non_sale,
    }
    wrong = [name for name, agrees in views.items() if not agrees]
    if wrong:
        raise FiguresDisagree(views=", ".join(wrong))


def day_content(figures: DayFigures) -> dict[str, EventValue]:
    """The figures as the closing keeps them and the journal tells them."""
    taxes: list[EventValue] = [
        {"mark": row.mark, "rate_bp": row.rate_bp, "net_cents": row.net.amount_cents, "tax_cents": row.tax.amount_cents} for row in figures.taxes
    ]
    tenders: list[EventValue] = [{"kind": kind, "amount_cents": amount.amount_cents} for kind, amount in figures.tenders]
    return {
        "ticket_count": figures.ticket_count, "article_count": figures.article_count, "sales_cents": figures.sales.amount_cents,
        "returns_cents": figures.returns.amount_cents, "total_cents": figures.total.amount_cents, "taxes": taxes,
        "margin_gross_cents": figures.margin_gross.amount_cents, "margin_tax_cents": figures.margin_tax.amount_cents,
        "discounts_cents": figures.discounts.amount_cents, "non_sale_cents": figures.non_sale.amount_cents, "tenders": tenders,
    }  # fmt: skip


def drawer_content(drawer: DrawerFigures) -> dict[str, EventValue]:
    """A counted drawer as the closing keeps it: never worked out again, so that no later change can make a difference disappear."""
    session = drawer.session
    amounts = {
        "float_cents": session.opening_float, "opening_difference_cents": session.opening_difference, "expected_cents": session.expected,
        "counted_cents": session.counted, "difference_cents": session.difference, "left_cents": session.left,
    }  # fmt: skip
    moved: list[EventValue] = [{"reason": item.reason, "count": item.count, "amount_cents": item.amount.amount_cents} for item in drawer.moved]
    return {
        "session_id": session.session_id, "number": session.number, "moved": moved,
        **{name: None if amount is None else amount.amount_cents for name, amount in amounts.items()},
    }  # fmt: skip


def takings_by_hour(tickets: Sequence[Ticket]) -> dict[int, Money]:
    """By the shop's own hours; hours without a sale are left out."""
    hours: dict[int, Money] = {}
    for ticket in tickets:
        hour = ticket.head.at_local.hour
        hours[hour] = hours.get(hour, ZERO) + ticket.total
    return dict(sorted(hours.items()))


def _taxes(tickets: Sequence[Ticket]) -> tuple[TicketTax, ...]:
    rows: dict[tuple[str, int], TicketTax] = {}
    for row in (row for ticket in tickets for row in ticket.taxes):
        before = rows.get((row.mark, row.rate_bp), TicketTax(row.mark, row.rate_bp, ZERO, ZERO))
        rows[row.mark, row.rate_bp] = before.with_more(row.net, row.tax, row.sales_taxes)
    return tuple(rows[key] for key in sorted(rows))


def _tenders(tickets: Sequence[Ticket]) -> tuple[tuple[str, Money], ...]:
    """Per way of paying, change taken off the cash, so that they add up to the takings."""
    sums: dict[str, Money] = {}
    for ticket in tickets:
        for tender in ticket.tenders:
            sums[tender.kind] = sums.get(tender.kind, ZERO) + tender.amount
        if ticket.change:
            sums[CASH] = sums.get(CASH, ZERO) - ticket.change
    return tuple(sorted(sums.items()))


def _earned(line: TicketLine) -> Money:
    if line.purchase_price is None:
        return ZERO
    without_tax = line.gross - (line.margin_tax or ZERO) if line.scheme is Scheme.MARGIN else line.net
    return without_tax - line.purchase_price
