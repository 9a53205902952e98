"""A unit of the stock later than its inspection: why it has its grade, and another grade given on the shelf."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue.codes import decode
from kiosk.diagnostics.repairs import PartUsed, Work
from kiosk.stock.units import Grade, UnitState
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.regrade import GradeDesk
from kiosk.ui.viewmodels.unit_papers import UnitPapers
from kiosk.ui.viewmodels.units import UnitsViewModel
from kiosk.ui.viewmodels.why import UnitPast
from tests.bench import Bench
from tests.passports import IPHONE_12_128, certificates_of, passports_of, put_on_sale
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import faults
from tests.ui.photographing import LANGUAGES
from tests.ui.shell import Shell
from tests.ui.till import DemoTill


class Shelf:
    """The store of a till, where a phone was inspected, mended and put on sale."""

    def __init__(self, bench: Bench, jobs: HandJobs, clock: ManualClock, ids: CountedIds) -> None:
        passports = passports_of(bench, clock, ids)
        bench.aftercare.grades.graded.append(passports.graded)
        self.bench, self.jobs = bench, jobs
        past = UnitPast(bench.aftercare.history, bench.staff)
        self.demo = DemoTill(bench.database, bench.ledger, clock, ids, staff=bench.staff, jobs=jobs)
        grades = GradeDesk(bench.aftercare.grades, jobs, self.demo.approval)
        self.papers = UnitPapers(passports, certificates_of(bench, passports), jobs, jobs, past, bench.holds, grades)
        self.demo = DemoTill(bench.database, bench.ledger, clock, ids, staff=bench.staff, jobs=jobs, papers=self.papers, approval=self.demo.approval)

    @property
    def units(self) -> UnitsViewModel:
        return self.demo.store.units

    def settle(self) -> None:
        for _ in range(4):
            self.jobs.step()

    def scan(self, code: str) -> None:
        self.demo.store.on_scan(decode(code))
        self.settle()


@pytest.fixture
def shelf(bench: Bench, jobs: HandJobs, clock: ManualClock, ids: CountedIds) -> Shelf:
    made = Shelf(bench, jobs, clock, ids)
    put_on_sale(bench, bad={"loudspeaker": "loudspeaker"})
    clock.advance(seconds=3600)
    part = PartUsed("loudspeaker", Money(1450), genuine=True, reference="F-2026-31")
    bench.aftercare.workshop.repair(IPHONE_12_128, Work(("loudspeaker",), (part,), 25, ""), bench.person("yanis"))
    clock.advance(seconds=3600)
    put_on_sale(bench, bad={"body_class": "B2"})
    clock.advance(seconds=3 * 86400)
    made.demo.welcome(bench.person("sophie"))
    made.scan("359100700001949")
    return made


def test_a_grade_on_the_shelf_is_lowered_alone_with_a_reason_and_label_price_and_passport_follow(shelf: Shelf) -> None:
    units, bench = shelf.units, shelf.bench
    assert (units.opened, units.canRegrade, units.level) == (True, True, 2)
    with bench.database.read() as connection:
        before = len(bench.print_queue.waiting(connection, "label"))
    units.changeGrade()
    units.regrade.choose(1)
    units.regrade.giveReason("worse_in_hand")
    shelf.settle()
    unit = bench.stock.unit_by_id(IPHONE_12_128)
    assert unit is not None and (unit.state, unit.grade, unit.price) == (UnitState.FOR_SALE, Grade.FAIR, Money(27900))
    assert (units.level, units.price) == (1, Formats("fr").money(Money(27900)))
    assert [(row.level, row.from_level, row.name) for row in units.why.past.rows][-1] == (1, 2, "Sophie")
    with bench.database.read() as connection:
        assert len(bench.print_queue.waiting(connection, "label")) == before + 2
    units.showPassport()
    shelf.settle()
    assert (units.passport.grade, units.passport.level) == ("État correct", 1)


def test_a_better_grade_on_the_shelf_waits_for_a_second_signature(shelf: Shelf) -> None:
    units, approval = shelf.units, shelf.demo.approval
    units.changeGrade()
    units.regrade.choose(3)
    assert (approval.open, approval.action, units.level) == (True, "grade", 2)
    approval.close()
    shelf.settle()
    unit = shelf.bench.stock.unit_by_id(IPHONE_12_128)
    assert unit is not None and unit.grade is Grade.GOOD


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_a_unit_has_its_grade_is_readable(language: str, shelf: Shelf, clock: ManualClock, show: Show, look_at: LookAt) -> None:
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language, workspace="store")
    shell = Shell(shelf.bench.staff, shelf.jobs, clock, frame=frame, sale=shelf.demo.sale, store=shelf.demo.store, approval=shelf.demo.approval)
    window = show(shell.app, size=(1366, 768))
    shell.app.welcome(shelf.bench.person("sophie"))
    shelf.demo.welcome(shelf.bench.person("sophie"), language=language)
    shell.app.openWorkspace("store")
    shelf.scan("359100700001949")
    found: list[str] = []
    for width, height in ((1366, 768), (1920, 1080)):
        window.window.setWidth(width)
        window.window.setHeight(height)
        found += faults(window)
        look_at(window, f"unit-why-{width}-{language}-light")
    assert found == []
