"""The counter's microphone and loudspeaker by the real ``arecord`` and ``aplay``, each a child process with a deadline; nothing is kept.

A child that hangs, dies or never starts to speak costs its deadline and no more. Sound servers answer to the name ``default`` as any card does.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kiosk.hardware.faults import SoundNotThere
from kiosk.hardware.ports import SOUND_PART_BYTES, SOUND_RATE_HZ

RECORDER, PLAYER = "arecord", "aplay"
TOOLS = (RECORDER, PLAYER)
START_S = 2.0
"""What a card may take to be opened, beyond the time of the sound itself."""
LOOK_AT_STOP_S = 0.1
_FORM = ("-t", "raw", "-f", "S16_LE", "-r", str(SOUND_RATE_HZ), "-c", "1")


class AlsaSound:
    """``microphone`` and ``loudspeaker`` are ALSA's names of them."""

    def __init__(self, microphone: str, loudspeaker: str) -> None:
        self._microphone = microphone
        self._loudspeaker = loudspeaker
        self._given_up = threading.Event()

    def listen(self, on_part: Callable[[bytes], bool], *, for_ms: int) -> None:
        """As the port promises; SoundNotThere also when no sound comes any more."""
        left = 2 * SOUND_RATE_HZ * for_ms // 1000 // SOUND_PART_BYTES
        deadline = time.monotonic() + for_ms / 1000 + START_S
        with self._tool(RECORDER, self._microphone, stdout=subprocess.PIPE) as tool:
            for part in self._parts(tool, deadline):
                left -= 1
                if on_part(part) or left <= 0:
                    return
        if not self._given_up.is_set():
            raise SoundNotThere(device=self._microphone)

    def play(self, samples: bytes, *, deadline_ms: int) -> None:
        """As the port promises."""
        with self._tool(PLAYER, self._loudspeaker, stdin=subprocess.PIPE) as tool:
            end = time.monotonic() + deadline_ms / 1000 + START_S
            given: bytes | None = samples
            while time.monotonic() < end and not self._given_up.is_set():
                try:
                    tool.communicate(given, timeout=LOOK_AT_STOP_S)
                except subprocess.TimeoutExpired:
                    given = None
                    continue
                break
            if not self._given_up.is_set() and tool.poll() != 0:
                raise SoundNotThere(device=self._loudspeaker)

    def stop(self) -> None:
        self._given_up.set()

    def _parts(self, tool: subprocess.Popen[bytes], deadline: float) -> Iterator[bytes]:
        """Whole parts, until it ends, is given up or has nothing more to say in time."""
        assert tool.stdout is not None
        source, rest = tool.stdout.fileno(), b""
        with selectors.DefaultSelector() as ready:
            ready.register(source, selectors.EVENT_READ)
            while time.monotonic() < deadline and not self._given_up.is_set():
                if not ready.select(LOOK_AT_STOP_S):
                    continue
                came = os.read(source, SOUND_PART_BYTES - len(rest))
                if not came:
                    return
                rest += came
                if len(rest) == SOUND_PART_BYTES:
                    yield rest
                    rest = b""

    @contextmanager
    def _tool(self, name: str, device: str, *, stdin: int = subprocess.DEVNULL, stdout: int = subprocess.DEVNULL) -> Iterator[subprocess.Popen[bytes]]:
        """A child of our own, gone when the block ends."""
        self._given_up.clear()
        try:
            tool = subprocess.Popen((name, "-q", "-D", device, *_FORM), stdin=stdin, stdout=stdout, stderr=subprocess.DEVNULL)
        except OSError as error:
            raise SoundNotThere(device=device) from error
        try:
            yield tool
        finally:
            tool.kill()
            for pipe in (tool.stdin, tool.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
            tool.wait()
