"""What is agreed by hand on a line of an open basket. Pure; who may do it is asked by ``line_service`` and ``deposit_service``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kiosk.basics.money import Money
from kiosk.catalogue.products import Product, ReferencePrice
from kiosk.errors import Refused
from kiosk.sales.basket import Basket, BasketLine, DiscountTooLarge, Reservation
from kiosk.sales.pricing import discount_fits
from kiosk.sales.ticket_line import LineKind

LONGEST_NOTE = 200


class PriceFixed(Refused):
    """Goods given back and money taken for later have no price to change; a price is above zero."""

    code = "sales.price_fixed"


class DepositAmountRefused(Refused):
    """A deposit keeps one device that is sold by unit, and is less than its price."""

    code = "sales.deposit_amount_refused"


def set_price(basket: Basket, line_id: str, price: Money) -> Basket:
    """Another price than the catalogue's; the right to agree on it the caller has checked. PriceFixed, DiscountTooLarge."""
    line = basket.line(line_id)
    if line.back is not None or line.kind is LineKind.NON_SALE or price.amount_cents <= 0:
        raise PriceFixed
    listed = line.list_price or line.unit_price
    changed = replace(line, unit_price=price, list_price=None if price == listed else listed)
    if changed.reduction is not None and not discount_fits(price * line.quantity, changed.reduction.discount):
        raise DiscountTooLarge
    return basket.with_changed(changed)


def compared_prices(basket: Basket, *, today: date, longest_days: int) -> Mapping[str, ReferencePrice]:
    """By line id, the price new that may stand beside what is sold; a line without one is not in it. Goods given back and deposits have none."""
    sold = (line for line in basket.lines if line.back is None and line.kind is LineKind.SALE)
    found = {line.line_id: line.product.compared_price(line.unit_price, today=today, longest_days=longest_days) for line in sold}
    return {line_id: reference for line_id, reference in found.items() if reference is not None}


def set_note(basket: Basket, line_id: str, note: str) -> Basket:
    """What was agreed about a service, in one line."""
    return basket.with_changed(replace(basket.line(line_id), note=" ".join(note.split())[:LONGEST_NOTE]))


def reserve_unit(basket: Basket, line_id: str, product: Product, amount: Money, until: date) -> Basket:
    """The device's line becomes a deposit that keeps it; DepositAmountRefused."""
    line = basket.line(line_id)
    if line.unit is None or line.back is not None or not 0 < amount.amount_cents < line.unit_price.amount_cents:
        raise DepositAmountRefused
    return basket.with_changed(BasketLine(line_id, product, 1, amount, reserves=Reservation(line.unit, until, line.product.name)))
