"""Archives of closed months and years: complete, verified by a stranger with Python alone, and every change named with its file and record."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.accounting.service import Write, at_once
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.fiscal.archive import verify_archive
from kiosk.fiscal.archive.service import AlreadyArchived, ArchiveService, MadeArchive, Place
from kiosk.fiscal.archive.spans import PeriodNotClosed
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from kiosk.fiscal.module import Period
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.staff.people import Person, Role
from kiosk.staff.rights import RightMissing
from kiosk.storage.engine import Database
from kiosk.storage.files import FileNotWritten
from kiosk.storage.identity import TillIdentity, set_till_identity
from kiosk.storage.migrate import open_database
from tests.conftest import DATABASE_KEY
from tests.integration.sale_shop import CAMILLE, IMEIS, PARIS, SOPHIE, Till, cash, furnish, open_till

CASE_EAN = "2000000000015"
ROOT = Path(__file__).resolve().parents[2]
INSPECTOR = Person("p-inspector", "Contrôle", "Direction des finances", "DF", (Role.INSPECTOR,), "fr", "-", "-")


def service_of(till: Till, folder: Path, *, training: Database | None = None, write: Write = at_once) -> ArchiveService:
    fiscal = till.counter.fiscal
    assert isinstance(fiscal, FranceFiscal)
    place = Place(folder, PARIS, {"siret": "98154327500029"}, lambda: nullcontext(training))
    return ArchiveService(till.database, till.ledger, fiscal, place, tools=(till.clock, till.counter.ids), write=write)


def sell_on(till: Till, *moments: datetime) -> None:
    """A case at each moment, each day closed when the next begins."""
    for moment in moments:
        till.clock.set_wall(moment)
        if till.closing.days_waiting():
            till.closing.close_day(person=SOPHIE)
        if not till.drawer.sessions():
            till.drawer.open_session(Money(15000), person=CAMILLE)
        till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    """November and December 2026 with a copy, closed on 2 January."""
    furnish(database)
    opened = open_till(database, ledger, clock, ids)
    sell_on(opened, datetime(2026, 11, 22, 10, tzinfo=UTC), datetime(2026, 11, 28, 10, tzinfo=UTC))
    number = opened.sale.pay(opened.basket(IMEIS[0]), [cash(44900)], person=CAMILLE).number
    opened.tickets.reprint(number, person=SOPHIE)
    opened.clock.set_wall(datetime(2026, 11, 28, 18, tzinfo=UTC))
    closed = opened.closing.close_day(person=SOPHIE)
    for _copy in range(2):
        opened.closing.reprint(closed.closing.closing_id, person=SOPHIE)
    sell_on(opened, datetime(2026, 12, 5, 10, tzinfo=UTC), datetime(2027, 1, 2, 10, tzinfo=UTC))
    opened.closing.close_day(person=SOPHIE)
    return opened


@pytest.fixture
def archives(till: Till, tmp_path: Path) -> ArchiveService:
    return service_of(till, tmp_path / "archives")


def stranger(path: Path, *arguments: str) -> tuple[int, str]:
    """The verifier out of the archive itself, on a Python that knows nothing of ours."""
    alone = path.parent / "alone.py"
    with zipfile.ZipFile(path) as archive:
        alone.write_bytes(archive.read("verify_archive.py"))
    command = [sys.executable, "-I", "-S", str(alone), str(path), *arguments]
    told = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return told.returncode, told.stdout


def lines(path: Path, member: str) -> list[dict[str, object]]:
    with zipfile.ZipFile(path) as archive:
        return [json.loads(line) for line in archive.read(member).splitlines()]


def test_a_month_is_archived_whole_and_a_stranger_finds_it_sound(till: Till, archives: ArchiveService) -> None:
    assert archives.waiting() == ((Period.MONTH, "202611"), (Period.MONTH, "202612"), (Period.YEAR, "2026"))
    made = archives.make(Period.MONTH, "202611", person=SOPHIE)
    assert made.path.name == "L01-K2-202611.fiscal.zip"
    code, told = stranger(made.path)
    assert (code, told.splitlines()[-1].split(":")[0]) == (0, "sound")
    tickets = lines(made.path, "tickets.jsonl")
    assert [(line["number"], line["total_cents"], line["copies"]) for line in tickets] == [
        ("L01-K2-000001", 2990, 0), ("L01-K2-000002", 2990, 0), ("L01-K2-000003", 44900, 1),
    ]  # fmt: skip
    closings = lines(made.path, "closings.jsonl")
    assert [line["label"] for line in closings] == [*(f"202611{day}" for day in range(22, 31)), "202611"]
    assert closings[-1]["total_cents"] == 50880
    assert [line["copies"] for line in closings] == [0] * 6 + [2] + [0] * 3
    copied = [str(line["stamp"]["payload"]).split(",")[1:3] for line in lines(made.path, "duplicates.jsonl")]
    assert copied == [["TICKET", "1"], ["DAY", "1"], ["DAY", "2"]]
    assert lines(made.path, "events.jsonl")[0]["code"] == 260
    assert till.kinds()[-1] == "fiscal.month_archived"
    assert archives.waiting() == ((Period.MONTH, "202612"), (Period.YEAR, "2026"))


def test_the_next_month_begins_where_the_last_one_ended_and_the_year_holds_both(archives: ArchiveService) -> None:
    november, december, year = (archives.make(period, label) for period, label in archives.waiting())
    for made in (november, december, year):
        assert stranger(made.path)[0] == 0
    assert [line["number"] for line in lines(december.path, "tickets.jsonl")] == ["L01-K2-000004"]
    assert first_event(december) == last_event(november) + 1
    assert len(lines(year.path, "tickets.jsonl")) == 4
    assert [line["label"] for line in lines(year.path, "closings.jsonl") if line["period"] != "day"] == ["202611", "202612", "2026"]


def first_event(made: MadeArchive) -> int:
    return int(str(lines(made.path, "events.jsonl")[0]["seq"]))


def last_event(made: MadeArchive) -> int:
    return int(str(lines(made.path, "events.jsonl")[-1]["seq"]))


def changed(path: Path, member: str, change: Callable[[bytes], bytes], to: str) -> Path:
    """A copy of an archive with one member changed."""
    target = path.parent / to
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for info in source.infolist():
            content = source.read(info)
            copy.writestr(info, change(content) if info.filename == member else content)
    return target


@pytest.mark.parametrize(
    ("member", "before", "after", "named"),
    [
        ("tickets.jsonl", b"Coque transparente", b"Coque transparents", "tickets.jsonl, record 1 (L01-K2-000001): it is not what was archived"),
        ("tickets.jsonl", b'"total_cents":44900', b'"total_cents":4490', "tickets.jsonl, record 3 (L01-K2-000003): it is not what was archived"),
        ("closings.jsonl", b'"sales_cents":2990', b'"sales_cents":1990', "closings.jsonl, record 1 (20261122): it is not what was archived"),
        ("events.jsonl", b"20261122110000", b"20261122110001", "events.jsonl, record 1 (1): it is not what was archived"),
        ("duplicates.jsonl", b'"seq":1', b'"seq":2', "duplicates.jsonl, record 1"),
        ("manifest.json", b'"label": "202611"', b'"label": "202612"', "manifest.json: its signature is not the till's"),
        ("keys.json", b"BEGIN", b"BEGYN", "keys.json: it is not what was archived"),
        ("schema.json", b"number", b"nomber", "schema.json: it is not what was archived"),
    ],
)
def test_one_changed_cell_is_named_with_its_file_and_record(archives: ArchiveService, member: str, before: bytes, after: bytes, named: str) -> None:
    made = archives.make(Period.MONTH, "202611")
    harmed = changed(made.path, member, lambda content: content.replace(before, after, 1), "harmed.zip")
    code, told = stranger(harmed)
    assert (code, named in told) == (1, True)


def test_a_record_taken_out_is_named(archives: ArchiveService) -> None:
    made = archives.make(Period.MONTH, "202611")
    harmed = changed(made.path, "tickets.jsonl", lambda content: b"".join(content.splitlines(keepends=True)[::2]), "harmed.zip")
    code, told = stranger(harmed)
    assert (code, "tickets.jsonl, record 2 (L01-K2-000003)" in told) == (1, True)


def test_the_till_s_own_key_can_be_given_and_another_is_refused(archives: ArchiveService, tmp_path: Path) -> None:
    made = archives.make(Period.MONTH, "202611")
    with zipfile.ZipFile(made.path) as archive:
        (pem,) = json.loads(archive.read("keys.json")).values()
    (tmp_path / "own.pem").write_text(pem)
    assert stranger(made.path, "--key", str(tmp_path / "own.pem"))[0] == 0
    (tmp_path / "other.pem").write_text(EcdsaSigner(new_private_key_pem()).public_key_pem)
    assert stranger(made.path, "--key", str(tmp_path / "other.pem"))[0] == 1


@pytest.mark.parametrize("label", ["202701", "209901", "20261122"])
def test_only_a_closed_month_or_year_is_archived(archives: ArchiveService, label: str) -> None:
    with pytest.raises(PeriodNotClosed):
        archives.make(Period.MONTH, label)


def test_a_period_is_archived_once(archives: ArchiveService) -> None:
    archives.make(Period.MONTH, "202611")
    with pytest.raises(AlreadyArchived):
        archives.make(Period.MONTH, "202611")


def test_a_folder_that_takes_nothing_leaves_nothing_behind(till: Till, tmp_path: Path) -> None:
    (tmp_path / "archives").write_text("a file stands here")
    before = till.kinds()
    with pytest.raises(FileNotWritten):
        service_of(till, tmp_path / "archives").make(Period.MONTH, "202611")
    assert till.kinds() == before


def test_a_program_that_ends_before_the_archive_stands_in_its_place_finds_it_again(archives: ArchiveService) -> None:
    made = archives.make(Period.MONTH, "202611")
    made.path.rename(made.path.with_name(made.path.name + ".part"))
    archives.make(Period.MONTH, "202612")
    assert stranger(made.path)[0] == 0


def test_an_inspector_exports_any_days_and_can_do_nothing_else(till: Till, archives: ArchiveService, tmp_path: Path) -> None:
    made = archives.export(date(2026, 11, 28), date(2027, 1, 2), tmp_path / "controle.zip", person=INSPECTOR)
    assert stranger(made.path)[0] == 0
    assert [line["number"] for line in lines(made.path, "tickets.jsonl")] == ["L01-K2-000002", "L01-K2-000003", "L01-K2-000004", "L01-K2-000005"]
    assert till.kinds()[-1] == "fiscal.records_exported"
    with till.database.read() as connection:
        last = connection.exec_driver_sql("SELECT payload FROM fiscal_stamp WHERE chain = 'JET' ORDER BY seq DESC LIMIT 1").scalar_one()
    assert last.split(",")[1:3] == ["280", "20261128-20270102"]
    forbidden: list[Callable[[], object]] = [
        lambda: till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=INSPECTOR),
        lambda: till.closing.close_day(person=INSPECTOR),
        lambda: till.drawer.open_session(Money(0), person=INSPECTOR),
        lambda: archives.make(Period.MONTH, "202611", person=INSPECTOR),
        lambda: archives.export(date(2026, 11, 28), date(2026, 11, 28), tmp_path / "x.zip", person=CAMILLE),
    ]
    for attempt in forbidden:
        with pytest.raises(RightMissing):
            attempt()


def test_a_file_that_is_no_archive_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "letter.zip").write_text("Bonjour")
    with pytest.raises(ValueError, match="not a zip file"):
        verify_archive.verify(tmp_path / "letter.zip")


def test_what_was_practised_stands_beside_the_records_that_count(till: Till, tmp_path: Path, clock: ManualClock) -> None:
    (tmp_path / "training").mkdir()
    practice = open_database(tmp_path / "training", key=DATABASE_KEY)
    with practice.write() as connection:
        set_till_identity(connection, TillIdentity("L01", "X2", 1))
    ledger = Ledger(practice, clock=clock, key=TillKey(bytes(32)), marker=HeadMarker(tmp_path / "training"))
    furnish(practice)
    clock.set_wall(datetime(2026, 12, 10, 10, tzinfo=UTC))
    trainee = open_till(practice, ledger, clock, CountedIds())
    trainee.drawer.open_session(Money(15000), person=CAMILLE)
    trainee.sale.pay(trainee.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    clock.set_wall(datetime(2027, 1, 2, 11, tzinfo=UTC))
    archives = service_of(till, tmp_path / "archives", training=practice)
    november, december = archives.make(Period.MONTH, "202611"), archives.make(Period.MONTH, "202612")
    for made in (november, december):
        assert stranger(made.path)[0] == 0
    assert lines(november.path, "training/tickets.jsonl") == []
    assert [line["number"] for line in lines(december.path, "training/tickets.jsonl")] == ["L01-X2-000001"]
    assert [line["total_cents"] for line in lines(december.path, "tickets.jsonl")] == [2990]
    practice.close()


def test_an_archive_made_by_an_earlier_version_is_still_sound() -> None:
    """The upgrade drill: this file never changes; a new format adds another beside it."""
    manifest, faults, counts = verify_archive.verify(ROOT / "tests/data/archives/L01-K2-202611.format-1.zip")
    assert (faults, manifest["fiscal_version"], manifest["totals"]["total_cents"]) == ([], "1.0", 50880)
    assert (counts["tickets.jsonl"], counts["grand_totals.jsonl"]) == (3, 3)
