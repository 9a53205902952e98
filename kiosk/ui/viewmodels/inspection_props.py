"""What the inspection page shows: thirty tiles with their values, the grade as it stands with its rule, the one fact that would raise it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.diagnostics.checklist import Checklist
from kiosk.diagnostics.desk import Inspected, InspectionScreen
from kiosk.diagnostics.grading import Graded, GradingRules, Outcome
from kiosk.diagnostics.inspection import InspectionFacts, PointFacts, PointRule, Severity
from kiosk.diagnostics.probes.page_report import reads_a_test
from kiosk.diagnostics.views import StepStatus
from kiosk.stock.units import Grade
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.session_props import current_question

_METHOD_ICONS = {"A": "usb", "B": "link", "G": "hand", "E": "globe", "P": "camera"}
_LOOKS = {
    StepStatus.PASSED: "passed",
    StepStatus.FAILED: "failed",
    StepStatus.INCONCLUSIVE: "todo",
    StepStatus.NOT_TESTED: "todo",
    StepStatus.NOT_APPLICABLE: "none",
    StepStatus.CURRENT: "todo",
    StepStatus.TODO: "todo",
}
NAMED = 2
_LEVELS = {Grade.PREMIUM: 4, Grade.EXCELLENT: 3, Grade.GOOD: 2, Grade.FAIR: 1}


def grade_level(grade: Grade | None) -> int:
    """Filled diamonds: 4 for Premium … 1 for État correct, 0 without a grade."""
    return _LEVELS[grade] if grade else 0


@dataclass(frozen=True, slots=True)
class PointRow:
    """One tile. ``found`` is what was read; without it the page says in words what is wanted."""

    point_id: str
    number: str
    title: str
    short: str
    look: str
    found: str
    method_icon: str
    blocking: bool
    photos_wanted: int


def point_rows(facts: InspectionFacts, current_id: str | None, language: str, *, measuring: frozenset[str] = frozenset()) -> tuple[PointRow, ...]:
    """``measuring`` are the points whose instrument is at work right now."""
    return tuple(_point_row(point, point.point_id == current_id, language, point.point_id in measuring) for point in facts.points)


def _point_row(point: PointFacts, current: bool, language: str, measuring: bool) -> PointRow:
    look = "measuring" if measuring and _LOOKS[point.status] == "todo" else _LOOKS[point.status]
    return PointRow(
        point_id=point.point_id, number=f"{point.number:02d}", title=point.title.text(language),
        short=(point.short or point.title).text(language), look="current" if current and look == "todo" else look,
        found=_lower_first(point.finding.text(language)) if point.finding else "", method_icon=_METHOD_ICONS[point.codes[0]], blocking=point.blocking,
        photos_wanted=len(point.photo_slots),
    )  # fmt: skip


def _lower_first(text: str) -> str:
    """Values stand in the middle of a tile, so they begin small unless they are names (iOS 18.1, BT)."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] in (" ", "’") else text


def instruments_at_work(checklist: Checklist, facts: InspectionFacts, *, by_cable: bool, by_page: bool) -> frozenset[str]:
    """The open points that the cable reads now, and those that the phone tests by its page."""
    reads = {point.point_id for point in facts.points if by_cable and point.codes[0] == "A"}
    tests = {step.step_id for step in checklist.steps if by_page and reads_a_test(step)}
    return frozenset(reads | tests)


@dataclass(frozen=True, slots=True)
class GradeProps:
    """The right column. ``level`` is the grade expected if every open point conforms; ``outcome`` is set when it cannot be sold."""

    level: int = 0
    outcome: str = ""
    settled: bool = False
    screen: str = ""
    body: str = ""
    battery: str = ""
    rule: int = 0
    rule_text: str = ""
    because: str = ""
    failed_number: str = ""
    failed_title: str = ""
    failed_value: str = ""
    failed_again: str = ""
    has_failed: bool = False
    done_count: int = 0
    count: int = 30
    failed_count: int = 0


def grade_props(
    facts: InspectionFacts, checklist: Checklist, rules: GradingRules, formats: Formats, *, points: Mapping[str, PointRule] | None = None
) -> GradeProps:  # fmt: skip
    """What the points say now; an incomplete inspection shows what it would be if the rest conforms. ``points`` say what follows a failing one."""
    open_points = facts.graded.outcome is Outcome.INCOMPLETE
    shown = facts.projected if open_points else facts.graded
    failed = [point for point in facts.points if point.status is StepStatus.FAILED]
    rule_words = rules.rule_words.get(shown.rule)
    first_failed = failed[0] if failed else None
    return GradeProps(
        level=grade_level(shown.grade), outcome="" if shown.grade else shown.outcome.value, settled=not open_points,
        screen=facts.screen.value if facts.screen else "", body=facts.body.value if facts.body else "",
        battery=formats.percent(facts.battery_pct * 10) if facts.battery_pct is not None else "", rule=shown.rule,
        rule_text=rule_words.text(formats.language) if rule_words else "",
        because=_subjects(checklist, shown.because, formats.language),
        failed_number=f"{first_failed.number:02d}" if first_failed else "",
        failed_title=first_failed.title.text(formats.language) if first_failed else "",
        failed_value=first_failed.finding.text(formats.language) if first_failed and first_failed.finding else "",
        failed_again=_tested_again(first_failed, points or {}, formats.language) if first_failed else "",
        has_failed=first_failed is not None, done_count=facts.done_count, count=len(facts.points), failed_count=len(failed),
    )  # fmt: skip


def _tested_again(failed: PointFacts, points: Mapping[str, PointRule], language: str) -> str:
    """``11, 27 et 28``: the point and what depends on it, to be tested again after its repair. Nothing for what no workshop mends."""
    rule = points.get(failed.point_id)
    if rule is None or rule.severity is not Severity.REWORK:
        return ""
    numbers = [f"{number:02d}" for number in sorted({rule.number, *(points[name].number for name in rule.dependants if name in points)})]
    last = f" {'and' if language == 'en' else 'et'} {numbers[-1]}" if len(numbers) > 1 else ""
    return ", ".join(numbers[:-1]) + last if last else numbers[0]


@dataclass(frozen=True, slots=True)
class RiseProps:
    """The one fact that would raise the grade, and ``how`` it would have to change: a code that QML has words for.

    "classes" and "battery" go from ``now`` to ``then``; "charged" reaches ``then``; "passed" and "tested" name a point. "several"
    names what stands in the way when no single fact would do; for the best grade there is nothing to say.
    """

    exists: bool = False
    level: int = 0
    outcome: str = ""
    subject: str = ""
    now: str = ""
    then: str = ""
    how: str = ""


_HOW = {"battery_evidence": "proven_battery", "erasure": "proven_erasure", "parts_genuine": "genuine_parts", "battery_pct": "battery"}
_HOW_OF_NOW = {"fail": "passed", "not_tested": "tested", "unknown": "charged"}


def rise_props(facts: InspectionFacts, checklist: Checklist, language: str) -> RiseProps:
    """From the grade that is shown."""
    shown = facts.projected if facts.graded.outcome is Outcome.INCOMPLETE else facts.graded
    better = shown.better
    if better is None:
        return RiseProps(exists=True, subject=_subjects(checklist, shown.because, language), how="several") if shown.stuck == "several" else RiseProps()
    how = _HOW_OF_NOW.get(better.now) or _HOW.get(better.fact, "classes")
    return RiseProps(
        exists=True, level=grade_level(better.grade), outcome="" if better.grade else better.outcome.value, subject=_subject(checklist, better.fact, language),
        now=better.now, then=better.then, how=how,
    )  # fmt: skip


def _subjects(checklist: Checklist, names: tuple[str, ...], language: str) -> str:
    """The first two by name, the rest as a count: what fits on a card."""
    first = ", ".join(_subject(checklist, name, language) for name in names[:NAMED])
    return f"{first} (+{len(names) - NAMED})" if len(names) > NAMED else first


def _subject(checklist: Checklist, name: str, language: str) -> str:
    """A fact is named by the question that establishes it, a point by its title."""
    step = checklist.step(name)
    question = next((question for question in checklist.questions() if question.fact == name), None)
    return question.words.text(language).split(",")[0] if question else (step.short or step.title).text(language) if step else name


def is_gradable(graded: Graded) -> bool:
    """Only then may the unit go on sale."""
    return graded.outcome is Outcome.SALE


@dataclass(frozen=True, slots=True)
class InspectionProps:
    """``next_…`` is the point that is open; ``photo_missing`` the view that alone keeps it open; ``mend_…`` the part that would raise the grade;
    ``done_…`` what became of the unit.
    """

    asking: bool = False
    next_number: str = ""
    next_title: str = ""
    instruction: str = ""
    photos_wanted: bool = False
    photos_left: int = 0
    photo_missing: str = ""
    all_done: bool = False
    sellable: bool = False
    price: str = ""
    gain: str = ""
    goal_price: str = ""
    mend_part: str = ""
    mend_cost: str = ""
    mend_minutes: int = 0
    inspector: str = ""
    repairers: str = ""
    finished: bool = False
    done_level: int = 0
    done_outcome: str = ""
    done_price: str = ""
    done_rule: int = 0
    done_label: str = ""


def inspection_props(screen: InspectionScreen, done: Inspected | None, *, asking: bool, inspector: str, formats: Formats) -> InspectionProps:
    """The page itself; ``done`` once the inspection has ended."""
    current, language = screen.session.current, formats.language
    taken = dict(current.photos) if current else {}
    left = [slot for slot in current.photo_slots if slot not in taken] if current else []
    answered = current_question(screen.session.questions, None) is None
    price, better, mend = screen.price, screen.better_price, screen.mend
    return InspectionProps(
        asking=asking, next_number=f"{current.number:02d}" if current else "", next_title=current.title.text(language) if current else "",
        instruction=current.instruction.text(language) if current else "", photos_wanted=bool(current and current.photo_slots),
        photos_left=len(left), photo_missing=left[0] if left and answered else "", all_done=screen.facts.next_point_id is None,
        sellable=(done.graded if done else screen.facts.graded).outcome is Outcome.SALE, price=formats.money(price) if price else "",
        gain=formats.round_money(better - price) if price and better and better > price else "",
        goal_price=formats.round_money(better) if better and not price else "", mend_part=mend.part if mend else "",
        mend_cost=formats.round_money(mend.cost) if mend else "", mend_minutes=mend.minutes if mend else 0, inspector=inspector,
        repairers=", ".join(screen.repaired_by), finished=done is not None, done_level=grade_level(done.graded.grade) if done else 0,
        done_outcome=done.graded.outcome.value if done else "", done_price=formats.money(done.unit.price) if done and done.unit.price else "",
        done_rule=done.graded.rule if done else 0, done_label=done.unit.label_code if done else "",
    )  # fmt: skip
