"""What every camera, display and probe promises, real and fake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.hardware.fakes import FakeCamera, FakeDisplay, FakeProbe
from kiosk.hardware.faults import NoPicture
from kiosk.hardware.file_camera import FolderCamera
from kiosk.hardware.ports import Camera, PluggedDevice

FRONT = b"\xff\xd8 front \xff\xd9"


@pytest.fixture(params=["folder", "fake"])
def camera(request: pytest.FixtureRequest, tmp_path: Path) -> Camera:
    if request.param == "fake":
        return FakeCamera(front=FRONT)
    (tmp_path / "front.jpg").write_bytes(FRONT)
    return FolderCamera(tmp_path)


def test_a_slot_gives_its_picture_each_time(camera: Camera) -> None:
    assert [camera.capture("front", deadline_ms=1_000) for _ in range(2)] == [FRONT, FRONT]


@pytest.mark.parametrize("make", [lambda folder: FolderCamera(folder / "nothing here"), lambda _: FakeCamera()], ids=["folder", "fake"])
def test_without_a_picture_there_is_a_coded_error(make: Callable[[Path], Camera], tmp_path: Path) -> None:
    with pytest.raises(NoPicture) as refused:
        make(tmp_path).capture("front", deadline_ms=1_000)
    assert refused.value.facts == {"slot": "front"}


def test_a_folder_gives_its_other_pictures_in_turn(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.jpg").write_bytes(name.encode())
    camera = FolderCamera(tmp_path)
    assert [camera.capture(f"defect-{number}", deadline_ms=1_000) for number in (1, 2, 3)] == [b"a", b"b", b"a"]


def test_a_display_shows_the_last_two_lines() -> None:
    display = FakeDisplay()
    display.show("Coque silicone", "29,90 €")
    assert display.lines == ("Coque silicone", "29,90 €")


def test_a_probe_sees_what_is_plugged() -> None:
    phone = PluggedDevice("R58N00001", "usb", "device", {"ro.product.model": "SM-G991B"})
    assert FakeProbe().look(deadline_ms=1_000) == ()
    assert FakeProbe(phone).look(deadline_ms=1_000) == (phone,)
