"""What the trade-in page shows of a session: clock, steps, the current step and its question. Frozen in, frozen out; chooses no words.

Icons are names of ``resources/icons``, tones are names of ``Kiosk.Style``. Texts come from the checklist in the person's language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.diagnostics.checklist import BodyClass, Method, ScreenClass, Verdict
from kiosk.diagnostics.views import AnswerFacts, ClockColour, ClockFacts, QuestionFacts, SessionFacts, StepFacts, StepStatus
from kiosk.ui.viewmodels.durations import budget, countdown, duration

_CLOCK_TONES = {ClockColour.CALM: "accent", ClockColour.AMBER: "wait", ClockColour.RED: "bad", ClockColour.OVER: "bad"}
_STEP_LOOKS = {
    StepStatus.PASSED: "done",
    StepStatus.FAILED: "failed",
    StepStatus.INCONCLUSIVE: "warned",
    StepStatus.NOT_TESTED: "warned",
    StepStatus.NOT_APPLICABLE: "done",
    StepStatus.CURRENT: "todo",
    StepStatus.TODO: "todo",
}
TIGHT_MS_PER_S = 200
"""In the last fifth of its budget a step is amber."""
LONGEST_ASIDE = 8
_CLASSES = frozenset((*ScreenClass, *BodyClass))
_VERDICT_LOOKS = {
    Verdict.PASS: ("circle-check", "ok"),
    Verdict.FAIL: ("circle-x", "bad"),
    Verdict.INCONCLUSIVE: ("circle-help", "wait"),
    Verdict.NOT_TESTED: ("circle-help", "wait"),
    Verdict.NOT_APPLICABLE: ("circle-slash", ""),
}


@dataclass(frozen=True, slots=True)
class ClockProps:
    """The ring and what stands beside it. ``left_part`` and the marks are parts of the whole ring."""

    remaining: str = "15:00"
    limit: str = "15:00"
    left_part: float = 1.0
    amber_part: float = 0.8
    red_part: float = 14 / 15
    tone: str = "accent"
    plan_gap: str = "0:00"
    late: bool = False
    paused: bool = False
    pause_reason: str = ""
    paused_for: str = ""
    over: bool = False


def clock_props(facts: ClockFacts, *, pause_words: str = "") -> ClockProps:
    """The clock at this second; ``pause_words`` say why it stands."""
    limit_ms = max(1, facts.limit_ms)
    return ClockProps(
        remaining=countdown(facts.remaining_ms), limit=countdown(facts.limit_ms), left_part=facts.remaining_ms / limit_ms,
        amber_part=facts.amber_ms / limit_ms, red_part=facts.red_ms / limit_ms, tone=_CLOCK_TONES[facts.colour],
        plan_gap=duration(abs(facts.ahead_ms)), late=facts.ahead_ms <= -1000, paused=facts.paused, pause_reason=pause_words or facts.pause_reason or "",
        paused_for=duration(facts.paused_ms) if facts.paused_ms else "", over=facts.colour is ClockColour.OVER,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class StepRow:
    """One line of the list on the left. ``aside`` is the measured time, the budget, or the finding."""

    step_id: str
    title: str
    short: str
    look: str
    aside: str
    untested: bool
    automatic: bool
    matters: bool
    remaining: float


def in_order_of_work(steps: Sequence[StepFacts], done_order: Sequence[str], current_id: str | None) -> tuple[StepFacts, ...]:
    """What is done, in the order it was done; the current one; what is to come, in the checklist's order."""
    place = {step_id: at for at, step_id in enumerate(done_order)}

    def rank(step: StepFacts) -> tuple[int, int, int]:
        if step.step_id == current_id:
            return 1, 0, step.number
        return (0, place[step.step_id], step.number) if step.step_id in place else (2, 0, step.number)

    return tuple(sorted(steps, key=rank))


def step_row(step: StepFacts, current_id: str | None, language: str) -> StepRow:
    """The right side says the measured time, or the finding when something was found and it is short; the look says *failed* in any case."""
    current = step.step_id == current_id
    done = step.status not in (StepStatus.TODO, StepStatus.CURRENT)
    found = step.finding.text(language) if step.finding else ""
    aside = found if 0 < len(found) <= LONGEST_ASIDE else duration(step.spent_ms) if done or current else budget(step.budget_s)
    return StepRow(
        step_id=step.step_id, title=step.title.text(language), short=(step.short or step.title).text(language),
        look="current" if current else _STEP_LOOKS[step.status], aside=aside,
        untested=step.status is StepStatus.NOT_TESTED, automatic=step.budget_s == 0 and step.finding is None, matters=step.matters_next and not done,
        remaining=max(0.0, 1 - step.spent_ms / (step.budget_s * 1000)) if step.budget_s else 1.0,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class StepProps:
    """The head of the middle column."""

    step_id: str = ""
    title: str = ""
    instruction: str = ""
    icon_name: str = ""
    place: int = 0
    count: int = 0
    left: str = ""
    overrun: bool = False
    tight: bool = False
    complete: bool = False


def step_props(facts: SessionFacts, rows: Sequence[StepRow], language: str) -> StepProps:
    """Nothing is shown before the first step is open."""
    current = facts.current
    if current is None:
        return StepProps(count=len(rows))
    left_ms = current.budget_s * 1000 - current.spent_ms
    place = next(at for at, row in enumerate(rows, start=1) if row.step_id == current.step_id)
    return StepProps(
        step_id=current.step_id, title=current.title.text(language), instruction=current.instruction.text(language), icon_name=current.icon,
        place=place, count=len(rows), left=budget(max(0, left_ms) // 1000) if left_ms >= 0 else duration(-left_ms), overrun=left_ms < 0,
        tight=0 <= left_ms < current.budget_s * TIGHT_MS_PER_S,
        complete=current.status not in (StepStatus.TODO, StepStatus.CURRENT),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question of the current step with what was found, if it was answered."""

    question_id: str
    text: str
    finding: str
    icon_name: str
    tone: str
    answered: bool
    current: bool
    by_cable: bool


def question_rows(questions: Sequence[QuestionFacts], current_id: str, language: str) -> tuple[QuestionRow, ...]:
    return tuple(_question_row(question, current_id, language) for question in questions)


def _question_row(question: QuestionFacts, current_id: str, language: str) -> QuestionRow:
    icon, tone = _VERDICT_LOOKS[question.verdict] if question.verdict else ("circle-dashed", "")
    return QuestionRow(
        question_id=question.question_id, text=question.words.text(language), finding=_finding(question, language),
        icon_name=icon, tone=tone, answered=question.verdict is not None, current=question.question_id == current_id,
        by_cable=question.method is Method.AUTO_USB,
    )  # fmt: skip


def _finding(question: QuestionFacts, language: str) -> str:
    """With the place that is still empty, where the device shows the number too: *86 %, Réglages affiche …*."""
    found = question.whole_finding.text(language) if question.whole_finding else ""
    waits = question.shows is not None and question.measured is not None and question.whole_finding == question.finding
    return f"{found}, {question.shows.text(language)} …" if waits and question.shows else found


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A ready answer, as a large button of a list; ``name`` is what it is called, stable for classes (``S1``)."""

    option_id: str
    text: str
    name: str
    defect: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class QuestionProps:
    """The question in the middle. With ``ready`` the three answers stand in the action bar; with ``choice`` all answers are a list.

    ``measured_beside``: an instrument measured this; what the device shows is typed beside it.
    """

    question_id: str = ""
    text: str = ""
    choice: bool = False
    ready: bool = False
    can_pass: bool = False
    can_fail: bool = False
    can_leave: bool = False
    can_doubt: bool = False
    pass_text: str = ""
    fail_text: str = ""
    several_reasons: bool = False
    measured: bool = False
    unit: str = ""
    minimum: int = 0
    maximum: int = 0
    number: str = ""
    place: int = 0
    count: int = 0
    can_pass_rest: bool = False
    measured_beside: str = ""


def current_question(questions: Sequence[QuestionFacts], wanted_id: str | None) -> QuestionFacts | None:
    """The one asked for again, else the first without an answer."""
    wanted = next((question for question in questions if question.question_id == wanted_id), None)
    return wanted or next((question for question in questions if question.verdict is None), None)


def question_props(question: QuestionFacts | None, questions: Sequence[QuestionFacts], language: str) -> QuestionProps:
    if question is None:
        return QuestionProps()
    passes, fails, left, doubts = (_with(question, verdict) for verdict in (Verdict.PASS, Verdict.FAIL, Verdict.NOT_TESTED, Verdict.INCONCLUSIVE))
    choice = len(passes) > 1
    return QuestionProps(
        question_id=question.question_id, text=question.words.text(language), choice=choice, ready=not choice,
        can_pass=bool(passes) or question.measure_unit is not None, can_fail=bool(fails),
        can_leave=bool(left), can_doubt=bool(doubts),
        pass_text=_only(passes, language), fail_text=_only(fails, language), several_reasons=len(fails) > 1,
        measured=question.measure_unit is not None, unit=question.measure_unit or "", minimum=question.measure_minimum or 0,
        maximum=question.measure_maximum or 0, number="" if question.number is None else str(question.number),
        place=questions.index(question) + 1, count=len(questions), can_pass_rest=_can_pass_rest(questions),
        measured_beside="" if question.measured is None else f"{question.measured}\u202f{question.measure_unit}",
    )  # fmt: skip


def _can_pass_rest(questions: Sequence[QuestionFacts]) -> bool:
    """Several questions are open and one word answers them all."""
    still_open = [question for question in questions if question.verdict is None]
    return len(still_open) > 1 and all(len(_with(one, Verdict.PASS)) == 1 and one.measure_unit is None for one in still_open)


def answer_rows(question: QuestionFacts | None, language: str, *, only_fails: bool = False) -> tuple[AnswerRow, ...]:
    """All ready answers, or only the defects to choose a reason from."""
    if question is None:
        return ()
    return tuple(
        AnswerRow(answer.option_id, _worded(answer, language), _named(answer, language), answer.verdict is Verdict.FAIL, answer.chosen)
        for answer in question.answers
        if not only_fails or answer.verdict is Verdict.FAIL
    )


def _named(answer: AnswerFacts, language: str) -> str:
    """What a button is called: a class by its code, any other answer by its words."""
    return answer.option_id if answer.option_id in _CLASSES else answer.words.text(language)


def _worded(answer: AnswerFacts, language: str) -> str:
    return f"{answer.option_id} \u00b7 {answer.words.text(language)}" if answer.option_id in _CLASSES else answer.words.text(language)


def option_id(question: QuestionFacts, verdict: Verdict) -> str | None:
    """The first ready answer with this verdict."""
    return next((answer.option_id for answer in question.answers if answer.verdict is verdict), None)


def _with(question: QuestionFacts, verdict: Verdict) -> tuple[AnswerFacts, ...]:
    return tuple(answer for answer in question.answers if answer.verdict is verdict)


def _only(answers: Sequence[AnswerFacts], language: str) -> str:
    """The words of the single answer of its sort; nothing when there are several to choose from."""
    return answers[0].words.text(language) if len(answers) == 1 else ""
