"""Registers and exports: who sees what, which days, which file, and what stands in the folder afterwards."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.accounting.office import RecordsOffice, Wanted, What, removable_drives
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.progress import nobody_watches
from kiosk.fiscal.module import Period
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person, Role
from kiosk.staff.rights import RightMissing
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.records import RecordsViewModel
from kiosk.ui.viewmodels.records_props import ClosingRow, FileRow, KindRow
from tests.integration.sale_shop import CAMILLE, SOPHIE, Till, furnish, open_till
from tests.integration.test_archive import INSPECTOR, sell_on
from tests.ui.conftest import HandJobs
from tests.ui.till import DemoTill, records_of

BOTH = Person("p-both", "Alix", "Alix Roy", "AR", (Role.INSPECTOR, Role.CASHIER), "fr", "-", "-")


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    """Sales on 28 November and 5 December 2026; the month ended between them."""
    furnish(database)
    opened = open_till(database, ledger, clock, ids)
    sell_on(opened, datetime(2026, 11, 28, 10, tzinfo=UTC), datetime(2026, 12, 5, 10, tzinfo=UTC))
    return opened


@pytest.fixture
def office(till: Till, tmp_path: Path) -> RecordsOffice:
    return records_of(till, tmp_path / "exports").office


@pytest.fixture
def page(till: Till, tmp_path: Path, jobs: HandJobs) -> RecordsViewModel:
    page = RecordsViewModel(records_of(till, tmp_path / "exports"), reader=jobs, exports=jobs, formats=Formats())
    page.open(SOPHIE)
    jobs.step()
    return page


@pytest.fixture
def demo(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> DemoTill:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    return DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)


def kinds(page: RecordsViewModel) -> tuple[KindRow, ...]:
    return page.kinds.rows  # type: ignore[no-any-return]  # a Qt property has no type


def test_the_closings_stand_newest_first_with_totals_and_the_month_they_ended(page: RecordsViewModel) -> None:
    rows: tuple[ClosingRow, ...] = page.closings.rows
    assert [(row.period, row.day, row.total, row.perpetual) for row in rows[:2]] == [
        ("day", "04/12/2026", "0,00\u202f€", "29,90\u202f€"),
        ("day", "03/12/2026", "0,00\u202f€", "29,90\u202f€"),
    ]
    months = [row for row in rows if row.period == "month"]
    assert [(row.day, row.total, row.absolute, row.tickets, row.archived) for row in months] == [("novembre 2026", "29,90\u202f€", "29,90\u202f€", "1", False)]
    assert page.closingCount == len(rows)


def test_the_page_begins_with_the_last_closed_month(page: RecordsViewModel) -> None:
    assert (page.periodText, page.kind, page.canLater, page.canMake) == ("novembre 2026", "archive", True, True)


def test_months_and_years_go_back_freely_and_never_beyond_today(page: RecordsViewModel) -> None:
    page.later()
    assert (page.periodText, page.canLater) == ("décembre 2026", False)
    page.later()
    assert page.periodText == "décembre 2026"
    page.choosePeriod(1)
    page.earlier()
    assert (page.periodText, page.canLater) == ("2025", True)
    page.later()
    assert (page.periodText, page.canLater) == ("2026", False)


def test_days_begin_with_the_chosen_month_and_say_what_is_wrong_with_them(page: RecordsViewModel) -> None:
    page.choosePeriod(2)
    page.choose("fec")
    assert (page.firstText, page.lastText, page.canMake) == ("01/11/2026", "30/11/2026", True)
    page.typeLast("31.10.2026")
    assert (page.firstWrong, page.lastWrong, page.canMake) == (False, True, False)
    page.typeFirst("31/02/2026")
    assert (page.firstWrong, page.canMake) == (True, False)


def test_an_archive_is_of_a_month_or_a_year_never_of_some_days(page: RecordsViewModel) -> None:
    page.choosePeriod(2)
    assert kinds(page)[0] == KindRow("archive", chosen=True, fits=False)
    assert not page.canMake


def test_the_archive_of_the_month_is_made_once_and_the_list_says_so(page: RecordsViewModel, jobs: HandJobs, tmp_path: Path) -> None:
    page.make()
    assert page.busy
    jobs.step()
    (file,) = tmp_path.glob("archives/*.fiscal.zip")
    rows: tuple[FileRow, ...] = page.files.rows
    assert (page.busy, page.made, page.madeFolder, [row.name for row in rows]) == (False, True, str(file.parent), [file.name])
    assert [row.archived for row in page.closings.rows if row.period == "month"] == [True]
    page.closeResult()
    assert (page.action, page.canMake, page.canVerify) == ("verify", False, True)
    page.later()
    assert (page.action, page.canMake, page.canVerify) == ("make", True, False)


def test_accounting_entries_come_with_their_folder_count_and_hash(page: RecordsViewModel, till: Till, jobs: HandJobs, tmp_path: Path) -> None:
    page.choose("fec")
    page.make()
    jobs.step()
    (file,) = (tmp_path / "exports" / "fec-20261101-20261130").iterdir()
    (row,) = page.files.rows
    assert (page.madeFolder, row.name) == (str(file.parent), file.name)
    assert row.sha256.replace(" ", "") == hashlib.sha256(file.read_bytes()).hexdigest()
    assert page.rowCount == len(file.read_text("iso8859-15").splitlines()) - 1
    assert till.kinds()[-1] == "accounting.exported"


@pytest.mark.parametrize("kind", ["inspection", "ereporting", "margin"])
def test_every_other_file_is_made_from_the_same_button(kind: str, page: RecordsViewModel, jobs: HandJobs, tmp_path: Path) -> None:
    page.choose(kind)
    page.make()
    jobs.step()
    assert page.made
    assert {row.name for row in page.files.rows} == {path.name for path in (tmp_path / "exports").iterdir()}


def test_an_inspector_may_take_the_export_for_the_tax_office_and_nothing_else(office: RecordsOffice, till: Till, tmp_path: Path) -> None:
    assert office.kinds(INSPECTOR) == (What.INSPECTION,)
    assert office.kinds(CAMILLE) == ()
    assert office.kinds(SOPHIE) == tuple(What)
    november = Wanted(date(2026, 11, 1), date(2026, 11, 30), Period.MONTH, "202611")
    exports = tmp_path / "exports"
    handed = office.make(What.INSPECTION, november, exports, person=INSPECTOR, progress=nobody_watches)
    again = office.make(What.INSPECTION, november, exports, person=INSPECTOR, progress=nobody_watches)
    assert [file.path.name for file in handed.files + again.files] == ["controle-20261101-20261130.fiscal.zip", "controle-20261101-20261130-2.fiscal.zip"]
    assert till.kinds()[-1] == "fiscal.records_exported"
    for what in (What.ARCHIVE, What.FEC, What.EREPORTING, What.MARGIN):
        with pytest.raises(RightMissing):
            office.make(what, november, exports, person=INSPECTOR, progress=nobody_watches)
    with pytest.raises(RightMissing):
        office.look(person=CAMILLE)


def test_months_that_ended_are_archived_by_the_till_itself_and_only_once(office: RecordsOffice, tmp_path: Path) -> None:
    assert (office.archive_waiting(), office.archive_waiting()) == (1, 0)
    assert len(list((tmp_path / "archives").glob("*.fiscal.zip"))) == 1


def test_an_archive_that_cannot_be_written_waits_for_the_next_start(office: RecordsOffice, tmp_path: Path) -> None:
    (tmp_path / "archives").write_text("a file stands where the folder should be")
    assert office.archive_waiting() == 0
    (tmp_path / "archives").unlink()
    assert office.archive_waiting() == 1


def test_drives_are_found_under_media_with_or_without_a_folder_of_their_user(tmp_path: Path) -> None:
    mounted = {tmp_path / "CLE", tmp_path / "caisse" / "DISQUE"}
    for path in (*mounted, tmp_path / "caisse" / "rien"):
        path.mkdir(parents=True)
    assert removable_drives((tmp_path, tmp_path / "nowhere"), mounted.__contains__) == (tmp_path / "CLE", tmp_path / "caisse" / "DISQUE")


def test_the_journal_is_written_on_the_ledger_worker_only(till: Till, tmp_path: Path) -> None:
    asked: list[int] = []

    def write(work: Callable[[], None]) -> None:
        before = len(till.kinds())
        work()
        asked.append(len(till.kinds()) - before)

    before = len(till.kinds())
    services = records_of(till, tmp_path / "exports", write=write)
    for what in What:
        period = Wanted(date(2026, 11, 1), date(2026, 11, 30), Period.MONTH, "202611")
        services.office.make(what, period, tmp_path / "exports", person=SOPHIE, progress=nobody_watches)
    assert (asked, len(till.kinds()) - before) == ([1] * len(What), len(What))


def test_an_inspector_who_signs_in_is_on_the_records_and_stays_there(demo: DemoTill) -> None:
    demo.welcome(INSPECTOR)
    store = demo.store
    assert (store.allowed, store.recordsOnly, store.step) == (True, True, 3)
    store.show(0)
    store.closeDay()
    assert store.step == 3
    demo.welcome(SOPHIE)
    assert (store.recordsOnly, store.step) == (False, 0)
    demo.welcome(BOTH)
    assert store.recordsOnly is False
