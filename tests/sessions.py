"""An inspection's session as it stands after every point was answered well, but for what a test says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from kiosk.diagnostics import session
from kiosk.diagnostics.answers import answer, judged
from kiosk.diagnostics.checklist import Measure, Method, Verdict
from kiosk.diagnostics.events import Started
from kiosk.diagnostics.inspection import Inspection
from kiosk.diagnostics.session import SessionState

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def answered_session(inspection: Inspection, otherwise: Mapping[str, str | int]) -> SessionState:
    """``otherwise`` maps a question to another answer or number than the good one."""
    state = session.fold([Started(at_utc=AT, person_id="ines", clock_s=0, model_id="m")])
    for step in inspection.checklist.steps:
        for question in step.questions:
            said = otherwise.get(question.question_id)
            if question.measure is not None and not isinstance(said, str):
                number = said if said is not None else good_number(question.measure)
                event = judged(
                    question.measure, number, question_id=question.question_id, step_id=step.step_id, at_utc=AT, person_id="ines", method=Method.EXTERNAL
                )  # fmt: skip
                assert event is not None
            else:
                option = said or next(option.option_id for option in question.options if option.verdict is Verdict.PASS)
                event = answer(
                    state, inspection.checklist, question_id=question.question_id, option_id=str(option), now_utc=AT, person_id="ines"
                )  # fmt: skip
            state, _effects = session.apply(state, event)
    return state


def good_number(rule: Measure) -> int:
    """One that passes, whichever way the limit lies."""
    return next(number for number in (100, 10_000, rule.minimum) if rule.minimum <= number <= rule.maximum and not rule.fails(number))
