"""Makes the counter's own use cases, for the composition root and for tests."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.catalogue.service import CatalogueService
from kiosk.sales.counter import Counter
from kiosk.sales.desk.customer_service import CustomerService
from kiosk.sales.desk.deposit_service import DepositService
from kiosk.sales.desk.line_service import LineService
from kiosk.sales.desk.quotation_service import QuotationService
from kiosk.sales.service import SaleService
from kiosk.stock.service import StockService


@dataclass(frozen=True, slots=True)
class DeskServices:
    """Customers, promised prices, kept devices, and what is agreed on a line by hand."""

    customers: CustomerService
    quotations: QuotationService
    deposits: DepositService
    lines: LineService


def desk_services(counter: Counter, sales: SaleService, catalogue: CatalogueService, stock: StockService) -> DeskServices:
    return DeskServices(
        CustomerService(counter), QuotationService(counter, sales, catalogue, stock), DepositService(counter, sales, stock), LineService(counter)
    )
