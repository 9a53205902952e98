"""A till whose data went back, seen from its door: what is wrong, and how a manager begins a new series without central."""

from __future__ import annotations

from dataclasses import replace

from kiosk.basics.clock import ManualClock
from kiosk.errors import KioskError
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import MarkerState
from kiosk.staff.approval_reasons import load_reasons
from kiosk.staff.approvals import Approval
from kiosk.staff.people import Person
from kiosk.staff.rights import Right
from kiosk.staff.service import StaffService
from kiosk.sync.status import SyncKind
from kiosk.ui.formats import Formats
from kiosk.ui.series import SeriesDesk
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from tests.integration.sale_shop import RESOURCES
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import faults, settle
from tests.ui.shell import ALL_WELL, Shell

SIZES = [(1920, 1080), (1366, 768), (1024, 768)]


class Door:
    """Nobody is signed in, the journal takes nothing, and the page of central's state is up."""

    def __init__(self, staff: StaffService, jobs: HandJobs, clock: ManualClock) -> None:
        self.opened: list[Approval] = []
        self.errors: list[Exception] = []
        self.refusal: KioskError | None = None
        self.sheet = ApprovalViewModel(staff, jobs, load_reasons(RESOURCES), formats=Formats())
        self.shell = Shell(staff, jobs, clock, approval=self.sheet)
        desk = SeriesDesk(self.sheet, jobs, till_name="Caisse 2", open_series=self._open, on_error=self.errors.append)
        self.shell.series_asked = desk.ask
        self.shell.know(replace(ALL_WELL, sync=SyncKind.QUARANTINED))
        self.shell.app.openFault("sync")

    def _open(self, approval: Approval) -> int:
        if self.refusal is not None:
            raise self.refusal
        self.opened.append(approval)
        return 2_481_532


def test_a_manager_s_code_and_reason_open_the_series(staff: StaffService, jobs: HandJobs, clock: ManualClock, ledger: Ledger) -> None:
    door = Door(staff, jobs, clock)
    ledger.quarantined = MarkerState.JOURNAL_WENT_BACK
    assert door.shell.status.offersSeries
    door.shell.status.beginSeries()
    assert (door.sheet.open, door.sheet.action, door.sheet.askedBy) == (True, "new_series", "Caisse 2")
    assert [row.name for row in door.sheet.approvers.rows] == ["Sophie"]
    door.sheet.chooseReason("central_unreachable")
    for figure in "444444":
        door.sheet.type(figure)
    jobs.step()
    jobs.step()
    (approval,) = door.opened
    assert (approval.right, approval.approver_name, approval.why.reason, door.errors) == (Right.OPEN_SERIES, "Sophie", "central_unreachable", [])


def test_the_way_out_is_offered_only_where_there_is_something_to_get_out_of(staff: StaffService, jobs: HandJobs, clock: ManualClock) -> None:
    door = Door(staff, jobs, clock)
    for kind in (SyncKind.OFFLINE, SyncKind.REFUSED, SyncKind.UP_TO_DATE):
        door.shell.know(replace(ALL_WELL, sync=kind))
        assert not door.shell.status.offersSeries
        door.shell.status.beginSeries()
        assert not door.sheet.open


def test_the_way_out_is_readable_and_touchable_at_the_door_and_at_work(
    staff: StaffService, jobs: HandJobs, clock: ManualClock, people: tuple[Person, ...], show: Show, look_at: LookAt
) -> None:
    door = Door(staff, jobs, clock)
    window = show(door.shell.app, size=SIZES[0])

    def look(page: str) -> list[str]:
        found = []
        for width, height in SIZES:
            window.window.setWidth(width)
            window.window.setHeight(height)
            settle()
            found += [f"{page} {width}: {fault}" for fault in faults(window)]
            look_at(window, f"series-{page}-{width}-fr-light")
        return found

    door.shell.status.beginSeries()
    door.sheet.chooseReason("central_unreachable")
    assert look("sheet") == []
    door.sheet.close()
    door.shell.app.welcome(people[3])
    door.shell.app.openFault("sync")
    assert look("page") == []
