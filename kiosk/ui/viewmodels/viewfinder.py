"""What a live camera sees, before a picture is taken. GUI thread; frames are made small on the camera's own thread, and one that comes too soon is dropped.

The camera is opened and closed on the worker for errands: neither costs the screen a frame.
"""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.errors import KioskError
from kiosk.hardware.ports import Camera
from kiosk.ui.error_text import text_of
from kiosk.ui.jobs import Jobs
from kiosk.ui.viewmodels.pictures import frame_address

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class ViewfinderViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The picture in the finder, or why there is none."""

    changed = Signal()
    _seen = Signal(str)
    _lost = Signal(object)

    def __init__(self, camera: Camera, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._camera, self._jobs = camera, jobs
        self._looking = False
        self._frame = self._fault = self._todo = ""
        self._on_its_way = False
        self._language = "fr"
        self._seen.connect(self._show_frame, Qt.ConnectionType.QueuedConnection)
        self._lost.connect(self._show_fault, Qt.ConnectionType.QueuedConnection)

    @property
    def live(self) -> bool:
        return self._camera.live

    def look(self, language: str) -> None:
        """Open the camera."""
        self._looking, self._language = True, language
        self._frame = self._fault = self._todo = ""
        self._jobs.run(lambda: self._camera.watch(self._on_frame, self._lost.emit), lambda _result: None)
        self.changed.emit()

    @Slot()
    def lookAway(self) -> None:
        """Close it."""
        if self._looking:
            self._looking = False
            self._jobs.run(self._camera.unwatch, lambda _result: None)
            self.changed.emit()

    def _on_frame(self, jpeg: bytes) -> None:
        """On the camera's thread."""
        if not self._on_its_way:
            self._on_its_way = True
            self._seen.emit(frame_address(jpeg))

    @Slot(str)
    def _show_frame(self, address: str) -> None:
        self._on_its_way = False
        if self._looking and address:
            self._frame, self._fault, self._todo = address, "", ""
            self.changed.emit()

    @Slot(object)
    def _show_fault(self, error: KioskError) -> None:
        if self._looking:
            words = text_of(error, self._language)
            self._frame, self._fault, self._todo = "", words.what, words.todo
            self.changed.emit()

    looking = Property(bool, lambda self: self._looking, notify=changed)
    frame = Property(str, lambda self: self._frame, notify=changed)
    fault = Property(str, lambda self: self._fault, notify=changed)
    todo = Property(str, lambda self: self._todo, notify=changed)
