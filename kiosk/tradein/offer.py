"""What a device is worth to the shop, in integer cents, with the reason and the proof of every euro taken off. Pure.

``offer = floor_step( max(parts value, min(base[model, storage, code], cap) − Σ deductions) − missing accessories )`` and never
below the price book's floor nor above its cap; the voucher bonus stands apart, because it is a rebate on the next purchase and not
part of the price (TRD-01; reference: diagnostics §6). A point marked inconclusive never costs anything; an untested one is taken at its worst.
While answers are missing the offer is an interval: its high end if all else is perfect, its low end if all else is as bad as it can be.
What the list in force does not ask costs nothing: every euro taken off stands on a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.basics.money import ZERO, Money
from kiosk.diagnostics.checklist import BodyClass, Checklist, Effect, Method, Question, ScreenClass, Verdict
from kiosk.diagnostics.events import Answered, Countered
from kiosk.diagnostics.grading import BuybackCode, buyback_code
from kiosk.diagnostics.photos import defect_slot
from kiosk.tradein.pricebook import ModelPrices, PriceBook


class OfferStatus(StrEnum):
    """*Open* is an interval before all is known; *firm* one amount. The others show no price and why."""

    OPEN = "open"
    FIRM = "firm"
    BLOCKED = "blocked"
    STOPPED = "stopped"
    HAZARD = "hazard"


@dataclass(frozen=True, slots=True)
class Deduction:
    """One line taken off. ``reason`` is a code, ``number`` a measured value; the proof is the answer's method and a photo's SHA-256."""

    question_id: str
    step_id: str
    reason: str
    amount: Money
    method: Method
    number: int | None = None
    photo_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A step still to do and the most it can take off the high end."""

    step_id: str
    stake: Money


@dataclass(frozen=True, slots=True)
class Counter:
    """Another price than the formula's: by how much, why, and what proves it."""

    amount: Money
    reason: str
    proof: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """The offer as it stands. ``base`` is the model in flawless order; ``low`` == ``high`` when firm; ``bonus`` only with a voucher.

    ``refusable``: a question without an answer can still stop, block or endanger the purchase.
    """

    status: OfferStatus
    code: BuybackCode
    base: Money
    deductions: tuple[Deduction, ...]
    pending: tuple[Pending, ...]
    low: Money
    high: Money
    bonus: Money
    reasons: tuple[str, ...] = ()
    refusable: bool = False
    counter: Counter | None = None

    @property
    def can_change(self) -> bool:
        """Whether any answer that is still missing could give another price, or none at all. Steps that cost nothing one by one can cost together."""
        return self.status is OfferStatus.OPEN and (self.low != self.high or self.refusable)

    @property
    def matters_next(self) -> Pending | None:
        """The open step with the most euros in play; None when none can change the price."""
        best = max(self.pending, key=lambda pending: pending.stake, default=None)
        return best if best is not None and best.stake else None

    @property
    def stakes_cents(self) -> dict[str, int]:
        """For the planner."""
        return {pending.step_id: pending.stake.amount_cents for pending in self.pending}


@dataclass(frozen=True, slots=True)
class _Sum:
    """What the deductions are added up from, while walking the answers."""

    functional: bool
    screen: ScreenClass
    body: BodyClass
    parts: tuple[str, ...]
    accessories: tuple[str, ...]


_BEST = _Sum(functional=True, screen=ScreenClass.S0, body=BodyClass.B0, parts=(), accessories=())
_NO_PRICE = {Effect.STOP: OfferStatus.STOPPED, Effect.HAZARD: OfferStatus.HAZARD, Effect.BLOCK: OfferStatus.BLOCKED}


def make_offer(
    book: PriceBook,
    prices: ModelPrices,
    checklist: Checklist,
    answers: Mapping[str, Answered],
    *,
    photos: Mapping[str, str],
    settled: bool = False,
) -> Offer:
    """The offer for what is known now. ``settled`` (time is up, or the technician proceeds): what is untested counts at its worst."""
    kind = checklist.kind.value
    in_order = [answers[question.question_id] for question in checklist.questions() if question.question_id in answers]
    known = _add(_BEST, (consequence for given in in_order if (consequence := _given(given)) is not None))
    unknown = [question for question in checklist.questions() if _is_unknown(answers.get(question.question_id))]
    worst = _add(known, (_worst(question) for question in unknown))
    high, low = _value(book, prices, kind, known), _value(book, prices, kind, worst)
    status, reasons = _status(in_order, firm=settled or not unknown)
    if status in (OfferStatus.STOPPED, OfferStatus.HAZARD):
        low = high = ZERO
    if settled:
        high = low
    final = worst if settled else known
    return Offer(
        status=status, code=_code(final), base=_value(book, prices, kind, _BEST),
        deductions=_explain(book, prices, kind, checklist, answers, photos=photos, settled=settled),
        pending=() if settled else _pending(book, prices, checklist, known, unknown), low=low, high=high, bonus=voucher_bonus(book, low), reasons=reasons,
        refusable=any(option.effect in _NO_PRICE for question in unknown for option in question.options if option.verdict is Verdict.FAIL),
    )  # fmt: skip


def countered(offer: Offer, event: Countered | None, book: PriceBook) -> Offer:
    """The firm offer at the price that was agreed on instead, the difference on a line of its own; untouched without one.

    The difference to the formula is what was agreed on: a fact that has changed since moves this price as it moves the formula's.
    """
    if event is None or offer.status is not OfferStatus.FIRM:
        return offer
    difference = Money(event.amount_cents - event.formula_cents)
    price = min(book.cap, max(book.floor, offer.low + difference))
    counter = Counter(price - offer.low, event.reason, event.proof, event.note)
    return replace(offer, low=price, high=price, bonus=voucher_bonus(book, price), counter=counter)


def voucher_bonus(book: PriceBook, market_value: Money) -> Money:
    """What a voucher adds to the price, floored to the price book's step."""
    return _floor_step(Money(market_value.amount_cents * book.voucher_bonus_bp // 10_000), book.step)


def sale_price(prices: ModelPrices, grade: str) -> Money:
    """The model's shelf price in this grade."""
    return prices.sale[grade]


def _is_unknown(given: Answered | None) -> bool:
    return given is None or given.verdict is Verdict.NOT_TESTED


def _status(answers: Iterable[Answered], *, firm: bool) -> tuple[OfferStatus, tuple[str, ...]]:
    raised = [given for given in answers if given.verdict is Verdict.FAIL and given.effect in _NO_PRICE]
    for effect, status in _NO_PRICE.items():
        reasons = tuple(given.reason or given.question_id for given in raised if given.effect is effect)
        if reasons:
            return status, reasons
    return (OfferStatus.FIRM if firm else OfferStatus.OPEN), ()


def _given(given: Answered) -> _Sum | None:
    """What one answer takes off; nothing for what could not be decided."""
    if given.verdict in (Verdict.INCONCLUSIVE, Verdict.NOT_APPLICABLE, Verdict.NOT_TESTED):
        return None
    failed = given.verdict is Verdict.FAIL
    return _Sum(
        functional=not (failed and given.effect is Effect.NOT_FUNCTIONAL), screen=given.screen or ScreenClass.S0, body=given.body or BodyClass.B0,
        parts=(given.part,) if failed and given.part else (), accessories=(given.accessory,) if failed and given.accessory else (),
    )  # fmt: skip


def _worst(question: Question) -> _Sum:
    """Everything that this question could still take off, together: the pessimistic value of not knowing."""
    fails = [option for option in question.options if option.verdict is Verdict.FAIL]
    screens = [option.screen for option in question.options if option.screen]
    bodies = [option.body for option in question.options if option.body and option.effect is not Effect.HAZARD]
    parts = {option.part for option in fails if option.part} | ({question.measure.part} if question.measure and question.measure.part else set())
    return _Sum(
        functional=all(option.effect is not Effect.NOT_FUNCTIONAL for option in fails), screen=max(screens, default=ScreenClass.S0),
        body=max(bodies, default=BodyClass.B0), parts=tuple(sorted(parts)), accessories=tuple(sorted({o.accessory for o in fails if o.accessory})),
    )  # fmt: skip


def _add(start: _Sum, more: Iterable[_Sum]) -> _Sum:
    total = start
    for one in more:
        total = _Sum(
            functional=total.functional and one.functional, screen=max(total.screen, one.screen), body=max(total.body, one.body),
            parts=total.parts + tuple(part for part in one.parts if part not in total.parts),
            accessories=total.accessories + tuple(name for name in one.accessories if name not in total.accessories),
        )  # fmt: skip
    return total


def _code(known: _Sum) -> BuybackCode:
    return buyback_code(functional=known.functional, screen=known.screen, body=known.body)


def _value(book: PriceBook, prices: ModelPrices, kind: str, known: _Sum) -> Money:
    off = Money.total(book.deductions.get((kind, part), ZERO) for part in known.parts)
    value = min(book.cap, max(prices.parts_value, min(prices.base[_code(known)], book.cap) - off))
    value -= Money.total(book.accessories.get((kind, name), ZERO) for name in known.accessories)
    return max(book.floor, _floor_step(value, book.step))


def _floor_step(amount: Money, step: Money) -> Money:
    return Money(amount.amount_cents // step.amount_cents * step.amount_cents)


def _pending(book: PriceBook, prices: ModelPrices, checklist: Checklist, known: _Sum, unknown: Sequence[Question]) -> tuple[Pending, ...]:
    kind, best = checklist.kind.value, _value(book, prices, checklist.kind.value, known)
    waiting = []
    for step in checklist.steps:
        questions = [question for question in step.questions if question in unknown]
        if questions:
            worst = _value(book, prices, kind, _add(known, (_worst(question) for question in questions)))
            waiting.append(Pending(step.step_id, best - worst))
    return tuple(waiting)


def _explain(
    book: PriceBook,
    prices: ModelPrices,
    kind: str,
    checklist: Checklist,
    answers: Mapping[str, Answered],
    *,
    photos: Mapping[str, str],
    settled: bool,
) -> tuple[Deduction, ...]:
    """Walk the answers in the list's order; each line is what the value lost by adding that answer, so the lines add up to the offer."""
    lines, total, value = [], _BEST, _value(book, prices, kind, _BEST)
    for step in checklist.steps:
        of_step = next((photos[slot] for slot in step.photo_slots if slot in photos), None)
        for question in step.questions:
            photo = photos.get(defect_slot(question.question_id), of_step)
            given = answers.get(question.question_id)
            untested = _is_unknown(given)
            one = _worst(question) if untested and settled else _given(given) if given is not None else None
            if one is None:
                continue
            total = _add(total, (one,))
            after = _value(book, prices, kind, total)
            if after != value:
                reason = "not_tested" if untested else (given.reason or given.option_id if given else "")
                method, number = (given.method, given.number) if given else (step.method, None)
                lines.append(Deduction(question.question_id, step.step_id, reason, after - value, method, number, photo))
            value = after
    return tuple(lines)
