"""What every counter's microphone and loudspeaker promises: the real ALSA tools on files in place of a card, and the fake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.hardware.alsa_sound import AlsaSound
from kiosk.hardware.fakes import FakeSound
from kiosk.hardware.faults import SoundNotThere
from kiosk.hardware.ports import SOUND_PART_BYTES, Sound

SPOKEN = bytes(range(256)) * 250
"""Forty parts, no two alike beside one another."""
CARDS = """
</usr/share/alsa/alsa.conf>
pcm.counter_microphone {{ type file slave.pcm "null" file "/dev/null" infile "{folder}/spoken.raw" format "raw" }}
pcm.counter_loudspeaker {{ type file slave.pcm "null" file "{folder}/played.raw" format "raw" }}
"""


class Ear:
    """Keeps every part; never has enough."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def __call__(self, part: bytes) -> bool:
        self.parts.append(part)
        return False


@dataclass(frozen=True, slots=True)
class Rig:
    sound: Sound
    absent: Sound
    played: Callable[[], bytes]


@pytest.fixture(params=["alsa", "fake"])
def rig(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rig:
    if request.param == "fake":
        fake = FakeSound(SPOKEN)
        return Rig(fake, FakeSound(there=False), lambda: b"".join(fake.played))
    (tmp_path / "spoken.raw").write_bytes(SPOKEN)
    (tmp_path / "cards.conf").write_text(CARDS.format(folder=tmp_path))
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "cards.conf"))
    return Rig(AlsaSound("counter_microphone", "counter_loudspeaker"), AlsaSound("no_such_card", "no_such_card"), (tmp_path / "played.raw").read_bytes)


def test_the_microphone_gives_what_is_spoken_part_by_part(rig: Rig) -> None:
    ear = Ear()
    rig.sound.listen(ear, for_ms=1_000)
    assert [len(part) for part in ear.parts] == [SOUND_PART_BYTES] * 20
    assert b"".join(ear.parts) == SPOKEN[: 20 * SOUND_PART_BYTES]


def test_it_ends_as_soon_as_enough_was_heard(rig: Rig) -> None:
    heard: list[bytes] = []

    def enough(part: bytes) -> bool:
        heard.append(part)
        return len(heard) == 3

    rig.sound.listen(enough, for_ms=60_000)
    assert b"".join(heard) == SPOKEN[: 3 * SOUND_PART_BYTES]


def test_it_ends_as_soon_as_it_is_given_up_and_listens_again(rig: Rig) -> None:
    heard: list[bytes] = []

    def give_up(part: bytes) -> bool:
        heard.append(part)
        rig.sound.stop()
        return False

    rig.sound.listen(give_up, for_ms=60_000)
    assert len(heard) == 1
    again = Ear()
    rig.sound.listen(again, for_ms=100)
    assert len(again.parts) == 2


def test_the_loudspeaker_plays_the_whole(rig: Rig) -> None:
    rig.sound.play(SPOKEN, deadline_ms=5_000)
    played = rig.played()
    assert played[: len(SPOKEN)] == SPOKEN
    assert not played[len(SPOKEN) :].strip(b"\0"), "a card fills its last period with silence"


def test_what_is_not_there_is_named(rig: Rig) -> None:
    with pytest.raises(SoundNotThere) as refused:
        rig.absent.listen(lambda _part: True, for_ms=100)
    assert refused.value.facts["device"] in ("no_such_card", "fake")
    with pytest.raises(SoundNotThere):
        rig.absent.play(SPOKEN[:SOUND_PART_BYTES], deadline_ms=1_000)


def test_without_the_tools_it_is_as_without_a_card(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SoundNotThere):
        AlsaSound("default", "default").listen(lambda _part: True, for_ms=100)


def test_a_card_that_falls_silent_ends_with_its_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A tool that says nothing and does not end: its deadline is all that it costs."""
    (tmp_path / "arecord").write_text("#!/bin/sh\nexec sleep 60\n")
    (tmp_path / "arecord").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("kiosk.hardware.alsa_sound.START_S", 0.2)
    with pytest.raises(SoundNotThere):
        AlsaSound("default", "default").listen(lambda _part: True, for_ms=100)
