"""The use cases of an enrolled till, each made once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.bootstrap.bench import bench_services
from kiosk.bootstrap.ground import Ground, lay_ground
from kiosk.bootstrap.roads import invoice_roads, receipt_page
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.making import Aftercare
from kiosk.diagnostics.service import InspectionService
from kiosk.documents.service import Documents, PrintQueue
from kiosk.fiscal.france.till_key import till_signer
from kiosk.fiscal.module import FiscalModule
from kiosk.house import House, staff_service
from kiosk.sales.after.guarantees import GuaranteeService
from kiosk.sales.after.service import ReturnService
from kiosk.sales.cash_service import CashService
from kiosk.sales.closing_service import ClosingService
from kiosk.sales.desk.making import DeskServices, desk_services
from kiosk.sales.drawer_service import DrawerService
from kiosk.sales.invoice_service import InvoiceService
from kiosk.sales.paper_service import PaperService
from kiosk.sales.receipt_service import ReceiptService
from kiosk.sales.service import SaleService
from kiosk.sales.tendered.service import VoucherService
from kiosk.sales.tickets import TicketService
from kiosk.staff.service import StaffService
from kiosk.stock.service import StockService
from kiosk.sync.shop import register_note
from kiosk.tradein.certificates import CertificateService
from kiosk.tradein.erasing import ErasureService
from kiosk.tradein.holding import HoldService
from kiosk.tradein.offer_sheet import OfferSheets
from kiosk.tradein.passports import PassportService
from kiosk.tradein.purchase import PurchaseService
from kiosk.tradein.service import TradeInService
from kiosk.tradein.transfers import TransferService


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases of an enrolled till."""

    staff: StaffService
    catalogue: CatalogueService
    stock: StockService
    sales: SaleService
    desk: DeskServices
    vouchers: VoucherService
    tickets: TicketService
    returns: ReturnService
    guarantees: GuaranteeService
    papers: PaperService
    receipts: ReceiptService
    invoices: InvoiceService
    drawer: DrawerService
    cash: CashService
    closing: ClosingService
    trade_ins: TradeInService
    purchases: PurchaseService
    inspections: InspectionService
    passports: PassportService
    certificates: CertificateService
    aftercare: Aftercare
    holds: HoldService
    offer_sheets: OfferSheets
    erasures: ErasureService
    transfers: TransferService
    print_queue: PrintQueue
    fiscal: FiscalModule
    zone: ZoneInfo
    now_local: Callable[[], datetime]


def build_services(house: House) -> Services:
    """The services of an enrolled till; its fiscal records are begun here and its journal gets the fiscal event log."""
    ground = lay_ground(house)
    counter, stock, catalogue = ground.counter, ground.stock, ground.catalogue
    sales, bench = SaleService(counter, catalogue, stock), bench_services(ground)
    return Services(
        staff=staff_service(house),
        catalogue=catalogue,
        stock=stock,
        sales=sales,
        desk=desk_services(counter, sales, catalogue, stock),
        vouchers=VoucherService(counter),
        tickets=TicketService(counter),
        returns=ReturnService(counter, stock, catalogue),
        guarantees=GuaranteeService(counter, stock),
        papers=PaperService(counter),
        invoices=_invoices(ground),
        receipts=_receipts(ground),
        drawer=DrawerService(counter),
        cash=CashService(counter),
        closing=ClosingService(counter),
        trade_ins=bench.trade_ins,
        purchases=bench.purchases,
        inspections=bench.inspections,
        passports=bench.passports,
        certificates=bench.certificates,
        aftercare=bench.aftercare,
        holds=bench.holds,
        offer_sheets=bench.offer_sheets,
        erasures=bench.erasures,
        transfers=bench.transfers,
        print_queue=ground.print_queue,
        fiscal=ground.fiscal,
        zone=ground.zone,
        now_local=ground.now_local,
    )


def _invoices(ground: Ground) -> InvoiceService:
    house, shop = ground.house, ground.shop
    documents = Documents(house.clock, house.ids)
    return InvoiceService(ground.counter, ground.catalogue, documents, register_note=lambda: register_note(shop), roads=invoice_roads(house))


def _receipts(ground: Ground) -> ReceiptService:
    page = receipt_page(ground.house)
    return ReceiptService(ground.counter, till_signer(ground.house.keys), page=lambda: page)
