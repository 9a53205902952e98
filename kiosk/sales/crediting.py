"""Invoices and credit notes as they are written, inside the transaction of whoever asks: for the counter, or with the refund that they correct.

What a company was invoiced and gives back is credited to it at once: ticket and credit note are there together, or neither (CGI art. 289, 272).
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from kiosk.catalogue.products import ProductKind
from kiosk.documents.invoice_paper import InvoicePaper
from kiosk.fiscal.module import EventValue
from kiosk.sales import invoice_store
from kiosk.sales.counter import Counter
from kiosk.sales.invoice import Company, Issuing, company_invoiced, make_invoice
from kiosk.sales.invoice_store import StoredInvoice
from kiosk.sales.store import StoredTicket, ticket_by_id, ticket_by_number
from kiosk.staff.people import Person
from kiosk.storage.counters import next_number

INVOICE_SERIES = "invoice"
REGISTER_NOTE = "REG"


class InvoiceWriter:
    """One invoice in one transaction. ``register_note`` is the seller's legal line; ``services`` are the products that are work, not goods."""

    def __init__(self, counter: Counter, connection: Connection, *, register_note: str) -> None:
        self._counter = counter
        self._connection = connection
        self._register_note = register_note

    def write(
        self, found: StoredTicket, buyer: Company, *, services: frozenset[str], preceding: tuple[str, date] | None, person: Person
    ) -> StoredInvoice:  # fmt: skip
        """Numbered, sealed and journaled; NothingToInvoice."""
        ticket, counter, connection = found.ticket, self._counter, self._connection
        number = counter.identity(connection).number(next_number(connection, INVOICE_SERIES), letter="F")
        issuing = Issuing(
            number, counter.now_local().date(), found.receipt.shop, counter.rules_now(), counter.words.tender, self._register_note, preceding
        )  # fmt: skip
        paper = make_invoice(ticket, buyer, issuing, services=services)
        item = StoredInvoice(counter.ids.new(), number, ticket.head.ticket_id, counter.now_utc(), paper)
        invoice_store.add(connection, item)
        body: dict[str, EventValue] = {
            "invoice_id": item.invoice_id, "number": number, "ticket_id": item.ticket_id, "ticket_number": ticket.number, "credit": paper.credit,
            "net_cents": paper.net.amount_cents, "tax_cents": paper.tax.amount_cents, "total_cents": paper.gross.amount_cents,
        }  # fmt: skip
        counter.ledger.append(connection, "sales.invoice_issued", body, person_id=person.person_id)
        return item


def credit_what_was_invoiced(counter: Counter, connection: Connection, ticket_id: str, *, person: Person) -> StoredInvoice | None:
    """The credit note of a refund just written, for whoever the goods were invoiced to; None when they were not, or nothing of value goes back."""
    refund = ticket_by_id(connection, ticket_id)
    number = refund.ticket.head.original_number if refund is not None else None
    if refund is None or number is None or refund.ticket.total.amount_cents >= 0:
        return None
    sold = ticket_by_number(connection, number)
    invoiced = None if sold is None else invoice_store.of_ticket(connection, sold.ticket.head.ticket_id)
    if invoiced is None:
        return None
    writer = InvoiceWriter(counter, connection, register_note=_register_note(invoiced.paper))
    worked = frozenset(line.product_id for line in refund.ticket.lines if line.product_kind is ProductKind.SERVICE)
    buyer, preceding = company_invoiced(invoiced.paper.buyer), (invoiced.number, invoiced.paper.issued_on)
    return writer.write(refund, buyer, services=worked, preceding=preceding, person=person)


def _register_note(paper: InvoicePaper) -> str:
    return next((note.text for note in paper.notes if note.subject == REGISTER_NOTE), "")
