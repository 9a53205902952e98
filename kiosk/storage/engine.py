"""Opens the encrypted database and hands out its two kinds of connection.

``write()`` is the ledger worker's: one connection, BEGIN IMMEDIATE, committed at the end of the block. ``read()`` gives a
read-only snapshot. Every connection reads back its own pragmas and the start is refused when one did not take: a till
with ``synchronous=NORMAL`` loses its last sales at a power cut, and SQLite before 3.51.3 can lose committed rows.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool

from kiosk.errors import Damaged, KioskError, Unavailable
from kiosk.storage.revision import HEAD_REVISION

FILE_NAME = "kiosk.db"
OLDEST_SAFE_SQLITE = (3, 51, 3)
BUSY_TIMEOUT_MS = 5_000


class UnsafeStorage(Unavailable):
    """This machine's SQLite cannot keep a sale safe (too old, or a setting did not take)."""

    code = "storage.unsafe"


class DatabaseUnreadable(Damaged):
    """The file is not a database, is encrypted with another key, or has a damaged page."""

    code = "storage.unreadable"


class DatabaseOutdated(Unavailable):
    """The file has an older schema: ``migrate.open_database`` brings it up to date first."""

    code = "storage.outdated"


class DatabaseNewer(Unavailable):
    """The file was written by a newer program; running an older one on it would lose what it does not know."""

    code = "storage.newer_database"


class DiskFull(Unavailable):
    """No room to write; the transaction was rolled back whole."""

    code = "storage.disk_full"


class DatabaseLocked(Unavailable):
    """Another process kept the file locked for longer than the busy timeout."""

    code = "storage.locked"


def connect(path: Path, *, key: bytes, read_only: bool) -> Any:
    """A raw DB-API connection with our settings on and read back; DatabaseUnreadable, UnsafeStorage."""
    if tuple(int(part) for part in sqlcipher.sqlite_version.split(".")) < OLDEST_SAFE_SQLITE:
        raise UnsafeStorage(setting="sqlite_version", found=sqlcipher.sqlite_version)
    if read_only and not path.exists():
        raise DatabaseUnreadable(path=str(path), reason="missing")
    address = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    try:
        connection = sqlcipher.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    except sqlcipher.DatabaseError as error:
        raise translated(error, path=path) from error
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA query_only = ON" if read_only else "PRAGMA journal_mode = WAL")
        _read_back(connection)
    except sqlcipher.DatabaseError as error:
        connection.close()
        raise translated(error, path=path) from error
    except KioskError:
        connection.close()
        raise
    return connection


def _read_back(connection: Any) -> None:
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    for setting, value in expected.items():
        (found,) = connection.execute(f"PRAGMA {setting}").fetchone()
        if found != value:
            raise UnsafeStorage(setting=setting, found=str(found))


def translated(error: Exception, *, path: Path) -> KioskError:
    """The one border between SQLite's errors and ours."""
    text = str(getattr(error, "orig", None) or error)
    if "full" in text:
        return DiskFull(path=str(path))
    if "locked" in text:
        return DatabaseLocked(path=str(path))
    return DatabaseUnreadable(path=str(path), reason=text)


class Database:
    """The kiosk's database. One writer at a time; as many readers as asked, each with its own snapshot."""

    def __init__(self, path: Path, *, key: bytes) -> None:
        self.path = path
        self.before_commit: list[Callable[[Connection], None]] = []
        self.after_commit: list[Callable[[], None]] = []
        self.commits = 0
        self._writing = threading.RLock()
        self._depth = 0
        self._writer = _engine(lambda: connect(path, key=key, read_only=False), begin="BEGIN IMMEDIATE", pool=StaticPool)
        self._reader = _engine(lambda: connect(path, key=key, read_only=True), begin="BEGIN", pool=QueuePool)

    @classmethod
    def open(cls, data_dir: Path, *, key: bytes) -> Database:
        """Open a database of today's schema; DatabaseOutdated, DatabaseNewer, DatabaseUnreadable, UnsafeStorage."""
        path = data_dir / FILE_NAME
        found = schema_revision(path, key=key)
        if found is None:
            raise DatabaseUnreadable(path=str(path), reason="it holds no kiosk")
        if found > HEAD_REVISION:
            raise DatabaseNewer(found=found, expected=HEAD_REVISION)
        if found < HEAD_REVISION:
            raise DatabaseOutdated(found=found, expected=HEAD_REVISION)
        return cls(path, key=key)

    @contextlib.contextmanager
    def write(self) -> Iterator[Connection]:
        """One durable transaction: all of the block or nothing. Nested use is a programmer's mistake."""
        with self._writing:
            assert self._depth == 0, "a write inside a write"
            self._depth += 1
            try:
                with self._translating(), self._writer.begin() as connection:
                    yield connection
                    for step in self.before_commit:
                        step(connection)
            finally:
                self._depth -= 1
            self.commits += 1
            for announce in self.after_commit:
                announce()

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """A read-only snapshot; keep the block short, an open snapshot stops the log from being folded in."""
        with self._translating(), self._reader.connect() as connection:
            yield connection

    def check_pages(self) -> tuple[str, ...]:
        """What SQLCipher and SQLite say is wrong with the file's pages; empty when sound."""
        try:
            with self.read() as connection:
                cipher = [row[0] for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
                quick = [row[0] for row in connection.exec_driver_sql("PRAGMA quick_check") if row[0] != "ok"]
        except DatabaseUnreadable as error:
            return (str(error.facts["reason"]),)
        return tuple(cipher + quick)

    def close(self) -> None:
        """Fold the write-ahead log into the file and close every connection."""
        self._reader.dispose()
        with contextlib.suppress(DBAPIError, KioskError), self._writer.connect() as connection:
            connection.rollback()
            driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._writer.dispose()

    @contextlib.contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, sqlcipher.DatabaseError) as error:
            if type(error).__name__ == "IntegrityError":
                raise
            raise translated(error, path=self.path) from error


def driver(connection: Connection) -> Any:
    """The bare driver under a connection, for the few questions of ours that are asked in every sale: a tenth of the cost."""
    found = connection.connection.driver_connection
    assert found is not None
    return found


def _engine(creator: Callable[[], Any], *, begin: str, pool: type[QueuePool] | type[StaticPool]) -> Engine:
    engine = create_engine("sqlite://", module=sqlcipher, creator=creator, poolclass=pool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def schema_revision(path: Path, *, key: bytes) -> str | None:
    """The schema revision that the file carries; None for a new or empty file."""
    if not path.exists() or (path.is_file() and path.stat().st_size == 0):
        return None
    connection = connect(path, key=key, read_only=False)
    try:
        known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    except sqlcipher.DatabaseError as error:
        raise translated(error, path=path) from error
    finally:
        connection.close()
    return None if row is None else str(row[0])
