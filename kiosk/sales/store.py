"""All SQL of the till but that of tenders: tickets, open baskets. Rows to nouns; nothing decided here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.basics.money import Money
from kiosk.documents.papers import Receipt
from kiosk.sales.basket import Basket
from kiosk.sales.ticket import Ticket
from kiosk.storage.engine import driver
from kiosk.storage.prepared import Prepared
from kiosk.storage.schema import open_basket, ticket, ticket_line, ticket_tender


@dataclass(frozen=True, slots=True)
class StoredTicket:
    """A ticket and the paper that went with it, as they were; ``row_no`` is its place among the till's tickets."""

    ticket: Ticket
    receipt: Receipt
    row_no: int = 0


_ADD_TICKET, _ADD_LINES, _ADD_TENDERS = Prepared(insert(ticket)), Prepared(insert(ticket_line)), Prepared(insert(ticket_tender))
_TICKET_BY_ID = Prepared(select(ticket).where(ticket.c.id == bindparam("ticket_id")))
_FIRST_DAY_AFTER = Prepared(select(ticket.c.business_day).where(ticket.c.row_no > bindparam("row_no")).order_by(ticket.c.row_no).limit(1))
_FORGET_BASKET = "DELETE FROM open_basket WHERE id = ?"


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ticket: Ticket
    receipt: Receipt


# ── tickets ────────────────────────────────────────────────────────────────────────────────────────────────────────
def add_ticket(connection: Connection, item: Ticket, receipt: Receipt, *, line_ids: Sequence[str], tender_ids: Sequence[str]) -> None:
    """The ticket with its lines and tenders; ``line_ids`` and ``tender_ids`` are the keys of their rows."""
    head = item.head
    row = {
        "id": head.ticket_id, "number": head.number, "kind": head.kind.value, "at_utc": head.at_utc, "at_local": f"{head.at_local:%Y-%m-%dT%H:%M:%S%z}",
        "business_day": head.business_day.isoformat(), "session_id": head.session_id, "person_id": head.person_id,
        "total_cents": item.total.amount_cents, "net_cents": item.net.amount_cents, "tax_cents": item.tax.amount_cents,
        "original_number": head.original_number, "customer_id": head.customer_id, "non_sale_cents": item.non_sale.amount_cents or None,
        "margin_gross_cents": item.margin_gross.amount_cents, "change_cents": item.change.amount_cents, "item_count": item.item_count,
        "content": msgspec.json.encode(_Content(item, receipt)).decode(),
    }  # fmt: skip
    lines = [
        {
            "id": row_id, "ticket_id": head.ticket_id, "position": position, "product_id": line.product_id, "unit_id": line.unit_id, "label": line.label,
            "quantity": str(line.quantity), "unit_price_cents": line.unit_price.amount_cents, "discount_cents": line.discount.amount_cents,
            "gross_cents": line.gross.amount_cents, "tax_scheme": line.scheme.value, "rate_bp": line.rate_bp, "net_cents": line.net.amount_cents,
            "tax_cents": line.tax.amount_cents, "purchase_price_cents": line.purchase_price.amount_cents if line.purchase_price is not None else None,
            "margin_tax_cents": line.margin_tax.amount_cents if line.margin_tax is not None else None,
            "line_id": line.line_id, "kind": line.kind.value, "original_line_id": line.original_line_id, "note": line.note or None,
        }
        for position, (row_id, line) in enumerate(zip(line_ids, item.lines, strict=True), start=1)
    ]  # fmt: skip
    tenders = [
        {"id": row_id, "ticket_id": head.ticket_id, "position": position, "kind": tender.kind, "amount_cents": tender.amount.amount_cents,
         "reference": tender.reference, "card_tail": tender.card_tail, "answered_by": tender.answered_by.value if tender.answered_by else None}
        for position, (row_id, tender) in enumerate(zip(tender_ids, item.tenders, strict=True), start=1)
    ]  # fmt: skip
    _ADD_TICKET.run(connection, row)
    _ADD_LINES.run_many(connection, lines)
    _ADD_TENDERS.run_many(connection, tenders)


def ticket_by_id(connection: Connection, ticket_id: str) -> StoredTicket | None:
    return _ticket(_TICKET_BY_ID.first(connection, {"ticket_id": ticket_id}))


def ticket_by_number(connection: Connection, number: str) -> StoredTicket | None:
    return _ticket(connection.execute(select(ticket).where(ticket.c.number == number)).one_or_none())


def last_ticket(connection: Connection) -> StoredTicket | None:
    return _ticket(connection.execute(select(ticket).order_by(ticket.c.row_no.desc()).limit(1)).one_or_none())


def tickets_after(connection: Connection, row_no: int) -> tuple[StoredTicket, ...]:
    """The tickets after a place, in order."""
    rows = connection.execute(select(ticket).where(ticket.c.row_no > row_no).order_by(ticket.c.row_no))
    return tuple(found for found in map(_ticket, rows) if found is not None)


def tickets_of_day(connection: Connection, business_day: str) -> tuple[StoredTicket, ...]:
    rows = connection.execute(select(ticket).where(ticket.c.business_day == business_day).order_by(ticket.c.row_no))
    return tuple(found for found in map(_ticket, rows) if found is not None)


def first_day_after(connection: Connection, row_no: int) -> str | None:
    """The business day of the oldest ticket after a place."""
    row = _FIRST_DAY_AFTER.first(connection, {"row_no": row_no})
    return None if row is None else str(row.business_day)


def days_after(connection: Connection, row_no: int) -> tuple[str, ...]:
    """The business day of each ticket after a place, in order."""
    return tuple(connection.execute(select(ticket.c.business_day).where(ticket.c.row_no > row_no).order_by(ticket.c.row_no)).scalars())


# ── open baskets ───────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class KeptBasket:
    """An open basket on disk; ``parked`` when it waits under its label."""

    basket: Basket
    person_id: str
    updated_at_utc: str
    parked: bool


def keep_basket(connection: Connection, item: KeptBasket) -> None:
    values = {
        "id": item.basket.basket_id, "label": item.basket.label or None, "person_id": item.person_id, "updated_at_utc": item.updated_at_utc,
        "parked": int(item.parked), "content": msgspec.json.encode(item.basket).decode(),
    }  # fmt: skip
    statement = upsert(open_basket).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_={name: value for name, value in values.items() if name != "id"}))


def kept_basket(connection: Connection, basket_id: str) -> KeptBasket | None:
    row = connection.execute(select(open_basket).where(open_basket.c.id == basket_id)).one_or_none()
    return None if row is None else _kept(row)


def kept_baskets(connection: Connection, *, parked: bool) -> tuple[KeptBasket, ...]:
    """Oldest first."""
    query = select(open_basket).where(open_basket.c.parked == int(parked)).order_by(open_basket.c.updated_at_utc, open_basket.c.id)
    return tuple(_kept(row) for row in connection.execute(query))


def forget_basket(connection: Connection, basket_id: str) -> bool:
    return bool(driver(connection).execute(_FORGET_BASKET, (basket_id,)).rowcount == 1)


# ── rows to nouns ──────────────────────────────────────────────────────────────────────────────────────────────────
def _ticket(row: Row[Any] | None) -> StoredTicket | None:
    if row is None:
        return None
    content = msgspec.json.decode(row.content, type=_Content)
    assert content.ticket.total == Money(row.total_cents)
    return StoredTicket(content.ticket, content.receipt, row.row_no)


def _kept(row: Row[Any]) -> KeptBasket:
    return KeptBasket(msgspec.json.decode(row.content, type=Basket), row.person_id, row.updated_at_utc, bool(row.parked))
