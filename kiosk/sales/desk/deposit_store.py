"""All SQL of deposits: which voucher keeps a device, and which ticket line it was paid by."""

from __future__ import annotations

from sqlalchemy import Connection, select

from kiosk.basics.money import Money
from kiosk.sales.tendered import store as voucher_store
from kiosk.sales.vouchers import OPEN, Voucher, VoucherKind
from kiosk.storage.schema import ticket, voucher

_KEEPS = select(voucher.c.id).where(voucher.c.kind == VoucherKind.DEPOSIT.value, voucher.c.state == OPEN)


def deposit_of_unit(connection: Connection, unit_id: str) -> Voucher | None:
    """The open deposit that keeps this device."""
    voucher_id = connection.execute(_KEEPS.where(voucher.c.unit_id == unit_id)).scalars().first()
    return None if voucher_id is None else voucher_store.voucher_by_id(connection, voucher_id)


def deposit_paid_on(connection: Connection, ticket_number: str, amount: Money) -> Voucher | None:
    """The open deposit of this amount that was paid on that ticket, untouched."""
    paid_on = select(ticket.c.id).where(ticket.c.number == ticket_number).scalar_subquery()
    untouched = voucher.c.amount_cents == amount.amount_cents, voucher.c.balance_cents == amount.amount_cents
    voucher_id = connection.execute(_KEEPS.where(voucher.c.origin_id == paid_on, *untouched).order_by(voucher.c.id)).scalars().first()
    return None if voucher_id is None else voucher_store.voucher_by_id(connection, voucher_id)


def paid_on(connection: Connection, deposit: Voucher) -> str | None:
    """The number of the ticket that it was paid on; None for another till's."""
    number = connection.execute(select(ticket.c.number).where(ticket.c.id == deposit.origin_id)).scalar_one_or_none()
    return None if number is None else str(number)


def open_deposits(connection: Connection) -> tuple[Voucher, ...]:
    """All that are open, those that end first before."""
    ids = connection.execute(_KEEPS.order_by(voucher.c.expires_on, voucher.c.id)).scalars().all()
    return tuple(found for voucher_id in ids if (found := voucher_store.voucher_by_id(connection, voucher_id)) is not None)
