"""A ticket of another till of the shop, as a cashier finds it: through a real central, its guarantee, and the way to take it back here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from central.database import CentralDatabase
from central.demo import seed
from central.ingest import ingest
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import ZERO
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.sales.after import originals
from kiosk.sales.after.right import ReturnRight, Told, for_another_till
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.stock import store as stock_store
from kiosk.stock.units import UnitState
from kiosk.storage.engine import Database
from kiosk.sync import store as sync_store
from kiosk.sync.session import Line
from kiosk.ui.viewmodels.app import Frame
from tests.conftest import TILL_SECRET
from tests.integration.central.house import PaperTill, make_central, serving
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import faults
from tests.ui.shell import Shell
from tests.ui.test_sale_elsewhere import NOBODY_LISTENS, SHOP_HEADER
from tests.ui.till import DEMO, IPHONE_IMEI, DemoTill

NUMBER, UNIT, LINE = "L01-K1-000007", "u-000001", "k1-line"
SIZES = ((1366, 768), (1920, 1080), (1024, 768))
SOLD: dict[str, Any] = {
    "number": NUMBER, "kind": "sale", "total_cents": 41900, "business_day": "2026-11-21",
    "lines": [{"product_id": "p", "unit_id": UNIT, "label": "iPhone 13 · 128 Go · Minuit", "quantity": "1", "gross_cents": 41900, "line_id": LINE}],
}  # fmt: skip
Opening = Callable[[str], DemoTill]


@pytest.fixture
def central_url(tmp_path: Path, clock: ManualClock) -> Iterator[str]:
    """Central knows this till, the ticket of the other, and that its phone was repaired since."""
    database = CentralDatabase.open(data_dir=tmp_path / "central")
    first, second = PaperTill("L01", "K1", secret=bytes(range(64, 96))), PaperTill("L01", "K2", secret=TILL_SECRET)
    seed(database, DEMO)
    with database.write() as connection:
        first.enrol_at(connection, clock=clock)
        second.enrol_at(connection, clock=clock)
    first.write("sales.ticket_paid", SOLD, at_utc="2026-11-21T08:15:00.000Z")
    first.write("sales.guarantee_lengthened", {"line_id": LINE, "unit_id": UNIT, "days": 181, "reason": "repair"})
    ingest(database, first.push(), now_utc=clock.now_utc())
    with serving(make_central(database, clock)) as url:
        yield url
    database.close()


@pytest.fixture
def opening(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...]
) -> Opening:
    """The till with its line to this address, a drawer open, and the phone sold by the other till."""

    def open_it(url: str) -> DemoTill:
        line = Line(database, ledger, jobs.worker, clock, TillKey(TILL_SECRET), url)
        demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs, line=line)
        with database.write() as connection:
            shop = {"shop_id": "L01", "tills": {"K1": "Caisse 1", "K2": "Caisse 2"}, "header": SHOP_HEADER}
            sync_store.put_shop(connection, msgspec.Raw(msgspec.json.encode(shop)))
            unit = stock_store.unit_by_id(connection, UNIT)
            assert unit is not None
            stock_store.write_unit(connection, unit, replace(unit, state=UnitState.SOLD))
        demo.welcome(people[3])
        demo.open_drawer()
        return demo

    return open_it


def give_here(demo: DemoTill) -> None:
    """The other till gives its right: what it tells arrives by the feed."""
    demo.scan("359101120000024")
    demo.sale.pay()
    demo.validate()
    ticket = demo.till.tickets.last_ticket()
    assert ticket is not None
    line = replace(ticket.ticket.lines[0], line_id=LINE, unit_id=UNIT)
    sold = replace(ticket.ticket, head=replace(ticket.ticket.head, number=NUMBER, ticket_id="k1-ticket"), lines=(line,))
    told = msgspec.json.encode(Told(for_another_till(sold), {}, {"cash": sold.due, "card": ZERO}))
    with demo.till.database.write() as connection:
        originals.receive(connection, ReturnRight(NUMBER, "K2", 1), told, v=9, till_code="K2")


def test_one_scan_says_the_guarantee_of_a_phone_that_the_other_till_sold(opening: Opening, central_url: str) -> None:
    demo = opening(central_url)
    demo.scan(IPHONE_IMEI)
    elsewhere = demo.sale.tickets.elsewhere
    assert (demo.sale.step, elsewhere.isOpen, elsewhere.number, elsewhere.tillName) == (5, True, NUMBER, "Caisse 1")
    assert (elsewhere.guarantee, elsewhere.guaranteeUntil, elsewhere.lengthenedDays) == ("presumed", "21/05/2029", 181)
    assert [(row.number, row.till_name) for row in demo.sale.tickets.found.rows] == [(NUMBER, "Caisse 1")]


def test_a_phone_whose_ticket_went_to_the_other_till_is_asked_for_there(opening: Opening, central_url: str) -> None:
    """It came back there and was sold again: the ticket that this till once wrote says nothing of it any more."""
    demo = opening(central_url)
    with demo.till.database.write() as connection:
        unit = stock_store.unit_by_id(connection, UNIT)
        assert unit is not None
        stock_store.write_unit(connection, unit, replace(unit, state=UnitState.FOR_SALE))
    demo.scan(IPHONE_IMEI)
    demo.sale.pay()
    demo.validate()
    own = demo.till.tickets.last_ticket()
    assert own is not None
    with demo.till.database.write() as connection:
        originals.receive(connection, ReturnRight(own.ticket.number, "K1", 1), None, v=9, till_code="K2")
    demo.sale.done.startNext()
    demo.scan(IPHONE_IMEI)
    tickets = demo.sale.tickets
    assert (tickets.elsewhere.isOpen, tickets.elsewhere.number, tickets.elsewhere.guarantee) == (True, NUMBER, "presumed")
    demo.scan(own.ticket.number)
    assert (tickets.elsewhere.number, tickets.elsewhere.tillName) == (own.ticket.number, "Caisse 1")


def test_its_ticket_is_taken_back_here_once_the_other_till_gave_it(opening: Opening, central_url: str) -> None:
    demo = opening(central_url)
    give_here(demo)
    demo.sale.tickets.leave()
    demo.scan(IPHONE_IMEI)
    tickets = demo.sale.tickets
    assert tickets.elsewhere.isOpen
    tickets.elsewhere.take()
    demo.jobs.step()
    assert (tickets.elsewhere.isOpen, tickets.isOpen, tickets.number, tickets.anyLeft) == (False, True, NUMBER, True)
    tickets.touchLine(LINE)
    demo.scan(IPHONE_IMEI)
    tickets.chooseReason("defect")
    tickets.giveBack()
    demo.sale.pay()
    demo.sale.payBack.payBack()
    demo.jobs.step()
    assert (demo.sale.step, demo.sale.done.paidBack, demo.sale.done.total) == (3, True, "389,00\u202f€")


def test_another_till_that_does_not_answer_keeps_its_ticket_and_the_page_says_so(opening: Opening, central_url: str) -> None:
    demo = opening(central_url)
    demo.scan(NUMBER)
    tickets = demo.sale.tickets
    tickets.elsewhere.take()
    assert tickets.elsewhere.waiting
    demo.jobs.step()
    assert (tickets.elsewhere.isOpen, tickets.elsewhere.waiting, tickets.noticeShown) == (True, False, True)
    assert "Caisse 1" in tickets.noticeTitle


def test_without_the_network_the_till_says_that_it_knows_its_own_tickets_only(opening: Opening) -> None:
    demo = opening(NOBODY_LISTENS)
    tickets = demo.sale.tickets
    for scanned in (NUMBER, IPHONE_IMEI):
        demo.scan(scanned)
        assert (demo.sale.step, tickets.isOpen, tickets.elsewhere.isOpen, tickets.noticeShown) == (5, False, False, True)
        assert "ne connaît que ses propres ventes" in tickets.noticeDetail
        tickets.leave()


def test_what_is_typed_is_searched_at_the_other_tills_on_demand(opening: Opening, central_url: str) -> None:
    demo = opening(central_url)
    demo.sale.openTickets()
    demo.jobs.step()
    tickets = demo.sale.tickets
    tickets.search("21/11 419,00")
    demo.jobs.step()
    assert (tickets.found.rows, tickets.foundNothing) == ((), True)
    tickets.askOthers()
    assert tickets.elsewhere.looking
    demo.jobs.step()
    assert [(row.number, row.till_name, row.total) for row in tickets.found.rows] == [(NUMBER, "Caisse 1", "419,00\u202f€")]
    tickets.openFirst()
    assert tickets.elsewhere.isOpen
    demo.scan("L01-K1-000099")
    assert (tickets.noticeShown, tickets.elsewhere.isOpen) == (True, False)


def test_the_panel_of_another_till_s_ticket_is_readable_on_every_screen(
    opening: Opening, central_url: str, staff: StaffService, jobs: HandJobs, clock: ManualClock, people: tuple[Person, ...], show: Show, look_at: LookAt
) -> None:
    demo = opening(central_url)
    for language in ("fr", "en"):
        frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language)
        shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store)
        window = show(shell.app, size=SIZES[0])
        shell.app.welcome(people[3])
        demo.welcome(people[3], language=language)
        demo.scan(IPHONE_IMEI)
        for width, height in SIZES:
            window.window.setWidth(width)
            window.window.setHeight(height)
            assert faults(window) == []
            look_at(window, f"returns-elsewhere-{width}-{language}-light")
        if language == "fr":
            shell.app.show_frame(replace(shell.app.frame, dark=True))
            look_at(window, "returns-elsewhere-1024-fr-dark")
        demo.sale.tickets.leave()
