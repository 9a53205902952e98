"""Kills a till at random moments, drawn from a seed, and collects what it had acknowledged."""

from __future__ import annotations

import os
import random
import selectors
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

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
        heard = [self._line() for _ in range(draw.randint(0, most_acknowledged))]
        self._listen(draw.uniform(0, within_ms / 1000))
        os.kill(int(first.removeprefix("pid ")), signal.SIGKILL)
        while (line := self._line()) != "gone":
            heard.append(line)
        return heard

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
