"""Remembers the safety tester that was used last, so that its number and calibration are typed once a year, not at every measure."""

from __future__ import annotations

from kiosk.basics.clock import Clock, utc_text
from kiosk.diagnostics import store
from kiosk.diagnostics.tester import SafetyTester
from kiosk.staff.people import Person
from kiosk.storage.engine import Database


class TesterService:
    """The shop's testers, the one last named first."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def current(self) -> SafetyTester | None:
        """The one that was named last; None before the first."""
        with self._database.read() as connection:
            return store.last_tester(connection)

    def remember(self, named: SafetyTester, person: Person) -> SafetyTester:
        """This is the tester on the bench now; CalibrationLapsed."""
        now = self._clock.now_utc()
        named.must_hold(on=now.date())
        with self._database.write() as connection:
            store.put_tester(connection, named, at_utc=utc_text(now), person_id=person.person_id)
        return named
