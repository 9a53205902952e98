"""A trade-in's bonus on a basket: as much of it as the goods bear, once per voucher (TRD-01). Pure."""

from __future__ import annotations

from dataclasses import replace

from kiosk.basics.money import Money
from kiosk.sales.basket import Basket, price_basket
from kiosk.sales.rules import RulesOfDay
from kiosk.sales.ticket_line import LineKind
from kiosk.sales.vouchers import Bonus


def use_bonus(basket: Basket, voucher_id: str, bonus: Money, rules: RulesOfDay) -> Basket:
    """With as much of a trade-in bonus as the goods bear, once per voucher; the same basket when that is nothing."""
    lines = zip(basket.lines, price_basket(basket, rules).lines, strict=True)
    bearing = Money.total(amounts.gross for line, amounts in lines if line.back is None and line.kind is LineKind.SALE)
    amount = min(bonus, bearing)
    if amount.amount_cents <= 0 or any(used.voucher_id == voucher_id for used in basket.bonuses):
        return basket
    return replace(basket, bonuses=(*basket.bonuses, Bonus(voucher_id, amount)))


def without_bonus(basket: Basket, voucher_id: str) -> Basket:
    """The voucher was taken back."""
    return replace(basket, bonuses=tuple(bonus for bonus in basket.bonuses if bonus.voucher_id != voucher_id))
