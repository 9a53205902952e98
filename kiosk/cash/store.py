"""All SQL of the drawer: sessions, movements, counts. Rows to nouns; nothing decided here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, insert, literal_column, select, update

from kiosk.basics.money import Money
from kiosk.cash.counting import Count, CountPurpose, TakenCount
from kiosk.cash.drawer import DrawerFigures, DrawerSession, Moved
from kiosk.storage.prepared import Prepared
from kiosk.storage.schema import drawer_count, drawer_movement, drawer_session

_OPEN = Prepared(select(drawer_session).where(drawer_session.c.closed_at_utc.is_(None)).order_by(drawer_session.c.opened_at_utc, drawer_session.c.id))
_ADD_MOVEMENT = Prepared(insert(drawer_movement))


# ── sessions ───────────────────────────────────────────────────────────────────────────────────────────────────────
def add_session(connection: Connection, item: DrawerSession) -> None:
    connection.execute(
        insert(drawer_session).values(
            id=item.session_id, number=item.number, person_id=item.person_id, opened_at_utc=item.opened_at_utc,
            float_cents=item.opening_float.amount_cents, drawer_no=item.drawer_no, opening_expected_cents=_cents(item.opening_expected),
        )
    )  # fmt: skip


def open_sessions(connection: Connection) -> tuple[DrawerSession, ...]:
    """Oldest first."""
    return tuple(_session(row) for row in _OPEN.rows(connection, {}))


def session_by_id(connection: Connection, session_id: str) -> DrawerSession | None:
    row = connection.execute(select(drawer_session).where(drawer_session.c.id == session_id)).one_or_none()
    return None if row is None else _session(row)


def last_closed(connection: Connection, drawer_no: int) -> DrawerSession | None:
    """The session that was closed last in a drawer, by the order of the rows and not of a clock."""
    here = func.coalesce(drawer_session.c.drawer_no, 1) == drawer_no
    query = select(drawer_session).where(drawer_session.c.closed_at_utc.is_not(None), here).order_by(literal_column("rowid").desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else _session(row)


def sessions_since(connection: Connection, closed_from_utc: str) -> tuple[DrawerSession, ...]:
    """Sessions still open or closed at or after a moment, oldest first."""
    still_there = drawer_session.c.closed_at_utc.is_(None) | (drawer_session.c.closed_at_utc >= closed_from_utc)
    return tuple(_session(row) for row in connection.execute(select(drawer_session).where(still_there).order_by(drawer_session.c.opened_at_utc)))


def end_session(connection: Connection, item: DrawerSession) -> None:
    """Everything that closing adds to a session."""
    values = {
        "closed_at_utc": item.closed_at_utc, "counted_cents": _cents(item.counted), "expected_cents": _cents(item.expected),
        "left_cents": _cents(item.left), "closed_by": item.closed_by, "approved_by": item.approved_by, "note": item.note,
    }  # fmt: skip
    connection.execute(update(drawer_session).where(drawer_session.c.id == item.session_id, drawer_session.c.closed_at_utc.is_(None)).values(values))


def hand_session(connection: Connection, session_id: str, *, person_id: str) -> None:
    connection.execute(update(drawer_session).where(drawer_session.c.id == session_id).values(person_id=person_id))


# ── movements ──────────────────────────────────────────────────────────────────────────────────────────────────────
def add_movement(
    connection: Connection, movement_id: str, *, session_id: str, at_utc: str, reason: str, amount: Money, document_id: str | None,
    person_id: str, note: str | None = None,
) -> None:  # fmt: skip
    _ADD_MOVEMENT.run(
        connection,
        {
            "id": movement_id, "session_id": session_id, "at_utc": at_utc, "reason": str(reason), "amount_cents": amount.amount_cents,
            "document_id": document_id, "person_id": person_id, "note": note,
        },
    )  # fmt: skip


def cash_moved(connection: Connection, session_id: str) -> Money:
    """The sum of a session's movements."""
    query = select(func.coalesce(func.sum(drawer_movement.c.amount_cents), 0)).where(drawer_movement.c.session_id == session_id)
    return Money(int(connection.execute(query).scalar_one()))


def expected_in(connection: Connection, session: DrawerSession) -> Money:
    """The float and everything that moved since: float 500, sale 749 paid with 1 000 makes 1 249."""
    return session.opening_float + cash_moved(connection, session.session_id)


def figures_of_session(connection: Connection, session: DrawerSession) -> DrawerFigures:
    """What moved, reason by reason, in the order in which each first came up."""
    table = drawer_movement.c
    query = (
        select(table.reason, func.count(), func.sum(table.amount_cents)).where(table.session_id == session.session_id).group_by(table.reason)
        .order_by(func.min(table.row_no))
    )  # fmt: skip
    return DrawerFigures(session, tuple(Moved(reason, int(count), Money(int(cents))) for reason, count, cents in connection.execute(query)))


def figures_now(connection: Connection, session: DrawerSession) -> DrawerFigures:
    """Of a session that is open: with what is expected in it at this moment."""
    return figures_of_session(connection, replace(session, expected=expected_in(connection, session)))


# ── counts ─────────────────────────────────────────────────────────────────────────────────────────────────────────
def add_count(connection: Connection, item: TakenCount) -> None:
    pieces = {str(value): many for value, many in item.count.pieces.items()}
    connection.execute(
        insert(drawer_count).values(
            id=item.count_id, session_id=item.session_id, at_utc=item.at_utc, purpose=item.purpose.value, counted_cents=item.count.total.amount_cents,
            pieces=msgspec.json.encode(pieces).decode(), person_id=item.person_id, expected_cents=_cents(item.expected),
        )
    )  # fmt: skip


def counts_of_session(connection: Connection, session_id: str) -> tuple[TakenCount, ...]:
    """In the order in which they were taken."""
    rows = connection.execute(select(drawer_count).where(drawer_count.c.session_id == session_id).order_by(drawer_count.c.row_no))
    return tuple(_count(row) for row in rows)


# ── rows to nouns ──────────────────────────────────────────────────────────────────────────────────────────────────
def _session(row: Row[Any]) -> DrawerSession:
    return DrawerSession(
        row.id, row.number, row.person_id, row.opened_at_utc, Money(row.float_cents), row.closed_at_utc, _money(row.counted_cents),
        _money(row.expected_cents), row.drawer_no or 1, _money(row.opening_expected_cents), _money(row.left_cents), row.closed_by, row.approved_by,
        row.note,
    )  # fmt: skip


def _count(row: Row[Any]) -> TakenCount:
    pieces = msgspec.json.decode(row.pieces, type=dict[int, int])
    return TakenCount(
        row.id, row.session_id, row.at_utc, CountPurpose(row.purpose), Count(Money(row.counted_cents), pieces), row.person_id, _money(row.expected_cents)
    )


def _cents(amount: Money | None) -> int | None:
    return None if amount is None else amount.amount_cents


def _money(cents: int | None) -> Money | None:
    return None if cents is None else Money(cents)
