"""A laptop's report on a stick that is plugged in: found by itself, begun by one tap, its questions answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.diagnostics.checklist import Method
from kiosk.diagnostics.events import ReadBy
from kiosk.diagnostics.laptop_drives import LaptopDrives
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.bench import Beside
from tests.bench import RESOURCES, build_bench, load_demo_shop
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.diagnostic_desk import Desk
from tests.ui.photographing import SIZES, photograph
from tests.ui.shell import Shell
from tests.unit.diagnostics.test_laptop import DMI, NVME, report, upower

HOME, TRADE_IN, INSPECTION = 0, 1, 3


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs, stick: Path) -> Desk:
    load_demo_shop(database)
    beside = Beside(jobs, LaptopDrives(lambda: (stick,) if stick.exists() else (), RESOURCES / "laptop"))
    desk = Desk(build_bench(database, ledger, clock, ids), jobs, clock, beside=beside)
    desk.sign_in("yanis")
    return desk


def thinkpad(stick: Path, *, serial: str = "PF1TEST7", at: str = "20261123-100000") -> None:
    content = report(dmidecode=DMI.replace("PF1TEST7", serial), upower=upower(31.7633, 41.0508, 77.3757), smartctl__nvme0=NVME, filesystems="ntfs\n")
    (stick / f"laptop-report-{at}.json").write_bytes(content)


def look(desk: Desk) -> None:
    desk.do(desk.page.refresh)


def test_a_report_is_found_by_itself_and_begins_the_trade_in_with_its_answers(desk: Desk, stick: Path) -> None:
    assert desk.page.laptops.count == 0
    thinkpad(stick)
    look(desk)
    laptops = desk.page.laptops
    assert (laptops.count, laptops.model, laptops.identifierTail) == (1, "Lenovo ThinkPad T480", "TEST7"[-4:])
    desk.do(laptops.open)
    assert (desk.page.step, desk.page.tradeIn.parts.device.model, desk.page.tradeIn.parts.device.readBy) == (TRADE_IN, "ThinkPad T480", "report")
    (row,) = desk.bench.trade_ins.open_trade_ins()
    screen = desk.bench.trade_ins.screen(row.session_id)
    assert (screen.device.serial, screen.device.read_by) == ("PF1TEST7", ReadBy.REPORT)
    assert {key: (given.number, given.verdict.value, given.method) for key, given in screen.answers.items()} == {
        "battery_pct": (77, "fail", Method.AUTO_USB), "disk_lock": (None, "pass", Method.AUTO_USB),
    }  # fmt: skip
    (read,) = screen.readings
    assert (read.probe, read.facts["disk_1"]) == ("laptop 1", "SAMSUNG MZVLB256 · 1295 h · 2 % used")
    desk.do(desk.page.tradeIn.leave)
    assert desk.page.laptops.count == 0


def test_a_report_read_again_goes_on_with_the_same_trade_in_and_fills_only_what_is_open(desk: Desk, stick: Path) -> None:
    desk.do(lambda: desk.page.on_scan(decode("PF1TEST7")))
    desk.do(lambda: desk.page.chooseModel("m-thinkpad-t480-256-go-8-go"))
    assert desk.page.step == TRADE_IN
    desk.do(lambda: desk.page.tradeIn.answerTo("disk_lock", "disk_lock"))
    desk.do(desk.page.tradeIn.leave)
    thinkpad(stick)
    look(desk)
    desk.do(desk.page.laptops.open)
    (row,) = desk.bench.trade_ins.open_trade_ins()
    answers = desk.bench.trade_ins.screen(row.session_id).answers
    assert (answers["disk_lock"].option_id, answers["battery_pct"].number) == ("disk_lock", 77)


def test_a_laptop_of_ours_that_waits_for_its_inspection_is_inspected_with_it(desk: Desk, stick: Path) -> None:
    desk.sign_in("ines")
    unit = next(unit for unit in desk.bench.stock.units_to_inspect() if unit.serial and unit.imei is None and unit.acquired_by != "ines")
    thinkpad(stick, serial=unit.serial)
    look(desk)
    desk.do(desk.page.laptops.open)
    assert desk.page.step == INSPECTION


def test_a_laptop_that_does_not_know_its_serial_waits_for_its_label(desk: Desk, stick: Path) -> None:
    thinkpad(stick, serial="Default string")
    look(desk)
    assert desk.page.laptops.identifierTail == ""
    desk.do(desk.page.laptops.open)
    assert (desk.page.step, desk.page.laptops.waitingFor) == (HOME, "Lenovo ThinkPad T480")
    desk.do(lambda: desk.page.on_scan(decode("PF9LABEL")))
    assert (desk.page.step, desk.page.laptops.waitingFor) == (TRADE_IN, "")
    (row,) = desk.bench.trade_ins.open_trade_ins()
    assert desk.bench.trade_ins.screen(row.session_id).answers["battery_pct"].number == 77


def test_of_several_reports_the_right_one_is_chosen_the_newest_first(desk: Desk, stick: Path) -> None:
    thinkpad(stick, at="20261122-100000")
    thinkpad(stick, serial="PF2TEST8", at="20261123-090000")
    (stick / "laptop-report-20261124-000000.json").write_bytes(b"torn")
    (stick / "laptop-report-20261124-000001.json").mkdir()
    look(desk)
    desk.do(desk.page.laptops.open)
    assert desk.page.laptops.choosing and [row.identifier_tail for row in desk.page.laptops.rows.rows] == ["EST8", "EST7"]
    desk.do(lambda: desk.page.laptops.choose("nowhere"))
    desk.do(lambda: desk.page.laptops.choose(desk.page.laptops.rows.rows[1].place))
    assert (desk.page.step, desk.page.laptops.choosing) == (TRADE_IN, False)


def test_a_stick_that_is_pulled_out_takes_its_reports_along(desk: Desk, stick: Path) -> None:
    thinkpad(stick)
    look(desk)
    (stick / "laptop-report-20261123-100000.json").unlink()
    stick.rmdir()
    look(desk)
    assert desk.page.laptops.count == 0


def test_the_card_on_the_home_is_readable(desk: Desk, stick: Path, jobs: HandJobs, show: Show, look_at: LookAt) -> None:
    thinkpad(stick)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language="fr", workspace="diagnostic")
    shell = Shell(desk.bench.staff, jobs, desk.clock, frame=frame, diagnostic=desk.page)
    jobs.step()
    window = show(shell.app, size=SIZES[0])
    shell.app.welcome(desk.bench.person("yanis"))
    shell.app.openWorkspace("diagnostic")
    look(desk)
    found = photograph(shell, window, look_at, "bench-laptop", language="fr")
    (stick / "laptop-report-20261123-110000.json").write_text(json.dumps(json.loads(next(stick.iterdir()).read_bytes())))
    look(desk)
    desk.do(desk.page.laptops.open)
    found += photograph(shell, window, look_at, "bench-laptops", language="fr")
    assert not found, "\n".join(found)
