"""All SQL of parcels between shops, and of the company's other shops. Rows ↔ nouns, nothing decided here."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.stock.parcels import Parcel, ShopPlace, merged
from kiosk.storage.schema import parcel, sister_shop


def put_parcels(connection: Connection, rows: Sequence[tuple[Parcel, int]]) -> None:
    """Rows of the feed; no unit of a parcel goes a step back behind what this till knows."""
    for told, v in rows:
        known = connection.execute(select(parcel).where(parcel.c.id == told.parcel_id)).one_or_none()
        if known is None or known.v < v:
            put(connection, told if known is None else merged(_parcel(known.content), told), v=v)


def put(connection: Connection, item: Parcel, *, v: int | None = None) -> None:
    """What this till did itself keeps the version that it had."""
    content = msgspec.json.encode(item).decode()
    changed = {"content": content} if v is None else {"content": content, "v": v}
    connection.execute(insert(parcel).values(id=item.parcel_id, v=v or 0, content=content).on_conflict_do_update(index_elements=["id"], set_=changed))


def by_id(connection: Connection, parcel_id: str) -> Parcel | None:
    content = connection.execute(select(parcel.c.content).where(parcel.c.id == parcel_id)).scalar_one_or_none()
    return None if content is None else _parcel(content)


def all_parcels(connection: Connection) -> tuple[Parcel, ...]:
    """The latest first."""
    found = [_parcel(row.content) for row in connection.execute(select(parcel.c.content))]
    return tuple(sorted(found, key=lambda item: (item.sent_at_utc, item.number), reverse=True))


def put_shops(connection: Connection, rows: Sequence[tuple[ShopPlace, int]]) -> None:
    """Rows of the chain's feed."""
    statement = insert(sister_shop)
    new = statement.excluded
    statement = statement.on_conflict_do_update(index_elements=["id"], set_={"v": new.v, "content": new.content}, where=new.v > sister_shop.c.v)
    if rows:
        connection.execute(statement, [{"id": item.shop_id, "v": v, "content": msgspec.json.encode(item).decode()} for item, v in rows])


def shops(connection: Connection) -> tuple[ShopPlace, ...]:
    """By name."""
    found = [msgspec.json.decode(row.content, type=ShopPlace) for row in connection.execute(select(sister_shop.c.content))]
    return tuple(sorted(found, key=lambda place: (place.name, place.shop_id)))


def _parcel(content: str) -> Parcel:
    return msgspec.json.decode(content, type=Parcel)
