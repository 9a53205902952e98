"""Grade and buy-back code from facts, by a versioned decision table: first match wins, and the rule that fired is kept. Pure.

Source: diagnostics §3.3. The grade is computed, never typed. Same facts and same rules give the same grade for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.basics.money import ZERO, Money
from kiosk.diagnostics.checklist import BodyClass, ScreenClass, Words
from kiosk.stock.units import Grade

_SCREENS = tuple(ScreenClass)
_BODIES = tuple(BodyClass)


class BuybackCode(StrEnum):
    """The condition a device is bought at, best first."""

    FUNCTIONAL_FLAWLESS = "functional_flawless"
    FUNCTIONAL_GOOD = "functional_good"
    FUNCTIONAL_USED = "functional_used"
    FUNCTIONAL_CRACKED = "functional_cracked"
    NOT_FUNCTIONAL_USED = "not_functional_used"
    NOT_FUNCTIONAL_CRACKED = "not_functional_cracked"


def buyback_code(*, functional: bool, screen: ScreenClass, body: BodyClass) -> BuybackCode:
    """From the same facts as the grade: cracked = S4 or B4 and worse; flawless = S0 and B ≤ 1; good = S ≤ 1 and B ≤ 2; else used."""
    cracked = screen is ScreenClass.S4 or body in (BodyClass.B4, BodyClass.B5)
    if not functional:
        return BuybackCode.NOT_FUNCTIONAL_CRACKED if cracked else BuybackCode.NOT_FUNCTIONAL_USED
    if cracked:
        return BuybackCode.FUNCTIONAL_CRACKED
    if screen is ScreenClass.S0 and body in (BodyClass.B0, BodyClass.B1):
        return BuybackCode.FUNCTIONAL_FLAWLESS
    if _SCREENS.index(screen) <= 1 and _BODIES.index(body) <= 2:
        return BuybackCode.FUNCTIONAL_GOOD
    return BuybackCode.FUNCTIONAL_USED


class Outcome(StrEnum):
    """Where the unit goes, worst first; *sale* alone carries a grade."""

    QUARANTINE = "quarantine"
    BLOCKED = "blocked"
    HOLD_ERASE = "hold_erase"
    INCOMPLETE = "incomplete"
    PARTS = "parts"
    REWORK = "rework"
    SALE = "sale"


class BatteryEvidence(StrEnum):
    """How sure the battery figure is; Premium wants it measured, or a new cell's invoice."""

    CLAIMED = "claimed"
    MEASURED = "measured"
    NEW_CELL_INVOICE = "new_cell_invoice"


@dataclass(frozen=True, slots=True, kw_only=True)
class GradingFacts:
    """All that the table looks at; point ids name control points. ``screen`` is None where the kind has none."""

    hazards: tuple[str, ...] = ()
    blocking_fails: tuple[str, ...] = ()
    erasure_proven: bool
    open_points: tuple[str, ...] = ()
    functional_fails: tuple[str, ...] = ()
    has_screen: bool = True
    screen: ScreenClass | None
    body: BodyClass | None
    has_battery: bool = True
    battery_pct: int | None = None
    battery_evidence: BatteryEvidence = BatteryEvidence.CLAIMED
    parts_genuine: bool = True
    repair_cost: Money = ZERO
    repair_cap: Money = ZERO


@dataclass(frozen=True, slots=True)
class GradeLimits:
    """One sale grade's row: at most these classes, at least this battery."""

    rule: int
    grade: Grade
    screen_at_most: ScreenClass
    body_at_most: BodyClass
    battery_at_least_pct: int
    battery_measured: bool = False
    parts_genuine: bool = False


@dataclass(frozen=True, slots=True)
class GradingRules:
    """A published version of the table, with the words of its rules and classes."""

    rules_id: str
    version: str
    valid_from: str
    sha256: str
    battery_least_pct: int
    rework_screens: tuple[ScreenClass, ...]
    rework_bodies: tuple[BodyClass, ...]
    hazard_bodies: tuple[BodyClass, ...]
    limits: tuple[GradeLimits, ...]
    rule_words: dict[int, Words]
    screen_words: dict[ScreenClass, Words]
    body_words: dict[BodyClass, Words]
    grade_words: dict[Grade, Words]
    outcome_words: dict[Outcome, Words]
    source: bytes = field(default=b"", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Better:
    """The one fact that would raise the result: ``fact`` ("body", "screen", "battery_pct"…) from → to, and what it would give."""

    fact: str
    now: str
    then: str
    outcome: Outcome
    grade: Grade | None
    rule: int


@dataclass(frozen=True, slots=True)
class Graded:
    """The result, the number of the rule that fired, the facts that made it fire (codes), and what would raise it."""

    outcome: Outcome
    grade: Grade | None
    rule: int
    because: tuple[str, ...]
    better: Better | None

    @property
    def stuck(self) -> str | None:
        """Why no single fact raises it: it is the *best* there is, or *several* facts would have to change; None when one does."""
        if self.better is not None:
            return None
        return "best" if self.grade is next(iter(Grade)) else "several"


_RANK = (*Outcome, *reversed(Grade))


def rank(graded: Graded | Better) -> int:
    """The higher the better: quarantine … rework, then fair … premium. What monotony is measured by."""
    return _RANK.index(graded.grade or graded.outcome)


def grade(facts: GradingFacts, rules: GradingRules) -> Graded:
    """The table's answer for these facts, with the one fact whose improvement would raise it (None when nothing single would)."""
    outcome, sale_grade, rule, because = _decide(facts, rules)
    graded = Graded(outcome, sale_grade, rule, because, None)
    betters = (_better(name, now, then, better_facts, rules) for name, now, then, better_facts in _improvements(facts, rules))
    return replace(graded, better=next((better for better in betters if rank(better) > rank(graded)), None))


def _decide(facts: GradingFacts, rules: GradingRules) -> tuple[Outcome, Grade | None, int, tuple[str, ...]]:
    hazards = (*facts.hazards, *(("body",) if facts.body in rules.hazard_bodies else ()))
    if hazards:
        return Outcome.QUARANTINE, None, 0, hazards
    if facts.blocking_fails:
        return Outcome.BLOCKED, None, 1, facts.blocking_fails
    if not facts.erasure_proven:
        return Outcome.HOLD_ERASE, None, 2, ("erasure",)
    still_open = facts.open_points + _missing_classes(facts)
    if still_open:
        return Outcome.INCOMPLETE, None, 3, still_open
    broken = _broken(facts, rules)
    if broken:
        return _rework_or_parts(facts), None, 4, broken
    if facts.has_battery and (facts.battery_pct is None or facts.battery_pct < rules.battery_least_pct):
        return Outcome.REWORK, None, 5, ("battery_pct",)
    for limits in rules.limits:
        if _within(facts, limits):
            return Outcome.SALE, limits.grade, limits.rule, ()
    return _rework_or_parts(facts), None, 10, ("classes",)


def _missing_classes(facts: GradingFacts) -> tuple[str, ...]:
    screen = ("screen",) if facts.has_screen and facts.screen is None else ()
    return screen + (("body",) if facts.body is None else ())


def _broken(facts: GradingFacts, rules: GradingRules) -> tuple[str, ...]:
    screen = ("screen",) if facts.screen in rules.rework_screens else ()
    return facts.functional_fails + screen + (("body",) if facts.body in rules.rework_bodies else ())


def _rework_or_parts(facts: GradingFacts) -> Outcome:
    return Outcome.REWORK if facts.repair_cost <= facts.repair_cap else Outcome.PARTS


def _within(facts: GradingFacts, limits: GradeLimits) -> bool:
    assert facts.body is not None
    screen = facts.screen or ScreenClass.S0
    if _SCREENS.index(screen) > _SCREENS.index(limits.screen_at_most) or _BODIES.index(facts.body) > _BODIES.index(limits.body_at_most):
        return False
    if limits.parts_genuine and not facts.parts_genuine:
        return False
    if not facts.has_battery:
        return True
    proven = facts.battery_evidence is not BatteryEvidence.CLAIMED or not limits.battery_measured
    return proven and facts.battery_pct is not None and facts.battery_pct >= limits.battery_at_least_pct


def _better(name: str, now: str, then: str, facts: GradingFacts, rules: GradingRules) -> Better:
    outcome, sale_grade, rule, _because = _decide(facts, rules)
    return Better(name, now, then, outcome, sale_grade, rule)


def _improvements(facts: GradingFacts, rules: GradingRules) -> Iterator[tuple[str, str, str, GradingFacts]]:
    """Every way of bettering exactly one fact, smallest step first."""
    if len(facts.hazards) == 1:
        yield facts.hazards[0], "fail", "pass", replace(facts, hazards=())
    if len(facts.blocking_fails) == 1:
        yield facts.blocking_fails[0], "fail", "pass", replace(facts, blocking_fails=())
    if len(facts.functional_fails) == 1:
        yield facts.functional_fails[0], "fail", "pass", replace(facts, functional_fails=())
    if not facts.erasure_proven:
        yield "erasure", "unproven", "proven", replace(facts, erasure_proven=True)
    if len(facts.open_points) == 1:
        yield facts.open_points[0], "not_tested", "pass", replace(facts, open_points=())
    if facts.screen is not None:
        for screen in reversed(_SCREENS[: _SCREENS.index(facts.screen)]):
            yield "screen", facts.screen, screen, replace(facts, screen=screen)
    if facts.body is not None:
        for body in reversed(_BODIES[: _BODIES.index(facts.body)]):
            yield "body", facts.body, body, replace(facts, body=body)
    if facts.has_battery:
        yield from _battery_improvements(facts, rules)
    if not facts.parts_genuine:
        yield "parts_genuine", "no", "yes", replace(facts, parts_genuine=True)


def _battery_improvements(facts: GradingFacts, rules: GradingRules) -> Iterator[tuple[str, str, str, GradingFacts]]:
    thresholds = sorted({rules.battery_least_pct, *(limits.battery_at_least_pct for limits in rules.limits)})
    for threshold in thresholds:
        if facts.battery_pct is None or facts.battery_pct < threshold:
            now = "unknown" if facts.battery_pct is None else str(facts.battery_pct)
            yield "battery_pct", now, str(threshold), replace(facts, battery_pct=threshold)
    if facts.battery_evidence is BatteryEvidence.CLAIMED:
        yield "battery_evidence", facts.battery_evidence, BatteryEvidence.MEASURED, replace(facts, battery_evidence=BatteryEvidence.MEASURED)
