"""Sales tax on top of the price: one combined rate, owed to several jurisdictions. Pure.

The customer's tax is computed once at the combined rate, as New York publishes it (8.875 % in the city), and then shared out, so that
the shares add up to what was taken. Rounding each jurisdiction by itself would take a cent too much on every few tickets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kiosk.basics.money import Money, spread

FINEST = 100_000
"""Rates have at most five decimals."""


@dataclass(frozen=True, slots=True)
class StackedRate:
    """One jurisdiction's rate on the same base."""

    name: str
    percent: Fraction


@dataclass(frozen=True, slots=True)
class TaxShare:
    """What one jurisdiction gets; ``percent`` as a decimal text, for a snapshot that needs no rule file to be read again."""

    name: str
    percent: str
    amount: Money


def combined(stack: Iterable[StackedRate]) -> Fraction:
    """The rate that the customer sees."""
    return sum((rate.percent for rate in stack), Fraction(0))


def shares_of(tax: Money, stack: Sequence[StackedRate]) -> tuple[TaxShare, ...]:
    """Largest remainder; the mirror of an amount is shared into the mirror of its shares."""
    if not stack:
        return ()
    amounts = spread(tax, [int(rate.percent * FINEST) for rate in stack])
    return tuple(TaxShare(rate.name, percent_text(rate.percent), amount) for rate, amount in zip(stack, amounts, strict=True))


def stack_of(shares: Iterable[TaxShare]) -> tuple[StackedRate, ...]:
    """Which rates a snapshot was taxed by."""
    return tuple(StackedRate(share.name, Fraction(share.percent)) for share in shares)


def together(shares: Iterable[TaxShare]) -> tuple[TaxShare, ...]:
    """Per jurisdiction and rate, in the order they come."""
    sums: dict[tuple[str, str], Money] = {}
    for share in shares:
        key = (share.name, share.percent)
        sums[key] = sums.get(key, Money(0)) + share.amount
    return tuple(TaxShare(name, percent, amount) for (name, percent), amount in sums.items())


def percent_text(percent: Fraction) -> str:
    """``4.5``, ``0.375``."""
    whole, rest = divmod(round(percent * FINEST), FINEST)
    decimals = f"{rest:05d}".rstrip("0")
    return f"{whole}.{decimals}" if decimals else str(whole)
