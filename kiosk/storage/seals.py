"""Sealed rows: triggers that refuse their change, and the digest by which the journal vouches for them.

The text of a row is fixed for ever: ``["table",row_no,{"column":value,…}]`` as compact JSON, columns in alphabetical order,
empty (NULL) columns and ``row_no`` left out, blobs as ``{"sha256": hex}``. A later column is therefore nullable and stays
empty in old rows. ``docs/journal-format.md`` tells the same to strangers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from kiosk.storage.canonical import canonical
from kiosk.storage.engine import driver
from kiosk.storage.schema import SEALED_TABLES, metadata

JOURNAL = "journal_entry"
COVERED_TABLES = tuple(str(name) for name in SEALED_TABLES if name != JOURNAL)
FIRST_ROW_NO, LAST_ROW_NO = -(2**63) + 1, 2**63 - 1
# Plain SQL, made once: this runs inside every sale.
_COLUMNS = {table: tuple(sorted(str(column.name) for column in metadata.tables[table].columns if column.name != "row_no")) for table in COVERED_TABLES}
_ROWS = {
    table: f"SELECT row_no, {', '.join(names)} FROM {table} WHERE row_no > ? AND row_no <= ? ORDER BY row_no" for table, names in _COLUMNS.items()
}


def trigger_ddl() -> tuple[str, ...]:
    """Two triggers per sealed table: whoever has the file open, a validated row cannot be changed or taken away."""
    return tuple(
        f"CREATE TRIGGER {table}_refuses_{action.lower()} BEFORE {action} ON {table} BEGIN SELECT RAISE(ABORT, 'sealed row'); END"
        for table in SEALED_TABLES
        for action in ("UPDATE", "DELETE")
    )


def row_text(table: str, row_no: int, values: dict[str, Any]) -> str:
    """The canonical text of one row."""
    columns = {name: _hashed(value) if isinstance(value, bytes) else value for name, value in values.items() if value is not None}
    return canonical([table, row_no, columns]).decode()


def _hashed(value: bytes) -> dict[str, str]:
    return {"sha256": hashlib.sha256(value).hexdigest()}


def rows_between(connection: Connection, table: str, *, after: int, through: int | None = None) -> Iterator[tuple[int, str]]:
    """(row_no, text) of the rows of a table after one number, up to another."""
    names = _COLUMNS[table]
    for row_no, *values in driver(connection).execute(_ROWS[table], (after, LAST_ROW_NO if through is None else through)):
        yield row_no, row_text(table, row_no, dict(zip(names, values, strict=True)))


def digest(texts: list[str]) -> str:
    """SHA-256 over the texts, one per line, newline after each."""
    return hashlib.sha256("".join(f"{text}\n" for text in texts).encode()).hexdigest()


def take_in(connection: Connection) -> dict[str, dict[str, Any]]:
    """Cover every sealed row not yet covered: what the next journal entry says of them, and the cursors moved on.

    Gives ``{table: {"through": row_no, "rows": count, "sha256": digest}}``, without tables that have nothing new.
    """
    taken: dict[str, dict[str, Any]] = {}
    for table, after in driver(connection).execute(_UNCOVERED).fetchall():
        rows = list(rows_between(connection, table, after=after))
        taken[table] = {"through": rows[-1][0], "rows": len(rows), "sha256": digest([text for _, text in rows])}
    if taken:
        driver(connection).executemany(_MOVE_CURSOR, [(table, said["through"]) for table, said in taken.items()])
    return taken


_MOVE_CURSOR = "INSERT INTO seal_cursor (table_name, through) VALUES (?, ?) ON CONFLICT (table_name) DO UPDATE SET through = excluded.through"
_NEWEST = " UNION ALL ".join(f"SELECT '{table}' AS name, coalesce(max(row_no), 0) AS row_no FROM {table}" for table in COVERED_TABLES)


def uncovered(connection: Connection) -> bool:
    """Whether some sealed row is newer than the last journal entry that covers its table."""
    return driver(connection).execute(_UNCOVERED).fetchone() is not None


_UNCOVERED = (
    f"SELECT newest.name, coalesce(through, 0) FROM ({_NEWEST}) AS newest LEFT JOIN seal_cursor ON table_name = newest.name"
    " WHERE newest.row_no > coalesce(through, 0)"
)
