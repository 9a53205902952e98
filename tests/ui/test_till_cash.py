"""The page *Caisse* through its view model on the real services, and as it is seen: nothing expected is shown to who counts blind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.till_cash import CashViewModel
from kiosk.ui.viewmodels.till_cash_props import CashTask
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import settle
from tests.ui.photographing import SIZES, photograph
from tests.ui.shell import Shell
from tests.ui.till import IPHONE_IMEI, DemoTill

MANAGER_PIN = "444444"


@pytest.fixture
def demo(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...]) -> DemoTill:
    """Camille's till with 419 € of cash sales on a float of 150 €."""
    found = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    found.welcome(people[0])
    found.open_drawer()
    found.scan(IPHONE_IMEI)
    found.sale.pay()
    found.validate()
    found.sale.done.startNext()
    found.sale.openCash()
    return found


def work(demo: DemoTill, task: CashTask, *, figures: str = "") -> CashViewModel:
    cash = demo.sale.cash
    cash.choose(task)
    for figure in figures:
        (cash.counting if cash.counts else cash).type(figure)
    return cash


def go(demo: DemoTill) -> None:
    demo.sale.cash.goOn()
    demo.jobs.step()


def shown_by(cash: CashViewModel) -> str:
    """Everything that QML could show."""
    rows = [str(row) for model in (cash.drawers, cash.tenders) for row in model.rows]
    return " ".join([*rows, *(str(value) for value in (cash.takings, cash.expected, cash.gap, cash.counted, cash.tickets))])


def test_a_cashier_reads_the_day_without_anything_that_the_cash_could_be_worked_out_from(demo: DemoTill) -> None:
    cash = demo.sale.cash
    assert (demo.sale.step, cash.task, cash.tickets, cash.takings, cash.seesCash) == (4, 0, "1", "", False)
    assert "419" not in shown_by(cash) and "569" not in shown_by(cash)
    go(demo)
    assert "Lecture X" in demo.till.papers()[-1] and "419" not in demo.till.papers()[-1]


def test_a_manager_reads_what_is_in_the_drawer_and_why(demo: DemoTill, people: tuple[Person, ...]) -> None:
    demo.welcome(people[3])
    demo.sale.openCash()
    assert [(row.kind, row.amount) for row in demo.sale.cash.drawers.rows] == [
        ("float", "150,00\u202f€"), ("sale", "419,00\u202f€"), ("expected", "569,00\u202f€"),
    ]  # fmt: skip


def test_cash_goes_out_for_a_reason_once_a_manager_lent_the_right(demo: DemoTill) -> None:
    cash = work(demo, CashTask.PAY_OUT, figures="12,5")
    assert not cash.canGoOn
    cash.chooseReason("supplies")
    assert cash.wantsNote and not cash.canGoOn
    cash.write("Rouleaux de papier")
    go(demo)
    assert demo.approval.open
    demo.lend(MANAGER_PIN, reason=demo.approval.reasons.rows[0].code)
    assert (cash.task, demo.till.expected().amount_cents) == (0, 569_00 - 12_50)
    paper = demo.till.papers()[-1]
    assert "Sortie d’espèces" in paper and "12,50" in paper and "Rouleaux de papier" in paper and "Sophie" in paper


def test_giving_the_sheet_of_approvals_up_leaves_everything_as_it_was(demo: DemoTill) -> None:
    cash = work(demo, CashTask.OPEN)
    cash.chooseReason("change_for_customer")
    go(demo)
    demo.approval.close()
    assert (cash.task, cash.busy, cash.canGoOn) == (4, False, True)
    assert "drawer.opened_without_sale" not in demo.till.kinds()


def test_a_drop_wants_its_envelope(demo: DemoTill, people: tuple[Person, ...]) -> None:
    demo.welcome(people[3])
    demo.sale.openCash()
    cash = work(demo, CashTask.DROP, figures="400")
    assert not cash.canGoOn
    cash.write("E-20417")
    go(demo)
    assert demo.till.expected().amount_cents == 169_00


def test_a_count_by_notes_and_coins_tells_a_cashier_nothing(demo: DemoTill) -> None:
    cash = work(demo, CashTask.COUNT)
    cash.counting.byPieces(True)
    assert not cash.canGoOn
    for value, many in ((50_00, "10"), (20_00, "3"), (5_00, "1"), (2_00, "2")):
        cash.counting.choose(value)
        for figure in many:
            cash.counting.type(figure)
    assert cash.counting.total == "569,00\u202f€"
    go(demo)
    assert (cash.outcomeKnown, cash.outcomeOpen, cash.expected, cash.gap, cash.counted) == (True, False, "", "", "569,00\u202f€")


def test_a_large_difference_calls_a_manager_and_can_be_counted_again(demo: DemoTill) -> None:
    cash = work(demo, CashTask.CLOSE, figures="500")
    go(demo)
    assert cash.needsApproval and "569" not in shown_by(cash)
    cash = work(demo, CashTask.CLOSE, figures="560")
    go(demo)
    go(demo)
    assert demo.approval.open
    demo.lend(MANAGER_PIN, reason=demo.approval.reasons.rows[0].code)
    assert (demo.sale.step, demo.till.drawer.sessions()) == (0, ())
    assert "569" not in demo.till.papers()[-1]


def test_the_drawer_goes_to_a_colleague(demo: DemoTill, people: tuple[Person, ...]) -> None:
    cash = work(demo, CashTask.HAND, figures="569")
    assert "Camille" not in [row.name for row in cash.colleagues.rows]
    cash.chooseColleague(people[4].person_id)
    go(demo)
    (session,) = demo.till.drawer.sessions()
    assert session.person_id == people[4].person_id


# ── as it is seen ──────────────────────────────────────────────────────────────────────────────────────────────────
def cash_out(demo: DemoTill) -> None:
    work(demo, CashTask.PAY_OUT, figures="12,5").chooseReason("supplies")


def opening(demo: DemoTill) -> None:
    work(demo, CashTask.OPEN).chooseReason("change_roll")


def pieces(demo: DemoTill) -> None:
    cash = work(demo, CashTask.COUNT)
    cash.counting.byPieces(True)
    for value, many in ((50_00, "11"), (10_00, "1"), (2_00, "4"), (50, "1")):
        cash.counting.choose(value)
        for figure in many:
            cash.counting.type(figure)


def counted(demo: DemoTill) -> None:
    go(demo)


def hand(demo: DemoTill) -> None:
    work(demo, CashTask.HAND).counting.byPieces(False)


PAGES: dict[str, tuple[int, Callable[[DemoTill], None]]] = {
    "reading-blind": (0, lambda demo: demo.sale.openCash()), "out": (0, cash_out), "hand": (0, hand), "reading": (3, lambda demo: demo.sale.openCash()),
    "open": (3, opening), "pieces": (3, pieces), "counted": (3, counted),
}  # fmt: skip
SEEN_IN_ENGLISH = ("reading", "out")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_drawer_s_page_is_readable_and_touchable(
    language: str, demo: DemoTill, staff: StaffService, jobs: HandJobs, clock: ManualClock, people: tuple[Person, ...], show: Show, look_at: LookAt
) -> None:
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    window = show(shell.app, size=SIZES[0])
    found: list[str] = []
    for page, (who, arrive) in PAGES.items():
        shell.app.welcome(people[who])
        demo.welcome(people[who], language=language)
        shell.app.show_frame(replace(shell.app.frame, language=language))
        arrive(demo)
        found += photograph(shell, window, look_at, f"cash-{page}", language=language, in_english=page in SEEN_IN_ENGLISH)
    assert found == [], "\n".join(found)


def test_the_drawer_is_counted_from_the_keyboard_alone(
    demo: DemoTill, staff: StaffService, jobs: HandJobs, clock: ManualClock, people: tuple[Person, ...], show: Show
) -> None:
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    shell.app.welcome(people[0])
    demo.sale.cash.leave()
    window = show(shell.app, size=SIZES[1]).window
    window.requestActivate()
    settle()
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    assert (demo.sale.step, demo.sale.cash.task) == (4, int(CashTask.COUNT))
    demo.sale.cash.counting.byPieces(True)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Plus):
        QTest.keyClick(window, key)
    assert demo.sale.cash.counting.total == "570,00\u202f€"
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    jobs.step()
    assert demo.sale.cash.outcomeKnown
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert demo.sale.step == 1
