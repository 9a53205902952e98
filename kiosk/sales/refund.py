"""Taking goods back: every amount is the mirror of what was sold, never priced again. Pure.

A part of a line is its share of the line's amounts, counted from the first piece returned: parts that add up to the whole line
give back exactly its amounts, whatever the rounding.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from kiosk.basics.money import Money
from kiosk.sales.margin import MarginFigures
from kiosk.sales.pricing import QUANTITY_UNIT, Priced
from kiosk.sales.rounding import half_up
from kiosk.sales.sales_tax import shares_of, stack_of
from kiosk.sales.tax import LineAmounts, Scheme, Tax
from kiosk.sales.ticket_line import TicketLine
from kiosk.staff.approvals import Approval


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a line comes back (``reason`` is a code of the house's list), what was ``scanned`` off the device, and the right that was lent."""

    reason: str
    note: str = ""
    scanned: str | None = None
    approval: Approval | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Of ``sold_milli`` pieces, ``before_milli`` came back earlier and ``back_milli`` come back now; all of one sign."""

    sold_milli: int
    before_milli: int
    back_milli: int

    def __post_init__(self) -> None:
        sign = -1 if self.sold_milli < 0 else 1
        assert sign * self.before_milli >= 0 and sign * self.back_milli >= 0
        assert sign * (self.before_milli + self.back_milli) <= sign * self.sold_milli

    def of(self, amount: Money) -> Money:
        """This part of an amount of the line, with a minus sign."""
        if self.sold_milli == 0:
            return -amount
        until_now = half_up(amount.amount_cents * Fraction(self.before_milli + self.back_milli, self.sold_milli))
        before = half_up(amount.amount_cents * Fraction(self.before_milli, self.sold_milli))
        return Money(before - until_now)


def mirror(sold: Priced, parts: Mapping[str, Part]) -> Priced:
    """The refund of the named lines, in the order of the sale."""
    lines = tuple(_mirror_line(line, parts[line.line_id]) for line in sold.lines if line.line_id in parts)
    whole = len(lines) == len(sold.lines) and all(part.back_milli == part.sold_milli for part in parts.values())
    return Priced(lines, -sold.ticket_discount if whole else Money(0))


def mirror_ticket_line(line: TicketLine, part: Part, *, number: str) -> TicketLine:
    """A part of a line of ticket ``number`` as it comes back: every amount mirrored, the note left behind."""
    assert part.back_milli % QUANTITY_UNIT == 0
    gross, tax = part.of(line.gross), part.of(line.tax)
    shares = shares_of(tax, stack_of(line.sales_taxes))
    return replace(
        line, quantity=-(part.back_milli // QUANTITY_UNIT), discount=part.of(line.discount), gross=gross, net=gross - tax,
        tax=tax, purchase_price=None if line.purchase_price is None else part.of(line.purchase_price),
        margin_tax=None if line.margin_tax is None else part.of(line.margin_tax), original_line_id=line.line_id, original_number=number, note="",
        sales_taxes=shares,
    )  # fmt: skip


def amounts_back(line_id: str, back: TicketLine) -> LineAmounts:
    """A mirrored line as the engine states amounts."""
    tax = Tax(back.scheme, (back.percent,), included=back.scheme is not Scheme.SALES_TAX, purchase_price=back.purchase_price)
    if back.scheme is not Scheme.MARGIN:
        return LineAmounts(line_id, tax, back.gross, (back.tax,))
    assert back.purchase_price is not None and back.margin_tax is not None
    margin = Money(min(0, (back.gross - back.purchase_price).amount_cents))
    return LineAmounts(line_id, tax, back.gross, (), MarginFigures(back.purchase_price, margin, margin - back.margin_tax, back.margin_tax))


def _mirror_line(line: LineAmounts, part: Part) -> LineAmounts:
    return LineAmounts(
        line_id=line.line_id,
        tax=line.tax,
        gross=part.of(line.gross),
        taxes=tuple(part.of(tax) for tax in line.taxes),
        margin=_mirror_margin(line.margin, part) if line.margin else None,
    )


def _mirror_margin(figures: MarginFigures, part: Part) -> MarginFigures:
    margin, tax = part.of(figures.margin), part.of(figures.tax)
    return MarginFigures(purchase_price=part.of(figures.purchase_price), margin=margin, net=margin - tax, tax=tax)
