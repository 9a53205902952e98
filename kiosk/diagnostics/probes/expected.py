"""What is already known of the device that an instrument reads: a reading is held against it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Expected:
    """``by_cable`` when these numbers came from the cable themselves: reading them again proves nothing. ``today`` is the kiosk's own day."""

    imei: str | None = None
    serial: str | None = None
    storage_gb: int | None = None
    by_cable: bool = False
    today: date | None = None


def tail(number: str) -> str:
    """As a number stands in what is kept of a reading: enough to compare, not enough to copy."""
    return f"…{number[-4:]}" if number else "-"
