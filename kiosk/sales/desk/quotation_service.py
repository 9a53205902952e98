"""Promising prices for some days, and keeping the promise. Reads run anywhere, ``make`` on the ledger worker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import Connection

from kiosk.catalogue.codes import TILL_AND_SERIES
from kiosk.catalogue.service import CatalogueService
from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales import store as sale_store
from kiosk.sales.basket import Basket, BasketLine
from kiosk.sales.counter import Counter
from kiosk.sales.desk import customer_store
from kiosk.sales.desk import quotation_store as store
from kiosk.sales.desk.customers import Customer
from kiosk.sales.desk.lines import compared_prices
from kiosk.sales.desk.quotations import Quotation, QuotationUnknown, QuotedLine, Recalled, as_quoted, quotation_slip, quoted_lines
from kiosk.sales.service import BasketEmpty, SaleService
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.service import StockService
from kiosk.storage.counters import next_number

QUOTATION_SERIES = "quotation"
QUOTATION_LETTER = "D"
_NUMBER = re.compile(rf"({TILL_AND_SERIES}-)?{QUOTATION_LETTER}[0-9]{{1,9}}")


@dataclass(frozen=True, slots=True)
class Offer:
    """A quotation as the counter lists it; the customer is None where nobody was named or who was named is erased."""

    quotation: Quotation
    customer: Customer | None
    expired: bool


class QuotationService:
    """Quotations of this till."""

    def __init__(self, counter: Counter, sales: SaleService, catalogue: CatalogueService, stock: StockService) -> None:
        self._counter = counter
        self._sales = sales
        self._catalogue = catalogue
        self._stock = stock

    def make(self, basket: Basket, *, person: Person) -> Quotation:
        """Number it, keep it, print it; BasketEmpty, NotQuotable. The basket is done with: nothing was sold and nothing abandoned."""
        require(person, Right.SELL)
        if not basket.lines:
            raise BasketEmpty
        counter, priced = self._counter, self._sales.priced(basket)
        lines, now = quoted_lines(basket, priced), counter.now_local()
        new = compared_prices(basket, today=now.date(), longest_days=counter.desk_now().reference_price_days)
        with counter.database.write() as connection:
            number = counter.identity(connection).number(next_number(connection, QUOTATION_SERIES), letter=QUOTATION_LETTER)
            quotation = Quotation(
                counter.ids.new(), number, now, now.date() + timedelta(days=counter.desk_now().quotation_days), person.person_id, lines, basket.reduction,
                priced.total, basket.customer_id,
            )  # fmt: skip
            store.add_quotation(connection, quotation)
            counter.ledger.append(connection, "sales.quotation_made", _body(quotation), person_id=person.person_id)
            known = customer_store.customer_by_id(connection, basket.customer_id) if basket.customer_id else None
            papers = counter.shop()
            slip = quotation_slip(
                quotation, priced, known.details.label if known else "", compared=[new.get(line.line_id) for line in basket.lines], shop=papers.header,
                till_label=papers.till_label, rules=counter.rules_now(), words=counter.desk.words, locale=counter.locale,
            )  # fmt: skip
            counter.print_slip(connection, slip, document_id=quotation.quotation_id)
            sale_store.forget_basket(connection, basket.basket_id)
        return quotation

    def quotation(self, number: str) -> Quotation:
        """QuotationUnknown."""
        with self._counter.database.read() as connection:
            found = store.quotation_by_number(connection, number)
        if found is None:
            raise QuotationUnknown(number=number)
        return found

    def offers(self, typed: str = "") -> tuple[Offer, ...]:
        """Those of this till, newest first: found by number, by its end ("D12", "12") or by the customer's name."""
        with self._counter.database.read() as connection:
            return self._offers(connection, store.quotations_like(connection, typed))

    def numbered(self, typed: str) -> tuple[Offer, ...]:
        """Those whose number was typed among other things ("D12"); none when it is no such number: figures alone are an article's."""
        if _NUMBER.fullmatch("".join(typed.upper().split())) is None:
            return ()
        with self._counter.database.read() as connection:
            return self._offers(connection, store.quotations_numbered(connection, typed))

    def _offers(self, connection: Connection, found: Iterable[Quotation]) -> tuple[Offer, ...]:
        today = self._counter.now_local().date()
        return tuple(Offer(item, self._customer(connection, item.customer_id), item.expired(today)) for item in found)

    def recall(self, number: str) -> Recalled:
        """As a basket: within its validity with the prices as quoted, after it with those of today. What was sold meanwhile is left out and named."""
        quotation = self.quotation(number)
        expired = quotation.expired(self._counter.now_local().date())
        basket = replace(self._sales.new_basket(), customer_id=self._known(quotation.customer_id))
        gone: list[str] = []
        dearer: list[str] = []
        for line in quotation.lines:
            today = self._today(line)
            if today is None:
                gone.append(line.label)
                continue
            kept = replace(today, quantity=line.quantity, note=line.note) if expired else as_quoted(line, today)
            if kept.unit_price > line.unit_price:
                dearer.append(line.label)
            basket = replace(basket, lines=(*basket.lines, kept))
        if not expired and not gone:
            basket = replace(basket, reduction=quotation.reduction)
        return Recalled(basket, number, quotation.valid_until, expired, tuple(gone), tuple(dearer))

    def _today(self, line: QuotedLine) -> BasketLine | None:
        """The line as the catalogue would sell it now; None when it cannot."""
        empty = self._sales.new_basket()
        product = self._catalogue.product_by_id(line.product_id)
        unit = self._stock.unit_by_id(line.unit_id) if line.unit_id else None
        if product is None or (line.unit_id and unit is None):
            return None
        try:
            filled = self._sales.add_unit(empty, unit) if unit is not None else self._sales.add_product(empty, product)
        except Refused:
            return None
        return filled.lines[0]

    def _known(self, customer_id: str | None) -> str | None:
        """Not somebody who was erased meanwhile."""
        with self._counter.database.read() as connection:
            return customer_id if self._customer(connection, customer_id) is not None else None

    def _customer(self, connection: Connection, customer_id: str | None) -> Customer | None:
        found = customer_store.customer_by_id(connection, customer_id) if customer_id is not None else None
        return found if found is not None and found.erased_at_utc is None else None


def _body(quotation: Quotation) -> dict[str, EventValue]:
    lines: list[EventValue] = [
        {
            "product_id": line.product_id, "unit_id": line.unit_id, "quantity": line.quantity, "unit_price_cents": line.unit_price.amount_cents,
            "gross_cents": line.gross.amount_cents,
        }
        for line in quotation.lines
    ]  # fmt: skip
    return {
        "quotation_id": quotation.quotation_id, "number": quotation.number, "valid_until": quotation.valid_until.isoformat(),
        "total_cents": quotation.total.amount_cents, "customer_id": quotation.customer_id, "lines": lines,
    }  # fmt: skip
