"""Who may take back what a ticket sold: one till of the shop at a time, the one that sold it at first. Rows of the feed ``returns``.

Another till asks for the right here; who holds it gives it away by its own journal, and by nothing else (ADR 26). So a right has one holder
whatever is lost, repeated or late: a time-out frees nothing whose holder may be without the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from central import feeds
from central.schema import ticket
from central.tills import Till
from kiosk.sync.facts import Envelope

FEED = "returns"


class ReturnRight(msgspec.Struct, frozen=True):
    """A row. ``gen`` counts how often it changed hands; ``told`` is what its giver said of the ticket, as its journal has it."""

    number: str
    holder: str
    gen: int = 0
    asked_by: str | None = None
    told: dict[str, Any] | None = None


def known(connection: Connection, shop_id: str, numbers: Iterable[str]) -> dict[str, ReturnRight]:
    """The rights of these tickets that were ever asked for."""
    rows = feeds.get_rows(connection, shop_id, FEED, numbers)
    return {number: msgspec.json.decode(row, type=ReturnRight) for number, row in rows.items()}


def put(connection: Connection, shop_id: str, rows: Sequence[ReturnRight], *, v: int) -> None:
    """Write rows at a version of the shop."""
    feeds.put_rows(connection, shop_id, FEED, {row.number: msgspec.json.encode(row) for row in rows}, v=v)


def ask(connection: Connection, till: Till, number: str, *, withdraw: bool) -> ReturnRight | None:
    """A till wants the right, or wants it no more; None for a ticket that the shop's tills have not sent. Asked again, the holder is reminded."""
    v = feeds.next_version(connection, till.shop_id)
    row = known(connection, till.shop_id, [number]).get(number) or _first(connection, till.shop_id, number)
    if row is None or row.holder == till.till_code or (withdraw and row.asked_by != till.till_code):
        return row
    row = msgspec.structs.replace(row, asked_by=None if withdraw else till.till_code)
    put(connection, till.shop_id, [row], v=v)
    return row


def begin_anew(connection: Connection, till: Till) -> None:
    """A till on a new disk, or restored from a copy, has lost what it gave back since: nothing that it was told may be counted on again."""
    v = feeds.next_version(connection, till.shop_id)
    rows = (msgspec.convert(row, ReturnRight) for row in feeds.all_rows(connection, till.shop_id, FEED))
    held = [msgspec.structs.replace(row, told=None) for row in rows if row.holder == till.till_code and row.told is not None]
    put(connection, till.shop_id, held, v=v)


def given(row: ReturnRight | None, envelope: Envelope) -> ReturnRight | None:
    """From ``sales.return_right_given``, when its till held the right; KeyError, TypeError, ValueError when it is no such entry."""
    body = envelope.body
    gen, told = int(body["gen"]), dict(body["told"])
    if row is None or row.holder != envelope.till or row.gen + 1 != gen:
        return None
    to_till = str(body["to_till"])
    return ReturnRight(row.number, to_till, gen, None if row.asked_by == to_till else row.asked_by, told)


def _first(connection: Connection, shop_id: str, number: str) -> ReturnRight | None:
    query = select(ticket.c.till_code).where(ticket.c.shop_id == shop_id, ticket.c.number == number)
    seller = connection.execute(query).scalar_one_or_none()
    return None if seller is None else ReturnRight(number, seller)
