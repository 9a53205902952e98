"""What holds for goods given back and for guarantees, as dated data: the return policy, why goods come back, and how long who answers. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

from kiosk.errors import Misused


class BadReturnRules(Misused):
    """The file of return rules cannot be read; ``faults`` name it."""

    code = "sales.bad_return_rules"


@dataclass(frozen=True, slots=True)
class ReturnPolicy:
    """Goods are taken back for ``days`` after the sale; a credit given for them is good for ``credit_months``."""

    since: date
    days: int
    credit_months: int

    def last_day(self, sold_on: date) -> date:
        """Sold on 22 November with 30 days: until 22 December, that day included."""
        return sold_on + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class GuaranteeTerms:
    """Lengths in months. ``repair_months`` is what a repair under guarantee adds; ``house_months`` is the shop's own promise."""

    since: date
    legal_months: int
    presumed_new_months: int
    presumed_used_months: int
    repair_months: int
    house_months: int


@dataclass(frozen=True, slots=True)
class Promises:
    """All that is promised to a customer of one day."""

    policy: ReturnPolicy
    guarantee: GuaranteeTerms


@dataclass(frozen=True, slots=True)
class ReturnReason:
    """One answer to "why does it come back?"; ``words`` by language."""

    code: str
    words: tuple[tuple[str, str], ...]

    def text(self, language: str) -> str:
        """In this language, else in the first."""
        found = dict(self.words)
        return found.get(language, self.words[0][1])


class _Dated(Protocol):
    @property
    def since(self) -> date: ...


D = TypeVar("D", bound=_Dated)


@dataclass(frozen=True, slots=True)
class ReturnRules:
    """All of it, with its dates. What held on the day of the sale counts, not what holds today."""

    policies: tuple[ReturnPolicy, ...]
    guarantees: tuple[GuaranteeTerms, ...]
    reasons: tuple[ReturnReason, ...]

    def policy(self, sold_on: date) -> ReturnPolicy:
        """The promise under which something was sold."""
        return _newest(self.policies, sold_on)

    def promises(self, sold_on: date) -> Promises:
        """What a customer of that day is told."""
        return Promises(self.policy(sold_on), self.guarantee(sold_on))

    def guarantee(self, sold_on: date) -> GuaranteeTerms:
        """The terms under which something was sold."""
        return _newest(self.guarantees, sold_on)

    def reason(self, code: str) -> ReturnReason | None:
        """None for a code that is not on the list."""
        return next((reason for reason in self.reasons if reason.code == code), None)


def _newest(items: Sequence[D], day: date) -> D:
    """The newest that had begun, else the first of all: something was sold, so something held."""
    begun = [item for item in items if item.since <= day]
    return max(begun or items[:1], key=lambda item: item.since)
