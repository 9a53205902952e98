"""A diagnostic as a pure reducer: ``apply(state, event)`` gives the next state and what the world should do about it.

No clock and no I/O: every duration comes from the times in the events, so folding the saved events after a crash gives the
same step, the same answers and the same 15-minute clock. A wall clock that goes back costs nothing and gains nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from kiosk.diagnostics.checklist import Effect
from kiosk.diagnostics.events import (
    Answered,
    CameBack,
    Countered,
    Decided,
    DeviceRead,
    Extended,
    Finished,
    Marked,
    OfferMade,
    Paused,
    PhotoTaken,
    Reopened,
    Resumed,
    SellerKnown,
    SessionEvent,
    Started,
    StepOpened,
    StepSkipped,
)
from kiosk.errors import Refused


class SessionOver(Refused):
    """The diagnostic is finished; nothing more can be recorded in it."""

    code = "diagnostics.session_over"


class SessionIsPaused(Refused):
    """The clock stands: take up again before answering."""

    code = "diagnostics.session_paused"


class Status(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class ShowStep:
    """Bring this step to the middle of the screen."""

    step_id: str


@dataclass(frozen=True, slots=True)
class Recompute:
    """Facts changed: grade and offer are to be computed anew."""


@dataclass(frozen=True, slots=True)
class Raise:
    """An answer stops, blocks or endangers: show it at once."""

    effect: Effect
    reason: str


SideEffect = ShowStep | Recompute | Raise


@dataclass(frozen=True, slots=True)
class Kept:
    """An offer as it was made, with the answers that it was made on: what holds when the customer comes back. ``expired``: it did not hold any more."""

    offer: OfferMade
    answers: Mapping[str, Answered]
    counter: Countered | None = None
    expired: bool = False


@dataclass(frozen=True, slots=True)
class SessionState:
    """All that is known now. ``active_ms`` counts running time up to ``since_utc``; ``spent_ms`` the same per step, ``pauses_ms`` per reason of a pause."""

    started: Started
    status: Status
    since_utc: datetime
    limit_ms: int
    count: int = 1
    active_ms: int = 0
    paused_ms: int = 0
    pauses_ms: Mapping[str, int] = field(default_factory=dict)
    pause_reason: str | None = None
    pause_note: str = ""
    step_id: str | None = None
    spent_ms: Mapping[str, int] = field(default_factory=dict)
    answers: Mapping[str, Answered] = field(default_factory=dict)
    readings: tuple[DeviceRead, ...] = ()
    photos: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[Marked, ...] = ()
    skipped: Mapping[str, str] = field(default_factory=dict)
    extensions: tuple[Extended, ...] = ()
    offer: OfferMade | None = None
    counter: Countered | None = None
    kept: Kept | None = None
    returned: Kept | None = None
    seller: SellerKnown | None = None
    decision: Decided | None = None
    finished: Finished | None = None


def at(state: SessionState, now_utc: datetime) -> SessionState:
    """The state with its durations brought to ``now_utc``; nothing else changes."""
    passed_ms = max(0, round((now_utc - state.since_utc).total_seconds() * 1000))
    match state.status:
        case Status.RUNNING:
            spent_ms = {**state.spent_ms, state.step_id: state.spent_ms.get(state.step_id, 0) + passed_ms} if state.step_id else state.spent_ms
            return replace(state, since_utc=now_utc, active_ms=state.active_ms + passed_ms, spent_ms=spent_ms)
        case Status.PAUSED:
            reason = state.pause_reason or ""
            pauses_ms = {**state.pauses_ms, reason: state.pauses_ms.get(reason, 0) + passed_ms}
            return replace(state, since_utc=now_utc, paused_ms=state.paused_ms + passed_ms, pauses_ms=pauses_ms)
        case Status.FINISHED:
            return state


def apply(state: SessionState | None, event: SessionEvent) -> tuple[SessionState, tuple[SideEffect, ...]]:
    """Fold one event. The first must be ``Started``; events are facts, so none is refused here."""
    if state is None:
        assert isinstance(event, Started), "a session begins with Started"
        return SessionState(event, Status.RUNNING, event.at_utc, event.clock_s * 1000), ()
    if isinstance(event, CameBack):
        return _came_back(state, event), (Recompute(),)
    state = replace(at(state, event.at_utc), count=state.count + 1)
    match event:
        case Started():
            raise AssertionError("a session starts once")
        case StepOpened(step_id=step_id):
            return replace(state, step_id=step_id), (ShowStep(step_id),)
        case Answered():
            raised = (Raise(event.effect, event.reason),) if event.effect in _RAISED and event.reason else ()
            state = _on_new_facts(state)
            return replace(state, answers={**state.answers, event.question_id: event}), (Recompute(), *raised)
        case DeviceRead():
            return replace(state, readings=(*state.readings, event)), ()
        case PhotoTaken(slot=slot, sha256=sha256):
            state = _on_new_facts(state)
            return replace(state, photos={**state.photos, slot: sha256}), (Recompute(),)
        case Marked():
            return replace(state, marks=_with_mark(state.marks, event)), ()
        case StepSkipped(step_id=step_id, reason=reason):
            return replace(state, skipped={**state.skipped, step_id: reason}), (Recompute(),)
        case Paused(reason=reason, note=note):
            return replace(state, status=Status.PAUSED, pause_reason=reason, pause_note=note), ()
        case Resumed():
            return replace(state, status=Status.RUNNING, pause_reason=None, pause_note=""), ()
        case Extended(seconds=seconds):
            return replace(state, limit_ms=state.limit_ms + seconds * 1000, extensions=(*state.extensions, event)), (Recompute(),)
        case Reopened(question_ids=question_ids):
            return replace(state, answers={key: given for key, given in state.answers.items() if key not in question_ids}), (Recompute(),)
        case _:
            return _closing(state, event)


def _closing(state: SessionState, event: OfferMade | Countered | SellerKnown | Decided | Finished) -> tuple[SessionState, tuple[SideEffect, ...]]:
    """What happens once there is a price."""
    match event:
        case OfferMade():
            state = without_lapsed(state, event.at_utc)
            return replace(state, offer=event, kept=Kept(event, state.answers, state.counter)), ()
        case Countered():
            return replace(without_lapsed(state, event.at_utc), counter=event, offer=None), (Recompute(),)
        case SellerKnown():
            return replace(state, seller=event), ()
        case Decided():
            return replace(state, decision=event), ()
        case Finished():
            return replace(state, status=Status.FINISHED, finished=event), ()
        case _:
            assert_never(event)


def without_lapsed(state: SessionState, now_utc: datetime) -> SessionState:
    """What binds nobody any more is no ground for a new price: an offer past its last day, with the other price agreed on, also of an earlier visit."""
    if state.offer is not None and state.offer.valid_until_utc < now_utc:
        state = replace(state, offer=None, counter=None)
    if state.returned is not None and state.returned.offer.valid_until_utc < now_utc:
        state = replace(state, returned=replace(state.returned, expired=True))
    return state


def _on_new_facts(state: SessionState) -> SessionState:
    """New facts, new price: an offer, and another price than the formula's, stand for the facts they were made on."""
    return state if state.decision else replace(state, offer=None, counter=None)


def _came_back(state: SessionState, event: CameBack) -> SessionState:
    """A visit has a clock of its own; the one before stands in the events. The facts stay but for what is asked again."""
    kept = state.kept
    assert kept is not None, "a customer comes back with an offer"
    again = frozenset(event.asked_again)
    return replace(
        state, status=Status.RUNNING, since_utc=event.at_utc, count=state.count + 1, limit_ms=state.started.clock_s * 1000, active_ms=0, paused_ms=0,
        pauses_ms={}, spent_ms={}, extensions=(), pause_reason=None, pause_note="", step_id=None,
        answers={key: given for key, given in state.answers.items() if key not in again},
        photos={slot: sha256 for slot, sha256 in state.photos.items() if slot not in event.photos_again},
        offer=None, counter=None, returned=replace(kept, expired=event.expired), seller=None, decision=None, finished=None,
    )  # fmt: skip


def _with_mark(marks: tuple[Marked, ...], new: Marked) -> tuple[Marked, ...]:
    others = tuple(mark for mark in marks if (mark.face, mark.x_permille, mark.y_permille) != (new.face, new.x_permille, new.y_permille))
    return others if new.gone else (*others, new)


_RAISED = (Effect.STOP, Effect.BLOCK, Effect.HAZARD)


def fold(events: Iterable[SessionEvent]) -> SessionState:
    """The state after all ``events`` (at least ``Started``)."""
    state: SessionState | None = None
    for event in events:
        state, _effects = apply(state, event)
    assert state is not None, "no events"
    return state


def time_is_up(state: SessionState, now_utc: datetime) -> bool:
    """True once the running time reached the limit; a limit of 0 means no clock (inspections)."""
    return 0 < state.limit_ms <= at(state, now_utc).active_ms


def must_be_open(state: SessionState, *, running: bool = True) -> None:
    """Refuse to record in a finished session, or (``running``) in one that is paused."""
    if state.status is Status.FINISHED:
        raise SessionOver()
    if running and state.status is Status.PAUSED:
        raise SessionIsPaused(reason=state.pause_reason or "")
