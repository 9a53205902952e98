"""What a screen shows of a diagnostic, as frozen facts computed from state and time. No words are chosen here.

A view model binds to ``SessionFacts``: texts come as ``Words`` (fr, en), findings as reason codes or numbers, durations as
milliseconds or seconds. Call ``session_facts`` again on every event and once a second while the clock runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.diagnostics.answers import measured_number
from kiosk.diagnostics.checklist import Checklist, Effect, Method, Option, Question, Stage, Step, Verdict, Words
from kiosk.diagnostics.events import Answered, Marked
from kiosk.diagnostics.figures import figure_of, measured_words
from kiosk.diagnostics.photos import defect_slot
from kiosk.diagnostics.planner import is_complete, views_left
from kiosk.diagnostics.session import SessionState, Status, at, time_is_up


class ClockColour(StrEnum):
    CALM = "calm"
    AMBER = "amber"
    RED = "red"
    OVER = "over"


class StepStatus(StrEnum):
    TODO = "todo"
    CURRENT = "current"
    PASSED = "passed"
    FAILED = "failed"
    INCONCLUSIVE = "inconclusive"
    NOT_TESTED = "not_tested"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """The ring: ``remaining_ms`` of ``limit_ms``; ``ahead_ms`` > 0 is ahead of plan, < 0 behind; pauses are counted apart."""

    limit_ms: int
    elapsed_ms: int
    remaining_ms: int
    colour: ClockColour
    amber_ms: int
    red_ms: int
    ahead_ms: int
    paused: bool
    pause_reason: str | None
    paused_ms: int
    extended: int


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """A button under a question; ``chosen`` is the answer on record."""

    option_id: str
    words: Words
    verdict: Verdict
    chosen: bool


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """A question of the current step. ``measure_unit`` is set when a number is wanted instead of (or beside) an answer.

    ``shows`` names where the device itself shows that number, ``measured`` is what an instrument found; ``whole_finding`` says both.
    """

    question_id: str
    words: Words
    answers: tuple[AnswerFacts, ...]
    verdict: Verdict | None
    finding: Words | None
    number: int | None
    method: Method | None
    measure_unit: str | None
    measure_minimum: int | None
    measure_maximum: int | None
    instrument: bool = False
    measured: int | None = None
    shows: Words | None = None
    whole_finding: Words | None = None


@dataclass(frozen=True, slots=True)
class StepFacts:
    """One line of the list. ``finding`` is what was found, shown instead of the time when the step failed (79 %).

    ``defects`` are slots for photos of what failed: asked of nobody, kept where they were taken.
    """

    step_id: str
    number: int
    title: Words
    instruction: Words
    icon: str
    method: Method
    status: StepStatus
    spent_ms: int
    budget_s: int
    finding: Words | None
    photo_slots: tuple[str, ...]
    photos: tuple[tuple[str, str], ...]
    defects: tuple[str, ...] = ()
    matters_next: bool = False
    short: Words | None = None


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """Everything the Diagnostic screen needs of the session itself; offer and grade are beside it."""

    status: Status
    clock: ClockFacts
    steps: tuple[StepFacts, ...]
    current: StepFacts | None
    questions: tuple[QuestionFacts, ...]
    done_count: int
    next_step_id: str | None
    imei: str | None
    serial: str | None
    model_id: str
    marks: tuple[Marked, ...] = ()


def clock_facts(state: SessionState, checklist: Checklist, now_utc: datetime) -> ClockFacts:
    """15:00 flat, amber and red where the checklist says (moved by an extension), pauses apart."""
    now = at(state, now_utc)
    extra_ms = now.limit_ms - checklist.clock_s * 1000
    amber_ms, red_ms = checklist.amber_s * 1000 + extra_ms, checklist.red_s * 1000 + extra_ms
    colour = ClockColour.CALM
    if time_is_up(state, now_utc):
        colour = ClockColour.OVER
    elif now.active_ms >= red_ms > 0:
        colour = ClockColour.RED
    elif now.active_ms >= amber_ms > 0:
        colour = ClockColour.AMBER
    planned_ms = sum(_planned_ms(step, now) for step in checklist.steps)
    return ClockFacts(
        now.limit_ms, now.active_ms, max(0, now.limit_ms - now.active_ms), colour, amber_ms, red_ms, planned_ms - now.active_ms,
        now.status is Status.PAUSED, now.pause_reason, now.paused_ms, len(now.extensions),
    )  # fmt: skip


def _planned_ms(step: Step, state: SessionState) -> int:
    budget_ms = step.budget_s * 1000
    return budget_ms if is_complete(step, state) else min(budget_ms, state.spent_ms.get(step.step_id, 0))


def step_status(step: Step, state: SessionState, *, out_of_time: bool = False) -> StepStatus:
    """The worst result of the step's questions; *to do* while something is missing and there is still time."""
    if not step.questions and step.stage is not Stage.CLOSING:
        return StepStatus.NOT_APPLICABLE
    verdicts = {state.answers[q.question_id].verdict for q in step.questions if q.question_id in state.answers}
    if Verdict.FAIL in verdicts:
        return StepStatus.FAILED
    if step.step_id == state.step_id and state.status is not Status.FINISHED and (not is_complete(step, state) or views_left(step, state)):
        return StepStatus.CURRENT
    if step.step_id in state.skipped or Verdict.NOT_TESTED in verdicts:
        return StepStatus.NOT_TESTED
    if not is_complete(step, state):
        return StepStatus.NOT_TESTED if out_of_time else StepStatus.TODO
    if Verdict.INCONCLUSIVE in verdicts:
        return StepStatus.INCONCLUSIVE
    if verdicts == {Verdict.NOT_APPLICABLE}:
        return StepStatus.NOT_APPLICABLE
    return StepStatus.PASSED


def finding_of(question: Question, given: Answered | None) -> Words | None:
    """What is to be read of an answer: the number with its unit, or the words of the option."""
    if given is None:
        return None
    if given.number is not None and question.measure is not None:
        return measured_words(given.number, question.measure.unit)
    option = question.option(given.option_id)
    return option.words if option else Words(given.option_id, given.option_id)


def value_of(question: Question, given: Answered | None) -> Words | None:
    """What a tile or a line says of an answer: the figure that an instrument read where there is one, else the finding."""
    return (figure_of(given) if given is not None else None) or finding_of(question, given)


def whole_finding_of(question: Question, given: Answered | None) -> Words | None:
    """The finding with both numbers where an instrument measured one and the device shows another: *84 % : mesuré 86 %, Réglages affiche 84 %*."""
    short, rule = finding_of(question, given), question.measure
    if short is None or given is None or rule is None or rule.shows is None or given.measured is None:
        return short
    return Words(
        f"{short.fr}\u00a0: mesuré {given.measured}\u202f{rule.unit}, {rule.shows.fr} {given.shown}\u202f{rule.unit}",
        f"{short.en}: measured {given.measured}{rule.unit}, {rule.shows.en} {given.shown}{rule.unit}",
    )


def session_facts(
    state: SessionState, checklist: Checklist, now_utc: datetime, *, next_step_id: str | None = None, matters_next: str | None = None
) -> SessionFacts:
    """The read model at ``now_utc``; ``next_step_id`` and ``matters_next`` come from the planner and the offer."""
    now = at(state, now_utc)
    over = time_is_up(state, now_utc)
    steps = tuple(_step_facts(step, now, out_of_time=over, matters=step.step_id == matters_next) for step in checklist.steps)
    open_step = checklist.step(now.step_id) if now.step_id else None
    return SessionFacts(
        status=now.status,
        clock=clock_facts(state, checklist, now_utc),
        steps=steps,
        current=next((facts for facts in steps if facts.step_id == now.step_id), None),
        questions=tuple(_question_facts(question, now) for question in open_step.questions) if open_step else (),
        done_count=sum(is_complete(step, now) for step in checklist.steps),
        next_step_id=next_step_id,
        imei=now.started.imei,
        serial=now.started.serial,
        model_id=now.started.model_id,
        marks=now.marks,
    )


def _is_seen(question: Question, state: SessionState) -> bool:
    """A defect that a photo can show: a lock is gone as soon as its owner takes it off."""
    return state.answers[question.question_id].effect is not Effect.BLOCK


def _step_facts(step: Step, state: SessionState, *, out_of_time: bool, matters: bool) -> StepFacts:
    failed = [q for q in step.questions if q.question_id in state.answers and state.answers[q.question_id].verdict is Verdict.FAIL]
    worst, defects = next(iter(failed), None), tuple(defect_slot(question.question_id) for question in failed if _is_seen(question, state))
    return StepFacts(
        step_id=step.step_id, number=step.number, title=step.title, instruction=step.instruction, icon=step.icon, method=step.method,
        status=step_status(step, state, out_of_time=out_of_time), spent_ms=state.spent_ms.get(step.step_id, 0), budget_s=step.budget_s,
        finding=finding_of(worst, state.answers[worst.question_id]) if worst else None, photo_slots=step.photo_slots,
        photos=tuple((slot, state.photos[slot]) for slot in (*step.photo_slots, *defects) if slot in state.photos), defects=defects,
        matters_next=matters, short=step.short,
    )  # fmt: skip


def _question_facts(question: Question, state: SessionState) -> QuestionFacts:
    given = state.answers.get(question.question_id)
    rule = question.measure
    return QuestionFacts(
        question_id=question.question_id, words=question.words,
        answers=tuple(_answer_facts(option, given) for option in question.options), verdict=given.verdict if given else None,
        finding=value_of(question, given), number=given.number if given else None, method=given.method if given else None,
        measure_unit=rule.unit if rule else None, measure_minimum=rule.minimum if rule else None, measure_maximum=rule.maximum if rule else None,
        instrument=question.instrument, measured=measured_number(given) if given and rule and rule.shows else None, shows=rule.shows if rule else None,
        whole_finding=whole_finding_of(question, given) if given and given.measured is not None else value_of(question, given),
    )  # fmt: skip


def _answer_facts(option: Option, given: Answered | None) -> AnswerFacts:
    return AnswerFacts(option.option_id, option.words, option.verdict, given is not None and given.option_id == option.option_id)
