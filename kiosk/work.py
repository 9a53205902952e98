"""Everything behind the door of a till: its use cases, devices, threads and pages. Imported when the door is painted, not before."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer

from kiosk import bootstrap, training
from kiosk.basics.results import Result
from kiosk.basics.workers import ThreadWorker
from kiosk.bootstrap import House, Services
from kiosk.bootstrap.days import end_of_run
from kiosk.bootstrap.pages import Site, bench_page, sale_page, store_page
from kiosk.bootstrap.screens import Workspaces
from kiosk.door import Door
from kiosk.journal.ledger import JournalQuarantined
from kiosk.offices import records_services, register_keeper
from kiosk.staff.people import Person
from kiosk.ui.conductor import Conductor
from kiosk.ui.error_text import all_words, text_of
from kiosk.ui.jobs import Jobs
from kiosk.ui.scan_router import ScanRouter
from kiosk.ui.viewmodels.till_desk import Hands

__all__ = ["TillAtWork", "begin", "end_of_run"]

LOOK_EVERY_MS = 100


def begin(house: House, person: Person | None) -> Services:
    """On the ledger worker: the use cases, and the day begun in the journal unless that takes nothing.

    The real till writes down that training is over; ``person`` is who comes from there, None when it was cut short by the end of the program.
    """
    services = bootstrap.build_services(house)
    if house.ledger.quarantined is None:
        bootstrap.start_of_day(house, services)
        if not house.training:
            training.end(house, None if person is None else person.person_id)
    return services


class TillAtWork:
    """GUI thread. ``make_pages``, then ``start``; ``stop`` at any moment after it was made."""

    def __init__(self, house: House, services: Services, jobs: Jobs, *, on_ready: Callable[[], None]) -> None:
        self._house = house
        self._services = services
        self._jobs, self._reader_jobs = jobs, Jobs(house.reader)
        self._on_ready = on_ready
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
        self._exports = Jobs(self._exporter)
        self._news, self._checking = Jobs(house.reader), Jobs(self._checker)
        self.machines = bootstrap.build_machines(house, services, devices, tell=self._sync_told)
        hands = Hands(jobs, self._reader_jobs, Jobs(self._errands), Jobs(self._at_terminal), self._exports)
        self._records = records_services(house, services.fiscal)
        self._begun = house.ledger.quarantined is None
        self._keeper = register_keeper(self._records.police) if self._begun else None
        self._site = Site.of(house, services, devices, self.machines, hands, self._records)
        self._conductor: Conductor | None = None
        self._started = False

    def make_pages(self, door: Door) -> Iterator[None]:
        """A page a step: the window lives between two."""
        sale = sale_page(self._site)
        yield
        diagnostic = bench_page(self._site)
        yield
        store = store_page(self._site)
        yield
        self._app = door.app
        self._conductor = bootstrap.furnish(door, self._site, Workspaces(sale, diagnostic, store))
        yield

    def start(self, router: ScanRouter) -> None:
        """Threads, clocks, and the look through the journal."""
        conductor = self._conductor
        assert conductor is not None, "the pages come before what is brought to them"
        self._started = True
        conductor.listen_to(router)
        self.machines.start(router.take_from_device, conductor.phonePlugged.emit, conductor.phoneFault.emit, conductor.phoneUnplugged.emit)
        conductor.start()
        self._checking.run(lambda: bootstrap.check_journal(self._house, self._services.fiscal), conductor.journal_checked)
        self._checking.run(all_words, lambda _read: None)  # else the first refusal would read them, on the window's thread
        if self._keeper is not None:
            self._keeper.start()
        if self._begun:
            self._exports.run(self._records.office.archive_waiting, lambda _made: None)
        sign = self._house.ledger.quarantined
        if sign is not None:
            self._app.show_error(text_of(JournalQuarantined(sign=sign.value), self._app.frame.language))
            self._waiting.start()

    def take_over(self, person: Person) -> None:
        """Whoever comes over from the other till stays signed in."""
        conductor, staff = self._conductor, self._services.staff
        assert conductor is not None
        if self._begun:
            self._jobs.run(lambda: staff.carry_on(person.person_id), conductor.signed_in)

    def stop(self) -> None:
        """What was begun ends: pages first, then what brings things in, then the workers."""
        self._waiting.stop()
        if self._conductor is not None:
            self._conductor.stop()
        if self._started:
            if self._keeper is not None:
                self._keeper.stop()
            self.machines.stop()
        self._checker.stop()
        self._errands.stop()
        self._records.office.cancel()
        self._exporter.stop()
        self._terminal.interrupt()
        self._at_terminal.stop()

    def idle(self) -> bool:
        """Whether the workers have answered everything that the pages asked."""
        return self._jobs.under_way == 0 and self._reader_jobs.under_way == 0

    def _look(self) -> None:
        if self._house.ledger.quarantined is None:
            self._waiting.stop()
            self._on_ready()

    def _sync_told(self) -> None:
        """On the sync thread: what is on show may be old."""
        if self._conductor is not None:
            self._news.run(lambda: None, self._show_news)

    def _show_news(self, _done: Result[None]) -> None:
        if self._conductor is not None:
            self._conductor.news()
