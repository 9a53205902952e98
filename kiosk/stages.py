"""A till from its door on: what stands before the first picture is made at once, everything behind it (``work.py``) afterwards.

The rest is imported, its services made and the till's day begun by the ledger worker, so that a PIN that was typed meanwhile is checked after it;
then the pages are made on the GUI thread in small steps. ADR 0042.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from kiosk.basics.late import late
from kiosk.basics.results import Err, Result
from kiosk.basics.workers import ask
from kiosk.door import Door
from kiosk.house import House
from kiosk.staff.people import Person
from kiosk.ui.jobs import Jobs
from kiosk.ui.scan_router import ScanRouter

if TYPE_CHECKING:
    from kiosk.bootstrap import Services
    from kiosk.work import TillAtWork

work = late("kiosk.work")
BEGIN_TIMEOUT_S = 60.0
log = logging.getLogger(__name__)


class TillStage:
    """A till at work. One in quarantine shows its screens but takes nothing, until central gave it a new epoch: then ``on_ready`` starts it again.

    ``on_furnished`` when all its pages stand; ``on_failed`` with the reason when it cannot work.
    """

    def __init__(
        self, house: House, *, on_ready: Callable[[], None], on_furnished: Callable[[], None], on_failed: Callable[[Exception], None]
    ) -> None:  # fmt: skip
        self._house = house
        self._on_ready = on_ready
        self._on_furnished = on_furnished
        self._on_failed = on_failed
        self._jobs = Jobs(house.writer)
        self._door = Door(house, self._jobs)
        self.app = self._door.app
        self._router = ScanRouter()
        self._router.scanned.connect(self._door.scanned)
        self.work: TillAtWork | None = None
        self._steps: Iterator[None] = iter(())
        self._begun = self._furnished = self._stopped = False
        application = QCoreApplication.instance()
        assert application is not None
        self._router.install(application)

    def start(self) -> None:
        """Make what is behind the door, while people already choose their name."""
        self._jobs.run(lambda: self._begin(None), self._began)

    def start_for(self, person: Person) -> None:
        """All at once, for somebody who comes over from the other till and stays signed in; raises what hinders it."""
        for _ in self._furnish(ask(self._house.writer, lambda: self._begin(person), timeout_s=BEGIN_TIMEOUT_S)):
            pass
        assert self.work is not None
        self._on_furnished()
        self.work.take_over(person)

    def on_ledger(self, work: Callable[[House], None], done: Callable[[Result[None]], None]) -> None:
        """Something that concerns the whole house."""
        self._jobs.run(lambda: work(self._house), done)

    def stop(self) -> None:
        """Whatever stage of being made it is in."""
        self._stopped = True
        application = QCoreApplication.instance()
        assert application is not None
        application.removeEventFilter(self._router)
        if self.work is not None:
            self.work.stop()
        ask(self._house.writer, lambda: None, timeout_s=BEGIN_TIMEOUT_S)
        if self._begun:
            work().end_of_run(self._house)

    def idle(self) -> bool:
        """Whether all stands and nothing is under way."""
        return self._furnished and self.work is not None and self.work.idle()

    def _begin(self, person: Person | None) -> Services:
        """On the ledger worker: the till's first entries come before those of whoever signs in."""
        services: Services = work().begin(self._house, person)
        self._begun = self._house.ledger.quarantined is None
        return services

    def _began(self, result: Result[Services]) -> None:
        if isinstance(result, Err):
            self._fail(result.error)
        else:
            self._steps = self._furnish(result.value)
            self._step()

    def _step(self) -> None:
        """One step, then whatever the window has to do."""
        if self._stopped:
            return
        try:
            next(self._steps)
        except StopIteration:
            self._on_furnished()
        except Exception as error:  # whatever it is ends the start, as it would have before the window stood
            log.exception("the pages could not be made")
            self._fail(error)
        else:
            QTimer.singleShot(0, self._step)

    def _furnish(self, services: Services) -> Iterator[None]:
        self.work = at_work = work().TillAtWork(self._house, services, self._jobs, on_ready=self._on_ready)
        yield
        yield from at_work.make_pages(self._door)
        self._router.scanned.disconnect(self._door.scanned)
        at_work.start(self._router)
        self._furnished = True

    def _fail(self, error: Exception) -> None:
        if not self._stopped:
            self._on_failed(error)
