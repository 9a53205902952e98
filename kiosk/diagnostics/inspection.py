"""The thirty control points before sale: what they say together, who may judge them, and what a repair puts in doubt. Pure.

An inspection is a session without a clock (``session.py``) whose steps are points. A point is *not applicable* only because the
model cannot have it, never because somebody says so. Source: diagnostics §2.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from kiosk.basics.money import ZERO, Money
from kiosk.diagnostics.checklist import BodyClass, Checklist, Effect, Method, Question, ScreenClass, Step, Verdict, Words
from kiosk.diagnostics.events import Answered, SessionEvent, StepOpened
from kiosk.diagnostics.grading import BatteryEvidence, Graded, GradingFacts, GradingRules, grade
from kiosk.diagnostics.planner import is_complete
from kiosk.diagnostics.session import SessionState
from kiosk.diagnostics.views import StepStatus, step_status, value_of
from kiosk.errors import Refused


class SamePerson(Refused):
    """Who bought or repaired a unit may not inspect it."""

    code = "diagnostics.same_person"


@dataclass(frozen=True, slots=True)
class Beyond:
    """What the points do not say themselves: the certificate, what a repair would cost and may, and what earlier repairs prove."""

    erasure_proven: bool
    repair_cost: Money = ZERO
    repair_cap: Money = ZERO
    parts_genuine: bool = True
    new_cell: bool = False

    def kept(self) -> dict[str, int]:
        """As the end of an inspection keeps it."""
        return {
            "erasure_proven": int(self.erasure_proven), "repair_cost_cents": self.repair_cost.amount_cents,
            "repair_cap_cents": self.repair_cap.amount_cents, "parts_genuine": int(self.parts_genuine), "new_cell": int(self.new_cell),
        }  # fmt: skip


class Severity(StrEnum):
    """What a failing point means: never saleable, to be repaired, or a matter of looks."""

    KNOCK_OUT = "!"
    REWORK = "f"
    COSMETIC = "c"


@dataclass(frozen=True, slots=True)
class PointRule:
    """What is particular to a point. ``codes``: A auto, B browser or instrument, G guided, E external, P photo."""

    point_id: str
    number: int
    codes: tuple[str, ...]
    severity: Severity
    requires: str | None
    dependants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """A published version of a kind's thirty points; ``checklist`` holds their questions."""

    checklist: Checklist
    points: Mapping[str, PointRule]

    def for_capabilities(self, capabilities: tuple[str, ...]) -> Inspection:
        """Without what this model cannot have; those points stay as *not applicable*."""
        return replace(self, checklist=self.checklist.for_capabilities(capabilities))


@dataclass(frozen=True, slots=True)
class PointFacts:
    """One tile."""

    point_id: str
    number: int
    title: Words
    instruction: Words
    icon: str
    codes: tuple[str, ...]
    blocking: bool
    status: StepStatus
    finding: Words | None
    photo_slots: tuple[str, ...]
    short: Words | None = None


@dataclass(frozen=True, slots=True)
class InspectionFacts:
    """The screen of the thirty tiles: ``graded`` is today's result, ``projected`` what it is if every point left conforms."""

    points: tuple[PointFacts, ...]
    done_count: int
    graded: Graded
    projected: Graded
    screen: ScreenClass | None
    body: BodyClass | None
    battery_pct: int | None
    next_point_id: str | None


def must_be_another(*, inspector_id: str, acquired_by: str | None, repaired_by: tuple[str, ...] = ()) -> None:
    """Refuse that somebody judges their own work."""
    if inspector_id in (acquired_by, *repaired_by):
        raise SamePerson()


def to_test_again(inspection: Inspection, point_ids: tuple[str, ...]) -> tuple[str, ...]:
    """The questions of the points repaired and of all that depend on them."""
    points = {*point_ids, *(name for point_id in point_ids for name in inspection.points[point_id].dependants)}
    return tuple(question.question_id for step in inspection.checklist.steps if step.step_id in points for question in step.questions)


def open_next(inspection: Inspection, state: SessionState, now_utc: datetime, person_id: str) -> tuple[SessionEvent, ...]:
    """Stay on a point until it is complete, then go to the first that waits."""
    current = inspection.checklist.step(state.step_id) if state.step_id else None
    if current is not None and not is_complete(current, state):
        return ()
    waiting = next((step for step in inspection.checklist.steps if step.questions and not is_complete(step, state)), None)
    return (StepOpened(at_utc=now_utc, person_id=person_id, step_id=waiting.step_id),) if waiting else ()


def grading_facts(
    inspection: Inspection, state: SessionState, beyond: Beyond, *, assume_open_pass: bool = False
) -> GradingFacts:
    """What the thirty points say, for the decision table. ``assume_open_pass`` takes every open point as conforming."""
    asked = list(_asked(inspection, state))
    fails = [(step, given) for step, _question, given in asked if given is not None and given.verdict is Verdict.FAIL]
    functional = [(s, g) for s, g in fails if g.screen is None and g.body is None and g.effect not in (Effect.NOTE, Effect.HAZARD, Effect.HOLD_ERASE)]
    knock_outs = [(s, g) for s, g in functional if inspection.points[s.step_id].severity is Severity.KNOCK_OUT and g.effect is not Effect.REWORK]
    repairable = [(s, g) for s, g in functional if (s, g) not in knock_outs]
    open_points = () if assume_open_pass else _names(step.step_id for step, _q, given in asked if _open(given))
    screen, body = _given_fact(asked, "screen"), _given_fact(asked, "body")
    battery = _given_fact(asked, "battery_pct")
    genuine = _given_fact(asked, "parts_genuine")
    return GradingFacts(
        hazards=_names(step.step_id for step, given in fails if given.effect is Effect.HAZARD and given.body is None),
        blocking_fails=_names(step.step_id for step, _given in knock_outs),
        erasure_proven=beyond.erasure_proven and all(given.effect is not Effect.HOLD_ERASE for _step, given in fails),
        open_points=open_points,
        functional_fails=_names(step.step_id for step, given in repairable if given is not battery),
        has_screen=_has_fact(asked, "screen"),
        screen=screen.screen if screen else ScreenClass.S0 if assume_open_pass and _has_fact(asked, "screen") else None,
        body=body.body if body else BodyClass.B0 if assume_open_pass else None,
        has_battery=_has_fact(asked, "battery_pct"),
        battery_pct=battery.number if battery else 100 if assume_open_pass else None,
        battery_evidence=_evidence(battery, new_cell=beyond.new_cell) if battery or not assume_open_pass else BatteryEvidence.MEASURED,
        parts_genuine=beyond.parts_genuine and (genuine is None or genuine.verdict is Verdict.PASS),
        repair_cost=beyond.repair_cost,
        repair_cap=beyond.repair_cap,
    )


def inspection_facts(inspection: Inspection, state: SessionState, rules: GradingRules, beyond: Beyond) -> InspectionFacts:
    """The read model of the inspection screen."""
    facts = grading_facts(inspection, state, beyond)
    hoped = grading_facts(inspection, state, beyond, assume_open_pass=True)
    points = tuple(_point_facts(inspection, step, state) for step in inspection.checklist.steps)
    waiting = (StepStatus.TODO, StepStatus.CURRENT)
    return InspectionFacts(
        points=points, done_count=sum(point.status not in waiting for point in points), graded=grade(facts, rules), projected=grade(hoped, rules),
        screen=facts.screen, body=facts.body, battery_pct=facts.battery_pct,
        next_point_id=next((point.point_id for point in points if point.status in waiting), None),
    )  # fmt: skip


def _asked(inspection: Inspection, state: SessionState) -> Iterator[tuple[Step, Question, Answered | None]]:
    for step in inspection.checklist.steps:
        for question in step.questions:
            yield step, question, state.answers.get(question.question_id)


def _open(given: Answered | None) -> bool:
    return given is None or given.verdict in (Verdict.NOT_TESTED, Verdict.INCONCLUSIVE)


def _names(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _has_fact(asked: list[tuple[Step, Question, Answered | None]], fact: str) -> bool:
    return any(question.fact == fact for _step, question, _given in asked)


def _given_fact(asked: list[tuple[Step, Question, Answered | None]], fact: str) -> Answered | None:
    return next((given for _step, question, given in asked if question.fact == fact and given is not None), None)


def _evidence(battery: Answered | None, *, new_cell: bool) -> BatteryEvidence:
    if new_cell:
        return BatteryEvidence.NEW_CELL_INVOICE
    measured = battery is not None and battery.method in (Method.AUTO_USB, Method.AUTO_KIOSK, Method.EXTERNAL)
    return BatteryEvidence.MEASURED if measured else BatteryEvidence.CLAIMED


def _point_facts(inspection: Inspection, step: Step, state: SessionState) -> PointFacts:
    rule = inspection.points[step.step_id]
    given = [(question, state.answers[question.question_id]) for question in step.questions if question.question_id in state.answers]
    shown = next(((q, g) for q, g in given if g.verdict is Verdict.FAIL), given[-1] if given else None)
    return PointFacts(
        point_id=step.step_id, number=step.number, title=step.title, instruction=step.instruction, icon=step.icon, codes=rule.codes,
        blocking=rule.severity is Severity.KNOCK_OUT, status=step_status(step, state), finding=value_of(*shown) if shown else None,
        photo_slots=step.photo_slots, short=step.short,
    )  # fmt: skip
