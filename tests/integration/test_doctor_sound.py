"""What ``kiosk doctor`` says of the counter's microphone and loudspeaker, with the real tools on files in place of a card."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.commands.sound_check import sound_of
from kiosk.diagnostics.probes.tones import notes
from kiosk.settings import SoundSettings

CARD = SoundSettings(microphone="counter", loudspeaker="counter")


@pytest.mark.parametrize(
    ("settings", "spoken", "state", "found"),
    [
        (SoundSettings(), b"", "ok", "no microphone and loudspeaker of its own: ears and the phone itself judge"),
        (SoundSettings(microphone="counter"), b"", "ok", "no microphone and loudspeaker of its own: ears and the phone itself judge"),
        (CARD, notes(), "ok", "counter hears -4 dB; plays on counter"),
        (CARD, bytes(64_000), "watch", "counter is mute"),
        (SoundSettings(microphone="gone", loudspeaker="gone"), b"", "watch", "no sound from gone"),
    ],
    ids=["not set", "half set", "hears", "mute", "unplugged"],
)
def test_the_doctor_listens_for_half_a_second(
    settings: SoundSettings, spoken: bytes, state: str, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    (tmp_path / "spoken.raw").write_bytes(spoken)
    card = f'pcm.counter {{ type file slave.pcm "null" file "/dev/null" infile "{tmp_path}/spoken.raw" format "raw" }}'
    (tmp_path / "cards.conf").write_text(f"</usr/share/alsa/alsa.conf>\n{card}\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "cards.conf"))
    finding = sound_of(settings)
    assert (finding.check, finding.state, finding.found, finding.todo != "") == ("sound", state, found, state != "ok")
