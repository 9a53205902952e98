"""The life of a print job: which states there are, and which may follow which. Pure.

queued → sending → confirmed | sent | unknown | failed, and back to queued when it is certain that no byte left. A job whose
outcome is unknown is never sent again by itself: the printer's late answer or a person settles it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.errors import Misused
from kiosk.hardware.ports import PrintOutcome


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"
    FAILED = "failed"


class JobKind(StrEnum):
    """What comes out. A pulse opens the drawer and is worth nothing a moment later."""

    RECEIPT = "receipt"
    DUPLICATE = "duplicate"
    SLIP = "slip"
    LABEL = "label"
    TEST = "test"
    DRAWER = "drawer"


PULSE_LIFETIME_S = 10


class PrintJobMisused(Misused):
    """A job was moved to a state that cannot follow its own."""

    code = "documents.print_job_misused"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One row of the queue. ``content`` is exactly what the device gets; a retry sends the same bytes."""

    job_id: str
    created_at_utc: str
    kind: JobKind
    printer: str
    document_id: str | None
    document_number: str | None
    content: bytes
    sha256: str
    state: JobState
    attempts: int
    changed_at_utc: str
    reason: str | None


def state_after(kind: JobKind, outcome: PrintOutcome) -> JobState:
    """Where an outcome leads. A pulse that did not leave is over: a drawer must not spring open minutes later."""
    match outcome:
        case PrintOutcome.PRINTED:
            return JobState.CONFIRMED
        case PrintOutcome.SENT:
            return JobState.SENT
        case PrintOutcome.UNKNOWN:
            return JobState.UNKNOWN
        case PrintOutcome.NOT_PRINTED:
            return JobState.FAILED if kind is JobKind.DRAWER else JobState.QUEUED


def state_after_restart(kind: JobKind) -> JobState:
    """What a job that was being sent when the kiosk died has become."""
    return JobState.FAILED if kind is JobKind.DRAWER else JobState.UNKNOWN
