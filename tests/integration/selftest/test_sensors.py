"""Each sensor of a phone is really exercised: Chromium's own sensors, orientation and authenticator are told what a good and a bad phone feel.

What Chromium cannot emulate is put into the page before it loads, and said here: a lamp on the fake camera, and a body that shakes when it vibrates.
"""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from kiosk.diagnostics.checklist import Verdict
from kiosk.diagnostics.probes import page_report
from kiosk.hardware.page_server import PageServer
from kiosk.tradein.self_testing import SelfTestService
from tests.bench import IPHONE_12_64, Bench
from tests.phone_page import STATE, Phone

SIX_FACES = ((0, 0, 1), (0, 0, -1), (0, 1, 0), (0, -1, 0), (1, 0, 0), (-1, 0, 0))
BODY = """
  let shaking = false, turn = 1;
  Navigator.prototype.vibrate = (ms) => { shaking = %s; setTimeout(() => { shaking = false; }, ms); return true; };
  setInterval(() => {
    turn = -turn;
    dispatchEvent(new DeviceMotionEvent("devicemotion", { accelerationIncludingGravity: { x: 0, y: turn * (shaking ? 1.5 : 0.04), z: 9.8 }, interval: 16 }));
  }, 16);
"""
"""The accelerometer of a phone whose motor shakes it; Chromium's vibration shakes nothing."""
LAMP = """
  globalThis.lit = [];
  const known = MediaStreamTrack.prototype.getCapabilities;
  MediaStreamTrack.prototype.getCapabilities = function () { return { ...known.call(this), torch: true }; };
  MediaStreamTrack.prototype.applyConstraints = async (wanted) => { lit.push(wanted.advanced[0].torch); };
"""
"""A camera with a lamp; Chromium's fake one has none."""
TWO_EARS = """
  globalThis.heard = [];
  const connect = AudioNode.prototype.connect;
  AudioNode.prototype.connect = function (to, ...rest) {
    if (to instanceof AudioDestinationNode) {
      const split = this.context.createChannelSplitter(2);
      connect.call(this, split);
      const ears = [0, 1].map((side) => { const ear = this.context.createAnalyser(); connect.call(split, ear, side); return ear; });
      const loud = (ear) => { const sound = new Float32Array(ear.fftSize); ear.getFloatTimeDomainData(sound); return Math.max(...sound) > 0.1; };
      setInterval(() => { const said = ears.map(loud).map(Number).join(""); if (said !== "00" && heard.at(-1) !== said) heard.push(said); }, 20);
    }
    return connect.call(this, to, ...rest);
  };
"""
"""Listens to what leaves for the left and for the right loudspeaker."""


class Bed:
    """One phone on the bench, and the answer that it gives."""

    def __init__(self, phone: Phone, bench: Bench, self_tests: SelfTestService, pages: PageServer) -> None:
        self.phone, self.bench = phone, bench
        self._self_tests, self._pages = self_tests, pages
        self.session_id = bench.trade_ins.start(IPHONE_12_64, bench.person("yanis")).session_id

    def begin(self, letters: str, *, before: str = "") -> None:
        if before:
            self.phone.browser.tell("Page.addScriptToEvaluateOnNewDocument", source=f"{{ {before} }}")
        self.phone.open(replace(self._self_tests.invite(self.session_id, language="fr").invitation, letters=letters), self._pages, [])
        self.phone.press("Commencer")

    def lies_still(self) -> None:
        for sensor, z in (("accelerometer", 9.81), ("gyroscope", 0), ("linear-acceleration", 0)):
            self.phone.sense(sensor, x=0, y=0, z=z)

    def results(self) -> tuple[page_report.Tested, ...]:
        return self._self_tests.take(self.session_id, self.phone.code(), self.bench.person("yanis")).tests


@pytest.fixture
def bed(phone: Phone, bench: Bench, self_tests: SelfTestService, pages: PageServer) -> Bed:
    return Bed(phone, bench, self_tests, pages)


@pytest.mark.parametrize(("gravity", "verdict", "raw"), [(9.81, Verdict.PASS, "9.80 m/s²"), (10.4, Verdict.FAIL, "10.40 m/s²")], ids=["true", "drifting"])
def test_the_accelerometer_is_measured_on_six_faces(bed: Bed, gravity: float, verdict: Verdict, raw: str) -> None:
    bed.lies_still()
    bed.begin("I")
    for place, (x, y, z) in enumerate(SIX_FACES):
        bed.phone.sense("accelerometer", x=x * gravity, y=y * gravity, z=z * gravity)
        bed.phone.browser.until(f"document.querySelectorAll('.chip.done').length > {place} || {STATE} === 'result'")
    (faces,) = bed.results()
    assert (faces.verdict, faces.raw) == (verdict, f"{raw} at rest, 6 faces")
    assert bed.bench.trade_ins.screen(bed.session_id).answers["motion"].raw == faces.raw


NEEDLE = """addEventListener("deviceorientationabsolute", ({ alpha }) => { globalThis.needle = alpha; });"""
"""What the page was told last by its compass."""


@pytest.mark.parametrize(("turned", "gyroscope", "compass"), [(360, Verdict.PASS, Verdict.PASS), (60, Verdict.FAIL, Verdict.FAIL)], ids=["whole", "a sixth"])
def test_one_turn_on_the_table_gives_gyroscope_and_compass(bed: Bed, turned: int, gyroscope: Verdict, compass: Verdict) -> None:
    """The turn goes on until the page has felt it, whatever the machine's speed: fast first, slowly at the end."""
    phone = bed.phone
    bed.lies_still()
    phone.point(0)
    bed.begin("JK", before=NEEDLE)
    phone.press("C’est posé", on="turnReady")
    phone.heading("turn")
    felt = "parseInt(document.querySelector('.number').textContent)"
    for degrees_per_s, until in ((90, turned - 70), (12, turned - 6)):
        phone.sense("gyroscope", x=0, y=0, z=math.radians(degrees_per_s))
        phone.browser.until(f"{felt} >= {until}")
    phone.sense("gyroscope", x=0, y=0, z=0)
    for degrees in range(0, turned, 10):
        phone.point(degrees)
        phone.browser.until(f"Math.abs(needle - {degrees}) < 1")
    phone.press("Le tour est fait")
    found = {result.test.test_id: result for result in bed.results()}
    assert (found["gyroscope"].verdict, found["compass"].verdict) == (gyroscope, compass)
    number = found["gyroscope"].number
    assert number is not None and abs(number - turned) <= 20
    assert (found["compass"].number or 0) >= min(turned, 350) - 10


def test_the_picture_turns_with_a_tablet(bed: Bed) -> None:
    bed.begin("P")
    bed.phone.heading("rotation")
    bed.phone.browser.tell(
        "Emulation.setDeviceMetricsOverride", width=915, height=412, deviceScaleFactor=2.625, mobile=True,
        screenOrientation={"type": "landscapePrimary", "angle": 90},
    )  # fmt: skip
    (rotation,) = bed.results()
    assert (rotation.verdict, rotation.number) == (Verdict.PASS, 2)


@pytest.mark.parametrize(("motor", "verdict"), [("true", Verdict.PASS), ("false", Verdict.FAIL)], ids=["it shakes", "a dead motor"])
def test_the_vibration_is_felt_by_the_accelerometer(bed: Bed, motor: str, verdict: Verdict) -> None:
    bed.begin("L", before=BODY % motor)
    bed.phone.press("Faire vibrer")
    if verdict is Verdict.FAIL:
        bed.phone.press("Rien, ou bruyant", on="vibration")
    (vibration,) = bed.results()
    assert (vibration.verdict, vibration.number is not None) == (verdict, verdict is Verdict.PASS)
    assert vibration.number is None or vibration.number >= 30


def test_the_lamp_is_lit_by_the_page_and_one_that_it_cannot_light_stays_with_the_person(bed: Bed) -> None:
    bed.begin("H", before=LAMP)
    bed.phone.press("Allumée", on="torch")
    (lamp,) = bed.results()
    assert (lamp.verdict, bed.phone.browser.ask("lit")) == (Verdict.PASS, [True])


def test_a_note_comes_from_the_left_then_one_from_the_right(bed: Bed) -> None:
    bed.begin("O", before=TWO_EARS)
    bed.phone.press("Les deux côtés", on="stereo")
    (stereo,) = bed.results()
    assert (stereo.verdict, bed.phone.browser.ask("heard")) == (Verdict.PASS, ["10", "01"])


@pytest.mark.parametrize(
    ("verified", "last", "verdict"),
    [(True, "Visage ou doigt", Verdict.PASS), (True, "Par le code", Verdict.INCONCLUSIVE), (False, "Il ne reconnaît pas", Verdict.FAIL)],
    ids=["recognised", "by passcode", "not recognised"],
)  # fmt: skip
def test_face_or_finger_is_proved_by_the_devices_own_authenticator(bed: Bed, verified: bool, last: str, verdict: Verdict) -> None:
    browser = bed.phone.browser
    browser.tell("WebAuthn.enable")
    browser.tell(
        "WebAuthn.addVirtualAuthenticator",
        options={"protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": verified, "automaticPresenceSimulation": True},
    )  # fmt: skip
    bed.begin("N")
    bed.phone.press("Essayer")
    bed.phone.press(last)
    (found,) = bed.results()
    assert found.verdict is verdict


def test_a_screen_that_stays_lit_is_noted(bed: Bed) -> None:
    bed.begin("M")
    (awake,) = bed.results()
    assert awake.verdict is Verdict.PASS
