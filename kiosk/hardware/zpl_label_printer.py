"""A label printer on TCP that speaks ZPL. ``~HS`` (host status) tells before the label whether it can print, and after it that it did.

``~HS`` is answered at once, not in sequence: a label is on paper when the printer says that nothing waits in its memory.
"""

from __future__ import annotations

import contextlib
import socket
from dataclasses import dataclass

from kiosk.hardware.faults import PaperOutWhilePrinting, PrintCutOff, PrinterUnreachable, PrintUnconfirmed, refusal
from kiosk.hardware.ports import PRINTING_STATES, Delivery, DeviceState, PrintOutcome
from kiosk.hardware.printer_line import READ_BYTES, Deadline

CONNECT_TIMEOUT_MS = 2_000
STATUS_TIMEOUT_MS = 1_000
ASK_HOST_STATUS = b"~HS"
END_OF_STRING = b"\x03"
STRINGS_OF_AN_ANSWER = 3


@dataclass(frozen=True, slots=True)
class HostStatus:
    """What ``~HS`` says, as far as we need it."""

    state: DeviceState
    waiting_formats: int

    @staticmethod
    def parse(answer: bytes) -> HostStatus | None:
        """The three strings of an answer; None when they are not whole or not a host status."""
        strings = [part.partition(b"\x02")[2].decode("ascii", "replace").split(",") for part in answer.split(END_OF_STRING)[:STRINGS_OF_AN_ANSWER]]
        if len(strings) < STRINGS_OF_AN_ANSWER or len(strings[0]) < 5 or len(strings[1]) < 9:
            return None
        first, second = strings[0], strings[1]
        if not (first[4].isdigit() and second[8].isdigit()):
            return None
        state = DeviceState.READY
        if first[2] == "1":
            state = DeviceState.OFFLINE
        if first[1] == "1":
            state = DeviceState.PAPER_OUT
        if second[2] == "1":
            state = DeviceState.COVER_OPEN
        return HostStatus(state, int(first[4]) + int(second[8]))


class ZplLabelPrinter:
    """One label printer at one address. Not for use by two threads."""

    def __init__(self, host: str, port: int = 9100, *, status_timeout_ms: int = STATUS_TIMEOUT_MS) -> None:
        self._address = (host, port)
        self._status_timeout_ms = status_timeout_ms
        self._unconfirmed = False

    def send(self, content: bytes, *, deadline_ms: int) -> Delivery:
        deadline = Deadline(deadline_ms)
        self._unconfirmed = False
        try:
            line = self._connect(deadline)
        except OSError:
            return Delivery(PrintOutcome.NOT_PRINTED, DeviceState.OFFLINE, PrinterUnreachable())
        with contextlib.closing(line):
            status = self._ask(line, deadline)
            state = DeviceState.UNKNOWN if status is None else status.state
            if state not in PRINTING_STATES:
                return Delivery(PrintOutcome.NOT_PRINTED, state, refusal(state))
            delivery = self._deliver(line, content, deadline)
        self._unconfirmed = delivery.outcome is PrintOutcome.UNKNOWN
        return delivery

    def state(self, *, deadline_ms: int) -> DeviceState:
        status = self._ask_anew(Deadline(deadline_ms))
        return status if isinstance(status, DeviceState) else status.state

    def late_answer(self, *, deadline_ms: int) -> bool:
        """An empty memory and a printer that can print: the label that waited for a new roll is out."""
        if not self._unconfirmed:
            return False
        status = self._ask_anew(Deadline(max(deadline_ms, self._status_timeout_ms)))
        answered = isinstance(status, HostStatus) and status.state in PRINTING_STATES and status.waiting_formats == 0
        self._unconfirmed = not answered
        return answered

    def close(self) -> None:
        self._unconfirmed = False

    def _connect(self, deadline: Deadline) -> socket.socket:
        return socket.create_connection(self._address, timeout=deadline.within(CONNECT_TIMEOUT_MS).left_s())

    def _deliver(self, line: socket.socket, content: bytes, deadline: Deadline) -> Delivery:
        """From here on bytes may be on paper, so every fault is *unknown*."""
        try:
            line.settimeout(deadline.left_s())
            line.sendall(content)
        except TimeoutError:
            return Delivery(PrintOutcome.UNKNOWN, DeviceState.UNKNOWN, PrintUnconfirmed())
        except OSError:
            return Delivery(PrintOutcome.UNKNOWN, DeviceState.OFFLINE, PrintCutOff())
        status: HostStatus | None = None
        while not deadline.is_over():
            status = self._ask(line, deadline)
            if status is None or status.waiting_formats == 0 or status.state not in PRINTING_STATES:
                break
        if status is None:
            return Delivery(PrintOutcome.UNKNOWN, DeviceState.UNKNOWN, PrintUnconfirmed())
        if status.waiting_formats == 0:
            return Delivery(PrintOutcome.PRINTED, status.state)
        error = PrintUnconfirmed() if status.state in PRINTING_STATES else PaperOutWhilePrinting()
        return Delivery(PrintOutcome.UNKNOWN, status.state, error)

    def _ask_anew(self, deadline: Deadline) -> HostStatus | DeviceState:
        try:
            with contextlib.closing(self._connect(deadline)) as line:
                return self._ask(line, deadline) or DeviceState.UNKNOWN
        except OSError:
            return DeviceState.OFFLINE

    def _ask(self, line: socket.socket, deadline: Deadline) -> HostStatus | None:
        """None when no whole answer comes in time, or the connection breaks."""
        deadline = deadline.within(self._status_timeout_ms)
        answer = b""
        try:
            line.settimeout(deadline.left_s())
            line.sendall(ASK_HOST_STATUS)
            while answer.count(END_OF_STRING) < STRINGS_OF_AN_ANSWER and not deadline.is_over():
                line.settimeout(deadline.left_s())
                received = line.recv(READ_BYTES)
                if not received:
                    return None
                answer += received
        except OSError:
            return None
        return HostStatus.parse(answer)
