"""What ffmpeg says of a camera: JPEGs in a row on its output, complaints on the other. No process, no device."""

from __future__ import annotations

import io
import threading
from collections import deque
from collections.abc import Iterator
from typing import IO

from PIL import Image

from kiosk.hardware.faults import CameraBusy, CameraNotAllowed, CameraUnplugged, NoCamera, NoPicture

LARGEST_FRAME_BYTES = 30_000_000
DARK_BELOW = 40
"""The brightest hundredth of a picture, 0 to 255: a covered lens or a dark room stays below, a black phone on a table does not."""
_LENGTH = b"content-length:"
_LONGEST_LINE = 200
_LINES_KEPT = 20
_SMALL_PX = (160, 120)

_SAID = (
    (("Device or resource busy",), CameraBusy),
    (("Permission denied", "401 Unauthorized", "403 Forbidden"), CameraNotAllowed),
    (("No such file", "No such device", "Inappropriate ioctl", "Connection refused", "No route to host", "404 Not Found", "Failed to resolve"), NoCamera),
)  # fmt: skip
_OTHER_FORMAT = ("proper format", "Invalid argument")


class LastLines:
    """Reads a child's complaints on a thread of its own, so that it never waits for us; keeps the last."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._lines: deque[str] = deque(maxlen=_LINES_KEPT)
        self._thread = threading.Thread(target=self._read, args=(stream,), name="camera-complaints", daemon=True)
        self._thread.start()

    def text(self) -> str:
        """All that was kept, once the child has ended."""
        self._thread.join()
        return "\n".join(self._lines)

    def _read(self, stream: IO[bytes]) -> None:
        for line in stream:
            self._lines.append(line.decode("utf-8", "replace").rstrip())


def frames_of(stream: IO[bytes]) -> Iterator[bytes]:
    """Each whole JPEG of a multipart stream; ends where the stream ends, breaks off or says what no camera says."""
    while True:
        line = stream.readline(_LONGEST_LINE)
        if not line:
            return
        if not line.lower().startswith(_LENGTH):
            continue
        said = line[len(_LENGTH) :].strip()
        if not said.isdigit() or int(said) > LARGEST_FRAME_BYTES:
            return
        stream.readline(_LONGEST_LINE)
        frame = stream.read(int(said))
        if len(frame) < int(said):
            return
        yield frame


def fault_of(complained: str, *, had_frames: bool) -> NoPicture:
    """Why no more frame comes."""
    for texts, fault in _SAID:
        if any(text in complained for text in texts) and not had_frames:
            return fault()
    return CameraUnplugged() if had_frames else NoPicture()


def wants_another_format(complained: str) -> bool:
    """The webcam is there, but does not send what it was asked for."""
    return any(text in complained for text in _OTHER_FORMAT)


def is_dark(jpeg: bytes) -> bool:
    """Nothing can be seen: the lens is covered or there is no light. What is no picture is not dark; whoever keeps it says so."""
    try:
        with Image.open(io.BytesIO(jpeg)) as opened:
            opened.draft("L", _SMALL_PX)
            histogram = opened.convert("L").histogram()
    except (OSError, ValueError, SyntaxError):
        return False
    brightest, dark_enough = sum(histogram) // 100, sum(histogram[DARK_BELOW:])
    return dark_enough <= brightest
