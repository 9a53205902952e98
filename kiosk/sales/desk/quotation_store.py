"""All SQL of quotations: sealed rows, written once."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, insert, select

from kiosk.basics.clock import utc_text
from kiosk.sales.desk.quotations import Quotation
from kiosk.storage.schema import quotation


def add_quotation(connection: Connection, item: Quotation) -> None:
    connection.execute(
        insert(quotation).values(
            id=item.quotation_id, number=item.number, at_utc=utc_text(item.at_local), valid_until=item.valid_until.isoformat(), person_id=item.person_id,
            customer_id=item.customer_id, total_cents=item.total.amount_cents, content=msgspec.json.encode(item).decode(),
        )
    )  # fmt: skip


def quotation_by_number(connection: Connection, number: str) -> Quotation | None:
    content = connection.execute(select(quotation.c.content).where(quotation.c.number == number)).scalar_one_or_none()
    return None if content is None else msgspec.json.decode(content, type=Quotation)
