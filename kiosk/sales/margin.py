"""VAT on the margin of one used device (CIBS L. 242-12, formerly CGI 297 A). Pure.

The margin includes its tax; a loss is a margin of zero and never offsets another device. The rounding (HT half-up, VAT by
difference) is the house's rule, compliance MAR-02.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kiosk.basics.money import Money
from kiosk.sales.rounding import half_up


@dataclass(frozen=True, slots=True)
class MarginFigures:
    """For the books only: none of this may be shown to a customer (CGI 297 E)."""

    purchase_price: Money
    margin: Money
    net: Money
    tax: Money


def margin_figures(*, gross: Money, purchase_price: Money, rate_percent: Fraction) -> MarginFigures:
    """The margin and its VAT; ``gross`` and ``purchase_price`` carry the same sign (both negative when it is taken back)."""
    sign = -1 if gross.amount_cents < 0 or (not gross and purchase_price.amount_cents < 0) else 1
    margin_cents = max(0, sign * (gross - purchase_price).amount_cents)
    net_cents = half_up(margin_cents * 100 / (100 + rate_percent))
    return MarginFigures(purchase_price, Money(sign * margin_cents), Money(sign * net_cents), Money(sign * (margin_cents - net_cents)))
