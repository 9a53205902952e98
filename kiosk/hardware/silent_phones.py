"""Android phones on a USB socket that say nothing because their USB debugging is off: what the kernel knows of them before any tool does.

Read from sysfs. A maker of phones, an interface for photos and files, and none for debugging: it charges and waits for somebody to switch it on.
"""

from __future__ import annotations

from pathlib import Path

DEVICES = Path("/sys/bus/usb/devices")
PATIENCE_S = 3.0
"""A phone shows its interfaces one after the other, and again when its owner switches something."""
PHOTOS_AND_FILES = "06"
FILES_BY_NAME = "MTP"
"""How older phones say it: of no class that is known, by its name alone."""
DEBUGGING = ("ff", "42", "01")
# Samsung, Google, Xiaomi, Huawei, Honor, Motorola, OnePlus, OPPO and realme, vivo, Sony, LG, HTC, TCL, Fairphone, ZTE, HMD, Nothing, MediaTek, Qualcomm.
MAKERS = frozenset({
    "04e8", "18d1", "2717", "12d1", "339b", "22b8", "2a70", "22d9", "2d95", "0fce", "1004", "0bb4", "1bbb", "2ae5", "19d2", "2e04", "2c3f", "0e8d", "05c6",
})  # fmt: skip


class SilentPhones:
    """Looks when it is asked; ``devices`` is the kernel's folder of them."""

    def __init__(self, devices: Path = DEVICES) -> None:
        self._devices = devices
        self._since: dict[str, float] = {}
        self._told: set[str] = set()

    def look(self, now_s: float) -> tuple[set[str], set[str]]:
        """The serial numbers of those that are silent for a while and were not told before, and of those told before that are gone or speak now."""
        here = silent_phones(self._devices)
        self._since = {serial: self._since.get(serial, now_s) for serial in here}
        gone = self._told - here
        new = {serial for serial, since in self._since.items() if now_s - since >= PATIENCE_S} - self._told
        self._told = (self._told - gone) | new
        return new, gone


def silent_phones(devices: Path) -> set[str]:
    """By serial number, or by socket where a phone tells none."""
    found = set()
    for device in sorted(devices.glob("*")):
        if ":" in device.name or _text(device / "idVendor") not in MAKERS:
            continue
        interfaces = list(devices.glob(f"{device.name}:*"))
        kinds = [tuple(_text(interface / f"bInterface{part}") for part in ("Class", "SubClass", "Protocol")) for interface in interfaces]
        files = any(kind[0] == PHOTOS_AND_FILES for kind in kinds) or any(_text(interface / "interface") == FILES_BY_NAME for interface in interfaces)
        if files and DEBUGGING not in kinds:
            found.add(_text(device / "serial") or device.name)
    return found


def _text(file: Path) -> str:
    """Empty where there is none: a device may be unplugged while it is looked at."""
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
