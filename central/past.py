"""Former lives of a device in the shops of the chain, found by its IMEI or serial number. For a till that has the device on its bench."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, select

from central import feeds
from central.database import insert_many
from central.schema import CHAIN, feed_row, ticket, ticket_mark, unit_mark
from kiosk.catalogue.products import DeviceModel
from kiosk.stock.units import Unit
from kiosk.sync.past_protocol import FindUnits, PastUnit

MOST_FOUND = 10
Row = dict[str, Any]


def note(connection: Connection, shop_id: str, units: Iterable[Unit]) -> None:
    """What units will be looked for by; what is noted already stays."""
    rows: list[Row] = [
        {"mark": mark, "shop_id": shop_id, "unit_id": unit.unit_id}
        for unit in units
        for mark in sorted({*(f"imei:{imei}" for imei in (unit.imei, unit.imei2) if imei), *([f"serial:{unit.serial}"] if unit.serial else [])})
    ]
    insert_many(connection, unit_mark, rows, on_conflict="ON CONFLICT DO NOTHING")


def note_all(connection: Connection) -> None:
    """Every unit that is in a feed already."""
    query = select(feed_row.c.scope, feed_row.c.content).where(feed_row.c.feed == "units")
    for row in connection.execute(query).all():
        note(connection, row.scope, [msgspec.json.decode(row.content, type=Unit)])


def find(connection: Connection, asked: FindUnits) -> tuple[PastUnit, ...]:
    """Whichever shop had it, the latest ``MOST_FOUND``; nothing for a question that names nothing."""
    marks = [f"{kind}:{number}" for kind, number in (("imei", asked.imei), ("serial", asked.serial)) if number]
    if not marks:
        return ()
    query = select(unit_mark.c.shop_id, unit_mark.c.unit_id).where(unit_mark.c.mark.in_(marks)).distinct().limit(MOST_FOUND)
    found = (_past(connection, row.shop_id, row.unit_id) for row in connection.execute(query.order_by(unit_mark.c.unit_id.desc())).all())
    return tuple(sorted((unit for unit in found if unit is not None), key=lambda unit: unit.sold_at_utc or unit.bought_at_utc, reverse=True))


def _past(connection: Connection, shop_id: str, unit_id: str) -> PastUnit | None:
    content = feeds.get_rows(connection, shop_id, "units", [unit_id]).get(unit_id)
    if content is None:
        return None
    unit = msgspec.json.decode(content, type=Unit)
    known = feeds.get_rows(connection, CHAIN, "device_models", [unit.model_id]).get(unit.model_id)
    model = msgspec.json.decode(known, type=DeviceModel) if known else None
    return PastUnit(
        unit_id=unit_id, shop_id=shop_id, shop_name=_shop_name(connection, shop_id), brand=model.brand if model else "", name=model.name if model else "",
        state=unit.state.value, grade=unit.grade.value if unit.grade else "", battery_health_pct=unit.battery_health_pct,
        bought_at_utc=unit.received_at_utc, bought_cents=unit.purchase_price.amount_cents, price_cents=unit.price.amount_cents if unit.price else None,
        sold_at_utc=_sold_at(connection, shop_id, unit_id),
    )  # fmt: skip


def _shop_name(connection: Connection, shop_id: str) -> str:
    content = feeds.get_rows(connection, shop_id, "shop", [shop_id]).get(shop_id)
    header = msgspec.json.decode(content).get("header") if content else None
    return str(header.get("name") or shop_id) if isinstance(header, dict) else shop_id


def _sold_at(connection: Connection, shop_id: str, unit_id: str) -> str:
    """The last sale's moment; "" when no ticket of this shop sold it."""
    same = and_(ticket_mark.c.shop_id == ticket.c.shop_id, ticket_mark.c.number == ticket.c.number)
    query = select(ticket.c.at_utc).join(ticket_mark, same).where(ticket.c.shop_id == shop_id, ticket_mark.c.mark == f"unit:{unit_id}", ticket.c.kind == "sale")
    return connection.execute(query.order_by(ticket.c.at_utc.desc()).limit(1)).scalar_one_or_none() or ""
