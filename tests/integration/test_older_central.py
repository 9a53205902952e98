"""A till that is newer than its central: what that does not know is passed over, said once, and taken up when it is brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from central import demo, feeds, tills
from central.database import CentralDatabase
from central.service import Central
from kiosk.basics.clock import SystemClock
from kiosk.commands import doctor
from kiosk.house import RESOURCES, open_house
from kiosk.stock import store as stock_store
from kiosk.stock.units import UnitState
from kiosk.sync import protocol
from kiosk.sync.folder import load_folder
from kiosk.sync.kept import central_lacks, put_central_lacks
from kiosk.sync.status import SyncKind
from tests.integration.central.house import make_central, serving, write_demo
from tests.integration.sync_kiosk import Kiosk

YOUNGER_FEEDS = [("lessons",), ("price_books", "lessons"), ("baskets", "returns", "price_books", "lessons"), protocol.FEEDS[-1:]]


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    database = CentralDatabase.open(data_dir=tmp_path / "central")
    demo.seed(database, write_demo(tmp_path / "demo"))
    yield make_central(database, SystemClock())
    database.close()


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    made = Kiosk(tmp_path / "kiosk", secret=bytes(range(32)))
    yield made
    made.close()


@pytest.mark.parametrize("lacks", YOUNGER_FEEDS, ids=" ".join)
def test_a_till_works_with_a_central_that_does_not_know_its_newest_feeds(
    central: Central, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, lacks: tuple[str, ...]
) -> None:
    known = tuple(feed for feed in protocol.FEEDS if feed not in lacks)
    monkeypatch.setattr(protocol, "FEEDS", known)
    monkeypatch.setattr(feeds, "FEEDS", known)
    with serving(central) as url:
        with central.database.write() as connection:
            code = tills.new_code(connection, "L01", "K2", now_utc=central.clock.now_utc())
        kiosk.enrol(url, code)
        kiosk.connect(url)
        told = kiosk.wait_for(lambda status: status.kind is SyncKind.CENTRAL_OLDER and status.feeds_at_head and status.lacks == lacks)
        assert told.since_utc is None
        with kiosk.database.read() as connection:
            assert stock_store.count_by_state(connection, holder="shop:L01") == {UnitState.FOR_SALE: 3}
        kiosk.sell("L01-K2-000001", unit_ids=("u-1",), cables=2)
        kiosk.wait_until(lambda: kiosk.all_acknowledged() and noted(kiosk) == lacks)
        monkeypatch.undo()
        assert kiosk.worker is not None
        kiosk.worker.poke()
        kiosk.wait_until_current()
        kiosk.wait_until(lambda: noted(kiosk) == ())
        kiosk.disconnect()


def noted(kiosk: Kiosk) -> tuple[str, ...]:
    with kiosk.database.read() as connection:
        return central_lacks(connection)


def test_whoever_looks_after_the_kiosk_is_told_that_central_is_older(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "kiosk"
    data.mkdir()
    (data / "kiosk.toml").write_text('key_store = "file"\n', "utf-8")
    house = open_house(data)
    with house.database.write() as connection:
        load_folder(connection, house.ledger, RESOURCES / "demo", till_code="K2")
        put_central_lacks(connection, ("lessons", "price_books"))
    house.close()
    assert doctor.run(data, as_json=False) == 0
    assert "central is older than this till: it does not know lessons, price_books; all else is exchanged" in capsys.readouterr().out
