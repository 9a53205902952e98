"""Signing in and out. Each success and each refusal is journaled, without PIN or badge; guessing is slowed by a growing lock.

Runs on the ledger worker, except ``people`` and ``person``, which read. Argon2 takes some tens of milliseconds: never on
the GUI thread.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from kiosk.basics.clock import Clock, parse_utc, utc_text
from kiosk.errors import Refused
from kiosk.journal.ledger import SYSTEM, Ledger
from kiosk.staff import store
from kiosk.staff.approvals import Approval, ApprovalRequest, Why
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, RightMissing, may, require
from kiosk.staff.secrets import PinHasher, badge_digest
from kiosk.staff.store import PinFailures
from kiosk.storage.engine import Database

FREE_ATTEMPTS = 3
FIRST_LOCK_S = 30
LONGEST_LOCK_S = 3600


class PinWrong(Refused):
    """``attempts_left`` before the next lock."""

    code = "staff.pin_wrong"


class PinLocked(Refused):
    """Too many wrong PINs; ``wait_s`` seconds still to go."""

    code = "staff.pin_locked"


class BadgeUnknown(Refused):
    """Nobody who works here has this badge."""

    code = "staff.badge_unknown"


class PersonUnknown(Refused):
    """No such person, or one who left."""

    code = "staff.person_unknown"


class StaffService:
    """Who is at the counter."""

    def __init__(self, database: Database, ledger: Ledger, clock: Clock, *, hasher: PinHasher | None = None) -> None:
        self._database = database
        self._ledger = ledger
        self._clock = clock
        self._hasher = hasher or PinHasher()

    def people(self) -> tuple[Person, ...]:
        """Who works here, by first name."""
        with self._database.read() as connection:
            return store.active_people(connection)

    def person(self, person_id: str) -> Person:
        """PersonUnknown when there is none; who left is still found, old documents name them."""
        with self._database.read() as connection:
            found = store.person_by_id(connection, person_id)
        if found is None:
            raise PersonUnknown
        return found

    def lock_left_s(self, person_id: str) -> int:
        """Seconds until this person may try a PIN again; 0 when they may now."""
        with self._database.read() as connection:
            return self._left_s(store.pin_failures(connection, person_id))

    def sign_in_by_pin(self, person_id: str, pin: str) -> Person:
        """PinWrong, PinLocked (30 s after the third wrong PIN, doubled by each further one, an hour at most), PersonUnknown."""
        person = self._checked(person_id, pin, purpose="sign_in")
        with self._database.write() as connection:
            store.forget_pin_failures(connection, person_id)
            self._ledger.append(connection, "staff.signed_in", {"by": "pin"}, person_id=person_id)
        return person

    def sign_in_by_badge(self, code: str) -> Person:
        """``code`` as it was scanned (``BADGE-…``); BadgeUnknown."""
        with self._database.write() as connection:
            person = store.person_by_badge(connection, badge_digest(code))
            if person is None:
                self._ledger.append(connection, "staff.badge_refused", {}, person_id=SYSTEM)
            else:
                self._ledger.append(connection, "staff.signed_in", {"by": "badge"}, person_id=person.person_id)
        if person is None:
            raise BadgeUnknown
        return person

    def carry_on(self, person_id: str) -> Person:
        """Somebody who is signed in goes over to the training till, or comes back from it; PersonUnknown."""
        person = self._active(person_id)
        with self._database.write() as connection:
            self._ledger.append(connection, "staff.signed_in", {"by": "training"}, person_id=person_id)
        return person

    def sign_out(self, person: Person) -> None:
        with self._database.write() as connection:
            self._ledger.append(connection, "staff.signed_out", {}, person_id=person.person_id)

    def who_may(self, right: Right) -> tuple[Person, ...]:
        """Those who can lend this right, by first name."""
        return tuple(person for person in self.people() if may(person, right))

    def approve_by_pin(self, request: ApprovalRequest, approver_id: str, pin: str, *, why: Why) -> Approval:
        """A colleague lends a right once; ReasonMissing, RightMissing, PinWrong, PinLocked. Journaled with who asked, why and for what."""
        why = why.checked()
        require(self._active(approver_id), request.right)
        approver = self._checked(approver_id, pin, purpose="approval")
        with self._database.write() as connection:
            store.forget_pin_failures(connection, approver_id)
            return self._lend(connection, request, approver, why=why, by="pin")

    def approve_by_badge(self, request: ApprovalRequest, code: str, *, why: Why) -> Approval:
        """The same by a scanned badge; BadgeUnknown instead of a wrong PIN."""
        why = why.checked()
        with self._database.write() as connection:
            approver = store.person_by_badge(connection, badge_digest(code))
            if approver is None:
                self._ledger.append(connection, "staff.badge_refused", {}, person_id=SYSTEM)
            elif may(approver, request.right):
                return self._lend(connection, request, approver, why=why, by="badge")
        if approver is None:
            raise BadgeUnknown
        raise RightMissing(right=request.right.value, name=approver.short_name)

    def _lend(self, connection: Connection, request: ApprovalRequest, approver: Person, *, why: Why, by: str) -> Approval:
        """In quarantine the journal takes nothing: what is approved then is a new series, and that writes the approval as its second entry."""
        approval = Approval(request.right, request.action, request.asked_by.person_id, approver.person_id, approver.short_name, why, request.document, by)
        if self._ledger.quarantined is None:
            self._ledger.append(connection, "staff.approved", approval.body(), person_id=approver.person_id)
        return approval

    def _active(self, person_id: str) -> Person:
        person = self.person(person_id)
        if not person.active:
            raise PersonUnknown
        return person

    def _checked(self, person_id: str, pin: str, *, purpose: str) -> Person:
        """The person when the PIN is theirs; else the refusal, after it was counted and journaled durably."""
        person = self._active(person_id)
        with self._database.read() as connection:
            failures = store.pin_failures(connection, person_id)
        if wait_s := self._left_s(failures):
            raise PinLocked(wait_s=wait_s, name=person.short_name)
        if self._hasher.matches(person.pin_hash, pin):
            return person
        with self._database.write() as connection:
            counted = self._count_failure(connection, person_id)
            if self._ledger.quarantined is None:
                self._ledger.append(connection, "staff.pin_refused", {"failures": counted.failures, "purpose": purpose}, person_id=person_id)
        if wait_s := self._left_s(counted):
            raise PinLocked(wait_s=wait_s, name=person.short_name)
        raise PinWrong(attempts_left=FREE_ATTEMPTS - counted.failures, name=person.short_name)

    def _count_failure(self, connection: Connection, person_id: str) -> PinFailures:
        failures = store.pin_failures(connection, person_id).failures + 1
        lock_s = lock_after_s(failures)
        until = utc_text(self._clock.now_utc() + timedelta(seconds=lock_s)) if lock_s else None
        counted = PinFailures(failures, until)
        store.put_pin_failures(connection, person_id, counted)
        return counted

    def _left_s(self, failures: PinFailures) -> int:
        """A wall clock set back cannot lengthen the wait beyond the lock itself."""
        if failures.locked_until_utc is None:
            return 0
        return min(seconds_between(self._clock.now_utc(), parse_utc(failures.locked_until_utc)), lock_after_s(failures.failures))


def lock_after_s(failures: int) -> int:
    """How long the door stays shut after so many wrong PINs in a row: 0, 0, 30, 60, 120… at most an hour."""
    if failures < FREE_ATTEMPTS:
        return 0
    return int(min(FIRST_LOCK_S * 2 ** min(failures - FREE_ATTEMPTS, 16), LONGEST_LOCK_S))


def seconds_between(earlier: datetime, later: datetime) -> int:
    """Whole seconds, rounded up, never negative."""
    left = later - earlier
    return max(0, -(-left // timedelta(seconds=1)))
