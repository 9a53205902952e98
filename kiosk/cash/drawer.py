"""The drawer session: a till's cash from float to count, and what moved it in between. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.basics.money import Money

DRAWERS_OF_A_TILL = 2
"""A receipt printer opens two drawers, one per connector."""


class DrawerMode(StrEnum):
    """Whose drawer it is: everybody's at the till, or each person has their own session."""

    SHARED = "shared"
    OWN = "own"


class CashReason(StrEnum):
    """Why cash moved, beside the reasons of the rule file. The float is the session's own and no movement: it is never counted twice.

    ``CLOSING_DROP`` is taken out after the last count: it lowers what stays for the next session, not what was expected of this one.
    ``NO_SALE`` moves nothing: the drawer was opened.
    """

    SALE = "sale"
    REFUND = "refund"
    TRADE_IN = "trade_in"
    SAFE_DROP = "safe_drop"
    CLOSING_DROP = "closing_drop"
    NO_SALE = "no_sale"


@dataclass(frozen=True, slots=True)
class DrawerSession:
    """``counted`` and ``expected`` are set when it is closed; a session may be closed uncounted.

    ``opening_expected`` is what the session before left in this drawer, ``left`` what this one leaves; None when nobody counted. A float that
    differs is a difference of the opening: it stands apart and never in this session's own difference.
    """

    session_id: str
    number: str
    person_id: str
    opened_at_utc: str
    opening_float: Money
    closed_at_utc: str | None = None
    counted: Money | None = None
    expected: Money | None = None
    drawer_no: int = 1
    opening_expected: Money | None = None
    left: Money | None = None
    closed_by: str | None = None
    approved_by: str | None = None
    note: str | None = None

    @property
    def open(self) -> bool:
        """Still selling."""
        return self.closed_at_utc is None

    @property
    def difference(self) -> Money | None:
        """Counted less expected; None when nobody counted."""
        return None if self.counted is None or self.expected is None else self.counted - self.expected

    @property
    def opening_difference(self) -> Money | None:
        """The float less what the session before left; None when that is not known."""
        return None if self.opening_expected is None else self.opening_float - self.opening_expected

    def blind(self) -> DrawerSession:
        """As somebody may know it who counts: neither what is expected nor what was."""
        return replace(self, expected=None, opening_expected=None)


@dataclass(frozen=True, slots=True)
class Moved:
    """All movements of a session for one reason."""

    reason: str
    count: int
    amount: Money


@dataclass(frozen=True, slots=True)
class DrawerFigures:
    """A session with what moved in it, as a closing freezes it."""

    session: DrawerSession
    moved: tuple[Moved, ...]

    @property
    def difference(self) -> Money | None:
        """Of the session."""
        return self.session.difference

    @property
    def opened_without_sale(self) -> int:
        """How often the drawer was opened for nothing sold."""
        return sum(item.count for item in self.moved if item.reason == CashReason.NO_SALE)

    def amount(self, *reasons: str) -> Money:
        """What moved for these reasons together."""
        return Money.total(item.amount for item in self.moved if item.reason in reasons)


def expected_cash(opening_float: Money, movements: Iterable[Money]) -> Money:
    """What must be in the drawer: float 500, sale 749 paid with 1 000 makes 1 249."""
    return opening_float + Money.total(movements)


def free_drawer(taken: Iterable[int]) -> int | None:
    """The lowest drawer of the till that nobody has; None when all are taken."""
    used = set(taken)
    return next((number for number in range(1, DRAWERS_OF_A_TILL + 1) if number not in used), None)


def session_of(sessions: Iterable[DrawerSession], person_id: str, mode: DrawerMode) -> DrawerSession | None:
    """Which open session this person's cash goes to and comes from. Somebody without one uses the only drawer that is open, if it is the only one."""
    found = tuple(sessions)
    by_person: Mapping[str, DrawerSession] = {item.person_id: item for item in found}
    if mode is DrawerMode.OWN and person_id in by_person:
        return by_person[person_id]
    return found[0] if len(found) == 1 else None
