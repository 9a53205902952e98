"""Paying: what is due after cash rounding, what was given, the change. Pure.

Signs follow the total: a refund has a negative total, negative tenders and negative change, and is the exact mirror of its sale.
Only cash gives change. France rounds no cash (RCP-09); countries that do round the whole ticket or only what cash settles.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import assert_never

from kiosk.basics.money import ZERO, Money
from kiosk.sales.rounding import half_up

CASH = "cash"
CARD = "card"
VOUCHER = "voucher"
GIFT_CARD = "gift_card"
DEPOSIT = "deposit"
TRANSFER = "transfer"
CHEQUE = "cheque"


class RoundingMethod(StrEnum):
    """To the nearest step (halves away from zero), away from zero, or towards zero."""

    HALF_UP = "half_up"
    UP = "up"
    DOWN = "down"


class RoundingScope(StrEnum):
    """The whole ticket, or only the part that cash settles: then a card-only payment is never rounded."""

    TOTAL = "total"
    CASH = "cash"


@dataclass(frozen=True, slots=True)
class CashRounding:
    """Amounts are rounded to a multiple of ``step``."""

    step: Money
    method: RoundingMethod = RoundingMethod.HALF_UP
    scope: RoundingScope = RoundingScope.TOTAL

    def __post_init__(self) -> None:
        assert self.step.amount_cents > 0

    def apply(self, amount: Money) -> Money:
        """The nearest payable amount by the method."""
        exact_steps = Fraction(abs(amount.amount_cents), self.step.amount_cents)
        match self.method:
            case RoundingMethod.HALF_UP:
                steps = half_up(exact_steps)
            case RoundingMethod.UP:
                steps = math.ceil(exact_steps)
            case RoundingMethod.DOWN:
                steps = math.floor(exact_steps)
            case _:
                assert_never(self.method)
        return self.step * (-steps if amount.amount_cents < 0 else steps)


@dataclass(frozen=True, slots=True)
class Tender:
    """One way of paying. ``reference`` is the terminal's answer, the voucher's code, the cheque's number or the bank's word for a transfer;
    ``identity_checked`` says that whoever gave a cheque showed who they are (RCP-10)."""

    kind: str
    amount: Money
    reference: str | None = None
    identity_checked: bool = False


@dataclass(frozen=True, slots=True)
class Settlement:
    """``due = total + rounding`` and ``due = paid - change + remaining``, always. ``remaining`` beyond zero was overpaid without cash."""

    rounding: Money
    due: Money
    paid: Money
    change: Money
    remaining: Money


def settle(total: Money, tenders: Sequence[Tender], cash_rounding: CashRounding | None = None) -> Settlement:
    """What these tenders leave to pay or to hand back."""
    paid = Money.total(tender.amount for tender in tenders)
    cash = Money.total(tender.amount for tender in tenders if tender.kind == CASH)
    rounding = _rounding(total, cash_part=total - (paid - cash), with_cash=any(tender.kind == CASH for tender in tenders), rule=cash_rounding)
    due = total + rounding
    sign = -1 if due.amount_cents < 0 or (not due and paid.amount_cents < 0) else 1
    over_cents = max(0, sign * (paid - due).amount_cents)
    change = Money(sign * min(over_cents, max(0, sign * cash.amount_cents)))
    return Settlement(rounding, due, paid, change, due - (paid - change))


def _rounding(total: Money, *, cash_part: Money, with_cash: bool, rule: CashRounding | None) -> Money:
    if rule is None:
        return ZERO
    if rule.scope is RoundingScope.TOTAL:
        return rule.apply(total) - total
    settled_by_cash = cash_part.amount_cents * (-1 if total.amount_cents < 0 else 1) > 0
    return rule.apply(cash_part) - cash_part if with_cash and settled_by_cash else ZERO
