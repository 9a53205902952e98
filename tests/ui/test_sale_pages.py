"""Every page of the sale and of the store, as it is seen: at the three sizes, in both languages and both themes, nothing clipped or nameless."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.journal.ledger import Ledger
from kiosk.sales.desk.customers import Details
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.stock.units import Unit, UnitState
from kiosk.storage.engine import Database
from kiosk.ui.application import KioskWindow
from kiosk.ui.viewmodels.app import Frame
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.photographing import LANGUAGES, SIZES, photograph
from tests.ui.shell import Shell
from tests.ui.till import IPHONE_IMEI, DemoTill, rows


@dataclass(frozen=True, slots=True)
class Day:
    """A counter with the window on it."""

    shell: Shell
    demo: DemoTill
    window: KioskWindow
    people: tuple[Person, ...]
    language: str

    def greet(self, person: Person) -> None:
        self.shell.app.welcome(person)
        self.demo.welcome(person, language=self.language)
        self.shell.app.show_frame(replace(self.shell.app.frame, language=self.language))

    def sell(self, *codes: str) -> None:
        self.demo.scan(*codes)
        self.demo.sale.pay()
        self.demo.validate()
        self.demo.sale.done.startNext()

    def phones(self) -> list[str]:
        """IMEIs on the shelf."""
        return [str(unit.imei) for unit in rows("units", Unit) if unit.state is UnitState.FOR_SALE and unit.imei]


def empty(day: Day) -> None:
    day.demo.open_drawer()


def basket(day: Day) -> None:
    day.sell(day.demo.ean("Chargeur USB-C 20 W"))
    day.demo.scan(day.phones()[1])
    day.demo.sale.basket.park()
    day.demo.jobs.step()
    day.demo.clock.advance(seconds=17 * 60)
    day.demo.scan(IPHONE_IMEI, day.demo.ean("Coque transparente"), day.demo.ean("Verre trempé"))
    day.demo.sale.basket.askDiscount()
    day.demo.sale.discount.percent(10)
    day.demo.sale.basket.read_waiting()


def search(day: Day) -> None:
    day.demo.scan("3700123904815")
    day.demo.sale.finder.search("iphone 13")
    day.demo.jobs.step()


def discount(day: Day) -> None:
    day.demo.sale.finder.clear()
    day.demo.sale.basket.closeNotice()
    day.demo.sale.basket.askDiscount()


def approval(day: Day) -> None:
    day.demo.sale.discount.percent(20)
    day.demo.approval.chooseReason("price_match")
    for figure in "444":
        day.demo.approval.type(figure)


def customer(day: Day) -> None:
    day.demo.approval.close()
    day.demo.sale.discount.close()
    customers = day.demo.desk.customers
    for details in (Details("Claire Garnier", "claire.garnier@example.fr", "06 12 34 56 78"), Details(company="Atelier Lumière", siren="732829320")):
        customers.note(details, wants_offers=not details.company, person=day.people[0])
    day.demo.sale.promises.askCustomer()


def new_customer(day: Day) -> None:
    day.demo.sale.customers.create()


def customer_card(day: Day) -> None:
    day.demo.sale.customers.back()
    day.demo.sale.customers.edit(day.demo.desk.customers.search("garnier")[0].customer_id)


def customer_erasure(day: Day) -> None:
    day.demo.sale.customers.askToErase()


def deposit(day: Day) -> None:
    day.demo.sale.customers.choose(day.demo.desk.customers.search("garnier")[0].customer_id)
    day.demo.sale.promises.askDeposit()
    for figure in "100":
        day.demo.sale.promises.type(figure)


def repair(day: Day) -> None:
    day.demo.sale.promises.close()
    day.demo.sale.finder.take("p-remplacement-ecran")
    day.demo.sale.pay()


def quotation(day: Day) -> None:
    day.demo.sale.promises.close()
    day.demo.sale.basket.removeLine()
    day.demo.sale.promises.makeQuotation()
    day.demo.jobs.step()
    number = day.demo.till.kinds().count("sales.quotation_made")
    day.demo.scan(f"L01-K2-D{number:06d}")


def payment(day: Day) -> None:
    day.demo.approval.close()
    day.demo.sale.discount.close()
    day.demo.sale.pay()
    day.demo.sale.payment.chooseCard()
    day.demo.type("365")
    day.demo.validate()
    day.demo.sale.payment.card.accepted()
    day.demo.jobs.step()
    day.demo.type("100")


def card(day: Day) -> None:
    day.demo.sale.payment.chooseCard()
    day.demo.validate()


def done(day: Day) -> None:
    day.demo.sale.payment.card.refused()
    day.demo.jobs.step()
    day.demo.sale.payment.chooseCash()
    day.demo.type("100")
    day.demo.validate()


def not_allowed(day: Day) -> None:
    day.demo.sale.done.startNext()
    day.shell.app.openWorkspace("store")


def board(day: Day) -> None:
    for imei in day.phones()[2:9]:
        day.demo.clock.advance(seconds=2600)
        day.sell(imei)
    day.greet(day.people[3])
    day.shell.app.openWorkspace("store")
    day.demo.store.show(0)
    day.demo.jobs.step()


def units(day: Day) -> None:
    day.demo.store.show(1)
    day.demo.jobs.step()


def unit(day: Day) -> None:
    imei = day.phones()[12]
    known = day.demo.till.stock.unit_by_code(imei)
    assert known is not None
    with day.demo.till.database.write() as connection:
        day.demo.till.stock.change_state(connection, known.unit_id, to_state=UnitState.TO_INSPECT, reason="rework", document_id=None, person_id="p")
    day.demo.clock.advance(seconds=3 * 86400)
    with day.demo.till.database.write() as connection:
        day.demo.till.stock.change_state(connection, known.unit_id, to_state=UnitState.FOR_SALE, reason="inspected", document_id=None, person_id="p")
    day.demo.store.on_scan(decode(imei))
    day.demo.jobs.step()


def count(day: Day) -> None:
    day.demo.store.units.open("")
    day.demo.store.closeDay()
    day.demo.jobs.step()
    for figure in "3420,5":
        day.demo.store.closing.count.type(figure)


def count_pieces(day: Day) -> None:
    counting = day.demo.store.closing.count
    counting.byPieces(True)
    for value, many in ((50_00, "60"), (20_00, "19"), (5_00, "7"), (2_00, "2"), (50, "3")):
        counting.choose(value)
        for figure in many:
            counting.type(figure)


def check(day: Day) -> None:
    day.demo.store.closing.goOn()
    day.demo.jobs.step()


def check_drop(day: Day) -> None:
    day.demo.store.closing.dropRest(True)
    day.demo.store.closing.nameEnvelope("E-20417")
    day.demo.store.closing.explain("Un rendu de trop vers midi")


def closed(day: Day) -> None:
    day.demo.store.closing.goOn()
    day.demo.jobs.step()


PAGES: dict[str, Callable[[Day], None]] = {
    "drawer": lambda _day: None, "basket-empty": empty, "basket": basket, "search": search, "discount": discount, "approval": approval,
    "customer": customer, "customer-new": new_customer, "customer-card": customer_card, "customer-erase": customer_erasure, "deposit": deposit,
    "repair-note": repair, "quotation": quotation, "payment": payment, "card": card, "done": done, "store-closed": not_allowed, "board": board,
    "units": units, "unit": unit, "closing-count": count, "closing-pieces": count_pieces, "closing-check": check, "closing-drop": check_drop,
    "closing-done": closed,
}  # fmt: skip
# One picture of each page is enough where only the words differ.
SEEN_IN_ENGLISH = (
    "basket", "customer-new", "customer-erase", "repair-note", "search", "payment", "done", "board", "units", "closing-pieces", "closing-check",
)  # fmt: skip


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_readable_and_touchable_on_every_screen(
    language: str, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs,
    people: tuple[Person, ...], show: Show, look_at: LookAt,
) -> None:  # fmt: skip
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    day = Day(shell, demo, show(shell.app, size=SIZES[0]), people, language)
    day.greet(people[0])
    found: list[str] = []
    for page, arrive in PAGES.items():
        arrive(day)
        found += photograph(shell, day.window, look_at, f"till-{page}", language=language, in_english=page in SEEN_IN_ENGLISH)
    assert found == []
