"""A voucher as a way of paying: a credit of the customer's, spent in parts until nothing is left (RCP-11). Pure.

A trade-in credit has two parts. The market value of the device is money that the shop owes: a tender. The promotional bonus is a
rebate on what is bought with it, never consideration (TRD-01, BOI-TVA-BASE-10-20-30 §10): it is taken off the goods, before tenders,
as far as they bear it, and what they do not bear stays on the voucher.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kiosk.basics.money import ZERO, Money
from kiosk.errors import Refused
from kiosk.sales.tenders import DEPOSIT, GIFT_CARD, VOUCHER


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


class VoucherExpired(Refused):
    """Its last day is over; ``until``."""

    code = "sales.voucher_expired"


class DepositForOtherDevice(Refused):
    """A deposit pays only for the device that it reserved."""

    code = "sales.deposit_for_other_device"


class GiftCardNotFillable(Refused):
    """Only a gift card takes more money."""

    code = "sales.gift_card_not_fillable"


@dataclass(frozen=True, slots=True)
class Voucher:
    """``holder`` alone may take it; ``amount`` is what it was issued for.

    ``bonus`` is what is left of the promotional part of a trade-in credit, a discount when it is used (TRD-01). ``expires_on`` is its last
    day, if it has one. A deposit reserves ``unit_id``. ``origin_id`` is the ticket or the purchase that it came from.
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
    origin_id: str = ""

    @property
    def worth(self) -> Money:
        """What the customer may still use, as a tender or as a discount."""
        return self.balance + self.bonus

    @property
    def tender_kind(self) -> str:
        """The way of paying that it is."""
        return TENDER_OF_KIND[self.kind]

    @property
    def tail(self) -> str:
        """Enough of the code to know it by, too little to use it."""
        return self.code[-4:]


TENDER_OF_KIND = {VoucherKind.TRADE_IN: VOUCHER, VoucherKind.CREDIT: VOUCHER, VoucherKind.GIFT_CARD: GIFT_CARD, VoucherKind.DEPOSIT: DEPOSIT}


@dataclass(frozen=True, slots=True)
class Bonus:
    """What a trade-in credit takes off the goods: the promotional part of the voucher ``voucher_id``, or as much of it as they bear (TRD-01)."""

    voucher_id: str
    amount: Money


def check_voucher(voucher: Voucher | None, *, holder: str, today: date) -> Voucher:
    """Whether it may be taken here at all; VoucherUnknown, VoucherSpent, VoucherExpired, VoucherHeldElsewhere.

    The last day of a deposit is its device's: while that is kept, the money stays what the customer paid.
    """
    known = check_holder(voucher, holder=holder)
    if known.state != OPEN or not known.worth:
        raise VoucherSpent
    if known.kind is not VoucherKind.DEPOSIT and known.expires_on is not None and today > known.expires_on:
        raise VoucherExpired(until=known.expires_on)
    return known


def check_holder(voucher: Voucher | None, *, holder: str) -> Voucher:
    """Whether this shop may touch it; VoucherUnknown, VoucherHeldElsewhere."""
    if voucher is None:
        raise VoucherUnknown
    if voucher.holder != holder:
        raise VoucherHeldElsewhere
    return voucher


def spend(voucher: Voucher, amount: Money) -> Voucher:
    """What is left of it after a tender; VoucherTooSmall."""
    left = voucher.balance - amount
    if left.amount_cents < 0 or amount.amount_cents <= 0:
        raise VoucherTooSmall(left_cents=voucher.balance.amount_cents)
    return _as_it_stands(replace(voucher, balance=left))


def spend_bonus(voucher: Voucher, amount: Money) -> Voucher:
    """What is left of it after a discount; VoucherTooSmall."""
    left = voucher.bonus - amount
    if left.amount_cents < 0 or amount.amount_cents <= 0:
        raise VoucherTooSmall(left_cents=voucher.bonus.amount_cents)
    return _as_it_stands(replace(voucher, bonus=left))


def fill(voucher: Voucher, amount: Money, *, expires_on: date | None) -> Voucher:
    """A gift card with more money on it, good until ``expires_on`` from now on; GiftCardNotFillable."""
    if voucher.kind is not VoucherKind.GIFT_CARD:
        raise GiftCardNotFillable
    assert amount.amount_cents > 0
    return _as_it_stands(replace(voucher, amount=voucher.amount + amount, balance=voucher.balance + amount, expires_on=expires_on))


def _as_it_stands(voucher: Voucher) -> Voucher:
    return replace(voucher, state=OPEN if voucher.worth else SPENT)
