"""The kiosk's own server of the self-test page, over real HTTP: only this machine's name, only with its token, once, and only an answer."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.static_files import SELF_TEST_HEADERS, self_test_files
from kiosk.diagnostics.probes.page import ANSWER
from kiosk.hardware.page_server import PageServer

GOOD = "PT1-ABCDEFGHIJKLMN-T5ABCD0-ANDROID.14-APM02S06O-ABCDEFGHIJKLMNOPQRST"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 11, 23, 9, 0, 0, tzinfo=UTC))


@pytest.fixture
def pages(clock: ManualClock) -> Iterator[PageServer]:
    made = PageServer(self_test_files, clock, headers=SELF_TEST_HEADERS, looks_right=ANSWER)
    yield made
    made.stop()


def ask(port: int, path: str, *, method: str = "GET", host: str | None = None, body: bytes | None = None, length: str | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", f"localhost:{port}" if host is None else host)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)) if length is None else length)
    connection.endheaders(body)
    answer = connection.getresponse()
    found = (answer.status, answer.read())
    connection.close()
    return found


def test_the_phone_gets_the_page_and_each_of_its_parts(pages: PageServer) -> None:
    port, path = pages.admit(lambda _text: None, life_s=900)
    assert b"page.js" in ask(port, path)[1]
    for name, (content, _kind) in self_test_files().items():
        assert ask(port, path + name) == (200, content)


def test_a_page_elsewhere_that_took_this_address_is_refused(pages: PageServer) -> None:
    got: list[str] = []
    port, path = pages.admit(got.append, life_s=900)
    for host in ("evil.example", f"evil.example:{port}", "localhost.evil.example", "", "192.168.1.20", "localhost@evil.example"):
        assert ask(port, path, host=host)[0] == 421
        assert ask(port, path + "answer", method="POST", host=host, body=GOOD.encode())[0] == 421
    assert got == []
    assert ask(port, path, host="127.0.0.1:8443")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "./index.html", "//etc/passwd", "page.js/../index.html", "answer", "nothing.js", "\\..\\page.js",
        "page.js%00",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_page(pages: PageServer, path: str) -> None:
    port, root = pages.admit(lambda _text: None, life_s=900)
    assert ask(port, root + path)[0] == 404


def test_without_its_token_there_is_nothing(pages: PageServer) -> None:
    port, _root = pages.admit(lambda _text: None, life_s=900)
    for path in ("/", "/t/", "/t/another/", "/t/another/page.js", "/page.js", "*"):
        assert ask(port, path)[0] == 404


def test_an_answer_is_taken_once(pages: PageServer) -> None:
    got: list[str] = []
    port, path = pages.admit(got.append, life_s=900)
    assert ask(port, path + "answer", method="POST", body=GOOD.encode())[0] == 202
    assert ask(port, path + "answer", method="POST", body=GOOD.encode())[0] == 404
    assert ask(port, path)[0] == 404
    assert got == [GOOD]


def test_after_fifteen_minutes_the_token_opens_nothing(pages: PageServer, clock: ManualClock) -> None:
    got: list[str] = []
    port, path = pages.admit(got.append, life_s=900)
    clock.advance(seconds=900)
    assert ask(port, path)[0] == 404
    assert ask(port, path + "answer", method="POST", body=GOOD.encode())[0] == 404
    assert got == []


@pytest.mark.parametrize(
    ("body", "length", "status"),
    [
        (b"", None, 400), (b"{}", None, 400), (GOOD.encode() + b"\n", None, 400), (b"\x00\xff" * 200, None, 400), (GOOD.lower().encode(), None, 400),
        (b"A" * 8193, None, 413), (b"x", "-1", 413), (b"x", "999999999999", 413), (b"x", "1e3", 413), (b"x", "", 413), (b"x", "²", 413),
    ],
)  # fmt: skip
def test_a_body_that_is_no_answer_is_refused_and_costs_the_guest_nothing(pages: PageServer, body: bytes, length: str | None, status: int) -> None:
    got: list[str] = []
    port, path = pages.admit(got.append, life_s=900)
    assert ask(port, path + "answer", method="POST", body=body, length=length)[0] == status
    assert got == []
    assert ask(port, path + "answer", method="POST", body=GOOD.encode())[0] == 202


def test_two_phones_have_a_token_each_and_garbage_on_the_line_stops_neither(pages: PageServer) -> None:
    got: list[str] = []
    (port, first), (same, second) = pages.admit(lambda text: got.append("1" + text), life_s=900), pages.admit(lambda text: got.append("2" + text), life_s=900)
    assert port == same
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(b"\x16\x03\x01\x02\x00" + b"\xff" * 200 + b"\r\n\r\n")
        line.recv(4096)
    for path in (second, first):
        assert ask(port, path + "answer", method="POST", body=GOOD.encode())[0] == 202
    assert got == ["2" + GOOD, "1" + GOOD]
