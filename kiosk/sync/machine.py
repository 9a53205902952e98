"""The nouns of the sync engine: its state, what can happen to it and what it asks for. No clock, no I/O, no randomness.

A *lane* is one conversation with central: pushing the journal, pulling one feed, or waiting to be poked. Each stands in one
``Phase``; only IDLE and STOPPED may be without a timer (invariant L3).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.sync.failing import Failure as Failure
from kiosk.sync.failing import Tuning as Tuning
from kiosk.sync.protocol import FEEDS, Cursor, PullPage
from kiosk.sync.status import QuarantineReason, Status

PUSH = "push"
POKE = "poke"


class LaneKind(StrEnum):
    """Which row of the engine's table a lane follows."""

    PUSH = "push"
    FEED = "feed"
    POKE = "poke"


class Phase(StrEnum):
    """Where a lane stands."""

    IDLE = "idle"
    SENDING = "sending"
    APPLYING = "applying"
    WAITING = "waiting"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Lane:
    """One conversation. ``timer`` 0 means none is armed; ``request`` is what an answer must carry to count."""

    name: str
    phase: Phase = Phase.IDLE
    request: str | None = None
    timer: int = 0
    attempted_ms: int | None = None
    failures: int = 0
    failing_since_ms: int | None = None
    failure: Failure | None = None
    cursor: Cursor = field(default_factory=Cursor)
    known_v: int = 0
    at_head: bool = False

    @property
    def unoffered(self) -> bool:
        """Whether central said last that it does not know this feed."""
        return self.failure is Failure.UNOFFERED

    @property
    def settled(self) -> bool:
        """Whether nothing more is to be waited for before the till can work: all of it is here, or central has none of it."""
        return self.at_head or self.unoffered

    @property
    def kind(self) -> LaneKind:
        return {PUSH: LaneKind.PUSH, POKE: LaneKind.POKE}.get(self.name, LaneKind.FEED)


@dataclass(frozen=True, slots=True)
class State:
    """All the engine knows. ``acked_seq`` is durable; ``central_seq`` is what central last said it has."""

    nonce: str
    epoch: int
    head_seq: int
    acked_seq: int
    central_seq: int
    lanes: tuple[Lane, ...]
    tuning: Tuning = field(default_factory=Tuning)
    counter: int = 0
    pending_since_ms: int | None = None
    quarantine: QuarantineReason | None = None

    def lane(self, name: str) -> Lane:
        return next(lane for lane in self.lanes if lane.name == name)


def initial(
    *,
    nonce: str,
    epoch: int,
    head_seq: int,
    acked_seq: int,
    cursors: dict[str, Cursor],
    tuning: Tuning | None = None,
    quarantine: QuarantineReason | None = None,
) -> State:
    """The state after a start, from durable facts alone. ``nonce`` is new for every process."""
    feeds = tuple(Lane(name, cursor=cursors.get(name, Cursor())) for name in FEEDS)
    push = Lane(PUSH, phase=Phase.STOPPED if quarantine else Phase.IDLE)
    return State(nonce, epoch, head_seq, acked_seq, acked_seq, (push, Lane(POKE), *feeds), tuning or Tuning(), quarantine=quarantine)


# ── what happens ───────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Started:
    """The process has started and read its durable facts."""


@dataclass(frozen=True, slots=True)
class Appended:
    """The journal has grown to ``head_seq``, durably."""

    head_seq: int


@dataclass(frozen=True, slots=True)
class Woken:
    """There is reason to try at once: the network came up, or a person asked."""


@dataclass(frozen=True, slots=True)
class TimerFired:
    """The timer that the lane armed under this number is over."""

    lane: str
    timer: int


@dataclass(frozen=True, slots=True)
class PushAnswered:
    """Central's answer to a push. ``own_hash`` is the hash in this till's journal at ``acked_seq``, None when it has no such entry."""

    request: str
    epoch: int
    acked_seq: int
    acked_hash: str
    own_hash: str | None
    forked: bool
    lane: str = PUSH


@dataclass(frozen=True, slots=True)
class Acked:
    """``MarkAcked`` is durable."""

    request: str
    acked_seq: int
    lane: str = PUSH


@dataclass(frozen=True, slots=True)
class PullAnswered:
    """A page of a feed has come."""

    lane: str
    request: str
    page: PullPage


@dataclass(frozen=True, slots=True)
class Applied:
    """A page and its cursor are durable."""

    lane: str
    request: str
    cursor: Cursor
    more: bool


@dataclass(frozen=True, slots=True)
class Unapplied:
    """A page was not taken: it did not start at the durable ``cursor``, or the digest did not fit and the feed starts over."""

    lane: str
    request: str
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class PokeAnswered:
    """Central says the newest ``v`` of each feed."""

    request: str
    heads: dict[str, int]
    lane: str = POKE


@dataclass(frozen=True, slots=True)
class Failed:
    """An attempt failed; ``retry_after_ms`` is what central asked for, 0 when it asked nothing."""

    lane: str
    request: str
    failure: Failure
    retry_after_ms: int = 0


LaneEvent = TimerFired | PushAnswered | Acked | PullAnswered | Applied | Unapplied | PokeAnswered | Failed
Event = Started | Appended | Woken | LaneEvent
EVENT_KINDS: tuple[type[Event], ...] = (
    Started, Appended, Woken, TimerFired, PushAnswered, Acked, PullAnswered, Applied, Unapplied, PokeAnswered, Failed,
)  # fmt: skip


# ── what is asked for ──────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class SendPush:
    """Send the entries of ``epoch`` after ``after_seq``; answer with PushAnswered or Failed."""

    request: str
    epoch: int
    after_seq: int
    deadline_ms: int


@dataclass(frozen=True, slots=True)
class SendPull:
    """Ask for the page after ``cursor``; answer with PullAnswered or Failed."""

    request: str
    feed: str
    cursor: Cursor
    deadline_ms: int


@dataclass(frozen=True, slots=True)
class SendPoke:
    """Wait at central until a feed is newer than ``heads``; answer with PokeAnswered or Failed."""

    request: str
    heads: dict[str, int]
    wait_ms: int
    deadline_ms: int


@dataclass(frozen=True, slots=True)
class MarkAcked:
    """Note durably how far central has the journal; answer with Acked or Failed."""

    request: str
    epoch: int
    acked_seq: int
    acked_hash: str


@dataclass(frozen=True, slots=True)
class ApplyPage:
    """Write rows and cursor in one transaction; answer with Applied, Unapplied or Failed."""

    request: str
    feed: str
    page: PullPage


@dataclass(frozen=True, slots=True)
class SetTimer:
    """Fire ``TimerFired(lane, timer)`` after this long; it replaces the lane's earlier timer."""

    lane: str
    timer: int
    after_ms: int


@dataclass(frozen=True, slots=True)
class Quarantine:
    """Note durably that this database is a copy: no new ticket until it has a new epoch."""

    reason: QuarantineReason


@dataclass(frozen=True, slots=True)
class Tell:
    """The status for the strip has changed."""

    status: Status


Effect = SendPush | SendPull | SendPoke | MarkAcked | ApplyPage | SetTimer | Quarantine | Tell
