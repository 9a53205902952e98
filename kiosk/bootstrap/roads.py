"""The roads that lead out of the house: to central, to drives that are plugged in, to the page on which phones open receipts."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.accounting.office import removable_drives
from kiosk.house import House
from kiosk.sales.invoice_service import InvoiceRoads
from kiosk.sync import enrolment
from kiosk.sync.presence import listen
from kiosk.sync.session import Line
from kiosk.sync.worker import SyncWorker

INVOICES = "invoices"


def build_sync(house: House, *, tell: Callable[[], None]) -> SyncWorker | None:
    """The road to central; None for a kiosk that was loaded from a folder and knows no central."""
    line = central_line(house)
    return None if line is None else SyncWorker(line, tell=listen(line, tell))


def central_line(house: House) -> Line | None:
    """What talks to central needs of the house; None where there is no central."""
    with house.database.read() as connection:
        url = enrolment.central_url(connection)
    return Line(house.database, house.ledger, house.writer, house.clock, house.key, house.settings.central_url or url) if url else None


def invoice_roads(house: House) -> InvoiceRoads:
    """A folder of the kiosk and the drives that are plugged in; central mails where there is one."""
    return InvoiceRoads(lambda: (house.data_dir / INVOICES, *removable_drives()), lambda: central_line(house) is not None)


def receipt_page(house: House) -> str:
    """Where phones open receipts: as the shop says, else at central itself; "" for a kiosk that knows neither."""
    shop, line = house.shop(), central_line(house)
    said = "" if shop is None else shop.receipt_page
    return said or ("" if line is None else f"{line.central_url.rstrip('/')}/r/")
