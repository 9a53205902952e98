"""All SQL of the fiscal records: stamps and closings, rows to nouns and back. Nothing is decided here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select

from kiosk.basics.money import Money
from kiosk.fiscal.chains import DEGRADED_KEY, Stamp
from kiosk.fiscal.module import EventValue, Period, Perpetual
from kiosk.storage.identity import get, put
from kiosk.storage.prepared import Prepared
from kiosk.storage.schema import closing, fiscal_stamp

CHUNK_ROWS = 500
_ADD_STAMP = Prepared(insert(fiscal_stamp))
_LAST_STAMP = Prepared(select(fiscal_stamp).where(fiscal_stamp.c.chain == bindparam("of_chain")).order_by(fiscal_stamp.c.seq.desc()).limit(1))
_LAST_CLOSING = Prepared(select(closing).where(closing.c.period == bindparam("of_period")).order_by(closing.c.number.desc()).limit(1))


def add_stamp(connection: Connection, stamp: Stamp) -> None:
    _ADD_STAMP.run(
        connection,
        {
            "id": stamp.stamp_id, "chain": stamp.chain, "seq": stamp.seq, "document_id": stamp.document_id, "at_utc": stamp.at_utc,
            "payload": stamp.payload, "signature": stamp.signature, "prev_signature": stamp.prev_signature, "format_version": stamp.format_version,
            "algorithm": stamp.algorithm, "key_id": stamp.key_id,
        },
    )  # fmt: skip


def last_stamp(connection: Connection, chain: str) -> Stamp | None:
    row = _LAST_STAMP.first(connection, {"of_chain": chain})
    return None if row is None else _stamp(row)


def stamps_after(connection: Connection, chain: str, seq: int) -> Iterator[Stamp]:
    """In order, read in pieces: a chain may be long."""
    while True:
        query = select(fiscal_stamp).where(fiscal_stamp.c.chain == chain, fiscal_stamp.c.seq > seq).order_by(fiscal_stamp.c.seq).limit(CHUNK_ROWS)
        stamps = [_stamp(row) for row in connection.execute(query)]
        yield from stamps
        if len(stamps) < CHUNK_ROWS:
            return
        seq = stamps[-1].seq


def stamp_of(connection: Connection, chain: str, document_id: str) -> Stamp | None:
    """The newest of a document in a chain."""
    query = select(fiscal_stamp).where(fiscal_stamp.c.chain == chain, fiscal_stamp.c.document_id == document_id)
    row = connection.execute(query.order_by(fiscal_stamp.c.seq.desc()).limit(1)).one_or_none()
    return None if row is None else _stamp(row)


def count_of(connection: Connection, chain: str, document_id: str) -> int:
    query = select(func.count()).select_from(fiscal_stamp).where(fiscal_stamp.c.chain == chain, fiscal_stamp.c.document_id == document_id)
    return int(connection.execute(query).scalar_one())


def last_before(connection: Connection, chain: str, at_utc: str) -> int:
    """The number of a chain's newest record up to a moment; 0 when there was none."""
    query = select(func.coalesce(func.max(fiscal_stamp.c.seq), 0)).where(fiscal_stamp.c.chain == chain, fiscal_stamp.c.at_utc <= at_utc)
    return int(connection.execute(query).scalar_one())


def stamp_at(connection: Connection, chain: str, seq: int) -> Stamp | None:
    row = connection.execute(select(fiscal_stamp).where(fiscal_stamp.c.chain == chain, fiscal_stamp.c.seq == seq)).one_or_none()
    return None if row is None else _stamp(row)


def unsigned(connection: Connection, *, resigned_chain: str) -> tuple[Stamp, ...]:
    """The records of the degraded mode that no record of ``resigned_chain`` speaks of yet, oldest first."""
    done = select(fiscal_stamp.c.document_id).where(fiscal_stamp.c.chain == resigned_chain)
    query = select(fiscal_stamp).where(fiscal_stamp.c.key_id == DEGRADED_KEY, fiscal_stamp.c.id.not_in(done), fiscal_stamp.c.chain != resigned_chain)
    return tuple(_stamp(row) for row in connection.execute(query.order_by(fiscal_stamp.c.row_no)))


def chains(connection: Connection) -> tuple[str, ...]:
    return tuple(connection.execute(select(fiscal_stamp.c.chain).distinct().order_by(fiscal_stamp.c.chain)).scalars())


def add_closing(connection: Connection, values: Mapping[str, Any], *, content: Mapping[str, EventValue]) -> None:
    connection.execute(insert(closing).values(**values, content=json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))))


def last_closing(connection: Connection, period: Period) -> Any | None:
    return _LAST_CLOSING.first(connection, {"of_period": period.value})


def closings(connection: Connection, period: Period) -> tuple[Row[Any], ...]:
    """Oldest first."""
    return tuple(connection.execute(select(closing).where(closing.c.period == period.value).order_by(closing.c.number)))


def closings_labelled(connection: Connection, period: Period, prefix: str) -> tuple[Row[Any], ...]:
    """Closings of one kind whose label begins so, oldest first."""
    query = select(closing).where(closing.c.period == period.value, closing.c.period_label.startswith(prefix, autoescape=True))
    return tuple(connection.execute(query.order_by(closing.c.number)))


def perpetual_at(row: Row[Any] | None) -> Perpetual:
    """The perpetual totals that a closing froze; zero before the first."""
    return Perpetual() if row is None else Perpetual(Money(row.perpetual_algebraic_cents), Money(row.perpetual_absolute_cents))


def content_of(row: Row[Any]) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(row.content)
    return content


def setting(connection: Connection, name: str) -> str | None:
    return get(connection, f"fiscal.{name}")


def keep_setting(connection: Connection, name: str, value: str) -> None:
    put(connection, f"fiscal.{name}", value)


def _stamp(row: Row[Any]) -> Stamp:
    return Stamp(
        stamp_id=row.id, chain=row.chain, seq=row.seq, document_id=row.document_id, at_utc=row.at_utc, payload=row.payload, signature=row.signature,
        prev_signature=row.prev_signature, format_version=row.format_version, algorithm=row.algorithm, key_id=row.key_id,
    )  # fmt: skip
