"""Puts together what surrounds a purchase: units that are held back, offers on paper."""

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
from kiosk.tradein.offer_sheet import OfferPrinter, OfferSheets
from kiosk.tradein.purchase import Desk
from kiosk.tradein.service import TradeInService
from kiosk.tradein.words import TradeInWords


def make_holds(
    recorder: Recorder, ledger: Ledger, resources: Path, *, shelf: tuple[StockService, CatalogueService], words: TradeInWords, print_queue: PrintQueue,
    zone: Callable[[], ZoneInfo],
) -> HoldService:  # fmt: skip
    """With the list of reasons of the resources; BadRuleFile."""
    stock, catalogue = shelf
    return HoldService(recorder, ledger, stock=stock, catalogue=catalogue, desk=HoldDesk(load_hold_reasons(resources), words, print_queue, zone))


def make_offer_sheets(recorder: Recorder, ledger: Ledger, trade_ins: TradeInService, desk: Desk) -> OfferSheets:
    """Over the trade-ins as their screens show them, on the purchase's own papers."""
    printer = OfferPrinter(desk.words, desk.place, desk.print_queue)
    return OfferSheets(
        recorder, ledger, show=trade_ins.screen,
        checklist=lambda screen: trade_ins.rules.checklists[screen.model.kind].for_capabilities(screen.model.capabilities), printer=printer,
    )  # fmt: skip
