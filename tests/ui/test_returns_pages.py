"""The pages of what comes back: tickets, guarantee, return, paying back, at the three sizes, in both languages and both themes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.viewmodels.app import Frame
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.photographing import LANGUAGES, SIZES, photograph
from tests.ui.shell import Shell
from tests.ui.test_sale_pages import Day
from tests.ui.till import IPHONE_IMEI, DemoTill


def tickets(day: Day) -> None:
    day.demo.open_drawer()
    day.sell(day.demo.ean("Chargeur USB-C 20 W"), day.demo.ean("Verre trempé"))
    day.demo.clock.advance(seconds=900)
    day.sell(IPHONE_IMEI, day.demo.ean("Coque transparente"), day.demo.ean("Coque transparente"), day.demo.ean("Coque transparente"))
    day.demo.clock.advance(seconds=900)
    day.sell(day.phones()[1])
    day.demo.sale.openTickets()
    day.demo.jobs.step()


def guarantee(day: Day) -> None:
    day.demo.sale.tickets.leave()
    day.demo.scan(IPHONE_IMEI)


def give_back(day: Day) -> None:
    tickets = day.demo.sale.tickets
    tickets.touchLine(tickets.lines.rows[1].line_id)
    tickets.less(tickets.lines.rows[1].line_id)
    tickets.chooseReason("defect")
    tickets.say("rayure au dos, boîte ouverte")


def wrong_serial(day: Day) -> None:
    tickets = day.demo.sale.tickets
    tickets.open(tickets.number)
    tickets.touchLine(tickets.lines.rows[0].line_id)
    day.demo.scan(day.phones()[4])


def returned_basket(day: Day) -> None:
    day.demo.scan(IPHONE_IMEI)
    day.demo.sale.tickets.chooseReason("changed_mind")
    day.demo.sale.tickets.giveBack()
    day.demo.jobs.step()
    day.demo.scan(day.demo.ean("Chargeur USB-C 20 W"))
    day.demo.jobs.step()


def pay_back(day: Day) -> None:
    day.demo.sale.pay()


def refunded(day: Day) -> None:
    day.demo.sale.payBack.payBack()
    day.demo.jobs.step()


def repair(day: Day) -> None:
    """Nine days later, with another phone of that day."""
    day.demo.clock.advance(seconds=9 * 24 * 3600)
    day.demo.scan(day.phones()[1])
    day.demo.sale.tickets.repair.ask()
    day.demo.sale.tickets.repair.sayBrought("22/11")


PAGES: dict[str, Callable[[Day], None]] = {
    "tickets": tickets, "ticket-guarantee": guarantee, "ticket-give-back": give_back, "ticket-wrong-serial": wrong_serial,
    "basket-return": returned_basket, "pay-back": pay_back, "refunded": refunded, "repair": repair,
}  # fmt: skip


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_comes_back_is_readable_and_touchable_on_every_screen(
    language: str, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs,
    people: tuple[Person, ...], show: Show, look_at: LookAt,
) -> None:  # fmt: skip
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    day = Day(shell, demo, show(shell.app, size=SIZES[0]), people, language)
    day.greet(people[3])
    found: list[str] = []
    for page, arrive in PAGES.items():
        arrive(day)
        found += photograph(shell, day.window, look_at, f"returns-{page}", language=language, in_english=page in ("ticket-give-back", "repair", "pay-back"))
    assert found == []
