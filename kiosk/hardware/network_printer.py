"""A receipt printer on TCP port 9100. Tells apart *printed*, *not printed* and *unknown*; runs on its printer's thread.

A socket that takes all bytes proves nothing. So: ask for the state before (``DLE EOT``, answered at once), send the whole
job, and wait for the answer to the status request that stands at the job's end (``GS r 1``, answered in sequence).
Once a byte has left, a missing answer is *unknown*; the connection then stays open, because a printer that gets new paper
prints the rest from its memory and answers late.
"""

from __future__ import annotations

from kiosk.errors import KioskError
from kiosk.hardware.faults import PaperOutWhilePrinting, PrintCutOff, PrinterUnreachable, PrintUnconfirmed, refusal
from kiosk.hardware.ports import PRINTING_STATES, Delivery, DeviceState, PrintOutcome
from kiosk.hardware.printer_line import Deadline, PrinterLine
from kiosk.hardware.status_bytes import ASK_IN_SEQUENCE, ASK_OFFLINE_CAUSE, ASK_PAPER, state_from

CONNECT_TIMEOUT_MS = 2_000
STATUS_TIMEOUT_MS = 1_000
LOOK_WHILE_PRINTING_MS = 1_000
STOPPED_STATES = frozenset({DeviceState.PAPER_OUT, DeviceState.COVER_OPEN})


class NetworkPrinter:
    """One printer at one address. Not for use by two threads. ``status_timeout_ms``: no answer by then means "not ready"."""

    def __init__(self, host: str, port: int = 9100, *, status_timeout_ms: int = STATUS_TIMEOUT_MS) -> None:
        self._address = (host, port)
        self._status_timeout_ms = status_timeout_ms
        self._unconfirmed: PrinterLine | None = None

    def send(self, content: bytes, *, deadline_ms: int) -> Delivery:
        deadline = Deadline(deadline_ms)
        self.close()
        try:
            line = PrinterLine(self._address, deadline.within(CONNECT_TIMEOUT_MS))
        except OSError:
            return Delivery(PrintOutcome.NOT_PRINTED, DeviceState.OFFLINE, PrinterUnreachable())
        try:
            state = self._ask_state(line, deadline)
        except OSError:
            state = DeviceState.UNKNOWN
        if state not in PRINTING_STATES:
            line.close()
            return Delivery(PrintOutcome.NOT_PRINTED, state, refusal(state))
        delivery = self._deliver(line, content, deadline)
        if delivery.outcome is not PrintOutcome.UNKNOWN:
            line.close()
        return delivery

    def state(self, *, deadline_ms: int) -> DeviceState:
        deadline = Deadline(deadline_ms)
        if self._unconfirmed is not None:
            return self._state_on(self._unconfirmed, deadline)
        try:
            line = PrinterLine(self._address, deadline.within(CONNECT_TIMEOUT_MS))
        except OSError:
            return DeviceState.OFFLINE
        state = self._state_on(line, deadline)
        line.close()
        return state

    def late_answer(self, *, deadline_ms: int) -> bool:
        if self._unconfirmed is None:
            return False
        try:
            answered = self._unconfirmed.await_in_sequence(Deadline(deadline_ms))
        except OSError:
            answered = self._unconfirmed.in_sequence_answers > 0
            self.close()
        if answered:
            self.close()
        return answered

    def close(self) -> None:
        if self._unconfirmed is not None:
            self._unconfirmed.close()
            self._unconfirmed = None

    def _deliver(self, line: PrinterLine, content: bytes, deadline: Deadline) -> Delivery:
        """From here on bytes may be on paper, so every fault is *unknown*."""
        answered = False
        try:
            line.write(content, deadline)
            if not content.endswith(ASK_IN_SEQUENCE):
                return Delivery(PrintOutcome.SENT, DeviceState.READY)
            answered = self._await_paper(line, deadline)
        except TimeoutError:
            pass
        except OSError:
            line.close()
            return Delivery(PrintOutcome.UNKNOWN, DeviceState.OFFLINE, PrintCutOff())
        state = self._state_on(line, Deadline(2 * self._status_timeout_ms))
        if answered:
            return Delivery(PrintOutcome.PRINTED, state)
        self._unconfirmed = line
        error: KioskError = PaperOutWhilePrinting() if state in STOPPED_STATES else PrintUnconfirmed()
        return Delivery(PrintOutcome.UNKNOWN, state, error)

    def _await_paper(self, line: PrinterLine, deadline: Deadline) -> bool:
        """Wait for the answer at the job's end; give up early when the printer says that it has stopped."""
        while not line.await_in_sequence(deadline.within(LOOK_WHILE_PRINTING_MS)):
            if deadline.is_over() or self._ask_state(line, deadline) in STOPPED_STATES:
                return line.in_sequence_answers > 0
        return True

    def _state_on(self, line: PrinterLine, deadline: Deadline) -> DeviceState:
        try:
            return self._ask_state(line, deadline)
        except OSError:
            return DeviceState.OFFLINE

    def _ask_state(self, line: PrinterLine, deadline: Deadline) -> DeviceState:
        """UNKNOWN when it does not answer in time: that is "not ready", never "fine"."""
        offline_cause = line.ask(ASK_OFFLINE_CAUSE, deadline.within(self._status_timeout_ms))
        paper = None if offline_cause is None else line.ask(ASK_PAPER, deadline.within(self._status_timeout_ms))
        if offline_cause is None or paper is None:
            return DeviceState.UNKNOWN
        return state_from(offline_cause=offline_cause, paper=paper)
