"""kill -9 while the till closes its days: no day half closed, no Z twice or left out, and the fiscal record agrees with the tickets."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from kiosk.fiscal.module import Period
from kiosk.fiscal.store import closings
from tests.crash.killing import rows, survive
from tests.crash.till_child import PRICE

KILLS = 25


def agree(connection: Connection) -> list[str]:
    """Everything that must hold of the closings of this database; gives their printed numbers."""
    ask = partial(rows, connection)
    days = closings(connection, Period.DAY)
    numbers = [f"L01-K2-Z{row.number:06d}" for row in days]
    assert numbers == [f"L01-K2-Z{number:06d}" for number in range(1, len(days) + 1)]
    assert [(row.total_cents, row.ticket_count) for row in days] == [(PRICE.amount_cents, 1)] * len(days)
    assert [row.perpetual_algebraic_cents for row in days] == [PRICE.amount_cents * number for number in range(1, len(days) + 1)]
    told = ask("SELECT json_extract(entry, '$.body.printed_number') FROM journal_entry WHERE kind = 'fiscal.day_closed' ORDER BY seq")
    assert told == [(number,) for number in numbers]
    assert ask("SELECT document_number FROM print_job WHERE kind = 'slip' ORDER BY document_number") == [(number,) for number in numbers]
    assert ask("SELECT counted_cents - expected_cents FROM drawer_session WHERE closed_at_utc IS NOT NULL") == [(0,)] * len(days)
    (open_sessions,) = ask("SELECT count(*) FROM drawer_session WHERE closed_at_utc IS NULL")[0]
    (open_tickets,) = ask(f"SELECT count(*) - {len(days)} FROM ticket")[0]
    assert (open_sessions, open_tickets) in {(0, 0), (1, 0), (1, 1)}
    return numbers


def test_a_till_killed_at_any_moment_of_its_closings_has_each_day_closed_once_and_whole(tmp_path: Path) -> None:
    assert survive(tmp_path, "close", agree, kills=KILLS, seed=1122, most_acknowledged=2, within_ms=60) >= KILLS // 2
