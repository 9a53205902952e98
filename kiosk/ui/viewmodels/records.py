"""The page *Registres et exports*: the closings, and the files for the accountant and the tax office. GUI thread.

Lists come from the reader; a file is made on a worker of its own, which tells how far it is. One file at a time; leaving the page leaves it running.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.accounting.office import HandedOver, RecordsOffice, Shelf, What
from kiosk.basics.progress import Step
from kiosk.basics.results import Err, Ok, Result
from kiosk.staff.people import Person
from kiosk.tradein.credit_transfers.service import CreditTransferService
from kiosk.tradein.police.service import PoliceBook
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.records_props import (
    Choice,
    ClosingRow,
    FileRow,
    FolderRow,
    KindRow,
    RecordsFacts,
    RecordsProps,
    closing_rows,
    derive,
    file_rows,
    folder_rows,
    kind_rows,
    month_to_begin_with,
    moved,
    wanted,
    with_shelf,
)  # fmt: skip
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class RecordsServices:
    """``today`` is the shop's calendar day; from a till in ``training`` nothing leaves; ``police`` is None where the law wants no register."""

    office: RecordsOffice
    today: Callable[[], date]
    training: bool = False
    police: PoliceBook | None = None
    credit_transfers: CreditTransferService | None = None


@QmlElement
@QmlUncreatable("made by the composition root")
class RecordsViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The tab *Registres* of the store, and all that an inspector sees."""

    changed = Signal()
    _stepped = Signal(object)

    def __init__(self, services: RecordsServices, *, reader: Jobs, exports: Jobs, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._services = services
        self._reader = reader
        self._exports = exports
        self._person: Person | None = None
        today = services.today()
        office, american = services.office, formats.country == "US"
        self._facts = RecordsFacts(today, today.replace(day=1), american=american, training=services.training, archives=office.has_archives)
        self._props = RecordsProps()
        self._closings = RowsModel(ClosingRow, key=lambda row: row.place, parent=self)
        self._kinds = RowsModel(KindRow, key=lambda row: row.kind, parent=self)
        self._folders = RowsModel(FolderRow, key=lambda row: row.path, parent=self)
        self._files = RowsModel(FileRow, key=lambda row: row.name, parent=self)
        self._stepped.connect(self._step, Qt.ConnectionType.QueuedConnection)

    def open(self, person: Person) -> None:
        """Somebody who may read the records looks at them; another person than before chooses anew."""
        kinds, today = self._services.office.kinds(person), self._services.today()
        if self._person is None or self._person.person_id != person.person_id:
            self.closeNotice()
            self._fold(replace(self._facts, what=kinds[0] if kinds else None, shelf=None, handed=None, first_text="", last_text=""))
        self._person = person
        self._fold(replace(self._facts, kinds=kinds, today=today))
        self._reader.run(lambda: self._services.office.look(person=person), self._looked)

    @Slot()
    def archive_waiting(self) -> None:
        """The till's own archives of months and years that have ended, behind whatever is being made."""
        self._exports.run(self._services.office.archive_waiting, self._archived)

    @Slot(int)
    def choosePeriod(self, choice: int) -> None:
        """Month, year, or from a day to a day: the days begin as the period that was chosen before."""
        facts, before = self._facts, wanted(self._facts)
        if Choice(choice) is Choice.DAYS and facts.choice is not Choice.DAYS and before is not None:
            last = min(before.last, max(facts.today, before.first))
            facts = replace(facts, first_text=self._formats.date(before.first), last_text=self._formats.date(last))
        self._fold(replace(facts, choice=Choice(choice)))

    @Slot()
    def earlier(self) -> None:
        self._fold(replace(self._facts, anchor=moved(self._facts, -1)))

    @Slot()
    def later(self) -> None:
        self._fold(replace(self._facts, anchor=moved(self._facts, 1)))

    @Slot(str)
    def typeFirst(self, text: str) -> None:
        self._fold(replace(self._facts, first_text=text))

    @Slot(str)
    def typeLast(self, text: str) -> None:
        self._fold(replace(self._facts, last_text=text))

    @Slot(str)
    def choose(self, kind: str) -> None:
        """Which file."""
        self._fold(replace(self._facts, what=What(kind)))

    @Slot(str)
    def chooseFolder(self, path: str) -> None:
        self._fold(replace(self._facts, folder=Path(path)))

    @Slot()
    def make(self) -> None:
        """The chosen file of the chosen period, into the chosen folder."""
        facts, period, person = self._facts, wanted(self._facts), self._person
        if not self._props.can_make or period is None or facts.what is None or facts.folder is None or person is None:
            return
        what, folder = facts.what, facts.folder
        self.closeNotice()
        self._fold(replace(facts, busy=True, step=None, handed=None))
        self._exports.run(lambda: self._services.office.make(what, period, folder, person=person, progress=self._stepped.emit), self._made)

    @Slot()
    def verify(self) -> None:
        """The archive of the chosen period that was made before: every record of it."""
        period, person = wanted(self._facts), self._person
        if not self._props.can_verify or period is None or person is None:
            return
        self.closeNotice()
        self._fold(replace(self._facts, busy=True, step=None, handed=None))
        self._exports.run(lambda: self._services.office.verify(period, person=person, progress=self._stepped.emit), self._made)

    @Slot()
    def lookForDrives(self) -> None:
        """A drive may be plugged in while somebody looks at the page."""
        if self._facts.shelf is not None and not self._facts.busy:
            self._reader.run(self._services.office.folders, self._found_drives)

    @Slot()
    def cancel(self) -> None:
        """Stop at the next step of the work."""
        self._services.office.cancel()

    @Slot()
    def closeResult(self) -> None:
        self._fold(replace(self._facts, handed=None))

    def _looked(self, result: Result[Shelf]) -> None:
        match result:
            case Ok(shelf):
                first_look = self._facts.shelf is None
                anchor = month_to_begin_with(shelf, self._facts.today) if first_look else self._facts.anchor
                self._fold(with_shelf(replace(self._facts, anchor=anchor), shelf))
            case Err(error):
                self._refuse(error)

    def _found_drives(self, result: Result[tuple[Path, ...]]) -> None:
        shelf = self._facts.shelf
        if isinstance(result, Ok) and shelf is not None and result.value != shelf.folders and not self._facts.busy:
            self._fold(with_shelf(self._facts, replace(shelf, folders=result.value)))

    @Slot(object)
    def _step(self, step: Step) -> None:
        if self._facts.busy:
            self._fold(replace(self._facts, step=step))

    def _made(self, result: Result[HandedOver]) -> None:
        match result:
            case Ok(handed):
                self._fold(replace(self._facts, busy=False, handed=handed))
                self._look_again()
            case Err(error):
                self._fold(replace(self._facts, busy=False))
                self._refuse(error)
                self._look_again()

    def _archived(self, result: Result[int]) -> None:
        if isinstance(result, Ok) and result.value:
            self._look_again()

    def _look_again(self) -> None:
        if self._person is not None:
            self.open(self._person)

    def _fold(self, facts: RecordsFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        self._closings.show(closing_rows(self._facts, self._formats))
        self._kinds.show(kind_rows(self._facts))
        self._folders.show(folder_rows(self._facts))
        self._files.show(file_rows(self._facts, self._formats))
        if before != self._props:
            self.changed.emit()

    choice = shown("choice", int, changed)
    periodText = shown("period_text", str, changed)
    canLater = shown("can_later", bool, changed)
    firstText = shown("first_text", str, changed)
    lastText = shown("last_text", str, changed)
    firstWrong = shown("first_wrong", bool, changed)
    lastWrong = shown("last_wrong", bool, changed)
    example = shown("example", str, changed)
    kind = shown("kind", str, changed)
    canMake = shown("can_make", bool, changed)
    hasKinds = shown("has_kinds", bool, changed)
    busy = shown("busy", bool, changed)
    part = shown("part", int, changed)
    doing = shown("doing", str, changed)
    action = shown("action", str, changed)
    canVerify = shown("can_verify", bool, changed)
    checked = shown("checked", bool, changed)
    sound = shown("sound", bool, changed)
    records = shown("records", str, changed)
    faults = shown("faults", str, changed)
    whyNoFiles = shown("why_no_files", str, changed)
    archives = shown("archives", bool, changed)
    steps = shown("steps", str, changed)
    closingCount = shown("closing_count", int, changed)
    made = shown("made", bool, changed)
    madeFolder = shown("made_folder", str, changed)
    rowCount = shown("row_count", int, changed)
    closings = Property(QObject, lambda self: self._closings, constant=True)
    kinds = Property(QObject, lambda self: self._kinds, constant=True)
    folders = Property(QObject, lambda self: self._folders, constant=True)
    files = Property(QObject, lambda self: self._files, constant=True)
