"""What is asked of a device: steps, questions and their possible answers. Frozen nouns; the files are read by ``rulefiles.py``.

One shape serves both the trade-in checklist (16 steps under a clock) and the inspection (30 points, one step each): a step
has questions, a question has ready answers or a number to measure, and each answer says by itself what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.catalogue.products import DeviceKind


class Verdict(StrEnum):
    """The only five results there are (reference: diagnostics §2)."""

    PASS = "pass"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    INCONCLUSIVE = "inconclusive"
    NOT_TESTED = "not_tested"


class Method(StrEnum):
    """How a result was obtained; kept with each result."""

    AUTO_USB = "auto_usb"
    AUTO_KIOSK = "auto_kiosk"
    BROWSER = "browser"
    GUIDED = "guided"
    EXTERNAL = "external"
    DECLARED = "declared"
    PHOTO = "photo"


class Effect(StrEnum):
    """What a failing answer does, besides being written down."""

    STOP = "stop"
    BLOCK = "block"
    HAZARD = "hazard"
    HOLD_ERASE = "hold_erase"
    NOT_FUNCTIONAL = "not_functional"
    DEDUCT = "deduct"
    REWORK = "rework"
    NOTE = "note"


class Stage(StrEnum):
    """The planner's coarse order: who and what, then locks and knock-outs, then tests, then the offer and the papers."""

    OPENING = "opening"
    GATES = "gates"
    TESTS = "tests"
    CLOSING = "closing"


class ScreenClass(StrEnum):
    """S0 best … S4 worst (diagnostics §3.2)."""

    S0 = "S0"
    S1 = "S1"
    S2 = "S2"
    S3 = "S3"
    S4 = "S4"


class BodyClass(StrEnum):
    """B0 best … B5 worst; the worst of frame, back and lens (diagnostics §3.2)."""

    B0 = "B0"
    B1 = "B1"
    B2 = "B2"
    B3 = "B3"
    B4 = "B4"
    B5 = "B5"


@dataclass(frozen=True, slots=True)
class Words:
    """A text in the two languages of the counter."""

    fr: str
    en: str

    def text(self, language: str) -> str:
        """``"en"`` gives English, anything else French."""
        return self.en if language == "en" else self.fr


@dataclass(frozen=True, slots=True)
class Option:
    """One ready answer. ``part`` names a deduction of the price book; ``accessory`` something missing from the box."""

    option_id: str
    words: Words
    verdict: Verdict
    reason: str | None = None
    effect: Effect | None = None
    part: str | None = None
    accessory: str | None = None
    screen: ScreenClass | None = None
    body: BodyClass | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A whole number to read or type; below ``fails_below`` or above ``fails_above`` the answer is a fail with that reason and part.

    ``shows``: the device itself shows this number somewhere too, and what is typed comes from there. It stands beside what an instrument measures.
    """

    unit: str
    minimum: int
    maximum: int
    fails_below: int | None = None
    reason: str | None = None
    effect: Effect | None = None
    part: str | None = None
    fails_above: int | None = None
    shows: Words | None = None

    def fails(self, number: int) -> bool:
        """Whether this number is a defect."""
        return (self.fails_below is not None and number < self.fails_below) or (self.fails_above is not None and number > self.fails_above)


@dataclass(frozen=True, slots=True)
class Question:
    """One fact to establish. ``requires`` is a capability: a device known to lack it is not asked. ``reads``: the fact of a report that answers it.

    With ``instrument`` a number counts only with the serial number and the calibration of the tester that gave it.
    """

    question_id: str
    words: Words
    options: tuple[Option, ...]
    measure: Measure | None = None
    requires: str | None = None
    fact: str | None = None
    reads: str | None = None
    instrument: bool = False

    def option(self, option_id: str) -> Option | None:
        return next((option for option in self.options if option.option_id == option_id), None)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the list on the left. ``risk_pct`` is how often it finds something: the planner weighs it with the euros in play.

    Only where ``photos_block`` is a step without its photos not done; elsewhere what was not photographed is named.
    """

    step_id: str
    number: int
    title: Words
    instruction: Words
    budget_s: int
    stage: Stage
    method: Method
    questions: tuple[Question, ...]
    photo_slots: tuple[str, ...] = ()
    risk_pct: int = 10
    icon: str = "circle"
    short: Words | None = None
    photos_block: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """A published version of what is tested in a trade-in of one kind of device; ``sha256`` is of the file's bytes."""

    checklist_id: str
    version: str
    valid_from: str
    kind: DeviceKind
    sha256: str
    clock_s: int
    amber_s: int
    red_s: int
    steps: tuple[Step, ...]
    source: bytes = field(default=b"", repr=False, compare=False)

    def step(self, step_id: str) -> Step | None:
        return next((step for step in self.steps if step.step_id == step_id), None)

    def step_of(self, question_id: str) -> Step | None:
        return next((step for step in self.steps for question in step.questions if question.question_id == question_id), None)

    def question(self, question_id: str) -> Question | None:
        return next((question for question in self.questions() if question.question_id == question_id), None)

    def questions(self) -> Iterator[Question]:
        for step in self.steps:
            yield from step.questions

    def for_capabilities(self, capabilities: tuple[str, ...]) -> Checklist:
        """The same list without what this model cannot have. A model whose capabilities are unknown is asked everything."""
        if not capabilities:
            return self
        return replace(self, steps=tuple(_without(step, capabilities) for step in self.steps))


def _without(step: Step, capabilities: tuple[str, ...]) -> Step:
    kept = tuple(question for question in step.questions if question.requires is None or question.requires in capabilities)
    return replace(step, questions=kept, photo_slots=step.photo_slots if kept or not step.questions else ())
