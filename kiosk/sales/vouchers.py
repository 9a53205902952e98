"""A voucher as a way of paying: a credit of the customer's, spent in parts until nothing is left (RCP-11). Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.basics.money import Money
from kiosk.errors import Refused

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
    """``holder`` alone may take it; ``amount`` is what it was issued for."""

    voucher_id: str
    code: str
    amount: Money
    balance: Money
    holder: str
    state: str = OPEN


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
