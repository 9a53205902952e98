"""One TCP connection to a printer, with its three kinds of answers told apart. Blocking, always within a deadline."""

from __future__ import annotations

import contextlib
import socket
import time

from kiosk.hardware.status_bytes import AUTO_STATUS_BYTES, is_auto_status, is_real_time

READ_BYTES = 4_096
SMALLEST_WAIT_S = 0.001


class Deadline:
    """How much time is left for one call."""

    def __init__(self, limit_ms: int) -> None:
        self._end = time.monotonic() + limit_ms / 1000

    def left_s(self) -> float:
        """Never zero, because a socket timeout of zero means "do not wait at all"."""
        return max(self._end - time.monotonic(), SMALLEST_WAIT_S)

    def is_over(self) -> bool:
        return time.monotonic() >= self._end

    def within(self, limit_ms: int) -> Deadline:
        """This deadline or ``limit_ms`` from now, whichever comes first."""
        return Deadline(min(limit_ms, round(self.left_s() * 1000)))


class PrinterLine:
    """Raises OSError for everything that a network does."""

    def __init__(self, address: tuple[str, int], deadline: Deadline) -> None:
        self._socket = socket.create_connection(address, timeout=deadline.left_s())
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._received = bytearray()
        self._real_time = bytearray()
        self.in_sequence_answers = 0

    def write(self, content: bytes, deadline: Deadline) -> None:
        self._socket.settimeout(deadline.left_s())
        self._socket.sendall(content)

    def ask(self, request: bytes, deadline: Deadline) -> int | None:
        """The answer to one real-time request; None when there is none in time."""
        self._real_time.clear()
        self.write(request, deadline)
        while not self._real_time and not deadline.is_over():
            self._receive(deadline)
        return self._real_time[0] if self._real_time else None

    def await_in_sequence(self, deadline: Deadline) -> bool:
        """Whether the printer has answered the status request at the end of the job."""
        while not self.in_sequence_answers and not deadline.is_over():
            self._receive(deadline)
        return self.in_sequence_answers > 0

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.close()

    def _receive(self, deadline: Deadline) -> None:
        self._socket.settimeout(deadline.left_s())
        try:
            received = self._socket.recv(READ_BYTES)
        except TimeoutError:
            return
        if not received:
            raise ConnectionResetError("the printer closed the connection")
        self._received += received
        self._sort()

    def _sort(self) -> None:
        """Real-time answers, in-sequence answers, and groups of four that the printer sends by itself, which are left out."""
        while self._received:
            first = self._received[0]
            if is_auto_status(first):
                if len(self._received) < AUTO_STATUS_BYTES:
                    return
                del self._received[:AUTO_STATUS_BYTES]
                continue
            if is_real_time(first):
                self._real_time.append(first)
            else:
                self.in_sequence_answers += 1
            del self._received[0]
