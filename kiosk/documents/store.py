"""SQL of papers: the print queue's rows and the stored documents. Rows ↔ nouns, nothing decided here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select, update

from kiosk.documents.printing import JobKind, JobState, PrintJob
from kiosk.storage.prepared import Prepared
from kiosk.storage.schema import document, print_job

_ADD_JOB = Prepared(insert(print_job))


def insert_job(connection: Connection, job: PrintJob) -> None:
    _ADD_JOB.run(
        connection,
        {
            "id": job.job_id, "created_at_utc": job.created_at_utc, "kind": job.kind.value, "printer": job.printer, "document_id": job.document_id,
            "document_number": job.document_number, "content": job.content, "sha256": job.sha256, "state": job.state.value, "attempts": job.attempts,
            "changed_at_utc": job.changed_at_utc, "reason": job.reason,
        },
    )  # fmt: skip


def job_by_id(connection: Connection, job_id: str) -> PrintJob | None:
    row = connection.execute(select(print_job).where(print_job.c.id == job_id)).one_or_none()
    return None if row is None else _job(row)


def jobs_in(connection: Connection, *states: JobState, printer: str | None = None) -> tuple[PrintJob, ...]:
    """Oldest first: keys are UUIDv7, so their order is the order of birth."""
    query = select(print_job).where(print_job.c.state.in_([state.value for state in states])).order_by(print_job.c.id)
    if printer is not None:
        query = query.where(print_job.c.printer == printer)
    return tuple(_job(row) for row in connection.execute(query))


def jobs_of_document(connection: Connection, document_id: str) -> tuple[PrintJob, ...]:
    """Oldest first."""
    query = select(print_job).where(print_job.c.document_id == document_id).order_by(print_job.c.id)
    return tuple(_job(row) for row in connection.execute(query))


def change_job(connection: Connection, job_id: str, *, state: JobState, attempts: int, changed_at_utc: str, reason: str | None) -> None:
    values = {"state": state.value, "attempts": attempts, "changed_at_utc": changed_at_utc, "reason": reason}
    connection.execute(update(print_job).where(print_job.c.id == job_id).values(values))


def insert_document(
    connection: Connection, document_id: str, *, kind: str, number: str, at_utc: str, sha256: str, media_type: str, content: bytes
) -> None:
    connection.execute(
        insert(document).values(id=document_id, kind=kind, number=number, at_utc=at_utc, sha256=sha256, media_type=media_type, content=content)
    )


def document_rows(connection: Connection) -> Sequence[Row[Any]]:
    """Every finished document, oldest first."""
    return connection.execute(select(document).order_by(document.c.row_no)).all()


def document_row(connection: Connection, document_id: str) -> Row[Any] | None:
    return connection.execute(select(document).where(document.c.id == document_id)).one_or_none()


def newest_of(connection: Connection, *, kind: str, number: str) -> Row[Any] | None:
    """The last document of a kind under this number."""
    query = select(document).where(document.c.kind == kind, document.c.number == number).order_by(document.c.row_no.desc()).limit(1)
    return connection.execute(query).one_or_none()


def _job(row: Row[Any]) -> PrintJob:
    return PrintJob(
        job_id=row.id, created_at_utc=row.created_at_utc, kind=JobKind(row.kind), printer=row.printer, document_id=row.document_id,
        document_number=row.document_number, content=row.content, sha256=row.sha256, state=JobState(row.state), attempts=row.attempts,
        changed_at_utc=row.changed_at_utc, reason=row.reason,
    )  # fmt: skip


def forget_papers(connection: Connection, document_ids: Select[Any]) -> None:
    """What was printed for these documents is not kept any longer; that it was printed, and when, is."""
    done = print_job.c.state.not_in((JobState.QUEUED.value, JobState.SENDING.value))
    connection.execute(update(print_job).where(print_job.c.document_id.in_(document_ids), done).values(content=b""))
