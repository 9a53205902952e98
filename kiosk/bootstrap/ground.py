"""What every use case of an enrolled till stands on: its shop, its country's pack, catalogue, stock, print queue, and the counter made of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.cash.drawer import DrawerMode
from kiosk.catalogue.known_models import KnownModels
from kiosk.catalogue.service import CatalogueService
from kiosk.countries import fiscal_module
from kiosk.diagnostics.recorder import Recorder
from kiosk.documents.service import PrintQueue
from kiosk.documents.training import TrainingMark
from kiosk.fiscal.module import FiscalModule
from kiosk.house import RESOURCES, House
from kiosk.sales.counter import Counter, ShopPapers
from kiosk.sales.packs import CountryPack, load_pack
from kiosk.stock.service import StockService
from kiosk.storage.identity import TillIdentity
from kiosk.sync.shop import ShopSettings


@dataclass(frozen=True, slots=True)
class Ground:
    """``counter`` is what sales stand on, ``recorder`` what diagnostics stand on."""

    house: House
    identity: TillIdentity
    shop: ShopSettings
    zone: ZoneInfo
    fiscal: FiscalModule
    pack: CountryPack
    catalogue: CatalogueService
    stock: StockService
    print_queue: PrintQueue
    counter: Counter
    recorder: Recorder

    @property
    def till_label(self) -> str:
        return self.shop.tills.get(self.identity.till_code, self.identity.till_code)

    def now_local(self) -> datetime:
        return self.house.clock.now_utc().astimezone(self.zone)

    def today(self) -> date:
        return self.now_local().date()


def lay_ground(house: House) -> Ground:
    """The fiscal records of the till are begun here and its journal gets the fiscal event log."""
    identity, shop = house.identity(), house.shop()
    assert identity is not None and shop is not None, "only an enrolled kiosk has services"
    zone = ZoneInfo(shop.timezone)
    fiscal = fiscal_module(house)
    house.ledger.stamper = fiscal.event
    catalogue = CatalogueService(house.database, known=KnownModels(RESOURCES / "models"))
    pack = load_pack(RESOURCES, country=shop.country, currency=shop.currency, training=identity.training)
    columns = house.settings.receipt_printer.columns
    print_queue = PrintQueue(house.clock, house.ids, training=TrainingMark(pack.style.words, columns) if identity.training else None)
    papers = ShopPapers(shop.header, shop.tills.get(identity.till_code, identity.till_code), zone)
    cash = replace(pack.cash, mode=DrawerMode.OWN if shop.drawer_mode == "own" else DrawerMode.SHARED)
    counter = Counter(
        house.database, house.ledger, house.clock, house.ids, fiscal, print_queue, pack.rules, pack.words,
        lambda: papers, columns, pack.style, desk=pack.desk, cash=cash, returns=pack.returns,
    )  # fmt: skip
    stock = StockService(house.database, catalogue, clock=house.clock, ids=house.ids)
    recorder = Recorder(house.database, clock=house.clock, ids=house.ids)
    return Ground(house, identity, shop, zone, fiscal, pack, catalogue, stock, print_queue, counter, recorder)
