"""The decision table: one row per rule, then totality, monotony and stability over everything that can be asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.basics.money import Money
from kiosk.diagnostics.checklist import BodyClass, ScreenClass
from kiosk.diagnostics.grading import BatteryEvidence, BuybackCode, Graded, GradingFacts, Outcome, buyback_code, grade, rank
from kiosk.diagnostics.rulefiles import load_grading
from kiosk.stock.units import Grade

RULES = load_grading(Path(__file__).resolve().parents[3] / "resources" / "grading" / "rules.toml")
PERFECT = GradingFacts(
    erasure_proven=True, screen=ScreenClass.S0, body=BodyClass.B0, battery_pct=95, battery_evidence=BatteryEvidence.MEASURED, repair_cap=Money(8000)
)
S, B = ScreenClass, BodyClass
CLAIMED, INVOICE = BatteryEvidence.CLAIMED, BatteryEvidence.NEW_CELL_INVOICE


@pytest.mark.parametrize(
    ("facts", "rule", "outcome", "sale_grade"),
    [
        (replace(PERFECT, hazards=("battery",)), 0, Outcome.QUARANTINE, None),
        (replace(PERFECT, body=B.B5), 0, Outcome.QUARANTINE, None),
        (replace(PERFECT, blocking_fails=("account_lock",)), 1, Outcome.BLOCKED, None),
        (replace(PERFECT, erasure_proven=False), 2, Outcome.HOLD_ERASE, None),
        (replace(PERFECT, open_points=("touch",)), 3, Outcome.INCOMPLETE, None),
        (replace(PERFECT, body=None), 3, Outcome.INCOMPLETE, None),
        (replace(PERFECT, functional_fails=("flash",), repair_cost=Money(8000)), 4, Outcome.REWORK, None),
        (replace(PERFECT, functional_fails=("flash",), repair_cost=Money(8001)), 4, Outcome.PARTS, None),
        (replace(PERFECT, screen=S.S3), 4, Outcome.REWORK, None),
        (replace(PERFECT, screen=S.S4), 4, Outcome.REWORK, None),
        (replace(PERFECT, body=B.B4), 4, Outcome.REWORK, None),
        (replace(PERFECT, battery_pct=79), 5, Outcome.REWORK, None),
        (replace(PERFECT, battery_pct=None), 5, Outcome.REWORK, None),
        (PERFECT, 6, Outcome.SALE, Grade.PREMIUM),
        (replace(PERFECT, battery_pct=85), 6, Outcome.SALE, Grade.PREMIUM),
        (replace(PERFECT, battery_evidence=INVOICE), 6, Outcome.SALE, Grade.PREMIUM),
        (replace(PERFECT, has_battery=False, battery_pct=None), 6, Outcome.SALE, Grade.PREMIUM),
        (replace(PERFECT, battery_pct=84), 7, Outcome.SALE, Grade.EXCELLENT),
        (replace(PERFECT, battery_evidence=CLAIMED), 7, Outcome.SALE, Grade.EXCELLENT),
        (replace(PERFECT, parts_genuine=False), 7, Outcome.SALE, Grade.EXCELLENT),
        (replace(PERFECT, body=B.B1), 7, Outcome.SALE, Grade.EXCELLENT),
        (replace(PERFECT, body=B.B2), 8, Outcome.SALE, Grade.GOOD),
        (replace(PERFECT, body=B.B3), 9, Outcome.SALE, Grade.FAIR),
        (replace(PERFECT, screen=S.S1), 9, Outcome.SALE, Grade.FAIR),
        (replace(PERFECT, screen=S.S2, body=B.B3, battery_pct=80), 9, Outcome.SALE, Grade.FAIR),
    ],
)
def test_the_first_rule_that_matches_decides(facts: GradingFacts, rule: int, outcome: Outcome, sale_grade: Grade | None) -> None:
    graded = grade(facts, RULES)
    assert (graded.rule, graded.outcome, graded.grade) == (rule, outcome, sale_grade)


def test_it_says_the_one_fact_that_would_raise_the_grade() -> None:
    better = grade(replace(PERFECT, body=B.B2, battery_pct=87, battery_evidence=CLAIMED), RULES).better
    assert better is not None
    assert (better.fact, better.now, better.then, better.grade, better.rule) == ("body", "B2", "B1", Grade.EXCELLENT, 7)


def test_nothing_single_raises_what_fails_twice() -> None:
    assert grade(replace(PERFECT, functional_fails=("flash", "touch")), RULES).better is None


def test_premium_cannot_be_raised() -> None:
    assert grade(PERFECT, RULES).better is None


@pytest.mark.parametrize(
    ("functional", "screen", "body", "code"),
    [
        (True, S.S0, B.B1, BuybackCode.FUNCTIONAL_FLAWLESS),
        (True, S.S0, B.B2, BuybackCode.FUNCTIONAL_GOOD),
        (True, S.S1, B.B0, BuybackCode.FUNCTIONAL_GOOD),
        (True, S.S2, B.B0, BuybackCode.FUNCTIONAL_USED),
        (True, S.S3, B.B3, BuybackCode.FUNCTIONAL_USED),
        (True, S.S4, B.B0, BuybackCode.FUNCTIONAL_CRACKED),
        (True, S.S0, B.B4, BuybackCode.FUNCTIONAL_CRACKED),
        (False, S.S0, B.B0, BuybackCode.NOT_FUNCTIONAL_USED),
        (False, S.S4, B.B0, BuybackCode.NOT_FUNCTIONAL_CRACKED),
    ],
)
def test_the_buyback_code_comes_from_the_same_facts(functional: bool, screen: ScreenClass, body: BodyClass, code: BuybackCode) -> None:
    assert buyback_code(functional=functional, screen=screen, body=body) is code


some_names = st.sampled_from([(), ("one",), ("one", "two")])
any_facts = st.builds(
    GradingFacts, hazards=some_names, blocking_fails=some_names, erasure_proven=st.booleans(), open_points=some_names, functional_fails=some_names,
    has_screen=st.booleans(), screen=st.none() | st.sampled_from(S), body=st.none() | st.sampled_from(B), has_battery=st.booleans(),
    battery_pct=st.none() | st.integers(0, 100), battery_evidence=st.sampled_from(BatteryEvidence), parts_genuine=st.booleans(),
    repair_cost=st.integers(0, 20_000).map(Money), repair_cap=st.integers(0, 20_000).map(Money),
)  # fmt: skip


def _bettered(facts: GradingFacts) -> list[GradingFacts]:
    """Each way of improving exactly one fact by one notch."""
    screens, bodies, evidences = tuple(S), tuple(B), tuple(BatteryEvidence)
    better = [
        replace(facts, hazards=facts.hazards[1:]), replace(facts, blocking_fails=facts.blocking_fails[1:]), replace(facts, erasure_proven=True),
        replace(facts, open_points=facts.open_points[1:]), replace(facts, functional_fails=facts.functional_fails[1:]),
        replace(facts, parts_genuine=True), replace(facts, repair_cost=Money(max(0, facts.repair_cost.amount_cents - 1))),
        replace(facts, repair_cap=facts.repair_cap + Money(1)),
        replace(facts, battery_evidence=evidences[min(len(evidences) - 1, evidences.index(facts.battery_evidence) + 1)]),
    ]  # fmt: skip
    if facts.screen:
        better.append(replace(facts, screen=screens[max(0, screens.index(facts.screen) - 1)]))
    if facts.body:
        better.append(replace(facts, body=bodies[max(0, bodies.index(facts.body) - 1)]))
    if facts.battery_pct is not None:
        better.append(replace(facts, battery_pct=min(100, facts.battery_pct + 1)))
    return better


@given(any_facts)
def test_every_input_gives_one_result_and_only_a_sale_has_a_grade(facts: GradingFacts) -> None:
    graded = grade(facts, RULES)
    assert (graded.outcome is Outcome.SALE) == (graded.grade is not None)
    assert 0 <= graded.rule <= 10


@given(any_facts)
def test_improving_one_fact_never_lowers_the_result(facts: GradingFacts) -> None:
    before = rank(grade(facts, RULES))
    assert all(rank(grade(better, RULES)) >= before for better in _bettered(facts))


@given(any_facts)
def test_the_same_facts_under_the_same_rules_give_the_same_result(facts: GradingFacts) -> None:
    again: Graded = grade(replace(facts), RULES)
    assert again == grade(facts, RULES)


@given(any_facts)
def test_the_fact_that_is_said_to_raise_the_result_does(facts: GradingFacts) -> None:
    graded = grade(facts, RULES)
    if graded.better is not None:
        assert rank(graded.better) > rank(graded)
