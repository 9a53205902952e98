"""kill -9 while the till sells: after each, the database holds whole sales only, all that were acknowledged, and every proof of them agrees."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from kiosk.cash import store as cash_store
from kiosk.sales import store
from kiosk.stock.store import levels
from tests.crash.killing import rows, survive
from tests.crash.till_child import FLOAT, PRICE

KILLS = 25
SOLD = "SELECT number, unit_id FROM ticket JOIN ticket_line ON ticket_id = ticket.id WHERE unit_id IS NOT NULL ORDER BY number"


def agree(connection: Connection) -> list[str]:
    """Everything that must hold of the sales of this database; gives each as "number unit"."""
    ask = partial(rows, connection)
    tickets = [stored.ticket for stored in store.tickets_after(connection, 0)]
    count = len(tickets)
    assert [ticket.head.number for ticket in tickets] == [f"L01-K2-{number:06d}" for number in range(1, count + 1)]
    assert ask("SELECT last_number FROM number_series WHERE series = 'ticket'") == ([(count,)] if count else [])
    sold = ask(SOLD)
    assert ask("SELECT count(*) FROM ticket_line GROUP BY ticket_id") == [(2,)] * count
    assert ask("SELECT amount_cents FROM ticket_tender") == [(PRICE.amount_cents,)] * count
    assert sorted(ask("SELECT id FROM unit WHERE state = 'sold' AND id LIKE 's%'")) == sorted((unit_id,) for _number, unit_id in sold)
    assert sorted(ask("SELECT unit_id FROM stock_movement WHERE unit_id IS NOT NULL")) == sorted((unit_id,) for _number, unit_id in sold)
    assert levels(connection)["p-case"] == 10_000 - count
    papers = ask(
        "SELECT kind, count(*), count(DISTINCT document_id) FROM print_job WHERE document_id IN (SELECT id FROM ticket) GROUP BY kind ORDER BY kind"
    )
    assert papers == ([("drawer", count, count), ("receipt", count, count)] if count else [])
    assert [cash_store.expected_in(connection, session) for session in cash_store.open_sessions(connection)] in ([], [FLOAT + PRICE * count])
    assert ask("SELECT count(*) FROM fiscal_stamp WHERE chain = 'TICKET'") == [(count,)]
    assert ask("SELECT count(*) FROM journal_entry WHERE kind = 'sales.ticket_paid'") == [(count,)]
    return [f"{number} {unit_id}" for number, unit_id in sold]


def test_a_till_killed_at_any_moment_keeps_whole_sales_only_and_every_one_that_it_acknowledged(tmp_path: Path) -> None:
    assert survive(tmp_path, "sell", agree, kills=KILLS, seed=20261122, most_acknowledged=3) >= KILLS
