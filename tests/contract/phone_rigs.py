"""What a test of any link to phones needs: two phones on the counter's sockets, the real link and its tools, and who listens."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kiosk.errors import KioskError
from kiosk.hardware.adb import AdbServer
from kiosk.hardware.android_phones import AndroidPhones
from kiosk.hardware.apple_phones import ApplePhones
from kiosk.hardware.ports import PhoneLink, Platform, PluggedPhone
from kiosk.hardware.virtual.android import Allowance, VirtualAndroid
from kiosk.hardware.virtual.android_says import AndroidSelf
from kiosk.hardware.virtual.android_sockets import AndroidSockets
from kiosk.hardware.virtual.phone import Trust, VirtualPhone
from kiosk.hardware.virtual.usb import VirtualUsb

WAIT_S = 30.0
LONG_ENOUGH_S = 1.5
IPHONE_12 = VirtualPhone("00008101-000A1D2E3F40801E", "F17GK2X40D81", "iPhone13,2", imei="359100639000012")
IPHONE_13 = VirtualPhone("00008110-0011223344556677", "F4KXN0Q91J2P", "iPhone14,5", imei="359101129000017")
IPAD = VirtualPhone("00008027-0000AABBCCDDEEFF", "DMPX2B0KLM93", "iPad13,16")
GALAXY = VirtualAndroid(AndroidSelf("R5CR30ABCDE", "SM-G991B", "490154203237518", brand="samsung", device="o1s"))
PIXEL = VirtualAndroid(AndroidSelf("2B141FDH200ABC", "Pixel 7", "499001200000004"))
TABLET = VirtualAndroid(AndroidSelf("R52N60ABCDE", "SM-T500", brand="samsung", device="gta4lwifi"))


class Which(StrEnum):
    """The phones of a rig: two of them, and a tablet without a modem."""

    ONE = "one"
    OTHER = "other"
    TABLET = "tablet"


class Manner(StrEnum):
    """How a phone is plugged in."""

    SOUND = "sound"
    ASKING = "asking"
    """It asks its owner first."""
    SILENT = "silent"
    """It takes every question and answers none."""
    OTHERWISE = "otherwise"
    """It names another model than before."""


class Ears:
    """Who listens."""

    def __init__(self, link: PhoneLink) -> None:
        self.phones: queue.Queue[PluggedPhone] = queue.Queue()
        self.faults: queue.Queue[KioskError] = queue.Queue()
        self.gone: queue.Queue[str] = queue.Queue()
        link.start(self.phones.put, self.faults.put, self.gone.put)

    def whole(self) -> PluggedPhone:
        """The next phone that is read to its end."""
        while (phone := self.phones.get(timeout=WAIT_S)).reading:
            pass
        return phone

    def hear_no_more(self) -> bool:
        """Nothing comes while the link looks some times more."""
        try:
            self.phones.get(timeout=LONG_ENOUGH_S)
        except queue.Empty:
            return self.faults.empty()
        return False


class PhoneRig(Protocol):
    """``asked`` is set once a phone was asked something; ``asks`` the code of a phone that asks its owner."""

    platform: Platform
    link: PhoneLink
    asked: threading.Event
    asks: str

    def plug(self, which: Which, manner: Manner = Manner.SOUND) -> None: ...

    def unplug(self, which: Which) -> None: ...

    def udid(self, which: Which) -> str: ...

    def numbers(self, which: Which) -> tuple[str, str]:
        """IMEI and serial number."""
        ...

    def close(self) -> None: ...


class AppleRig:
    """Behind libimobiledevice's tools, usbmuxd and the phones are ours."""

    platform = Platform.APPLE
    asks = "hardware.phone_untrusted"

    def __init__(self, folder: Path, *, deadline_s: float) -> None:
        self.usb = VirtualUsb()
        self.asked = threading.Event()
        self.usb.on_question = self.asked.set
        self.link: PhoneLink = ApplePhones(self.usb.address, read_deadline_s=deadline_s)
        self._phones = {Which.ONE: IPHONE_12, Which.OTHER: IPHONE_13, Which.TABLET: IPAD}

    def plug(self, which: Which, manner: Manner = Manner.SOUND) -> None:
        phone = self._phones[which]
        found = {
            Manner.SOUND: phone, Manner.ASKING: replace(phone, trust=Trust.ASKED), Manner.SILENT: replace(phone, mute=True),
            Manner.OTHERWISE: replace(phone, product_type="another"),
        }  # fmt: skip
        self.usb.plug(found[manner])

    def unplug(self, which: Which) -> None:
        self.usb.unplug(self.udid(which))

    def udid(self, which: Which) -> str:
        return self._phones[which].udid

    def numbers(self, which: Which) -> tuple[str, str]:
        return self._phones[which].imei, self._phones[which].serial

    def close(self) -> None:
        self.link.stop()
        self.usb.close()


class AndroidRig:
    """The adb server and its tool are real; the daemons of the phones are ours."""

    platform = Platform.ANDROID
    asks = "hardware.phone_not_allowing"

    def __init__(self, folder: Path, *, deadline_s: float) -> None:
        self.sockets = AndroidSockets(folder / "counter")
        self.asked = threading.Event()
        self.sockets.on_question = self.asked.set
        self.link: PhoneLink = AndroidPhones(AdbServer(folder / "adb", self.sockets.address), read_deadline_s=deadline_s, offline_patience_s=20)
        self._phones = {Which.ONE: GALAXY, Which.OTHER: PIXEL, Which.TABLET: TABLET}
        self._names: dict[Which, str] = {}

    def plug(self, which: Which, manner: Manner = Manner.SOUND) -> None:
        phone = self._phones[which]
        found = {
            Manner.SOUND: phone, Manner.ASKING: replace(phone, allowance=Allowance.ASKED), Manner.SILENT: replace(phone, falls_silent_at="getprop"),
            Manner.OTHERWISE: replace(phone, who=replace(phone.who, model="another")),
        }  # fmt: skip
        self.sockets.plug(found[manner])
        self._names[which] = self.sockets.name_of(phone.who.serial)

    def unplug(self, which: Which) -> None:
        self.sockets.unplug(self._phones[which].who.serial)

    def udid(self, which: Which) -> str:
        """Known once it was plugged in."""
        return self._names.get(which, "")

    def numbers(self, which: Which) -> tuple[str, str]:
        return self._phones[which].imei, self._phones[which].who.serial

    def close(self) -> None:
        self.link.stop()
        self.sockets.close()


RIGS: dict[Platform, Callable[..., PhoneRig]] = {Platform.APPLE: AppleRig, Platform.ANDROID: AndroidRig}
