"""Invoices for companies: issued in one transaction with a number of their own, and set as Factur-X from what was sealed.

Issuing is quick and durable; the file takes two seconds in a child process and is made after it, from the sealed row. Killed in between, it is
made when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from kiosk.catalogue.products import ProductKind
from kiosk.catalogue.service import CatalogueService
from kiosk.documents.invoice_pdf import invoice_pdf, invoice_title
from kiosk.documents.service import Documents
from kiosk.errors import Refused
from kiosk.sales import delivery_store, invoice_store
from kiosk.sales.after.originals import invoice_of_original
from kiosk.sales.counter import Counter
from kiosk.sales.crediting import InvoiceWriter
from kiosk.sales.delivery import INVOICE_CHANNEL, Delivery, DeliveryState
from kiosk.sales.desk import customer_store
from kiosk.sales.email import check_email
from kiosk.sales.invoice import NOBODY, Company, checked_company, company_invoiced, company_of
from kiosk.sales.invoice_store import StoredInvoice
from kiosk.sales.store import StoredTicket, ticket_by_number
from kiosk.sales.tickets import TicketUnknown
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.storage.files import FolderGone, NewFiles


class InvoiceUnknown(Refused):
    """No invoice of this till has that number."""

    code = "sales.invoice_unknown"


class OriginalNotInvoiced(Refused):
    """A credit note corrects an invoice, and there was none for the ticket that the goods came from."""

    code = "sales.original_not_invoiced"


@dataclass(frozen=True, slots=True)
class InvoiceRoads:
    """How an invoice leaves: into which folders it can be written now (drives among them), and whether central is there to mail it."""

    folders: Callable[[], tuple[Path, ...]] = tuple
    mails: Callable[[], bool] = bool


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom an invoice is probably for, as far as it is known."""

    company: Company
    email: str = ""


NOBODY_KNOWN = Addressee(NOBODY)


class InvoiceService:
    """``register_note`` is the seller's legal line (capital, trade register), as the shop's settings say it.

    ``listeners`` are told when an invoice waits to be mailed.
    """

    def __init__(
        self, counter: Counter, catalogue: CatalogueService, documents: Documents, *, register_note: Callable[[], str], roads: InvoiceRoads | None = None
    ) -> None:  # fmt: skip
        self._counter = counter
        self._catalogue = catalogue
        self._documents = documents
        self._register_note = register_note
        self._roads = roads or InvoiceRoads()
        self.listeners: list[Callable[[], None]] = []

    @property
    def offered(self) -> bool:
        """Factur-X is France's; elsewhere the receipt is all there is."""
        return self._counter.locale.country == "FR"

    @property
    def mails(self) -> bool:
        """Whether an invoice could be mailed from here. From a training till nothing leaves."""
        return not self._counter.training and self._roads.mails()

    def folders(self) -> tuple[Path, ...]:
        """Where an invoice can be written now. May wait for a drive."""
        return () if self._counter.training else self._roads.folders()

    def addressee(self, ticket_number: str) -> Addressee:
        """Who the ticket's customer is, or for money given back who its sale was invoiced to; TicketUnknown."""
        with self._counter.database.read() as connection:
            head = self._ticket(connection, ticket_number).ticket.head
            customer = customer_store.customer_by_id(connection, head.customer_id) if head.customer_id else None
            sold = ticket_by_number(connection, head.original_number) if head.original_number else None
            before = None if sold is None else invoice_store.of_ticket(connection, sold.ticket.head.ticket_id)
        known = None if customer is None or customer.erased_at_utc is not None else customer.details
        company = company_invoiced(before.paper.buyer) if before is not None else company_of(known) if known is not None else NOBODY
        return Addressee(company, known.email if known is not None else "")

    def of_ticket(self, ticket_number: str) -> StoredInvoice | None:
        """The invoice of a ticket; TicketUnknown."""
        with self._counter.database.read() as connection:
            return invoice_store.of_ticket(connection, self._ticket(connection, ticket_number).ticket.head.ticket_id)

    def issue(self, ticket_number: str, company: Company, *, person: Person) -> StoredInvoice:
        """Once per ticket: asked again, it gives the same. CompanyRefused, NothingToInvoice, OriginalNotInvoiced, TicketUnknown."""
        require(person, Right.SELL)
        buyer = checked_company(company)
        with self._counter.database.write() as connection:
            found = self._ticket(connection, ticket_number)
            already = invoice_store.of_ticket(connection, found.ticket.head.ticket_id)
            if already is not None:
                return already
            return self._issued(connection, found, buyer, person)

    def made(self, number: str) -> bytes:
        """The Factur-X file: as it was stored, else set now. Takes two seconds, on no thread that writes. InvoiceUnknown, PdfFailed, PdfTooSlow."""
        issued = self.issued(number)
        with self._counter.database.read() as connection:
            stored = invoice_store.document_of(connection, number)
        return invoice_pdf(issued.paper, at_utc=issued.at_utc) if stored is None else stored

    def keep(self, number: str, content: bytes) -> None:
        """Store the file among the till's documents, once."""
        with self._counter.database.write() as connection:
            if invoice_store.document_of(connection, number) is None:
                self._documents.save_pdf(connection, kind="invoice", number=number, content=content)

    def save(self, number: str, folder: Path) -> Path:
        """The file in one of ``folders``, to take away: whole under its name, or not there. As slow as ``made``. InvoiceUnknown, FileNotWritten."""
        if folder not in self.folders():
            raise FolderGone(path=str(folder))
        issued, content = self.issued(number), self.made(number)
        with NewFiles(folder) as files:
            files.add(f"{invoice_title(issued.paper)}-{number}.pdf", (content,))
            return files.publish()[0]

    def mail(self, number: str, typed_address: str, *, person: Person) -> None:
        """Queue it for central; the address is for this invoice alone. EmailRefused, InvoiceUnknown."""
        require(person, Right.SELL)
        issued, address = self.issued(number), check_email(typed_address)
        with self._counter.database.write() as connection:
            new_id, now = self._counter.ids.new(), self._counter.now_utc()
            sold = issued.paper.ticket_number
            item = Delivery(new_id, issued.ticket_id, sold, INVOICE_CHANNEL, DeliveryState.QUEUED, now, address=address, invoice=number)
            delivery_store.add(connection, item)
        for tell in self.listeners:
            tell()

    def mailed(self, ticket_number: str) -> Delivery | None:
        """What became of the newest mail with a ticket's invoice; TicketUnknown."""
        with self._counter.database.read() as connection:
            found = delivery_store.of_ticket(connection, self._ticket(connection, ticket_number).ticket.head.ticket_id)
        return next((item for item in reversed(found) if item.channel == INVOICE_CHANNEL), None)

    def issued(self, number: str) -> StoredInvoice:
        """InvoiceUnknown."""
        with self._counter.database.read() as connection:
            found = invoice_store.by_number(connection, number)
        if found is None:
            raise InvoiceUnknown(number=number)
        return found

    def _issued(self, connection: Connection, found: StoredTicket, buyer: Company, person: Person) -> StoredInvoice:
        ticket = found.ticket
        services = frozenset(line.product_id for line in ticket.lines if self._is_service(line.product_id))
        writer = InvoiceWriter(self._counter, connection, register_note=self._register_note())
        return writer.write(found, buyer, services=services, preceding=self._preceding(connection, found), person=person)

    def _preceding(self, connection: Connection, found: StoredTicket) -> tuple[str, date] | None:
        """For money given back: the invoice of the ticket that the goods came from."""
        if found.ticket.total.amount_cents >= 0:
            return None
        invoice = invoice_of_original(connection, found.ticket.head.original_number or "")
        if invoice is None:
            raise OriginalNotInvoiced
        return invoice

    def _is_service(self, product_id: str) -> bool:
        product = self._catalogue.product_by_id(product_id)
        return product is not None and product.kind is ProductKind.SERVICE

    @staticmethod
    def _ticket(connection: Connection, number: str) -> StoredTicket:
        found = ticket_by_number(connection, number)
        if found is None:
            raise TicketUnknown(number=number)
        return found
