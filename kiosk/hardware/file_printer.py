"""A printer that is a folder: each job becomes a file. For the demo, for tests and for a till without paper."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.hardware.faults import PrinterUnreachable
from kiosk.hardware.ports import Delivery, DeviceState, PrintOutcome


class FolderPrinter:
    """Writes each job to ``0001.escpos``, ``0002.escpos``…; what is in the folder is on paper."""

    def __init__(self, folder: Path, *, suffix: str = ".escpos") -> None:
        self._folder = folder
        self._suffix = suffix

    def send(self, content: bytes, *, deadline_ms: int) -> Delivery:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            number = len(list(self._folder.glob(f"*{self._suffix}"))) + 1
            part = self._folder / f"{number:04d}.part"
            part.write_bytes(content)
            part.rename(part.with_suffix(self._suffix))
        except OSError:
            return Delivery(PrintOutcome.NOT_PRINTED, DeviceState.OFFLINE, PrinterUnreachable())
        return Delivery(PrintOutcome.PRINTED, DeviceState.READY)

    def state(self, *, deadline_ms: int) -> DeviceState:
        existing = next(folder for folder in (self._folder, *self._folder.parents) if folder.exists())
        return DeviceState.READY if existing.is_dir() and os.access(existing, os.W_OK) else DeviceState.OFFLINE

    def late_answer(self, *, deadline_ms: int) -> bool:
        return False

    def close(self) -> None:
        pass
