"""Three notes through the air: what a microphone heard of them, in decibels. Pure.

A note is heard when it stands at least 12 dB above the noise: above what its own frequency has while it is quiet, and above the frequencies
beside it while it sounds, so that a hum, a voice or a bang is no note. All three, one after the other, the weakest counts. Source: diagnostics
§5.3, *speaker: the phone plays three tones, the kiosk hears SNR ≥ 12 dB; microphone: the kiosk plays, the page's FFT*. The page plays and hears
the same notes (``central/static/selftest/sound.js``).
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from operator import mul

from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.probes.report import Finding, Report
from kiosk.hardware.ports import SOUND_PART_BYTES, SOUND_RATE_HZ

PROBE = "counter microphone 1"
FACT, REASON = "loudspeaker", "loudspeaker"
TONES_HZ = (523, 1047, 2093)
RATE_HZ = SOUND_RATE_HZ
TONE_MS, FADE_MS, QUIET_MS = 600, 30, 400
FRAME_MS = 50
FRAME_SAMPLES = RATE_HZ * FRAME_MS // 1000
FRAME_BYTES = SOUND_PART_BYTES
LEAST_DB = 12
_BESIDE = 2 ** (2 / 12)
"""Two semitones: no note of ours, and far enough for a frame to tell it from the note."""
_RUN = 8
"""Frames of 400 ms: what must be there of a note of 600 ms, so that it begins and ends where it likes."""
_QUIETEST = 0.2
_FULL, _LOUD = 32_768, 32_700
_MUTE = 2
_OVERDRIVEN_SHARE = 0.02
_FLOOR = 1e-10


class Unheard(StrEnum):
    """Why there is no number to trust: the kiosk's microphone gives nothing, is driven beyond what it can give, or no three notes came by."""

    MUTE = "mute"
    OVERDRIVEN = "overdriven"
    NO_NOTES = "no_notes"


@dataclass(frozen=True, slots=True)
class Frame:
    """Fifty milliseconds: for each note its level and that of its neighbours, in dB of full scale; the loudest sample, the share at the limit."""

    own_db: tuple[float, ...]
    beside_db: tuple[float, ...]
    loudest: int
    at_limit: float


@dataclass(frozen=True, slots=True)
class Hearing:
    """How far each note stood above the noise, in whole dB; none where nothing was to be measured, and ``unheard`` says why."""

    notes_db: tuple[int, ...] = ()
    unheard: Unheard | None = None

    @property
    def snr_db(self) -> int:
        """The weakest note's."""
        return min(self.notes_db, default=0)

    @property
    def passes(self) -> bool:
        return self.unheard is None and self.snr_db >= LEAST_DB

    @property
    def raw(self) -> str:
        """As it is kept with the answer."""
        return ", ".join(f"{hz} Hz {db} dB" for hz, db in zip(TONES_HZ, self.notes_db, strict=True)) if self.notes_db else str(self.unheard)


def frame_of(samples: bytes) -> Frame:
    """``samples`` are ``FRAME_BYTES`` of 16-bit little-endian sound, one channel."""
    sound = array("h", samples)
    assert len(sound) == FRAME_SAMPLES, "a whole frame"
    own = tuple(_level_db(sound, hz) for hz in TONES_HZ)
    beside = tuple(max(_level_db(sound, hz / _BESIDE), _level_db(sound, hz * _BESIDE)) for hz in TONES_HZ)
    return Frame(own, beside, max(map(abs, sound)), sum(abs(sample) >= _LOUD for sample in sound) / FRAME_SAMPLES)


def judged(frames: Sequence[Frame]) -> Hearing:
    """What these frames hold of the three notes, in their order; the best of several attempts."""
    if not frames or max(frame.loudest for frame in frames) <= _MUTE:
        return Hearing(unheard=Unheard.MUTE)
    best = _best_chain(frames)
    if best is None:
        return Hearing(unheard=Unheard.NO_NOTES)
    weakest, starts, levels = best
    if weakest <= 0:
        return Hearing(unheard=Unheard.NO_NOTES)
    limits = [frames[start + at].at_limit for start in starts for at in range(_RUN)]
    if sum(limits) / len(limits) > _OVERDRIVEN_SHARE:
        return Hearing(unheard=Unheard.OVERDRIVEN)
    return Hearing(tuple(round(level) for level in levels))


def report_of(hearing: Hearing, *, duration_ms: int, decides: bool) -> Report:
    """The kiosk's own ear on the device's loudspeaker. ``decides``: not where somebody heard a fault that no number shows."""
    verdict = Verdict.PASS if hearing.passes else Verdict.FAIL
    finding = Finding(FACT, hearing.raw, verdict, None if hearing.passes else REASON)
    return Report(PROBE, Method.AUTO_KIOSK, (finding,) if decides else (), {"counter_hears": hearing.raw}, duration_ms)


def notes() -> bytes:
    """The three notes as the kiosk plays them, with a little quiet before and after: 16 bits, one channel, ``RATE_HZ``."""
    count, fade = RATE_HZ * TONE_MS // 1000, RATE_HZ * FADE_MS // 1000
    quiet = [0] * (RATE_HZ * QUIET_MS // 1000)
    played = [
        round(0.6 * 32_767 * min(1.0, at / fade, (count - at) / fade) * math.sin(2 * math.pi * hz * at / RATE_HZ)) for hz in TONES_HZ for at in range(count)
    ]  # fmt: skip
    return array("h", [*quiet, *played, *quiet]).tobytes()


Chain = tuple[float, tuple[int, ...], tuple[float, ...]]
"""The weakest level of some notes, the frame in which each begins, the level of each."""


def _best_chain(frames: Sequence[Frame]) -> Chain | None:
    """One run of frames for each note, one after the other, chosen so that the weakest stands out most."""
    count = len(frames) - _RUN + 1
    best: list[Chain | None] = [(math.inf, (), ())] * max(0, count + _RUN * len(TONES_HZ))
    for note in range(len(TONES_HZ)):
        quiet = sorted(frame.own_db[note] for frame in frames)[int(_QUIETEST * len(frames))]
        ended: list[Chain | None] = [None] * len(best)
        for start in range(count):
            before = best[start]
            if before is not None:
                level = _standing(frames[start : start + _RUN], note, quiet)
                _keep(ended, start + _RUN, (min(before[0], level), (*before[1], start), (*before[2], level)))
        best = _latest(ended)
    return max((chain for chain in best if chain is not None), key=lambda chain: chain[0], default=None)


def _keep(chains: list[Chain | None], at: int, chain: Chain) -> None:
    known = chains[at]
    if known is None or chain[0] > known[0]:
        chains[at] = chain


def _latest(ended: list[Chain | None]) -> list[Chain | None]:
    """For every frame the best chain that is over by then."""
    found: list[Chain | None] = []
    for chain in ended:
        before = found[-1] if found else None
        found.append(before if chain is None or (before is not None and before[0] >= chain[0]) else chain)
    return found


def _standing(run: Sequence[Frame], note: int, quiet_db: float) -> float:
    """How far the note stands above its quiet and above its neighbours, in the mean of the run."""
    own = sum(frame.own_db[note] for frame in run) / len(run)
    beside = sum(frame.beside_db[note] for frame in run) / len(run)
    return own - max(quiet_db, beside)


def _level_db(sound: array[int], hz: float) -> float:
    cosine, sine = _waves(hz)
    power = sum(map(mul, sound, cosine)) ** 2 + sum(map(mul, sound, sine)) ** 2
    return 10 * math.log10(power + _FLOOR)


@cache
def _waves(hz: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """A cosine and a sine under a Hann window, such that a full-scale note of this frequency has level 0."""
    scale = 4 / FRAME_SAMPLES / _FULL
    window = [scale * 0.5 * (1 - math.cos(2 * math.pi * at / FRAME_SAMPLES)) for at in range(FRAME_SAMPLES)]
    turns = [2 * math.pi * hz * at / RATE_HZ for at in range(FRAME_SAMPLES)]
    return tuple(map(mul, window, map(math.cos, turns))), tuple(map(mul, window, map(math.sin, turns)))
