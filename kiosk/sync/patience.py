"""A small thread that tries something until nothing is left of it, with patience: for errands to central beside the sync."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

FIRST_WAIT_S = 2.0
log = logging.getLogger(__name__)


class PatientThread:
    """``attempt`` says whether nothing is left to do. It is called at the start, at each ``look``, and again after growing waits while something is left."""

    def __init__(self, name: str, attempt: Callable[[], bool], *, longest_wait_s: float, stop_timeout_s: float) -> None:
        self._attempt = attempt
        self._longest_wait_s = longest_wait_s
        self._stop_timeout_s = stop_timeout_s
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self.ended = False

    def start(self) -> None:
        self._wake.set()
        self._thread.start()

    def look(self) -> None:
        """Any thread: there may be something to do, or the network came back."""
        self._wake.set()

    def stop(self) -> None:
        """Waits for an attempt that is under way, but not for ever."""
        self.ended = True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(self._stop_timeout_s)

    def _run(self) -> None:
        wait_s: float | None = None
        while True:
            self._wake.wait(wait_s)
            self._wake.clear()
            if self.ended:
                return
            wait_s = None if self._tried() else min(max(2 * (wait_s or 0.0), FIRST_WAIT_S), self._longest_wait_s)

    def _tried(self) -> bool:
        try:
            return self._attempt()
        except Exception:  # the thread must outlive a bug in one attempt
            log.exception("an attempt of %s failed", self._thread.name)
            return False
