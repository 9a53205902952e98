"""The sale and the store on the demo shop: real database, real services, real view models, and workers stepped by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk.accounting.chartfile import load_chart
from kiosk.accounting.office import RecordsOffice
from kiosk.accounting.service import AccountingService, Company, Write, at_once
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.cash.drawer import DrawerMode
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.codes import decode
from kiosk.catalogue.products import DeviceModel, Product
from kiosk.catalogue.service import CatalogueService
from kiosk.documents.service import Documents
from kiosk.hardware.manual_terminal import ManualTerminal
from kiosk.hardware.ports import PaymentTerminal
from kiosk.journal.ledger import Ledger
from kiosk.sales.after.guarantees import GuaranteeService
from kiosk.sales.after.service import ReturnService
from kiosk.sales.desk.making import desk_services
from kiosk.sales.invoice_service import InvoiceRoads, InvoiceService
from kiosk.sales.paper_service import PaperService
from kiosk.staff.approval_reasons import load_reasons
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.stock import store as stock_store
from kiosk.stock.units import Unit
from kiosk.storage.engine import Database
from kiosk.sync.baskets import SharedBaskets
from kiosk.sync.elsewhere import TicketsElsewhere
from kiosk.sync.session import Line
from kiosk.tradein.account import checked_account
from kiosk.tradein.board import BenchBoard
from kiosk.tradein.credit_transfers.service import CreditTransferService, Treasury
from kiosk.tradein.declaration import Declaration
from kiosk.tradein.police.service import BookPlace, PoliceBook
from kiosk.tradein.words import load_words
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.board import StoreServices
from kiosk.ui.viewmodels.records import RecordsServices
from kiosk.ui.viewmodels.sale import SaleViewModel
from kiosk.ui.viewmodels.store import StoreViewModel
from kiosk.ui.viewmodels.till_desk import Hands, TillServices
from kiosk.ui.viewmodels.transfers import TransferOffice
from kiosk.ui.viewmodels.unit_papers import UnitPapers
from tests.bench import SHOP
from tests.integration.sale_shop import PARIS, RESOURCES, Till, open_till
from tests.integration.test_archive import service_of as archives_of
from tests.ui.conftest import HandJobs

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
T = TypeVar("T")


def rows(name: str, kind: type[T]) -> list[T]:
    return msgspec.json.decode((DEMO / f"{name}.json").read_bytes(), type=list[kind])  # type: ignore[valid-type]  # the noun is the argument


IPHONE_IMEI = str(rows("units", Unit)[0].imei)


def furnish_demo(database: Database) -> None:
    """The catalogue and the stock that the first sync brings."""
    with database.write() as connection:
        catalogue_store.upsert_models(connection, [(model, 1) for model in rows("device_models", DeviceModel)])
        catalogue_store.upsert_products(connection, [(product, 1) for product in rows("products", Product)])
        stock_store.upsert_units(connection, [(unit, 1) for unit in rows("units", Unit)])
        levels = msgspec.json.decode((DEMO / "levels.json").read_bytes())
        stock_store.upsert_levels(connection, [(level["product_id"], level["quantity"], 1) for level in levels])


def records_of(
    till: Till, folder: Path = Path("exports"), *, write: Write = at_once, drives: Callable[[], tuple[Path, ...]] = tuple
) -> RecordsServices:
    """The office of a till, that writes where the test stands."""
    company = Company("981543275", "EUR", PARIS)
    books = AccountingService(till.database, till.ledger, company=lambda: company, chart=load_chart(RESOURCES, folder), rules=till.counter.rules, write=write)
    archives = archives_of(till, folder.parent / "archives", write=write)
    office = RecordsOffice(till.database, archives=archives, books=books, folder=folder, drives=drives)
    ids = till.counter.ids
    declared = Declaration("Préfecture de la Loire-Atlantique", "44-2024-0318", "2024-03-18")
    place = BookPlace(SHOP, declared, PARIS, "Caisse 2", folder, drives)
    police = PoliceBook(till.database, till.ledger, tools=(till.clock, ids), place=lambda: place, words=load_words(RESOURCES), write=write)
    company_account = checked_account(holder="Seconde Vie Électronique SAS", iban="DE89370400440532013000")

    def treasury() -> Treasury:
        return Treasury(company_account, PARIS, (folder, *drives()))

    transfers = CreditTransferService(till.database, till.ledger, tools=(till.clock, ids), treasury=treasury, write=write)
    return RecordsServices(office, lambda: till.clock.now_utc().astimezone(PARIS).date(), police=police, credit_transfers=transfers)


class DemoTill:
    """One till of the demo shop with its two workspaces; ``jobs`` is every worker at once."""

    def __init__(
        self, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, *, staff: StaffService, jobs: HandJobs, line: Line | None = None,
        terminal: PaymentTerminal | None = None, mode: DrawerMode = DrawerMode.SHARED, papers: UnitPapers | None = None,
        approval: ApprovalViewModel | None = None, transfers: TransferOffice | None = None,
    ) -> None:  # fmt: skip
        furnish_demo(database)
        self.clock = clock
        self.jobs = jobs
        self.folders: tuple[Path, ...] = ()
        self.till: Till = open_till(database, ledger, clock, ids, mode=mode)
        catalogue = CatalogueService(database)
        roads = InvoiceRoads(lambda: self.folders, lambda: True)
        self.invoices = invoices = InvoiceService(self.till.counter, catalogue, Documents(clock, ids), register_note=str, roads=roads)
        shared = SharedBaskets(line, catalogue, self.till.stock, ids)
        formats = Formats()
        self.plugged: list[Path] = []
        self.approval = approval or ApprovalViewModel(staff, jobs, load_reasons(DEMO.parent), formats=formats)
        self.desk = desk_services(self.till.counter, self.till.sale, catalogue, self.till.stock)
        returns = ReturnService(self.till.counter, self.till.stock, catalogue)
        services = TillServices(
            self.till.sale, self.till.vouchers, self.till.tickets, PaperService(self.till.counter), self.till.receipts, invoices, self.till.drawer,
            self.till.cash, self.till.stock, catalogue, staff, clock, shared, ManualTerminal() if terminal is None else terminal, self.approval,
            returns, GuaranteeService(self.till.counter, self.till.stock), self.desk, TicketsElsewhere(line, returns, looks=0), papers,
        )  # fmt: skip
        self.sale = SaleViewModel(services, Hands(jobs, jobs, jobs, jobs, jobs), formats=formats)
        bench = BenchBoard(started=14, offered=11, accepted=8, declined=3, still_open=3, bought=Money(1_480_00), to_erase=6, to_inspect=12)
        records = records_of(self.till, drives=lambda: tuple(self.plugged))
        offices = StoreServices(self.till.closing, self.till.drawer, self.till.stock, lambda: bench, clock, records, self.desk.deposits, papers, transfers)
        self.store = StoreViewModel(offices, reader=jobs, ledger=jobs, exports=jobs, formats=formats)

    def welcome(self, person: Person, *, language: str = "fr") -> None:
        self.approval.speak(Formats(language))
        self.sale.welcome(person, Formats(language))
        self.store.welcome(person, Formats(language))
        self.sale.refresh()
        self.store.opened()
        self.jobs.step()

    def open_drawer(self) -> None:
        self.sale.drawer.takeUsual()
        self.sale.drawer.openDrawer()
        self.jobs.step()

    def lend(self, pin: str, *, reason: str = "customer_loyalty") -> None:
        """A colleague answers the sheet of approvals."""
        self.approval.chooseReason(reason)
        for figure in pin:
            self.approval.type(figure)
        self.jobs.step()

    def scan(self, *codes: str) -> None:
        for code in codes:
            self.sale.on_scan(decode(code))
            self.jobs.step()

    def type(self, figures: str) -> None:
        for figure in figures:
            self.sale.payment.type(figure)

    def validate(self) -> None:
        self.sale.payment.validate()
        self.jobs.step()

    def ean(self, name: str) -> str:
        """The EAN of an article of the demo."""
        return next(str(product.ean) for product in rows("products", Product) if product.name == name)
