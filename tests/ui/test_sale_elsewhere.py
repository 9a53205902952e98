"""A basket that waits on another till of the shop, as a cashier finds it: who put it aside, where, and what happens without the network."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.sales.parking import ParkedBasket, ParkedLine
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.sync import store as sync_store
from kiosk.sync.session import Line
from kiosk.sync.store import BasketRow, BasketState
from kiosk.ui.viewmodels.app import Frame
from tests.conftest import TILL_SECRET
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import faults
from tests.ui.shell import Shell
from tests.ui.till import DemoTill

NOBODY_LISTENS = "http://127.0.0.1:9"
WAITING = ParkedBasket(
    "b-1", "K1", "Camille", "2026-11-22T09:46:00.000Z", "iPad Air · 64 Go · Gris sidéral", 2, Money(31890),
    (ParkedLine("p-coque-transparente", 1, Money(1490)),),
)  # fmt: skip


@pytest.fixture
def demo(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...]) -> DemoTill:
    line = Line(database, ledger, jobs.worker, clock, TillKey(TILL_SECRET), NOBODY_LISTENS)
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs, line=line)
    with database.write() as connection:
        shop = {"shop_id": "L01", "tills": {"K1": "Caisse 1", "K2": "Caisse 2"}, "header": SHOP_HEADER}
        sync_store.put_shop(connection, msgspec.Raw(msgspec.json.encode(shop)))
        sync_store.put_baskets(connection, [(BasketRow("b-1", BasketState.PARKED, None, WAITING), 7)])
    return demo


SHOP_HEADER = {
    "shop_id": "L01", "name": "Nantes Crébillon", "legal_name": "Seconde Vie Électronique SAS", "address": ["17 rue Crébillon", "44000 Nantes"],
    "siret": "98154327500029", "naf": "4779Z", "vat_number": "FR61981543275", "phone": "02 61 91 04 17",
}  # fmt: skip


def test_a_basket_of_the_other_till_is_offered_and_stays_there_without_the_network(demo: DemoTill, people: tuple[Person, ...]) -> None:
    demo.welcome(people[0])
    demo.open_drawer()
    (row,) = demo.sale.basket.parked.rows
    assert (row.till_name, row.label, row.first_name, row.more_count, row.total) == ("Caisse 1", "Camille", "iPad Air", 1, "318,90\u202f€")
    demo.sale.basket.resume("b-1")
    demo.jobs.step()
    assert (demo.sale.basket.itemCount, demo.sale.basket.noticeShown) == (0, True)
    assert [row.basket_id for row in demo.sale.basket.parked.rows] == ["b-1"]


def test_the_tile_says_where_it_waits(
    demo: DemoTill, staff: StaffService, jobs: HandJobs, clock: ManualClock, people: tuple[Person, ...], show: Show, look_at: LookAt
) -> None:
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store)
    window = show(shell.app, size=(1366, 768))
    shell.app.welcome(people[0])
    demo.welcome(people[0])
    demo.open_drawer()
    assert faults(window) == []
    look_at(window, "till-elsewhere-1366-fr-light")
    shell.app.show_frame(replace(shell.app.frame, dark=True))
    look_at(window, "till-elsewhere-1366-fr-dark")
