"""What the status strip shows of sync, as a finished value. Words are chosen by the screens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class QuarantineReason(StrEnum):
    """Signs that this database is a restored or cloned copy."""

    ACK_ABOVE_MINE = "ack_above_mine"
    HASH_DIFFERS = "hash_differs"
    CENTRAL_SAYS_FORK = "central_says_fork"
    HEAD_MARKER = "head_marker"


class SyncKind(StrEnum):
    """The one word for the strip: the first that holds, in this order."""

    QUARANTINED = "quarantined"
    REFUSED = "refused"
    OFFLINE = "offline"
    CENTRAL_OLDER = "central_older"
    PENDING = "pending"
    UP_TO_DATE = "up_to_date"


@dataclass(frozen=True, slots=True)
class Status:
    """``pending_count`` entries are not yet at central; the word holds since ``since_ms`` (monotonic), where that is known.

    ``feeds_at_head`` is false until catalogue, people and stock are complete and current. ``lacks`` are the feeds that an older central does not know.
    """

    kind: SyncKind
    pending_count: int
    since_ms: int | None
    feeds_at_head: bool
    quarantine: QuarantineReason | None = None
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """The same for people: ``since_utc`` on the wall clock, and when central last answered."""

    kind: SyncKind
    pending_count: int
    since_utc: datetime | None
    feeds_at_head: bool
    last_answer_utc: datetime | None = None
    quarantine: QuarantineReason | None = None
    lacks: tuple[str, ...] = ()
