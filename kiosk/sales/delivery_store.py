"""SQL of receipts and invoices that leave without paper: rows to nouns, nothing decided here."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, exists, func, insert, or_, select, update

from kiosk.documents.papers import Receipt
from kiosk.sales.delivery import INVOICE_CHANNEL, Delivery, DeliveryState
from kiosk.storage.schema import receipt_delivery, ticket

ERASED = "customer erased"
_OF_TICKET = select(exists().where(receipt_delivery.c.ticket_id == bindparam("of_ticket"), receipt_delivery.c.channel != INVOICE_CHANNEL))
_ALL = select(receipt_delivery, ticket.c.number).join(ticket, ticket.c.id == receipt_delivery.c.ticket_id)


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    receipt: Receipt | None = None
    link: str = ""
    invoice: str = ""


def add(connection: Connection, item: Delivery) -> None:
    content = msgspec.json.encode(_Content(item.receipt, item.link, item.invoice)).decode() if item.receipt or item.invoice else None
    connection.execute(
        insert(receipt_delivery).values(
            id=item.delivery_id, ticket_id=item.ticket_id, channel=item.channel, address=item.address, state=item.state.value,
            created_at_utc=item.created_at_utc, changed_at_utc=item.created_at_utc, attempts=item.attempts, reason=item.reason,
            copy_number=item.copy_number, content=content,
        )
    )  # fmt: skip


def any_of_ticket(connection: Connection, ticket_id: str) -> bool:
    """Whether its receipt left without paper; an invoice is another paper."""
    return bool(connection.execute(_OF_TICKET, {"of_ticket": ticket_id}).scalar_one())


def of_ticket(connection: Connection, ticket_id: str) -> tuple[Delivery, ...]:
    """Oldest first: keys are UUIDv7."""
    query = _ALL.where(receipt_delivery.c.ticket_id == ticket_id).order_by(receipt_delivery.c.id)
    return tuple(_delivery(row) for row in connection.execute(query))


def queued(connection: Connection) -> tuple[Delivery, ...]:
    """What waits for central, the least tried first."""
    query = _ALL.where(receipt_delivery.c.state == DeliveryState.QUEUED.value).order_by(receipt_delivery.c.attempts, receipt_delivery.c.id)
    return tuple(_delivery(row) for row in connection.execute(query))


def by_id(connection: Connection, delivery_id: str) -> Delivery | None:
    row = connection.execute(_ALL.where(receipt_delivery.c.id == delivery_id)).one_or_none()
    return None if row is None else _delivery(row)


def note_attempt(connection: Connection, delivery_id: str, *, attempts: int, reason: str, at_utc: str) -> None:
    _change(connection, delivery_id, attempts=attempts, reason=reason, changed_at_utc=at_utc)


def finish(connection: Connection, delivery_id: str, *, state: DeliveryState, reason: str | None, at_utc: str) -> None:
    """It left, or never will: address and content are forgotten (SEC-01)."""
    _change(connection, delivery_id, state=state.value, reason=reason, changed_at_utc=at_utc, address=None, content=None)


def forget_customer(connection: Connection, customer_id: str, *, email: str, at_utc: str) -> None:
    """Somebody was erased: what waits for them will never leave, and neither their address nor what was to be sent stays (RGPD art. 17)."""
    theirs = select(ticket.c.id).where(ticket.c.customer_id == customer_id)
    named = or_(receipt_delivery.c.ticket_id.in_(theirs), func.lower(receipt_delivery.c.address) == email.lower())
    waiting = {"state": DeliveryState.FAILED.value, "reason": ERASED, "changed_at_utc": at_utc}
    connection.execute(update(receipt_delivery).where(named, receipt_delivery.c.state == DeliveryState.QUEUED.value).values(**waiting))
    connection.execute(update(receipt_delivery).where(named).values(address=None, content=None))


def _change(connection: Connection, delivery_id: str, **values: Any) -> None:
    connection.execute(update(receipt_delivery).where(receipt_delivery.c.id == delivery_id).values(**values))


def _delivery(row: Row[Any]) -> Delivery:
    content = _Content() if row.content is None else msgspec.json.decode(row.content, type=_Content)
    return Delivery(
        row.id, row.ticket_id, row.number, row.channel, DeliveryState(row.state), row.created_at_utc, row.copy_number, row.address,
        content.receipt, content.link, row.attempts, row.reason, content.invoice,
    )  # fmt: skip
