"""What the client makes of a central that is not there, slow, broken or busy: one of four failures, never an exception of httpx."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.errors import KioskError
from kiosk.journal.keys import TillKey
from kiosk.sync.client import CentralBroken, CentralBusy, CentralClient, CentralFailed, CentralUnreachable, EnrolmentRefused
from kiosk.sync.machine import Failure
from kiosk.sync.protocol import Cursor, Fault, encode
from kiosk.sync.signing import Claim

KEY = TillKey(bytes(range(32)))


@contextmanager
def answering(*answers: bytes | None) -> Iterator[str]:
    """A server that gives these bytes, one answer per connection, and closes; None says nothing at all and keeps the line."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        kept: list[socket.socket] = []

        def serve() -> None:
            for answer in answers:
                connection, _ = listener.accept()
                kept.append(connection)
                connection.recv(65536)
                if answer is not None:
                    connection.sendall(answer)
                    connection.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            thread.join(5)
            for connection in kept:
                connection.close()


def http(status: str, body: bytes = b"", *headers: str) -> bytes:
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def fault(code: str) -> bytes:
    return encode(Fault(code, "2026-11-22T12:00:00.000Z"))


def asked(url: str, clock: ManualClock, *, timeout_s: float = 5.0) -> CentralFailed:
    """The failure of a pull."""

    async def run() -> None:
        client = CentralClient(url, clock=clock, key=KEY, claim=Claim("L01", "K2", KEY.public.key_id))
        try:
            await client.pull("people", Cursor(), timeout_s=timeout_s)
        finally:
            await client.close()

    with pytest.raises(CentralFailed) as failed:
        asyncio.run(run())
    return failed.value


@pytest.mark.parametrize(
    ("answer", "failure", "reason"),
    [
        (http("500 Internal Server Error", b"oops"), Failure.BROKEN, "http 500"),
        (http("500 Internal Server Error", fault("central.failed")), Failure.BROKEN, "central.failed"),
        (http("200 OK", b"<html>Welcome to the hotel's network</html>"), Failure.BROKEN, "not a message"),
        (http("200 OK", b"{}"), Failure.BROKEN, "not a message"),
        (http("200 OK", b"not zstd", "Content-Encoding: zstd"), Failure.BROKEN, "damaged answer"),
        (http("200 OK", b"not gzip", "Content-Encoding: gzip"), Failure.BROKEN, "damaged answer"),
        (http("302 Found", b"", "Location: http://127.0.0.1:9/"), Failure.BROKEN, "http 302"),
        (http("401 Unauthorized", fault("central.till_unknown")), Failure.REFUSED, "central.till_unknown"),
        (http("426 Upgrade Required", fault("central.proto_too_old")), Failure.REFUSED, "central.proto_too_old"),
        (http("404 Not Found", fault("central.feed_unknown")), Failure.UNOFFERED, "central.feed_unknown"),
        (b"\x00\x01garbage\r\n\r\n", Failure.UNREACHABLE, "RemoteProtocolError"),
        (b"", Failure.UNREACHABLE, "RemoteProtocolError"),
        (http("200 OK", b"{")[:-10], Failure.UNREACHABLE, "RemoteProtocolError"),
    ],
)
def test_every_bad_answer_is_one_kind_of_failure(answer: bytes, failure: Failure, reason: str, clock: ManualClock) -> None:
    with answering(answer) as url:
        failed = asked(url, clock)
    assert (failed.failure, failed.reason) == (failure, reason)


@pytest.mark.parametrize(("header", "wait_ms"), [("Retry-After: 7", 7_000), ("Retry-After: soon", 1_000), ("X: y", 1_000), ("Retry-After: 999999", 3_600_000)])
def test_a_busy_central_says_how_long_to_wait(header: str, wait_ms: int, clock: ManualClock) -> None:
    with answering(http("503 Service Unavailable", b"", header)) as url:
        failed = asked(url, clock)
    assert (failed.failure, failed.retry_after_ms) == (Failure.BUSY, wait_ms)


def test_a_refused_port_is_unreachable(clock: ManualClock) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert asked(f"http://127.0.0.1:{port}", clock).failure is Failure.UNREACHABLE


def test_a_central_that_never_answers_is_unreachable_at_the_deadline(clock: ManualClock) -> None:
    with answering(None) as url:
        failed = asked(url, clock, timeout_s=0.2)
    assert (failed.failure, failed.reason) == (Failure.UNREACHABLE, "ReadTimeout")


def test_told_that_its_clock_is_wrong_it_asks_once_more_and_not_again(clock: ManualClock) -> None:
    refusal = http("401 Unauthorized", fault("central.clock_differs"))
    with answering(refusal, refusal) as url:
        assert asked(url, clock).failure is Failure.REFUSED


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (http("403 Forbidden", fault("central.code_refused")), EnrolmentRefused),
        (http("503 Service Unavailable"), CentralBusy),
        (http("200 OK", b"[]"), CentralBroken),
        (b"", CentralUnreachable),
    ],
)
def test_enrolment_says_what_a_person_can_do_about_it(answer: bytes, error: type[KioskError], clock: ManualClock) -> None:
    async def enrol(url: str) -> None:
        client = CentralClient(url, clock=clock, key=KEY)
        try:
            await client.enrol("AAAA-AAAA-AAAA")
        finally:
            await client.close()

    run: Callable[[str], None] = lambda url: asyncio.run(enrol(url))  # noqa: E731 (one line, used once)
    with answering(answer) as url, pytest.raises(error):
        run(url)


class KeptLines:
    """A central that answers, keeps each line, and hangs up when told: it sees which lines the till has left open."""

    def __init__(self) -> None:
        self.open: set[asyncio.StreamWriter] = set()
        self.came = 0
        self.changed = asyncio.Condition()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.came += 1
        await self._note(self.open.add, writer)
        with suppress(OSError):
            while await reader.read(65536):
                await self.until(lambda: self.came >= 3)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        writer.close()
        await self._note(self.open.discard, writer)

    async def until(self, reached: Callable[[], bool]) -> None:
        async with self.changed:
            await asyncio.wait_for(self.changed.wait_for(reached), 5)

    def has(self, line: asyncio.StreamWriter) -> bool:
        """Seen from its other end; lines are taken in their order."""
        return line.get_extra_info("sockname") in [other.get_extra_info("peername") for other in self.open]

    async def _note(self, change: Callable[[asyncio.StreamWriter], None], writer: asyncio.StreamWriter) -> None:
        async with self.changed:
            change(writer)
            self.changed.notify_all()


@pytest.mark.parametrize("turns", range(32))
def test_a_till_that_stops_at_any_moment_leaves_no_connection_open(turns: int, clock: ManualClock) -> None:
    """Central has hung up three lines that were kept; the next request is given up after so many turns of the event loop."""

    async def run() -> None:
        central = KeptLines()
        server = await asyncio.start_server(central.serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        client = CentralClient(f"http://127.0.0.1:{port}", clock=clock, key=KEY, claim=Claim("L01", "K2", KEY.public.key_id))
        await asyncio.gather(*(client.pull("people", Cursor(), timeout_s=5) for _ in range(3)), return_exceptions=True)
        for line in central.open:
            line.write_eof()
        pull = asyncio.create_task(client.pull("people", Cursor(), timeout_s=5))
        for _ in range(turns):
            await asyncio.sleep(0)
        pull.cancel()
        await asyncio.gather(pull, return_exceptions=True)
        await client.close()
        _, last = await asyncio.open_connection("127.0.0.1", port)
        await central.until(lambda: central.has(last))
        last.close()
        await central.until(lambda: not central.open)
        server.close()
        await server.wait_closed()

    asyncio.run(run())
