"""What an engine state means for the strip, and what an answer of central says of this database."""

from __future__ import annotations

from kiosk.sync.machine import POKE, PUSH, Failure, LaneKind, PushAnswered, State
from kiosk.sync.status import QuarantineReason, Status, SyncKind


def status(state: State) -> Status:
    """The status that a state means."""
    pending = state.head_seq - min(state.acked_seq, state.central_seq)
    failing = [(lane, lane.failing_since_ms) for lane in (state.lane(PUSH), state.lane(POKE)) if lane.failing_since_ms is not None]
    since = min((since for _, since in failing), default=None)
    feeds = [lane for lane in state.lanes if lane.kind is LaneKind.FEED]
    at_head = all(lane.settled for lane in feeds)
    if state.quarantine:
        return Status(SyncKind.QUARANTINED, pending, None, at_head, state.quarantine)
    if any(lane.failure is Failure.REFUSED for lane, _ in failing):
        return Status(SyncKind.REFUSED, pending, since, at_head)
    if failing:
        return Status(SyncKind.OFFLINE, pending, since, at_head)
    if lacks := tuple(lane.name for lane in feeds if lane.unoffered):
        return Status(SyncKind.CENTRAL_OLDER, pending, None, at_head, lacks=lacks)
    if pending:
        return Status(SyncKind.PENDING, pending, state.pending_since_ms, at_head)
    return Status(SyncKind.UP_TO_DATE, 0, None, at_head)


def sign_of_copy(event: PushAnswered) -> QuarantineReason | None:
    """Why an answer means that this database is a restored or cloned copy; None when it does not."""
    if event.forked:
        return QuarantineReason.CENTRAL_SAYS_FORK
    if event.own_hash is None:
        return QuarantineReason.ACK_ABOVE_MINE
    return QuarantineReason.HASH_DIFFERS if event.own_hash != event.acked_hash else None
