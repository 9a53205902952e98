"""Remembers the safety tester that was used last, so that its number and calibration are typed once a year, not at every measure."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from kiosk.basics.clock import Clock, utc_text
from kiosk.diagnostics.tester import SafetyTester
from kiosk.staff.people import Person
from kiosk.storage.engine import Database
from kiosk.storage.schema import tester


class TesterService:
    """The shop's testers, the one last named first."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def current(self) -> SafetyTester | None:
        """The one that was named last; None before the first."""
        with self._database.read() as connection:
            row = connection.execute(select(tester).order_by(tester.c.said_at_utc.desc(), tester.c.serial).limit(1)).one_or_none()
        return None if row is None else SafetyTester(row.serial, date.fromisoformat(row.calibrated_on))

    def remember(self, named: SafetyTester, person: Person) -> SafetyTester:
        """This is the tester on the bench now; CalibrationLapsed."""
        named.must_hold(on=self._clock.now_utc().date())
        values = {"calibrated_on": named.calibrated_on.isoformat(), "said_at_utc": utc_text(self._clock.now_utc()), "person_id": person.person_id}
        with self._database.write() as connection:
            statement = insert(tester).values(serial=named.serial, **values)
            connection.execute(statement.on_conflict_do_update(index_elements=["serial"], set_=values))
        return named
