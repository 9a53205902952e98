"""What a period holds of each chain and of the closings: which numbers, after which, through which. Reads only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kiosk.basics.clock import utc_text
from kiosk.errors import Refused
from kiosk.fiscal.archive import store
from kiosk.fiscal.books import MARKED_CHAINS, TICKET_CHAIN
from kiosk.fiscal.module import Period
from kiosk.fiscal.store import content_of, last_before

Range = tuple[int, int]


class PeriodNotClosed(Refused):
    """Only a closed month or year is archived."""

    code = "fiscal.period_not_closed"


@dataclass(frozen=True, slots=True)
class Span:
    """Ranges are (after, through): the first number inside is the one after ``after``. ``closing`` is the row that closes the period."""

    label: str
    chains: Mapping[str, Range]
    closings: Mapping[Period, Range]
    since_utc: str
    until_utc: str
    closing: store.StoredRow | None = None


def closed_span(connection: Connection, period: Period, label: str) -> Span:
    """A closed month or year; PeriodNotClosed."""
    row = store.closing_of(connection, period, label)
    if row is None or period is Period.DAY:
        raise PeriodNotClosed(label=label)
    before = store.closing_number(connection, period, row.number - 1)
    months = (row.number - 1, row.number) if period is Period.MONTH else (_through(before), _through(row))
    days = (_day_through(connection, months[0]), _day_through(connection, months[1]))
    chains = {chain: (_mark(connection, chain, before), _mark(connection, chain, row)) for chain in MARKED_CHAINS}
    tickets = (_grand_total(connection, days[0]), _grand_total(connection, days[1]))
    closings = {Period.DAY: days, Period.MONTH: months, Period.YEAR: (row.number - 1, row.number) if period is Period.YEAR else (0, 0)}
    return Span(label, {TICKET_CHAIN: tickets, **chains}, closings, "" if before is None else before.at_utc, row.at_utc, row)


def span_of_days(connection: Connection, first: date, last: date, zone: ZoneInfo) -> Span:
    """Any days, closed or not, both inside."""
    since, until = (utc_text(datetime.combine(day, time(), zone)) for day in (first, last + timedelta(days=1)))
    chains = {chain: (last_before(connection, chain, since), last_before(connection, chain, until)) for chain in MARKED_CHAINS}
    labels = ((Period.DAY, "%Y%m%d"), (Period.MONTH, "%Y%m"), (Period.YEAR, "%Y"))
    closings = {period: store.closings_between(connection, period, f"{first:{form}}", f"{last:{form}}") for period, form in labels}
    tickets = store.tickets_between(connection, first.isoformat(), last.isoformat())
    return Span(f"{first:%Y%m%d}-{last:%Y%m%d}", {TICKET_CHAIN: tickets, **chains}, closings, since, until)


def training_span(connection: Connection, span: Span) -> Span:
    """What was practised in the same time: the chains of the training till, whose closings follow no calendar."""
    chains = {
        chain: (last_before(connection, chain, span.since_utc), last_before(connection, chain, span.until_utc)) for chain in (TICKET_CHAIN, *MARKED_CHAINS)
    }
    return Span(span.label, chains, {}, span.since_utc, span.until_utc)


def _through(row: store.StoredRow | None) -> int:
    return 0 if row is None else int(content_of(row)["through"])


def _day_through(connection: Connection, month_number: int) -> int:
    return _through(store.closing_number(connection, Period.MONTH, month_number))


def _grand_total(connection: Connection, day_number: int) -> int:
    row = store.closing_number(connection, Period.DAY, day_number)
    return 0 if row is None else int(content_of(row)["grand_total_seq"])


def _mark(connection: Connection, chain: str, row: store.StoredRow | None) -> int:
    """Where a chain stood at a closing; closings of the first day had no marks, their time says it."""
    if row is None:
        return 0
    marks = content_of(row).get("marks", {})
    return int(marks[chain]) if chain in marks else last_before(connection, chain, row.at_utc)
