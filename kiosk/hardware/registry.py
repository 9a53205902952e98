"""Which driver serves which setting. Called by the composition root; builds, opens nothing."""

from __future__ import annotations

from pathlib import Path

from kiosk.basics.clock import Clock
from kiosk.hardware.adb import AdbServer
from kiosk.hardware.alsa_sound import AlsaSound
from kiosk.hardware.android_phones import AndroidPhones
from kiosk.hardware.apple_phones import ApplePhones
from kiosk.hardware.caisse_ap_terminal import CaisseApTerminal
from kiosk.hardware.file_camera import FolderCamera
from kiosk.hardware.file_label import FolderLabelPrinter
from kiosk.hardware.file_printer import FolderPrinter
from kiosk.hardware.manual_terminal import ManualTerminal
from kiosk.hardware.network_printer import NetworkPrinter
from kiosk.hardware.ports import Camera, PaymentTerminal, PhoneLink, PrintTransport, Scanner, Sound
from kiosk.hardware.serial_scanner import SerialScanner
from kiosk.hardware.silent_phones import SilentPhones
from kiosk.hardware.training_terminal import TrainingTerminal
from kiosk.hardware.webcam import Webcam
from kiosk.hardware.zpl_label_printer import ZplLabelPrinter
from kiosk.settings import CameraSettings, LabelPrinterSettings, PhoneSettings, PrinterSettings, ScannerSettings, SoundSettings, TerminalSettings


def receipt_printer(settings: PrinterSettings, data_dir: Path) -> PrintTransport | None:
    """None when the till has no receipt printer; a relative folder lies in the data directory."""
    match settings.kind:
        case "network":
            return NetworkPrinter(settings.host, settings.port)
        case "file":
            return FolderPrinter(data_dir / settings.folder)
        case "none":
            return None


def label_printer(settings: LabelPrinterSettings, data_dir: Path) -> PrintTransport | None:
    """None when the till prints no labels."""
    match settings.kind:
        case "network":
            return ZplLabelPrinter(settings.host, settings.port)
        case "file":
            return FolderLabelPrinter(data_dir / settings.folder)
        case "none":
            return None


def scanner(settings: ScannerSettings, clock: Clock) -> Scanner | None:
    """None without a serial port: keyboard-wedge scanners come through the window."""
    return SerialScanner(settings.serial_port, clock=clock, baud=settings.baud) if settings.serial_port else None


def phones(settings: PhoneSettings, data_dir: Path) -> tuple[PhoneLink, ...]:
    """One link per platform, side by side; none where this kiosk reads no phone by cable. The key that phones allow lies with the data."""
    if not settings.cable:
        return ()
    silent = None if settings.adb else SilentPhones()
    return ApplePhones(settings.usbmuxd), AndroidPhones(AdbServer(data_dir / "adb", settings.adb), silent)


def payment_terminal(settings: TerminalSettings, *, training: bool) -> PaymentTerminal:
    """Every shop can start with the terminal that the cashier reads; training asks none."""
    if training:
        return TrainingTerminal()
    match settings.kind:
        case "caisse_ap":
            return CaisseApTerminal(settings.host, settings.port, till=settings.till)
        case "manual":
            return ManualTerminal()


def camera(settings: CameraSettings, photo_folder: str, data_dir: Path) -> Camera:
    """A webcam, or photos from files: of the folder that is named, else of ``photos`` in the data directory."""
    match settings.kind:
        case "webcam":
            return Webcam(settings.source)
        case "folder":
            return FolderCamera(data_dir / (photo_folder or "photos"))


def sound(settings: SoundSettings) -> Sound | None:
    """The counter's microphone and loudspeaker; None where it has not both."""
    return AlsaSound(settings.microphone, settings.loudspeaker) if settings.microphone and settings.loudspeaker else None
