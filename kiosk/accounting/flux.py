"""E-reporting of sales to private customers, flux 10.3: what is declared per company, day, category and currency. Pure.

Source: AFNOR XP Z12-012 and the DGFiP's external specifications 3.1, compliance section 6 (ERP-01 to ERP-03). The stored sources name the terms (TT-…,
TG-…) but hold no XML schema: the figures are kept under those names, for the approved platform to put into its own format.

What TT-82 and TT-87 must hold for the margin schemes (TMA1) is not stated anywhere: the margin with its VAT, or the full price without VAT. Both are
kept. With the global method no VAT belongs to a day: the day keeps its full price alone and the month its margin.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.accounting.chart import Chart, MarginMethod
from kiosk.accounting.facts import PaidLine, TicketPaid
from kiosk.basics.money import ZERO, Money
from kiosk.sales.ticket_line import LineKind


class Category(StrEnum):
    """TT-81: goods, services, not taxed, margin schemes."""

    GOODS = "TLB1"
    SERVICES = "TPS1"
    NOT_TAXED = "TNT1"
    MARGIN = "TMA1"


@dataclass(frozen=True, slots=True)
class RateRow:
    """TG-32: the figures of one rate."""

    rate_bp: int
    net: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class Group:
    """TG-31. ``rates`` is None where the margin's VAT belongs to no day; ``full_price`` is what customers paid under the margin scheme."""

    day: date
    category: Category
    ticket_count: int
    rates: tuple[RateRow, ...] | None
    full_price: Money | None = None

    @property
    def net(self) -> Money | None:
        """TT-82."""
        return None if self.rates is None else Money.total(row.net for row in self.rates)

    @property
    def tax(self) -> Money | None:
        """TT-83."""
        return None if self.rates is None else Money.total(row.tax for row in self.rates)

    @property
    def gross(self) -> Money:
        """What customers paid."""
        if self.full_price is not None:
            return self.full_price
        return Money.total(row.net + row.tax for row in self.rates or ())


def category_of(line: PaidLine) -> Category:
    """Of a line of turnover. A line without VAT is declared as not taxed."""
    if line.on_margin:
        return Category.MARGIN
    if line.rate_bp == 0:
        return Category.NOT_TAXED
    return Category.SERVICES if line.service else Category.GOODS


def groups_of(tickets: Iterable[TicketPaid], chart: Chart, *, invoiced: Collection[str] = ()) -> tuple[Group, ...]:
    """By day and category. ``invoiced`` are the ids and numbers of tickets that left as an invoice: no sale stands in both flows (ERP-03)."""
    lines: dict[tuple[date, Category], list[tuple[str, PaidLine]]] = {}
    for ticket in tickets:
        for line in declared_lines(ticket, invoiced):
            lines.setdefault((ticket.place.day, category_of(line)), []).append((ticket.ticket_id, line))
    return tuple(_group(day, category, found, chart) for (day, category), found in sorted(lines.items()))


def declared_lines(ticket: TicketPaid, invoiced: Collection[str]) -> list[PaidLine]:
    """The turnover that belongs here: not what was invoiced, nor what takes back a thing that was."""
    if ticket.ticket_id in invoiced:
        return []
    return [line for line in ticket.lines if line.kind is LineKind.SALE and ticket.origin_of(line) not in invoiced]


def _group(day: date, category: Category, lines: list[tuple[str, PaidLine]], chart: Chart) -> Group:
    count = len({ticket_id for ticket_id, _ in lines})
    if category is not Category.MARGIN:
        return Group(day, category, count, _rates((line.rate_bp, line.net, line.tax) for _, line in lines))
    full_price = Money.total(line.gross for _, line in lines)
    if chart.method(day) is MarginMethod.GLOBAL:
        return Group(day, category, count, None, full_price)
    return Group(day, category, count, _rates((line.rate_bp, margin_of(line) - line.margin_tax, line.margin_tax) for _, line in lines), full_price)


def margin_of(line: PaidLine) -> Money:
    """Tax inside; a loss is a margin of nothing (MAR-02), and what comes back has the sign of what was sold."""
    bought = line.purchase_price or ZERO
    sign = -1 if line.gross.amount_cents < 0 or (not line.gross and bought.amount_cents < 0) else 1
    return Money(sign * max(0, sign * (line.gross - bought).amount_cents))


def _rates(amounts: Iterable[tuple[int, Money, Money]]) -> tuple[RateRow, ...]:
    sums: dict[int, tuple[Money, Money]] = {}
    for rate_bp, net, tax in amounts:
        before = sums.get(rate_bp, (ZERO, ZERO))
        sums[rate_bp] = (before[0] + net, before[1] + tax)
    return tuple(RateRow(rate_bp, *sums[rate_bp]) for rate_bp in sorted(sums))


# ── how a group is written ─────────────────────────────────────────────────────────────────────────────────────────
def group_content(group: Group, *, currency: str) -> Mapping[str, object]:
    """A group under the names of the specification; the key is (TT-13, TT-77, TT-81, TT-78) and a later file replaces it whole."""
    content: dict[str, object] = {
        "TT-77": f"{group.day:%Y%m%d}", "TT-78": currency, "TT-81": group.category.value, "TT-82": _said(group.net), "TT-83": _said(group.tax),
        "TT-85": group.ticket_count, "TG-32": None if group.rates is None else [_rate_content(row) for row in group.rates],
    }  # fmt: skip
    if group.full_price is not None:
        content["full_price"] = {"TT-82": group.full_price.plain(), "TT-83": ZERO.plain(), "TG-32": [_rate_content(RateRow(0, group.full_price, ZERO))]}
    return content


def _rate_content(row: RateRow) -> dict[str, str]:
    return {"TT-86": Money(row.rate_bp).plain(), "TT-87": row.net.plain(), "TT-88": row.tax.plain()}


def _said(amount: Money | None) -> str | None:
    return None if amount is None else amount.plain()
