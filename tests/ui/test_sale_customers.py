"""Customers at the counter, through the view model: found, written down, corrected, their yes to offers taken back, erased."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.journal.ledger import Ledger
from kiosk.sales.desk.customers import Details
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from tests.ui.conftest import HandJobs
from tests.ui.till import IPHONE_IMEI, DemoTill

CLAIRE = ("Claire Garnier", "0612345678", "claire.garnier@example.fr", "", "", "", "")


@pytest.fixture
def selling(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...]
) -> DemoTill:
    found = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    found.welcome(people[0])
    found.open_drawer()
    return found


def note(selling: DemoTill, *fields: str, wants_offers: bool = False) -> str:
    selling.sale.promises.askCustomer()
    selling.sale.customers.create()
    selling.sale.customers.save(*fields, wants_offers)
    selling.jobs.step()
    found = selling.sale.basket.basket.customer_id
    assert found is not None
    return found


def details(selling: DemoTill, customer_id: str) -> Details:
    return selling.desk.customers.customer(customer_id).details


def open_card(selling: DemoTill, customer_id: str) -> None:
    selling.sale.promises.askCustomer()
    selling.sale.customers.edit(customer_id)


def test_a_company_gives_its_siren_and_its_vat_number(selling: DemoTill) -> None:
    atelier = note(selling, "", "", "", "Atelier Lumière", "732 829 320", "FR 44 732829320", "12 quai de la Fosse, 44000 Nantes")
    assert (selling.sale.customers.step, selling.sale.basket.customer) == ("", "Atelier Lumière")
    assert (details(selling, atelier).siren, details(selling, atelier).vat_number) == ("732829320", "FR44732829320")


def test_a_vat_number_that_no_country_has_is_marked(selling: DemoTill) -> None:
    selling.sale.promises.askCustomer()
    selling.sale.customers.create()
    selling.sale.customers.save("", "", "", "Atelier Lumière", "", "FR99732829320", "", False)
    selling.jobs.step()
    assert (selling.sale.customers.step, selling.sale.customers.faultField) == ("form", "vat_number")


def test_a_customer_is_corrected_and_the_card_shows_what_is_kept(selling: DemoTill) -> None:
    claire = note(selling, *CLAIRE)
    open_card(selling, claire)
    card = selling.sale.customers
    assert (card.step, card.isNew, card.label, card.fullName, card.phone) == ("form", False, "Claire Garnier", "Claire Garnier", "0612345678")
    card.save("Claire Garnier-Petit", *CLAIRE[1:], False)
    selling.jobs.step()
    assert (card.step, [row.label for row in card.customers.rows]) == ("find", ["Claire Garnier-Petit"])
    assert details(selling, claire).full_name == "Claire Garnier-Petit"


def test_a_yes_to_offers_is_seen_with_its_day_and_taken_back(selling: DemoTill, people: tuple[Person, ...]) -> None:
    claire = note(selling, *CLAIRE, wants_offers=True)
    open_card(selling, claire)
    card = selling.sale.customers
    assert (card.wantsOffers, card.offersSince, card.customers.rows[0].offers_since) == (True, "22/11/2026", "22/11/2026")
    assert card.consentText.startswith("J’accepte de recevoir des offres du magasin.")
    card.save(*CLAIRE, False)
    selling.jobs.step()
    assert card.customers.rows[0].offers_since == ""
    assert selling.desk.customers.who_wants_offers(person=people[3]) == ()


def test_nobody_is_asked_for_offers_with_the_box_ticked(selling: DemoTill) -> None:
    selling.sale.promises.askCustomer()
    selling.sale.customers.create()
    assert (selling.sale.customers.wantsOffers, selling.sale.customers.offersSince) == (False, "")


def test_erasing_asks_first_then_a_manager_and_leaves_the_basket_without_customer(selling: DemoTill) -> None:
    claire = note(selling, *CLAIRE)
    selling.scan(IPHONE_IMEI)
    open_card(selling, claire)
    selling.sale.customers.askToErase()
    assert selling.sale.customers.step == "erase"
    selling.sale.customers.back()
    selling.sale.customers.askToErase()
    selling.sale.customers.erase()
    selling.jobs.step()
    assert (selling.sale.customers.step, selling.approval.action, selling.approval.detail) == ("", "customer_erasure", "Claire Garnier")
    selling.lend("444444", reason="asked_by_customer")
    assert (selling.sale.customers.step, selling.sale.customers.erased, selling.sale.customers.customers.rows) == ("find", "Claire Garnier", ())
    assert (selling.sale.basket.customer, selling.sale.basket.itemCount) == ("", 1)
    assert selling.till.kinds().count("sales.customer_erased") == 1


def test_a_manager_who_gives_up_leaves_the_question_up_and_the_customer_whole(selling: DemoTill) -> None:
    claire = note(selling, *CLAIRE)
    open_card(selling, claire)
    selling.sale.customers.askToErase()
    selling.sale.customers.erase()
    selling.jobs.step()
    selling.approval.close()
    assert selling.sale.customers.step == "erase"
    assert details(selling, claire).full_name == "Claire Garnier"


def test_who_has_a_device_kept_is_not_erased_before_it_is_sold_or_released(selling: DemoTill, people: tuple[Person, ...]) -> None:
    claire = note(selling, *CLAIRE)
    selling.scan(IPHONE_IMEI)
    line = selling.sale.basket.basket.lines[0]
    selling.sale.basket.take_over(selling.desk.deposits.offer(selling.sale.basket.basket, line.line_id, Money(5000)))
    selling.sale.pay()
    selling.validate()
    selling.welcome(people[3])
    selling.sale.done.startNext()
    open_card(selling, claire)
    selling.sale.customers.askToErase()
    selling.sale.customers.erase()
    selling.jobs.step()
    assert (selling.sale.customers.step, selling.sale.customers.fault.startswith("Un appareil est réservé à ce client.")) == ("erase", True)
    assert details(selling, claire).full_name == "Claire Garnier"
