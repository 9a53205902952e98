"""The virtual counter beside a demo kiosk: things to scan, cables to pull, the paper that comes out. It acts only through devices.

What it does reaches the kiosk as bytes of a scanner, keys of a wedge or a cut cable, never as a call.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.models.rows import RowsModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Scannable:
    """A thing on the counter with a code on it. ``group`` is a code: badge, unit, accessory, phone, inspection, voucher.

    ``pluggable`` is a phone that the bench's cable fits; ``plugged`` one that is on it.
    """

    code: str
    group: str
    title: str
    detail: str
    icon_name: str
    pluggable: bool = False
    plugged: bool = False


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that came out; ``picture`` is the address of its picture."""

    name: str
    picture: str


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """A view that can be held before the camera; ``picture`` is the address of its picture."""

    slot: str
    picture: str
    held: bool = False


class CounterWorld(Protocol):
    """What stands around the kiosk."""

    def network(self, *, on: bool) -> None: ...

    def plug(self, what: str, *, in_place: bool) -> None: ...

    def plug_phone(self, imei: str, *, in_place: bool) -> None: ...

    def scan_serial(self, code: str) -> bool: ...

    def card(self, what: str) -> bool: ...

    def present(self, slot: str) -> None: ...


@QmlElement
@QmlUncreatable("made by the demo")
class CounterViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``wedge`` sends a code as keys into the kiosk's window; the serial scanner is the world's."""

    changed = Signal()

    def __init__(self, world: CounterWorld, things: Sequence[Scannable], *, enrolment_code: str, wedge: Callable[[str], None]) -> None:
        super().__init__()
        self._enrolment_code = enrolment_code
        self._world = world
        self._wedge = wedge
        self._by_wedge = False
        self._in_place = {"network": True, "paper": True, "printer": True, "scanner": True, "terminal": True}
        self._asked = ""
        self._things = RowsModel(Scannable, key=lambda thing: thing.code, parent=self)
        self._papers = RowsModel(PaperRow, key=lambda paper: paper.name, parent=self)
        self._photos = RowsModel(PhotoRow, key=lambda photo: photo.slot, parent=self)
        self._things.show(list(things))

    def show_photos(self, photos: Sequence[PhotoRow]) -> None:
        self._photos.show(list(photos))

    def show_things(self, things: Sequence[Scannable]) -> None:
        self._things.show(list(things))

    def show_papers(self, papers: Sequence[PaperRow]) -> None:
        """Newest first."""
        self._papers.show(list(papers))
        self.changed.emit()

    def show_terminal(self, asked: str) -> None:
        """What the card terminal shows: an amount, or nothing."""
        if asked != self._asked:
            self._asked = asked
            self.changed.emit()

    @Slot(str)
    def card(self, what: str) -> None:
        """The customer's card on the terminal, accepted or refused, or its red key."""
        self._world.card(what)

    @Slot(str)
    def scan(self, code: str) -> None:
        """Hold the chosen scanner over a thing."""
        if self._by_wedge:
            self._wedge(code)
        else:
            self._world.scan_serial(code)

    @Slot(str, bool)
    def plugPhone(self, code: str, in_place: bool) -> None:
        """Put a phone on the bench's cable, or take it off."""
        self._world.plug_phone(code, in_place=in_place)
        self._things.show([replace(thing, plugged=in_place) if thing.code == code else thing for thing in self._things.rows])

    @Slot(str)
    def present(self, slot: str) -> None:
        """Hold a view before the camera: the next photo that is taken shows it."""
        self._world.present(slot)
        self._photos.show([replace(photo, held=photo.slot == slot) for photo in self._photos.rows])

    @Slot(bool)
    def useWedge(self, wedge: bool) -> None:
        self._by_wedge = wedge
        self.changed.emit()

    @Slot(str, bool)
    def setInPlace(self, what: str, in_place: bool) -> None:
        """Pull a cable or the paper, or put it back."""
        self._in_place[what] = in_place
        if what == "network":
            self._world.network(on=in_place)
        else:
            self._world.plug(what, in_place=in_place)
        self.changed.emit()

    enrolmentCode = Property(str, lambda self: self._enrolment_code, constant=True)
    things = Property(QObject, lambda self: self._things, constant=True)
    photos = Property(QObject, lambda self: self._photos, constant=True)
    papers = Property(QObject, lambda self: self._papers, constant=True)
    paperCount = Property(int, lambda self: len(self._papers.rows), notify=changed)
    byWedge = Property(bool, lambda self: self._by_wedge, notify=changed)
    network = Property(bool, lambda self: self._in_place["network"], notify=changed)
    paper = Property(bool, lambda self: self._in_place["paper"], notify=changed)
    printer = Property(bool, lambda self: self._in_place["printer"], notify=changed)
    terminal = Property(bool, lambda self: self._in_place["terminal"], notify=changed)
    terminalAsks = Property(str, lambda self: self._asked, notify=changed)
    scanner = Property(bool, lambda self: self._in_place["scanner"], notify=changed)
