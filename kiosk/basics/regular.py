"""A small thread that does something at its start and then regularly: for errands that nobody waits for."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

STOP_TIMEOUT_S = 5.0
log = logging.getLogger(__name__)


class RegularThread:
    """``work`` may fail: it is said in the log, and tried again the next time."""

    def __init__(self, name: str, work: Callable[[], None], *, every_s: float) -> None:
        self._work = work
        self._every_s = every_s
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Waits for work that is under way, but not for ever."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(STOP_TIMEOUT_S)

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                self._work()
            except Exception:  # the thread must outlive a bug in one round
                log.exception("a round of %s failed", self._thread.name)
            self._ended.wait(self._every_s)
