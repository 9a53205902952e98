"""An offer after it was made: refused and kept, held for the same facts, moved only by changed ones, made anew when it expired, and countered."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.diagnostics.session import Status
from kiosk.journal.ledger import Ledger
from kiosk.staff.approvals import Action, ApprovalRequest, Why
from kiosk.staff.rights import Right, RightMissing
from kiosk.storage.engine import Database
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.identify import AlreadyInStock
from kiosk.tradein.offer_life import COUNTER_REASONS, CounterOutOfRange, CounterUnproven, NothingToReopen, Proof
from kiosk.tradein.rulefiles import load_bench_rules
from kiosk.tradein.screen import TradeInScreen
from kiosk.tradein.shelf import PriceBooks
from kiosk.tradein.words import load_words
from tests.bench import IPHONE_12_64, RESOURCES, SELLER, SIGNATURE, Bench, answer_all, build_bench, load_demo_shop
from tests.integration.test_price_books import IPHONE_12, published, receive

DAY_S = 24 * 3600


@pytest.fixture
def bench(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Bench:
    load_demo_shop(database)
    rules = load_bench_rules(RESOURCES)
    shelf = PriceBooks(rules, database, today=lambda: clock.now_utc().date())
    return build_bench(database, ledger, clock, ids, rules=replace(rules, shelf=shelf))


def offered(bench: Bench, *, battery_pct: int = 91) -> TradeInScreen:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis, battery_pct=battery_pct)
    return bench.trade_ins.propose(screen.session_id, yanis)


def refused(bench: Bench) -> TradeInScreen:
    return bench.trade_ins.decline(offered(bench).session_id, bench.person("yanis"), reason="thinks_about_it")


def back(bench: Bench) -> TradeInScreen:
    """The device is scanned again, and what is asked anew is answered as before."""
    yanis = bench.person("yanis")
    return answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis)


def bodies(bench: Bench, kind: str) -> list[dict[str, object]]:
    with bench.database.read() as connection:
        return [json.loads(entry.entry)["body"] for entry in bench.ledger.entries_after(connection, 1, 0, limit=10_000) if entry.kind == kind]


def test_a_refused_offer_is_kept_with_its_reason_and_its_last_day(bench: Bench) -> None:
    screen = refused(bench)
    (kept,) = bench.trade_ins.life.refused()
    assert (kept.session_id, kept.price, kept.reason, kept.expired) == (screen.session_id, Money(18600), "thinks_about_it", False)
    assert (kept.valid_until_utc - kept.made_at_utc).days == 14


def test_an_offer_that_was_refused_before_it_was_said_aloud_is_kept_too(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis)
    bench.trade_ins.decline(screen.session_id, yanis, reason="too_low")
    assert [kept.price for kept in bench.trade_ins.life.refused()] == [Money(18600)]
    assert bodies(bench, "tradein.declined")[0]["offered_cents"] == 18600


def test_who_comes_back_in_time_gets_the_same_price_for_the_same_facts_whatever_the_price_book_says_now(bench: Bench, clock: ManualClock) -> None:
    first = refused(bench)
    receive(bench, published("2026-11b", "2026-11-23", (IPHONE_12, IPHONE_12.replace("186, 180, 167", "150, 140, 130"))))
    clock.advance(seconds=10 * DAY_S)
    assert bench.rules.in_force().version == "2026-11b"
    screen = back(bench)
    assert screen.session_id == first.session_id
    assert screen.returned is not None and (screen.returned.expired, screen.returned.changed, screen.returned.price) == (False, (), Money(18600))
    assert (screen.offer.low, screen.price_book) == (Money(18600), "2026-11")
    yanis = bench.person("yanis")
    screen = bench.trade_ins.propose(screen.session_id, yanis)
    assert screen.made is not None and first.made is not None and screen.made.valid_until_utc == first.made.valid_until_utc
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    bought = bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    assert bought.unit.purchase_price == Money(18600)
    assert bench.trade_ins.life.refused() == ()


def test_only_changed_facts_change_the_price_and_they_stand_side_by_side_in_euros(bench: Bench, clock: ManualClock) -> None:
    refused(bench)
    clock.advance(seconds=3 * DAY_S)
    screen, yanis = back(bench), bench.person("yanis")
    screen = bench.trade_ins.measure(screen.session_id, "battery_pct", 78, yanis)
    screen = bench.trade_ins.answer(screen.session_id, "body_class", "B2", yanis)
    assert screen.returned is not None
    seen = [(fact.question.question_id, fact.before and (fact.before.number or fact.before.option_id), fact.change) for fact in screen.returned.changed]
    assert seen == [("battery_pct", 91, Money(-1800)), ("body_class", "B0", Money(-600))]
    assert screen.returned.price == screen.offer.low == Money(16200)


def test_the_second_visit_has_a_clock_of_its_own_and_asks_again_who_sells_and_what_locks(bench: Bench, clock: ManualClock) -> None:
    refused(bench)
    clock.advance(seconds=3 * DAY_S)
    screen = bench.trade_ins.start(IPHONE_12_64, bench.person("yanis"))
    assert (screen.session.status, screen.session.clock.remaining_ms, screen.seller_known) == (Status.RUNNING, 900_000, False)
    assert screen.session.current is not None and screen.session.current.step_id == "consent"
    assert not {"adult", "account_lock", "blacklist"} & screen.answers.keys() and "touch" in screen.answers


def test_an_expired_offer_is_made_anew_under_the_book_of_the_day_and_it_is_said(bench: Bench, clock: ManualClock) -> None:
    refused(bench)
    receive(bench, published("2026-12", "2026-12-01", (IPHONE_12, IPHONE_12.replace("186, 180, 167", "150, 140, 130"))))
    clock.advance(seconds=15 * DAY_S)
    screen = back(bench)
    assert screen.returned is not None and (screen.returned.expired, screen.returned.promised, screen.returned.by_book) == (True, Money(18600), Money(-3600))
    assert (screen.offer.low, screen.price_book) == (Money(15000), "2026-12")
    assert bodies(bench, "tradein.customer_returned")[0]["expired"] is True


def test_a_bought_device_has_no_offer_to_take_up_again(bench: Bench) -> None:
    screen, yanis = offered(bench), bench.person("yanis")
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    with pytest.raises(NothingToReopen):
        bench.trade_ins.life.come_back(screen.session_id, yanis)


# ── another price than the formula's ───────────────────────────────────────────────────────────────────────────────
def after_tests(bench: Bench) -> TradeInScreen:
    yanis = bench.person("yanis")
    return answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis)


def photo_of(screen: TradeInScreen) -> str:
    return next(sha256 for step in screen.session.steps for slot, sha256 in step.photos if slot == "back")


def test_a_lower_price_with_a_reason_and_a_photo_of_this_device_stands_on_a_line_and_in_the_journal(bench: Bench) -> None:
    screen, yanis = after_tests(bench), bench.person("yanis")
    proof = Proof("hidden_damage", "photo", photo_of(screen), "joint décollé")
    screen = bench.trade_ins.life.counter(screen.session_id, yanis, price=Money(16000), proof=proof)
    assert (screen.offer.low, screen.offer.high) == (Money(16000), Money(16000))
    assert screen.offer.counter is not None and (screen.offer.counter.amount, screen.offer.counter.reason) == (Money(-2600), "hidden_damage")
    assert screen.offer.base + Money.total(line.amount for line in screen.offer.deductions) + screen.offer.counter.amount == screen.offer.low
    (body,) = bodies(bench, "tradein.countered")
    assert (body["formula_cents"], body["amount_cents"], body["proof"], body["evidence"], body["approved_by"]) == (18600, 16000, "photo", proof.evidence, None)
    bench.trade_ins.propose(screen.session_id, yanis)
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    bought = bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    assert bought.unit.purchase_price == Money(16000)


@pytest.mark.parametrize(
    "proof",
    [
        Proof("", "photo", "a" * 64), Proof("hidden_damage", "photo", "a" * 64), Proof("hidden_damage", "photo"), Proof("hidden_damage", "measure", "touch"),
        Proof("hidden_damage", "measure"), Proof("hidden_damage", "word"), Proof("  ", "measure", "battery_pct"),
        Proof("a_hunch", "measure", "battery_pct"),
    ],
)  # fmt: skip
def test_no_other_price_appears_without_its_reason_and_a_proof_of_this_very_device(bench: Bench, proof: Proof) -> None:
    screen = after_tests(bench)
    with pytest.raises(CounterUnproven):
        bench.trade_ins.life.counter(screen.session_id, bench.person("yanis"), price=Money(16000), proof=proof)
    assert bench.trade_ins.screen(screen.session_id).offer.low == Money(18600)
    assert bodies(bench, "tradein.countered") == []


@pytest.mark.parametrize("cents", [18600, 400, 70100])
def test_another_price_stays_between_floor_and_cap_and_is_another(bench: Bench, cents: int) -> None:
    screen = after_tests(bench)
    with pytest.raises(CounterOutOfRange):
        bench.trade_ins.life.counter(screen.session_id, bench.person("sophie"), price=Money(cents), proof=Proof("good_condition", "approval"))


def test_more_than_the_formula_and_less_without_a_picture_are_a_managers_word(bench: Bench) -> None:
    screen, yanis, sophie = after_tests(bench), bench.person("yanis"), bench.person("sophie")
    for price, proof in ((Money(20000), Proof("good_condition", "photo", photo_of(screen))), (Money(16000), Proof("good_condition", "approval"))):
        with pytest.raises(RightMissing):
            bench.trade_ins.life.counter(screen.session_id, yanis, price=price, proof=proof)
    request = ApprovalRequest(Right.RAISE_OFFER, Action.RAISE_OFFER, yanis, screen.session_id)
    lent = bench.staff.approve_by_pin(request, sophie.person_id, "444444", why=Why("good_condition"))
    screen = bench.trade_ins.life.counter(screen.session_id, yanis, price=Money(20000), proof=Proof("good_condition", "approval"), approved_by=lent)
    assert (screen.offer.low, bodies(bench, "tradein.countered")[0]["approved_by"]) == (Money(20000), "sophie")


def test_new_facts_take_the_other_price_back(bench: Bench) -> None:
    screen, yanis = after_tests(bench), bench.person("yanis")
    screen = bench.trade_ins.life.counter(screen.session_id, yanis, price=Money(16000), proof=Proof("hidden_damage", "measure", "battery_pct"))
    screen = bench.trade_ins.answer(screen.session_id, "body_class", "B2", yanis)
    assert (screen.offer.low, screen.offer.counter) == (Money(18000), None)


def test_an_agreed_price_also_holds_when_the_customer_comes_back(bench: Bench, clock: ManualClock) -> None:
    screen, yanis = after_tests(bench), bench.person("yanis")
    bench.trade_ins.life.counter(screen.session_id, bench.person("sophie"), price=Money(20000), proof=Proof("good_condition", "approval"))
    bench.trade_ins.propose(screen.session_id, yanis)
    bench.trade_ins.decline(screen.session_id, yanis, reason="thinks_about_it")
    clock.advance(seconds=2 * DAY_S)
    screen = bench.trade_ins.propose(back(bench).session_id, yanis)
    assert (screen.offer.low, screen.returned and screen.returned.price) == (Money(20000), Money(20000))


def test_an_offer_that_ran_out_while_the_trade_in_stayed_open_is_made_anew_under_the_book_of_the_day(bench: Bench, clock: ManualClock) -> None:
    session_id, yanis = offered(bench).session_id, bench.person("yanis")
    receive(bench, published("2026-12", "2026-12-01", (IPHONE_12, IPHONE_12.replace("186", "180"))))
    clock.advance(seconds=15 * DAY_S)
    again = bench.trade_ins.propose(session_id, yanis).made
    assert again is not None
    assert (again.pricebook, again.market_value_cents) == ("2026-12", 18000)


def test_a_promise_that_ran_out_during_the_second_visit_binds_nobody(bench: Bench, clock: ManualClock) -> None:
    yanis, session_id = bench.person("yanis"), refused(bench).session_id
    clock.advance(seconds=10 * DAY_S)
    back(bench)
    receive(bench, published("2026-12", "2026-12-01", (IPHONE_12, IPHONE_12.replace("186", "180"))))
    clock.advance(seconds=10 * DAY_S)
    made = bench.trade_ins.propose(session_id, yanis).made
    assert made is not None
    assert (made.pricebook, made.market_value_cents, made.valid_until_utc - made.at_utc) == ("2026-12", 18000, timedelta(days=14))
    bench.trade_ins.identify_seller(session_id, SELLER, yanis)
    assert bench.purchases.buy(session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis).paid > Money(18000)


def test_another_price_that_was_agreed_on_ends_with_the_offer_it_was_made_for(bench: Bench, clock: ManualClock) -> None:
    sophie, session_id = bench.person("sophie"), offered(bench).session_id
    bench.trade_ins.life.counter(session_id, sophie, price=Money(19500), proof=Proof("known_customer", "approval"))
    agreed = bench.trade_ins.propose(session_id, bench.person("yanis")).made
    clock.advance(seconds=15 * DAY_S)
    anew = bench.trade_ins.propose(session_id, bench.person("yanis")).made
    assert agreed is not None
    assert anew is not None
    assert (agreed.market_value_cents, anew.market_value_cents) == (19500, 18600)


def test_an_old_offer_is_not_taken_up_for_a_device_that_is_in_our_stock(bench: Bench, clock: ManualClock) -> None:
    yanis, first = bench.person("yanis"), refused(bench).session_id
    clock.advance(seconds=61 * DAY_S)
    second = offered(bench).session_id
    bench.trade_ins.identify_seller(second, SELLER, yanis)
    bench.purchases.buy(second, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    assert first != second
    with pytest.raises(AlreadyInStock):
        bench.trade_ins.life.come_back(first, yanis)


def test_every_reason_for_another_price_has_its_words_on_the_contract() -> None:
    assert set(COUNTER_REASONS) <= set(load_words(RESOURCES).contract)
