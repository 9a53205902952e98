"""Taking photos of a step: the finder of a live camera going from view to view, and a kept photo seen large. GUI thread.

A tap on a view without a photo takes it at once, or, with a camera that shows what it sees, opens the finder there; a tap on one with a photo shows it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Ok, Result
from kiosk.diagnostics.views import SessionFacts, StepFacts
from kiosk.ui.jobs import Jobs
from kiosk.ui.viewmodels.bench import Bench
from kiosk.ui.viewmodels.pictures import LARGE_PX, picture_address
from kiosk.ui.viewmodels.viewfinder import ViewfinderViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

ReadPhoto = Callable[[str], bytes | None]


@QmlElement
@QmlUncreatable("made by the composition root")
class PhotographingViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``shoot`` takes and keeps the photo of a view; ``aside`` is where a camera may be waited for."""

    changed = Signal()

    def __init__(self, bench: Bench, *, shoot: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.aside: Jobs = bench.beside.errands if bench.beside else bench.jobs
        self._jobs, self._shoot = bench.jobs, shoot
        self._finder = ViewfinderViewModel(bench.camera, self.aside, self)
        self._language = "fr"
        self._step: StepFacts | None = None
        self._read: ReadPhoto = lambda _sha256: None
        self._aimed = self._viewed = self._large = ""

    def speak(self, language: str) -> None:
        self._language = language

    def follow(self, session: SessionFacts, read: ReadPhoto) -> None:
        """The step as it stands: a view that was just taken leads to the next one that is missing, the last one closes the finder."""
        before, self._step, self._read = self._step, session.current, read
        if before is None or self._step is None or before.step_id != self._step.step_id:
            self.closeFinder()
            self.closeLarge()
            return
        if self._aimed and dict(before.photos).get(self._aimed) != self._kept().get(self._aimed):
            self._aim(next((slot for slot in self._step.photo_slots if slot not in self._kept()), ""))
        if self._viewed and dict(before.photos).get(self._viewed) != self._kept().get(self._viewed):
            self._view(self._viewed)

    @Slot(str)
    def touch(self, slot: str) -> None:
        """A finger on a view."""
        if slot in self._kept():
            self._view(slot)
        else:
            self._take(slot)

    @Slot()
    def shoot(self) -> None:
        """What is in the finder now is the photo of the view."""
        if self._aimed and self._finder.frame:
            self._shoot(self._aimed)

    @Slot(str)
    def aim(self, slot: str) -> None:
        """Another view first."""
        if self._aimed:
            self._aim(slot)

    @Slot()
    def closeFinder(self) -> None:
        if self._aimed:
            self._aim("")

    @Slot()
    def retake(self) -> None:
        """The photo on show is not good: a new one replaces it."""
        slot, live = self._viewed, self._finder.live
        if live:
            self.closeLarge()
        if slot:
            self._take(slot)

    @Slot(int)
    def turn(self, steps: int) -> None:
        """To the next photo of the step, or the one before."""
        kept = list(self._kept())
        if self._viewed in kept:
            self._view(kept[(kept.index(self._viewed) + steps) % len(kept)])

    @Slot()
    def closeLarge(self) -> None:
        if self._viewed:
            self._viewed = self._large = ""
            self.changed.emit()

    def _kept(self) -> dict[str, str]:
        return dict(self._step.photos) if self._step else {}

    def _take(self, slot: str) -> None:
        if self._finder.live:
            self._aim(slot)
        else:
            self._shoot(slot)

    def _aim(self, slot: str) -> None:
        was, self._aimed = self._aimed, slot
        if slot and not was:
            self._finder.look(self._language)
        elif was and not slot:
            self._finder.lookAway()
        self.changed.emit()

    def _view(self, slot: str) -> None:
        self._viewed, sha256, read = slot, self._kept()[slot], self._read
        self._jobs.run(lambda: picture_address(read(sha256) or b"", LARGE_PX), lambda result: self._enlarged(slot, result))
        self.changed.emit()

    def _enlarged(self, slot: str, result: Result[str]) -> None:
        if isinstance(result, Ok) and slot == self._viewed:
            self._large = result.value
            self.changed.emit()

    finder = Property(ViewfinderViewModel, lambda self: self._finder, constant=True)
    aimed = Property(str, lambda self: self._aimed, notify=changed)
    viewed = Property(str, lambda self: self._viewed, notify=changed)
    large = Property(str, lambda self: self._large, notify=changed)
    several = Property(bool, lambda self: len(self._kept()) > 1, notify=changed)
