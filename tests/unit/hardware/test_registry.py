"""Which driver serves which setting."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.hardware import registry
from kiosk.hardware.file_camera import FolderCamera
from kiosk.hardware.file_label import FolderLabelPrinter
from kiosk.hardware.file_printer import FolderPrinter
from kiosk.hardware.manual_terminal import ManualTerminal
from kiosk.hardware.network_printer import NetworkPrinter
from kiosk.hardware.serial_scanner import SerialScanner
from kiosk.hardware.webcam import Webcam
from kiosk.hardware.zpl_label_printer import ZplLabelPrinter
from kiosk.settings import CameraSettings, LabelPrinterSettings, PrinterSettings, ScannerSettings, TerminalSettings


@pytest.mark.parametrize(
    ("settings", "driver"),
    [(PrinterSettings(kind="network"), NetworkPrinter), (PrinterSettings(kind="file"), FolderPrinter), (PrinterSettings(kind="none"), type(None))],
)
def test_each_receipt_printer_has_its_driver(settings: PrinterSettings, driver: type[object], tmp_path: Path) -> None:
    assert type(registry.receipt_printer(settings, tmp_path)) is driver


@pytest.mark.parametrize(
    ("settings", "driver"),
    [
        (LabelPrinterSettings(kind="network"), ZplLabelPrinter),
        (LabelPrinterSettings(kind="file"), FolderLabelPrinter),
        (LabelPrinterSettings(kind="none"), type(None)),
    ],
)
def test_each_label_printer_has_its_driver(settings: LabelPrinterSettings, driver: type[object], tmp_path: Path) -> None:
    assert type(registry.label_printer(settings, tmp_path)) is driver


def test_a_serial_scanner_is_there_only_where_a_port_is_named(clock: ManualClock) -> None:
    assert registry.scanner(ScannerSettings(), clock) is None
    assert isinstance(registry.scanner(ScannerSettings(serial_port="/dev/ttyACM0"), clock), SerialScanner)


def test_every_shop_starts_with_the_manual_terminal_and_a_camera_that_is_a_folder(tmp_path: Path) -> None:
    assert isinstance(registry.payment_terminal(TerminalSettings(), training=False), ManualTerminal)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "back.jpg").write_bytes(b"the back")
    camera = registry.camera(CameraSettings(), "", tmp_path)
    assert isinstance(camera, FolderCamera)
    assert camera.capture("back", deadline_ms=1000) == b"the back"


def test_what_is_held_before_the_camera_is_the_next_photo_and_only_that_one(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "back.jpg").write_bytes(b"the back")
    (tmp_path / "photos" / "presented.jpg").write_bytes(b"a scratch")
    camera = registry.camera(CameraSettings(), "", tmp_path)
    assert [camera.capture("back", deadline_ms=1000), camera.capture("back", deadline_ms=1000)] == [b"a scratch", b"the back"]


def test_a_webcam_is_a_setting_and_is_not_opened_before_somebody_looks(tmp_path: Path) -> None:
    camera = registry.camera(CameraSettings(kind="webcam", source="/dev/video7"), "", tmp_path)
    assert isinstance(camera, Webcam) and camera.live
