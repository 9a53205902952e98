"""A basket's lines to amounts: price, line discount, tax, ticket discount. Pure; the till and ``kiosk price`` call nothing else.

A percent on a line changes its price, which is then rounded like any price. A discount on the ticket is an amount (a percent of
the total is rounded half-up to one), spread over the lines' gross by largest remainder (MAR-08): the parts add up to it and no
line goes below zero. The tax of a line that bore a part is taken out of what is left to pay for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from kiosk.basics.money import ZERO, Money
from kiosk.sales.margin import margin_figures
from kiosk.sales.rounding import half_up, share_out
from kiosk.sales.tax import Exact, LineAmounts, Scheme, Split, Tax, TaxRounding, TaxRow, split_by_rate, split_line, tax_table

QUANTITY_UNIT = 1000


@dataclass(frozen=True, slots=True)
class PercentOff:
    """Between 0 and 100."""

    percent: Fraction

    def __post_init__(self) -> None:
        assert 0 <= self.percent <= 100


@dataclass(frozen=True, slots=True)
class AmountOff:
    """Not negative; on a line it is in the line's own terms, on the ticket it is what the customer pays less."""

    amount: Money

    def __post_init__(self) -> None:
        assert self.amount.amount_cents >= 0


Discount = PercentOff | AmountOff


@dataclass(frozen=True, slots=True)
class Item:
    """One line to price. ``quantity_milli`` is in thousandths and negative for goods taken back on the same ticket."""

    line_id: str
    quantity_milli: int
    unit_price: Money
    tax: Tax
    discount: Discount | None = None

    @property
    def quantity(self) -> Fraction:
        """Exact number of pieces."""
        return Fraction(self.quantity_milli, QUANTITY_UNIT)


@dataclass(frozen=True, slots=True)
class Priced:
    """All amounts of a basket before anything is paid. ``net`` and ``tax`` are those of ordinary lines, margin lines stand apart."""

    lines: tuple[LineAmounts, ...]
    ticket_discount: Money = ZERO

    @property
    def tax_table(self) -> tuple[TaxRow, ...]:
        """Rows per scheme and rate."""
        return tax_table(self.lines)

    @property
    def net(self) -> Money:
        """Without tax, ordinary lines only (no HT is shown for the margin scheme, CGI 297 E)."""
        return Money.total(line.net for line in self.lines if line.tax.scheme is not Scheme.MARGIN)

    @property
    def tax(self) -> Money:
        """Tax that may be shown."""
        return Money.total(line.tax_total for line in self.lines)

    @property
    def margin_gross(self) -> Money:
        """What margin-scheme lines cost, tax inside and unshown."""
        return Money.total(line.gross for line in self.lines if line.tax.scheme is Scheme.MARGIN)

    @property
    def total(self) -> Money:
        """With all taxes, before cash rounding."""
        return Money.total(line.gross for line in self.lines)


def amount_before_discount(item: Item) -> Money:
    """Quantity by unit price, in the line's own terms."""
    return Money(half_up(item.unit_price.amount_cents * item.quantity))


def discount_fits(amount: Money, off: Discount | None) -> bool:
    """An amount may not take a line, or the ticket, below zero."""
    return not isinstance(off, AmountOff) or off.amount.amount_cents <= abs(amount.amount_cents)


def price(items: Sequence[Item], *, rounding: TaxRounding, ticket_discount: Discount | None = None) -> Priced:
    """Price all lines; the caller has checked that each discount fits."""
    lines = _amounts(items, [Exact(_after_line_discount(item), item.tax, item.tax.included) for item in items], rounding)
    total = Money.total(line.gross for line in lines)
    off = discount_amount(total, ticket_discount)
    if not off:
        return Priced(lines)
    parts = share_out(off.amount_cents, [line.gross.amount_cents for line in lines])
    left = [Exact(Fraction(line.gross.amount_cents - part), line.tax, with_tax=True) for line, part in zip(lines, parts, strict=True)]
    return Priced(_amounts(items, left, rounding), off)


def discount_amount(amount: Money, off: Discount | None) -> Money:
    """How much a ticket discount takes off ``amount``, with the sign of ``amount``."""
    match off:
        case None:
            return ZERO
        case PercentOff(percent):
            return Money(half_up(amount.amount_cents * percent / 100))
        case AmountOff(asked):
            assert discount_fits(amount, off)
            return -asked if amount.amount_cents < 0 else asked
        case _:
            assert_never(off)


def _after_line_discount(item: Item) -> Fraction:
    exact_cents = item.unit_price.amount_cents * item.quantity
    match item.discount:
        case None:
            return exact_cents
        case PercentOff(percent):
            return exact_cents * (100 - percent) / 100
        case AmountOff(amount):
            assert discount_fits(amount_before_discount(item), item.discount)
            left = max(Fraction(0), abs(exact_cents) - amount.amount_cents)
            return -left if exact_cents < 0 else left
        case _:
            assert_never(item.discount)


def _amounts(items: Sequence[Item], exact: Sequence[Exact], rounding: TaxRounding) -> tuple[LineAmounts, ...]:
    """Margin lines are rounded one by one whatever the rounding: their VAT is a figure per device."""
    together = [index for index, line in enumerate(exact) if rounding is TaxRounding.RATE and line.tax.scheme is not Scheme.MARGIN]
    splits = dict(zip(together, split_by_rate([exact[index] for index in together]), strict=True))
    return tuple(_line(item, splits[index] if index in splits else split_line(exact[index])) for index, item in enumerate(items))


def _line(item: Item, split: Split) -> LineAmounts:
    gross = Money(split.gross_cents)
    taxes = tuple(Money(cents) for cents in split.tax_cents)
    if item.tax.scheme is not Scheme.MARGIN:
        return LineAmounts(item.line_id, item.tax, gross, taxes)
    assert item.tax.purchase_price is not None
    paid = Money(half_up(item.tax.purchase_price.amount_cents * item.quantity))
    return LineAmounts(item.line_id, item.tax, gross, (), margin_figures(gross=gross, purchase_price=paid, rate_percent=item.tax.sum_percent))
