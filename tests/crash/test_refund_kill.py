"""kill -9 while the till sells and takes back: after each, no half return, nothing given back twice, and every proof agrees."""

from __future__ import annotations

import random
from pathlib import Path

from sqlalchemy import Connection

from kiosk.basics.money import Money
from kiosk.journal.marker import HeadMarker
from kiosk.journal.verify import verify
from kiosk.sales import store
from kiosk.stock.store import levels
from tests.crash.killing import victim
from tests.crash.till_child import KEY, make, opened

KILLS = 15


def agree(connection: Connection, data_dir: Path, acknowledged: list[str]) -> list[str]:
    """Everything that must hold of the tickets of this database; gives their numbers."""

    def ask(question: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in connection.exec_driver_sql(question)]

    tickets = [stored.ticket for stored in store.tickets_after(connection, 0)]
    numbers = [ticket.number for ticket in tickets]
    assert numbers == [f"L01-K2-{number:06d}" for number in range(1, len(numbers) + 1)]
    assert numbers[: len(acknowledged)] == acknowledged
    sold = {line.line_id: line for ticket in tickets for line in ticket.lines if not line.came_back}
    back = [line for ticket in tickets for line in ticket.lines if line.came_back]
    assert len({line.original_line_id for line in back}) == len(back)
    assert all(line.gross == -sold[line.original_line_id or ""].gross for line in back)
    in_stock = {str(unit_id) for (unit_id,) in ask("SELECT id FROM unit WHERE state = 'to_erase' AND id LIKE 's%'")}
    assert in_stock == {line.unit_id for line in back if line.unit_id}
    assert levels(connection)["p-case"] == 10_000 - sum(line.quantity for line in (*sold.values(), *back) if not line.unit_id)
    moved = Money.total(Money(int(str(cents))) for (cents,) in ask("SELECT amount_cents FROM drawer_movement WHERE reason IN ('sale', 'refund')"))
    assert moved == Money.total(ticket.total for ticket in tickets)
    assert ask("SELECT count(*) FROM fiscal_stamp WHERE chain = 'TICKET'") == [(len(tickets),)]
    assert ask("SELECT count(*) FROM journal_entry WHERE kind = 'sales.ticket_refunded'") == [(len(back),)]
    assert verify(connection, key=KEY, marker=HeadMarker(data_dir)).fault is None
    return numbers


def test_a_till_killed_at_any_moment_of_a_return_gives_back_whole_lines_and_each_once(tmp_path: Path) -> None:
    make(tmp_path)
    draw = random.Random(20261122)
    acknowledged: list[str] = []
    with victim(tmp_path, "return") as tills:
        for _kill in range(KILLS):
            acknowledged += tills.kill_one(draw, most_acknowledged=4, within_ms=40)
            with opened(tmp_path) as till, till.database.read() as connection:
                assert till.ledger.quarantined is None
                numbers = agree(connection, tmp_path, acknowledged)
                assert till.counter.fiscal.verify(connection).sound
            assert len(acknowledged) <= len(numbers) <= len(acknowledged) + 1
            acknowledged = numbers
    assert len(acknowledged) >= KILLS
