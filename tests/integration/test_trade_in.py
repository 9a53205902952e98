"""A trade-in from the scan to the unit in stock, on the real database: what is written, what is refused, what is never lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import DatabaseError

from kiosk.basics.clock import ManualClock
from kiosk.basics.money import Money
from kiosk.diagnostics.answers import TimeIsUp
from kiosk.diagnostics.views import ClockColour, StepStatus
from kiosk.staff.rights import RightMissing
from kiosk.stock.units import UnitState, VatOrigin
from kiosk.tradein import store
from kiosk.tradein.board import bench_board
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.erasure import ErasureMethod, ErasureNotVerified, NotToErase
from kiosk.tradein.identify import AlreadyInStock, BadImeiScanned, ModelMismatch, ModelUnknown, NotADevice
from kiosk.tradein.offer import OfferStatus
from kiosk.tradein.offering import AlreadyDecided, GatesOpen, NoOffer, OfferMissing
from kiosk.tradein.payouts import CashNotAllowed
from kiosk.tradein.purchase import Bought, SellerUnknown
from kiosk.tradein.screen import TradeInScreen
from kiosk.tradein.seller import Seller, SellerIncomplete
from kiosk.tradein.signature import SignatureTooShort
from tests.bench import ANOTHER_IPHONE_12_64, IPHONE_12_64, SELLER, SIGNATURE, Bench, answer_all, picture, seller_of


def entries(bench: Bench, kind: str) -> list[dict[str, object]]:
    with bench.database.read() as connection:
        found = bench.ledger.entries_after(connection, 1, 0, limit=10_000)
        return [json.loads(entry.entry)["body"] for entry in found if entry.kind == kind]


def test_a_trade_in_goes_from_the_scan_to_a_unit_in_stock(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = bench.trade_ins.start(IPHONE_12_64, yanis)
    assert (screen.number, screen.model.name, screen.offer.high) == ("L01-K2-D000001", "iPhone 12", Money(18600))
    screen = answer_all(bench, screen, yanis, battery_pct=79, bad={"body_class": "B2"})
    assert screen.session.current is not None and screen.session.current.step_id == "offer"
    assert [(line.question_id, line.amount.plain()) for line in screen.offer.deductions] == [("battery_pct", "-18.00"), ("body_class", "-6.00")]
    screen = bench.trade_ins.propose(screen.session_id, yanis)
    assert (screen.offer.status, screen.offer.low, screen.offer.bonus) == (OfferStatus.FIRM, Money(16200), Money(1000))
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    bought = bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    assert (bought.number, bought.register_number, bought.paid, bought.bonus) == ("L01-K2-A000001", "L01-K2-R000001", Money(17200), Money(1000))
    unit = bench.stock.unit_by_id(bought.unit.unit_id)
    assert unit is not None
    assert (unit.state, unit.vat_origin, unit.purchase_price, unit.register_number) == (
        UnitState.TO_ERASE, VatOrigin.MARGIN, Money(16200), "L01-K2-R000001",
    )  # fmt: skip
    assert bench.stock.unit_by_code(IPHONE_12_64) == unit
    with bench.database.read() as connection:
        (line,) = store.register_entries(connection)
        papers = {(job.kind.value, job.printer) for printer in ("receipt", "label") for job in bench.print_queue.waiting(connection, printer)}
    assert (line.printed_number, line.price, line.payment_mode, line.identifiers) == (
        "L01-K2-R000001", Money(16200), "Bon d’achat", f"IMEI {IPHONE_12_64}, N°\u00a0de série F17ZK4H6N0DX",
    )  # fmt: skip
    assert papers == {("slip", "receipt"), ("label", "label")}
    screen = bench.trade_ins.screen(screen.session_id)
    assert screen.session.current is not None and screen.session.current.step_id == "erasure"
    for question in ("erase_started", "label_stuck"):
        screen = bench.trade_ins.answer(screen.session_id, question, "pass", yanis)
    assert bench.trade_ins.open_trade_ins() == ()


def test_the_journal_knows_the_purchase_and_not_the_seller(bench: Bench) -> None:
    yanis = bench.person("yanis")
    bought = _buy(bench)
    (body,) = entries(bench, "tradein.bought")
    assert body["number"] == "L01-K2-A000001" and body["paid_cents"] == bought.paid.amount_cents
    assert isinstance(body["unit"], dict) and body["unit"]["purchase_price_cents"] == bought.unit.purchase_price.amount_cents
    with bench.database.read() as connection:
        everything = b"".join(entry.entry for entry in bench.ledger.entries_after(connection, 1, 0, limit=10_000)).decode()
    assert SELLER.surname not in everything and SELLER.document_number not in everything
    assert bought.voucher_code is not None and bought.voucher_code not in everything
    assert yanis.person_id in everything


def test_the_voucher_keeps_the_market_value_and_its_bonus_apart_and_scans_as_a_voucher(bench: Bench) -> None:
    bought = _buy(bench)
    with bench.database.read() as connection:
        row = connection.exec_driver_sql("SELECT code, amount_cents, balance_cents, bonus_cents, holder, gen, kind FROM voucher").one()
    assert tuple(row) == (bought.voucher_code, 186_00, 186_00, 12_00, "shop:L01", 1, "trade_in")
    with pytest.raises(NotADevice):
        bench.trade_ins.identify(str(bought.voucher_code))


def test_register_numbers_have_no_gap_when_a_purchase_is_refused(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = _ready_to_sign(bench, IPHONE_12_64)
    with pytest.raises(SignatureTooShort):
        bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=(((1.0, 1.0), (2.0, 2.0)),), person=yanis)
    with pytest.raises(CashNotAllowed):
        bench.purchases.buy(screen.session_id, payout=Payout.CASH, signature=SIGNATURE, person=yanis)
    first = bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    second = bench.purchases.buy(
        _ready_to_sign(bench, ANOTHER_IPHONE_12_64).session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis
    )  # fmt: skip
    assert (first.register_number, second.register_number) == ("L01-K2-R000001", "L01-K2-R000002")


def test_nobody_is_paid_and_no_device_is_ours_before_its_line_of_the_register_stands(bench: Bench) -> None:
    """POL-03: the line is written with the purchase or not at all, and is never changed."""
    yanis, screen = bench.person("yanis"), _ready_to_sign(bench, IPHONE_12_64)
    written = ("unit", "voucher", "trade_in", "document", "register_entry", "stock_movement", "print_job", "journal_entry")

    def counts() -> list[int]:
        with bench.database.read() as connection:
            return [int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()) for table in written]

    before = counts()
    with bench.database.write() as connection:
        connection.exec_driver_sql("CREATE TRIGGER no_ink BEFORE INSERT ON register_entry BEGIN SELECT RAISE(ABORT, 'no ink'); END")
    with pytest.raises(DatabaseError, match="no ink"):
        bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    assert counts() == before
    with bench.database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER no_ink")
    bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    copied = "id || 'x', number || 'x', session_id, at_utc, business_day, unit_id, 'none', person_id, market_value_cents, bonus_cents, paid_cents"
    without_line = f"INSERT INTO trade_in SELECT row_no + 1, {copied}, payout, voucher_id, facts_sha256, content FROM trade_in"
    never = {"UPDATE register_entry SET price_cents = 1": "sealed", "DELETE FROM register_entry": "sealed", without_line: "FOREIGN KEY"}
    for statement, why in never.items():
        with pytest.raises(DatabaseError, match=why), bench.database.write() as connection:
            connection.exec_driver_sql(statement)


def test_a_device_is_bought_once(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = _ready_to_sign(bench, IPHONE_12_64)
    bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    with pytest.raises(AlreadyDecided):
        bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    with pytest.raises(AlreadyInStock):
        bench.trade_ins.start(IPHONE_12_64, yanis)


def test_a_device_that_was_bought_and_sold_begins_anew_when_it_comes_again(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = _ready_to_sign(bench, IPHONE_12_64)
    first = bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    with bench.database.write() as connection:
        for state in (UnitState.TO_INSPECT, UnitState.FOR_SALE, UnitState.SOLD):
            bench.stock.change_state(connection, first.unit.unit_id, to_state=state, reason="test", document_id=None, person_id="yanis")
    again = bench.trade_ins.start(IPHONE_12_64, yanis)
    assert (again.decision, again.made, len(again.answers)) == (None, None, 0)
    assert again.seen is not None
    assert again.seen.unit_id == first.unit.unit_id


def test_what_was_signed_for_stays_as_it_was_and_the_closing_steps_go_on(bench: Bench) -> None:
    yanis = bench.person("yanis")
    session_id = _ready_to_sign(bench, IPHONE_12_64).session_id
    bench.purchases.buy(session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    before = bench.trade_ins.screen(session_id)
    acts: tuple[Callable[[], object], ...] = (
        lambda: bench.trade_ins.answer(session_id, "blacklist", "inconclusive", yanis),
        lambda: bench.trade_ins.measure(session_id, "battery_pct", 61, yanis),
        lambda: bench.trade_ins.add_photo(session_id, "front", picture(), yanis),
        lambda: bench.trade_ins.mark(session_id, yanis, face="front", x_permille=10, y_permille=10),
        lambda: bench.trade_ins.skip_step(session_id, "locks", yanis, reason="customer"),
    )
    for act in acts:
        with pytest.raises(AlreadyDecided):
            act()
    assert bench.trade_ins.screen(session_id) == before
    assert bench.trade_ins.answer(session_id, "label_stuck", "pass", yanis).answers["label_stuck"].option_id == "pass"


def test_a_scan_that_names_no_device_to_buy_is_refused_in_its_own_words(bench: Bench) -> None:
    yanis = bench.person("yanis")
    with pytest.raises(BadImeiScanned):
        bench.trade_ins.start("359100639000013", yanis)
    with pytest.raises(NotADevice):
        bench.trade_ins.start("BADGE-YANIS2345672345A", yanis)
    with pytest.raises(ModelUnknown):
        bench.trade_ins.start("490154203237518", yanis)
    with pytest.raises(ModelMismatch) as refusal:
        bench.trade_ins.start(IPHONE_12_64, yanis, model_id="m-pixel-7-128-go-noir-volcanique")
    assert refusal.value.facts == {"announced": "Google Pixel 7", "read": "Apple iPhone 12"}
    with pytest.raises(AlreadyInStock):
        bench.trade_ins.start("359101120000016", yanis)
    with pytest.raises(RightMissing):
        bench.trade_ins.start(IPHONE_12_64, bench.person("camille"))
    assert bench.trade_ins.open_trade_ins() == ()


def test_the_storage_may_be_corrected_within_the_same_make_and_model(bench: Bench) -> None:
    choices = bench.trade_ins.identify(IPHONE_12_64).choices
    assert {model.name for model in choices} == {"iPhone 12"} and len(choices) == 4
    bigger = next(model for model in choices if model.storage_gb == 128)
    assert bench.trade_ins.start(IPHONE_12_64, bench.person("yanis"), model_id=bigger.model_id).model == bigger


def test_scanning_the_same_device_again_goes_on_where_it_was_left(bench: Bench, clock: ManualClock) -> None:
    yanis = bench.person("yanis")
    screen = bench.trade_ins.start(IPHONE_12_64, yanis)
    clock.advance(seconds=42)
    bench.trade_ins.answer(screen.session_id, "adult", "pass", yanis)
    again = bench.trade_ins.start(IPHONE_12_64, yanis)
    assert again.session_id == screen.session_id
    assert (again.session.clock.elapsed_ms, again.session.clock.remaining_ms) == (42_000, 858_000)


def test_no_price_is_named_before_consent_identity_and_locks(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = bench.trade_ins.start(IPHONE_12_64, yanis)
    with pytest.raises(GatesOpen):
        bench.trade_ins.propose(screen.session_id, yanis)


@pytest.mark.parametrize(
    ("question", "fault", "status"),
    [
        ("adult", "minor", OfferStatus.STOPPED),
        ("account_lock", "account_lock", OfferStatus.BLOCKED),
        ("blacklist", "blacklisted", OfferStatus.STOPPED),
        ("battery_swelling", "battery_swollen", OfferStatus.HAZARD),
        ("body_class", "B5", OfferStatus.HAZARD),
    ],
)
def test_a_stolen_locked_or_dangerous_device_gets_no_offer(bench: Bench, question: str, fault: str, status: OfferStatus) -> None:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis, bad={question: fault})
    assert screen.offer.status is status
    with pytest.raises(NoOffer):
        bench.trade_ins.propose(screen.session_id, yanis)


def test_a_lock_removed_on_the_spot_brings_the_offer_back(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis, bad={"account_lock": "account_lock"})
    screen = bench.trade_ins.answer(screen.session_id, "account_lock", "pass", yanis)
    assert bench.trade_ins.propose(screen.session_id, yanis).offer.low == Money(18600)


def test_a_new_fact_after_the_offer_asks_for_a_new_offer(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = _ready_to_sign(bench, IPHONE_12_64)
    bench.trade_ins.answer(screen.session_id, "flash", "flash", yanis)
    with pytest.raises(OfferMissing):
        bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)


def test_an_offer_is_valid_for_fourteen_days_and_no_longer(bench: Bench, clock: ManualClock) -> None:
    yanis = bench.person("yanis")
    screen = _ready_to_sign(bench, IPHONE_12_64)
    assert screen.made is not None and screen.made.valid_until_utc == clock.now_utc() + timedelta(days=14)
    clock.advance(seconds=14 * 86_400 + 1)
    with pytest.raises(OfferMissing):
        bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)


def test_nobody_is_bought_from_without_an_identity(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis)
    bench.trade_ins.propose(screen.session_id, yanis)
    with pytest.raises(SellerUnknown):
        bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    with pytest.raises(SellerIncomplete):
        bench.trade_ins.identify_seller(screen.session_id, _without("document_number"), yanis)
    assert bench.stock.unit_by_code(IPHONE_12_64) is None


def test_a_declined_offer_hands_the_device_back_and_forgets_the_seller(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = _ready_to_sign(bench, IPHONE_12_64)
    bench.trade_ins.decline(screen.session_id, yanis, reason="price")
    (body,) = entries(bench, "tradein.declined")
    assert (body["number"], body["offered_cents"], body["reason"]) == ("L01-K2-D000001", 18600, "price")
    with bench.database.read() as connection:
        row = connection.exec_driver_sql("SELECT surname, document_number, salt, erased_at_utc FROM seller").one()
    assert row[:3] == (None, None, None) and row[3] == "2026-11-22T10:00:00.000Z"
    assert bench.stock.unit_by_code(IPHONE_12_64) is None


def test_at_fifteen_minutes_untested_points_count_at_their_worst_until_a_manager_gives_time(bench: Bench, clock: ManualClock) -> None:
    yanis, sophie = bench.person("yanis"), bench.person("sophie")
    screen = bench.trade_ins.start(IPHONE_12_64, yanis)
    clock.advance(seconds=900)
    screen = bench.trade_ins.screen(screen.session_id)
    assert screen.session.clock.colour is ClockColour.OVER
    assert {step.status for step in screen.session.steps[1:13]} == {StepStatus.NOT_TESTED}
    with pytest.raises(TimeIsUp):
        bench.trade_ins.answer(screen.session_id, "adult", "pass", yanis)
    with pytest.raises(RightMissing):
        bench.trade_ins.extend(screen.session_id, yanis, minutes=5, reason="queue")
    screen = bench.trade_ins.extend(screen.session_id, sophie, minutes=5, reason="queue")
    assert (screen.session.clock.remaining_ms, screen.session.clock.colour) == (300_000, ClockColour.CALM)
    bench.trade_ins.answer(screen.session_id, "adult", "pass", yanis)


def test_a_pause_stops_the_clock_and_is_counted_apart(bench: Bench, clock: ManualClock) -> None:
    yanis = bench.person("yanis")
    screen = bench.trade_ins.start(IPHONE_12_64, yanis)
    clock.advance(seconds=60)
    bench.trade_ins.pause(screen.session_id, yanis, reason="password")
    clock.advance(seconds=240)
    screen = bench.trade_ins.resume(screen.session_id, yanis)
    clock.advance(seconds=5)
    facts = bench.trade_ins.screen(screen.session_id).session.clock
    assert (facts.elapsed_ms, facts.paused_ms, facts.paused) == (65_000, 240_000, False)


def test_the_pauses_of_a_trade_in_stand_by_reason_in_the_journal_and_on_the_board(bench: Bench, clock: ManualClock) -> None:
    yanis = bench.person("yanis")
    screen = bench.trade_ins.start(IPHONE_12_64, yanis)
    for reason, seconds in (("password", 240), ("till", 61), ("password", 30)):
        bench.trade_ins.pause(screen.session_id, yanis, reason=reason)
        clock.advance(seconds=seconds)
        bench.trade_ins.resume(screen.session_id, yanis)
    bench.trade_ins.decline(screen.session_id, yanis, reason="thinks_about_it")
    (body,) = entries(bench, "tradein.declined")
    assert body["pauses_s"] == {"password": 270, "till": 61}
    board = bench_board(bench.database, bench.stock, clock=clock, zone=ZoneInfo("Europe/Paris"), reasons=bench.trade_ins.rules.pauses)
    assert [(total.code, total.paused_ms) for total in board.pauses] == [("password", 270_000), ("till", 61_000)]


def test_a_purchase_that_never_paused_says_nothing_of_pauses(bench: Bench) -> None:
    _buy(bench)
    (body,) = entries(bench, "tradein.bought")
    assert "pauses_s" not in body


def test_an_erased_unit_waits_for_its_inspection_and_an_unverified_one_does_not(bench: Bench) -> None:
    ines = bench.person("ines")
    unit = _buy(bench).unit
    with pytest.raises(ErasureNotVerified):
        bench.erasures.erase(unit.unit_id, ines, method=ErasureMethod.FACTORY_RESET, tool="ios_settings", tool_version="18", verified=False)
    erased = bench.erasures.erase(unit.unit_id, ines, method=ErasureMethod.FACTORY_RESET, tool="ios_settings", tool_version="18", verified=True)
    assert erased.state is UnitState.TO_INSPECT and erased.erasure_id is not None
    (body,) = entries(bench, "stock.unit_erased")
    assert (body["unit_id"], body["method"], body["verified"]) == (unit.unit_id, "factory_reset", True)
    with pytest.raises(NotToErase):
        bench.erasures.erase(unit.unit_id, ines, method=ErasureMethod.FACTORY_RESET, tool="ios_settings", tool_version="18", verified=True)


@pytest.mark.parametrize(
    "model_id",
    ["m-ipad-9-64-go-gris-sideral", "m-thinkpad-t14-512-go-16-go", "m-switch-lite-32-go-turquoise", "m-watch-se-44-mm-argent", "m-aspirateur-robot-s7"],
)
def test_every_kind_of_device_has_its_own_steps_and_is_bought_by_its_serial(bench: Bench, model_id: str) -> None:
    yanis = bench.person("yanis")
    screen = bench.trade_ins.start("F9XK42LM7Q", yanis, model_id=model_id)
    screen = answer_all(bench, screen, yanis)
    assert screen.offer.matters_next is None and screen.offer.low == screen.offer.base
    bench.trade_ins.propose(screen.session_id, yanis)
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    unit = bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis).unit
    assert (unit.serial, unit.imei, unit.model_id, unit.state) == ("F9XK42LM7Q", None, model_id, UnitState.TO_ERASE)


def _ready_to_sign(bench: Bench, imei: str) -> TradeInScreen:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(imei, yanis), yanis)
    bench.trade_ins.propose(screen.session_id, yanis)
    return bench.trade_ins.identify_seller(screen.session_id, seller_of(imei), yanis)


def _buy(bench: Bench) -> Bought:
    screen = _ready_to_sign(bench, IPHONE_12_64)
    return bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=bench.person("yanis"))


def _without(field: str) -> Seller:
    return replace(SELLER, **{field: ""})
