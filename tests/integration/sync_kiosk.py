"""A till's real storage, journal and sync, without screens: what the tests of sync drive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.basics.clock import SystemClock
from kiosk.basics.workers import ThreadWorker
from kiosk.journal import store as journal_store
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.stock import store as stock_store
from kiosk.stock.units import UnitState
from kiosk.storage.migrate import open_database
from kiosk.sync.enrolment import enrol
from kiosk.sync.machine import Tuning
from kiosk.sync.session import Line
from kiosk.sync.status import SyncKind, SyncStatus
from kiosk.sync.worker import SyncWorker
from tests.integration.central.house import sale

FAST = Tuning(first_contact_spread_ms=0, backoff_start_ms=50, backoff_cap_ms=200)
PATIENCE_S = 30


class Kiosk:
    """A till's real storage, journal and sync; what the screens would be told is kept in ``told``."""

    def __init__(self, data_dir: Path, *, secret: bytes) -> None:
        data_dir.mkdir(exist_ok=True)
        self.data_dir = data_dir
        self.clock = SystemClock()
        self.key = TillKey(secret)
        self.database = open_database(data_dir, key=bytes(32))
        self.ledger = Ledger(self.database, clock=self.clock, key=self.key, marker=HeadMarker(data_dir))
        self.writer = ThreadWorker("ledger")
        self.worker: SyncWorker | None = None
        self._changed = threading.Condition()

    def enrol(self, url: str, code: str) -> None:
        enrol(self.database, self.ledger, url, code, clock=self.clock, key=self.key)

    def connect(self, url: str) -> None:
        line = Line(self.database, self.ledger, self.writer, self.clock, self.key, url)
        self.worker = SyncWorker(line, tell=self._told, tuning=FAST)
        self.worker.start()

    def disconnect(self) -> None:
        if self.worker is not None:
            self.worker.stop()
            self.worker = None

    def wait_for(self, wanted: Callable[[SyncStatus], bool]) -> SyncStatus:
        """The status, as soon as it is as wanted."""

        def reached() -> bool:
            return self.worker is not None and self.worker.status is not None and wanted(self.worker.status)

        with self._changed:
            assert self._changed.wait_for(reached, PATIENCE_S), self.worker and self.worker.status
        assert self.worker is not None and self.worker.status is not None
        return self.worker.status

    def wait_until_current(self) -> None:
        """Central has every entry, and this till everything of central's."""
        self.wait_for(lambda status: status.kind is SyncKind.UP_TO_DATE and status.feeds_at_head and self.all_acknowledged())

    def all_acknowledged(self) -> bool:
        with self.database.read() as connection:
            head = self.ledger.head(connection)
            return journal_store.acked(connection, head.epoch) == head

    def wait_until(self, reached: Callable[[], bool]) -> None:
        """Until something holds, looked at whenever the status changes and once per second."""
        with self._changed:
            for _ in range(PATIENCE_S):
                if reached():
                    return
                self._changed.wait(1)
        raise AssertionError("not reached")

    def note(self, number: str, *, cables: int) -> None:
        """A ticket in the journal alone: written before the catalogue has come."""
        with self.database.write() as connection:
            self.ledger.append(connection, "sales.ticket_paid", sale(number, cables=cables), person_id="p-camille")

    def sell(self, number: str, *, unit_ids: tuple[str, ...] = (), cables: int = 0) -> None:
        """What a sale does to stock and journal."""
        with self.database.write() as connection:
            for unit_id in unit_ids:
                unit = stock_store.unit_by_id(connection, unit_id)
                assert unit is not None
                stock_store.write_unit(connection, unit, replace(unit, state=UnitState.SOLD))
            if cables:
                stock_store.change_level(connection, "pr-cable", by=-cables)
            self.ledger.append(connection, "sales.ticket_paid", sale(number, unit_ids=unit_ids, cables=cables), person_id="p-camille")

    def state(self, unit_id: str) -> UnitState:
        with self.database.read() as connection:
            unit = stock_store.unit_by_id(connection, unit_id)
        assert unit is not None
        return unit.state

    def level(self) -> int:
        with self.database.read() as connection:
            return stock_store.levels(connection)["pr-cable"]

    def close(self) -> None:
        """Harmless when it is closed already."""
        self.disconnect()
        self.writer.stop()
        self.ledger.make_marker_durable()
        self.database.close()

    def _told(self, _status: SyncStatus) -> None:
        with self._changed:
            self._changed.notify_all()
