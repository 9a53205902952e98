"""A webcam (``/dev/video0``) or a camera of the shop's network (``http://…``), read by ffmpeg as a child process.

The child opens the device, decodes whatever it sends and writes JPEGs one after another; a thread keeps the newest. What hangs, crashes or is
pulled out is a child process that ends or is killed, never the till. With ``watch`` the camera stays open, tells each frame, and is opened again by
itself when it comes back; ``capture`` then takes the next frame of it. Without, ``capture`` opens the camera, lets it find its light, and closes it.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.hardware import webcam_frames
from kiosk.hardware.faults import CameraToolMissing, NoCamera, NoPicture, PictureDark

TOOL = "ffmpeg"
FRAMES_PER_SECOND = 8
WARM_UP_FRAMES = 5
LOOK_AGAIN_S = 1.0
SILENT_S = 6.0
VIDEO_DEVICES = Path("/sys/class/video4linux")
_QUIET = ("-nostdin", "-hide_banner", "-loglevel", "error")
_OUT = ("-an", "-vf", f"fps={FRAMES_PER_SECOND}", "-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj420p", "-threads", "1", "-f", "mpjpeg", "pipe:1")
_WIDE = ("-video_size", "1920x1080")

OnFrame = Callable[[bytes], None]
OnFault = Callable[[KioskError], None]


def first_camera(devices: Path = VIDEO_DEVICES) -> str:
    """The device file of the first camera that is plugged in; "" without one. A camera has a second device for its metadata: that one has another index."""
    with contextlib.suppress(OSError):
        for device in sorted(devices.iterdir(), key=lambda found: (len(found.name), found.name)):
            if (device / "index").read_text().strip() == "0":
                return f"/dev/{device.name}"
    return ""


def commands(source: str) -> tuple[tuple[str, ...], ...]:
    """How ffmpeg is asked, the best way first: a webcam in JPEG, which alone is quick when large, else as it comes."""
    if source.startswith("/dev/"):
        webcam = (TOOL, *_QUIET, "-f", "v4l2")
        return (*webcam, "-input_format", "mjpeg", *_WIDE, "-i", source, *_OUT), (*webcam, *_WIDE, "-i", source, *_OUT)
    return ((TOOL, *_QUIET, "-fflags", "nobuffer", "-use_wallclock_as_timestamps", "1", "-i", source, *_OUT),)


@dataclass
class _Seen:
    """What the camera gave last; guarded by its condition."""

    changed: threading.Condition = field(default_factory=threading.Condition)
    frame: bytes = b""
    count: int = 0
    fault: NoPicture | None = None


class _Reading:
    """One thread that keeps the camera open, and again after each fault, until it is told to stop."""

    def __init__(
        self, source: str, environment: Mapping[str, str], *, on_frame: OnFrame | None = None, on_fault: OnFault | None = None, once: bool = False
    ) -> None:
        self._source, self._environment = source, dict(environment)
        self._on_frame, self._on_fault, self._once = on_frame, on_fault, once
        self._seen = _Seen()
        self._stopped = threading.Event()
        self._tool: subprocess.Popen[bytes] | None = None
        self._heard_at = 0.0
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
        self._thread.start()

    def take(self, later_frames: int, *, until: float) -> bytes | NoPicture:
        """The frame that comes as many frames later, or what keeps it from coming."""
        seen = self._seen
        with seen.changed:
            wanted = seen.count + later_frames
            seen.changed.wait_for(lambda: seen.count >= wanted or seen.fault is not None, timeout=max(0.0, until - time.monotonic()))
            if seen.count >= wanted:
                return seen.frame
            return seen.fault or NoPicture()

    def stop(self) -> None:
        self._stopped.set()
        with self._lock:
            if self._tool is not None:
                self._tool.kill()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped.is_set():
            fault = self._read_until_fault()
            if self._stopped.is_set():
                return
            with self._seen.changed:
                news = type(self._seen.fault) is not type(fault)
                self._seen.fault = fault
                self._seen.changed.notify_all()
            if news and self._on_fault is not None:
                self._on_fault(fault)
            if self._once:
                return
            self._stopped.wait(LOOK_AGAIN_S)

    def _read_until_fault(self) -> NoPicture:
        source = self._source or first_camera()
        if not source:
            return NoCamera()
        fault = NoPicture()
        for command in commands(source):
            before = self._seen.count
            try:
                complained = self._read(command)
            except OSError:
                return CameraToolMissing()
            fault = webcam_frames.fault_of(complained, had_frames=self._seen.count > before)
            if self._seen.count > before or not webcam_frames.wants_another_format(complained):
                break
        return fault

    def _read(self, command: tuple[str, ...]) -> str:
        """Every frame until the child ends; gives what it complained of. OSError when there is no such tool."""
        silent = subprocess.DEVNULL
        with subprocess.Popen(command, env=self._environment, stdin=silent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as tool:
            with self._lock:
                self._tool = tool
                if self._stopped.is_set():
                    tool.kill()
            assert tool.stdout is not None and tool.stderr is not None
            complaints = webcam_frames.LastLines(tool.stderr)
            self._heard_at = time.monotonic()
            threading.Thread(target=self._end_silence, args=(tool,), name="camera-silence", daemon=True).start()
            for frame in webcam_frames.frames_of(tool.stdout):
                self._keep(frame)
            tool.kill()
            with self._lock:
                self._tool = None
            return complaints.text()

    def _end_silence(self, tool: subprocess.Popen[bytes]) -> None:
        """A camera that hangs says nothing for ever: its child is ended, which ends the reading."""
        while tool.poll() is None and not self._stopped.wait(LOOK_AGAIN_S):
            if time.monotonic() - self._heard_at > SILENT_S:
                tool.kill()

    def _keep(self, frame: bytes) -> None:
        with self._seen.changed:
            self._seen.frame, self._seen.fault = frame, None
            self._seen.count += 1
            self._heard_at = time.monotonic()
            self._seen.changed.notify_all()
        if self._on_frame is not None and not self._stopped.is_set():
            self._on_frame(frame)


class Webcam:
    """``source`` is a device file or an address; "" is the first camera that is plugged in."""

    live = True

    def __init__(self, source: str = "", *, environment: Mapping[str, str] | None = None) -> None:
        self._source = source
        self._environment = {"PATH": os.environ.get("PATH", os.defpath)} if environment is None else environment
        self._watching: _Reading | None = None
        self._lock = threading.Lock()

    def capture(self, slot: str, *, deadline_ms: int) -> bytes:
        until = time.monotonic() + deadline_ms / 1000
        with self._lock:
            if self._watching is not None:
                taken = self._watching.take(1, until=until)
            else:
                reading = _Reading(self._source, self._environment, once=True)
                try:
                    taken = reading.take(WARM_UP_FRAMES, until=until)
                finally:
                    reading.stop()
        if isinstance(taken, NoPicture):
            raise type(taken)(slot=slot)
        if webcam_frames.is_dark(taken):
            raise PictureDark(slot=slot)
        return taken

    def watch(self, on_frame: OnFrame, on_fault: OnFault) -> None:
        self.unwatch()
        with self._lock:
            self._watching = _Reading(self._source, self._environment, on_frame=on_frame, on_fault=on_fault)

    def unwatch(self) -> None:
        with self._lock:
            watching, self._watching = self._watching, None
        if watching is not None:
            watching.stop()
