"""Exact fractions to whole cents: half-up, symmetric around zero, and shares that add up. Pure; nothing here knows a tax."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction


def half_up(value: Fraction) -> int:
    """To the nearest integer, halves away from zero, so that a refund is the exact mirror of its sale."""
    rounded = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return -rounded if value < 0 else rounded


def allocate(total: int, exact: Sequence[Fraction]) -> tuple[int, ...]:
    """Whole parts near ``exact`` that add up to ``total``, by largest remainder; ties go to the earlier part.

    ``total`` is the rounded sum of ``exact``, so each part is its value rounded down or up.
    """
    sign = -1 if total < 0 else 1
    parts = [math.floor(sign * value) for value in exact]
    missing = sign * total - sum(parts)
    assert 0 <= missing <= len(parts)
    by_remainder = sorted(range(len(parts)), key=lambda index: (parts[index] - sign * exact[index], index))
    for index in by_remainder[:missing]:
        parts[index] += 1
    return tuple(sign * part for part in parts)


def share_out(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Split ``total`` in proportion to signed ``weights``; no part is larger than its weight when ``abs(total) <= abs(sum)``."""
    whole = sum(weights)
    assert whole != 0 or total == 0
    return allocate(total, [Fraction(total * weight, whole) if whole else Fraction(0) for weight in weights])
