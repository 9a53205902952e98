"""A kiosk in the middle of a trade-in, to be killed: answers question after question on a real database and says so line by line.

Usage: trade_in_child.py DATA_DIR LAST_ACT [before_commit|after_commit]. At act number LAST_ACT it waits to be killed from outside, or kills itself
with SIGKILL just before or just after the commit of that act. An act is one answer, measure or photo; the purchase is act ``buy``.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import SystemIds
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.checklist import Stage, Verdict
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.storage.identity import TillIdentity, set_till_identity
from kiosk.storage.migrate import open_database
from kiosk.tradein.bookkeeping import Payout
from tests.bench import IPHONE_12_64, SELLER, SIGNATURE, Bench, build_bench, load_demo_shop, picture

DATABASE_KEY, TILL_SECRET = bytes(range(32)), bytes(range(32, 64))
START_UTC = datetime(2026, 11, 22, 10, 0, 0, tzinfo=UTC)
SECONDS_PER_ACT = 7


def open_bench(data_dir: Path, clock: ManualClock) -> Bench:
    """The bench over the database in ``data_dir``; a new one gets the demo shop."""
    new = not (data_dir / "kiosk.db").exists()
    database = open_database(data_dir, key=DATABASE_KEY)
    if new:
        with database.write() as connection:
            set_till_identity(connection, TillIdentity("L01", "K2", 1))
    ledger = Ledger(database, clock=clock, key=TillKey(TILL_SECRET), marker=HeadMarker(data_dir))
    if new:
        load_demo_shop(database)
    return build_bench(database, ledger, clock, SystemIds(clock))


def acts(bench: Bench, session_id: str) -> Iterator[Callable[[], object]]:
    """Every answer, number and photo of the smartphone's list, each as one thing to do, in the list's order."""
    yanis = bench.person("yanis")
    for step in bench.rules.checklists[DeviceKind.SMARTPHONE].steps:
        if step.stage is Stage.CLOSING:
            continue
        for slot in step.photo_slots:
            yield lambda slot=slot: bench.trade_ins.add_photo(session_id, slot, picture(), yanis)
        for question in step.questions:
            if question.measure:
                yield lambda question=question: bench.trade_ins.measure(session_id, question.question_id, 91, yanis)
            else:
                option = next(option for option in question.options if option.verdict is Verdict.PASS)
                yield lambda question=question, option=option: bench.trade_ins.answer(session_id, question.question_id, option.option_id, yanis)


def die(*_arguments: object) -> None:
    """As when the plug is pulled."""
    os.kill(os.getpid(), signal.SIGKILL)


def arm(bench: Bench, moment: str) -> None:
    """Die in the next write: before its commit, or right after it and before anything else."""
    if moment == "before_commit":
        bench.database.before_commit.append(die)
    elif moment == "after_commit":
        bench.database.after_commit.insert(0, die)


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main(data_dir: Path, last: str, moment: str) -> None:
    clock = ManualClock(START_UTC)
    bench = open_bench(data_dir, clock)
    yanis = bench.person("yanis")
    session_id = bench.trade_ins.start(IPHONE_12_64, yanis).session_id
    for number, act in enumerate(acts(bench, session_id), 1):
        clock.advance(seconds=SECONDS_PER_ACT)
        if str(number) == last:
            arm(bench, moment)
        act()
        say(str(number))
        if str(number) == last:
            signal.pause()
    bench.trade_ins.propose(session_id, yanis)
    bench.trade_ins.identify_seller(session_id, SELLER, yanis)
    arm(bench, moment)
    bench.purchases.buy(session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "")
