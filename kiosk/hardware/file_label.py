"""A label printer that is a folder: each label as its ZPL and as a picture of what would come out."""

from __future__ import annotations

from pathlib import Path

from kiosk.hardware.faults import PrinterUnreachable
from kiosk.hardware.file_printer import FolderPrinter
from kiosk.hardware.ports import Delivery, DeviceState, PrintOutcome
from kiosk.hardware.virtual.zpl_picture import render_label_png


class FolderLabelPrinter:
    """``0001.zpl`` and ``0001.png`` and so on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._zpl = FolderPrinter(folder, suffix=".zpl")

    def send(self, content: bytes, *, deadline_ms: int) -> Delivery:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            number = len(list(self._folder.glob("*.zpl"))) + 1
            (self._folder / f"{number:04d}.png").write_bytes(render_label_png(content))
        except OSError:
            return Delivery(PrintOutcome.NOT_PRINTED, DeviceState.OFFLINE, PrinterUnreachable())
        return self._zpl.send(content, deadline_ms=deadline_ms)

    def state(self, *, deadline_ms: int) -> DeviceState:
        return self._zpl.state(deadline_ms=deadline_ms)

    def late_answer(self, *, deadline_ms: int) -> bool:
        return False

    def close(self) -> None:
        pass
