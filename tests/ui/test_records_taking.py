"""Files on their way out of the till: how far they are, stopped half-way, and drives that are full, write-protected, pulled out or plugged in meanwhile.

The drives are real folders; what they refuse, the system refuses.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.accounting.office import ExportGivenUp, HandedOver, PeriodNotArchived, RecordsOffice, Wanted, What
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.progress import Doing, Step, nobody_watches
from kiosk.fiscal.archive.service import ArchiveMissing
from kiosk.fiscal.archive.verify_archive import verify
from kiosk.fiscal.module import Period
from kiosk.journal.ledger import Ledger
from kiosk.staff.rights import RightMissing
from kiosk.storage.engine import Database
from kiosk.storage.files import FileNotWritten, FolderFull, FolderGone, FolderReadOnly
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.records import RecordsViewModel
from tests.integration.sale_shop import CAMILLE, SOPHIE, Till, furnish, open_till
from tests.integration.test_archive import INSPECTOR, sell_on
from tests.ui.conftest import HandJobs
from tests.ui.till import records_of

NOVEMBER = Wanted(date(2026, 11, 1), date(2026, 11, 30), Period.MONTH, "202611")
TAKES_NOTHING = Path("/sys")
"""A folder of the system in which nobody can make a file, whoever runs the tests."""
STAGES = {
    What.ARCHIVE: [Doing.GATHERING, Doing.COPYING],
    What.INSPECTION: [Doing.GATHERING],
    What.FEC: [Doing.READING, Doing.CHECKING, Doing.RECKONING, Doing.SETTING, Doing.WRITING],
    What.EREPORTING: [Doing.READING, Doing.CHECKING, Doing.WRITING],
    What.MARGIN: [Doing.READING, Doing.CHECKING, Doing.WRITING],
}


@dataclass
class Ports:
    """The till's USB ports: what is plugged in now."""

    plugged: list[Path] = field(default_factory=list)

    def __call__(self) -> tuple[Path, ...]:
        return tuple(self.plugged)


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    path = tmp_path / "media" / "CLE USB"
    path.mkdir(parents=True)
    return path


@pytest.fixture
def ports(drive: Path) -> Ports:
    return Ports([drive])


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    opened = open_till(database, ledger, clock, ids)
    sell_on(opened, datetime(2026, 11, 28, 10, tzinfo=UTC), datetime(2026, 12, 5, 10, tzinfo=UTC))
    return opened


@pytest.fixture
def office(till: Till, tmp_path: Path, ports: Ports) -> RecordsOffice:
    return records_of(till, tmp_path / "exports", drives=ports).office


@pytest.fixture
def page(till: Till, tmp_path: Path, ports: Ports, jobs: HandJobs) -> RecordsViewModel:
    page = RecordsViewModel(records_of(till, tmp_path / "exports", drives=ports), reader=jobs, exports=jobs, formats=Formats())
    page.open(SOPHIE)
    jobs.step()
    return page


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def made(office: RecordsOffice, what: What, folder: Path, progress: Callable[[Step], None] = nobody_watches) -> HandedOver:
    return office.make(what, NOVEMBER, folder, person=SOPHIE, progress=progress)


# ── how far, and stopped ───────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("what", list(What))
def test_every_file_says_what_is_being_done_and_never_goes_backwards(what: What, office: RecordsOffice, drive: Path) -> None:
    steps: list[Step] = []
    made(office, what, drive, steps.append)
    assert list(dict.fromkeys(step.doing for step in steps)) == STAGES[what]
    parts = [step.thousandths for step in steps]
    assert parts == sorted(parts) and parts[-1] == 1000


@pytest.mark.parametrize("what", [what for what in What if what is not What.ARCHIVE])
def test_a_file_that_is_stopped_at_any_step_leaves_no_half_of_it_and_no_trace(what: What, office: RecordsOffice, till: Till, drive: Path) -> None:
    steps: list[Step] = []
    before = till.kinds()
    while True:
        stop_at, seen = len(steps) + 1, list[Step]()

        def watch(step: Step, seen: list[Step] = seen, stop_at: int = stop_at) -> None:
            seen.append(step)
            if len(seen) == stop_at:
                office.cancel()

        steps.append(Step(Doing.READING, 0, 1, 0, 0))
        try:
            made(office, what, drive, watch)
        except ExportGivenUp:
            assert (files_in(drive), till.kinds()) == ([], before)
        else:
            break
    assert len(seen) == stop_at, "only after the last step is it too late to stop"


def test_an_archive_that_is_stopped_while_it_is_made_is_not_made_and_while_it_is_copied_is_not_copied(
    office: RecordsOffice, till: Till, drive: Path, tmp_path: Path
) -> None:
    def stop_at(doing: Doing) -> Callable[[Step], None]:
        return lambda step: office.cancel() if step.doing is doing and step.done == 0 else None

    with pytest.raises(ExportGivenUp):
        made(office, What.ARCHIVE, drive, stop_at(Doing.GATHERING))
    assert (files_in(drive), files_in(tmp_path / "archives"), "fiscal.month_archived" in till.kinds()) == ([], [], False)
    made(office, What.ARCHIVE, tmp_path / "exports")
    before = till.kinds()

    def stop(_step: Step) -> None:
        office.cancel()
        raise ExportGivenUp

    with pytest.raises(ExportGivenUp):
        made(office, What.ARCHIVE, drive, stop)
    assert (files_in(drive), till.kinds()) == ([], before)


def test_the_page_shows_the_stages_and_the_stop_as_a_sentence(page: RecordsViewModel, office: RecordsOffice, jobs: HandJobs) -> None:
    page.choose("fec")
    page.make()
    page._step(Step(Doing.SETTING, 3, 5, 500, 1000))
    assert (page.busy, page.doing, page.part, page.steps) == (True, "setting", 700, "500 / 1\u202f000")
    jobs.step()
    assert page.made


# ── a drive that does not take it ──────────────────────────────────────────────────────────────────────────────────
REFUSALS: dict[str, type[FileNotWritten]] = {"full": FolderFull, "gone": FolderGone, "read-only": FolderReadOnly}


def plug(kind: str, ports: Ports, drive: Path, name: str) -> Path:
    """A drive that is what ``kind`` says, when the file called ``name`` comes."""
    match kind:
        case "full":
            (drive / f"{name}.part").symlink_to("/dev/full")
            return drive
        case "gone":
            ports.plugged.clear()
            return drive
        case _:
            ports.plugged.append(TAKES_NOTHING)
            return TAKES_NOTHING


@pytest.mark.parametrize("kind", list(REFUSALS))
@pytest.mark.parametrize(
    ("what", "name"),
    [
        (What.ARCHIVE, "L01-K2-202611.fiscal.zip"),
        (What.INSPECTION, "controle-20261101-20261130.fiscal.zip"),
        (What.EREPORTING, "981543275-flux-10.3-20261101-20261130.csv"),
        (What.MARGIN, "981543275-margin-20261101-20261130.csv"),
    ],
)
def test_a_drive_that_is_full_gone_or_write_protected_is_said_in_words_and_holds_no_half_file(
    kind: str, what: What, name: str, office: RecordsOffice, ports: Ports, drive: Path, till: Till
) -> None:
    target = plug(kind, ports, drive, name)
    before = till.kinds()
    with pytest.raises(REFUSALS[kind]) as refusal:
        made(office, what, target)
    assert str(target) in text_of(refusal.value, "fr").what
    assert files_in(drive) == []
    told = [told for told in till.kinds()[len(before) :] if told not in {"fiscal.month_archived"}]
    assert told == [], "what was not handed over left no trace of being handed over"


@pytest.mark.parametrize("what", list(What))
def test_a_drive_that_is_pulled_out_while_the_file_is_made_stops_it_at_once(what: What, office: RecordsOffice, ports: Ports, drive: Path, till: Till) -> None:
    steps: list[Step] = []

    def pull(step: Step) -> None:
        steps.append(step)
        if step.doing is not Doing.GATHERING or what is What.INSPECTION:
            ports.plugged.clear()

    before = len(till.kinds())
    with pytest.raises(FolderGone):
        made(office, what, drive, pull)
    assert files_in(drive) == []
    assert set(till.kinds()[before:]) <= {"fiscal.month_archived"}


def test_a_drive_whose_folder_vanishes_in_the_middle_of_the_copy_leaves_nothing(office: RecordsOffice, drive: Path, till: Till) -> None:
    before = till.kinds()

    def pull(step: Step) -> None:
        if step.doing is Doing.WRITING and drive.exists():
            shutil.rmtree(drive)

    with pytest.raises(FolderGone):
        made(office, What.EREPORTING, drive, pull)
    assert not drive.exists()
    assert till.kinds()[: len(before)] == before


def test_an_inspectors_export_on_a_drive_pulled_out_at_any_moment_is_made_whole_when_the_drive_is_back(
    office: RecordsOffice, ports: Ports, drive: Path, till: Till, tmp_path: Path
) -> None:
    """What the drive took until then lies on it, as on a real one; nobody can take it for the export, and it goes when the export is made."""
    pocket, before, seen = tmp_path / "pocket", till.kinds(), list[Step]()
    office.make(What.INSPECTION, NOVEMBER, tmp_path / "exports", person=INSPECTOR, progress=seen.append)
    for moment in range(len(seen)):
        steps: list[Step] = []

        def pull(step: Step, steps: list[Step] = steps, moment: int = moment) -> None:
            steps.append(step)
            if len(steps) == moment + 1:
                ports.plugged.clear()
                drive.rename(pocket)

        known = till.kinds()
        with pytest.raises(FolderGone) as refusal:
            office.make(What.INSPECTION, NOVEMBER, drive, person=INSPECTOR, progress=pull)
        assert text_of(refusal.value, "fr").todo == "Rebranchez la clé, puis recommencez."
        assert (drive.exists(), [name for name in files_in(pocket) if not name.endswith(".part")], till.kinds()) == (False, [], known)
        pocket.rename(drive)
        ports.plugged.append(drive)
    december = Wanted(date(2026, 12, 1), date(2026, 12, 5))
    for wanted in (NOVEMBER, december):
        (file,) = office.make(What.INSPECTION, wanted, drive, person=INSPECTOR, progress=nobody_watches).files
        assert verify(file.path)[1] == []
    assert files_in(drive) == ["controle-20261101-20261130.fiscal.zip", "controle-20261201-20261205.fiscal.zip"]
    assert till.kinds()[len(before) :] == ["fiscal.records_exported"] * 3


@pytest.mark.parametrize("what", list(What))
def test_a_drive_that_goes_after_its_last_byte_leaves_no_word_of_a_file_that_nobody_has(
    what: What, office: RecordsOffice, drive: Path, till: Till, tmp_path: Path
) -> None:
    """The system has not noticed yet: to it the drive is still there."""
    made(office, What.ARCHIVE, tmp_path / "exports")
    before = till.kinds()

    def pull(step: Step) -> None:
        if step.thousandths == 1000:
            drive.rename(tmp_path / "pocket")

    with pytest.raises(FolderGone):
        made(office, what, drive, pull)
    assert (till.kinds(), drive.exists()) == (before, False)


def test_what_a_pulled_drive_still_holds_of_any_file_of_ours_goes_with_the_next_one(office: RecordsOffice, drive: Path) -> None:
    (drive / "fec-20261001-20261031").mkdir()
    for name in (
        "controle-20261001-20261031.fiscal.zip", "L01-K2-202610.fiscal.zip", "fec-20261001-20261031/981543275FEC20261231.txt",
        "981543275-flux-10.3-20261001-20261031.csv", "981543275-margin-20261001-20261031-months.csv", "film", "Facture-L01-K2-F000001.pdf",
    ):  # fmt: skip
        (drive / f"{name}.part").write_bytes(b"half")
    made(office, What.INSPECTION, drive)
    assert files_in(drive) == ["Facture-L01-K2-F000001.pdf.part", "controle-20261101-20261130.fiscal.zip", "fec-20261001-20261031", "film.part"]


def test_nothing_is_written_on_the_till_under_the_name_of_a_drive_that_is_gone(office: RecordsOffice, ports: Ports, drive: Path) -> None:
    shutil.rmtree(drive)
    ports.plugged.clear()
    for what in What:
        with pytest.raises(FolderGone):
            made(office, what, drive)
    assert not drive.exists()


def test_the_entries_of_two_months_lie_beside_each_other_on_the_drive(office: RecordsOffice, drive: Path) -> None:
    december = Wanted(date(2026, 12, 1), date(2026, 12, 31), Period.MONTH, "202612")
    for wanted in (NOVEMBER, december):
        office.make(What.FEC, wanted, drive, person=SOPHIE, progress=nobody_watches)
    name = "981543275FEC20261231.txt"
    assert [path.relative_to(drive).as_posix() for path in sorted(drive.rglob("*.txt"))] == [
        f"fec-20261101-20261130/{name}", f"fec-20261201-20261231/{name}",
    ]  # fmt: skip


# ── an archive that was made before ────────────────────────────────────────────────────────────────────────────────
def test_an_archive_that_the_till_made_by_itself_is_copied_to_a_drive_and_the_copy_is_noted(
    page: RecordsViewModel, till: Till, jobs: HandJobs, drive: Path, tmp_path: Path
) -> None:
    page.archive_waiting()
    jobs.step()
    assert (page.action, page.canMake, page.canVerify) == ("verify", False, True)
    page.chooseFolder(str(drive))
    assert (page.action, page.canMake, page.canVerify) == ("copy", True, True)
    page.make()
    jobs.step()
    (kept,) = (tmp_path / "archives").iterdir()
    assert (page.made, page.madeFolder) == (True, str(drive))
    assert (drive / kept.name).read_bytes() == kept.read_bytes()
    assert till.kinds()[-1] == "fiscal.archive_copied"
    with till.database.read() as connection:
        payload = connection.exec_driver_sql("SELECT payload FROM fiscal_stamp WHERE chain = 'JET' ORDER BY seq DESC LIMIT 1").scalar_one()
    assert payload.split(",")[1:3] == ["110", "Copie_202611"]


def test_an_archive_whose_file_was_taken_away_or_replaced_is_said_and_not_copied(office: RecordsOffice, drive: Path, tmp_path: Path) -> None:
    made(office, What.ARCHIVE, tmp_path / "exports")
    (kept,) = (tmp_path / "archives").iterdir()
    content = kept.read_bytes()
    for trouble in (kept.unlink, lambda: kept.write_bytes(b"something else"), lambda: kept.write_bytes(content + b" ")):
        trouble()
        with pytest.raises(ArchiveMissing):
            made(office, What.ARCHIVE, drive)
    assert files_in(drive) == []
    kept.write_bytes(content)
    assert made(office, What.ARCHIVE, drive).files[0].path == drive / kept.name


# ── verifying ──────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_manager_verifies_an_archive_on_the_page(page: RecordsViewModel, jobs: HandJobs, tmp_path: Path) -> None:
    page.make()
    jobs.step()
    page.closeResult()
    page.verify()
    assert page.busy
    jobs.step()
    assert (page.busy, page.checked, page.sound, page.made, page.faults) == (False, True, True, False, "")
    assert int(page.records) > 0
    page.closeResult()
    assert page.checked is False


def test_an_archive_whose_bytes_rotted_is_shown_with_the_record_that_is_not_as_it_was(page: RecordsViewModel, jobs: HandJobs, tmp_path: Path) -> None:
    page.make()
    jobs.step()
    page.closeResult()
    (kept,) = (tmp_path / "archives").iterdir()
    with zipfile.ZipFile(kept) as archive:
        info = archive.getinfo("tickets.jsonl")
    content = bytearray(kept.read_bytes())
    content[info.header_offset + 30 + len(info.filename) + info.compress_size // 2] ^= 0xFF
    kept.write_bytes(content)
    page.verify()
    jobs.step()
    assert (page.checked, page.sound, page.made) == (True, False, False)
    assert page.faults.startswith("tickets.jsonl")


def test_whoever_may_not_see_the_records_verifies_nothing_and_a_month_without_archive_has_nothing_to_verify(office: RecordsOffice) -> None:
    with pytest.raises(RightMissing):
        office.verify(NOVEMBER, person=CAMILLE, progress=nobody_watches)
    with pytest.raises(PeriodNotArchived):
        office.verify(NOVEMBER, person=SOPHIE, progress=nobody_watches)


def test_a_check_that_is_stopped_ends_its_process(office: RecordsOffice, tmp_path: Path) -> None:
    made(office, What.ARCHIVE, tmp_path / "exports")

    def stop(_step: Step) -> None:
        raise ExportGivenUp

    with pytest.raises(ExportGivenUp):
        office.verify(NOVEMBER, person=SOPHIE, progress=stop)


# ── drives that come and go while somebody looks ───────────────────────────────────────────────────────────────────
def test_a_drive_that_is_plugged_in_appears_and_one_that_is_pulled_out_is_not_chosen_any_more(
    page: RecordsViewModel, ports: Ports, jobs: HandJobs, tmp_path: Path, drive: Path
) -> None:
    assert [(row.name, row.chosen) for row in page.folders.rows] == [("", True), ("CLE USB", False)]
    page.chooseFolder(str(drive))
    other = tmp_path / "media" / "DISQUE"
    ports.plugged.append(other)
    page.lookForDrives()
    jobs.step()
    assert [(row.name, row.chosen) for row in page.folders.rows] == [("", False), ("CLE USB", True), ("DISQUE", False)]
    ports.plugged.remove(drive)
    page.lookForDrives()
    jobs.step()
    assert [(row.name, row.chosen) for row in page.folders.rows] == [("", True), ("DISQUE", False)]


def test_a_refusal_shows_the_drives_that_are_there_now(page: RecordsViewModel, ports: Ports, drive: Path, jobs: HandJobs) -> None:
    page.choose("margin")
    page.chooseFolder(str(drive))
    ports.plugged.clear()
    page.make()
    jobs.step()
    assert (page.busy, page.made, page.noticeTitle) == (False, False, f"{drive} n’est plus là.")
    assert [row.name for row in page.folders.rows] == [""]
