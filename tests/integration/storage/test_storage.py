"""The database file: settings read back, damage told in words, migration on a copy, backup and restore, one instance, full disk."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from kiosk.basics.clock import ManualClock
from kiosk.errors import KioskError
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker, MarkerState
from kiosk.storage import backup, schema, seals
from kiosk.storage.counters import next_number
from kiosk.storage.engine import Database, DatabaseLocked, DatabaseOutdated, DatabaseUnreadable, DiskFull, connect
from kiosk.storage.identity import TillIdentity, till_identity
from kiosk.storage.keys import FileKeyStore, KeyMissing, KeyStoreUnusable, database_key
from kiosk.storage.lock import AlreadyRunning, only_instance
from kiosk.storage.migrate import MIGRATIONS, DatabaseNewer, open_database
from kiosk.storage.revision import HEAD_REVISION
from tests.conftest import DATABASE_KEY, TILL_SECRET

NOW = datetime(2026, 11, 22, 10, 0, 0, tzinfo=UTC)


def test_each_connection_is_durable_encrypted_and_checks_references(database: Database) -> None:
    with database.write() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
        assert connection.exec_driver_sql("PRAGMA cipher_version").scalar_one().startswith("4.")


def test_every_table_is_strict(database: Database) -> None:
    with database.read() as connection:
        lax = {row.name for row in connection.exec_driver_sql("PRAGMA table_list") if row.strict == 0 and not row.name.startswith(("sqlite_", "alembic_"))}
    assert not {name for name in lax if name in schema.metadata.tables}


def test_the_migrated_database_is_the_schema(database: Database) -> None:
    with database.read() as connection:
        for table in schema.metadata.sorted_tables:
            found = {row[1]: (row[2], bool(row[3])) for row in connection.exec_driver_sql(f"PRAGMA table_info({table.name})")}
            wanted = {column.name: (str(column.type.compile()), not column.nullable) for column in table.columns}
            assert {name: kind for name, (kind, _) in found.items()} == {name: kind for name, (kind, _) in wanted.items()}, table.name


def test_the_program_knows_the_newest_migration() -> None:
    assert max(path.name for path in (MIGRATIONS / "versions").glob("*.py"))[:4] == HEAD_REVISION


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(KioskError), database.read() as connection:
        connection.exec_driver_sql("INSERT INTO meta VALUES ('a', 'b')")


def test_a_failed_write_leaves_nothing_and_gives_its_number_back(database: Database) -> None:
    with database.write() as connection:
        assert next_number(connection, "ticket") == 1

    def fail(connection: Connection) -> None:
        next_number(connection, "ticket")
        connection.exec_driver_sql("INSERT INTO product (id) VALUES ('half a product')")

    with pytest.raises(IntegrityError), database.write() as connection:
        fail(connection)
    with database.write() as connection:
        assert next_number(connection, "ticket") == 2


def test_a_full_disk_at_commit_leaves_the_file_as_it_was(database: Database) -> None:
    with database.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull), database.write() as connection:
        connection.exec_driver_sql("INSERT INTO meta VALUES ('big', hex(zeroblob(500000)))")
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        assert connection.exec_driver_sql("SELECT count(*) FROM meta WHERE key = 'big'").scalar_one() == 0


def test_a_damaged_file_is_told_from_a_wrong_key(database: Database, tmp_path: Path) -> None:
    with database.read() as connection:
        page = int(connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = 'ticket_line'").scalar_one())
        size = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    database.close()
    with pytest.raises(DatabaseUnreadable):
        Database.open(tmp_path, key=bytes(32))
    path = tmp_path / "kiosk.db"
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = os.urandom(size)
    path.write_bytes(content)
    damaged = Database.open(tmp_path, key=DATABASE_KEY)
    assert damaged.check_pages()
    damaged.close()


@pytest.mark.parametrize("content", [b"", b"not a database at all, just text" * 200])
def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kiosk.db").write_bytes(content)
    if content:
        with pytest.raises(DatabaseUnreadable):
            open_database(tmp_path, key=DATABASE_KEY)
        assert (tmp_path / "kiosk.db").read_bytes() == content
    else:
        open_database(tmp_path, key=DATABASE_KEY).close()


def test_a_database_newer_than_the_program_is_refused(database: Database, tmp_path: Path) -> None:
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(DatabaseNewer):
        open_database(tmp_path, key=DATABASE_KEY)


def test_an_older_database_is_not_opened_before_it_is_upgraded(database: Database, tmp_path: Path) -> None:
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    database.close()
    with pytest.raises(DatabaseOutdated):
        Database.open(tmp_path, key=DATABASE_KEY)


def test_a_backup_is_a_whole_encrypted_database_and_comes_back(database: Database, tmp_path: Path) -> None:
    path = backup.back_up(tmp_path, key=DATABASE_KEY, now_utc=NOW)
    assert path.name == "kiosk-20261122T100000Z.kioskbackup"
    assert not path.read_bytes().startswith(b"SQLite format 3")
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO meta VALUES ('after', 'the backup')")
    database.close()
    kept = backup.restore(path, tmp_path, key=DATABASE_KEY)
    assert kept is not None
    assert kept.exists()
    restored = Database.open(tmp_path, key=DATABASE_KEY)
    with restored.read() as connection:
        assert till_identity(connection) == TillIdentity("L01", "K2", 1)
        assert connection.exec_driver_sql("SELECT count(*) FROM meta WHERE key = 'after'").scalar_one() == 0
    restored.close()


def test_a_restored_backup_is_noticed_and_cannot_use_its_numbers_again(database: Database, ledger: Ledger, clock: ManualClock, tmp_path: Path) -> None:
    with database.write() as connection:
        ledger.append(connection, "till.started", {})
    path = backup.back_up(tmp_path, key=DATABASE_KEY, now_utc=NOW)
    with database.write() as connection:
        ledger.append(connection, "sales.ticket_paid", {})
    database.close()
    backup.restore(path, tmp_path, key=DATABASE_KEY)
    restored = Database.open(tmp_path, key=DATABASE_KEY)
    assert Ledger(restored, clock=clock, key=TillKey(TILL_SECRET), marker=HeadMarker(tmp_path)).quarantined is MarkerState.JOURNAL_WENT_BACK
    restored.close()


def test_a_damaged_or_missing_backup_is_refused_and_the_database_stays(database: Database, tmp_path: Path) -> None:
    path = backup.back_up(tmp_path, key=DATABASE_KEY, now_utc=NOW)
    database.close()
    content = bytearray(path.read_bytes())
    content[8192:8200] = b"\x00" * 8
    path.write_bytes(content)
    before = (tmp_path / "kiosk.db").read_bytes()
    with pytest.raises(backup.BackupUnreadable):
        backup.restore(path, tmp_path, key=DATABASE_KEY)
    with pytest.raises(backup.BackupMissing):
        backup.restore(tmp_path / "no such file", tmp_path, key=DATABASE_KEY)
    assert (tmp_path / "kiosk.db").read_bytes() == before


def test_keys_are_files_that_only_their_owner_reads(tmp_path: Path) -> None:
    store = FileKeyStore(tmp_path / "keys")
    key = database_key(store, database_exists=False)
    assert len(key) == 32
    assert database_key(store, database_exists=True) == key
    assert stat.S_IMODE((tmp_path / "keys" / "database").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700
    with pytest.raises(KeyStoreUnusable):
        store.put("database", key)


def test_a_lost_key_is_told_and_no_new_one_is_made_over_existing_data(tmp_path: Path) -> None:
    store = FileKeyStore(tmp_path / "keys")
    with pytest.raises(KeyMissing):
        database_key(store, database_exists=True)
    assert store.get("database") is None


def test_a_second_process_on_the_same_data_is_refused_and_the_lock_ends_with_the_first(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from kiosk.storage.lock import only_instance\n"
        "with only_instance(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with pytest.raises(AlreadyRunning), only_instance(tmp_path):
            pass
        first.kill()
        first.wait()
    with only_instance(tmp_path):
        pass


def test_a_file_locked_by_another_program_is_told(database: Database, tmp_path: Path) -> None:
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 1")
    other = connect(tmp_path / "kiosk.db", key=DATABASE_KEY, read_only=False)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseLocked), database.write():
        pass
    other.close()
    with database.write() as connection:
        assert next_number(connection, "ticket") == 1


def test_every_sealed_table_has_both_refusals(database: Database) -> None:
    with database.read() as connection:
        triggers = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert triggers >= {f"{table}_refuses_{action}" for table in seals.SEALED_TABLES for action in ("update", "delete")}
