"""What a country's and a shop's cash rules say: pieces of the currency, reasons, allowed difference. Dated data; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.basics.money import Money
from kiosk.cash.drawer import DrawerMode
from kiosk.cash.words import CashWords
from kiosk.errors import Misused, Refused


class CashReasonUnknown(Refused):
    """This reason is not, or no longer, on the list."""

    code = "cash.reason_unknown"


class CashRulesMissing(Misused):
    """No cash rules hold on this day."""

    code = "cash.rules_missing"


class Direction(StrEnum):
    """Cash comes in, goes out, or only the drawer is opened."""

    IN = "in"
    OUT = "out"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MoveReason:
    """One reason of the list. Above ``limit`` it is refused for everybody; ``note_wanted`` asks for a sentence more."""

    code: str
    since: date
    direction: Direction
    french: str
    english: str
    limit: Money
    note_wanted: bool = False
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it may be chosen on a day; ``until`` is the first day without it."""
        return self.since <= day and (self.until is None or day < self.until)

    def label(self, language: str) -> str:
        """In the language of whoever reads it."""
        return self.english if language == "en" else self.french


@dataclass(frozen=True, slots=True)
class CashLimits:
    """Up to ``allowed_difference`` nobody needs to answer for a count; a drop is at most ``drop_limit``."""

    since: date
    allowed_difference: Money
    drop_limit: Money


@dataclass(frozen=True, slots=True)
class CashRules:
    """A country's cash, with its dates."""

    currency: str
    notes_cents: tuple[int, ...]
    coins_cents: tuple[int, ...]
    limits: tuple[CashLimits, ...]
    reasons: tuple[MoveReason, ...]

    def limits_on(self, day: date) -> CashLimits:
        """CashRulesMissing before anything begun."""
        begun = [item for item in self.limits if item.since <= day]
        if not begun:
            raise CashRulesMissing(day=day.isoformat())
        return max(begun, key=lambda item: item.since)

    def reasons_on(self, day: date, direction: Direction) -> tuple[MoveReason, ...]:
        """What may be chosen, in the order of the file."""
        return tuple(item for item in self.reasons if item.direction is direction and item.holds(day))

    def reason_on(self, day: date, code: str, *directions: Direction) -> MoveReason:
        """CashReasonUnknown."""
        found = next((item for item in self.reasons if item.code == code and item.direction in directions and item.holds(day)), None)
        if found is None:
            raise CashReasonUnknown(reason=code)
        return found

    def label(self, code: str, language: str) -> str:
        """How a reason is called, also one that is no longer on the list; "" for a reason that no file names."""
        return next((item.label(language) for item in self.reasons if item.code == code), "")


@dataclass(frozen=True, slots=True)
class CashBook:
    """Everything that cash is handled by. ``mode`` is the shop's setting, learnt at the start."""

    rules: CashRules
    words: CashWords
    mode: DrawerMode = DrawerMode.SHARED
