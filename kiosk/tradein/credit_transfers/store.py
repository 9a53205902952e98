"""All SQL of transfers to sellers. Rows ↔ nouns, nothing decided here."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from kiosk.basics.money import Money
from kiosk.storage.schema import credit_transfer, credit_transfer_file
from kiosk.tradein.account import Account
from kiosk.tradein.credit_transfers.nouns import CreditTransfer, CreditTransferFile


def add(connection: Connection, item: CreditTransfer) -> None:
    connection.execute(
        insert(credit_transfer).values(
            id=item.transfer_id, trade_in_id=item.trade_in_id, number=item.number, unit_id=item.unit_id, since_utc=item.since_utc,
            amount_cents=item.amount.amount_cents, holder=item.account.holder, iban=item.account.iban, bic=item.account.bic, file_id=item.file_id,
            paid_at_utc=item.paid_at_utc, paid_by=item.paid_by,
        )
    )  # fmt: skip


def transfers(connection: Connection) -> tuple[CreditTransfer, ...]:
    """Every one, oldest first."""
    return tuple(map(_transfer, connection.execute(select(credit_transfer).order_by(credit_transfer.c.since_utc, credit_transfer.c.id))))


def waiting(connection: Connection) -> tuple[CreditTransfer, ...]:
    """In no file yet, oldest first."""
    query = select(credit_transfer).where(credit_transfer.c.file_id.is_(None), credit_transfer.c.paid_at_utc.is_(None))
    return tuple(map(_transfer, connection.execute(query.order_by(credit_transfer.c.since_utc, credit_transfer.c.id))))


def of_file(connection: Connection, file_id: str) -> tuple[CreditTransfer, ...]:
    query = select(credit_transfer).where(credit_transfer.c.file_id == file_id).order_by(credit_transfer.c.since_utc, credit_transfer.c.id)
    return tuple(map(_transfer, connection.execute(query)))


def put_in_file(connection: Connection, transfer_id: str, file_id: str) -> bool:
    """False when it is in one already: it never is in two."""
    free = (credit_transfer.c.id == transfer_id) & credit_transfer.c.file_id.is_(None) & credit_transfer.c.paid_at_utc.is_(None)
    return bool(connection.execute(update(credit_transfer).where(free).values(file_id=file_id)).rowcount == 1)


def mark_paid(connection: Connection, transfer_id: str, *, at_utc: str, person_id: str) -> bool:
    """False when it was marked before, or is in no file."""
    open_ = (credit_transfer.c.id == transfer_id) & credit_transfer.c.paid_at_utc.is_(None)
    return bool(connection.execute(update(credit_transfer).where(open_).values(paid_at_utc=at_utc, paid_by=person_id)).rowcount == 1)


def add_file(connection: Connection, item: CreditTransferFile) -> None:
    connection.execute(
        insert(credit_transfer_file).values(
            id=item.file_id, number=item.number, at_utc=item.at_utc, person_id=item.person_id, line_count=item.count, total_cents=item.total.amount_cents
        )
    )


def files(connection: Connection) -> tuple[CreditTransferFile, ...]:
    """Latest first."""
    return tuple(
        CreditTransferFile(file_id=row.id, number=row.number, at_utc=row.at_utc, person_id=row.person_id, count=row.line_count, total=Money(row.total_cents))
        for row in connection.execute(select(credit_transfer_file).order_by(credit_transfer_file.c.row_no.desc()))
    )


def _transfer(row: Row[Any]) -> CreditTransfer:
    return CreditTransfer(
        transfer_id=row.id, trade_in_id=row.trade_in_id, number=row.number, unit_id=row.unit_id, since_utc=row.since_utc, amount=Money(row.amount_cents),
        account=Account(row.holder, row.iban, row.bic), file_id=row.file_id, paid_at_utc=row.paid_at_utc, paid_by=row.paid_by,
    )  # fmt: skip
