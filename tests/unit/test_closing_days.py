"""Which days a closing closes, and until when it can wait: the calendar of a shop that is shut, late, or has a wrong clock."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from kiosk.sales.closing_days import Closed, WaitingDay, days_of, days_to_close, late_since, waiting_days
from kiosk.sales.rules import ClosingRule

PARIS = ZoneInfo("Europe/Paris")
OPENED = date(2026, 11, 20)


def day(number: int, month: int = 11, year: int = 2026) -> date:
    return date(year, month, number)


FIRST = Closed(None, OPENED)
FRIDAY_CLOSED = Closed(day(20), OPENED)
NO_DUTY = Closed(day(20), None)


@pytest.mark.parametrize(
    ("tickets", "closed", "today", "expected"),
    [
        pytest.param([day(21)], FRIDAY_CLOSED, day(21), [(day(21), 1)], id="an ordinary evening"),
        pytest.param([], FRIDAY_CLOSED, day(21), [(day(21), 0)], id="a day without sales"),
        pytest.param([], FRIDAY_CLOSED, day(20), [(day(20), 0)], id="the same day once more"),
        pytest.param([day(23)], FRIDAY_CLOSED, day(23), [(day(21), 0), (day(22), 0), (day(23), 1)], id="after a weekend"),
        pytest.param([day(20)], FIRST, day(23), [(day(20), 1), (day(21), 0), (day(22), 0)], id="Friday was forgotten: today goes on"),
        pytest.param([day(20), day(21)], FIRST, day(21), [(day(20), 1)], id="sales of two days: the older first"),
        pytest.param([day(22)], FIRST, day(22), [(day(20), 0), (day(21), 0), (day(22), 1)], id="the first days of a till had no sale"),
        pytest.param([day(23)], NO_DUTY, day(23), [(day(23), 1)], id="a country that wants no closing without sales"),
        pytest.param([day(18)], FRIDAY_CLOSED, day(18), [(day(20), 1)], id="the clock went back behind the last closing"),
        pytest.param([day(22), day(21)], Closed(day(21), OPENED), day(21), [(day(22), 2)], id="the clock went back within the day"),
        pytest.param(
            [day(2, 1, 2027)],
            Closed(day(30, 12), OPENED),
            day(2, 1, 2027),
            [(day(31, 12), 0), (day(1, 1, 2027), 0), (day(2, 1, 2027), 1)],
            id="over the new year",
        ),
    ],
)
def test_a_closing_closes(tickets: list[date], closed: Closed, today: date, expected: list[tuple[date, int]]) -> None:
    assert days_to_close(tickets, closed, today=today) == tuple(WaitingDay(*item) for item in expected)


def test_no_ticket_belongs_to_a_day_before_the_ticket_ahead_of_it() -> None:
    assert days_of([day(21), day(19), day(22)], FRIDAY_CLOSED) == (day(21), day(21), day(22))


def test_what_waits_before_today_is_told_with_its_tickets() -> None:
    assert waiting_days([day(20), day(20), day(23)], FIRST, today=day(23)) == (WaitingDay(day(20), 2), WaitingDay(day(21), 0), WaitingDay(day(22), 0))


@pytest.mark.parametrize(
    ("close_by", "now", "late"),
    [
        (time(0), datetime(2026, 11, 20, 23, 59, 59, tzinfo=PARIS), False),
        (time(0), datetime(2026, 11, 21, 0, 0, tzinfo=PARIS), True),
        (time(2, 30), datetime(2026, 11, 21, 2, 29, 59, tzinfo=PARIS), False),
        (time(2, 30), datetime(2026, 11, 21, 2, 30, tzinfo=PARIS), True),
    ],
)
def test_a_day_can_wait_until_the_hour_of_the_rules_on_the_next_morning(close_by: time, now: datetime, late: bool) -> None:
    assert late_since(day(20), ClosingRule(date(2018, 1, 1), close_by, 400), now) is late
