"""One line of a ticket as it was sold, or as it came back: a snapshot that needs no other table to be read again (FIS-02). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kiosk.basics.money import Money
from kiosk.catalogue.products import ProductKind
from kiosk.sales.sales_tax import TaxShare, combined, stack_of
from kiosk.sales.tax import Scheme


class LineKind(StrEnum):
    """Whether a line is turnover. Money taken for later (a gift card, a deposit) is not, and stands outside every total (FIS-08)."""

    SALE = "sale"
    NON_SALE = "non_sale"


@dataclass(frozen=True, slots=True)
class TicketLine:
    """``purchase_price`` and ``margin_tax`` are for the books, never for the customer.

    Goods that come back stand with a negative quantity and the mirror of what was sold; ``original_line_id`` is the ``line_id`` of that
    line and ``original_number`` the number of its ticket. ``note`` is what was agreed about a service, printed under it.
    ``product_kind`` tells goods from work and from money taken for later, for the books; None on tickets of the first day.
    ``sales_taxes`` says who gets how much of a tax that came on top.
    """

    line_id: str
    product_id: str
    unit_id: str | None
    label: str
    quantity: int
    unit_price: Money
    discount: Money
    gross: Money
    scheme: Scheme
    rate_bp: int
    mark: str
    net: Money
    tax: Money
    purchase_price: Money | None
    margin_tax: Money | None
    kind: LineKind = LineKind.SALE
    original_line_id: str | None = None
    original_number: str | None = None
    note: str = ""
    product_kind: ProductKind | None = None
    sales_taxes: tuple[TaxShare, ...] = ()

    @property
    def percent(self) -> Fraction:
        """The exact rate that it was taxed by."""
        return combined(stack_of(self.sales_taxes)) if self.sales_taxes else Fraction(self.rate_bp, 100)

    @property
    def stated(self) -> Money:
        """As it stands on paper: without the tax that comes on top."""
        return self.net if self.scheme is Scheme.SALES_TAX else self.gross

    @property
    def came_back(self) -> bool:
        """Whether it takes back what an earlier ticket sold."""
        return self.original_line_id is not None
