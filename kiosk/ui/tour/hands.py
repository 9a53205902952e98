"""The inputs of a person and of a keyboard-wedge scanner, as events that the window really receives. GUI thread."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

SIGNS = {"-": Qt.Key.Key_Minus, ".": Qt.Key.Key_Period, ",": Qt.Key.Key_Comma, " ": Qt.Key.Key_Space, "'": Qt.Key.Key_Apostrophe, "/": Qt.Key.Key_Slash}
NAMED_KEYS = {
    "Return": Qt.Key.Key_Return, "Enter": Qt.Key.Key_Enter, "Tab": Qt.Key.Key_Tab, "Escape": Qt.Key.Key_Escape, "Backspace": Qt.Key.Key_Backspace,
    "Space": Qt.Key.Key_Space, "Up": Qt.Key.Key_Up, "Down": Qt.Key.Key_Down, "Left": Qt.Key.Key_Left, "Right": Qt.Key.Key_Right,
}  # fmt: skip
_TEXT_OF = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t", Qt.Key.Key_Space: " ", Qt.Key.Key_Backspace: "\b"}


def tap(window: QQuickWindow, place: QPointF) -> None:
    """A finger, down and up."""
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.toPoint())


def press(window: QQuickWindow, key: Qt.Key, text: str, *, at_ms: int) -> None:
    """One key, down and up, stamped with its time as the window system does."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(at_ms)
        QCoreApplication.sendEvent(window, event)


def key_of(character: str) -> Qt.Key:
    """The key that writes a character; Key_unknown for what no key names."""
    if character.isalnum() and character.isascii():
        return Qt.Key(ord(character.upper()))
    return SIGNS.get(character, Qt.Key.Key_unknown)


def wedge_keys(code: str) -> list[tuple[Qt.Key, str]]:
    """What a keyboard-wedge scanner sends for a code: its characters and Return."""
    return [*((key_of(character), character) for character in code), named_key("Return")]


def named_key(name: str) -> tuple[Qt.Key, str]:
    """``Return``, ``F2`` or a single character: the key and the text that it types."""
    if name in NAMED_KEYS:
        key = NAMED_KEYS[name]
        return key, _TEXT_OF.get(key, "")
    if len(name) == 1:
        return key_of(name), name
    return Qt.Key[f"Key_{name}"], ""


def sign(window: QQuickWindow, pad: QQuickItem) -> None:
    """Three strokes across a pad, as a hand draws them."""
    width, height = pad.width(), pad.height()
    for stroke in range(3):
        left = width * (0.2 + 0.2 * stroke)
        points = [(left + width * 0.18 * t, height * (0.55 + 0.22 * math.sin(6 * t + stroke))) for t in (step / 12 for step in range(13))]
        places = [pad.mapToScene(QPointF(x, y)).toPoint() for x, y in points]
        _drag(window, places)


def _drag(window: QQuickWindow, places: list[QPoint]) -> None:
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window, button, none, places[0])
    for place in places[1:]:
        QTest.mouseMove(window, place)
    QTest.mouseRelease(window, button, none, places[-1])
