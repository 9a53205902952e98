"""Customers at the till: found as they are asked for, asked for little, and forgotten when they want to be."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.verify import verify
from kiosk.sales.desk.customer_service import CustomerUnknown
from kiosk.sales.desk.customers import CustomerEmpty, CustomerFieldWrong, Details, checked, identity_hash
from kiosk.staff.rights import RightMissing
from kiosk.storage.engine import Database
from tests.conftest import TILL_SECRET
from tests.integration.desk_shop import GARNIER, DeskShop, open_desk
from tests.integration.sale_shop import CAMILLE, IMEIS, SOPHIE, YANIS, furnish, open_till

ATELIER = Details(company="Atelier Lumière", siren="732 829 320", vat_number="FR 44 732829320", address="12 quai de la Fosse, 44000 Nantes")


@pytest.fixture
def shop(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> DeskShop:
    furnish(database)
    till = open_till(database, ledger, clock, ids)
    till.drawer.open_session(Money(15000), person=CAMILLE)
    return open_desk(till)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("garnier", ["Claire Garnier"]),
        ("GARN cla", ["Claire Garnier"]),
        ("lumiere", ["Atelier Lumière"]),
        ("06 12 34", ["Claire Garnier"]),
        ("0612345678", ["Claire Garnier"]),
        ("claire.garnier@", ["Claire Garnier"]),
        ("nobody", []),
        ("%", []),
        ("", ["Atelier Lumière", "Claire Garnier"]),
    ],
)
def test_a_customer_is_found_by_any_part_of_what_they_said(shop: DeskShop, typed: str, found: list[str]) -> None:
    shop.customer()
    shop.customer(ATELIER)
    assert [customer.details.label for customer in shop.desk.customers.search(typed)] == found


@pytest.mark.parametrize(
    ("details", "field"),
    [
        (Details(company="Atelier", siren="732829321"), "siren"),
        (Details(company="Atelier", siren="73282932"), "siren"),
        (Details(full_name="Claire", siren="732829320"), "company"),
        (Details(company="Atelier", vat_number="FR00732829320"), "vat_number"),
        (Details(email="claire.garnier"), "email"),
        (Details(email="claire @example.fr"), "email"),
        (Details(phone="quatre"), "phone"),
        (Details(phone="123"), "phone"),
        (Details(full_name="x" * 201), "full_name"),
    ],
)
def test_a_field_that_cannot_be_is_named(details: Details, field: str) -> None:
    with pytest.raises(CustomerFieldWrong) as refused:
        checked(details)
    assert refused.value.facts == {"field": field}


def test_what_is_right_is_kept_in_one_form() -> None:
    assert checked(ATELIER) == Details(
        company="Atelier Lumière", siren="732829320", vat_number="FR44732829320", address="12 quai de la Fosse, 44000 Nantes"
    )
    assert checked(Details(full_name="  Claire   Garnier", phone="06.12.34.56.78")).phone == "0612345678"
    assert checked(Details(company="Atelier", siren="732 829 320 00074")).siren == "732829320"


def test_nothing_at_all_is_nobody() -> None:
    with pytest.raises(CustomerEmpty):
        checked(Details(address="12 quai de la Fosse"))


def test_offers_are_a_yes_of_its_own_with_its_day_and_its_words(shop: DeskShop, clock: ManualClock) -> None:
    silent = shop.customer()
    assert (silent.wants_offers, silent.consent_version) == (False, None)
    yes = shop.desk.customers.correct(silent.customer_id, GARNIER, wants_offers=True, person=CAMILLE)
    assert (yes.consented_at_utc, yes.consent_version) == (shop.till.counter.now_utc(), "2026-1")
    clock.advance(seconds=3600)
    again = shop.desk.customers.correct(silent.customer_id, GARNIER, wants_offers=True, person=CAMILLE)
    assert again.consented_at_utc == yes.consented_at_utc
    assert [customer.customer_id for customer in shop.desk.customers.who_wants_offers(person=SOPHIE)] == [silent.customer_id]
    shop.desk.customers.correct(silent.customer_id, GARNIER, wants_offers=False, person=CAMILLE)
    assert shop.desk.customers.who_wants_offers(person=SOPHIE) == ()


def test_an_address_given_for_a_receipt_is_on_no_list_of_offers(shop: DeskShop) -> None:
    ticket = shop.pay(shop.basket(codes=(IMEIS[0],)))
    with shop.till.database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO receipt_delivery (id, ticket_id, channel, address, state, created_at_utc, changed_at_utc, attempts, copy_number)"
            " VALUES ('d1', ?, 'email', 'nur.ticket@example.fr', 'waiting', '', '', 0, 0)",
            (ticket.head.ticket_id,),
        )
    shop.customer()
    assert shop.desk.customers.who_wants_offers(person=SOPHIE) == ()


def test_the_journal_knows_no_name_and_proves_it_later(shop: DeskShop) -> None:
    customer = shop.customer()
    (said,) = shop.journal("sales.customer_noted")
    with shop.till.database.read() as connection:
        salt = connection.exec_driver_sql("SELECT salt FROM customer").scalar_one()
        entries = shop.till.ledger.entries_after(connection, 0, 0, limit=10_000)
    assert said["identity_sha256"] == identity_hash(customer.details, salt=salt)
    assert said["fields"] == "full_name email phone"
    everything = b" ".join(entry.entry for entry in entries)
    assert not any(part in everything for part in (b"Garnier", b"claire", b"0612345678"))


def test_erasing_empties_the_row_and_leaves_documents_and_journal_whole(shop: DeskShop) -> None:
    customer = shop.customer(wants_offers=True)
    basket = shop.desk.lines.name_customer(shop.basket(codes=(IMEIS[0],)), customer.customer_id)
    ticket = shop.pay(basket)
    with pytest.raises(RightMissing):
        shop.desk.customers.erase(customer.customer_id, person=CAMILLE)
    shop.desk.customers.erase(customer.customer_id, person=SOPHIE)
    with shop.till.database.read() as connection:
        row = connection.exec_driver_sql("SELECT * FROM customer").mappings().one()
        fault = verify(connection, key=TillKey(TILL_SECRET).public, marker=None).fault
    left = {name for name, value in row.items() if value not in (None, "")}
    assert (left, fault) == ({"id", "created_at_utc", "person_id", "erased_at_utc"}, None)
    assert shop.till.tickets.ticket_by_number(ticket.number).ticket.head.customer_id == customer.customer_id
    assert shop.desk.customers.search("garnier") == ()
    with pytest.raises(CustomerUnknown):
        shop.desk.customers.customer(customer.customer_id)
    assert shop.journal("sales.customer_erased") == [{"customer_id": customer.customer_id}]


def test_only_who_sells_writes_a_customer_down(shop: DeskShop) -> None:
    with pytest.raises(RightMissing):
        shop.desk.customers.note(GARNIER, wants_offers=False, person=YANIS)


def test_the_secret_of_the_till_is_not_the_salt_of_a_customer(shop: DeskShop) -> None:
    shop.customer()
    shop.customer(ATELIER)
    with shop.till.database.read() as connection:
        salts = connection.exec_driver_sql("SELECT salt FROM customer").scalars().all()
    assert len(set(salts)) == 2 and all(len(salt) == 32 for salt in salts) and TILL_SECRET.hex() not in salts
