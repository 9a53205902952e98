"""What a repair would bring before the device is bought: its cost from the price book, and the sale price of the grade that it would open. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kiosk.basics.money import ZERO, Money
from kiosk.diagnostics.checklist import BodyClass, Checklist, Effect, ScreenClass, Verdict
from kiosk.diagnostics.events import Answered
from kiosk.diagnostics.grading import BatteryEvidence, GradingFacts, GradingRules, Outcome, grade
from kiosk.stock.units import Grade
from kiosk.tradein.pricebook import ModelPrices, PriceBook

BATTERY, DISPLAY = "battery", "display"
NEW_CELL_PCT = 100


@dataclass(frozen=True, slots=True)
class Repair:
    """One part changed: what it costs with its minutes, the grade that the device would then have, and by how much its sale price rises."""

    part: str
    cost: Money
    minutes: int
    grade: Grade
    gain: Money

    @property
    def net(self) -> Money:
        """What is left of the gain after the repair; below zero it is not worth it."""
        return self.gain - self.cost


def facts_of(checklist: Checklist, answers: Mapping[str, Answered]) -> GradingFacts:
    """The grading facts of a trade-in, as if it were erased and all points tested: what stands in the way is only what was found."""
    asked = [answers[q.question_id] for q in checklist.questions() if q.question_id in answers]
    measured = answers.get("battery_pct")
    return GradingFacts(
        erasure_proven=True, functional_fails=tuple(given.question_id for given in asked if _is_functional(given)),
        has_screen=any(q.question_id == "screen_class" for q in checklist.questions()),
        screen=max((given.screen for given in asked if given.screen), default=ScreenClass.S0),
        body=max((given.body for given in asked if given.body), default=BodyClass.B0),
        has_battery=any(q.question_id == "battery_pct" for q in checklist.questions()), battery_pct=measured.number if measured else None,
        battery_evidence=BatteryEvidence.MEASURED,
        parts_genuine=not any(given.question_id == "parts_genuine" and given.verdict is Verdict.FAIL for given in asked),
    )  # fmt: skip


def _is_functional(given: Answered) -> bool:
    return given.verdict is Verdict.FAIL and given.effect is not Effect.NOTE and given.number is None and given.accessory is None


def repairs(
    book: PriceBook, prices: ModelPrices, checklist: Checklist, answers: Mapping[str, Answered], rules: GradingRules
) -> tuple[Repair, ...]:  # fmt: skip
    """Every single part whose change would raise the sale price, the one that leaves most first. A device that stays unsaleable is worth its parts."""
    facts = facts_of(checklist, answers)
    kind, before = checklist.kind.value, _sale(facts, prices, rules)[1]
    found = []
    for part, repaired in _single_changes(facts, answers):
        cost = book.deductions.get((kind, part))
        after, price = _sale(repaired, prices, rules)
        if cost is not None and after is not None and price > before:
            found.append(Repair(part, cost, book.minutes.get((kind, part), 0), after, price - before))
    return tuple(sorted(found, key=lambda repair: -repair.net.amount_cents))


def _single_changes(facts: GradingFacts, answers: Mapping[str, Answered]) -> Iterator[tuple[str, GradingFacts]]:
    """A new cell, a new display, or the one part that several failed answers name."""
    if facts.has_battery and (facts.battery_pct or 0) < NEW_CELL_PCT:
        yield BATTERY, replace(facts, battery_pct=NEW_CELL_PCT, battery_evidence=BatteryEvidence.NEW_CELL_INVOICE)
    by_part: dict[str, set[str]] = {}
    for given in answers.values():
        if given.part and _is_functional(given) and given.part != BATTERY:
            by_part.setdefault(given.part, set()).add(given.question_id)
    if facts.screen not in (None, ScreenClass.S0):
        by_part.setdefault(DISPLAY, set())
    for part, mended in sorted(by_part.items()):
        left = tuple(point for point in facts.functional_fails if point not in mended)
        yield part, replace(facts, functional_fails=left, screen=ScreenClass.S0 if part == DISPLAY and facts.screen else facts.screen)


def _sale(facts: GradingFacts, prices: ModelPrices, rules: GradingRules) -> tuple[Grade | None, Money]:
    graded = grade(facts, rules)
    if graded.outcome is not Outcome.SALE or graded.grade is None:
        return None, max(ZERO, prices.parts_value)
    return graded.grade, prices.sale[graded.grade.value]
