"""A database is upgraded as a copy that is checked and swapped; whatever goes wrong, the old file stays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from kiosk.basics.money import Money
from kiosk.journal.keys import TillKey
from kiosk.journal.marker import HeadMarker
from kiosk.journal.verify import verify
from kiosk.sales.store import kept_baskets, ticket_by_number
from kiosk.storage import engine, migrate
from kiosk.storage.counters import next_number
from kiosk.storage.engine import Database
from kiosk.storage.migrate import MIGRATIONS, MigrationFailed, open_database
from tests.conftest import DATABASE_KEY, TILL_SECRET

SCHEMAS = Path(__file__).resolve().parents[2] / "data" / "schema"
GOOD = "op.execute('ALTER TABLE meta ADD COLUMN note TEXT')"
BROKEN = "op.execute('ALTER TABLE no_such_table ADD COLUMN note TEXT')"
LOSING = "op.execute('DELETE FROM person')"


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program one schema further on; gives the file of its migration."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder)
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    monkeypatch.setattr(migrate, "HEAD_REVISION", "0004")
    monkeypatch.setattr(engine, "HEAD_REVISION", "0004")
    return folder / "versions" / "0004_note.py"


def write_migration(path: Path, statement: str) -> None:
    path.write_text(f'from alembic import op\n\nrevision = "0004"\ndown_revision = "0003"\n\n\ndef upgrade():\n    {statement}\n')


def data_of_today(folder: Path) -> Path:
    """A database of the schema before, with a number given out and a person."""
    folder.mkdir()
    database = open_database(folder, key=DATABASE_KEY)
    with database.write() as connection:
        next_number(connection, "ticket")
        connection.exec_driver_sql(
            "INSERT INTO person (id, v, short_name, full_name, initials, roles, language, pin_hash, badge_hash, active, feminine)"
            " VALUES ('p', 1, 'Camille', 'Camille Lefort', 'CL', 'cashier', 'fr', '', '', 1, 1)"
        )
    database.close()
    return folder / "kiosk.db"


@pytest.fixture
def today(tmp_path: Path) -> Path:
    return data_of_today(tmp_path / "data")


def test_an_older_database_is_upgraded_and_keeps_its_numbers(today: Path, next_version: Path) -> None:
    write_migration(next_version, GOOD)
    upgraded = open_database(today.parent, key=DATABASE_KEY)
    with upgraded.write() as connection:
        assert [row[1] for row in connection.exec_driver_sql("PRAGMA table_info(meta)")] == ["key", "value", "note"]
        assert next_number(connection, "ticket") == 2
    upgraded.close()


def test_a_migration_that_breaks_leaves_the_old_file(today: Path, next_version: Path) -> None:
    write_migration(next_version, BROKEN)
    before = today.read_bytes()
    with pytest.raises((OperationalError, engine.DatabaseUnreadable)):
        open_database(today.parent, key=DATABASE_KEY)
    assert today.read_bytes() == before


def test_a_migration_that_loses_rows_is_not_swapped_in(today: Path, next_version: Path) -> None:
    write_migration(next_version, LOSING)
    before = today.read_bytes()
    with pytest.raises(MigrationFailed, match="person: 1 rows became 0"):
        open_database(today.parent, key=DATABASE_KEY)
    assert today.read_bytes() == before
    assert not today.with_suffix(".upgrading").exists()


def test_the_upgraded_copy_is_encrypted_like_the_file_it_replaces(today: Path, next_version: Path) -> None:
    write_migration(next_version, GOOD)
    open_database(today.parent, key=DATABASE_KEY).close()
    assert not today.read_bytes().startswith(b"SQLite format 3")
    again = Database.open(today.parent, key=DATABASE_KEY)
    assert again.check_pages() == ()
    again.close()


@pytest.mark.parametrize("revision", [path.name for path in sorted(SCHEMAS.iterdir())])
def test_a_database_of_each_released_schema_is_upgraded_with_its_tickets_and_its_chain(revision: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(SCHEMAS / revision, folder)
    upgraded = open_database(folder, key=DATABASE_KEY)
    with upgraded.read() as connection:
        report = verify(connection, key=TillKey(TILL_SECRET).public, marker=HeadMarker(folder))
        sold = ticket_by_number(connection, "L01-K2-000001")
        waiting = kept_baskets(connection, parked=True)
    upgraded.close()
    assert report.fault is None
    assert sold is not None
    assert (sold.ticket.total, sold.ticket.non_sale, sold.ticket.due) == (Money(47890), Money(0), Money(47890))
    assert [(line.label, line.kind.value, line.came_back) for line in sold.ticket.lines] == [
        ("iPhone 13 · 128 Go · Minuit", "sale", False),
        ("Coque transparente iPhone 13", "sale", False),
    ]
    assert [basket.basket.label for basket in waiting] == ["Mme Rey"]
