"""A phone that only charges because its USB debugging is off is noticed from what the kernel lists, and forgotten when it goes or speaks."""

from __future__ import annotations

import shutil
from pathlib import Path

from kiosk.hardware.silent_phones import SilentPhones, silent_phones

FILES, DEBUGGING, MODEM = ("06", "01", "01"), ("ff", "42", "01"), ("02", "02", "01")


def plug(devices: Path, socket: str, vendor: str, *interfaces: tuple[str, str, str], serial: str = "") -> None:
    device = devices / socket
    device.mkdir(parents=True)
    (device / "idVendor").write_text(f"{vendor}\n")
    if serial:
        (device / "serial").write_text(f"{serial}\n")
    for number, kind in enumerate(interfaces):
        interface = devices / f"{socket}:1.{number}"
        interface.mkdir()
        for part, value in zip(("Class", "SubClass", "Protocol"), kind, strict=True):
            (interface / f"bInterface{part}").write_text(f"{value}\n")


def unplug(devices: Path, socket: str) -> None:
    for path in devices.glob(f"{socket}*"):
        shutil.rmtree(path)


def test_only_a_phone_that_offers_files_and_no_debugging_is_silent(tmp_path: Path) -> None:
    plug(tmp_path, "1-1", "04e8", FILES, MODEM, serial="R5CR30ABCDE")
    plug(tmp_path, "1-2", "04e8", FILES, DEBUGGING, serial="R5CR30SPEAKS")
    plug(tmp_path, "1-3", "05ac", FILES, serial="an iPhone")
    plug(tmp_path, "1-4", "04e8", ("08", "06", "50"), serial="a disk of the same maker")
    plug(tmp_path, "1-5", "18d1", FILES)
    plug(tmp_path, "1-6", "0bb4", ("ff", "ff", "00"), serial="an old HTC")
    (tmp_path / "1-6:1.0" / "interface").write_text("MTP\n")
    assert silent_phones(tmp_path) == {"R5CR30ABCDE", "1-5", "an old HTC"}


def test_it_is_told_once_after_a_while_and_once_more_when_it_is_gone(tmp_path: Path) -> None:
    phones = SilentPhones(tmp_path)
    plug(tmp_path, "1-1", "2717", FILES, serial="a Xiaomi")
    assert [phones.look(seconds) for seconds in (10.0, 11.0, 13.0, 14.0)] == [(set(), set()), (set(), set()), ({"a Xiaomi"}, set()), (set(), set())]
    unplug(tmp_path, "1-1")
    assert [phones.look(seconds) for seconds in (15.0, 16.0)] == [(set(), {"a Xiaomi"}), (set(), set())]


def test_one_whose_debugging_is_switched_on_in_time_is_never_told(tmp_path: Path) -> None:
    phones = SilentPhones(tmp_path)
    plug(tmp_path, "1-1", "18d1", FILES, serial="a Pixel")
    phones.look(10.0)
    unplug(tmp_path, "1-1")
    phones.look(12.0)
    plug(tmp_path, "1-1", "18d1", FILES, DEBUGGING, serial="a Pixel")
    assert phones.look(20.0) == (set(), set())


def test_a_machine_without_usb_has_none(tmp_path: Path) -> None:
    assert SilentPhones(tmp_path / "nothing").look(1.0) == (set(), set())
