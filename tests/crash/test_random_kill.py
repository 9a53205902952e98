"""Random operations and kill -9 between and within them: every proof of the till agrees with every other, to the cent (compliance §10, 1 and 2).

In the suite a few hundred acts; ``python -m tests.crash.test_random_kill 10000`` plays as many as it is told.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import pytest

from kiosk import bootstrap, training
from kiosk.storage.training import training_dir
from tests.crash.agreeing import till_agrees
from tests.crash.killing import victim
from tests.crash.random_shop import LivingTill, has_trained, looked_at, make, started
from tests.crash.random_till import RandomTill, happened

ACTS, MOST_BEFORE_A_KILL = 220, 40
ROUNDS = 2
SOON_MS = (60, 60, 60, 60, 1500)
"""How long after its last word a till is killed: most acts take some ten milliseconds, a diagnosis or a training session more than a second."""


def everything_agrees(data_dir: Path) -> int:
    """Look at the till as it was left, and at its training till; gives how many days it has closed."""
    with looked_at(data_dir) as till:
        if has_trained(training_dir(data_dir)):
            training_till_agrees(till)
        return till_agrees(till.house, till.services, till_code="K2")


def training_till_agrees(till: LivingTill) -> None:
    """Chains, numbers and totals of its own (FIS-13); killed before it was filled it is no till yet."""
    twin = training.open_training(till.house.data_dir, clock=till.clock)
    try:
        if twin.identity() is not None:
            till_agrees(twin, bootstrap.build_services(twin), till_code="X2")
    finally:
        twin.close()


def play(data_dir: Path, acts: int, *, seed: int, look_every: int) -> tuple[Counter[str], int]:
    """So many acknowledged acts, killed again and again; gives what was done and how often it was killed."""
    make(data_dir)
    draw = random.Random(seed)
    done: Counter[str] = Counter()
    kills = 0
    with victim(data_dir, "anything") as tills:
        while sum(done.values()) < acts:
            heard = tills.kill_one(draw, most_acknowledged=MOST_BEFORE_A_KILL, within_ms=draw.choice(SOON_MS))
            done.update(word.split()[0] for word in heard)
            kills += 1
            if kills % look_every == 0:
                everything_agrees(data_dir)
    return done, kills


@pytest.mark.timeout(600)
def test_whatever_is_done_and_whenever_it_is_killed_every_book_agrees_with_every_other(tmp_path: Path) -> None:
    done, kills = play(tmp_path, ACTS, seed=20261123, look_every=4)
    everything_agrees(tmp_path)
    assert "sold" in done
    assert kills >= 2


@pytest.mark.timeout(300)
def test_every_act_of_the_random_till_is_done_and_every_book_agrees(tmp_path: Path) -> None:
    """So that none of them is a dead letter: chance alone leaves the rare ones out of a short run."""
    make(tmp_path)
    with started(tmp_path) as till:
        living = RandomTill(till, random.Random(3))
        rounds = [living.every_act() for _round in range(ROUNDS)]
    said = {act: [word for words in rounds for word in words[act]] for act in rounds[0]}
    assert [act for act, words in said.items() if not any(map(happened, words))] == []
    assert any(word.startswith("bought") for words in said.values() for word in words), "a trade-in takes two steps"
    assert everything_agrees(tmp_path) == ROUNDS


if __name__ == "__main__":
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        counted, killed = play(Path(folder), int(sys.argv[1]), seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1, look_every=25)
        days = everything_agrees(Path(folder))
    minutes = (time.monotonic() - begun) / 60
    print(f"{sum(counted.values())} acts, {killed} kills, {days} days closed, {minutes:.0f} min, every book agrees: {dict(counted)}")  # noqa: T201
