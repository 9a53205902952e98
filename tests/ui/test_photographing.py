"""Photos at the bench: a live camera goes from view to view, a photo opens large and is taken again, what is missing is named and blocks nothing."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.hardware.faults import CameraBusy, CameraUnplugged
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from kiosk.ui.tour import hands
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.photographing import PhotographingViewModel
from tests.bench import IPHONE_12_64, build_bench, load_demo_shop
from tests.network_camera import view
from tests.ui.conftest import HandJobs, LookAt, Show, settle
from tests.ui.diagnostic_desk import Desk
from tests.ui.looking import faults
from tests.ui.shell import Shell

SEVEN = ["screen_on", "screen_off", "back", "left", "right", "top", "bottom"]


@pytest.fixture
def desk(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs) -> Desk:
    load_demo_shop(database)
    desk = Desk(build_bench(database, ledger, clock, ids), jobs, clock)
    desk.sign_in("yanis")
    desk.scan(decode(IPHONE_12_64))
    return desk


@pytest.fixture
def live(desk: Desk) -> Desk:
    desk.camera.live = True
    desk.do(lambda: desk.page.tradeIn.openStep("cosmetic"))
    return desk


def photographing(desk: Desk) -> PhotographingViewModel:
    return desk.page.tradeIn.photographing


def missing(desk: Desk) -> list[str]:
    return [row.slot for row in desk.page.tradeIn.parts.photos.rows if not row.picture]


def see(desk: Desk) -> None:
    """A frame comes from the camera."""
    assert desk.camera.watching is not None
    desk.camera.watching[0](view((32, 96, 192)))
    settle()


def test_a_camera_without_a_live_picture_takes_the_photo_at_the_first_tap(desk: Desk) -> None:
    desk.do(lambda: desk.page.tradeIn.openStep("cosmetic"))
    desk.do(lambda: photographing(desk).touch("back"))
    assert (photographing(desk).aimed, desk.camera.taken) == ("", ["back"])
    assert missing(desk) == [slot for slot in SEVEN if slot != "back"]


def test_the_finder_goes_from_view_to_view_and_closes_after_the_last(live: Desk) -> None:
    live.do(lambda: photographing(live).touch("screen_on"))
    for slot in SEVEN:
        assert photographing(live).aimed == slot
        see(live)
        live.do(photographing(live).shoot)
    assert (live.camera.taken, missing(live)) == (SEVEN, [])
    assert (photographing(live).aimed, photographing(live).finder.looking, live.camera.watching) == ("", False, None)


def test_nothing_is_taken_before_there_is_a_picture_and_another_view_may_come_first(live: Desk) -> None:
    live.do(lambda: photographing(live).touch("screen_on"))
    live.do(photographing(live).shoot)
    assert live.camera.taken == []
    live.do(lambda: photographing(live).aim("top"))
    see(live)
    live.do(photographing(live).shoot)
    assert (live.camera.taken, photographing(live).aimed) == (["top"], "screen_on")


def test_a_camera_pulled_out_says_so_in_the_finder_and_its_picture_comes_back(live: Desk) -> None:
    live.do(lambda: photographing(live).touch("back"))
    see(live)
    finder = photographing(live).finder
    assert finder.frame.startswith("data:image/jpeg;base64,")
    assert live.camera.watching is not None
    live.camera.watching[1](CameraUnplugged())
    settle()
    assert (finder.frame, finder.fault, finder.todo) == ("", "La caméra a été débranchée.", "Rebranchez-la\u202f: l’image revient d’elle-même.")
    see(live)
    assert (finder.frame != "", finder.fault) == (True, "")


def test_a_picture_that_could_not_be_taken_leaves_the_view_to_take(live: Desk) -> None:
    live.do(lambda: photographing(live).touch("back"))
    see(live)
    live.camera.broken = CameraBusy(slot="back")
    live.do(photographing(live).shoot)
    assert (photographing(live).aimed, missing(live), live.page.tradeIn.noticeTitle) == ("back", SEVEN, "La caméra est occupée par un autre programme.")


def test_a_photo_opens_large_turns_to_the_others_and_is_taken_again(desk: Desk) -> None:
    page = photographing(desk)
    desk.do(lambda: desk.page.tradeIn.openStep("cosmetic"))
    for slot in ("back", "left"):
        desk.do(lambda wanted=slot: page.touch(wanted))
    desk.do(lambda: page.touch("back"))
    first = page.large
    assert (page.viewed, page.several, first.startswith("data:image/jpeg;base64,"), desk.camera.taken) == ("back", True, True, ["back", "left"])
    desk.do(lambda: page.turn(1))
    assert page.viewed == "left"
    desk.do(lambda: page.turn(1))
    desk.do(page.retake)
    assert (page.viewed, desk.camera.taken, page.large == first) == ("back", ["back", "left", "back"], False)
    page.closeLarge()
    assert (page.viewed, page.large) == ("", "")


def test_views_without_a_photo_are_named_and_block_neither_the_step_nor_the_offer(desk: Desk) -> None:
    page = desk.page.tradeIn
    desk.do(page.passRest)
    desk.do(page.passRest)
    assert (page.parts.step.stepId, page.canContinue, page.photosLeft, missing(desk)) == ("identification", True, 1, ["imei_on_screen"])
    desk.do(page.goOn)
    assert page.parts.step.stepId == "locks"
    desk.do(lambda: page.openStep("cosmetic"))
    desk.do(lambda: photographing(desk).touch("back"))
    desk.do(lambda: page.answerTo("screen_class", "S1"))
    desk.do(lambda: page.answerTo("body_class", "B1"))
    assert page.cosmeticReady
    assert list(page.notPhotographed) == ["imei_on_screen", *(slot for slot in SEVEN if slot != "back")]


def test_what_failed_gets_a_photo_of_its_own(desk: Desk) -> None:
    page = desk.page.tradeIn
    desk.do(lambda: page.openStep("display"))
    desk.do(lambda: page.answerTo("touch", "touch_dead_zone"))
    slots = [(row.slot, row.defect) for row in page.parts.photos.rows]
    assert slots == [("defect.touch", page.parts.questions.rows[0].text)]
    assert (page.photosLeft, page.notPhotographed[0]) == (0, "imei_on_screen")
    desk.do(lambda: photographing(desk).touch("defect.touch"))
    assert page.parts.photos.rows[0].picture != ""


def test_an_answer_given_while_the_camera_takes_its_time_counts_and_the_photo_is_kept_beside_it(desk: Desk) -> None:
    page = desk.page.tradeIn
    desk.do(lambda: page.openStep("identification"))

    def both() -> None:
        page.takePhoto("imei_on_screen")
        page.takePhoto("imei_on_screen")
        page.give("pass")

    desk.do(both)
    (row,) = desk.bench.trade_ins.open_trade_ins()
    session = desk.bench.trade_ins.screen(row.session_id).session
    (kept,) = [step.photos for step in session.steps if step.step_id == "identification"]
    answered = [question.question_id for question in session.questions if question.verdict]
    assert ([slot for slot, _ in kept], answered) == (["imei_on_screen"], ["imei_match"])


def test_the_photo_that_shows_which_device_it_is_carries_the_trade_in_and_the_shops_time(desk: Desk) -> None:
    page = desk.page.tradeIn
    desk.do(lambda: page.openStep("identification"))
    desk.do(lambda: page.takePhoto("imei_on_screen"))
    desk.do(lambda: page.openStep("cosmetic"))
    desk.do(lambda: page.takePhoto("back"))
    (row,) = desk.bench.trade_ins.open_trade_ins()
    session = desk.bench.trade_ins.screen(row.session_id).session
    kept = {slot: sha256 for step in session.steps for slot, sha256 in step.photos}
    comments = {}
    for slot, sha256 in kept.items():
        with Image.open(io.BytesIO(desk.bench.trade_ins.photo(sha256) or b"")) as opened:
            comments[slot] = opened.info.get("comment")
    assert comments["back"] is None
    assert comments["imei_on_screen"].startswith(b"L01-K2-D000001 imei_on_screen 2026-")


@pytest.mark.parametrize(("size", "language"), [((1366, 768), "fr"), ((1920, 1080), "fr"), ((1024, 768), "en")], ids=["1366", "1920", "1024-en"])
def test_the_finder_and_the_large_photo_are_as_they_were_last_looked_at(
    live: Desk, jobs: HandJobs, clock: ManualClock, show: Show, look_at: LookAt, size: tuple[int, int], language: str
) -> None:
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language, workspace="diagnostic")
    shell = Shell(live.bench.staff, jobs, clock, frame=frame, diagnostic=live.page)
    window = show(shell.app, size=size)
    shell.app.welcome(live.bench.person("yanis"))
    shell.app.openWorkspace("diagnostic")
    live.settle()
    live.do(lambda: photographing(live).touch("screen_on"))
    see(live)
    live.do(photographing(live).shoot)
    see(live)
    name = f"{size[0]}-{language}-light"
    assert faults(window) == []
    look_at(window, f"bench-finder-{name}")
    hands.press(window.window, Qt.Key.Key_Return, "\r", at_ms=0)
    live.settle()
    assert live.camera.taken == ["screen_on", "screen_off"]
    hands.press(window.window, Qt.Key.Key_Escape, "", at_ms=0)
    live.settle()
    assert photographing(live).aimed == ""
    live.do(lambda: photographing(live).touch("screen_on"))
    assert faults(window) == []
    look_at(window, f"bench-photo-large-{name}")
    hands.press(window.window, Qt.Key.Key_Escape, "", at_ms=0)
    assert photographing(live).viewed == ""
