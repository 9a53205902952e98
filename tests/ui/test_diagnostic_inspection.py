"""The thirty points and the erase by touch, on the real services: tiles, grade, sale; who may not judge what."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.catalogue.codes import decode
from kiosk.stock.units import Grade, Unit, UnitState
from tests.bench import Bench
from tests.ui.conftest import HandJobs
from tests.ui.diagnostic_desk import Desk

HOME, INSPECTION, INSPECTED, ERASURE = 0, 3, 4, 5


@pytest.fixture
def desk(bench: Bench, jobs: HandJobs, clock: ManualClock) -> Desk:
    made = Desk(bench, jobs, clock)
    made.sign_in("ines")
    return made


def iphone_to_inspect(bench: Bench) -> Unit:
    return next(unit for unit in bench.inspections.queue() if unit.model_id.startswith("m-iphone-12"))


@pytest.fixture
def begun(desk: Desk, bench: Bench) -> Desk:
    unit = iphone_to_inspect(bench)
    desk.do(lambda: desk.page.inspect(unit.unit_id))
    assert desk.page.step == INSPECTION
    return desk


def looks(desk: Desk) -> dict[str, str]:
    return {row.point_id: row.look for row in desk.page.inspection.points.rows}


def test_thirty_tiles_wait_and_the_first_is_current(begun: Desk) -> None:
    rows = begun.page.inspection.points.rows
    assert [row.number for row in rows] == [f"{number:02d}" for number in range(1, 31)]
    assert [row.look for row in rows].count("current") == 1
    assert looks(begun)["erasure"] == "passed"
    assert begun.page.inspection.grade.count == 30


def test_all_points_conform_and_the_unit_goes_on_sale(begun: Desk, bench: Bench) -> None:
    page = begun.page.inspection
    begun.inspect_all(battery_pct=87)
    assert (page.allDone, page.sellable) == (True, True)
    assert (page.grade.level, page.grade.rule, page.grade.battery) == (2, 8, "87\u202f%")
    assert (page.rise.level, page.rise.subject, page.rise.now, page.rise.then) == (3, "Coque", "B2", "B1")
    price = page.price
    begun.do(page.finish)
    assert begun.page.step == INSPECTED
    assert (page.doneLevel, page.donePrice) == (2, price)
    unit = bench.stock.unit_by_code(page.doneLabel)
    assert unit is not None
    assert (unit.state, unit.grade) == (UnitState.FOR_SALE, Grade.GOOD)
    begun.do(page.leave)
    assert begun.page.step == HOME


def test_a_failed_point_shows_its_finding_and_sends_the_unit_to_the_workshop(begun: Desk) -> None:
    page = begun.page.inspection
    begun.inspect_all(battery_pct=87, bad={"charging": "fail"})
    assert looks(begun)["charging"] == "failed"
    assert (page.grade.hasFailed, page.grade.failedNumber) == (True, "11")
    assert (page.grade.level, page.grade.outcome, page.sellable) == (0, "rework", False)
    assert page.rise.subject == "Charge"
    assert (page.mendPart, page.mendCost, page.mendMinutes, page.goalPrice) == ("charge_port", "27\u202f€", 20, "309\u202f€")
    assert page.grade.failedAgain == "11 et 28"
    begun.do(page.openFailed)
    assert (page.asking, page.nextNumber) == (True, "11")
    begun.do(lambda: page.give("pass"))
    assert page.sellable


def test_an_inspection_left_in_the_middle_goes_on_where_it_was(begun: Desk, bench: Bench) -> None:
    page = begun.page.inspection
    for _ in range(6):
        begun.do(lambda: page.give("pass"))
    done, number = page.grade.doneCount, page.nextNumber
    unit_id = next(row.unit_id for row in begun.page.toInspect.rows if row.identifier_tail == page.device.identifierTail)
    begun.do(page.leave)
    begun.do(lambda: begun.page.inspect(unit_id))
    assert (page.grade.doneCount, page.nextNumber) == (done, number)


def test_who_bought_a_unit_may_not_inspect_it(desk: Desk, bench: Bench) -> None:
    desk.sign_in("aminata")
    own = iphone_to_inspect(bench)
    assert own.acquired_by == "aminata"
    assert [row.own for row in desk.page.toInspect.rows if row.unit_id == own.unit_id] == [True]
    desk.do(lambda: desk.page.inspect(own.unit_id))
    assert (desk.page.step, desk.page.noticeShown) == (HOME, True)


def test_scanning_a_unit_that_waits_opens_what_it_waits_for(desk: Desk, bench: Bench) -> None:
    waiting = iphone_to_inspect(bench)
    assert waiting.imei is not None
    desk.scan(decode(waiting.imei))
    assert desk.page.step == INSPECTION
    assert looks(desk)["identity"] == "passed"
    desk.do(desk.page.inspection.leave)
    desk.scan(decode(bench.erasures.waiting()[0].label_code))
    assert desk.page.step == ERASURE


def test_an_erase_is_kept_only_when_somebody_looked(desk: Desk, bench: Bench) -> None:
    unit = bench.erasures.waiting()[0]
    desk.do(lambda: desk.page.erase(unit.unit_id))
    page = desk.page.erasure
    assert (desk.page.step, page.ready, page.method) == (ERASURE, False, "factory_reset")
    page.chooseMethod("restore")
    page.verify(True)
    assert not page.ready
    desk.do(page.save)
    assert desk.page.step == ERASURE
    page.chooseTool(page.tools.rows[0].key)
    assert (page.ready, [row.is_chosen for row in page.tools.rows][:2]) == (True, [True, False])
    page.chooseMethod("overwrite")
    assert not page.ready
    page.chooseMethod("restore")
    page.chooseTool(page.tools.rows[0].key)
    desk.do(page.save)
    erased = bench.stock.unit_by_id(unit.unit_id)
    assert erased is not None
    assert (desk.page.step, erased.state) == (HOME, UnitState.TO_INSPECT)
    assert unit.unit_id in {row.unit_id for row in desk.page.toInspect.rows}


def test_a_point_that_only_lacks_its_photo_says_which_one(begun: Desk) -> None:
    page = begun.page.inspection
    for _ in range(60):
        if page.photosWanted:
            break
        begun.inspect_one(87, {}, "B2")
    number, slots = page.nextNumber, [row.slot for row in page.photos.rows]
    assert page.photoMissing == ""
    while page.photoMissing == "":
        begun.do(lambda: page.give("pass"))
    assert (page.nextNumber, page.photoMissing) == (number, slots[0])
    for slot in slots:
        begun.do(lambda wanted=slot: page.takePhoto(wanted))
    assert page.nextNumber != number
    assert page.photoMissing == ""
