"""The global method of the margin scheme: VAT on what a month's used goods were sold for above what a month's were bought for. Pure.

Source: CIBS L. 242-14 (formerly CGI 297 A II), doctrine 3K1221 n° 22-23, MAR-05. Purchases beyond sales are carried to the next month and never
refunded. Once a year the stock regularises: a decrease adds to the purchases of the next month, an increase is taken off them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from kiosk.accounting.chart import Chart, MarginMethod, StockCount
from kiosk.accounting.facts import Bought, Fact, TicketPaid
from kiosk.basics.money import ZERO, Money
from kiosk.sales.rounding import half_up


@dataclass(frozen=True, slots=True)
class GlobalMonth:
    """One month. ``carried_in`` is the excess of purchases from before, ``stock_decrease`` is negative when the stock has grown."""

    first_day: date
    purchases: Money
    sales: Money
    carried_in: Money
    stock_decrease: Money
    rate_percent: Fraction

    @property
    def excess(self) -> Money:
        """Sales less all that counts as purchases; may be negative."""
        return self.sales - self.purchases - self.carried_in - self.stock_decrease

    @property
    def margin(self) -> Money:
        """Tax inside; never below zero."""
        return Money(max(0, self.excess.amount_cents))

    @property
    def net(self) -> Money:
        """The base."""
        return Money(half_up(self.margin.amount_cents * 100 / (100 + self.rate_percent)))

    @property
    def tax(self) -> Money:
        """The VAT of the month."""
        return self.margin - self.net

    @property
    def carried_out(self) -> Money:
        """What the next month begins with."""
        return Money(max(0, -self.excess.amount_cents))


@dataclass(frozen=True, slots=True)
class MonthSums:
    """What was bought and sold under the margin scheme in a month; what came back is taken off."""

    first_day: date
    purchases: Money = ZERO
    sales: Money = ZERO


def global_months(sums: Sequence[MonthSums], *, rate_on: Callable[[date], Fraction], stocks: Sequence[StockCount] = ()) -> tuple[GlobalMonth, ...]:
    """The months in their order, each beginning with what the one before carried over."""
    months: list[GlobalMonth] = []
    for item in sums:
        carried = months[-1].carried_out if months else ZERO
        months.append(
            GlobalMonth(item.first_day, item.purchases, item.sales, carried, stock_decrease(item.first_day, stocks), rate_on(item.first_day))
        )
    return tuple(months)


def stock_decrease(month: date, stocks: Sequence[StockCount]) -> Money:
    """In the first month after an inventory: by how much the stock is smaller than at the inventory before it; negative when it has grown."""
    for before, counted in pairwise(stocks):
        if next_month(counted.on) == month:
            return before.value - counted.value
    return ZERO


def month_sums(facts: Iterable[Fact], chart: Chart, *, until: date) -> tuple[MonthSums, ...]:
    """Every month under the global method up to that of ``until``, from the first that bought or sold anything, without a hole."""
    sums: dict[date, tuple[Money, Money]] = {}
    for fact in facts:
        month = fact.place.day.replace(day=1)
        if fact.place.day > until or chart.method(month) is not MarginMethod.GLOBAL:
            continue
        bought, sold = _amounts(fact)
        before = sums.get(month, (ZERO, ZERO))
        sums[month] = (before[0] + bought, before[1] + sold)
    month, found = min(sums, default=until.replace(day=1)), []
    while month <= until and chart.method(month) is MarginMethod.GLOBAL:
        found.append(MonthSums(month, *sums.get(month, (ZERO, ZERO))))
        month = next_month(month)
    return tuple(found)


def _amounts(fact: Fact) -> tuple[Money, Money]:
    match fact:
        case Bought():
            return (fact.market_value if fact.on_margin else ZERO), ZERO
        case TicketPaid():
            return ZERO, Money.total(line.gross for line in fact.lines if line.on_margin)
        case _:
            return ZERO, ZERO


def next_month(day: date) -> date:
    """The first day of the month after."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
