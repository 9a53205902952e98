"""The sheet of the test by phone: its code, the answer scanned from the phone, each verdict; by keyboard, and refused in words."""

from __future__ import annotations

import urllib.error
import urllib.request
from array import array
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.probes.page import Invitation, base36, invitation, sign
from kiosk.diagnostics.probes.tones import notes
from kiosk.hardware.adb_pages import NotOnePhone
from kiosk.hardware.fakes import FakeSound
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from kiosk.ui.application import KioskWindow
from kiosk.ui.viewmodels.app import Frame
from tests.bench import ANOTHER_IPHONE_12_64, IPHONE_12_64, build_bench, load_demo_shop
from tests.senses import over_noise
from tests.ui.conftest import PICTURES, HandJobs, LookAt, Show
from tests.ui.diagnostic_desk import Desk
from tests.ui.looking import compare, items, settle_painted
from tests.ui.photographing import SIZES, photograph
from tests.ui.shell import Shell

SIGHT = (
    "AFM02S06K1K1L1W1X", "BPM00S005", "CPS015000", "DPS00S00U", "EPM00S00Y", "FPM00S0011", "GPM00S0022", "HNS000000", "IPM06I0R96", "JPM0460A0",
    "KPM000050", "LIS000000", "NPS000000", "MPS000000",
)  # fmt: skip
"""A phone with a dead zone, whose browser lights no torch, and whose person left the vibration out."""


@pytest.fixture
def desk(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs) -> Desk:
    load_demo_shop(database)
    made = Desk(build_bench(database, ledger, clock, ids), jobs, clock)
    made.sign_in("yanis")
    return made


def invited(desk: Desk, session_id: str) -> Invitation:
    """The same as on the screen: nothing in it is left to chance here."""
    model = desk.bench.trade_ins.screen(session_id).model
    return invitation(session_id, letters="A", kind=model.kind, language="fr", now_utc=desk.clock.now_utc(), chance=b"12345")


def answer(made: Invitation, *entries: str, agent: str = "IPHONE.OS.17.5.VERSION.17.5") -> str:
    body = "-".join(("PT1", made.tag, base36(int(made.expires_utc.timestamp())), agent, *entries))
    return f"{body}-{sign(body, made.key)}"


def begin(desk: Desk) -> str:
    desk.scan(decode(IPHONE_12_64))
    desk.do(lambda: desk.page.tradeIn.openStep("display"))
    return desk.bench.trade_ins.open_trade_ins()[0].session_id


def test_the_code_is_shown_with_what_will_be_tested_and_the_answer_fills_the_steps(desk: Desk) -> None:
    session_id = begin(desk)
    page = desk.page.tradeIn
    assert page.selfTest.offered
    desk.do(page.selfTest.start, seconds=0)
    made = invited(desk, session_id)
    until = f"{made.expires_utc.astimezone(ZoneInfo('Europe/Paris')):%H:%M}"
    assert (page.selfTest.open, page.selfTest.received, page.selfTest.until, page.selfTest.cable) == (True, False, until, True)
    assert page.selfTest.qrSource.startswith("data:image/png;base64,")
    assert [row.test_id for row in page.selfTest.rows.rows][:3] == ["touch", "multitouch", "display"]
    desk.scan(decode(answer(made, *SIGHT)))
    assert (page.selfTest.received, page.selfTest.passCount, page.selfTest.failCount, page.selfTest.handCount) == (True, 11, 1, 2)
    assert page.selfTest.missing == [56, 57, 68, 69]
    assert {row.test_id: (row.outcome, row.figure) for row in page.selfTest.rows.rows} == {
        "touch": ("fail", "236/240"), "multitouch": ("pass", "5"), "display": ("pass", ""), "loudspeaker": ("pass", ""), "microphone": ("pass", "34 dB"),
        "front_camera": ("pass", ""), "rear_camera": ("pass", "2"), "torch": ("not_testable", ""), "accelerometer": ("pass", "9,81 m/s²"),
        "gyroscope": ("pass", "360°"), "compass": ("pass", "180°"), "vibration": ("inconclusive", ""), "biometrics": ("pass", ""), "wake_lock": ("pass", ""),
    }  # fmt: skip
    answers = desk.bench.trade_ins.screen(session_id).answers
    assert (answers["touch"].option_id, answers["motion"].option_id, "flash" in answers, "vibration" in answers) == ("touch_dead_zone", "pass", False, False)


@pytest.mark.parametrize(
    ("spoil", "seconds", "title"),
    [
        (lambda text: text.replace("BPM00S005", "BPM00S009"), 0, "Ce résultat de test est illisible ou modifié."),
        (lambda text: text, 901, "Ce résultat arrive après 15 minutes."),
    ],
    ids=["altered", "late"],
)  # fmt: skip
def test_a_bad_answer_is_refused_in_words_and_the_sheet_still_waits(desk: Desk, spoil: Callable[[str], str], seconds: int, title: str) -> None:
    made = invited(desk, begin(desk))
    page = desk.page.tradeIn
    desk.do(page.selfTest.start, seconds=0)
    desk.clock.advance(seconds=seconds)
    desk.scan(decode(spoil(answer(made, *SIGHT))))
    assert (desk.page.noticeTitle, page.selfTest.open, page.selfTest.received) == (title, True, False)


def test_the_same_answer_twice_and_that_of_another_device_are_refused_in_words(desk: Desk) -> None:
    session_id = begin(desk)
    made = invited(desk, session_id)
    desk.scan(decode(answer(made, *SIGHT)))
    desk.scan(decode(answer(made, *SIGHT)))
    assert desk.page.noticeTitle == "Ce résultat a déjà été pris."
    desk.scan(decode(answer(invitation("another", letters="A", kind=made.kind, language="fr", now_utc=desk.clock.now_utc(), chance=b"12345"), *SIGHT)))
    assert desk.page.noticeTitle == "Ce résultat est celui d’un autre appareil."


def test_by_cable_the_phone_is_told_to_open_the_page_and_its_answer_comes_by_itself(desk: Desk, qtbot: QtBot) -> None:
    session_id = begin(desk)
    page = desk.page.tradeIn
    desk.do(page.selfTest.start, seconds=0)
    made = invited(desk, session_id)
    desk.on_cable.broken = NotOnePhone(count=0)
    desk.do(page.selfTest.openByCable, seconds=0)
    assert (desk.page.noticeTitle, page.selfTest.sent) == ("Il faut un seul téléphone Android sur le câble\u202f; il y en a 0.", False)
    desk.on_cable.broken = None
    desk.do(page.selfTest.openByCable, seconds=0)
    ((port, path),) = desk.on_cable.opened
    assert (page.selfTest.sent, path.endswith(".c")) == (True, True)
    request = urllib.request.Request(f"http://localhost:{port}{path.partition('#')[0]}answer", answer(made, *SIGHT).encode(), method="POST")
    assert desk.on_cable.numbers == [{"imei": IPHONE_12_64}]
    with urllib.request.urlopen(request) as said:
        assert said.status == 202
    qtbot.waitUntil(lambda: desk.jobs.under_way > 0)
    assert desk.self_tests.pages.running
    desk.settle()
    desk.settle()
    assert not desk.self_tests.pages.running, "its only guest gave its answer"
    assert (page.selfTest.received, page.selfTest.failCount) == (True, 1)
    assert desk.bench.trade_ins.screen(session_id).answers["touch"].option_id == "touch_dead_zone"


def in_a_shop(*notes_played: bytes) -> bytes:
    return over_noise(bytes(16_000) + b"".join(notes_played))


def faint(samples: bytes) -> bytes:
    return array("h", [value // 8 for value in array("h", samples)]).tobytes()


@pytest.fixture
def counter() -> FakeSound:
    return FakeSound(in_a_shop(notes()))


@pytest.fixture
def hearing_desk(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs, counter: FakeSound) -> Desk:
    """A bench whose kiosk has a microphone and a loudspeaker."""
    load_demo_shop(database)
    made = Desk(build_bench(database, ledger, clock, ids), jobs, clock, sound=counter)
    made.sign_in("yanis")
    return made


def test_the_kiosks_own_microphone_hears_the_device_and_its_number_answers(hearing_desk: Desk, counter: FakeSound) -> None:
    desk = hearing_desk
    session_id = begin(desk)
    page = desk.page.tradeIn.selfTest
    desk.do(page.start, seconds=0)
    assert (page.sound.offered, page.sound.doing, page.sound.heard) == (True, "", "")
    assert "DE" not in page._invited.invitation.letters and "RQ" in page._invited.invitation.letters  # type: ignore[union-attr]  # the sheet is open
    page.sound.listen()
    assert page.sound.doing == "listening"
    for _ in range(3):
        desk.settle()
    assert (page.sound.doing, page.sound.heard, page.sound.noted) == ("", "pass", True)
    given = desk.bench.trade_ins.screen(session_id).answers["loudspeaker"]
    assert (given.verdict, given.method, given.probe) == (Verdict.PASS, Method.AUTO_KIOSK, "counter microphone 1")
    assert given.raw.startswith("523 Hz ")
    made = invited(desk, session_id)
    desk.scan(decode(answer(made, "RPS00S00U", "QPM00S00Y")))
    assert desk.bench.trade_ins.screen(session_id).answers["loudspeaker"].raw == given.raw, "the ear's word leaves the number"
    assert desk.bench.trade_ins.screen(session_id).answers["microphones"].raw == "34 dB"
    desk.do(page.start, seconds=0)
    desk.do(page.sound.play, seconds=0)
    assert counter.played == [notes()] * 3


def test_an_ear_that_hears_it_crackle_stands_above_the_number(hearing_desk: Desk) -> None:
    desk = hearing_desk
    session_id = begin(desk)
    desk.scan(decode(answer(invited(desk, session_id), "RFS00S00U")))
    page = desk.page.tradeIn.selfTest
    desk.do(page.start, seconds=0)
    page.sound.listen()
    for _ in range(3):
        desk.settle()
    given = desk.bench.trade_ins.screen(session_id).answers["loudspeaker"]
    assert (page.sound.heard, given.verdict, given.probe) == ("pass", Verdict.FAIL, "page 1")


@pytest.mark.parametrize(
    ("played", "heard"), [(in_a_shop(bytes(90_000)), "no_notes"), (b"", "mute"), (over_noise(faint(notes()), 13_500), "weak")],
    ids=["nobody plays", "mute", "too weak"],
)  # fmt: skip
def test_what_the_kiosk_does_not_hear_answers_nothing_until_the_technician_says_so(
    hearing_desk: Desk, counter: FakeSound, played: bytes, heard: str
) -> None:  # fmt: skip
    desk, counter.heard = hearing_desk, played
    session_id = begin(desk)
    page = desk.page.tradeIn.selfTest
    desk.do(page.start, seconds=0)
    page.sound.listen()
    for _ in range(3):
        desk.settle()
    assert (page.sound.heard, "loudspeaker" in desk.bench.trade_ins.screen(session_id).answers) == (heard, False)
    desk.do(page.sound.noteWeak, seconds=0)
    answers = desk.bench.trade_ins.screen(session_id).answers
    assert [given.verdict for name, given in answers.items() if name == "loudspeaker"] == ([Verdict.FAIL] if heard == "weak" else [])


def test_a_microphone_that_is_gone_is_said_in_words(hearing_desk: Desk, counter: FakeSound) -> None:
    begin(hearing_desk)
    counter.there = False
    page = hearing_desk.page.tradeIn.selfTest
    hearing_desk.do(page.start, seconds=0)
    page.sound.listen()
    for _ in range(3):
        hearing_desk.settle()
    assert hearing_desk.page.noticeTitle == "Le micro ou le haut-parleur de la borne ne répond pas (fake)."
    assert (page.sound.doing, page.sound.heard) == ("", "")


def test_it_is_offered_where_it_answers_something(desk: Desk) -> None:
    begin(desk)
    page = desk.page.tradeIn
    offered = {}
    for step in ("consent", "battery", "display", "audio", "cameras", "sensors", "connectivity", "biometrics"):
        desk.do(lambda step=step: page.openStep(step))
        offered[step] = page.selfTest.offered
    assert [step for step, shown in offered.items() if shown] == ["display", "audio", "cameras", "sensors", "biometrics"]
    assert not page.selfTest.sound.offered, "this kiosk has no microphone of its own"


def test_a_result_of_another_make_of_phone_is_refused_in_words(desk: Desk) -> None:
    session_id = begin(desk)
    desk.scan(decode(answer(invited(desk, session_id), *SIGHT, agent="ANDROID.14.PIXEL.7.CHROME.126")))
    assert desk.page.noticeTitle == "Ce résultat ne vient pas d’un iPhone 12 (Android 14 Pixel 7 Chrome 126)."
    assert "touch" not in desk.bench.trade_ins.screen(session_id).answers


def test_a_page_served_for_one_diagnostic_ends_when_another_is_opened_and_with_the_kiosk(desk: Desk) -> None:
    begin(desk)
    page = desk.page.tradeIn
    for _ in range(2):
        desk.do(page.selfTest.start, seconds=0)
        desk.do(page.selfTest.openByCable, seconds=0)
    assert desk.self_tests.pages.running
    (_, (port, path)) = desk.on_cable.opened
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(f"http://localhost:{port}{desk.on_cable.opened[0][1].partition('#')[0]}")
    desk.do(desk.page.goHome, seconds=0)
    desk.scan(decode(ANOTHER_IPHONE_12_64))
    desk.settle()
    assert not desk.self_tests.pages.running
    desk.do(page.selfTest.start, seconds=0)
    desk.do(page.selfTest.openByCable, seconds=0)
    desk.self_tests.stop()
    assert not desk.self_tests.pages.running
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"http://localhost:{port}{path.partition('#')[0]}")


def test_the_thirty_points_take_it_too(desk: Desk) -> None:
    desk.sign_in("ines")
    unit = next(row for row in desk.page.toInspect.rows if row.model == "iPhone 12")
    desk.do(lambda: desk.page.inspect(unit.unit_id))
    page = desk.page.inspection
    assert page.selfTest.offered
    desk.do(page.selfTest.start, seconds=0)
    session_id = desk.bench.inspections.open_session_of(unit.unit_id)
    assert session_id is not None
    model = desk.bench.inspections.screen(session_id).model
    made = invitation(session_id, letters="A", kind=model.kind, language="fr", now_utc=desk.clock.now_utc(), chance=b"12345")
    desk.scan(decode(answer(made, *SIGHT)))
    looks = {row.point_id: row.look for row in page.points.rows}
    assert (looks["touch"], looks["display"], looks["microphones"], looks["motion"], looks["flash"]) == ("failed", "passed", "passed", "passed", "todo")


@pytest.fixture
def look_at_sheet(request: pytest.FixtureRequest) -> LookAt:
    """The sheet alone: what the page beneath it shows is looked at elsewhere."""

    def look(kiosk_window: KioskWindow, name: str) -> None:
        painted = settle_painted(kiosk_window)
        sheet = next(item for item in items(kiosk_window.window.contentItem()) if _role(item) == QAccessible.Role.Dialog)
        place = sheet.mapRectToScene(sheet.boundingRect()).toAlignedRect()
        compare(painted.copy(place), PICTURES / f"{name}.png", update=bool(request.config.getoption("--update-pictures", default=False)))

    return look


def _role(item: QQuickItem) -> QAccessible.Role:
    said = QAccessible.queryAccessibleInterface(item)
    return said.role() if said is not None else QAccessible.Role.NoRole


@pytest.mark.timeout(300)
def test_the_sheet_is_readable_and_touchable(hearing_desk: Desk, jobs: HandJobs, clock: ManualClock, show: Show, look_at_sheet: LookAt) -> None:
    desk = hearing_desk
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language="fr", workspace="diagnostic")
    shell = Shell(desk.bench.staff, jobs, clock, frame=frame, diagnostic=desk.page)
    jobs.step()
    window = show(shell.app, size=SIZES[0])
    person = replace(desk.bench.person("yanis"), language="fr")
    desk.page.welcome(person)
    shell.app.welcome(person)
    shell.app.openWorkspace("diagnostic")
    desk.settle()
    session_id = begin(desk)
    desk.do(desk.page.tradeIn.selfTest.start, seconds=0)
    made = invited(desk, session_id)
    found = photograph(shell, window, look_at_sheet, "bench-self-test", language="fr")
    desk.scan(decode(answer(made, *SIGHT)))
    found += photograph(shell, window, look_at_sheet, "bench-self-test-result", language="fr")
    assert not found, "\n".join(found)
