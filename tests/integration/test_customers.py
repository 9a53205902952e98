"""Customers at the till: found as they are asked for, asked for little, and forgotten when they want to be."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.hardware.ports import PrintOutcome
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.verify import verify
from kiosk.sales.delivery import DeliveryState
from kiosk.sales.desk.customer_service import CustomerUnknown
from kiosk.sales.desk.customers import CustomerEmpty, CustomerFieldWrong, Details, checked, identity_hash
from kiosk.staff.rights import RightMissing
from kiosk.storage.engine import Database
from tests.conftest import TILL_SECRET
from tests.integration.desk_shop import BROKEN, GARNIER, DeskShop, open_desk
from tests.integration.sale_shop import CAMILLE, IMEIS, SOPHIE, YANIS, furnish, open_till

CASE_EAN = "2000000000015"
NAMES = ("Claire Garnier", "claire.garnier@example.fr", "0612345678", "au.bureau@example.fr", "CLAIRE.garnier@example.fr")
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


def test_a_yes_given_with_an_address_for_a_receipt_is_a_customer_with_the_day_and_the_words_of_that_yes(shop: DeskShop) -> None:
    """The receipt's mail and the yes are two things: the yes has its own row, its own entry, and stays when the mail has left (SEC-01)."""
    ticket = shop.pay(shop.basket(codes=(IMEIS[0],)))
    shop.till.receipts.mail(ticket.number, "elodie@example.fr", person=CAMILLE)
    assert shop.desk.customers.search("elodie") == ()
    agreed = shop.desk.customers.agree_to_offers("elodie@EXAMPLE.fr", person=CAMILLE)
    assert (agreed.details, agreed.consent_version) == (Details(email="elodie@example.fr"), "2026-1")
    (said,) = shop.journal("sales.customer_noted")
    assert (said["fields"], said["consent_version"]) == ("email", "2026-1")
    assert [customer.details.label for customer in shop.desk.customers.who_wants_offers(person=SOPHIE)] == ["elodie@example.fr"]
    assert shop.till.tickets.ticket_by_number(ticket.number).ticket.head.customer_id is None


def test_a_yes_of_somebody_known_by_that_address_is_theirs(shop: DeskShop) -> None:
    customer = shop.customer()
    agreed = shop.desk.customers.agree_to_offers("Claire.Garnier@example.fr", person=CAMILLE)
    assert (agreed.customer_id, agreed.details, agreed.wants_offers) == (customer.customer_id, customer.details, True)
    assert len(shop.desk.customers.search("")) == 1


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


def everything_stored(shop: DeskShop) -> str:
    """All text of the database, as a thief would grep it; what was printed is read as a printer does."""
    with shop.till.database.read() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'").scalars().all()
        rows = [row for name in names for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')]
    return "\n".join(cell.decode("cp1252", "replace") if isinstance(cell, bytes) else str(cell) for row in rows for cell in row)


def test_erasing_takes_back_what_waits_to_be_mailed_and_what_was_printed_for_them_and_the_sale_stays(shop: DeskShop) -> None:
    """A receipt to be mailed for a ticket that names them, another for one that does not, and a quotation in their name."""
    customer = shop.customer()
    shop.desk.quotations.make(shop.desk.lines.name_customer(shop.basket(BROKEN), customer.customer_id), person=CAMILLE)
    with shop.till.database.write() as connection:
        while (job := shop.till.queue.claim(connection, "receipt")) is not None:
            shop.till.queue.report(connection, job.job_id, PrintOutcome.PRINTED, reason=None)
    theirs = shop.pay(shop.desk.lines.name_customer(shop.basket(codes=(IMEIS[0],)), customer.customer_id))
    unnamed = shop.pay(shop.basket(codes=(CASE_EAN,)))
    sealed = [shop.till.tickets.ticket_by_number(ticket.number) for ticket in (theirs, unnamed)]
    shop.till.receipts.mail(theirs.number, "au.bureau@example.fr", person=CAMILLE)
    shop.till.receipts.mail(unnamed.number, "CLAIRE.garnier@example.fr", person=CAMILLE)
    assert {"Claire Garnier", "au.bureau@example.fr", "CLAIRE.garnier@example.fr"} <= {part for part in NAMES if part in everything_stored(shop)}
    shop.desk.customers.erase(customer.customer_id, person=SOPHIE)
    assert [part for part in NAMES if part in everything_stored(shop)] == []
    assert shop.till.receipts.waiting() == ()
    (given_up,) = shop.till.receipts.deliveries(theirs.number)
    assert (given_up.state, given_up.reason, given_up.receipt, given_up.link) == (DeliveryState.FAILED, "customer erased", None, "")
    assert [shop.till.tickets.ticket_by_number(ticket.number) for ticket in (theirs, unnamed)] == sealed
    with shop.till.database.read() as connection:
        assert verify(connection, key=TillKey(TILL_SECRET).public, marker=None).fault is None


def test_only_who_sells_writes_a_customer_down(shop: DeskShop) -> None:
    with pytest.raises(RightMissing):
        shop.desk.customers.note(GARNIER, wants_offers=False, person=YANIS)


def test_the_secret_of_the_till_is_not_the_salt_of_a_customer(shop: DeskShop) -> None:
    shop.customer()
    shop.customer(ATELIER)
    with shop.till.database.read() as connection:
        salts = connection.exec_driver_sql("SELECT salt FROM customer").scalars().all()
    assert len(set(salts)) == 2 and all(len(salt) == 32 for salt in salts) and TILL_SECRET.hex() not in salts
