"""The sheets of a payment at every size, in both languages and themes: nothing clipped, nothing too small, and the pictures as agreed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.hardware.fakes import FakeTerminal
from kiosk.hardware.ports import CardOutcome
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.viewmodels.app import Frame
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import settle
from tests.ui.photographing import LANGUAGES, SIZES, photograph
from tests.ui.shell import Shell
from tests.ui.till import IPHONE_IMEI, DemoTill


def cheque(demo: DemoTill) -> None:
    demo.scan(IPHONE_IMEI, demo.ean("Coque transparente"))
    demo.sale.pay()
    demo.sale.payment.chooseCheque()
    demo.validate()
    for figure in "0001234":
        demo.sale.payment.proof.type(figure)
    demo.sale.payment.proof.confirm()


def transfer(demo: DemoTill) -> None:
    demo.sale.payment.proof.close()
    demo.sale.payment.chooseTransfer()
    demo.validate()


def at_terminal(demo: DemoTill) -> None:
    demo.sale.payment.proof.close()
    demo.sale.payment.chooseCard()
    demo.sale.payment.validate()
    demo.jobs.worker.step()
    settle()


def unsure(demo: DemoTill) -> None:
    demo.sale.payment.card.stopWaiting()
    demo.jobs.step()


def unreachable(demo: DemoTill) -> None:
    demo.sale.payment.card.refused()
    demo.jobs.step()
    demo.sale.payment.chooseCard()
    demo.validate()


def cash(demo: DemoTill) -> None:
    """13,19 € of change: seven sorts of notes and coins."""
    demo.sale.payment.closeNotice()
    demo.sale.payment.chooseTransfer()
    demo.type("13,09")
    demo.sale.payment.validate()
    demo.sale.payment.proof.write("VIR LEROY")
    demo.sale.payment.proof.confirm()
    demo.type("434")


def gift_card(demo: DemoTill) -> None:
    demo.sale.payment.removeTender("transfer-0")
    demo.sale.payment.leave()
    demo.sale.finder.search("carte cadeau")
    demo.jobs.step()
    demo.sale.finder.takeFirst()
    demo.sale.giftCard.takeUsual(1)


def credit(demo: DemoTill) -> None:
    """A case that was paid by card comes back, and the terminal is asked for the credit."""
    demo.scan(demo.ean("Coque transparente"))
    demo.sale.pay()
    demo.sale.payment.chooseCard()
    demo.validate()
    demo.sale.done.startNext()
    demo.scan("L01-K2-000001")
    demo.sale.tickets.touchLine(demo.sale.tickets.lines.rows[0].line_id)
    demo.sale.tickets.chooseReason("changed_mind")
    demo.sale.tickets.giveBack()
    demo.jobs.step()
    demo.sale.pay()
    demo.sale.payBack.payBack()
    demo.jobs.worker.step()
    settle()


PAGES: dict[str, Callable[[DemoTill], None]] = {
    "cheque": cheque, "transfer": transfer, "terminal": at_terminal, "unsure": unsure, "unreachable": unreachable, "change": cash, "gift-card": gift_card,
}  # fmt: skip
GIVING_BACK = {"credit": credit}
CAMILLE, SOPHIE = 0, 3


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("pages", "who"), [(PAGES, CAMILLE), (GIVING_BACK, SOPHIE)], ids=["paying", "giving back"])
def test_every_way_of_paying_is_readable_and_touchable(
    pages: dict[str, Callable[[DemoTill], None]], who: int, language: str, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds,
    staff: StaffService, jobs: HandJobs, people: tuple[Person, ...], show: Show, look_at: LookAt,
) -> None:  # fmt: skip
    fake = FakeTerminal()
    fake.prepare(CardOutcome.APPROVED, CardOutcome.NOT_SENT)
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs, terminal=fake)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    window = show(shell.app, size=SIZES[0])
    shell.app.welcome(replace(people[who], language=language))
    demo.welcome(people[who], language=language)
    demo.open_drawer()
    found: list[str] = []
    for page, arrive in pages.items():
        arrive(demo)
        found += photograph(shell, window, look_at, f"paying-{page}", language=language)
    assert found == []
