"""A small shop on a real database for the tests of the till: people, devices, accessories, France or no country, all wired."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import Ids
from kiosk.basics.money import Money
from kiosk.cash import store as cash_store
from kiosk.cash.drawer import DrawerMode
from kiosk.cash.rulefiles import load_cash_book
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.codes import make_unit_label
from kiosk.catalogue.products import DeviceKind, DeviceModel, Product, ProductKind
from kiosk.catalogue.service import CatalogueService
from kiosk.documents.papers import ShopHeader
from kiosk.documents.printing import JobKind
from kiosk.documents.service import PrintQueue
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from kiosk.fiscal.module import FiscalModule
from kiosk.journal.ledger import Ledger
from kiosk.sales.basket import Basket
from kiosk.sales.cards import AnsweredBy, CardAnswered
from kiosk.sales.cash_service import CashService
from kiosk.sales.closing_service import ClosingService
from kiosk.sales.counter import Counter, ShopPapers
from kiosk.sales.drawer_service import DrawerService
from kiosk.sales.receipt_service import ReceiptService
from kiosk.sales.rulefiles import load_sale_rules
from kiosk.sales.service import SaleService
from kiosk.sales.tendered.service import VoucherService
from kiosk.sales.tenders import Tender
from kiosk.sales.tickets import TicketService
from kiosk.sales.words import load_sale_words
from kiosk.staff import store as staff_store
from kiosk.staff.approvals import Action, Approval, Why
from kiosk.staff.people import Person, Role
from kiosk.staff.rights import Right
from kiosk.stock import store as stock_store
from kiosk.stock.service import StockService
from kiosk.stock.units import Grade, Unit, UnitState, VatOrigin
from kiosk.storage.engine import Database

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
RECEIPT_PAGE = "https://tickets.example.fr/r/"
PARIS = ZoneInfo("Europe/Paris")
CAMILLE = Person("p-camille", "Camille", "Camille Lefort", "CL", (Role.CASHIER,), "fr", "-", "-")
YANIS = Person("p-yanis", "Yanis", "Yanis Benali", "YB", (Role.TECHNICIAN,), "fr", "-", "-")
SOPHIE = Person("p-sophie", "Sophie", "Sophie Marchand", "SM", (Role.MANAGER,), "fr", "-", "-")
IPHONE = Product(
    "p-iphone-13", "SMA-0001", ProductKind.UNIT, "iPhone 13 · 128 Go · Minuit", "Apple", "smartphone", "margin", model_id="m-iphone-13", durable=True
)
CASE = Product("p-case", "ACC-0001", ProductKind.ACCESSORY, "Coque transparente iPhone 13", "", "accessory", "standard", Money(2990), "2000000000015")
FITTING = Product("p-fitting", "SER-0001", ProductKind.SERVICE, "Pose de verre trempé", "", "service", "standard", Money(500))
INSURANCE = Product("p-insurance", "SER-0002", ProductKind.SERVICE, "Assurance casse 12 mois", "", "service", "exempt", Money(5900))
GIFT_CARD = Product("p-gift", "SER-0003", ProductKind.GIFT_CARD, "Carte cadeau", "", "service", "non_sale")
SHOP = ShopPapers(
    ShopHeader(
        "L01", "Nantes Crébillon", "Seconde Vie Électronique SAS", ("17 rue Crébillon", "44000 Nantes"), "98154327500029", "4779Z", "FR61981543275",
        "02 61 91 04 17",
    ),
    "Caisse 2",
    PARIS,
)  # fmt: skip


def phone(number: int, *, state: UnitState = UnitState.FOR_SALE, price_cents: int = 44900, bought_cents: int = 32000, holder: str = "shop:L01") -> Unit:
    return Unit(
        f"u{number}", "p-iphone-13", "m-iphone-13", f"F2LXK0ABCD{number:02d}", state, VatOrigin.MARGIN, Money(bought_cents), holder, 1,
        "2026-11-02T09:00:00.000Z", make_unit_label("L01", "K2", number), imei=IMEIS[number - 1], price=Money(price_cents), grade=Grade.EXCELLENT,
        register_number=f"L01-{4511 + number:06d}",
    )  # fmt: skip


IMEIS = ("352668910000015", "352668910000023", "352668910000031", "352668910000049", "352668910000056", "352668910000064", "352668910000072")
PHONE = phone(1)
OTHERS = (
    phone(2, state=UnitState.TO_ERASE),
    phone(3, state=UnitState.SOLD),
    phone(4, state=UnitState.BLOCKED),
    phone(5, holder="web"),
    replace(phone(6), vat_origin=VatOrigin.STANDARD),
    phone(7, price_cents=9990, bought_cents=12000),
)


@dataclass(frozen=True, slots=True)
class Till:
    """Everything that a test sells with."""

    database: Database
    ledger: Ledger
    clock: ManualClock
    counter: Counter
    sale: SaleService
    vouchers: VoucherService
    tickets: TicketService
    drawer: DrawerService
    cash: CashService
    closing: ClosingService
    stock: StockService
    queue: PrintQueue
    receipts: ReceiptService

    def basket(self, *codes: str) -> Basket:
        """A basket of what was scanned."""
        found = self.sale.new_basket()
        for code in codes:
            found = self.sale.add_by_code(found, code)
        return found

    def papers(self) -> list[str]:
        """What waits for the printer, as text, without the drawer's pulses."""
        with self.database.read() as connection:
            jobs = self.queue.waiting(connection)
        return [job.content.decode("cp1252", "replace") for job in jobs if job.kind is not JobKind.DRAWER]

    def kinds(self) -> list[str]:
        """The journal, kind by kind."""
        with self.database.read() as connection:
            return [entry.kind for entry in self.ledger.entries_after(connection, 0, 0, limit=10_000)]

    def expected(self) -> Money:
        """What must be in the one open drawer at this moment."""
        with self.database.read() as connection:
            (session,) = cash_store.open_sessions(connection)
            return cash_store.expected_in(connection, session)

    def approved_card(self, basket: Basket, amount: Money, *, reference: str = "A12345", person: Person = SOPHIE) -> Tender:
        """A card tender that the terminal approved."""
        intent = self.sale.ask_card(basket, amount, person=person)
        self.sale.answer_card(intent.intent_id, CardAnswered(True, AnsweredBy.TERMINAL, reference), person=person)
        return Tender("card", amount, intent.intent_id)


def approved(right: Right, *, for_document: str | None, by: Person = SOPHIE, asked_by: Person = CAMILLE, action: Action = Action.DISCOUNT) -> Approval:
    """What the sheet of approvals hands over."""
    return Approval(right, action, asked_by.person_id, by.person_id, by.short_name, Why("customer_loyalty"), for_document)


def furnish(database: Database) -> None:
    """People, models, products, units and levels, as the first sync brings them."""
    with database.write() as connection:
        staff_store.upsert_people(connection, [(person, 1) for person in (CAMILLE, YANIS, SOPHIE)])
        catalogue_store.upsert_models(connection, [(DeviceModel("m-iphone-13", "Apple", "iPhone 13", DeviceKind.SMARTPHONE, 128), 1)])
        catalogue_store.upsert_products(connection, [(product, 1) for product in (IPHONE, CASE, FITTING, INSURANCE, GIFT_CARD)])
        stock_store.upsert_units(connection, [(unit, 1) for unit in (PHONE, *OTHERS)])
        stock_store.upsert_levels(connection, [("p-case", 10, 1)])


def open_till(
    database: Database, ledger: Ledger, clock: ManualClock, ids: Ids, *, fiscal: FiscalModule | None = None, mode: DrawerMode = DrawerMode.SHARED
) -> Till:  # fmt: skip
    """The till's services over a furnished database; France with a new key unless told otherwise."""
    signer = EcdsaSigner(new_private_key_pem())
    module = fiscal or FranceFiscal(signer=signer, ids=ids, till_code="K2", zone=PARIS, software_version="0.1.0")
    ledger.stamper = module.event
    catalogue = CatalogueService(database)
    stock = StockService(database, catalogue, clock=clock, ids=ids)
    queue = PrintQueue(clock, ids)
    counter = Counter(
        database=database, ledger=ledger, clock=clock, ids=ids, fiscal=module, print_queue=queue, rules=load_sale_rules(RESOURCES),
        words=load_sale_words(RESOURCES), shop=lambda: SHOP, cash=load_cash_book(RESOURCES, mode=mode),
    )  # fmt: skip
    with database.write() as connection:
        module.open_till(connection, at_utc=counter.now_utc(), person_id="system")
    receipts = ReceiptService(counter, signer, page=lambda: RECEIPT_PAGE)
    return Till(
        database, ledger, clock, counter, SaleService(counter, catalogue, stock), VoucherService(counter), TicketService(counter), DrawerService(counter),
        CashService(counter), ClosingService(counter), stock, queue, receipts,
    )  # fmt: skip


def cash(cents: int) -> Tender:
    return Tender("cash", Money(cents))
