"""What the basket's sheet shows, derived from what is known: the basket, its prices, what waits. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.basics.money import Money
from kiosk.catalogue.products import ReferencePrice
from kiosk.sales.basket import Basket, BasketLine
from kiosk.sales.pricing import Priced
from kiosk.sales.tax import Scheme
from kiosk.sales.ticket import Ticket
from kiosk.sync.baskets import WaitingElsewhere
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import BasketRow, ParkedFacts, ParkedRow, basket_rows, parked_rows

NOTHING_PRICED = Priced(())
NAME_SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class LastTicket:
    """The last ticket of this till's session."""

    ticket_id: str
    number: str
    total: Money
    at_utc: str


@dataclass(frozen=True, slots=True)
class Told:
    """What just became of a quotation: "quotation" made, "recalled" or "expired"; ``gone`` names what was sold meanwhile."""

    what: str = ""
    number: str = ""
    until: date | None = None
    gone: tuple[str, ...] = ()


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class BasketFacts:
    """All that the basket's sheet knows; ``compared`` has by line id the price new that may be shown today, ``guarantee_months`` is the house's
    promise for a device.
    """

    basket: Basket
    priced: Priced = NOTHING_PRICED
    compared: Mapping[str, ReferencePrice] = field(default_factory=dict)
    guarantee_months: int = 0
    current_id: str = ""
    parked: tuple[ParkedFacts, ...] = ()
    last_ticket: LastTicket | None = None
    emptying: bool = False
    customer: str = ""
    told: Told = NOTHING_TOLD


@dataclass(frozen=True, slots=True)
class BasketProps:
    """Finished words and figures for QML."""

    item_count: int = 0
    current_place: int = -1
    basket_label: str = ""
    total: str = ""
    pays_back: bool = False
    tax_rate: str = ""
    tax_amount: str = ""
    tax_on_top: bool = False
    has_parked: bool = False
    has_last_ticket: bool = False
    has_waiting: bool = False
    last_ticket_number: str = ""
    last_ticket_total: str = ""
    last_ticket_clock: str = ""
    emptying: bool = False
    customer: str = ""
    told: str = ""
    told_number: str = ""
    told_until: str = ""
    told_gone: str = ""
    lines: tuple[BasketRow, ...] = ()
    parked: tuple[ParkedRow, ...] = ()


def last_ticket(ticket: Ticket) -> LastTicket:
    """The newest ticket, as the page offers it again."""
    return LastTicket(ticket.head.ticket_id, ticket.number, ticket.due, ticket.head.at_utc)


def parked_facts(basket: Basket, total: Money, *, customer: str, since_utc: str) -> ParkedFacts:
    """A basket that waits, by its customer where there is one and the short name of its first line."""
    first_name = basket.lines[0].product.name.split(NAME_SEPARATOR)[0]
    return ParkedFacts(basket.basket_id, basket.label or customer, first_name, basket.article_count, total, since_utc)


def parked_elsewhere(waiting: WaitingElsewhere) -> ParkedFacts:
    """A basket that waits on another till, known by who put it aside."""
    basket = waiting.basket
    first_name = basket.first_name.split(NAME_SEPARATOR)[0]
    return ParkedFacts(basket.basket_id, basket.cashier, first_name, basket.article_count, basket.total, basket.parked_at_utc, waiting.till_name)


def current_line(facts: BasketFacts) -> BasketLine | None:
    """The line just scanned or touched."""
    return next((line for line in facts.basket.lines if line.line_id == facts.current_id), None)


def pays_back(facts: BasketFacts) -> bool:
    """Whether the customer gets money back, or an exchange comes out even."""
    return facts.priced.total.amount_cents <= 0 and any(line.back for line in facts.basket.lines)


def derive(facts: BasketFacts, *, now: datetime, formats: Formats) -> BasketProps:
    tax_rate, tax_amount = _tax_note(facts.priced, formats)
    last = facts.last_ticket
    return BasketProps(
        item_count=facts.basket.article_count, current_place=_place(facts), basket_label=facts.basket.label,
        total=formats.money(-facts.priced.total if pays_back(facts) else facts.priced.total), pays_back=pays_back(facts),
        tax_rate=tax_rate, tax_amount=tax_amount, tax_on_top=_on_top(facts.priced), has_parked=bool(facts.parked), has_last_ticket=last is not None,
        has_waiting=bool(facts.parked) or last is not None, last_ticket_number=last.number if last else "",
        last_ticket_total=formats.money(last.total) if last else "", last_ticket_clock=formats.clock(last.at_utc) if last else "",
        emptying=facts.emptying, customer=facts.customer, told=facts.told.what, told_number=facts.told.number,
        told_until=formats.date(facts.told.until) if facts.told.until else "",
        told_gone=", ".join(facts.told.gone),
        lines=basket_rows(
            facts.basket, facts.priced, compared=facts.compared, guarantee_months=facts.guarantee_months, current_id=facts.current_id, formats=formats
        ),
        parked=parked_rows(facts.parked, now=now, formats=formats),
    )  # fmt: skip


def _place(facts: BasketFacts) -> int:
    return next((place for place, line in enumerate(facts.basket.lines) if line.line_id == facts.current_id), -1)


def _on_top(priced: Priced) -> bool:
    """Whether tax comes on top of the prices on the screen."""
    return any(line.tax.scheme is Scheme.SALES_TAX for line in priced.lines)


def _tax_note(priced: Priced, formats: Formats) -> tuple[str, str]:
    """Rate and amount of the VAT that may be shown: no rate when there are several, nothing for the margin scheme (CGI 297 E)."""
    if _on_top(priced):
        rates = [row.rate_percent for row in priced.tax_table if row.scheme is Scheme.SALES_TAX and row.rate_percent]
        return formats.tax_rate(rates[0]) if len(rates) == 1 else "", formats.money(priced.tax)
    rows = [row for row in priced.tax_table if row.scheme is not Scheme.MARGIN]
    if not rows:
        return "", ""
    rate = formats.percent(int(rows[0].rate_percent * 10)) if len(rows) == 1 else ""
    return rate, formats.money(priced.tax)
