"""Takes every scan, whatever has the focus, and says what it is: one signal for wedge, serial, camera and typed codes.

An event filter on the application holds printable keys for a moment. A burst closed by Enter or Tab is a scan and is taken
out whole, releases included, so nothing of it lands in a field; anything else is given back exactly as it was typed. Lives on
the GUI thread; ``take_from_device`` may be called from any other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent

from kiosk.catalogue.codes import ScannedCode, UnknownCode, decode
from kiosk.ui.keymap import BRACKET_KEY, GROUP_SEPARATOR, Layout, Stroke, evdev_code
from kiosk.ui.scan_burst import Burst, BurstPolicy, Reading, Verdict, continues, gap_ms, judge, read, wait_ms

SUFFIX_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
SUFFIX_TEXTS = ("\r", "\n", "\t")
MODIFIER_KEYS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_AltGr, Qt.Key.Key_Alt, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_Meta)
TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
DEFAULT_POLICY = BurstPolicy()


class ScanSource(StrEnum):
    """Where a code came from."""

    WEDGE = "wedge"
    SERIAL = "serial"
    CAMERA = "camera"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Scan:
    """One code that came in."""

    code: ScannedCode
    source: ScanSource


class HoldTimer(Protocol):
    """Calls back once, so many milliseconds after the last ``start``."""

    def start(self, timeout_ms: int) -> None: ...

    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _HeldKey:
    """A key event kept back, with all that is needed to give it back."""

    window: QObject
    kind: QEvent.Type
    key: int
    modifiers: Qt.KeyboardModifier
    native: tuple[int, int, int]
    text: str

    @property
    def identity(self) -> int:
        """Which key it is: the physical one where the platform says so."""
        return self.native[0] or self.key

    def give_back(self) -> None:
        if shiboken6.isValid(self.window):
            event = QKeyEvent(self.kind, self.key, self.modifiers, *self.native, self.text)
            QCoreApplication.sendEvent(self.window, event)


def qt_timer(callback: Callable[[], None]) -> HoldTimer:
    """The timer of the real program."""
    timer = QTimer()
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(callback)
    return timer


class ScanRouter(QObject):
    """``scanned(Scan)`` while the screens are open to codes; ``scannedInDialog(Scan)`` while a modal dialog is up.

    A dialog sets ``dialog_open``: no line is ever added beneath it. ``prefix_key`` is a key that the scanner is set to send first.
    """

    scanned = Signal(object)
    scannedInDialog = Signal(object)
    _arrived = Signal(str, str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        policy: BurstPolicy = DEFAULT_POLICY,
        prefix_key: Qt.Key | None = None,
        make_timer: Callable[[Callable[[], None]], HoldTimer] = qt_timer,
        platform: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.dialog_open = False
        self._policy = policy
        self._prefix_key = prefix_key
        self._timer = make_timer(self._time_is_up)
        self._platform = QGuiApplication.platformName() if platform is None else platform
        self._held: list[_HeldKey] = []
        self._strokes: list[Stroke] = []
        self._times_ms: list[int] = []
        self._prefixed = False
        self._after_pause = True
        self._last_press = (0, 0)
        self._typed_at_ms: int | None = None
        self._giving_back = False
        self._in_grace = False
        self._taken_down: set[int] = set()
        self._layout: Layout | None = None
        self._arrived.connect(self._take_arrived, Qt.ConnectionType.QueuedConnection)

    def install(self, application: QCoreApplication) -> None:
        """From now on no key reaches a window before it passed here; ends by itself when the application quits."""
        application.installEventFilter(self)
        application.aboutToQuit.connect(lambda: application.removeEventFilter(self))

    def take_from_device(self, text: str, source: ScanSource = ScanSource.SERIAL) -> None:
        """A whole code of a serial scanner or a camera, from any thread."""
        self._arrived.emit(text, source.value)

    def take_typed(self, text: str) -> None:
        """A code that somebody typed and confirmed."""
        self._announce(decode(text), ScanSource.TYPED)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys are looked at where they enter a window; they pass the filter again on their way to an item.

        A touch gives back what is held first: a letter typed before it belongs to the field that had the focus then.
        """
        if self._giving_back:
            return False
        if not isinstance(event, QKeyEvent):
            if self._held and event.type() in TOUCHES and watched.isWindowType():
                self._give_back()
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride:
                return self._keep_from_shortcuts(event)
            case QEvent.Type.KeyPress if watched.isWindowType():
                return self._pressed(watched, event)
            case QEvent.Type.KeyRelease if watched.isWindowType():
                return self._released(watched, event)
        return False

    # ── keys ───────────────────────────────────────────────────────────────────────────────────────────────────────
    def _pressed(self, window: QObject, event: QKeyEvent) -> bool:
        if event.key() in MODIFIER_KEYS:
            return False
        at_ms, repeats = event.timestamp(), self._repeats(event)
        if not repeats:
            self._last_press = (_identity(event), at_ms)
        if self._held and not continues(self._policy, self._burst, at_ms):
            self._give_back()
        if event.key() == self._prefix_key and not repeats:
            self._give_back()
            self._prefixed = True
            self._keep(window, event)
            return True
        if reading := self._reading_closed_by(event):
            self._taken_down.add(_identity(event))
            self._take(reading)
            return True
        if self._may_be_scanned(event):
            self._keep(window, event)
            self._strokes.append(self._stroke(event))
            return True
        self._give_back()
        return False

    def _released(self, window: QObject, event: QKeyEvent) -> bool:
        identity = _identity(event)
        if identity in self._taken_down:
            self._taken_down.discard(identity)
            return True
        if any(held.kind == QEvent.Type.KeyPress and held.identity == identity for held in self._held):
            self._held.append(_held_key(window, event))
            return True
        return False

    def _keep_from_shortcuts(self, event: QKeyEvent) -> bool:
        """A key of a burst must not fire a shortcut before it gets here as a key press."""
        if self._may_be_scanned(event) or self._reading_closed_by(event):
            event.accept()
            return True
        return False

    def _reading_closed_by(self, event: QKeyEvent) -> Reading | None:
        """What the keys held say, when this one closes a scan: Return, Enter, Tab, or a control character sent for them (Ctrl+M, Ctrl+J)."""
        if not self._strokes or self._repeats(event) or not (event.key() in SUFFIX_KEYS or event.text() in SUFFIX_TEXTS):
            return None
        verdict = judge(self._policy, self._burst, event.timestamp())
        if verdict is Verdict.HAND:
            return None
        reading = read(self._strokes, remembered=self._layout)
        return None if verdict is Verdict.PERHAPS and isinstance(reading.code, UnknownCode) else reading

    def _may_be_scanned(self, event: QKeyEvent) -> bool:
        if self._repeats(event):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return bool(self._held) and (event.text() == GROUP_SEPARATOR or self._code_of(event) == BRACKET_KEY)
        return bool(event.text()) and event.text().isprintable() and not event.modifiers() & ~HARMLESS

    def _repeats(self, event: QKeyEvent) -> bool:
        """Whether a finger holds the key down. Qt's xcb plugin also says so of a scanner's *66* sent within a millisecond or two
        (it looks for a press right behind the release), but no keyboard starts to repeat that soon after the first press.
        """
        key, pressed_at_ms = self._last_press
        too_soon = key == _identity(event) and gap_ms(pressed_at_ms, event.timestamp()) < self._policy.repeat_after_ms
        return event.isAutoRepeat() and not too_soon

    def _keep(self, window: QObject, event: QKeyEvent) -> None:
        if not self._held:
            typed_at_ms = self._typed_at_ms
            self._after_pause = typed_at_ms is None or gap_ms(typed_at_ms, event.timestamp()) > self._policy.pause_ms
        self._held.append(_held_key(window, event))
        self._times_ms.append(event.timestamp())
        self._in_grace = False
        self._timer.start(wait_ms(self._policy, self._burst))

    def _stroke(self, event: QKeyEvent) -> Stroke:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return Stroke(event.timestamp(), GROUP_SEPARATOR if ctrl else event.text(), self._code_of(event), shift, ctrl)

    def _code_of(self, event: QKeyEvent) -> int:
        return evdev_code(event.nativeScanCode(), self._platform)

    @property
    def _burst(self) -> Burst:
        return Burst(tuple(self._times_ms), self._prefixed, after_pause=self._after_pause)

    # ── outcomes ───────────────────────────────────────────────────────────────────────────────────────────────────
    @Slot()
    def _time_is_up(self) -> None:
        """Keys that waited in the queue while the program was busy come before the second call of the timer."""
        if self._held and not self._in_grace:
            self._in_grace = True
            self._timer.start(self._policy.grace_ms)
            return
        self._give_back()

    def _take(self, reading: Reading) -> None:
        for held in self._held:
            (self._taken_down.add if held.kind == QEvent.Type.KeyPress else self._taken_down.discard)(held.identity)
        self._forget()
        if reading.certain:
            self._layout = reading.layout
        self._announce(reading.code, ScanSource.WEDGE)

    def _give_back(self) -> None:
        held = tuple(self._held)
        self._typed_at_ms = self._times_ms[-1] if self._times_ms else self._typed_at_ms
        self._forget()
        self._giving_back = True
        try:
            for key in held:
                key.give_back()
        finally:
            self._giving_back = False

    def _forget(self) -> None:
        self._timer.stop()
        self._held.clear()
        self._strokes.clear()
        self._times_ms.clear()
        self._prefixed = False
        self._in_grace = False

    @Slot(str, str)
    def _take_arrived(self, text: str, source: str) -> None:
        self._announce(decode(text), ScanSource(source))

    def _announce(self, code: ScannedCode, source: ScanSource) -> None:
        """An empty read (the trigger pulled twice) is nothing."""
        if isinstance(code, UnknownCode) and not code.text:
            return
        (self.scannedInDialog if self.dialog_open else self.scanned).emit(Scan(code, source))


def _identity(event: QKeyEvent) -> int:
    return event.nativeScanCode() or event.key()


def _held_key(window: QObject, event: QKeyEvent) -> _HeldKey:
    native = (event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers())
    return _HeldKey(window, event.type(), event.key(), event.modifiers(), native, event.text())
