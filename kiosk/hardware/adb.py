"""The border to ``adb``: a server of the kiosk's own, who is plugged in as it says, and the tool as a child process with a deadline.

The server has its own port and its own home, so that nobody else's is touched and the key that customers' phones allow is the kiosk's.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kiosk.hardware.tool import give_way

TOOL = "adb"
READY = "device"
OWN_PORT = 5099
ANSWER_S = 10.0
START_S = 15.0
STOP_S = 2.0
LOOK_S = 0.1
READ_BYTES = 65_536
MOST_BYTES = 8_388_608
"""More than this no honest phone says at one go: the tool is killed."""
TRACK = "host:track-devices"
_LENGTH_DIGITS = 4


class AdbServer:
    """``address`` names another server than the kiosk's own, which is never started or ended here; ``home`` holds the key of the kiosk's own."""

    def __init__(self, home: Path, address: str = "", *, own_port: int = OWN_PORT) -> None:
        self._home = home
        self._another = bool(address)
        self.host, _, port = (address or f"127.0.0.1:{own_port}").rpartition(":")
        self.port = int(port)
        self._child: subprocess.Popen[bytes] | None = None
        # Emulators on this machine are no phones: none of their ports is looked at.
        self._environment = os.environ | {"HOME": str(home), "ADB_LOCAL_TRANSPORT_MAX_PORT": "5553"}

    def ask(self, question: str) -> socket.socket:
        """The line on which the server answers, after it said that it will; ConnectionError."""
        line = socket.create_connection((self.host, self.port), timeout=ANSWER_S)
        try:
            line.sendall(f"{len(question):04x}{question}".encode())
            answer = b""
            while len(answer) < _LENGTH_DIGITS and (chunk := line.recv(_LENGTH_DIGITS - len(answer))):
                answer += chunk
            if answer != b"OKAY":
                raise ConnectionError(f"adb said {answer!r} to {question}")
        except OSError:
            line.close()
            raise
        return line

    def track(self, over: Callable[[], bool]) -> Iterator[dict[str, str]]:
        """The state of each phone by its name, at once and whenever it changes, and now and then in between. OSError; FileNotFoundError without adb.

        The server announces who comes, goes and is ready, but not that a phone begins to ask its owner: while one is not ready it is asked.
        """
        with self._line(over) as line:
            line.settimeout(LOOK_S)
            states: dict[str, str] = {}
            pending = b""
            while not over():
                with contextlib.suppress(TimeoutError):
                    chunk = line.recv(READ_BYTES)
                    if not chunk:
                        raise ConnectionError("the adb server is gone")
                    pending += chunk
                while (length := _length(pending)) is not None and len(pending) >= _LENGTH_DIGITS + length:
                    states = _states(pending[_LENGTH_DIGITS : _LENGTH_DIGITS + length])
                    pending = pending[_LENGTH_DIGITS + length :]
                    yield states
                if any(state != READY for state in states.values()):
                    with contextlib.suppress(TimeoutError):  # a busy machine is no server that is gone
                        states = self.states()
                yield states

    def shell(self, udid: str, script: str, *, deadline_s: float, over: Callable[[], bool]) -> bytes:
        """What a script run on the phone writes until it ends or is killed: over time, too much said, nobody waits any more."""
        # An address by number is no local one to the tool: it never starts a server of its own there.
        command = [TOOL, "-H", self.host, "-P", str(self.port), "-s", udid, "shell", "-n", script]
        return run(command, self._environment, deadline_s=deadline_s, over=over)

    def reverse(self, udid: str, port: int, *, deadline_s: float) -> bool:
        """Whether that port of the phone leads to this machine's from now on."""
        tool = [TOOL, "-H", self.host, "-P", str(self.port), "-s", udid, "reverse"]
        run([*tool, f"tcp:{port}", f"tcp:{port}"], self._environment, deadline_s=deadline_s, over=lambda: False)
        listed = run([*tool, "--list"], self._environment, deadline_s=deadline_s, over=lambda: False)
        return f"tcp:{port} tcp:{port}".encode() in listed

    def stop(self) -> None:
        """Ends the server that was started here; another's goes on."""
        child, self._child = self._child, None
        if child is None:
            return
        child.terminate()
        try:
            child.wait(STOP_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()

    def start(self, over: Callable[[], bool] = lambda: False) -> None:
        """Starts the server in the foreground, as a child, and waits until it answers. FileNotFoundError where adb is not installed; ConnectionError."""
        self.stop()
        self._home.mkdir(parents=True, exist_ok=True, mode=0o700)
        silent = subprocess.DEVNULL
        command = [TOOL, "-P", str(self.port), "nodaemon", "server"]
        self._child = subprocess.Popen(command, env=self._environment, stdin=silent, stdout=silent, stderr=silent)
        give_way(self._child)
        end = time.monotonic() + START_S
        while time.monotonic() < end and not over():
            with contextlib.suppress(ConnectionRefusedError, TimeoutError):
                self.ask("host:version").close()
                return
            time.sleep(LOOK_S)
        raise ConnectionError("the adb server does not start")

    def states(self) -> dict[str, str]:
        """The state of each phone by its name, now. OSError."""
        with self.ask("host:devices") as line:
            listing = b""
            while chunk := line.recv(READ_BYTES):
                listing += chunk
        return _states(listing[_LENGTH_DIGITS:])

    def _line(self, over: Callable[[], bool]) -> socket.socket:
        """One that a kiosk left behind when it was killed serves as well as a new one."""
        try:
            return self.ask(TRACK)
        except ConnectionRefusedError:
            if self._another:
                raise
        self.start(over)
        return self.ask(TRACK)


def run(command: list[str], environment: Mapping[str, str], *, deadline_s: float, over: Callable[[], bool]) -> bytes:
    """What a tool writes until it ends or is killed; nobody reads its complaints."""
    silent = subprocess.DEVNULL
    with (
        subprocess.Popen(command, env=environment, stdin=silent, stdout=subprocess.PIPE, stderr=silent) as tool,
        selectors.DefaultSelector() as ready,
    ):
        assert tool.stdout is not None
        give_way(tool)
        ready.register(tool.stdout, selectors.EVENT_READ)
        said = bytearray()
        end = time.monotonic() + deadline_s
        while time.monotonic() < end and len(said) < MOST_BYTES and not over():
            chunk = os.read(tool.stdout.fileno(), READ_BYTES) if ready.select(LOOK_S) else None
            if chunk == b"":
                break
            said += chunk or b""
        tool.kill()
    return bytes(said)


def _length(pending: bytes) -> int | None:
    """ConnectionError for what is no length: that is no adb server."""
    if len(pending) < _LENGTH_DIGITS:
        return None
    try:
        return int(pending[:_LENGTH_DIGITS], 16)
    except ValueError as error:
        raise ConnectionError("no adb server answers there") from error


def _states(listing: bytes) -> dict[str, str]:
    """``name<tab>state`` a line; a state may go on with an explanation."""
    rows = (line.partition("\t") for line in listing.decode("utf-8", "replace").split("\n"))
    return {name: state for name, tab, state in rows if tab and name}
