"""Baskets that wait in a shop: rows of the feed ``baskets``, made from journal entries, given to the first till that asks.

No label and no customer is in them; who is served is the kiosk's own affair.
"""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection

from central import feeds
from central.tills import Till
from kiosk.sync.facts import Envelope

FEED = "baskets"
PARKED, TAKEN, GONE = "parked", "taken", "gone"


class Waiting(msgspec.Struct, frozen=True):
    """A row: its content stays until the basket is gone, so that a till whose answer got lost may ask again."""

    basket_id: str
    state: str
    taken_by: str | None = None
    basket: dict[str, Any] | None = None


def parked(envelope: Envelope) -> Waiting:
    """From ``sales.basket_parked``; KeyError, ValidationError when it is not one."""
    body = envelope.body
    said = {name: body[name] for name in ("basket_id", "cashier", "first_name", "article_count", "total", "lines", "reduction")}
    return Waiting(str(body["basket_id"]), PARKED, basket={**said, "till_code": envelope.till, "parked_at_utc": envelope.at})


def gone(envelope: Envelope) -> Waiting:
    """From ``sales.basket_resumed``: its own till has it on the screen again."""
    return Waiting(str(envelope.body["basket_id"]), GONE)


def put(connection: Connection, shop_id: str, rows: dict[str, Waiting], *, v: int) -> None:
    """Write rows at a version of the shop."""
    feeds.put_rows(connection, shop_id, FEED, {row.basket_id: msgspec.json.encode(row) for row in rows.values()}, v=v)


def take(connection: Connection, till: Till, basket_id: str) -> Waiting | None:
    """Give a waiting basket to a till, for good; the row as it stands then, None when there never was one."""
    v = feeds.next_version(connection, till.shop_id)
    found = feeds.get_rows(connection, till.shop_id, FEED, [basket_id]).get(basket_id)
    if found is None:
        return None
    row = msgspec.json.decode(found, type=Waiting)
    if row.state == PARKED:
        row = msgspec.structs.replace(row, state=TAKEN, taken_by=till.till_code)
        put(connection, till.shop_id, {basket_id: row}, v=v)
    return row
