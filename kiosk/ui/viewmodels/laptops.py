"""Laptop reports on what is plugged in: found by themselves, begun by one tap. GUI thread; drives are read on the worker for errands.

A report whose laptop does not tell its serial number waits for the label to be scanned.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Ok, Result
from kiosk.catalogue.codes import SerialLike
from kiosk.catalogue.known_models import KnownModel
from kiosk.diagnostics.events import ReadBy
from kiosk.diagnostics.laptop_drives import FoundReport
from kiosk.tradein.identify import Reading
from kiosk.ui.formats import tail
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.bench import Beside
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class LaptopRow:
    """One report. ``identifier_tail`` is "" when the laptop does not know its serial number."""

    place: str
    model: str
    identifier_tail: str


@dataclass(frozen=True, slots=True)
class LaptopsProps:
    """``model`` and ``identifier_tail`` are the newest report's; ``waiting_for`` the model whose label is to be scanned."""

    count: int = 0
    model: str = ""
    identifier_tail: str = ""
    choosing: bool = False
    waiting_for: str = ""


def laptop_rows(found: Sequence[FoundReport]) -> tuple[LaptopRow, ...]:
    return tuple(LaptopRow(str(report.path), _name(report), tail(report.laptop.serial)) for report in found)


def _name(report: FoundReport) -> str:
    return KnownModel(report.laptop.maker, report.laptop.model).words.strip()


def reading_of(report: FoundReport) -> Reading:
    """As if the laptop had been scanned, with all that it says of itself."""
    laptop = report.laptop
    return Reading(
        SerialLike(laptop.serial), ReadBy.REPORT, laptop.serial, storage_gb=laptop.storage_gb, maker=laptop.maker, model=laptop.model, report=laptop.report
    )


@QmlElement
@QmlUncreatable("made by the composition root")
class LaptopsViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The card on the bench's home, and the sheet behind it when there are several."""

    changed = Signal()

    def __init__(self, beside: Beside | None, *, begin: Callable[[Reading], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._beside = beside
        self._begin = begin
        self._found: tuple[FoundReport, ...] = ()
        self._used: set[str] = set()
        self._waiting: FoundReport | None = None
        self._asking = False
        self._props = LaptopsProps()
        self._rows = RowsModel(LaptopRow, key=lambda row: row.place, parent=self)

    def refresh(self) -> None:
        """Look what is plugged in, unless the last look is still under way."""
        if self._beside is None or self._asking:
            return
        self._asking = True
        self._beside.errands.run(self._beside.laptops.reports, self._looked)

    def completed(self, read: Reading) -> Reading:
        """A scan, with the report that waits for it."""
        waiting = self._waiting
        if waiting is None:
            return read
        self.close()
        return replace(reading_of(waiting), code=read.code, serial=None)

    def used(self, read: Reading | None) -> None:
        """Work has begun with it: the card makes place for the next."""
        self._used |= {str(report.path) for report in self._found if read is not None and report.laptop.report is read.report}
        self._show(self._found)

    @Slot()
    def open(self) -> None:
        """The only report at once; of several the right one is chosen."""
        if len(self._found) == 1:
            self.choose(str(self._found[0].path))
        else:
            self._set(replace(self._props, choosing=True))

    @Slot(str)
    def choose(self, place: str) -> None:
        report = next((one for one in self._found if str(one.path) == place), None)
        if report is None:
            return
        if report.laptop.serial == "":
            self._waiting = report
            self._set(replace(self._props, choosing=False, waiting_for=_name(report)))
            return
        self.close()
        self._begin(reading_of(report))

    @Slot()
    def close(self) -> None:
        """Neither a choice nor a scan: as it was before."""
        self._waiting = None
        self._set(replace(self._props, choosing=False, waiting_for=""))

    def _looked(self, result: Result[tuple[FoundReport, ...]]) -> None:
        self._asking = False
        self._show(result.value if isinstance(result, Ok) else ())

    def _show(self, found: Sequence[FoundReport]) -> None:
        self._found = tuple(report for report in found if str(report.path) not in self._used)
        rows = laptop_rows(self._found)
        self._rows.show(rows)
        first = rows[0] if rows else LaptopRow("", "", "")
        self._set(replace(self._props, count=len(rows), model=first.model, identifier_tail=first.identifier_tail, choosing=self._props.choosing and bool(rows)))

    def _set(self, props: LaptopsProps) -> None:
        if props != self._props:
            self._props = props
            self.changed.emit()

    rows = Property(QObject, lambda self: self._rows, constant=True)
    count = shown("count", int, changed)
    model = shown("model", str, changed)
    identifierTail = shown("identifier_tail", str, changed)
    choosing = shown("choosing", bool, changed)
    waitingFor = shown("waiting_for", str, changed)
