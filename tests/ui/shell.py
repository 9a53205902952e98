"""The shell with the demo shop's team at the door: what many screen tests show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from kiosk.basics.clock import ManualClock
from kiosk.errors import Unavailable
from kiosk.hardware.ports import DeviceHealth, DeviceState
from kiosk.staff.service import StaffService
from kiosk.sync.status import SyncKind
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.viewmodels.app import AppViewModel, Frame, Parts
from kiosk.ui.viewmodels.setup import SetupViewModel
from kiosk.ui.viewmodels.sign_in import SignInViewModel
from kiosk.ui.viewmodels.status import StatusFacts, StatusViewModel

ALL_WELL = StatusFacts(
    SyncKind.UP_TO_DATE,
    printer=DeviceHealth(DeviceState.READY, "2026-11-22T08:01:00.000Z"),
    printer_name="EPSON TM-m30",
    label_printer=DeviceHealth(DeviceState.READY, "2026-11-22T08:01:00.000Z"),
    scanner=DeviceHealth(DeviceState.READY, "2026-11-22T08:01:00.000Z"),
    drawer_opened_at_utc="2026-11-22T08:02:00.000Z",
    journal_verified_at_utc="2026-11-22T08:01:00.000Z",
)
PAPER_OUT = StatusFacts(
    SyncKind.OFFLINE,
    pending_count=12,
    sync_since_utc="2026-11-22T09:02:00.000Z",
    printer=DeviceHealth(DeviceState.PAPER_OUT, "2026-11-22T09:52:00.000Z"),
    printer_name="EPSON TM-m30",
    label_printer=DeviceHealth(DeviceState.READY, "2026-11-22T08:01:00.000Z"),
    scanner=DeviceHealth(DeviceState.READY, "2026-11-22T08:01:00.000Z"),
    drawer_opened_at_utc="2026-11-22T08:02:00.000Z",
    journal_verified_at_utc="2026-11-22T08:01:00.000Z",
    waiting_papers=("K2-004515 · 64,80\u202f€", "K2-004516 · 19,90\u202f€", "K2-004517 · 249,00\u202f€"),
)
ALL_BROKEN = replace(
    PAPER_OUT,
    sync=SyncKind.REFUSED,
    label_printer=DeviceHealth(DeviceState.OFFLINE, "2026-11-22T09:10:00.000Z"),
    scanner=DeviceHealth(DeviceState.OFFLINE, "2026-11-22T09:30:00.000Z"),
    drawer_opened_at_utc="",
    journal_verified_at_utc="",
)


class NoSetup:
    """An empty kiosk whose central cannot be reached."""

    def enrol(self, address: str, code: str) -> None:
        raise Unavailable(address=address)

    def open_demo(self) -> None:
        raise Unavailable


class Shell:
    """The root and its parts, wired as the composition root wires them."""

    def __init__(
        self, staff: StaffService, jobs: Jobs, clock: ManualClock, *, frame: Frame | None = None, idle_lock_minutes: int = 0, **pages: QObject
    ) -> None:
        self.clock = clock
        self.staff = staff
        self.language = frame.language if frame else "fr"
        self.tested: list[str] = []
        self.enrolled: list[str] = []
        self.sign_in = SignInViewModel(staff, jobs, clock, on_signed_in=lambda who: self.app.welcome(who), on_error=lambda text: self.app.show_error(text))
        self.series_asked: Callable[[], None] = lambda: None
        self.status = StatusViewModel(self.tested.append, formats=Formats(), on_series=lambda: self.series_asked())
        self.setup = SetupViewModel(NoSetup(), jobs, address="https://central.demo", demo_offered=True, on_enrolled=lambda: self.enrolled.append("yes"))
        frame = frame or Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False)
        self.app = AppViewModel(Parts(self.sign_in, self.status, self.setup, **pages), clock, frame=frame, idle_lock_minutes=idle_lock_minutes)
        self.know(ALL_WELL)
        self.sign_in.refresh(language=frame.language)

    def know(self, facts: StatusFacts) -> None:
        self.status.show(facts, now=self.clock.now_utc())
