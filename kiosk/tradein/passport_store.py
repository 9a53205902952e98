"""All SQL of the passports that this till made or was sent. Rows ↔ nouns, nothing decided here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.stock.passports import CarriedPassport
from kiosk.storage.schema import unit_passport


def put(connection: Connection, rows: Sequence[tuple[CarriedPassport, int]]) -> None:
    """Rows of the feed, each over an older one."""
    statement = insert(unit_passport)
    new = statement.excluded
    newer = {column.name: new[column.name] for column in unit_passport.columns if column.name != "id"}
    statement = statement.on_conflict_do_update(index_elements=["id"], set_=newer, where=new.v > unit_passport.c.v)
    if rows:
        connection.execute(statement, [_values(item, v) for item, v in rows])


def put_own(connection: Connection, item: CarriedPassport) -> None:
    """What this till has just made; central's row of it keeps its version and says the same later."""
    values = _values(item, 0)
    changed = {name: value for name, value in values.items() if name not in ("id", "v")}
    connection.execute(insert(unit_passport).values(values).on_conflict_do_update(index_elements=["id"], set_=changed))


def of_inspection(connection: Connection, inspection_id: str) -> CarriedPassport | None:
    row = connection.execute(select(unit_passport).where(unit_passport.c.id == inspection_id)).one_or_none()
    return None if row is None else _passport(row)


def of_unit(connection: Connection, unit_id: str) -> tuple[CarriedPassport, ...]:
    """Oldest first: one for each inspection that put it on sale."""
    query = select(unit_passport).where(unit_passport.c.unit_id == unit_id).order_by(unit_passport.c.issued_at_utc, unit_passport.c.id)
    return tuple(map(_passport, connection.execute(query)))


def last_before(connection: Connection, unit_id: str, at_utc: str) -> CarriedPassport | None:
    """What stood in the unit's passport at a moment."""
    return next((item for item in reversed(of_unit(connection, unit_id)) if item.issued_at_utc <= at_utc), None)


def _values(item: CarriedPassport, v: int) -> dict[str, Any]:
    return {
        "id": item.inspection_id, "v": v, "unit_id": item.unit_id, "issued_at_utc": item.issued_at_utc, "grade": item.grade, "computed": item.computed,
        "content": item.content, "rules": " ".join(item.rules),
    }  # fmt: skip


def _passport(row: Row[Any]) -> CarriedPassport:
    return CarriedPassport(row.id, row.unit_id, row.issued_at_utc, row.grade, row.computed, row.content, tuple(row.rules.split()))
