"""kill -9 while the till closes its days: no day half closed, no Z twice or left out, and the fiscal record agrees with the tickets."""

from __future__ import annotations

import random
from pathlib import Path

from sqlalchemy import Connection

from kiosk.fiscal.module import Period
from kiosk.fiscal.store import closings
from kiosk.journal.marker import HeadMarker
from kiosk.journal.verify import verify
from tests.crash.killing import victim
from tests.crash.till_child import KEY, PRICE, make, opened

KILLS = 25


def agree(connection: Connection, data_dir: Path) -> list[str]:
    """Everything that must hold of the closings of this database; gives their printed numbers."""

    def ask(question: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in connection.exec_driver_sql(question)]

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
    assert verify(connection, key=KEY, marker=HeadMarker(data_dir)).fault is None
    return numbers


def test_a_till_killed_at_any_moment_of_its_closings_has_each_day_closed_once_and_whole(tmp_path: Path) -> None:
    make(tmp_path)
    draw = random.Random(1122)
    with victim(tmp_path, "close") as tills:
        numbers: list[str] = []
        for _kill in range(KILLS):
            heard = tills.kill_one(draw, most_acknowledged=2, within_ms=60)
            with opened(tmp_path) as till, till.database.read() as connection:
                assert till.ledger.quarantined is None
                now = agree(connection, tmp_path)
                assert till.counter.fiscal.verify(connection).sound
            said = numbers + heard
            assert now[: len(said)] == said and len(now) <= len(said) + 1
            numbers = now
    assert len(numbers) >= KILLS // 2
