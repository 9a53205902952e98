"""Serves one static page to a phone on a cable and takes back one text: HTTP on 127.0.0.1, below a secret part of the address.

The phone reaches it through ``adb reverse`` as ``http://localhost``, which browsers trust with camera and microphone. It has a thread of
its own and knows nothing of what the page tests. Refused: another Host than this machine's own name (a page elsewhere whose address was
turned to 127.0.0.1), an unknown, used or old token, a name that is no file, a body that is too long or does not look like an answer.
"""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any, Protocol

from kiosk.basics.clock import Clock

log = logging.getLogger(__name__)
ADDRESS = "127.0.0.1"
HOSTS = ("localhost", "127.0.0.1")
TOKEN_BYTES = 16
LONGEST_BODY_BYTES = 8192
REQUEST_TIMEOUT_S = 10
LOOK_AT_STOP_S = 0.05
ROOT = "/t/"
ANSWER = "answer"


class OpensPages(Protocol):
    """The phones on cables, of which one can be told to open a page of this machine: ``port`` is ours, ``path`` begins with ``/``.

    ``numbers`` are the device's own (``imei``, ``imei2``, ``serial``): another phone is not told. Raises a coded error.
    """

    def open_page(self, port: int, path: str, *, numbers: Mapping[str, str]) -> None: ...


@dataclass(frozen=True, slots=True)
class _Guest:
    until_ms: int
    take: Callable[[str], None]


class PageServer:
    """Runs from the first ``admit`` until its last guest was dismissed, or it is stopped.

    ``files`` are content and media type by name; ``looks_right`` says which body can be an answer.
    """

    def __init__(
        self, files: Callable[[], Mapping[str, tuple[bytes, str]]], clock: Clock, *, headers: Mapping[str, str], looks_right: re.Pattern[str]
    ) -> None:  # fmt: skip
        self._read_files = files
        self._files: Mapping[str, tuple[bytes, str]] = {}
        self._clock = clock
        self._headers = headers
        self._looks_right = looks_right
        self._guests: dict[str, _Guest] = {}
        self._lock = Lock()
        self._server: ThreadingHTTPServer | None = None

    def admit(self, take: Callable[[str], None], *, life_s: int) -> tuple[int, str]:
        """Port and path of the page for one guest; ``take`` is called once, on a thread of the server, with what the page sent."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        now_ms = self._clock.monotonic_ms()
        with self._lock:
            self._guests = {name: guest for name, guest in self._guests.items() if guest.until_ms > now_ms}
            self._guests[token] = _Guest(now_ms + life_s * 1000, take)
            if self._server is None:
                self._files = self._read_files()
                self._server = _Server((ADDRESS, 0), self)
                Thread(target=self._server.serve_forever, args=(LOOK_AT_STOP_S,), name="page", daemon=True).start()
            return self._server.server_port, f"{ROOT}{token}/"

    def dismiss(self, path: str) -> None:
        """This guest is let in no more; without any guest left the server ends."""
        with self._lock:
            self._guests.pop(path.removeprefix(ROOT).rstrip("/"), None)
            empty = not self._guests
        if empty:
            self.stop()

    @property
    def running(self) -> bool:
        return self._server is not None

    def stop(self) -> None:
        """No guest is let in any more."""
        with self._lock:
            server, self._server = self._server, None
            self._guests.clear()
        if server is not None:
            server.shutdown()
            server.server_close()

    def file(self, host: str, path: str) -> tuple[HTTPStatus, bytes, str]:
        """What a browser asked for."""
        token, _, name = path.partition("?")[0].removeprefix(ROOT).partition("/")
        found = self._files.get(name)
        if not _is_ours(host):
            return HTTPStatus.MISDIRECTED_REQUEST, b"", "text/plain"
        if not path.startswith(ROOT) or self._guest(token) is None or found is None:
            return HTTPStatus.NOT_FOUND, b"", "text/plain"
        return HTTPStatus.OK, *found

    def answer(self, host: str, path: str, body: bytes) -> HTTPStatus:
        """Take what the page found out, once."""
        token, _, name = path.removeprefix(ROOT).partition("/")
        if not _is_ours(host):
            return HTTPStatus.MISDIRECTED_REQUEST
        if not path.startswith(ROOT) or name != ANSWER or self._guest(token) is None:
            return HTTPStatus.NOT_FOUND
        text = body.decode("ascii", "replace")
        if not self._looks_right.fullmatch(text):
            return HTTPStatus.BAD_REQUEST
        with self._lock:
            guest = self._guests.pop(token, None)
        if guest is None:
            return HTTPStatus.NOT_FOUND
        guest.take(text)
        return HTTPStatus.ACCEPTED

    @property
    def headers(self) -> Mapping[str, str]:
        return self._headers

    def _guest(self, token: str) -> _Guest | None:
        with self._lock:
            found = self._guests.get(token)
        return found if found is not None and found.until_ms > self._clock.monotonic_ms() else None


def _is_ours(host: str) -> bool:
    return host.rpartition(":")[0] in HOSTS or host in HOSTS


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, address: tuple[str, int], page: PageServer) -> None:
        self.page = page
        super().__init__(address, _Handler)


class _Handler(BaseHTTPRequestHandler):
    timeout = REQUEST_TIMEOUT_S
    server_version, sys_version = "kiosk", ""
    server: _Server

    def do_GET(self) -> None:
        self._send(*self.server.page.file(self.headers.get("Host", ""), self.path))

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length) > LONGEST_BODY_BYTES:
            self._send(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        self._send(self.server.page.answer(self.headers.get("Host", ""), self.path, self.rfile.read(int(length))))

    def _send(self, status: HTTPStatus, content: bytes = b"", media_type: str = "text/plain") -> None:
        self.send_response(status)
        for name, value in self.server.page.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """The token is in the path: nothing of it goes to the log."""
        log.debug("self-test page asked")
