"""Durations and ranges of amounts as the diagnostic's screens write them. Pure; a single amount is written by ``Formats``."""

from __future__ import annotations

from kiosk.basics.money import NARROW_NO_BREAK_SPACE, Money
from kiosk.ui.formats import Formats

NO_BREAK_SPACE = "\u00a0"
EN_DASH = "\u2013"


def countdown(left_ms: int) -> str:
    """``08:42``: what is left of the clock, a started second counting whole."""
    seconds = -(-max(0, left_ms) // 1000)
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def duration(spent_ms: int) -> str:
    """``0:46`` or ``1:22``: what was spent."""
    seconds = max(0, spent_ms) // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"


def budget(seconds: int) -> str:
    """``50 s`` below a minute, ``2:00`` from there."""
    return f"{seconds}{NO_BREAK_SPACE}s" if seconds < 60 else duration(seconds * 1000)


def amount_range(low: Money, high: Money, formats: Formats) -> str:
    """``142 – 168 €`` or ``€142 – 168``; one amount when both are the same."""
    if low == high:
        return formats.round_money(low)
    first, last = formats.round_money(low), formats.round_money(high)
    if formats.french:
        return f"{first.removesuffix(f'{NARROW_NO_BREAK_SPACE}€')} {EN_DASH} {last}"
    return f"{first} {EN_DASH} {last.removeprefix('€')}"
