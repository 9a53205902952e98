"""THE composition root: every object of a running kiosk is made here, by plain constructor calls, and handed to whoever needs it."""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk import __version__, settings
from kiosk.accounting.office import removable_drives
from kiosk.basics.clock import Clock, SystemClock, utc_text
from kiosk.basics.ids import Ids, SystemIds
from kiosk.basics.static_files import SELF_TEST_HEADERS, SELF_TEST_PATH, self_test_files
from kiosk.basics.workers import ThreadWorker, ask
from kiosk.cash.drawer import DrawerMode
from kiosk.catalogue.codes import SECRET_LIMIT
from kiosk.catalogue.known_models import KnownModels
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.desk import InspectionRules
from kiosk.diagnostics.laptop_drives import LaptopDrives
from kiosk.diagnostics.making import Aftercare, make_aftercare
from kiosk.diagnostics.passport import Guarantees, load_passport_words
from kiosk.diagnostics.probes.page import ANSWER
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.service import InspectionService
from kiosk.documents.service import Documents, PrintQueue
from kiosk.documents.training import TrainingMark
from kiosk.errors import KioskError
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.fiscal.france.till_key import till_signer
from kiosk.fiscal.module import FiscalModule
from kiosk.fiscal.null import NullFiscal
from kiosk.fiscal.watch import Watch
from kiosk.hardware import registry
from kiosk.hardware.android_phones import AndroidPhones
from kiosk.hardware.page_server import PageServer
from kiosk.hardware.ports import Camera, PaymentTerminal, PhoneLink, PrintTransport, Scanner
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import SYSTEM, Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.machines import Machines, PaperRoad, PrinterNews, printer_worker
from kiosk.sales.after.guarantees import GuaranteeService
from kiosk.sales.after.service import ReturnService
from kiosk.sales.cash_service import CashService
from kiosk.sales.closing_service import ClosingService
from kiosk.sales.counter import Counter, ShopPapers
from kiosk.sales.desk.making import DeskServices, desk_services
from kiosk.sales.drawer_service import DrawerService
from kiosk.sales.invoice_service import InvoiceRoads, InvoiceService
from kiosk.sales.packs import PACKS, CountryPack, load_pack
from kiosk.sales.paper_service import PaperService
from kiosk.sales.receipt_service import ReceiptService
from kiosk.sales.service import SaleService
from kiosk.sales.tendered.service import VoucherService
from kiosk.sales.tickets import TicketService
from kiosk.settings import Settings
from kiosk.staff.approval_reasons import load_reasons
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.stock.service import StockService
from kiosk.storage.engine import FILE_NAME, Database, DatabaseUnreadable, schema_revision
from kiosk.storage.identity import TillIdentity, till_identity
from kiosk.storage.keys import KeyStore, database_key, key_store, till_secret
from kiosk.storage.revision import HEAD_REVISION
from kiosk.sync import enrolment
from kiosk.sync.baskets import SharedBaskets
from kiosk.sync.elsewhere import TicketsElsewhere
from kiosk.sync.past import PastLives
from kiosk.sync.presence import listen
from kiosk.sync.receipt_post import receipt_post
from kiosk.sync.recovery import open_local_epoch, recall
from kiosk.sync.rescue import Rescue
from kiosk.sync.session import Line
from kiosk.sync.shop import ShopSettings, register_note, shop_settings
from kiosk.sync.worker import SyncWorker
from kiosk.till_watch import note_what_changed
from kiosk.tradein.board import bench_board
from kiosk.tradein.certificates import CertificateService, load_certificate_words
from kiosk.tradein.erasing import EraseDesk, ErasureService
from kiosk.tradein.erasure_tools import load_erasure_tools
from kiosk.tradein.passports import PassportDesk, PassportPlace, PassportService
from kiosk.tradein.purchase import Desk, Place, PurchaseService
from kiosk.tradein.rulefiles import inspection_rules, load_bench_rules
from kiosk.tradein.self_testing import SelfTestService
from kiosk.tradein.service import TradeInService
from kiosk.tradein.shelf import PriceBooks
from kiosk.tradein.words import load_words
from kiosk.ui.application import px_per_mm_of_screen
from kiosk.ui.conductor import DOOR, Conductor, JournalChecked, Page, Strip
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.series import SeriesDesk
from kiosk.ui.viewmodels.app import AppViewModel, Frame, Parts
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.bench import Bench, Beside, SelfTests
from kiosk.ui.viewmodels.board import StoreServices
from kiosk.ui.viewmodels.diagnostic import DiagnosticViewModel
from kiosk.ui.viewmodels.records import RecordsServices
from kiosk.ui.viewmodels.sale import SaleViewModel
from kiosk.ui.viewmodels.sign_in import SignInViewModel
from kiosk.ui.viewmodels.status import StatusViewModel
from kiosk.ui.viewmodels.store import StoreViewModel
from kiosk.ui.viewmodels.till_desk import Hands, TillServices
from kiosk.ui.viewmodels.unit_papers import UnitPapers
from kiosk.ui.viewmodels.why import UnitPast

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
END_TIMEOUT_S = 10.0
INVOICES, PAPERS = "invoices", "papers"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class House:
    """What every kiosk has, enrolled or not."""

    data_dir: Path
    settings: Settings
    clock: Clock
    ids: Ids
    keys: KeyStore
    database: Database
    ledger: Ledger
    key: TillKey
    writer: ThreadWorker
    reader: ThreadWorker

    def identity(self) -> TillIdentity | None:
        with self.database.read() as connection:
            return till_identity(connection)

    @property
    def training(self) -> bool:
        identity = self.identity()
        return identity is not None and identity.training

    def shop(self) -> ShopSettings | None:
        with self.database.read() as connection:
            return shop_settings(connection)

    def close(self) -> None:
        """Finish what is queued, then fold the log into the file and make the head marker durable."""
        self.reader.stop()
        self.writer.stop()
        self.ledger.make_marker_durable()
        self.database.close()


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
    erasures: ErasureService
    print_queue: PrintQueue
    fiscal: FiscalModule
    zone: ZoneInfo
    now_local: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Devices:
    """The machine's devices as its settings name them; what is not there is None."""

    receipt_printer: PrintTransport | None
    label_printer: PrintTransport | None
    scanner: Scanner | None
    terminal: PaymentTerminal
    camera: Camera
    phones: tuple[PhoneLink, ...]


@dataclass(frozen=True, slots=True)
class Screens:
    """What the window stands on."""

    app: AppViewModel
    conductor: Conductor


def open_house(data_dir: Path, *, clock: Clock | None = None, settings_dir: Path | None = None) -> House:
    """Open or make the data; raises what settings, key store and storage raise. Alembic is imported only when it is needed.

    ``settings_dir`` is where the machine's settings stand when it is not with the data: a training till has those of the real one.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    configured = settings.load(settings_dir or data_dir, os.environ)
    path = data_dir / FILE_NAME
    keys = key_store(data_dir, configured.key_store)
    there = path.exists() and path.stat().st_size > 0
    if not there and HeadMarker(data_dir).exists():
        raise DatabaseUnreadable(path=str(path), reason="gone, and its head marker is still there")
    secret = database_key(keys, database_exists=there)
    if schema_revision(path, key=secret) == HEAD_REVISION:
        database = Database.open(data_dir, key=secret)
    else:
        from kiosk.storage.migrate import open_database

        database = open_database(data_dir, key=secret)
    clock = clock or SystemClock()
    key = TillKey(till_secret(keys))
    ledger = Ledger(database, clock=clock, key=key, marker=HeadMarker(data_dir))
    recall(database, ledger)
    return House(data_dir, configured, clock, SystemIds(clock), keys, database, ledger, key, ThreadWorker("ledger"), ThreadWorker("reader"))


def build_services(house: House) -> Services:
    """The services of an enrolled till; its fiscal records are begun here and its journal gets the fiscal event log."""
    identity, shop = house.identity(), house.shop()
    assert identity is not None and shop is not None, "only an enrolled kiosk has services"
    zone = ZoneInfo(shop.timezone)
    place = Place(shop.header, shop.tills.get(identity.till_code, identity.till_code), zone, training=identity.training)
    fiscal = fiscal_module(house)
    page = receipt_page(house)
    house.ledger.stamper = fiscal.event
    catalogue = CatalogueService(house.database, known=KnownModels(RESOURCES / "models"))
    stock = StockService(house.database, catalogue, clock=house.clock, ids=house.ids)
    recorder = Recorder(house.database, clock=house.clock, ids=house.ids)
    pack = load_pack(RESOURCES, country=shop.country, currency=shop.currency, training=identity.training)
    columns = house.settings.receipt_printer.columns
    print_queue = PrintQueue(house.clock, house.ids, training=TrainingMark(pack.style.words, columns) if identity.training else None)
    rules = load_bench_rules(RESOURCES, country=PACKS[shop.country].name, locale=pack.style.locale, declared=shop.declaration.complete)
    rules = replace(rules, shelf=PriceBooks(rules, house.database, today=lambda: house.clock.now_utc().astimezone(zone).date()))
    words = load_words(RESOURCES, locale=pack.style.locale)
    inspected = inspection_rules(rules)
    cash = replace(pack.cash, mode=DrawerMode.OWN if shop.drawer_mode == "own" else DrawerMode.SHARED)
    desk = Desk(print_queue, Documents(house.clock, house.ids), words, lambda: place, lambda: secrets.randbelow(SECRET_LIMIT), cash.mode)
    counter = Counter(
        house.database, house.ledger, house.clock, house.ids, fiscal, print_queue, pack.rules, pack.words,
        lambda: ShopPapers(place.shop, place.till_label, zone), columns, pack.style, desk=pack.desk, cash=cash, returns=pack.returns,
    )  # fmt: skip
    sales = SaleService(counter, catalogue, stock)
    passports = passport_service(house, recorder, inspected, pack, print_queue=print_queue, catalogue=catalogue)
    inspections = InspectionService(recorder, house.ledger, rules=inspected, print_queue=print_queue, stock=stock, catalogue=catalogue)
    aftercare = make_aftercare(recorder, house.ledger, rules=inspected, print_queue=print_queue, stock=stock, catalogue=catalogue)
    inspections.graded.append(passports.graded)
    aftercare.grades.graded.append(passports.graded)
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
        invoices=InvoiceService(counter, catalogue, desk.documents, register_note=lambda: register_note(shop), roads=invoice_roads(house)),
        receipts=ReceiptService(counter, till_signer(house.keys), page=lambda: page),
        drawer=DrawerService(counter),
        cash=CashService(counter),
        closing=ClosingService(counter),
        trade_ins=TradeInService(recorder, house.ledger, rules=rules, stock=stock, catalogue=catalogue),
        purchases=PurchaseService(recorder, house.ledger, rules=rules, desk=desk, stock=stock, catalogue=catalogue),
        inspections=inspections,
        passports=passports,
        certificates=CertificateService(
            house.database, stock=stock, catalogue=catalogue, desk=passports.desk, words=load_certificate_words(RESOURCES),
        ),
        aftercare=aftercare,
        erasures=ErasureService(
            recorder, house.ledger, stock=stock, catalogue=catalogue, desk=EraseDesk(print_queue, words, passports.desk.tools),
        ),
        print_queue=print_queue,
        fiscal=fiscal,
        zone=zone,
        now_local=lambda: house.clock.now_utc().astimezone(zone),
    )


def passport_service(
    house: House, recorder: Recorder, rules: InspectionRules, pack: CountryPack, *, print_queue: PrintQueue, catalogue: CatalogueService
) -> PassportService:  # fmt: skip
    """The papers of the units on sale, signed by the till's key for the page on which phones open receipts."""
    identity, shop = house.identity(), house.shop()
    assert identity is not None and shop is not None, "only an enrolled kiosk has services"
    zone, page = ZoneInfo(shop.timezone), receipt_page(house)

    def promised() -> Guarantees:
        terms = pack.returns.guarantee(house.clock.now_utc().astimezone(zone).date())
        return Guarantees(terms.legal_months, terms.presumed_used_months, terms.house_months)

    place = PassportPlace(shop.header, f"{identity.shop_id}-{identity.till_code}", zone, promised, training=identity.training)
    desk = PassportDesk(
        rules, load_passport_words(RESOURCES), load_erasure_tools(RESOURCES), place, till_signer(house.keys), lambda: page, print_queue,
        Documents(house.clock, house.ids), lambda: (house.data_dir / PAPERS, *removable_drives()),
    )  # fmt: skip
    stock = StockService(house.database, catalogue, clock=house.clock, ids=house.ids)
    return PassportService(recorder, house.ledger, stock=stock, catalogue=catalogue, desk=desk)


def find_devices(house: House) -> Devices:
    """The drivers that the settings ask for; nothing is opened yet."""
    configured = house.settings
    return Devices(
        registry.receipt_printer(configured.receipt_printer, house.data_dir),
        registry.label_printer(configured.label_printer, house.data_dir),
        registry.scanner(configured.scanner, house.clock),
        registry.payment_terminal(configured.terminal, training=house.training),
        registry.camera(configured.photo_folder, house.data_dir),
        registry.phones(configured.phones, house.data_dir),
    )


def build_machines(house: House, services: Services, devices: Devices, *, tell: Callable[[], None]) -> Machines:
    """The threads beside the screens; printers look for paper after each commit. ``tell`` is called on the sync thread at news."""
    roads = {name: PaperRoad(house.database, house.writer, services.print_queue, printer=name) for name in ("receipt", "label")}
    transports = {"receipt": devices.receipt_printer, "label": devices.label_printer}
    news = PrinterNews(house.database, house.writer, house.ledger)
    printers = {name: printer_worker(name, found, roads[name], house.clock, news=news) for name, found in transports.items() if found is not None}
    line = central_line(house)
    rescue = None if line is None else Rescue(line)

    def told() -> None:
        if rescue is not None and house.ledger.quarantined is not None:
            rescue.look()
        tell()

    errands = (rescue, receipt_post(line, services.receipts, services.invoices)) if line is not None and rescue is not None else ()
    machines = Machines(printers, roads, devices.scanner, build_sync(house, tell=told), errands, devices.phones)
    house.database.after_commit.append(machines.wake_printers)
    return machines


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


def beside_the_bench(house: House, services: Services, hands: Hands) -> Beside:
    """What the bench asks on the worker for errands: drives, and what the chain remembers of a device."""
    past = PastLives(central_line(house), services.stock, services.catalogue, guarantee_of=services.guarantees.of_code)
    return Beside(hands.errands, LaptopDrives(removable_drives, RESOURCES / "laptop"), past)


def self_tests(house: House, services: Services, devices: Devices) -> SelfTests:
    """Phones that test themselves: at central's page, or over a cable at the one that this kiosk serves."""
    recorder = Recorder(house.database, clock=house.clock, ids=house.ids)

    def address() -> str:
        shop, line = house.shop(), central_line(house)
        said = "" if shop is None else shop.self_test_page
        return said or ("" if line is None else f"{line.central_url.rstrip('/')}{SELF_TEST_PATH}")

    service = SelfTestService(recorder, trade_ins=services.trade_ins, inspections=services.inspections, catalogue=services.catalogue, address=address)
    phone = next((link for link in devices.phones if isinstance(link, AndroidPhones)), None)
    return SelfTests(service, PageServer(self_test_files, house.clock, headers=SELF_TEST_HEADERS, looks_right=ANSWER), phone)


def start_of_day(house: House, services: Services) -> None:
    """What the till writes when it starts: fiscal records begun, papers that were under way looked at, its first entry."""
    with house.database.write() as connection:
        services.fiscal.open_till(connection, at_utc=utc_text(house.clock.now_utc()), person_id=SYSTEM)
        services.print_queue.recover(connection)
        services.receipts.publish_key(connection)
        house.ledger.append(connection, "till.started", {"version": __version__})
        note_what_changed(connection, house.ledger, configured=house.settings, shop=house.shop(), resources=RESOURCES)
    services.closing.close_days_without_sales()


def end_of_run(house: House) -> None:
    """The last entry of an orderly end (JET 40); a till in quarantine or with a full disk ends without it."""

    def write() -> None:
        with house.database.write() as connection:
            house.ledger.append(connection, "till.stopped", {"version": __version__})

    try:
        ask(house.writer, write, timeout_s=END_TIMEOUT_S)
    except (KioskError, TimeoutError) as error:
        log.warning("ended without its last entry: %s", error)


def check_journal(house: House, fiscal: FiscalModule) -> JournalChecked:
    """Every entry from the first, with the rows it vouches for, and every fiscal chain; never in the way of a sale. A defect is told once (JET 90)."""
    watch = Watch(house.database, house.ledger, fiscal, key=house.key.public)
    defect = watch.look()
    if defect is not None:
        ask(house.writer, lambda: watch.tell(defect), timeout_s=END_TIMEOUT_S)
    return JournalChecked(utc_text(house.clock.now_utc()), "" if defect is None else defect.where.removeprefix("journal "))


def staff_service(house: House) -> StaffService:
    """Who works here; also asked before the kiosk is a till."""
    return StaffService(house.database, house.ledger, house.clock)


def frame_of(house: House) -> Frame:
    """What the shell shows before anybody signed in."""
    screen, shop, identity = house.settings.screen, house.shop(), house.identity()
    till_name = "" if shop is None or identity is None else shop.tills.get(identity.till_code, identity.till_code)
    return Frame(
        shop_name="" if shop is None else shop.header.name, till_name=till_name, language=screen.language, dark=screen.theme == "dark",
        motion=screen.motion, px_per_mm=screen.px_per_mm or px_per_mm_of_screen(),
        training=house.training, currency="EUR" if shop is None else shop.currency, country="FR" if shop is None else shop.country,
    )  # fmt: skip


def build_screens(house: House, services: Services, devices: Devices, machines: Machines, hands: Hands, records: RecordsServices) -> Screens:
    """The root view model with its pages, and the conductor that brings the outside to them."""
    shop = house.shop()
    assert shop is not None, "only an enrolled kiosk has screens of a till"
    formats = Formats(house.settings.screen.language, shop.currency, shop.country, str(services.zone))
    ledger, reader = hands.ledger, hands.reader
    approval = ApprovalViewModel(services.staff, ledger, load_reasons(RESOURCES), formats=formats)
    till = TillServices(
        services.sales, services.vouchers, services.tickets, services.papers, services.receipts, services.invoices, services.drawer, services.cash,
        services.stock, services.catalogue, services.staff, house.clock,
        SharedBaskets(central_line(house), services.catalogue, services.stock, house.ids), devices.terminal, approval, services.returns,
        services.guarantees, services.desk, TicketsElsewhere(central_line(house), services.returns),
    )  # fmt: skip
    sale = SaleViewModel(till, hands, formats=formats)
    past = UnitPast(services.aftercare.history, services.staff)
    papers = UnitPapers(services.passports, services.certificates, ledger, hands.errands, past)
    bench = Bench(
        services.trade_ins, services.purchases, services.inspections, services.erasures, services.stock, services.catalogue, devices.camera, ledger,
        house.clock, services.aftercare, approval, beside_the_bench(house, services, hands), papers,
        self_tests(house, services, devices),
    )  # fmt: skip
    diagnostic = DiagnosticViewModel(bench, formats)
    diagnostic.plugging.cable.readWanted.connect(machines.read_phone_again)
    offices = StoreServices(
        services.closing, services.drawer, services.stock,
        lambda: bench_board(house.database, services.stock, clock=house.clock, zone=services.zone), house.clock, records, services.desk.deposits, papers,
    )  # fmt: skip
    store = StoreViewModel(offices, reader=reader, ledger=ledger, exports=hands.exports, formats=formats)
    series = SeriesDesk(
        approval, ledger, till_name=frame_of(house).till_name, open_series=partial(open_local_epoch, house.database, house.ledger),
        on_error=lambda error: app.show_error(text_of(error, app.frame.language)),
    )  # fmt: skip
    status = StatusViewModel(machines.try_again, formats=formats, on_series=series.ask)
    sign_in = SignInViewModel(
        services.staff, ledger, house.clock, on_signed_in=lambda person: conductor.welcome(person), on_error=lambda text: app.show_error(text)
    )  # fmt: skip
    parts = Parts(sign_in, status, sale=sale, diagnostic=diagnostic, store=store, approval=approval)
    app = AppViewModel(parts, house.clock, frame=frame_of(house), idle_lock_minutes=house.settings.screen.idle_lock_minutes, zone=str(services.zone))

    def greet_bench(person: Person, formats: Formats) -> None:
        diagnostic.speak(formats)
        diagnostic.welcome(person)

    def refresh_door() -> None:
        owners = frozenset(session.person_id for session in services.drawer.sessions())
        sign_in.refresh(language=app.frame.language, drawer_owners=owners)

    pages = {
        DOOR: Page(lambda _code: None, lambda _person, _formats: None, refresh_door),
        "sale": Page(sale.on_scan, sale.welcome, sale.refresh, sale.printed),
        "diagnostic": Page(diagnostic.on_scan, greet_bench, diagnostic.refresh, diagnostic.tick, diagnostic.plugging),
        "store": Page(store.on_scan, store.welcome, store.opened),
    }
    strip = Strip(
        status, house.clock, services.drawer.opened_at_utc, lambda: _unsigned_since(house, services.fiscal), lambda: house.ledger.quarantined is not None
    )  # fmt: skip
    conductor = Conductor(app, pages, staff=services.staff, jobs=ledger, machines=machines, strip=strip)
    store.dayClosed.connect(sale.refresh)
    app.workspaceChanged.connect(conductor.news)
    app.stageChanged.connect(refresh_door)
    refresh_door()
    sale.restore()
    return Screens(app, conductor)


def fiscal_module(house: House) -> FiscalModule:
    """The country's way of proving takings, with this till's key."""
    identity, shop = house.identity(), house.shop()
    assert identity is not None and shop is not None, "only an enrolled kiosk has fiscal records"
    if shop.country != "FR":
        return NullFiscal(ids=house.ids)
    return FranceFiscal(
        signer=till_signer(house.keys), ids=house.ids, till_code=identity.till_code, zone=ZoneInfo(shop.timezone), software_version=__version__
    )  # fmt: skip


def _unsigned_since(house: House, fiscal: FiscalModule) -> str:
    with house.database.read() as connection:
        return fiscal.degraded_since(connection)
