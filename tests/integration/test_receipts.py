"""How a receipt reaches the customer: printed, shown, mailed, as a present, and every copy after the first counted (FIS-02, FIS-12)."""

from __future__ import annotations

import re

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue.products import Product
from kiosk.catalogue.service import CatalogueService
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from tests.integration.sale_shop import CAMILLE, IMEIS, Till, cash, furnish, open_till

CASE_EAN = "2000000000015"


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    found = open_till(database, ledger, clock, ids)
    found.drawer.open_session(Money(15000), person=CAMILLE)
    return found


def duplicates(till: Till) -> int:
    """How many copies their own chain has counted."""
    with till.database.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM fiscal_stamp WHERE chain = 'DUPLICATE'").scalar_one())


def fitting(till: Till) -> Product:
    """The service as the catalogue has it now."""
    found = CatalogueService(till.database).product_by_id("p-fitting")
    assert found is not None
    return found


def test_a_copy_says_the_same_after_article_person_and_shop_were_renamed(till: Till) -> None:
    """A ticket is a snapshot, never a join on what the catalogue says today (FIS-02)."""
    ticket = till.sale.pay(till.basket(IMEIS[0], CASE_EAN), [cash(47890)], person=CAMILLE)
    original = till.papers()[-1]
    with till.database.write() as connection:
        connection.exec_driver_sql("UPDATE product SET name = 'Autre chose', price_cents = 1, durable = 0")
        connection.exec_driver_sql("UPDATE person SET short_name = 'Autre', full_name = 'Autre'")
        connection.exec_driver_sql("UPDATE unit SET imei = '000000000000000', serial = 'X', grade = NULL, register_number = NULL")
    till.tickets.reprint(ticket.number, person=CAMILLE)
    copy = till.papers()[-1]
    assert original.split("Ticket ", 1)[1] == copy.split("Ticket ", 1)[1].replace("Réimpression n° 1", "Réimpression n° 0")


def test_a_gift_receipt_names_the_articles_and_no_price(till: Till) -> None:
    ticket = till.sale.pay(till.basket(IMEIS[0], CASE_EAN), [cash(47890)], person=CAMILLE)
    till.tickets.print_gift(ticket.number, person=CAMILLE)
    paper = till.papers()[-1]
    assert all(words in paper for words in ("Ticket cadeau", ticket.number, "22/11/2026", "iPhone 13", "Coque transparente", IMEIS[0], "22/12/2026"))
    assert not re.search(r"[0-9],[0-9][0-9]|[0-9] ?\u20ac", paper)
    assert "sales.gift_receipt_printed" in till.kinds()
    assert duplicates(till) == 0


def test_a_repair_from_25_euros_prints_its_note_and_a_cheaper_service_is_asked_for(till: Till) -> None:
    with till.database.write() as connection:
        connection.exec_driver_sql("UPDATE product SET price_cents = 2499 WHERE id = 'p-fitting'")
    cheap = till.sale.add_product(till.sale.new_basket(), fitting(till))
    till.sale.pay(cheap, [cash(2499)], person=CAMILLE)
    assert [paper for paper in till.papers() if "Pose de verre" in paper] == []
    with till.database.write() as connection:
        connection.exec_driver_sql("UPDATE product SET price_cents = 2500 WHERE id = 'p-fitting'")
    till.sale.pay(till.sale.add_product(till.sale.new_basket(), fitting(till)), [cash(2500)], person=CAMILLE)
    note = till.papers()[-1]
    assert all(words in note for words in ("Note (prestations de services)", "17 rue Crébillon, 44000 Nantes", "non communiqué", "20,83", "25,00"))
