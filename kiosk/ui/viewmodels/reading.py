"""What instruments said of the device on the bench, for the step that is open: fact, value, and how far it can be trusted. GUI thread.

Values that are codes get their words in QML; numbers and names come finished.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.events import DeviceRead
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
# Which facts a step speaks of, most telling first. A step that is not named here shows its drawing.
FACTS_OF_STEP: Mapping[str, tuple[str, ...]] = {
    "identification": ("imei_check", "storage_gb", "ram_gb", "part_number", "origin", "os"),
    "locks": ("account_lock", "reset_lock", "management", "software", "activation"),
    "battery": ("battery_pct", "battery_cycles", "charge_pct"),
    "connectivity": ("modem",),
    # The thirty points.
    "identity": ("imei_check", "part_number", "origin"),
    "account_lock": ("account_lock", "reset_lock", "activation"),
    "management": ("management",),
    "genuine_software": ("software",),
    "os_current": ("os", "security_patch"),
    "capacity": ("storage_gb", "ram_gb"),
    "battery_pct": ("battery_pct", "battery_cycles", "charge_pct"),
    "network": ("modem",),
}
_PERCENT = frozenset({"battery_pct", "charge_pct"})
_BAD = frozenset({
    ("account_lock", "locked"), ("reset_lock", "locked"), ("management", "managed"), ("software", "modified"), ("modem", "fault"),
    ("imei_check", "differs"), ("origin", "demo"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One fact. ``trust`` is *measured*, *claimed* or *unknown*, with the code of its reason; ``bad`` speaks against the device."""

    fact: str
    value: str
    trust: str
    why: str
    bad: bool


@dataclass(frozen=True, slots=True)
class ReadingProps:
    """``exists`` once an instrument has read the device; ``speaks`` when it has something to say about the open step, ``readable`` when it could."""

    exists: bool = False
    speaks: bool = False
    os: str = ""
    readable: bool = False


def known_facts(readings: Sequence[DeviceRead]) -> dict[str, str]:
    """The latest reading of each instrument, together."""
    latest = {read.probe: read.facts for read in readings}
    return {name: fact for facts in latest.values() for name, fact in facts.items()}


def by_cable(point_id: str, kind: DeviceKind) -> str:
    """A control point of what a cable reads; "" for a kind that no cable reads."""
    return point_id if kind in (DeviceKind.SMARTPHONE, DeviceKind.TABLET) else ""


def reading_rows(readings: Sequence[DeviceRead], step_id: str, formats: Formats) -> tuple[ReadingRow, ...]:
    """What was read that this step speaks of; what could not be read is there with its reason."""
    facts = known_facts(readings)
    return tuple(_row(name, facts, formats) for name in FACTS_OF_STEP.get(step_id, ()) if name in facts or f"{name}.why" in facts)


def _row(name: str, facts: Mapping[str, str], formats: Formats) -> ReadingRow:
    value = facts.get(name, "")
    trust = facts.get(f"{name}.trust", "unknown" if value in ("", "unknown") else "measured")
    finished = formats.percent(int(value) * 10) if name in _PERCENT and value.isdigit() else value
    return ReadingRow(name, finished, trust, facts.get(f"{name}.why", ""), (name, value) in _BAD)


def reading_props(readings: Sequence[DeviceRead], rows: Sequence[ReadingRow], *, readable: bool) -> ReadingProps:
    if not readings:
        return ReadingProps(readable=readable)
    return ReadingProps(True, bool(rows), known_facts(readings).get("os", ""), readable)


@QmlElement
@QmlUncreatable("made by the composition root")
class ReadingViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The reading beside the question."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = ReadingProps()
        self._rows = RowsModel(ReadingRow, key=lambda row: row.fact, parent=self)

    def show(self, readings: Sequence[DeviceRead], step_id: str, formats: Formats) -> None:
        """Take what is to be seen now; say so only when it is different."""
        rows = reading_rows(readings, step_id, formats)
        self._rows.show(rows)
        props = reading_props(readings, rows, readable=step_id in FACTS_OF_STEP)
        if props != self._props:
            self._props = props
            self.changed.emit()

    rows = Property(QObject, lambda self: self._rows, constant=True)
    exists = shown("exists", bool, changed)
    speaks = shown("speaks", bool, changed)
    os = shown("os", str, changed)
    readable = shown("readable", bool, changed)
