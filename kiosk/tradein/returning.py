"""A customer comes back with an offer: what has changed since, fact by fact and euro by euro. Pure.

Facts are replaced one after the other in the list's order, each with what the price became by it: so the lines add up to the whole change exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.basics.money import Money
from kiosk.diagnostics.checklist import Checklist, Question
from kiosk.diagnostics.events import Answered

Price = Callable[[Mapping[str, Answered]], Money]


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """One answer that is another than then; None where it was not tested."""

    question: Question
    step_id: str
    before: Answered | None
    after: Answered | None
    change: Money


@dataclass(frozen=True, slots=True)
class Returned:
    """What was promised and what became of it. ``by_book`` is what the price book of today changes at an offer that expired."""

    promised: Money
    made_at_utc: datetime
    valid_until_utc: datetime
    expired: bool
    by_book: Money
    changed: tuple[ChangedFact, ...]

    @property
    def price(self) -> Money:
        """The promise, and every change added to it."""
        return self.promised + self.by_book + Money.total(fact.change for fact in self.changed)


def changed_facts(checklist: Checklist, then: Mapping[str, Answered], now: Mapping[str, Answered], price: Price) -> tuple[ChangedFact, ...]:
    """In the list's order. What is not asked yet again counts as it was."""
    facts, found = dict(then), []
    value = price(facts)
    for step in checklist.steps:
        for question in step.questions:
            before = then.get(question.question_id)
            after = now.get(question.question_id, before)
            if after is None or _said(before) == _said(after):
                continue
            facts[question.question_id] = after
            new = price(facts)
            found.append(ChangedFact(question, step.step_id, before, after, new - value))
            value = new
    return tuple(found)


def _said(given: Answered | None) -> tuple[str, int | None] | None:
    return None if given is None else (given.option_id, given.number)
