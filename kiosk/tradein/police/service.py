"""Use cases of the police register: open it for a purpose, read, search, take it away as a file, put a line right, seal its pages.

What writes runs on the ledger worker; a file is made on a worker of its own, whose writes go through ``write``. Every opening and every file
is noted with who, when and why, for a year (POL-04); that note is no part of the journal, which keeps everything for ever.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kiosk.basics.clock import Clock, utc_text
from kiosk.basics.ids import Ids
from kiosk.documents.papers import ShopHeader
from kiosk.journal.entry import JsonValue
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.storage.engine import Database
from kiosk.storage.files import NewFiles
from kiosk.tradein import store as tradein_store
from kiosk.tradein.declaration import Declaration
from kiosk.tradein.police import store
from kiosk.tradein.police.book import (
    BookLine,
    Page,
    Purpose,
    Reading,
    RegisterClosed,
    checked_purpose,
    day_of,
    first_wrong_page,
    matching,
    next_pages,
)
from kiosk.tradein.police.correcting import corrected, number_without_mark
from kiosk.tradein.police.papers import BookPaper, book_csv, book_pdf
from kiosk.tradein.words import TradeInWords

KEPT_DAYS = 365
MOST_READINGS = 50
Write = Callable[[Callable[[], None]], None]


class BookFormat(StrEnum):
    """How the register is taken away."""

    PDF = "pdf"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class BookPlace:
    """Whose register it is, and where the till keeps its files."""

    shop: ShopHeader
    declaration: Declaration
    zone: ZoneInfo
    till_label: str
    folder: Path
    folders: Callable[[], tuple[Path, ...]] = tuple
    training: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """``lines`` are those that match, in the order of the register; ``wrong_page`` the first sealed page that is not as it was, None when all are."""

    lines: tuple[BookLine, ...]
    total: int
    pages: tuple[Page, ...]
    wrong_page: int | None


class PoliceBook:
    """The register of this till. ``write`` does its work where the journal may be written."""

    def __init__(
        self, database: Database, ledger: Ledger, *, tools: tuple[Clock, Ids], place: Callable[[], BookPlace], words: TradeInWords, write: Write
    ) -> None:  # fmt: skip
        self._database = database
        self._ledger = ledger
        self._clock, self._ids = tools
        self._place = place
        self._words = words
        self._write = write

    @property
    def declaration(self) -> Declaration:
        return self._place().declaration

    @property
    def zone(self) -> ZoneInfo:
        return self._place().zone

    def folders(self) -> tuple[Path, ...]:
        """Where a file can go: the till's own folder first, then drives that are plugged in."""
        place = self._place()
        return (place.folder, *place.folders())

    def readings(self, person: Person) -> tuple[Reading, ...]:
        """Who opened it lately, latest first; RightMissing."""
        require(person, Right.READ_REGISTER)
        with self._database.read() as connection:
            return store.readings(connection, limit=MOST_READINGS)

    def open(self, purpose: str, note: str, person: Person) -> Reading:
        """Note the consultation, and only then let anybody read; RightMissing, PurposeMissing. Pages of days that are over are sealed first."""
        require(person, Right.READ_REGISTER)
        why, words = checked_purpose(purpose, note)
        opened = self._reading(person, why, words, "opened")
        with self._database.write() as connection:
            self._seal(connection)
            store.add_reading(connection, opened)
        return opened

    def find(self, opened: Reading, query: str, person: Person) -> Found:
        """RightMissing, RegisterClosed."""
        with self._database.read() as connection:
            self._must_be_open(connection, opened, person)
            lines, pages = store.lines(connection), store.pages(connection)
        return Found(matching(lines, query, self.zone), len(lines), pages, first_wrong_page(pages, lines))

    def export(self, opened: Reading, format_: BookFormat, query: str, folder: Path, person: Person) -> Path:
        """What is found now, as a file; noted as a consultation, and in the journal without its purpose. RightMissing, RegisterClosed, FileNotWritten."""
        found = self.find(opened, query, person)
        place, now = self._place(), self._clock.now_utc()
        assert not place.training, "nothing leaves a training till: its page offers no file"
        paper = BookPaper(place.shop, place.declaration, found.lines, found.pages if not query.strip() else (), query.strip(), now, place.zone, place.training)
        content = book_pdf(paper, self._words) if format_ is BookFormat.PDF else book_csv(paper, self._words)
        name = f"livre-de-police-{place.shop.shop_id}-{now.astimezone(place.zone):%Y%m%d-%H%M%S}.{format_.value}"
        told = {"format": format_.value, "lines": len(found.lines), "file": name, "sha256": hashlib.sha256(content).hexdigest()}

        def tell() -> None:
            with self._database.write() as connection:
                store.add_reading(connection, self._reading(person, opened.purpose, opened.note, format_.value))
                self._ledger.append(connection, "tradein.register_exported", told, person_id=person.person_id)

        with NewFiles(folder) as files:
            files.add(name, [content])
            files.check()
            self._write(tell)
            return files.publish()[0]

    def correct(self, opened: Reading, entry_id: str, column: str, text: str, reason: str, person: Person) -> None:
        """Write a new line that says what was wrong in another; RightMissing, RegisterClosed, CorrectionRefused, and what a seller refuses."""
        now = self._clock.now_utc()
        with self._database.write() as connection:
            self._must_be_open(connection, opened, person)
            if opened.purpose is Purpose.INSPECTION:
                raise RegisterClosed()
            lines = store.lines(connection)
            line = next((line for line in lines if line.entry.entry_id == entry_id), None)
            if line is None:
                raise RegisterClosed()
            number = number_without_mark(line.entry.printed_number)
            count = sum(number_without_mark(other.entry.printed_number) == number for other in lines) - 1
            salt, today = secrets.token_hex(16), now.astimezone(self.zone).date()
            entry, seller = corrected(
                line, column=column, text=text, reason=reason, corrections=count, ids=(self._ids.new(), self._ids.new()), at_utc=utc_text(now),
                salt=salt, today=today,
            )  # fmt: skip
            self._seal(connection)
            if seller is not None:
                tradein_store.put_seller(connection, entry.seller_id, seller, salt=salt)
            tradein_store.add_register_entry(connection, entry)
            store.add_reading(connection, self._reading(person, opened.purpose, opened.note, "corrected"))
            body = {
                "register_number": entry.printed_number, "corrects": line.entry.printed_number, "column": column, "reason": entry.correction_reason,
                "unit_id": entry.unit_id, "seller_hash": entry.seller_hash,
            }  # fmt: skip
            self._ledger.append(connection, "tradein.register_corrected", body, person_id=person.person_id)

    def keep(self) -> None:
        """The errand of every hour: seal the pages of days that are over, forget consultations older than a year. Writes only when there is something."""
        before = utc_text(self._clock.now_utc() - timedelta(days=KEPT_DAYS))
        with self._database.read() as connection:
            old, waiting = store.old_readings(connection, before_utc=before), self._waiting_pages(connection)
        if not old and not waiting:
            return

        def write() -> None:
            with self._database.write() as connection:
                store.forget_readings(connection, before_utc=before)
                self._seal(connection)

        self._write(write)

    def _seal(self, connection: Connection) -> None:
        for page in self._waiting_pages(connection):
            store.add_page(connection, self._ids.new(), page, at_utc=utc_text(self._clock.now_utc()))
            body: dict[str, JsonValue] = {"number": page.number, "day": page.day, "lines": page.count, "previous": page.previous, "check": page.check}
            self._ledger.append(connection, "tradein.register_page_sealed", body)

    def _waiting_pages(self, connection: Connection) -> tuple[Page, ...]:
        today = day_of(utc_text(self._clock.now_utc()), self.zone)
        page = store.last_page(connection)
        return tuple(next_pages(page, store.lines(connection, after=page.through if page else 0), today=today, zone=self.zone))

    def _reading(self, person: Person, purpose: Purpose, note: str, act: str) -> Reading:
        return Reading(self._ids.new(), utc_text(self._clock.now_utc()), person.person_id, person.full_name, purpose, note, act)

    def _must_be_open(self, connection: Connection, opened: Reading, person: Person) -> None:
        """By the consultation that stands in the list, not by what a page says of itself."""
        require(person, Right.READ_REGISTER)
        noted = store.reading(connection, opened.reading_id)
        if noted is None or noted.person_id != person.person_id or noted.act != "opened" or noted.purpose is not opened.purpose:
            raise RegisterClosed()
