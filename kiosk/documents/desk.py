"""Where a printer's thread meets the queue: it may not write to the database, so it asks the ledger worker and waits."""

from __future__ import annotations

import queue
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from kiosk.basics.results import Err, Result
from kiosk.basics.workers import Worker
from kiosk.documents.printing import JobState, PrintJob
from kiosk.documents.service import PrintQueue
from kiosk.errors import Unavailable
from kiosk.hardware.ports import Delivery
from kiosk.storage.engine import Database

T = TypeVar("T")
ANSWER_TIMEOUT_S = 30.0


class LedgerBusy(Unavailable):
    """The ledger worker did not come to the print queue in time; the job stays as it is."""

    code = "documents.ledger_busy"


class PrintDesk:
    """Called on printer threads only. Gives jobs to a ``PrinterWorker`` and writes what became of them."""

    def __init__(self, database: Database, print_queue: PrintQueue, ledger_worker: Worker) -> None:
        self._database = database
        self._queue = print_queue
        self._ledger_worker = ledger_worker

    def take(self, printer: str) -> PrintJob | None:
        """The next job for ``printer``, now being sent."""
        return self._write(lambda connection: self._queue.claim(connection, printer))

    def report(self, job_id: str, delivery: Delivery) -> JobState:
        """Write an outcome with the code of its reason."""
        reason = None if delivery.error is None else delivery.error.code
        return self._write(lambda connection: self._queue.report(connection, job_id, delivery.outcome, reason=reason))

    def _write(self, work: Callable[[Connection], T]) -> T:
        answers: queue.Queue[Result[T]] = queue.Queue(1)

        def write() -> T:
            with self._database.write() as connection:
                return work(connection)

        self._ledger_worker.submit(write, answers.put)
        try:
            answer = answers.get(timeout=ANSWER_TIMEOUT_S)
        except queue.Empty:
            raise LedgerBusy from None
        if isinstance(answer, Err):
            raise answer.error
        return answer.value
