"""Brings the outside to the screens: each scan to the page that is up, each sign-in to all pages, the state of devices to the strip.

GUI thread. Holds no rule of its own: what a code means there is for the page to say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.basics.clock import Clock, utc_text
from kiosk.basics.results import Err, Result
from kiosk.catalogue.codes import BadgeCode, ScannedCode
from kiosk.errors import Damaged, KioskError, Refused
from kiosk.hardware.ports import PluggedPhone
from kiosk.machines import Machines
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.sync.status import SyncKind
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.scan_router import Scan, ScanRouter
from kiosk.ui.viewmodels.app import AppViewModel
from kiosk.ui.viewmodels.status import StatusFacts, StatusViewModel

STATUS_EVERY_MS = 1000
DOOR = "door"


class AnswerFirst(Refused):
    """A modal dialog is up: a scan does nothing beneath it, not even a badge."""

    code = "ui.answer_first"


class JournalBroken(Damaged):
    """The look through the journal found an entry that is not as it was written."""

    code = "ui.journal_broken"


class Cable(Protocol):
    """The page that phones on a cable are for. It hears of each one wherever somebody is; ``may_begin`` when it is up, with nothing over it."""

    def plugged(self, phone: PluggedPhone, *, may_begin: bool) -> None: ...

    def waits(self, fault: KioskError) -> None: ...

    def unplugged(self, udid: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Page:
    """A workspace as the conductor sees it."""

    scan: Callable[[ScannedCode], object]
    welcome: Callable[[Person, Formats], None]
    refresh: Callable[[], None]
    tick: Callable[[], None] = lambda: None
    cable: Cable | None = None
    """None where a phone is only being charged."""


@dataclass(frozen=True, slots=True)
class Strip:
    """What the status strip shows and asks. ``drawer_opened_at`` answers when the open drawer session began, "" when none is open;
    ``unsigned_since`` since when the till records without its key, "" while it does not;
    ``quarantined`` whether its journal takes nothing, also where there is no central to say so."""

    status: StatusViewModel
    clock: Clock
    drawer_opened_at: Callable[[], str]
    unsigned_since: Callable[[], str] = lambda: ""
    quarantined: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class JournalChecked:
    """What looking through the whole journal said: ``fault`` is the place of the first broken entry, "" when all is sound."""

    at_utc: str
    fault: str = ""


class Conductor(QObject):
    """One per running kiosk. ``refused`` is for the tones; ``phonePlugged``, ``phoneFault`` and ``phoneUnplugged`` may be emitted on any thread."""

    refused = Signal()
    phonePlugged = Signal(object)
    phoneFault = Signal(object)
    phoneUnplugged = Signal(str)

    def __init__(
        self, app: AppViewModel, pages: Mapping[str, Page], *, staff: StaffService, jobs: Jobs, machines: Machines, strip: Strip,
    ) -> None:  # fmt: skip
        super().__init__()
        self._app = app
        self._pages = pages
        self._staff = staff
        self._jobs = jobs
        self._machines = machines
        self._strip = strip
        self._journal = JournalChecked("")
        self._timer = QTimer(self)
        self._timer.setInterval(STATUS_EVERY_MS)
        self._timer.timeout.connect(self.show_status)
        self.phonePlugged.connect(self._phone_plugged, Qt.ConnectionType.QueuedConnection)
        self.phoneFault.connect(self._phone_fault, Qt.ConnectionType.QueuedConnection)
        self.phoneUnplugged.connect(self._phone_unplugged, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        self._timer.start()
        self.show_status()

    def stop(self) -> None:
        self._timer.stop()

    def listen_to(self, router: ScanRouter) -> None:
        """Every code of this router is brought to the screens; while a modal sheet is up it is refused in words, and nothing else."""

        approval = self._app.approval_sheet

        def follow() -> None:
            router.dialog_open = self._app.dialog_is_open and not (approval is not None and approval.is_open)

        router.scanned.connect(self.scanned)
        router.scannedInDialog.connect(lambda _scan: self._refuse(AnswerFirst()))
        self._app.dialogChanged.connect(follow)
        if approval is not None:
            approval.changed.connect(follow)

    @Slot(object)
    def scanned(self, scan: Scan) -> None:
        """A badge is for the door, wherever one is, or lends a right that is asked for; everything else is for the page that is up."""
        self._app.touched()
        approval = self._app.approval_sheet
        if approval is not None and approval.is_open and self._app.frame.stage == "work":
            approval.take_badge(scan.code.text) if isinstance(scan.code, BadgeCode) else self._refuse(AnswerFirst())
        elif isinstance(scan.code, BadgeCode):
            code = scan.code.text
            self._jobs.run(lambda: self._staff.sign_in_by_badge(code), self.signed_in)
        elif self._app.frame.stage == "work":
            self._pages[self._app.frame.workspace].scan(scan.code)

    def welcome(self, person: Person) -> None:
        """Somebody signed in: every page serves them from now on."""
        self._app.welcome(person)
        if self._app.approval_sheet is not None:
            self._app.approval_sheet.close()
            self._app.approval_sheet.speak(self._app.formats)
        for page in self._pages.values():
            page.welcome(person, self._app.formats)
            page.refresh()

    @Slot()
    def news(self) -> None:
        """Sync brought rows or took entries: what the pages show may be old."""
        self._pages[self._app.frame.workspace if self._app.frame.stage == "work" else DOOR].refresh()

    def journal_checked(self, result: Result[JournalChecked]) -> None:
        """The background look through the journal came to its end; the strip shows it with its next second."""
        if isinstance(result, Err):
            self._refuse(result.error)
            return
        self._journal = result.value
        if self._journal.fault:
            self._refuse(JournalBroken(place=self._journal.fault))

    @Slot()
    def show_status(self) -> None:
        """What devices and sync say now, for the strip; and the pages' own clocks."""
        for page in self._pages.values():
            page.tick()
        machines = self._machines
        facts = StatusFacts(
            printer=machines.health("receipt"),
            label_printer=machines.health("label"),
            scanner=None if machines.scanner is None else machines.scanner.health(),
            drawer_opened_at_utc=self._strip.drawer_opened_at(),
            journal_verified_at_utc=self._journal.at_utc,
            journal_fault=self._journal.fault,
            unsigned_since_utc=self._strip.unsigned_since(),
            waiting_papers=machines.roads["receipt"].waiting_numbers() if "receipt" in machines.roads else (),
        )
        status = None if machines.sync is None else machines.sync.status
        if status is not None:
            since = "" if status.since_utc is None else utc_text(status.since_utc)
            facts = replace(facts, sync=status.kind, pending_count=status.pending_count, sync_since_utc=since)
        if self._strip.quarantined():
            facts = replace(facts, sync=SyncKind.QUARANTINED)
        self._strip.status.show(facts, now=self._strip.clock.now_utc())

    @Slot(object)
    def _phone_plugged(self, phone: PluggedPhone) -> None:
        for page, cable in self._cables():
            if self._is_up(page):
                self._app.touched()
            cable.plugged(phone, may_begin=self._is_up(page) and not self._app.dialog_is_open)

    @Slot(object)
    def _phone_fault(self, fault: KioskError) -> None:
        for page, cable in self._cables():
            cable.waits(fault)
            if self._is_up(page):
                self.refused.emit()

    @Slot(str)
    def _phone_unplugged(self, udid: str) -> None:
        for _page, cable in self._cables():
            cable.unplugged(udid)

    def _cables(self) -> list[tuple[str, Cable]]:
        return [(name, page.cable) for name, page in self._pages.items() if page.cable is not None]

    def _is_up(self, page: str) -> bool:
        return self._app.frame.stage == "work" and self._app.frame.workspace == page

    def signed_in(self, result: Result[Person]) -> None:
        """A badge was checked, or somebody came over from the other till."""
        if isinstance(result, Err):
            self._refuse(result.error)
        else:
            self.welcome(result.value)

    def _refuse(self, error: Exception) -> None:
        self._app.show_error(text_of(error, self._app.frame.language))
        self.refused.emit()
