"""iPhones and iPads on a USB cable, read by libimobiledevice's tools as child processes. Own threads; plugging and unplugging is harmless.

One thread looks which phones are there, and each phone has one that reads it: a phone that hangs costs a moment of its own thread and nothing
else. A phone is read once per plugging, and again when somebody asks: who it is is told at once, the rest as soon as all of it was asked. One that
does not trust this machine yet is asked again until it answers or is unplugged; what stands in the way is told once. Every tool has a deadline and
is killed when its phone goes. What the tools say is handed on word for word: ``diagnostics/probes/apple.py`` understands it.
"""

from __future__ import annotations

import logging
import os
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.basics.plists import plist_dict
from kiosk.errors import KioskError
from kiosk.hardware.faults import PhoneLocked, PhoneRefused, PhoneUnreadable, PhoneUntrusted
from kiosk.hardware.ports import OnPhone, OnPhoneFault, OnUnplug, PluggedPhone
from kiosk.hardware.tool import run_tool

LIST_TOOL, READ_TOOL, DIAGNOSTICS_TOOL = TOOLS = ("idevice_id", "ideviceinfo", "idevicediagnostics")
WHO = "who"
LOOK_EVERY_S = 0.4
ASK_AGAIN_S = 2.0
LIST_DEADLINE_S = 3.0
READ_DEADLINE_S = 8.0
MOST_BYTES = 4 << 20
NOT_INSTALLED = 127
STOP_S = 2.0
MOST_PHONES = 8
# How ``ideviceinfo`` ends its complaint: lockdown's own error numbers.
_REFUSALS: dict[str, type[KioskError]] = {"(-19)": PhoneUntrusted, "(-17)": PhoneLocked, "(-18)": PhoneRefused}
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Read:
    """One question to a phone. ``instead_of`` are others that all must have been refused: older phones keep their battery elsewhere."""

    name: str
    command: tuple[str, ...]
    instead_of: tuple[str, ...] = ()


READS = (
    Read("disk_usage", (READ_TOOL, "-x", "-q", "com.apple.disk_usage")),
    Read("battery", (READ_TOOL, "-x", "-q", "com.apple.mobile.battery")),
    Read("find_my", (READ_TOOL, "-q", "com.apple.fmip", "-k", "IsAssociated")),
    Read("supervised", (READ_TOOL, "-q", "com.apple.mobile.chaperone", "-k", "DeviceIsChaperoned")),
    Read("smart_battery", (DIAGNOSTICS_TOOL, "ioregentry", "AppleSmartBattery")),
    Read("charger", (DIAGNOSTICS_TOOL, "ioregentry", "AppleARMPMUCharger"), instead_of=("smart_battery",)),
    Read("gas_gauge", (DIAGNOSTICS_TOOL, "diagnostics", "GasGauge"), instead_of=("smart_battery", "charger")),
)


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
        here = plugged_phones(self._environment, self._stopping)
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
            if self._told != found.code and self._still_there():  # a phone that is pulled while it speaks has no fault
                self._told = found.code
                self._ears.on_fault(found)
            return False
        self._told = ""
        self._ears.on_phone(replace(found, reading=True, duration_ms=_ms_since(began)))
        whole = self._ask_everything(found)
        if not self._still_there():  # what it did not say any more is not what it refused
            return False
        self._ears.on_phone(replace(whole, duration_ms=_ms_since(began)))
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

    def _ask_everything(self, who: PluggedPhone) -> PluggedPhone:
        """The rest of it, question by question. The diagnostics of a locked phone take a question and never answer."""
        outputs, unanswered = dict(who.outputs), []
        for read in READS:
            if self._gone.is_set():
                break
            if read.instead_of and any(name in outputs or name in unanswered for name in read.instead_of):
                continue
            answered = self._run(read.command, self._read_deadline_s)
            if answered is None:
                unanswered.append(read.name)
            elif answered.returncode == 0 and len(answered.stdout) <= MOST_BYTES:
                outputs[read.name] = answered.stdout
        return replace(who, outputs=outputs, unanswered=tuple(unanswered))

    def _still_there(self) -> bool:
        listed = plugged_phones(self._environment, self._gone)
        return not self._gone.is_set() and (listed is None or self._udid in listed)

    def _run(self, command: tuple[str, ...], deadline_s: float) -> subprocess.CompletedProcess[bytes] | None:
        tool, *rest = command
        try:
            return run_tool((tool, "-u", self._udid, *rest), deadline_s, environment=self._environment, given_up=self._gone)
        except FileNotFoundError:
            return subprocess.CompletedProcess(command, NOT_INSTALLED, b"", b"")


def plugged_phones(environment: Mapping[str, str], given_up: threading.Event) -> set[str] | None:
    """The phones on a cable, by UDID: none where there is no usbmuxd; None when it did not answer in time. FileNotFoundError."""
    listed = run_tool((LIST_TOOL, "-l"), LIST_DEADLINE_S, environment=environment, given_up=given_up)
    if listed is None:
        return None
    return set(listed.stdout.decode("ascii", "replace").split()) if listed.returncode == 0 else set()


def _phone(udid: str, answer: bytes) -> PluggedPhone | KioskError:
    """PhoneUnreadable for what is no property list, or names neither an IMEI nor a serial number."""
    said = plist_dict(answer) if len(answer) <= MOST_BYTES else {}
    imei, serial = str(said.get("InternationalMobileEquipmentIdentity", "")), str(said.get("SerialNumber", ""))
    if not imei and not serial:
        return PhoneUnreadable(udid=udid)
    second = str(said.get("InternationalMobileEquipmentIdentity2", ""))
    return PluggedPhone(udid, imei=imei, serial=serial, product_type=str(said.get("ProductType", "")), outputs={WHO: answer}, imei2=second)


def _ms_since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
