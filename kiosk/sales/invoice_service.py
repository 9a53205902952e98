"""Invoices for companies: issued in one transaction with a number of their own, and set as Factur-X from what was sealed.

Issuing is quick and durable; the file takes two seconds in a child process and is made after it, from the sealed row. Killed in between, it is
made when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import Connection

from kiosk.catalogue.products import ProductKind
from kiosk.catalogue.service import CatalogueService
from kiosk.documents.invoice_pdf import invoice_pdf
from kiosk.documents.service import Documents
from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales import invoice_store
from kiosk.sales.counter import Counter
from kiosk.sales.invoice import Company, Issuing, checked_company, make_invoice
from kiosk.sales.invoice_store import StoredInvoice
from kiosk.sales.store import StoredTicket, ticket_by_number
from kiosk.sales.tickets import TicketUnknown
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.storage.counters import next_number

INVOICE_SERIES = "invoice"


class InvoiceUnknown(Refused):
    """No invoice of this till has that number."""

    code = "sales.invoice_unknown"


class OriginalNotInvoiced(Refused):
    """A credit note corrects an invoice, and there was none for the ticket that the goods came from."""

    code = "sales.original_not_invoiced"


class InvoiceService:
    """``register_note`` is the seller's legal line (capital, trade register), as the shop's settings say it."""

    def __init__(self, counter: Counter, catalogue: CatalogueService, documents: Documents, *, register_note: Callable[[], str]) -> None:
        self._counter = counter
        self._catalogue = catalogue
        self._documents = documents
        self._register_note = register_note

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
        with self._counter.database.read() as connection:
            issued, stored = invoice_store.by_number(connection, number), invoice_store.document_of(connection, number)
        if issued is None:
            raise InvoiceUnknown(number=number)
        if stored is not None:
            return stored
        return invoice_pdf(issued.paper, at_utc=issued.at_utc)

    def keep(self, number: str, content: bytes) -> None:
        """Store the file among the till's documents, once."""
        with self._counter.database.write() as connection:
            if invoice_store.document_of(connection, number) is None:
                self._documents.save_pdf(connection, kind="invoice", number=number, content=content)

    def _issued(self, connection: Connection, found: StoredTicket, buyer: Company, person: Person) -> StoredInvoice:
        ticket = found.ticket
        number = self._counter.identity(connection).number(next_number(connection, INVOICE_SERIES), letter="F")
        issuing = Issuing(
            number, self._counter.now_local().date(), found.receipt.shop, self._counter.rules_now(), self._counter.words.tender, self._register_note(),
            self._preceding(connection, found),
        )  # fmt: skip
        services = frozenset(line.product_id for line in ticket.lines if self._is_service(line.product_id))
        paper = make_invoice(ticket, buyer, issuing, services=services)
        item = StoredInvoice(self._counter.ids.new(), number, ticket.head.ticket_id, self._counter.now_utc(), paper)
        invoice_store.add(connection, item)
        body: dict[str, EventValue] = {
            "invoice_id": item.invoice_id, "number": number, "ticket_id": item.ticket_id, "ticket_number": ticket.number, "credit": paper.credit,
            "net_cents": paper.net.amount_cents, "tax_cents": paper.tax.amount_cents, "total_cents": paper.gross.amount_cents,
        }  # fmt: skip
        self._counter.ledger.append(connection, "sales.invoice_issued", body, person_id=person.person_id)
        return item

    def _preceding(self, connection: Connection, found: StoredTicket) -> tuple[str, date] | None:
        """For money given back: the invoice of the ticket that the goods came from."""
        if found.ticket.total.amount_cents >= 0:
            return None
        original = ticket_by_number(connection, found.ticket.head.original_number or "")
        invoiced = None if original is None else invoice_store.of_ticket(connection, original.ticket.head.ticket_id)
        if invoiced is None:
            raise OriginalNotInvoiced
        return invoiced.number, invoiced.paper.issued_on

    def _is_service(self, product_id: str) -> bool:
        product = self._catalogue.product_by_id(product_id)
        return product is not None and product.kind is ProductKind.SERVICE

    @staticmethod
    def _ticket(connection: Connection, number: str) -> StoredTicket:
        found = ticket_by_number(connection, number)
        if found is None:
            raise TicketUnknown(number=number)
        return found
