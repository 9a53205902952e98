"""The thirty points of the six kinds against the reference: numbers, severity, codes, order, what is not asked of whom, what a repair puts in doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue.products import DeviceKind, DeviceModel
from kiosk.diagnostics.checklist import Effect, Verdict
from kiosk.diagnostics.grading import Outcome, grade, rank
from kiosk.diagnostics.inspection import Beyond, Inspection, Severity, grading_facts, to_test_again
from kiosk.diagnostics.tester import CalibrationLapsed, SafetyTester, UnclearTester, safety_tester
from kiosk.tradein.rulefiles import BenchRules, load_bench_rules
from tests.sessions import answered_session

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
RULES: BenchRules = load_bench_rules(RESOURCES)
MODELS = msgspec.json.decode((RESOURCES / "demo" / "device_models.json").read_bytes(), type=list[DeviceModel])
KINDS = list(DeviceKind)
# Number by number, from the reference (§2.2): codes then severity. Where it names no code a person does it (G).
POINTS = {
    "smartphone": "A! E! AG! A! G! A! Af A! A! Af Af Bf Bf Gf Bf Bf Bf Bf Bf Bf BGf Bf Gf Gf Gf Gf AGf Af P! Pc",
    "tablet": "A! E! AG! A! G! A! Af A! A! Af Af Bf Bf Gf Bf Bf Bf Bf Gf Bf Bf Bf Bf Gf Gf Gf AGf Af P! Pc",
    "laptop": "A! E! G! A! AG! A! A! Af Af A! Af Af Bf Gf Gf Bf Gf Bf Bf Bf Bf AGf Gf Gf Af Gf Af P! E! Pc",
    "console": "P! E! G! G! AG! Gf Gf G! Gf Bf Bf Gf Gf Gf Gf Gf Gf Bf Bf Bf Gf Gf Bf Gf Bf Gf G! P! Pf Pc",
    "watch": "A! E! AG! G! Af Af A! Af Gf Gf Bf Bf Gf Gf Gf Gf Bf Bf Gf Gf Gf Gf Af Af Gf Gf Gf P! Pf Pc",
    "appliance": "P! E! G! G! G! G! G! G! G! G! Gf Gf Gf Gf Gf G! Gf Gf Gf Gf Gf Gf Gf Gf Gf G! Gf Gf Gf Pc",
}


SOUND = Beyond(erasure_proven=True, repair_cost=RULES.pricebook.floor, repair_cap=RULES.pricebook.cap)


def points_of(kind: DeviceKind) -> Inspection:
    return RULES.inspections[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_each_point_has_the_codes_and_the_severity_of_the_reference(kind: DeviceKind) -> None:
    rules = points_of(kind).points.values()
    assert [rule.number for rule in rules] == list(range(1, 31))
    assert ["".join(rule.codes) + rule.severity.value for rule in rules] == POINTS[kind.value].split()


@pytest.mark.parametrize("kind", KINDS)
def test_each_point_says_what_to_do_and_each_defect_what_is_wrong(kind: DeviceKind) -> None:
    for step in points_of(kind).checklist.steps:
        assert len(step.instruction.fr) >= 20 and step.instruction.fr.endswith("."), step.step_id
        assert len(step.instruction.en) >= 15 and step.instruction.en.endswith("."), step.step_id
        for question in step.questions:
            fails = [option for option in question.options if option.verdict is Verdict.FAIL]
            assert fails or question.measure or question.fact, question.question_id
            assert not [option for option in fails if option.words.fr == "Ne marche pas"], question.question_id
            assert len({option.words.fr for option in question.options}) == len(question.options), question.question_id


@pytest.mark.parametrize("kind", KINDS)
def test_no_point_depends_on_itself(kind: DeviceKind) -> None:
    for rule in points_of(kind).points.values():
        assert rule.point_id not in rule.dependants
        assert len(set(rule.dependants)) == len(rule.dependants)


def test_a_new_screen_puts_in_doubt_what_the_reference_says() -> None:
    phone = points_of(DeviceKind.SMARTPHONE)
    again = {step.number for step in phone.checklist.steps for q in step.questions if q.question_id in to_test_again(phone, ("display",))}
    assert again == {12, 13, 14, 16, 23, 29}


def test_the_demo_models_have_no_capability_that_no_list_asks_for() -> None:
    for kind in KINDS:
        asked = {q.requires for q in RULES.inspections[kind].checklist.questions()} | {q.requires for q in RULES.checklists[kind].questions()}
        said = {word for model in MODELS if model.kind is kind for word in model.capabilities}
        assert said - asked <= {"biometrics", "speaker"}, kind


def model(name: str) -> DeviceModel:
    return next(each for each in MODELS if each.name == name)


@pytest.mark.parametrize(
    ("name", "left_out"),
    [
        ("iPhone 13", set()),
        ("Galaxy A54", set()),
        ("iPad 9", {5, 17, 26}),
        ("iPad Pro 11 (2021)", {5, 26}),
        ("Galaxy Tab A8", {5, 17, 19, 24, 26}),
        ("MacBook Air 13 M1", {24}),
        ("ThinkPad T480", set()),
        ("VivoBook 15", {26}),
        ("PlayStation 5", {23, 24}),
        ("Xbox Series S", {12, 13, 22, 23, 24}),
        ("Switch Lite", {10, 11, 12, 13, 15, 21}),
        ("Watch SE 40 mm", {4, 21, 26}),
        ("Forerunner 255", {4, 11, 14, 17, 18, 23, 26}),
        ("Aspirateur V8", {6, 10, 13, 17, 19, 23, 25, 26, 27}),
        ("Machine à café Essential", {10, 21, 22, 23}),
        ("Robot pâtissier Artisan 4,8 L", {10, 13, 17, 18, 19, 21, 22, 23, 24, 25, 27}),
    ],
)
def test_a_model_is_spared_exactly_what_it_cannot_have(name: str, left_out: set[int]) -> None:
    found = model(name)
    kept = points_of(found.kind).for_capabilities(found.capabilities)
    assert {step.number for step in kept.checklist.steps if not step.questions} == left_out


@pytest.mark.parametrize(
    ("question_id", "number", "verdict"),
    [
        ("earth", 300, Verdict.PASS),
        ("earth", 301, Verdict.FAIL),
        ("insulation", 1000, Verdict.PASS),
        ("insulation", 999, Verdict.FAIL),
        ("insulation_two", 1999, Verdict.FAIL),
        ("leakage", 3500, Verdict.PASS),
        ("leakage", 3501, Verdict.FAIL),
        ("leakage_two", 501, Verdict.FAIL),
    ],
)
def test_a_safety_measure_beyond_its_limit_is_a_hazard(question_id: str, number: int, verdict: Verdict) -> None:
    question = points_of(DeviceKind.APPLIANCE).checklist.question(question_id)
    assert question is not None and question.measure is not None and question.instrument
    assert question.measure.fails(number) == (verdict is Verdict.FAIL)
    assert question.measure.effect is Effect.HAZARD


def test_a_knock_out_that_can_be_repaired_goes_to_the_workshop_and_not_to_the_blocked() -> None:
    phone = points_of(DeviceKind.SMARTPHONE)
    for option, outcome in (("badly_closed", Outcome.REWORK), ("oxidation", Outcome.QUARANTINE)):
        facts = grading_facts(phone, answered_session(phone, {"sealing": option}), SOUND)
        assert grade(facts, RULES.grading).outcome is outcome


def test_the_calibration_of_a_tester_holds_for_a_year() -> None:
    leap = safety_tester(" 0104-4711 ", date(2024, 2, 29))
    assert (leap.serial, leap.probe, leap.raw) == ("0104-4711", "tester 0104-4711", "serial=0104-4711 calibrated=2024-02-29")
    leap.must_hold(on=date(2025, 2, 28))
    for day in (date(2025, 3, 1), date(2024, 2, 28)):
        with pytest.raises(CalibrationLapsed):
            leap.must_hold(on=day)
    for serial, day in (("", date(2026, 1, 1)), ("T" * 41, date(2026, 1, 1))):
        with pytest.raises(UnclearTester):
            safety_tester(serial, day)
    with pytest.raises(UnclearTester):
        safety_tester("T1", None)
    assert SafetyTester("T1", date(2026, 1, 1)).good_until == date(2027, 1, 1)


# ── whatever is answered, of any kind: one result, and no answer made better ever lowers it ────────────────────────


@st.composite
def any_inspection(draw: st.DrawFn) -> tuple[Inspection, dict[str, str | int]]:
    """A kind's points with any answer to any of them, numbers in range included."""
    inspection = points_of(draw(st.sampled_from(KINDS)))
    given_answers: dict[str, str | int] = {}
    for question in inspection.checklist.questions():
        if question.measure and draw(st.booleans()):
            given_answers[question.question_id] = draw(st.integers(question.measure.minimum, question.measure.maximum))
        elif question.options and draw(st.integers(0, 5)) == 0:
            given_answers[question.question_id] = draw(st.sampled_from([option.option_id for option in question.options]))
    return inspection, given_answers


@given(any_inspection(), st.booleans())
def test_every_set_of_answers_gives_one_result_that_names_its_rule_and_what_would_raise_it_or_why_nothing_does(
    drawn: tuple[Inspection, dict[str, str | int]], erased: bool
) -> None:
    inspection, answers = drawn
    facts = grading_facts(inspection, answered_session(inspection, answers), replace(SOUND, erasure_proven=erased))
    graded = grade(facts, RULES.grading)
    assert grade(facts, RULES.grading) == graded
    assert RULES.grading.rule_words[graded.rule].fr and (graded.outcome is Outcome.SALE) == (graded.grade is not None)
    if graded.better is not None:
        assert rank(graded.better) > rank(graded) and graded.stuck is None
    else:
        assert graded.stuck in ("best", "several")


@given(any_inspection())
def test_putting_one_answer_right_never_lowers_the_result(drawn: tuple[Inspection, dict[str, str | int]]) -> None:
    inspection, answers = drawn
    bad = [
        question.question_id
        for question in inspection.checklist.questions()
        if any(o.option_id == answers.get(question.question_id) and o.verdict is not Verdict.PASS and not o.screen and not o.body for o in question.options)
    ]
    before = grade(grading_facts(inspection, answered_session(inspection, answers), SOUND), RULES.grading)
    for question_id in bad[:3]:
        better = {name: given for name, given in answers.items() if name != question_id}
        after = grade(grading_facts(inspection, answered_session(inspection, better), SOUND), RULES.grading)
        assert rank(after) >= rank(before), question_id


@pytest.mark.parametrize("kind", KINDS)
def test_a_device_without_a_fault_is_sold_and_one_with_a_knock_out_never(kind: DeviceKind) -> None:
    inspection = points_of(kind)
    good = grade(grading_facts(inspection, answered_session(inspection, {}), SOUND), RULES.grading)
    assert good.outcome is Outcome.SALE
    for step in inspection.checklist.steps:
        if inspection.points[step.step_id].severity is not Severity.KNOCK_OUT:
            continue
        for question in step.questions:
            for option in question.options:
                if option.verdict is Verdict.FAIL and option.effect is not Effect.NOTE:
                    state = answered_session(inspection, {question.question_id: option.option_id})
                    graded = grade(grading_facts(inspection, state, SOUND), RULES.grading)
                    assert graded.outcome is not Outcome.SALE and graded.grade is None, (step.step_id, option.option_id)
