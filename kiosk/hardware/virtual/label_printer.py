"""A ZPL label printer on loopback: answers ``~HS``, keeps its labels, and has the faults that shops see."""

from __future__ import annotations

import contextlib
import socket
import threading

READ_BYTES = 4_096
ASK = b"~HS"
END_OF_LABEL = b"^XZ"


class VirtualLabelPrinter:
    """Listens from construction to ``close`` on 127.0.0.1. Paper is counted in labels. All members are for any thread."""

    def __init__(self, *, port: int = 0) -> None:
        self._state = threading.Condition()
        self._labels: list[bytes] = []
        self._memory = bytearray()
        self._labels_left: int | None = None
        self._ends_at_next_job = False
        self._cover_open = False
        self._mute = False
        self._break_off_after: int | None = None
        self._server = socket.create_server(("127.0.0.1", port))
        self.port: int = self._server.getsockname()[1]
        self._client: socket.socket | None = None
        self._thread = threading.Thread(target=self._serve, name=f"virtual-label-printer-{self.port}", daemon=True)
        self._thread.start()

    @property
    def jobs(self) -> tuple[bytes, ...]:
        """Labels on paper, as their ZPL."""
        with self._state:
            return tuple(self._labels)

    def end_paper(self, *, after_labels: int = 0) -> None:
        with self._state:
            self._labels_left = after_labels

    def end_paper_at_next_job(self) -> None:
        """Says that it has paper, and stops when the next label begins."""
        with self._state:
            self._ends_at_next_job = True

    def load_paper(self) -> None:
        with self._state:
            self._labels_left = None
            self._print_on()

    def set_cover_open(self, is_open: bool) -> None:
        with self._state:
            self._cover_open = is_open
            self._print_on()

    def set_mute(self, mute: bool) -> None:
        with self._state:
            self._mute = mute

    def break_off(self, *, after_bytes: int) -> None:
        with self._state:
            self._break_off_after = after_bytes

    def wait_for_jobs(self, count: int, *, timeout_s: float = 10.0) -> bool:
        with self._state:
            return self._state.wait_for(lambda: len(self._labels) >= count, timeout_s)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        with self._state, contextlib.suppress(OSError):
            if self._client is not None:
                self._client.shutdown(socket.SHUT_RDWR)
        self._thread.join(5.0)

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            with self._state:
                self._client = client
            with contextlib.closing(client), contextlib.suppress(OSError):
                self._listen(client)

    def _listen(self, client: socket.socket) -> None:
        job_bytes = 0
        while received := client.recv(READ_BYTES):
            with self._state:
                for part, asked in _split(received):
                    job_bytes += len(part)
                    if self._break_off_after is not None and part and job_bytes >= self._break_off_after:
                        self._break_off_after = None
                        self._memory.clear()
                        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
                        return
                    self._memory += part
                    if part and self._ends_at_next_job:
                        self._labels_left, self._ends_at_next_job = 0, False
                    self._print_on()
                    if asked and not self._mute:
                        client.sendall(self._host_status())

    def _print_on(self) -> None:
        while END_OF_LABEL in self._memory and not self._cover_open and self._labels_left != 0:
            end = self._memory.index(END_OF_LABEL) + len(END_OF_LABEL)
            self._labels.append(bytes(self._memory[:end]))
            del self._memory[:end]
            self._labels_left = None if self._labels_left is None else self._labels_left - 1
            self._state.notify_all()

    def _host_status(self) -> bytes:
        waiting = bytes(self._memory).count(END_OF_LABEL)
        paper_out = int(self._labels_left == 0)
        first = f"030,{paper_out},0,0456,{waiting:03d},0,0,0,000,0,0,0"
        second = f"000,0,{int(self._cover_open)},0,0,2,4,0,00000000,1,000"
        return "".join(f"\x02{string}\x03\r\n" for string in (first, second, "1234,0")).encode("ascii")


def _split(received: bytes) -> list[tuple[bytes, bool]]:
    """Job bytes and, after each part, whether a host status was asked there."""
    parts = received.split(ASK)
    return [(part, index < len(parts) - 1) for index, part in enumerate(parts)]
