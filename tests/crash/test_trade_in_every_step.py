"""kill -9 in every act of a trade-in, before and after its commit: not done or done whole, and the next start goes on from there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.diagnostics.session import Status
from kiosk.journal.keys import TillKey
from kiosk.journal.verify import verify
from tests.bench import IPHONE_12_64
from tests.crash.trade_in_child import TILL_SECRET
from tests.crash.trade_in_steps import ACTS, bench_at

ROOT = Path(__file__).resolve().parents[2]
Kill = Callable[[str, str], str]


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("till")


@pytest.fixture(scope="module")
def kill(data_dir: Path) -> Iterator[Kill]:
    """One process that forks a kiosk per act: the trade-in of this module is killed in every act on its way."""
    command = [sys.executable, "-m", "tests.crash.trade_in_steps", str(data_dir)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        stdin, stdout = process.stdin, process.stdout
        assert stdin is not None and stdout is not None

        def in_the_act(act: str, moment: str) -> str:
            stdin.write(f"{act} {moment}\n")
            stdin.flush()
            return stdout.readline().strip()

        yield in_the_act
        stdin.close()


@pytest.mark.parametrize("act", list(ACTS))
def test_a_trade_in_killed_in_any_act_has_done_it_whole_or_not_at_all_and_goes_on(act: str, data_dir: Path, kill: Kill) -> None:
    for moment in ("before_commit", "after_commit"):
        assert kill(act, moment) == "gone"
        bench = bench_at(data_dir, act)
        assert ACTS[act][2](bench) is (moment == "after_commit")
        with bench.database.read() as connection:
            assert verify(connection, key=TillKey(TILL_SECRET).public, marker=None).fault is None
        begun = bench.trade_ins.open_trade_ins()
        if begun:
            resumed = bench.trade_ins.screen(begun[0].session_id)
            assert resumed.session.status in (Status.RUNNING, Status.PAUSED) and resumed.device.imei == IPHONE_12_64
        bench.database.close()
