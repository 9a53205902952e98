"""The pages behind the door, and the conductor that brings the outside to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kiosk.bootstrap.pages import Site, bench_page, sale_page, store_page
from kiosk.door import Door
from kiosk.fiscal.module import FiscalModule
from kiosk.house import House
from kiosk.staff.people import Person
from kiosk.storage.remembered import Remembered
from kiosk.sync.recovery import open_local_epoch
from kiosk.ui.conductor import DOOR, Conductor, Page, Strip
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.series import SeriesDesk
from kiosk.ui.viewmodels.diagnostic import DiagnosticViewModel
from kiosk.ui.viewmodels.sale import SaleViewModel
from kiosk.ui.viewmodels.store import StoreViewModel


@dataclass(frozen=True, slots=True)
class Workspaces:
    """The three pages."""

    sale: SaleViewModel
    diagnostic: DiagnosticViewModel
    store: StoreViewModel


def all_workspaces(site: Site) -> Workspaces:
    """The three at once; a start makes them one by one."""
    return Workspaces(sale_page(site), bench_page(site), store_page(site))


def furnish(door: Door, site: Site, workspaces: Workspaces) -> Conductor:
    """Put the pages behind the door, and whoever waits there before them; from now on the conductor brings the outside to them."""
    house, services, machines, app = site.house, site.services, site.machines, door.app
    series = SeriesDesk(
        site.approval, site.hands.ledger, till_name=app.frame.till_name, open_series=partial(open_local_epoch, house.database, house.ledger),
        on_error=lambda error: app.show_error(text_of(error, app.frame.language)),
    )  # fmt: skip
    door.status.answer_to(machines.try_again, series.ask)

    def refresh_door() -> None:
        owners = frozenset(session.person_id for session in services.drawer.sessions())
        door.sign_in.refresh(language=app.frame.language, drawer_owners=owners)

    drawer_opened_at = Remembered(house.database, services.drawer.opened_at_utc)
    unsigned_since = Remembered(house.database, lambda: _unsigned_since(house, services.fiscal))
    strip = Strip(door.status, house.clock, drawer_opened_at, unsigned_since, lambda: house.ledger.quarantined is not None)
    pages = pages_of(workspaces, refresh_door)
    app.furnish(sale=workspaces.sale, diagnostic=workspaces.diagnostic, store=workspaces.store, approval=site.approval)
    conductor = Conductor(app, pages, staff=services.staff, jobs=site.hands.ledger, machines=machines, strip=strip)
    workspaces.store.dayClosed.connect(workspaces.sale.refresh)
    app.workspaceChanged.connect(conductor.news)
    app.stageChanged.connect(refresh_door)
    refresh_door()
    workspaces.sale.restore()
    door.open_to(conductor.welcome)
    return conductor


def pages_of(workspaces: Workspaces, refresh_door: Callable[[], None]) -> dict[str, Page]:
    """The pages as the conductor sees them; the bench is the one that phones on a cable are for."""
    sale, diagnostic, store = workspaces.sale, workspaces.diagnostic, workspaces.store

    def greet_bench(person: Person, formats: Formats) -> None:
        diagnostic.speak(formats)
        diagnostic.welcome(person)

    return {
        DOOR: Page(lambda _code: None, lambda _person, _formats: None, refresh_door),
        "sale": Page(sale.on_scan, sale.welcome, sale.refresh, sale.printed),
        "diagnostic": Page(diagnostic.on_scan, greet_bench, diagnostic.refresh, diagnostic.tick, diagnostic.plugging),
        "store": Page(store.on_scan, store.welcome, store.opened),
    }


def _unsigned_since(house: House, fiscal: FiscalModule) -> str:
    with house.database.read() as connection:
        return fiscal.degraded_since(connection)
