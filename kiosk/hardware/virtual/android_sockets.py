"""The counter's sockets for Android phones: a real adb server of its own, started with the first phone, to which each plugged phone is connected."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from collections.abc import Callable
from pathlib import Path

from kiosk.hardware.adb import TOOL, AdbServer
from kiosk.hardware.virtual.android import VirtualAdbd, VirtualAndroid

CONNECT_S = 30.0
READ_BYTES = 1_024
log = logging.getLogger(__name__)


class AndroidSockets:
    """``address`` is what the kiosk's ``[phones] adb`` names. ``on_question`` hears each batch that a phone is asked."""

    def __init__(self, home: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        self.address = f"127.0.0.1:{port}"
        self.on_question: Callable[[], None] = lambda: None
        self._server = AdbServer(home, self.address)
        self._started = False
        self._daemons: dict[str, VirtualAdbd] = {}

    def plug(self, phone: VirtualAndroid) -> None:
        """Also changes what a phone that is plugged in says: somebody touched *Allow* on it. Without adb nothing comes of it."""
        here = self._daemons.get(phone.who.serial)
        if here is not None:
            here.become(phone)
            return
        try:
            self._begin()
        except FileNotFoundError:
            log.warning("%s is not installed: no Android phone can be plugged in", TOOL)
            return
        daemon = VirtualAdbd(phone, lambda: self.on_question())
        self._daemons[phone.who.serial] = daemon
        threading.Thread(target=self._ask, args=(f"host:connect:{daemon.address}",), name="virtual-android-plug", daemon=True).start()
        assert daemon.reached.wait(CONNECT_S), "the adb server does not come to the phone"

    def unplug(self, serial: str) -> bool:
        """Whether it was plugged in."""
        daemon = self._daemons.pop(serial, None)
        if daemon is None:
            return False
        self._ask(f"host:disconnect:{daemon.address}")
        daemon.close()
        return True

    def name_of(self, serial: str) -> str:
        """What the adb server calls it: phones on a real cable are called by their serial number."""
        return self._daemons[serial].address

    def opened_on(self, serial: str) -> tuple[str, ...]:
        """The addresses that its browser was told to open."""
        return tuple(self._daemons[serial].opened)

    def close(self) -> None:
        for serial in tuple(self._daemons):
            self.unplug(serial)
        self._server.stop()
        self._started = False

    def _begin(self) -> None:
        if not self._started:
            self._server.start()
            self._started = True

    def _ask(self, question: str) -> None:
        """Until the server has done it. It may be ended meanwhile."""
        with contextlib.suppress(OSError), self._server.ask(question) as line:
            line.settimeout(CONNECT_S)
            while line.recv(READ_BYTES):
                pass
