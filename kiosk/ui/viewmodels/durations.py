"""Durations as the diagnostic's screens write them. Pure; amounts are written by ``Formats``."""

from __future__ import annotations

NO_BREAK_SPACE = "\u00a0"


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
