"""What an inspection that failed hands on: to the workshop its failing points, to the next inspection all that still stands. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from kiosk.diagnostics.checklist import Verdict, Words
from kiosk.diagnostics.events import Answered, PhotoTaken, SessionEvent
from kiosk.diagnostics.inspection import Inspection, to_test_again
from kiosk.diagnostics.repairs import BATTERY, DISPLAY, Repair
from kiosk.diagnostics.session import SessionState
from kiosk.diagnostics.views import finding_of

_STANDS = (Verdict.PASS, Verdict.NOT_APPLICABLE)
SOLD = "sale"
BATTERY_FACT, DISPLAY_FACT = "battery_pct", "screen"


@dataclass(frozen=True, slots=True)
class Failed:
    """A point that failed: what was found, the part that the finding names."""

    point_id: str
    number: int
    title: Words
    finding: Words
    part: str | None
    dependants: tuple[int, ...]


def failed_points(inspection: Inspection, state: SessionState) -> tuple[Failed, ...]:
    """In their order, each with the numbers that will be tested again with it."""
    numbers = {rule.point_id: rule.number for rule in inspection.points.values()}
    failed = []
    for step in inspection.checklist.steps:
        for question in step.questions:
            given = state.answers.get(question.question_id)
            if given is not None and given.verdict is Verdict.FAIL:
                again = sorted(numbers[name] for name in inspection.points[step.step_id].dependants)
                finding = finding_of(question, given)
                assert finding is not None
                failed.append(Failed(step.step_id, step.number, step.title, finding, given.part, tuple(again)))
                break
    return tuple(failed)


def parts_to_replace(state: SessionState) -> tuple[str, ...]:
    """What the defects found name, in the order of the answers; a broken or scratched screen names its display."""
    failed = [given for given in state.answers.values() if given.verdict is Verdict.FAIL]
    names = [given.part for given in failed if given.part] + [DISPLAY for given in failed if given.screen]
    return tuple(dict.fromkeys(names))


def part_behind(fact: str, state: SessionState) -> str | None:
    """The part whose change would mend a fact of the decision table or a point that failed; None where no part would."""
    if fact in (BATTERY_FACT, DISPLAY_FACT):
        return BATTERY if fact == BATTERY_FACT else DISPLAY
    return next((given.part for given in state.answers.values() if given.step_id == fact and given.verdict is Verdict.FAIL and given.part), None)


def inspectors_of(state: SessionState | None) -> frozenset[str]:
    """Who answered or ended that inspection."""
    if state is None:
        return frozenset()
    ended = {state.finished.person_id} if state.finished else set()
    return frozenset({given.person_id for given in state.answers.values() if given.probe is None} | ended)


def still_standing(inspection: Inspection, before: SessionState | None, repairs: Iterable[Repair], *, now_utc: datetime) -> tuple[SessionEvent, ...]:
    """What the next inspection begins with: every good answer and view but those of the points that failed, were repaired, or depend on one.

    A unit that came to the shelf in between begins anew. Answers keep who gave them; a new display has its looks judged anew.
    """
    if before is None or before.finished is None or before.finished.outcome == SOLD:
        return ()
    repairs = tuple(repairs)
    touched = {point.point_id for point in failed_points(inspection, before)} | {name for done in repairs for name in done.work.points}
    known = tuple(name for name in touched if name in inspection.points)
    again = set(to_test_again(inspection, known))
    if any(used.part == DISPLAY for done in repairs for used in done.work.parts):
        again |= {question.question_id for question in inspection.checklist.questions() if question.fact == "screen"}
    open_points = {step.step_id for step in inspection.checklist.steps if any(question.question_id in again for question in step.questions)}
    kept: list[SessionEvent] = []
    for step in inspection.checklist.steps:
        for question in step.questions:
            given = before.answers.get(question.question_id)
            if given is not None and given.verdict in _STANDS and question.question_id not in again:
                kept.append(replace(given, at_utc=now_utc, step_id=step.step_id))
        if step.step_id not in open_points:
            views = [(slot, before.photos[slot]) for slot in step.photo_slots if slot in before.photos]
            kept += [PhotoTaken(at_utc=now_utc, person_id=before.started.person_id, slot=slot, sha256=sha256) for slot, sha256 in views]
    return tuple(kept)


def carried(events: Iterable[SessionEvent]) -> frozenset[str]:
    """The questions among ``events`` that are answered already."""
    return frozenset(event.question_id for event in events if isinstance(event, Answered))
