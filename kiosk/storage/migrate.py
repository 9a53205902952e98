"""Bring a database to today's schema: copy the file, upgrade the copy, verify it, swap. The old file stays until then.

A database newer than the program is refused. Everything here runs before any screen is shown.
"""

from __future__ import annotations

import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from kiosk.errors import Damaged
from kiosk.storage.backup import copy_database
from kiosk.storage.engine import FILE_NAME, Database, DatabaseNewer, schema_revision
from kiosk.storage.revision import HEAD_REVISION

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


class MigrationFailed(Damaged):
    """The upgraded copy did not pass its checks; the old file is untouched."""

    code = "storage.migration_failed"


def open_database(data_dir: Path, *, key: bytes) -> Database:
    """Open the database in ``data_dir``, made or brought up to date first.

    Raises DatabaseNewer, MigrationFailed, and what ``Database.open`` raises.
    """
    path = data_dir / FILE_NAME
    found = schema_revision(path, key=key)
    if found is None:
        _upgrade(path, key=key)
    elif found > HEAD_REVISION:
        raise DatabaseNewer(found=found, expected=HEAD_REVISION)
    elif found < HEAD_REVISION:
        _upgrade_by_copy(path, key=key, found=found)
    return Database.open(data_dir, key=key)


def _upgrade_by_copy(path: Path, *, key: bytes, found: str) -> None:
    copy = path.with_suffix(".upgrading")
    copy.unlink(missing_ok=True)
    copy_database(path, copy, key=key)
    before = _counts(copy, key=key)
    _upgrade(copy, key=key)
    problems = _problems(copy, key=key, before=before)
    if problems:
        copy.unlink()
        raise MigrationFailed(found=found, expected=HEAD_REVISION, problem=problems[0])
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    copy.replace(path)
    _sync_folder(path.parent)


def _upgrade(path: Path, *, key: bytes) -> None:
    database = Database(path, key=key)
    try:
        with database.write() as connection:
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        database.close()


def _counts(path: Path, *, key: bytes) -> dict[str, int]:
    database = Database(path, key=key)
    try:
        with database.read() as connection:
            return {table: _count(connection, table) for table in ("journal_entry", "ticket", "unit", "product", "person") if _has(connection, table)}
    finally:
        database.close()


def _problems(path: Path, *, key: bytes, before: dict[str, int]) -> list[str]:
    database = Database(path, key=key)
    try:
        with database.read() as connection:
            problems = [f"foreign key: {row[0]} row {row[1]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
            problems += [f"{table}: {rows} rows became {_count(connection, table)}" for table, rows in before.items() if _count(connection, table) != rows]
        return problems + list(database.check_pages())
    finally:
        database.close()


def _has(connection: Connection, table: str) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).one_or_none() is not None


def _count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
