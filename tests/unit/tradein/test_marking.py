"""Marks on the drawing: each is judged by itself, and the worst of a side of the rule gives its class."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.events import Answered, Marked, SessionEvent, Started
from kiosk.diagnostics.session import SessionState, fold
from kiosk.tradein.marking import axis_of, marked
from kiosk.tradein.rulefiles import load_bench_rules

RULES = load_bench_rules(Path(__file__).resolve().parents[3] / "resources")
PHONE, CONSOLE = RULES.checklists[DeviceKind.SMARTPHONE], RULES.checklists[DeviceKind.CONSOLE]
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
START = Started(at_utc=NOON, person_id="yanis", clock_s=900, model_id="m-1", imei="490154203237518")


def mark(face: str, option_id: str | None, *, at: int = 500, gone: bool = False, seconds: int = 60) -> Marked:
    return Marked(
        at_utc=NOON + timedelta(seconds=seconds), person_id="yanis", face=face, x_permille=at, y_permille=at, option_id=option_id, gone=gone
    )  # fmt: skip


def put(*marks: Marked) -> tuple[SessionState, tuple[SessionEvent, ...]]:
    """The session after these marks, and the events of the last."""
    events: list[SessionEvent] = [START]
    new: tuple[SessionEvent, ...] = ()
    for one in marks:
        new = marked(PHONE, fold(events), one, now_utc=one.at_utc)
        events += new
    return fold(events), new


def classes(state: SessionState) -> dict[str, str]:
    return {question_id: given.option_id for question_id, given in state.answers.items()}


@pytest.mark.parametrize(("marks", "expected"), [
    ((mark("back", "B2"),), {"body_class": "B2"}),
    ((mark("back", "B2"), mark("left", "B1")), {"body_class": "B2"}),
    ((mark("back", "B1"), mark("left", "B4")), {"body_class": "B4"}),
    ((mark("front", "S1"), mark("back", "B0")), {"screen_class": "S1", "body_class": "B0"}),
    ((mark("back", "B3"), mark("back", "B1")), {"body_class": "B1"}),
    ((mark("back", "B3"), mark("left", "B1"), mark("back", None, gone=True)), {"body_class": "B1"}),
    ((mark("back", "B3"), mark("back", None, gone=True)), {"body_class": "B3"}),
    ((mark("back", None),), {}),
])  # fmt: skip
def test_the_class_is_that_of_the_worst_mark(marks: tuple[Marked, ...], expected: dict[str, str]) -> None:
    assert classes(put(*marks)[0]) == expected


def test_a_mark_that_changes_no_class_answers_nothing_anew() -> None:
    assert not any(isinstance(event, Answered) for event in put(mark("back", "B2"), mark("left", "B2"))[1])


def test_after_fifteen_minutes_a_mark_is_kept_and_the_class_stays() -> None:
    late = mark("left", "B4", seconds=901)
    state, new = put(mark("back", "B1"), late)
    assert new == (late,)
    assert classes(state) == {"body_class": "B1"}


def test_where_a_kind_has_no_screen_its_front_is_part_of_the_body() -> None:
    front, screen = axis_of(CONSOLE, "front"), axis_of(PHONE, "front")
    assert front is not None and front.question_id == "body_class"
    assert screen is not None and screen.question_id == "screen_class"
