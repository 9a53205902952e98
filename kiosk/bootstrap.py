"""THE composition root: every object of a running kiosk is made here, by plain constructor calls, and handed to whoever needs it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk import __version__, settings
from kiosk.basics.clock import Clock, SystemClock
from kiosk.basics.ids import Ids, SystemIds
from kiosk.basics.workers import ThreadWorker
from kiosk.catalogue.codes import SECRET_LIMIT
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.service import InspectionRules, InspectionService
from kiosk.documents.service import Documents, PrintQueue
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from kiosk.fiscal.module import FiscalModule
from kiosk.hardware import registry
from kiosk.hardware.ports import Camera, PaymentTerminal, PrintTransport, Scanner
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.settings import Settings
from kiosk.staff.service import StaffService
from kiosk.stock.service import StockService
from kiosk.storage.engine import FILE_NAME, Database, schema_revision
from kiosk.storage.identity import TillIdentity, till_identity
from kiosk.storage.keys import FISCAL_KEY, KeyStore, database_key, kept, key_store, till_secret
from kiosk.storage.revision import HEAD_REVISION
from kiosk.sync.shop import ShopSettings, shop_settings
from kiosk.tradein.erasing import ErasureService
from kiosk.tradein.pricebook import BookPrices
from kiosk.tradein.purchase import Desk, Place, PurchaseService
from kiosk.tradein.rulefiles import BenchRules, load_bench_rules
from kiosk.tradein.service import TradeInService
from kiosk.tradein.words import load_words

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


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
    trade_ins: TradeInService
    purchases: PurchaseService
    inspections: InspectionService
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
    camera: Camera | None


def open_house(data_dir: Path, *, clock: Clock | None = None) -> House:
    """Open or make the data; raises what settings, key store and storage raise. Alembic is imported only when it is needed."""
    data_dir.mkdir(parents=True, exist_ok=True)
    configured = settings.load(data_dir, os.environ)
    path = data_dir / FILE_NAME
    keys = key_store(data_dir, configured.key_store)
    secret = database_key(keys, database_exists=path.exists() and path.stat().st_size > 0)
    if schema_revision(path, key=secret) == HEAD_REVISION:
        database = Database.open(data_dir, key=secret)
    else:
        from kiosk.storage.migrate import open_database

        database = open_database(data_dir, key=secret)
    clock = clock or SystemClock()
    key = TillKey(till_secret(keys))
    ledger = Ledger(database, clock=clock, key=key, marker=HeadMarker(data_dir))
    return House(data_dir, configured, clock, SystemIds(clock), keys, database, ledger, key, ThreadWorker("ledger"), ThreadWorker("reader"))


def build_services(house: House) -> Services:
    """The services of an enrolled till; its fiscal records are begun here and its journal gets the fiscal event log."""
    identity, shop = house.identity(), house.shop()
    assert identity is not None and shop is not None, "only an enrolled kiosk has services"
    zone = ZoneInfo(shop.timezone)
    place = Place(shop.header, shop.tills.get(identity.till_code, identity.till_code), zone)
    fiscal = _fiscal(house, identity, zone)
    catalogue = CatalogueService(house.database)
    stock = StockService(house.database, catalogue, clock=house.clock, ids=house.ids)
    recorder = Recorder(house.database, clock=house.clock, ids=house.ids)
    print_queue = PrintQueue(house.clock, house.ids)
    rules = load_bench_rules(RESOURCES)
    words = load_words(RESOURCES)
    desk = Desk(print_queue, Documents(house.clock, house.ids), words, lambda: place, lambda: secrets.randbelow(SECRET_LIMIT))
    return Services(
        staff=StaffService(house.database, house.ledger, house.clock),
        catalogue=catalogue,
        stock=stock,
        trade_ins=TradeInService(recorder, house.ledger, rules=rules, stock=stock, catalogue=catalogue),
        purchases=PurchaseService(recorder, house.ledger, rules=rules, desk=desk, stock=stock, catalogue=catalogue),
        inspections=InspectionService(recorder, house.ledger, rules=_inspection_rules(rules), print_queue=print_queue, stock=stock, catalogue=catalogue),
        erasures=ErasureService(recorder, house.ledger, print_queue=print_queue, words=words, stock=stock, catalogue=catalogue),
        print_queue=print_queue,
        fiscal=fiscal,
        zone=zone,
        now_local=lambda: house.clock.now_utc().astimezone(zone),
    )


def find_devices(house: House) -> Devices:
    """The drivers that the settings ask for; nothing is opened yet."""
    configured = house.settings
    return Devices(
        registry.receipt_printer(configured.receipt_printer, house.data_dir),
        registry.label_printer(configured.label_printer, house.data_dir),
        registry.scanner(configured.scanner, house.clock),
        registry.payment_terminal(),
        registry.camera(configured.photo_folder, house.data_dir),
    )


def _fiscal(house: House, identity: TillIdentity, zone: ZoneInfo) -> FiscalModule:
    signer = EcdsaSigner(kept(house.keys, FISCAL_KEY, new_private_key_pem))
    return FranceFiscal(signer=signer, ids=house.ids, till_code=identity.till_code, zone=zone, software_version=__version__)


def _inspection_rules(rules: BenchRules) -> InspectionRules:
    return InspectionRules(rules.inspections, rules.grading, BookPrices(rules.pricebook))
