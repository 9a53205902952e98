"""A real till and a real central over HTTP: enrolment, first sync, entries up, effects down; the network goes and comes back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from central import demo
from central.demo import RunningCentral
from kiosk.basics.clock import SystemClock
from kiosk.basics.workers import ThreadWorker
from kiosk.catalogue import store as catalogue_store
from kiosk.journal import store as journal_store
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.staff import store as staff_store
from kiosk.stock import store as stock_store
from kiosk.stock.units import UnitState
from kiosk.storage.migrate import open_database
from kiosk.sync import store
from kiosk.sync.enrolment import enrol
from kiosk.sync.machine import Tuning
from kiosk.sync.session import Line
from kiosk.sync.status import SyncKind, SyncStatus
from kiosk.sync.worker import SyncWorker
from tests.integration.central.house import sale, write_demo

FAST = Tuning(first_contact_spread_ms=0, backoff_start_ms=50, backoff_cap_ms=200)
PATIENCE_S = 30


class Kiosk:
    """A till's real storage, journal and sync; what the screens would be told is kept in ``told``."""

    def __init__(self, data_dir: Path, *, secret: bytes) -> None:
        data_dir.mkdir()
        self.clock = SystemClock()
        self.key = TillKey(secret)
        self.database = open_database(data_dir, key=bytes(32))
        self.ledger = Ledger(self.database, clock=self.clock, key=self.key, marker=HeadMarker(data_dir))
        self.writer = ThreadWorker("ledger")
        self.worker: SyncWorker | None = None
        self._changed = threading.Condition()

    def enrol(self, central: RunningCentral, *, till_code: str) -> None:
        code = central.enrolment_code(shop_id="L01", till_code=till_code)
        enrol(self.database, self.ledger, central.url, code, clock=self.clock, key=self.key)

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
        self.wait_for(lambda status: status.kind is SyncKind.UP_TO_DATE and status.feeds_at_head)

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

    def level(self) -> int:
        with self.database.read() as connection:
            return stock_store.levels(connection)["pr-cable"]

    def close(self) -> None:
        self.disconnect()
        self.writer.stop()
        self.database.close()

    def _told(self, _status: SyncStatus) -> None:
        with self._changed:
            self._changed.notify_all()


@pytest.fixture
def central(tmp_path: Path) -> Iterator[RunningCentral]:
    with demo.start(tmp_path / "central", demo_dir=write_demo(tmp_path / "demo")) as running:
        yield running


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    made = Kiosk(tmp_path / "kiosk", secret=bytes(range(32)))
    yield made
    made.close()


def test_a_new_till_gets_shop_people_catalogue_and_stock_by_its_first_sync(central: RunningCentral, kiosk: Kiosk) -> None:
    kiosk.enrol(central, till_code="K2")
    kiosk.connect(central.url)
    kiosk.wait_until_current()
    with kiosk.database.read() as connection:
        assert [person.short_name for person in staff_store.active_people(connection)] == ["Camille"]
        assert [product.name for product in catalogue_store.products_where(connection, ean="3760000000017")] == ["Câble USB-C 1 m"]
        assert stock_store.count_by_state(connection, holder="shop:L01") == {UnitState.FOR_SALE: 3}
        assert '"Nantes Crébillon"' in (store.shop(connection) or "")
        assert journal_store.acked(connection, 1).seq == 1
    assert kiosk.level() == 10


def test_what_is_sold_is_acknowledged_and_central_shows_it(central: RunningCentral, kiosk: Kiosk) -> None:
    kiosk.enrol(central, till_code="K2")
    kiosk.connect(central.url)
    kiosk.wait_until_current()
    kiosk.sell("L01-K2-000001", unit_ids=("u-1",), cables=2)
    kiosk.wait_until_current()
    units = {row["unit_id"]: row["state"] for row in central.rows("units", shop_id="L01")}
    assert units == {"u-1": "sold", "u-2": "for_sale", "u-3": "for_sale"}
    assert central.rows("levels", shop_id="L01") == [{"product_id": "pr-cable", "quantity": 8}]


def test_what_is_sold_without_a_network_arrives_later_once(central: RunningCentral, kiosk: Kiosk) -> None:
    kiosk.enrol(central, till_code="K2")
    kiosk.connect(central.url)
    kiosk.wait_until_current()
    kiosk.disconnect()
    kiosk.connect("http://127.0.0.1:9")
    for number in range(1, 4):
        kiosk.sell(f"L01-K2-{number:06d}", unit_ids=(f"u-{number}",), cables=1)
    told = kiosk.wait_for(lambda status: status.kind is SyncKind.OFFLINE and status.pending_count == 3)
    assert told.since_utc is not None
    kiosk.disconnect()
    kiosk.connect(central.url)
    kiosk.wait_until_current()
    assert central.rows("levels", shop_id="L01") == [{"product_id": "pr-cable", "quantity": 7}]
    assert {row["state"] for row in central.rows("units", shop_id="L01")} == {"sold"}
    assert kiosk.level() == 7
