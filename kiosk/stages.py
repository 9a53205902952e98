"""The two stages of a kiosk's life: set up, then at work as a till. ``launch.py`` opens the one that the data calls for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QTimer

from kiosk import bootstrap, training
from kiosk.basics.results import Result
from kiosk.basics.workers import ThreadWorker
from kiosk.bootstrap import House
from kiosk.journal.ledger import JournalQuarantined
from kiosk.machines import Machines
from kiosk.offices import records_services, register_keeper
from kiosk.staff.people import Person
from kiosk.sync import enrolment
from kiosk.sync.folder import load_folder
from kiosk.sync.protocol import FEEDS
from kiosk.sync.store import cursors
from kiosk.sync.worker import SyncWorker
from kiosk.ui.conductor import Conductor
from kiosk.ui.error_text import all_words, text_of
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.scan_router import ScanRouter
from kiosk.ui.viewmodels.app import AppViewModel, Parts
from kiosk.ui.viewmodels.setup import Progress, SetupViewModel
from kiosk.ui.viewmodels.sign_in import SignInViewModel
from kiosk.ui.viewmodels.status import StatusViewModel
from kiosk.ui.viewmodels.till_desk import Hands

LOOK_EVERY_MS = 100
FEED_WORDS = {"shop": "catalogue", "people": "people", "device_models": "catalogue", "products": "catalogue", "units": "units", "levels": "units"}
DEMO_FOLDER = bootstrap.RESOURCES / "demo"
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
        staff = bootstrap.staff_service(house)
        sign_in = SignInViewModel(staff, self._jobs, house.clock, on_signed_in=lambda _person: None, on_error=lambda _text: None)
        parts = Parts(sign_in, StatusViewModel(lambda _key: None, formats=formats), setup=self._setup)
        self.app = AppViewModel(parts, house.clock, frame=replace(bootstrap.frame_of(house), stage="setup"), zone=house.settings.time_zone)
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
        self._sync = bootstrap.build_sync(self._house, tell=lambda: None)
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


class TillStage:
    """A till at work. One in quarantine shows its screens but takes nothing, until central gave it a new epoch: then it starts again."""

    def __init__(self, house: House, *, on_ready: Callable[[], None]) -> None:
        self._house = house
        self._on_ready = on_ready
        self._begun = house.ledger.quarantined is None
        services = bootstrap.build_services(house)
        if self._begun:
            bootstrap.start_of_day(house, services)
        self._waiting = QTimer()
        self._waiting.setInterval(LOOK_EVERY_MS)
        self._waiting.timeout.connect(self._look)
        devices = bootstrap.find_devices(house)
        # A journal of years takes longer than anybody would wait for a search: the look through it has a thread of its own.
        self._checker = ThreadWorker("journal check")
        # A question to central may take seconds: neither a sale nor a search waits behind it.
        self._errands = ThreadWorker("errands")
        # Files of a month or a year take minutes: they stand in nobody's way.
        self._exporter = ThreadWorker("exports")
        # A customer may take minutes to find a card: nothing else waits behind that.
        self._at_terminal, self._terminal = ThreadWorker("card terminal"), devices.terminal
        self._ledger_jobs, self._reader_jobs = Jobs(house.writer), Jobs(house.reader)
        self._exports = Jobs(self._exporter)
        self._news, self._checking = Jobs(house.reader), Jobs(self._checker)
        self.machines: Machines = bootstrap.build_machines(house, services, devices, tell=self._sync_told)
        hands = Hands(self._ledger_jobs, self._reader_jobs, Jobs(self._errands), Jobs(self._at_terminal), self._exports)
        self._records = records_services(house, services.fiscal)
        self._keeper = register_keeper(self._records.police) if self._begun else None
        screens = bootstrap.build_screens(house, services, devices, self.machines, hands, self._records)
        self.app: AppViewModel = screens.app
        self._screens = screens
        self._fiscal = services.fiscal
        self._conductor: Conductor = screens.conductor
        self._router = ScanRouter()
        self._conductor.listen_to(self._router)
        application = QCoreApplication.instance()
        assert application is not None
        self._router.install(application)

    def start(self) -> None:
        conductor = self._conductor
        self.machines.start(self._router.take_from_device, conductor.phonePlugged.emit, conductor.phoneFault.emit, conductor.phoneUnplugged.emit)
        conductor.start()
        self._checking.run(lambda: bootstrap.check_journal(self._house, self._fiscal), self._conductor.journal_checked)
        self._checking.run(all_words, lambda _read: None)  # else the first refusal would read them, on the window's thread
        if self._keeper is not None:
            self._keeper.start()
        if self._begun:
            self._exports.run(self._records.office.archive_waiting, lambda _made: None)
        sign = self._house.ledger.quarantined
        if sign is not None:
            self.app.show_error(text_of(JournalQuarantined(sign=sign.value), self.app.frame.language))
            self._waiting.start()

    def arrive(self, person: Person | None) -> None:
        """Whoever comes over from the other till stays signed in; the real till writes down that training is over."""
        house, staff = self._house, bootstrap.staff_service(self._house)

        if self._begun and not house.training:
            self._ledger_jobs.run(lambda: training.end(house, None if person is None else person.person_id), lambda _done: None)
        if self._begun and person is not None:
            self._ledger_jobs.run(lambda: staff.carry_on(person.person_id), self._conductor.signed_in)

    def on_ledger(self, work: Callable[[House], None], done: Callable[[Result[None]], None]) -> None:
        """Something that concerns the whole house."""
        self._ledger_jobs.run(lambda: work(self._house), done)

    def stop(self) -> None:
        application = QCoreApplication.instance()
        assert application is not None
        application.removeEventFilter(self._router)
        self._waiting.stop()
        self._conductor.stop()
        if self._keeper is not None:
            self._keeper.stop()
        self.machines.stop()
        self._checker.stop()
        self._errands.stop()
        self._records.office.cancel()
        self._exporter.stop()
        self._terminal.interrupt()
        self._at_terminal.stop()
        if self._begun:
            bootstrap.end_of_run(self._house)

    def _look(self) -> None:
        if self._house.ledger.quarantined is None:
            self._waiting.stop()
            self._on_ready()

    def idle(self) -> bool:
        return self._ledger_jobs.under_way == 0 and self._reader_jobs.under_way == 0

    def _sync_told(self) -> None:
        """On the sync thread: what is on show may be old."""
        self._news.run(lambda: None, lambda _done: self._conductor.news())
