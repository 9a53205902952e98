"""What screen tests start from: an offscreen application, windows that end in order, pictures that are compared, no warning let through."""

from __future__ import annotations

import gc
import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QT_QUICK_CONTROLS_STYLE"] = "Basic"
os.environ["QT_IM_MODULE"] = "none"

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.basics.clock import ManualClock
from kiosk.basics.workers import HandWorker
from kiosk.journal.ledger import Ledger
from kiosk.staff import store as staff_store
from kiosk.staff.people import Person, Role
from kiosk.staff.secrets import PinHasher, badge_digest
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.application import RESOURCES, KioskWindow, load_fonts
from kiosk.ui.jobs import Jobs
from tests.receivers import methods_that_are_no_slots
from tests.ui.looking import compare, settle, settle_painted

LOOKS = 12
LOOK_AGAIN_MS = 25
AN_HOUR_MS = 3_600_000
PICTURES = Path(__file__).parent / "pictures"
QUICK_HASHER = PinHasher(time_cost=1, memory_kib=8)
Show = Callable[..., KioskWindow]
LookAt = Callable[[KioskWindow, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-pictures", action="store_true", default=False, help="keep what is painted now as the reference")


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """Every QML warning and Qt message; a test that leaves one fails."""
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and "propagateSizeHints" not in message:
            heard.append(message)

    before = qInstallMessageHandler(hear)
    yield heard
    qInstallMessageHandler(before)
    assert heard == []


@pytest.fixture
def show(qapp: QGuiApplication, complaints: list[str]) -> Iterator[Show]:
    """``show(root, size=(1366, 768), page="App/Main.qml")``: a painted window, closed at the end of the test."""
    load_fonts()
    assert (RESOURCES / "i18n" / "kiosk_en.qm").exists(), "the words are not compiled: tools/build_translations.py --release"
    opened: list[KioskWindow] = []

    def open_window(root: QObject, *, size: tuple[int, int] = (1920, 1080), page: str = "App/Main.qml") -> KioskWindow:
        kiosk_window = KioskWindow(root, page=page, size=QSize(*size), on_warning=complaints.append)
        motion: QObject = kiosk_window.engine.singletonInstance("Kiosk.Style", "Motion")
        motion.setProperty("noticeStays", AN_HOUR_MS)  # a busy machine takes longer over its pictures than a notice stays
        kiosk_window.show()
        opened.append(kiosk_window)
        settle()
        return kiosk_window

    yield open_window
    slotless = methods_that_are_no_slots()
    for kiosk_window in opened:
        kiosk_window.close()
    settle()
    gc.collect()  # what a closed window leaves must end here, and not on the thread of a later test
    assert slotless == []


@pytest.fixture
def look_at(request: pytest.FixtureRequest) -> LookAt:
    """``look_at(window, "sign-in-fr-light-1366")``: the same as the stored picture, or the test fails and leaves both in build/pictures."""

    def look(kiosk_window: KioskWindow, name: str) -> None:
        update = bool(request.config.getoption("--update-pictures", default=False))
        for looks_left in reversed(range(LOOKS)):
            try:
                compare(settle_painted(kiosk_window), PICTURES / f"{name}.png", update=update)
                return
            except AssertionError:  # on a busy machine a fade may not be over at the first look
                if looks_left == 0:
                    raise
                QTest.qWait(LOOK_AGAIN_MS)

    return look


class HandJobs(Jobs):
    """Jobs whose work is done when the test says so."""

    def __init__(self) -> None:
        self.worker = HandWorker()
        super().__init__(self.worker)

    def step(self) -> None:
        """Do all that is queued, and deliver it."""
        while self.worker.step():
            settle()
        settle()


@pytest.fixture
def jobs(qapp: QGuiApplication) -> HandJobs:
    return HandJobs()


def person(short: str, full: str, initials: str, *roles: Role, pin: str, badge: str, feminine: bool = False, language: str = "fr") -> Person:
    return Person(
        f"person-{initials.lower()}-{pin[0]}", short, full, initials, roles, language, QUICK_HASHER.hash(pin), badge_digest(badge), feminine=feminine,
    )  # fmt: skip


PEOPLE = (
    person("Camille", "Camille Lefort", "CL", Role.CASHIER, pin="111111", badge="BADGE-CAMILLE234567ABC", feminine=True),
    person("Yanis", "Yanis Benali", "YB", Role.TECHNICIAN, pin="222222", badge="BADGE-YANIS2345672345A"),
    person("Inès", "Inès Roussel", "IR", Role.TECHNICIAN, pin="333333", badge="BADGE-INES234567234567", feminine=True),
    person("Sophie", "Sophie Marchand", "SM", Role.MANAGER, pin="444444", badge="BADGE-SOPHIE234567234A", feminine=True),
    person("Thomas", "Thomas Daniel", "TD", Role.CASHIER, pin="555555", badge="BADGE-THOMAS234567234A"),
    person("Aminata", "Aminata Koné", "AK", Role.CASHIER, Role.TECHNICIAN, pin="666666", badge="BADGE-AMINATA2345672AB", feminine=True),
)  # fmt: skip


@pytest.fixture
def people(database: Database) -> tuple[Person, ...]:
    """The team of the demo shop, in the database."""
    with database.write() as connection:
        staff_store.upsert_people(connection, [(each, 1) for each in PEOPLE])
    return PEOPLE


@pytest.fixture
def staff(database: Database, ledger: Ledger, clock: ManualClock, people: tuple[Person, ...]) -> StaffService:
    return StaffService(database, ledger, clock, hasher=QUICK_HASHER)
