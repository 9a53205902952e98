"""What the gallery of components needs to know: theme, training and language; it can be turned from the page itself."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by run_gallery")
class GalleryViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The gallery's switches."""

    lookChanged = Signal()

    def __init__(self, *, dark: bool, language: str, training: bool = False, motion: bool = True) -> None:
        super().__init__()
        self._dark = dark
        self._language = language
        self._training = training
        self._motion = motion

    @Slot()
    def nextTheme(self) -> None:
        """Light, dark, training light, training dark, and round."""
        if self._dark:
            self._training = not self._training
        self._dark = not self._dark
        self.lookChanged.emit()

    dark = Property(bool, lambda self: self._dark, notify=lookChanged)
    training = Property(bool, lambda self: self._training, notify=lookChanged)
    motion = Property(bool, lambda self: self._motion, constant=True)
    language = Property(str, lambda self: self._language, constant=True)
