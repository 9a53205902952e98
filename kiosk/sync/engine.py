"""The sync engine: ``step(state, event, now_ms, draw)`` gives the next state and what to do. Pure; the worker does the doing.

``TABLE`` has a rule for every lane kind × phase × event; a test refuses a missing cell. Whatever fails re-arms the lane's
timer: the retry that never comes is how offline sync breaks. ``draw(n)`` is a random integer from 0 to n.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

from kiosk.sync.failing import Draw, Failure
from kiosk.sync.machine import (
    PUSH,
    Acked,
    Appended,
    Applied,
    ApplyPage,
    Effect,
    Event,
    Failed,
    Lane,
    LaneKind,
    MarkAcked,
    Phase,
    PokeAnswered,
    PullAnswered,
    PushAnswered,
    Quarantine,
    SendPoke,
    SendPull,
    SendPush,
    SetTimer,
    Started,
    State,
    Tell,
    TimerFired,
    Unapplied,
    Woken,
)
from kiosk.sync.summary import sign_of_copy, status

Outcome = tuple[State, tuple[Effect, ...]]
Rule = Callable[[State, Lane, Any, int, Draw], Outcome]

TIMER_MARGIN_MS = 5_000
AFTER = {"products": ("device_models",), "units": ("products",), "levels": ("products",)}


def step(state: State, event: Event, now_ms: int, draw: Draw) -> Outcome:
    """What one event changes and asks for. A status that has changed is told last."""
    before = status(state)
    match event:
        case Started() | Woken():
            names = [lane.name for lane in state.lanes]
        case Appended():
            if event.head_seq > state.head_seq:
                since = now_ms if state.pending_since_ms is None else state.pending_since_ms
                state = replace(state, head_seq=event.head_seq, pending_since_ms=since)
            names = [PUSH]
        case _:
            names = [event.lane]
    effects: tuple[Effect, ...] = ()
    for name in names:
        lane = state.lane(name)
        state, more = TABLE[lane.kind, lane.phase, type(event)](state, lane, event, now_ms, draw)
        effects += more
    after = status(state)
    return state, effects if after == before else (*effects, Tell(after))


# ── pieces that every lane uses ────────────────────────────────────────────────────────────────────────────────────
def _put(state: State, lane: Lane) -> State:
    return replace(state, lanes=tuple(lane if other.name == lane.name else other for other in state.lanes))


def _arm(state: State, lane: Lane, after_ms: int) -> tuple[State, Lane, SetTimer]:
    number = state.counter + 1
    return replace(state, counter=number), replace(lane, timer=number), SetTimer(lane.name, number, after_ms)


def _wait(state: State, lane: Lane, after_ms: int) -> Outcome:
    state, lane, timer = _arm(state, replace(lane, phase=Phase.WAITING, request=None), after_ms)
    return _put(state, lane), (timer,)


def _rest(state: State, lane: Lane) -> Outcome:
    return _put(state, replace(lane, phase=Phase.IDLE, request=None, timer=0)), ()


def _well(lane: Lane) -> Lane:
    return replace(lane, failures=0, failing_since_ms=None, failure=None)


def _request(state: State, lane: Lane, phase: Phase, deadline_ms: int) -> tuple[State, Lane, SetTimer]:
    """A numbered request, with a timer in case its answer gets lost inside the process."""
    state, lane, timer = _arm(state, replace(lane, phase=phase), deadline_ms + TIMER_MARGIN_MS)
    return state, replace(lane, request=f"{state.nonce}-{lane.timer}"), timer


def _fail(state: State, lane: Lane, failure: Failure, retry_after_ms: int, now_ms: int, draw: Draw) -> Outcome:
    since = now_ms if lane.failing_since_ms is None else lane.failing_since_ms
    lane = replace(lane, failures=lane.failures + 1, failing_since_ms=since, failure=failure)
    after_ms = state.tuning.wait_ms(failure, failures=lane.failures, failing_for_ms=now_ms - since, retry_after_ms=retry_after_ms, draw=draw)
    return _wait(state, lane, after_ms)


def _healed(state: State, healed: Lane, now_ms: int, draw: Draw) -> Outcome:
    """Central has answered after failures: lanes that were waiting because it could not be reached need not wait on."""
    effects: tuple[Effect, ...] = ()
    if healed.failures:
        for lane in state.lanes:
            if lane.name != healed.name and lane.phase is Phase.WAITING and lane.failure is Failure.UNREACHABLE:
                state, more = _go(state, lane, None, now_ms, draw)
                effects += more
    return state, effects


# ── rules ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _ignore(state: State, _lane: Lane, _event: Any, _now_ms: int, _draw: Draw) -> Outcome:
    return state, ()


def _first_contact(state: State, lane: Lane, _event: Any, _now_ms: int, draw: Draw) -> Outcome:
    return _wait(state, lane, draw(state.tuning.first_contact_spread_ms))


def _go(state: State, lane: Lane, _event: Any, now_ms: int, _draw: Draw) -> Outcome:
    """Begin the lane's next attempt, or rest when there is nothing to do."""
    lane = replace(lane, attempted_ms=now_ms)
    effect: Effect
    match lane.kind:
        case LaneKind.PUSH:
            if state.central_seq >= state.head_seq:
                return _rest(state, lane)
            state, lane, timer = _request(state, lane, Phase.SENDING, state.tuning.send_deadline_ms)
            effect = SendPush(lane.request or "", state.epoch, state.central_seq, state.tuning.send_deadline_ms)
        case LaneKind.FEED:
            if not all(state.lane(earlier).settled for earlier in AFTER.get(lane.name, ())):
                return _rest(state, lane)
            state, lane, timer = _request(state, lane, Phase.SENDING, state.tuning.send_deadline_ms)
            effect = SendPull(lane.request or "", lane.name, lane.cursor, state.tuning.send_deadline_ms)
        case LaneKind.POKE:
            heads = {other.name: max(other.cursor.v, other.known_v) for other in state.lanes if other.kind is LaneKind.FEED}
            deadline_ms = state.tuning.poke_wait_ms + state.tuning.send_deadline_ms
            state, lane, timer = _request(state, lane, Phase.SENDING, deadline_ms)
            effect = SendPoke(lane.request or "", heads, state.tuning.poke_wait_ms, deadline_ms)
    return _put(state, lane), (effect, timer)


def _go_if_mine(state: State, lane: Lane, event: TimerFired, now_ms: int, draw: Draw) -> Outcome:
    return _go(state, lane, event, now_ms, draw) if event.timer == lane.timer else (state, ())


def _lost(state: State, lane: Lane, event: TimerFired, now_ms: int, draw: Draw) -> Outcome:
    """The deadline passed without an answer."""
    return _fail(state, lane, Failure.UNREACHABLE, 0, now_ms, draw) if event.timer == lane.timer else (state, ())


def _failed(state: State, lane: Lane, event: Failed, now_ms: int, draw: Draw) -> Outcome:
    if event.request != lane.request:
        return state, ()
    state, effects = _fail(state, lane, event.failure, event.retry_after_ms, now_ms, draw)
    if event.failure is Failure.UNOFFERED and not lane.settled:
        state, more = _go_later(state, lane.name, event, now_ms, draw)
        effects += more
    return state, effects


def _go_later(state: State, name: str, event: Any, now_ms: int, draw: Draw) -> Outcome:
    """The feeds that waited for this one begin."""
    effects: tuple[Effect, ...] = ()
    for later in state.lanes:
        if name in AFTER.get(later.name, ()) and later.phase is Phase.IDLE:
            state, more = _go(state, later, event, now_ms, draw)
            effects += more
    return state, effects


def _woken(state: State, lane: Lane, event: Any, now_ms: int, draw: Draw) -> Outcome:
    """A person or the network says now: try, unless central itself asked for patience."""
    return (state, ()) if lane.failure is Failure.BUSY else _go(state, lane, event, now_ms, draw)


def _new_entry(state: State, lane: Lane, event: Any, now_ms: int, draw: Draw) -> Outcome:
    """A new entry ends a wait when the last attempt is a while ago and central has not asked for patience."""
    patient = lane.failure in (Failure.BUSY, Failure.REFUSED)
    fresh = lane.attempted_ms is None or now_ms - lane.attempted_ms <= state.tuning.wake_after_ms
    return (state, ()) if patient or fresh else _go(state, lane, event, now_ms, draw)


def _push_answered(state: State, lane: Lane, event: PushAnswered, now_ms: int, draw: Draw) -> Outcome:
    """Only an acknowledgement by (epoch, seq, hash) counts; what contradicts this journal means that it is a copy."""
    if event.request != lane.request:
        return state, ()
    if event.epoch != state.epoch or event.acked_seq < 0:
        return _fail(state, lane, Failure.BROKEN, 0, now_ms, draw)
    reason = sign_of_copy(event)
    if reason:
        state = _put(replace(state, quarantine=reason), replace(_well(lane), phase=Phase.STOPPED, request=None, timer=0))
        return state, (Quarantine(reason),)
    if event.acked_seq == state.central_seq:
        return _fail(state, lane, Failure.BROKEN, 0, now_ms, draw)
    if event.acked_seq <= state.acked_seq:
        return _go(replace(state, central_seq=event.acked_seq), _well(lane), event, now_ms, draw)
    state, lane, timer = _request(state, lane, Phase.APPLYING, state.tuning.apply_deadline_ms)
    return _put(state, lane), (MarkAcked(lane.request or "", event.epoch, event.acked_seq, event.acked_hash), timer)


def _acked(state: State, lane: Lane, event: Acked, now_ms: int, draw: Draw) -> Outcome:
    if event.request != lane.request:
        return state, ()
    acked_seq = max(state.acked_seq, event.acked_seq)
    since = state.pending_since_ms if acked_seq < state.head_seq else None
    state = replace(state, acked_seq=acked_seq, central_seq=event.acked_seq, pending_since_ms=since)
    state, effects = _go(state, _well(lane), event, now_ms, draw)
    state, more = _healed(state, lane, now_ms, draw)
    return state, effects + more


def _pull_answered(state: State, lane: Lane, event: PullAnswered, now_ms: int, draw: Draw) -> Outcome:
    """A page counts only where it follows on; one that leads nowhere would be asked for for ever."""
    if event.request != lane.request:
        return state, ()
    page = event.page
    if page.feed != lane.name or page.start != lane.cursor or page.end < page.start or (page.more and page.end == page.start):
        return _fail(state, lane, Failure.BROKEN, 0, now_ms, draw)
    state, lane, timer = _request(state, lane, Phase.APPLYING, state.tuning.apply_deadline_ms)
    return _put(state, lane), (ApplyPage(lane.request or "", lane.name, page), timer)


def _applied(state: State, lane: Lane, event: Applied, now_ms: int, draw: Draw) -> Outcome:
    if event.request != lane.request:
        return state, ()
    lane_now = replace(_well(lane), cursor=max(lane.cursor, event.cursor), at_head=lane.at_head or not event.more)
    behind = event.more or lane_now.known_v > lane_now.cursor.v
    state, effects = _go(state, lane_now, event, now_ms, draw) if behind else _rest(state, lane_now)
    if lane_now.at_head and not lane.at_head:
        state, more = _go_later(state, lane.name, event, now_ms, draw)
        effects += more
    state, more = _healed(state, lane, now_ms, draw)
    return state, effects + more


def _unapplied(state: State, lane: Lane, event: Unapplied, now_ms: int, draw: Draw) -> Outcome:
    """Go on from the durable cursor, after a pause: a page that never fits must not make a busy loop."""
    if event.request != lane.request:
        return state, ()
    return _fail(state, replace(lane, cursor=event.cursor, at_head=False), Failure.BROKEN, 0, now_ms, draw)


def _poked(state: State, lane: Lane, event: PokeAnswered, now_ms: int, draw: Draw) -> Outcome:
    """Start the feeds that are behind, then wait at central again; pause when it answers at once with nothing new."""
    if event.request != lane.request:
        return state, ()
    effects: tuple[Effect, ...] = ()
    news = False
    for feed in state.lanes:
        v = event.heads.get(feed.name, 0)
        if feed.kind is LaneKind.FEED and v > max(feed.known_v, feed.cursor.v):
            news = True
            feed = replace(feed, known_v=v)
            free = feed.phase is Phase.IDLE or (feed.unoffered and feed.phase is Phase.WAITING)
            state, more = _go(state, feed, event, now_ms, draw) if free else (_put(state, feed), ())
            effects += more
    lane_now = _well(lane)
    hurried = not news and lane.attempted_ms is not None and now_ms - lane.attempted_ms < state.tuning.poke_pause_ms
    state, more = _wait(state, lane_now, state.tuning.poke_pause_ms) if hurried else _go(state, lane_now, event, now_ms, draw)
    state, others = _healed(state, lane, now_ms, draw)
    return state, effects + more + others


# ── the table ──────────────────────────────────────────────────────────────────────────────────────────────────────
_STALE: dict[type[Event], Rule] = dict.fromkeys((PushAnswered, Acked, PullAnswered, Applied, Unapplied, PokeAnswered, Failed), _ignore)
_RESTING: dict[type[Event], Rule] = {**_STALE, Started: _first_contact, Appended: _ignore, Woken: _go, TimerFired: _ignore}
_UNDER_WAY: dict[type[Event], Rule] = {**_STALE, Started: _ignore, Appended: _ignore, Woken: _ignore, TimerFired: _lost, Failed: _failed}
_HELD_UP: dict[type[Event], Rule] = {**_STALE, Started: _ignore, Appended: _ignore, Woken: _woken, TimerFired: _go_if_mine}
_OUT: dict[type[Event], Rule] = {**_STALE, Started: _ignore, Appended: _ignore, Woken: _ignore, TimerFired: _ignore}

_PHASES: dict[Phase, dict[type[Event], Rule]] = {
    Phase.IDLE: _RESTING, Phase.SENDING: _UNDER_WAY, Phase.APPLYING: _UNDER_WAY, Phase.WAITING: _HELD_UP, Phase.STOPPED: _OUT,
}  # fmt: skip

_OWN: dict[tuple[LaneKind, Phase], dict[type[Event], Rule]] = {
    (LaneKind.PUSH, Phase.IDLE): {Appended: _go},
    (LaneKind.PUSH, Phase.WAITING): {Appended: _new_entry},
    (LaneKind.PUSH, Phase.SENDING): {PushAnswered: _push_answered},
    (LaneKind.PUSH, Phase.APPLYING): {Acked: _acked},
    (LaneKind.FEED, Phase.SENDING): {PullAnswered: _pull_answered},
    (LaneKind.FEED, Phase.APPLYING): {Applied: _applied, Unapplied: _unapplied},
    (LaneKind.POKE, Phase.SENDING): {PokeAnswered: _poked},
}

TABLE: dict[tuple[LaneKind, Phase, type[Event]], Rule] = {
    (kind, phase, event): rule
    for kind, phase in product(LaneKind, Phase)
    for event, rule in {**_PHASES[phase], **_OWN.get((kind, phase), {})}.items()
}
