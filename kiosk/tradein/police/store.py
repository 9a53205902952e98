"""All SQL of the register's book: lines with their sellers, sealed pages, and who read when and why. Rows ↔ nouns, nothing decided here."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from kiosk.storage.schema import person, register_entry, register_page, register_reading
from kiosk.storage.schema import seller as seller_table
from kiosk.tradein.police.book import BookLine, Page, Purpose, Reading
from kiosk.tradein.store import entry_of_row, seller_of_row


def lines(connection: Connection, *, after: int = 0) -> tuple[BookLine, ...]:
    """The register in the order in which it was written, from the row after ``after`` on."""
    query = select(register_entry, *(column for column in seller_table.c if column.name != "id")).join(
        seller_table, register_entry.c.seller_id == seller_table.c.id
    )
    rows = connection.execute(query.where(register_entry.c.row_no > after).order_by(register_entry.c.row_no)).all()
    numbers = {row.id: row.printed_number for row in rows}
    corrected = {row.corrects_id: row.printed_number for row in rows if row.corrects_id}
    return tuple(
        BookLine(
            row.row_no, entry_of_row(row), None if row.erased_at_utc else seller_of_row(row, provenance=row.provenance), numbers.get(row.corrects_id),
            corrected.get(row.id),
        )
        for row in rows
    )  # fmt: skip


def pages(connection: Connection) -> tuple[Page, ...]:
    """First page first."""
    return tuple(map(_page, connection.execute(select(register_page).order_by(register_page.c.number))))


def last_page(connection: Connection) -> Page | None:
    row = connection.execute(select(register_page).order_by(register_page.c.number.desc()).limit(1)).one_or_none()
    return None if row is None else _page(row)


def _page(row: Any) -> Page:
    return Page(row.number, row.day, row.through, row.line_count, row.previous_check, row.check_value)


def add_page(connection: Connection, page_id: str, page: Page, *, at_utc: str) -> None:
    connection.execute(
        insert(register_page).values(
            id=page_id, number=page.number, day=page.day, through=page.through, line_count=page.count, previous_check=page.previous, check_value=page.check,
            at_utc=at_utc,
        )
    )  # fmt: skip


def add_reading(connection: Connection, reading: Reading) -> None:
    connection.execute(
        insert(register_reading).values(
            id=reading.reading_id, at_utc=reading.at_utc, person_id=reading.person_id, purpose=reading.purpose.value, note=reading.note, act=reading.act,
        )
    )  # fmt: skip


def reading(connection: Connection, reading_id: str) -> Reading | None:
    return next(map(_reading, connection.execute(_readings().where(register_reading.c.id == reading_id))), None)


def readings(connection: Connection, *, limit: int) -> tuple[Reading, ...]:
    """Latest first."""
    query = _readings().order_by(register_reading.c.at_utc.desc(), register_reading.c.id.desc()).limit(limit)
    return tuple(map(_reading, connection.execute(query)))


def _readings() -> Select[Any]:
    name = func.coalesce(person.c.full_name, register_reading.c.person_id).label("person_name")
    return select(register_reading, name).join(person, register_reading.c.person_id == person.c.id, isouter=True)


def _reading(row: Any) -> Reading:
    return Reading(row.id, row.at_utc, row.person_id, row.person_name, Purpose(row.purpose), row.note, row.act)


def forget_readings(connection: Connection, *, before_utc: str) -> int:
    """How many went."""
    return int(connection.execute(delete(register_reading).where(register_reading.c.at_utc < before_utc)).rowcount)


def old_readings(connection: Connection, *, before_utc: str) -> bool:
    return connection.execute(select(register_reading.c.id).where(register_reading.c.at_utc < before_utc).limit(1)).first() is not None
