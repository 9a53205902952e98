"""The safety tester at a measuring point: its serial number and calibration day, remembered from the last time. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.diagnostics.tester import SafetyTester, safety_tester
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
DAY = "%d/%m/%Y"


@dataclass(frozen=True, slots=True)
class TesterProps:
    """``wanted`` shows the line; the two texts are as typed or remembered."""

    wanted: bool = False
    serial: str = ""
    calibrated: str = ""


@QmlElement
@QmlUncreatable("made by the composition root")
class TesterViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """What is typed here goes with the next measure that wants an instrument."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = TesterProps()

    def want(self, wanted: bool, remembered: Callable[[], SafetyTester | None]) -> None:
        """The question that is asked needs an instrument, or does not; what is remembered is read when it is first needed."""
        known = remembered() if wanted and not self._props.serial else None
        filled = replace(self._props, serial=known.serial, calibrated=known.calibrated_on.strftime(DAY)) if known else self._props
        self._fold(replace(filled, wanted=wanted))

    def tester(self) -> SafetyTester:
        """As it was typed; UnclearTester."""
        return safety_tester(self._props.serial, _day(self._props.calibrated))

    @Slot(str)
    def writeSerial(self, text: str) -> None:
        self._fold(replace(self._props, serial=text))

    @Slot(str)
    def writeCalibrated(self, text: str) -> None:
        self._fold(replace(self._props, calibrated=text))

    def _fold(self, props: TesterProps) -> None:
        if props != self._props:
            self._props = props
            self.changed.emit()

    wanted = shown("wanted", bool, changed)
    serial = shown("serial", str, changed)
    calibrated = shown("calibrated", str, changed)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text.strip(), DAY).date()  # noqa: DTZ007 - a day on a sticker has no zone
    except ValueError:
        return None
