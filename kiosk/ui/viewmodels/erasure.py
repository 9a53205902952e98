"""Erasing one unit: which way, and that somebody looked whether it worked. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalogue.products import DeviceModel
from kiosk.stock.units import Unit
from kiosk.tradein.erasure import ErasureMethod
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.bench import Bench, BenchViewModel
from kiosk.ui.viewmodels.device import DeviceViewModel, device_props
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
TOOLS = {ErasureMethod.FACTORY_RESET: "device_settings", ErasureMethod.RESTORE: "maker_tool", ErasureMethod.OVERWRITE: "overwrite_tool"}


@dataclass(frozen=True, slots=True)
class ErasureProps:
    """``method`` is a code of ``ErasureMethod``."""

    method: str = ErasureMethod.FACTORY_RESET.value
    verified: bool = False
    ready: bool = False


@QmlElement
@QmlUncreatable("made by the composition root")
class ErasureViewModel(BenchViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """One unit's certificate; ``on_left`` brings the list back."""

    changed = Signal()

    def __init__(self, bench: Bench, formats: Formats, *, on_left: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(bench, formats, parent)
        self._on_left = on_left
        self._unit: Unit | None = None
        self._props = ErasureProps()
        self._device = DeviceViewModel(self)

    def open(self, unit: Unit, model: DeviceModel) -> None:
        self._unit = unit
        self._device.show(device_props(model, imei=unit.imei, serial=unit.serial))
        self._set(ErasureProps())

    @Slot(str)
    def chooseMethod(self, method: str) -> None:
        self._set(ErasureProps(ErasureMethod(method).value, self._props.verified, self._props.verified))

    @Slot(bool)
    def verify(self, verified: bool) -> None:
        self._set(ErasureProps(self._props.method, verified, verified))

    @Slot()
    def save(self) -> None:
        """Keep the certificate; the unit may be inspected then."""
        unit, method, verified = self._unit, ErasureMethod(self._props.method), self._props.verified
        if unit is not None:
            self._do(
                lambda: self._bench.erasures.erase(unit.unit_id, self.person, method=method, tool=TOOLS[method], verified=verified),
                lambda _unit: self._on_left(),
            )

    @Slot()
    def leave(self) -> None:
        self._on_left()

    def _set(self, props: ErasureProps) -> None:
        if props != self._props:
            self._props = props
            self.changed.emit()

    device = Property(DeviceViewModel, lambda self: self._device, constant=True)
    method = shown("method", str, changed)
    verified = shown("verified", bool, changed)
    ready = shown("ready", bool, changed)
