"""What one device of a lot cost, when only the lot has a price (MAR-06). Pure. Decided once, at the reception, and frozen on each device."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.basics.money import Money, spread
from kiosk.errors import Refused


class LotUnworkable(Refused):
    """A lot has at least one device, and each has a price at which it will be sold."""

    code = "accounting.lot_unworkable"


def allocate_lot(price: Money, expected: Sequence[Money]) -> tuple[Money, ...]:
    """The lot's price shared in proportion to what each device should be sold for; the parts add up to it to the cent. LotUnworkable."""
    if not expected or price.amount_cents < 0 or any(amount.amount_cents <= 0 for amount in expected):
        raise LotUnworkable
    return spread(price, [amount.amount_cents for amount in expected])

