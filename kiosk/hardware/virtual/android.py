"""Android phones that are not there: what a phone's adb daemon says, so that the real ``adb`` reads them.

Each plugged phone listens on a port of its own, and a real adb server of the counter's is told to connect to it. A phone that was not
allowed yet asks for ever, until somebody touches *Allow* on it.
"""

from __future__ import annotations

import re
import socketserver
import struct
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kiosk.hardware.virtual.android_says import AndroidSelf

HEADER = struct.Struct("<6I")
CNXN, AUTH, OPEN, OKAY, WRTE, CLSE = (int.from_bytes(name, "little") for name in (b"CNXN", b"AUTH", b"OPEN", b"OKAY", b"WRTE", b"CLSE"))
VERSION, MOST_BYTES = 0x01000001, 262_144
TOKEN, PUBLIC_KEY = 1, 3
OUT, EXIT = 1, 3
CHUNK_BYTES = 32_768
UNKNOWN_COMMAND = 127
_ECHO = re.compile(r"echo '(.*)'")
_VIEW = re.compile(r"am start -a android\.intent\.action\.VIEW -d '([^']*)'")


class Allowance(StrEnum):
    """What a phone says to a machine that wants to read it."""

    GIVEN = "given"
    ASKED = "asked"
    """*Allow USB debugging?* is on its screen."""
    MUTE = "mute"
    """Not even that: it takes the connection and says nothing."""


@dataclass(frozen=True, slots=True)
class VirtualAndroid:
    """``falls_silent_at`` is the question at which it hangs; ``crlf`` ends its lines as releases before 7 did."""

    who: AndroidSelf
    allowance: Allowance = Allowance.GIVEN
    falls_silent_at: str = ""
    crlf: bool = False

    @property
    def imei(self) -> str:
        return self.who.imei

    def runs(self, script: str) -> tuple[list[bytes], bool]:
        """What its shell writes, command by command, and whether it comes to its end."""
        known = self.who.answers()
        written = []
        for line in script.split("\n"):
            echoed = _ECHO.fullmatch(line)
            said = f"{echoed[1]}\n".encode() if echoed else known.get(line, f"/system/bin/sh: {line[:40]}: inaccessible or not found\n".encode())
            written.append(said.replace(b"\n", b"\r\n") if self.crlf else said)
            if echoed and self.falls_silent_at and echoed[1].endswith(f" {self.falls_silent_at}"):
                return written, False
        return written, True


class VirtualAdbd:
    """The daemon of one phone on one cable, from construction to ``close``.

    ``on_question`` hears each script that it is given; ``reached`` is set once a server came.
    """

    def __init__(self, phone: VirtualAndroid, on_question: Callable[[], None] = lambda: None) -> None:
        self.phone = phone
        self.on_question = on_question
        self.talks: list[_Talk] = []
        self.opened: list[str] = []
        self.ports: dict[str, str] = {}
        self.reached = threading.Event()
        daemon = self

        class Connection(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                _Talk(daemon, self.request).go_on()

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            block_on_close = False

        self._server = Server(("127.0.0.1", 0), Connection)
        self.address = f"127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, name="virtual-adbd", daemon=True).start()

    def become(self, phone: VirtualAndroid) -> None:
        """Somebody touched *Allow* on it, or it says something else from now on."""
        self.phone = phone
        for talk in tuple(self.talks):
            talk.greet()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Talk:
    """One connection of an adb server: greeted once it is allowed, then shells side by side, each piece sent once the one before was taken."""

    def __init__(self, daemon: VirtualAdbd, line: Any) -> None:
        self._daemon = daemon
        self._line = line
        self._sending = threading.Lock()
        self._greeted = False
        self._asked = False
        self._waiting: dict[int, deque[bytes]] = {}
        self._theirs: dict[int, int] = {}

    def go_on(self) -> None:
        self._daemon.talks.append(self)
        self._daemon.reached.set()
        try:
            while (message := self._take()) is not None:
                self._answer(*message)
        except OSError:
            return
        finally:
            self._daemon.talks.remove(self)

    def greet(self) -> None:
        """Says who it is, once, when it is allowed to and was asked."""
        if self._asked and not self._greeted and self._daemon.phone.allowance is Allowance.GIVEN:
            self._greeted = True
            who = self._daemon.phone.who
            named = f"ro.product.name={who.device};ro.product.model={who.model};ro.product.device={who.device};features=shell_v2,cmd"
            self._send(CNXN, VERSION, MOST_BYTES, f"device::{named}".encode())

    def _answer(self, command: int, first: int, second: int, body: bytes) -> None:
        if command in (CNXN, AUTH):
            self._asked = True
            self.greet()
            if not self._greeted and self._daemon.phone.allowance is Allowance.ASKED and (command == CNXN or first != PUBLIC_KEY):
                self._send(AUTH, TOKEN, 0, bytes(20))
        elif command == OPEN:
            self._open(first, body.rstrip(b"\0").decode("utf-8", "replace"))
        elif command == OKAY:
            self._go_on_with(second)
        elif command == WRTE:
            self._send(OKAY, second, first)
        elif command == CLSE:
            self._theirs.pop(second, None)
            self._waiting.pop(second, None)

    def _open(self, theirs: int, service: str) -> None:
        kind, _, script = service.partition(":")
        if kind == "reverse":
            self._begin(theirs, deque((self._turned_round(script), b"")))
        elif kind.startswith("shell,v2"):
            self._begin(theirs, self._shell(script))
        else:
            self._send(CLSE, 0, theirs)

    def _turned_round(self, asked: str) -> bytes:
        """``forward:tcp:1;tcp:2`` is taken, ``list-forward`` told."""
        if asked.startswith("forward:"):
            theirs, _, ours = asked.removeprefix("forward:").partition(";")
            self._daemon.ports[theirs] = ours
            return b"OKAY"
        listed = "".join(f"host-1 {theirs} {ours}\n" for theirs, ours in self._daemon.ports.items())
        return f"{len(listed):04x}{listed}".encode()

    def _shell(self, script: str) -> deque[bytes]:
        written, ends = self._daemon.phone.runs(script)
        if viewed := _VIEW.fullmatch(script):
            self._daemon.opened.append(viewed[1])
            written = [f"Starting: Intent {{ act=android.intent.action.VIEW dat={viewed[1]} }}\n".encode()]
        whole = b"".join(written)
        pieces = [whole[place : place + CHUNK_BYTES] for place in range(0, len(whole), CHUNK_BYTES)]
        code = UNKNOWN_COMMAND if b"inaccessible or not found" in whole[-80:] else 0
        packets = deque(struct.pack("<BI", OUT, len(piece)) + piece for piece in pieces)
        if ends:
            packets += (struct.pack("<BIB", EXIT, 1, code), b"")
        return packets

    def _begin(self, theirs: int, packets: deque[bytes]) -> None:
        ours = max(self._waiting, default=0) + 1
        self._theirs[ours], self._waiting[ours] = theirs, packets
        self._send(OKAY, ours, theirs)
        self._daemon.on_question()
        self._go_on_with(ours)

    def _go_on_with(self, ours: int) -> None:
        """The next packet of this shell; after the last one it is closed. A shell that hangs has none left and stays open."""
        waiting = self._waiting.get(ours)
        if not waiting:
            return
        packet = waiting.popleft()
        if packet:
            self._send(WRTE, ours, self._theirs[ours], packet)
        else:
            self._send(CLSE, ours, self._theirs[ours])

    def _send(self, command: int, first: int, second: int, body: bytes = b"") -> None:
        header = HEADER.pack(command, first, second, len(body), sum(body) & 0xFFFFFFFF, command ^ 0xFFFFFFFF)
        with self._sending:
            self._line.sendall(header + body)

    def _take(self) -> tuple[int, int, int, bytes] | None:
        header = self._exactly(HEADER.size)
        if header is None:
            return None
        command, first, second, length, _sum, _magic = HEADER.unpack(header)
        body = self._exactly(length)
        return None if body is None else (command, first, second, body)

    def _exactly(self, length: int) -> bytes | None:
        taken = b""
        while len(taken) < length:
            chunk = self._line.recv(length - len(taken))
            if not chunk:
                return None
            taken += chunk
        return taken
