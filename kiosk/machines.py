"""The threads of a running kiosk beside the screens: one per printer, the scanner, sync. Started and stopped together.

Every write goes through the ledger worker; nothing here is ever in the way of a sale.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from kiosk.basics.clock import Clock
from kiosk.basics.results import Err, Result
from kiosk.basics.workers import Worker, ask
from kiosk.documents.printing import JobKind, PrintJob
from kiosk.documents.service import PrintQueue
from kiosk.hardware.ports import (
    PRINTING_STATES,
    Delivery,
    DeviceHealth,
    DeviceState,
    OnPhone,
    OnPhoneFault,
    OnUnplug,
    PhoneLink,
    PrintTransport,
    Scanner,
)
from kiosk.hardware.worker import PrinterWorker
from kiosk.journal.ledger import Ledger
from kiosk.storage import identity
from kiosk.storage.engine import Database
from kiosk.storage.remembered import Remembered
from kiosk.sync.worker import SyncWorker

T = TypeVar("T")
WRITE_TIMEOUT_S = 15.0
RECEIPTS = "receipt"
PRINTER_FAULT_KEY = "till.printer_fault"
log = logging.getLogger(__name__)


class PaperRoad:
    """From the rows of the print queue to one printer and back."""

    def __init__(self, database: Database, writer: Worker, queue: PrintQueue, *, printer: str) -> None:
        self._database = database
        self._writer = writer
        self._queue = queue
        self._printer = printer
        self._waiting = Remembered(database, self._read_waiting)

    def take(self) -> PrintJob | None:
        """The next job, marked as being sent; asks for a write only when something waits."""
        with self._database.read() as connection:
            if not self._queue.waiting(connection, self._printer):
                return None
        return self._written(lambda connection: self._queue.claim(connection, self._printer))

    def report(self, job_id: str, delivery: Delivery) -> None:
        """Write down what became of a job."""
        reason = None if delivery.error is None else delivery.error.code
        self._written(lambda connection: self._queue.report(connection, job_id, delivery.outcome, reason=reason))

    def waiting_numbers(self) -> tuple[str, ...]:
        """What has not come out yet, by document number. A pulse for the drawer is no paper."""
        return self._waiting()

    def _read_waiting(self) -> tuple[str, ...]:
        with self._database.read() as connection:
            waiting = self._queue.waiting(connection, self._printer)
        return tuple(job.document_number or job.kind.value for job in waiting if job.kind is not JobKind.DRAWER)

    def _written(self, work: Callable[[Connection], T]) -> T:
        def write() -> T:
            with self._database.write() as connection:
                return work(connection)

        return ask(self._writer, write, timeout_s=WRITE_TIMEOUT_S)


class PrinterNews:
    """Tells the event log once when receipts stop coming out, and once when they do again (JET 70); sales go on meanwhile.

    Called on the printer's thread, written by the ledger worker. A printer that cannot say how it is makes no news.
    """

    def __init__(self, database: Database, writer: Worker, ledger: Ledger) -> None:
        self._database = database
        self._writer = writer
        self._ledger = ledger

    def told(self, health: DeviceHealth) -> None:
        if health.state is not DeviceState.UNKNOWN:
            self._writer.submit(lambda: self._note(health.state), _log_failure)

    def _note(self, state: DeviceState) -> None:
        failed = state not in PRINTING_STATES
        with self._database.write() as connection:
            if failed == bool(identity.get(connection, PRINTER_FAULT_KEY)):
                return
            identity.put(connection, PRINTER_FAULT_KEY, state.value if failed else "")
            self._ledger.append(connection, "till.printer_failed" if failed else "till.printer_came_back", {"state": state.value})


def _log_failure(result: Result[None]) -> None:
    if isinstance(result, Err):
        log.warning("the event log was not told of the printer: %s", result.error)


class Errand(Protocol):
    """A small thread that asks central with patience: out of a quarantine, to mail receipts. ``look`` tries now."""

    def start(self) -> None: ...

    def look(self) -> None: ...

    def stop(self) -> None: ...


class Machines:
    """What runs while the kiosk is open. ``printers`` by name ("receipt", "label")."""

    def __init__(
        self, printers: dict[str, PrinterWorker], roads: dict[str, PaperRoad], scanner: Scanner | None, sync: SyncWorker | None,
        errands: tuple[Errand, ...] = (), phones: tuple[PhoneLink, ...] = (),
    ) -> None:  # fmt: skip
        self.printers = printers
        self.roads = roads
        self.scanner = scanner
        self.phones = phones
        self.sync = sync
        self.errands = errands
        self.at_end: list[Callable[[], None]] = []

    def start(self, on_code: Callable[[str], None], on_phone: OnPhone, on_fault: OnPhoneFault, on_unplug: OnUnplug) -> None:
        """``on_code`` is called on the scanner's thread, the others on those of the phones."""
        for worker in self.printers.values():
            worker.start()
        if self.scanner is not None:
            self.scanner.start(on_code)
        for link in self.phones:
            link.start(on_phone, on_fault, on_unplug)
        if self.sync is not None:
            self.sync.start()
        for errand in self.errands:
            errand.start()

    def read_phone_again(self, udid: str) -> None:
        """Somebody did on the phone what kept it locked: ask it once more."""
        for link in self.phones:
            link.read_again(udid)

    def wake_printers(self) -> None:
        """Something was committed: look whether it brought paper. Any thread."""
        for worker in self.printers.values():
            worker.wake()

    def try_again(self, what: str) -> None:
        """Somebody asked from the status page: look at the printers, ask central."""
        if what == "sync" and self.sync is not None:
            self.sync.poke()
            for errand in self.errands:
                errand.look()
        else:
            self.wake_printers()

    def health(self, printer: str) -> DeviceHealth | None:
        worker = self.printers.get(printer)
        return None if worker is None else worker.health()

    def stop(self) -> None:
        """What brings things in first, then paper, then what talks to central; before them ``at_end``, what a page began and nobody waits for."""
        for end in self.at_end:
            end()
        for link in self.phones:
            link.stop()
        if self.scanner is not None:
            self.scanner.stop()
        for worker in self.printers.values():
            worker.stop()
        for errand in self.errands:
            errand.stop()
        if self.sync is not None:
            self.sync.stop()


def printer_worker(name: str, transport: PrintTransport, road: PaperRoad, clock: Clock, *, news: PrinterNews) -> PrinterWorker:
    """The thread of one printer. The event log hears of the one for receipts; labels are no fiscal papers."""
    on_health = news.told if name == RECEIPTS else lambda _health: None
    return PrinterWorker(name, transport, take=road.take, report=road.report, clock=clock, on_health=on_health)
