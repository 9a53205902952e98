"""The one sheet of approvals: a reason first, then a PIN or a badge; a badge lends and does not sign in."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.journal.ledger import Ledger
from kiosk.machines import Machines
from kiosk.staff.approvals import Action, Approval, ApprovalRequest
from kiosk.staff.people import Person
from kiosk.staff.rights import Right
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.conductor import Conductor, Page, Strip
from kiosk.ui.scan_router import ScanRouter
from kiosk.ui.viewmodels.app import Frame
from tests.ui.conftest import HandJobs, Show
from tests.ui.looking import settle
from tests.ui.shell import Shell
from tests.ui.till import DemoTill


class Asking:
    """A page that asked for a right, and what it heard."""

    def __init__(self, demo: DemoTill, person: Person) -> None:
        self.lent: list[Approval] = []
        self.given_up = 0
        request = ApprovalRequest(Right.REFUND, Action.LATE_RETURN, person, "ticket-7")
        demo.approval.ask(request, detail="Ticket n° 7", on_approved=self.lent.append, on_given_up=self._gave_up)

    def _gave_up(self) -> None:
        self.given_up += 1


@pytest.fixture
def demo(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...]) -> DemoTill:
    return DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)


def test_no_pin_is_taken_before_a_reason_is_chosen(demo: DemoTill, people: tuple[Person, ...]) -> None:
    asking = Asking(demo, people[0])
    demo.approval.type("4")
    assert (demo.approval.canType, demo.approval.pinFilled, demo.approval.askedBy) == (False, 0, "Camille")
    assert [row.words for row in demo.approval.reasons.rows] == ["Produit défectueux", "Geste commercial", "Autre"]
    demo.lend("444444", reason="goodwill")
    assert ([(lent.approver_id, lent.why.reason) for lent in asking.lent], demo.approval.open) == ([(people[3].person_id, "goodwill")], False)
    assert asking.given_up == 0


def test_another_reason_wants_words(demo: DemoTill, people: tuple[Person, ...]) -> None:
    asking = Asking(demo, people[0])
    demo.lend("444444", reason="other")
    assert (asking.lent, demo.approval.wantsNote, demo.approval.fault.startswith("Il manque le motif.")) == ([], True, True)
    demo.approval.writeNote("pluie")
    demo.lend("444444", reason="other")
    assert [lent.why.note for lent in asking.lent] == ["pluie"]


def test_a_sheet_that_is_closed_lends_nothing(demo: DemoTill, people: tuple[Person, ...]) -> None:
    asking = Asking(demo, people[0])
    demo.approval.chooseReason("goodwill")
    for figure in "444444":
        demo.approval.type(figure)
    demo.approval.close()
    demo.jobs.step()
    assert (asking.lent, asking.given_up, demo.approval.open) == ([], 1, False)


def test_a_managers_badge_lends_the_right_and_leaves_the_cashier_signed_in(
    demo: DemoTill, staff: StaffService, jobs: HandJobs, clock: ManualClock, people: tuple[Person, ...], show: Show
) -> None:
    shell = Shell(staff, jobs, clock, frame=Frame(motion=False), sale=demo.sale, store=demo.store, approval=demo.approval)
    show(shell.app, size=(1366, 768))
    shell.app.welcome(people[0])
    demo.welcome(people[0])
    demo.open_drawer()
    page = Page(demo.sale.on_scan, demo.sale.welcome, demo.sale.refresh)
    conductor = Conductor(
        shell.app, {"sale": page}, staff=staff, jobs=jobs, machines=Machines({}, {}, None, None), strip=Strip(shell.status, clock, lambda: "")
    )  # fmt: skip
    router = ScanRouter()
    conductor.listen_to(router)
    asking = Asking(demo, people[0])
    settle()
    demo.approval.chooseReason("defect")
    router.take_typed("2000000003337")
    assert shell.app.property("noticeTitle") == "Une question attend sa réponse."
    router.take_typed("BADGE-YANIS2345672345A")
    jobs.step()
    assert (asking.lent, demo.approval.fault.startswith("Yanis n’a pas le droit")) == ([], True)
    router.take_typed("BADGE-SOPHIE234567234A")
    jobs.step()
    assert ([lent.approver_name for lent in asking.lent], shell.app.property("personName")) == (["Sophie"], "Camille")
    assert demo.sale.basket.itemCount == 0
