"""A scanner that fires while the payment page is up: nothing of a scan ever lands in an amount, a number or a reference."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.application import KioskWindow
from kiosk.ui.scan_router import Scan, ScanRouter
from kiosk.ui.tour.hands import key_of, named_key, press, wedge_keys
from kiosk.ui.viewmodels.app import Frame
from tests.ui.conftest import HandJobs, Show
from tests.ui.looking import settle
from tests.ui.shell import Shell
from tests.ui.till import IPHONE_IMEI, DemoTill

EAN = "3012345678902"
ON_AZERTY = str.maketrans("1234567890", "&é\"'(-è_çà")
BURST_MS, HAND_MS = 5, 200


class HandTimer:
    """The router's wait, over when the test says so."""

    def __init__(self, callback: Callable[[], None]) -> None:
        self._callback = callback
        self._started = False

    def start(self, timeout_ms: int) -> None:
        self._started = timeout_ms > 0

    def stop(self) -> None:
        self._started = False

    def run_out(self) -> None:
        if self._started:
            self._started = False
            self._callback()


class Desk:
    """The window, the router before it, and somebody with a scanner in one hand."""

    def __init__(self, window: KioskWindow, demo: DemoTill, scans: list[str], timers: list[HandTimer]) -> None:
        self._timers = timers
        self.window = window
        self.demo = demo
        self.scans = scans
        self._at_ms = 1_000

    def wedge(self, code: str, *, azerty: bool = False) -> None:
        """A burst with its Return, as a scanner sends it; on a French keyboard its figures arrive as the signs above them."""
        text = code.translate(ON_AZERTY) if azerty else code
        self._at_ms += 1_000
        for key, character in [*((key_of(character), character) for character in text), wedge_keys("")[-1]]:
            self._at_ms += BURST_MS
            press(self.window.window, key, character, at_ms=self._at_ms)
        self._at_ms += 1_000
        self._wait()

    def keys(self, *names: str) -> None:
        for name in names:
            key, text = named_key(name)
            self._at_ms += HAND_MS
            press(self.window.window, key, text, at_ms=self._at_ms)
            self._wait()
            self.demo.jobs.step()

    def _wait(self) -> None:
        """Long enough for held keys to be given back: the wait, and the grace after it."""
        for timer in self._timers * 2:
            timer.run_out()
        settle()


@pytest.fixture
def desk(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...], show: Show,
    qapp: QGuiApplication, request: pytest.FixtureRequest,
) -> Desk:  # fmt: skip
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    shell = Shell(staff, jobs, clock, frame=Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False), sale=demo.sale, store=demo.store,
                  approval=demo.approval)  # fmt: skip
    shell.app.welcome(people[0])
    demo.welcome(people[0])
    demo.open_drawer()
    demo.scan(IPHONE_IMEI)
    window = show(shell.app, size=(1366, 768))
    window.window.requestActivate()
    timers: list[HandTimer] = []
    scans: list[str] = []

    def timer(callback: Callable[[], None]) -> HandTimer:
        timers.append(HandTimer(callback))
        return timers[-1]

    router = ScanRouter(make_timer=timer)

    def scanned(scan: Scan) -> None:
        scans.append(scan.code.text)

    router.scanned.connect(scanned)
    router.scannedInDialog.connect(scanned)
    qapp.installEventFilter(router)
    request.addfinalizer(lambda: qapp.removeEventFilter(router))
    demo.sale.pay()
    settle()
    return Desk(window, demo, scans, timers)


CHOICES: dict[str, Callable[[DemoTill], None]] = {
    "cash": lambda demo: demo.sale.payment.chooseCash(),
    "card": lambda demo: demo.sale.payment.chooseCard(),
    "voucher": lambda demo: demo.sale.payment.chooseVoucher(),
    "cheque": lambda demo: demo.sale.payment.chooseCheque(),
    "transfer": lambda demo: demo.sale.payment.chooseTransfer(),
}


@pytest.mark.parametrize("azerty", [False, True], ids=["qwerty", "azerty"])
@pytest.mark.parametrize("choice", list(CHOICES))
def test_a_scan_never_lands_in_an_amount(desk: Desk, choice: str, azerty: bool) -> None:
    """Pastèque, odoo#37411: a bar code became an amount."""
    CHOICES[choice](desk.demo)
    payment = desk.demo.sale.payment
    before = (payment.typed, payment.tenderCount, desk.demo.sale.step)
    desk.wedge(EAN, azerty=azerty)
    assert (payment.typed, payment.tenderCount, desk.demo.sale.step) == before
    assert len(desk.scans) == 1


@pytest.mark.parametrize("azerty", [False, True], ids=["qwerty", "azerty"])
def test_a_scan_in_the_middle_of_typing_leaves_what_was_typed(desk: Desk, azerty: bool) -> None:
    desk.keys("1", "2")
    payment = desk.demo.sale.payment
    assert payment.typed == "12,00\u202f€"
    desk.wedge(EAN, azerty=azerty)
    assert (payment.typed, payment.tenderCount) == ("12,00\u202f€", 0)


@pytest.mark.parametrize("azerty", [False, True], ids=["qwerty", "azerty"])
def test_a_scan_never_becomes_a_cheque_number(desk: Desk, azerty: bool) -> None:
    desk.demo.sale.payment.chooseCheque()
    desk.keys("Return")
    proof = desk.demo.sale.payment.proof
    assert proof.open
    desk.wedge(EAN, azerty=azerty)
    assert (proof.open, proof.text, desk.demo.sale.payment.tenderCount) == (True, "", 0)


@pytest.mark.parametrize("azerty", [False, True], ids=["qwerty", "azerty"])
def test_a_scan_never_becomes_a_reference_of_a_transfer(desk: Desk, azerty: bool) -> None:
    desk.demo.sale.payment.chooseTransfer()
    desk.keys("Return")
    proof = desk.demo.sale.payment.proof
    desk.wedge(EAN, azerty=azerty)
    assert (proof.open, proof.text, desk.demo.sale.payment.tenderCount) == (True, "", 0)
    desk.keys(*"VIR", "Space", *"12")
    assert proof.text == "VIR 12"


def test_a_two_line_cash_sale_takes_two_keys_after_the_scans(desk: Desk) -> None:
    """At most six taps, and none that a keyboard cannot do: F12 to pay, Enter for the exact amount; one more for what the customer holds out."""
    sale = desk.demo.sale
    sale.payment.leave()
    desk.demo.scan(desk.demo.ean("Coque transparente"))
    assert len(sale.basket.lines.rows) == 2
    taps = ["F12", "Return"]
    desk.keys(*taps)
    assert (sale.step, sale.done.number) == (3, "L01-K2-000001")
    assert len(taps) <= 6
