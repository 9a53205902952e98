"""The first stage of a kiosk's life: an empty one is enrolled, or takes the demo shop. Afterwards ``stages.py`` has it as a till."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer

from kiosk.bootstrap.roads import build_sync
from kiosk.door import frame_of
from kiosk.house import RESOURCES, House, staff_service
from kiosk.sync import enrolment
from kiosk.sync.folder import load_folder
from kiosk.sync.protocol import FEEDS
from kiosk.sync.store import cursors
from kiosk.sync.worker import SyncWorker
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.viewmodels.app import AppViewModel, Parts
from kiosk.ui.viewmodels.setup import Progress, SetupViewModel
from kiosk.ui.viewmodels.sign_in import SignInViewModel
from kiosk.ui.viewmodels.status import StatusViewModel

LOOK_EVERY_MS = 100
FEED_WORDS = {"shop": "catalogue", "people": "people", "device_models": "catalogue", "products": "catalogue", "units": "units", "levels": "units"}
DEMO_FOLDER = RESOURCES / "demo"
DEMO_TILL = "K2"


class SetupStage:
    """The first start of an empty kiosk."""

    def __init__(self, house: House, *, on_ready: Callable[[], None]) -> None:
        self._house = house
        self._on_ready = on_ready
        self._sync: SyncWorker | None = None
        self._timer = QTimer()
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._jobs = Jobs(house.writer)
        self._setup = SetupViewModel(self, self._jobs, address=house.settings.central_url, demo_offered=True, on_enrolled=self._enrolled)
        formats = Formats(house.settings.screen.language, zone=house.settings.time_zone)
        staff = staff_service(house)
        sign_in = SignInViewModel(staff, self._jobs, house.clock, on_signed_in=lambda _person: None, on_error=lambda _text: None)
        parts = Parts(sign_in, StatusViewModel(lambda _key: None, formats=formats), setup=self._setup)
        self.app = AppViewModel(parts, house.clock, frame=replace(frame_of(house), stage="setup"), zone=house.settings.time_zone)
        self.app.languageChanged.connect(lambda: self._setup.show_language(self.app.frame.language))

    def start(self) -> None:
        """A kiosk that was enrolled but never got its people goes on with the first sync."""
        if self._house.identity() is not None:
            self._enrolled()

    def stop(self) -> None:
        self._timer.stop()
        if self._sync is not None:
            self._sync.stop()

    def idle(self) -> bool:
        return self._jobs.under_way == 0

    def enrol(self, address: str, code: str) -> None:
        """On the ledger worker."""
        house = self._house
        enrolment.enrol(house.database, house.ledger, address, code, clock=house.clock, key=house.key)

    def open_demo(self) -> None:
        """On the ledger worker: the demo shop from its files, without central."""
        with self._house.database.write() as connection:
            load_folder(connection, self._house.ledger, DEMO_FOLDER, till_code=DEMO_TILL)

    def _enrolled(self) -> None:
        self._sync = build_sync(self._house, tell=lambda: None)
        if self._sync is not None:
            self._sync.start()
        self._timer.start()

    def _look(self) -> None:
        with self._house.database.read() as connection:
            here = set(cursors(connection))
        feed = next((FEED_WORDS.get(name, "units") for name in FEEDS if name not in here), "units")
        self._setup.show_progress(Progress(feed, len(here), len(FEEDS)))
        status = None if self._sync is None else self._sync.status
        if self._sync is None or (status is not None and status.feeds_at_head):
            self._timer.stop()
            self._on_ready()
