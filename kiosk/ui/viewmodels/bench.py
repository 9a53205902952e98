"""What the diagnostic's view models share: the services they call. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.basics.clock import Clock
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.counter_sound import CounterSound
from kiosk.diagnostics.laptop_drives import LaptopDrives
from kiosk.diagnostics.making import Aftercare
from kiosk.diagnostics.service import InspectionService
from kiosk.hardware.page_server import OpensPages, PageServer
from kiosk.hardware.ports import Camera
from kiosk.hardware.text_reader import TextReader
from kiosk.stock.service import StockService
from kiosk.stock.units import Unit
from kiosk.sync.past import PastLives
from kiosk.tradein.erasing import ErasureService
from kiosk.tradein.offer_sheet import OfferSheets
from kiosk.tradein.purchase import PurchaseService
from kiosk.tradein.self_testing import SelfTestService
from kiosk.tradein.service import TradeInService
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.unit_papers import UnitPapers
from kiosk.ui.viewmodels.work import WorkViewModel

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

    def stop(self) -> None:
        """The kiosk ends: no page is served, nothing is listened to."""
        self.pages.stop()
        if self.counter is not None:
            self.counter.stop()


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
    text: TextReader | None = None
    offer_sheets: OfferSheets | None = None


class BenchViewModel(WorkViewModel):
    """Base of the diagnostic's pages."""

    def __init__(self, bench: Bench, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(bench.jobs, bench.approval, formats, parent)
        self._bench = bench
