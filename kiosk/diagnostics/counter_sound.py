"""The counter as an instrument: it listens for the three notes of a device, and plays its own. Any thread but the ledger's; nothing heard is kept."""

from __future__ import annotations

from kiosk.diagnostics.probes.tones import FRAME_MS, Frame, Hearing, frame_of, judged, notes
from kiosk.hardware.ports import Sound

LISTEN_MS = 15_000
JUDGE_EVERY = 4
"""Frames: five times a second it looks whether all three notes came by."""
PLAY_MS = 5_000
TIMES = 3


class CounterSound:
    """One microphone, one loudspeaker."""

    def __init__(self, sound: Sound) -> None:
        self._sound = sound
        self._over = False

    def listen(self) -> tuple[Hearing, int]:
        """What was heard within fifteen seconds, at once when all three notes passed, and for how many milliseconds it took; SoundNotThere."""
        frames: list[Frame] = []

        def enough(part: bytes) -> bool:
            frames.append(frame_of(part))
            return len(frames) % JUDGE_EVERY == 0 and judged(frames).passes

        self._sound.listen(enough, for_ms=LISTEN_MS)
        return judged(frames), len(frames) * FRAME_MS

    def play(self) -> None:
        """The three notes, three times over, for a page that begins to listen a little later; SoundNotThere."""
        self._over = False
        for _ in range(TIMES):
            if not self._over:
                self._sound.play(notes(), deadline_ms=PLAY_MS)

    def stop(self) -> None:
        """Nothing is listened to or played any more."""
        self._over = True
        self._sound.stop()
