"""The page *Livre de police*: nothing of the register before somebody says what for; then lines, search, files, corrections. GUI thread.

Leaving the page, or another person at the screen, closes the book: the next reading has a purpose of its own.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Err, Ok, Result
from kiosk.catalogue.codes import ScannedCode
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may
from kiosk.tradein.declaration import Declaration
from kiosk.tradein.police.book import Purpose, Reading
from kiosk.tradein.police.correcting import value_of
from kiosk.tradein.police.service import BookFormat, Found, PoliceBook
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.police_props import (
    ColumnRow,
    LineRow,
    PoliceFacts,
    PoliceProps,
    ReadingRow,
    as_kept,
    as_written,
    column_rows,
    derive,
    line_rows,
    reading_rows,
)
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class PoliceViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``book`` is None where the law wants no register."""

    changed = Signal()

    def __init__(
        self, book: PoliceBook | None, workers: tuple[Jobs, Jobs, Jobs], *, formats: Formats, training: bool, parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._book = book
        self._reader, self._ledger, self._exports = workers
        self._person: Person | None = None
        self._facts = PoliceFacts(training=training)
        self._props = PoliceProps()
        self._lines = RowsModel(LineRow, key=lambda row: row.entry_id, parent=self)
        self._readings = RowsModel(ReadingRow, key=lambda row: row.reading_id, parent=self)
        self._columns = RowsModel(ColumnRow, key=lambda row: row.column, parent=self)

    def welcome(self, person: Person) -> None:
        """Whoever stands here now has opened nothing."""
        self._person = person
        self.closeBook()

    def may_read(self) -> bool:
        return self._book is not None and self._person is not None and may(self._person, Right.READ_REGISTER)

    def arrive(self) -> None:
        """The page comes up: who read it lately."""
        book, person = self._book, self._person
        if book is not None and person is not None and self.may_read():
            self._reader.run(lambda: (book.readings(person), book.declaration), self._listed)

    def on_scan(self, code: ScannedCode) -> bool:
        """A scanned device or label is searched for; False while the book is closed."""
        if self._facts.opened is None:
            return False
        self.search(code.text)
        return True

    @Slot(str)
    def choosePurpose(self, purpose: str) -> None:
        self._fold(replace(self._facts, purpose=Purpose(purpose).value))

    @Slot(str)
    def writeNote(self, note: str) -> None:
        self._fold(replace(self._facts, note=note))

    @Slot()
    def openBook(self) -> None:
        """Note why, and only then read."""
        book, person, facts = self._book, self._person, self._facts
        if book is None or person is None or not self._props.can_open:
            return
        self.closeNotice()
        self._fold(replace(facts, busy=True))
        self._ledger.run(lambda: book.open(facts.purpose, facts.note, person), self._opened)

    @Slot()
    def closeBook(self) -> None:
        """Nothing of it stays on the screen."""
        self.closeNotice()
        facts = self._facts
        self._fold(PoliceFacts(training=facts.training, readings=facts.readings, declaration=facts.declaration))

    @Slot(str)
    def search(self, text: str) -> None:
        self._fold(replace(self._facts, query=text))
        self._find()

    @Slot(str)
    def openLine(self, entry_id: str) -> None:
        """The whole line; "" closes it."""
        self._fold(replace(self._facts, chosen_id=entry_id, column="", text="", reason=""))

    @Slot(str)
    def beginCorrection(self, column: str) -> None:
        """Put a column right; "" gives up."""
        line = self._facts.chosen
        text = as_written(column, value_of(line, column)) if column and line is not None else ""
        self._fold(replace(self._facts, column=column, text=text, reason=""))

    @Slot(str)
    def writeText(self, text: str) -> None:
        self._fold(replace(self._facts, text=text))

    @Slot(str)
    def writeReason(self, reason: str) -> None:
        self._fold(replace(self._facts, reason=reason))

    @Slot()
    def correct(self) -> None:
        """A new line with its reason; the old one stays."""
        book, person, facts, opened = self._book, self._person, self._facts, self._facts.opened
        if book is None or person is None or opened is None or not self._props.can_save:
            return
        self._fold(replace(facts, busy=True))
        self._ledger.run(lambda: book.correct(opened, facts.chosen_id, facts.column, as_kept(facts.column, facts.text), facts.reason, person), self._corrected)

    @Slot(str)
    def export(self, format_: str) -> None:
        """What is listed now, as "pdf" or "csv", onto a plugged drive or into the till's own folder."""
        book, person, facts, opened = self._book, self._person, self._facts, self._facts.opened
        if book is None or person is None or opened is None or not self._props.can_export:
            return
        self.closeNotice()
        self._fold(replace(facts, busy=True, file=None))

        def make() -> Path:
            return book.export(opened, BookFormat(format_), facts.query, book.folders()[-1], person)

        self._exports.run(make, self._made)

    @Slot()
    def closeFile(self) -> None:
        self._fold(replace(self._facts, file=None))

    @Slot()
    def lookForDrives(self) -> None:
        """A drive may be plugged in while the book is open."""
        book = self._book
        if book is not None and self._facts.opened is not None and not self._facts.busy:
            self._reader.run(book.folders, self._found_folders)

    def _find(self) -> None:
        book, person, opened, query = self._book, self._person, self._facts.opened, self._facts.query
        if book is not None and person is not None and opened is not None:
            self._reader.run(lambda: (query, book.find(opened, query, person)), self._found)

    def _opened(self, result: Result[Reading]) -> None:
        self._fold(replace(self._facts, busy=False))
        match result:
            case Ok(reading):
                self._fold(replace(self._facts, opened=reading))
                self._find()
                self.arrive()
                self.lookForDrives()
            case Err(error):
                self._refuse(error)

    def _found(self, result: Result[tuple[str, Found]]) -> None:
        match result:
            case Ok((query, found)) if self._facts.opened is not None:
                if query == self._facts.query:
                    self._fold(replace(self._facts, found=found))
            case Err(error):
                self._refuse(error)

    def _corrected(self, result: Result[None]) -> None:
        self._fold(replace(self._facts, busy=False))
        if isinstance(result, Err):
            self._refuse(result.error)
            return
        self.openLine("")
        self._find()

    def _made(self, result: Result[Path]) -> None:
        self._fold(replace(self._facts, busy=False))
        match result:
            case Ok(path):
                self._fold(replace(self._facts, file=path))
            case Err(error):
                self._refuse(error)

    def _listed(self, result: Result[tuple[tuple[Reading, ...], Declaration]]) -> None:
        if isinstance(result, Ok):
            readings, said = result.value
            receipt = f"{said.prefecture}, n°\u00a0{said.receipt}, {said.day}" if said.complete else ""
            self._fold(replace(self._facts, readings=readings, declaration=receipt))

    def _found_folders(self, result: Result[tuple[Path, ...]]) -> None:
        if isinstance(result, Ok):
            self._fold(replace(self._facts, folder=result.value[-1], own_folder=len(result.value) == 1))

    def _fold(self, facts: PoliceFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts)
        self._lines.show(line_rows(self._facts, self._formats))
        self._readings.show(reading_rows(self._facts, self._formats))
        self._columns.show(column_rows(self._facts, self._formats))
        if before != self._props:
            self.changed.emit()

    @Property(list, constant=True)
    def purposes(self) -> list[str]:
        return [purpose.value for purpose in Purpose]

    lines = Property(QObject, lambda self: self._lines, constant=True)
    readings = Property(QObject, lambda self: self._readings, constant=True)
    columns = Property(QObject, lambda self: self._columns, constant=True)
    opened = shown("opened", bool, changed)
    purpose = shown("purpose", str, changed)
    canOpen = shown("can_open", bool, changed)
    query = shown("query", str, changed)
    shownCount = shown("shown_count", int, changed)
    total = shown("total", int, changed)
    pageCount = shown("page_count", int, changed)
    lastCheck = shown("last_check", str, changed)
    wrongPage = shown("wrong_page", int, changed)
    lineOpen = shown("line_open", bool, changed)
    number = shown("number", str, changed)
    canCorrect = shown("can_correct", bool, changed)
    column = shown("column", str, changed)
    oldText = shown("old_text", str, changed)
    canSave = shown("can_save", bool, changed)
    fileName = shown("file_name", str, changed)
    fileFolder = shown("file_folder", str, changed)
    drive = shown("drive", str, changed)
    canExport = shown("can_export", bool, changed)
    busy = shown("busy", bool, changed)
    declaration = shown("declaration", str, changed)
