"""A camera that is a folder: ``front.jpg`` for the slot *front*, else all pictures in turn. For the demo.

``presented.jpg`` is what somebody holds before it: the next photo, whatever the slot, and then it is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.hardware.faults import NoPicture

PRESENTED = "presented.jpg"


class FolderCamera:
    """A slot that has a picture of its name always gives that one. There is nothing to look at before."""

    live = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken = 0

    def capture(self, slot: str, *, deadline_ms: int) -> bytes:
        held = self._folder / PRESENTED
        if held.exists():
            content = held.read_bytes()
            held.unlink()
            return content
        pictures = sorted(self._folder.glob("*.jpg"))
        named = [picture for picture in pictures if picture.stem == slot]
        if not pictures:
            raise NoPicture(slot=slot)
        chosen = named[0] if named else pictures[self._taken % len(pictures)]
        self._taken += 1
        try:
            return chosen.read_bytes()
        except OSError as error:
            raise NoPicture(slot=slot) from error

    def watch(self, on_frame: Callable[[bytes], None], on_fault: Callable[[KioskError], None]) -> None:
        """Files lie still."""

    def unwatch(self) -> None:
        """Nothing was begun."""
