"""A receipt from the till's row to a mailbox: through central over real HTTP and a real mail server, once, whatever goes wrong between."""

from __future__ import annotations

import email
import email.policy
import io
import socket
import subprocess
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import facturx
import pytest
from aiosmtpd.controller import Controller
from pypdf import PdfReader

from central.database import CentralDatabase
from central.mail import MailSettingRefused, SmtpPost
from central.pages import published_keys
from central.service import Central
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.basics.workers import ThreadWorker
from kiosk.catalogue.service import CatalogueService
from kiosk.documents.facturx import invoice_xml
from kiosk.documents.service import Documents
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.sales.delivery import DeliveryState
from kiosk.sales.invoice import Company
from kiosk.sales.invoice_service import InvoiceService
from kiosk.storage.engine import Database
from kiosk.sync.receipt_post import ReceiptPost, receipt_post
from kiosk.sync.session import Line
from tests.integration.central.house import PaperTill, serving
from tests.integration.central.test_receipt_page import SIGNER, publish
from tests.integration.sale_shop import CAMILLE, IMEIS, Till, cash, furnish, open_till

SENDER = "tickets@example.fr"


class Mailbox:
    """What arrived; ``refusal`` is what the server answers to a recipient instead of taking it."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.refusal = ""

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        self.messages.append(message)
        return "250 OK"


class LosesTheFirstAnswer:
    """A network between till and central that swallows the answer to the first receipt."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self._lost = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["path"] != "/v1/receipt-mail" or self._lost:
            await self._app(scope, receive, send)
            return
        self._lost = True
        await self._app(scope, receive, self._swallow)
        await send({"type": "http.response.start", "status": 502, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def _swallow(self, message: Any) -> None:
        """Nobody hears it."""


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def smtp(mailbox: Mailbox) -> Iterator[str]:
    """A mail server on loopback; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(mailbox, hostname="127.0.0.1", port=port)
    server.start()
    yield f"smtp://127.0.0.1:{port}"
    server.stop()


@pytest.fixture
def mailing(central_database: CentralDatabase, clock: ManualClock, smtp: str) -> Central:
    return Central(central_database, clock=clock, key=TillKey(bytes(range(64, 96))), post=SmtpPost.read(smtp, SENDER))


@pytest.fixture
def shop(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    found = open_till(database, ledger, clock, ids)
    found.drawer.open_session(Money(15000), person=CAMILLE)
    return found


@pytest.fixture
def writer() -> Iterator[ThreadWorker]:
    worker = ThreadWorker("ledger")
    yield worker
    worker.stop()


def invoices_of(shop: Till) -> InvoiceService:
    return InvoiceService(shop.counter, CatalogueService(shop.database), Documents(shop.clock, shop.counter.ids), register_note=str)


def post_to(url: str, shop: Till, till: PaperTill, writer: ThreadWorker) -> ReceiptPost:
    return receipt_post(Line(shop.database, shop.ledger, writer, shop.clock, till.key, url), shop.receipts, invoices_of(shop))


def phone_receipt(shop: Till) -> str:
    """A phone sold, its receipt to be mailed as well; gives the ticket's number."""
    number = shop.sale.pay(shop.basket(IMEIS[0]), [cash(44900)], person=CAMILLE).number
    shop.receipts.mail(number, "elodie@example.fr", person=CAMILLE)
    return number


def states(shop: Till, number: str) -> list[tuple[DeliveryState, str | None]]:
    return [(item.state, item.reason) for item in shop.receipts.deliveries(number)]


def test_the_receipt_arrives_as_text_link_and_file(
    mailing: Central, till: PaperTill, shop: Till, writer: ThreadWorker, mailbox: Mailbox, tmp_path: Path
) -> None:
    number = phone_receipt(shop)
    with serving(mailing) as url:
        assert post_to(url, shop, till, writer).carry()
    (message,) = mailbox.messages
    assert (message["To"], message["From"], message["Subject"]) == ("elodie@example.fr", SENDER, f"Ticket {number} · Nantes Crébillon")
    text = message.get_body().get_content().replace("\u202f", " ")  # type: ignore[union-attr]  # it has one
    for words in (number, "DUPLICATA n° 1", "iPhone 13", IMEIS[0], "449,00 (M)", "TOTAL TTC", "449,00 €", "Garantie légale", "https://tickets.example.fr/r/#"):
        assert words in text, words
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == f"ticket-{number}.pdf".lower()
    (tmp_path / "ticket.pdf").write_bytes(attached.get_content())
    printed = subprocess.run(["pdftotext", "-layout", tmp_path / "ticket.pdf", "-"], capture_output=True, text=True, check=True).stdout
    for words in (number, "DUPLICATA n° 1", "449,00", "Régime particulier – Biens d’occasion", "Réimpression n° 1", "SIRET"):
        assert words in printed, words
    assert len(PdfReader(io.BytesIO(attached.get_content())).pages) == 1
    assert states(shop, number) == [(DeliveryState.SENT, None)]


def test_an_answer_that_got_lost_mails_nothing_twice(mailing: Central, till: PaperTill, shop: Till, writer: ThreadWorker, mailbox: Mailbox) -> None:
    number = phone_receipt(shop)
    with serving(mailing, between=LosesTheFirstAnswer) as url:
        assert not post_to(url, shop, till, writer).carry()
        assert len(mailbox.messages) == 1
        assert post_to(url, shop, till, writer).carry()
    assert len(mailbox.messages) == 1
    assert states(shop, number) == [(DeliveryState.SENT, None)]


def test_offline_it_waits_and_leaves_when_central_is_back(mailing: Central, till: PaperTill, shop: Till, writer: ThreadWorker, mailbox: Mailbox) -> None:
    number = phone_receipt(shop)
    with serving(mailing) as url:
        gone = url
    assert not post_to(gone, shop, till, writer).carry()
    assert [(item.attempts, item.address) for item in shop.receipts.waiting()] == [(1, "elodie@example.fr")]
    with serving(mailing) as url:
        assert post_to(url, shop, till, writer).carry()
    assert (len(mailbox.messages), states(shop, number)) == (1, [(DeliveryState.SENT, None)])


@pytest.mark.parametrize(
    ("refusal", "state", "reason"),
    [
        ("550 no such user", DeliveryState.FAILED, "central.address_refused"),
        ("450 mailbox busy", DeliveryState.QUEUED, "central.mail_unavailable"),
    ],
)
def test_nobody_there_is_final_and_a_busy_mailbox_is_not(
    mailing: Central, till: PaperTill, shop: Till, writer: ThreadWorker, mailbox: Mailbox, refusal: str, state: DeliveryState, reason: str
) -> None:
    number = phone_receipt(shop)
    mailbox.refusal = refusal
    with serving(mailing) as url:
        post_to(url, shop, till, writer).carry()
    assert states(shop, number) == [(state, reason)]
    assert [item.address for item in shop.receipts.deliveries(number)] == [None if state is DeliveryState.FAILED else "elodie@example.fr"]


def test_a_central_without_a_mail_server_lets_it_wait(central: Central, till: PaperTill, shop: Till, writer: ThreadWorker) -> None:
    number = phone_receipt(shop)
    with serving(central) as url:
        assert not post_to(url, shop, till, writer).carry()
    assert states(shop, number) == [(DeliveryState.QUEUED, "central.mail_unavailable")]


def test_central_keeps_that_a_receipt_was_mailed_and_not_to_whom(
    mailing: Central, till: PaperTill, shop: Till, writer: ThreadWorker, central_database: CentralDatabase
) -> None:
    phone_receipt(shop)
    with serving(mailing) as url:
        post_to(url, shop, till, writer).carry()
    with central_database.read() as connection:
        (row,) = connection.exec_driver_sql("SELECT * FROM receipt_mail").mappings()
    assert set(row) == {"shop_id", "delivery_id", "till_code", "sent_at_utc"}
    assert "elodie" not in str(row)


@pytest.mark.parametrize(("url", "sender"), [("http://a", SENDER), ("smtp://", SENDER), ("smtp://a:x", SENDER), ("smtp://a", "")])
def test_a_mail_setting_that_cannot_work_stops_the_start(url: str, sender: str) -> None:
    with pytest.raises(MailSettingRefused):
        SmtpPost.read(url, sender)


def test_a_mail_setting_with_a_password_is_read() -> None:
    assert SmtpPost.read("smtps://till%40example.fr:p%2Fw@mail.example.fr", SENDER) == SmtpPost("mail.example.fr", 465, SENDER, True, "till@example.fr", "p/w")


def test_keys_are_published_from_the_tills_own_journals(central: Central, till: PaperTill, clock: ManualClock, central_database: CentralDatabase) -> None:
    publish(central, till, clock, SIGNER)
    with central_database.read() as connection:
        assert [(key.key_id, key.till) for key in published_keys(connection).tills] == [(SIGNER.key_id, "L01-K2")]


def test_an_invoice_arrives_with_its_factur_x_file(mailing: Central, till: PaperTill, shop: Till, writer: ThreadWorker, mailbox: Mailbox) -> None:
    """The receipt of the same ticket has not left with it."""
    invoices = invoices_of(shop)
    ticket = shop.sale.pay(shop.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    number = invoices.issue(ticket.number, Company("Atelier Durand SARL", "552100554", ("3 quai de la Fosse", "44000 Nantes")), person=CAMILLE).number
    invoices.mail(number, "compta@durand.example.fr", person=CAMILLE)
    with serving(mailing) as url:
        assert post_to(url, shop, till, writer).carry()
    (message,) = mailbox.messages
    assert (message["To"], message["Subject"]) == ("compta@durand.example.fr", f"Facture {number} · Nantes Crébillon")
    text = message.get_body().get_content().replace("\u202f", " ")  # type: ignore[union-attr]  # it has one
    assert "la facture L01-K2-F000001 du 22/11/2026, d’un montant de 449,00 €, déjà réglée." in text
    (file,) = message.iter_attachments()
    assert file.get_filename() == "facture-l01-k2-f000001.pdf"
    name, xml = facturx.get_xml_from_pdf(io.BytesIO(file.get_content()))
    assert (name, xml) == ("factur-x.xml", invoice_xml(invoices.issued(number).paper))
    left = invoices.mailed(ticket.number)
    assert left is not None and (left.state, left.address, left.invoice) == (DeliveryState.SENT, None, "")
