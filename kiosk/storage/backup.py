"""Copies of the database that can be trusted: SQLite's online backup, checked after it is written.

A backup holds the same encrypted pages and opens with the same key. Restoring never touches the head marker, so the next
start sees that the journal went back and asks for a new epoch instead of using numbers twice.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from kiosk.errors import Damaged, Refused
from kiosk.storage.engine import FILE_NAME, Database, connect, translated

SUFFIX = ".kioskbackup"
RESTORED_KEY = "restored_from"


class BackupUnreadable(Damaged):
    """The backup is not one of ours, is damaged, or belongs to another key."""

    code = "storage.backup_unreadable"


class BackupMissing(Refused):
    """There is no file at the path that was named."""

    code = "storage.backup_missing"


def copy_database(source: Path, target: Path, *, key: bytes) -> None:
    """Write a consistent copy of a database, also while it is in use."""
    reading = connect(source, key=key, read_only=False)
    try:
        writing = connect(target, key=key, read_only=False)
        try:
            reading.backup(writing)
        finally:
            writing.close()
    except sqlcipher.DatabaseError as error:
        raise translated(error, path=target) from error
    finally:
        reading.close()


def default_target(data_dir: Path, now_utc: datetime) -> Path:
    """``backups/kiosk-<time>.kioskbackup``."""
    return data_dir / "backups" / f"kiosk-{now_utc:%Y%m%dT%H%M%SZ}{SUFFIX}"


def back_up(data_dir: Path, *, key: bytes, now_utc: datetime, target: Path | None = None) -> Path:
    """Copy the database to ``target`` or ``backups/kiosk-<time>.kioskbackup`` and check the copy; gives its path."""
    if target is None:
        target = default_target(data_dir, now_utc)
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    copy_database(data_dir / FILE_NAME, partial, key=key)
    problems = _problems(partial, key=key)
    if problems:
        partial.unlink()
        raise BackupUnreadable(path=str(target), reason=problems[0])
    partial.replace(target)
    return target


def restore(backup: Path, data_dir: Path, *, key: bytes) -> Path | None:
    """Put a checked backup in the database's place; the replaced file is kept and its path given back."""
    if not backup.exists():
        raise BackupMissing(path=str(backup))
    incoming = data_dir / "kiosk.restoring"
    shutil.copyfile(backup, incoming)
    problems = _problems(incoming, key=key)
    if problems:
        incoming.unlink()
        raise BackupUnreadable(path=str(backup), reason=problems[0])
    _note_restored(incoming, backup.name, key=key)
    current = data_dir / FILE_NAME
    kept: Path | None = None
    if current.exists():
        kept = data_dir / "backups" / f"replaced-{current.stat().st_mtime_ns}{SUFFIX}"
        kept.parent.mkdir(parents=True, exist_ok=True)
        current.replace(kept)
    for suffix in ("-wal", "-shm"):
        current.with_name(current.name + suffix).unlink(missing_ok=True)
    incoming.replace(current)
    return kept


def _note_restored(path: Path, name: str, *, key: bytes) -> None:
    """The next start tells the journal of it: now nothing may be written there."""
    connection = connect(path, key=key, read_only=False)
    try:
        connection.execute("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (RESTORED_KEY, name))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def _problems(path: Path, *, key: bytes) -> list[str]:
    """What is wrong with a copy; the check leaves no companion files behind."""
    try:
        database = Database(path, key=key)
        try:
            return list(database.check_pages())
        finally:
            database.close()
            for suffix in ("-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
    except Damaged as error:
        return [str(error)]
