"""Random operations and kill -9 between and within them: every proof of the till agrees with every other, to the cent (compliance §10, 1 and 2).

In the suite a few hundred acts; ``python -m tests.crash.test_random_kill 10000`` plays as many as it is told.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from sqlalchemy import Connection

from kiosk.accounting import store as accounting_store
from kiosk.accounting.agreement import closed_tickets, closing_views, drawer_views
from kiosk.accounting.chartfile import load_chart
from kiosk.accounting.reading import read_fact
from kiosk.basics.money import Money
from kiosk.cash import store as cash_store
from kiosk.journal.marker import HeadMarker
from kiosk.journal.verify import verify
from kiosk.sales import store
from kiosk.stock.store import levels
from tests.crash.killing import victim
from tests.crash.till_child import KEY, make, opened
from tests.integration.sale_shop import PARIS, RESOURCES, Till

ACTS, MOST_BEFORE_A_KILL = 300, 40
CASES = 10_000


def asked(connection: Connection, question: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(question)]


def tickets_agree(connection: Connection, till: Till) -> None:
    """Numbers without a gap, grand totals that are those of the tickets, every tender of its ticket, nothing returned beyond what was sold."""
    tickets = [stored.ticket for stored in store.tickets_after(connection, 0)]
    assert [ticket.number for ticket in tickets] == [f"L01-K2-{number:06d}" for number in range(1, len(tickets) + 1)]
    perpetual = till.counter.fiscal.perpetual(connection)
    assert perpetual.algebraic == Money.total(ticket.total for ticket in tickets)
    assert perpetual.absolute == Money.total(abs_money(ticket.total) for ticket in tickets)
    assert all(Money.total(tender.amount for tender in ticket.tenders) - ticket.change == ticket.due for ticket in tickets)
    assert asked(connection, "SELECT count(*) FROM ticket_tender WHERE ticket_id NOT IN (SELECT id FROM ticket)") == [(0,)]
    assert asked(connection, "SELECT count(*) FROM card_intent WHERE ticket_id NOT IN (SELECT id FROM ticket)") == [(0,)]
    sold, back = Counter[str](), Counter[str]()
    gross: Counter[str] = Counter()
    for line in (line for ticket in tickets for line in ticket.lines):
        key = line.original_line_id or line.line_id
        (back if line.came_back else sold)[key] += abs(line.quantity)
        gross[key] += line.gross.amount_cents
    assert all(0 <= back[key] <= sold[key] for key in back)
    assert all(gross[key] == 0 for key in back if back[key] == sold[key])
    assert all(cents >= 0 for cents in gross.values())


def abs_money(amount: Money) -> Money:
    return Money(abs(amount.amount_cents))


def stock_agrees(connection: Connection) -> None:
    """A device is sold when it went out once more than it came back; cases are counted."""
    gone = "SELECT unit_id, sum(CAST(quantity AS INTEGER)) FROM ticket_line WHERE unit_id LIKE 's%' GROUP BY unit_id"
    sold = {unit_id for unit_id, count in asked(connection, gone) if count == 1}
    assert {unit_id for (unit_id,) in asked(connection, "SELECT id FROM unit WHERE state = 'sold' AND id LIKE 's%'")} == sold
    (cases,) = asked(connection, "SELECT coalesce(sum(CAST(quantity AS INTEGER)), 0) FROM ticket_line WHERE product_id = 'p-case'")[0]
    assert levels(connection)["p-case"] == CASES - int(str(cases))


def money_agrees(connection: Connection) -> None:
    """What customers hold in credits and cards is what they gave for it less what they spent; a drawer holds its float and what moved."""
    tenders = dict(asked(connection, "SELECT kind, sum(amount_cents) FROM ticket_tender GROUP BY kind"))
    spent = sum(int(str(tenders.get(kind, 0))) for kind in ("voucher", "gift_card"))
    (given,) = asked(connection, "SELECT coalesce(sum(non_sale_cents), 0) FROM ticket")[0]
    (held,) = asked(connection, "SELECT coalesce(sum(balance_cents), 0) FROM voucher")[0]
    assert int(str(held)) == int(str(given)) - spent
    moved = "SELECT session_id, sum(amount_cents) FROM drawer_movement GROUP BY session_id"
    sums = {str(session_id): int(str(cents)) for session_id, cents in asked(connection, moved)}
    for session_id, opened_with, expected in asked(connection, "SELECT id, float_cents, expected_cents FROM drawer_session WHERE closed_at_utc IS NOT NULL"):
        assert int(str(expected)) == int(str(opened_with)) + sums.get(str(session_id), 0)
    for session in cash_store.open_sessions(connection):
        assert cash_store.expected_in(connection, session).amount_cents == session.opening_float.amount_cents + sums.get(session.session_id, 0)


def books_agree(connection: Connection, data_dir: Path) -> int:
    """Each closed day seen five ways, from the journal alone; gives how many days there were."""
    facts = tuple(fact for entry in accounting_store.entries(connection) if (fact := read_fact(entry, PARIS)) is not None)
    chart = load_chart(RESOURCES, data_dir)
    days = closed_tickets(facts)
    wrong = [(closed.closing.number, view) for closed in days for view in closing_views(closed, chart) if not view.agrees]
    wrong += [(drawer.number, view) for drawer, view in drawer_views(facts) if not view.agrees]
    assert wrong == []
    return len(days)


def everything_agrees(data_dir: Path) -> int:
    """Open the till as it was left, and compare; gives how many days it has closed."""
    with opened(data_dir) as till, till.database.read() as connection:
        assert till.ledger.quarantined is None
        assert verify(connection, key=KEY, marker=HeadMarker(data_dir)).fault is None
        assert till.counter.fiscal.verify(connection).sound
        tickets_agree(connection, till)
        stock_agrees(connection)
        money_agrees(connection)
        return books_agree(connection, data_dir)


def play(data_dir: Path, acts: int, *, seed: int, look_every: int) -> tuple[Counter[str], int]:
    """So many acknowledged acts, killed again and again; gives what was done and how often it was killed."""
    make(data_dir)
    draw = random.Random(seed)
    done: Counter[str] = Counter()
    kills = 0
    with victim(data_dir, "anything") as tills:
        while sum(done.values()) < acts:
            heard = tills.kill_one(draw, most_acknowledged=MOST_BEFORE_A_KILL, within_ms=60)
            done.update(word.split()[0] for word in heard)
            kills += 1
            if kills % look_every == 0:
                everything_agrees(data_dir)
    return done, kills


def test_whatever_is_done_and_whenever_it_is_killed_every_book_agrees_with_every_other(tmp_path: Path) -> None:
    done, kills = play(tmp_path, ACTS, seed=20261123, look_every=4)
    assert everything_agrees(tmp_path) >= 1
    assert {"sold", "given", "exchanged", "gift", "copy", "waited", "closed", "dropped", "moved"} <= done.keys()
    assert kills >= ACTS // MOST_BEFORE_A_KILL


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        counted, killed = play(Path(folder), int(sys.argv[1]), seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1, look_every=25)
        days = everything_agrees(Path(folder))
    print(f"{sum(counted.values())} acts, {killed} kills, {days} days closed, every book agrees: {dict(counted)}")  # noqa: T201  # the long run's answer
