"""The police register as a manager sees it: closed until a purpose is said, readable, searchable, put right by a new line, and closed when left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Role
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.tradein.bookkeeping import Payout
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.police import PoliceViewModel
from tests.bench import ANOTHER_IPHONE_12_64, IPHONE_12_64, SELLER, SIGNATURE, answer_all, build_bench, seller_of
from tests.ui.conftest import PEOPLE, HandJobs, LookAt, Show
from tests.ui.looking import faults
from tests.ui.shell import Shell
from tests.ui.till import DemoTill

SIZES = [(1920, 1080), (1366, 768), (1024, 768)]
CAMILLE, SOPHIE = PEOPLE[0], PEOPLE[3]
DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Shop:
    demo: DemoTill
    jobs: HandJobs
    clock: ManualClock

    @property
    def page(self) -> PoliceViewModel:
        found: PoliceViewModel = self.demo.store.police
        return found

    def open(self, purpose: str) -> None:
        self.demo.store.showPolice()
        self.jobs.step()
        self.page.choosePurpose(purpose)
        self.page.openBook()
        self.jobs.step()


@pytest.fixture
def shop(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Shop:  # fmt: skip
    """Two devices bought on 22 November, one each by two sellers; it is the day after."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("secrets.token_hex", lambda count: "0" * 2 * count)  # the check values on the screen come from it
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    bench = build_bench(database, ledger, clock, ids)
    yanis = next(person for person in PEOPLE if Role.TECHNICIAN in person.roles)
    company = replace(SELLER, surname="Rousseau", first_names="Paul", company="Atlantique Occasion SARL", seat="2 quai de la Fosse, 44000 Nantes")
    for imei, seller in ((IPHONE_12_64, SELLER), (ANOTHER_IPHONE_12_64, company)):
        screen = answer_all(bench, bench.trade_ins.start(imei, yanis), yanis)
        bench.trade_ins.propose(screen.session_id, yanis)
        bench.trade_ins.identify_seller(screen.session_id, seller_of(imei, seller), yanis)
        bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    clock.advance(seconds=DAY_S)
    demo.welcome(SOPHIE)
    demo.store.show(3)
    jobs.step()
    return Shop(demo, jobs, clock)


def test_nothing_is_shown_before_a_purpose_is_chosen_and_leaving_closes_it(shop: Shop) -> None:
    page = shop.page
    shop.demo.store.showPolice()
    shop.jobs.step()
    assert (page.opened, page.canOpen, page.lines.rows) == (False, False, ())
    page.choosePurpose("other")
    assert not page.canOpen
    page.writeNote("bilan")
    page.openBook()
    shop.jobs.step()
    assert page.opened and [row.number for row in page.lines.rows] == ["L01-K2-R000001", "L01-K2-R000002"]
    assert [(row.name, row.purpose, row.note, row.act) for row in page.readings.rows] == [(SOPHIE.full_name, "other", "bilan", "opened")]
    shop.demo.store.show(0)
    assert (page.opened, page.lines.rows, page.columns.rows) == (False, (), ())


def test_who_may_not_read_it_finds_no_way_to_it(shop: Shop) -> None:
    assert shop.demo.store.mayReadRegister
    shop.demo.welcome(CAMILLE)
    assert not shop.demo.store.mayReadRegister
    shop.demo.store.showPolice()
    assert shop.demo.store.step != 4


def test_another_person_at_the_screen_finds_it_closed(shop: Shop) -> None:
    shop.open("own_check")
    shop.demo.welcome(replace(SOPHIE, person_id="marc", full_name="Marc Petit"))
    assert (shop.page.opened, shop.demo.store.step) == (False, 0)


def test_a_scan_finds_the_line_of_a_device(shop: Shop) -> None:
    assert not shop.page.on_scan(decode(IPHONE_12_64))
    shop.open("stolen_goods")
    assert shop.demo.store.on_scan(decode(ANOTHER_IPHONE_12_64))
    shop.jobs.step()
    assert [(row.number, row.seller) for row in shop.page.lines.rows] == [("L01-K2-R000002", "Atlantique Occasion SARL (Paul Rousseau)")]


def test_a_date_is_put_right_as_people_write_it(shop: Shop) -> None:
    shop.open("correction")
    page = shop.page
    page.openLine(page.lines.rows[0].entry_id)
    page.beginCorrection("document_issued_on")
    assert (page.oldText, page.canSave) == ("14/03/2022", False)
    page.writeText("14/03/2021")
    page.writeReason("mal lu")
    assert page.canSave
    page.correct()
    shop.jobs.step()
    assert [(row.number, row.corrects, row.corrected_by) for row in page.lines.rows] == [
        ("L01-K2-R000001", "", "L01-K2-R000001-C1"), ("L01-K2-R000002", "", ""), ("L01-K2-R000001-C1", "L01-K2-R000001", ""),
    ]  # fmt: skip
    page.openLine(page.lines.rows[2].entry_id)
    assert ("document_issued_on", "14/03/2021") in [(row.column, row.value) for row in page.columns.rows]


def test_during_an_inspection_no_column_can_be_put_right(shop: Shop) -> None:
    shop.open("inspection")
    shop.page.openLine(shop.page.lines.rows[0].entry_id)
    assert not any(row.correctable for row in shop.page.columns.rows) and not shop.page.canCorrect


def test_a_file_is_made_of_what_is_listed(shop: Shop, tmp_path: Path) -> None:
    shop.open("inspection")
    shop.page.search("R000002")
    shop.jobs.step()
    shop.page.export("csv")
    shop.jobs.step()
    path = tmp_path / "exports" / shop.page.fileName
    assert shop.page.fileName.startswith("livre-de-police-L01-20261123-") and path.read_bytes().decode("utf-8-sig").count("\r\n") == 2


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_pages_of_the_register_are_readable_and_touchable(language: str, shop: Shop, staff: StaffService, show: Show, look_at: LookAt) -> None:
    demo, page = shop.demo, shop.page
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language, workspace="store")
    shell = Shell(staff, shop.jobs, shop.clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    window = show(shell.app, size=SIZES[0])
    demo.welcome(SOPHIE, language=language)
    shell.app.welcome(replace(SOPHIE, language=language))
    found: list[str] = []

    def look(name: str) -> None:
        for width, height in SIZES:
            window.window.setWidth(width)
            window.window.setHeight(height)
            found.extend(f"{name} {width}: {fault}" for fault in faults(window))
            if width == 1366 or language == "fr":
                look_at(window, f"police-{name}-{width}-{language}-light")

    demo.store.show(3)
    shop.open("inspection")
    page.closeBook()
    page.arrive()
    shop.jobs.step()
    page.choosePurpose("correction")
    look("door")
    page.openBook()
    shop.jobs.step()
    look("book")
    page.openLine(page.lines.rows[1].entry_id)
    look("line")
    page.beginCorrection("surname")
    look("correction")
    assert found == []
