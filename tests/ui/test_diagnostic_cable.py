"""A phone on the bench's cable fills in what it can say of itself, whenever it comes and goes; what it cannot prove is still asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.catalogue.codes import decode
from kiosk.diagnostics.checklist import Method
from kiosk.diagnostics.events import ReadBy
from kiosk.hardware.faults import PhoneLocked, PhoneUntrusted
from kiosk.hardware.virtual.phone import DISK
from kiosk.tradein.screen import TradeInScreen
from tests.bench import IPHONE_12_64, Bench
from tests.phones import IPHONE_12, IPHONE_13, WITH_FIND_MY, told, whole
from tests.ui.conftest import HandJobs
from tests.ui.diagnostic_desk import Desk

HOME, TRADE_IN, INSPECTION = 0, 1, 3


@pytest.fixture
def desk(bench: Bench, jobs: HandJobs, clock: ManualClock) -> Desk:
    made = Desk(bench, jobs, clock)
    made.sign_in("yanis")
    return made


@pytest.fixture
def scanned(desk: Desk) -> Desk:
    """Its trade-in was begun by scanning it; nothing is plugged in."""
    desk.scan(decode(IPHONE_12_64))
    return desk


def kept(bench: Bench) -> TradeInScreen:
    (row,) = bench.trade_ins.open_trade_ins()
    return bench.trade_ins.screen(row.session_id)


def by_cable(bench: Bench) -> dict[str, str]:
    return {name: given.option_id for name, given in kept(bench).answers.items() if given.method is Method.AUTO_USB}


def open_step(desk: Desk, step_id: str) -> None:
    desk.do(lambda: desk.page.tradeIn.openStep(step_id))


def test_a_phone_plugged_in_at_the_home_begins_its_trade_in_and_is_read_in_at_once(desk: Desk, bench: Bench) -> None:
    desk.plug(IPHONE_12)
    assert not desk.page.choosingModel, "its part number says storage and colour"
    screen = kept(bench)
    assert (desk.page.step, screen.device.read_by, screen.device.imei) == (TRADE_IN, ReadBy.CABLE, IPHONE_12.imei)
    assert by_cable(bench) == {"battery_pct": "measured"}  # its own number read twice proves nothing: the screen is compared by eye
    assert [read.probe for read in screen.readings] == ["libimobiledevice 1"]
    assert desk.page.tradeIn.parts.device.system == "iOS 17.6.1"


def test_a_phone_plugged_in_during_its_trade_in_answers_what_it_can_and_says_how_sure_it_is(scanned: Desk, bench: Bench) -> None:
    scanned.plug(IPHONE_12)
    assert by_cable(bench) == {"imei_match": "pass", "battery_pct": "measured"}
    assert kept(bench).answers["battery_pct"].number == 86
    open_step(scanned, "battery")
    parts = scanned.page.tradeIn.parts
    assert [(row.fact, row.value, row.trust, row.bad) for row in parts.reading.rows.rows] == [
        ("battery_pct", "86\u202f%", "measured", False), ("battery_cycles", "412", "measured", False), ("charge_pct", "83\u202f%", "measured", False),
    ]  # fmt: skip
    assert [(row.question_id, row.finding, row.by_cable) for row in parts.questions.rows] == [
        ("battery_pct", "86\u202f%, Réglages affiche …", True), ("battery_swelling", "", False),
    ]  # fmt: skip
    open_step(scanned, "display")
    assert not parts.reading.speaks


def test_find_my_blocks_the_offer_and_is_asked_anew_once_the_cable_sees_it_no_more(scanned: Desk, bench: Bench) -> None:
    locked = replace(IPHONE_12, says=WITH_FIND_MY)
    scanned.plug(locked)
    assert by_cable(bench)["account_lock"] == "account_lock"
    assert scanned.page.tradeIn.cannotBuy
    open_step(scanned, "locks")
    assert ("account_lock", "locked", True) in [(row.fact, row.value, row.bad) for row in scanned.page.tradeIn.parts.reading.rows.rows]
    scanned.unplug(locked)
    scanned.plug(IPHONE_12)
    assert "account_lock" not in kept(bench).answers  # not to see it proves nothing: a person looks at the screen
    assert not scanned.page.tradeIn.cannotBuy
    assert scanned.page.tradeIn.parts.question.questionId == "account_lock"


def test_a_locked_phone_leaves_its_battery_to_be_asked_and_says_why(scanned: Desk, bench: Bench) -> None:
    scanned.plug(replace(IPHONE_12, locked=True))
    assert by_cable(bench) == {"imei_match": "pass"}
    open_step(scanned, "battery")
    parts = scanned.page.tradeIn.parts
    battery = parts.reading.rows.rows[0]
    assert (battery.fact, battery.value, battery.trust, battery.why) == ("battery_pct", "", "unknown", "diagnostics_silent")
    assert parts.question.measured


def test_another_phone_is_said_in_words_and_nothing_of_it_is_read_in(scanned: Desk, bench: Bench) -> None:
    scanned.plug(IPHONE_13)
    page = scanned.page.tradeIn
    assert scanned.page.noticeTitle == "Un autre téléphone est branché\u00a0: iPhone 13 ···· 0017."
    assert (scanned.page.step, page.parts.device.model, kept(bench).readings) == (TRADE_IN, "iPhone 12", ())


def test_unplugging_and_plugging_in_again_at_any_moment_harms_nothing(scanned: Desk, bench: Bench) -> None:
    scanned.page.plugging.plugged(told(IPHONE_12), may_begin=True)
    scanned.unplug(IPHONE_12)
    scanned.settle()
    assert kept(bench).readings == ()
    for _time in range(2):
        scanned.plug(IPHONE_12)
        scanned.unplug(IPHONE_12)
    screen = kept(bench)
    assert len(screen.readings) == 2
    assert by_cable(bench) == {"imei_match": "pass", "battery_pct": "measured"}
    assert scanned.page.cable.phoneCount == 0


def type_battery(desk: Desk, digits: str) -> None:
    for digit in digits:
        desk.page.tradeIn.typeDigit(digit)
    desk.do(desk.page.tradeIn.saveMeasure)


def battery_of(bench: Bench) -> tuple[int | None, int | None, int | None, Method]:
    """What counts, what was measured, what Settings shows, and how the first is known."""
    given = kept(bench).answers["battery_pct"]
    return given.number, given.measured, given.shown, given.method


def test_what_settings_shows_stands_beside_what_the_cable_measured_and_the_lower_counts(scanned: Desk, bench: Bench) -> None:
    scanned.plug(IPHONE_12)
    open_step(scanned, "battery")
    page = scanned.page.tradeIn
    assert page.parts.questions.rows[0].finding == "86\u202f%, Réglages affiche …"
    page.askAgain("battery_pct")
    assert (page.parts.question.measured, page.parts.question.measuredBeside) == (True, "86\u202f%")
    type_battery(scanned, "84")
    assert battery_of(bench) == (84, 86, 84, Method.AUTO_USB)
    open_step(scanned, "battery")
    assert page.parts.questions.rows[0].finding == "84\u202f%\u00a0: mesuré 86\u202f%, Réglages affiche 84\u202f%"
    scanned.unplug(IPHONE_12)
    scanned.plug(IPHONE_12)
    assert battery_of(bench) == (84, 86, 84, Method.AUTO_USB)
    page.askAgain("battery_pct")
    type_battery(scanned, "88")
    assert battery_of(bench) == (86, 86, 88, Method.AUTO_USB)


def test_what_settings_showed_before_the_phone_was_plugged_in_stays_beside_what_the_cable_measures(scanned: Desk, bench: Bench) -> None:
    open_step(scanned, "battery")
    type_battery(scanned, "81")
    assert battery_of(bench) == (81, None, None, Method.GUIDED)
    scanned.plug(IPHONE_12)
    assert battery_of(bench) == (81, 86, 81, Method.AUTO_USB)


def test_what_is_answered_by_hand_stays_when_the_phone_is_read(scanned: Desk, bench: Bench) -> None:
    open_step(scanned, "identification")
    scanned.do(lambda: scanned.page.tradeIn.answerTo("imei_match", "imei_mismatch"))
    scanned.plug(IPHONE_12)
    assert (kept(bench).answers["imei_match"].option_id, "imei_match" in by_cable(bench)) == ("imei_mismatch", False)


def test_a_lock_that_the_cable_sees_and_a_person_did_not_is_said_and_the_answer_stays(scanned: Desk, bench: Bench) -> None:
    scanned.do(lambda: scanned.page.tradeIn.answerTo("account_lock", "pass"))
    scanned.plug(replace(IPHONE_12, says=WITH_FIND_MY))
    assert scanned.page.noticeTitle == "Le câble lit autre chose que vous\u00a0: Localiser, compte Google ou Samsung retiré."
    assert kept(bench).answers["account_lock"].option_id == "pass"
    assert kept(bench).readings[-1].facts["account_lock"] == "locked"


def test_digits_being_typed_are_still_there_when_a_reading_comes_in(scanned: Desk) -> None:
    open_step(scanned, "battery")
    scanned.page.tradeIn.typeDigit("9")
    scanned.plug(replace(IPHONE_12, locked=True))
    assert scanned.page.tradeIn.typed == "9"


def test_a_phone_that_was_plugged_in_at_the_till_waits_at_the_home_and_is_read_in_when_it_is_scanned(desk: Desk, bench: Bench) -> None:
    desk.plug(IPHONE_12, may_begin=False)
    assert bench.trade_ins.open_trade_ins() == ()
    assert [(row.model, row.identifier_tail, row.reading) for row in desk.page.cable.phones.rows if row.udid] == [("iPhone 12", "0012", False)]
    desk.scan(decode(IPHONE_12_64))
    assert by_cable(bench) == {"imei_match": "pass", "battery_pct": "measured"}
    assert len(kept(bench).readings) == 1
    desk.do(desk.page.tradeIn.leave)
    desk.do(lambda: desk.page.resume(desk.page.tradeIns.rows[0].session_id))
    assert len(kept(bench).readings) == 1  # taken up again, the same reading is not read in twice


def test_a_touch_on_a_phone_at_the_home_begins_with_it(desk: Desk) -> None:
    desk.plug(IPHONE_12, may_begin=False)
    desk.do(lambda: desk.page.cable.begin(IPHONE_12.udid))
    assert desk.page.step == TRADE_IN


def test_a_unit_on_the_cable_opens_its_inspection_and_fills_its_points(desk: Desk, bench: Bench) -> None:
    desk.sign_in("ines")
    waiting = next(unit for unit in bench.stock.units_to_inspect() if unit.model_id == "m-iphone-12-128-go-bleu")
    size = {DISK: {"TotalDiskCapacity": 128_000_000_000}}
    desk.plug(replace(IPHONE_12, imei=waiting.imei or "", serial=waiting.serial or "", says=size))
    assert desk.page.step == INSPECTION
    found = {row.point_id: (row.look, row.found) for row in desk.page.inspection.points.rows if row.look == "passed"}
    assert {name: found[name] for name in ("identity", "capacity", "battery_pct", "ports")} == {
        "identity": ("passed", "identiques"), "capacity": ("passed", "128\u202fGo"), "battery_pct": ("passed", "86\u202f%"), "ports": ("passed", "2 sur 2"),
    }  # fmt: skip
    assert desk.page.inspection.device.system == "iOS 17.6.1"


def test_an_open_point_shows_what_the_cable_read_of_it_and_is_read_again_at_a_touch(desk: Desk, bench: Bench) -> None:
    desk.sign_in("ines")
    waiting = next(unit for unit in bench.stock.units_to_inspect() if unit.model_id == "m-iphone-12-128-go-bleu")
    unit = replace(IPHONE_12, imei=waiting.imei or "", serial=waiting.serial or "", locked=True)
    page, cable, asked = desk.page.inspection, desk.page.cable, []
    desk.do(lambda: desk.page.inspect(waiting.unit_id))
    desk.do(lambda: page.openPoint("battery_pct"))
    assert (page.reading.readable, page.reading.speaks, cable.ownHere) == (True, False, False)
    desk.plug(unit)
    assert next((row.fact, row.trust, row.why) for row in page.reading.rows.rows) == ("battery_pct", "unknown", "diagnostics_silent")
    cable.readWanted.connect(asked.append)
    cable.readAgain()
    assert asked == [unit.udid]
    desk.plug(replace(unit, locked=False))
    desk.do(lambda: page.openPoint("battery_pct"))
    assert next((row.fact, row.value, row.trust) for row in page.reading.rows.rows) == ("battery_pct", "86\u202f%", "measured")
    desk.do(lambda: page.openPoint("touch"))
    assert not page.reading.readable


def test_of_two_phones_on_the_desk_the_page_says_which_is_its_own(scanned: Desk) -> None:
    cable = scanned.page.cable
    assert (cable.ownHere, cable.others) == (False, "")
    scanned.plug(IPHONE_13)
    assert (cable.ownHere, cable.others) == (False, "iPhone 13 ···· 0017")
    scanned.plug(IPHONE_12)
    assert (cable.ownHere, cable.others) == (True, "iPhone 13 ···· 0017")
    scanned.unplug(IPHONE_13)
    assert (cable.ownHere, cable.others) == (True, "")
    scanned.do(scanned.page.tradeIn.leave)
    assert (scanned.page.step, cable.phoneCount) == (HOME, 1)


def test_a_phone_that_waits_for_its_owner_is_shown_until_it_answers_goes_or_the_help_is_closed(desk: Desk) -> None:
    plugging, cable = desk.page.plugging, desk.page.cable
    plugging.waits(PhoneLocked(udid=IPHONE_12.udid))
    assert (cable.hint, cable.hintTitle) == ("phone_locked", "Le téléphone branché est verrouillé.")
    plugging.waits(PhoneUntrusted(udid=IPHONE_12.udid))
    assert cable.hint == "phone_untrusted"
    plugging.plugged(whole(IPHONE_12), may_begin=False)
    assert cable.hint == ""
    plugging.waits(PhoneLocked(udid=IPHONE_13.udid))
    cable.closeHint()
    assert cable.hint == ""
    plugging.waits(PhoneUntrusted(udid=IPHONE_13.udid))
    assert cable.hint == "phone_untrusted"
    plugging.unplugged(IPHONE_13.udid)
    assert cable.hint == ""


def test_a_finished_trade_in_takes_no_reading_and_complains_of_nothing(scanned: Desk) -> None:
    page = scanned.page.tradeIn
    scanned.page.plugging.plugged(told(IPHONE_12), may_begin=True)
    scanned.do(lambda: page.agreement.decline("changed_mind"))
    scanned.page.plugging.plugged(whole(IPHONE_12), may_begin=True)
    scanned.settle()
    assert not scanned.page.noticeShown
