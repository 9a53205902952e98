"""The published data: complete, in both languages, and refused as soon as a key is not understood."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.checklist import Checklist, Verdict
from kiosk.diagnostics.inspection import Severity
from kiosk.diagnostics.rulefiles import load_checklist, load_grading
from kiosk.diagnostics.tomlfiles import BadRuleFile
from kiosk.tradein.rulefiles import BenchRules, load_bench_rules

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
RULES: BenchRules = load_bench_rules(RESOURCES)
SMARTPHONE = RULES.checklists[DeviceKind.SMARTPHONE]
SEVEN_VIEWS = ("screen_on", "screen_off", "back", "left", "right", "top", "bottom")
LISTS = [*RULES.checklists.values(), *(inspection.checklist for inspection in RULES.inspections.values())]


def test_the_smartphone_has_sixteen_steps_with_their_budgets() -> None:
    assert [step.number for step in SMARTPHONE.steps] == list(range(16))
    assert [step.budget_s for step in SMARTPHONE.steps] == [40, 50, 50, 0, 20, 80, 50, 50, 70, 50, 25, 120, 40, 15, 120, 40]
    assert (SMARTPHONE.clock_s, SMARTPHONE.amber_s, SMARTPHONE.red_s) == (900, 720, 840)


@pytest.mark.parametrize(
    ("kind", "planned_s"),
    [("smartphone", 820), ("tablet", 775), ("laptop", 840), ("console", 785), ("watch", 625), ("appliance", 785)],
)
def test_every_kind_plans_within_the_fifteen_minutes(kind: str, planned_s: int) -> None:
    checklist = RULES.checklists[DeviceKind(kind)]
    assert sum(step.budget_s for step in checklist.steps) == planned_s
    assert [step.number for step in checklist.steps] == list(range(16))


def test_seven_views_and_one_with_the_imei_on_screen_are_asked() -> None:
    slots = [slot for step in SMARTPHONE.steps for slot in step.photo_slots]
    assert sorted(slots) == sorted((*SEVEN_VIEWS, "imei_on_screen"))


def test_every_kind_has_its_thirty_points() -> None:
    assert set(RULES.inspections) == set(DeviceKind)
    for inspection in RULES.inspections.values():
        assert [rule.number for rule in inspection.points.values()] == list(range(1, 31))


def test_the_blocking_points_of_a_smartphone_are_those_of_the_reference() -> None:
    points = RULES.inspections[DeviceKind.SMARTPHONE].points.values()
    assert [rule.number for rule in points if rule.severity is Severity.KNOCK_OUT] == [1, 2, 3, 4, 5, 6, 8, 9, 29]
    assert [rule.number for rule in points if rule.severity is Severity.COSMETIC] == [30]


@pytest.mark.parametrize("checklist", LISTS, ids=lambda checklist: checklist.checklist_id)
def test_every_question_can_be_passed_and_its_words_stand_in_both_languages(checklist: Checklist) -> None:
    for step in checklist.steps:
        words = [step.title, step.instruction, *(q.words for q in step.questions), *(o.words for q in step.questions for o in q.options)]
        assert all(text.fr.strip() and text.en.strip() for text in words), step.step_id
    for question in checklist.questions():
        assert question.measure or any(option.verdict is Verdict.PASS for option in question.options), question.question_id
        assert all(option.reason for option in question.options if option.verdict is Verdict.FAIL), question.question_id


@pytest.mark.parametrize("checklist", LISTS, ids=lambda checklist: checklist.checklist_id)
def test_every_icon_is_drawn(checklist: Checklist) -> None:
    assert [step.icon for step in checklist.steps if not (RESOURCES / "icons" / f"{step.icon}.svg").exists()] == []


def test_the_hash_is_of_the_files_own_bytes() -> None:
    assert SMARTPHONE.sha256 == hashlib.sha256((RESOURCES / "checklists" / "smartphone.toml").read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda text: text.replace('icon = "lock"', 'icon = "lock"\ncolour = "red"'), "colour"),
        (lambda text: text.replace("budget_s = 50", 'budget_s = "fifty"', 1), "budget_s"),
        (lambda text: text.replace('effect = "stop"', 'effect = "explode"', 1), "explode"),
        (lambda text: text.replace('id = "multitouch"', 'id = "touch"'), "touch"),
        (lambda text: text.replace("[[steps]]", "[[steps", 1), "smartphone.toml"),
    ],
)
def test_a_file_that_is_not_understood_is_refused_whole_and_the_place_is_named(tmp_path: Path, change: object, named: str) -> None:
    assert callable(change)
    path = tmp_path / "smartphone.toml"
    path.write_text(change((RESOURCES / "checklists" / "smartphone.toml").read_text("utf-8")), "utf-8")
    with pytest.raises(BadRuleFile) as refusal:
        load_checklist(path, RULES.grading)
    assert named in str(refusal.value.facts) + str(refusal.value.faults)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadRuleFile):
        load_grading(tmp_path / "rules.toml")


def test_a_device_that_cannot_have_something_is_not_asked_about_it() -> None:
    tablet = RULES.inspections[DeviceKind.TABLET]
    wifi_only = {q.question_id for q in tablet.for_capabilities(("stylus",)).checklist.questions()}
    assert "network" not in wifi_only and "stylus" in wifi_only and "keyboard_connector" not in wifi_only
    everything = {q.question_id for q in tablet.for_capabilities(()).checklist.questions()}
    assert {"network", "stylus", "keyboard_connector"} <= everything


def test_a_broken_list_stops_its_own_kind_and_no_other(tmp_path: Path) -> None:
    shutil.copytree(RESOURCES, tmp_path / "resources", ignore=shutil.ignore_patterns("fonts", "icons", "demo", "documents"))
    (tmp_path / "resources" / "checklists" / "watch.toml").write_text("id = ", "utf-8")
    rules = load_bench_rules(tmp_path / "resources")
    assert rules.checklists[DeviceKind.SMARTPHONE].kind is DeviceKind.SMARTPHONE
    with pytest.raises(BadRuleFile):
        rules.checklists.get(DeviceKind.WATCH)
