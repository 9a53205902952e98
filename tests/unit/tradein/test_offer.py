"""The offer in integer cents: worked examples of the formula, then what must hold for every set of answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.answers import answered
from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.events import Answered
from kiosk.diagnostics.grading import BuybackCode
from kiosk.diagnostics.tomlfiles import BadRuleFile
from kiosk.tradein.offer import Offer, OfferStatus, make_offer, voucher_bonus
from kiosk.tradein.pricebook import BadPriceBook, NotInPriceBook
from kiosk.tradein.rulefiles import load_bench_rules, load_pricebook

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
RULES = load_bench_rules(RESOURCES)
BOOK = RULES.pricebook
CHECKLIST = RULES.checklists[DeviceKind.SMARTPHONE]
IPHONE_12 = BOOK.model(brand="Apple", name="iPhone 12", storage_gb=64)
NOW = datetime(2026, 11, 22, 14, 0, 0, tzinfo=UTC)
Answers = dict[str, Answered]


def given_option(question_id: str, option_id: str) -> Answered:
    question, step = CHECKLIST.question(question_id), CHECKLIST.step_of(question_id)
    assert question is not None and step is not None
    option = question.option(option_id)
    assert option is not None, (question_id, option_id)
    return answered(option, question_id=question_id, step_id=step.step_id, at_utc=NOW, person_id="yanis", method=step.method)


def battery(pct: int) -> Answered:
    failed = pct < 80
    return Answered(
        at_utc=NOW, person_id="yanis", question_id="battery_pct", step_id="battery", option_id="measured", number=pct, method=Method.GUIDED,
        verdict=Verdict.FAIL if failed else Verdict.PASS, reason="battery_low" if failed else None, part="battery" if failed else None,
    )  # fmt: skip


def perfect(**other: str) -> Answers:
    """Everything tested and sound, but for ``other``."""
    answers = {"battery_pct": battery(90)}
    for question in CHECKLIST.questions():
        if question.measure is None:
            best = next(option.option_id for option in question.options if option.verdict is Verdict.PASS)
            answers[question.question_id] = given_option(question.question_id, other.get(question.question_id, best))
    return answers


def offer_for(answers: Answers, *, settled: bool = False, photos: dict[str, str] | None = None) -> Offer:
    return make_offer(BOOK, IPHONE_12, CHECKLIST, answers, photos=photos or {}, settled=settled)


@pytest.mark.parametrize(
    ("answers", "euros"),
    [
        (perfect(), 186),
        (perfect(body_class="B1"), 186),
        (perfect(body_class="B2"), 180),
        (perfect(screen_class="S1"), 180),
        (perfect(screen_class="S2"), 167),
        (perfect(body_class="B3"), 167),
        (perfect(screen_class="S4"), 108),
        (perfect(touch="touch_dead_zone"), 71),
        (perfect(touch="touch_dead_zone", screen_class="S4"), 37),
        (perfect() | {"battery_pct": battery(79)}, 168),
        (perfect(flash="flash"), 163),
        (perfect(body_class="B2") | {"battery_pct": battery(79)}, 162),
        (perfect(parts_genuine="unknown_part"), 186),
    ],
)
def test_the_formula_gives_these_prices_for_an_iphone_12(answers: Answers, euros: int) -> None:
    offer = offer_for(answers)
    assert (offer.status, offer.low, offer.high) == (OfferStatus.FIRM, Money(euros * 100), Money(euros * 100))


def test_deductions_never_go_below_what_the_parts_are_worth() -> None:
    everything = perfect(
        rear_cameras="rear_camera_dead", front_camera="front_camera", biometrics="biometrics", loudspeaker="loudspeaker", motion="motion_sensor"
    )
    assert offer_for(everything).low == IPHONE_12.parts_value == Money(3700)


def test_each_deduction_names_its_reason_its_method_and_its_photo() -> None:
    photos = {"screen_on": "a" * 64}
    offer = offer_for(perfect(screen_class="S1") | {"battery_pct": battery(79)}, photos=photos)
    lines = [(line.question_id, line.reason, line.amount.plain(), line.method, line.number, line.photo_sha256) for line in offer.deductions]
    assert lines == [
        ("battery_pct", "battery_low", "-18.00", Method.GUIDED, 79, None),
        ("screen_class", "S1", "-6.00", Method.PHOTO, None, "a" * 64),
    ]


def test_an_inconclusive_point_costs_nothing_and_an_untested_one_costs_its_worst() -> None:
    assert offer_for(perfect(flash="inconclusive"), settled=True).low == Money(18600)
    untested = offer_for(perfect(flash="not_tested"), settled=True)
    assert (untested.low, [(line.question_id, line.reason) for line in untested.deductions]) == (Money(16300), [("flash", "not_tested")])


def test_before_anything_is_known_the_interval_spans_from_parts_to_flawless_and_names_the_test_that_matters() -> None:
    offer = offer_for({})
    assert (offer.status, offer.low, offer.high) == (OfferStatus.OPEN, Money(3700), Money(18600))
    assert offer.matters_next is not None
    assert (offer.matters_next.step_id, offer.matters_next.stake) == ("display", Money(14900))


def test_when_nothing_left_can_change_the_price_no_test_matters() -> None:
    answers = perfect()
    del answers["parts_genuine"], answers["label_stuck"]
    offer = offer_for(answers)
    assert (offer.status, offer.matters_next, offer.low, offer.high) == (OfferStatus.OPEN, None, Money(18600), Money(18600))


@pytest.mark.parametrize(("euros", "bonus"), [(186, 12), (155, 10), (16, 1), (15, 0), (0, 0)])
def test_the_voucher_bonus_stands_apart_in_whole_euros(euros: int, bonus: int) -> None:
    assert voucher_bonus(BOOK, Money(euros * 100)) == Money(bonus * 100)


def test_the_cap_limits_what_is_paid_for_any_model() -> None:
    dear = replace(IPHONE_12, base=dict(IPHONE_12.base) | {BuybackCode.FUNCTIONAL_FLAWLESS: Money(90_000)})
    offer = make_offer(BOOK, dear, CHECKLIST, perfect(), photos={})
    assert offer.low == offer.base == BOOK.cap == Money(70_000)


def test_a_model_that_is_not_in_the_book_is_refused() -> None:
    with pytest.raises(NotInPriceBook):
        BOOK.model(brand="Apple", name="iPhone 12", storage_gb=1024)


def test_a_book_where_a_worse_condition_is_worth_more_is_refused(tmp_path: Path) -> None:
    text = (RESOURCES / "pricebook" / "2026-11.toml").read_text("utf-8")
    path = tmp_path / "book.toml"
    path.write_text(text.replace("base_eur = [186, 180, 167", "base_eur = [186, 187, 167", 1), "utf-8")
    with pytest.raises(BadPriceBook):
        load_pricebook(path)
    path.write_text(text.replace("floor_cents", "flour_cents", 1), "utf-8")
    with pytest.raises(BadRuleFile):
        load_pricebook(path)


some_answers = st.fixed_dictionaries(
    {},
    optional={
        question.question_id: st.sampled_from([option.option_id for option in question.options]).map(
            lambda option_id, name=question.question_id: given_option(name, option_id)
        )
        for question in CHECKLIST.questions()
        if question.measure is None
    }
    | {"battery_pct": st.integers(1, 100).map(battery)},
)
SOUND = (OfferStatus.OPEN, OfferStatus.FIRM)


@given(some_answers)
def test_every_set_of_answers_has_an_offer_and_its_lines_add_up_to_it(answers: Answers) -> None:
    offer = offer_for(answers, settled=True)
    if offer.status in SOUND:
        assert offer.base + Money.total(line.amount for line in offer.deductions) == offer.low == offer.high
        assert all(line.amount < Money(0) for line in offer.deductions)
        assert offer.low.amount_cents % BOOK.step.amount_cents == 0


@given(some_answers, st.sampled_from([question.question_id for question in CHECKLIST.questions() if question.measure is None]), st.data())
def test_each_further_answer_narrows_the_interval_and_never_widens_it(answers: Answers, question_id: str, data: st.DataObject) -> None:
    before = offer_for({key: value for key, value in answers.items() if key != question_id})
    question = CHECKLIST.question(question_id)
    assert question is not None
    option_id = data.draw(st.sampled_from([option.option_id for option in question.options]))
    after = offer_for(answers | {question_id: given_option(question_id, option_id)})
    if before.status in SOUND and after.status in SOUND:
        assert before.low <= after.low <= after.high <= before.high


@given(some_answers, st.sampled_from(["flash", "touch", "loudspeaker", "biometrics", "liquid", "network", "sim_lock"]))
def test_a_point_that_passes_never_lowers_the_offer(answers: Answers, question_id: str) -> None:
    worse, better = offer_for(answers, settled=True), offer_for(answers | {question_id: given_option(question_id, "pass")}, settled=True)
    if worse.status in SOUND and better.status in SOUND:
        assert better.low >= worse.low


@given(some_answers)
def test_the_same_facts_and_book_give_the_same_offer(answers: Answers) -> None:
    assert offer_for(answers) == offer_for(dict(reversed(answers.items())))
