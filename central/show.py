"""Central's picture for people and tools: rows of units, tickets, tills, entries, or what waits for review."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, select

from central.schema import closing, entry, feed_row, ticket, till, till_head, verdict

VIEWS = ("units", "tickets", "tills", "review", "entries", "closings")
Row = dict[str, Any]


def view(connection: Connection, name: str) -> list[Row]:
    """The rows of a view, plain values only."""
    match name:
        case "units":
            rows = connection.execute(select(feed_row).where(feed_row.c.feed == "units").order_by(feed_row.c.scope, feed_row.c.id))
            return [{"shop_id": row.scope, "v": row.v, **msgspec.json.decode(row.content)} for row in rows]
        case "tickets":
            rows = connection.execute(select(ticket).order_by(ticket.c.shop_id, ticket.c.at_utc, ticket.c.number))
            return [{**row._mapping, "content": msgspec.json.decode(row.content)} for row in rows]
        case "tills":
            joined = select(till, till_head.c.epoch.label("head_epoch"), till_head.c.last_seq, till_head.c.last_hash).outerjoin(
                till_head, (till.c.shop_id == till_head.c.shop_id) & (till.c.till_code == till_head.c.till_code)
            )
            return [dict(row._mapping) for row in connection.execute(joined.order_by(till.c.shop_id, till.c.till_code, till_head.c.epoch))]
        case "review":
            query = select(verdict).where(verdict.c.verdict == "review", verdict.c.resolved_at_utc.is_(None))
            return [dict(row._mapping) for row in connection.execute(query.order_by(verdict.c.at_utc, verdict.c.seq))]
        case "entries":
            kept = (entry.c.shop_id, entry.c.till_code, entry.c.epoch, entry.c.seq, entry.c.kind, entry.c.at_utc, entry.c.hash)
            return [dict(row._mapping) for row in connection.execute(select(*kept).order_by(*kept[:4]))]
        case _:
            rows = connection.execute(select(closing).order_by(closing.c.shop_id, closing.c.at_utc))
            return [{**row._mapping, "content": msgspec.json.decode(row.content)} for row in rows]
