"""A voucher as a way of paying: a credit of the customer's, spent in parts until nothing is left (RCP-11). Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kiosk.basics.money import ZERO, Money
from kiosk.errors import Refused


class VoucherKind(StrEnum):
    """What a customer's credit comes from: a device traded in, goods given back, a gift, or money paid ahead for a reserved device."""

    TRADE_IN = "trade_in"
    CREDIT = "credit"
    GIFT_CARD = "gift_card"
    DEPOSIT = "deposit"


OPEN = "open"
SPENT = "spent"


class VoucherUnknown(Refused):
    """No voucher of this till has that code."""

    code = "sales.voucher_unknown"


class VoucherSpent(Refused):
    """Nothing is left on it."""

    code = "sales.voucher_spent"


class VoucherTooSmall(Refused):
    """Less is left on it than was asked."""

    code = "sales.voucher_too_small"


class VoucherHeldElsewhere(Refused):
    """Another shop holds the right to take it."""

    code = "sales.voucher_held_elsewhere"


@dataclass(frozen=True, slots=True)
class Voucher:
    """``holder`` alone may take it; ``amount`` is what it was issued for.

    ``bonus`` is the promotional part of a trade-in credit, a discount when it is used (TRD-01). ``expires_on`` is its last day, if it has
    one. A deposit reserves ``unit_id``.
    """

    voucher_id: str
    code: str
    amount: Money
    balance: Money
    holder: str
    state: str = OPEN
    kind: VoucherKind = VoucherKind.TRADE_IN
    bonus: Money = ZERO
    expires_on: date | None = None
    customer_id: str | None = None
    unit_id: str | None = None


def check_voucher(voucher: Voucher | None, *, holder: str) -> Voucher:
    """Whether it may be taken here at all; VoucherUnknown, VoucherSpent, VoucherHeldElsewhere."""
    if voucher is None:
        raise VoucherUnknown
    if voucher.state != OPEN or voucher.balance.amount_cents <= 0:
        raise VoucherSpent
    if voucher.holder != holder:
        raise VoucherHeldElsewhere
    return voucher


def spend(voucher: Voucher, amount: Money) -> Voucher:
    """What is left of it; VoucherTooSmall."""
    left = voucher.balance - amount
    if left.amount_cents < 0 or amount.amount_cents <= 0:
        raise VoucherTooSmall(left_cents=voucher.balance.amount_cents)
    return replace(voucher, balance=left, state=OPEN if left else SPENT)
