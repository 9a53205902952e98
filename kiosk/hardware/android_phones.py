"""Android phones and tablets on a USB cable, read by the real ``adb``. Own threads; plugging and unplugging at any moment is harmless.

One thread hears from the adb server who comes and goes; each phone that may be read has one of its own, so that one that hangs keeps no other
waiting. A phone says who it is, then everything else at one go. One that cannot be read yet is asked again until it answers or is unplugged; what
stands in the way is told once.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from kiosk.errors import KioskError
from kiosk.hardware.adb import READY, TOOL, AdbServer
from kiosk.hardware.adb_pages import open_page
from kiosk.hardware.android_answers import REST, WHO, imei_of, properties, script, taken_apart
from kiosk.hardware.faults import PhoneDebuggingOff, PhoneNotAllowedHere, PhoneNotAllowing, PhoneUnreadable
from kiosk.hardware.ports import OnPhone, OnPhoneFault, OnUnplug, Platform, PluggedPhone
from kiosk.hardware.silent_phones import SilentPhones

READ_DEADLINE_S = 10.0
ASK_AGAIN_S = 2.0
SERVER_AGAIN_S = 0.5
OFFLINE_PATIENCE_S = 5.0
STOP_S = 3.0
SILENT_EVERY_S = 0.5
UNPLUGGED_WITHIN_S = 0.5
UNALLOWED, NO_PERMISSION = "unauthorized", "no permissions"
COMING = ("offline", "connecting", "authorizing")
T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Ears:
    """Who listens; told of one thing at a time."""

    on_phone: OnPhone
    on_fault: OnPhoneFault
    on_unplug: OnUnplug
    one_at_a_time: threading.Lock = field(default_factory=threading.Lock)


class AndroidPhones:
    """``server`` is its own: stopping this link ends it. ``silent`` finds the phones that adb does not see, where this machine has sockets of its own."""

    def __init__(
        self, server: AdbServer, silent: SilentPhones | None = None, *, read_deadline_s: float = READ_DEADLINE_S,
        offline_patience_s: float = OFFLINE_PATIENCE_S,
    ) -> None:  # fmt: skip
        self._server = server
        self._silent = silent
        self._looked_s = 0.0
        self._read_deadline_s = read_deadline_s
        self._offline_patience_s = offline_patience_s
        self._stopping = threading.Event()
        self._phones: dict[str, _Phone] = {}
        self._thread: threading.Thread | None = None

    def start(self, on_phone: OnPhone, on_fault: OnPhoneFault, on_unplug: OnUnplug) -> None:
        self._thread = threading.Thread(target=self._loop, args=(_Ears(on_phone, on_fault, on_unplug),), name="phones of Android", daemon=True)
        self._thread.start()

    def read_again(self, udid: str) -> None:
        phone = self._phones.get(udid)
        if phone is not None:
            phone.wanted.set()

    def open_page(self, port: int, path: str, *, numbers: Mapping[str, str]) -> None:
        """On the phone that has these numbers, from any thread; NotOnePhone, OtherPhoneOnCable, PageNotOpened."""
        open_page(self._server, port, path, here={udid: phone.known for udid, phone in self._phones.copy().items()}, numbers=numbers)

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(STOP_S)
        self._server.stop()

    def _loop(self, ears: _Ears) -> None:
        while not self._stopping.is_set():
            try:
                for states in self._server.track(self._stopping.is_set):
                    self._look(states, ears)
            except FileNotFoundError:
                log.warning("%s is not installed: no Android phone can be read by cable", TOOL)
                break
            except OSError as error:
                log.info("no adb server: %s", error)
            if not self._stopping.is_set():
                self._look({}, ears)
                self._stopping.wait(SERVER_AGAIN_S)
        for phone in self._phones.values():
            phone.leave()
        for phone in self._phones.values():
            phone.join()

    def _look(self, states: Mapping[str, str], ears: _Ears) -> None:
        """Who went, who came, and what each that is here says of itself."""
        for udid in [udid for udid in self._phones if udid not in states]:
            phone = self._phones.pop(udid)
            phone.leave()
            phone.join()
            _tell(ears.on_unplug, udid)
        for udid, state in states.items():
            if udid not in self._phones:
                self._phones[udid] = _Phone(udid, self._server, ears, read_deadline_s=self._read_deadline_s)
            self._phones[udid].become(state, patience_s=self._offline_patience_s)
        self._look_for_silent(ears)

    def _look_for_silent(self, ears: _Ears) -> None:
        now_s = time.monotonic()
        if self._silent is None or now_s - self._looked_s < SILENT_EVERY_S:
            return
        self._looked_s = now_s
        new, gone = self._silent.look(now_s)
        for udid in sorted(gone - self._phones.keys()):
            _tell(ears.on_unplug, udid)
        for udid in sorted(new - self._phones.keys()):
            _tell(ears.on_fault, PhoneDebuggingOff(udid=udid))


class _Phone:
    """One phone from its plugging to its unplugging; its own thread from when it may be read."""

    def __init__(self, udid: str, server: AdbServer, ears: _Ears, *, read_deadline_s: float) -> None:
        self._udid = udid
        self._server = server
        self._ears = ears
        self._read_deadline_s = read_deadline_s
        self.wanted = threading.Event()
        self.known: PluggedPhone | None = None
        self._gone = threading.Event()
        self._thread: threading.Thread | None = None
        self._state, self._since = "", time.monotonic()
        self._told = ""

    def become(self, state: str, *, patience_s: float) -> None:
        """What the adb server says of it, now and then the same again."""
        if state != self._state:
            self._state, self._since = state, time.monotonic()
        if state != READY:
            fault = self._in_the_way(patience_s)
            if fault is not None:
                self._tell_fault(fault)
        elif self._thread is None:
            self._thread = threading.Thread(target=self._run, name=f"phone {self._udid[-4:]}", daemon=True)
            self._thread.start()

    def leave(self) -> None:
        self._gone.set()
        self.wanted.set()

    def join(self) -> None:
        if self._thread is not None:
            self._thread.join(STOP_S)

    def _in_the_way(self, patience_s: float) -> KioskError | None:
        """None while it may still come by itself."""
        if self._state == UNALLOWED:
            return PhoneNotAllowing(udid=self._udid)
        if self._state.startswith(NO_PERMISSION):
            return PhoneNotAllowedHere(udid=self._udid)
        waited = time.monotonic() - self._since >= patience_s
        return PhoneUnreadable(udid=self._udid) if waited or self._state not in COMING else None

    def _run(self) -> None:
        while not self._gone.is_set():
            self.wanted.clear()
            if self._gone.is_set():
                return
            try:
                read = self._read()
            except OSError as error:
                log.warning("%s does not start: %s", TOOL, error)
                read = False
            self.wanted.wait(None if read else ASK_AGAIN_S)

    def _read(self) -> bool:
        """Whether it said who it is: one that did not is asked again. What it does not answer after that stays unanswered."""
        began = time.monotonic()
        answers = self._answers(WHO)
        who = phone_of(self._udid, answers, reading=True)
        if who is None:
            self._tell_fault(PhoneUnreadable(udid=self._udid))
            return False
        self._tell_phone(who)
        answers |= self._answers(REST)
        whole = phone_of(self._udid, answers, duration_ms=round((time.monotonic() - began) * 1000))
        if whole is not None:
            self._tell_phone(whole)
        return True

    def _answers(self, names: tuple[str, ...]) -> dict[str, bytes]:
        said = self._server.shell(self._udid, script(names), deadline_s=self._read_deadline_s, over=self._gone.is_set)
        answers = taken_apart(said, names)
        if len(answers) < len(names):
            self._look_whether_it_is_there()
        return answers

    def _look_whether_it_is_there(self) -> None:
        """The tool knows that a phone was unplugged before the server tells it: what nobody can answer is no fault of the phone's."""
        if self._gone.wait(UNPLUGGED_WITHIN_S):
            return
        with contextlib.suppress(OSError):
            if self._server.states().get(self._udid) == READY:
                return
        self._gone.wait(STOP_S)

    def _tell_phone(self, phone: PluggedPhone) -> None:
        with self._ears.one_at_a_time:
            if not self._gone.is_set():  # else the tool was killed, and nobody listens any more
                self._told, self.known = "", phone
                _tell(self._ears.on_phone, phone)

    def _tell_fault(self, fault: KioskError) -> None:
        with self._ears.one_at_a_time:
            if self._told != fault.code and not self._gone.is_set():
                self._told = fault.code
                _tell(self._ears.on_fault, fault)


def phone_of(udid: str, answers: Mapping[str, bytes], *, duration_ms: int = 0, reading: bool = False) -> PluggedPhone | None:
    """Who it is, with everything it answered whole; None when it did not even say its model."""
    named = properties(answers.get("getprop", b""))
    model = named.get("ro.product.model", "").strip()
    serial = next((text for key in ("ro.serialno", "ro.boot.serialno") if (text := named.get(key, "").strip())), udid)
    imei = imei_of(answers.get("imei", b"")) or ""
    unanswered = () if reading else tuple(name for name in (*WHO, *REST) if name not in answers)
    return PluggedPhone(udid, imei, serial, model, Platform.ANDROID, dict(answers), unanswered, duration_ms, reading) if model else None


def _tell(listener: Callable[[T], None], what: T) -> None:
    """A bug in who listens ends no thread of this link."""
    try:
        listener(what)
    except Exception:  # the thread must outlive a bug in who listens
        log.exception("a plugged phone was not taken")
