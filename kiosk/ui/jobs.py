"""Work off the GUI thread, results on it: the one bridge between a worker and the screens.

``run`` hands work to a worker; ``done`` is called on the GUI thread with ``Ok`` or ``Err``, through one queued signal. Nothing here
waits. The worker must be stopped before this object dies (``application.py`` does). Tests give a ``HandWorker`` and step it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.basics.results import Result
from kiosk.basics.workers import Worker

T = TypeVar("T")


class Jobs(QObject):
    """The jobs of one worker; lives on the GUI thread."""

    _finished = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._under_way = 0
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def under_way(self) -> int:
        """How many results are still to come."""
        return self._under_way

    def run(self, work: Callable[[], T], done: Callable[[Result[T]], None]) -> None:
        """Queue ``work``; ``queue.Full`` when the worker already has its limit."""

        def leave(result: Result[T]) -> None:
            self._finished.emit(lambda: done(result))

        self._worker.submit(work, leave)
        self._under_way += 1

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        self._under_way -= 1
        call()
