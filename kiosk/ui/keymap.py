"""What a physical key means on a US and on a French keyboard, by its evdev key code. Pure tables, no Qt.

A wedge scanner sends keys, not characters: set to US on a French system it turns ``3012`` into ``"à&é``. The keys are right
all the same, so the text can be read back from them. X11 and Wayland number keys as evdev + 8; Windows' set-1 scan codes of
the keys below are the evdev codes (Linux took them over).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

GROUP_SEPARATOR = "\x1d"
BRACKET_KEY = 27
SCAN_CODE_OFFSETS = {"xcb": 8, "wayland": 8, "wayland-egl": 8, "windows": 0}


class Layout(StrEnum):
    """A keyboard layout that scanners are set to."""

    US = "us"
    FR = "fr"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key pressed: when (ms of the event), what the system made of it, and which key it was (evdev; 0 unknown)."""

    at_ms: int
    text: str
    keycode: int = 0
    shift: bool = False
    ctrl: bool = False


_ROWS: tuple[tuple[int, dict[Layout, tuple[str, str]]], ...] = (
    (2, {Layout.US: ("1234567890-=", "!@#$%^&*()_+"), Layout.FR: ("&é\"'(-è_çà)=", "1234567890°+")}),
    (16, {Layout.US: ("qwertyuiop[]", "QWERTYUIOP{}"), Layout.FR: ("azertyuiop^$", "AZERTYUIOP¨£")}),
    (30, {Layout.US: ("asdfghjkl;'`", 'ASDFGHJKL:"~'), Layout.FR: ("qsdfghjklmù²", "QSDFGHJKLM%~")}),
    (43, {Layout.US: ("\\zxcvbnm,./", "|ZXCVBNM<>?"), Layout.FR: ("*wxcvbn,;:!", "µWXCVBN?./§")}),
    (86, {Layout.US: ("<", ">"), Layout.FR: ("<", ">")}),
)
_SAME_EVERYWHERE = {57: " ", 55: "*", 98: "/", **dict(enumerate("789-456+1230.", start=71))}
_CHARACTERS: dict[tuple[Layout, int, bool], str] = {
    (layout, first + place, shift): character
    for first, layouts in _ROWS
    for layout, sides in layouts.items()
    for shift, side in zip((False, True), sides, strict=True)
    for place, character in enumerate(side)
}


def evdev_code(native_scan_code: int, platform: str) -> int:
    """The evdev code of a platform's scan code; 0 where the platform does not say which key it was."""
    offset = SCAN_CODE_OFFSETS.get(platform)
    return 0 if offset is None or native_scan_code <= offset else native_scan_code - offset


def text_on(layout: Layout, strokes: Iterable[Stroke]) -> str | None:
    """What the same keys say on a layout; None when a key is not known."""
    characters = [_character(layout, stroke) for stroke in strokes]
    return None if None in characters else "".join(filter(None, characters))


def _character(layout: Layout, stroke: Stroke) -> str | None:
    if stroke.ctrl:
        return GROUP_SEPARATOR if stroke.keycode == BRACKET_KEY else None
    return _SAME_EVERYWHERE.get(stroke.keycode) or _CHARACTERS.get((layout, stroke.keycode, stroke.shift))
