"""Garbage is collected on the GUI thread alone, between two events.

Python collects on whichever thread happens to allocate. A page that was closed is garbage full of Qt objects, and those must end on the
thread they live on: a worker that collected them could take the process with it. It also spares a scan the pause. GUI thread only.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

COLLECT_EVERY_MS = 1_000
WHOLE_EVERY = 60


class Collector(QObject):
    """Between ``begin`` and ``end`` no other thread collects, and nothing at all before ``work``: what is made at the start stays.

    The young are looked through every second, everything once a minute.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(COLLECT_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def begin(self) -> None:
        gc.disable()

    def work(self) -> None:
        """The start is over."""
        self._timer.start()

    def end(self) -> None:
        """Collect what is left of what was just closed, then let Python do it again."""
        self._timer.stop()
        gc.collect()
        gc.enable()

    @Slot()
    def collect(self) -> None:
        self._rounds += 1
        gc.collect(2 if self._rounds % WHOLE_EVERY == 0 else 1)
