"""Counting a drawer: notes and coins piece by piece, or one figure. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.basics.money import Money
from kiosk.errors import Refused

LARGEST_COUNT = Money(10_000_000)


class CountRefused(Refused):
    """A count is from nothing to 100 000 €, of the currency's own pieces."""

    code = "cash.count_refused"


class CountPurpose(StrEnum):
    """When a drawer is counted."""

    OPENING = "opening"
    CHECK = "check"
    HAND_OVER = "hand_over"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Count:
    """``pieces`` is how many of each value in cents; empty when somebody typed the total."""

    total: Money
    pieces: Mapping[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 0 <= self.total.amount_cents <= LARGEST_COUNT.amount_cents or any(many < 0 for many in self.pieces.values()):
            raise CountRefused
        assert not self.pieces or self.total == pieces_total(self.pieces)

    @staticmethod
    def of(counted: Money | Count) -> Count:
        """A figure is a count without its pieces."""
        return counted if isinstance(counted, Count) else Count(counted)

    @staticmethod
    def by_pieces(pieces: Mapping[int, int]) -> Count:
        """Two notes of 50 € and one coin of 20 c: ``{5000: 2, 20: 1}``."""
        kept = {value: many for value, many in sorted(pieces.items(), reverse=True) if many}
        return Count(pieces_total(kept), kept)


@dataclass(frozen=True, slots=True)
class TakenCount:
    """A count as it was taken: never changed, also when somebody counts again. ``expected`` is of that moment."""

    count_id: str
    session_id: str
    at_utc: str
    purpose: CountPurpose
    count: Count
    person_id: str
    expected: Money | None = None

    @property
    def difference(self) -> Money | None:
        """Counted less expected."""
        return None if self.expected is None else self.count.total - self.expected


def pieces_total(pieces: Mapping[int, int]) -> Money:
    return Money(sum(value * many for value, many in pieces.items()))


def beyond(difference: Money, allowed: Money) -> bool:
    """Exactly the allowed difference is still allowed."""
    return abs(difference.amount_cents) > allowed.amount_cents
