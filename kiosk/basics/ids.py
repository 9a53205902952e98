"""Identity made where a thing is born, so that a retry is the same thing. UUIDv7 text (RFC 9562), sortable by birth."""

from __future__ import annotations

import os
import threading
import uuid
from typing import Protocol

from kiosk.basics.clock import Clock


class Ids(Protocol):
    """Gives a new id at each call."""

    def new(self) -> str: ...


class SystemIds:
    """UUIDv7 from the clock and the system's randomness; never goes back when the clock does."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._last_ms = 0

    def new(self) -> str:
        with self._lock:
            self._last_ms = max(self._last_ms, int(self._clock.now_utc().timestamp() * 1000))
            born_ms = self._last_ms
        random_bits = int.from_bytes(os.urandom(10), "big") & ((1 << 74) - 1)
        value = (born_ms & ((1 << 48) - 1)) << 80 | 0x7 << 76 | (random_bits >> 62) << 64 | 0b10 << 62 | random_bits & ((1 << 62) - 1)
        return str(uuid.UUID(int=value))


class CountedIds:
    """``00000000-0000-7000-8000-000000000001`` and so on: readable and the same at every run of a test."""

    def __init__(self) -> None:
        self._count = 0

    def new(self) -> str:
        self._count += 1
        return str(uuid.UUID(int=0x7 << 76 | 0b10 << 62 | self._count))
