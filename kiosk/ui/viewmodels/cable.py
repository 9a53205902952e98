"""The phones on the bench's cables: who is there, which one waits for its owner and what to do about it, what is to be taken into which session.

GUI thread. It knows the cables also while another workspace is up: a phone that was plugged in at the till is there when its trade-in begins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Ok, Result
from kiosk.errors import KioskError
from kiosk.hardware.ports import PluggedPhone
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats, tail
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
PLACES_READY = 2
"""Rows that are made with the page: the first phones that come find theirs."""


@dataclass(frozen=True, slots=True)
class PhoneRow:
    """A phone on a cable, as the home offers to begin with it. ``reading`` until it is read whole. Without ``udid``, a place that a phone has left:
    what shows it is kept for the next one.
    """

    udid: str
    model: str
    identifier_tail: str
    by_imei: bool
    reading: bool


@dataclass(frozen=True, slots=True)
class CableProps:
    """``hint`` is the code of what keeps a phone from being read, "" when none waits: the page shows its steps.

    ``own_here``: the device of the page that is up hangs on a cable; ``others`` names the phones beside it that are not that device.
    """

    hint: str = ""
    hint_title: str = ""
    hint_detail: str = ""
    phone_count: int = 0
    reading: bool = False
    own_here: bool = False
    own_reading: bool = False
    others: str = ""


@QmlElement
@QmlUncreatable("made by the composition root")
class CableViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``name_of`` gives a phone's name in the catalogue, "" when it is not there. It is asked once per plugging, on the worker of ``jobs``."""

    changed = Signal()
    beginWanted = Signal(str)
    readWanted = Signal(str)

    def __init__(self, jobs: Jobs, name_of: Callable[[PluggedPhone], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._name_of = name_of
        self._formats = Formats()
        self._phones: dict[str, PluggedPhone] = {}
        self._waiting: dict[str, KioskError] = {}
        self._closed: set[str] = set()
        self._taken: dict[str, set[str]] = {}
        self._names: dict[str, str] = {}
        self._to_name: dict[str, list[Callable[[str], None]]] = {}
        self._whose: Callable[[], Callable[[PluggedPhone], bool] | None] = lambda: None
        self._props = CableProps()
        self._rows = RowsModel(PhoneRow, parent=self)
        self._rows.show([PhoneRow("", "", "", by_imei=True, reading=False)] * PLACES_READY)

    def speak(self, formats: Formats) -> None:
        self._formats = formats
        self._show_again()

    def serve(self, whose: Callable[[], Callable[[PluggedPhone], bool] | None]) -> None:
        """``whose`` tells, while a device's page is up, whether a phone is that device."""
        self._whose = whose

    def look_again(self) -> None:
        """Another page is up: which phone is its device may be another one."""
        self._show_again()

    def plugged(self, phone: PluggedPhone) -> bool:
        """Told who it is, then that it is read whole; True when it was not there before."""
        new = phone.udid not in self._phones
        self._phones[phone.udid] = phone
        self._taken[phone.udid] = set()
        self._waiting.pop(phone.udid, None)
        if new:
            self.named(phone, lambda _name: self._show_again())
        self._show_again()
        return new

    def waits(self, fault: KioskError) -> None:
        """A phone is there and is not read: its owner has to do something."""
        udid = str(fault.facts.get("udid", ""))
        self._waiting[udid] = fault
        self._closed.discard(udid)
        self._show_again()

    def unplugged(self, udid: str) -> None:
        for known in (self._phones, self._waiting, self._taken, self._names):
            known.pop(udid, None)
        self._show_again()

    def phone(self, udid: str) -> PluggedPhone | None:
        return self._phones.get(udid)

    def plugged_in(self) -> tuple[PluggedPhone, ...]:
        return tuple(self._phones.values())

    def to_take(self, session_id: str, belongs: Callable[[PluggedPhone], bool]) -> tuple[PluggedPhone, ...]:
        """The phones that are read whole, are this session's device and were not taken into it since they were read; now they are."""
        found = [phone for phone in self._phones.values() if not phone.reading and belongs(phone) and session_id not in self._taken[phone.udid]]
        for phone in found:
            self._taken[phone.udid].add(session_id)
        return tuple(found)

    def named(self, phone: PluggedPhone, tell: Callable[[str], None]) -> None:
        """Tell what a phone is called as soon as that is known; nobody any more once it is unplugged."""
        if phone.udid in self._names:
            tell(self._names[phone.udid])
            return
        asking = phone.udid in self._to_name
        self._to_name.setdefault(phone.udid, []).append(tell)
        if not asking:
            self._jobs.run(partial(self._name_of, phone), partial(self._take_name, phone))

    def _take_name(self, phone: PluggedPhone, result: Result[str]) -> None:
        waiting = self._to_name.pop(phone.udid, [])
        if phone.udid not in self._phones:
            return
        self._names[phone.udid] = (result.value if isinstance(result, Ok) else "") or phone.product_type
        for tell in waiting:
            tell(self._names[phone.udid])

    @Slot(str)
    def begin(self, udid: str) -> None:
        """Somebody touched a phone that hangs there."""
        self.beginWanted.emit(udid)

    @Slot()
    def readAgain(self) -> None:
        """Whatever hangs there is asked once more."""
        for udid in self._phones:
            self.readWanted.emit(udid)

    @Slot()
    def closeHint(self) -> None:
        """Seen: it comes back when the phone asks for something else."""
        self._closed |= self._waiting.keys()
        self._show_again()

    def _show_again(self) -> None:
        here = [self._row(phone) for phone in self._phones.values()]
        left = [replace(row, udid="", reading=False) for row in self._rows.rows[len(here) :]]
        self._rows.show([*here, *left])
        fault = next((fault for udid, fault in reversed(self._waiting.items()) if udid not in self._closed), None)
        belongs = self._whose()
        own = [phone for phone in self._phones.values() if belongs is not None and belongs(phone)]
        others = [row for row in here if belongs is not None and row.udid not in {phone.udid for phone in own}]
        words = text_of(fault, self._formats.language) if fault is not None else None
        props = CableProps(
            hint=fault.code.partition(".")[2] if fault is not None else "", hint_title=words.what if words else "", hint_detail=words.meaning if words else "",
            phone_count=len(self._phones), reading=any(phone.reading for phone in self._phones.values()),
            own_here=bool(own), own_reading=any(phone.reading for phone in own), others=", ".join(f"{row.model} ···· {row.identifier_tail}" for row in others),
        )  # fmt: skip
        if props != self._props:
            self._props = props
            self.changed.emit()

    def _row(self, phone: PluggedPhone) -> PhoneRow:
        name = self._names.get(phone.udid, phone.product_type)
        return PhoneRow(phone.udid, name, tail(phone.imei or phone.serial), bool(phone.imei), phone.reading)

    phones = Property(QObject, lambda self: self._rows, constant=True)
    hint = shown("hint", str, changed)
    hintTitle = shown("hint_title", str, changed)
    hintDetail = shown("hint_detail", str, changed)
    phoneCount = shown("phone_count", int, changed)
    reading = shown("reading", bool, changed)
    ownHere = shown("own_here", bool, changed)
    ownReading = shown("own_reading", bool, changed)
    others = shown("others", str, changed)
