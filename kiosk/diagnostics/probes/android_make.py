"""What an Android phone is: names, release, storage and memory as sold, what is built in. Pure.

Storage and memory come from the kernel, because a clone inflates its properties; each is rounded to the size it was sold as.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from kiosk.hardware.android_answers import lines

STORAGES_GB = (4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048)
MEMORIES_MB = (512, 1024, 1536, 2048, 3072, 4096, 6144, 8192, 10_240, 12_288, 16_384, 18_432, 24_576, 32_768)
GB, KIB = 1_000_000_000, 1024
MOST_OVER, LEAST_OF = 1.08, 0.85
"""A maker's 128 GB is anything between these of 128 000 000 000 bytes: some count in powers of two, all keep a part for themselves."""
LEAST_MEMORY_OF = 0.7
NO_SERIALS = ("", "unknown", "0123456789ABCDEF")
SAMSUNG_YEARS = {"M": 2019, "N": 2020, "R": 2021, "T": 2022, "W": 2023, "X": 2024, "Y": 2025}
SAMSUNG_MONTHS = "123456789ABC"
SAMSUNG_SERIAL = re.compile(r"R[0-9A-Z]{2}[A-Z][1-9A-C][0-9A-Z]{6}")
NAMES = {
    "brand": "ro.product.brand", "maker": "ro.product.manufacturer", "product_type": "ro.product.model", "device": "ro.product.device",
    "release": "ro.build.version.release", "build": "ro.build.display.id", "security_patch": "ro.build.version.security_patch",
}  # fmt: skip
BUILT_IN = {"nfc": "android.hardware.nfc", "gps": "android.hardware.location.gps", "telephony": "android.hardware.telephony",
            "fingerprint": "android.hardware.fingerprint", "bluetooth": "android.hardware.bluetooth", "wifi": "android.hardware.wifi"}  # fmt: skip
_PARTITION = re.compile(r"\s*\d{1,4}\s+\d{1,7}\s+(\d{1,15})\s+(sd[a-z]|mmcblk0|nvme0n1)\s*")
_MEMORY = re.compile(r"MemTotal:\s+(\d{1,12}) kB")
_SENSOR = re.compile(r"type: android\.sensor\.([a-z_]{1,60})\(")
_CAMERAS = re.compile(r"Number of camera devices: (\d{1,3})")
_WHOLE = re.compile(r"\d{1,9}")
_ANDROID_ID = re.compile(r"[0-9a-f]{16}")


def names_of(properties: Mapping[str, str]) -> dict[str, str]:
    """Its names as its maker writes them; where a serial number tells the month it was made, that too."""
    found = {name: properties[key].strip() for name, key in NAMES.items() if properties.get(key, "").strip()}
    serial = serial_of(properties)
    made = _made(serial) if found.get("brand", "").lower() == "samsung" else ""
    return found | ({"serial": serial} if serial else {}) | ({"made": made} if made else {})


def serial_of(properties: Mapping[str, str]) -> str:
    """Empty where its maker wrote none."""
    return next((text for key in ("ro.serialno", "ro.boot.serialno") if (text := properties.get(key, "").strip()) not in NO_SERIALS), "")


def _made(serial: str) -> str:
    """Year and month in the fourth and fifth character of Samsung's serial numbers."""
    if SAMSUNG_SERIAL.fullmatch(serial) is None or serial[3] not in SAMSUNG_YEARS:
        return ""
    return f"{SAMSUNG_YEARS[serial[3]]}-{SAMSUNG_MONTHS.index(serial[4]) + 1:02}"


def storage_gb(outputs: Mapping[str, bytes]) -> int | None:
    """Every UFS unit of the phone, or its one eMMC: beside UFS an ``mmcblk0`` is a memory card, and ``mmcblk1`` always is."""
    blocks = {found[2]: int(found[1]) for line in _said(outputs, "partitions") if (found := _PARTITION.fullmatch(line))}
    units = [size for name, size in blocks.items() if name.startswith("sd")]
    size = (sum(units) or blocks.get("nvme0n1", 0) or blocks.get("mmcblk0", 0)) * KIB
    sold = next((gb for gb in STORAGES_GB if size <= gb * GB * MOST_OVER), None)
    return sold if sold is not None and size >= sold * GB * LEAST_OF else None


def memory_mb(outputs: Mapping[str, bytes]) -> int | None:
    """What the kernel counts lacks what the chip keeps: the next size that is sold."""
    found = _MEMORY.search("\n".join(_said(outputs, "memory")))
    kib = int(found[1]) if found else 0
    sold = next((mb for mb in MEMORIES_MB if kib <= mb * KIB), None)
    return sold if sold is not None and kib >= sold * KIB * LEAST_MEMORY_OF else None


def sensors_of(outputs: Mapping[str, bytes]) -> tuple[str, ...]:
    """The kinds that the phone says it has. A kind that is listed need not work: the list may come from a file."""
    return tuple(sorted({kind for line in _said(outputs, "sensors") for kind in _SENSOR.findall(line)}))


def camera_count(outputs: Mapping[str, bytes]) -> int | None:
    found = _CAMERAS.search("\n".join(_said(outputs, "cameras")))
    return int(found[1]) if found else None


def built_in(outputs: Mapping[str, bytes]) -> tuple[str, ...]:
    """What its maker declares, of what a counter asks about; empty also where the phone did not say."""
    declared = {line.strip().removeprefix("feature:").partition("=")[0] for line in _said(outputs, "features")}
    return tuple(sorted(name for name, feature in BUILT_IN.items() if feature in declared))


def traces_of(outputs: Mapping[str, bytes]) -> dict[str, str]:
    """``reset_mark`` changes with a reset, which proves that there was one; it tells nothing else, so only its fingerprint is kept."""
    mark = "".join(_said(outputs, "android_id")).strip()
    boots = "".join(_said(outputs, "boot_count")).strip()
    found = {"reset_mark": hashlib.sha256(mark.encode()).hexdigest()[:16]} if _ANDROID_ID.fullmatch(mark) else {}
    return found | ({"boot_count": boots} if _WHOLE.fullmatch(boots) and boots.isascii() else {})


def _said(outputs: Mapping[str, bytes], name: str) -> list[str]:
    return lines(outputs.get(name, b""))
