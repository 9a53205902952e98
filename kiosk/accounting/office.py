"""The office of the till's records: which periods are closed, and the files that a manager or an inspector takes away.

Reading and making files run on a worker of their own, away from the sale; what a file leaves in the journal goes through the ledger worker,
which is the ``write`` of the two services. ``cancel`` may be called on any thread.
"""

from __future__ import annotations

import hashlib
import logging
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from kiosk.accounting.books import Span
from kiosk.accounting.service import AccountingService, Exported
from kiosk.basics.progress import Doing, Progress, Stages, Step, nobody_watches
from kiosk.errors import KioskError, Refused
from kiosk.fiscal.archive.checking import Checked, check_in_child
from kiosk.fiscal.archive.service import SUFFIX, ArchiveService, MadeArchive
from kiosk.fiscal.archive.store import ClosingLine, newest_closings
from kiosk.fiscal.module import Period
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, RightMissing, may, require
from kiosk.storage.engine import Database
from kiosk.storage.files import PART, FolderGone, NewFiles, pieces_of_file, told_of

MOST_CLOSINGS = 400
"""A year of days with its months: what a page lists."""
OUR_NAMES = (f"*{SUFFIX}", "fec-*/*FEC*.txt", "*-flux-10.3-*", "*-margin-*")
REMOVABLE_ROOTS = (Path("/media"), Path("/run/media"))
MOST_DRIVES = 4
log = logging.getLogger(__name__)


class ExportGivenUp(Refused):
    """Somebody stopped the work, or the kiosk is being closed; nothing was written."""

    code = "accounting.export_given_up"


class PeriodNotArchived(Refused):
    """There is nothing to verify yet."""

    code = "accounting.period_not_archived"


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
    """``rows`` of figures; 0 for an archive, which has none. ``checked`` is what the verifier found when it was asked; then nothing was written."""

    files: tuple[HandedFile, ...]
    rows: int = 0
    checked: Checked | None = None


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

    @property
    def has_archives(self) -> bool:
        return self._archives is not None

    def folders(self) -> tuple[Path, ...]:
        """Where files can go now, the till's own folder first."""
        return (self._folder, *self._drives())

    def look(self, *, person: Person) -> Shelf:
        """RightMissing for whoever may neither see the board nor read the records."""
        self._may_look(person)
        with self._database.read() as connection:
            closings = newest_closings(connection, limit=MOST_CLOSINGS)
        return Shelf(closings, self.folders())

    def make(self, what: What, wanted: Wanted, folder: Path, *, person: Person, progress: Progress) -> HandedOver:
        """A month's or year's archive that was made before is only copied. RightMissing, ExportGivenUp, FolderGone, and what the two services raise."""
        require(person, RIGHTS[what])
        self._given_up.clear()
        self._there(folder)
        _sweep(folder)
        match what:
            case What.ARCHIVE:
                return self._archive(wanted, folder, person=person, progress=progress)
            case What.INSPECTION:
                return self._inspection(wanted, folder, person=person, progress=self._watched(progress, folder))
            case _:
                return self._export(what, wanted, folder, person=person, progress=self._watched(progress, folder))

    def verify(self, wanted: Wanted, *, person: Person, progress: Progress) -> HandedOver:
        """Every record, link and signature of an archive that was made, against this till's key. RightMissing, ExportGivenUp, ArchiveMissing, NotAnArchive."""
        self._may_look(person)
        self._given_up.clear()
        assert self._archives is not None and wanted.period is not None, "kinds() says what can be made"
        made = self._archives.find(wanted.period, wanted.label)
        if made is None:
            raise PeriodNotArchived(label=wanted.label)
        count = Stages(self._watched(progress), Doing.VERIFYING).counted(Doing.VERIFYING)
        checked = check_in_child(made.path, list(self._archives.known_keys().values()), count)
        return HandedOver((_archive_file(made, made.path),), checked=checked)

    def archive_waiting(self) -> int:
        """Archives of all closed months and years that have none, made by the till itself; how many. What fails is tried again at the next start."""
        if self._archives is None:
            return 0
        made = 0
        for period, label in self._archives.waiting():
            try:
                self._archives.make(period, label, progress=Stages(self._watched(nobody_watches), Doing.GATHERING).counted(Doing.GATHERING))
            except KioskError as error:
                log.warning("the archive of %s waits for the next start: %s", label, error)
                return made
            made += 1
        return made

    def cancel(self) -> None:
        """Stop what is under way at its next step; what is already in the journal stays made."""
        self._given_up.set()

    def _archive(self, wanted: Wanted, folder: Path, *, person: Person, progress: Progress) -> HandedOver:
        """It stays with the till; a chosen drive gets a copy, byte for byte, and the journal a word of it."""
        if self._archives is None or wanted.period is None:
            raise RightMissing(right=Right.EXPORT.value, name=person.short_name)
        names = (Doing.GATHERING,) if folder == self._folder else (Doing.GATHERING, Doing.COPYING)
        made = self._archives.find(wanted.period, wanted.label)
        if made is None:
            count = Stages(self._watched(progress), *names).counted(Doing.GATHERING)
            made = self._archives.make(wanted.period, wanted.label, person=person, progress=count)
        if folder == self._folder:
            return HandedOver((_archive_file(made, made.path),))
        count = Stages(self._watched(progress, folder), *names).counted(Doing.COPYING)
        with NewFiles(folder) as files:
            files.add(made.path.name, pieces_of_file(made.path, count))
            files.check()
            self._archives.tell_copied(made, person=person)
            return HandedOver((_archive_file(made, files.publish()[0]),))

    def _inspection(self, wanted: Wanted, folder: Path, *, person: Person, progress: Progress) -> HandedOver:
        assert self._archives is not None, "kinds() says what can be made"
        path = _free(folder, f"controle-{wanted.first:%Y%m%d}-{wanted.last:%Y%m%d}", SUFFIX)
        count = Stages(progress, Doing.GATHERING).counted(Doing.GATHERING)
        made = self._archives.export(wanted.first, wanted.last, path, person=person, progress=count)
        return HandedOver((_archive_file(made, made.path),))

    def _export(self, what: What, wanted: Wanted, folder: Path, *, person: Person, progress: Progress) -> HandedOver:
        """The name of a file of entries says its fiscal year only (FEC-01): each period has a folder of its own, so that none is written over."""
        assert self._books is not None, "kinds() says what can be made"
        span = Span(wanted.first, wanted.last)
        export = {What.FEC: self._books.export_fec, What.EREPORTING: self._books.export_flux, What.MARGIN: self._books.export_margin}[what]
        place = folder / f"fec-{wanted.first:%Y%m%d}-{wanted.last:%Y%m%d}" if what is What.FEC else folder
        made: Exported = export(span, place, person=person, progress=progress)
        files = tuple(HandedFile(path, hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size) for path in made.paths)
        return HandedOver(files, made.rows)

    def _may_look(self, person: Person) -> None:
        if not may(person, Right.READ_RECORDS):
            require(person, Right.SEE_BOARD)

    def _there(self, folder: Path) -> None:
        """A drive that was pulled out leaves a folder of the same name on some systems: what is written there is on the till, and nobody has it."""
        if folder != self._folder and folder not in self._drives():
            raise FolderGone(path=str(folder))

    def _watched(self, progress: Progress, folder: Path | None = None) -> Progress:
        def step(step: Step) -> None:
            if self._given_up.is_set():
                raise ExportGivenUp
            if folder is not None:
                self._there(folder)
            progress(step)

        return step


def _archive_file(made: MadeArchive, path: Path) -> HandedFile:
    return HandedFile(path, made.sha256, made.size_bytes)


def _sweep(folder: Path) -> None:
    """A drive that was pulled out in the middle still holds what it took until then: that goes when the drive is back."""
    with told_of(folder):
        for name in OUR_NAMES:
            for part in folder.glob(f"{name}{PART}"):
                if part.is_file():
                    part.unlink()


def _free(folder: Path, stem: str, suffix: str) -> Path:
    """A name that no file has: what was handed over once is never written over."""
    names = (f"{stem}{number}{suffix}" for number in ("", *(f"-{count}" for count in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())
