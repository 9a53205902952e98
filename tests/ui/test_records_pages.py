"""Registers and exports as they are seen, by a manager and by an inspector: nothing clipped, nothing nameless, and for an inspector nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.basics.progress import Doing, Step
from kiosk.catalogue.products import Product
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.application import KioskWindow
from kiosk.ui.viewmodels.app import Frame
from tests.integration.sale_shop import cash
from tests.integration.test_archive import INSPECTOR
from tests.ui.conftest import PEOPLE, HandJobs, LookAt, Show
from tests.ui.looking import accessible_name, faults, items
from tests.ui.shell import ALL_WELL, Shell
from tests.ui.till import DemoTill, rows

SIZES = [(1920, 1080), (1366, 768), (1024, 768)]
CAMILLE, SOPHIE = PEOPLE[0], PEOPLE[3]
EARLIER_UTC = "2026-11-22T09:40:00.000Z"
SALES = (
    (datetime(2026, 11, 26, 10, tzinfo=UTC), "Coque transparente"),
    (datetime(2026, 11, 28, 10, tzinfo=UTC), "Chargeur USB-C 20 W"),
    (datetime(2026, 12, 3, 10, tzinfo=UTC), "Verre trempé"),
    (datetime(2026, 12, 5, 10, tzinfo=UTC), "Coque transparente"),
)


@dataclass(frozen=True, slots=True)
class Office:
    """A shop with two weeks behind it, and the window on it."""

    shell: Shell
    demo: DemoTill
    window: KioskWindow
    language: str
    drive: Path = Path("CLE USB")

    def greet(self, person: Person) -> None:
        self.demo.welcome(person, language=self.language)
        self.shell.app.welcome(replace(person, language=self.language))
        self.demo.store.show(3)
        self.demo.jobs.step()


def sell_two_weeks(demo: DemoTill) -> None:
    till = demo.till
    prices = {product.name: product.price for product in rows("products", Product) if product.price is not None}
    for moment, name in SALES:
        till.clock.advance(seconds=(moment - till.clock.now_utc()).total_seconds())
        if till.closing.days_waiting():
            till.closing.close_day(person=SOPHIE)
        if not till.drawer.sessions():
            till.drawer.open_session(Money(15000), person=CAMILLE)
        basket = till.basket(demo.ean(name))
        till.sale.pay(basket, [cash(prices[name].amount_cents)], person=CAMILLE)


def archive(office: Office) -> None:
    office.greet(SOPHIE)
    office.demo.store.records.archive_waiting()
    office.demo.jobs.step()


def days(office: Office) -> None:
    office.demo.store.records.choosePeriod(2)
    office.demo.store.records.choose("fec")
    office.demo.store.records.typeLast("30/10/2026")


def at_work(office: Office) -> None:
    office.demo.store.records.typeLast("05/12/2026")
    office.demo.store.records.make()
    office.demo.store.records._step(Step(Doing.CHECKING, 1, 5, 3, 12))


def result(office: Office) -> None:
    office.demo.jobs.step()


def refused(office: Office) -> None:
    office.demo.store.records.closeResult()
    office.demo.store.records.choosePeriod(0)
    office.demo.store.records.choose("archive")
    office.demo.store.records.later()
    office.demo.store.records.make()
    office.demo.jobs.step()


def verified(office: Office) -> None:
    office.demo.store.records.earlier()
    office.demo.store.records.verify()
    office.demo.jobs.step()


def copied(office: Office) -> None:
    """A drive is plugged in while somebody looks."""
    office.demo.store.records.closeResult()
    office.drive.mkdir()
    office.demo.plugged.append(office.drive)
    office.demo.store.records.lookForDrives()
    office.demo.jobs.step()
    office.demo.store.records.chooseFolder(str(office.drive))


def inspector(office: Office) -> None:
    office.greet(INSPECTOR)


PAGES: dict[str, Callable[[Office], None]] = {
    "month": archive, "days": days, "at-work": at_work, "result": result, "refused": refused, "verified": verified, "copied": copied,
    "inspector": inspector,
}  # fmt: skip
PHOTOGRAPHED = ("month", "at-work", "result", "verified", "copied", "inspector")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_registers_and_exports_are_readable_and_touchable(
    language: str, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs,
    show: Show, look_at: LookAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    sell_two_weeks(demo)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language, workspace="store")
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    office = Office(shell, demo, show(shell.app, size=SIZES[0]), language)
    found: list[str] = []
    for page, arrive in PAGES.items():
        arrive(office)
        for width, height in SIZES:
            office.window.window.setWidth(width)
            office.window.window.setHeight(height)
            found += [f"{page} {width}: {fault}" for fault in faults(office.window)]
            if page in PHOTOGRAPHED and (language == "fr" or width == 1366):
                look_at(office.window, f"records-{page}-{width}-{language}-light")
        if page == "month" and language == "fr":
            shell.app.show_frame(replace(shell.app.frame, dark=True))
            look_at(office.window, f"records-{page}-1024-fr-dark")
            shell.app.show_frame(replace(shell.app.frame, dark=False))
    assert found == []


def test_an_inspector_is_shown_no_sale_no_bench_and_no_board(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, show: Show,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    shell = Shell(staff, jobs, clock, sale=demo.sale, store=demo.store, approval=demo.approval)
    office = Office(shell, demo, show(shell.app, size=SIZES[1]), "fr")
    office.greet(INSPECTOR)
    assert shell.app.workspace == "store"
    shell.app.openWorkspace("sale")
    shell.app.openWorkspace("diagnostic")
    assert shell.app.workspace == "store"
    faults(office.window)
    names = {accessible_name(item) for item in items(office.window.window.contentItem()) if item.inherits("QQuickAbstractButton")}
    assert not names & {"Vente", "Diagnostic", "Tableau", "Stock", "Registres", "Clore la journée", "Formation"}
    assert {"Magasin", "Export pour l’administration", "Créer le fichier"} <= {name.split(",")[0] for name in names}


def test_the_degraded_mode_is_said_in_the_strip_and_explained_on_its_page(staff: StaffService, jobs: HandJobs, clock: ManualClock, show: Show) -> None:
    shell = Shell(staff, jobs, clock)
    assert [row.key for row in shell.status.strip.rows] == ["sync", "printer", "scanner", "drawer"]
    shell.know(replace(ALL_WELL, unsigned_since_utc=EARLIER_UTC))
    (first, *_rest) = shell.status.strip.rows
    assert (first.key, first.condition, first.tone, first.rank) == ("signature", "degraded", "wait", 1)
    shell.app.welcome(SOPHIE)
    shell.app.openFault("signature")
    window = show(shell.app, size=SIZES[2])
    assert faults(window) == []
    said = {str(item.property("text")) for item in items(window.window.contentItem()) if item.inherits("QQuickText")}
    assert {"Mode dégradé depuis 10:40", "Les tickets ne sont pas signés pour l’instant"} <= said
