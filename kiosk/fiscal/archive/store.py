"""All SQL of archives: what a period holds, read in pieces so that memory stays flat, and the archives that were made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from kiosk.basics.money import Money
from kiosk.fiscal.books import DUPLICATE_CHAIN, TICKET_CHAIN
from kiosk.fiscal.module import Period, Perpetual
from kiosk.storage.engine import Database
from kiosk.storage.schema import closing, fiscal_archive, fiscal_stamp, meta, ticket

StoredRow = Row[Any]
"""A row as the database gives it, for those who write it into an archive."""

CHUNK_ROWS = 500
KEYS_PREFIX = "fiscal.public_key."
_TICKET_COLUMNS = (ticket.c.number, ticket.c.kind, ticket.c.at_utc, ticket.c.at_local, ticket.c.business_day, ticket.c.total_cents, ticket.c.content)


@dataclass(frozen=True, slots=True)
class ClosingLine:
    """A closing as a list shows it; ``archived`` when its archive was made."""

    period: Period
    number: int
    label: str
    total: Money
    perpetual: Perpetual
    ticket_count: int
    archived: bool


def stamps(database: Database, chain: str, *, after: int, through: int) -> Iterator[Row[Any]]:
    """The records of a chain in a range."""
    yield from _pieces(database, chain, after, through, with_tickets=False)


def tickets(database: Database, *, after: int, through: int) -> Iterator[Row[Any]]:
    """The records of the TICKET chain in a range, each with its ticket as it was written."""
    yield from _pieces(database, TICKET_CHAIN, after, through, with_tickets=True)


def _pieces(database: Database, chain: str, after: int, through: int, *, with_tickets: bool) -> Iterator[Row[Any]]:
    columns = (*fiscal_stamp.columns, *(column.label(f"ticket_{column.name}") for column in _TICKET_COLUMNS if with_tickets))
    source = fiscal_stamp.join(ticket, ticket.c.id == fiscal_stamp.c.document_id) if with_tickets else fiscal_stamp
    while after < through:
        query = select(*columns).select_from(source).where(fiscal_stamp.c.chain == chain, fiscal_stamp.c.seq > after, fiscal_stamp.c.seq <= through)
        with database.read() as connection:
            rows = connection.execute(query.order_by(fiscal_stamp.c.seq).limit(CHUNK_ROWS)).all()
        yield from rows
        if len(rows) < CHUNK_ROWS:
            return
        after = rows[-1].seq


def copies(connection: Connection, *, through: int) -> dict[str, int]:
    """How many duplicates each ticket has, by its number, and each closing, by its id."""
    query = select(fiscal_stamp.c.document_id, func.count()).where(fiscal_stamp.c.chain == DUPLICATE_CHAIN, fiscal_stamp.c.seq <= through)
    return {row[0]: row[1] for row in connection.execute(query.group_by(fiscal_stamp.c.document_id))}


def closing_of(connection: Connection, period: Period, label: str) -> Row[Any] | None:
    return connection.execute(select(closing).where(closing.c.period == period.value, closing.c.period_label == label)).one_or_none()


def closing_number(connection: Connection, period: Period, number: int) -> Row[Any] | None:
    return connection.execute(select(closing).where(closing.c.period == period.value, closing.c.number == number)).one_or_none()


def closings_in(connection: Connection, period: Period, *, after: int, through: int) -> tuple[Row[Any], ...]:
    """By their numbers, oldest first."""
    query = select(closing).where(closing.c.period == period.value, closing.c.number > after, closing.c.number <= through)
    return tuple(connection.execute(query.order_by(closing.c.number)))


def not_archived(connection: Connection, periods: tuple[Period, ...]) -> tuple[tuple[Period, str], ...]:
    """Closed periods without an archive, oldest first."""
    done = select(fiscal_archive.c.period_label).where(fiscal_archive.c.period == closing.c.period)
    query = select(closing.c.period, closing.c.period_label).where(
        closing.c.period.in_([period.value for period in periods]), closing.c.period_label.not_in(done)
    )
    return tuple((Period(row.period), row.period_label) for row in connection.execute(query.order_by(closing.c.row_no)))


def newest_closings(connection: Connection, *, limit: int) -> tuple[ClosingLine, ...]:
    """Of days, months and years, newest first."""
    archived = {(row.period, row.period_label) for row in archives(connection)}
    rows = connection.execute(select(closing).order_by(closing.c.row_no.desc()).limit(limit))
    return tuple(_line(row, archived=(row.period, row.period_label) in archived) for row in rows)


def _line(row: Row[Any], *, archived: bool) -> ClosingLine:
    perpetual = Perpetual(Money(row.perpetual_algebraic_cents), Money(row.perpetual_absolute_cents))
    return ClosingLine(Period(row.period), row.number, row.period_label, Money(row.total_cents), perpetual, row.ticket_count, archived)


def add_archive(connection: Connection, values: Mapping[str, Any]) -> None:
    last = select(func.coalesce(func.max(fiscal_archive.c.number), 0)).where(fiscal_archive.c.period == values["period"])
    number = int(connection.execute(last).scalar_one()) + 1
    connection.execute(insert(fiscal_archive).values(**values, number=number))


def archives(connection: Connection) -> tuple[Row[Any], ...]:
    """Those that were made, oldest first."""
    return tuple(connection.execute(select(fiscal_archive).order_by(fiscal_archive.c.row_no)))


def public_keys(connection: Connection) -> dict[str, str]:
    """Every key that this till has signed with, PEM by id."""
    rows = connection.execute(select(meta.c.key, meta.c.value).where(meta.c.key.startswith(KEYS_PREFIX)).order_by(meta.c.key))
    return {row.key.removeprefix(KEYS_PREFIX): row.value for row in rows}


def tickets_between(connection: Connection, first_day: str, last_day: str) -> tuple[int, int]:
    """The range of the TICKET chain that days hold: after which number, through which; (0, 0) without a ticket."""
    query = (
        select(func.min(fiscal_stamp.c.seq), func.max(fiscal_stamp.c.seq))
        .select_from(fiscal_stamp.join(ticket, ticket.c.id == fiscal_stamp.c.document_id))
        .where(fiscal_stamp.c.chain == TICKET_CHAIN, ticket.c.business_day >= first_day, ticket.c.business_day <= last_day)
    )
    first, last = connection.execute(query).one()
    return (0, 0) if first is None else (first - 1, last)


def closings_between(connection: Connection, period: Period, first_label: str, last_label: str) -> tuple[int, int]:
    """The numbers of the closings whose labels lie in a range: after which, through which; (0, 0) without one."""
    query = select(func.min(closing.c.number), func.max(closing.c.number)).where(
        closing.c.period == period.value, closing.c.period_label >= first_label, closing.c.period_label < last_label + "~"
    )
    first, last = connection.execute(query).one()
    return (0, 0) if first is None else (first - 1, last)
