"""How a receipt reaches the customer: printed, shown, mailed, as a present, and every copy after the first counted (FIS-02, FIS-12)."""

from __future__ import annotations

import re

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue.products import Product
from kiosk.catalogue.service import CatalogueService
from kiosk.documents.receipt_link import read_link
from kiosk.errors import KioskError
from kiosk.journal.ledger import Ledger
from kiosk.sales.delivery import DeliveryState
from kiosk.sales.email import EmailRefused, check_email
from kiosk.sales.receipt_policy import Channel
from kiosk.sales.ticket import Ticket
from kiosk.sales.tickets import TicketUnknown
from kiosk.storage.engine import Database
from tests.integration.sale_shop import CAMILLE, IMEIS, RECEIPT_PAGE, Till, cash, furnish, open_till

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


def case_sale(till: Till) -> Ticket:
    return till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)


def phone_sale(till: Till) -> Ticket:
    return till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)


def everything_stored(till: Till) -> str:
    """All text of the database, as a thief would grep it."""
    with till.database.read() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'").scalars().all()
        return "\n".join(str(tuple(row)) for name in names for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"'))


# ── what may be chosen ─────────────────────────────────────────────────────────────────────────────────────────────
def test_a_case_leaves_every_choice_and_a_phone_all_but_none(till: Till) -> None:
    assert till.receipts.choices(case_sale(till).number) == (Channel.QR, Channel.PRINT, Channel.EMAIL, Channel.NONE)
    assert till.receipts.choices(phone_sale(till).number) == (Channel.QR, Channel.PRINT, Channel.EMAIL)
    with pytest.raises(TicketUnknown):
        till.receipts.choices("L01-K2-999999")


# ── originals and copies ───────────────────────────────────────────────────────────────────────────────────────────
def test_the_first_receipt_is_the_original_whatever_road_it_takes_and_every_other_counts(till: Till) -> None:
    number = case_sale(till).number
    assert till.receipts.show(number, person=CAMILLE).copy_number == 0
    assert till.receipts.print(number, person=CAMILLE) == 1
    assert till.receipts.mail(number, "elodie@example.fr", person=CAMILLE) == 2
    assert till.receipts.show(number, person=CAMILLE).copy_number == 3
    assert duplicates(till) == 3
    kinds = [kind for kind in till.kinds() if kind in ("sales.receipt_handed_over", "sales.ticket_reprinted")]
    assert kinds == ["sales.receipt_handed_over", *["sales.ticket_reprinted"] * 3]


def test_a_phone_that_printed_its_receipt_shows_a_copy(till: Till) -> None:
    number = phone_sale(till).number
    shown = till.receipts.show(number, person=CAMILLE)
    receipt = read_link(shown.link, verifies=lambda _key, _text, _signature: True)
    assert (shown.copy_number, receipt.duplicate_number, receipt.duplicate_at_local) == (1, 1, "22/11/2026 11:00")


def test_the_link_is_the_receipt_on_paper_signed_by_the_till(till: Till) -> None:
    ticket = case_sale(till)
    shown = till.receipts.show(ticket.number, person=CAMILLE)
    assert shown.link.startswith(f"{RECEIPT_PAGE}#")
    receipt = read_link(shown.link, verifies=lambda _key, _text, _signature: True)
    stored = till.tickets.ticket_by_number(ticket.number).receipt
    assert (receipt.number, receipt.total, receipt.lines, receipt.stamp_lines) == (ticket.number, Money(2990), stored.lines, stored.stamp_lines)


def test_a_till_without_a_page_prints_and_says_so(till: Till) -> None:
    till.receipts._page = lambda: ""
    number = case_sale(till).number
    assert till.receipts.choices(number) == (Channel.PRINT, Channel.NONE)
    with pytest.raises(KioskError) as refused:
        till.receipts.show(number, person=CAMILLE)
    assert refused.value.code == "sales.no_receipt_page"
    assert till.receipts.print(number, person=CAMILLE) == 0


# ── e-mail ─────────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("typed", ["", "elodie", "elodie@", "@orange.fr", "a b@orange.fr", "elodie@orange", "é@orange.fr", "a@b..fr", "a@1.2"])
def test_what_is_no_address_is_refused_and_nothing_is_counted(till: Till, typed: str) -> None:
    number = case_sale(till).number
    with pytest.raises(EmailRefused):
        till.receipts.mail(number, typed, person=CAMILLE)
    assert till.receipts.deliveries(number) == ()


def test_an_address_is_kept_as_typed_but_for_spaces_and_its_domain() -> None:
    assert check_email("  Elodie.G@Orange.FR ") == "Elodie.G@orange.fr"
    assert check_email("a@société.fr") == "a@xn--socit-esab.fr"


def test_an_address_is_forgotten_once_the_receipt_left_and_stands_in_no_journal(till: Till) -> None:
    number = case_sale(till).number
    till.receipts.mail(number, "elodie@example.fr", person=CAMILLE)
    (waiting,) = till.receipts.waiting()
    assert waiting.address == "elodie@example.fr"
    assert waiting.receipt == till.tickets.ticket_by_number(number).receipt
    with till.database.read() as connection:
        entries = b"".join(entry.entry for entry in till.ledger.entries_after(connection, 0, 0, limit=10_000))
    assert b"elodie" not in entries
    till.receipts.sent(waiting.delivery_id)
    assert till.receipts.waiting() == ()
    assert [item.state for item in till.receipts.deliveries(number)] == [DeliveryState.SENT]
    assert "elodie" not in everything_stored(till)


def test_a_receipt_that_cannot_leave_for_a_week_is_given_up_and_the_address_goes(till: Till) -> None:
    number = case_sale(till).number
    till.receipts.mail(number, "elodie@example.fr", person=CAMILLE)
    (waiting,) = till.receipts.waiting()
    till.receipts.put_off(waiting, reason="http 503")
    assert [(item.attempts, item.reason) for item in till.receipts.waiting()] == [(1, "http 503")]
    till.clock.advance(seconds=8 * 24 * 3600)
    till.receipts.put_off(till.receipts.waiting()[0], reason="http 503")
    assert [(item.state, item.reason) for item in till.receipts.deliveries(number)] == [(DeliveryState.FAILED, "sales.receipt_mail_expired")]
    assert "elodie" not in everything_stored(till)


def test_the_key_is_told_to_central_once(till: Till) -> None:
    for _ in range(2):
        with till.database.write() as connection:
            till.receipts.publish_key(connection)
    assert till.kinds().count("till.receipt_key_published") == 1
