"""kill -9 while the till sells and takes back: after each, no half return, nothing given back twice, and every proof agrees."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from kiosk.basics.money import Money
from kiosk.sales import store
from kiosk.stock.store import levels
from tests.crash.killing import rows, survive

KILLS = 15


def agree(connection: Connection) -> list[str]:
    """Everything that must hold of the tickets of this database; gives their numbers."""
    ask = partial(rows, connection)
    tickets = [stored.ticket for stored in store.tickets_after(connection, 0)]
    numbers = [ticket.number for ticket in tickets]
    assert numbers == [f"L01-K2-{number:06d}" for number in range(1, len(numbers) + 1)]
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
    return numbers


def test_a_till_killed_at_any_moment_of_a_return_gives_back_whole_lines_and_each_once(tmp_path: Path) -> None:
    assert survive(tmp_path, "return", agree, kills=KILLS, seed=20261122, most_acknowledged=4) >= KILLS
