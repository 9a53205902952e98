"""Why an attempt of sync comes to nothing, and how long is waited before the next. No clock, no randomness of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

Draw = Callable[[int], int]


class Failure(StrEnum):
    """Why an attempt came to nothing."""

    UNREACHABLE = "unreachable"
    BROKEN = "broken"
    BUSY = "busy"
    REFUSED = "refused"
    LOCAL = "local"
    UNOFFERED = "unoffered"
    """Central is older than this till and does not know the feed: the others go on without it."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """The engine's times. ``first_contact_spread_ms`` keeps 1 500 tills from arriving in one second."""

    first_contact_spread_ms: int = 30_000
    backoff_start_ms: int = 1_000
    backoff_cap_ms: int = 60_000
    long_backoff_cap_ms: int = 300_000
    long_outage_ms: int = 3_600_000
    refused_wait_ms: int = 300_000
    unoffered_wait_ms: int = 1_800_000
    send_deadline_ms: int = 30_000
    apply_deadline_ms: int = 60_000
    poke_wait_ms: int = 25_000
    poke_pause_ms: int = 1_000
    wake_after_ms: int = 5_000

    def wait_ms(self, failure: Failure, *, failures: int, failing_for_ms: int, retry_after_ms: int, draw: Draw) -> int:
        """Full jitter, doubled at each failure; a refusal or an overload is waited out at least half, never hammered."""
        if failure in (Failure.REFUSED, Failure.UNOFFERED):
            wait_ms = self.refused_wait_ms if failure is Failure.REFUSED else self.unoffered_wait_ms
            return wait_ms // 2 + draw(wait_ms // 2)
        if retry_after_ms:
            return retry_after_ms + draw(retry_after_ms)
        cap_ms = self.long_backoff_cap_ms if failing_for_ms >= self.long_outage_ms else self.backoff_cap_ms
        return draw(min(cap_ms, self.backoff_start_ms << min(failures, 20)))
