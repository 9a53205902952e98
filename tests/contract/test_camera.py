"""What every camera, display and probe promises, real and fake. The webcam's driver runs the real ffmpeg on a camera of the network."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.hardware.fakes import FakeCamera, FakeDisplay, FakeProbe
from kiosk.hardware.faults import CameraUnplugged, NoCamera, NoPicture
from kiosk.hardware.file_camera import FolderCamera
from kiosk.hardware.ports import Camera, PluggedDevice
from kiosk.hardware.webcam import Webcam
from tests.network_camera import NetworkCamera, colour_of, network_camera, view

BLUE, RED = (32, 96, 192), (192, 32, 32)
SOON_S = 30
DEADLINE_MS = 30_000


@pytest.fixture(scope="module")
def shop_camera() -> Iterator[NetworkCamera]:
    with network_camera() as camera:
        yield camera


@pytest.fixture(params=["folder", "fake", "webcam"])
def camera(request: pytest.FixtureRequest, tmp_path: Path) -> Camera:
    if request.param == "fake":
        return FakeCamera(front=view(BLUE))
    if request.param == "webcam":
        return Webcam(request.getfixturevalue("shop_camera").address)
    (tmp_path / "front.jpg").write_bytes(view(BLUE))
    return FolderCamera(tmp_path)


def test_a_slot_gives_its_picture_each_time(camera: Camera) -> None:
    assert [colour_of(camera.capture("front", deadline_ms=DEADLINE_MS)) for _ in range(2)] == [BLUE, BLUE]


CAMERAS: dict[str, Callable[[Path], Camera]] = {
    "folder": lambda folder: FolderCamera(folder / "nothing here"), "fake": lambda _: FakeCamera(), "webcam": lambda _: Webcam("/dev/video97"),
}  # fmt: skip


@pytest.mark.parametrize("make", CAMERAS.values(), ids=CAMERAS)
def test_without_a_picture_there_is_a_coded_error(make: Callable[[Path], Camera], tmp_path: Path) -> None:
    with pytest.raises(NoPicture) as refused:
        make(tmp_path).capture("front", deadline_ms=DEADLINE_MS)
    assert refused.value.facts == {"slot": "front"}


LIVE: dict[str, Callable[[NetworkCamera], Camera]] = {
    "fake": lambda _: FakeCamera(live=True, front=view(BLUE)), "webcam": lambda camera: Webcam(camera.address),
}  # fmt: skip


@pytest.mark.parametrize("make", LIVE.values(), ids=LIVE)
def test_while_it_is_watched_it_tells_what_it_sees_and_still_gives_pictures(make: Callable[[NetworkCamera], Camera], shop_camera: NetworkCamera) -> None:
    camera, seen = make(shop_camera), queue.Queue[bytes]()
    camera.watch(seen.put, lambda _fault: None)
    if isinstance(camera, FakeCamera):
        camera.tell(view(BLUE))
    assert colour_of(seen.get(timeout=SOON_S)) == BLUE
    assert colour_of(camera.capture("front", deadline_ms=DEADLINE_MS)) == BLUE
    camera.unwatch()
    camera.unwatch()


def test_a_webcam_pulled_out_within_a_picture_says_so_and_comes_back_by_itself() -> None:
    with network_camera() as cable:
        camera, seen, faults = Webcam(cable.address), queue.Queue[bytes](), queue.Queue[KioskError]()
        camera.watch(seen.put, faults.put)
        try:
            assert colour_of(seen.get(timeout=SOON_S)) == BLUE
            cable.unplug_within_picture()
            assert isinstance(faults.get(timeout=SOON_S), CameraUnplugged)
            assert isinstance(faults.get(timeout=SOON_S), NoCamera)
            with pytest.raises(NoCamera):
                camera.capture("back", deadline_ms=DEADLINE_MS)
            cable.shows = view(RED)
            cable.plug_in_again()
            while colour_of(seen.get(timeout=SOON_S)) != RED:
                continue
            assert colour_of(camera.capture("back", deadline_ms=DEADLINE_MS)) == RED
        finally:
            camera.unwatch()


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
