"""Puts together what surrounds the thirty points: the testers of the bench, the workshop, changed grades, and why a unit stands as it does."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.desk import InspectionRules
from kiosk.diagnostics.grades import GradeService
from kiosk.diagnostics.history import HistoryService
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.testers import TesterService
from kiosk.diagnostics.workshop import WorkshopService
from kiosk.documents.service import PrintQueue
from kiosk.journal.ledger import Ledger
from kiosk.stock.service import StockService


@dataclass(frozen=True, slots=True)
class Aftercare:
    """The use cases beside the inspection itself."""

    testers: TesterService
    workshop: WorkshopService
    grades: GradeService
    history: HistoryService


def make_aftercare(
    recorder: Recorder, ledger: Ledger, *, stock: StockService, catalogue: CatalogueService, rules: InspectionRules, print_queue: PrintQueue
) -> Aftercare:  # fmt: skip
    """Over the same rows, clock and rules as the inspections."""
    return Aftercare(
        TesterService(recorder.database, recorder.clock),
        WorkshopService(recorder, ledger, stock=stock, catalogue=catalogue, rules=rules),
        GradeService(recorder, ledger, stock=stock, catalogue=catalogue, rules=rules, print_queue=print_queue),
        HistoryService(recorder, stock=stock, catalogue=catalogue, rules=rules),
    )
