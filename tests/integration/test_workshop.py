"""From a failing point to the workshop and back: what a repair keeps, who may do what, the grade after it, changed grades, old rules."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.grades import GradeFixed, SecondSignatureMissing
from kiosk.diagnostics.grading import Outcome
from kiosk.diagnostics.history import HistoryService
from kiosk.diagnostics.inspection import SamePerson
from kiosk.diagnostics.repairs import InspectorRepairs, NotInWorkshop, PartUsed, Repair, RepairUnclear, Work
from kiosk.diagnostics.rulefiles import grading_of
from kiosk.diagnostics.service import NothingFailed
from kiosk.diagnostics.views import StepStatus
from kiosk.diagnostics.workshop import NoWayOut
from kiosk.sales.margin import margin_figures
from kiosk.staff.approvals import Action, Approval, ApprovalRequest, ReasonMissing, Why
from kiosk.staff.rights import Right, RightMissing
from kiosk.stock.units import Grade, Unit, UnitState
from kiosk.tradein.rulefiles import inspection_rules
from tests.bench import Bench, inspect_all

IPHONE = "u-000194"  # an iPhone 12 128 GB that Aminata bought
SCREEN = Work(("touch",), (PartUsed("display", Money(5200), genuine=True, reference=" F-2026-118 "),), 25, "dalle neuve")
WHY = Why("worse_in_hand")


def inspected(bench: Bench, bad: dict[str, str] | None = None, *, by: str = "ines", battery_pct: int = 87) -> Unit:
    person = bench.person(by)
    screen = bench.inspections.start(IPHONE, person)
    inspect_all(bench, screen, bench.rules.inspections[DeviceKind.SMARTPHONE], person, battery_pct=battery_pct, bad=bad)
    return bench.inspections.finish(screen.session_id, person).unit


def approval(bench: Bench, right: Right, action: Action, *, asked_by: str = "ines", approver: str = "sophie", pin: str = "444444") -> Approval:
    request = ApprovalRequest(right, action, bench.person(asked_by), IPHONE)
    return bench.staff.approve_by_pin(request, approver, pin, why=Why("photo_compared"))


def bodies(bench: Bench, kind: str) -> list[dict[str, object]]:
    with bench.database.read() as connection:
        return [json.loads(e.entry)["body"] for e in bench.ledger.entries_after(connection, 1, 0, limit=999) if e.kind == kind]


def test_a_failing_unit_waits_in_the_workshop_with_its_points_and_the_parts_that_they_name(bench: Bench) -> None:
    unit = inspected(bench, {"touch": "touch_dead_zone", "loudspeaker": "loudspeaker"})
    assert unit.state is UnitState.REWORK and unit.unit_id in [each.unit_id for each in bench.aftercare.workshop.waiting()]
    screen = bench.aftercare.workshop.screen(IPHONE, bench.person("yanis"))
    assert [(failed.number, failed.finding.fr, failed.part, failed.dependants) for failed in screen.failed] == [
        (12, "Zone morte", "display", (13, 14, 16, 23, 29)), (20, "Muet", "loudspeaker", ()),
    ]  # fmt: skip
    assert screen.suggested == ("display", "loudspeaker") and screen.may_repair
    display = next(part for part in screen.parts if part.part == "display")
    assert (display.cost, display.minutes, screen.minute_rate) == (Money(5200), 25, Money(70))
    assert bench.aftercare.workshop.words_of("display").fr == "Écran"
    assert not bench.aftercare.workshop.screen(IPHONE, bench.person("ines")).may_repair


def test_a_repair_keeps_its_cost_on_the_unit_and_opens_the_points_and_what_depends_on_them(bench: Bench) -> None:
    before = inspected(bench, {"touch": "touch_dead_zone"})
    after = bench.aftercare.workshop.repair(IPHONE, SCREEN, bench.person("yanis"))
    assert (after.state, after.repair_cost, after.purchase_price) == (UnitState.TO_INSPECT, Money(5200 + 25 * 70), before.purchase_price)
    (body,) = bodies(bench, "stock.unit_repaired")
    assert (body["points"], body["cost_cents"], body["repair_cents"], body["parts"]) == (
        ["touch"], 6950, 6950, [{"part": "display", "cost_cents": 5200, "genuine": True, "reference": "F-2026-118"}],
    )  # fmt: skip
    again = bench.inspections.start(IPHONE, bench.person("ines"))
    waiting = [point.number for point in again.facts.points if point.status in (StepStatus.TODO, StepStatus.CURRENT)]
    assert waiting == [12, 13, 14, 16, 23, 29, 30]  # 30: a new display has its looks judged anew
    kept = next(point for point in again.facts.points if point.number == 20)
    assert kept.status is StepStatus.PASSED
    screen = inspect_all(bench, again, bench.rules.inspections[DeviceKind.SMARTPHONE], bench.person("ines"))
    done = bench.inspections.finish(screen.session_id, bench.person("ines"))
    assert (done.unit.state, done.unit.repair_cost) == (UnitState.FOR_SALE, Money(6950))


def test_a_repair_never_enters_the_base_of_the_vat_on_the_margin(bench: Bench) -> None:
    before = inspected(bench, {"touch": "touch_dead_zone"})
    after = bench.aftercare.workshop.repair(IPHONE, SCREEN, bench.person("yanis"))
    figures = [
        margin_figures(gross=Money(33900), purchase_price=unit.purchase_price, rate_percent=Fraction(20)) for unit in (before, after)
    ]
    assert after.repair_cost > Money(0) and figures[0] == figures[1]


def test_who_bought_inspects_nothing_of_it_who_repaired_neither_and_who_inspected_does_not_repair(bench: Bench) -> None:
    inspected(bench, {"touch": "touch_dead_zone"})
    with pytest.raises(InspectorRepairs):
        bench.aftercare.workshop.repair(IPHONE, SCREEN, bench.person("ines"))
    with pytest.raises(RightMissing):
        bench.aftercare.workshop.repair(IPHONE, SCREEN, bench.person("camille"))
    bench.aftercare.workshop.repair(IPHONE, SCREEN, bench.person("yanis"))
    for person in ("yanis", "aminata"):
        with pytest.raises(SamePerson):
            bench.inspections.start(IPHONE, bench.person(person))
    with pytest.raises(NoWayOut):
        bench.aftercare.workshop.screen(IPHONE, bench.person("yanis"))


@pytest.mark.parametrize(
    "work",
    [
        Work((), (), 10),
        Work(("touch",), (PartUsed("display", Money(-1), genuine=True),), 10),
        Work(("touch",), (PartUsed("display", Money(1), genuine=True), PartUsed("display", Money(1), genuine=True)), 10),
        Work(("touch",), (), 601),
    ],
)
def test_an_unclear_repair_is_refused_whole(bench: Bench, work: Work) -> None:
    inspected(bench, {"touch": "touch_dead_zone"})
    with pytest.raises(RepairUnclear):
        bench.aftercare.workshop.repair(IPHONE, work, bench.person("yanis"))
    unit = bench.stock.unit_by_id(IPHONE)
    assert unit is not None and (unit.state, unit.repair_cost) == (UnitState.REWORK, Money(0))


@pytest.mark.parametrize(
    ("genuine", "reference", "grade"),
    [(True, "F-2026-9", Grade.PREMIUM), (True, "", Grade.EXCELLENT), (False, "F-2026-9", Grade.EXCELLENT)],
)
def test_a_new_cell_with_its_invoice_proves_the_battery_and_only_a_genuine_one_is_premium(
    bench: Bench, genuine: bool, reference: str, grade: Grade
) -> None:  # fmt: skip
    inspected(bench, battery_pct=71)
    cell = Work(("battery_pct",), (PartUsed("battery", Money(1100), genuine, reference),), 10)
    bench.aftercare.workshop.repair(IPHONE, cell, bench.person("yanis"))
    screen = bench.inspections.start(IPHONE, bench.person("ines"))
    assert [p.number for p in screen.facts.points if p.status in (StepStatus.TODO, StepStatus.CURRENT)] == [10, 11, 29]
    screen = inspect_all(bench, screen, bench.rules.inspections[DeviceKind.SMARTPHONE], bench.person("ines"), battery_pct=100)
    assert screen.facts.graded.grade is grade


def test_an_inspection_may_end_at_its_first_failing_point_and_keeps_what_is_left_open(bench: Bench) -> None:
    ines = bench.person("ines")
    screen = bench.inspections.start(IPHONE, ines)
    with pytest.raises(NothingFailed):
        bench.inspections.send_to_workshop(screen.session_id, ines)
    bench.inspections.answer(screen.session_id, "blacklist", "pass", ines)
    bench.inspections.answer(screen.session_id, "loudspeaker", "loudspeaker", ines)
    sent = bench.inspections.send_to_workshop(screen.session_id, ines)
    assert (sent.graded.outcome, sent.unit.state, sent.unit.grade) == (Outcome.REWORK, UnitState.REWORK, None)
    bench.aftercare.workshop.repair(IPHONE, Work(("loudspeaker",), (), 15), bench.person("yanis"))
    again = bench.inspections.start(IPHONE, ines)
    done = {point.point_id for point in again.facts.points if point.status is StepStatus.PASSED}
    assert done == {"blacklist", "erasure"}


@pytest.mark.parametrize(
    ("bad", "held", "to_state", "alone"),
    [
        ({"loudspeaker": "loudspeaker"}, UnitState.REWORK, UnitState.PARTS, True),
        ({"account_lock": "account_lock"}, UnitState.BLOCKED, UnitState.TO_INSPECT, False),
        ({"account_lock": "account_lock"}, UnitState.BLOCKED, UnitState.PARTS, True),
        ({"sealing": "oxidation"}, UnitState.QUARANTINE, UnitState.REWORK, False),
        ({"display": "dead_pixel", "face_unlock": "face_unlock"}, UnitState.PARTS, UnitState.REWORK, False),
    ],
)
def test_every_state_that_holds_a_unit_has_a_way_out_with_a_reason_and_a_name(
    bench: Bench, bad: dict[str, str], held: UnitState, to_state: UnitState, alone: bool
) -> None:  # fmt: skip
    ines = bench.person("ines")
    assert inspected(bench, bad).state is held
    workshop = bench.aftercare.workshop
    assert to_state in workshop.screen(IPHONE, ines).ways_out
    with pytest.raises(ReasonMissing):
        workshop.let_go(IPHONE, to_state, Why(""), ines)
    lent = None if alone else approval(bench, Right.RELEASE_UNIT, Action.RELEASE)
    if not alone:
        with pytest.raises(RightMissing):
            workshop.let_go(IPHONE, to_state, Why("lock_removed"), ines)
    after = workshop.let_go(IPHONE, to_state, Why("lock_removed"), ines, approved_by=lent)
    assert after.state is to_state
    (body,) = bodies(bench, "stock.unit_let_go")
    assert (body["from"], body["state"], body["approved_by"]) == (held.value, to_state.value, None if alone else "sophie")
    assert "let_go:lock_removed" in [move.reason for move in bench.stock.life(IPHONE)[-2:]]


def test_a_unit_that_was_unlocked_is_asked_the_blocking_point_again_and_nothing_else(bench: Bench) -> None:
    inspected(bench, {"account_lock": "account_lock"})
    bench.aftercare.workshop.let_go(
        IPHONE, UnitState.TO_INSPECT, Why("lock_removed"), bench.person("ines"), approved_by=approval(bench, Right.RELEASE_UNIT, Action.RELEASE)
    )
    screen = bench.inspections.start(IPHONE, bench.person("ines"))
    assert [point.number for point in screen.facts.points if point.status in (StepStatus.TODO, StepStatus.CURRENT)] == [3]
    with pytest.raises(NoWayOut):
        bench.aftercare.workshop.repair(IPHONE, SCREEN, bench.person("yanis"))


def test_what_is_blocked_is_not_repaired_before_it_is_let_go(bench: Bench) -> None:
    inspected(bench, {"account_lock": "account_lock"})
    with pytest.raises(NotInWorkshop):
        bench.aftercare.workshop.repair(IPHONE, SCREEN, bench.person("yanis"))


def test_a_technician_lowers_a_grade_with_a_reason_and_price_and_label_follow(bench: Bench) -> None:
    inspected(bench)
    after = bench.aftercare.grades.change(IPHONE, Grade.GOOD, WHY, bench.person("ines"))
    assert (after.grade, after.price) == (Grade.GOOD, Money(30900))
    with bench.database.read() as connection:
        labels = bench.print_queue.waiting(connection, "label")
    assert "Très bon état" in labels[-1].content.decode()
    (body,) = bodies(bench, "stock.grade_changed")
    assert (body["from"], body["grade"], body["reason"], body["approved_by"], body["price_cents"]) == ("excellent", "good", "worse_in_hand", None, 30900)
    told = bench.aftercare.history.of(IPHONE)
    assert told is not None and told.explained is not None
    assert (told.explained.facts.graded.grade, [(c.from_grade, c.to_grade, c.person_id) for c in told.changes]) == (
        Grade.EXCELLENT, [(Grade.EXCELLENT, Grade.GOOD, "ines")],
    )  # fmt: skip
    with pytest.raises(ReasonMissing):
        bench.aftercare.grades.change(IPHONE, Grade.FAIR, Why(""), bench.person("ines"))


def test_a_grade_goes_up_only_with_a_second_signature_also_for_a_manager(bench: Bench) -> None:
    inspected(bench)
    with pytest.raises(SecondSignatureMissing):
        bench.aftercare.grades.change(IPHONE, Grade.PREMIUM, WHY, bench.person("ines"))
    with pytest.raises(SecondSignatureMissing):
        bench.aftercare.grades.change(IPHONE, Grade.PREMIUM, WHY, bench.person("sophie"))
    own = approval(bench, Right.RAISE_GRADE, Action.GRADE, asked_by="sophie")
    with pytest.raises(SecondSignatureMissing):
        bench.aftercare.grades.change(IPHONE, Grade.PREMIUM, WHY, bench.person("sophie"), approved_by=own)
    lent = approval(bench, Right.RAISE_GRADE, Action.GRADE)
    after = bench.aftercare.grades.change(IPHONE, Grade.PREMIUM, WHY, bench.person("ines"), approved_by=lent)
    assert after.grade is Grade.PREMIUM
    (body,) = bodies(bench, "stock.grade_changed")
    assert (body["approved_by"], body["reason"]) == ("sophie", "photo_compared")


@pytest.mark.parametrize("bad", [{"account_lock": "account_lock"}, {"sealing": "oxidation"}, {"loudspeaker": "loudspeaker"}])
def test_a_knock_out_is_never_overridden(bench: Bench, bad: dict[str, str]) -> None:
    inspected(bench, bad)
    for to_grade in Grade:
        with pytest.raises(GradeFixed):
            bench.aftercare.grades.change(
                IPHONE, to_grade, WHY, bench.person("ines"), approved_by=approval(bench, Right.RAISE_GRADE, Action.GRADE)
            )


def stricter(bench: Bench, change: tuple[str, str]) -> Bench:
    """The same till years later: the table has another version, the old one is on no disk."""
    source = bench.rules.grading.source.decode()
    assert change[0] in source
    grading = grading_of(source.replace(*change).encode(), name="rules.toml")
    return replace(bench, rules=replace(bench.rules, grading=grading))


def history_under(bench: Bench) -> HistoryService:
    return HistoryService(bench.recorder, stock=bench.stock, catalogue=bench.catalogue, rules=inspection_rules(bench.rules))


def test_an_old_unit_is_explained_under_the_rules_of_its_own_day(bench: Bench) -> None:
    inspected(bench, {"body_class": "B2"})
    later = stricter(bench, ("Très bon état\"", "Très bon état d’usage\""))
    later = stricter(later, ('body_at_most = "B2"', 'body_at_most = "B1"'))
    told = history_under(later).of(IPHONE)
    assert told is not None and told.explained is not None
    graded, grading = told.explained.facts.graded, told.explained.grading
    assert (graded.grade, graded.rule, grading.sha256) == (Grade.GOOD, 8, bench.rules.grading.sha256)
    assert grading.grade_words[Grade.GOOD].fr == "Très bon état"
    assert graded.better is not None and (graded.better.fact, graded.better.then, graded.better.grade) == ("body", "B1", Grade.EXCELLENT)


def test_changed_rules_say_which_stock_they_would_move(bench: Bench) -> None:
    inspected(bench, {"body_class": "B2"})
    assert bench.aftercare.history.moved_by(bench.rules.grading) == ()
    later = stricter(bench, ('body_at_most = "B2"', 'body_at_most = "B1"'))
    (moved,) = bench.aftercare.history.moved_by(later.rules.grading)
    assert (moved.unit.unit_id, moved.before, moved.after.grade, moved.after.rule) == (IPHONE, Grade.GOOD, Grade.FAIR, 9)


@given(st.lists(st.tuples(st.integers(0, 20_000), st.booleans()), max_size=5), st.integers(0, 600))
def test_what_a_repair_costs_is_its_parts_and_its_minutes(parts: list[tuple[int, bool]], minutes: int) -> None:
    used = tuple(PartUsed(f"part{number}", Money(cents), genuine) for number, (cents, genuine) in enumerate(parts))
    done = Repair("r1", IPHONE, None, "2026-11-23T10:00:00Z", "yanis", Work(("touch",), used, minutes).checked(), Money(70))
    assert done.cost == Money(sum(cents for cents, _genuine in parts) + 70 * minutes)
