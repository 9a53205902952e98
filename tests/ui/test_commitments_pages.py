"""The page of deposits and quotations as it is seen, and where the sale leads to it: at the three sizes, nothing clipped or nameless."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.journal.ledger import Ledger
from kiosk.sales.desk.customers import Details
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.viewmodels.app import Frame
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.photographing import LANGUAGES, SIZES, photograph
from tests.ui.shell import Shell
from tests.ui.test_sale_pages import Day
from tests.ui.till import DemoTill

DAY_S = 86_400


def deposits(day: Day) -> None:
    """Two deposits past their last day, the second of them extended."""
    claire = day.demo.desk.customers.note(Details("Claire Garnier", "claire@example.fr", "0612345678"), wants_offers=False, person=day.people[0])
    for imei in day.phones()[2:4]:
        day.demo.scan(imei)
        basket = day.demo.desk.lines.name_customer(day.demo.sale.basket.basket, claire.customer_id)
        day.demo.sale.basket.take_over(day.demo.desk.deposits.offer(basket, basket.lines[0].line_id, Money(100_00)))
        day.demo.sale.pay()
        day.demo.validate()
        day.demo.sale.done.startNext()
    day.demo.clock.advance(seconds=8 * DAY_S)
    day.demo.desk.deposits.extend(day.demo.desk.deposits.kept()[1].deposit.code, person=day.people[3])
    day.demo.sale.openCommitments()
    day.demo.sale.commitments.openFirst()


def release(day: Day) -> None:
    day.demo.sale.commitments.askToRelease()


def quotations(day: Day) -> None:
    """Two quotations, the first expired."""
    day.demo.sale.commitments.keepDevice()
    day.demo.sale.commitments.leave()
    for names, days in ((("Coque transparente",), 16), (("Chargeur USB-C 20 W", "Verre trempé"), 0)):
        day.demo.scan(*(day.demo.ean(name) for name in names))
        day.demo.sale.promises.makeQuotation()
        day.demo.jobs.step()
        day.demo.clock.advance(seconds=days * DAY_S)
    day.demo.sale.openCommitments()
    day.demo.sale.commitments.show(1)
    day.demo.sale.commitments.openFirst()


def number_typed(day: Day) -> None:
    day.demo.sale.commitments.leave()
    day.demo.sale.finder.search("D1")
    day.demo.jobs.step()


def nothing_in_hand(day: Day) -> None:
    """An empty basket says that deposits are over."""
    day.demo.sale.finder.clear()
    day.demo.sale.refresh()
    day.demo.jobs.step()


PAGES: dict[str, Callable[[Day], None]] = {
    "deposits": deposits, "deposit-release": release, "quotations": quotations, "quotation-typed": number_typed, "deposits-late": nothing_in_hand,
}  # fmt: skip


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", LANGUAGES)
def test_deposits_and_quotations_are_readable_and_touchable_on_every_screen(
    language: str, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs,
    people: tuple[Person, ...], show: Show, look_at: LookAt,
) -> None:  # fmt: skip
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    day = Day(shell, demo, show(shell.app, size=SIZES[0]), people, language)
    day.greet(people[3])
    demo.open_drawer()
    found: list[str] = []
    for page, arrive in PAGES.items():
        arrive(day)
        found += photograph(shell, day.window, look_at, f"till-{page}", language=language)
    assert found == []
