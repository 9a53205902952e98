"""What is agreed at the counter, through the view models: notes and customers asked when they are needed, deposits, quotations, prices."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from tests.ui.conftest import HandJobs
from tests.ui.till import IPHONE_IMEI, DemoTill

CASE = "Coque transparente"


@pytest.fixture
def selling(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...]
) -> DemoTill:
    found = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    found.welcome(people[0])
    found.open_drawer()
    return found


def note_claire(selling: DemoTill) -> None:
    selling.sale.customers.create()
    selling.sale.customers.save("Claire Garnier", "06 12 34 56 78", "", "", "", "", "", False)
    selling.jobs.step()


def test_the_payment_of_a_repair_waits_for_its_note_and_then_goes_on(selling: DemoTill) -> None:
    selling.sale.finder.take("p-remplacement-ecran")
    selling.sale.pay()
    assert (selling.sale.step, selling.sale.promises.sheet, selling.sale.promises.lineName) == (1, "note", "Remplacement d’écran")
    selling.sale.promises.say("iPhone 12 bleu, écran fissuré")
    assert (selling.sale.step, selling.sale.promises.sheet) == (2, "")
    selling.validate()
    last = selling.till.tickets.last_ticket()
    assert last is not None and last.ticket.lines[0].note == "iPhone 12 bleu, écran fissuré"


def test_a_subscription_asks_who_signs(selling: DemoTill) -> None:
    selling.sale.finder.take("p-abonnement-reparation")
    selling.sale.pay()
    assert (selling.sale.step, selling.sale.customers.step) == (1, "find")
    note_claire(selling)
    assert (selling.sale.step, selling.sale.basket.customer) == (2, "Claire Garnier")
    selling.validate()
    assert "sales.contract_signed" in selling.till.kinds()


def test_a_wrong_field_of_a_customer_is_marked_and_nothing_is_kept(selling: DemoTill) -> None:
    selling.sale.promises.askCustomer()
    selling.sale.customers.create()
    selling.sale.customers.save("", "", "", "Atelier", "732829321", "", "", False)
    selling.jobs.step()
    assert (selling.sale.customers.step, selling.sale.customers.faultField, selling.sale.basket.customer) == ("form", "siren", "")


def test_a_deposit_asks_for_the_customer_first_and_its_paper_brings_the_device_back(selling: DemoTill) -> None:
    selling.scan(IPHONE_IMEI)
    selling.sale.promises.askDeposit()
    assert selling.sale.customers.step == "find"
    note_claire(selling)
    assert selling.sale.promises.sheet == "deposit"
    for figure in "100":
        selling.sale.promises.type(figure)
    selling.sale.promises.reserve()
    assert selling.sale.basket.total == "100,00\u202f€"
    selling.sale.pay()
    selling.validate()
    selling.sale.done.startNext()
    selling.scan(IPHONE_IMEI)
    assert (selling.sale.basket.itemCount, selling.sale.basket.noticeShown) == (0, True)
    (kept,) = selling.desk.deposits.kept()
    selling.scan(kept.deposit.code)
    assert (selling.sale.basket.itemCount, selling.sale.basket.customer, selling.sale.basket.total) == (1, "Claire Garnier", "419,00\u202f€")
    selling.sale.pay()
    assert selling.sale.payment.remaining == "319,00\u202f€"
    selling.validate()
    assert selling.sale.step == 3


def test_a_quotation_leaves_the_page_free_and_comes_back_by_its_number(selling: DemoTill) -> None:
    selling.scan(selling.ean(CASE))
    selling.sale.promises.makeQuotation()
    selling.jobs.step()
    assert (selling.sale.basket.itemCount, selling.sale.basket.told, selling.sale.basket.toldNumber) == (0, "quotation", "L01-K2-D000001")
    selling.scan("L01-K2-D000001")
    assert (selling.sale.basket.itemCount, selling.sale.basket.told, selling.sale.basket.total) == (1, "recalled", "14,90\u202f€")


def test_a_price_by_hand_asks_a_manager(selling: DemoTill) -> None:
    selling.scan(selling.ean(CASE))
    selling.sale.basket.askDiscount()
    for figure in "12":
        selling.sale.discount.type(figure)
    selling.sale.discount.setPrice()
    selling.jobs.step()
    assert (selling.approval.action, selling.approval.detail) == ("price", "Coque transparente · 12,00\u202f€")
    selling.lend("444444", reason="wrong_label")
    selling.jobs.step()
    assert (selling.sale.discount.open, selling.sale.basket.total) == (False, "12,00\u202f€")
    assert "sales.price_overridden" in selling.till.kinds()


def comparison(selling: DemoTill, *, found: bool) -> tuple[str, str, str]:
    """Amount, source and day beside the first line of the basket, or beside the first result."""
    row = (selling.sale.finder.results if found else selling.sale.basket.lines).rows[0]
    return row.new_amount, row.new_source, row.new_day


@pytest.mark.parametrize(
    ("days_later", "shown"), [(0, ("629,00\u202f€", "apple.com", "02/11/2026")), (70, ("629,00\u202f€", "apple.com", "02/11/2026")), (71, ("", "", ""))]
)
def test_a_price_new_stands_beside_the_price_with_its_source_and_day_or_not_at_all(
    selling: DemoTill, days_later: int, shown: tuple[str, str, str]
) -> None:  # fmt: skip
    selling.clock.advance(seconds=days_later * 86_400)
    selling.scan(IPHONE_IMEI)
    assert comparison(selling, found=False) == shown
    selling.sale.finder.search(IPHONE_IMEI[-4:])
    selling.jobs.step()
    assert comparison(selling, found=True) == shown


def test_an_article_without_a_known_price_new_is_compared_with_nothing(selling: DemoTill) -> None:
    selling.scan(selling.ean(CASE))
    assert comparison(selling, found=False) == ("", "", "")


def test_a_basket_that_waits_is_known_by_its_customer_or_by_what_is_in_it(selling: DemoTill) -> None:
    selling.scan(selling.ean(CASE))
    selling.sale.basket.park()
    selling.jobs.step()
    selling.clock.advance(seconds=60)
    selling.scan(selling.ean("Verre trempé"))
    selling.sale.promises.askCustomer()
    note_claire(selling)
    selling.sale.basket.park()
    selling.jobs.step()
    assert [(row.label, row.first_name) for row in selling.sale.basket.parked.rows] == [("", CASE), ("Claire Garnier", "Verre trempé")]


def test_another_price_is_offered_once_it_is_typed(selling: DemoTill) -> None:
    selling.scan(selling.ean(CASE))
    selling.sale.basket.askDiscount()
    assert not selling.sale.discount.hasAmount
    selling.sale.discount.type("9")
    assert selling.sale.discount.hasAmount


def test_a_discount_on_the_whole_ticket_is_spread_over_what_is_sold(selling: DemoTill) -> None:
    selling.scan(selling.ean(CASE), selling.ean("Verre trempé"))
    selling.sale.basket.askDiscount()
    selling.sale.discount.wholeTicket()
    assert selling.sale.discount.lineName == ""
    selling.sale.discount.percent(10)
    assert (selling.sale.discount.open, selling.sale.basket.total) == (False, "31,32\u202f€")
