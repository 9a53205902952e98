"""Keeps sessions: every event is one durable row before anything else happens, and a session is always read back from its rows.

Both use cases of the bench (trade-in and inspection) write through here, on the ledger worker.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from kiosk.basics.clock import Clock, utc_text
from kiosk.basics.ids import Ids
from kiosk.diagnostics import store
from kiosk.diagnostics.events import Finished, SessionEvent, Started
from kiosk.diagnostics.photos import Photo
from kiosk.diagnostics.session import SessionState, apply, fold
from kiosk.diagnostics.store import OPEN, SessionRow, StoredPhoto
from kiosk.errors import Refused
from kiosk.storage.engine import Database

Decide = Callable[[SessionState, datetime], tuple[SessionEvent, ...]]


class SessionUnknown(Refused):
    """No such diagnostic on this till."""

    code = "diagnostics.session_unknown"


class Recorder:
    """The rows of ``diagnostic_session``, ``diagnostic_event`` and ``photo``."""

    def __init__(self, database: Database, *, clock: Clock, ids: Ids) -> None:
        self.database = database
        self.clock = clock
        self.ids = ids

    def start(self, connection: Connection, event: Started, *, purpose: str, number: str | None, rules: str, unit_id: str | None = None) -> str:
        """Open a session in the caller's transaction; returns its id."""
        session_id = self.ids.new()
        row = SessionRow(session_id, purpose, number, rules, event.person_id, utc_text(event.at_utc), None, OPEN, unit_id)
        store.add_session(connection, row)
        self._save(connection, session_id, 0, event)
        return session_id

    def load(self, session_id: str) -> tuple[SessionRow, SessionState]:
        """Fold the saved events; SessionUnknown."""
        with self.database.read() as connection:
            return self.load_in(connection, session_id)

    def load_in(self, connection: Connection, session_id: str) -> tuple[SessionRow, SessionState]:
        row = store.session_by_id(connection, session_id)
        if row is None:
            raise SessionUnknown(session_id=session_id)
        return row, fold(store.events_of(connection, session_id))

    def find(self, session_id: str | None) -> tuple[SessionRow, SessionState] | None:
        """The same where there may be none: a session of another till, or from before this one."""
        if session_id is None:
            return None
        with self.database.read() as connection:
            row = store.session_by_id(connection, session_id)
            return None if row is None else (row, fold(store.events_of(connection, session_id)))

    def record(self, session_id: str, decide: Decide) -> SessionState:
        """Read, decide, save: one transaction. ``decide`` gets the state as it is stored, never an older one."""
        with self.database.write() as connection:
            _row, state = self.load_in(connection, session_id)
            return self.add(connection, session_id, state, *decide(state, self.clock.now_utc()))

    def add(self, connection: Connection, session_id: str, state: SessionState, *events: SessionEvent) -> SessionState:
        """Save ``events`` after those of ``state`` in the caller's transaction; gives the state after them."""
        for event in events:
            self._save(connection, session_id, state.count, event)
            state, _effects = apply(state, event)
            if isinstance(event, Finished):
                store.end_session(connection, session_id, state=event.outcome, finished_at_utc=utc_text(event.at_utc))
        return state

    def keep_photo(self, connection: Connection, session_id: str, slot: str, photo: Photo) -> None:
        now = utc_text(self.clock.now_utc())
        store.add_photo(connection, session_id, StoredPhoto(photo.sha256, slot, now, photo.width_px, photo.height_px, photo.jpeg))

    def photo(self, sha256: str) -> bytes | None:
        """A kept picture's JPEG."""
        with self.database.read() as connection:
            found = store.photo_by_sha256(connection, sha256)
        return None if found is None else found.jpeg

    def open_sessions(self, purpose: str) -> tuple[SessionRow, ...]:
        with self.database.read() as connection:
            return store.open_sessions(connection, purpose)

    def _save(self, connection: Connection, session_id: str, seq: int, event: SessionEvent) -> None:
        store.add_event(connection, self.ids.new(), session_id, seq, event, at_utc=utc_text(event.at_utc))
