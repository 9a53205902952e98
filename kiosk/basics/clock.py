"""Where time comes from. Features take a ``Clock``; nothing else may ask the system for the time."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

if sys.platform == "linux":

    def _monotonic_ns() -> int:
        """With the time that the machine slept: after a night in standby the wall clock did not jump."""
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
else:
    _monotonic_ns = time.monotonic_ns


class Clock(Protocol):
    """Wall time is evidence for people; monotonic time is for durations and never goes back."""

    def now_utc(self) -> datetime: ...

    def monotonic_ms(self) -> int: ...


class SystemClock:
    """The machine's clock."""

    def now_utc(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_ms(self) -> int:
        return _monotonic_ns() // 1_000_000


class ManualClock:
    """A clock that tests and tours move by hand."""

    def __init__(self, start_utc: datetime) -> None:
        assert start_utc.tzinfo is UTC
        self._now_utc = start_utc
        self._monotonic_ms = 0

    def now_utc(self) -> datetime:
        return self._now_utc

    def monotonic_ms(self) -> int:
        return self._monotonic_ms

    def advance(self, *, seconds: float) -> None:
        """Let wall and monotonic time pass together."""
        assert seconds >= 0
        self._now_utc += timedelta(seconds=seconds)
        self._monotonic_ms += round(seconds * 1000)

    def set_wall(self, now_utc: datetime) -> None:
        """Move the wall clock alone, also backwards, as a user or a time server does."""
        self._now_utc = now_utc


def utc_text(moment: datetime) -> str:
    """``2026-11-22T10:15:30.123Z``: the one form in which times are stored and sent."""
    assert moment.tzinfo is not None
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def parse_utc(text: str) -> datetime:
    """The inverse of ``utc_text``; ValueError on anything else."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
