"""All SQL of the bench: sessions, their events, photos. Rows ↔ nouns, nothing decided here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kiosk.diagnostics.codec import decode, encode
from kiosk.diagnostics.events import SessionEvent
from kiosk.diagnostics.tester import SafetyTester
from kiosk.storage.schema import diagnostic_event, diagnostic_session, photo, tester

TRADE_IN = "trade_in"
INSPECTION = "inspection"
OPEN = "open"


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A diagnostic as it is listed; ``state`` is *open* or how it ended. ``rules`` names the versions and hashes used."""

    session_id: str
    purpose: str
    number: str | None
    rules: str
    person_id: str
    started_at_utc: str
    finished_at_utc: str | None
    state: str
    unit_id: str | None


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """A view of a device as it was kept."""

    sha256: str
    slot: str
    at_utc: str
    width_px: int
    height_px: int
    jpeg: bytes


def add_session(connection: Connection, row: SessionRow) -> None:
    connection.execute(
        insert(diagnostic_session).values(
            id=row.session_id, purpose=row.purpose, number=row.number, rules=row.rules, person_id=row.person_id, started_at_utc=row.started_at_utc,
            finished_at_utc=row.finished_at_utc, state=row.state, unit_id=row.unit_id,
        )
    )  # fmt: skip


def end_session(connection: Connection, session_id: str, *, state: str, finished_at_utc: str) -> None:
    connection.execute(update(diagnostic_session).where(diagnostic_session.c.id == session_id).values(state=state, finished_at_utc=finished_at_utc))


def reopen_session(connection: Connection, session_id: str) -> None:
    """A finished one goes on."""
    connection.execute(update(diagnostic_session).where(diagnostic_session.c.id == session_id).values(state=OPEN, finished_at_utc=None))


def name_unit(connection: Connection, session_id: str, *, unit_id: str, state: str) -> None:
    connection.execute(update(diagnostic_session).where(diagnostic_session.c.id == session_id).values(unit_id=unit_id, state=state))


def session_by_id(connection: Connection, session_id: str) -> SessionRow | None:
    row = connection.execute(select(diagnostic_session).where(diagnostic_session.c.id == session_id)).one_or_none()
    return None if row is None else _session(row)


def open_sessions(connection: Connection, purpose: str) -> tuple[SessionRow, ...]:
    """Oldest first; what is not finished, also after a restart."""
    query = select(diagnostic_session).where(diagnostic_session.c.purpose == purpose, diagnostic_session.c.finished_at_utc.is_(None))
    return tuple(_session(row) for row in connection.execute(query.order_by(diagnostic_session.c.started_at_utc, diagnostic_session.c.id)))


def sessions_since(connection: Connection, purpose: str, since_utc: str) -> tuple[SessionRow, ...]:
    """Started at or after ``since_utc``, latest first."""
    query = select(diagnostic_session).where(diagnostic_session.c.purpose == purpose, diagnostic_session.c.started_at_utc >= since_utc)
    return tuple(_session(row) for row in connection.execute(query.order_by(diagnostic_session.c.started_at_utc.desc())))


def add_event(connection: Connection, event_id: str, session_id: str, seq: int, event: SessionEvent, *, at_utc: str) -> None:
    connection.execute(insert(diagnostic_event).values(id=event_id, session_id=session_id, seq=seq, at_utc=at_utc, event=encode(event)))


def events_of(connection: Connection, session_id: str) -> tuple[SessionEvent, ...]:
    """In the order in which they were saved."""
    query = select(diagnostic_event.c.event).where(diagnostic_event.c.session_id == session_id).order_by(diagnostic_event.c.seq)
    return tuple(decode(row.event) for row in connection.execute(query))


def add_photo(connection: Connection, session_id: str, item: StoredPhoto) -> None:
    """Stored once: a picture already there by its hash stays."""
    known = connection.execute(select(func.count()).select_from(photo).where(photo.c.sha256 == item.sha256)).scalar_one()
    if not known:
        connection.execute(
            insert(photo).values(
                sha256=item.sha256, session_id=session_id, slot=item.slot, at_utc=item.at_utc, width_px=item.width_px, height_px=item.height_px, jpeg=item.jpeg
            )
        )


def photo_by_sha256(connection: Connection, sha256: str) -> StoredPhoto | None:
    row = connection.execute(select(photo).where(photo.c.sha256 == sha256)).one_or_none()
    return None if row is None else StoredPhoto(row.sha256, row.slot, row.at_utc, row.width_px, row.height_px, row.jpeg)


def last_tester(connection: Connection) -> SafetyTester | None:
    """The safety tester that was named last; None before the first."""
    row = connection.execute(select(tester).order_by(tester.c.said_at_utc.desc(), tester.c.serial).limit(1)).one_or_none()
    return None if row is None else SafetyTester(row.serial, date.fromisoformat(row.calibrated_on))


def put_tester(connection: Connection, named: SafetyTester, *, at_utc: str, person_id: str) -> None:
    """A new one, or the same named again."""
    values = {"calibrated_on": named.calibrated_on.isoformat(), "said_at_utc": at_utc, "person_id": person_id}
    statement = sqlite_insert(tester).values(serial=named.serial, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["serial"], set_=values))


def _session(row: Row[Any]) -> SessionRow:
    return SessionRow(
        row.id, row.purpose, row.number, row.rules, row.person_id, row.started_at_utc, row.finished_at_utc, row.state, row.unit_id
    )  # fmt: skip
