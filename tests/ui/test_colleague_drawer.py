"""One drawer each: a manager counts and closes the drawer of somebody who left, blind, and the event log knows who did it."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.cash.drawer import DrawerMode
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.till_cash_props import CashTask
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import faults
from tests.ui.shell import Shell
from tests.ui.till import IPHONE_IMEI, DemoTill

SIZES = [(1920, 1080), (1366, 768), (1024, 768)]


@pytest.fixture
def demo(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...]) -> DemoTill:
    """Camille sold a phone for 419 € from her own drawer and went home."""
    found = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs, mode=DrawerMode.OWN)
    found.welcome(people[0])
    found.open_drawer()
    found.scan(IPHONE_IMEI)
    found.sale.pay()
    found.validate()
    found.sale.done.startNext()
    return found


def count(demo: DemoTill, figures: str) -> None:
    for figure in figures:
        demo.sale.cash.counting.type(figure)
    demo.sale.cash.goOn()
    demo.jobs.step()


def test_a_manager_without_a_drawer_closes_that_of_a_colleague_who_left(demo: DemoTill, people: tuple[Person, ...]) -> None:
    demo.welcome(people[3])
    assert (demo.sale.step, demo.sale.drawer.colleagues) == (0, True)
    demo.sale.drawer.closeColleague()
    cash = demo.sale.cash
    assert (demo.sale.step, cash.task, cash.choosesDrawer, cash.expected) == (4, int(CashTask.CLOSE), True, "")
    assert [(row.owner, row.is_chosen) for row in cash.owners.rows] == [("Camille", True)]
    count(demo, "568")
    assert (cash.expected, cash.gap, cash.wantsNote) == ("569,00\u202f€", "−1,00\u202f€", False)
    cash.goOn()
    demo.jobs.step()
    assert (demo.till.drawer.sessions(), demo.sale.step, demo.sale.drawer.colleagues) == ((), 0, False)
    assert demo.till.kinds()[-2:] == ["drawer.closed_for_colleague", "drawer.session_closed"]
    assert "L01-K2-S000001" in demo.till.papers()[-1]


def test_news_from_central_does_not_throw_out_who_counts_a_colleague_s_drawer(demo: DemoTill, people: tuple[Person, ...]) -> None:
    demo.welcome(people[3])
    demo.sale.drawer.closeColleague()
    demo.sale.cash.counting.type("5")
    demo.sale.refresh()
    assert (demo.sale.step, demo.sale.cash.canGoOn) == (4, True)


def test_a_large_difference_of_a_colleague_s_drawer_wants_its_reason(demo: DemoTill, people: tuple[Person, ...]) -> None:
    demo.welcome(people[3])
    demo.sale.drawer.closeColleague()
    count(demo, "500")
    assert (demo.sale.cash.wantsNote, demo.sale.cash.canGoOn) == (True, False)
    demo.sale.cash.write("Partie sans compter")
    demo.sale.cash.goOn()
    demo.jobs.step()
    assert demo.till.drawer.sessions() == ()


def test_a_manager_with_a_drawer_chooses_whose_is_closed_and_keeps_their_own(demo: DemoTill, people: tuple[Person, ...]) -> None:
    demo.welcome(people[3])
    demo.open_drawer()
    demo.sale.openCash()
    cash = demo.sale.cash
    cash.choose(CashTask.CLOSE)
    assert [(row.owner, row.is_chosen) for row in cash.owners.rows] == [("Sophie", True), ("Camille", False)]
    cash.counting.type("1")
    cash.chooseDrawer(cash.owners.rows[1].session_id)
    assert (cash.canGoOn, cash.sessionNumber) == (False, "L01-K2-S000001")
    count(demo, "569")
    cash.goOn()
    demo.jobs.step()
    (left,) = demo.till.drawer.sessions()
    assert (left.person_id, demo.sale.step) == (people[3].person_id, 1)


def test_a_cashier_is_offered_nobody_else_s_drawer(demo: DemoTill, people: tuple[Person, ...]) -> None:
    demo.welcome(people[4])
    assert (demo.sale.step, demo.sale.drawer.colleagues) == (0, False)
    demo.open_drawer()
    demo.sale.openCash()
    demo.sale.cash.choose(CashTask.CLOSE)
    assert (demo.sale.cash.choosesDrawer, [row.owner for row in demo.sale.cash.owners.rows]) == (False, ["Thomas"])


def test_the_pages_of_a_colleague_s_drawer_are_readable_and_touchable(
    demo: DemoTill, staff: StaffService, jobs: HandJobs, clock: ManualClock, people: tuple[Person, ...], show: Show, look_at: LookAt
) -> None:
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    window = show(shell.app, size=SIZES[0])
    shell.app.welcome(people[3])
    demo.welcome(people[3])
    found: list[str] = []

    def look(page: str) -> None:
        for width, height in SIZES:
            window.window.setWidth(width)
            window.window.setHeight(height)
            found.extend(f"{page} {width}: {fault}" for fault in faults(window))
            look_at(window, f"cash-colleague-{page}-{width}-fr-light")

    look("door")
    demo.sale.drawer.closeColleague()
    look("count")
    assert found == []
