"""What an instrument found out about a device, and which answers follow from it. Pure.

An instrument (a cable, the self-test page, a report file) names facts, not questions: a question of a checklist or of the thirty
points says which fact it ``reads`` (its own name unless the file says otherwise), so one report fills both. What a person has
answered stays: the report is kept beside it and shows where they disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.diagnostics.answers import answered, beside, judged
from kiosk.diagnostics.checklist import Checklist, Method, Option, Question, Stage, Verdict
from kiosk.diagnostics.events import Answered, DeviceRead, Reopened, SessionEvent
from kiosk.diagnostics.session import SessionState, must_be_open, time_is_up

NO_LONGER_READ = "no_longer_read"
_BY_PERSON = (Method.GUIDED, Method.DECLARED, Method.PHOTO, Method.EXTERNAL)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact that can answer a question: a number as measured, or a verdict with the reason code of a fail. ``raw`` is what the instrument said.

    ``duration_ms`` is this finding's own, where the instrument knows it; else the whole report's counts.
    """

    fact: str
    raw: str
    verdict: Verdict = Verdict.PASS
    reason: str | None = None
    number: int | None = None
    duration_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything from one instrument at one go. ``probe`` is its name and version (``adb 1``); ``facts`` what is kept to explain the answers later.

    ``withdrawn`` are facts that it looked for and no longer finds: a fail that it read earlier is asked anew, since not to see a lock proves nothing.
    """

    probe: str
    method: Method
    findings: tuple[Finding, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    duration_ms: int = 0
    withdrawn: tuple[str, ...] = ()


def events_of(report: Report, state: SessionState, checklist: Checklist, *, now_utc: datetime, person_id: str) -> tuple[SessionEvent, ...]:
    """The report itself, then each answer that it gives and nobody has given by hand, then what it puts in question again. SessionOver."""
    must_be_open(state, running=False)
    read = DeviceRead(at_utc=now_utc, person_id=person_id, probe=report.probe, facts=dict(report.facts), duration_ms=report.duration_ms)
    over = state.offer is not None or time_is_up(state, now_utc)
    found = {finding.fact: finding for finding in report.findings}
    answers, doubted = [], []
    for step in checklist.steps:
        for question in step.questions if step.stage is not Stage.CLOSING and not over else ():
            fact, before = question.reads or question.question_id, state.answers.get(question.question_id)
            if fact in report.withdrawn and _failed_by_instrument(before):
                doubted.append(question.question_id)
            finding = found.get(fact)
            if finding is None or (_answered_by_person(before) and not _stands_beside(question, finding)):
                continue
            given = _answer(question, finding, report, step_id=step.step_id, now_utc=now_utc, person_id=person_id)
            if given is not None and question.measure is not None:
                given = beside(question.measure, given, before)
            if given is not None and not _same(given, before):
                answers.append(given)
    asked_anew = (Reopened(at_utc=now_utc, person_id=person_id, question_ids=tuple(doubted), reason=NO_LONGER_READ),) if doubted else ()
    return (read, *answers, *asked_anew)


def disputed(report: Report, checklist: Checklist, answers: Mapping[str, Answered]) -> tuple[Question, ...]:
    """What a person called good and the instrument finds failing. The person's word stays, and they are told to look again."""
    failing = {finding.fact for finding in report.findings if finding.verdict is Verdict.FAIL}
    return tuple(question for question in checklist.questions() if (question.reads or question.question_id) in failing and _passed_by_person(question, answers))


def _passed_by_person(question: Question, answers: Mapping[str, Answered]) -> bool:
    given = answers.get(question.question_id)
    return given is not None and given.verdict is Verdict.PASS and given.method in _BY_PERSON


def _failed_by_instrument(given: Answered | None) -> bool:
    return given is not None and given.verdict is Verdict.FAIL and given.method not in _BY_PERSON


def _answered_by_person(given: Answered | None) -> bool:
    return given is not None and given.method in _BY_PERSON and given.verdict not in (Verdict.NOT_TESTED, Verdict.INCONCLUSIVE)


def _stands_beside(question: Question, finding: Finding) -> bool:
    """A number that a person read off the device's own screen is no judgement of theirs: what is measured joins it."""
    return finding.number is not None and question.measure is not None and question.measure.shows is not None


def _answer(question: Question, finding: Finding, report: Report, *, step_id: str, now_utc: datetime, person_id: str) -> Answered | None:
    """None when the question has no such answer: a report never invents one."""
    duration_ms = report.duration_ms if finding.duration_ms is None else finding.duration_ms
    if finding.number is not None and question.measure is not None:
        return judged(
            question.measure, finding.number, question_id=question.question_id, step_id=step_id, at_utc=now_utc, person_id=person_id,
            method=report.method, raw=finding.raw, probe=report.probe, duration_ms=duration_ms,
        )  # fmt: skip
    option = _option(question, finding)
    if option is None:
        return None
    return answered(
        option, question_id=question.question_id, step_id=step_id, at_utc=now_utc, person_id=person_id, method=report.method, raw=finding.raw,
        probe=report.probe, duration_ms=duration_ms,
    )  # fmt: skip


def _option(question: Question, finding: Finding) -> Option | None:
    wanted = finding.reason if finding.verdict is Verdict.FAIL and finding.reason else finding.verdict.value
    return question.option(wanted)


def _same(given: Answered, before: Answered | None) -> bool:
    names = ("option_id", "number", "method", "raw", "measured", "shown")
    return before is not None and all(getattr(given, name) == getattr(before, name) for name in names)
