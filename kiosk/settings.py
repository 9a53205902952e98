"""The machine's settings, from ``kiosk.toml`` in the data directory and ``KIOSK_*`` variables. Frozen; unknown keys stop the start.

Only what belongs to this machine stands here (devices, screen, central's address). What the law or the chain decides is data
that central sends; nobody changes it on site.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from kiosk.errors import Misused

FILE_NAME = "kiosk.toml"
ENVIRONMENT_PREFIX = "KIOSK_"
Port = Annotated[int, Meta(ge=1, le=65535)]


class SettingsUnreadable(Misused):
    """The settings file has an unknown key, a wrong value or is not TOML; ``faults`` name each."""

    code = "settings.unreadable"


class PrinterSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The receipt printer. ``folder`` is for ``kind = "file"``, which keeps each paper as bytes."""

    kind: Literal["none", "network", "file"] = "none"
    host: str = "127.0.0.1"
    port: Port = 9100
    columns: Annotated[int, Meta(ge=32, le=64)] = 42
    folder: str = "papers"


class LabelPrinterSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The label printer; ``file`` keeps each label as ZPL and as a picture."""

    kind: Literal["none", "network", "file"] = "file"
    host: str = "127.0.0.1"
    port: Port = 9101
    folder: str = "labels"


class ScannerSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The serial scanner; a keyboard-wedge scanner needs no setting."""

    serial_port: str = ""
    baud: int = 9600


class PhoneSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Phones on a cable. ``usbmuxd`` and ``adb`` name another server than the machine's or the kiosk's own, as ``host:port``."""

    cable: bool = False
    usbmuxd: str = ""
    adb: Annotated[str, Meta(pattern="^(.+:[0-9]{1,5})?$")] = ""


class SoundSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The counter's own microphone and loudspeaker, by their ALSA names (``default``, ``plughw:1,0``); without both, ears and the phone's own judge."""

    microphone: Annotated[str, Meta(pattern="^[A-Za-z0-9_:,=.-]*$")] = ""
    loudspeaker: Annotated[str, Meta(pattern="^[A-Za-z0-9_:,=.-]*$")] = ""


class TerminalSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The card terminal: ``manual`` is typed on by the cashier, ``caisse_ap`` is asked over the shop's network."""

    kind: Literal["manual", "caisse_ap"] = "manual"
    host: str = "127.0.0.1"
    port: Port = 8888
    till: Annotated[str, Meta(pattern="^[0-9]{2}$")] = "01"


class CameraSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """``webcam`` is ``source``, a device file or the address of a camera on the network; "" is the first one plugged in. ``folder`` takes pictures of files."""

    kind: Literal["folder", "webcam"] = "folder"
    source: Annotated[str, Meta(pattern="^((/dev/|https?://|rtsp://).+)?$")] = ""


class ScreenSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """``px_per_mm`` 0 asks the screen; ``idle_lock_minutes`` 0 never locks."""

    full_screen: bool = False
    theme: Literal["light", "dark"] = "light"
    language: Literal["fr", "en"] = "fr"
    px_per_mm: Annotated[float, Meta(ge=0, le=40)] = 0.0
    idle_lock_minutes: Annotated[int, Meta(ge=0, le=240)] = 5
    motion: bool = True


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that this machine may decide for itself."""

    central_url: str = ""
    key_store: Literal["auto", "system", "file"] = "auto"
    time_zone: str = "Europe/Paris"
    photo_folder: str = ""
    receipt_printer: PrinterSettings = msgspec.field(default_factory=PrinterSettings)
    label_printer: LabelPrinterSettings = msgspec.field(default_factory=LabelPrinterSettings)
    scanner: ScannerSettings = msgspec.field(default_factory=ScannerSettings)
    terminal: TerminalSettings = msgspec.field(default_factory=TerminalSettings)
    phones: PhoneSettings = msgspec.field(default_factory=PhoneSettings)
    camera: CameraSettings = msgspec.field(default_factory=CameraSettings)
    sound: SoundSettings = msgspec.field(default_factory=SoundSettings)
    screen: ScreenSettings = msgspec.field(default_factory=ScreenSettings)


def load(data_dir: Path, environment: Mapping[str, str]) -> Settings:
    """Read the file, lay the environment over it (``KIOSK_SCREEN__THEME=dark``); SettingsUnreadable names every fault."""
    path = data_dir / FILE_NAME
    content: dict[str, object] = {}
    try:
        if path.exists():
            content = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsUnreadable(path=str(path), faults=((FILE_NAME, str(error)),)) from error
    for name, value in environment.items():
        if name.startswith(ENVIRONMENT_PREFIX) and name not in {"KIOSK_PYTHON", "KIOSK_DATA"}:
            _lay_over(content, name.removeprefix(ENVIRONMENT_PREFIX).lower().split("__"), value)
    faults = _unknown_keys(content, Settings, "")
    if faults:
        raise SettingsUnreadable(path=str(path), faults=tuple(faults))
    try:
        return msgspec.convert(content, Settings, strict=False)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        raise SettingsUnreadable(path=str(path), faults=((where.strip("`").removeprefix("$.") or FILE_NAME, what),)) from error


def _lay_over(content: dict[str, object], keys: list[str], value: str) -> None:
    for key in keys[:-1]:
        inner = content.setdefault(key, {})
        assert isinstance(inner, dict)
        content = inner
    content[keys[-1]] = value


def _unknown_keys(content: Mapping[str, object], shape: type[Struct], path: str) -> list[tuple[str, str]]:
    """All of them at once, so that a settings file is mended in one go."""
    fields = {field.name: field.type for field in msgspec.structs.fields(shape)}
    found: list[tuple[str, str]] = []
    for key, value in content.items():
        if key not in fields:
            found.append((path + key, "unknown key"))
        elif isinstance(value, dict) and isinstance(fields[key], type) and issubclass(fields[key], Struct):
            found += _unknown_keys(value, fields[key], f"{path}{key}.")
    return found
