"""kill -9 in the evening: while a drawer is counted, between the count and its end, while it is closed, and while the day is.

What was acknowledged stands, what was not either stands whole or never was: no count without its entry, no drawer closed by half,
and each drawer on exactly one Z.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

from sqlalchemy import Connection

from kiosk.journal.marker import HeadMarker
from kiosk.journal.verify import verify
from tests.crash.killing import victim
from tests.crash.till_child import FLOAT, KEY, PRICE, make, opened

KILLS = 25
COUNTED = (FLOAT + PRICE).amount_cents


def told(connection: Connection) -> list[str]:
    """What the evening did so far, in the words of the acknowledgements, from the journal alone."""
    words = {"sales.ticket_paid": "ticket", "drawer.counted": "count", "drawer.session_closed": "drawer", "fiscal.day_closed": "z"}
    rows = connection.exec_driver_sql("SELECT kind, entry FROM journal_entry ORDER BY epoch, seq")
    bodies = [(words[kind], json.loads(entry)["body"]) for kind, entry in rows if kind in words]
    return [f"{word} {body.get('printed_number') or body['number']}" for word, body in bodies]


def agree(connection: Connection, data_dir: Path) -> None:
    """Rows, journal and papers say the same."""

    def ask(question: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in connection.exec_driver_sql(question)]

    def bodies(kind: str) -> list[dict[str, object]]:
        rows = connection.exec_driver_sql("SELECT entry FROM journal_entry WHERE kind = ? ORDER BY epoch, seq", (kind,)).scalars()
        return [json.loads(entry)["body"] for entry in rows]

    counts = ask("SELECT session_id, counted_cents, expected_cents FROM drawer_count WHERE purpose = 'closing' ORDER BY row_no")
    assert counts == [(body["session_id"], COUNTED, COUNTED) for body in bodies("drawer.counted")]
    closed = ask("SELECT id, counted_cents, expected_cents FROM drawer_session WHERE closed_at_utc IS NOT NULL ORDER BY number")
    assert closed == [(body["session_id"], COUNTED, COUNTED) for body in bodies("drawer.session_closed")]
    assert {session for session, *_ in closed} <= {session for session, *_ in counts}
    on_z = [session for (content,) in ask("SELECT content FROM closing WHERE period = 'day' ORDER BY number") for session in _new(content)]
    assert len(on_z) == len(set(on_z)) and set(on_z) <= {session for session, *_ in closed}
    assert len(closed) - len(on_z) in (0, 1), "the last drawer may wait for its Z"
    slips = ask("SELECT count(*) FROM print_job WHERE kind = 'slip'")[0][0]
    assert slips == len(closed) + len(bodies("fiscal.day_closed"))
    assert verify(connection, key=KEY, marker=HeadMarker(data_dir)).fault is None


def _new(content: object) -> list[str]:
    """The drawers that stand on a Z."""
    return [str(drawer["session_id"]) for drawer in json.loads(str(content))["drawers"]]


def test_a_till_killed_at_any_moment_of_its_evening_has_each_drawer_counted_closed_and_on_one_z(tmp_path: Path) -> None:
    make(tmp_path)
    draw = random.Random(1130)
    with victim(tmp_path, "evening") as tills:
        known: list[str] = []
        for _kill in range(KILLS):
            heard = tills.kill_one(draw, most_acknowledged=3, within_ms=40)
            with opened(tmp_path) as till, till.database.read() as connection:
                assert till.ledger.quarantined is None
                agree(connection, tmp_path)
                now = told(connection)
                assert till.counter.fiscal.verify(connection).sound
            said = known + heard
            assert now[: len(said)] == said and len(now) <= len(said) + 1
            known = now
    assert {word.split()[0] for word in known} == {"ticket", "count", "drawer", "z"}
    assert sum(word.startswith("z ") for word in known) >= 3
