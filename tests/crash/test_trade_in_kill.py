"""kill -9 in the middle of a trade-in: the same step, the right clock, no half purchase, and a journal that still verifies."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.money import Money
from kiosk.stock.units import UnitState
from kiosk.tradein import store
from tests.bench import IPHONE_12_64, Bench
from tests.crash.trade_in_child import SECONDS_PER_ACT, START_UTC, open_bench

ROOT = Path(__file__).resolve().parents[2]
AFTER_S = 30


def child(data_dir: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.crash.trade_in_child", str(data_dir), *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def reopened(data_dir: Path, acts_done: int) -> Bench:
    """The kiosk started again, ``AFTER_S`` seconds after its last saved act."""
    return open_bench(data_dir, ManualClock(START_UTC + timedelta(seconds=acts_done * SECONDS_PER_ACT + AFTER_S)))


@pytest.mark.parametrize("killed_at", [1, 9, 24])
def test_a_kill_between_two_answers_resumes_on_the_same_step_with_the_clock_right(tmp_path: Path, killed_at: int) -> None:
    with child(tmp_path, str(killed_at)) as process:
        assert process.stdout is not None
        seen = [line for line in iter(process.stdout.readline, f"{killed_at}\n") if line]
        process.send_signal(signal.SIGKILL)
    assert (len(seen), process.returncode) == (killed_at - 1, -signal.SIGKILL)
    bench = reopened(tmp_path, killed_at)
    (row,) = bench.trade_ins.open_trade_ins()
    screen = bench.trade_ins.screen(row.session_id)
    assert screen.session.clock.elapsed_ms == (killed_at * SECONDS_PER_ACT + AFTER_S) * 1000
    assert sum(step.spent_ms for step in screen.session.steps) == screen.session.clock.elapsed_ms
    assert screen.session.current is not None and screen.session.current.step_id == screen.session.next_step_id
    assert bench.trade_ins.start(IPHONE_12_64, bench.person("yanis")).session_id == row.session_id
    bench.database.close()


def test_a_kill_before_the_commit_loses_that_answer_and_no_other(tmp_path: Path) -> None:
    with child(tmp_path, "6", "before_commit") as process:
        assert process.stdout is not None and process.stdout.read().split() == ["1", "2", "3", "4", "5"]
    assert process.returncode == -signal.SIGKILL
    bench = reopened(tmp_path, 5)
    (row,) = bench.trade_ins.open_trade_ins()
    screen = bench.trade_ins.screen(row.session_id)
    assert screen.session.clock.elapsed_ms == (5 * SECONDS_PER_ACT + AFTER_S) * 1000
    assert {step.step_id for step in screen.session.steps if step.status == "passed"} == {"consent"}
    bench.database.close()


def test_a_kill_before_the_commit_of_the_purchase_leaves_no_purchase_and_no_number(tmp_path: Path) -> None:
    with child(tmp_path, "buy", "before_commit") as process:
        process.communicate()
    assert process.returncode == -signal.SIGKILL
    bench = reopened(tmp_path, 60)
    (row,) = bench.trade_ins.open_trade_ins()
    screen = bench.trade_ins.screen(row.session_id)
    assert screen.made is not None and screen.seller_known and screen.decision is None
    assert bench.stock.unit_by_code(IPHONE_12_64) is None
    with bench.database.read() as connection:
        assert store.register_entries(connection) == () and store.last_number(connection, "police_register") == 0
        assert connection.exec_driver_sql("SELECT (SELECT count(*) FROM voucher), (SELECT count(*) FROM print_job)").one() == (0, 0)
    bench.database.close()


def test_a_kill_right_after_the_commit_of_the_purchase_leaves_all_of_it(tmp_path: Path) -> None:
    with child(tmp_path, "buy", "after_commit") as process:
        process.communicate()
    assert process.returncode == -signal.SIGKILL
    bench = reopened(tmp_path, 60)
    unit = bench.stock.unit_by_code(IPHONE_12_64)
    assert unit is not None and (unit.state, unit.purchase_price) == (UnitState.TO_ERASE, Money(18600))
    with bench.database.read() as connection:
        (line,) = store.register_entries(connection)
        papers = {job.kind.value for printer in ("receipt", "label") for job in bench.print_queue.waiting(connection, printer)}
        pdf = connection.exec_driver_sql("SELECT kind, substr(content, 1, 5) FROM document").one()
        last = [entry.kind for entry in bench.ledger.entries_after(connection, 1, 0, limit=10_000)][-2:]
    assert (line.unit_id, papers, tuple(pdf), "tradein.bought" in last) == (unit.unit_id, {"slip", "label"}, ("contract", b"%PDF-"), True)
    bench.database.close()
