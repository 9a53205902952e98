"""Identity made where a thing is born, so that a retry is the same thing. UUIDv7 text (RFC 9562), sortable by birth."""

from __future__ import annotations

import os
import threading
import uuid
from typing import Protocol

from kiosk.basics.clock import Clock

RANDOM_BITS = 74
MOST_RANDOM = (1 << RANDOM_BITS) - 1
MOST_STEP = (1 << 32) - 1
MOST_MS = (1 << 48) - 1


class Ids(Protocol):
    """Gives a new id at each call."""

    def new(self) -> str: ...


class SystemIds:
    """UUIDv7 from the clock and the system's randomness, each greater than the one before: also within a millisecond, also when the clock goes back."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._last = 0

    def new(self) -> str:
        fresh = int.from_bytes(os.urandom(RANDOM_BITS // 8 + 1), "big")
        with self._lock:
            born_ms = int(self._clock.now_utc().timestamp() * 1000)
            if born_ms > self._last >> RANDOM_BITS:
                self._last = born_ms << RANDOM_BITS | fresh & MOST_RANDOM
            else:  # RFC 9562 § 6.2, method 2: a random step on from the last one; past the end it runs into the next millisecond
                self._last += 1 + (fresh & MOST_STEP)
            last = self._last
        value = (last >> RANDOM_BITS & MOST_MS) << 80 | 0x7 << 76 | (last >> 62 & 0xFFF) << 64 | 0b10 << 62 | last & ((1 << 62) - 1)
        digits = f"{value:032x}"
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


class CountedIds:
    """``00000000-0000-7000-8000-000000000001`` and so on: readable and the same at every run of a test."""

    def __init__(self) -> None:
        self._count = 0

    def new(self) -> str:
        self._count += 1
        return str(uuid.UUID(int=0x7 << 76 | 0b10 << 62 | self._count))
