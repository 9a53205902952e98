"""The one way into the journal: entries are built, signed and stored inside the caller's transaction.

Runs on the ledger worker. Each entry also vouches for every sealed row written since the one before it; rows that a
transaction seals after its last entry get an entry of their own (``journal.rows_sealed``) before the commit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from kiosk.basics.clock import Clock, parse_utc, utc_text
from kiosk.errors import Damaged
from kiosk.journal import store
from kiosk.journal.entry import NO_HASH, Entry, Head, JsonValue, Statement, build
from kiosk.journal.keys import TillKey
from kiosk.journal.marker import HeadMarker, MarkerState
from kiosk.storage import seals
from kiosk.storage.counters import begin_again
from kiosk.storage.engine import Database
from kiosk.storage.identity import TillIdentity, set_till_identity, till_identity

SYSTEM = "system"
CLOCK_TOLERANCE = timedelta(minutes=1)
LEAP_TOLERANCE = timedelta(minutes=5)
Stamper = Callable[[Connection, str, Mapping[str, Any], str, str], None]


class JournalQuarantined(Damaged):
    """The journal is not where this till left it (restored, cloned or cut): no entry until a new epoch is opened."""

    code = "journal.quarantined"


class NotEnrolled(Damaged):
    """This kiosk does not belong to a shop yet."""

    code = "journal.not_enrolled"


class Ledger:
    """One till's journal. ``stamper(connection, kind, body, at_utc, person_id)`` runs before each entry is built (fiscal event log)."""

    def __init__(self, database: Database, *, clock: Clock, key: TillKey, marker: HeadMarker, stamper: Stamper | None = None) -> None:
        self._database = database
        self._clock = clock
        self._key = key
        self._marker = marker
        self.stamper = stamper
        self.quarantined: MarkerState | None = None
        self.listeners: list[Callable[[Head], None]] = []
        self._to_announce: Head | None = None
        self._clock_seen = (clock.now_utc(), clock.monotonic_ms())
        self._leap_told: Head | None = None
        database.before_commit.append(self._seal_what_is_left)
        database.after_commit.append(self._announce)
        with database.read() as connection:
            self.quarantined = self._suspicion(connection)
            self._announced: Head = store.head(connection)

    @property
    def public_key_hex(self) -> str:
        return self._key.public.hex

    def append(self, connection: Connection, kind: str, body: Mapping[str, JsonValue], *, person_id: str = SYSTEM) -> Entry:
        """Add an entry to the caller's transaction; JournalQuarantined, NotEnrolled."""
        identity = self._may_write(connection)
        head, last_at_utc = store.head_and_time(connection)
        if self._went_back(connection, last_at_utc):
            said: dict[str, JsonValue] = {"clock_utc": utc_text(self._clock.now_utc()), "back_by_s": self._behind_s(last_at_utc)}
            noted = self._append(connection, identity, "till.clock_set_back", said, after=head, at_utc=last_at_utc, person_id=SYSTEM)
            head = Head(noted.epoch, noted.seq, noted.hash)
        leap_s = self._leapt_s(connection)
        if leap_s:
            said = {"clock_utc": utc_text(self._clock.now_utc()), "ahead_by_s": leap_s}
            at_utc = self._not_before(last_at_utc)
            noted = self._append(connection, identity, "till.clock_set_forward", said, after=head, at_utc=at_utc, person_id=SYSTEM)
            head = self._leap_told = Head(noted.epoch, noted.seq, noted.hash)
        return self._append(connection, identity, kind, body, after=head, at_utc=self._not_before(last_at_utc), person_id=person_id)

    def head(self, connection: Connection) -> Head:
        """Where the journal stands."""
        return store.head(connection)

    def entries_after(self, connection: Connection, epoch: int, seq: int, *, limit: int) -> tuple[Entry, ...]:
        """The entries after a place, in order."""
        return store.entries_after(connection, epoch, seq, limit=limit)

    def open_epoch(self, connection: Connection, epoch: int, *, reason: str) -> Entry:
        """Start a new numbering after a restore or a clone; its first entry names the last known head of the old one."""
        identity = till_identity(connection)
        if identity is None:
            raise NotEnrolled
        head = store.head(connection)
        assert epoch > head.epoch
        set_till_identity(connection, TillIdentity(identity.shop_id, identity.till_code, epoch))
        begin_again(connection)
        after = {"epoch": head.epoch, "seq": head.seq, "hash": head.hash}
        return self.append(connection, "till.epoch_opened", {"reason": reason, "after": after, "public_key": self._key.public.hex})

    def make_marker_durable(self) -> None:
        """Before the program ends."""
        self._marker.sync()

    def _may_write(self, connection: Connection) -> TillIdentity:
        """In quarantine only the transaction that opens a new epoch may write; once it is committed the quarantine is over."""
        identity = till_identity(connection)
        if identity is None:
            raise NotEnrolled
        if self.quarantined is not None and identity.epoch <= self._announced.epoch:
            raise JournalQuarantined(sign=self.quarantined.value)
        return identity

    def _append(
        self, connection: Connection, identity: TillIdentity, kind: str, body: Mapping[str, JsonValue], *, after: Head, at_utc: str, person_id: str
    ) -> Entry:  # fmt: skip
        if self.stamper is not None:
            self.stamper(connection, kind, body, at_utc, person_id)
        return self._add(connection, identity, kind, body, after=after, at_utc=at_utc, person_id=person_id)

    def _went_back(self, connection: Connection, last_at_utc: str) -> bool:
        """Whether the wall clock stands before the last entry and nobody said so yet: while it does, times in the journal stand still."""
        if not last_at_utc or utc_text(self._clock.now_utc() + CLOCK_TOLERANCE) >= last_at_utc:
            return False
        told = store.latest_of_kind(connection, "till.clock_set_back")
        return told is None or told.at_utc != last_at_utc

    def _leapt_s(self, connection: Connection) -> int:
        """By how much the wall clock went on more than time did since the last commit of this run; 0 when it did not, or when it is told."""
        wall, monotonic_ms = self._clock_seen
        passed = timedelta(milliseconds=self._clock.monotonic_ms() - monotonic_ms)
        leap = self._clock.now_utc() - wall - passed
        if leap <= LEAP_TOLERANCE:
            return 0
        told = self._leap_told and store.entry_at(connection, self._leap_told.epoch, self._leap_told.seq)
        return 0 if told and self._leap_told and told.hash == self._leap_told.hash else int(leap.total_seconds())

    def _behind_s(self, last_at_utc: str) -> int:
        return int((parse_utc(last_at_utc) - self._clock.now_utc()).total_seconds())

    def _not_before(self, last_at_utc: str) -> str:
        """Now; times in the journal never go back, whatever the wall clock does."""
        return max(utc_text(self._clock.now_utc()), last_at_utc)

    def _add(
        self, connection: Connection, identity: TillIdentity, kind: str, body: Mapping[str, JsonValue], *, after: Head, at_utc: str, person_id: str
    ) -> Entry:  # fmt: skip
        statement = Statement(identity.shop_id, identity.till_code, at_utc, kind, person_id, body, seals.take_in(connection))
        entry = build(statement, after=after, epoch=identity.epoch, signer=self._key)
        store.add(connection, entry)
        return entry

    def _seal_what_is_left(self, connection: Connection) -> None:
        if seals.uncovered(connection):
            head, last_at_utc = store.head_and_time(connection)
            at_utc = self._not_before(last_at_utc)
            self._add(connection, self._may_write(connection), "journal.rows_sealed", {}, after=head, at_utc=at_utc, person_id=SYSTEM)
        self._to_announce = store.head(connection)

    def _announce(self) -> None:
        self._clock_seen, self._leap_told = (self._clock.now_utc(), self._clock.monotonic_ms()), None
        head = self._to_announce
        if head is None or head == self._announced:
            return
        if head.epoch > self._announced.epoch:
            self.quarantined = None
        self._announced = head
        self._marker.write(head, self._key)
        for listener in self.listeners:
            listener(head)

    def _suspicion(self, connection: Connection) -> MarkerState | None:
        """Whether the marker contradicts the journal; None when all is well."""
        head = store.head(connection)
        noted = self._marker.read(self._key.public)
        if isinstance(noted, Head):
            entry = store.entry_at(connection, noted.epoch, noted.seq)
            return None if entry is not None and entry.hash == noted.hash else MarkerState.JOURNAL_WENT_BACK
        if head.hash == NO_HASH and noted is MarkerState.ABSENT:
            return None
        return noted
