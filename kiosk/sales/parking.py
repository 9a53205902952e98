"""What the shop's other kiosks may know of a basket that waits: articles and prices, who put it aside, when. Pure.

A label is a customer's name more often than not, a note may hold a telephone number: neither leaves the kiosk. Goods given back belong to
the till whose ticket sold them. A basket with any of these is not offered.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.basics.money import Money
from kiosk.fiscal.module import EventValue
from kiosk.sales.basket import Basket, BasketLine, Reduction


@dataclass(frozen=True, slots=True)
class ParkedLine:
    """An article of a basket that waits, as another kiosk finds it again in its own catalogue."""

    product_id: str
    quantity: int
    unit_price: Money
    unit_id: str | None = None
    reduction: Reduction | None = None


@dataclass(frozen=True, slots=True)
class ParkedBasket:
    """A basket as the shop's other kiosks see it. ``cashier`` put it aside on ``till_code``."""

    basket_id: str
    till_code: str
    cashier: str
    parked_at_utc: str
    first_name: str
    article_count: int
    total: Money
    lines: tuple[ParkedLine, ...]
    reduction: Reduction | None = None


def may_be_offered(basket: Basket) -> bool:
    """Whether others may take it up."""
    return basket.customer_id is None and not any(line.note or line.back or line.reserves for line in basket.lines)


def parked_body(basket: Basket, total: Money, *, cashier: str) -> dict[str, EventValue]:
    """The journal's account of a basket put aside; central makes the feed's row from it."""
    lines: list[EventValue] = [_line(line) for line in basket.lines]
    return {
        "basket_id": basket.basket_id, "cashier": cashier, "first_name": basket.lines[0].product.name, "article_count": basket.article_count,
        "total": _money(total), "reduction": _reduction(basket.reduction), "lines": lines,
    }  # fmt: skip


def _line(line: BasketLine) -> EventValue:
    return {
        "product_id": line.product.product_id, "unit_id": line.unit.unit_id if line.unit else None, "quantity": line.quantity,
        "unit_price": _money(line.unit_price), "reduction": _reduction(line.reduction),
    }  # fmt: skip


def _reduction(reduction: Reduction | None) -> EventValue:
    if reduction is None:
        return None
    return {"percent_bp": reduction.percent_bp, "amount": None if reduction.amount is None else _money(reduction.amount)}


def _money(amount: Money) -> EventValue:
    return {"amount_cents": amount.amount_cents}
