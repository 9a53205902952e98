"""The strip of an identity document before the camera: looked at again and again until it is read, or the sheet is closed. GUI thread.

Pictures are read on the worker for errands and forgotten; what is read goes to the seller's form alone.
"""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Ok, Result
from kiosk.tradein.mrz import Identity, MrzUnreadable, MrzWrong
from kiosk.tradein.strip import StripNotSeen, identity_in
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.bench import PHOTO_DEADLINE_MS, Bench, BenchViewModel
from kiosk.ui.viewmodels.viewfinder import ViewfinderViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
IDENTITY = "identity"
AGAIN = (StripNotSeen, MrzWrong, MrzUnreadable)


@QmlElement
@QmlUncreatable("made by the composition root")
class StripViewModel(BenchViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``on_read`` gets who it is; without a live picture one picture is taken and read."""

    changed = Signal()

    def __init__(self, bench: Bench, formats: Formats, *, on_read: Callable[[Identity], None], parent: QObject | None = None) -> None:
        super().__init__(bench, formats, parent)
        self._on_read = on_read
        self._aside = bench.beside.errands if bench.beside else bench.jobs
        self._finder = ViewfinderViewModel(bench.camera, self._aside, self)
        self._looking = False
        self._hint = ""

    @Slot()
    def start(self) -> None:
        """The document is held before the camera."""
        if self._looking or self.busy or self._bench.text is None:
            return
        self._looking, self._hint = True, ""
        self.closeNotice()
        if self._bench.camera.live:
            self._finder.look(self._formats.language)
        self.changed.emit()
        self._look()

    @Slot()
    def close(self) -> None:
        if self._looking:
            self._looking = False
            self._finder.lookAway()
            self.changed.emit()

    def _look(self) -> None:
        camera, reader = self._bench.camera, self._bench.text
        today = self._bench.clock.now_utc().astimezone(ZoneInfo(self._formats.zone)).date()
        assert reader is not None, "the sheet opens only where strips are read"
        self._set_busy(True)
        self._aside.run(lambda: identity_in(camera.capture(IDENTITY, deadline_ms=PHOTO_DEADLINE_MS), reader, today=today), self._looked)

    def _looked(self, result: Result[Identity]) -> None:
        self._set_busy(False)
        if not self._looking:
            return
        if isinstance(result, Ok):
            self.close()
            self._on_read(result.value)
        elif self._bench.camera.live and isinstance(result.error, AGAIN):
            self._hint = text_of(result.error, self._formats.language).what
            self.changed.emit()
            self._look()
        else:
            self.close()
            self._refuse(result.error)

    finder = Property(ViewfinderViewModel, lambda self: self._finder, constant=True)
    available = Property(bool, lambda self: self._bench.text is not None, constant=True)
    seen = Property(bool, lambda self: self._looking and self._bench.camera.live, notify=changed)
    hint = Property(str, lambda self: self._hint, notify=changed)
