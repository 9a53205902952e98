"""Is it a scanner or a hand? Decided by the time stamps of the keys and the closing Enter or Tab, never by length. Pure.

The stamps are those of the windowing system, made when the key was pressed: a busy program gets its keys late, but their
stamps stay as close as the scanner sent them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kiosk.catalogue.codes import BadImei, ScannedCode, SerialLike, UnknownCode, decode
from kiosk.ui.keymap import Layout, Stroke, text_on

CLOCK_WRAP_MS = 1 << 32


@dataclass(frozen=True, slots=True)
class BurstPolicy:
    """``first_gap_ms`` is what a typing person waits for each letter; ``steady_gap_ms`` bridges a stall once a scanner is recognised.

    A hand does not press three keys and Enter with half of the gaps under ``scanner_gap_ms``. A configured prefix key needs no timing.
    """

    first_gap_ms: int = 70
    steady_gap_ms: int = 250
    prefixed_gap_ms: int = 1000
    grace_ms: int = 20
    scanner_gap_ms: int = 40
    fewest_keys: int = 3
    most_keys: int = 4096


def gap_ms(earlier_ms: int, later_ms: int) -> int:
    """Milliseconds between two stamps of a 32-bit clock that wraps; stamps out of order count as together."""
    gap = (later_ms - earlier_ms) % CLOCK_WRAP_MS
    return 0 if gap > CLOCK_WRAP_MS // 2 else gap


def wait_ms(policy: BurstPolicy, times_ms: Sequence[int], *, prefixed: bool) -> int:
    """How long to hold these keys for the next one."""
    if prefixed:
        return policy.prefixed_gap_ms
    return policy.steady_gap_ms if len(times_ms) >= policy.fewest_keys and _steady(policy, times_ms) else policy.first_gap_ms


def continues(policy: BurstPolicy, times_ms: Sequence[int], at_ms: int, *, prefixed: bool) -> bool:
    """Whether a key at ``at_ms`` belongs to the keys held."""
    return not times_ms or (gap_ms(times_ms[-1], at_ms) <= wait_ms(policy, times_ms, prefixed=prefixed) and len(times_ms) < policy.most_keys)


def is_scan(policy: BurstPolicy, times_ms: Sequence[int], suffix_at_ms: int, *, prefixed: bool) -> bool:
    """Whether the keys held, closed by Enter or Tab at ``suffix_at_ms``, came from a scanner."""
    if prefixed:
        return bool(times_ms)
    whole = (*times_ms, suffix_at_ms)
    return len(times_ms) >= policy.fewest_keys and continues(policy, times_ms, suffix_at_ms, prefixed=False) and _steady(policy, whole)


def _steady(policy: BurstPolicy, times_ms: Sequence[int]) -> bool:
    gaps = [gap_ms(earlier, later) for earlier, later in pairwise(times_ms)]
    return median(gaps) <= policy.scanner_gap_ms


@dataclass(frozen=True, slots=True)
class Reading:
    """What a burst says; ``layout`` when the text had to be read from the keys of another keyboard layout."""

    code: ScannedCode
    layout: Layout | None = None

    @property
    def certain(self) -> bool:
        """Proved by its own check digit or form."""
        return _sense(self.code) == _CERTAIN


def read(strokes: Sequence[Stroke], *, remembered: Layout | None) -> Reading:
    """The reading that makes most sense: as typed, or as the same keys would say on another layout.

    ``remembered`` is the layout that this shop's scanner was last proved to be set to; it wins where nothing proves itself
    (a serial number has no check digit).
    """
    as_typed = "".join(stroke.text for stroke in strokes)
    texts: dict[Layout | None, str | None] = {None: as_typed, **{layout: text_on(layout, strokes) for layout in Layout}}
    first = sorted(texts, key=lambda layout: layout != remembered)
    readings = [Reading(decode(text), layout) for layout in first if (text := texts[layout]) is not None]
    best = max(readings, key=lambda reading: _sense(reading.code))
    return Reading(best.code) if best.layout is not None and texts[best.layout] == as_typed else best


_CERTAIN = 4


def _sense(code: ScannedCode) -> int:
    match code:
        case UnknownCode():
            return 1 if code.text.isascii() and code.text.replace("-", "").isalnum() else 0
        case SerialLike():
            return 2
        case BadImei():
            return 3
    return _CERTAIN
