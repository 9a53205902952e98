"""The thirty points on the real database: who may inspect, what the table says, what becomes of the unit."""

from __future__ import annotations

import json

import pytest

from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.checklist import Method
from kiosk.diagnostics.desk import InspectionScreen
from kiosk.diagnostics.grading import Outcome
from kiosk.diagnostics.inspection import SamePerson
from kiosk.diagnostics.photos import make_photo
from kiosk.diagnostics.service import InspectionIncomplete, NothingToInspect
from kiosk.diagnostics.session import SessionOver
from kiosk.diagnostics.views import StepStatus
from kiosk.staff.rights import RightMissing
from kiosk.stock.units import Grade, UnitState, sellable
from tests.bench import Bench, inspect_all, picture

IPHONE_12_128, IPHONE_TO_ERASE = "u-000194", "u-000206"


def inspected(bench: Bench, *, battery_pct: int = 87, bad: dict[str, str] | None = None) -> InspectionScreen:
    ines = bench.person("ines")
    screen = bench.inspections.start(IPHONE_12_128, ines)
    return inspect_all(bench, screen, bench.rules.inspections[DeviceKind.SMARTPHONE], ines, battery_pct=battery_pct, bad=bad)


def test_a_sound_unit_is_graded_by_the_table_priced_labelled_and_for_sale(bench: Bench) -> None:
    screen = inspected(bench, bad={"body_class": "B2"})
    assert (screen.facts.done_count, screen.facts.graded.grade, screen.facts.graded.rule) == (30, Grade.GOOD, 8)
    assert (screen.price, screen.better_price) == (Money(30900), Money(33900))
    assert screen.facts.graded.better is not None
    assert (screen.facts.graded.better.fact, screen.facts.graded.better.then, screen.facts.graded.better.grade) == ("body", "B1", Grade.EXCELLENT)
    done = bench.inspections.finish(screen.session_id, bench.person("ines"))
    unit = bench.stock.unit_by_id(IPHONE_12_128)
    assert unit == done.unit
    assert unit is not None and sellable(unit, "L01") is None
    assert (unit.state, unit.grade, unit.price, unit.battery_health_pct, unit.inspection_id) == (
        UnitState.FOR_SALE, Grade.GOOD, Money(30900), 87, screen.session_id,
    )  # fmt: skip
    with bench.database.read() as connection:
        (label,) = bench.print_queue.waiting(connection, "label")
        (body,) = [json.loads(e.entry)["body"] for e in bench.ledger.entries_after(connection, 1, 0, limit=999) if e.kind == "stock.unit_graded"]
    assert label.document_number == unit.label_code and "Très bon état" in label.content.decode()
    assert (body["unit_id"], body["grade"], body["rule"], body["price_cents"], len(body["points"])) == (IPHONE_12_128, "good", 8, 30900, 30)


def test_premium_wants_a_measured_battery(bench: Bench) -> None:
    ines = bench.person("ines")
    screen = inspected(bench, battery_pct=91)
    assert (screen.facts.graded.grade, screen.facts.graded.rule) == (Grade.EXCELLENT, 7)
    assert screen.facts.graded.better is not None and screen.facts.graded.better.fact == "battery_evidence"
    screen = bench.inspections.measure(screen.session_id, "battery_pct", 91, ines, method=Method.AUTO_USB, raw="MaximumCapacity=91")
    assert (screen.facts.graded.grade, screen.facts.graded.rule) == (Grade.PREMIUM, 6)


@pytest.mark.parametrize(
    ("bad", "battery_pct", "outcome", "rule", "state"),
    [
        ({"loudspeaker": "loudspeaker"}, 87, Outcome.REWORK, 4, UnitState.REWORK),
        ({"display": "dead_pixel", "face_unlock": "face_unlock"}, 87, Outcome.PARTS, 4, UnitState.PARTS),
        ({}, 79, Outcome.REWORK, 5, UnitState.REWORK),
        ({"account_lock": "account_lock"}, 87, Outcome.BLOCKED, 1, UnitState.BLOCKED),
        ({"erasure": "erasure_missing"}, 87, Outcome.HOLD_ERASE, 2, UnitState.TO_ERASE),
        ({"sealing": "oxidation"}, 87, Outcome.QUARANTINE, 0, UnitState.QUARANTINE),
        ({"body_class": "B5"}, 87, Outcome.QUARANTINE, 0, UnitState.QUARANTINE),
    ],
)
def test_a_failing_point_sends_the_unit_where_the_table_says(
    bench: Bench, bad: dict[str, str], battery_pct: int, outcome: Outcome, rule: int, state: UnitState
) -> None:  # fmt: skip
    screen = inspected(bench, battery_pct=battery_pct, bad=bad)
    done = bench.inspections.finish(screen.session_id, bench.person("ines"))
    assert (done.graded.outcome, done.graded.rule, done.unit.state, done.unit.grade) == (outcome, rule, state, None)


def test_an_open_point_leaves_no_grade_and_finishing_is_refused(bench: Bench) -> None:
    screen = inspected(bench, bad={"proximity": "inconclusive"})
    assert (screen.facts.graded.outcome, screen.facts.graded.because) == (Outcome.INCOMPLETE, ("proximity",))
    assert screen.facts.projected.grade is Grade.EXCELLENT
    with pytest.raises(InspectionIncomplete) as refusal:
        bench.inspections.finish(screen.session_id, bench.person("ines"))
    assert refusal.value.facts == {"count": 1}
    unit = bench.stock.unit_by_id(IPHONE_12_128)
    assert unit is not None and unit.state is UnitState.TO_INSPECT


def test_who_acquired_the_unit_may_not_inspect_it(bench: Bench) -> None:
    with pytest.raises(SamePerson):
        bench.inspections.start(IPHONE_12_128, bench.person("aminata"))
    with pytest.raises(RightMissing):
        bench.inspections.start(IPHONE_12_128, bench.person("camille"))
    with pytest.raises(NothingToInspect):
        bench.inspections.start(IPHONE_TO_ERASE, bench.person("ines"))
    with pytest.raises(NothingToInspect):
        bench.inspections.start_by_code("490154203237518", bench.person("ines"))


def test_a_scan_proves_the_identity_and_the_certificate_proves_the_erase(bench: Bench) -> None:
    unit = bench.stock.unit_by_id(IPHONE_12_128)
    assert unit is not None and unit.imei is not None
    by_hand = bench.inspections.start(IPHONE_12_128, bench.person("ines"))
    assert [point.point_id for point in by_hand.facts.points if point.status is StepStatus.PASSED] == ["erasure"]
    bench.inspections.answer(by_hand.session_id, "identity", "identity_mismatch", bench.person("ines"))
    again = bench.inspections.start_by_code(unit.imei, bench.person("ines"))
    assert again.session_id == by_hand.session_id
    assert again.facts.points[0].status is StepStatus.FAILED


def test_after_a_repair_the_point_and_its_dependants_are_open_again(bench: Bench) -> None:
    ines = bench.person("ines")
    screen = inspected(bench, bad={"touch": "touch_dead_zone"})
    screen = bench.inspections.test_again(screen.session_id, ("touch",), ines, reason="screen replaced")
    waiting = [point.number for point in screen.facts.points if point.status in (StepStatus.TODO, StepStatus.CURRENT)]
    assert waiting == [12, 13, 14, 16, 23, 29]
    screen = inspect_all(bench, screen, bench.rules.inspections[DeviceKind.SMARTPHONE], ines)
    assert screen.facts.graded.grade is Grade.EXCELLENT


def test_a_finished_inspection_takes_no_more_answers(bench: Bench) -> None:
    ines = bench.person("ines")
    screen = inspected(bench)
    bench.inspections.finish(screen.session_id, ines)
    with pytest.raises(SessionOver):
        bench.inspections.finish(screen.session_id, ines)
    with pytest.raises(SessionOver):
        bench.inspections.answer(screen.session_id, "touch", "pass", ines)


def test_a_finished_inspection_cannot_be_opened_again_from_behind(bench: Bench) -> None:
    """What was decided is explained by these answers for ever."""
    ines, screen = bench.person("ines"), inspected(bench)
    bench.inspections.finish(screen.session_id, ines)
    points = bench.rules.inspections[DeviceKind.SMARTPHONE].points
    for act in (
        lambda: bench.inspections.test_again(screen.session_id, (next(iter(points)),), ines, reason="repaired"),
        lambda: bench.inspections.open_point(screen.session_id, next(iter(points)), ines),
    ):
        with pytest.raises(SessionOver):
            act()
    assert bench.inspections.screen(screen.session_id).answers == screen.answers


def test_nobody_judges_their_own_work_by_going_on_with_a_colleagues_inspection(bench: Bench) -> None:
    screen = bench.inspections.start(IPHONE_12_128, bench.person("ines"))
    buyer = bench.person("aminata")
    for act in (
        lambda: bench.inspections.answer(screen.session_id, "proximity", "pass", buyer),
        lambda: bench.inspections.open_point(screen.session_id, "proximity", buyer),
        lambda: bench.inspections.finish(screen.session_id, buyer),
    ):
        with pytest.raises(SamePerson):
            act()


def test_a_unit_that_was_set_apart_meanwhile_is_not_moved_by_the_end_of_its_inspection(bench: Bench) -> None:
    ines, screen = bench.person("ines"), inspected(bench, bad={"loudspeaker": "loudspeaker"})
    with bench.database.write() as connection:
        bench.stock.change_state(
            connection, screen.unit.unit_id, to_state=UnitState.QUARANTINE, reason="held:smoke", document_id=None, person_id="ines"
        )  # fmt: skip
    with pytest.raises(NothingToInspect):
        bench.inspections.finish(screen.session_id, ines)
    unit = bench.stock.unit_by_id(screen.unit.unit_id)
    assert unit is not None
    assert unit.state is UnitState.QUARANTINE


def test_a_photo_of_somebody_who_may_not_inspect_is_not_kept(bench: Bench) -> None:
    screen = bench.inspections.start(IPHONE_12_128, bench.person("ines"))
    with pytest.raises(RightMissing):
        bench.inspections.add_photo(screen.session_id, "front", picture(77), bench.person("camille"))
    assert bench.inspections.photo(make_photo(picture(77)).sha256) is None


@pytest.mark.parametrize("unit_id", ["u-000197", "u-000199", "u-000200", "u-000201", "u-000202"])
def test_every_kind_of_unit_goes_through_its_own_thirty_points_to_the_shelf(bench: Bench, unit_id: str) -> None:
    ines = bench.person("ines")
    screen = bench.inspections.start(unit_id, ines)
    inspection = bench.rules.inspections[screen.model.kind].for_capabilities(screen.model.capabilities)
    screen = inspect_all(bench, screen, inspection, ines)
    not_applicable = {point.point_id for point in screen.facts.points if point.status is StepStatus.NOT_APPLICABLE}
    assert not_applicable == {step.step_id for step in inspection.checklist.steps if not step.questions}
    done = bench.inspections.finish(screen.session_id, ines)
    assert done.graded.outcome is Outcome.SALE and done.unit.price is not None
