"""The router in a window: a scan is taken out whole, everything else comes back exactly as it was typed. The timer is moved by hand."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from pytestqt.qtbot import QtBot

from kiosk.catalogue.codes import BadgeCode, Ean, Gs1, Imei, UnknownCode
from kiosk.ui.scan_router import Scan, ScanRouter, ScanSource

EAN = "3012345678902"
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@dataclass
class HandTimer:
    """Goes off when the test says so."""

    callback: Callable[[], None]
    started_ms: int | None = None

    def start(self, timeout_ms: int) -> None:
        self.started_ms = timeout_ms

    def stop(self) -> None:
        self.started_ms = None

    def fire(self) -> None:
        assert self.started_ms is not None, "nobody waits"
        self.started_ms = None
        self.callback()


class Page(QWindow):
    """A window that notes every key that reaches it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[tuple[str, str]] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(("press", event.text() or Qt.Key(event.key()).name))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.keys.append(("release", event.text() or Qt.Key(event.key()).name))

    @property
    def typed(self) -> str:
        return "".join(text for kind, text in self.keys if kind == "press" and len(text) == 1)


@dataclass
class Counter:
    """A window, a router, and a keyboard with its own clock."""

    page: Page
    router: ScanRouter
    timers: list[HandTimer]
    scans: list[Scan] = field(default_factory=list)
    in_dialog: list[Scan] = field(default_factory=list)
    now_ms: int = 1000

    @property
    def timer(self) -> HandTimer:
        return self.timers[0]

    def key(self, kind: QEvent.Type, key: Qt.Key, text: str, *, modifiers: Qt.KeyboardModifier = NO_MODIFIER, repeat: bool = False) -> bool:
        event = QKeyEvent(kind, key, modifiers, 0, 0, 0, text, repeat)
        event.setTimestamp(self.now_ms)
        return QCoreApplication.sendEvent(self.page, event)

    def tap(self, text: str, *, after_ms: int, key: Qt.Key | None = None) -> None:
        self.now_ms += after_ms
        code = key or Qt.Key(ord(text.upper()))
        self.key(PRESS, code, text)
        self.key(RELEASE, code, text)

    def burst(self, text: str, *, gap_ms: int = 4, suffix: Qt.Key = Qt.Key.Key_Return) -> None:
        for character in text:
            self.tap(character, after_ms=gap_ms)
        self.tap("\t" if suffix == Qt.Key.Key_Tab else "\r", after_ms=gap_ms, key=suffix)

    def wait(self) -> None:
        """Long enough for the held keys to be given back."""
        self.timer.fire()
        self.timer.fire()


def counter_with(**settings: object) -> Counter:
    timers: list[HandTimer] = []

    def make_timer(callback: Callable[[], None]) -> HandTimer:
        timers.append(HandTimer(callback))
        return timers[-1]

    router = ScanRouter(make_timer=make_timer, platform="xcb", **settings)  # type: ignore[arg-type]  # settings of one test each
    counter = Counter(Page(), router, timers)
    router.scanned.connect(counter.scans.append)
    router.scannedInDialog.connect(counter.in_dialog.append)
    return counter


@pytest.fixture
def counter(qapp: QGuiApplication) -> Iterator[Counter]:
    made = counter_with()
    qapp.installEventFilter(made.router)
    yield made
    qapp.removeEventFilter(made.router)
    made.page.destroy()


@pytest.mark.parametrize("gap_ms", [0, 1, 4, 12, 20])
@pytest.mark.parametrize("suffix", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_burst_is_one_scan_and_no_key_of_it_reaches_the_window(counter: Counter, gap_ms: int, suffix: Qt.Key) -> None:
    counter.burst(EAN, gap_ms=gap_ms, suffix=suffix)
    assert counter.scans == [Scan(Ean(EAN), ScanSource.WEDGE)]
    assert counter.page.keys == []
    assert counter.timer.started_ms is None


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_M, "\r"), (Qt.Key.Key_J, "\n")])
def test_a_suffix_sent_as_a_control_character_closes_a_scan_too(counter: Counter, key: Qt.Key, text: str) -> None:
    for character in EAN:
        counter.tap(character, after_ms=4)
    counter.key(PRESS, Qt.Key.Key_Control, "", modifiers=Qt.KeyboardModifier.ControlModifier)
    counter.key(PRESS, key, text, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert [scan.code for scan in counter.scans] == [Ean(EAN)]
    assert counter.page.typed == ""


def test_two_scans_in_a_row_are_two_scans(counter: Counter) -> None:
    counter.burst(EAN)
    counter.burst(EAN)
    assert counter.scans == [Scan(Ean(EAN), ScanSource.WEDGE)] * 2


def test_hand_typing_comes_back_exactly_with_its_releases(counter: Counter) -> None:
    counter.tap("v", after_ms=150)
    assert counter.page.keys == []
    counter.wait()
    assert counter.page.keys == [("press", "v"), ("release", "v")]


def test_a_slow_next_letter_brings_the_one_before_it(counter: Counter) -> None:
    for letter in "verre":
        counter.tap(letter, after_ms=150)
    counter.wait()
    assert counter.page.typed == "verre"


def test_fast_hands_lose_nothing(counter: Counter) -> None:
    for letter in "verre":
        counter.tap(letter, after_ms=45)
    counter.tap("\r", after_ms=60, key=Qt.Key.Key_Return)
    assert counter.page.typed == "verre\r"
    assert counter.scans == []


def test_a_burst_at_the_pace_of_a_slow_scanner_or_a_very_fast_hand_is_a_scan_if_it_says_something(counter: Counter) -> None:
    counter.burst(EAN, gap_ms=45)
    counter.now_ms += 1000
    counter.burst("3012345678905", gap_ms=45)
    assert [scan.code for scan in counter.scans] == [Ean(EAN)]
    assert counter.page.typed == "3012345678905\r"


def test_letters_before_and_after_a_scan_stay_in_the_field(counter: Counter) -> None:
    counter.tap("a", after_ms=200)
    counter.now_ms += 300
    counter.burst(EAN)
    counter.tap("b", after_ms=200)
    counter.wait()
    assert counter.page.typed == "ab"
    assert [scan.code for scan in counter.scans] == [Ean(EAN)]


def test_three_quick_keys_without_a_suffix_are_typing(counter: Counter) -> None:
    for digit in "123":
        counter.tap(digit, after_ms=10)
    counter.wait()
    assert counter.page.typed == "123" and counter.scans == []


def test_an_amount_and_enter_at_human_speed_is_typing(counter: Counter) -> None:
    for digit in "150":
        counter.tap(digit, after_ms=90)
    counter.tap("\r", after_ms=120, key=Qt.Key.Key_Enter)
    assert counter.page.typed == "150\r" and counter.scans == []


def test_a_lone_enter_passes(counter: Counter) -> None:
    counter.tap("\r", after_ms=100, key=Qt.Key.Key_Return)
    assert counter.page.keys == [("press", "\r"), ("release", "\r")]


def test_keys_that_come_late_but_were_pressed_in_time_still_belong_together(counter: Counter) -> None:
    for character in EAN[:5]:
        counter.tap(character, after_ms=4)
    counter.timer.fire()  # the program was busy; the rest waits in the queue
    for character in EAN[5:]:
        counter.tap(character, after_ms=4)
    counter.tap("\r", after_ms=4, key=Qt.Key.Key_Return)
    assert counter.scans == [Scan(Ean(EAN), ScanSource.WEDGE)] and counter.page.keys == []


def test_a_recognised_scanner_is_given_more_time(counter: Counter) -> None:
    counter.tap("3", after_ms=4)
    assert counter.timer.started_ms == 200
    counter.tap("0", after_ms=4)
    counter.tap("1", after_ms=4)
    assert counter.timer.started_ms == 600


def test_somebody_who_is_typing_waits_less_for_each_letter(counter: Counter) -> None:
    counter.tap("v", after_ms=2000)
    assert counter.timer.started_ms == 200
    counter.wait()
    counter.tap("e", after_ms=200)
    assert counter.timer.started_ms == 80
    counter.wait()
    counter.tap("r", after_ms=1600)
    assert counter.timer.started_ms == 200


def test_capitals_with_shift_are_part_of_the_scan(counter: Counter) -> None:
    for character in "BADGE-CAMILLE234567ABC":
        counter.now_ms += 4
        if character.isupper():
            counter.key(PRESS, Qt.Key.Key_Shift, "", modifiers=Qt.KeyboardModifier.ShiftModifier)
        shift = Qt.KeyboardModifier.ShiftModifier if character.isupper() else NO_MODIFIER
        counter.key(PRESS, Qt.Key(ord(character)), character, modifiers=shift)
        counter.key(RELEASE, Qt.Key(ord(character)), character, modifiers=shift)
        if character.isupper():
            counter.key(RELEASE, Qt.Key.Key_Shift, "")
    counter.tap("\r", after_ms=4, key=Qt.Key.Key_Return)
    assert [scan.code for scan in counter.scans] == [BadgeCode("BADGE-CAMILLE234567ABC")]
    assert counter.page.typed == ""


def test_a_release_that_comes_after_the_scan_is_taken_too(counter: Counter) -> None:
    for character in EAN:
        counter.now_ms += 1
        counter.key(PRESS, Qt.Key(ord(character)), character)
    counter.now_ms += 1
    counter.key(PRESS, Qt.Key.Key_Return, "\r")
    for character in sorted(set(EAN)):
        counter.key(RELEASE, Qt.Key(ord(character)), character)
    counter.key(RELEASE, Qt.Key.Key_Return, "\r")
    assert counter.page.keys == [] and len(counter.scans) == 1
    counter.tap("7", after_ms=500)
    counter.wait()
    assert counter.page.keys == [("press", "7"), ("release", "7")]


def test_a_release_after_its_key_was_given_back_passes(counter: Counter) -> None:
    counter.key(PRESS, Qt.Key.Key_A, "a")
    counter.wait()
    counter.key(RELEASE, Qt.Key.Key_A, "a")
    assert counter.page.keys == [("press", "a"), ("release", "a")]


def test_arrows_and_commands_keep_their_place_among_letters(counter: Counter) -> None:
    counter.tap("a", after_ms=10)
    counter.key(PRESS, Qt.Key.Key_Left, "")
    counter.key(PRESS, Qt.Key.Key_A, "\x01", modifiers=Qt.KeyboardModifier.ControlModifier)
    assert counter.page.keys == [("press", "a"), ("release", "a"), ("press", "Key_Left"), ("press", "\x01")]


def test_a_key_held_down_repeats_without_being_taken_for_a_scanner(counter: Counter) -> None:
    counter.key(PRESS, Qt.Key.Key_1, "1")
    counter.now_ms += 480
    for _ in range(8):
        counter.now_ms += 20
        counter.key(PRESS, Qt.Key.Key_1, "1", repeat=True)
    counter.tap("\r", after_ms=30, key=Qt.Key.Key_Return)
    assert counter.page.typed == "1" * 9 + "\r" and counter.scans == []


def test_twins_that_the_window_system_takes_for_a_repeated_key_belong_to_the_scan(counter: Counter) -> None:
    before = ""
    for character in "352668910000668":
        counter.now_ms += 1
        counter.key(PRESS, Qt.Key(ord(character)), character, repeat=character == before)
        counter.key(RELEASE, Qt.Key(ord(character)), character)
        before = character
    counter.tap("\r", after_ms=1, key=Qt.Key.Key_Return)
    assert [scan.code.text for scan in counter.scans] == ["352668910000668"]
    assert counter.page.keys == []


def test_a_shortcut_does_not_fire_on_a_key_of_a_scan(counter: Counter) -> None:
    def override(key: Qt.Key, text: str) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, NO_MODIFIER, text)
        event.setTimestamp(counter.now_ms)
        event.ignore()
        QCoreApplication.sendEvent(counter.page, event)
        return event.isAccepted()

    assert override(Qt.Key.Key_3, "3")
    assert not override(Qt.Key.Key_Return, "\r")
    for character in EAN:
        counter.tap(character, after_ms=4)
    assert override(Qt.Key.Key_Return, "\r")
    assert not override(Qt.Key.Key_F5, "")


def test_a_group_separator_from_the_keyboard_is_kept(counter: Counter) -> None:
    for character in "]d2010301234567890221AB12":
        counter.tap(character, after_ms=4)
    counter.now_ms += 4
    counter.key(PRESS, Qt.Key.Key_Control, "", modifiers=Qt.KeyboardModifier.ControlModifier)
    counter.key(PRESS, Qt.Key.Key_BracketRight, "\x1d", modifiers=Qt.KeyboardModifier.ControlModifier)
    counter.burst("17261231")
    (scan,) = counter.scans
    assert isinstance(scan.code, Gs1) and (scan.code.serial, scan.code.expires_yymmdd) == ("AB12", "261231")


def test_a_scan_under_a_dialog_goes_to_the_dialog_only(counter: Counter) -> None:
    counter.router.dialog_open = True
    counter.burst(EAN)
    counter.router.dialog_open = False
    assert counter.scans == [] and counter.in_dialog == [Scan(Ean(EAN), ScanSource.WEDGE)]
    assert counter.page.keys == []


def test_an_unknown_code_is_announced_as_such(counter: Counter) -> None:
    counter.burst("3012345678905")
    assert counter.scans == [Scan(UnknownCode("3012345678905"), ScanSource.WEDGE)]


def test_a_typed_code_takes_the_same_way(counter: Counter) -> None:
    counter.router.take_typed(" 490154203237518 ")
    counter.router.take_typed("")
    assert counter.scans == [Scan(Imei("490154203237518"), ScanSource.TYPED)]


def test_a_serial_scanner_reports_from_its_own_thread(counter: Counter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(counter.router.scanned, timeout=5000):
        thread = threading.Thread(target=counter.router.take_from_device, args=("]E03012345678902",))
        thread.start()
        thread.join()
    assert counter.scans == [Scan(Ean(EAN), ScanSource.SERIAL)]


def test_with_a_prefix_key_even_a_slow_or_short_code_is_a_scan(qapp: QGuiApplication) -> None:
    counter = counter_with(prefix_key=Qt.Key.Key_F12)
    qapp.installEventFilter(counter.router)
    counter.tap("", after_ms=10, key=Qt.Key.Key_F12)
    counter.burst(EAN, gap_ms=300)
    counter.tap("", after_ms=10, key=Qt.Key.Key_F12)
    counter.burst("7", gap_ms=300)
    qapp.removeEventFilter(counter.router)
    assert [scan.code for scan in counter.scans] == [Ean(EAN), UnknownCode("7")]
    assert counter.page.keys == []


def test_a_window_that_is_gone_gets_nothing_back(counter: Counter) -> None:
    counter.tap("a", after_ms=10)
    shiboken6.delete(counter.page)
    counter.page = Page()
    counter.wait()
    assert counter.page.keys == []
