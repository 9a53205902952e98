"""All SQL of deposits: which voucher keeps a device, and which ticket line it was paid by."""

from __future__ import annotations

from sqlalchemy import Connection, select

from kiosk.catalogue.products import ProductKind
from kiosk.sales.tendered import store as voucher_store
from kiosk.sales.vouchers import OPEN, Voucher, VoucherKind
from kiosk.storage.schema import product, ticket, ticket_line, voucher

_KEEPS = select(voucher.c.id).where(voucher.c.kind == VoucherKind.DEPOSIT.value, voucher.c.state == OPEN)


def deposit_of_unit(connection: Connection, unit_id: str) -> Voucher | None:
    """The open deposit that keeps this device."""
    voucher_id = connection.execute(_KEEPS.where(voucher.c.unit_id == unit_id)).scalars().first()
    return None if voucher_id is None else voucher_store.voucher_by_id(connection, voucher_id)


def deposit_paid_by(connection: Connection, ticket_number: str, line_id: str) -> Voucher | None:
    """The open deposit that this line of that ticket paid, untouched. A ticket's deposits are issued in the order of its lines."""
    paid_on = select(ticket.c.id).where(ticket.c.number == ticket_number).scalar_subquery()
    lines = select(ticket_line.c.line_id).join(product, product.c.id == ticket_line.c.product_id).order_by(ticket_line.c.position)
    taken = ticket_line.c.ticket_id == paid_on, ticket_line.c.original_line_id.is_(None), product.c.kind == ProductKind.DEPOSIT.value
    issued = select(voucher.c.id).where(voucher.c.kind == VoucherKind.DEPOSIT.value, voucher.c.origin_id == paid_on).order_by(voucher.c.id)
    paid = dict(zip(connection.execute(lines.where(*taken)).scalars(), connection.execute(issued).scalars(), strict=True))
    deposit = voucher_store.voucher_by_id(connection, paid[line_id]) if line_id in paid else None
    return deposit if deposit is not None and deposit.state == OPEN and deposit.balance == deposit.amount else None


def paid_on(connection: Connection, deposit: Voucher) -> str | None:
    """The number of the ticket that it was paid on; None for another till's."""
    number = connection.execute(select(ticket.c.number).where(ticket.c.id == deposit.origin_id)).scalar_one_or_none()
    return None if number is None else str(number)


def open_deposits(connection: Connection) -> tuple[Voucher, ...]:
    """All that are open, those that end first before."""
    ids = connection.execute(_KEEPS.order_by(voucher.c.expires_on, voucher.c.id)).scalars().all()
    return tuple(found for voucher_id in ids if (found := voucher_store.voucher_by_id(connection, voucher_id)) is not None)
