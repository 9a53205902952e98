"""A phone tests itself, in a real browser with fake camera and microphone and emulated fingers; the kiosk takes what it signed."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import zxingcpp
from PIL import Image

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.static_files import SELF_TEST_HEADERS, self_test_files
from kiosk.catalogue.codes import PageAnswer, decode
from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.probes.page import ANSWER, AnswerOfAnother, AnswerUsed, Invitation, Road
from kiosk.diagnostics.recorder import Recorder
from kiosk.hardware.page_server import PageServer
from kiosk.tradein.screen import TradeInScreen
from kiosk.tradein.self_testing import SelfTestService
from tests.bench import ANOTHER_IPHONE_12_64, IPHONE_12_64, Bench
from tests.browser import Browser, browsing

FAKE_MEDIA = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required")
STATE = "document.documentElement?.dataset.state"
WIDTH, HEIGHT = 412, 915
CELL_WIDTH, CELL_HEIGHT = WIDTH / 12, HEIGHT / 20
DEAD = {(4, 8), (4, 9), (5, 8), (5, 9)}
"""A zone that feels no finger: row and column, counted from 0."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("phone"), *FAKE_MEDIA) as found:
        yield found


@pytest.fixture
def tests(bench: Bench, clock: ManualClock, ids: CountedIds) -> SelfTestService:
    recorder = Recorder(bench.database, clock=clock, ids=ids)
    return SelfTestService(recorder, trade_ins=bench.trade_ins, inspections=bench.inspections, catalogue=bench.catalogue, address=lambda: "")


@pytest.fixture
def pages(clock: ManualClock) -> Iterator[PageServer]:
    made = PageServer(self_test_files, clock, headers=SELF_TEST_HEADERS, looks_right=ANSWER)
    yield made
    made.stop()


class Phone:
    """The page on a phone whose clock is the kiosk's."""

    def __init__(self, browser: Browser, now_utc: datetime) -> None:
        self.browser = browser
        self._sensors: set[str] = set()
        now_ms = int(now_utc.timestamp() * 1000)
        browser.new_tab()
        browser.tell("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=10)
        clock = f"const Real = Date; globalThis.Date = class extends Real {{ constructor(...given) {{ super(...(given.length ? given : [{now_ms}])); }} }};"
        browser.tell("Page.addScriptToEvaluateOnNewDocument", source=f"{{ {clock} }}")

    def open(self, invited: Invitation, pages: PageServer, got: list[str], road: Road = Road.QR) -> None:
        port, path = pages.admit(got.append, life_s=900)
        self.browser.open(invited.link(f"http://localhost:{port}{path}", road))
        self.until("welcome")

    def until(self, state: str) -> None:
        self.browser.until(f"{STATE} === {state!r}")

    def press(self, words: str) -> None:
        """The button of these words, as soon as it is there."""
        found = f"[...document.querySelectorAll('button')].find(button => button.textContent === {json.dumps(words)})"
        self.browser.until(f"{STATE} && {found} && ({found}.click(), true)")

    def drawn(self) -> None:
        """What was asked to be on the screen is there, and feels a finger."""
        self.browser.ask("new Promise(go => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go))))")

    def sweep(self, dead: set[tuple[int, int]]) -> None:
        """A finger over the whole screen, line by line; the dead zone feels nothing."""
        self.browser.until("document.querySelector('.cells')")
        self.drawn()
        there = [(row, column) for row in range(20) for column in (range(12) if row % 2 == 0 else range(11, -1, -1)) if (row, column) not in dead]
        points = [((column + 0.5) * CELL_WIDTH, (row + 0.5) * CELL_HEIGHT) for row, column in there]
        self.browser.touch("touchStart", points[0])
        for point in points[1:]:
            self.browser.touch("touchMove", point)
        self.browser.touch("touchEnd")

    def fingers(self, count: int) -> None:
        self.browser.until("document.querySelector('.fingers')")
        self.drawn()
        self.browser.touch("touchStart", *((40 + 70 * place, 300) for place in range(count)))
        self.browser.until(f"document.querySelector('.number')?.textContent === '{count}' || {STATE} !== 'multitouch'")
        self.browser.touch("touchEnd")

    def colours(self) -> None:
        self.browser.until("document.querySelector('.colour')")
        for _ in range(5):
            self.browser.ask("document.querySelector('.colour').click()")
            self.browser.ask("new Promise(go => setTimeout(go))")

    def sense(self, sensor: str, **axes: float) -> None:
        """From now on this sensor says so."""
        if sensor not in self._sensors:
            self._sensors.add(sensor)
            metadata = {"available": True, "minimumFrequency": 1, "maximumFrequency": 60}
            self.browser.tell("Emulation.setSensorOverrideEnabled", enabled=True, type=sensor, metadata=metadata)
        self.browser.tell("Emulation.setSensorOverrideReadings", type=sensor, reading={"xyz": axes})

    def text(self) -> str:
        return str(self.browser.ask("document.getElementById('page').innerText")).replace("\u202f", " ").replace("\u00a0", " ")

    def code(self) -> str:
        """What a scanner reads off the phone's screen."""
        self.until("result")
        picture = Image.open(io.BytesIO(self.browser.picture())).convert("L")
        (found,) = zxingcpp.read_barcodes(picture)
        return found.text


@pytest.fixture
def phone(browser: Browser, clock: ManualClock) -> Phone:
    return Phone(browser, clock.now_utc())


def begin(bench: Bench, imei: str = IPHONE_12_64) -> TradeInScreen:
    return bench.trade_ins.start(imei, bench.person("yanis"))


@pytest.mark.timeout(180)
def test_a_phone_is_tested_from_the_first_finger_to_the_answers_of_the_trade_in(phone: Phone, bench: Bench, tests: SelfTestService, pages: PageServer) -> None:
    screen, yanis = begin(bench), bench.person("yanis")
    got: list[str] = []
    phone.open(tests.invite(screen.session_id, language="fr").invitation, pages, got)
    phone.press("Commencer")
    phone.sweep(DEAD)
    phone.browser.until("document.querySelector('.over')")
    assert "Cases non touchées : 4, en haut à droite." in phone.browser.ask("document.querySelector('.over').innerText").replace("\u00a0", " ")
    phone.press("Ça ne répond pas")
    phone.fingers(5)
    phone.colours()
    phone.press("Aucun défaut")
    phone.press("Trois notes nettes")
    for side in ("frontCamera", "rearCamera"):
        phone.until(side)
        phone.browser.until("document.querySelector('video')?.videoWidth && document.querySelector('.small')?.textContent.includes('Netteté')")
        phone.press("Nette")
    phone.press("Faire vibrer")
    phone.press("Senti")
    phone.until("result")
    shown = phone.text()
    for words in ("236/240", "Cases sans réponse : 4", "5 doigts", "Non testable", "le conseiller le vérifie à la main"):
        assert words in shown, words
    scanned = decode(phone.code())
    assert isinstance(scanned, PageAnswer)
    taken = tests.take(screen.session_id, scanned.text, yanis)
    assert {found.test.test_id: found.verdict for found in taken.tests} == {
        "touch": Verdict.FAIL, "multitouch": Verdict.PASS, "display": Verdict.PASS, "loudspeaker": Verdict.PASS, "microphone": Verdict.PASS,
        "front_camera": Verdict.PASS, "rear_camera": Verdict.PASS, "torch": None, "accelerometer": None, "gyroscope": None, "compass": None,
        "vibration": Verdict.PASS, "biometrics": None, "wake_lock": Verdict.PASS,
    }  # fmt: skip
    assert taken.tests[0].missing == (56, 57, 68, 69)
    answers = bench.trade_ins.screen(screen.session_id).answers
    assert {name: given.option_id for name, given in answers.items()} == {
        "touch": "touch_dead_zone", "multitouch": "pass", "display_lit": "pass", "loudspeaker": "pass", "microphones": "pass", "front_camera": "pass",
        "rear_cameras": "pass", "vibration": "pass",
    }  # fmt: skip
    touch = answers["touch"]
    assert (touch.method, touch.probe, touch.raw) == (Method.BROWSER, "page 1", "236/240 cells, missing r5c9 r5c10 r6c9 r6c10")
    assert touch.duration_ms is not None and touch.duration_ms > 0
    (reading,) = bench.trade_ins.screen(screen.session_id).readings
    assert "HEADLESSCHROME" in reading.facts["page_agent"]
    assert got == []
    with pytest.raises(AnswerUsed):
        tests.take(screen.session_id, scanned.text, yanis)
    with pytest.raises(AnswerOfAnother):
        tests.take(begin(bench, ANOTHER_IPHONE_12_64).session_id, scanned.text, yanis)


def test_by_cable_the_answer_comes_by_itself_and_once(phone: Phone, bench: Bench, tests: SelfTestService, pages: PageServer) -> None:
    screen = begin(bench)
    got: list[str] = []
    invited = replace(tests.invite(screen.session_id, language="en").invitation, letters="BM")
    phone.open(invited, pages, got, Road.CABLE)
    assert "Let’s test this device" in phone.text()
    phone.press("Start")
    phone.fingers(3)
    phone.press("No more fingers felt")
    phone.until("result")
    assert "Handed over by cable." in phone.text()
    (text,) = got
    tests.take(screen.session_id, text, bench.person("yanis"))
    given = bench.trade_ins.screen(screen.session_id).answers["multitouch"]
    assert (given.verdict, given.reason, given.raw) == (Verdict.FAIL, "multitouch", "3 fingers")


READS_CODES = """
  globalThis.BarcodeDetector = class {
    static async getSupportedFormats() { return ["qr_code"]; }
    async detect(video) { return video.videoWidth ? [{ rawValue: `https://test.example.fr/t/${location.hash}` }] : []; }
  };
"""
"""A browser that has what Chrome on Android has; what its cameras see is the code on the kiosk's screen."""


def test_where_the_browser_reads_codes_each_lens_passes_by_reading_the_kiosks(phone: Phone, bench: Bench, tests: SelfTestService, pages: PageServer) -> None:
    screen = begin(bench)
    phone.browser.tell("Page.addScriptToEvaluateOnNewDocument", source=READS_CODES)
    phone.open(replace(tests.invite(screen.session_id, language="fr").invitation, letters="FG"), pages, [])
    phone.press("Commencer")
    tests.take(screen.session_id, phone.code(), bench.person("yanis"))
    answers = bench.trade_ins.screen(screen.session_id).answers
    assert (answers["front_camera"].raw, answers["rear_cameras"].verdict) == ("1 of 1 lenses read the kiosk’s code", Verdict.PASS)


SIX_FACES = ((0, 0, 9.81), (0, 0, -9.81), (0, 9.81, 0), (0, -9.81, 0), (9.81, 0, 0), (-9.81, 0, 0))


def test_six_faces_are_measured(phone: Phone, tests: SelfTestService, bench: Bench, pages: PageServer) -> None:
    screen = begin(bench)
    phone.sense("accelerometer", x=0, y=0, z=9.81)
    phone.sense("gyroscope", x=0, y=0, z=0)
    phone.sense("linear-acceleration", x=0, y=0, z=0)
    phone.open(replace(tests.invite(screen.session_id, language="fr").invitation, letters="I"), pages, [])
    phone.press("Commencer")
    for place, (x, y, z) in enumerate(SIX_FACES):
        phone.sense("accelerometer", x=x, y=y, z=z)
        phone.browser.until(f"document.querySelectorAll('.chip.done').length > {place} || {STATE} === 'result'")
    taken = tests.take(screen.session_id, phone.code(), bench.person("yanis"))
    (faces,) = taken.tests
    assert (faces.verdict, faces.raw) == (Verdict.PASS, "9.80 m/s² at rest, 6 faces")
    assert bench.trade_ins.screen(screen.session_id).answers["motion"].raw == "9.80 m/s² at rest, 6 faces"


def test_face_or_finger_is_proved_by_the_devices_own_authenticator(phone: Phone, tests: SelfTestService, bench: Bench, pages: PageServer) -> None:
    browser = phone.browser
    browser.tell("WebAuthn.enable")
    browser.tell(
        "WebAuthn.addVirtualAuthenticator",
        options={"protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True},
    )  # fmt: skip
    screen = begin(bench)
    phone.open(replace(tests.invite(screen.session_id, language="fr").invitation, letters="N"), pages, [])
    phone.press("Commencer")
    phone.press("Essayer")
    phone.press("Visage ou doigt")
    tests.take(screen.session_id, phone.code(), bench.person("yanis"))
    assert bench.trade_ins.screen(screen.session_id).answers["biometrics"].verdict is Verdict.PASS


@pytest.mark.parametrize("fragment", ["", "1.ABC", "2.ABCDEFGHIJKLMN.T5ABCD0.AAAAAAAAAAAAAAAAAAAAAA.AB.smartphone.fr.q"])
def test_a_link_that_invites_to_nothing_says_so(phone: Phone, pages: PageServer, fragment: str) -> None:
    port, path = pages.admit(lambda _text: None, life_s=900)
    phone.browser.open(f"http://localhost:{port}{path}#{fragment}")
    phone.until("empty")
    assert "Aucun test dans ce lien" in phone.text()


def test_a_link_of_before_is_told_from_a_new_one(browser: Browser, tests: SelfTestService, bench: Bench, pages: PageServer) -> None:
    old = tests.invite(begin(bench).session_id, language="fr").invitation
    later = Phone(browser, old.expires_utc + timedelta(seconds=1))
    port, path = pages.admit(lambda _text: None, life_s=900)
    later.browser.open(old.link(f"http://localhost:{port}{path}"))
    later.until("expired")
    assert "Ce lien a plus de 15 minutes" in later.text()
