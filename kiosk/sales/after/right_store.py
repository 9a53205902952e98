"""All SQL of rights to take back: rows of the feed ``returns``, and what was told to who received one. Nothing decided here."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select, update
from sqlalchemy.dialects.sqlite import insert

from kiosk.sales.after.right import Elsewhere, ReturnRight, TicketNotReadable, Told
from kiosk.storage.schema import return_right

NOTHING = msgspec.json.encode(Elsewhere()).decode()


def right(connection: Connection, number: str) -> ReturnRight | None:
    """None for a ticket whose right no other till ever asked for."""
    row = connection.execute(select(return_right).where(return_right.c.id == number)).one_or_none()
    return None if row is None else _right(row)


def asked_of(connection: Connection, till_code: str) -> tuple[ReturnRight, ...]:
    """The rights of this till that another wants, by number."""
    query = select(return_right).where(return_right.c.holder == till_code, return_right.c.asked_by.is_not(None)).order_by(return_right.c.id)
    return tuple(_right(row) for row in connection.execute(query))


def put(connection: Connection, item: ReturnRight, *, v: int | None = None) -> None:
    """Who has it now; ``v`` is the version of central's row, None when it changed here."""
    values = {"holder": item.holder, "gen": item.gen, "asked_by": item.asked_by} | ({} if v is None else {"v": v})
    statement = insert(return_right).values({"id": item.number, "v": 0, "elsewhere": NOTHING, **values})
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def put_told(connection: Connection, number: str, told: bytes | None, elsewhere: Elsewhere) -> None:
    """What came with a right, as it came; None once it is given away."""
    text = None if told is None else told.decode()
    values = {"told": text, "elsewhere": msgspec.json.encode(elsewhere).decode()}
    connection.execute(update(return_right).where(return_right.c.id == number).values(values))


def told(connection: Connection, number: str) -> Told | None:
    """What was said of a ticket by who gave its right to this till; TicketNotReadable."""
    text = connection.execute(select(return_right.c.told).where(return_right.c.id == number)).scalar_one_or_none()
    return None if text is None else read_told(text.encode(), number=number)


def elsewhere(connection: Connection, number: str) -> Elsewhere:
    """What happened to a ticket at other tills; TicketNotReadable."""
    row = connection.execute(select(return_right.c.told, return_right.c.elsewhere).where(return_right.c.id == number)).one_or_none()
    if row is None:
        return Elsewhere()
    if row.told is not None:
        read_told(row.told.encode(), number=number)
    return msgspec.json.decode(row.elsewhere, type=Elsewhere)


def read_told(content: bytes, *, number: str) -> Told:
    """TicketNotReadable when it is of a version that this kiosk does not know."""
    try:
        return msgspec.json.decode(content, type=Told)
    except msgspec.DecodeError as error:
        raise TicketNotReadable(number=number) from error


def _right(row: Row[Any]) -> ReturnRight:
    return ReturnRight(row.id, row.holder, row.gen, row.asked_by)
