"""The first start of an empty kiosk: enrol by central's address and a one-time code, or open the demo shop; then the first sync.

The work itself (keys, HTTP, database) is given as functions and runs on a worker.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Err, Result
from kiosk.ui.error_text import ErrorText, text_of
from kiosk.ui.jobs import Jobs

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


class SetupWork(Protocol):
    """What setting up does; both block and raise coded errors."""

    def enrol(self, address: str, code: str) -> None: ...

    def open_demo(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Progress:
    """The first sync: how many of each feed's rows are here. ``feed`` is a code: "catalogue", "people", "units"."""

    feed: str = ""
    done: int = 0
    total: int = 0

    @property
    def part(self) -> float:
        return min(1.0, self.done / self.total) if self.total else 0.0


@QmlElement
@QmlUncreatable("made by the composition root")
class SetupViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``step``: "choose" → "code" → "enrolling" → "syncing"; ``on_ready`` when the kiosk may be used."""

    changed = Signal()

    def __init__(self, work: SetupWork, jobs: Jobs, *, address: str, demo_offered: bool, on_enrolled: Callable[[], None]) -> None:
        super().__init__()
        self._work = work
        self._jobs = jobs
        self._address = address
        self._demo_offered = demo_offered
        self._on_enrolled = on_enrolled
        self._language = "fr"
        self._step = "choose"
        self._error: ErrorText | None = None
        self._progress = Progress()

    def show_language(self, language: str) -> None:
        self._language = language

    def show_progress(self, progress: Progress) -> None:
        """The first sync has come so far."""
        self._step, self._progress = "syncing", progress
        self.changed.emit()

    @Slot()
    def enterCode(self) -> None:
        self._go("code")

    @Slot()
    def back(self) -> None:
        self._go("choose")

    @Slot(str, str)
    def enrol(self, address: str, code: str) -> None:
        """Ask central to take this kiosk in."""
        self._address = address.strip()
        self._start(lambda: self._work.enrol(address.strip(), code.strip()))

    @Slot()
    def openDemo(self) -> None:
        self._start(self._work.open_demo)

    def _go(self, step: str) -> None:
        self._step, self._error = step, None
        self.changed.emit()

    def _start(self, work: Callable[[], None]) -> None:
        before = self._step
        self._go("enrolling")
        self._jobs.run(work, lambda result: self._enrolled(result, before))

    def _enrolled(self, result: Result[None], before: str) -> None:
        if isinstance(result, Err):
            self._step, self._error = before, text_of(result.error, self._language)
        else:
            self._step = "syncing"
            self._on_enrolled()
        self.changed.emit()

    def _error_part(self, part: str) -> str:
        return str(getattr(self._error, part)) if self._error else ""

    step = Property(str, lambda self: self._step, notify=changed)
    address = Property(str, lambda self: self._address, notify=changed)
    demoOffered = Property(bool, lambda self: self._demo_offered, constant=True)
    errorTitle = Property(str, lambda self: self._error_part("what"), notify=changed)
    errorDetail = Property(str, lambda self: f"{self._error_part('meaning')} {self._error_part('todo')}".strip(), notify=changed)
    feed = Property(str, lambda self: self._progress.feed, notify=changed)
    syncDone = Property(int, lambda self: self._progress.done, notify=changed)
    syncTotal = Property(int, lambda self: self._progress.total, notify=changed)
    syncPart = Property(float, lambda self: self._progress.part, notify=changed)
