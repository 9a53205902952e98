"""Phones on the bench's cable without the cable: what the drivers hand on when a virtual phone was read, at once and whole."""

from __future__ import annotations

import plistlib

from kiosk.hardware.android_answers import COMMANDS, WHO
from kiosk.hardware.android_phones import phone_of
from kiosk.hardware.ports import PluggedPhone
from kiosk.hardware.virtual.android_says import AndroidSelf
from kiosk.hardware.virtual.phone import BATTERY, DISK, FIND_MY, SUPERVISION, VirtualPhone

IPHONE_12 = VirtualPhone("00008101-000A1D2E3F40801E", "F17GK2X40D81", "iPhone13,2", imei="359100639000012")
IPHONE_13 = VirtualPhone("00008110-0011223344556677", "F4KXN0Q91J2P", "iPhone14,5", imei="359101129000017")
GALAXY = AndroidSelf("R5CR31K7XYA", "SM-G991B", "358398689000012", brand="samsung", device="o1s", battery_pct=86)
WITH_FIND_MY = {FIND_MY: {"IsAssociated": True}}


def told(phone: VirtualPhone) -> PluggedPhone:
    """Just plugged in: who it is."""
    return PluggedPhone(
        phone.udid, imei=phone.imei, serial=phone.serial, product_type=phone.product_type, outputs={"who": plistlib.dumps(phone.values(""))}, reading=True
    )  # fmt: skip


def whole(phone: VirtualPhone) -> PluggedPhone:
    """Read whole, as its tools print it; the diagnostics of a locked one say nothing."""
    outputs = {
        "who": plistlib.dumps(phone.values("")), "disk_usage": plistlib.dumps(phone.values(DISK)), "battery": plistlib.dumps(phone.values(BATTERY)),
        "find_my": _printed(phone, FIND_MY, "IsAssociated"), "supervised": _printed(phone, SUPERVISION, "DeviceIsChaperoned"),
    }  # fmt: skip
    registry = {"smart_battery": plistlib.dumps({"IORegistry": dict(phone.registry["AppleSmartBattery"])})}
    return PluggedPhone(
        phone.udid, imei=phone.imei, serial=phone.serial, product_type=phone.product_type, outputs=outputs | ({} if phone.locked else registry),
        unanswered=("smart_battery",) if phone.locked else (), duration_ms=812,
    )  # fmt: skip


def told_android(phone: AndroidSelf) -> PluggedPhone:
    """Just plugged in and allowed: who it is."""
    return _android(phone, WHO, reading=True)


def whole_android(phone: AndroidSelf, *, unanswered: tuple[str, ...] = ()) -> PluggedPhone:
    return _android(phone, tuple(name for name in COMMANDS if name not in unanswered))


def _android(phone: AndroidSelf, names: tuple[str, ...], *, reading: bool = False) -> PluggedPhone:
    said = phone.answers()
    found = phone_of(phone.serial, {name: said[COMMANDS[name]] for name in names}, duration_ms=640, reading=reading)
    assert found is not None
    return found


def _printed(phone: VirtualPhone, domain: str, key: str) -> bytes:
    return b"true\n" if phone.values(domain).get(key) else b"false\n"
