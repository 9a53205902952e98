"""Every sealed table, every kind of column, every way of tampering: the journal names the entry whose word was broken."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Integer, LargeBinary

from kiosk.basics.clock import ManualClock
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.journal.verify import Fault, verify
from kiosk.storage import seals
from kiosk.storage.engine import Database, connect
from kiosk.storage.identity import TillIdentity, set_till_identity
from kiosk.storage.migrate import open_database
from kiosk.storage.schema import metadata
from tests.conftest import DATABASE_KEY, TILL_SECRET

KEY = TillKey(TILL_SECRET).public
ROOT = Path(__file__).resolve().parents[3]
ROWS = 4
SWAPPED = (
    "UPDATE {table} SET row_no = 9 WHERE row_no = 2", "UPDATE {table} SET row_no = 2 WHERE row_no = 3", "UPDATE {table} SET row_no = 3 WHERE row_no = 9",
)  # fmt: skip
CELLS = [(table, column.name) for table in seals.COVERED_TABLES for column in metadata.tables[table].columns if column.name != "row_no"]


def row_of(table: str, number: int) -> dict[str, Any]:
    """A row with every column filled."""

    def value(column: Any) -> Any:
        if isinstance(column.type, LargeBinary):
            return f"octets {number}".encode()
        return number * 1000 + 7 if isinstance(column.type, Integer) else f"{table} {column.name} {number} é"

    return {column.name: value(column) for column in metadata.tables[table].columns if column.name != "row_no"}


class TakenBack(Exception):
    """Ends the transaction that tampers, so that the next test finds the journal whole."""


@dataclass(frozen=True)
class Day:
    """A database whose four entries each vouch for one row in every sealed table."""

    database: Database
    data_dir: Path

    def fault_after(self, *statements: str) -> Fault | None:
        """What verification says when someone with the key has taken the triggers away and written."""
        found: Fault | None = None

        def tamper(connection: Connection) -> None:
            nonlocal found
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            for table in seals.SEALED_TABLES:
                for action in ("update", "delete"):
                    connection.exec_driver_sql(f"DROP TRIGGER {table}_refuses_{action}")
            for statement in statements:
                assert connection.exec_driver_sql(statement).rowcount > 0, statement
            found = verify(connection, key=KEY, marker=HeadMarker(self.data_dir)).fault
            assert verify(connection, key=KEY, marker=HeadMarker(self.data_dir), hands=2).fault == found
            raise TakenBack

        with pytest.raises(TakenBack), self.database.write() as connection:
            tamper(connection)
        return found


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    data_dir = tmp_path_factory.mktemp("sealed")
    database = open_database(data_dir, key=DATABASE_KEY)
    ledger = Ledger(database, clock=ManualClock(datetime(2026, 11, 22, 10, tzinfo=UTC)), key=TillKey(TILL_SECRET), marker=HeadMarker(data_dir))
    with database.write() as connection:
        set_till_identity(connection, TillIdentity("L01", "K2", 1))
    for number in range(1, ROWS + 1):
        fill(data_dir, number)
        with database.write() as connection:
            ledger.append(connection, "till.started", {"number": number})
    yield Day(database, data_dir)
    database.close()


def fill(data_dir: Path, number: int) -> None:
    """A row in every sealed table, without the rows that it points to: what is proved here is the seal, not the reference."""
    connection = connect(data_dir / "kiosk.db", key=DATABASE_KEY, read_only=False)
    connection.execute("PRAGMA foreign_keys = OFF")
    for table in seals.COVERED_TABLES:
        row = row_of(table, number)
        connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
    connection.close()


def changed(table: str, column: str) -> str:
    """One byte of a cell made another."""
    kind = metadata.tables[table].columns[column].type
    if isinstance(kind, LargeBinary):
        return f"CAST(replace(CAST({column} AS TEXT), 'octets', 'octetz') AS BLOB)"
    return f"{column} + 1" if isinstance(kind, Integer) else f"replace({column}, 'é', 'è')"


def test_the_day_as_it_was_written_is_sound(day: Day) -> None:
    with day.database.read() as connection:
        report = verify(connection, key=KEY, marker=HeadMarker(day.data_dir))
    assert (report.entries, report.fault) == (ROWS, None)


@pytest.mark.parametrize(("table", "column"), CELLS)
def test_a_byte_changed_in_any_column_of_a_sealed_row_is_named(day: Day, table: str, column: str) -> None:
    fault = day.fault_after(f"UPDATE {table} SET {column} = {changed(table, column)} WHERE row_no = 2")
    assert fault == Fault(1, 2, "rows", f"{table} 2 to 2")


@pytest.mark.parametrize(("table", "column"), [(table, column) for table, column in CELLS if metadata.tables[table].columns[column].nullable])
def test_a_value_taken_out_of_a_sealed_row_is_named(day: Day, table: str, column: str) -> None:
    assert day.fault_after(f"UPDATE {table} SET {column} = NULL WHERE row_no = 3") == Fault(1, 3, "rows", f"{table} 3 to 3")


@pytest.mark.parametrize("table", seals.COVERED_TABLES)
@pytest.mark.parametrize(
    ("statements", "seq", "what"),
    [
        (("DELETE FROM {table} WHERE row_no = 2",), 2, "rows"),
        (("DELETE FROM {table} WHERE row_no = 4",), 4, "rows"),
        (("DELETE FROM {table}",), 1, "rows"),
        (("INSERT INTO {table} (row_no, {names}) SELECT 5, {others} FROM {table} WHERE row_no = 1",), 4, "row_not_covered"),
        (("INSERT INTO {table} (row_no, {names}) SELECT 0, {others} FROM {table} WHERE row_no = 1",), 4, "row_not_covered"),
        (("INSERT INTO {table} (row_no, {names}) SELECT -7, {others} FROM {table} WHERE row_no = 1",), 4, "row_not_covered"),
        (SWAPPED, 2, "rows"),
        (("UPDATE {table} SET row_no = 9 WHERE row_no = 4",), 4, "rows"),
    ],
    ids=["middle taken out", "last taken out", "all taken out", "added at the end", "added at 0", "added below 0", "two swapped", "last renumbered"],
)  # fmt: skip
def test_rows_taken_out_added_or_moved_in_any_sealed_table_are_named(day: Day, table: str, statements: tuple[str, ...], seq: int, what: str) -> None:
    names = list(row_of(table, 1))
    others = [changed(table, name) for name in names]
    fault = day.fault_after(*(text.format(table=table, names=", ".join(names), others=", ".join(others)) for text in statements))
    assert fault is not None and (fault.seq, fault.what) == (seq, what)


@pytest.mark.parametrize(
    ("statements", "seq", "what"),
    [
        (("UPDATE journal_entry SET kind = 'till.stopped' WHERE seq = 2",), 2, "column"),
        (("UPDATE journal_entry SET at_utc = '2026-11-22T10:00:00.001Z' WHERE seq = 2",), 2, "column"),
        (("UPDATE journal_entry SET prev_hash = hash WHERE seq = 2",), 2, "column"),
        (("UPDATE journal_entry SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 2",), 2, "hash"),
        (("UPDATE journal_entry SET entry = CAST(replace(CAST(entry AS TEXT), 'till', 'Till') AS BLOB) WHERE seq = 2",), 2, "hash"),
        (("UPDATE journal_entry SET signature = (SELECT signature FROM journal_entry WHERE seq = 3) WHERE seq = 2",), 2, "signature"),
        (("UPDATE journal_entry SET epoch = 2 WHERE seq = 2",), 2, "gap"),
        (("UPDATE journal_entry SET seq = 7 WHERE seq = 2",), 7, "gap"),
        (("DELETE FROM journal_entry WHERE seq = 2",), 3, "gap"),
        (("DELETE FROM journal_entry WHERE seq = 1",), 2, "gap"),
        (tuple(text.format(table="journal_entry").replace("row_no", "seq") for text in SWAPPED), 3, "gap"),
        (("INSERT INTO journal_entry SELECT 99, 1, 5, kind, at_utc, prev_hash, 'x', entry, signature FROM journal_entry WHERE seq = 4",), 5, "hash"),
    ],
)  # fmt: skip
def test_whatever_is_changed_in_the_journal_itself_is_named(day: Day, statements: tuple[str, ...], seq: int, what: str) -> None:
    fault = day.fault_after(*statements)
    assert fault is not None and (fault.seq, fault.what) == (seq, what)


def test_a_journal_and_its_rows_cut_off_together_at_the_end_are_missed_by_the_marker(day: Day) -> None:
    cut = [f"DELETE FROM {table} WHERE row_no = 4" for table in seals.COVERED_TABLES]
    assert day.fault_after("DELETE FROM journal_entry WHERE seq = 4", *cut) == Fault(1, 4, "tail_missing", "journal ends at 1-3")


def kiosk(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", *arguments, "--data", str(data)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_the_command_exits_with_1_and_names_the_broken_entry(tmp_path: Path) -> None:
    assert kiosk("import", "resources/demo", "--till", "K2", data=tmp_path).returncode == 0
    assert kiosk("journal", "verify", data=tmp_path).returncode == 0
    key = bytes.fromhex((tmp_path / "keys" / "database").read_text())
    connection = connect(tmp_path / "kiosk.db", key=key, read_only=False)
    connection.execute("DROP TRIGGER journal_entry_refuses_update")
    connection.execute("UPDATE journal_entry SET at_utc = '2026-01-01T00:00:00.000Z'")
    connection.close()
    told = kiosk("journal", "verify", "--json", data=tmp_path)
    assert (told.returncode, json.loads(told.stdout)["fault"]) == (1, {"epoch": 1, "seq": 1, "what": "column", "detail": "at"})
    told = kiosk("journal", "verify", data=tmp_path)
    assert told.returncode == 1 and "Écriture 1-1 : une colonne contredit son texte (at)" in plain(told.stdout)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")
