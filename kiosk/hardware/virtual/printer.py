"""A receipt printer on loopback that behaves as a real one: real-time answers at once, the rest in sequence.

It keeps what it printed, one entry per cut, and counts drawer pulses. The switches make the faults that shops see. Paper is
measured in bytes printed. What is in its memory when paper ends stays there and is printed after ``load_paper``.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import threading

from kiosk.hardware.virtual.escpos_reader import Command, Token, read_tokens

log = logging.getLogger(__name__)
READ_BYTES = 4_096
NEVER = None


class VirtualPrinter:
    """Listens from construction to ``close`` on 127.0.0.1; ``port`` 0 takes a free one. All members are for any thread."""

    def __init__(self, *, port: int = 0) -> None:
        self._state = threading.Condition()
        self._jobs: list[bytes] = []
        self._paper = bytearray()
        self._memory = bytearray()
        self._pulses = 0
        self._paper_left_bytes: int | None = NEVER
        self._cover_open = False
        self._paper_low = False
        self._mute = False
        self._silent_in_sequence = False
        self._cut_after_bytes: int | None = NEVER
        self._client: socket.socket | None = None
        self._server = socket.create_server(("127.0.0.1", port))
        self.port: int = self._server.getsockname()[1]
        self._closed = False
        self._thread = threading.Thread(target=self._serve, name=f"virtual-printer-{self.port}", daemon=True)
        self._thread.start()

    # ── what came out ──
    @property
    def jobs(self) -> tuple[bytes, ...]:
        """Finished papers: all bytes up to and with the cut, a drawer pulse before it too; status requests are not kept."""
        with self._state:
            return tuple(self._jobs)

    @property
    def pulses(self) -> int:
        """How often the drawer was kicked."""
        with self._state:
            return self._pulses

    @property
    def unfinished(self) -> bytes:
        """What is printed on the paper that is not cut yet."""
        with self._state:
            return bytes(self._paper)

    def wait_for_jobs(self, count: int, *, timeout_s: float = 10.0) -> bool:
        with self._state:
            return self._state.wait_for(lambda: len(self._jobs) >= count, timeout_s)

    def wait_for_pulses(self, count: int, *, timeout_s: float = 10.0) -> bool:
        with self._state:
            return self._state.wait_for(lambda: self._pulses >= count, timeout_s)

    # ── switches ──
    def end_paper(self, *, after_bytes: int = 0) -> None:
        """The roll ends after so many more printed bytes."""
        with self._state:
            self._paper_left_bytes = after_bytes

    def load_paper(self) -> None:
        """A new roll: what is in memory is printed and answered."""
        with self._state:
            self._paper_left_bytes = NEVER
            self._print_on()

    def set_paper_low(self, low: bool) -> None:
        with self._state:
            self._paper_low = low

    def set_cover_open(self, is_open: bool) -> None:
        with self._state:
            self._cover_open = is_open
            self._print_on()

    def set_mute(self, mute: bool) -> None:
        """Takes bytes and answers nothing at all, as a hung printer does."""
        with self._state:
            self._mute = mute

    def hold_answers(self, hold: bool) -> None:
        """Prints, but keeps back its in-sequence answers until they are released."""
        with self._state:
            self._silent_in_sequence = hold
            self._print_on()

    def break_off(self, *, after_bytes: int) -> None:
        """Reset the connection once so many bytes of the next job have come; then behave again."""
        with self._state:
            self._cut_after_bytes = after_bytes

    def close(self) -> None:
        with self._state:
            self._closed = True
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._drop_client()
        self._thread.join(5.0)

    # ── the machine ──
    def _serve(self) -> None:
        while not self._closed:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            with self._state:
                self._client = client
            with contextlib.suppress(OSError):
                self._listen(client)
            self._drop_client()

    def _listen(self, client: socket.socket) -> None:
        job_bytes = 0
        while received := client.recv(READ_BYTES):
            with self._state:
                rest = self._answer_real_time(received)
                job_bytes += len(rest)
                limit = self._cut_after_bytes
                if limit is not None and rest and job_bytes >= limit:
                    self._memory += rest[: len(rest) - (job_bytes - limit)]
                    self._cut_after_bytes = NEVER
                    self._print_on()
                    self._memory.clear()
                    return
                self._memory += rest
                self._print_on()

    def _answer_real_time(self, received: bytes) -> bytes:
        """Take ``DLE EOT n`` out of the stream and answer it, whatever waits in memory."""
        kept = bytearray()
        position = 0
        while position < len(received):
            if received[position : position + 2] == b"\x10\x04" and position + 2 < len(received):
                self._send(self._real_time_status(received[position + 2]))
                position += 3
            else:
                kept.append(received[position])
                position += 1
        return bytes(kept)

    def _real_time_status(self, kind: int) -> bytes:
        out = self._paper_left_bytes == 0
        stopped = out or self._cover_open
        match kind:
            case 1:
                return bytes([0x12 | (0x08 if stopped else 0)])
            case 2:
                return bytes([0x12 | (0x04 if self._cover_open else 0) | (0x20 if out else 0)])
            case 4:
                return bytes([0x12 | (0x0C if self._paper_low or out else 0) | (0x60 if out else 0)])
            case _:
                return bytes([0x12])

    def _print_on(self) -> None:
        """Print from memory as far as cover, paper and whole commands allow."""
        for token in read_tokens(bytes(self._memory))[0]:
            held = self._silent_in_sequence and _is_status_request(token)
            if held or self._cover_open or self._paper_left_bytes == 0:
                return
            self._print(token)
            del self._memory[: len(_raw(token))]

    def _print(self, token: Token) -> None:
        raw = _raw(token)
        if _is_status_request(token):
            self._send(bytes([0x03 if self._paper_low else 0x00]))
            return
        if isinstance(token, Command) and token.name == "ESC p":
            self._pulses += 1
            self._paper += raw
            self._state.notify_all()
            return
        self._paper += raw
        if self._paper_left_bytes is not None:
            self._paper_left_bytes = max(self._paper_left_bytes - len(raw), 0)
        if isinstance(token, Command) and token.name == "GS V":
            self._jobs.append(bytes(self._paper))
            self._paper.clear()
            self._state.notify_all()

    def _send(self, answer: bytes) -> None:
        if self._client is not None and not self._mute:
            with contextlib.suppress(OSError):
                self._client.sendall(answer)

    def _drop_client(self) -> None:
        with self._state:
            if self._client is not None:
                with contextlib.suppress(OSError):
                    self._client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
                    self._client.close()
                self._client = None


def _raw(token: Token) -> bytes:
    return token.raw if isinstance(token, Command) else token.content


def _is_status_request(token: Token) -> bool:
    return isinstance(token, Command) and token.name == "GS r"
