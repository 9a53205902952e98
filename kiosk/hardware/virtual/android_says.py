"""What a sound Android phone answers to each of the kiosk's questions, in the very shape that its maker's release writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.hardware.android_answers import COMMANDS

ROW_CHARACTERS = 8
_SENSORS = ("accelerometer(1)", "magnetic_field(2)", "gyroscope(4)", "light(5)", "pressure(6)", "proximity(8)", "step_counter(19)")
_FEATURES = ("android.hardware.bluetooth", "android.hardware.camera", "android.hardware.fingerprint", "android.hardware.location.gps",
             "android.hardware.nfc", "android.hardware.telephony", "android.hardware.wifi", "reqGlEsVersion=0x30002")  # fmt: skip


@dataclass(frozen=True, slots=True)
class AndroidSelf:
    """Who it is. ``says`` is what it answers otherwise than a sound phone would, by the name of the question; a Samsung keeps its gauge to itself."""

    serial: str
    model: str
    imei: str = ""
    brand: str = "google"
    device: str = "panther"
    release: str = "14"
    storage_gb: int = 128
    ram_gb: int = 8
    battery_pct: int = 91
    says: Mapping[str, bytes] = field(default_factory=dict)

    def answers(self) -> dict[str, bytes]:
        """By command, as its shell knows them."""
        sound = {name: text.encode() for name, text in _sound(self).items()} | dict(self.says)
        return {command: sound.get(name, b"") for name, command in COMMANDS.items()}


def _sound(phone: AndroidSelf) -> dict[str, str]:
    samsung = phone.brand == "samsung"
    return {
        "getprop": _properties(phone), "battery": _battery(phone), "current_now": "412000\n", "gauge": _closed_gauge() if samsung else _gauge(phone),
        "batterystats": "  Estimated battery capacity: 4355 mAh\n", "health": "" if samsung else _health(phone),
        "memory": f"MemTotal:        {int(phone.ram_gb * 1_048_576 * 0.94)} kB\n", "partitions": _partitions(phone),
        "data": "Filesystem      1K-blocks     Used Available Use% Mounted on\n/dev/block/dm-46 112263168 23109632  89022464  21% /data\n",
        "screen": "Physical size: 1080x2400\n", "density": "Physical density: 420\n",
        "sensors": "".join(f"0x{number:08x}) {kind} | Maker | ver: 1 | type: android.sensor.{kind} | perm: n/a\n" for number, kind in enumerate(_SENSORS, 1)),
        "cameras": "Number of camera devices: 4\n  Facing: Back\n  Facing: Front\n  Facing: Back\n  Facing: Back\n",
        "features": "".join(f"feature:{name}\n" for name in _FEATURES), "accounts": "Accounts: 0\n", "owners": "no owners\n",
        "policy": "    Device Owner Type: -1\n  Enabled Device Admins (User 0, provisioningState: 3):\n", "users": "Type: android.os.usertype.full.SYSTEM\n",
        "android_id": "9f8e7d6c5b4a3210\n", "frp": "0\n", "boot_count": "214\n", "imei": parcel(phone.imei),
    }  # fmt: skip


def _properties(phone: AndroidSelf) -> str:
    found = {
        "ro.product.brand": phone.brand, "ro.product.manufacturer": phone.brand, "ro.product.model": phone.model, "ro.product.device": phone.device,
        "ro.build.version.release": phone.release, "ro.build.version.security_patch": "2026-09-05", "ro.build.display.id": "UP1A.231005.007",
        "ro.serialno": phone.serial, "ro.boot.serialno": phone.serial, "ro.build.tags": "release-keys", "ro.build.type": "user",
        "ro.boot.verifiedbootstate": "green", "ro.boot.flash.locked": "1", "ro.boot.vbmeta.device_state": "locked",
        "ro.frp.pst": "/dev/block/persistent",
    } | ({"ro.boot.warranty_bit": "0", "knox.kg.state": "Completed", "ro.boot.kg": "0x4"} if phone.brand == "samsung" else {})  # fmt: skip
    return "".join(f"[{key}]: [{value}]\n" for key, value in sorted(found.items()))


def _battery(phone: AndroidSelf) -> str:
    dump = (
        "Current Battery Service state:\n  AC powered: false\n  USB powered: true\n  Wireless powered: false\n  Dock powered: false\n"
        "  Max charging current: 500000\n  Max charging voltage: 5000000\n  Charge counter: 2848000\n  status: 2\n  health: 2\n  present: true\n"
        "  level: 71\n  scale: 100\n  voltage: 3996\n  temperature: 287\n  technology: Li-ion\n"
    )
    return dump + _samsung_battery(phone) if phone.brand == "samsung" else dump + "  Charging state: 0\n  Charging policy: 0\n"


def _samsung_battery(phone: AndroidSelf) -> str:
    return (
        "  mProtectBatteryMode: 1\n mProtectionThreshold: 80\n mMaximumProtectionThreshold: 95\nLLB CAL: \nLLB MAN: 20210312\nBatteryInfoBackUp\n"
        f"  mSavedBatteryAsoc: [{phone.battery_pct}]\n  mSavedBatteryBsoh: [97.00]\n  mSavedBatteryMaxTemp: 463\n  mSavedBatteryUsage: [61919]\n"
        "  battery FirstUseDate: [20240630]\n"
    )


def _closed_gauge() -> str:
    """Samsung's gauge is closed to the shell: every value is empty."""
    return "charge_full=\ncharge_full_design=\ncycle_count=\nbattery_cycle=\nfg_asoc=\nfg_cycle=\nmanufacturing_date=\nfirst_usage_date=\n"


def _gauge(phone: AndroidSelf) -> str:
    return (
        f"charge_full={43_550 * phone.battery_pct}\ncharge_full_design=4355000\ncycle_count=318\nbattery_cycle=\nfg_asoc=\nfg_cycle=\n"
        "manufacturing_date=\nfirst_usage_date=\n"
    )


def _health(phone: AndroidSelf) -> str:
    return (
        f"HealthInfo{{batteryCycleCount: 318, batteryFullChargeUah: {43_550 * phone.battery_pct}, "
        "batteryFullChargeDesignCapacityUah: 4355000, batteryStateOfHealth: 0}\n"
    )


def _partitions(phone: AndroidSelf) -> str:
    """Two UFS units of the phone, and what is no storage of its own: compressed memory, mapped parts, a memory card."""
    kib = phone.storage_gb * 976_000
    rows = ((254, 0, 4_194_304, "zram0"), (8, 0, kib, "sda"), (8, 1, kib - 80_000, "sda1"), (8, 16, 8_192, "sdb"), (179, 0, 62_521_344, "mmcblk1"))
    return "major minor  #blocks  name\n\n" + "".join(f"{major:4} {minor:8} {size:10} {name}\n" for major, minor, size, name in rows)


def parcel(text: str) -> str:
    """A text as ``service call`` shows it; the empty text is what a phone without a modem answers."""
    if not text:
        return "Result: Parcel(00000000 ffffffff   '........')\n"
    units = [0, 0, len(text), 0, *(ord(character) for character in text), 0]
    units += [0] * (len(units) % 2)
    words = [units[place] | units[place + 1] << 16 for place in range(0, len(units), 2)]
    rows = [words[place : place + 4] for place in range(0, len(words), 4)]
    shown = "\n".join(f"  0x{number * 16:08x}: {' '.join(f'{word:08x}' for word in row):35} '{_letters(row)}'" for number, row in enumerate(rows))
    return f"Result: Parcel(\n{shown})\n"


def _letters(row: list[int]) -> str:
    """The right-hand side: what can be printed of each byte, points elsewhere."""
    content = b"".join(word.to_bytes(4, "little") for word in row)
    return "".join(chr(byte) if 0x20 <= byte < 0x7F else "." for byte in content).ljust(16)
