"""What the self-test page can test, and what the kiosk makes of its numbers. Pure.

The page shows a verdict at once; the one that counts is given here, from the raw number, by the limits of the diagnostics rules §5.3.
What a browser cannot test (an iPhone vibrates for no page) answers nothing: the question stays with the person at the bench. Several
tests may belong to one fact (accelerometer, gyroscope and compass are *motion*): it passes when all pass, fails when one fails.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kiosk.catalogue.products import DeviceKind, DeviceModel
from kiosk.diagnostics.checklist import Checklist, Method, Step, Verdict
from kiosk.diagnostics.probes.page import Entry, PageAnswer, Said
from kiosk.diagnostics.probes.report import Finding, Report

PROBE = "page 1"
TAG_FACT = "page_tag"
AGENT_FACT = "page_agent"
APPLE = "Apple"
KINDS = (DeviceKind.SMARTPHONE, DeviceKind.TABLET)
COLUMNS, ROWS = 12, 20
CELLS = COLUMNS * ROWS


@dataclass(frozen=True, slots=True)
class PageTest:
    """One test of the page. A measured number passes from ``least`` to ``most``; ``reason`` is the fault when it fails."""

    letter: str
    test_id: str
    fact: str
    reason: str
    unit: str = ""
    least: int | None = None
    most: int | None = None
    kinds: tuple[DeviceKind, ...] = KINDS

    def passes(self, number: int) -> bool:
        return (self.least is None or number >= self.least) and (self.most is None or number <= self.most)


TABLET, CONSOLE = (DeviceKind.TABLET,), (DeviceKind.CONSOLE,)
TESTS = (
    PageTest("A", "touch", "touch", "touch_dead_zone", f"/{CELLS}", least=238),
    PageTest("B", "multitouch", "multitouch", "multitouch", "", least=5),
    PageTest("C", "display", "display_lit", "dead_pixel"),
    PageTest("D", "loudspeaker", "loudspeaker", "loudspeaker", "dB"),
    PageTest("O", "stereo", "stereo", "stereo", kinds=TABLET),
    PageTest("R", "loudspeaker", "loudspeaker", "loudspeaker", "dB"),
    PageTest("E", "microphone", "microphones", "microphone", "dB", least=12),
    PageTest("Q", "microphone", "microphones", "microphone", "dB", least=12),
    PageTest("F", "front_camera", "front_camera", "front_camera", least=1),
    PageTest("G", "rear_camera", "rear_cameras", "rear_camera_blurred", least=1),
    PageTest("H", "torch", "flash", "flash"),
    PageTest("I", "accelerometer", "motion", "motion_sensor", "cm/s²", least=941, most=1021),
    PageTest("J", "gyroscope", "motion", "motion_sensor", "°", least=340, most=380),
    PageTest("K", "compass", "motion", "compass_stuck", "°", least=180),
    PageTest("P", "rotation", "rotation", "rotation", least=2, kinds=TABLET),
    PageTest("L", "vibration", "vibration", "vibration", "/10", least=30),
    PageTest("N", "biometrics", "biometrics", "biometrics"),
    PageTest("S", "pad_buttons", "controller_buttons", "button_dead", "of 14 buttons", least=14, kinds=CONSOLE),
    PageTest("T", "pad_sticks", "sticks", "drift", "%", most=8, kinds=CONSOLE),
    PageTest("U", "pad_triggers", "triggers", "trigger_short", "%", least=95, kinds=CONSOLE),
    PageTest("V", "pad_rumble", "rumble", "rumble", kinds=CONSOLE),
    PageTest("M", "wake_lock", "wake_lock", ""),
)
BY_LETTER: Mapping[str, PageTest] = {test.letter: test for test in TESTS}
REASONS = {"D": "dead_pixel", "B": "burn_in", "L": "display_lines", "X": "rear_camera_dead", "R": "rear_camera_blurred"}
"""The first character of the details of a fault that has several forms."""
COARSER = {
    "rear_camera_blurred": "rear_camera", "rear_camera_dead": "rear_camera", "compass_stuck": "motion_sensor", "button_dead": "button", "stick_dead": "drift",
}  # fmt: skip
"""What a list says that knows the fault of a part only as a whole."""
ALONE, WITH_COUNTER = "DE", "RQ"
"""Loudspeaker and microphone: the device by itself, and beside a counter that hears and plays the three notes."""
_SEVERAL_FAULTS = "CG"
LEFT_OUT = {"W": "left out: the customer declines", "B": "left out: not possible on this device", "T": "left out: no time"}
"""Why a test was not done, as the person said it."""
_SIX_FACES, _FOUR_AXES = "6", "4"
_FINGERS_OF_A_TABLET = 10


@dataclass(frozen=True, slots=True)
class Tested:
    """One test as it is told on the kiosk: verdict None where the browser could not test; ``number`` None where a person said it;
    ``missing`` are the cells that no finger reached.
    """

    test: PageTest
    verdict: Verdict | None
    raw: str
    duration_ms: int
    number: int | None = None
    missing: tuple[int, ...] = ()


def letters_for(checklist: Checklist, kind: DeviceKind, *, counter: bool = False) -> str:
    """The tests that answer a question of this device, in the page's order; "" for a kind that has no browser to test with.

    ``counter``: the kiosk has a microphone and a loudspeaker.
    """
    read = {question.reads or question.question_id for question in checklist.questions()}
    left_out = ALONE if counter else WITH_COUNTER
    found = "".join(test.letter for test in TESTS if test.fact in read and kind in test.kinds and test.letter not in left_out)
    return found if not found or "M" in found else found + "M"


def reads_a_test(step: Step) -> bool:
    """Whether the page answers a question of this step."""
    facts = {test.fact for test in TESTS}
    return any((question.reads or question.question_id) in facts for question in step.questions)


def tested(answer: PageAnswer) -> tuple[Tested, ...]:
    """Every test of the answer that this kiosk knows, judged; a later page may test more."""
    return tuple(_tested(BY_LETTER[entry.letter], entry) for entry in answer.entries if entry.letter in BY_LETTER)


def is_of_another(agent: str, model: DeviceModel) -> bool:
    """Whether the browser names a make or kind that this model is not. What it does not name proves nothing (an iPad may call itself a Mac)."""
    words = set(agent.split("."))
    if model.kind not in KINDS:
        return False
    if model.brand == APPLE:
        other = "IPHONE" if model.kind is DeviceKind.TABLET else "IPAD"
        return bool(words & {"ANDROID", other})
    return bool(words & {"IPHONE", "IPAD", "IPOD"})


def report_of(answer: PageAnswer, checklist: Checklist, kind: DeviceKind) -> Report:
    """What the answer says, for the running trade-in or inspection to take; faults in the words of its list."""
    results = tested(answer)
    facts = {TAG_FACT: answer.tag, AGENT_FACT: answer.agent, **{f"page_{found.test.test_id}": found.raw for found in results}}
    names = dict.fromkeys(found.test.fact for found in results if found.test.reason)
    findings = tuple(made for name in names if (made := _finding(name, [found for found in results if found.test.fact == name], checklist)))
    if kind is DeviceKind.TABLET:
        findings = _with_ten_fingers(findings)
    return Report(PROBE, Method.BROWSER, findings, facts, sum(found.duration_ms for found in results))


def _tested(test: PageTest, entry: Entry) -> Tested:
    raw = _RAW.get(test.letter, _plain)(test, entry)
    missing = cells(entry.details) if test.letter == "A" else ()
    match entry.said:
        case Said.NOT_TESTABLE:
            return Tested(test, None, "not testable in this browser", entry.duration_ms)
        case Said.INCONCLUSIVE:
            return Tested(test, Verdict.INCONCLUSIVE, LEFT_OUT.get(entry.details, raw), entry.duration_ms)
        case _ if entry.measured:
            verdict = Verdict.PASS if test.passes(entry.number) and _whole(test, entry) else Verdict.FAIL
        case _:
            verdict = Verdict.PASS if entry.said is Said.PASS else Verdict.FAIL
    if verdict is Verdict.FAIL and entry.measured and test.letter in "TU":
        test = replace(test, reason=_fault_of_controller(test, entry))
    if verdict is Verdict.FAIL and test.letter in _SEVERAL_FAULTS and entry.details[:1] in REASONS:
        test = replace(test, reason=REASONS[entry.details[:1]])
    return Tested(test, verdict, raw, entry.duration_ms, entry.number if entry.measured else None, missing)


def _fault_of_controller(test: PageTest, entry: Entry) -> str:
    """A stick that does not reach its end is dead before it drifts; a trigger that never moved is dead, not short."""
    if test.letter == "T":
        return test.reason if entry.details == _FOUR_AXES else "stick_dead"
    return test.reason if entry.number else "trigger_dead"


def _whole(test: PageTest, entry: Entry) -> bool:
    """Six faces of the accelerometer, both sticks to every end, every lens of a camera."""
    if test.letter == "T":
        return entry.details == _FOUR_AXES
    if test.letter == "I":
        return entry.details == _SIX_FACES
    return test.letter not in "FG" or entry.details in ("", str(entry.number))


def _finding(fact: str, results: list[Tested], checklist: Checklist) -> Finding | None:
    """None when a part of the fact was not tested and no other failed: the person at the bench completes it."""
    raw = "; ".join(f"{found.test.test_id} {found.raw}" if len(results) > 1 else found.raw for found in results)
    duration_ms = sum(found.duration_ms for found in results)
    failed = next((found for found in results if found.verdict is Verdict.FAIL), None)
    number = next((found.number for found in results if found.test.letter == "T" and found.test.reason == "drift"), None)
    if failed is not None:
        return Finding(fact, raw, Verdict.FAIL, _in_words_of(checklist, fact, failed.test.reason), number, duration_ms)
    if all(found.verdict is Verdict.PASS for found in results):
        return Finding(fact, raw, number=number, duration_ms=duration_ms)
    return None


def _in_words_of(checklist: Checklist, fact: str, reason: str) -> str:
    known = {option.option_id for question in checklist.questions() if fact == (question.reads or question.question_id) for option in question.options}
    return reason if reason in known else COARSER.get(reason, reason)


def _with_ten_fingers(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """A tablet's point of rotation asks for ten fingers at once too."""
    fingers = next((finding for finding in findings if finding.fact == "multitouch"), None)
    turned = next((finding for finding in findings if finding.fact == "rotation"), None)
    if turned is None or turned.verdict is not Verdict.PASS:
        return findings
    others = tuple(finding for finding in findings if finding is not turned)
    if fingers is None:
        return others
    raw = f"{turned.raw}; {fingers.raw}"
    enough = int(fingers.raw.split()[0]) >= _FINGERS_OF_A_TABLET
    return (*others, Finding("rotation", raw, Verdict.PASS if enough else Verdict.FAIL, None if enough else "multitouch", duration_ms=turned.duration_ms))


def cells(details: str) -> tuple[int, ...]:
    """The cells of the grid that were missed, row by row from 0; what is no cell is passed over."""
    found = (int(details[at : at + 2], 36) for at in range(0, len(details) - 1, 2))
    return tuple(cell for cell in found if cell < CELLS)


def _touch(_test: PageTest, entry: Entry) -> str:
    missed = " ".join(f"r{cell // COLUMNS + 1}c{cell % COLUMNS + 1}" for cell in cells(entry.details))
    return f"{entry.number}/{CELLS} cells" + (f", missing {missed}" if missed else "")


def _fingers(_test: PageTest, entry: Entry) -> str:
    return f"{entry.number} fingers"


def _camera(_test: PageTest, entry: Entry) -> str:
    if entry.measured:
        return f"{entry.number} of {entry.details or entry.number} lenses read the kiosk’s code"
    return f"said by the person, sharpness {entry.number}"


def _acceleration(_test: PageTest, entry: Entry) -> str:
    return f"{entry.number / 100:.2f} m/s² at rest, {entry.details or 0} faces"


def _turned(_test: PageTest, entry: Entry) -> str:
    return f"{entry.number}° of 360"


def _vibration(_test: PageTest, entry: Entry) -> str:
    return f"accelerometer {entry.number / 10:.1f} times its rest" if entry.measured else "said by the person"


def _plain(test: PageTest, entry: Entry) -> str:
    number = f"{entry.number} {test.unit}".strip() if entry.number else ""
    return ", ".join(part for part in (number, "" if entry.measured else "said by the person") if part)


def _sticks(_test: PageTest, entry: Entry) -> str:
    return f"drift {entry.number} % at rest, {entry.details or 0} of 4 axes to their ends"


_RAW: dict[str, Callable[[PageTest, Entry], str]] = {
    "A": _touch, "B": _fingers, "F": _camera, "G": _camera, "I": _acceleration, "J": _turned, "K": _turned, "L": _vibration, "T": _sticks,
}  # fmt: skip
