"""A phone tests itself, in a real browser with fake camera and microphone and emulated fingers; the kiosk takes what it signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.catalogue.codes import PageAnswer, decode
from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.probes.page import AnswerOfAnother, AnswerUsed, Road
from kiosk.diagnostics.probes.tones import notes
from kiosk.hardware.page_server import PageServer
from kiosk.tradein.screen import TradeInScreen
from kiosk.tradein.self_testing import SelfTestService
from tests.bench import ANOTHER_IPHONE_12_64, IPHONE_12_64, Bench
from tests.browser import Browser
from tests.phone_page import STATE, Phone
from tests.senses import Senses, kiosk_screen, over_noise

DEAD = {(4, 8), (4, 9), (5, 8), (5, 9)}
"""A zone that feels no finger: row and column, counted from 0."""
PUBLIC = "https://test.example.fr/t/"


def begin(bench: Bench, imei: str = IPHONE_12_64) -> TradeInScreen:
    return bench.trade_ins.start(imei, bench.person("yanis"))


@pytest.mark.timeout(180)
def test_a_phone_is_tested_from_the_first_finger_to_the_answers_of_the_trade_in(
    phone: Phone, bench: Bench, self_tests: SelfTestService, pages: PageServer
) -> None:  # fmt: skip
    screen, yanis = begin(bench), bench.person("yanis")
    got: list[str] = []
    invited = self_tests.invite(screen.session_id, language="fr").invitation
    phone.senses.sees(kiosk_screen(invited.link(PUBLIC)))
    phone.senses.hears(over_noise(notes()))
    phone.open(invited, pages, got)
    phone.press("Commencer")
    phone.sweep(DEAD)
    phone.browser.until("document.querySelector('.over')")
    assert "Cases non touchées : 4, en haut à droite." in phone.browser.ask("document.querySelector('.over').innerText").replace("\u00a0", " ")
    phone.press("Ça ne répond pas")
    phone.fingers(5)
    phone.colours()
    phone.press("Aucun défaut")
    phone.press("Trois notes nettes")
    phone.press("Faire vibrer")
    phone.press("Senti")
    phone.until("result")
    shown = phone.text()
    for words in ("236/240", "Cases sans réponse : 4", "5 doigts", "Non testable", "le conseiller le vérifie à la main"):
        assert words in shown, words
    scanned = decode(phone.code())
    assert isinstance(scanned, PageAnswer)
    taken = self_tests.take(screen.session_id, scanned.text, yanis)
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
        self_tests.take(screen.session_id, scanned.text, yanis)
    with pytest.raises(AnswerOfAnother):
        self_tests.take(begin(bench, ANOTHER_IPHONE_12_64).session_id, scanned.text, yanis)


def test_by_cable_the_answer_comes_by_itself_and_once(phone: Phone, bench: Bench, self_tests: SelfTestService, pages: PageServer) -> None:
    screen = begin(bench)
    got: list[str] = []
    invited = replace(self_tests.invite(screen.session_id, language="en").invitation, letters="BM")
    phone.open(invited, pages, got, Road.CABLE)
    assert "Let’s test this device" in phone.text()
    phone.press("Start")
    phone.fingers(3)
    phone.press("No more fingers felt")
    phone.until("result")
    assert "Handed over by cable." in phone.text()
    (text,) = got
    self_tests.take(screen.session_id, text, bench.person("yanis"))
    given = bench.trade_ins.screen(screen.session_id).answers["multitouch"]
    assert (given.verdict, given.reason, given.raw) == (Verdict.FAIL, "multitouch", "3 fingers")


def test_each_camera_passes_by_reading_the_kiosks_code_and_one_that_is_blurred_fails_with_its_reason(
    phone: Phone, bench: Bench, self_tests: SelfTestService, pages: PageServer
) -> None:  # fmt: skip
    """What the browser's camera sees are real frames; the page decodes them itself. First a sharp front camera, then a blurred rear one."""
    screen = begin(bench)
    invited = replace(self_tests.invite(screen.session_id, language="fr").invitation, letters="FG")
    phone.senses.sees(kiosk_screen(invited.link(PUBLIC)))
    phone.open(replace(invited, letters="F"), pages, [])
    phone.press("Commencer")
    first = phone.code()
    again = replace(self_tests.invite(screen.session_id, language="fr").invitation, letters="G")
    phone.senses.sees(kiosk_screen(again.link(PUBLIC), blur=9))
    phone.open(again, pages, [])
    phone.press("Commencer")
    phone.browser.until("document.querySelector('video')?.videoWidth && document.querySelector('.small')?.textContent.includes('Netteté')")
    phone.press("Il ne lit pas")
    phone.press("Floue ou tremblante")
    second = phone.code()
    for text in (first, second):
        self_tests.take(screen.session_id, text, bench.person("yanis"))
    answers = bench.trade_ins.screen(screen.session_id).answers
    assert (answers["front_camera"].verdict, answers["front_camera"].raw) == (Verdict.PASS, "1 of 1 lenses read the kiosk’s code")
    assert (answers["rear_cameras"].verdict, answers["rear_cameras"].reason) == (Verdict.FAIL, "rear_camera_blurred")


def test_another_code_before_the_camera_is_not_the_kiosks(phone: Phone, bench: Bench, self_tests: SelfTestService, pages: PageServer) -> None:
    screen = begin(bench)
    invited = replace(self_tests.invite(screen.session_id, language="fr").invitation, letters="F")
    phone.senses.sees(kiosk_screen(replace(invited, tag="ABCDEFGHIJKLMN").link(PUBLIC)))
    phone.open(invited, pages, [])
    phone.press("Commencer")
    phone.browser.until("document.querySelector('video')?.videoWidth && document.querySelector('.small')?.textContent.includes('Netteté')")
    phone.press("Il ne lit pas")
    assert "Code non lu" in phone.heading("cameraUnread")
    phone.press("Passer ce test")
    phone.press("Impossible sur cet appareil", on="left")
    (camera,) = self_tests.take(screen.session_id, phone.code(), bench.person("yanis")).tests
    assert (camera.verdict, camera.raw) == (Verdict.INCONCLUSIVE, "left out: not possible on this device")


@pytest.mark.parametrize(
    ("samples", "verdict"), [(over_noise(notes()), Verdict.PASS), (over_noise(bytes(len(notes()))), Verdict.FAIL)], ids=["it plays", "it is silent"]
)  # fmt: skip
def test_the_microphone_hears_the_notes_that_the_kiosk_plays(
    phone: Phone, bench: Bench, self_tests: SelfTestService, pages: PageServer, samples: bytes, verdict: Verdict
) -> None:  # fmt: skip
    screen = begin(bench)
    phone.senses.hears(samples)
    phone.open(replace(self_tests.invite(screen.session_id, language="fr").invitation, letters="Q"), pages, [])
    phone.press("Commencer")
    if verdict is Verdict.FAIL:
        phone.press("Il n’entend rien", on="kioskPlays")
        phone.press("Il n’entend rien", on="kioskUnheard")
    (heard,) = self_tests.take(screen.session_id, phone.code(), bench.person("yanis")).tests
    answer = bench.trade_ins.screen(screen.session_id).answers["microphones"]
    assert (heard.verdict, answer.verdict, answer.probe) == (verdict, verdict, "page 1")
    assert heard.number is not None and (heard.number >= 12) == (verdict is Verdict.PASS)


def test_a_page_that_was_loaded_again_goes_on_where_it_was(phone: Phone, self_tests: SelfTestService, bench: Bench, pages: PageServer) -> None:
    screen = begin(bench)
    phone.open(replace(self_tests.invite(screen.session_id, language="fr").invitation, letters="DCM"), pages, [])
    phone.press("Commencer")
    phone.press("Trois notes nettes")
    phone.browser.until("document.querySelector('.colour')")
    phone.browser.tell("Page.reload")
    phone.browser.until(f"{STATE} === 'welcome' && document.querySelector('h1').textContent.startsWith('Reprenons')")
    assert "1 tests sur 3 sont faits" in phone.text()
    phone.press("Reprendre")
    phone.colours()
    phone.press("Aucun défaut")
    found = {result.test.test_id: result.verdict for result in self_tests.take(screen.session_id, phone.code(), bench.person("yanis")).tests}
    assert found == {"loudspeaker": Verdict.PASS, "display": Verdict.PASS, "wake_lock": Verdict.PASS}


IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
AS_AN_IPHONE = "delete Element.prototype.requestFullscreen; delete Navigator.prototype.vibrate;"


def test_what_an_iphone_gives_no_page_is_guided(phone: Phone, self_tests: SelfTestService, bench: Bench, pages: PageServer) -> None:
    """Its name, no full screen and no vibration: what Safari on an iPhone lacks is taken away from Chromium."""
    screen = begin(bench)
    phone.browser.tell("Emulation.setUserAgentOverride", userAgent=IPHONE, platform="iPhone")
    phone.browser.tell("Page.addScriptToEvaluateOnNewDocument", source=AS_AN_IPHONE)
    phone.open(replace(self_tests.invite(screen.session_id, language="fr").invitation, letters="CL"), pages, [])
    phone.press("Commencer")
    phone.press("C’est fait", on="bars")
    phone.colours()
    phone.press("Aucun défaut")
    phone.press("Senti", on="vibrationGuided")
    taken = self_tests.take(screen.session_id, phone.code(), bench.person("yanis"))
    assert [(result.test.test_id, result.verdict) for result in taken.tests] == [("display", Verdict.PASS), ("vibration", Verdict.PASS)]
    assert taken.agent == "IPHONE.IPHONE.OS.17.5.VERSION.17.5"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("width", "height"), [(360, 640), (390, 844), (768, 1024)])
def test_nothing_is_cut_off_and_every_button_is_large(
    phone: Phone, self_tests: SelfTestService, bench: Bench, pages: PageServer, width: int, height: int, language: str
) -> None:  # fmt: skip
    invited = self_tests.invite(begin(bench).session_id, language=language, counter=True).invitation
    phone.browser.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=True)
    phone.open(replace(invited, letters="RFNM"), pages, [])
    seen = [phone.layout()]
    phone.press({"fr": "Commencer", "en": "Start"}[language])
    for step, words in (("kioskListens", {"fr": "Passer ce test", "en": "Skip this test"}), ("left", {"fr": "Pas le temps", "en": "No time"})):
        phone.heading(step)
        seen.append(phone.layout())
        phone.press(words[language])
    phone.heading("frontCamera")
    seen.append(phone.layout())
    phone.press({"fr": "Il ne lit pas", "en": "It does not read"}[language])
    phone.press({"fr": "Noire", "en": "Black"}[language], on="cameraUnread")
    phone.until("result")
    seen.append(phone.layout())
    assert seen == [(0, [])] * 5, "points that stick out to the side, and buttons lower than 44"


@pytest.mark.parametrize("fragment", ["", "1.ABC", "2.ABCDEFGHIJKLMN.T5ABCD0.AAAAAAAAAAAAAAAAAAAAAA.AB.smartphone.fr.q"])
def test_a_link_that_invites_to_nothing_says_so(phone: Phone, pages: PageServer, fragment: str) -> None:
    port, path = pages.admit(lambda _text: None, life_s=900)
    phone.browser.open(f"http://localhost:{port}{path}#{fragment}")
    phone.until("empty")
    assert "Aucun test dans ce lien" in phone.text()


def test_a_link_of_before_is_told_from_a_new_one(browser: Browser, senses: Senses, self_tests: SelfTestService, bench: Bench, pages: PageServer) -> None:
    old = self_tests.invite(begin(bench).session_id, language="fr").invitation
    later = Phone(browser, senses, old.expires_utc + timedelta(seconds=1))
    port, path = pages.admit(lambda _text: None, life_s=900)
    later.browser.open(old.link(f"http://localhost:{port}{path}"))
    later.until("expired")
    assert "Ce lien a plus de 15 minutes" in later.text()
