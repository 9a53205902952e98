"""Who may judge a unit: nobody their own work, from the first answer of an inspection to its end (diagnostics §2.2)."""

from __future__ import annotations

from kiosk.diagnostics.inspection import must_be_another
from kiosk.diagnostics.repairs import Repair
from kiosk.diagnostics.workshop_store import repairs_of
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.units import Unit
from kiosk.storage.engine import Database


def repairs_by_others(database: Database, unit: Unit, person: Person) -> tuple[Repair, ...]:
    """What was repaired in a unit that this person may judge; RightMissing, SamePerson."""
    require(person, Right.INSPECT)
    with database.read() as connection:
        repairs = repairs_of(connection, unit.unit_id)
    must_be_another(inspector_id=person.person_id, acquired_by=unit.acquired_by, repaired_by=tuple(done.person_id for done in repairs))
    return repairs
