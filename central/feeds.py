"""What goes down: rows of each feed with their version, in pages, and who may change them.

A writer takes the head of its scope first and keeps it locked to the commit, so a version that a reader can see has no
unseen version below it: a cursor never steps over a row. Readers use one snapshot.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import Connection, select, text

from central.database import insert_many
from central.schema import CHAIN, feed_head, feed_row, scope_head
from kiosk.sync.protocol import CHAIN_FEEDS, CLOSING_ID, DIGEST_SQL, FEEDS, PAGE_LIMIT_ROWS, Cursor, FeedRow, PullPage, feed_digest

PAGE_LIMIT_BYTES = 4 * 1024 * 1024
IDS_AT_ONCE = 1000


def scope_of(feed: str, shop_id: str) -> str:
    """Whose head orders this feed."""
    return CHAIN if feed in CHAIN_FEEDS else shop_id


def next_version(connection: Connection, scope: str) -> int:
    """The version of everything this transaction writes in the scope; others wait until it ends."""
    statement = text("INSERT INTO scope_head (scope, v) VALUES (:scope, 1) ON CONFLICT (scope) DO UPDATE SET v = scope_head.v + 1 RETURNING v")
    return int(connection.execute(statement, {"scope": scope}).scalar_one())


def put_rows(connection: Connection, scope: str, feed: str, rows: Mapping[str, bytes], *, v: int) -> None:
    """Set rows (id → JSON) at version ``v``, which came from ``next_version`` in this transaction."""
    if not rows:
        return
    values = [{"scope": scope, "feed": feed, "id": key, "v": v, "content": content.decode()} for key, content in rows.items()]
    insert_many(connection, feed_row, values, on_conflict="ON CONFLICT (scope, feed, id) DO UPDATE SET v = excluded.v, content = excluded.content")
    head = {"scope": scope, "feed": feed, "v": v, "rev": 1}
    insert_many(connection, feed_head, [head], on_conflict="ON CONFLICT (scope, feed) DO UPDATE SET v = excluded.v")


def get_rows(connection: Connection, scope: str, feed: str, ids: Iterable[str]) -> dict[str, bytes]:
    """The JSON of the named rows; those that do not exist are absent."""
    found: dict[str, bytes] = {}
    named = sorted(ids)
    for start in range(0, len(named), IDS_AT_ONCE):
        among = feed_row.c.id.in_(named[start : start + IDS_AT_ONCE])
        query = select(feed_row.c.id, feed_row.c.content).where(feed_row.c.scope == scope, feed_row.c.feed == feed, among)
        found |= {row.id: row.content.encode() for row in connection.execute(query)}
    return found


def all_rows(connection: Connection, scope: str, feed: str) -> list[dict[str, object]]:
    """Every row of a feed, decoded, by id."""
    query = select(feed_row.c.content).where(feed_row.c.scope == scope, feed_row.c.feed == feed).order_by(feed_row.c.id)
    return [msgspec.json.decode(row.content) for row in connection.execute(query)]


def heads(connection: Connection) -> dict[str, dict[str, int]]:
    """scope → feed → newest version."""
    found: dict[str, dict[str, int]] = {}
    for row in connection.execute(select(feed_head.c.scope, feed_head.c.feed, feed_head.c.v)):
        found.setdefault(row.scope, {})[row.feed] = row.v
    return found


def heads_for(shop_id: str, found: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """What a till of this shop is told: the newest version of each feed."""
    return {feed: found.get(scope_of(feed, shop_id), {}).get(feed, 0) for feed in FEEDS}


def page(connection: Connection, shop_id: str, feed: str, after: Cursor, *, limit: int = PAGE_LIMIT_ROWS) -> PullPage:
    """The rows after a cursor. The last page ends at the scope's head and carries the digest of the whole feed."""
    scope = scope_of(feed, shop_id)
    head_v = connection.execute(select(scope_head.c.v).where(scope_head.c.scope == scope)).scalar_one_or_none() or 0
    found = connection.execute(_PAGE_SQL, {"scope": scope, "feed": feed, "v": after.v, "id": after.id, "limit": limit + 1}).all()
    rows: list[FeedRow] = []
    size = 0
    for row in found[:limit]:
        size += len(row.content)
        if rows and size > PAGE_LIMIT_BYTES:
            break
        rows.append(FeedRow(row.v, row.id, msgspec.Raw(row.content.encode())))
    if len(rows) < len(found):
        return PullPage(feed, after, Cursor(rows[-1].v, rows[-1].id), tuple(rows), True, head_v, _rev(connection, scope, feed))
    end = max(after, Cursor(head_v, CLOSING_ID))
    return PullPage(feed, after, end, tuple(rows), False, head_v, _rev(connection, scope, feed), _digest(connection, scope, feed))


def _digest(connection: Connection, scope: str, feed: str) -> str:
    sums = connection.execute(_DIGEST_SQL, {"scope": scope, "feed": feed}).one()
    return feed_digest(*(int(value) for value in sums))


def _rev(connection: Connection, scope: str, feed: str) -> int:
    query = select(feed_head.c.rev).where(feed_head.c.scope == scope, feed_head.c.feed == feed)
    return connection.execute(query).scalar_one_or_none() or 1


_PAGE_SQL = text(
    "SELECT id, v, content FROM feed_row WHERE scope = :scope AND feed = :feed AND (v, id) > (:v, :id) ORDER BY v, id LIMIT :limit",
)
_DIGEST_SQL = text(f"SELECT {DIGEST_SQL} FROM feed_row WHERE scope = :scope AND feed = :feed")
