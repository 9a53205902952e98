"""A tour's script: one verb a line, and every fault is named by its line before anything is played."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.ui.tour.script import ScriptUnreadable, Step, filled, load, parse


def test_a_line_is_a_verb_with_its_text_and_options() -> None:
    steps = parse('// la journée\n{"say": "Matin"}\n\n{"tap": "Encaisser", "nth": 2}\n{"central": "unit", "code": "{imei}", "expect": "sold"}\n')
    assert steps == (
        Step(2, "say", "Matin", {}),
        Step(4, "tap", "Encaisser", {"nth": 2}),
        Step(5, "central", "unit", {"code": "{imei}", "expect": "sold"}),
    )
    assert (steps[1].within_ms, steps[2].option("expect")) == (10_000, "sold")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "not JSON"),
        ("[1]", "not an object"),
        ("{}", "one verb is needed, found 0"),
        ('{"tap": "a", "say": "b"}', "one verb is needed, found 2"),
        ('{"tap": "a", "wait_ms": 3}', "unknown: wait_ms"),
        ('{"network": "maybe"}', "'maybe' is not one of its values"),
        ('{"tap": ["a"]}', "['a'] is not one of its values"),
    ],
)
def test_a_bad_line_is_named(line: str, what: str) -> None:
    with pytest.raises(ScriptUnreadable) as refused:
        parse('{"say": "ok"}\n' + line, name="day.jsonl")
    assert refused.value.faults[0][0] == "day.jsonl:2"
    assert what in refused.value.faults[0][1]


def test_a_missing_script_is_named(tmp_path: Path) -> None:
    with pytest.raises(ScriptUnreadable) as refused:
        load(tmp_path / "nowhere.jsonl")
    assert refused.value.faults[0][1] == "FileNotFoundError"


def test_values_of_the_world_fill_the_text() -> None:
    assert filled("code {enrolment_code}!", {"enrolment_code": "ABCD-EFGH"}) == "code ABCD-EFGH!"
