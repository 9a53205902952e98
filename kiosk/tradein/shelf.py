"""The price book's published versions on this till: those that central sent by its feed, and the file's, which is the first.

Old versions stay: an offer stands on the one that it was made with. A version that cannot be read, or that leaves a defect without a price,
is refused in words and the former stays in force.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date

from sqlalchemy import Connection

from kiosk.errors import KioskError
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from kiosk.storage.remembered import Remembered
from kiosk.tradein import store
from kiosk.tradein.bookfile import read_pricebook
from kiosk.tradein.pricebook import BadPriceBook, PriceBook
from kiosk.tradein.rulefiles import BenchRules, RefusedBook
from kiosk.tradein.store import PublishedBook


def problem_of(book: PublishedBook) -> str | None:
    """What is wrong with a version as it came; None when it can be read and is what its hash says."""
    content = book.content.encode()
    if hashlib.sha256(content).hexdigest() != book.sha256:
        return "altered"
    try:
        read = read_pricebook(content, name=book.version)
    except KioskError as error:
        return _said(error)
    said = (read.version, read.valid_from, read.valid_to)
    return None if said == (book.version, book.valid_from, book.valid_to) else "dates"


def tell_new_books(connection: Connection, ledger: Ledger) -> None:
    """Inside the caller's transaction: each version that came is in the journal once, taken or refused with the reason. Silent in quarantine."""
    if ledger.quarantined is not None:
        return
    for book in store.untold_books(connection):
        body = {"version": book.version, "valid_from": book.valid_from, "valid_to": book.valid_to, "sha256": book.sha256, "problem": book.problem}
        ledger.append(connection, "tradein.price_book_received", body)
        store.mark_book_told(connection, book.version)


class PriceBooks:
    """``rules.shelf``: asked at every offer, so a version comes into force at its midnight without a restart."""

    def __init__(self, rules: BenchRules, database: Database, *, today: Callable[[], date]) -> None:
        self._rules = rules
        self._database = database
        self._today = today
        self._read: dict[str, PriceBook | str] = {}
        self._rows = Remembered(database, self._read_rows)

    def in_force(self) -> PriceBook:
        """The version that began last and has not ended. Where none is in force the last that was stays: a shop goes on buying."""
        day = self._today().isoformat()
        begun = [book for book in self._usable() if book.valid_from <= day]
        return max((book for book in begun if book.is_in_force(day)), key=_began, default=max(begun, key=_began, default=self._rules.pricebook))

    def version(self, name: str) -> PriceBook | None:
        """Also one that is no longer in force."""
        return next((book for book in self._usable() if book.version == name), None)

    def refused(self) -> tuple[RefusedBook, ...]:
        """What central published and this till does not use, latest first."""
        found = ((row, self._judged(row)) for row in self._rows())
        refused = (RefusedBook(row.version, row.valid_from, *judged.split(": ", 1)) for row, judged in found if isinstance(judged, str))
        return tuple(sorted(refused, key=lambda book: book.valid_from, reverse=True))

    def _usable(self) -> list[PriceBook]:
        """The file's version first, then what came; one that central published under the file's name is central's."""
        came = [judged for row in self._rows() if isinstance(judged := self._judged(row), PriceBook)]
        names = {book.version for book in came}
        return [book for book in (self._rules.pricebook,) if book.version not in names] + came

    def _judged(self, row: PublishedBook) -> PriceBook | str:
        """The book, or why it is not used; judged once per content."""
        if row.problem is not None:
            return row.problem
        if row.sha256 not in self._read:
            self._read[row.sha256] = self._judge(row)
        return self._read[row.sha256]

    def _judge(self, row: PublishedBook) -> PriceBook | str:
        try:
            book = read_pricebook(row.content.encode(), name=row.version)
        except KioskError as error:
            return _said(error)
        try:
            self._rules.must_cover(book)
        except BadPriceBook as error:
            return f"uncovered: {error.facts['problem']}"
        return book

    def _read_rows(self) -> tuple[PublishedBook, ...]:
        with self._database.read() as connection:
            return store.published_books(connection)


def _said(error: KioskError) -> str:
    """``unsound: an amount is below zero``."""
    why = "unsound" if isinstance(error, BadPriceBook) else "unreadable"
    return f"{why}: {error.facts.get('problem', error.code)}"


def _began(book: PriceBook) -> tuple[str, str]:
    return book.valid_from, book.version
