"""All SQL of the workshop: repairs, changed grades, the rule files that were in force. Rows ↔ nouns, nothing decided here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, insert, select

from kiosk.basics.money import Money
from kiosk.diagnostics.repairs import PartUsed, Repair, Work
from kiosk.stock.units import Grade
from kiosk.storage.schema import grade_change, person, repair, rule_file


@dataclass(frozen=True, slots=True)
class GradeChange:
    """A grade given by a person against the table, with both names when it was raised. The computed one stays in its inspection."""

    change_id: str
    unit_id: str
    inspection_id: str | None
    at_utc: str
    from_grade: Grade
    to_grade: Grade
    reason: str
    note: str
    person_id: str
    approved_by: str | None
    price: Money


class _PartRow(msgspec.Struct, frozen=True):
    part: str
    cost_cents: int
    genuine: bool
    reference: str


def add_repair(connection: Connection, item: Repair) -> None:
    parts = [_PartRow(used.part, used.cost.amount_cents, used.genuine, used.reference) for used in item.work.parts]
    connection.execute(
        insert(repair).values(
            id=item.repair_id, unit_id=item.unit_id, inspection_id=item.inspection_id, at_utc=item.at_utc, person_id=item.person_id,
            points=" ".join(item.work.points), parts=msgspec.json.encode(parts).decode(), minutes=item.work.minutes,
            minute_cents=item.minute_rate.amount_cents, total_cents=item.cost.amount_cents, note=item.work.note,
        )
    )  # fmt: skip


def repairs_of(connection: Connection, unit_id: str) -> tuple[Repair, ...]:
    """Oldest first."""
    return tuple(_repair(row) for row in connection.execute(select(repair).where(repair.c.unit_id == unit_id).order_by(repair.c.row_no)))


def repairers_of(connection: Connection, unit_id: str) -> tuple[str, ...]:
    """The short names of who repaired the unit, each once, the first first."""
    done = select(person.c.short_name).join(repair, repair.c.person_id == person.c.id).where(repair.c.unit_id == unit_id).order_by(repair.c.row_no)
    return tuple(dict.fromkeys(connection.execute(done).scalars()))


def add_grade_change(connection: Connection, item: GradeChange) -> None:
    connection.execute(
        insert(grade_change).values(
            id=item.change_id, unit_id=item.unit_id, inspection_id=item.inspection_id, at_utc=item.at_utc, from_grade=item.from_grade.value,
            to_grade=item.to_grade.value, reason=item.reason, note=item.note, person_id=item.person_id, approved_by=item.approved_by,
            price_cents=item.price.amount_cents,
        )
    )  # fmt: skip


def grade_changes_of(connection: Connection, unit_id: str) -> tuple[GradeChange, ...]:
    """Oldest first."""
    rows = connection.execute(select(grade_change).where(grade_change.c.unit_id == unit_id).order_by(grade_change.c.row_no))
    return tuple(
        GradeChange(
            row.id, row.unit_id, row.inspection_id, row.at_utc, Grade(row.from_grade), Grade(row.to_grade), row.reason, row.note, row.person_id,
            row.approved_by, Money(row.price_cents),
        )
        for row in rows
    )  # fmt: skip


def keep_rule_file(connection: Connection, *, sha256: str, name: str, version: str, at_utc: str, content: bytes) -> None:
    """Stored once: a file already there by its hash stays."""
    known = connection.execute(select(func.count()).select_from(rule_file).where(rule_file.c.sha256 == sha256)).scalar_one()
    if not known:
        connection.execute(insert(rule_file).values(sha256=sha256, name=name, version=version, at_utc=at_utc, content=content))


def rule_file_by_sha256(connection: Connection, sha256: str) -> bytes | None:
    row = connection.execute(select(rule_file.c.content).where(rule_file.c.sha256 == sha256)).one_or_none()
    return None if row is None else bytes(row.content)


def _repair(row: Row[Any]) -> Repair:
    parts = msgspec.json.decode(row.parts, type=tuple[_PartRow, ...])
    used = tuple(PartUsed(part.part, Money(part.cost_cents), part.genuine, part.reference) for part in parts)
    work = Work(tuple(row.points.split()), used, row.minutes, row.note)
    return Repair(row.id, row.unit_id, row.inspection_id, row.at_utc, row.person_id, work, Money(row.minute_cents))
