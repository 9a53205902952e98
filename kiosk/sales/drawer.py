"""The drawer session: a till's cash from float to count. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.basics.money import Money


class CashReason(StrEnum):
    """Why cash moved. The float is the session's own and no movement: it is never counted twice."""

    SALE = "sale"
    REFUND = "refund"


@dataclass(frozen=True, slots=True)
class DrawerSession:
    """``counted`` and ``expected`` are set when it is closed; a session may be closed uncounted."""

    session_id: str
    number: str
    person_id: str
    opened_at_utc: str
    opening_float: Money
    closed_at_utc: str | None = None
    counted: Money | None = None
    expected: Money | None = None

    @property
    def open(self) -> bool:
        """Still selling."""
        return self.closed_at_utc is None

    @property
    def difference(self) -> Money | None:
        """Counted less expected; None when nobody counted."""
        return None if self.counted is None or self.expected is None else self.counted - self.expected


def expected_cash(opening_float: Money, movements: Iterable[Money]) -> Money:
    """What must be in the drawer: float 500, sale 749 paid with 1 000 makes 1 249."""
    return opening_float + Money.total(movements)
