"""Lives of a till whose bench is worked at without rest: each is killed in the middle of a statement, or ends; after each all of it is looked at.

``python -m tests.crash.bench_world FOLDER ACTS SEED`` plays so many acts. Every life is a process of its own.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, event

from kiosk.basics.clock import parse_utc
from kiosk.errors import Damaged, Misused, Refused
from tests.crash.agreeing import till_agrees
from tests.crash.bench_desk import NOTHING, BenchDesk
from tests.crash.bench_hands import BenchHands
from tests.crash.bench_shelf import BenchShelf
from tests.crash.bench_truths import bench_holds, interval_of, refusal_speaks, session_holds
from tests.crash.random_shop import LivingTill, looked_at, make, started

Act = Callable[[], str]
LONGEST_LIFE, MOST_STATEMENTS = 300, 60_000
SAID = "acts.txt"
ALIVE = 0.25
"""How many lives end of themselves: the others are killed."""


class BenchWorld:
    """One life."""

    def __init__(self, till: LivingTill, draw: random.Random) -> None:
        self.hands = BenchHands(till, draw)
        desk, shelf = BenchDesk(self.hands), BenchShelf(self.hands)
        self._acts: list[tuple[Act, int]] = [
            (desk.start, 14), (desk.answer, 16), (desk.pass_step, 14), (desk.pass_many, 22), (desk.pass_rest, 5), (desk.take, 8), (desk.photo, 5),
            (desk.mark, 2), (desk.go_to, 5), (desk.pause, 3), (desk.resume, 6), (desk.extend, 3), (desk.propose, 10), (desk.counter, 8),
            (desk.identify_seller, 9), (desk.decline, 3), (desk.come_back, 6), (desk.buy, 8), (desk.conclude, 14), (desk.tidy, 8), (desk.look, 1),
            (shelf.erase, 10), (shelf.inspect, 10), (shelf.points, 16), (shelf.take, 4), (shelf.test_again, 2), (shelf.finish, 14),
            (shelf.repair, 5), (shelf.let_go, 4), (shelf.grade, 3), (shelf.hold, 2), (shelf.release, 4), (shelf.explain, 1),
            (shelf.sell, 6), (shelf.bring_back, 3), (shelf.close_day, 2),
            (shelf.time_passes, 6), (shelf.price_book, 2),
        ]  # fmt: skip

    def act(self) -> str:
        """One act, and what must hold after it."""
        (chosen,) = self.hands.draw.choices([act for act, _ in self._acts], weights=[weight for _, weight in self._acts])
        before = interval_of(self.hands, self.hands.session_id)
        said = self._said(chosen)
        while said == NOTHING:
            (chosen,) = self.hands.draw.choices([act for act, _ in self._acts], weights=[weight for _, weight in self._acts])
            before = interval_of(self.hands, self.hands.session_id)
            said = self._said(chosen)
        if self.hands.session_id is not None:
            session_holds(self.hands, self.hands.session_id, before)
        return said

    def _said(self, chosen: Act) -> str:
        self.hands.till.clock.advance(seconds=self.hands.draw.randint(1, 12))
        try:
            return chosen()
        except (Refused, Misused) as error:
            refusal_speaks(error)
            self.hands.sales.settle()
            return f"refused {error.code}"
        except Damaged as error:
            raise AssertionError(f"{chosen.__qualname__}: {error}") from error


def live(data_dir: Path, seed: str, *, most: int) -> None:
    """Act until the bomb goes off or it is enough; each act is said once it is done."""
    draw = random.Random(seed)
    with started(data_dir) as till:
        _go_on_where_it_was(till)
        world = BenchWorld(till, draw)
        world.hands.sales.settle()
        if draw.random() > ALIVE:
            arm(round(MOST_STATEMENTS ** draw.random()))
        with (data_dir / SAID).open("a", encoding="utf-8", buffering=1) as said:
            for _ in range(min(most, draw.randint(1, LONGEST_LIFE))):
                said.write(f"{world.act()}\n")


def look(data_dir: Path) -> None:
    """Nothing is written; everything that was acknowledged stands."""
    with looked_at(data_dir) as till:
        _go_on_where_it_was(till)
        till_agrees(till.house, till.services, till_code="K2")
        hands = BenchHands(till, random.Random(1))
        bench_holds(hands)
        bought = {line.split()[1] for line in (data_dir / SAID).read_text("utf-8").splitlines() if line.startswith("bought ")}
        assert bought <= set(hands.sales.ask("SELECT number FROM trade_in")), "an acknowledged purchase is gone"


def arm(statements: int) -> None:
    """Die before the so-many-th statement or commit from now on, as by a power cut."""
    left = [statements]

    def tick(*_args: object) -> None:
        left[0] -= 1
        if left[0] <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", tick)
    event.listen(Engine, "commit", tick)


def _go_on_where_it_was(till: LivingTill) -> None:
    """Not every act is in the journal: the clock goes on after the last of the bench."""
    with till.house.database.read() as connection:
        (last,) = connection.exec_driver_sql("SELECT max(at_utc) FROM diagnostic_event").one()
    if last is not None:
        till.clock.set_wall(max(till.clock.now_utc(), parse_utc(str(last)) + timedelta(minutes=1)))


def in_a_process(do: Callable[[], None]) -> int:
    """Do it in a child; gives how it ended: 0, or the signal that killed it."""
    pid = os.fork()
    if pid == 0:
        ended = 1
        try:
            do()
            ended = 0
        finally:
            if ended:
                traceback.print_exc()
            os._exit(ended)
    _pid, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


def play(data_dir: Path, acts: int, *, seed: int) -> tuple[Counter[str], int, int]:
    """So many acknowledged acts; gives what was done, the lives and the kills. A life that ends otherwise than by the bomb is a fault."""
    assert in_a_process(partial(make, data_dir)) == 0
    said = data_dir / SAID
    said.write_text("", "utf-8")
    lives = kills = 0
    while (done := len(said.read_text("utf-8").splitlines())) < acts:
        ended = in_a_process(partial(live, data_dir, f"{seed} {lives}", most=acts - done))
        assert ended in (0, -signal.SIGKILL), f"life {lives} of seed {seed} failed"
        assert in_a_process(partial(look, data_dir)) == 0, f"after life {lives} of seed {seed}"
        lives, kills = lives + 1, kills + (ended != 0)
    return Counter(said.read_text("utf-8").splitlines()), lives, kills


def main(folder: Path, acts: int, seed: int) -> None:
    begun = time.monotonic()
    done, lives, kills = play(folder, acts, seed=seed)
    words: Counter[str] = Counter()
    for line, count in done.items():
        words[" ".join(word for word in line.split()[:2] if "-" not in word)] += count
    print(f"seed {seed}: {sum(done.values())} acts, {lives} lives, {kills} kills, {time.monotonic() - begun:.0f} s: {dict(words.most_common())}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
