"""Marks on the drawing of a device, each judged by itself: the class of an axis is that of its worst mark. Pure.

The front speaks about the screen where the kind has one, every other face about the body (reference: diagnostics §3.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.basics.money import Money
from kiosk.diagnostics.answers import answer
from kiosk.diagnostics.checklist import Checklist, Question
from kiosk.diagnostics.events import Answered, Marked, SessionEvent
from kiosk.diagnostics.session import SessionState, must_be_open, time_is_up
from kiosk.tradein.offer import make_offer
from kiosk.tradein.pricebook import ModelPrices, PriceBook

SCREEN, BODY = "screen_class", "body_class"
FRONT = "front"


@dataclass(frozen=True, slots=True)
class ClassGain:
    """What one class better on an axis would add to the offer."""

    better: str
    now: str
    gain: Money


def axis_of(checklist: Checklist, face: str) -> Question | None:
    """The question whose classes judge a mark on this face."""
    screen = checklist.question(SCREEN) if face == FRONT else None
    return screen or checklist.question(BODY)


def marked(checklist: Checklist, state: SessionState, mark: Marked, *, now_utc: datetime) -> tuple[SessionEvent, ...]:
    """The mark, and the class that its axis then has when that is another one. After 15:00 the class stays as it was."""
    must_be_open(state)
    axis = axis_of(checklist, mark.face)
    if axis is None or time_is_up(state, now_utc):
        return (mark,)
    before = state.answers.get(axis.question_id)
    others = [one for one in state.marks if (one.face, one.x_permille, one.y_permille) != (mark.face, mark.x_permille, mark.y_permille)]
    worst = _worst(axis, (one.option_id for one in (*others, *(() if mark.gone else (mark,))) if axis_of(checklist, one.face) is axis))
    if worst is None or (before is not None and before.option_id == worst):
        return (mark,)
    return mark, answer(state, checklist, question_id=axis.question_id, option_id=worst, now_utc=now_utc, person_id=mark.person_id)


def _worst(axis: Question, classes: Iterable[str | None]) -> str | None:
    """The options of an axis stand best first."""
    order = {option.option_id: place for place, option in enumerate(axis.options)}
    return max((found for found in classes if found in order), key=lambda found: order[found], default=None)


def class_gains(book: PriceBook, prices: ModelPrices, checklist: Checklist, answers: Mapping[str, Answered]) -> Mapping[str, ClassGain]:
    """Per axis that was judged and is not at its best: what the class above it would add to the most that can be offered now."""
    found = {}
    for question_id in (SCREEN, BODY):
        question, given = checklist.question(question_id), answers.get(question_id)
        order = [option.option_id for option in question.options] if question else []
        if question is None or given is None or given.option_id not in order[1:]:
            continue
        above = question.option(order[order.index(given.option_id) - 1])
        assert above is not None, "an option of the question"
        raised = {**answers, question_id: _as(given, question, above.option_id)}
        now, then = (make_offer(book, prices, checklist, facts, photos={}).high for facts in (answers, raised))
        if then > now:
            found[question_id] = ClassGain(above.option_id, given.option_id, then - now)
    return found


def _as(given: Answered, question: Question, option_id: str) -> Answered:
    option = question.option(option_id)
    assert option is not None, "an option of the question"
    return Answered(
        at_utc=given.at_utc, person_id=given.person_id, question_id=given.question_id, step_id=given.step_id, option_id=option_id, verdict=option.verdict,
        method=given.method, reason=option.reason, effect=option.effect, part=option.part, screen=option.screen, body=option.body,
    )  # fmt: skip
