"""The root view model with its pages, and the conductor that brings the outside to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kiosk.bootstrap.machines import Devices
from kiosk.bootstrap.pages import Site, bench_page, sale_page, store_page
from kiosk.bootstrap.services import Services
from kiosk.fiscal.module import FiscalModule
from kiosk.house import RESOURCES, House
from kiosk.machines import Machines
from kiosk.staff.approval_reasons import load_reasons
from kiosk.staff.people import Person
from kiosk.storage.remembered import Remembered
from kiosk.sync.recovery import open_local_epoch
from kiosk.ui.application import px_per_mm_of_screen
from kiosk.ui.conductor import DOOR, Conductor, Page, Strip
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.series import SeriesDesk
from kiosk.ui.viewmodels.app import AppViewModel, Frame, Parts
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.diagnostic import DiagnosticViewModel
from kiosk.ui.viewmodels.records import RecordsServices
from kiosk.ui.viewmodels.sale import SaleViewModel
from kiosk.ui.viewmodels.sign_in import SignInViewModel
from kiosk.ui.viewmodels.status import StatusViewModel
from kiosk.ui.viewmodels.store import StoreViewModel
from kiosk.ui.viewmodels.till_desk import Hands


@dataclass(frozen=True, slots=True)
class Screens:
    """What the window stands on."""

    app: AppViewModel
    conductor: Conductor


@dataclass(frozen=True, slots=True)
class Workspaces:
    """The three pages."""

    sale: SaleViewModel
    diagnostic: DiagnosticViewModel
    store: StoreViewModel


def build_screens(house: House, services: Services, devices: Devices, machines: Machines, hands: Hands, records: RecordsServices) -> Screens:
    """The root view model with its pages, and the conductor that brings the outside to them."""
    shop = house.shop()
    assert shop is not None, "only an enrolled kiosk has screens of a till"
    formats = Formats(house.settings.screen.language, shop.currency, shop.country, str(services.zone))
    approval = ApprovalViewModel(services.staff, hands.ledger, load_reasons(RESOURCES), formats=formats)
    site = Site(house, services, devices, machines, hands, records, approval, formats)
    work = Workspaces(sale_page(site), bench_page(site), store_page(site))
    series = SeriesDesk(
        approval, hands.ledger, till_name=frame_of(house).till_name, open_series=partial(open_local_epoch, house.database, house.ledger),
        on_error=lambda error: app.show_error(text_of(error, app.frame.language)),
    )  # fmt: skip
    status = StatusViewModel(machines.try_again, formats=formats, on_series=series.ask)
    sign_in = SignInViewModel(
        services.staff, hands.ledger, house.clock, on_signed_in=lambda person: conductor.welcome(person), on_error=lambda text: app.show_error(text)
    )  # fmt: skip
    parts = Parts(sign_in, status, sale=work.sale, diagnostic=work.diagnostic, store=work.store, approval=approval)
    app = AppViewModel(parts, house.clock, frame=frame_of(house), idle_lock_minutes=house.settings.screen.idle_lock_minutes, zone=str(services.zone))

    def refresh_door() -> None:
        owners = frozenset(session.person_id for session in services.drawer.sessions())
        sign_in.refresh(language=app.frame.language, drawer_owners=owners)

    drawer_opened_at = Remembered(house.database, services.drawer.opened_at_utc)
    unsigned_since = Remembered(house.database, lambda: _unsigned_since(house, services.fiscal))
    strip = Strip(status, house.clock, drawer_opened_at, unsigned_since, lambda: house.ledger.quarantined is not None)
    conductor = Conductor(app, pages_of(work, refresh_door), staff=services.staff, jobs=hands.ledger, machines=machines, strip=strip)
    work.store.dayClosed.connect(work.sale.refresh)
    app.workspaceChanged.connect(conductor.news)
    app.stageChanged.connect(refresh_door)
    refresh_door()
    work.sale.restore()
    return Screens(app, conductor)


def pages_of(work: Workspaces, refresh_door: Callable[[], None]) -> dict[str, Page]:
    """The pages as the conductor sees them; the bench is the one that phones on a cable are for."""
    sale, diagnostic, store = work.sale, work.diagnostic, work.store

    def greet_bench(person: Person, formats: Formats) -> None:
        diagnostic.speak(formats)
        diagnostic.welcome(person)

    return {
        DOOR: Page(lambda _code: None, lambda _person, _formats: None, refresh_door),
        "sale": Page(sale.on_scan, sale.welcome, sale.refresh, sale.printed),
        "diagnostic": Page(diagnostic.on_scan, greet_bench, diagnostic.refresh, diagnostic.tick, diagnostic.plugging),
        "store": Page(store.on_scan, store.welcome, store.opened),
    }


def frame_of(house: House) -> Frame:
    """What the shell shows before anybody signed in."""
    screen, shop, identity = house.settings.screen, house.shop(), house.identity()
    till_name = "" if shop is None or identity is None else shop.tills.get(identity.till_code, identity.till_code)
    return Frame(
        shop_name="" if shop is None else shop.header.name, till_name=till_name, language=screen.language, dark=screen.theme == "dark",
        motion=screen.motion, px_per_mm=screen.px_per_mm or px_per_mm_of_screen(),
        training=house.training, currency="EUR" if shop is None else shop.currency, country="FR" if shop is None else shop.country,
    )  # fmt: skip


def _unsigned_since(house: House, fiscal: FiscalModule) -> str:
    with house.database.read() as connection:
        return fiscal.degraded_since(connection)
