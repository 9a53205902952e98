"""What became of a ticket's paper, as the cashier is told it. The read runs anywhere, ``settle`` on the ledger worker."""

from __future__ import annotations

from kiosk.documents.printing import JobKind, PrintJob
from kiosk.sales.counter import Counter

TICKET_PAPERS = (JobKind.RECEIPT, JobKind.DUPLICATE)


class PaperService:
    """The print jobs of tickets."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def of_ticket(self, ticket_id: str) -> PrintJob | None:
        """The newest receipt or copy of a ticket; None when it did not ask for paper."""
        with self._counter.database.read() as connection:
            jobs = self._counter.print_queue.of_document(connection, ticket_id)
        return next((job for job in reversed(jobs) if job.kind in TICKET_PAPERS), None)

    def settle(self, job_id: str, *, came_out: bool) -> PrintJob:
        """The cashier looked at a paper whose outcome nobody knew; PrintJobMisused when it is known."""
        with self._counter.database.write() as connection:
            self._counter.print_queue.settle(connection, job_id, came_out=came_out)
            return self._counter.print_queue.job(connection, job_id)
