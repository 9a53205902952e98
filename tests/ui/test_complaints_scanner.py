"""C. The scanner: the top daily complaint about other tills. Real key bursts into the real window, wherever the focus is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.products import Product, ProductKind
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.application import KioskWindow
from kiosk.ui.scan_router import Scan, ScanRouter
from kiosk.ui.tour.hands import named_key, press, wedge_keys
from kiosk.ui.viewmodels.app import Frame
from tests.ui.conftest import LOOK_AGAIN_MS, HandJobs, Show
from tests.ui.looking import settle
from tests.ui.shell import Shell
from tests.ui.till import IPHONE_IMEI, DemoTill

CASE = "Coque transparente"
PAUSE_MS = 1_000
LOOKS = 200


class Desk:
    """A cashier with a wedge scanner: what it sends are keys, four milliseconds apart."""

    def __init__(self, window: KioskWindow, demo: DemoTill, router: ScanRouter) -> None:
        self.window, self.demo, self.scans = window, demo, list[Scan]()
        self._at_ms = 0
        router.scanned.connect(self._take)

    def _take(self, scan: Scan) -> None:
        self.scans.append(scan)
        self.demo.sale.on_scan(scan.code)

    def scan(self, code: str) -> None:
        self._at_ms += PAUSE_MS
        for key, text in wedge_keys(code):
            self._at_ms += 4
            press(self.window.window, key, text, at_ms=self._at_ms)
        self._settle()

    def keys(self, *names: str, every_ms: int = 200) -> None:
        self._at_ms += PAUSE_MS
        for name in names:
            key, text = named_key(name)
            self._at_ms += every_ms
            press(self.window.window, key, text, at_ms=self._at_ms)
            if every_ms >= PAUSE_MS // 5:
                self._settle()

    def _settle(self) -> None:
        settle()
        self.demo.jobs.step()

    def until(self, reached: Callable[[], bool]) -> None:
        """Until the keys that the router held back have been given to the page."""
        for _ in range(LOOKS):
            if reached():
                return
            QTest.qWait(LOOK_AGAIN_MS)
        raise AssertionError("the keys never came")

    def lines(self) -> list[tuple[str, int]]:
        return [(row.line_name, row.quantity) for row in self.demo.sale.basket.lines.rows]


@pytest.fixture
def desk(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...], show: Show,
    qapp: QGuiApplication,
) -> Iterator[Desk]:  # fmt: skip
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    with database.write() as connection:
        odd = Product("p-odd", "SUP-7/2-B", ProductKind.ACCESSORY, "Support voiture", "", "accessory", "standard", Money(1990), "40123455")
        short = Product("p-short", "104217", ProductKind.ACCESSORY, "Stylet", "", "accessory", "standard", Money(990))
        catalogue_store.upsert_products(connection, [(odd, 1), (short, 1)])
    shell = Shell(staff, jobs, clock, frame=Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False), sale=demo.sale, store=demo.store)
    shell.app.welcome(people[0])
    demo.welcome(people[0])
    demo.open_drawer()
    window = show(shell.app, size=(1366, 768))
    window.window.requestActivate()
    settle()
    router = ScanRouter(platform="xcb")
    router.install(qapp)
    yield Desk(window, demo, router)
    qapp.removeEventFilter(router)


@pytest.mark.answers("odoo#37411")
def test_a_second_scan_adds_a_piece_and_never_becomes_the_quantity(desk: Desk) -> None:
    for _ in range(3):
        desk.scan(desk.demo.ean(CASE))
    assert desk.lines() == [(CASE, 3)]


@pytest.mark.answers("odoo#31185")
def test_the_enter_at_the_end_of_a_scan_presses_nothing(desk: Desk) -> None:
    desk.keys("F2", *"verre")
    assert desk.demo.sale.finder.searching
    desk.scan(desk.demo.ean(CASE))
    assert desk.lines() == [(CASE, 1)]


@pytest.mark.answers("odoo#25519")
def test_three_quick_keys_are_typing_and_no_code(desk: Desk) -> None:
    desk.keys("F2")
    desk.keys(*"abc", every_ms=12)
    desk.keys("d")
    desk.until(lambda: desk.demo.sale.finder.query == "abcd")
    assert (desk.scans, desk.lines()) == ([], [])


@pytest.mark.answers("woocommerce-ios#15843")
def test_an_empty_scan_is_nothing_at_all(desk: Desk) -> None:
    desk.scan("")
    assert (desk.scans, desk.lines(), desk.demo.sale.basket.noticeShown) == ([], [], False)


@pytest.mark.answers("PA#2445", "PA0#393", "kilbot/WooCommerce-POS#244")
def test_a_scan_sells_at_once_and_is_never_a_search(desk: Desk) -> None:
    desk.keys("F2")
    desk.scan(desk.demo.ean(CASE))
    assert (desk.lines(), desk.demo.sale.finder.query) == ([(CASE, 1)], "")


@pytest.mark.answers("PA#2899", "PA#2148", "woocommerce-android#14223")
def test_scans_go_on_after_the_search_after_a_payment_that_was_left_and_after_a_sale(desk: Desk) -> None:
    desk.keys("F2", *"verre", "Escape")
    desk.scan(desk.demo.ean(CASE))
    desk.keys("F12", "Escape")
    desk.scan(desk.demo.ean(CASE))
    assert desk.lines() == [(CASE, 2)]
    desk.keys("F12", "Return")
    assert desk.demo.sale.step == 3
    desk.scan(IPHONE_IMEI)
    assert desk.lines() == [("iPhone 13 · 128 Go · Minuit", 1)]


@pytest.mark.answers("kodlyft/xpos#94")
def test_an_unknown_code_is_said_and_leaves_the_basket_as_it_was(desk: Desk) -> None:
    desk.scan(desk.demo.ean(CASE))
    desk.scan("3700123904815")
    assert (desk.lines(), desk.demo.sale.basket.noticeShown) == ([(CASE, 1)], True)
    desk.scan(desk.demo.ean(CASE))
    assert desk.lines() == [(CASE, 2)]


@pytest.mark.answers("PA0#360")
def test_a_code_with_hyphen_and_slash_is_found(desk: Desk) -> None:
    desk.scan("SUP-7/2-B")
    assert desk.lines() == [("Support voiture", 1)]


@pytest.mark.answers("POS-Awesome length")
def test_a_label_of_six_digits_is_a_scan_like_any_other(desk: Desk) -> None:
    desk.scan("104217")
    assert desk.lines() == [("Stylet", 1)]


@pytest.mark.answers("Pastèque amount")
def test_a_code_scanned_on_the_payment_page_lands_in_no_amount(desk: Desk) -> None:
    desk.scan(desk.demo.ean(CASE))
    desk.keys("F12", "5")
    desk.until(lambda: desk.demo.sale.payment.typed == "5,00\u202f€")
    desk.scan("3012345678902")
    assert [scan.code.text for scan in desk.scans] == [desk.demo.ean(CASE), "3012345678902"]
    assert desk.demo.sale.payment.typed == "5,00\u202f€"


def test_the_wedge_of_these_tests_sends_keys_and_nothing_else() -> None:
    assert [text for _, text in wedge_keys("12")][:2] == ["1", "2"]
    assert wedge_keys("12")[-1][0] in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
