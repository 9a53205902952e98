"""The journal on a real encrypted file: chain, seals, tampering named, tail, epochs."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import insert

from kiosk.basics.clock import ManualClock
from kiosk.journal import verify
from kiosk.journal.entry import Head
from kiosk.journal.export import lines
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import JournalQuarantined, Ledger
from kiosk.journal.marker import HeadMarker, MarkerState
from kiosk.storage import seals
from kiosk.storage.engine import Database, connect
from kiosk.storage.schema import document
from tests.conftest import DATABASE_KEY, TILL_SECRET
from tests.integration.journal.stranger import verify_export

KEY = TillKey(TILL_SECRET).public


def write_day(database: Database, ledger: Ledger) -> None:
    """Five entries, two of which seal a row."""
    for number in range(5):
        with database.write() as connection:
            if number % 2:
                paper = {"id": f"d{number}", "kind": "contract", "number": f"C{number}", "at_utc": "2026-11-22T10:00:00.000Z", "sha256": "00"}
                connection.execute(insert(document), {**paper, "media_type": "application/pdf", "content": b"%PDF-1.7 contrat"})
            ledger.append(connection, "till.started", {"number": number, "label": "Clé à molette — 12,50 €"})


def check(database: Database, data_dir: Path, *, hands: int = 1) -> verify.Report:
    with database.read() as connection:
        return verify.verify(connection, key=KEY, marker=HeadMarker(data_dir), hands=hands)


def export(database: Database) -> list[str]:
    with database.read() as connection:
        return list(lines(connection, key=KEY))


def test_a_day_of_entries_is_chained_and_verifies(database: Database, ledger: Ledger, tmp_path: Path) -> None:
    write_day(database, ledger)
    report = check(database, tmp_path)
    assert report.fault is None
    assert (report.entries, report.head.epoch, report.head.seq) == (5, 1, 5)


def test_a_stranger_verifies_the_export_without_our_code(database: Database, ledger: Ledger) -> None:
    write_day(database, ledger)
    assert verify_export(export(database)) == "5 entries, 2 rows: sound"


def test_a_stranger_names_the_first_broken_entry_of_an_export(database: Database, ledger: Ledger) -> None:
    write_day(database, ledger)
    told = export(database)
    third = next(index for index, line in enumerate(told) if json.loads(line).get("seq") == 3)
    told[third] = told[third].replace("12,50", "12,05")
    assert verify_export(told) == "entry 1-3: hash"


def test_rows_sealed_after_the_last_entry_of_a_transaction_get_an_entry_of_their_own(database: Database, ledger: Ledger, tmp_path: Path) -> None:
    write_day(database, ledger)
    with database.write() as connection:
        paper = {"id": "late", "kind": "contract", "number": "C9", "at_utc": "x", "sha256": "00", "media_type": "t", "content": b""}
        connection.execute(insert(document), paper)
    with database.read() as connection:
        last = ledger.entries_after(connection, 1, 5, limit=10)
    assert [(entry.seq, entry.kind) for entry in last] == [(6, "journal.rows_sealed")]
    assert check(database, tmp_path).fault is None


def tamper(data_dir: Path, *statements: str) -> None:
    """What someone with the key and a database tool can do: take the triggers away and write."""
    connection = connect(data_dir / "kiosk.db", key=DATABASE_KEY, read_only=False)
    connection.execute("PRAGMA foreign_keys = OFF")
    for table in seals.SEALED_TABLES:
        for action in ("update", "delete"):
            connection.execute(f"DROP TRIGGER {table}_refuses_{action}")
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("statement", "seq", "what"),
    [
        ("UPDATE journal_entry SET entry = CAST(replace(CAST(entry AS TEXT), '12,50', '12,51') AS BLOB) WHERE seq = 2", 2, "hash"),
        ("UPDATE journal_entry SET signature = zeroblob(64) WHERE seq = 3", 3, "signature"),
        ("UPDATE journal_entry SET kind = 'till.stopped' WHERE seq = 4", 4, "column"),
        ("UPDATE journal_entry SET at_utc = '2020-01-01T00:00:00.000Z' WHERE seq = 4", 4, "column"),
        ("UPDATE journal_entry SET prev_hash = hash WHERE seq = 5", 5, "column"),
        ("DELETE FROM journal_entry WHERE seq = 3", 4, "gap"),
        ("UPDATE journal_entry SET seq = 9 WHERE seq = 3", 9, "gap"),
        ("DELETE FROM journal_entry WHERE seq = 5", 5, "tail_missing"),
        ("UPDATE document SET number = 'C1 bis' WHERE row_no = 1", 2, "rows"),
        ("UPDATE document SET content = CAST('%PDF-1.7 contrax' AS BLOB) WHERE row_no = 2", 4, "rows"),
        ("DELETE FROM document WHERE row_no = 1", 2, "rows"),
        ("UPDATE document SET row_no = row_no + 10", 2, "rows"),
        ("INSERT INTO document VALUES (NULL, 'x', 'contract', 'C7', 'x', '00', 't', x'00')", 5, "row_not_covered"),
    ],
)
def test_whatever_is_changed_in_a_sealed_row_is_named(database: Database, ledger: Ledger, tmp_path: Path, statement: str, seq: int, what: str) -> None:
    write_day(database, ledger)
    database.close()
    tamper(tmp_path, statement)
    fault = check(database, tmp_path).fault
    assert fault is not None
    assert (fault.seq, fault.what) == (seq, what)
    assert check(database, tmp_path, hands=2).fault == fault


def test_many_hands_name_the_first_of_many_faults_and_count_what_is_sound_before_it(database: Database, ledger: Ledger, tmp_path: Path) -> None:
    with database.write() as connection:
        for number in range(10 * verify.A_BATCH):
            ledger.append(connection, "till.started", {"number": number})
    assert check(database, tmp_path, hands=3) == check(database, tmp_path)
    database.close()
    tamper(tmp_path, "UPDATE journal_entry SET signature = zeroblob(64) WHERE seq IN (600, 333, 90)", "DELETE FROM journal_entry WHERE seq = 200")
    found = check(database, tmp_path, hands=3)
    assert (found.entries, found.fault) == (89, verify.Fault(1, 90, "signature"))
    assert check(database, tmp_path) == found


def test_with_many_hands_no_thread_is_left_when_the_walk_ends_early(database: Database, ledger: Ledger, tmp_path: Path) -> None:
    with database.write() as connection:
        for number in range(10 * verify.A_BATCH):
            ledger.append(connection, "till.started", {"number": number})
    database.close()
    tamper(tmp_path, "DELETE FROM journal_entry WHERE seq = 2")
    before = threading.active_count()
    assert check(database, tmp_path, hands=4).fault == verify.Fault(1, 3, "gap", "after 1-1")
    assert threading.active_count() == before


@pytest.mark.parametrize(
    "action", ["UPDATE document SET number = 'C2'", "DELETE FROM document", "UPDATE journal_entry SET kind = 'x'", "DELETE FROM journal_entry"]
)
def test_the_database_itself_refuses_to_change_a_sealed_row(database: Database, ledger: Ledger, action: str) -> None:
    write_day(database, ledger)
    with pytest.raises(Exception, match="sealed row"), database.write() as connection:
        connection.exec_driver_sql(action)


def test_entries_of_a_transaction_that_fails_are_never_written_and_their_number_is_used_next(database: Database, ledger: Ledger, tmp_path: Path) -> None:
    write_day(database, ledger)

    class Unplugged(RuntimeError):
        pass

    with pytest.raises(Unplugged), database.write() as connection:
        assert ledger.append(connection, "sales.ticket_paid", {}).seq == 6
        raise Unplugged
    with database.write() as connection:
        assert ledger.append(connection, "till.stopped", {}).seq == 6
    assert check(database, tmp_path).fault is None


def reopened(database: Database, clock: ManualClock, data_dir: Path) -> Ledger:
    return Ledger(database, clock=clock, key=TillKey(TILL_SECRET), marker=HeadMarker(data_dir))


@pytest.mark.parametrize(
    ("harm", "sign"),
    [
        (lambda folder: tamper(folder, "DELETE FROM journal_entry WHERE seq > 4"), MarkerState.JOURNAL_WENT_BACK),
        (lambda folder: (folder / "head.json").unlink(), MarkerState.ABSENT),
        (lambda folder: (folder / "head.json").write_text("{}"), MarkerState.FORGED),
    ],
)
def test_a_journal_that_went_back_takes_no_entry_until_a_new_epoch(
    database: Database, ledger: Ledger, clock: ManualClock, tmp_path: Path, harm: Callable[[Path], None], sign: MarkerState
) -> None:
    write_day(database, ledger)
    database.close()
    harm(tmp_path)
    fresh = Database.open(tmp_path, key=DATABASE_KEY)
    again = reopened(fresh, clock, tmp_path)
    assert again.quarantined is sign
    with pytest.raises(JournalQuarantined), fresh.write() as connection:
        again.append(connection, "sales.ticket_paid", {})
    with fresh.write() as connection:
        first = again.open_epoch(connection, 2, reason="restored")
    assert (first.epoch, first.seq) == (2, 1)
    assert check(fresh, tmp_path).fault is None
    assert reopened(fresh, clock, tmp_path).quarantined is None
    fresh.close()


def test_a_marker_that_lags_behind_is_no_sign_of_harm(database: Database, ledger: Ledger, clock: ManualClock, tmp_path: Path) -> None:
    write_day(database, ledger)
    with database.read() as connection:
        third = ledger.entries_after(connection, 1, 2, limit=1)[0]
    HeadMarker(tmp_path).write(Head(1, 3, third.hash), TillKey(TILL_SECRET))
    assert reopened(database, clock, tmp_path).quarantined is None


def test_times_in_the_journal_never_go_back_when_the_clock_does(database: Database, ledger: Ledger, clock: ManualClock) -> None:
    write_day(database, ledger)
    clock.set_wall(clock.now_utc().replace(year=2024))
    with database.write() as connection:
        entry = ledger.append(connection, "till.stopped", {})
    assert entry.at_utc == "2026-11-22T10:00:00.000Z"


def test_the_same_day_gives_the_same_bytes_on_every_machine(database: Database, ledger: Ledger) -> None:
    with database.write() as connection:
        entry = ledger.append(connection, "till.started", {"label": "Élodie", "count": 3, "paid": True, "rest": None}, person_id="p1")
    assert entry.entry.decode() == (
        '{"at":"2026-11-22T10:00:00.000Z","body":{"count":3,"label":"Élodie","paid":true,"rest":null},"epoch":1,"format":1,"kind":"till.started",'
        '"person":"p1","prev":"0000000000000000000000000000000000000000000000000000000000000000","sealed":{},"seq":1,"shop":"L01","till":"K2"}'
    )


def test_the_file_on_disk_is_not_readable_without_the_key(database: Database, ledger: Ledger, tmp_path: Path) -> None:
    write_day(database, ledger)
    database.close()
    assert b"molette" not in (tmp_path / "kiosk.db").read_bytes()
    plain = sqlcipher.connect(str(tmp_path / "kiosk.db"))
    with pytest.raises(sqlcipher.DatabaseError, match="not a database"):
        plain.execute("SELECT * FROM journal_entry")
    plain.close()
