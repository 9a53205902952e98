"""The controller of a console on the page, in a real browser: every button, drift in numbers, triggers, rumble.

Chromium has no way to emulate a controller from outside: ``navigator.getGamepads`` is given one of the standard layout before the page loads.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.probes.page import invitation, read_answer
from kiosk.diagnostics.probes.page_report import letters_for, report_of
from kiosk.diagnostics.probes.report import Finding
from kiosk.diagnostics.rulefiles import load_checklist, load_grading, load_inspection
from kiosk.hardware.page_server import PageServer
from tests.phone_page import Phone

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
GRADING = load_grading(RESOURCES / "grading" / "rules.toml")
POINTS = load_inspection(RESOURCES / "inspections" / "console.toml", GRADING).checklist
DESK = load_checklist(RESOURCES / "checklists" / "console.toml", GRADING)
FELT = (*range(6), *range(8, 16))
SESSION = "0199a1b2-0000-7000-8000-000000000001"
CONTROLLER = """
  const buttons = Array.from({ length: 17 }, () => ({ pressed: false, touched: false, value: 0 }));
  globalThis.pad = { connected: true, mapping: "standard", id: "pad", index: 0, axes: [0, 0, 0, 0], buttons, shaken: [] };
  pad.vibrationActuator = { playEffect: async (kind, { duration }) => { pad.shaken.push([kind, duration]); return "complete"; } };
  Navigator.prototype.getGamepads = () => [null, pad];
"""


class Controller:
    """What a hand does to it; the page has seen each thing before the next one."""

    def __init__(self, phone: Phone) -> None:
        self._ask = phone.browser.ask

    def seen(self, change: str) -> None:
        self._ask(f"(async () => {{ {change}; await new Promise((go) => setTimeout(go, 60)); }})()")

    def press(self, button: int) -> None:
        self.seen(f"pad.buttons[{button}] = {{ pressed: true, value: 1 }}")
        self.seen(f"pad.buttons[{button}] = {{ pressed: false, value: 0 }}")

    def rests_at(self, x: float) -> None:
        self.seen(f"pad.axes = [{x}, 0, 0, 0]")

    def turns(self, *axes: int) -> None:
        for axis in axes:
            for end in (-1, 1):
                self.seen(f"pad.axes[{axis}] = {end}")


@pytest.fixture
def phone_with_controller(phone: Phone) -> Phone:
    phone.browser.tell("Page.addScriptToEvaluateOnNewDocument", source=f"{{ {CONTROLLER} }}")
    return phone


def findings(phone: Phone, pages: PageServer, clock: ManualClock, work: str, *, letters: str = "STUV") -> dict[str, Finding]:
    """Test it with good or bad hands, and let the thirty points judge."""
    made = invitation(SESSION, letters=letters, kind=DeviceKind.CONSOLE, language="fr", now_utc=clock.now_utc(), chance=b"12345")
    phone.open(made, pages, [])
    hand = Controller(phone)
    bad = work == "bad"
    phone.press("Commencer")
    phone.heading("padButtons")
    for button in FELT[: 10 if bad else 14]:
        hand.press(button)
    if bad:
        phone.press("Un bouton ne répond pas")
    hand.rests_at(0.14 if bad else 0.03)
    phone.press("Ils sont lâchés", on="padRest")
    phone.heading("padSticks")
    hand.turns(0, 1, 2, 3)
    phone.heading("padTriggers")
    hand.seen(f"pad.buttons[6].value = {0.7 if bad else 1}; pad.buttons[7].value = 1")
    if bad:
        phone.press("Elle ne va pas plus loin")
    phone.press("Faire vibrer", on="padRumbleReady")
    phone.press("Rien, ou bruyant" if bad else "Senti", on="padRumble")
    answer = read_answer(phone.code(), SESSION, now_utc=clock.now_utc(), used_tags=())
    report = report_of(answer, POINTS, DeviceKind.CONSOLE)
    assert report.method is Method.BROWSER
    return {finding.fact: finding for finding in report.findings}


def test_a_good_controller_passes_with_its_numbers(phone_with_controller: Phone, pages: PageServer, clock: ManualClock) -> None:
    found = findings(phone_with_controller, pages, clock, "good")
    assert {fact: (finding.verdict, finding.raw) for fact, finding in found.items()} == {
        "controller_buttons": (Verdict.PASS, "14 of 14 buttons"), "sticks": (Verdict.PASS, "drift 3 % at rest, 4 of 4 axes to their ends"),
        "triggers": (Verdict.PASS, "100 %"), "rumble": (Verdict.PASS, "said by the person"),
    }  # fmt: skip
    assert found["sticks"].number == 3
    assert phone_with_controller.browser.ask("pad.shaken") == [["dual-rumble", 1200]]


def test_a_worn_controller_fails_with_its_numbers(phone_with_controller: Phone, pages: PageServer, clock: ManualClock) -> None:
    found = findings(phone_with_controller, pages, clock, "bad")
    assert {fact: (finding.verdict, finding.reason, finding.number) for fact, finding in found.items()} == {
        "controller_buttons": (Verdict.FAIL, "button_dead", None), "sticks": (Verdict.FAIL, "drift", 14), "triggers": (Verdict.FAIL, "trigger_short", None),
        "rumble": (Verdict.FAIL, "rumble", None),
    }  # fmt: skip


def test_a_controller_that_nobody_recognises_is_not_testable_there(phone: Phone, pages: PageServer, clock: ManualClock) -> None:
    made = invitation(SESSION, letters="S", kind=DeviceKind.CONSOLE, language="fr", now_utc=clock.now_utc(), chance=b"12345")
    phone.open(made, pages, [])
    phone.press("Commencer")
    phone.press("Elle n’est pas reconnue", on="pad")
    answer = read_answer(phone.code(), SESSION, now_utc=clock.now_utc(), used_tags=())
    assert report_of(answer, POINTS, DeviceKind.CONSOLE).findings == ()


def test_a_console_is_offered_the_tests_of_its_controller() -> None:
    assert letters_for(DESK, DeviceKind.CONSOLE) == "STM"
    assert letters_for(POINTS, DeviceKind.CONSOLE) == "STUVM"
