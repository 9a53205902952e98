"""While a question is on the screen nothing happens beneath it: the window says so itself, and a scan is refused in words."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.journal.ledger import Ledger
from kiosk.machines import Machines
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.conductor import Conductor, Strip
from kiosk.ui.scan_router import ScanRouter
from kiosk.ui.viewmodels.app import Frame
from tests.ui.conftest import HandJobs, Show
from tests.ui.looking import settle
from tests.ui.shell import Shell
from tests.ui.till import DemoTill


@pytest.fixture
def demo(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...]) -> DemoTill:
    return DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)


@pytest.fixture
def shell(demo: DemoTill, staff: StaffService, jobs: HandJobs, clock: ManualClock, people: tuple[Person, ...], show: Show) -> Shell:
    made = Shell(staff, jobs, clock, frame=Frame(motion=False), sale=demo.sale, store=demo.store, approval=demo.approval)
    show(made.app, size=(1366, 768))
    made.app.welcome(people[0])
    demo.welcome(people[0])
    demo.open_drawer()
    settle()
    return made


def test_a_sheet_over_the_page_is_known_until_it_closes_or_the_kiosk_is_locked(shell: Shell, demo: DemoTill, people: tuple[Person, ...]) -> None:
    assert not shell.app.dialog_is_open
    demo.sale.basket.askToEmpty()
    settle()
    assert shell.app.dialog_is_open
    shell.app.lock()
    settle()
    assert not shell.app.dialog_is_open
    shell.app.welcome(people[0])
    settle()
    assert shell.app.dialog_is_open
    demo.sale.basket.keepBasket()
    settle()
    assert not shell.app.dialog_is_open


@pytest.mark.parametrize("text", ["BADGE-YANIS2345672345A", "2000000003337"])
def test_a_scan_beneath_a_question_changes_nothing_and_is_refused_in_words(
    text: str, shell: Shell, demo: DemoTill, staff: StaffService, jobs: HandJobs, clock: ManualClock
) -> None:
    conductor = Conductor(
        shell.app, {}, staff=staff, jobs=jobs, machines=Machines({}, {}, None, None), strip=Strip(shell.status, clock, lambda: "")
    )  # fmt: skip
    refusals: list[str] = []
    conductor.refused.connect(lambda: refusals.append(text))
    router = ScanRouter()
    conductor.listen_to(router)
    demo.sale.basket.askToEmpty()
    settle()
    router.take_typed(text)
    jobs.step()
    assert shell.app.property("personName") == "Camille"
    assert shell.app.property("noticeTitle") == "Une question attend sa réponse."
    assert refusals == [text]
