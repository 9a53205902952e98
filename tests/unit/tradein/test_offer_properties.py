"""What must hold of every offer: of the published lists of all kinds, and of small made-up ones whose every ending can be tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.answers import answered, judged
from kiosk.diagnostics.checklist import Checklist, Effect, Measure, Method, Option, Question, Stage, Step, Verdict, Words
from kiosk.diagnostics.events import Answered, Started
from kiosk.diagnostics.grading import BuybackCode
from kiosk.diagnostics.planner import next_step
from kiosk.diagnostics.session import SessionState, fold
from kiosk.tradein.offer import Offer, OfferStatus, make_offer
from kiosk.tradein.pricebook import ModelPrices, PriceBook
from kiosk.tradein.rulefiles import load_bench_rules

RULES = load_bench_rules(Path(__file__).resolve().parents[3] / "resources")
BOOK = RULES.pricebook
NOW = datetime(2026, 11, 22, 14, 0, 0, tzinfo=UTC)
SOUND = (OfferStatus.OPEN, OfferStatus.FIRM)
NO_WORDS = Words("", "")
SCREENS, BODIES = (
    next(q for q in RULES.checklists[DeviceKind.SMARTPHONE].questions() if q.question_id == axis) for axis in ("screen_class", "body_class")
)


@dataclass(frozen=True)
class Case:
    """A list with the prices of one model."""

    book: PriceBook
    prices: ModelPrices
    checklist: Checklist

    def offer(self, answers: dict[str, Answered], *, settled: bool = False) -> Offer:
        return make_offer(self.book, self.prices, self.checklist, answers, photos={}, settled=settled)

    def given(self, question: Question, option_id: str) -> Answered:
        """An option of the question, or a number measured."""
        step = self.checklist.step_of(question.question_id)
        assert step is not None
        where = {"question_id": question.question_id, "step_id": step.step_id}
        if question.measure is not None and option_id.isdecimal():
            found = judged(question.measure, int(option_id), at_utc=NOW, person_id="yanis", method=Method.GUIDED, **where)
            assert found is not None
            return found
        option = question.option(option_id)
        assert option is not None
        return answered(option, at_utc=NOW, person_id="yanis", method=Method.GUIDED, **where)

    def choices(self, question: Question) -> tuple[str, ...]:
        """Every answer that the question can have, best first, *not tested* among them."""
        measured = ("90", "50") if question.measure is not None else ()
        return measured + tuple(option.option_id for option in question.options)

    def endings(self, answers: dict[str, Answered]) -> Iterator[dict[str, Answered]]:
        """Every way in which what is not known can come to be known."""
        unknown = [q for q in self.checklist.questions() if q.question_id not in answers or answers[q.question_id].verdict is Verdict.NOT_TESTED]
        decided = [[choice for choice in self.choices(q) if choice != "not_tested"] for q in unknown]
        for chosen in product(*decided):
            yield answers | {q.question_id: self.given(q, choice) for q, choice in zip(unknown, chosen, strict=True)}


def published(kind: DeviceKind) -> Case:
    """The kind's own list, with the prices of a model of that kind (any model for a kind the book does not name)."""
    return Case(BOOK, next(iter(BOOK.models.values())), RULES.checklists[kind])


# ── small lists with prices of their own ───────────────────────────────────────────────────────────────────────────
cents = st.integers(0, 6_000)
PARTS, ACCESSORIES = ("glass", "cell", "port"), ("cable",)


@st.composite
def books(draw: st.DrawFn) -> PriceBook:
    step = draw(st.sampled_from([1, 50, 100, 500]))
    floor = step * draw(st.integers(0, 8))
    return replace(
        BOOK, step=Money(step), floor=Money(floor), cap=Money(draw(st.integers(floor, 40_000))),
        deductions={("smartphone", part): Money(draw(cents)) for part in PARTS},
        accessories={("smartphone", name): Money(draw(cents)) for name in ACCESSORIES},
    )  # fmt: skip


@st.composite
def model_prices(draw: st.DrawFn) -> ModelPrices:
    euros = draw(st.lists(st.integers(0, 300), min_size=6, max_size=6).map(lambda found: sorted(found, reverse=True)))
    flawless, good, used, cracked, dead_used, dead_cracked = (Money(euro * 100) for euro in euros)
    swapped = draw(st.booleans())
    broken = (dead_used, cracked) if swapped else (cracked, dead_used)
    return ModelPrices(dict(zip(BuybackCode, (flawless, good, used, *broken, dead_cracked), strict=True)), {})


@st.composite
def faults(draw: st.DrawFn, number: int) -> Option:
    effect = draw(st.sampled_from([Effect.DEDUCT, Effect.DEDUCT, Effect.NOT_FUNCTIONAL, Effect.NOTE, Effect.BLOCK, Effect.STOP, Effect.HAZARD]))
    part, accessory = draw(st.sampled_from([None, *PARTS])), draw(st.sampled_from([None, None, *ACCESSORIES]))
    return Option(f"fault{number}", NO_WORDS, Verdict.FAIL, f"fault{number}", effect, part, accessory)


@st.composite
def questions(draw: st.DrawFn, name: str) -> Question:
    kind = draw(st.sampled_from(["ready", "ready", "ready", "screen", "body", "measure"]))
    if kind in ("screen", "body"):
        return replace(SCREENS if kind == "screen" else BODIES, question_id=name)
    open_ends = (Option("not_tested", NO_WORDS, Verdict.NOT_TESTED), Option("inconclusive", NO_WORDS, Verdict.INCONCLUSIVE))
    if kind == "measure":
        return Question(name, NO_WORDS, open_ends, Measure("%", 1, 100, 80, "low", None, draw(st.sampled_from([None, *PARTS]))))
    bad = tuple(draw(faults(number)) for number in range(draw(st.integers(1, 2))))
    return Question(name, NO_WORDS, (Option("pass", NO_WORDS, Verdict.PASS), *bad, *open_ends))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    asked = [draw(questions(f"q{number}")) for number in range(draw(st.integers(1, 3)))]
    split = draw(st.integers(0, len(asked)))
    groups = [group for group in (asked[:split], asked[split:]) if group]
    steps = tuple(Step(f"s{n}", n, NO_WORDS, NO_WORDS, 10, Stage.TESTS, Method.GUIDED, tuple(group)) for n, group in enumerate(groups))
    checklist = Checklist("small", "1", "2026-11-01", DeviceKind.SMARTPHONE, "", 900, 720, 840, steps)
    return Case(draw(books()), draw(model_prices()), checklist)


@st.composite
def part_way(draw: st.DrawFn, case: Case) -> dict[str, Answered]:
    """Some of the questions answered, anyhow."""
    return {
        question.question_id: case.given(question, draw(st.sampled_from(case.choices(question))))
        for question in case.checklist.questions()
        if draw(st.booleans())
    }


@given(st.data())
@settings(max_examples=150)
def test_the_interval_holds_every_ending_and_the_rest_cannot_change_the_price_only_when_it_cannot(data: st.DataObject) -> None:
    case = data.draw(cases())
    answers = data.draw(part_way(case))
    now = case.offer(answers)
    if now.status not in SOUND:
        return
    endings = [case.offer(ending) for ending in case.endings(answers)]
    priced = [ending for ending in endings if ending.status is OfferStatus.FIRM]
    assert all(now.low <= ending.low == ending.high <= now.high for ending in priced)
    assert case.offer(answers, settled=True).low == now.low
    if not now.can_change:
        assert len(priced) == len(endings) and {ending.low for ending in priced} == {now.low}


@given(st.data())
def test_cap_floor_step_and_the_value_of_the_parts_are_kept_and_the_lines_add_up(data: st.DataObject) -> None:
    case = data.draw(cases())
    answers = data.draw(part_way(case))
    book = case.book
    for offer in (case.offer(answers), case.offer(answers, settled=True)):
        if offer.status not in SOUND:
            continue
        assert book.floor <= offer.low <= offer.high <= book.cap
        assert offer.low.amount_cents % book.step.amount_cents == offer.high.amount_cents % book.step.amount_cents == 0
        assert offer.base + Money.total(line.amount for line in offer.deductions) == offer.high
        assert all(line.amount < ZERO for line in offer.deductions)
        if not any(option.accessory for question in case.checklist.questions() for option in question.options):
            assert offer.low > min(case.prices.parts_value, book.cap) - book.step


def _better_or_equal(case: Case, question: Question) -> Sequence[tuple[str, str]]:
    """Pairs of answers, the better first: sound before doubtful before any fault before untested; a class before the next."""
    ready = [option.option_id for option in question.options if option.verdict is Verdict.FAIL]
    classes = [option.option_id for option in question.options if option.screen or option.body]
    if classes:
        return [(better, worse) for at, better in enumerate(classes) for worse in classes[at + 1 :]]
    best = "90" if question.measure is not None else "pass"
    worse = (["50"] if question.measure is not None else []) + ready
    open_ends = [option.option_id for option in question.options if option.verdict in (Verdict.INCONCLUSIVE, Verdict.NOT_TESTED)]
    pairs = [(best, other) for other in worse + open_ends]
    pairs += [("inconclusive", other) for other in [*worse, "not_tested"]] if open_ends else []
    return pairs + ([(fault, "not_tested") for fault in worse] if open_ends else [])


def _never_lower(case: Case, answers: dict[str, Answered], question: Question, better: str, worse: str) -> None:
    one, other = (case.offer(answers | {question.question_id: case.given(question, choice)}, settled=True) for choice in (better, worse))
    if one.status in SOUND and other.status in SOUND:
        assert one.low >= other.low, (question.question_id, better, worse)


@given(st.data())
def test_a_better_fact_never_lowers_the_offer(data: st.DataObject) -> None:
    case = data.draw(cases())
    answers = data.draw(part_way(case))
    for question in case.checklist.questions():
        for better, worse in _better_or_equal(case, question):
            _never_lower(case, answers, question, better, worse)


@given(st.data())
def test_a_doubt_never_costs_anything(data: st.DataObject) -> None:
    case = data.draw(cases())
    answers = data.draw(part_way(case))
    for question in case.checklist.questions():
        if question.option("inconclusive") is not None:
            best = case.given(question, "90" if question.measure is not None else "pass")
            doubt = case.given(question, "inconclusive")
            assert case.offer(answers | {question.question_id: doubt}).high == case.offer(answers | {question.question_id: best}).high


@given(st.data())
def test_what_the_list_in_force_does_not_ask_changes_nothing(data: st.DataObject) -> None:
    case = data.draw(cases())
    answers = data.draw(part_way(case))
    stray = replace(case.given(next(case.checklist.questions()), case.choices(next(case.checklist.questions()))[0]), question_id="gone", part="no_such_part")
    assert case.offer(answers | {"gone": replace(stray, verdict=Verdict.FAIL)}) == case.offer(answers)


# ── the published lists ────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("kind", list(DeviceKind))
@given(st.data())
@settings(max_examples=12)
def test_of_every_kind_of_device_any_answers_in_any_order_only_narrow_the_interval(kind: DeviceKind, data: st.DataObject) -> None:
    case = published(kind)
    answers: dict[str, Answered] = {}
    before = case.offer(answers)
    for question in data.draw(st.permutations(list(case.checklist.questions()))):
        answers = answers | {question.question_id: case.given(question, data.draw(st.sampled_from(case.choices(question))))}
        after = case.offer(answers)
        if after.status not in SOUND:
            return
        assert before.low <= after.low <= after.high <= before.high
        assert after.base + Money.total(line.amount for line in after.deductions) == after.high
        before = after
    assert case.offer(answers) == case.offer(dict(reversed(answers.items())))


@pytest.mark.parametrize("kind", list(DeviceKind))
def test_of_every_kind_of_device_a_better_answer_to_any_one_question_never_lowers_the_offer(kind: DeviceKind) -> None:
    case = published(kind)
    worst = {q.question_id: case.given(q, case.choices(q)[-1]) for q in case.checklist.questions()}
    best = {q.question_id: case.given(q, case.choices(q)[0]) for q in case.checklist.questions()}
    for answers in (best, {key: bad for key, bad in worst.items() if bad.effect not in (Effect.STOP, Effect.HAZARD)}):
        for question in case.checklist.questions():
            for better, worse in _better_or_equal(case, question):
                _never_lower(case, answers, question, better, worse)


def state_with(case: Case, answers: dict[str, Answered]) -> SessionState:
    return fold([Started(at_utc=NOW, person_id="yanis", clock_s=900, model_id="m"), *answers.values()])


@pytest.mark.parametrize("kind", list(DeviceKind))
@given(st.data())
@settings(max_examples=12)
def test_no_test_is_opened_while_a_lock_or_another_knock_out_is_not_settled(kind: DeviceKind, data: st.DataObject) -> None:
    case = published(kind)
    answers = data.draw(part_way(case))
    state = state_with(case, answers)
    opened = next_step(case.checklist, state, case.offer(answers).stakes_cents)
    step = case.checklist.step(opened or "")
    order = list(Stage)
    waiting = [one for one in case.checklist.steps if any(q.question_id not in answers for q in one.questions)]
    assert step is not None
    assert all(order.index(step.stage) <= order.index(one.stage) for one in waiting)


@pytest.mark.parametrize("missing", ["battery_swelling", "liquid", "body_class"])
def test_a_device_that_could_still_be_refused_is_never_called_settled(missing: str) -> None:
    case = published(DeviceKind.SMARTPHONE)
    sound = {q.question_id: case.given(q, case.choices(q)[0]) for q in case.checklist.questions()}
    assert case.offer({key: given for key, given in sound.items() if key != missing}).can_change
    assert not case.offer(sound).can_change


def test_two_tests_that_cost_nothing_one_by_one_but_something_together_can_still_change_the_price() -> None:
    case = published(DeviceKind.SMARTPHONE)
    fault = (Option("pass", NO_WORDS, Verdict.PASS), Option("fault", NO_WORDS, Verdict.FAIL, "fault", Effect.DEDUCT, "flash"))
    other = (Option("pass", NO_WORDS, Verdict.PASS), Option("fault", NO_WORDS, Verdict.FAIL, "fault", Effect.DEDUCT, "buttons"))
    known = Answered(
        at_utc=NOW, person_id="yanis", question_id="c", step_id="s2", option_id="f", verdict=Verdict.FAIL, method=Method.GUIDED, part="vibration"
    )
    steps = tuple(
        Step(f"s{n}", n, NO_WORDS, NO_WORDS, 10, Stage.TESTS, Method.GUIDED, (Question(name, NO_WORDS, options),))
        for n, (name, options) in enumerate((("a", fault), ("b", other), ("c", fault)))
    )
    cheap = {("smartphone", part): Money(40) for part in ("flash", "buttons")} | {("smartphone", "vibration"): Money(1)}
    small = Case(replace(case.book, deductions=cheap), case.prices, replace(case.checklist, steps=steps))
    offer = small.offer({"c": known})
    assert (offer.stakes_cents, offer.can_change) == ({"s0": 0, "s1": 0}, False)
    dearer = Case(replace(case.book, deductions=cheap | {("smartphone", "buttons"): Money(60)}), case.prices, small.checklist)
    offer = dearer.offer({"c": known})
    assert (offer.stakes_cents, offer.matters_next, offer.can_change) == ({"s0": 0, "s1": 0}, None, True)
