"""Everything that a trade-in writes, one act after the other, each done by a process that dies in it and found again by the next.

Usage: trade_in_steps.py DATA_DIR. Reads ``ACT MOMENT`` line by line; for each it forks a kiosk that goes on where the last one died, does what the act
needs, and dies by SIGKILL in the act itself: ``before_commit`` or ``after_commit``. Says ``gone`` when that kiosk is dead, ``alive`` if it was not killed.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from kiosk.basics.clock import ManualClock
from kiosk.basics.money import Money
from kiosk.diagnostics.checklist import Checklist, Stage, Verdict
from kiosk.stock.units import UnitState
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.erasure import ErasureMethod
from kiosk.tradein.offer_life import Proof
from kiosk.tradein.screen import TradeInScreen
from tests.bench import IPHONE_12_64, SELLER, SIGNATURE, Bench, picture
from tests.crash.trade_in_child import START_UTC, arm, open_bench, say

Work = Callable[[Bench], object]
Look = Callable[[Bench], bool]
SECONDS_PER_ACT = 5


def session_of(bench: Bench) -> str:
    """The one trade-in that is open."""
    return bench.trade_ins.open_trade_ins()[0].session_id


def screen_of(bench: Bench) -> TradeInScreen:
    return bench.trade_ins.screen(session_of(bench))


def checklist_of(bench: Bench, screen: TradeInScreen) -> Checklist:
    return bench.rules.checklists[screen.model.kind].for_capabilities(screen.model.capabilities)


def answer_gates(bench: Bench) -> None:
    """Who sells, what it is, its locks: what an offer waits for."""
    screen, yanis = screen_of(bench), bench.person("yanis")
    taken = {slot for step in screen.session.steps for slot, _sha256 in step.photos}
    for step in checklist_of(bench, screen).steps:
        for slot in step.photo_slots if step.stage in (Stage.OPENING, Stage.GATES) else ():
            if slot not in taken:
                bench.trade_ins.add_photo(screen.session_id, slot, picture(), yanis)
        for question in step.questions if step.stage in (Stage.OPENING, Stage.GATES) else ():
            if question.question_id not in screen.answers:
                option = next(option for option in question.options if option.verdict is Verdict.PASS)
                bench.trade_ins.answer(screen.session_id, question.question_id, option.option_id, yanis)


def buy(bench: Bench) -> object:
    return bench.purchases.buy(session_of(bench), payout=Payout.VOUCHER, signature=SIGNATURE, person=bench.person("yanis"))


def counter(bench: Bench) -> object:
    proof = Proof("hidden_damage", "measure", "battery_pct")
    return bench.trade_ins.life.counter(session_of(bench), bench.person("yanis"), price=Money(2900), proof=proof)


def erase(bench: Bench) -> object:
    unit = bench.stock.unit_by_code(IPHONE_12_64)
    assert unit is not None
    return bench.erasures.erase(unit.unit_id, bench.person("ines"), method=ErasureMethod.FACTORY_RESET, tool="ios_settings", tool_version="18", verified=True)


def is_in(bench: Bench, state: UnitState) -> bool:
    unit = bench.stock.unit_by_code(IPHONE_12_64)
    return unit is not None and unit.state is state


# What is done first without dying, the act itself, and how it is seen that it was done.
ACTS: dict[str, tuple[Work | None, Work, Look]] = {
    "identify": (
        None, lambda bench: bench.trade_ins.start(IPHONE_12_64, bench.person("yanis")), lambda bench: len(bench.trade_ins.open_trade_ins()) == 1,
    ),
    "answer": (
        None, lambda bench: bench.trade_ins.answer(session_of(bench), "adult", "pass", bench.person("yanis")),
        lambda bench: "adult" in screen_of(bench).answers,
    ),
    "photo": (
        None, lambda bench: bench.trade_ins.add_photo(session_of(bench), "imei_on_screen", picture(), bench.person("yanis")),
        lambda bench: any(step.photos for step in screen_of(bench).session.steps),
    ),
    "pause": (
        None, lambda bench: bench.trade_ins.pause(session_of(bench), bench.person("yanis"), reason="password"),
        lambda bench: screen_of(bench).session.clock.paused,
    ),
    "resume": (
        None, lambda bench: bench.trade_ins.resume(session_of(bench), bench.person("yanis")), lambda bench: not screen_of(bench).session.clock.paused,
    ),
    "measure": (
        answer_gates, lambda bench: bench.trade_ins.measure(session_of(bench), "battery_pct", 91, bench.person("yanis")),
        lambda bench: "battery_pct" in screen_of(bench).answers,
    ),
    "mark": (
        None, lambda bench: bench.trade_ins.mark(session_of(bench), bench.person("yanis"), face="back", x_permille=500, y_permille=400),
        lambda bench: len(screen_of(bench).session.marks) == 1,
    ),
    "extend": (
        None, lambda bench: bench.trade_ins.extend(session_of(bench), bench.person("sophie"), minutes=5, reason="queue"),
        lambda bench: screen_of(bench).session.clock.extended == 1,
    ),
    "offer": (None, lambda bench: bench.trade_ins.propose(session_of(bench), bench.person("yanis")), lambda bench: screen_of(bench).made is not None),
    "refuse": (
        None, lambda bench: bench.trade_ins.decline(session_of(bench), bench.person("yanis"), reason="too_low"),
        lambda bench: len(bench.trade_ins.life.refused()) == 1,
    ),
    "come back": (
        None, lambda bench: bench.trade_ins.start(IPHONE_12_64, bench.person("yanis")), lambda bench: len(bench.trade_ins.open_trade_ins()) == 1,
    ),
    "counter": (answer_gates, counter, lambda bench: screen_of(bench).offer.counter is not None),
    "seller": (
        lambda bench: bench.trade_ins.propose(session_of(bench), bench.person("yanis")),
        lambda bench: bench.trade_ins.identify_seller(session_of(bench), SELLER, bench.person("yanis")),
        lambda bench: screen_of(bench).seller_known,
    ),
    "sign and buy": (None, buy, lambda bench: is_in(bench, UnitState.TO_ERASE)),
    "erase": (None, erase, lambda bench: is_in(bench, UnitState.TO_INSPECT)),
}  # fmt: skip


def bench_at(data_dir: Path, act: str) -> Bench:
    """The kiosk started at the moment of that act."""
    return open_bench(data_dir, ManualClock(START_UTC + timedelta(seconds=SECONDS_PER_ACT * list(ACTS).index(act))))


def die_in(data_dir: Path, act: str, moment: str) -> None:
    bench = bench_at(data_dir, act)
    first, work, _look = ACTS[act]
    if first is not None:
        first(bench)
    arm(bench, moment)
    work(bench)


def begin(data_dir: Path) -> None:
    """The till's first start: its journal has begun, and the marker beside it says so."""
    bench = open_bench(data_dir, ManualClock(START_UTC))
    with bench.database.write() as connection:
        bench.ledger.append(connection, "till.enrolled", {}, person_id="system")
    bench.database.close()


def in_a_child(work: Callable[[], None]) -> str:
    """Do it in a process of its own: ``gone`` when that was killed."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    return "gone" if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL else "alive"


def main(data_dir: Path) -> None:
    in_a_child(lambda: begin(data_dir))
    for line in sys.stdin:
        act, moment = line.strip().rsplit(" ", 1)
        say(in_a_child(partial(die_in, data_dir, act, moment)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
