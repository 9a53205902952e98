"""Erasing one unit: which way, with which tool in which version, and that somebody looked whether it worked. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalogue.products import DeviceModel
from kiosk.staff.people import Person
from kiosk.stock.units import Unit
from kiosk.tradein.erasure import ErasureMethod
from kiosk.tradein.erasure_tools import ErasureTools
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.bench import Bench, BenchViewModel
from kiosk.ui.viewmodels.device import DeviceViewModel, device_props
from kiosk.ui.viewmodels.holds import HoldsViewModel
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
SEPARATOR = "/"


@dataclass(frozen=True, slots=True)
class ToolRow:
    """A tool in one of its versions."""

    key: str
    name: str
    version: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ErasureProps:
    """``method`` is a code of ``ErasureMethod``; ``tool`` the key of a row, "" until one is chosen."""

    method: str = ErasureMethod.FACTORY_RESET.value
    tool: str = ""
    verified: bool = False
    ready: bool = False


def tool_rows(tools: ErasureTools, model: DeviceModel, props: ErasureProps, language: str) -> tuple[ToolRow, ...]:
    """What may be chosen for this device and way of erasing."""
    found = [(tool, version) for tool in tools.fitting(model, ErasureMethod(props.method)) for version in tool.versions]
    keys = [f"{tool.id}{SEPARATOR}{version}" for tool, version in found]
    return tuple(ToolRow(key, tool.name.text(language), version, key == props.tool) for key, (tool, version) in zip(keys, found, strict=True))


@QmlElement
@QmlUncreatable("made by the composition root")
class ErasureViewModel(BenchViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """One unit's certificate; ``on_left`` brings the list back."""

    changed = Signal()

    def __init__(self, bench: Bench, formats: Formats, *, on_left: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(bench, formats, parent)
        self._on_left = on_left
        self._unit: Unit | None = None
        self._model: DeviceModel | None = None
        self._tools = RowsModel(ToolRow, key=lambda row: row.key, parent=self)
        self._props = ErasureProps()
        self._device = DeviceViewModel(self)
        self._holds = HoldsViewModel(bench.papers, formats, self)
        self._holds.failed.connect(self.failed)
        self._holds.moved.connect(on_left)

    def welcome(self, person: Person | None) -> None:
        super().welcome(person)
        self._holds.welcome(person)

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        self._holds.speak(formats)

    def open(self, unit: Unit, model: DeviceModel) -> None:
        self._unit, self._model = unit, model
        self._device.show(device_props(model, imei=unit.imei, serial=unit.serial))
        self._props = ErasureProps()
        self._holds.show(unit)
        self._show_again()
        self.changed.emit()

    @Slot(str)
    def chooseMethod(self, method: str) -> None:
        """Another way has other tools."""
        if method != self._props.method:
            self._set(ErasureProps(ErasureMethod(method).value, "", self._props.verified))

    @Slot(str)
    def chooseTool(self, key: str) -> None:
        self._set(replace(self._props, tool=key))

    @Slot(bool)
    def verify(self, verified: bool) -> None:
        self._set(replace(self._props, verified=verified))

    @Slot()
    def save(self) -> None:
        """Keep the certificate; the unit may be inspected then."""
        unit, props = self._unit, self._props
        if unit is None or not props.ready:
            return
        tool, _, version = props.tool.partition(SEPARATOR)
        self._do(
            lambda: self._bench.erasures.erase(
                unit.unit_id, self.person, method=ErasureMethod(props.method), tool=tool, tool_version=version, verified=props.verified
            ),
            lambda _unit: self._on_left(),
        )  # fmt: skip

    @Slot()
    def leave(self) -> None:
        self._on_left()

    def _set(self, props: ErasureProps) -> None:
        props = replace(props, ready=props.verified and props.tool != "")
        if props != self._props:
            self._props = props
            self._show_again()
            self.changed.emit()

    def _show_again(self) -> None:
        if self._model is not None:
            self._tools.show(tool_rows(self._bench.erasures.tools, self._model, self._props, self._formats.language))

    holds = Property(HoldsViewModel, lambda self: self._holds, constant=True)
    device = Property(DeviceViewModel, lambda self: self._device, constant=True)
    tools = Property(QObject, lambda self: self._tools, constant=True)
    method = shown("method", str, changed)
    verified = shown("verified", bool, changed)
    ready = shown("ready", bool, changed)
