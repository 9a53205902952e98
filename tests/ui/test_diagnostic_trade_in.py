"""A trade-in by touch, from the scan to the voucher, on the real services: what the page shows and what is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.catalogue.codes import decode
from kiosk.stock.units import UnitState
from tests.bench import ANOTHER_IPHONE_12_64, IPHONE_12_64, Bench
from tests.ui.conftest import HandJobs
from tests.ui.diagnostic_desk import Desk

HOME, TRADE_IN, BOUGHT = 0, 1, 2


@pytest.fixture
def desk(bench: Bench, jobs: HandJobs, clock: ManualClock) -> Desk:
    made = Desk(bench, jobs, clock)
    made.sign_in("yanis")
    return made


@pytest.fixture
def begun(desk: Desk) -> Desk:
    desk.scan(decode(IPHONE_12_64))
    assert desk.page.step == TRADE_IN
    return desk


def test_a_scan_begins_the_clock_on_the_first_step(begun: Desk) -> None:
    parts = begun.page.tradeIn.parts
    assert (parts.device.model, parts.device.storage, parts.device.identifierTail) == ("iPhone 12", "64", "0012")
    assert (parts.step.stepId, parts.step.place, parts.step.count) == ("consent", 1, 16)
    assert parts.question.text == "Le vendeur est majeur"
    assert (parts.question.canPass, parts.question.canFail, parts.question.canLeave) == (True, True, False)
    assert parts.clock.remaining == "15:00"
    begun.wait(timedelta(seconds=42))
    assert (parts.clock.remaining, parts.clock.late) == ("14:18", True)


def test_the_whole_trade_in_by_touch(begun: Desk, bench: Bench) -> None:
    page = begun.page.tradeIn
    begun.answer_until("offer", battery_pct=79, bad={"body_class": "B2"})
    assert page.offering
    assert (page.parts.offer.price, page.parts.offer.withBonus) == ("162,00\u202f€", "172,00\u202f€")
    assert [row.label for row in page.parts.offer.lines.rows if row.known] == ["Batterie\u00a0: 79\u202f%", "Coque\u00a0: B2"]
    begun.do(page.propose)
    assert page.agreeing
    assert page.agreement.missing == "identity"
    begun.copy_identity()
    assert (page.agreement.sellerKnown, page.agreement.fullName, page.agreement.missing) == (True, "Élodie Garnier", "declarations")
    begun.declare_and_sign()
    assert (page.agreement.missing, page.agreement.canBuy, page.agreement.paid) == ("", True, "172,00\u202f€")
    begun.do(page.agreement.buy)
    assert begun.page.step == BOUGHT
    assert (page.bought.number, page.bought.registerNumber, page.bought.paid) == ("L01-K2-A000001", "L01-K2-R000001", "172,00\u202f€")
    assert page.bought.voucherCode != ""
    unit = bench.stock.unit_by_code(decode(IPHONE_12_64))
    assert unit is not None and unit.state is UnitState.TO_ERASE
    begun.do(page.finish)
    assert (begun.page.step, page.parts.step.stepId) == (TRADE_IN, "erasure")
    begun.answer_step()
    assert (begun.page.step, page.finished) == (BOUGHT, True)
    begun.do(page.finish)
    assert begun.page.step == HOME
    assert [(row.bought, row.open) for row in begun.page.tradeIns.rows] == [(True, False)]
    assert begun.page.toEraseCount >= 1


def test_a_restart_resumes_on_the_same_step_with_the_clock_right(begun: Desk, bench: Bench, jobs: HandJobs, clock: ManualClock) -> None:
    begun.answer_until("locks", seconds=5)
    begun.wait(timedelta(seconds=30))
    before = (begun.page.tradeIn.parts.step.stepId, begun.page.tradeIn.parts.clock.remaining, begun.page.tradeIn.parts.offer.interval)
    again = Desk(bench, jobs, clock)
    again.sign_in("yanis")
    row = again.page.tradeIns.rows[0]
    assert (row.open, row.step) == (True, "Verrous")
    again.do(lambda: again.page.resume(row.session_id), seconds=0)
    assert (again.page.tradeIn.parts.step.stepId, again.page.tradeIn.parts.clock.remaining, again.page.tradeIn.parts.offer.interval) == before


def test_the_offer_narrows_with_each_step_and_says_what_matters(begun: Desk) -> None:
    offer = begun.page.tradeIn.parts.offer
    widths = [offer.highPart - offer.lowPart]
    assert (offer.adviceStep, offer.interval) == ("Écran et tactile", "37 \u2013 186\u202f€")
    while not begun.page.tradeIn.offering:
        begun.answer_step(battery_pct=79)
        widths.append(offer.highPart - offer.lowPart)
    assert widths == sorted(widths, reverse=True)
    assert (offer.interval, offer.adviceStep) == ("168\u202f€", "")
    assert list(offer.funnelPlaces) == sorted(offer.funnelPlaces)


def test_several_defects_are_chosen_from_and_one_is_taken_at_once(begun: Desk) -> None:
    page = begun.page.tradeIn
    begun.answer_until("locks")
    assert (page.parts.question.questionId, page.parts.question.severalReasons) == ("account_lock", False)
    begun.do(lambda: page.give("pass"))
    assert (page.parts.question.questionId, page.parts.question.severalReasons) == ("management", True)
    assert [row.option_id for row in page.parts.reasons.rows] == ["mdm", "financing_lock"]
    begun.do(lambda: page.answer("mdm"))
    assert page.parts.offer.blocked
    assert page.parts.offer.reasons == "Géré par une entreprise"


def test_an_answer_can_be_corrected(begun: Desk) -> None:
    page = begun.page.tradeIn
    begun.do(lambda: page.give("pass"))
    begun.do(lambda: page.askAgain("adult"))
    assert page.parts.question.questionId == "adult"
    begun.do(lambda: page.give("fail"))
    assert page.parts.offer.stopped


def test_a_battery_that_cannot_be_is_said_under_the_figure(begun: Desk) -> None:
    page = begun.page.tradeIn
    begun.do(lambda: page.openStep("battery"))
    for digit in "140":
        page.typeDigit(digit)
    begun.do(page.saveMeasure)
    assert page.measureFault != "" and page.typed == ""
    for digit in "79":
        page.typeDigit(digit)
    begun.do(page.saveMeasure)
    assert page.measureFault == ""
    assert [row.finding for row in page.parts.questions.rows if row.question_id == "battery_pct"] == ["79\u202f%"]


def test_a_pause_stands_and_says_why(begun: Desk) -> None:
    page, clock = begun.page.tradeIn, begun.page.tradeIn.parts.clock
    begun.do(lambda: page.pausing.stopFor("password"))
    left = clock.remaining
    begun.wait(timedelta(seconds=75))
    assert (clock.paused, clock.pauseReason, clock.remaining, clock.pausedFor) == (True, "Le client cherche son mot de passe", left, "1:15")
    begun.do(page.resume)
    assert not clock.paused


def test_pauses_are_totalled_by_reason_and_a_reason_of_ones_own_is_read_as_it_was_written(begun: Desk) -> None:
    page, clock = begun.page.tradeIn, begun.page.tradeIn.parts.clock
    assert [row.code for row in page.pausing.reasons.rows] == ["password", "away", "phone_busy", "till", "trouble", "break", "other"]
    for code, note, seconds in (("password", "", 60), ("till", "", 120), ("password", "", 30), ("other", "Alerte incendie", 10)):
        begun.do(lambda stopped=code, words=note: page.pausing.stop(stopped, words))
        begun.do(page.resume, seconds=seconds)
    assert [(row.code, row.paused) for row in page.pausing.totals.rows] == [("till", "2:00"), ("password", "1:30"), ("other", "0:10")]
    begun.do(lambda: page.pausing.stop("other", "Alerte incendie"))
    assert clock.pauseReason == "Alerte incendie"


def test_amber_from_twelve_minutes_and_red_from_fourteen(begun: Desk) -> None:
    clock = begun.page.tradeIn.parts.clock
    begun.wait(timedelta(minutes=12))
    assert clock.tone == "wait"
    begun.wait(timedelta(minutes=2))
    assert clock.tone == "bad"
    begun.wait(timedelta(minutes=2))
    assert (clock.remaining, clock.over) == ("00:00", True)


def test_missing_identity_fields_are_named_under_themselves(begun: Desk) -> None:
    page = begun.page.tradeIn
    begun.answer_until("offer")
    begun.do(page.propose)
    page.agreement.write("surname", "Garnier")
    begun.do(page.agreement.saveSeller)
    missing = {row.field_id for row in page.agreement.fields.rows if row.missing}
    assert missing == {"first_names", "profession", "address", "document_number", "document_issued_on", "document_authority", "serial"}
    assert [row.value for row in page.agreement.fields.rows if row.field_id == "surname"] == ["Garnier"]
    assert begun.page.noticeShown


def test_a_refused_offer_gives_the_device_back(begun: Desk) -> None:
    page = begun.page.tradeIn
    begun.answer_until("offer")
    begun.do(lambda: page.agreement.decline("customer"))
    assert (begun.page.step, page.declined) == (BOUGHT, True)
    begun.do(page.finish)
    assert begun.page.step == HOME
    assert [row.declined for row in begun.page.tradeIns.rows] == [True]


def test_a_wrong_imei_is_refused_in_words_and_nothing_begins(desk: Desk) -> None:
    desk.scan(decode(IPHONE_12_64[:-1] + "9"))
    assert (desk.page.step, desk.page.noticeShown) == (HOME, True)


def test_a_scan_of_another_device_in_the_middle_of_a_trade_in_is_said_to_be_one(begun: Desk) -> None:
    begun.scan(decode(IPHONE_12_64))
    assert (begun.page.step, begun.page.noticeShown) == (TRADE_IN, False)
    begun.scan(decode(ANOTHER_IPHONE_12_64))
    assert (begun.page.step, begun.page.noticeTitle) == (TRADE_IN, "Ce numéro est celui d’un autre appareil (…0020).")
    assert begun.page.tradeIn.parts.device.identifierTail == "0012"


def test_an_imei_typed_on_the_pad_begins_as_a_scan_does(desk: Desk) -> None:
    for digit in IPHONE_12_64:
        desk.page.typeDigit(digit)
    desk.do(desk.page.beginTyped)
    assert desk.page.choosingModel
    desk.do(lambda: desk.page.chooseModel(desk.page.identified.models.rows[0].model_id))
    assert (desk.page.step, desk.page.typed) == (TRADE_IN, "")


def test_photos_are_kept_and_shown(begun: Desk) -> None:
    begun.answer_until("identification")
    page = begun.page.tradeIn
    assert [row.picture for row in page.parts.photos.rows] == [""]
    begun.do(lambda: page.takePhoto("imei_on_screen"))
    assert page.parts.photos.rows[0].picture.startswith("data:image/jpeg;base64,")
    assert begun.camera.taken == ["imei_on_screen"]


def test_the_cosmetic_step_stays_until_it_is_confirmed(begun: Desk) -> None:
    page = begun.page.tradeIn
    begun.do(lambda: page.openStep("cosmetic"))
    for row in list(page.parts.photos.rows):
        begun.do(lambda slot=row.slot: page.takePhoto(slot))
    begun.do(lambda: page.answerTo("screen_class", "S1"))
    begun.do(lambda: page.answerTo("body_class", "B3"))
    assert (page.cosmetic, page.cosmeticReady, page.screenClass, page.bodyClass) == (True, True, "S1", "B3")
    begun.do(lambda: page.answerTo("body_class", "B2"))
    assert (page.cosmetic, page.bodyClass, page.bodyMeaning) == (True, "B2", "micro-rayures, invisibles à 50 cm")
    begun.do(page.goOn)
    assert not page.cosmetic


def test_a_mark_is_put_where_the_drawing_was_touched_judged_by_its_distance_and_taken_back(begun: Desk) -> None:
    page = begun.page.tradeIn
    begun.do(lambda: page.openStep("cosmetic"))
    begun.do(lambda: page.takePhoto("left"))
    begun.do(lambda: page.marking.touch("left", 0.5, 0.55))
    assert (page.marking.number, page.marking.face, [row.option_id for row in page.marking.classes.rows]) == (1, "left", ["B0", "B1", "B2", "B3", "B4", "B5"])
    begun.do(lambda: page.marking.judge("B3"))
    begun.do(lambda: page.marking.touch("back", 0.9, 0.72))
    begun.do(page.marking.close)
    seen = [(row.number, row.face, row.x_part, row.pictured, row.code) for row in page.parts.marks.rows]
    assert seen == [(1, "left", 0.5, True, "B3"), (2, "back", 0.9, False, "")]
    assert (page.bodyClass, page.marking.number) == ("B3", 0)
    begun.do(lambda: page.marking.touch("left", 0.53, 0.5))
    assert (page.marking.number, page.marking.chosen) == (1, "B3")
    begun.do(page.marking.remove)
    assert [(row.number, row.face) for row in page.parts.marks.rows] == [(1, "back")]
    assert page.cosmetic


def test_the_worst_mark_gives_its_class_and_the_page_says_what_one_class_better_is_worth(begun: Desk) -> None:
    page = begun.page.tradeIn
    begun.do(lambda: page.openStep("cosmetic"))
    for place, option_id in (((0.2, 0.2), "B2"), ((0.8, 0.8), "B1")):
        begun.do(lambda where=place: page.marking.touch("back", *where))
        begun.do(lambda code=option_id: page.marking.judge(code))
    assert (page.bodyClass, page.betterClass, page.presentClass, page.classGain) == ("B2", "B1", "B2", "6\u202f€")
    begun.do(lambda: page.marking.touch("front", 0.5, 0.5))
    begun.do(lambda: page.marking.judge("S1"))
    assert (page.screenClass, page.bodyClass) == ("S1", "B2")
    assert page.classGain == "", "neither of the two alone would bring another price"


def test_a_second_tap_while_an_answer_is_being_saved_is_not_a_second_answer(begun: Desk) -> None:
    page = begun.page.tradeIn
    page.give("pass")
    page.give("pass")
    begun.settle()
    assert [row.answered for row in page.parts.questions.rows] == [True, False, False]


def test_a_manager_gives_more_time_and_nobody_else_does(begun: Desk) -> None:
    page = begun.page.tradeIn
    begun.wait(timedelta(minutes=16))
    assert page.outOfTime
    begun.do(page.extend)
    assert (page.outOfTime, begun.approval.open, begun.approval.action, begun.approval.detail) == (True, True, "more_time", "iPhone 12 · L01-K2-D000001")
    assert [row.words for row in begun.approval.reasons.rows] == ["Beaucoup de défauts", "Appareil lent ou à charger", "Autre"]
    begun.approve("sophie", reason="many_defects")
    assert (page.outOfTime, page.parts.clock.limit, begun.approval.open) == (False, "20:00", False)


def test_everything_a_step_still_asks_is_sound_in_one_tap(begun: Desk) -> None:
    page = begun.page.tradeIn
    assert page.parts.question.canPassRest
    begun.do(page.passRest)
    assert page.parts.step.stepId == "identification"
    begun.do(lambda: page.takePhoto("imei_on_screen"))
    begun.do(lambda: page.give("fail"))
    assert not page.parts.question.canPassRest
    begun.do(page.passRest)
    assert [row.question_id for row in page.parts.questions.rows] == ["account_lock", "management", "sim_lock", "software"]


def test_a_step_that_wants_a_number_is_not_passed_by_one_word(begun: Desk) -> None:
    begun.answer_until("battery")
    assert not begun.page.tradeIn.parts.question.canPassRest


def test_after_fifteen_minutes_the_offer_can_be_made_with_the_rest_at_its_worst(begun: Desk) -> None:
    page = begun.page.tradeIn
    for _ in range(5):
        begun.answer_step(seconds=1)
    begun.wait(timedelta(minutes=16))
    assert (page.outOfTime, page.canOffer, page.parts.offer.firm) == (True, True, True)
    begun.do(lambda: page.openStep("offer"))
    begun.do(page.propose)
    assert page.agreeing


def test_a_device_that_cannot_be_bought_is_handed_back(begun: Desk) -> None:
    page = begun.page.tradeIn
    begun.do(lambda: page.give("fail"))
    assert (page.cannotBuy, page.parts.offer.stopped, page.parts.offer.reasons) == (True, True, "Mineur")
    begun.do(lambda: page.agreement.decline("not_bought"))
    assert begun.page.step == BOUGHT


def test_a_refused_offer_says_why_and_is_taken_up_again_from_its_page_or_from_the_list(begun: Desk, clock: ManualClock) -> None:
    page = begun.page.tradeIn
    begun.answer_until("offer")
    begun.do(lambda: page.agreement.decline("too_low"))
    assert (begun.page.step, page.declined, page.counter.refusal) == (BOUGHT, True, "too_low")
    assert (page.counter.keptOffer, page.counter.keptUntil) == ("186\u202f€", "6 décembre")
    begun.do(page.finish)
    assert begun.page.step == HOME
    clock.advance(seconds=2 * 24 * 3600)
    begun.do(begun.page.keptOffers.ask)
    (row,) = begun.page.keptOffers.offers.rows
    assert (row.model, row.price, row.until, row.reason, row.expired) == ("iPhone 12", "186\u202f€", "6 décembre", "too_low", False)
    begun.do(lambda: begun.page.keptOffers.takeUp(row.session_id))
    assert (begun.page.step, page.parts.step.stepId, page.parts.clock.remaining, begun.page.keptOffers.open) == (TRADE_IN, "consent", "15:00", False)
    begun.answer_until("offer")
    returned = page.parts.returned
    assert (returned.known, returned.promised, returned.madeOn, returned.expired, returned.changedCount) == (True, "186\u202f€", "22 novembre", False, 0)
    begun.do(lambda: page.openStep("battery"))
    page.askAgain("battery_pct")
    page.typeDigit("7")
    page.typeDigit("8")
    begun.do(page.saveMeasure)
    rows = [(row.label, row.before, row.after, row.amount, row.costs) for row in returned.facts.rows]
    assert rows == [("Capacité maximale", "91\u202f%", "78\u202f%", "\u221218\u202f€", True)]
    assert (returned.price, page.parts.offer.price) == ("168\u202f€", "168,00\u202f€")


def test_another_price_is_offered_on_one_sheet_with_amount_reason_and_proof(begun: Desk) -> None:
    page, sheet = begun.page.tradeIn, begun.page.tradeIn.counter
    begun.answer_until("offer")
    sheet.ask()
    assert (sheet.open, sheet.formula, sheet.ready) == (True, "186,00\u202f€", False)
    for digit in "160":
        sheet.typeDigit(digit)
    sheet.chooseReason("hidden_damage")
    assert not sheet.ready
    sheet.chooseProof(next(row.proof_id for row in sheet.proofs.rows if row.slot == "back"))
    assert (sheet.ready, sheet.price) == (True, "160,00\u202f€")
    begun.do(sheet.confirm)
    assert (sheet.open, page.parts.offer.price, page.offered) == (False, "160,00\u202f€", False)
    line = page.parts.offer.lines.rows[-1]
    assert (line.counter, line.countered, line.amount, line.proof_photo, line.gain) == ("hidden_damage", "photo", "\u221226\u202f€", True, False)
    begun.do(page.propose)
    assert page.agreeing


def test_more_than_the_formula_asks_a_manager(begun: Desk) -> None:
    page, sheet = begun.page.tradeIn, begun.page.tradeIn.counter
    begun.answer_until("offer")
    sheet.ask()
    for digit in "200":
        sheet.typeDigit(digit)
    sheet.chooseReason("good_condition")
    sheet.chooseProof("approval::")
    begun.do(sheet.confirm)
    assert (begun.approval.open, begun.approval.action) == (True, "raise_offer")
    begun.approve("sophie", reason="good_condition")
    assert (sheet.open, page.parts.offer.price, page.parts.offer.lines.rows[-1].gain) == (False, "200,00\u202f€", True)
