"""Exports for the accountant and the platform: read the journals, check the books against the closings, write the files, leave a trace.

Runs on a worker: a year is read from its first entry. The files stand complete or not at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kiosk.accounting import store
from kiosk.accounting.agreement import check
from kiosk.accounting.books import Books, Span, books_of
from kiosk.accounting.chart import Chart
from kiosk.accounting.facts import Fact
from kiosk.accounting.files import MadeFile, fec_file, flux_files, margin_files
from kiosk.accounting.foreign import other_facts
from kiosk.accounting.margin_ledger import MarginRow, margin_rows, provenances
from kiosk.accounting.reading import read_fact
from kiosk.basics.progress import Doing, Progress, Stages, nobody_watches
from kiosk.errors import Misused, Refused
from kiosk.journal.entry import JsonValue
from kiosk.journal.ledger import SYSTEM, Ledger
from kiosk.sales.rules import SaleRules
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.storage.engine import Database
from kiosk.storage.files import NewFiles, pieces_of

SIREN_DIGITS = 9
Write = Callable[[Callable[[], None]], None]


def at_once(work: Callable[[], None]) -> None:
    """For a till that nobody sells on meanwhile."""
    work()


class SirenMissing(Refused):
    """The shop's settings do not say which company it belongs to."""

    code = "accounting.siren_missing"


class TillTwice(Misused):
    """The journal of one till was given twice: its sales would count double."""

    code = "accounting.till_twice"


@dataclass(frozen=True, slots=True)
class Company:
    """Whose books these are."""

    siren: str
    currency: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Trace:
    """What the journal keeps of an export: which file, of which days, by whom."""

    what: str
    span: Span
    person: Person | None


@dataclass(frozen=True, slots=True)
class Exported:
    """The files as they stand in their folder, and how many rows of figures they hold."""

    paths: tuple[Path, ...]
    rows: int


class AccountingService:
    """One export per method. ``person`` None is somebody at the machine's own command line; anybody else needs the right.

    ``write`` does its work where the journal may be written: at once, or on the ledger worker of a running till.
    """

    def __init__(
        self, database: Database, ledger: Ledger, *, company: Callable[[], Company], chart: Chart, rules: SaleRules, write: Write = at_once
    ) -> None:
        self._database = database
        self._ledger = ledger
        self._company = company
        self._chart = chart
        self._rules = rules
        self._write = write

    def export_fec(
        self, span: Span, folder: Path, *, person: Person | None = None, journals: Sequence[Path] = (), progress: Progress = nobody_watches
    ) -> Exported:
        """The file of accounting entries; RightMissing, PeriodRefused, BooksDisagree, FileNotWritten."""
        siren, stages = self._siren(), Stages(progress, Doing.READING, Doing.CHECKING, Doing.RECKONING, Doing.SETTING, Doing.WRITING)
        books = self._books(person, span, journals, stages)
        made, rows = fec_file(books, span, siren=siren, stages=stages)
        return self._hand_over(Trace("fec", span, person), folder, [made], rows=rows, stages=stages)

    def export_flux(
        self, span: Span, folder: Path, *, person: Person | None = None, journals: Sequence[Path] = (), progress: Progress = nobody_watches
    ) -> Exported:
        """The e-reporting aggregates (flux 10.3); sent again, a day replaces what was sent of it before."""
        siren, stages = self._siren(), Stages(progress, Doing.READING, Doing.CHECKING, Doing.WRITING)
        books = self._books(person, span, journals, stages)
        made, rows = flux_files(books, span, siren=siren, currency=self._company().currency)
        return self._hand_over(Trace("ereporting", span, person), folder, made, rows=rows, stages=stages)

    def export_margin(
        self, span: Span, folder: Path, *, person: Person | None = None, journals: Sequence[Path] = (), progress: Progress = nobody_watches
    ) -> Exported:
        """The margin ledger per device and, where it is chosen, the global method's months with their carry-over."""
        siren, stages = self._siren(), Stages(progress, Doing.READING, Doing.CHECKING, Doing.WRITING)
        books = self._books(person, span, journals, stages)
        rows = self._margin_rows(books, span)
        months = [month for month in books.global_months(span.last) if month.first_day >= span.first.replace(day=1)]
        made = margin_files(rows, months, span, siren=siren)
        return self._hand_over(Trace("margin", span, person), folder, made, rows=len(rows), stages=stages)

    def _books(self, person: Person | None, span: Span, journals: Sequence[Path], stages: Stages) -> Books:
        if person is not None:
            require(person, Right.EXPORT)
        with self._database.read() as connection:
            tills = [self._own_facts(connection, stages), *self._others(journals)]
        self._check_tills(tills)
        for facts in tills:
            check(facts, self._chart, span.holds, watch=stages.watch(Doing.CHECKING))
        return self._made(tills)

    def _own_facts(self, connection: Connection, stages: Stages) -> tuple[Fact, ...]:
        zone = self._company().zone
        entries = stages.over(Doing.READING, store.entries(connection), of=store.entry_count(connection))
        return tuple(fact for fact in (read_fact(exact, zone) for exact in entries) if fact is not None)

    def _others(self, journals: Sequence[Path]) -> list[tuple[Fact, ...]]:
        zone = self._company().zone
        return [other_facts(path, zone) for path in journals]

    def _check_tills(self, tills: Sequence[tuple[Fact, ...]]) -> None:
        found = [(fact.place.shop, fact.place.till) for facts in tills for fact in facts[:1]]
        twice = next((till for till in found if found.count(till) > 1), None)
        if twice is not None:
            raise TillTwice(till="-".join(twice))

    def _made(self, tills: Iterable[tuple[Fact, ...]]) -> Books:
        return books_of((fact for facts in tills for fact in facts), self._chart, self._rate_on)

    def _rate_on(self, day: date) -> Fraction:
        return Fraction(self._rules.on(day).rate("margin").rate_bp, 100)

    def _margin_rows(self, books: Books, span: Span) -> tuple[MarginRow, ...]:
        tickets = books.tickets_in(span)
        named = {line.unit_id for ticket in tickets for line in ticket.lines if line.unit_id}
        bought = provenances(books.purchases)
        with self._database.read() as connection:
            elsewhere = store.provenances(connection, named - bought.keys())
        return margin_rows(tickets, elsewhere | bought)

    def _siren(self) -> str:
        siren = self._company().siren
        if len(siren) != SIREN_DIGITS or not siren.isdigit():
            raise SirenMissing
        return siren

    def _hand_over(self, trace: Trace, folder: Path, made: Sequence[MadeFile], *, rows: int, stages: Stages) -> Exported:
        """Written beside their names first, journaled, then named: no file without its trace (JET 290), no trace without its bytes on disk."""
        with NewFiles(folder) as files:
            for file, pieces in zip(made, pieces_of([file.content for file in made], stages.counted(Doing.WRITING)), strict=True):
                files.add(file.name, pieces)
            files.check()
            self._write(lambda: self._tell(_body(trace, made), trace.person))
            return Exported(files.publish(), rows)

    def _tell(self, body: dict[str, JsonValue], person: Person | None) -> None:
        with self._database.write() as connection:
            self._ledger.append(connection, "accounting.exported", body, person_id=SYSTEM if person is None else person.person_id)


def _body(trace: Trace, made: Sequence[MadeFile]) -> dict[str, JsonValue]:
    what, span = trace.what, trace.span
    files = [{"name": file.name, "sha256": hashlib.sha256(file.content).hexdigest(), "bytes": len(file.content)} for file in made]
    return {"what": what, "from": span.first.isoformat(), "to": span.last.isoformat(), "range": f"{what} {span}", "files": files}
