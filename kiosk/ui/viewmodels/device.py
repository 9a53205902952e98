"""A device as the diagnostic's pages name it: model, storage, colour, the tail of its number, its drawing. GUI thread; holds and announces."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalogue.products import DeviceKind, DeviceModel
from kiosk.diagnostics.events import ReadBy
from kiosk.ui.formats import tail
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_DRAWINGS = {
    DeviceKind.SMARTPHONE: ("phone", "phone-front", "phone-back", "phone-side"),
    DeviceKind.TABLET: ("tablet", "tablet", "tablet", "phone-side"),
    DeviceKind.LAPTOP: ("laptop", "laptop", "laptop", "laptop"),
    DeviceKind.CONSOLE: ("console", "console", "console", "console"),
    DeviceKind.WATCH: ("watch", "watch", "watch", "watch"),
    DeviceKind.APPLIANCE: ("blender", "blender", "blender", "blender"),
}


@dataclass(frozen=True, slots=True)
class DeviceProps:
    """``storage`` is a bare number of gigabytes: its unit is a word. ``system`` is what the cable read of it (iOS 17.6.1)."""

    model: str = ""
    storage: str = ""
    colour: str = ""
    identifier_tail: str = ""
    by_imei: bool = True
    read_by: str = "scan"
    system: str = ""
    drawing: str = "phone"
    front_drawing: str = "phone-front"
    back_drawing: str = "phone-back"
    side_drawing: str = "phone-side"


def device_props(model: DeviceModel, *, imei: str | None, serial: str | None, read_by: ReadBy = ReadBy.SCAN, system: str = "") -> DeviceProps:
    """Never the whole number: the screen is shared."""
    drawing, front, back, side = _DRAWINGS[model.kind]
    return DeviceProps(
        model=model.name, storage=str(model.storage_gb) if model.storage_gb else "", colour=model.colour or "", identifier_tail=tail(imei or serial or ""),
        by_imei=imei is not None, read_by=read_by.value, system=system, drawing=drawing, front_drawing=front, back_drawing=back, side_drawing=side,
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class DeviceViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """What is on the bench."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = DeviceProps()

    def show(self, props: DeviceProps) -> None:
        """Take what is to be seen now; say so only when it is different."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    model = shown("model", str, changed)
    storage = shown("storage", str, changed)
    colour = shown("colour", str, changed)
    identifierTail = shown("identifier_tail", str, changed)
    byImei = shown("by_imei", bool, changed)
    readBy = shown("read_by", str, changed)
    system = shown("system", str, changed)
    drawing = shown("drawing", str, changed)
    frontDrawing = shown("front_drawing", str, changed)
    backDrawing = shown("back_drawing", str, changed)
    sideDrawing = shown("side_drawing", str, changed)
