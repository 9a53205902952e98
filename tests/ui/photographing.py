"""What the tests of pages have in common: each page at every size, with its faults and its pictures."""

from __future__ import annotations

from dataclasses import replace

from kiosk.ui.application import KioskWindow
from tests.ui.conftest import LookAt
from tests.ui.looking import faults
from tests.ui.shell import Shell

SIZES = [(1920, 1080), (1366, 768), (1024, 768)]
LANGUAGES = ("fr", "en")


def photograph(shell: Shell, window: KioskWindow, look_at: LookAt, name: str, *, language: str, in_english: bool = True) -> list[str]:
    """The faults of what is on show; pictures by day and in the dark in French, by day ``in_english``."""
    found: list[str] = []
    for width, height in SIZES:
        window.window.setWidth(width)
        window.window.setHeight(height)
        found += [f"{name} {width}: {fault}" for fault in faults(window)]
        if language == "fr" or in_english:
            look_at(window, f"{name}-{width}-{language}-light")
        if language == "fr":
            shell.app.show_frame(replace(shell.app.frame, dark=True))
            look_at(window, f"{name}-{width}-{language}-dark")
            shell.app.show_frame(replace(shell.app.frame, dark=False))
    return found
