"""Use cases of papers: put a job in the queue with the sale that causes it, follow it to paper, keep finished documents.

``PrintQueue`` writes in the caller's transaction and never touches a device: a printer fault cannot stop a sale.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from kiosk.basics.clock import Clock, parse_utc, utc_text
from kiosk.basics.ids import Ids
from kiosk.documents import store
from kiosk.documents.printing import PULSE_LIFETIME_S, JobKind, JobState, PrintJob, PrintJobMisused, state_after, state_after_restart
from kiosk.documents.training import TrainingMark
from kiosk.errors import Damaged, Unavailable
from kiosk.hardware.ports import PrintOutcome

SEEN_BY_CASHIER = "seen by the cashier"
NOT_SEEN_BY_CASHIER = "not seen by the cashier"


class PulseTooLate(Unavailable):
    """The printer was away too long: a drawer that springs open minutes later is worse than one that does not."""

    code = "documents.pulse_too_late"


class PrintInterrupted(Unavailable):
    """The kiosk died while it was sending this job."""

    code = "documents.print_interrupted"


class DocumentDamaged(Damaged):
    """A stored document is not what was saved."""

    code = "documents.document_damaged"


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A finished paper as it was handed over."""

    document_id: str
    kind: str
    number: str
    at_utc: str
    sha256: str
    media_type: str
    content: bytes


class PrintQueue:
    """The rows of ``print_job``. Every method runs inside the caller's write transaction, except the readers."""

    def __init__(self, clock: Clock, ids: Ids, *, training: TrainingMark | None = None) -> None:
        self._clock = clock
        self._ids = ids
        self._training = training

    def enqueue(
        self,
        connection: Connection,
        *,
        kind: str,
        document_id: str | None,
        document_number: str | None,
        content: bytes,
        printer: str = "receipt",
    ) -> str:
        """Queue ``content`` (bytes as the device gets them) for ``printer``; returns the job's id, also of what training lets nobody send."""
        now, job_id = utc_text(self._clock.now_utc()), self._ids.new()
        if self._training is not None:
            marked = self._training.on(JobKind(kind), content)
            if marked is None:
                return job_id
            content = marked
        job = PrintJob(
            job_id=job_id, created_at_utc=now, kind=JobKind(kind), printer=printer, document_id=document_id,
            document_number=document_number, content=content, sha256=hashlib.sha256(content).hexdigest(), state=JobState.QUEUED, attempts=0,
            changed_at_utc=now, reason=None,
        )  # fmt: skip
        store.insert_job(connection, job)
        return job.job_id

    def claim(self, connection: Connection, printer: str) -> PrintJob | None:
        """The next job to send, now in state *sending*. Pulses go first and expire; papers keep their order."""
        queued = [job for job in store.jobs_in(connection, JobState.QUEUED, printer=printer) if not self._expire(connection, job)]
        if not queued:
            return None
        job = next((job for job in queued if job.kind is JobKind.DRAWER), queued[0])
        self._move(connection, job, JobState.SENDING, reason=None, attempts=job.attempts + 1)
        return store.job_by_id(connection, job.job_id)

    def report(self, connection: Connection, job_id: str, outcome: PrintOutcome, *, reason: str | None) -> JobState:
        """Write what became of a job that was being sent; a late answer may still turn *unknown* into *confirmed*."""
        job = self._job(connection, job_id)
        late = job.state is JobState.UNKNOWN and outcome is PrintOutcome.PRINTED
        if job.state is not JobState.SENDING and not late:
            raise PrintJobMisused(job_id=job_id, state=job.state.value)
        state = state_after(job.kind, outcome)
        self._move(connection, job, state, reason=reason)
        return state

    def settle(self, connection: Connection, job_id: str, *, came_out: bool) -> None:
        """The cashier looked: the paper is there, or it is not (then the caller queues a DUPLICATA)."""
        job = self._job(connection, job_id)
        if job.state is not JobState.UNKNOWN:
            raise PrintJobMisused(job_id=job_id, state=job.state.value)
        if came_out:
            self._move(connection, job, JobState.CONFIRMED, reason=SEEN_BY_CASHIER)
        else:
            self._move(connection, job, JobState.FAILED, reason=NOT_SEEN_BY_CASHIER)

    def recover(self, connection: Connection) -> tuple[PrintJob, ...]:
        """At start-up: what was being sent is unknown, pulses are over, queued papers stay queued. Gives the unknown ones."""
        for job in store.jobs_in(connection, JobState.SENDING, JobState.QUEUED):
            if job.state is JobState.SENDING or job.kind is JobKind.DRAWER:
                self._move(connection, job, state_after_restart(job.kind), reason=PrintInterrupted.code)
        return self.unknown(connection)

    def waiting(self, connection: Connection, printer: str = "receipt") -> tuple[PrintJob, ...]:
        """Papers that will come out by themselves, oldest first. A reader."""
        return store.jobs_in(connection, JobState.QUEUED, JobState.SENDING, printer=printer)

    def unknown(self, connection: Connection) -> tuple[PrintJob, ...]:
        """Papers about which a person must be asked, oldest first. A reader."""
        return store.jobs_in(connection, JobState.UNKNOWN)

    def job(self, connection: Connection, job_id: str) -> PrintJob:
        """One job. A reader."""
        return self._job(connection, job_id)

    def of_document(self, connection: Connection, document_id: str) -> tuple[PrintJob, ...]:
        """Everything that was queued for a document, oldest first. A reader."""
        return store.jobs_of_document(connection, document_id)

    def _expire(self, connection: Connection, job: PrintJob) -> bool:
        age = self._clock.now_utc() - parse_utc(job.created_at_utc)
        if job.kind is not JobKind.DRAWER or age <= timedelta(seconds=PULSE_LIFETIME_S):
            return False
        self._move(connection, job, JobState.FAILED, reason=PulseTooLate.code)
        return True

    def _move(self, connection: Connection, job: PrintJob, state: JobState, *, reason: str | None, attempts: int | None = None) -> None:
        now = utc_text(self._clock.now_utc())
        attempts = job.attempts if attempts is None else attempts
        store.change_job(connection, job.job_id, state=state, attempts=attempts, changed_at_utc=now, reason=reason)

    @staticmethod
    def _job(connection: Connection, job_id: str) -> PrintJob:
        job = store.job_by_id(connection, job_id)
        if job is None:
            raise PrintJobMisused(job_id=job_id, state="missing")
        return job


class Documents:
    """Finished papers, stored as they were handed over (sealed rows)."""

    def __init__(self, clock: Clock, ids: Ids) -> None:
        self._clock = clock
        self._ids = ids

    def save_pdf(self, connection: Connection, *, kind: str, number: str, content: bytes) -> str:
        """Store a PDF in the caller's transaction; returns the document's id."""
        return self.save(connection, kind=kind, number=number, media_type="application/pdf", content=content)

    def save(self, connection: Connection, *, kind: str, number: str, media_type: str, content: bytes) -> str:
        document_id = self._ids.new()
        sha256 = hashlib.sha256(content).hexdigest()
        now = utc_text(self._clock.now_utc())
        store.insert_document(
            connection, document_id, kind=kind, number=number, at_utc=now, sha256=sha256, media_type=media_type, content=content
        )
        return document_id

    def load(self, connection: Connection, document_id: str) -> StoredDocument | None:
        """Read a document back and compare it with its own hash."""
        row = store.document_row(connection, document_id)
        if row is None:
            return None
        if hashlib.sha256(row.content).hexdigest() != row.sha256:
            raise DocumentDamaged(number=row.number)
        return StoredDocument(row.id, row.kind, row.number, row.at_utc, row.sha256, row.media_type, row.content)
