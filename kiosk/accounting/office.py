"""The office of the till's records: which periods are closed, and the files that a manager or an inspector takes away.

Reading and making files run on a worker of their own, away from the sale; what a file leaves in the journal goes through the ledger worker,
which is the ``write`` of the two services. ``cancel`` may be called on any thread.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from kiosk.accounting.books import Span
from kiosk.accounting.service import AccountingService, Exported, ExportNotWritten
from kiosk.errors import KioskError, Refused
from kiosk.fiscal.archive.service import SUFFIX, ArchiveService, MadeArchive
from kiosk.fiscal.archive.store import ClosingLine, newest_closings
from kiosk.fiscal.module import Period
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, RightMissing, may, require
from kiosk.storage.engine import Database

MOST_CLOSINGS = 400
"""A year of days with its months: what a page lists."""
REMOVABLE_ROOTS = (Path("/media"), Path("/run/media"))
MOST_DRIVES = 4
Progress = Callable[[int, int], None]
log = logging.getLogger(__name__)


class ExportGivenUp(Refused):
    """Somebody stopped the work, or the kiosk is being closed; nothing was written."""

    code = "accounting.export_given_up"


class What(StrEnum):
    """The files that there are."""

    ARCHIVE = "archive"
    INSPECTION = "inspection"
    FEC = "fec"
    EREPORTING = "ereporting"
    MARGIN = "margin"


RIGHTS = {what: Right.READ_RECORDS if what is What.INSPECTION else Right.EXPORT for what in What}


@dataclass(frozen=True, slots=True)
class Wanted:
    """From a day to a day, both inside; ``period`` and ``label`` when that is one month or one year."""

    first: date
    last: date
    period: Period | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file as it stands in its folder. An archive's hash is that of its manifest, which covers the rest and is in the journal."""

    path: Path
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class HandedOver:
    """``rows`` of figures; 0 for an archive, which has none."""

    files: tuple[HandedFile, ...]
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is to take: closings, newest first, and the folders that files can go to, the till's own first."""

    closings: tuple[ClosingLine, ...]
    folders: tuple[Path, ...]


def removable_drives(roots: tuple[Path, ...] = REMOVABLE_ROOTS, is_mount: Callable[[Path], bool] = os.path.ismount) -> tuple[Path, ...]:
    """Drives that the system has mounted for somebody (``/media/NAME`` or ``/media/USER/NAME``), a few at most."""
    found: list[Path] = []
    for root in roots:
        try:
            near = sorted(path for path in root.iterdir() if path.is_dir())
            places = [path for each in near for path in ([each] if is_mount(each) else sorted(each.iterdir()))]
        except OSError:
            continue
        found += [path for path in places if is_mount(path) and os.access(path, os.W_OK)]
    return tuple(found[:MOST_DRIVES])


class RecordsOffice:
    """``archives`` is None in a country that wants none; both are None on a training till, from which nothing leaves."""

    def __init__(
        self, database: Database, *, archives: ArchiveService | None, books: AccountingService | None, folder: Path,
        drives: Callable[[], tuple[Path, ...]] = removable_drives,
    ) -> None:  # fmt: skip
        self._database = database
        self._archives = archives
        self._books = books
        self._folder = folder
        self._drives = drives
        self._given_up = threading.Event()

    def kinds(self, person: Person) -> tuple[What, ...]:
        """What this person can have made here."""
        here = {What.ARCHIVE: self._archives, What.INSPECTION: self._archives}
        return tuple(what for what in What if here.get(what, self._books) is not None and may(person, RIGHTS[what]))

    def look(self, *, person: Person) -> Shelf:
        """RightMissing for whoever may neither see the board nor read the records."""
        if not may(person, Right.READ_RECORDS):
            require(person, Right.SEE_BOARD)
        with self._database.read() as connection:
            closings = newest_closings(connection, limit=MOST_CLOSINGS)
        return Shelf(closings, (self._folder, *self._drives()))

    def make(self, what: What, wanted: Wanted, folder: Path, *, person: Person, progress: Progress) -> HandedOver:
        """RightMissing, ExportGivenUp, and what the two services raise."""
        require(person, RIGHTS[what])
        self._given_up.clear()
        match what:
            case What.ARCHIVE:
                return self._archive(wanted, folder, person=person, progress=progress)
            case What.INSPECTION:
                return self._inspection(wanted, folder, person=person, progress=progress)
            case _:
                return self._export(what, wanted, folder, person=person)

    def archive_waiting(self) -> int:
        """Archives of all closed months and years that have none, made by the till itself; how many. What fails is tried again at the next start."""
        if self._archives is None:
            return 0
        made = 0
        for period, label in self._archives.waiting():
            try:
                self._archives.make(period, label, progress=self._watched(lambda _done, _of: None))
            except KioskError as error:
                log.warning("the archive of %s waits for the next start: %s", label, error)
                return made
            made += 1
        return made

    def cancel(self) -> None:
        """Stop what is under way at its next step; what is already in the journal stays made."""
        self._given_up.set()

    def _archive(self, wanted: Wanted, folder: Path, *, person: Person, progress: Progress) -> HandedOver:
        """It stays with the till; a chosen drive gets a copy."""
        if self._archives is None or wanted.period is None:
            raise RightMissing(right=Right.EXPORT.value, name=person.short_name)
        made = self._archives.make(wanted.period, wanted.label, person=person, progress=self._watched(progress))
        path = made.path if folder == self._folder else _copied(made.path, folder)
        return HandedOver((_archive_file(made, path),))

    def _inspection(self, wanted: Wanted, folder: Path, *, person: Person, progress: Progress) -> HandedOver:
        assert self._archives is not None, "kinds() says what can be made"
        path = _free(folder, f"controle-{wanted.first:%Y%m%d}-{wanted.last:%Y%m%d}", SUFFIX)
        made = self._archives.export(wanted.first, wanted.last, path, person=person, progress=self._watched(progress))
        return HandedOver((_archive_file(made, made.path),))

    def _export(self, what: What, wanted: Wanted, folder: Path, *, person: Person) -> HandedOver:
        assert self._books is not None, "kinds() says what can be made"
        span = Span(wanted.first, wanted.last)
        export = {What.FEC: self._books.export_fec, What.EREPORTING: self._books.export_flux, What.MARGIN: self._books.export_margin}[what]
        made: Exported = export(span, folder, person=person)
        files = tuple(HandedFile(path, hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size) for path in made.paths)
        return HandedOver(files, made.rows)

    def _watched(self, progress: Progress) -> Progress:
        def step(done: int, of: int) -> None:
            if self._given_up.is_set():
                raise ExportGivenUp
            progress(done, of)

        return step


def _archive_file(made: MadeArchive, path: Path) -> HandedFile:
    return HandedFile(path, made.sha256, made.size_bytes)


def _copied(path: Path, folder: Path) -> Path:
    try:
        return Path(shutil.copy2(path, folder / path.name))
    except OSError as error:
        raise ExportNotWritten(path=str(folder), reason=error.strerror or type(error).__name__) from error


def _free(folder: Path, stem: str, suffix: str) -> Path:
    """A name that no file has: what was handed over once is never written over."""
    names = (f"{stem}{number}{suffix}" for number in ("", *(f"-{count}" for count in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())
