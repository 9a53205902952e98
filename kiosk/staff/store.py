"""All SQL of the staff: people of the feed, and the count of wrong PINs that outlives a restart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.staff.people import Person, Role
from kiosk.storage.schema import person, pin_failure


@dataclass(frozen=True, slots=True)
class PinFailures:
    """How many wrong PINs in a row, and until when the door stays shut."""

    failures: int = 0
    locked_until_utc: str | None = None


def active_people(connection: Connection) -> tuple[Person, ...]:
    """Who works here, by first name."""
    return tuple(_person(row) for row in connection.execute(select(person).where(person.c.active == 1).order_by(person.c.short_name, person.c.id)))


def roles_of_people(connection: Connection) -> dict[str, str]:
    """The roles of everybody who works here, as one text each."""
    found = connection.execute(select(person.c.id, person.c.roles).where(person.c.active == 1).order_by(person.c.id))
    return {row.id: " ".join(sorted(row.roles.split())) for row in found}


def person_by_id(connection: Connection, person_id: str) -> Person | None:
    row = connection.execute(select(person).where(person.c.id == person_id)).one_or_none()
    return None if row is None else _person(row)


def person_by_badge(connection: Connection, digest: str) -> Person | None:
    row = connection.execute(select(person).where(person.c.badge_hash == digest, person.c.active == 1)).first()
    return None if row is None else _person(row)


def pin_failures(connection: Connection, person_id: str) -> PinFailures:
    row = connection.execute(select(pin_failure).where(pin_failure.c.person_id == person_id)).one_or_none()
    return PinFailures() if row is None else PinFailures(row.failures, row.locked_until_utc)


def put_pin_failures(connection: Connection, person_id: str, failures: PinFailures) -> None:
    values = {"failures": failures.failures, "locked_until_utc": failures.locked_until_utc}
    connection.execute(insert(pin_failure).values(person_id=person_id, **values).on_conflict_do_update(index_elements=["person_id"], set_=values))


def forget_pin_failures(connection: Connection, person_id: str) -> None:
    connection.execute(delete(pin_failure).where(pin_failure.c.person_id == person_id))


def upsert_people(connection: Connection, rows: Sequence[tuple[Person, int]]) -> None:
    """Store people with their version; a row that is already newer stays. Who leaves comes as ``active=False``, never as a deletion."""
    if not rows:
        return
    statement = insert(person)
    changed = {column.name: statement.excluded[column.name] for column in person.columns if column.name != "id"}
    statement = statement.on_conflict_do_update(index_elements=["id"], set_=changed, where=statement.excluded.v > person.c.v)
    connection.execute(
        statement,
        [
            {
                "id": item.person_id, "v": v, "short_name": item.short_name, "full_name": item.full_name, "initials": item.initials,
                "roles": " ".join(item.roles), "language": item.language, "pin_hash": item.pin_hash, "badge_hash": item.badge_hash,
                "active": int(item.active), "feminine": int(item.feminine),
            }
            for item, v in rows
        ],
    )  # fmt: skip


def _person(row: Row[Any]) -> Person:
    return Person(
        person_id=row.id, short_name=row.short_name, full_name=row.full_name, initials=row.initials, roles=tuple(Role(role) for role in row.roles.split()),
        language=row.language, pin_hash=row.pin_hash, badge_hash=row.badge_hash, active=bool(row.active), feminine=bool(row.feminine),
    )  # fmt: skip
