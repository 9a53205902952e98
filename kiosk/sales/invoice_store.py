"""SQL of invoices: sealed rows to nouns, nothing decided here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select

from kiosk.documents.invoice_paper import InvoicePaper
from kiosk.storage.schema import document, invoice


@dataclass(frozen=True, slots=True)
class StoredInvoice:
    """An invoice as it was issued."""

    invoice_id: str
    number: str
    ticket_id: str
    at_utc: str
    paper: InvoicePaper


def add(connection: Connection, item: StoredInvoice) -> None:
    connection.execute(
        insert(invoice).values(
            id=item.invoice_id, number=item.number, ticket_id=item.ticket_id, at_utc=item.at_utc, total_cents=item.paper.gross.amount_cents,
            content=msgspec.json.encode(item.paper).decode(),
        )
    )  # fmt: skip


def of_ticket(connection: Connection, ticket_id: str) -> StoredInvoice | None:
    return _invoice(connection.execute(select(invoice).where(invoice.c.ticket_id == ticket_id)).one_or_none())


def by_number(connection: Connection, number: str) -> StoredInvoice | None:
    return _invoice(connection.execute(select(invoice).where(invoice.c.number == number)).one_or_none())


def document_of(connection: Connection, number: str) -> bytes | None:
    """The file that was made of it, when it was made."""
    query = select(document.c.content).where(document.c.kind == "invoice", document.c.number == number)
    return connection.execute(query).scalar_one_or_none()


def _invoice(row: Row[Any] | None) -> StoredInvoice | None:
    return None if row is None else StoredInvoice(row.id, row.number, row.ticket_id, row.at_utc, msgspec.json.decode(row.content, type=InvoicePaper))
