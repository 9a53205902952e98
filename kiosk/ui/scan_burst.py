"""Is it a scanner or a hand? Decided by the time stamps of the keys and the closing Enter or Tab, never by length. Pure.

The stamps are those of the windowing system, made when the key was pressed: a busy program gets its keys late, but their
stamps stay as close as the scanner sent them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import median

from kiosk.catalogue.codes import BadImei, DocumentLine, ScannedCode, SerialLike, UnknownCode, decode
from kiosk.ui.keymap import Layout, Stroke, text_on

CLOCK_WRAP_MS = 1 << 32


@dataclass(frozen=True, slots=True)
class BurstPolicy:
    """How long keys are held for the next one.

    ``typing_gap_ms`` is what a typing person waits for each letter. Longer waits bridge a stall of a busy machine, and only where
    a scanner is likely: a first key after a pause, two keys closer than a hand presses them, three and more in that rhythm.
    A hand hardly presses three keys and Enter with half of the gaps under ``scanner_gap_ms``, and never under ``certain_gap_ms``:
    between the two, a burst is a scan only if it says something.
    """

    typing_gap_ms: int = 80
    first_gap_ms: int = 200
    steady_gap_ms: int = 600
    prefixed_gap_ms: int = 1000
    pause_ms: int = 1500
    repeat_after_ms: int = 200
    grace_ms: int = 20
    scanner_gap_ms: int = 50
    certain_gap_ms: int = 30
    fewest_keys: int = 3
    most_keys: int = 4096


@dataclass(frozen=True, slots=True)
class Burst:
    """The keys held: their stamps, whether the scanner's prefix key came first, and whether nobody was typing before."""

    times_ms: tuple[int, ...]
    prefixed: bool = False
    after_pause: bool = False


def gap_ms(earlier_ms: int, later_ms: int) -> int:
    """Milliseconds between two stamps of a 32-bit clock that wraps; stamps out of order count as together."""
    gap = (later_ms - earlier_ms) % CLOCK_WRAP_MS
    return 0 if gap > CLOCK_WRAP_MS // 2 else gap


def wait_ms(policy: BurstPolicy, burst: Burst) -> int:
    """How long to hold these keys for the next one."""
    if burst.prefixed:
        return policy.prefixed_gap_ms
    if len(burst.times_ms) == 1:
        return policy.first_gap_ms if burst.after_pause else policy.typing_gap_ms
    if not _steady(policy, burst.times_ms):
        return policy.typing_gap_ms
    return policy.steady_gap_ms if len(burst.times_ms) >= policy.fewest_keys else policy.first_gap_ms


def continues(policy: BurstPolicy, burst: Burst, at_ms: int) -> bool:
    """Whether a key at ``at_ms`` belongs to the keys held."""
    return gap_ms(burst.times_ms[-1], at_ms) <= wait_ms(policy, burst) and len(burst.times_ms) < policy.most_keys


class Verdict(StrEnum):
    """Who pressed the keys."""

    SCANNER = "scanner"
    PERHAPS = "perhaps"
    HAND = "hand"


def judge(policy: BurstPolicy, burst: Burst, suffix_at_ms: int) -> Verdict:
    """Who pressed the keys held, now closed by Enter or Tab at ``suffix_at_ms``."""
    if burst.prefixed:
        return Verdict.SCANNER if len(burst.times_ms) > 1 else Verdict.HAND
    if len(burst.times_ms) < policy.fewest_keys or not continues(policy, burst, suffix_at_ms):
        return Verdict.HAND
    gap = _usual_gap_ms((*burst.times_ms, suffix_at_ms))
    if gap <= policy.certain_gap_ms:
        return Verdict.SCANNER
    return Verdict.PERHAPS if gap <= policy.scanner_gap_ms else Verdict.HAND


def _steady(policy: BurstPolicy, times_ms: Sequence[int]) -> bool:
    return _usual_gap_ms(times_ms) <= policy.scanner_gap_ms


def _usual_gap_ms(times_ms: Sequence[int]) -> float:
    return median(gap_ms(earlier, later) for earlier, later in pairwise(times_ms))


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
        case BadImei() | DocumentLine():
            return 3
    return _CERTAIN
