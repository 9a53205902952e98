"""What the diagnostic's view models share: the services they call, the person at the bench, and one piece of work at a time. GUI thread.

Work runs on the ledger worker; while it runs the page is *busy* and takes no second answer, so a double tap is one answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Property, QObject, Signal

from kiosk.basics.clock import Clock
from kiosk.basics.results import Err, Ok, Result
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.counter_sound import CounterSound
from kiosk.diagnostics.laptop_drives import LaptopDrives
from kiosk.diagnostics.making import Aftercare
from kiosk.diagnostics.service import InspectionService
from kiosk.hardware.page_server import OpensPages, PageServer
from kiosk.hardware.ports import Camera
from kiosk.staff.approvals import Action, Approval, ApprovalRequest
from kiosk.staff.people import Person
from kiosk.staff.rights import Right
from kiosk.stock.service import StockService
from kiosk.stock.units import Unit
from kiosk.sync.past import PastLives
from kiosk.tradein.erasing import ErasureService
from kiosk.tradein.purchase import PurchaseService
from kiosk.tradein.self_testing import SelfTestService
from kiosk.tradein.service import TradeInService
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.screen import ScreenViewModel
from kiosk.ui.viewmodels.unit_papers import UnitPapers

T = TypeVar("T")
PHOTO_DEADLINE_MS = 10_000


@dataclass(frozen=True, slots=True)
class Beside:
    """What is asked away from the ledger worker: drives may be slow, central far."""

    errands: Jobs
    laptops: LaptopDrives
    past: PastLives | None = None


@dataclass(frozen=True, slots=True)
class SelfTests:
    """How a phone tests itself: the use case, the page's own server for a phone on a cable, and who tells that phone to open it.

    ``counter`` is the kiosk's own microphone and loudspeaker, where it has them.
    """

    service: SelfTestService
    pages: PageServer
    phone: OpensPages | None = None
    counter: CounterSound | None = None


def held_words(papers: UnitPapers | None, language: str) -> Callable[[Unit], str]:
    """What says why a unit is held back; "" for one that is not."""
    reasons = papers.holds.reasons if papers is not None and papers.holds is not None else None

    def said(unit: Unit) -> str:
        return "" if reasons is None or unit.hold is None else reasons.of(unit.hold).title.text(language)

    return said


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything behind the screens of the diagnostic. Without ``beside`` no drive is looked at, without ``papers`` no passport is offered."""

    trade_ins: TradeInService
    purchases: PurchaseService
    inspections: InspectionService
    erasures: ErasureService
    stock: StockService
    catalogue: CatalogueService
    camera: Camera
    jobs: Jobs
    clock: Clock
    aftercare: Aftercare
    approval: ApprovalViewModel | None = None
    beside: Beside | None = None
    papers: UnitPapers | None = None
    self_tests: SelfTests | None = None


class BenchViewModel(ScreenViewModel):
    """Base of the pages: who works, what runs."""

    busyChanged = Signal()

    def __init__(self, bench: Bench, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._bench = bench
        self._person: Person | None = None
        self._busy = False
        self._pages: list[BenchViewModel] = []

    def welcome(self, person: Person | None) -> None:
        """Whoever signed in answers from now on."""
        self._person = person
        for page in self._pages:
            page.welcome(person)

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        for page in self._pages:
            page.speak(formats)

    def _adopt(self, page: BenchViewModel) -> None:
        """A page inside this one: it has the same person and language, and says what it has to say through this one."""
        self._pages.append(page)
        page.noticeChanged.connect(lambda: self._say(page._notice))
        page.failed.connect(self.failed)

    @property
    def person(self) -> Person:
        assert self._person is not None, "the pages are behind the door"
        return self._person

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        return self._busy

    def _do(self, work: Callable[[], T], done: Callable[[T], None], *, refused: Callable[[Exception], None] | None = None) -> None:
        """Run ``work`` unless something runs already; ``done`` gets its value, a refusal is said on the page."""
        if self._busy:
            return
        self._set_busy(True)

        def finish(result: Result[T]) -> None:
            self._set_busy(False)
            match result:
                case Ok(value):
                    self.closeNotice()
                    done(value)
                case Err(error):
                    (refused or self._refuse)(error)

        self._bench.jobs.run(work, finish)

    def _ask_approval(self, right: Right, action: Action, *, document: str, detail: str, on_approved: Callable[[Approval], None]) -> None:
        """A colleague lends the right, or the sheet is closed and nothing happens."""
        sheet = self._bench.approval
        if sheet is not None:
            sheet.ask(ApprovalRequest(right, action, self.person, document), on_approved=on_approved, detail=detail)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.busyChanged.emit()
