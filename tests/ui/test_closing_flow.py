"""Closing the day when something is out of the ordinary: years without a closing, drawers that were shut before, no drawer at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.closing import ClosingViewModel
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import faults
from tests.ui.shell import Shell
from tests.ui.till import IPHONE_IMEI, DemoTill

SIZES = [(1920, 1080), (1366, 768), (1024, 768)]
DAY_S = 24 * 3600


@pytest.fixture
def demo(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...],
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> DemoTill:  # fmt: skip
    """Camille sold a phone for 419 € on a float of 150 €. What is archived after the closing goes where the test stands."""
    monkeypatch.chdir(tmp_path)
    found = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    found.welcome(people[0])
    found.open_drawer()
    found.scan(IPHONE_IMEI)
    found.sale.pay()
    found.validate()
    return found


def begin(demo: DemoTill, manager: Person) -> ClosingViewModel:
    demo.welcome(manager)
    demo.store.closeDay()
    demo.jobs.step()
    return demo.store.closing


def go_on(demo: DemoTill) -> None:
    demo.store.closing.goOn()
    demo.jobs.step()


def shut_drawer(demo: DemoTill, person: Person, counted_cents: int) -> None:
    demo.till.drawer.close_session(Money(counted_cents), person=person)


def test_after_years_without_a_closing_a_manager_looks_at_the_clock_first(demo: DemoTill, people: tuple[Person, ...]) -> None:
    demo.clock.advance(seconds=500 * DAY_S)
    closing = begin(demo, people[3])
    assert (closing.asksGap, closing.counting, closing.canGoOn) == (True, False, True)
    assert (closing.gapFirst, closing.waitingDays, closing.gapNow) == ("22/11/2026", 500, "05/04/2028 · 12:00")
    go_on(demo)
    assert (closing.asksGap, closing.counting) == (False, True)
    for figure in "569":
        closing.count.type(figure)
    go_on(demo)
    go_on(demo)
    assert (closing.closed, closing.noticeShown) == (True, False)
    assert demo.till.kinds().count("fiscal.gap_confirmed") == 1


def test_somebody_who_doubts_the_clock_goes_back_and_nothing_is_closed(demo: DemoTill, people: tuple[Person, ...]) -> None:
    demo.clock.advance(seconds=500 * DAY_S)
    closing = begin(demo, people[3])
    closing.back()
    assert demo.store.step == 0
    assert "fiscal.closing_begun" not in demo.till.kinds()


def test_a_drawer_that_the_cashier_shut_stands_in_the_check_with_its_count(demo: DemoTill, people: tuple[Person, ...]) -> None:
    shut_drawer(demo, people[0], 56750)
    closing = begin(demo, people[3])
    assert (closing.checking, closing.drawersShut, closing.nothingCounted) == (True, 1, False)
    assert (closing.counted, closing.expected, closing.gap, closing.gapTone) == ("567,50\u202f€", "569,00\u202f€", "−1,50\u202f€", "wait")


def test_a_drawer_shut_before_adds_to_the_one_that_is_counted_now(demo: DemoTill, people: tuple[Person, ...]) -> None:
    shut_drawer(demo, people[0], 56900)
    demo.till.drawer.open_session(Money(10000), person=people[0])
    closing = begin(demo, people[3])
    assert closing.counting
    for figure in "99":
        closing.count.type(figure)
    go_on(demo)
    assert (closing.counted, closing.expected, closing.gap) == ("668,00\u202f€", "669,00\u202f€", "−1,00\u202f€")


def test_a_day_without_a_drawer_has_nothing_to_count(demo: DemoTill, people: tuple[Person, ...]) -> None:
    shut_drawer(demo, people[0], 56900)
    go = begin(demo, people[3])
    go_on(demo)
    assert go.closed
    demo.clock.advance(seconds=DAY_S)
    closing = begin(demo, people[3])
    assert (closing.checking, closing.nothingCounted, closing.counted, closing.expected) == (True, True, "–", "–")


def test_money_outside_turnover_stands_on_the_board_at_every_size(
    demo: DemoTill, staff: StaffService, jobs: HandJobs, clock: ManualClock, people: tuple[Person, ...], show: Show, look_at: LookAt
) -> None:
    demo.sale.done.startNext()
    for _card in range(15):
        demo.sale.finder.search("carte cadeau")
        demo.jobs.step()
        demo.sale.finder.takeFirst()
        demo.sale.giftCard.takeUsual(1)
        demo.sale.giftCard.add()
    demo.sale.pay()
    demo.validate()
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    window = show(shell.app, size=SIZES[0])
    shell.app.welcome(people[3])
    demo.welcome(people[3])
    shell.app.openWorkspace("store")
    assert demo.store.board.nonSale == "750,00\u202f€"
    for width, height in SIZES:
        window.window.setWidth(width)
        window.window.setHeight(height)
        assert faults(window) == []
        look_at(window, f"board-non-sale-{width}-fr-light")


def test_the_unusual_pages_are_readable_and_touchable(
    demo: DemoTill, staff: StaffService, jobs: HandJobs, clock: ManualClock, people: tuple[Person, ...], show: Show, look_at: LookAt
) -> None:
    shut_drawer(demo, people[0], 56750)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    window = show(shell.app, size=SIZES[0])
    shell.app.welcome(people[3])
    begin(demo, people[3])
    shell.app.openWorkspace("store")
    found: list[str] = []

    def look(page: str) -> None:
        for width, height in SIZES:
            window.window.setWidth(width)
            window.window.setHeight(height)
            found.extend(f"{page} {width}: {fault}" for fault in faults(window))
            look_at(window, f"closing-{page}-{width}-fr-light")

    look("shut-before")
    clock.advance(seconds=500 * DAY_S)
    shell.app.tick()
    begin(demo, people[3])
    look("gap")
    assert found == []
