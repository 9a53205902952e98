"""iPhones and iPads on a USB cable, read by libimobiledevice's tools as child processes. Own threads; plugging and unplugging is harmless.

One thread looks which phones are there, and each phone has one that reads it: a phone that hangs costs a moment of its own thread and nothing
else. A phone is read once per plugging, and again when somebody asks. One that does not trust this machine yet is asked again until it answers or
is unplugged; what stands in the way is told once. Every tool has a deadline and is killed when its phone goes.
"""

from __future__ import annotations

import logging
import os
import plistlib
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from xml.parsers.expat import ExpatError

from kiosk.errors import KioskError
from kiosk.hardware.faults import PhoneLocked, PhoneRefused, PhoneUnreadable, PhoneUntrusted
from kiosk.hardware.ports import OnPhone, OnPhoneFault, OnUnplug, PluggedPhone
from kiosk.hardware.tool import run_tool

LIST_TOOL, READ_TOOL = TOOLS = ("idevice_id", "ideviceinfo")
LOOK_EVERY_S = 0.4
ASK_AGAIN_S = 2.0
LIST_DEADLINE_S = 3.0
READ_DEADLINE_S = 8.0
STOP_S = 2.0
MOST_PHONES = 8
# How ``ideviceinfo`` ends its complaint: lockdown's own error numbers.
_REFUSALS: dict[str, type[KioskError]] = {"(-19)": PhoneUntrusted, "(-17)": PhoneLocked, "(-18)": PhoneRefused}
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Ears:
    """Who listens."""

    on_phone: OnPhone
    on_fault: OnPhoneFault
    on_unplug: OnUnplug


class ApplePhones:
    """``usbmuxd`` is the address of another usbmuxd than the machine's own, "" for that one."""

    def __init__(self, usbmuxd: str = "", *, read_deadline_s: float = READ_DEADLINE_S) -> None:
        self._read_deadline_s = read_deadline_s
        self._environment = os.environ | ({"USBMUXD_SOCKET_ADDRESS": usbmuxd} if usbmuxd else {})
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._phones: dict[str, _Phone] = {}

    def start(self, on_phone: OnPhone, on_fault: OnPhoneFault, on_unplug: OnUnplug) -> None:
        self._thread = threading.Thread(target=self._loop, args=(_Ears(on_phone, on_fault, on_unplug),), name="phones", daemon=True)
        self._thread.start()

    def read_again(self, udid: str) -> None:
        phone = self._phones.get(udid)
        if phone is not None:
            phone.again()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(STOP_S)

    def _loop(self, ears: _Ears) -> None:
        while not self._stopping.is_set():
            try:
                self._look(ears)
            except FileNotFoundError:
                log.warning("%s are not installed: no iPhone can be read by cable", " and ".join(TOOLS))
                break
            except Exception:  # the thread must outlive a bug in who listens
                log.exception("a plugged phone was not taken")
            self._stopping.wait(LOOK_EVERY_S)
        for phone in self._phones.values():
            phone.leave()
        for phone in self._phones.values():
            phone.join(STOP_S)

    def _look(self, ears: _Ears) -> None:
        """One look at the sockets: a thread for each phone that came, none any more for one that went."""
        here = self._plugged()
        if here is None:
            return
        for udid in sorted(self._phones.keys() - here):
            gone = self._phones.pop(udid)
            gone.leave()
            gone.join(STOP_S)
            ears.on_unplug(udid)
        for udid in sorted(here - self._phones.keys())[: MOST_PHONES - len(self._phones)]:
            self._phones[udid] = _Phone(udid, self._environment, ears, read_deadline_s=self._read_deadline_s)
            self._phones[udid].start()

    def _plugged(self) -> set[str] | None:
        """The phones on a cable, by UDID: none where there is no usbmuxd; None when it did not answer in time."""
        listed = run_tool((LIST_TOOL, "-l"), LIST_DEADLINE_S, environment=self._environment, given_up=self._stopping)
        if listed is None:
            return None
        return set(listed.stdout.decode("ascii", "replace").split()) if listed.returncode == 0 else set()


class _Phone(threading.Thread):
    """One phone from its plugging to its unplugging."""

    def __init__(self, udid: str, environment: Mapping[str, str], ears: _Ears, *, read_deadline_s: float) -> None:
        super().__init__(name=f"phone {udid[-4:]}", daemon=True)
        self._udid = udid
        self._environment = environment
        self._ears = ears
        self._read_deadline_s = read_deadline_s
        self._gone = threading.Event()
        self._wanted = threading.Event()
        self._told = ""

    def again(self) -> None:
        self._wanted.set()

    def leave(self) -> None:
        self._gone.set()
        self._wanted.set()

    def run(self) -> None:
        while not self._gone.is_set():
            self._wanted.clear()
            if self._gone.is_set():
                return
            try:
                read = self._read()
            except Exception:  # the thread must outlive a bug in who listens
                log.exception("a plugged phone was not taken")
                read = False
            self._wanted.wait(None if read else ASK_AGAIN_S)

    def _read(self) -> bool:
        """Whether it was read: one that was not is asked again."""
        began = time.monotonic()
        found = self._ask()
        if self._gone.is_set() or found is None:  # the tool was killed: that is no fault of the phone's, and nobody listens any more
            return False
        if isinstance(found, KioskError):
            if self._told != found.code:
                self._told = found.code
                self._ears.on_fault(found)
            return False
        self._told = ""
        self._ears.on_phone(replace(found, duration_ms=round((time.monotonic() - began) * 1000)))
        return True

    def _ask(self) -> PluggedPhone | KioskError | None:
        """Who it is, or what stands in the way; None when it was unplugged meanwhile."""
        answered = self._run((READ_TOOL, "-x"), self._read_deadline_s)
        if answered is None:
            return PhoneUnreadable(udid=self._udid)
        if answered.returncode == 0:
            return _phone(self._udid, answered.stdout)
        complaint = answered.stderr.decode("utf-8", "replace")
        if "not found" in complaint:
            return None
        return next((refusal(udid=self._udid) for number, refusal in _REFUSALS.items() if number in complaint), PhoneUnreadable(udid=self._udid))

    def _run(self, command: tuple[str, ...], deadline_s: float) -> subprocess.CompletedProcess[bytes] | None:
        tool, *rest = command
        return run_tool((tool, "-u", self._udid, *rest), deadline_s, environment=self._environment, given_up=self._gone)


def _phone(udid: str, answer: bytes) -> PluggedPhone | KioskError:
    """PhoneUnreadable for what is no property list, or names neither an IMEI nor a serial number."""
    try:
        said: Any = plistlib.loads(answer)
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return PhoneUnreadable(udid=udid)
    if not isinstance(said, dict):
        return PhoneUnreadable(udid=udid)
    imei, serial = str(said.get("InternationalMobileEquipmentIdentity", "")), str(said.get("SerialNumber", ""))
    if not imei and not serial:
        return PhoneUnreadable(udid=udid)
    return PluggedPhone(udid, imei=imei, serial=serial, product_type=str(said.get("ProductType", "")))
