"""What counts as three notes heard: a table of sounds made here, and the kiosk's own notes."""

from __future__ import annotations

import math
import random
from array import array

import pytest

from kiosk.diagnostics.probes.tones import FRAME_BYTES, FRAME_SAMPLES, RATE_HZ, TONES_HZ, Hearing, Unheard, frame_of, judged, notes

Sound = list[float]


def note(hz: float, level: float = 3000, ms: int = 600) -> Sound:
    return [level * math.sin(2 * math.pi * hz * at / RATE_HZ) for at in range(RATE_HZ * ms // 1000)]


def quiet(ms: int = 800) -> Sound:
    return [0.0] * (RATE_HZ * ms // 1000)


def three(level: float = 3000) -> Sound:
    return [*quiet(), *note(TONES_HZ[0], level), *note(TONES_HZ[1], level), *note(TONES_HZ[2], level), *quiet()]


def noisy(sound: Sound, spread: float) -> Sound:
    """White noise of this spread over it, the same every time."""
    chance = random.Random(7)
    return [value + chance.gauss(0, spread) for value in sound]


def hum(sound: Sound) -> Sound:
    """A loud mains hum under it, with its first harmonics."""
    return [value + sum(6000 / n * math.sin(2 * math.pi * 50 * n * at / RATE_HZ) for n in (1, 2, 3)) for at, value in enumerate(sound)]


def heard(sound: Sound) -> Hearing:
    samples = array("h", [max(-32768, min(32767, round(value))) for value in sound]).tobytes()
    whole = len(samples) // FRAME_BYTES * FRAME_BYTES
    return judged([frame_of(samples[at : at + FRAME_BYTES]) for at in range(0, whole, FRAME_BYTES)])


@pytest.mark.parametrize(
    ("sound", "least_db", "most_db"),
    [
        (noisy(three(), 300), 30, 45),
        (noisy(three(), 1200), 15, 30),
        (hum(noisy(three(), 300)), 25, 45),
        (noisy([*quiet(), *note(700), *three()], 300), 30, 45),
        (noisy([*note(523, ms=250), *three()], 300), 30, 45),
        (noisy(three(300), 50), 25, 45),
    ],
    ids=["a quiet shop", "a loud shop", "a mains hum", "another note before", "it had begun already", "far away"],
)  # fmt: skip
def test_three_notes_are_heard_and_measured(sound: Sound, least_db: int, most_db: int) -> None:
    found = heard(sound)
    assert found.passes
    assert least_db <= found.snr_db <= most_db


@pytest.mark.parametrize(
    "sound",
    [
        noisy(three(), 14000),
        noisy([*quiet(), *note(523), *note(1047), *quiet(1400)], 300),
        noisy([*quiet(), *note(2093), *note(1047), *note(523), *quiet()], 300),
        noisy([*quiet(), *note(600), *note(1200), *note(2400), *quiet()], 300),
        noisy([*quiet(), *note(523, ms=100), *note(1047, ms=100), *note(2093, ms=100), *quiet(1600)], 300),
        hum(noisy(quiet(3400), 300)),
        [*noisy(quiet(1600), 100), *noisy(quiet(1800), 9000)],
        noisy(quiet(3400), 500),
    ],
    ids=["drowned in noise", "two notes only", "the wrong way round", "other notes", "too short", "only a hum", "a vacuum cleaner starts", "nobody plays"],
)
def test_what_is_not_three_notes_does_not_pass(sound: Sound) -> None:
    found = heard(sound)
    assert not found.passes
    assert found.snr_db < 12


def test_weak_notes_give_their_number_and_do_not_pass() -> None:
    found = heard(noisy(three(), 9500))
    assert (found.unheard, found.passes) == (None, False)
    assert 3 <= found.snr_db < 12


@pytest.mark.parametrize(
    ("sound", "unheard"),
    [
        (quiet(3000), Unheard.MUTE),
        ([], Unheard.MUTE),
        (noisy(quiet(200), 300), Unheard.NO_NOTES),
        (noisy(three(200_000), 300), Unheard.OVERDRIVEN),
    ],
    ids=["a dead microphone", "no sound at all", "shorter than a note", "clipped"],
)
def test_a_microphone_that_cannot_measure_says_why_and_gives_no_number(sound: Sound, unheard: Unheard) -> None:
    found = heard(sound)
    assert (found.unheard, found.notes_db, found.passes) == (unheard, (), False)


def test_the_notes_that_the_kiosk_plays_are_those_that_it_hears() -> None:
    played = array("h", notes())
    found = heard(noisy([float(value) for value in played], 30))
    assert found.passes
    assert found.raw.startswith("523 Hz ")
    assert max(played) < 20_000
    assert len(played) == RATE_HZ * (3 * 600 + 2 * 400) // 1000


def test_a_part_of_a_frame_is_refused() -> None:
    with pytest.raises(AssertionError):
        frame_of(bytes(2 * FRAME_SAMPLES - 2))
