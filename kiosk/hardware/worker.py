"""One thread per printer: takes jobs from a source, sends them, says what became of them, and knows the printer's health.

The source and the report are callables, so this knows neither the queue nor the database. Nothing here can block a sale:
jobs wait in their rows while the printer is away, and come out in order when it is back.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from kiosk.basics.clock import Clock, utc_text
from kiosk.hardware.faults import fault_of
from kiosk.hardware.ports import PRINTING_STATES, Delivery, DeviceHealth, DeviceState, PrintOutcome, PrintTransport

log = logging.getLogger(__name__)
SEND_DEADLINE_MS = 15_000
STATE_DEADLINE_MS = 3_000
LATE_ANSWER_MS = 50
READY_POLL_S = 5.0
FAULT_POLL_S = 2.0


class PrintableJob(Protocol):
    """What the worker needs of a job."""

    @property
    def job_id(self) -> str: ...

    @property
    def content(self) -> bytes: ...


class PrinterWorker:
    """``take`` gives the next job (now marked as being sent) or None; ``report`` writes down what became of it.

    Both and ``on_health`` are called on this worker's thread. ``step`` is one round, for tests without a thread.
    """

    def __init__(
        self,
        name: str,
        transport: PrintTransport,
        *,
        take: Callable[[], PrintableJob | None],
        report: Callable[[str, Delivery], object],
        clock: Clock,
        on_health: Callable[[DeviceHealth], None],
    ) -> None:
        self._name = name
        self._transport = transport
        self._take = take
        self._report = report
        self._clock = clock
        self._on_health = on_health
        self._health = DeviceHealth(DeviceState.UNKNOWN, utc_text(clock.now_utc()))
        self._unconfirmed_job: str | None = None
        self._woken = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._loop, name=f"printer-{self._name}", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """A job was committed: look now instead of at the next poll. Any thread."""
        self._woken.set()

    def health(self) -> DeviceHealth:
        """The last known state and since when it holds. Any thread."""
        return self._health

    def stop(self, *, timeout_s: float = 5.0) -> None:
        """Finish the job in hand, then end."""
        self._stopping.set()
        self._woken.set()
        if self._thread is not None:
            self._thread.join(timeout_s)
        else:
            self._transport.close()

    def step(self) -> bool:
        """Look at the printer, then send one job if it can print; True when a job was taken."""
        self._see(self._transport.state(deadline_ms=STATE_DEADLINE_MS))
        self._look_for_late_answer()
        return self._health.state in PRINTING_STATES and self._send_next()

    def _loop(self) -> None:
        while not self._stopping.is_set():
            self._woken.clear()
            try:
                worked = self.step()
                while worked and self._health.state in PRINTING_STATES and not self._stopping.is_set():
                    worked = self._send_next()
            except Exception:  # a printer thread must outlive a bug and a closed database
                log.exception("the printer thread %s failed in one round", self._name)
            self._woken.wait(READY_POLL_S if self._health.state in PRINTING_STATES else FAULT_POLL_S)
        self._transport.close()

    def _send_next(self) -> bool:
        job = self._take()
        if job is None:
            return False
        delivery = self._transport.send(job.content, deadline_ms=SEND_DEADLINE_MS)
        self._unconfirmed_job = job.job_id if delivery.outcome is PrintOutcome.UNKNOWN else None
        self._see(delivery.state)
        self._report(job.job_id, delivery)
        return True

    def _look_for_late_answer(self) -> None:
        """A printer that got new paper prints the rest and answers: then nobody needs to be asked."""
        if self._unconfirmed_job is not None and self._transport.late_answer(deadline_ms=LATE_ANSWER_MS):
            self._report(self._unconfirmed_job, Delivery(PrintOutcome.PRINTED, self._health.state))
            self._unconfirmed_job = None

    def _see(self, state: DeviceState) -> None:
        if state is not self._health.state:
            error = None if state in PRINTING_STATES else fault_of(state)
            self._health = DeviceHealth(state, utc_text(self._clock.now_utc()), error)
            self._on_health(self._health)
