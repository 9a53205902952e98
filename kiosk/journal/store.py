"""SQL of the journal: rows of ``journal_entry`` and ``journal_ack``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, tuple_

from kiosk.journal.entry import NO_HASH, Entry, Head
from kiosk.storage.prepared import Prepared
from kiosk.storage.schema import journal_ack, journal_entry

_COLUMNS = (
    journal_entry.c.epoch, journal_entry.c.seq, journal_entry.c.kind, journal_entry.c.at_utc, journal_entry.c.prev_hash, journal_entry.c.hash,
    journal_entry.c.entry, journal_entry.c.signature,
)  # fmt: skip
_IN_ORDER = (journal_entry.c.epoch, journal_entry.c.seq)
# Made once: each of these runs inside every sale.
_ADD = Prepared(insert(journal_entry))
_NEWEST = Prepared(
    select(journal_entry.c.epoch, journal_entry.c.seq, journal_entry.c.hash, journal_entry.c.at_utc).order_by(*(c.desc() for c in _IN_ORDER)).limit(1)
)
_AT = select(*_COLUMNS).where(journal_entry.c.epoch == bindparam("of_epoch"), journal_entry.c.seq == bindparam("of_seq"))


def add(connection: Connection, entry: Entry) -> None:
    _ADD.run(
        connection,
        {
            "epoch": entry.epoch, "seq": entry.seq, "kind": entry.kind, "at_utc": entry.at_utc, "prev_hash": entry.prev_hash, "hash": entry.hash,
            "entry": entry.entry, "signature": entry.signature,
        },
    )  # fmt: skip


def head(connection: Connection) -> Head:
    """The newest entry's place; (1, 0, zeros) before the first."""
    return head_and_time(connection)[0]


def head_and_time(connection: Connection) -> tuple[Head, str]:
    """The newest entry's place and its time; "" before the first."""
    row = _NEWEST.first(connection, {})
    return (Head(1, 0, NO_HASH), "") if row is None else (Head(row.epoch, row.seq, row.hash), row.at_utc)


def entries_after(connection: Connection, epoch: int, seq: int, *, limit: int) -> tuple[Entry, ...]:
    """The entries after a place, in order, over epochs."""
    place = tuple_(*_IN_ORDER) > tuple_(epoch, seq)
    rows = connection.execute(select(*_COLUMNS).where(place).order_by(*_IN_ORDER).limit(limit))
    return tuple(_entry(row) for row in rows)


def newest_of(connection: Connection, kinds: Sequence[str]) -> str | None:
    """Which of these kinds was written last; None when none ever was."""
    query = select(journal_entry.c.kind).where(journal_entry.c.kind.in_(kinds)).order_by(journal_entry.c.row_no.desc()).limit(1)
    return connection.execute(query).scalar_one_or_none()


def all_entries(connection: Connection) -> Iterator[Entry]:
    """Every entry in the order written, without holding them all in memory."""
    rows = connection.execution_options(yield_per=500).execute(select(*_COLUMNS).order_by(journal_entry.c.row_no))
    return (_entry(row) for row in rows)


def entry_at(connection: Connection, epoch: int, seq: int) -> Entry | None:
    """One entry by its place."""
    row = connection.execute(_AT, {"of_epoch": epoch, "of_seq": seq}).one_or_none()
    return None if row is None else _entry(row)


def entries_of_kind(connection: Connection, kind: str) -> tuple[Entry, ...]:
    """Every entry of a kind, in order; for kinds that are rare."""
    rows = connection.execute(select(*_COLUMNS).where(journal_entry.c.kind == kind).order_by(*_IN_ORDER))
    return tuple(_entry(row) for row in rows)


def latest_of_kind(connection: Connection, kind: str) -> Entry | None:
    """The newest entry of a kind."""
    row = connection.execute(select(*_COLUMNS).where(journal_entry.c.kind == kind).order_by(*(c.desc() for c in _IN_ORDER)).limit(1)).first()
    return None if row is None else _entry(row)


def acked(connection: Connection, epoch: int) -> Head:
    """How far central has acknowledged an epoch; seq 0 when nothing yet."""
    row = connection.execute(select(journal_ack).where(journal_ack.c.epoch == epoch)).one_or_none()
    return Head(epoch, 0, NO_HASH) if row is None else Head(epoch, row.acked_seq, row.acked_hash)


def unsent_count(connection: Connection, kind: str) -> int:
    """How many entries of a kind central has not acknowledged."""
    known = select(journal_ack.c.acked_seq).where(journal_ack.c.epoch == journal_entry.c.epoch).scalar_subquery()
    query = select(func.count()).where(journal_entry.c.kind == kind, journal_entry.c.seq > func.coalesce(known, 0))
    return int(connection.execute(query).scalar_one())


def set_acked(connection: Connection, head_acked: Head, *, at_utc: str) -> None:
    """Move the acknowledged place forward; never back."""
    connection.exec_driver_sql(
        "INSERT INTO journal_ack (epoch, acked_seq, acked_hash, acked_at_utc) VALUES (?, ?, ?, ?) ON CONFLICT (epoch) DO UPDATE SET"
        " acked_seq = excluded.acked_seq, acked_hash = excluded.acked_hash, acked_at_utc = excluded.acked_at_utc WHERE excluded.acked_seq > acked_seq",
        (head_acked.epoch, head_acked.seq, head_acked.hash, at_utc),
    )


def _entry(row: Sequence[Any]) -> Entry:
    return Entry(*row)
