"""Making archives of closed months and years, and exports of any days for the tax office. Reading runs anywhere, writing on the ledger worker.

An archive is written beside its place, told to the journal in one transaction (its own chain, its row, JET 20 or 30), then put in its place;
a program that ends in between finds it again at the next look.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kiosk.basics.clock import Clock, utc_text
from kiosk.basics.ids import Ids
from kiosk.basics.money import Money
from kiosk.basics.progress import Counted
from kiosk.errors import Damaged, Refused
from kiosk.fiscal.archive import store
from kiosk.fiscal.archive.bundle import Bundle, finish_published, stands
from kiosk.fiscal.archive.content import Source, Tally, add_frame, add_records
from kiosk.fiscal.archive.spans import Span, closed_span, span_of_days, training_span
from kiosk.fiscal.books import read_breakdown
from kiosk.fiscal.chains import Signed, Stamp
from kiosk.fiscal.module import Period, PeriodTotals
from kiosk.fiscal.store import content_of
from kiosk.journal.entry import JsonValue
from kiosk.journal.ledger import SYSTEM, Ledger
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.storage.engine import Database
from kiosk.storage.files import told_of
from kiosk.storage.identity import till_identity

JOURNAL_KINDS = {Period.MONTH: "fiscal.month_archived", Period.YEAR: "fiscal.year_archived"}
SUFFIX = ".fiscal.zip"


class AlreadyArchived(Refused):
    """A period has one archive; it is where it was put."""

    code = "fiscal.already_archived"


class ArchiveMissing(Damaged):
    """An archive that was made is not in its place any more, or is another file."""

    code = "fiscal.archive_missing"


def _untold(_done: int, _of: int) -> None:
    """For work that nobody watches."""


class Archivist(Protocol):
    """What an archive asks of the country's module."""

    def archive_stamp(self, connection: Connection, totals: PeriodTotals, *, archive_id: str, at_local: datetime) -> Stamp: ...

    def seal(self, text: str) -> Signed: ...

    @property
    def own_key(self) -> dict[str, str]: ...

    @property
    def versions(self) -> tuple[str, str]: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Whose records these are, and where they go. ``training`` opens the training till's database, None when nobody ever trained."""

    folder: Path
    zone: ZoneInfo
    company: Mapping[str, Any]
    training: Callable[[], AbstractContextManager[Database | None]]


@dataclass(frozen=True, slots=True)
class MadeArchive:
    """An archive in its place."""

    path: Path
    label: str
    sha256: str
    size_bytes: int


class ArchiveService:
    """``write`` runs a piece of work on the ledger worker and waits for it; a command without threads simply calls it."""

    def __init__(
        self, database: Database, ledger: Ledger, archivist: Archivist, place: Place, *, tools: tuple[Clock, Ids], write: Callable[[Callable[[], None]], None]
    ) -> None:
        self._database = database
        self._ledger = ledger
        self._archivist = archivist
        self._place = place
        self._clock, self._ids = tools
        self._write = write

    def waiting(self) -> tuple[tuple[Period, str], ...]:
        """Closed months and years that have no archive yet, oldest first."""
        with self._database.read() as connection:
            return store.not_archived(connection, (Period.MONTH, Period.YEAR))

    def make(self, period: Period, label: str, *, person: Person | None = None, progress: Counted = _untold) -> MadeArchive:
        """RightMissing, PeriodNotClosed, AlreadyArchived, FileNotWritten, SigningFailed. ``person`` None: the till itself, or its command line."""
        if person is not None:
            require(person, Right.EXPORT)
        self._finish_interrupted()
        with self._database.read() as connection:
            span, name = closed_span(connection, period, label), f"{self._till(connection)}-{label}{SUFFIX}"
        if (period, label) not in self.waiting():
            raise AlreadyArchived(label=label)
        path = self._place.folder / name
        with self._bundle(path) as bundle:
            self._fill(bundle, span, progress)
            made: list[MadeArchive] = []
            self._write(lambda: made.append(self._commit(bundle, period, span, person=person)))
        return made[0]

    def find(self, period: Period, label: str) -> MadeArchive | None:
        """The archive that was made of a period, as it stands in its place; None when there is none yet. ArchiveMissing."""
        self._finish_interrupted()
        with self._database.read() as connection:
            row = next((row for row in store.archives(connection) if (row.period, row.period_label) == (period.value, label)), None)
        if row is None:
            return None
        made = MadeArchive(self._place.folder / row.file_name, label, row.sha256, row.size_bytes)
        if not stands(made.path, made.sha256, size_bytes=made.size_bytes):
            raise ArchiveMissing(path=str(made.path))
        return made

    def known_keys(self) -> dict[str, str]:
        """Every key that this till has signed with, PEM by id: its archives are checked against them."""
        with self._database.read() as connection:
            return store.public_keys(connection) | self._archivist.own_key

    def tell_copied(self, made: MadeArchive, *, person: Person) -> None:
        """A copy leaves the till: that is a data export (JET 110)."""
        require(person, Right.EXPORT)

        def tell() -> None:
            with self._database.write() as connection:
                body: dict[str, JsonValue] = {"period_label": made.label, "file_name": made.path.name, "sha256": made.sha256}
                self._ledger.append(connection, "fiscal.archive_copied", body, person_id=person.person_id)

        self._write(tell)

    def export(self, first: date, last: date, path: Path, *, person: Person | None = None, progress: Counted = _untold) -> MadeArchive:
        """Any days, both inside, in the shape of an archive, for the tax office (FIS-11); told to the event log (JET 280). RightMissing."""
        if person is not None:
            require(person, Right.READ_RECORDS)
        with self._database.read() as connection:
            span = span_of_days(connection, first, last, self._place.zone)
        with self._bundle(path) as bundle:
            self._fill(bundle, span, progress)
            made: list[MadeArchive] = []
            self._write(lambda: made.append(self._commit_export(bundle, span, person=person)))
        return made[0]

    def _fill(self, bundle: Bundle, span: Span, progress: Counted) -> None:
        with self._place.training() as training:
            keys, sources = self.known_keys(), [Source(self._database, span)]
            if training is not None:
                with training.read() as connection:
                    keys = {**store.public_keys(connection), **keys}
                    sources.append(Source(training, training_span(connection, span), "training/"))
            add_frame(bundle, keys)
            tally = Tally(progress, of=sum(source.records for source in sources))
            for source in sources:
                add_records(bundle, source, tally)
        bundle.settle()
        tally.end()

    def _commit(self, bundle: Bundle, period: Period, span: Span, *, person: Person | None) -> MadeArchive:
        assert span.closing is not None, "an archive is of a closed period"
        archive_id, at_local = self._ids.new(), self._now_local()
        with self._database.write() as connection:
            stamp = self._archivist.archive_stamp(connection, _totals(span.closing), archive_id=archive_id, at_local=at_local)
            facts = {"kind": "archive", "period": period.value, "totals": _figures(span.closing), "stamp": {"payload": stamp.payload, "seq": stamp.seq}}
            manifest = bundle.seal({**self._facts(connection, span, at_local), **facts})
            size = bundle.finish(manifest, self._archivist.seal(manifest))
            sha256 = hashlib.sha256(manifest.encode()).hexdigest()
            row = {
                "id": archive_id, "period": period.value, "period_label": span.label, "at_utc": utc_text(at_local), "file_name": bundle.path.name,
                "sha256": sha256, "size_bytes": size, "content": manifest,
            }  # fmt: skip
            store.add_archive(connection, row)
            body: dict[str, JsonValue] = {"period_label": span.label, "file_name": bundle.path.name, "sha256": sha256, "size_bytes": size}
            self._ledger.append(connection, JOURNAL_KINDS[period], body, person_id=person.person_id if person else SYSTEM)
        bundle.keep()
        return MadeArchive(bundle.publish(), span.label, sha256, size)

    def _commit_export(self, bundle: Bundle, span: Span, *, person: Person | None) -> MadeArchive:
        with self._database.write() as connection:
            manifest = bundle.seal({**self._facts(connection, span, self._now_local()), "kind": "export"})
            size = bundle.finish(manifest, self._archivist.seal(manifest))
            sha256 = hashlib.sha256(manifest.encode()).hexdigest()
            body: dict[str, JsonValue] = {"range": span.label, "file_name": bundle.path.name, "sha256": sha256}
            self._ledger.append(connection, "fiscal.records_exported", body, person_id=person.person_id if person else SYSTEM)
        return MadeArchive(bundle.publish(), span.label, sha256, size)

    def _facts(self, connection: Connection, span: Span, at_local: datetime) -> dict[str, object]:
        identity, head = till_identity(connection), self._ledger.head(connection)
        assert identity is not None
        software, fiscal_version = self._archivist.versions
        return {
            "shop": identity.shop_id, "till": identity.till_code, "company": dict(self._place.company), "label": span.label, "made_at_utc": utc_text(at_local),
            "since_utc": span.since_utc, "until_utc": span.until_utc, "software": f"kiosk {software}", "fiscal_version": fiscal_version,
            "journal": {"epoch": head.epoch, "seq": head.seq, "hash": head.hash},
        }  # fmt: skip

    def _finish_interrupted(self) -> None:
        with self._database.read() as connection:
            known = store.archives(connection)
        for row in known:
            path = self._place.folder / row.file_name
            if not path.exists():
                finish_published(path, row.sha256)

    @contextmanager
    def _bundle(self, path: Path) -> Iterator[Bundle]:
        with told_of(path.parent):
            path.parent.mkdir(parents=True, exist_ok=True)
            bundle = Bundle(path, at_local=self._now_local())
            try:
                yield bundle
            except BaseException:
                bundle.give_up()
                raise

    def _till(self, connection: Connection) -> str:
        identity = till_identity(connection)
        assert identity is not None, "only an enrolled till has records"
        return f"{identity.shop_id}-{identity.till_code}"

    def _now_local(self) -> datetime:
        return self._clock.now_utc().astimezone(self._place.zone)


def _totals(row: store.StoredRow) -> PeriodTotals:
    return PeriodTotals(Money(row.sales_cents), Money(row.returns_cents), read_breakdown(content_of(row)["breakdown"]), row.ticket_count)


def _figures(row: store.StoredRow) -> dict[str, object]:
    names = ("sales_cents", "returns_cents", "total_cents", "perpetual_algebraic_cents", "perpetual_absolute_cents", "ticket_count")
    return {**{name: getattr(row, name) for name in names}, "breakdown": content_of(row)["breakdown"]}
