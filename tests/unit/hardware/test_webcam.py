"""A webcam's faults, each with its own words: what ffmpeg says of them, a stand-in for it that says so, and the real one on a dark or silent camera."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pytest
from PIL import Image

from kiosk.hardware.faults import (
    CameraBusy,
    CameraNotAllowed,
    CameraToolMissing,
    CameraUnplugged,
    NoCamera,
    NoPicture,
    PictureDark,
)
from kiosk.hardware.webcam import Webcam, commands, first_camera
from kiosk.hardware.webcam_frames import fault_of, frames_of, is_dark
from tests.network_camera import network_camera, view

DEADLINE_MS = 30_000

SAID = [
    ("[video4linux2,v4l2 @ 0x5585] Cannot open video device /dev/video9: No such file or directory\n/dev/video9: No such file or directory", NoCamera),
    ("[video4linux2,v4l2 @ 0x562d] ioctl(VIDIOC_QUERYCAP): Inappropriate ioctl for device", NoCamera),
    ("[tcp @ 0x55] Connection to tcp://127.0.0.1:9 failed: Connection refused", NoCamera),
    ("[video4linux2,v4l2 @ 0x55] ioctl(VIDIOC_STREAMON): Device or resource busy\n/dev/video0: Device or resource busy", CameraBusy),
    ("[video4linux2,v4l2 @ 0x55] Cannot open video device /dev/video0: Permission denied", CameraNotAllowed),
    ("[http @ 0x55] HTTP error 401 Unauthorized", CameraNotAllowed),
    ("", NoPicture),
]


@pytest.mark.parametrize(("said", "fault"), SAID)
def test_what_ffmpeg_complains_of_is_the_fault_with_words(said: str, fault: type[NoPicture]) -> None:
    assert type(fault_of(said, had_frames=False)) is fault


def test_a_camera_that_gave_pictures_and_gives_no_more_was_unplugged() -> None:
    assert type(fault_of("[video4linux2,v4l2 @ 0x55] ioctl(VIDIOC_DQBUF): No such device", had_frames=True)) is CameraUnplugged


def part(content: bytes) -> bytes:
    return b"--ffmpeg\r\nContent-type: image/jpeg\r\nContent-length: %d\r\n\r\n%b\r\n" % (len(content), content)


@pytest.mark.parametrize(
    ("stream", "frames"),
    [
        (part(b"one") + part(b"two"), [b"one", b"two"]),
        (part(b"one") + part(b"the second")[:-8], [b"one"]),
        (b"--ffmpeg\r\nContent-length: -1\r\n\r\nxx", []),
        (b"--ffmpeg\r\nContent-length: 99999999999\r\n\r\nxx", []),
        (b"\x00\xff garbage " * 90_000, []),
        (b"", []),
    ],
)
def test_only_whole_pictures_are_taken_whatever_comes(stream: bytes, frames: list[bytes]) -> None:
    assert list(frames_of(io.BytesIO(stream))) == frames


def jpeg(level: int, *, lamp: int = 0) -> bytes:
    picture = Image.new("RGB", (640, 480), (level, level, level))
    picture.paste((lamp, lamp, lamp), (0, 0, 640, 48))
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize(("content", "dark"), [(jpeg(4), True), (jpeg(25), True), (jpeg(60), False), (jpeg(12, lamp=180), False), (b"no picture", False)])
def test_a_covered_lens_is_dark_and_a_black_phone_on_a_table_is_not(content: bytes, dark: bool) -> None:
    assert is_dark(content) is dark


def test_the_first_camera_is_the_first_that_gives_pictures(tmp_path: Path) -> None:
    assert first_camera(tmp_path / "no such folder") == ""
    for name, index in (("video10", 0), ("video3", 1), ("video2", 0)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index").write_text(f"{index}\n")
    assert first_camera(tmp_path) == "/dev/video2"


def test_a_webcam_is_asked_for_jpeg_first_and_then_for_whatever_it_has() -> None:
    first, second = commands("/dev/video0")
    assert "mjpeg" in first[: first.index("-i")] and "mjpeg" not in second[: second.index("-i")]


def stand_in(folder: Path, script: str) -> dict[str, str]:
    """A tool in the place of ffmpeg that says what the real one says with a camera that nobody has here."""
    tool = folder / "ffmpeg"
    tool.write_text(f"#!/bin/sh\n{script}\n")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    return {"PATH": f"{folder}:/usr/bin:/bin"}


def test_a_busy_camera_says_that_another_program_has_it(tmp_path: Path) -> None:
    tools = stand_in(tmp_path, 'echo "/dev/video0: Device or resource busy" >&2; exit 1')
    with pytest.raises(CameraBusy):
        Webcam("/dev/video0", environment=tools).capture("back", deadline_ms=DEADLINE_MS)


def test_a_webcam_without_jpeg_is_asked_again_as_it_comes(tmp_path: Path) -> None:
    picture = tmp_path / "picture.jpg"
    picture.write_bytes(view((32, 96, 192)))
    sends = (
        'case "$*" in *"-input_format mjpeg"*) echo "Cannot find a proper format for codec mjpeg" >&2; exit 1;; esac\n'
        f'size=$(wc -c < {picture})\nfor n in 1 2 3 4 5; do printf "Content-length: $size\\r\\n\\r\\n"; cat {picture}; done'
    )
    assert Webcam("/dev/video0", environment=stand_in(tmp_path, sends)).capture("back", deadline_ms=DEADLINE_MS) == picture.read_bytes()


def test_without_ffmpeg_the_machine_is_told_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(CameraToolMissing):
        Webcam("/dev/video0", environment={"PATH": str(tmp_path)}).capture("back", deadline_ms=DEADLINE_MS)


def test_a_silent_camera_costs_its_deadline_and_a_dark_picture_is_refused() -> None:
    with network_camera() as camera:
        camera.shows = jpeg(3)
        with pytest.raises(PictureDark) as refused:
            Webcam(camera.address).capture("back", deadline_ms=DEADLINE_MS)
        assert refused.value.facts == {"slot": "back"}
        camera.fall_silent()
        with pytest.raises(NoPicture):
            Webcam(camera.address).capture("back", deadline_ms=300)
