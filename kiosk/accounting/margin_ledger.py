"""The monthly ledger of the margin scheme, one row per device sold or taken back (MAR-07). Pure.

The sum of its VAT is the sum of the lines' VAT and the movement of the account for margin VAT.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.accounting.facts import Bought, PaidLine, TicketPaid
from kiosk.accounting.flux import margin_of
from kiosk.basics.money import ZERO, Money


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a device came from; what this till's papers do not say is empty."""

    serial: str = ""
    register_number: str = ""
    purchase_number: str = ""
    bought_on: date | None = None


@dataclass(frozen=True, slots=True)
class MarginRow:
    """One device on one ticket. A device taken back mirrors its sale: every amount is negative."""

    sold_on: date
    sale_number: str
    unit_id: str
    label: str
    provenance: Provenance
    purchase_price: Money
    price: Money
    margin: Money
    tax: Money
    rate_bp: int

    @property
    def month(self) -> str:
        """``2026-11``."""
        return f"{self.sold_on:%Y-%m}"


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """The sums of a month's rows."""

    month: str
    device_count: int
    purchase_price: Money
    price: Money
    margin: Money
    tax: Money


def provenances(purchases: Iterable[Bought]) -> dict[str, Provenance]:
    """By unit, from the papers of the purchase."""
    return {item.unit_id: Provenance(item.serial, item.register_number, item.number, item.place.day) for item in purchases}


def margin_rows(tickets: Iterable[TicketPaid], origins: Mapping[str, Provenance]) -> tuple[MarginRow, ...]:
    """One row per line under the margin scheme, in the order of the tickets."""
    return tuple(_row(ticket, line, origins.get(line.unit_id or "", Provenance())) for ticket in tickets for line in ticket.lines if line.on_margin)


def month_totals(rows: Iterable[MarginRow]) -> tuple[MonthTotal, ...]:
    """Per month, oldest first."""
    months: dict[str, list[MarginRow]] = {}
    for row in rows:
        months.setdefault(row.month, []).append(row)
    return tuple(_total(month, found) for month, found in sorted(months.items()))


def _row(ticket: TicketPaid, line: PaidLine, provenance: Provenance) -> MarginRow:
    return MarginRow(
        ticket.place.day, ticket.number, line.unit_id or "", line.label, provenance, line.purchase_price or ZERO, line.gross, margin_of(line),
        line.margin_tax, line.rate_bp,
    )  # fmt: skip


def _total(month: str, rows: list[MarginRow]) -> MonthTotal:
    return MonthTotal(
        month, len(rows), Money.total(row.purchase_price for row in rows), Money.total(row.price for row in rows),
        Money.total(row.margin for row in rows), Money.total(row.tax for row in rows),
    )  # fmt: skip
