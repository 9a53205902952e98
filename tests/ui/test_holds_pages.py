"""A unit set apart, by touch: from its sheet in the store, from the erase, from the workshop; what the bench's home and the stock say of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.diagnostics.history import HistoryService
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.stock.units import UnitState
from kiosk.storage.engine import Database
from kiosk.tradein.rulefiles import inspection_rules
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.unit_papers import UnitPapers
from kiosk.ui.viewmodels.why import UnitPast
from tests.bench import Bench, build_bench
from tests.passports import IPHONE_12_128, certificates_of, passports_of
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.diagnostic_desk import Desk
from tests.ui.looking import faults
from tests.ui.photographing import SIZES
from tests.ui.shell import Shell
from tests.ui.till import DemoTill

HOME, WORKSHOP = 0, 6
FRAME = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language="fr", workspace="diagnostic")


def papers_of(bench: Bench, jobs: HandJobs, clock: ManualClock, ids: CountedIds, staff: StaffService | None = None) -> UnitPapers:
    passports = passports_of(bench, clock, ids, page="")
    history = HistoryService(bench.recorder, stock=bench.stock, catalogue=bench.catalogue, rules=inspection_rules(bench.rules))
    past = UnitPast(history, staff or bench.staff)
    return UnitPapers(passports, certificates_of(bench, passports), jobs, jobs, past, bench.holds)


@pytest.fixture
def desk(bench: Bench, jobs: HandJobs, clock: ManualClock, ids: CountedIds) -> Desk:
    return Desk(bench, jobs, clock, papers=papers_of(bench, jobs, clock, ids))


def test_a_technician_sets_a_swollen_phone_apart_before_it_is_erased(
    desk: Desk, bench: Bench, jobs: HandJobs, clock: ManualClock, show: Show, look_at: LookAt
) -> None:  # fmt: skip
    shell = Shell(bench.staff, jobs, clock, frame=FRAME, diagnostic=desk.page)
    window = show(shell.app, size=SIZES[1])
    shell.app.welcome(desk.sign_in("yanis"))
    shell.app.openWorkspace("diagnostic")
    phone = bench.erasures.waiting()[0]
    desk.do(lambda: desk.page.erase(phone.unit_id))
    desk.page.erasure.holds.ask()
    found = faults(window)
    look_at(window, "holds-reasons-1366-fr-light")
    desk.do(lambda: desk.page.erasure.holds.hold("swollen"))
    assert desk.page.step == HOME
    unit = bench.stock.unit_by_id(phone.unit_id)
    assert unit is not None and (unit.state, unit.hold) == (UnitState.QUARANTINE, "swollen")
    assert [row.held for row in desk.page.workshop.held.rows if row.unit_id == phone.unit_id] == ["Batterie gonflée"]
    desk.do(lambda: desk.page.workshop.open(phone.unit_id))
    (row,) = desk.page.workshop.holds.rows.rows
    assert (desk.page.step, row.title, row.name, row.hazard, row.endable) == (WORKSHOP, "Batterie gonflée", "Yanis", True, False)
    found += faults(window)
    look_at(window, "holds-workshop-1366-fr-light")
    window.window.setWidth(1920)
    window.window.setHeight(1080)
    found += faults(window)
    look_at(window, "holds-workshop-1920-fr-light")
    assert found == []


def test_the_bench_says_which_units_are_held_and_goes_on_working_on_them(desk: Desk, bench: Bench) -> None:
    phone = bench.erasures.waiting()[0]
    with bench.database.write() as connection:
        bench.holds.place(connection, phone, bench.holds.reasons.of("blacklist"), bench.person("yanis"))
    desk.sign_in("yanis")
    assert [row.held for row in desk.page.toErase.rows if row.unit_id == phone.unit_id] == ["Liste noire sans réponse"]
    desk.do(lambda: desk.page.erase(phone.unit_id))
    (row,) = desk.page.erasure.holds.rows.rows
    assert (row.reason, row.endable) == ("blacklist", False)


def test_a_manager_ends_a_hold_on_the_units_sheet(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...],
    show: Show, look_at: LookAt,
) -> None:  # fmt: skip
    bench = build_bench(database, ledger, clock, ids)
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs, papers=papers_of(bench, jobs, clock, ids, staff))
    shell = Shell(staff, jobs, clock, frame=replace(FRAME, workspace="store"), sale=demo.sale, store=demo.store, approval=demo.approval)
    window = show(shell.app, size=SIZES[1])
    manager = people[3]
    shell.app.welcome(manager)
    demo.welcome(manager)
    shell.app.openWorkspace("store")
    unit = bench.stock.unit_by_id(IPHONE_12_128)
    assert unit is not None
    with database.write() as connection:
        unit = bench.holds.place(connection, unit, bench.holds.reasons.of("blacklist"), manager)
    demo.store.show(1)
    jobs.step()
    demo.store.on_scan(decode(unit.imei or ""))
    for _ in range(3):
        jobs.step()
    found = faults(window)
    holds = demo.store.units.holds
    assert [(row.reason, row.endable) for row in holds.rows.rows] == [("blacklist", True)]
    look_at(window, "holds-unit-1366-fr-light")
    window.window.setWidth(1920)
    window.window.setHeight(1080)
    found += faults(window)
    look_at(window, "holds-unit-1920-fr-light")
    holds.askEnd("blacklist")
    found += faults(window)
    holds.end("answered")
    for _ in range(3):
        jobs.step()
    after = bench.stock.unit_by_id(unit.unit_id)
    assert after is not None and after.hold is None
    assert (holds.held, demo.store.units.opened) == (False, True)
    assert found == []
