"""The gallery: every component in every state, on show or as a picture. GUI thread."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSize

from kiosk.ui.application import QUEUED_ONCE, KioskWindow, start_qt
from kiosk.ui.viewmodels.gallery import GalleryViewModel


def run_gallery(*, dark: bool = False, language: str = "fr", size: tuple[int, int] = (1920, 1080), picture: Path | None = None) -> int:
    """Show every component in every state; with ``picture``, write it there and end."""
    application = start_qt(sys.argv)
    root = GalleryViewModel(dark=dark, language=language)
    kiosk_window = KioskWindow(root, page="App/Gallery.qml", size=QSize(*size))
    if picture is not None:
        picture.parent.mkdir(parents=True, exist_ok=True)
        # The first frame lays out; after it the window is as a person would see it.
        kiosk_window.window.frameSwapped.connect(lambda: application.exit(0 if kiosk_window.grab().save(str(picture)) else 1), QUEUED_ONCE)
    kiosk_window.show()
    try:
        return application.exec()
    finally:
        kiosk_window.close()
