"""A till whose data went back, and no central to ask: a manager opens a new series on site, and nobody can miss that it was opened."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk import bootstrap
from kiosk.basics.clock import ManualClock
from kiosk.basics.money import Money
from kiosk.bootstrap import House, Services
from kiosk.fiscal import store as fiscal_store
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.journal import store as journal_store
from kiosk.journal import verify
from kiosk.journal.ledger import JournalQuarantined
from kiosk.journal.marker import HeadMarker
from kiosk.offices import archive_service
from kiosk.sales.tenders import Tender
from kiosk.staff.approvals import Action, Approval, ApprovalRequest, Why
from kiosk.staff.rights import Right, RightMissing
from kiosk.staff.service import PinLocked, PinWrong
from kiosk.sync.folder import load_folder
from kiosk.sync.recovery import LOCAL_STEP, local_epoch, old_series, open_local_epoch

CASE = "2000000003337"
CASE_PRICE = Money(1490)
VERIFIER = Path(__file__).parents[2] / "docs" / "reference" / "verify_archive.py"
WHY = Why("central_unreachable")


def sell(services: Services) -> str:
    basket = services.sales.add_by_code(services.sales.new_basket(), CASE)
    return services.sales.pay(basket, [Tender("cash", CASE_PRICE)], person=services.staff.person("camille")).number


def kinds(house: House) -> list[str]:
    with house.database.read() as connection:
        return [entry.kind for entry in journal_store.all_entries(connection)]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Two tickets were sold; then the data of after the first was put back, and the head marker was not."""
    clock, data, kept = ManualClock(datetime(2026, 11, 23, 9, tzinfo=UTC)), tmp_path / "till", tmp_path / "kept"
    data.mkdir()
    (data / "kiosk.toml").write_text('key_store = "file"\n', "utf-8")
    first = bootstrap.open_house(data, clock=clock)
    with first.database.write() as connection:
        load_folder(connection, first.ledger, bootstrap.RESOURCES / "demo", till_code="K2")
    services = bootstrap.build_services(first)
    bootstrap.start_of_day(first, services)
    services.drawer.open_session(Money(15000), person=services.staff.person("camille"))
    sell(services)
    first.close()
    shutil.copytree(data, kept)
    second = bootstrap.open_house(data, clock=clock)
    sell(bootstrap.build_services(second))
    second.close()
    shutil.copy(data / "head.json", kept / "head.json")
    restored = bootstrap.open_house(kept, clock=clock)
    yield restored
    restored.close()


def approved(house: House, *, right: Right = Right.OPEN_SERIES, pin: str = "444444") -> Approval:
    staff = bootstrap.staff_service(house)
    return staff.approve_by_pin(ApprovalRequest(right, Action.NEW_SERIES, staff.person("camille")), "sophie", pin, why=WHY)


def draw(_most: int) -> int:
    return 481_532


def test_a_till_that_went_back_sells_nothing_until_a_manager_opened_a_series(house: House) -> None:
    services = bootstrap.build_services(house)
    with pytest.raises(JournalQuarantined):
        sell(services)
    assert open_local_epoch(house.database, house.ledger, approved(house), draw=draw) == 2_481_532
    bootstrap.start_of_day(house, services)
    assert sell(services) == "L01-K2-E2481532-000001"


def test_the_break_is_declared_in_the_journal_and_the_event_log_for_ever(house: House) -> None:
    services = bootstrap.build_services(house)
    with house.database.read() as connection:
        before = house.ledger.head(connection)
    open_local_epoch(house.database, house.ledger, approved(house), draw=draw)
    bootstrap.start_of_day(house, services)
    sell(services)
    with house.database.read() as connection:
        assert verify.verify(connection, key=house.key.public, marker=HeadMarker(house.data_dir)).fault is None
        (opened,) = journal_store.entries_of_kind(connection, "till.epoch_opened")
        (lent,) = journal_store.entries_of_kind(connection, "staff.approved")
        jet = [stamp.payload.split(",")[1:3] for stamp in fiscal_store.stamps_after(connection, "JET", 0)]
        assert services.fiscal.verify(connection).sound
    body = json.loads(opened.entry)["body"]
    assert (body["reason"], body["after"]) == ("local journal_went_back", {"epoch": 1, "seq": before.seq, "hash": before.hash})
    assert json.loads(lent.entry)["person"] == "sophie" and json.loads(lent.entry)["body"]["reason"] == "central_unreachable"
    assert [code for code, _ in jet][-4:] == ["15", "130", "90", "80"]
    assert jet[-4][1] == "local_journal_went_back"


def test_who_verifies_an_export_with_python_alone_is_told_of_the_break_and_finds_it_sound(house: House, tmp_path: Path) -> None:
    services = bootstrap.build_services(house)
    open_local_epoch(house.database, house.ledger, approved(house), draw=draw)
    sell(services)
    assert isinstance(services.fiscal, FranceFiscal)
    archives = archive_service(house, services.fiscal, folder=tmp_path)
    assert archives is not None
    made = archives.export(date(2026, 11, 23), date(2026, 11, 23), tmp_path / "controle.zip")
    told = subprocess.run([sys.executable, "-I", "-S", VERIFIER, made.path], capture_output=True, text=True, timeout=60, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    (said,) = [line.strip() for line in told.stdout.splitlines() if "declared" in line]
    assert said == "declared: a new series of numbers from 20261123100000 on, event 3 (local_journal_went_back)"


def test_what_the_old_series_holds_waits_for_central(house: House) -> None:
    with house.database.read() as connection:
        head = house.ledger.head(connection)
    open_local_epoch(house.database, house.ledger, approved(house), draw=draw)
    with house.database.read() as connection:
        waiting = old_series(connection)
    assert waiting is not None
    assert (waiting.fork.epoch, waiting.fork.head_seq, waiting.fork.head_hash) == (1, head.seq, head.hash)


def test_another_right_opens_nothing_and_leaves_the_till_as_it_is(house: House) -> None:
    staff = bootstrap.staff_service(house)
    with pytest.raises(RightMissing):
        staff.approve_by_pin(ApprovalRequest(Right.OPEN_SERIES, Action.NEW_SERIES, staff.person("camille")), "camille", "111111", why=WHY)
    with pytest.raises(RightMissing):
        open_local_epoch(house.database, house.ledger, approved(house, right=Right.OVERRIDE_PRICE), draw=draw)
    assert "till.epoch_opened" not in kinds(house) and house.ledger.quarantined is not None


def test_wrong_codes_are_counted_though_the_journal_takes_nothing(house: House) -> None:
    for _try in range(2):
        with pytest.raises(PinWrong):
            approved(house, pin="000000")
    with pytest.raises(PinLocked):
        approved(house, pin="000000")
    with pytest.raises(PinLocked):
        approved(house)


@pytest.mark.parametrize(("epoch", "then"), [(1, 2_481_532), (7, 8_481_532), (2_481_532, 3_481_532), (2_481_533, 3_481_532)])
def test_a_series_opened_here_is_larger_than_all_before(epoch: int, then: int) -> None:
    assert local_epoch(epoch, draw) == then
    assert local_epoch(epoch, lambda _most: 0) // LOCAL_STEP == local_epoch(epoch, lambda most: most - 1) // LOCAL_STEP
