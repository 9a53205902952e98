"""iPhones and iPads on a USB cable, read by libimobiledevice's tools as child processes. Own thread; plugging and unplugging is harmless.

A phone is read once per plugging. One that does not trust this machine yet is asked again until it answers or is unplugged; what
stands in the way is told once. Every tool has a deadline: a phone that hangs costs a moment of this thread and nothing else.
"""

from __future__ import annotations

import logging
import os
import plistlib
import subprocess
import threading
import time
from collections.abc import Callable
from typing import Any
from xml.parsers.expat import ExpatError

from kiosk.errors import KioskError
from kiosk.hardware.faults import PhoneLocked, PhoneRefused, PhoneUnreadable, PhoneUntrusted
from kiosk.hardware.ports import PluggedPhone

LIST_TOOL, READ_TOOL = TOOLS = ("idevice_id", "ideviceinfo")
LOOK_EVERY_S = 0.4
ASK_AGAIN_S = 2.0
LIST_DEADLINE_S = 3.0
READ_DEADLINE_S = 8.0
STOP_S = 2.0
LOOK_AT_STOP_S = 0.1
# How ``ideviceinfo`` ends its complaint: lockdown's own error numbers.
_REFUSALS: dict[str, type[KioskError]] = {"(-19)": PhoneUntrusted, "(-17)": PhoneLocked, "(-18)": PhoneRefused}
log = logging.getLogger(__name__)


class ApplePhones:
    """``usbmuxd`` is the address of another usbmuxd than the machine's own, "" for that one."""

    def __init__(self, usbmuxd: str = "", *, read_deadline_s: float = READ_DEADLINE_S) -> None:
        self._read_deadline_s = read_deadline_s
        self._environment = os.environ | ({"USBMUXD_SOCKET_ADDRESS": usbmuxd} if usbmuxd else {})
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._read: set[str] = set()
        self._told: dict[str, str] = {}

    def start(self, on_phone: Callable[[PluggedPhone], None], on_fault: Callable[[KioskError], None]) -> None:
        self._thread = threading.Thread(target=self._loop, args=(on_phone, on_fault), name="phones", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(STOP_S)

    def _loop(self, on_phone: Callable[[PluggedPhone], None], on_fault: Callable[[KioskError], None]) -> None:
        while not self._stopping.is_set():
            try:
                waiting = self._look(on_phone, on_fault)
            except FileNotFoundError:
                log.warning("%s are not installed: no phone can be read by cable", " and ".join(TOOLS))
                return
            except Exception:  # the thread must outlive a bug in who listens
                log.exception("a plugged phone was not taken")
                waiting = True
            self._stopping.wait(ASK_AGAIN_S if waiting else LOOK_EVERY_S)

    def _look(self, on_phone: Callable[[PluggedPhone], None], on_fault: Callable[[KioskError], None]) -> bool:
        """One look at the sockets; whether a phone that is plugged in could not be read yet."""
        here = self._plugged()
        if here is None:
            return True
        self._read &= here
        self._told = {udid: code for udid, code in self._told.items() if udid in here}
        for udid in sorted(here - self._read):
            found = self._ask(udid)
            if self._stopping.is_set():  # the tool was killed: that is no fault of the phone's, and nobody listens any more
                break
            if isinstance(found, PluggedPhone):
                self._read.add(udid)
                on_phone(found)
            elif found is not None and self._told.get(udid) != found.code:
                self._told[udid] = found.code
                on_fault(found)
        return bool(here - self._read)

    def _plugged(self) -> set[str] | None:
        """The phones on a cable, by UDID: none where there is no usbmuxd; None when it did not answer in time."""
        listed = self._run([LIST_TOOL, "-l"], LIST_DEADLINE_S)
        if listed is None:
            return None
        return set(listed.stdout.decode("ascii", "replace").split()) if listed.returncode == 0 else set()

    def _ask(self, udid: str) -> PluggedPhone | KioskError | None:
        """Who it is, or what stands in the way; None when it was unplugged meanwhile."""
        answered = self._run([READ_TOOL, "-u", udid, "-x"], self._read_deadline_s)
        if answered is None:
            return PhoneUnreadable()
        if answered.returncode == 0:
            return _phone(udid, answered.stdout)
        complaint = answered.stderr.decode("utf-8", "replace")
        if "not found" in complaint:
            return None
        return next((refusal() for number, refusal in _REFUSALS.items() if number in complaint), PhoneUnreadable())

    def _run(self, command: list[str], deadline_s: float) -> subprocess.CompletedProcess[bytes] | None:
        """None when it did not end in time, or this link was stopped meanwhile: the tool is killed then."""
        silent = subprocess.DEVNULL
        with subprocess.Popen(command, env=self._environment, stdin=silent, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as tool:
            end = time.monotonic() + deadline_s
            while time.monotonic() < end and not self._stopping.is_set():
                try:
                    said, complained = tool.communicate(timeout=LOOK_AT_STOP_S)
                except subprocess.TimeoutExpired:
                    continue
                return subprocess.CompletedProcess(command, tool.returncode, said, complained)
            tool.kill()
        return None


def _phone(udid: str, answer: bytes) -> PluggedPhone | KioskError:
    """PhoneUnreadable for what is no property list, or names neither an IMEI nor a serial number."""
    try:
        said: Any = plistlib.loads(answer)
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return PhoneUnreadable()
    if not isinstance(said, dict):
        return PhoneUnreadable()
    imei, serial = str(said.get("InternationalMobileEquipmentIdentity", "")), str(said.get("SerialNumber", ""))
    return PluggedPhone(udid, imei=imei, serial=serial, product_type=str(said.get("ProductType", ""))) if imei or serial else PhoneUnreadable()
