"""From an answer to the event that keeps it with all its consequences: a ready answer, a number read or typed. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kiosk.diagnostics.checklist import Checklist, Measure, Method, Option, Question, Stage, Verdict
from kiosk.diagnostics.events import Answered
from kiosk.diagnostics.session import SessionState, at, must_be_open, time_is_up
from kiosk.errors import Misused, Refused


class TimeIsUp(Refused):
    """15:00 have passed: only a manager's extension opens the tests again."""

    code = "diagnostics.time_is_up"


class UnknownQuestion(Misused):
    """The checklist has no such question or answer."""

    code = "diagnostics.unknown_question"


class NoTester(Refused):
    """A safety measure without the tester's serial number and calibration proves nothing."""

    code = "diagnostics.tester_missing"


class OutOfRange(Refused):
    """The number measured or typed cannot be."""

    code = "diagnostics.out_of_range"


def answer(
    state: SessionState,
    checklist: Checklist,
    *,
    question_id: str,
    option_id: str,
    now_utc: datetime,
    person_id: str,
    method: Method | None = None,
    raw: str | None = None,
) -> Answered:
    """The event of a ready answer, or a refusal."""
    question, step_id, usual = _asked(state, checklist, question_id, now_utc)
    option = question.option(option_id)
    if option is None:
        raise UnknownQuestion(question=question_id, answer=option_id)
    return answered(
        option, question_id=question_id, step_id=step_id, at_utc=now_utc, person_id=person_id, method=method or usual, raw=raw,
        duration_ms=taken_ms(state, now_utc),
    )  # fmt: skip


def measure(
    state: SessionState,
    checklist: Checklist,
    *,
    question_id: str,
    number: int,
    now_utc: datetime,
    person_id: str,
    method: Method | None = None,
    raw: str | None = None,
    probe: str | None = None,
) -> Answered:
    """The event of a number read or typed, judged by the question's own threshold. ``probe`` is the instrument where one is wanted; NoTester."""
    question, step_id, usual = _asked(state, checklist, question_id, now_utc)
    rule = question.measure
    if rule is None:
        raise UnknownQuestion(question=question_id, answer=str(number))
    if question.instrument and probe is None:
        raise NoTester()
    if not rule.minimum <= number <= rule.maximum:
        raise OutOfRange(number=number, minimum=rule.minimum, maximum=rule.maximum, unit=rule.unit)
    found = judged(
        rule, number, question_id=question_id, step_id=step_id, at_utc=now_utc, person_id=person_id, method=method or usual,
        raw=str(number) if raw is None else raw, probe=probe, duration_ms=taken_ms(state, now_utc),
    )  # fmt: skip
    assert found is not None, "within its range"
    return beside(rule, found, state.answers.get(question_id))


def pass_rest(state: SessionState, checklist: Checklist, *, now_utc: datetime, person_id: str) -> tuple[Answered, ...]:
    """All of the open step at once: everything in it that nobody has answered is sound. What wants a number or a choice stays open."""
    step = checklist.step(state.step_id or "")
    asked = [question for question in step.questions if question.question_id not in state.answers] if step else []
    sound = {question.question_id: only_pass(question) for question in asked}
    given = [
        answer(state, checklist, question_id=question_id, option_id=option.option_id, now_utc=now_utc, person_id=person_id)
        for question_id, option in sound.items()
        if option is not None
    ]
    return tuple(replace(one, duration_ms=taken_ms(state, now_utc) // len(given)) for one in given)


def taken_ms(state: SessionState, now_utc: datetime) -> int:
    """How long a person took over an answer: since the last thing that happened in the session, pauses left out."""
    return at(state, now_utc).active_ms - state.active_ms


def only_pass(question: Question) -> Option | None:
    """The answer that says *sound*, where there is exactly one and no number is wanted."""
    passes = [option for option in question.options if option.verdict is Verdict.PASS]
    return passes[0] if len(passes) == 1 and question.measure is None else None


def judged(
    rule: Measure,
    number: int,
    *,
    question_id: str,
    step_id: str,
    at_utc: datetime,
    person_id: str,
    method: Method,
    raw: str | None = None,
    probe: str | None = None,
    duration_ms: int | None = None,
) -> Answered | None:
    """The event of a measured number; None when it cannot be one."""
    if not rule.minimum <= number <= rule.maximum:
        return None
    fails = rule.fails(number)
    return Answered(
        at_utc=at_utc, person_id=person_id, question_id=question_id, step_id=step_id, option_id="measured", number=number, raw=raw,
        verdict=Verdict.FAIL if fails else Verdict.PASS, method=method, reason=rule.reason if fails else None,
        effect=rule.effect if fails else None, part=rule.part if fails else None, probe=probe, duration_ms=duration_ms,
    )  # fmt: skip


def beside(rule: Measure, given: Answered, before: Answered | None) -> Answered:
    """What an instrument measured and what the device itself shows, whichever came first: the lower counts, both are kept (diagnostics §4.2)."""
    if rule.shows is None or before is None:
        return given
    measured = next((number for each in (given, before) if (number := measured_number(each)) is not None), None)
    shown = next((number for each in (given, before) if (number := _shown(each)) is not None), None)
    if measured is None or shown is None:
        return given
    by = given if given.method in _MACHINES else before
    low = judged(
        rule, min(measured, shown), question_id=given.question_id, step_id=given.step_id, at_utc=given.at_utc, person_id=given.person_id,
        method=by.method, raw=by.raw, probe=by.probe, duration_ms=by.duration_ms,
    )  # fmt: skip
    assert low is not None, "both were within the range"
    return replace(low, measured=measured, shown=shown)


def measured_number(given: Answered) -> int | None:
    """What an instrument found, also where the device shows less."""
    return given.number if given.measured is None and given.method in _MACHINES else given.measured


def _shown(given: Answered) -> int | None:
    return given.number if given.shown is None and given.method not in _MACHINES else given.shown


def answered(
    option: Option,
    *,
    question_id: str,
    step_id: str,
    at_utc: datetime,
    person_id: str,
    method: Method,
    raw: str | None = None,
    probe: str | None = None,
    duration_ms: int | None = None,
) -> Answered:
    """An option with all its consequences, as the event that keeps them."""
    return Answered(
        at_utc=at_utc, person_id=person_id, question_id=question_id, step_id=step_id, option_id=option.option_id, verdict=option.verdict,
        method=method, reason=option.reason, effect=option.effect, part=option.part, accessory=option.accessory, screen=option.screen,
        body=option.body, raw=raw, probe=probe, duration_ms=duration_ms,
    )  # fmt: skip


def _asked(state: SessionState, checklist: Checklist, question_id: str, now_utc: datetime) -> tuple[Question, str, Method]:
    must_be_open(state)
    question, step = checklist.question(question_id), checklist.step_of(question_id)
    if question is None or step is None:
        raise UnknownQuestion(question=question_id, answer="")
    if step.stage is not Stage.CLOSING and time_is_up(state, now_utc):
        raise TimeIsUp(minutes=state.limit_ms // 60_000)
    by_hand = Method.GUIDED if step.method in _MACHINES else step.method
    return question, step.step_id, by_hand


# A probe names its own method: an answer without one was given by a person, whatever could have read it.
_MACHINES = (Method.AUTO_USB, Method.AUTO_KIOSK, Method.BROWSER)
