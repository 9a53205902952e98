"""How much central lets in: ingest transactions at once, and guesses of enrolment codes per address."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.to_thread

T = TypeVar("T")

INGEST_AT_ONCE = 8
INGEST_QUEUE = 200
BUSY_RETRY_AFTER_S = 2
GUESSES_PER_WINDOW = 10
GUESS_WINDOW_MS = 60_000


class Full(Exception):
    """More pushes are waiting than central will queue."""


class Gate:
    """Runs work on threads, at most ``INGEST_AT_ONCE`` at a time; beyond the queue it says so at once."""

    def __init__(self) -> None:
        self._limiter: anyio.CapacityLimiter | None = None
        self._inside = 0

    async def run(self, work: Callable[[], T]) -> T:
        """Full when the queue is full; otherwise what the work gives."""
        if self._inside >= INGEST_AT_ONCE + INGEST_QUEUE:
            raise Full
        if self._limiter is None:
            self._limiter = anyio.CapacityLimiter(INGEST_AT_ONCE)
        self._inside += 1
        try:
            return await anyio.to_thread.run_sync(work, limiter=self._limiter)
        finally:
            self._inside -= 1


class GuessLimit:
    """Counts refused codes per address over the last minute; addresses beyond ``MOST_ADDRESSES`` push the oldest out."""

    MOST_ADDRESSES = 10_000

    def __init__(self) -> None:
        self._guesses: dict[str, deque[int]] = {}

    def exceeded(self, address: str, *, now_ms: int) -> bool:
        """Whether this address has guessed too often."""
        guesses = self._guesses.get(address, deque())
        while guesses and now_ms - guesses[0] > GUESS_WINDOW_MS:
            guesses.popleft()
        return len(guesses) >= GUESSES_PER_WINDOW

    def note(self, address: str, *, now_ms: int) -> None:
        """A code from this address was refused."""
        if address not in self._guesses and len(self._guesses) >= self.MOST_ADDRESSES:
            self._guesses.pop(next(iter(self._guesses)))
        self._guesses.setdefault(address, deque(maxlen=GUESSES_PER_WINDOW)).append(now_ms)
