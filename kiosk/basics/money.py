"""Integer cents behind one small type. Parse at the edges, write through ``locales.Locale`` only; never a float anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in the smallest unit of one currency; a till has one currency, so arithmetic needs no rate."""

    amount_cents: int

    def __post_init__(self) -> None:
        assert type(self.amount_cents) is int, "money is integer cents"

    def __add__(self, other: Money) -> Money:
        return Money(self.amount_cents + other.amount_cents)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount_cents - other.amount_cents)

    def __neg__(self) -> Money:
        return Money(-self.amount_cents)

    def __mul__(self, count: int) -> Money:
        assert type(count) is int
        return Money(self.amount_cents * count)

    def __bool__(self) -> bool:
        return self.amount_cents != 0

    @staticmethod
    def total(amounts: Iterable[Money]) -> Money:
        """The sum; zero for nothing."""
        return Money(sum(amount.amount_cents for amount in amounts))

    @staticmethod
    def parse(text: str) -> Money:
        """Read ``"52.50"`` or ``"-3"`` (at most two decimals); ValueError otherwise."""
        cents = Decimal(text) * 100
        if not cents.is_finite() or cents != cents.to_integral_value():
            raise ValueError(f"not an amount with at most two decimals: {text!r}")
        return Money(int(cents))

    def plain(self) -> str:
        """``-52.50``: for files and protocols; screens and papers write it by their ``Locale``."""
        sign = "-" if self.amount_cents < 0 else ""
        return f"{sign}{abs(self.amount_cents) // 100}.{abs(self.amount_cents) % 100:02d}"


ZERO = Money(0)


def round_half_up(value: Decimal) -> int:
    """To the nearest integer, halves away from zero: the rounding of every figure on a ticket (never banker's)."""
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def spread(amount: Money, weights: Sequence[int]) -> tuple[Money, ...]:
    """Split ``amount`` in proportion to ``weights`` by largest remainder; the parts add up to it exactly.

    Weights are non-negative with a positive sum. Ties go to the earlier part, so the split is the same on every machine.
    """
    total = sum(weights)
    assert total > 0 and all(weight >= 0 for weight in weights)
    sign = -1 if amount.amount_cents < 0 else 1
    whole = abs(amount.amount_cents)
    parts = [whole * weight // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda index: (-(whole * weights[index] % total), index))
    for index in by_remainder[: whole - sum(parts)]:
        parts[index] += 1
    return tuple(Money(sign * part) for part in parts)
