"""The strip: silent when well, what and since when when not; derived from facts alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.results import Ok
from kiosk.hardware.ports import DeviceHealth, DeviceState
from kiosk.machines import Machines
from kiosk.staff.service import StaffService
from kiosk.sync.status import SyncKind
from kiosk.ui.conductor import Conductor, JournalChecked, Strip
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.status import StatusFacts, StatusRow, StatusViewModel, derive, ranked
from tests.ui.conftest import PEOPLE, HandJobs, Show
from tests.ui.looking import items, settle
from tests.ui.shell import ALL_BROKEN, ALL_WELL, Shell

NOW = datetime(2026, 11, 22, 10, 0, 0, tzinfo=UTC)
EARLIER = "2026-11-22T09:52:00.000Z"


def row_of(key: str, facts: StatusFacts) -> StatusRow:
    return next(row for row in derive(facts, now=NOW, formats=Formats(), chosen="") if row.key == key)


def test_all_well_is_silent() -> None:
    assert [row.tone for row in derive(ALL_WELL, now=NOW, formats=Formats(), chosen="")] == [""] * 6


@pytest.mark.parametrize(
    ("key", "state", "tone"),
    [
        ("printer", DeviceState.READY, ""),
        ("printer", DeviceState.PAPER_LOW, "wait"),
        ("printer", DeviceState.PAPER_OUT, "bad"),
        ("printer", DeviceState.COVER_OPEN, "bad"),
        ("printer", DeviceState.OFFLINE, "bad"),
        ("printer", DeviceState.UNKNOWN, ""),
        ("labels", DeviceState.PAPER_OUT, "wait"),
        ("scanner", DeviceState.OFFLINE, "wait"),
    ],
)
def test_a_device_fault_has_its_tone_and_its_time(key: str, state: DeviceState, tone: str) -> None:
    health = DeviceHealth(state, EARLIER)
    found = row_of(key, StatusFacts(printer=health, label_printer=health, scanner=health))
    assert (found.condition, found.tone, found.since, found.minutes) == (state.value, tone, "10:52", 8)


@pytest.mark.parametrize(
    ("kind", "since_utc", "condition", "tone"),
    [
        (SyncKind.UP_TO_DATE, "", "up_to_date", ""),
        (SyncKind.PENDING, "2026-11-22T09:59:30.000Z", "up_to_date", ""),
        (SyncKind.PENDING, "2026-11-22T09:57:00.000Z", "pending", "wait"),
        (SyncKind.OFFLINE, EARLIER, "offline", "wait"),
        (SyncKind.CENTRAL_OLDER, "", "central_older", "wait"),
        (SyncKind.REFUSED, EARLIER, "refused", "bad"),
        (SyncKind.QUARANTINED, "", "quarantined", "bad"),
    ],
)
def test_sync_speaks_only_when_it_is_news(kind: SyncKind, since_utc: str, condition: str, tone: str) -> None:
    found = row_of("sync", StatusFacts(kind, pending_count=12, sync_since_utc=since_utc))
    assert (found.condition, found.tone) == (condition, tone)


def test_what_is_not_there_is_neither_well_nor_wrong() -> None:
    rows = derive(StatusFacts(), now=NOW, formats=Formats(), chosen="")
    assert {row.key: (row.condition, row.tone, row.idle) for row in rows} == {
        "printer": ("none", "", True),
        "labels": ("none", "", True),
        "scanner": ("none", "", True),
        "drawer": ("closed", "", True),
        "sync": ("up_to_date", "", False),
        "journal": ("unverified", "", True),
    }


def test_the_worst_fault_comes_first() -> None:
    rows = ranked([row for row in derive(ALL_BROKEN, now=NOW, formats=Formats(), chosen="") if row.key in {"scanner", "printer", "drawer"}])
    assert {row.key: row.rank for row in rows} == {"printer": 1, "scanner": 2, "drawer": 0}


def test_the_page_is_told_only_of_what_changed() -> None:
    status = StatusViewModel([].append, formats=Formats())
    told: list[str] = []
    status.show(ALL_WELL, now=NOW)
    status.choose("printer")
    status.chosenChanged.connect(lambda: told.append(str(status.property("chosenCondition"))))
    status.show(ALL_WELL, now=NOW)
    assert told == []
    status.show(replace(ALL_WELL, printer=DeviceHealth(DeviceState.PAPER_OUT, EARLIER)), now=NOW)
    assert told == ["paper_out"]
    status.show(replace(ALL_WELL, printer=DeviceHealth(DeviceState.PAPER_OUT, EARLIER), waiting_papers=("K2-000001",)), now=NOW)
    assert (told[-1], status.property("waiting")) == ("paper_out", ["K2-000001"])


def test_a_broken_journal_is_bad_and_names_its_first_broken_entry(staff: StaffService, jobs: HandJobs, clock: ManualClock) -> None:
    shell = Shell(staff, jobs, clock)
    conductor = Conductor(shell.app, {}, staff=staff, jobs=jobs, machines=Machines({}, {}, None, None), strip=Strip(shell.status, clock, lambda: ""))
    shell.app.openFault("journal")
    conductor.show_status()
    assert (shell.status.property("chosenCondition"), shell.status.property("chosenTone")) == ("unverified", "")
    conductor.journal_checked(Ok(JournalChecked("2026-11-22T08:01:00.000Z")))
    conductor.show_status()
    assert (shell.status.property("chosenCondition"), shell.status.property("chosenSince")) == ("verified", "09:01")
    conductor.journal_checked(Ok(JournalChecked("2026-11-22T08:01:00.000Z", "1-42")))
    conductor.show_status()
    assert (shell.status.property("chosenCondition"), shell.status.property("chosenTone"), shell.status.property("machine")) == ("broken", "bad", "1-42")
    assert shell.app.property("noticeTitle") == "L’écriture 1-42 du journal n’est plus intacte."


def test_papers_without_a_number_wait_under_the_name_of_what_they_are(staff: StaffService, jobs: HandJobs, clock: ManualClock, show: Show) -> None:
    shell = Shell(staff, jobs, clock)
    shell.app.welcome(PEOPLE[3])
    shell.app.openFault("printer")
    window = show(shell.app, size=(1366, 768))
    shell.know(replace(ALL_WELL, printer=DeviceHealth(DeviceState.PAPER_OUT, EARLIER), waiting_papers=("slip", "L01-K2-000007", "test", "duplicate")))
    settle()
    said = {str(item.property("text")) for item in items(window.window.contentItem()) if item.inherits("QQuickText")}
    assert {"Bordereau de caisse", "L01-K2-000007", "Essai d’impression", "Copie de ticket"} <= said
    assert not {"slip", "test", "duplicate"} & said
