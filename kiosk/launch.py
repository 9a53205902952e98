"""A running kiosk: its data open, its window up, its threads going; and its orderly end. Setting up and selling are two stages of one life.

An empty kiosk shows the set-up; when the first sync is complete everything is closed and opened again as a till, in the same window
system. The tour uses the same ``reopen`` to play a program that ends and starts again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk import bootstrap, training
from kiosk.basics.clock import Clock
from kiosk.basics.results import Err, Result
from kiosk.basics.workers import ThreadWorker
from kiosk.bootstrap import House
from kiosk.hardware.ports import DeviceState
from kiosk.journal.ledger import JournalQuarantined
from kiosk.machines import Machines
from kiosk.staff.people import Person
from kiosk.storage.identity import TillIdentity
from kiosk.sync import enrolment
from kiosk.sync.folder import load_folder
from kiosk.sync.protocol import FEEDS
from kiosk.sync.store import cursors
from kiosk.sync.worker import SyncWorker
from kiosk.ui.application import Heartbeat, KioskWindow, say_of_bugs
from kiosk.ui.collector import Collector
from kiosk.ui.conductor import Conductor
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.scan_router import ScanRouter
from kiosk.ui.viewmodels.app import AppViewModel, Parts
from kiosk.ui.viewmodels.setup import Progress, SetupViewModel
from kiosk.ui.viewmodels.sign_in import SignInViewModel
from kiosk.ui.viewmodels.status import StatusViewModel
from kiosk.ui.viewmodels.till_desk import Hands

LOOK_EVERY_MS = 100
FEED_WORDS = {"shop": "catalogue", "people": "people", "device_models": "catalogue", "products": "catalogue"}
DEMO_FOLDER = bootstrap.RESOURCES / "demo"
DEMO_TILL = "K2"
log = logging.getLogger(__name__)


class RunningKiosk(QObject):
    """``open`` once; ``window`` and ``house`` change when the kiosk is reopened. ``closed`` when a person closed the window."""

    closed = Signal()

    def __init__(
        self, data_dir: Path, *, training: bool = False, size: QSize | None = None, clock: Clock | None = None,
        on_warning: Callable[[str], None] = log.warning,
    ) -> None:  # fmt: skip
        super().__init__()
        self._clock = clock
        self._data_dir = data_dir
        self._training = training
        self._prepared = False
        self._coming: Person | None = None
        self._size = size
        self._on_warning = on_warning
        self.house: House | None = None
        self.kiosk_window: KioskWindow | None = None
        self._stage: SetupStage | TillStage | None = None
        self._ending = False
        self._collector = Collector()

    @property
    def window(self) -> QQuickWindow:
        assert self.kiosk_window is not None
        return self.kiosk_window.window

    def scanner_ready(self) -> bool:
        """Whether the serial scanner's line is open: bytes sent before that are lost, as with a real one."""
        health = None if not isinstance(self._stage, TillStage) or self._stage.machines.scanner is None else self._stage.machines.scanner.health()
        return health is not None and health.state is DeviceState.READY

    def open(self) -> None:
        """Whatever the data says this kiosk is: a till, or one still to be set up."""
        # Opening again closes the only window for a moment: that must not end the program.
        QGuiApplication.setQuitOnLastWindowClosed(False)
        self.house = house = self._open_house()
        stage = TillStage if _is_till(house) else SetupStage
        self._stage = stage(house, on_ready=lambda: QTimer.singleShot(0, self.reopen))
        self._stage.app.trainingAsked.connect(self._change_tills)
        self.kiosk_window = KioskWindow(self._stage.app, size=self._size, on_warning=self._on_warning)
        self._heartbeat = Heartbeat(self.kiosk_window, self._stage.app)
        self._stop_saying_of_bugs = say_of_bugs(self._stage.app)
        self.kiosk_window.show(full_screen=house.settings.screen.full_screen)
        self.window.requestActivate()
        self.window.visibleChanged.connect(self._seen)
        self._stage.start()
        if isinstance(self._stage, TillStage):
            self._stage.arrive(self._coming)
        self._coming = None
        self._collector.begin()

    def close(self) -> None:
        """Devices first, then the window, then the data."""
        if self._stage is None or self.kiosk_window is None or self.house is None:
            return
        self._ending = True
        self._stage.stop()
        self._stop_saying_of_bugs()
        self._heartbeat.deleteLater()
        self.kiosk_window.close()
        self.house.close()
        self._stage = self.kiosk_window = self.house = None
        self._collector.end()
        self._ending = False

    def _seen(self, visible: bool) -> None:
        if not visible and not self._ending:
            self.closed.emit()

    def idle(self) -> bool:
        """Whether the workers have answered everything that the screens asked."""
        return self._stage is not None and self._stage.idle()

    def to_front(self) -> None:
        """Somebody started the kiosk a second time."""
        self.window.raise_()
        self.window.requestActivate()

    def reopen(self) -> None:
        """End and start again on the same data."""
        self.close()
        self.open()

    def _open_house(self) -> House:
        """The real till or its training till, whichever is meant."""
        if not self._training:
            return bootstrap.open_house(self._data_dir, clock=self._clock)
        if not self._prepared:
            training.begin_at_start(self._data_dir, clock=self._clock)
            self._prepared = True
        return training.open_training(self._data_dir, clock=self._clock)

    def _change_tills(self, to_training: bool) -> None:
        """Somebody begins or ends training: the other till opens with the same person, and the basket of this one waits."""
        assert isinstance(self._stage, TillStage) and self._stage.app.person is not None
        person, stage = self._stage.app.person, self._stage

        def ready(result: Result[None]) -> None:
            if isinstance(result, Err):
                stage.app.show_training_busy(busy=False)
                stage.app.show_error(text_of(result.error, stage.app.frame.language))
            else:
                QTimer.singleShot(0, lambda: self._go_over(person, to_training=to_training))

        stage.on_ledger(lambda house: training.begin(house, person) if to_training else None, ready)

    def _go_over(self, person: Person, *, to_training: bool) -> None:
        self.close()
        self._training = self._prepared = to_training
        self._coming = person
        self.open()


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
        self._ledger_jobs, self._reader_jobs = Jobs(house.writer), Jobs(house.reader)
        self._news, self._checking = Jobs(house.reader), Jobs(self._checker)
        self.machines: Machines = bootstrap.build_machines(house, services, devices, tell=self._sync_told)
        hands = Hands(self._ledger_jobs, self._reader_jobs, Jobs(self._errands))
        screens = bootstrap.build_screens(house, services, devices, self.machines, hands)
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
        self.machines.start(self._router.take_from_device, self._conductor.phonePlugged.emit, self._conductor.phoneFault.emit)
        self._conductor.start()
        self._checking.run(lambda: bootstrap.check_journal(self._house, self._fiscal), self._conductor.journal_checked)
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
        self.machines.stop()
        self._checker.stop()
        self._errands.stop()
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


def _is_till(house: House) -> bool:
    """Enrolled, and somebody can sign in."""
    identity: TillIdentity | None = house.identity()
    return identity is not None and bool(bootstrap.staff_service(house).people())
