"""One thread that does one thing at a time, from a bounded queue, and ends when told.

The ledger worker, the reader and each device own one. Results leave through the ``done`` callback, on the worker's thread:
the caller brings them to its own (see ``ui/jobs.py``). Tests use ``HandWorker`` and step it.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol, TypeVar

from kiosk.basics.results import Err, Ok, Result
from kiosk.errors import KioskError

T = TypeVar("T")
log = logging.getLogger(__name__)
Done = Callable[[Result[T]], None]


class Worker(Protocol):
    """Somewhere that work is done one after the other."""

    def submit(self, work: Callable[[], T], done: Callable[[Result[T]], None]) -> None: ...

    def stop(self, *, timeout_s: float = 10.0) -> None: ...


def run(work: Callable[[], T]) -> Result[T]:
    """Do the work and fold whatever it raises into an ``Err``; a failure that is not ours is logged with its traceback."""
    try:
        return Ok(work())
    except KioskError as error:
        return Err(error)
    except Exception as error:  # a worker loop must outlive a bug in one job
        log.exception("a job failed")
        return Err(error)


def ask(worker: Worker, work: Callable[[], T], *, timeout_s: float) -> T:
    """Have a worker do something and wait for it; raises what the work raised, TimeoutError when it took too long."""
    answered: Future[Result[T]] = Future()
    worker.submit(work, answered.set_result)
    result = answered.result(timeout_s)
    if isinstance(result, Err):
        raise result.error
    return result.value


class ThreadWorker:
    """A daemon thread with a queue of at most ``limit`` jobs; ``submit`` raises ``queue.Full`` beyond it."""

    def __init__(self, name: str, *, limit: int = 1000) -> None:
        self._queue: queue.Queue[Callable[[], None] | None] = queue.Queue(limit)
        self._thread = threading.Thread(target=self._loop, name=name, daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        self._queue.put_nowait(lambda: done(run(work)))

    def stop(self, *, timeout_s: float = 10.0) -> None:
        """Finish what is queued, then end; waits at most ``timeout_s``."""
        self._queue.put(None)
        self._thread.join(timeout_s)

    def _loop(self) -> None:
        while (job := self._queue.get()) is not None:
            job()
            del job  # a thread that waits keeps nothing alive: what a job holds (a page, its window) is not this thread's to end


class HandWorker:
    """Does nothing until ``step`` is called: tests decide the order of the world."""

    def __init__(self) -> None:
        self._jobs: deque[Callable[[], None]] = deque()

    def submit(self, work: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        self._jobs.append(lambda: done(run(work)))

    def step(self) -> bool:
        """Do the oldest job; False when there was none."""
        if not self._jobs:
            return False
        self._jobs.popleft()()
        return True

    def stop(self, *, timeout_s: float = 10.0) -> None:  # noqa: ARG002 - the protocol has a deadline, a hand needs none
        while self.step():
            pass
