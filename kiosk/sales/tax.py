"""How an amount splits into net and tax, per line or per rate. Pure; the same code prices the till and ``kiosk price``.

Two rules reproduce every published figure we hold against ourselves:

- *line*: price included, ``tax = round(p r / (100 + r))`` and ``net = p - tax``; excluded, ``net = round(p)`` and ``tax = round(net r / 100)``.
- *rate*: ``gross = round(sum of exact gross)``, ``tax = round(sum of exact tax)``, ``net = gross - tax`` (sales tax, always on top of a base,
  rounds the base instead of the gross); the cents are then handed to the lines by largest remainder, so that lines, table and totals agree.

Margin lines have no net and no tax of their own: they are rounded one by one in either case and their VAT stays inside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from kiosk.basics.money import Money
from kiosk.sales.margin import MarginFigures
from kiosk.sales.rounding import allocate, half_up


class Scheme(StrEnum):
    """What kind of tax a line bears."""

    STANDARD = "standard"
    MARGIN = "margin"
    SALES_TAX = "sales_tax"


class TaxRounding(StrEnum):
    """Where cents are rounded: on each line, or once per rate."""

    LINE = "line"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Tax:
    """The tax of one line. ``rates_percent`` has one rate, except for sales tax, whose rates all bear on the same base."""

    scheme: Scheme
    rates_percent: tuple[Fraction, ...]
    included: bool
    purchase_price: Money | None = None

    def __post_init__(self) -> None:
        assert all(0 <= rate <= 100 for rate in self.rates_percent)
        assert self.scheme is not Scheme.SALES_TAX or not self.included
        assert self.scheme is Scheme.SALES_TAX or len(self.rates_percent) == 1
        assert self.scheme is not Scheme.MARGIN or (self.included and self.purchase_price is not None)

    @property
    def sum_percent(self) -> Fraction:
        """All rates together."""
        return sum(self.rates_percent, Fraction(0))


@dataclass(frozen=True, slots=True)
class LineAmounts:
    """One line in whole cents. ``taxes`` goes with ``tax.rates_percent``; it is empty for a margin line, whose net is its gross."""

    line_id: str
    tax: Tax
    gross: Money
    taxes: tuple[Money, ...]
    margin: MarginFigures | None = None

    @property
    def tax_total(self) -> Money:
        """The tax that may be shown."""
        return Money.total(self.taxes)

    @property
    def stated(self) -> Money:
        """In the terms of its price: without the tax that comes on top."""
        return self.gross if self.tax.included else self.net

    @property
    def net(self) -> Money:
        """What is left of the gross without the tax that may be shown."""
        return self.gross - self.tax_total


@dataclass(frozen=True, slots=True)
class TaxRow:
    """The sum of all lines of one scheme and rate. A sales-tax line stands in one row per rate, with the same net in each."""

    scheme: Scheme
    rate_percent: Fraction
    net: Money
    tax: Money

    @property
    def gross(self) -> Money:
        """Net and this row's tax."""
        return self.net + self.tax


@dataclass(frozen=True, slots=True)
class Split:
    """Gross and the tax per rate of one line, in cents."""

    gross_cents: int
    tax_cents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Exact:
    """An amount before any rounding; ``with_tax`` says whether its tax is inside."""

    cents: Fraction
    tax: Tax
    with_tax: bool

    @property
    def net_cents(self) -> Fraction:
        """Without tax."""
        return self.cents * 100 / (100 + self.tax.sum_percent) if self.with_tax else self.cents

    @property
    def gross_cents(self) -> Fraction:
        """With all taxes."""
        return self.cents if self.with_tax else self.cents * (100 + self.tax.sum_percent) / 100

    @property
    def settles_net(self) -> bool:
        """Sales tax comes on top of a base that stands: the base is rounded and the gross follows. Otherwise the gross is."""
        return self.tax.scheme is Scheme.SALES_TAX and not self.with_tax


def split_line(exact: Exact) -> Split:
    """One line rounded on its own."""
    rates = exact.tax.rates_percent
    if exact.tax.scheme is Scheme.MARGIN:
        return Split(half_up(exact.cents), ())
    if exact.with_tax:
        gross_cents = half_up(exact.cents)
        return Split(gross_cents, tuple(half_up(gross_cents * rate / (100 + exact.tax.sum_percent)) for rate in rates))
    net_cents = half_up(exact.cents)
    taxes = tuple(half_up(net_cents * rate / 100) for rate in rates)
    return Split(net_cents + sum(taxes), taxes)


def split_by_rate(lines: Sequence[Exact]) -> tuple[Split, ...]:
    """All lines rounded once per group of lines that share a rate; the parts of each group add up to its rounded figures."""
    splits: dict[int, Split] = {}
    for group in _groups([line.tax for line in lines]):
        taxes = _taxes_of_group({index: lines[index] for index in group})
        net_stands = all(lines[index].settles_net for index in group)
        anchors = _rounded_sum({index: lines[index].net_cents if net_stands else lines[index].gross_cents for index in group})
        for index in group:
            own = tuple(taxes[index, place] for place in range(len(lines[index].tax.rates_percent)))
            splits[index] = Split(anchors[index] + (sum(own) if net_stands else 0), own)
    return tuple(splits[index] for index in range(len(lines)))


def _taxes_of_group(lines: Mapping[int, Exact]) -> dict[tuple[int, int], int]:
    """Cents by (line, place of the rate in the line): each rate is summed exactly, rounded once and handed back."""
    bearers: dict[Fraction, dict[tuple[int, int], Fraction]] = {}
    for index, line in lines.items():
        for place, rate in enumerate(line.tax.rates_percent):
            bearers.setdefault(rate, {})[index, place] = line.net_cents * rate / 100
    rounded: dict[tuple[int, int], int] = {}
    for exact_taxes in bearers.values():
        rounded |= _rounded_sum(exact_taxes)
    return rounded


def tax_table(lines: Sequence[LineAmounts]) -> tuple[TaxRow, ...]:
    """One row per scheme and rate, in the order standard, sales tax, margin, and by rate inside each."""
    rows: dict[tuple[int, Fraction], tuple[Money, Money]] = {}
    for line in lines:
        taxes = line.taxes or (Money(0),)
        rates = line.tax.rates_percent or (Fraction(0),)
        for place, (rate, tax) in enumerate(zip(rates, taxes, strict=True)):
            key = (_SCHEME_ORDER.index(line.tax.scheme), rate)
            net_before, tax_before = rows.get(key, (Money(0), Money(0)))
            first_of_its_rate = rate not in rates[:place]
            rows[key] = (net_before + line.net if first_of_its_rate else net_before, tax_before + tax)
    return tuple(TaxRow(_SCHEME_ORDER[scheme], rate, net, tax) for (scheme, rate), (net, tax) in sorted(rows.items()))


_SCHEME_ORDER = (Scheme.STANDARD, Scheme.SALES_TAX, Scheme.MARGIN)
Key = TypeVar("Key")


def _rounded_sum(exact: dict[Key, Fraction]) -> dict[Key, int]:
    parts = allocate(half_up(sum(exact.values(), Fraction(0))), list(exact.values()))
    return dict(zip(exact, parts, strict=True))


def _groups(taxes: Sequence[Tax]) -> list[list[int]]:
    """Indices of lines that belong together: same scheme and at least one rate in common, directly or through others."""
    groups: list[tuple[set[tuple[Scheme, Fraction]], list[int]]] = []
    for index, tax in enumerate(taxes):
        keys = {(tax.scheme, rate) for rate in tax.rates_percent}
        members = [index]
        for group in [group for group in groups if group[0] & keys]:
            groups.remove(group)
            keys |= group[0]
            members = group[1] + members
        groups.append((keys, sorted(members)))
    return [members for _, members in groups]
