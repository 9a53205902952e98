"""A real till against a real central over HTTP when things go wrong: lost answers, errors, garbage, restarts, copies."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from central import show, tills
from central.database import CentralDatabase
from central.demo import seed
from central.service import Central
from kiosk.basics.clock import SystemClock
from kiosk.journal.ledger import JournalQuarantined
from kiosk.stock.units import UnitState
from kiosk.sync.recovery import NotInQuarantine, open_new_epoch
from kiosk.sync.status import QuarantineReason, SyncKind
from tests.integration.central.house import Spoiler, make_central, serving, write_demo
from tests.integration.sync_kiosk import Kiosk


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    database = CentralDatabase.open(data_dir=tmp_path / "central")
    seed(database, write_demo(tmp_path / "demo"))
    yield make_central(database, SystemClock())
    database.close()


@pytest.fixture
def kiosks(tmp_path: Path) -> Iterator[Callable[[str], Kiosk]]:
    made: list[Kiosk] = []

    def make(name: str, secret: bytes = bytes(range(32))) -> Kiosk:
        made.append(Kiosk(tmp_path / name, secret=secret))
        return made[-1]

    yield make
    for kiosk in made:
        kiosk.close()


def code(central: Central, till_code: str = "K2") -> str:
    with central.database.write() as connection:
        return tills.new_code(connection, "L01", till_code, now_utc=central.clock.now_utc())


def shown(central: Central, view: str) -> list[dict[str, Any]]:
    with central.database.read() as connection:
        return show.view(connection, view)


@pytest.mark.parametrize("how", ["error", "garbage", "busy"])
def test_answers_to_pushes_that_get_lost_double_nothing(central: Central, kiosks: Callable[[str], Kiosk], how: str) -> None:
    spoiler = Spoiler("/v1/push", how, times=3)
    with serving(central, between=spoiler) as url:
        kiosk = kiosks("kiosk")
        kiosk.enrol(url, code(central))
        for number in range(1, 4):
            kiosk.note(f"L01-K2-{number:06d}", cables=1)
        kiosk.connect(url)
        kiosk.wait_until_current()
        kiosk.disconnect()
    assert spoiler.left == 0
    assert [row["kind"] for row in shown(central, "entries")] == ["till.enrolled", *["sales.ticket_paid"] * 3]
    assert kiosk.level() == 7


@pytest.mark.parametrize("how", ["error", "garbage", "busy"])
def test_pages_that_come_spoilt_are_asked_for_again(central: Central, kiosks: Callable[[str], Kiosk], how: str) -> None:
    with serving(central, between=Spoiler("/v1/pull", how, times=4)) as url:
        kiosk = kiosks("kiosk")
        kiosk.enrol(url, code(central))
        kiosk.connect(url)
        kiosk.wait_until_current()
        kiosk.disconnect()
    assert (kiosk.state("u-1"), kiosk.level()) == (UnitState.FOR_SALE, 10)


def test_central_going_down_and_coming_back_is_noticed_and_caught_up(central: Central, kiosks: Callable[[str], Kiosk]) -> None:
    kiosk = kiosks("kiosk")
    with serving(central) as url:
        kiosk.enrol(url, code(central))
        kiosk.connect(url)
        kiosk.wait_until_current()
    kiosk.sell("L01-K2-000001", unit_ids=("u-1",), cables=1)
    kiosk.wait_for(lambda status: status.kind is SyncKind.OFFLINE and status.pending_count == 1)
    with serving(central, port=int(url.rsplit(":", 1)[1])):
        kiosk.wait_until_current()
        kiosk.disconnect()
    assert [row["number"] for row in shown(central, "tickets")] == ["L01-K2-000001"]


def test_what_one_till_sells_the_other_sees_sold(central: Central, kiosks: Callable[..., Kiosk]) -> None:
    with serving(central) as url:
        one, two = kiosks("one"), kiosks("two", bytes(range(1, 33)))
        for kiosk, till_code in ((one, "K1"), (two, "K2")):
            kiosk.enrol(url, code(central, till_code))
            kiosk.connect(url)
            kiosk.wait_until_current()
        one.sell("L01-K1-000001", unit_ids=("u-2",), cables=4)
        two.wait_until(lambda: two.state("u-2") is UnitState.SOLD and two.level() == 6)
        one.disconnect()
        two.disconnect()


def test_a_copied_disk_that_goes_on_selling_is_put_in_quarantine(central: Central, kiosks: Callable[[str], Kiosk], tmp_path: Path) -> None:
    with serving(central) as url:
        till = kiosks("till")
        till.enrol(url, code(central))
        till.connect(url)
        till.wait_until_current()
        till.close()
        shutil.copytree(tmp_path / "till", tmp_path / "copy")
        till, copy = kiosks("till"), kiosks("copy")
        till.connect(url)
        till.sell("L01-K2-000001", unit_ids=("u-1",))
        till.wait_until_current()
        till.disconnect()
        copy.sell("L01-K2-000001", unit_ids=("u-2",))
        copy.connect(url)
        told = copy.wait_for(lambda status: status.kind is SyncKind.QUARANTINED)
        copy.disconnect()
        assert told.quarantine is QuarantineReason.CENTRAL_SAYS_FORK
        with pytest.raises(JournalQuarantined):
            copy.sell("L01-K2-000002", unit_ids=("u-3",))
        copy.close()
        again = kiosks("copy")
        again.connect(url)
        again.wait_for(lambda status: status.kind is SyncKind.QUARANTINED)
        with pytest.raises(JournalQuarantined):
            again.sell("L01-K2-000002", unit_ids=("u-3",))
        again.disconnect()
    assert [row["number"] for row in shown(central, "tickets")] == ["L01-K2-000001"]
    assert [row["reason"] for row in shown(central, "review")] == ["fork"]


def test_a_copy_gets_a_new_epoch_and_sells_on_under_numbers_of_its_own(central: Central, kiosks: Callable[[str], Kiosk], tmp_path: Path) -> None:
    with serving(central) as url:
        till = kiosks("till")
        till.enrol(url, code(central))
        till.connect(url)
        till.wait_until_current()
        till.close()
        shutil.copytree(tmp_path / "till", tmp_path / "backup")
        till = kiosks("till")
        till.connect(url)
        till.sell("L01-K2-000001", unit_ids=("u-1",), cables=1)
        till.wait_until_current()
        till.close()
        restored = kiosks("backup")
        restored.sell("L01-K2-000001", cables=5)
        restored.connect(url)
        restored.wait_for(lambda status: status.kind is SyncKind.QUARANTINED)
        assert open_new_epoch(restored.database, restored.ledger, url, clock=restored.clock, key=restored.key) == 2
        restored.wait_until_current()
        restored.sell("L01-K2-E2-000001", unit_ids=("u-2",), cables=2)
        restored.wait_until_current()
        restored.disconnect()
    assert [row["number"] for row in shown(central, "tickets")] == ["L01-K2-000001", "L01-K2-E2-000001"]
    assert [(row["epoch"], row["seq"], row["kind"]) for row in shown(central, "entries")][-3:] == [
        (2, 1, "till.epoch_opened"), (2, 2, "fiscal.integrity_defect_found"), (2, 3, "sales.ticket_paid"),
    ]  # fmt: skip
    assert (restored.state("u-1"), restored.state("u-2")) == (UnitState.SOLD, UnitState.SOLD)


def test_a_till_that_is_no_copy_gets_no_new_epoch(central: Central, kiosks: Callable[[str], Kiosk]) -> None:
    with serving(central) as url:
        kiosk = kiosks("kiosk")
        kiosk.enrol(url, code(central))
        with pytest.raises(NotInQuarantine):
            open_new_epoch(kiosk.database, kiosk.ledger, url, clock=kiosk.clock, key=kiosk.key)


def test_a_revoked_till_is_told_and_sells_on(central: Central, kiosks: Callable[[str], Kiosk]) -> None:
    with serving(central) as url:
        kiosk = kiosks("kiosk")
        kiosk.enrol(url, code(central))
        kiosk.connect(url)
        kiosk.wait_until_current()
        with central.database.write() as connection:
            tills.revoke(connection, "L01", "K2", now_utc=central.clock.now_utc())
        kiosk.sell("L01-K2-000001", unit_ids=("u-1",))
        told = kiosk.wait_for(lambda status: status.kind is SyncKind.REFUSED)
        assert told.pending_count == 1
        kiosk.disconnect()
    assert shown(central, "tickets") == []
