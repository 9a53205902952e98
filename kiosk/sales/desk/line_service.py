"""What is agreed on a line by hand: another price, with the right to it and a trace of it; a note; what a price new may be compared with.

``override_price`` writes and runs on the ledger worker; the others are pure or read the clock only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kiosk.basics.money import Money
from kiosk.catalogue.products import Product, ReferencePrice
from kiosk.fiscal.module import EventValue
from kiosk.sales.basket import Basket, price_basket
from kiosk.sales.counter import Counter
from kiosk.sales.desk import lines
from kiosk.sales.desk.promises import Wanted, wanted_of
from kiosk.staff.approvals import Approval, require_lent
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require


class LineService:
    """The lines of an open basket."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def override_price(self, basket: Basket, line_id: str, price: Money, *, person: Person, approved_by: Approval | None = None) -> Basket:
        """Another price than the catalogue's; RightMissing, PriceFixed, DiscountTooLarge for what is left of the basket.
        The journal and the JET know the price before, after, and who agreed.
        """
        require(person, Right.SELL)
        require_lent(person, Right.OVERRIDE_PRICE, approved_by, document=basket.basket_id)
        before = basket.line(line_id)
        changed = lines.set_price(basket, line_id, price)
        price_basket(changed, self._counter.rules_now())
        body: dict[str, EventValue] = {
            "basket_id": basket.basket_id, "line_id": line_id, "product_id": before.product.product_id, "unit_id": before.unit.unit_id if before.unit else None,
            "before_cents": before.unit_price.amount_cents, "after_cents": price.amount_cents, "change": f"{before.unit_price.plain()}>{price.plain()}",
            "approved_by": approved_by.approver_id if approved_by else person.person_id, "reason": approved_by.why.reason if approved_by else None,
        }  # fmt: skip
        with self._counter.database.write() as connection:
            self._counter.ledger.append(connection, "sales.price_overridden", body, person_id=person.person_id)
        return changed

    def set_note(self, basket: Basket, line_id: str, note: str) -> Basket:
        """What is repaired, or where it is delivered."""
        return lines.set_note(basket, line_id, note)

    def name_customer(self, basket: Basket, customer_id: str | None) -> Basket:
        """Who the basket is for; None for nobody in particular."""
        return replace(basket, customer_id=customer_id)

    def wanted(self, basket: Basket) -> tuple[Wanted, ...]:
        """What is still to be said before this basket can be paid."""
        rules = self._counter.rules_now()
        return wanted_of(basket, price_basket(basket, rules), notes_from=rules.receipts.service_note)

    def compared_price(self, product: Product, price: Money) -> ReferencePrice | None:
        """The price new that may stand beside this one today, with its source and its day; None where it may not."""
        today = self._counter.now_local().date()
        return product.compared_price(price, today=today, longest_days=self._counter.desk.on(today).reference_price_days)

    def compared_prices(self, basket: Basket) -> Mapping[str, ReferencePrice]:
        """The same for each line of a basket, by line id."""
        today = self._counter.now_local().date()
        return lines.compared_prices(basket, today=today, longest_days=self._counter.desk.on(today).reference_price_days)
