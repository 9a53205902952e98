"""Reads checklists, inspections and grading rules from their TOML files into nouns, with the hash of the exact bytes.

An unknown key, a missing word or a wrong type refuses the whole file and names the place: a rule that is not understood must
not be half applied.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.checklist import BodyClass, Checklist, Effect, Measure, Method, Option, Question, ScreenClass, Stage, Step, Verdict, Words
from kiosk.diagnostics.grading import GradeLimits, GradingRules, Outcome
from kiosk.diagnostics.inspection import Inspection, PointRule, Severity
from kiosk.diagnostics.tomlfiles import BadRuleFile, decode_toml, read_bytes, read_toml
from kiosk.stock.units import Grade


class _Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of everything read from a rule file."""


class _Words(_Raw, frozen=True):
    fr: str
    en: str


class _Fault(_Raw, frozen=True):
    reason: str
    fr: str
    en: str
    effect: Effect | None = None
    part: str | None = None
    accessory: str | None = None


class _Measure(_Raw, frozen=True):
    unit: str
    minimum: int
    maximum: int
    fails_below: int | None = None
    fails_above: int | None = None
    reason: str | None = None
    effect: Effect | None = None
    part: str | None = None
    shows: _Words | None = None


class _Question(_Raw, frozen=True):
    """``sure`` leaves no way out (no *cannot be tested*); ``classes`` takes its answers from the grading rules."""

    id: str
    text: _Words
    pass_: _Words | None = msgspec.field(default=None, name="pass")
    faults: tuple[_Fault, ...] = ()
    measure: _Measure | None = None
    classes: str | None = None
    sure: bool = False
    requires: str | None = None
    fact: str | None = None
    reads: str | None = None
    instrument: bool = False


class _Answers(_Raw, frozen=True):
    pass_: _Words = msgspec.field(name="pass")
    not_tested: _Words
    inconclusive: _Words


class _Step(_Raw, frozen=True):
    id: str
    number: int
    title: _Words
    instruction: _Words
    budget_s: int
    stage: Stage
    method: Method
    risk_pct: int
    icon: str
    questions: tuple[_Question, ...] = ()
    photos: tuple[str, ...] = ()
    short: _Words | None = None


class _Checklist(_Raw, frozen=True):
    id: str
    version: str
    valid_from: str
    kind: DeviceKind
    clock_s: int
    amber_s: int
    red_s: int
    answers: _Answers
    steps: tuple[_Step, ...]


class _Point(_Raw, frozen=True):
    """A control point; with no ``questions`` of its own it is one question with its own title."""

    id: str
    number: int
    title: _Words
    instruction: _Words
    codes: tuple[str, ...]
    severity: Severity
    icon: str = "circle"
    pass_: _Words | None = msgspec.field(default=None, name="pass")
    faults: tuple[_Fault, ...] = ()
    measure: _Measure | None = None
    questions: tuple[_Question, ...] = ()
    requires: str | None = None
    fact: str | None = None
    reads: str | None = None
    instrument: bool = False
    dependants: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    short: _Words | None = None


class _Inspection(_Raw, frozen=True):
    id: str
    version: str
    valid_from: str
    kind: DeviceKind
    answers: _Answers
    points: tuple[_Point, ...]


class _Limits(_Raw, frozen=True):
    rule: int
    grade: Grade
    screen_at_most: ScreenClass
    body_at_most: BodyClass
    battery_at_least_pct: int
    battery_measured: bool = False
    parts_genuine: bool = False


class _Grading(_Raw, frozen=True):
    id: str
    version: str
    valid_from: str
    battery_least_pct: int
    rework_screens: tuple[ScreenClass, ...]
    rework_bodies: tuple[BodyClass, ...]
    hazard_bodies: tuple[BodyClass, ...]
    limits: tuple[_Limits, ...]
    rules: dict[int, _Words]
    screen: dict[ScreenClass, _Words]
    body: dict[BodyClass, _Words]
    grades: dict[Grade, _Words]
    outcomes: dict[Outcome, _Words]


_METHODS = {"A": Method.AUTO_USB, "B": Method.BROWSER, "G": Method.GUIDED, "E": Method.EXTERNAL, "P": Method.PHOTO}


def load_grading(path: Path) -> GradingRules:
    """The decision table with the words of its rules and classes."""
    return grading_of(read_bytes(path), name=path.name)


def grading_of(content: bytes, *, name: str) -> GradingRules:
    """The same of bytes that were kept."""
    raw, sha256 = decode_toml(content, _Grading, name=name), hashlib.sha256(content).hexdigest()
    wanted: dict[str, tuple[set[object], set[object]]] = {
        "rules": (set(raw.rules), set(range(11))), "screen": (set(raw.screen), set(ScreenClass)), "body": (set(raw.body), set(BodyClass)),
        "grades": (set(raw.grades), set(Grade)), "outcomes": (set(raw.outcomes), set(Outcome)),
    }  # fmt: skip
    missing = [each for each, (given, cases) in wanted.items() if given != cases]
    if missing:
        raise BadRuleFile(faults=tuple((each, "not every case has its words") for each in missing), file=name, problem=", ".join(missing))
    return GradingRules(
        rules_id=raw.id, version=raw.version, valid_from=raw.valid_from, sha256=sha256, battery_least_pct=raw.battery_least_pct,
        rework_screens=raw.rework_screens, rework_bodies=raw.rework_bodies, hazard_bodies=raw.hazard_bodies,
        limits=tuple(GradeLimits(**_fields(limits)) for limits in raw.limits), rule_words={n: _words(w) for n, w in raw.rules.items()},
        screen_words={c: _words(w) for c, w in raw.screen.items()}, body_words={c: _words(w) for c, w in raw.body.items()},
        grade_words={g: _words(w) for g, w in raw.grades.items()}, outcome_words={o: _words(w) for o, w in raw.outcomes.items()},
        source=content,
    )  # fmt: skip


def load_checklist(path: Path, grading: GradingRules) -> Checklist:
    """A trade-in checklist, its class questions answered by ``grading``'s classes."""
    raw, sha256 = read_toml(path, _Checklist)
    steps = tuple(_step(step, raw.answers, grading) for step in raw.steps)
    _unique(path.name, [step.step_id for step in steps] + [q.question_id for step in steps for q in step.questions if q.question_id != step.step_id])
    return Checklist(raw.id, raw.version, raw.valid_from, raw.kind, sha256, raw.clock_s, raw.amber_s, raw.red_s, steps)


def load_inspection(path: Path, grading: GradingRules) -> Inspection:
    """The thirty points of a kind; each point is a step without a clock."""
    return inspection_of(read_bytes(path), grading, name=path.name)


def inspection_of(content: bytes, grading: GradingRules, *, name: str) -> Inspection:
    """The same of bytes that were kept."""
    raw, sha256 = decode_toml(content, _Inspection, name=name), hashlib.sha256(content).hexdigest()
    _unique(name, [point.id for point in raw.points])
    if [point.number for point in raw.points] != list(range(1, 31)):
        raise BadRuleFile(faults=(("points", "not numbered 1 to 30"),), file=name, problem="points")
    steps = tuple(replace(_step(_as_step(point), raw.answers, grading), photos_block=True) for point in raw.points)
    checklist = Checklist(raw.id, raw.version, raw.valid_from, raw.kind, sha256, 0, 0, 0, steps, source=content)
    points = {point.id: PointRule(point.id, point.number, point.codes, point.severity, point.requires, point.dependants) for point in raw.points}
    unknown = [each for point in raw.points for each in point.dependants if each not in points]
    if unknown:
        raise BadRuleFile(faults=tuple((each, "no such point") for each in unknown), file=name, problem=", ".join(unknown))
    return Inspection(checklist, points)


def _as_step(point: _Point) -> _Step:
    own = _Question(
        id=point.id, text=point.title, pass_=point.pass_, faults=point.faults, measure=point.measure, fact=point.fact, requires=point.requires,
        reads=point.reads, instrument=point.instrument,
    )  # fmt: skip
    stage = Stage.GATES if point.severity is Severity.KNOCK_OUT else Stage.TESTS
    return _Step(
        id=point.id, number=point.number, title=point.title, instruction=point.instruction, budget_s=0, stage=stage, method=_METHODS[point.codes[0]],
        risk_pct=10, icon=point.icon, questions=point.questions or (own,), photos=point.photos, short=point.short,
    )  # fmt: skip


def _step(raw: _Step, answers: _Answers, grading: GradingRules) -> Step:
    return Step(
        raw.id, raw.number, _words(raw.title), _words(raw.instruction), raw.budget_s, raw.stage, raw.method,
        tuple(_question(question, answers, grading) for question in raw.questions), raw.photos, raw.risk_pct, raw.icon,
        _words(raw.short) if raw.short else None,
    )  # fmt: skip


def _question(raw: _Question, answers: _Answers, grading: GradingRules) -> Question:
    measure = Measure(**_fields(raw.measure) | {"shows": raw.measure.shows and _words(raw.measure.shows)}) if raw.measure else None
    return Question(raw.id, _words(raw.text), tuple(_options(raw, answers, grading)), measure, raw.requires, raw.fact, raw.reads, raw.instrument)


def _options(raw: _Question, answers: _Answers, grading: GradingRules) -> list[Option]:
    if raw.classes == "screen":
        return [_screen_option(screen, grading) for screen in ScreenClass]
    if raw.classes == "body":
        return [_body_option(body, grading) for body in BodyClass]
    options = [] if raw.measure else [Option("pass", _words(raw.pass_ or answers.pass_), Verdict.PASS)]
    options += [Option(f.reason, Words(f.fr, f.en), Verdict.FAIL, f.reason, f.effect or Effect.DEDUCT, f.part, f.accessory) for f in raw.faults]
    if not raw.sure:
        options.append(Option("not_tested", _words(answers.not_tested), Verdict.NOT_TESTED, "not_testable"))
        options.append(Option("inconclusive", _words(answers.inconclusive), Verdict.INCONCLUSIVE, "inconclusive"))
    return options


def _screen_option(screen: ScreenClass, grading: GradingRules) -> Option:
    bad = screen in grading.rework_screens
    verdict, reason = (Verdict.FAIL, f"screen_{screen.lower()}") if bad else (Verdict.PASS, None)
    return Option(screen, grading.screen_words[screen], verdict, reason, Effect.NOTE if bad else None, screen=screen)


def _body_option(body: BodyClass, grading: GradingRules) -> Option:
    hazard = body in grading.hazard_bodies
    bad = hazard or body in grading.rework_bodies
    effect = Effect.HAZARD if hazard else Effect.NOTE if bad else None
    verdict, reason = (Verdict.FAIL, f"body_{body.lower()}") if bad else (Verdict.PASS, None)
    return Option(body, grading.body_words[body], verdict, reason, effect, body=body)


def _words(raw: _Words) -> Words:
    return Words(raw.fr, raw.en)


def _fields(raw: _Raw) -> dict[str, Any]:
    return {name: getattr(raw, name) for name in raw.__struct_fields__}


def _unique(file: str, names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise BadRuleFile(faults=tuple((name, "used twice") for name in twice), file=file, problem=", ".join(twice))
