"""The workshop by touch, on the real services: sent there, repaired, back to its inspection; another grade; why it has the one it has."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.money import Money
from kiosk.stock.units import Grade, UnitState
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.why import UnitPast, WhyViewModel
from tests.bench import Bench
from tests.ui.conftest import HandJobs
from tests.ui.diagnostic_desk import Desk

HOME, INSPECTION, INSPECTED, WORKSHOP = 0, 3, 4, 6
IPHONE = "u-000194"


@pytest.fixture
def desk(bench: Bench, jobs: HandJobs, clock: ManualClock) -> Desk:
    made = Desk(bench, jobs, clock)
    made.sign_in("ines")
    made.do(lambda: made.page.inspect(IPHONE))
    return made


def sign(desk: Desk, approver: str, pin: str) -> None:
    desk.approval.chooseApprover(approver)
    desk.approval.chooseReason("photo_compared")
    for figure in pin:
        desk.approval.type(figure)
    desk.settle()


def test_a_failing_unit_is_sent_repaired_and_asked_only_what_is_in_doubt(desk: Desk, bench: Bench) -> None:
    inspection, workshop = desk.page.inspection, desk.page.workshop
    desk.do(lambda: inspection.openPoint("loudspeaker"))
    desk.do(lambda: inspection.answer("loudspeaker"))
    desk.do(inspection.sendToWorkshop)
    assert (desk.page.step, inspection.doneOutcome) == (INSPECTED, "rework")
    desk.do(inspection.leave)
    desk.sign_in("yanis")
    assert (IPHONE, "rework") in [(row.unit_id, row.unit_state) for row in workshop.held.rows]
    desk.do(lambda: workshop.open(IPHONE))
    assert desk.page.step == WORKSHOP and workshop.canSave
    assert [(row.number, row.finding, row.chosen) for row in workshop.failures.rows] == [("20", "Muet", True)]
    assert [(row.name, row.chosen) for row in workshop.parts.rows][:1] == [("Haut-parleur", True)]
    workshop.writeCost("loudspeaker", "14,50")
    workshop.sayGenuine("loudspeaker", True)
    workshop.writeReference("loudspeaker", "F-2026-31")
    workshop.addMinutes(-1)
    assert (workshop.minutes, workshop.cost) == (10, "21,50\u202f€")
    desk.do(workshop.save)
    unit = bench.stock.unit_by_id(IPHONE)
    assert unit is not None and (desk.page.step, unit.state, unit.repair_cost) == (HOME, UnitState.TO_INSPECT, Money(2150))
    desk.sign_in("ines")
    desk.do(lambda: desk.page.inspect(IPHONE))
    assert {row.point_id for row in inspection.points.rows if row.look == "passed"} == {"erasure"}


def test_who_inspected_sees_the_repair_but_does_not_enter_it(desk: Desk) -> None:
    desk.inspect_all(battery_pct=87, bad={"loudspeaker": "loudspeaker"})
    desk.do(desk.page.inspection.finish)
    desk.do(desk.page.inspection.leave)
    desk.do(lambda: desk.page.workshop.open(IPHONE))
    assert (desk.page.workshop.inWorkshop, desk.page.workshop.canRepair, desk.page.workshop.canSave) == (True, False, False)
    desk.page.workshop.letGo("parts")
    assert desk.page.workshop.askingReason
    desk.do(lambda: desk.page.workshop.giveReason("mistaken"))
    assert desk.page.step == HOME


def test_a_blocked_unit_is_let_go_by_a_manager_on_the_approval_sheet(desk: Desk, bench: Bench) -> None:
    desk.inspect_all(battery_pct=87, bad={"account_lock": "account_lock"})
    desk.do(desk.page.inspection.finish)
    desk.do(desk.page.inspection.leave)
    desk.do(lambda: desk.page.workshop.open(IPHONE))
    assert [row.unit_state for row in desk.page.workshop.ways.rows] == ["to_inspect", "parts"]
    desk.page.workshop.letGo("to_inspect")
    assert (desk.approval.open, desk.approval.action) == (True, "release")
    sign(desk, "sophie", "444444")
    unit = bench.stock.unit_by_id(IPHONE)
    assert unit is not None and (desk.page.step, unit.state) == (HOME, UnitState.TO_INSPECT)


def test_a_grade_is_lowered_with_a_reason_and_raised_with_a_second_signature(desk: Desk, bench: Bench, jobs: HandJobs) -> None:
    inspection = desk.page.inspection
    desk.inspect_all(battery_pct=87)
    desk.do(inspection.finish)
    inspection.changeGrade()
    sheet = inspection.regrade
    assert [(row.level, row.current, row.raises) for row in sheet.rows.rows] == [(4, False, True), (3, False, True), (2, True, False), (1, False, False)]
    sheet.choose(1)
    assert sheet.askingReason
    desk.do(lambda: sheet.giveReason("worse_in_hand"))
    assert (sheet.open, inspection.doneLevel, inspection.donePrice) == (False, 1, "279,00\u202f€")
    inspection.changeGrade()
    sheet.choose(3)
    sign(desk, "sophie", "444444")
    assert inspection.doneLevel == 3
    unit = bench.stock.unit_by_id(IPHONE)
    assert unit is not None and unit.grade is Grade.EXCELLENT
    why = WhyViewModel(UnitPast(bench.aftercare.history, bench.staff), jobs, Formats("fr"))
    why.show(IPHONE)
    desk.settle()
    assert (why.exists, why.level, why.rule, why.inspector, why.screen, why.body) == (True, 2, 8, "Inès", "S0", "B2")
    assert (why.rise.how, why.rise.then) == ("classes", "B1")
    assert [(row.level, row.from_level, row.name, row.other, row.reason) for row in why.past.rows] == [
        (1, 2, "Inès", "", "worse_in_hand"), (3, 1, "Inès", "Sophie", "photo_compared"),
    ]  # fmt: skip
