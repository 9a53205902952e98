"""Kills a till at random moments, drawn from a seed, and looks after each whether all that it acknowledged stands, whole and proved."""

from __future__ import annotations

import os
import random
import selectors
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sqlalchemy import Connection

from kiosk.journal.marker import HeadMarker
from kiosk.journal.verify import verify
from tests.crash.till_child import KEY, make, opened

ROOT = Path(__file__).resolve().parents[2]
LONGEST_WAIT_S = 30.0


class Victim:
    """The process that forks tills; ``kill_one`` starts one and kills it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None and process.stdout is not None
        self._in: IO[bytes] = process.stdin
        self._out: IO[bytes] = process.stdout
        self._rest = b""

    def kill_one(self, draw: random.Random, *, most_acknowledged: int, within_ms: int) -> list[str]:
        """Let it acknowledge some, a little longer, then SIGKILL; gives every acknowledgement that came out."""
        self._in.write(b"go\n")
        self._in.flush()
        first = self._line()
        assert first.startswith("pid "), first
        heard = [self._acknowledged() for _ in range(draw.randint(0, most_acknowledged))]
        self._listen(draw.uniform(0, within_ms / 1000))
        os.kill(int(first.removeprefix("pid ")), signal.SIGKILL)
        while (line := self._line()) != "gone":
            heard.append(line)
        return heard

    def _acknowledged(self) -> str:
        line = self._line()
        assert line != "gone", "a till ended by itself: what it could not do stands on its standard error"
        return line

    def _line(self) -> str:
        while b"\n" not in self._rest:
            self._listen(LONGEST_WAIT_S)
        line, self._rest = self._rest.split(b"\n", 1)
        return line.decode()

    def _listen(self, at_most_s: float) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._out, selectors.EVENT_READ)
            if selector.select(at_most_s):
                found = os.read(self._out.fileno(), 65536)
                assert found, "the tills' process has ended"
                self._rest += found


@contextmanager
def victim(data_dir: Path, act: str) -> Iterator[Victim]:
    command = [sys.executable, "-m", "tests.crash.till_child", str(data_dir), act]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Victim(process)
        process.kill()


def rows(connection: Connection, question: str) -> list[tuple[object, ...]]:
    """What the database answers."""
    return [tuple(row) for row in connection.exec_driver_sql(question)]


def survive(data_dir: Path, act: str, agree: Callable[[Connection], list[str]], *, kills: int, seed: int, most_acknowledged: int, within_ms: int = 40) -> int:
    """Kill a till again and again. After each, ``agree`` looks at the database and gives what stands, oldest first, in the words of its
    acknowledgements: all of them, and at most one more, that it had no time to say. Gives how much stands in the end.
    """
    make(data_dir)
    draw = random.Random(seed)
    standing: list[str] = []
    with victim(data_dir, act) as tills:
        for _kill in range(kills):
            said = standing + tills.kill_one(draw, most_acknowledged=most_acknowledged, within_ms=within_ms)
            with opened(data_dir) as till, till.database.read() as connection:
                assert till.ledger.quarantined is None
                standing = agree(connection)
                assert verify(connection, key=KEY, marker=HeadMarker(data_dir)).fault is None
                assert till.counter.fiscal.verify(connection).sound
            assert standing[: len(said)] == said
            assert len(standing) <= len(said) + 1
    return len(standing)
