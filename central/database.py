"""Central's database: PostgreSQL in production, SQLite for the demo, the same statements on both.

``write()`` is one durable transaction; ``read()`` is one snapshot. SQLite is the one that ships with sqlcipher3 (without a
key): the system's may be of those that can lose committed rows.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from alembic import command
from alembic.config import Config
from sqlalchemy import BigInteger, Connection, Engine, LargeBinary, Table, create_engine, event, text
from sqlalchemy.pool import QueuePool

from kiosk.errors import Unavailable

FILE_NAME = "central.db"
OLDEST_SAFE_SQLITE = (3, 51, 3)
MIGRATIONS = Path(__file__).parent / "migrations"


class UnsafeDatabase(Unavailable):
    """This machine's SQLite can lose committed rows."""

    code = "central.unsafe_database"


class CentralDatabase:
    """One database; made or brought up to date when opened."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = threading.Lock() if engine.dialect.name == "sqlite" else contextlib.nullcontext()

    @classmethod
    def open(cls, *, data_dir: Path, url: str | None = None) -> CentralDatabase:
        """``url`` as SQLAlchemy writes it (``postgresql+psycopg://…``); without one, SQLite in ``data_dir``."""
        database = cls(_postgres(url) if url else _sqlite(data_dir / FILE_NAME))
        with database.write() as connection:
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        return database

    @contextlib.contextmanager
    def write(self) -> Iterator[Connection]:
        """All of the block or nothing."""
        with self._writing, self._engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.info["begin"] = "BEGIN IMMEDIATE"
            with connection.begin():
                yield connection

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """One snapshot for all statements of the block."""
        with self._engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.info["begin"] = "BEGIN"
            else:
                connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            yield connection

    def close(self) -> None:
        self._engine.dispose()


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], *, on_conflict: str = "") -> None:
    """Insert rows that name all columns: UNNEST on PostgreSQL, executemany on SQLite. ``on_conflict`` is the SQL after the rows.

    ``%(name)b`` sends the arrays in binary: as text psycopg escapes every element by regular expression, at twenty times the cost.
    """
    if not rows:
        return
    names = [column.name for column in table.columns]
    columns = ", ".join(names)
    if connection.dialect.name == "sqlite":
        values = ", ".join(f":{name}" for name in names)
        connection.execute(text(f"INSERT INTO {table.name} ({columns}) VALUES ({values}) {on_conflict}"), list(rows))
        return
    arrays = ", ".join(f"CAST(%({column.name})b AS {_array_type(column.type)})" for column in table.columns)
    statement = f"INSERT INTO {table.name} ({columns}) SELECT * FROM unnest({arrays}) {on_conflict}"
    connection.exec_driver_sql(statement, {name: [row[name] for row in rows] for name in names})


def _array_type(kind: object) -> str:
    if isinstance(kind, BigInteger):
        return "bigint[]"
    return "bytea[]" if isinstance(kind, LargeBinary) else "text[]"


def _postgres(url: str) -> Engine:
    return create_engine(url, pool_size=10, max_overflow=10, pool_pre_ping=True)


def _sqlite(path: Path) -> Engine:
    if tuple(int(part) for part in sqlite.sqlite_version.split(".")) < OLDEST_SAFE_SQLITE:
        raise UnsafeDatabase(found=sqlite.sqlite_version)
    path.parent.mkdir(parents=True, exist_ok=True)

    def connect() -> Any:
        connection = sqlite.connect(str(path), isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA busy_timeout = 10000")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    engine = create_engine("sqlite://", module=sqlite, creator=connect, poolclass=QueuePool, pool_size=10, max_overflow=10)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.info.get("begin", "BEGIN"))

    return engine
