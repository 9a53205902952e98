"""Which calendar days a closing has to close, in order (FIS-06: also days without sales; the month ends though the shop was shut). Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.sales.rules import ClosingRule

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WaitingDay:
    """A day that waits for its closing, and how many tickets it has; it is closed by itself as soon as another day is."""

    day: date
    ticket_count: int


@dataclass(frozen=True, slots=True)
class Closed:
    """What was closed before: ``until`` is None before the first closing, ``began`` where days without sales need no closing."""

    until: date | None
    began: date | None


def days_of(ticket_days: Sequence[date], closed: Closed) -> tuple[date, ...]:
    """To which day each waiting ticket belongs: never one before the ticket ahead of it or before what is closed, though the clock went back."""
    days: list[date] = []
    for day in ticket_days:
        days.append(max([day, *days[-1:], *([closed.until] if closed.until else [])]))
    return tuple(days)


def waiting_days(ticket_days: Sequence[date], closed: Closed, *, today: date) -> tuple[WaitingDay, ...]:
    """Every day before today that waits, oldest first: those with tickets, and where the country wants it those without."""
    counts = _counts(ticket_days, closed)
    days = {day for day in counts if day < today} | set(_every_day(closed, today))
    return tuple(WaitingDay(day, counts.get(day, 0)) for day in sorted(days))


def days_to_close(ticket_days: Sequence[date], closed: Closed, *, today: date) -> tuple[WaitingDay, ...]:
    """What one closing closes: all days before today when sales of one of them wait, today too otherwise."""
    today = max([today, *days_of(ticket_days, closed)[-1:], closed.until or today])
    waiting = waiting_days(ticket_days, closed, today=today)
    if any(item.ticket_count for item in waiting):
        return waiting
    return (*waiting, WaitingDay(today, len(ticket_days)))


def late_since(day: date, rule: ClosingRule, now_local: datetime) -> bool:
    """Whether the closing of a day with sales can wait no longer."""
    return now_local >= datetime.combine(day + ONE_DAY, rule.close_by, now_local.tzinfo)


def _counts(ticket_days: Sequence[date], closed: Closed) -> dict[date, int]:
    counts: dict[date, int] = {}
    for day in days_of(ticket_days, closed):
        counts[day] = counts.get(day, 0) + 1
    return counts


def _every_day(closed: Closed, today: date) -> list[date]:
    if closed.began is None:
        return []
    first = closed.began if closed.until is None else closed.until + ONE_DAY
    return [first + ONE_DAY * number for number in range((today - first).days)]
