"""Puts together what surrounds a purchase: units that are held back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.recorder import Recorder
from kiosk.documents.service import PrintQueue
from kiosk.journal.ledger import Ledger
from kiosk.stock.service import StockService
from kiosk.tradein.holding import HoldDesk, HoldService
from kiosk.tradein.holds import load_hold_reasons
from kiosk.tradein.words import TradeInWords


def make_holds(
    recorder: Recorder, ledger: Ledger, resources: Path, *, shelf: tuple[StockService, CatalogueService], words: TradeInWords, print_queue: PrintQueue,
    zone: Callable[[], ZoneInfo],
) -> HoldService:  # fmt: skip
    """With the list of reasons of the resources; BadRuleFile."""
    stock, catalogue = shelf
    return HoldService(recorder, ledger, stock=stock, catalogue=catalogue, desk=HoldDesk(load_hold_reasons(resources), words, print_queue, zone))
