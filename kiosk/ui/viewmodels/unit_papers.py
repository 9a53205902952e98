"""The papers of one unit: its passport as a code to scan, on a label, as a file. GUI thread; files are made on the worker for errands."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Err, Ok, Result
from kiosk.documents.passport import Mark
from kiosk.documents.qr import qr_png
from kiosk.staff.people import Person
from kiosk.tradein.certificates import CertificateService
from kiosk.tradein.holding import HoldService
from kiosk.tradein.passports import PassportService, ShownPassport
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.regrade import GradeDesk
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.why import UnitPast

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class UnitPapers:
    """Who makes them, and the workers."""

    passports: PassportService
    certificates: CertificateService
    ledger: Jobs
    errands: Jobs
    past: UnitPast | None = None
    holds: HoldService | None = None
    grades: GradeDesk | None = None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Where a file can go; ``name`` is "" for the kiosk's own folder."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """One line of what the passport says."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class PassportFacts:
    """``unit_id`` is "" while the sheet is down; ``sold_at_utc`` is the sale whose passport is wanted, "" for today's."""

    unit_id: str = ""
    sold_at_utc: str = ""
    shown: ShownPassport | None = None
    qr_source: str = ""
    folders: tuple[Path, ...] = ()
    busy: bool = False
    printed: bool = False
    slip_printed: bool = False
    saved: str = ""
    fault: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class PassportProps:
    """What QML reads; while not ``ready``, ``fault`` says why there is none. ``trouble`` is of the last thing that was asked for."""

    open: bool = False
    ready: bool = False
    busy: bool = False
    model: str = ""
    tail: str = ""
    number: str = ""
    grade: str = ""
    level: int = 0
    inspected_on: str = ""
    conforming: int = 0
    noted: int = 0
    missing: int = 0
    qr_source: str = ""
    printed: bool = False
    slip_printed: bool = False
    saved_as: str = ""
    fault: str = ""
    trouble: str = ""


def derive(facts: PassportFacts) -> PassportProps:
    base = PassportProps(
        open=facts.unit_id != "", busy=facts.busy, qr_source=facts.qr_source, printed=facts.printed, slip_printed=facts.slip_printed,
        saved_as=facts.saved, fault=facts.fault, trouble=facts.trouble,
    )  # fmt: skip
    if facts.shown is None:
        return base
    passport = facts.shown.passport
    marks = [point.mark for point in passport.points]
    return replace(
        base, ready=True, model=passport.model, tail=passport.tail, number=passport.number, grade=passport.grade, level=passport.diamonds,
        inspected_on=passport.inspected_on, conforming=marks.count(Mark.PASSED), noted=marks.count(Mark.NOTED), missing=marks.count(Mark.NOT_APPLICABLE),
    )  # fmt: skip


def fact_rows(facts: PassportFacts) -> tuple[FactRow, ...]:
    return () if facts.shown is None else tuple(FactRow(label, value) for label, value in facts.shown.passport.facts)


def place_rows(facts: PassportFacts) -> tuple[PlaceRow, ...]:
    """The kiosk's folder is the first and has no name of its own."""
    return tuple(PlaceRow(str(path), "" if place == 0 else path.name) for place, path in enumerate(facts.folders))


@QmlElement
@QmlUncreatable("made by the composition root")
class PassportViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The sheet *Passeport*."""

    changed = Signal()

    def __init__(self, papers: UnitPapers | None, *, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._papers = papers
        self._person: Person | None = None
        self._facts = PassportFacts()
        self._props = PassportProps()
        self._rows = RowsModel(FactRow, key=lambda row: row.label, parent=self)
        self._places = RowsModel(PlaceRow, key=lambda row: row.path, parent=self)

    def welcome(self, person: Person | None) -> None:
        """Whoever signed in hands the papers over; what another had on the screen is gone."""
        self._person = person
        self._fold(PassportFacts())

    @Slot(str)
    def show(self, unit_id: str, sold_at_utc: str = "") -> None:
        """Bring the passport up, as it was at a sale where one is named; why there is none stands in its place."""
        papers, person = self._papers, self._person
        if papers is None or person is None or self._facts.busy:
            return
        self._fold(PassportFacts(unit_id, sold_at_utc, busy=True))
        self._run(papers.ledger, lambda: _made(papers.passports, unit_id, person, sold_at_utc), self._shown)

    @Slot()
    def close(self) -> None:
        self._fold(PassportFacts())

    @Slot()
    def printLabel(self) -> None:
        """The code on the label printer, as often as asked: it says the same each time."""
        papers, person, facts = self._papers, self._person, self._facts
        if papers is not None and person is not None and facts.shown is not None and not facts.busy:
            self._fold(replace(facts, busy=True, trouble="", printed=False, slip_printed=False, saved=""))
            self._run(papers.ledger, lambda: papers.passports.print_label(facts.unit_id, person, sold_at_utc=facts.sold_at_utc), self._printed)

    @Slot()
    def printSlip(self) -> None:
        """The code and the facts on the receipt printer, for the customer's hand."""
        papers, person, facts = self._papers, self._person, self._facts
        if papers is not None and person is not None and facts.shown is not None and not facts.busy:
            self._fold(replace(facts, busy=True, trouble="", printed=False, slip_printed=False, saved=""))
            self._run(papers.ledger, lambda: papers.passports.print_slip(facts.unit_id, person, sold_at_utc=facts.sold_at_utc), self._slip_printed)

    @Slot(str)
    def save(self, path: str) -> None:
        """The document, onto a drive or into the kiosk's folder."""
        papers, made = self._papers, self._facts.shown
        if papers is not None and made is not None and not self._facts.busy:
            self._fold(replace(self._facts, busy=True, trouble="", saved=""))
            self._run(papers.errands, lambda: papers.passports.save(made, Path(path)), self._saved)

    @Slot()
    def saveCertificate(self) -> None:
        """The certificate of the erase, also of a unit that has no passport yet: onto a drive that is plugged in, else into the kiosk's folder."""
        papers, person, unit_id = self._papers, self._person, self._facts.unit_id
        if papers is not None and person is not None and unit_id and not self._facts.busy:
            self._fold(replace(self._facts, busy=True, saved="", trouble=""))
            self._run(papers.errands, lambda: papers.certificates.save(unit_id, person, papers.passports.folders()[-1]), self._saved)

    def _run(self, jobs: Jobs, work: Callable[[], T], done: Callable[[T], None]) -> None:
        unit_id = self._facts.unit_id

        def finish(result: Result[T]) -> None:
            if self._facts.unit_id != unit_id:
                return
            match result:
                case Ok(value):
                    done(value)
                case Err(error):
                    self._failed(error)

        jobs.run(work, finish)

    def _shown(self, made: tuple[ShownPassport, str, tuple[Path, ...]]) -> None:
        self._fold(replace(self._facts, busy=False, shown=made[0], qr_source=made[1], folders=made[2]))

    def _printed(self, _: object) -> None:
        self._fold(replace(self._facts, busy=False, printed=True))

    def _slip_printed(self, _: object) -> None:
        self._fold(replace(self._facts, busy=False, slip_printed=True))

    def _saved(self, path: Path) -> None:
        self._fold(replace(self._facts, busy=False, saved=str(path)))

    def _failed(self, error: Exception) -> None:
        words = text_of(error, self._formats.language, currency=self._formats.currency)
        said = f"{words.what} {words.meaning} {words.todo}"
        first = self._facts.shown is None and not self._facts.fault
        self._fold(replace(self._facts, busy=False, fault=said) if first else replace(self._facts, busy=False, trouble=said))
        self.failed.emit()

    def _fold(self, facts: PassportFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts)
        self._rows.show(fact_rows(self._facts))
        self._places.show(place_rows(self._facts))
        if before != self._props:
            self.changed.emit()

    offered = Property(bool, lambda self: self._papers is not None, constant=True)
    open = shown("open", bool, changed)
    ready = shown("ready", bool, changed)
    busy = shown("busy", bool, changed)
    model = shown("model", str, changed)
    tail = shown("tail", str, changed)
    number = shown("number", str, changed)
    grade = shown("grade", str, changed)
    level = shown("level", int, changed)
    inspectedOn = shown("inspected_on", str, changed)
    conforming = shown("conforming", int, changed)
    noted = shown("noted", int, changed)
    missing = shown("missing", int, changed)
    qrSource = shown("qr_source", str, changed)
    printed = shown("printed", bool, changed)
    slipPrinted = shown("slip_printed", bool, changed)
    asSold = Property(bool, lambda self: self._facts.sold_at_utc != "", notify=changed)
    savedAs = shown("saved_as", str, changed)
    fault = shown("fault", str, changed)
    trouble = shown("trouble", str, changed)
    facts = Property(QObject, lambda self: self._rows, constant=True)
    places = Property(QObject, lambda self: self._places, constant=True)


def _made(passports: PassportService, unit_id: str, person: Person, sold_at_utc: str) -> tuple[ShownPassport, str, tuple[Path, ...]]:
    """On the ledger worker: the passport, the picture of its code, and where its file could go."""
    made = passports.show(unit_id, person, sold_at_utc=sold_at_utc)
    source = "data:image/png;base64," + base64.b64encode(qr_png(made.link)).decode("ascii") if made.link else ""
    return made, source, passports.folders()
