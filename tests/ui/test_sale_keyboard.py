"""A cash sale rung up without leaving the keyboard, in the real window."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.hardware.fakes import FakeTerminal
from kiosk.hardware.manual_terminal import ManualTerminal
from kiosk.hardware.ports import CardOutcome, PaymentTerminal
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.application import KioskWindow
from kiosk.ui.tour.hands import named_key, press
from kiosk.ui.viewmodels.app import Frame
from tests.ui.conftest import HandJobs, Show
from tests.ui.looking import settle
from tests.ui.shell import Shell
from tests.ui.till import DemoTill


class Counter:
    """The window with a cashier before it."""

    def __init__(self, window: KioskWindow, demo: DemoTill) -> None:
        self._window = window
        self.demo = demo
        self._at_ms = 0

    def keys(self, *names: str) -> None:
        """Keys as a person types them; what they start is finished before the next."""
        for name in names:
            self.key(name)
            self.demo.jobs.step()

    def key(self, name: str) -> None:
        """One key; what it starts is still under way."""
        key, text = named_key(name)
        self._at_ms += 200
        press(self._window.window, key, text, at_ms=self._at_ms)
        settle()


@pytest.fixture
def terminal() -> PaymentTerminal:
    return ManualTerminal()


@pytest.fixture
def counter(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...], show: Show,
    terminal: PaymentTerminal,
) -> Counter:  # fmt: skip
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs, terminal=terminal)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    shell.app.welcome(people[0])
    demo.welcome(people[0])
    window = show(shell.app, size=(1366, 768))
    window.window.requestActivate()
    settle()
    return Counter(window, demo)


def test_a_cash_sale_never_leaves_the_keyboard(counter: Counter) -> None:
    sale = counter.demo.sale
    counter.keys("1", "5", "0", "Return")
    assert sale.step == 1
    counter.keys("F2", *"verre")
    assert sale.finder.query == "verre"
    counter.keys("Return")
    assert (sale.basket.itemCount, sale.finder.searching) == (1, False)
    counter.keys("F12")
    assert sale.step == 2
    counter.keys("2", "5", "Return")
    assert (sale.step, sale.done.change) == (3, "5,10\u202f€")
    counter.keys("Return")
    assert (sale.step, sale.basket.itemCount) == (1, 0)


def test_a_card_is_asked_and_answered_from_the_keyboard(counter: Counter) -> None:
    sale = counter.demo.sale
    counter.keys("1", "Return", "F2", *"coque", "Return", "F12", "C", "Return")
    assert sale.payment.askingCard
    counter.keys("Return", "Escape")
    assert sale.payment.askingCard
    counter.keys("R")
    assert (sale.payment.askingCard, sale.payment.remaining) == (False, sale.payment.total)
    counter.keys("C", "Return", "A")
    assert sale.step == 3


@pytest.mark.parametrize("terminal", [FakeTerminal()])
def test_escape_stops_waiting_for_a_terminal_that_says_nothing_and_d_asks_it_again(counter: Counter, terminal: FakeTerminal) -> None:
    terminal.prepare(CardOutcome.APPROVED)
    sale = counter.demo.sale
    counter.keys("1", "Return", "F2", *"coque", "Return", "F12", "C")
    counter.key("Return")
    counter.demo.jobs.worker.step()
    settle()
    assert sale.payment.card.atTerminal
    counter.keys("Escape")
    assert (sale.step, sale.payment.card.unsure) == (2, True)
    counter.keys("Escape", "Return", "D")
    assert (sale.step, len(terminal.asked)) == (3, 1)


def test_escape_leads_back_to_the_basket_and_out_of_the_discount(counter: Counter) -> None:
    sale = counter.demo.sale
    counter.keys("1", "Return", "F2", *"coque", "Return", "F12", "Escape")
    assert sale.step == 1
    sale.basket.askDiscount()
    settle()
    counter.keys("2", "Escape")
    assert (sale.discount.open, sale.basket.total) == (False, "14,90\u202f€")


def test_after_a_managers_word_the_keys_go_on_with_the_sale(counter: Counter) -> None:
    sale = counter.demo.sale
    counter.keys("1", "Return", "F2", *"coque", "Return")
    sale.basket.askDiscount()
    settle()
    sale.discount.percent(20)
    counter.demo.jobs.step()
    settle()
    assert counter.demo.approval.open
    counter.demo.approval.chooseReason("customer_loyalty")
    counter.keys(*"444444")
    assert (counter.demo.approval.open, sale.basket.total) == (False, "11,92\u202f€")
    counter.keys("F12")
    assert sale.step == 2
