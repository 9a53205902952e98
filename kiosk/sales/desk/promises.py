"""What a basket promises beyond its goods, and what has to be known before it is paid. Pure.

A repair from the price that the rules of receipts say wants to say what is repaired (RCP-06), a delivery where to, a subscription who signs, a deposit
who may fetch the device. The kinds are data of the product, never its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.basics.locales import Locale
from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.products import ServiceKind
from kiosk.errors import Refused
from kiosk.sales.basket import Basket, BasketLine
from kiosk.sales.pricing import Priced


class Want(StrEnum):
    """What is still to be said of a line."""

    REPAIR_NOTE = "repair_note"
    ADDRESS = "address"
    CUSTOMER = "customer"


class PromiseUnsaid(Refused):
    """Something has to be known before this is paid; each reason is a class of its own."""

    code = "sales.promise_unsaid"


class RepairNoteMissing(PromiseUnsaid):
    code = "sales.repair_note_missing"


class DeliveryAddressMissing(PromiseUnsaid):
    code = "sales.delivery_address_missing"


class CustomerMissing(PromiseUnsaid):
    code = "sales.customer_missing"


_REFUSALS: dict[Want, type[PromiseUnsaid]] = {
    Want.REPAIR_NOTE: RepairNoteMissing,
    Want.ADDRESS: DeliveryAddressMissing,
    Want.CUSTOMER: CustomerMissing,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing to say, of one line."""

    line_id: str
    want: Want
    name: str

    def refusal(self) -> PromiseUnsaid:
        """As the payment says it."""
        return _REFUSALS[self.want](name=self.name)


def wanted_of(basket: Basket, priced: Priced, *, notes_from: Money) -> tuple[Wanted, ...]:
    """What is still to be said before this basket can be paid, in the order of its lines."""
    notes = repairs_total(basket, priced) >= notes_from
    found: list[Wanted] = []
    for line in basket.lines:
        if line.back is not None:
            continue
        if line.product.service is ServiceKind.REPAIR and notes and not line.note:
            found.append(Wanted(line.line_id, Want.REPAIR_NOTE, line.product.name))
        if line.product.service is ServiceKind.DELIVERY and not line.note:
            found.append(Wanted(line.line_id, Want.ADDRESS, line.product.name))
        if wants_customer(line) and basket.customer_id is None:
            found.append(Wanted(line.line_id, Want.CUSTOMER, line.product.name))
    return tuple(found)


def spoken(basket: Basket, *, contract_terms: str, reserved: str, locale: Locale) -> Basket:
    """The same with what the paper has to say of each promise as the note of its line."""
    return replace(basket, lines=tuple(_spoken(line, contract_terms, reserved, locale) for line in basket.lines))


def _spoken(line: BasketLine, contract_terms: str, reserved: str, locale: Locale) -> BasketLine:
    if line.back is not None:
        return line
    if line.reserves is not None:
        kept = line.reserves
        said = {"name": kept.name, "serial": kept.unit.identifier, "price": locale.money(kept.unit.price or ZERO), "until": locale.date(kept.until)}
        return replace(line, note=reserved.format(**said))
    return replace(line, note=contract_terms) if line.product.service is ServiceKind.SUBSCRIPTION else line


def repairs_total(basket: Basket, priced: Priced) -> Money:
    """What the repairs sold come to, tax and discounts included."""
    amounts: Sequence[tuple[BasketLine, Money]] = [(line, amount.gross) for line, amount in zip(basket.lines, priced.lines, strict=True)]
    return Money.total(gross for line, gross in amounts if line.product.service is ServiceKind.REPAIR and line.back is None)


def wants_customer(line: BasketLine) -> bool:
    """A contract and a reservation are somebody's."""
    return line.product.service is ServiceKind.SUBSCRIPTION or line.reserves is not None
