"""The company's shops as each till may know them: rows of the chain's feed ``shops``, made from every shop's own settings."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select

from central import feeds
from central.schema import CHAIN, feed_row
from kiosk.stock.parcels import ShopPlace
from kiosk.sync.protocol import SHOPS


def known(connection: Connection, shop_ids: Iterable[str]) -> dict[str, ShopPlace]:
    """The named shops that exist."""
    rows = feeds.get_rows(connection, CHAIN, SHOPS, shop_ids)
    return {shop_id: msgspec.json.decode(row, type=ShopPlace) for shop_id, row in rows.items()}


class _Header(msgspec.Struct, frozen=True):
    name: str = ""
    legal_name: str = ""
    address: tuple[str, ...] = ()
    siret: str = ""


class _Settings(msgspec.Struct, frozen=True):
    header: _Header


def publish(connection: Connection, *, v: int | None = None) -> int:
    """Bring the list up to date, at the chain's version ``v`` where the caller took one already; gives how many rows changed.

    A shop whose settings name nobody is left out.
    """
    told: dict[str, bytes] = {}
    for row in connection.execute(select(feed_row.c.id, feed_row.c.content).where(feed_row.c.feed == "shop")):
        try:
            header = msgspec.json.decode(row.content, type=_Settings).header
        except msgspec.DecodeError:
            continue
        told[row.id] = msgspec.json.encode(ShopPlace(row.id, header.name, header.legal_name, header.address, header.siret))
    there = feeds.get_rows(connection, CHAIN, SHOPS, told)
    changed = {shop_id: row for shop_id, row in told.items() if there.get(shop_id) != row}
    if changed:
        feeds.put_rows(connection, CHAIN, SHOPS, changed, v=v or feeds.next_version(connection, CHAIN))
    return len(changed)
