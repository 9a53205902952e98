"""Many seeds of the small world: whatever the network and the power do, nothing is lost, nothing comes twice, all of it arrives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from central.ingest import Judgement
from central.ingest import Outcome as Central
from kiosk.sync.engine import TABLE, Draw, Outcome
from kiosk.sync.machine import Applied, Event, Failed, Lane, LaneKind, Phase, PushAnswered, State, TimerFired, Woken
from kiosk.sync.protocol import FEEDS, Cursor
from tests.simulation import small_world
from tests.simulation.small_world import Rates, World, check_always

SEEDS = 300
BLOCKS = 6
BAD_MS = 120_000
GOOD_MS = 600_000


def history(seed: int) -> World:
    """Two bad minutes with entries and feed changes, then ten healthy ones."""
    world = World(seed)
    marks = {till.name: 0 for till in world.tills}
    for till in world.tills:
        till.start()
        for _ in range(world.draws.randint(5, 25)):
            world.later(world.draws.randint(0, BAD_MS), till.append)
    for _ in range(world.draws.randint(5, 30)):
        feed, key = world.draws.choice(FEEDS), f"r{world.draws.randint(1, 8)}"
        world.later(world.draws.randint(0, BAD_MS), lambda feed=feed, key=key: world.central.change(feed, key))

    def check() -> None:
        check_always(world)
        for till in world.tills:
            stored = world.central.entries.get(till.name, [])
            assert stored == till.journal[: len(stored)], "I1, I5: central's journal is not the beginning of the till's"
            assert marks[till.name] <= till.acked <= len(stored), "I7: the acknowledgement went back, or ran ahead of central"
            marks[till.name] = till.acked

    world.run_until(BAD_MS, check=check)
    world.rates = Rates.healthy()
    world.run_until(BAD_MS + GOOD_MS, check=check)
    return world


def judged(seed: int) -> World:
    """A history that has ended as it must."""
    world = history(seed)
    for till in world.tills:
        assert (seed, till.name, till.quarantined) == (seed, till.name, False)
        assert (seed, till.acked) == (seed, len(till.journal)), "L1: not everything has arrived"
        assert (seed, till.rows) == (seed, world.central.rows), "I6: the till does not show what central has"
        assert all(lane.at_head for lane in till.state.lanes if lane.kind is LaneKind.FEED)
    return world


@pytest.mark.parametrize("block", range(BLOCKS))
def test_a_bad_network_and_crashes_lose_nothing_double_nothing_and_all_arrives(block: int) -> None:
    damage: Counter[str] = Counter()
    for seed in range(block * SEEDS // BLOCKS, (block + 1) * SEEDS // BLOCKS):
        damage += judged(seed).damage
    assert all(damage[kind] for kind in ("loss", "duplication", "delay", "crash", "busy")), damage


@pytest.mark.parametrize("seed", range(40))
def test_a_till_put_back_to_an_older_disk_is_found_out_by_its_first_new_entries(seed: int) -> None:
    world = World(seed)
    world.rates = Rates.healthy()
    till = world.tills[0]
    for other in world.tills:
        other.start()
    for _ in range(world.draws.randint(1, 10)):
        till.append()
    saved = till.backup()
    for _ in range(world.draws.randint(1, 10)):
        till.append()
    world.run_until(120_000, check=lambda: check_always(world))
    truth = list(world.central.entries[till.name])
    till.restore(saved)
    till.append()
    world.run_until(300_000, check=lambda: check_always(world))
    assert till.quarantined
    assert world.central.entries[till.name] == truth, "I12: an entry of the copy took a number that was in use"


def _forgets_to_try_again(state: State, lane: Lane, _event: Event, _now_ms: int, _draw: Draw) -> Outcome:
    idle = replace(lane, phase=Phase.IDLE, request=None, timer=0)
    return replace(state, lanes=tuple(idle if other.name == lane.name else other for other in state.lanes)), ()


def _acknowledges_before_writing(state: State, lane: Lane, event: PushAnswered, now_ms: int, draw: Draw) -> Outcome:
    state = replace(state, acked_seq=event.acked_seq, central_seq=event.acked_seq)
    return TABLE[LaneKind.PUSH, Phase.WAITING, Woken](state, replace(lane, phase=Phase.WAITING), event, now_ms, draw)


def _takes_any_page(state: State, lane: Lane, event: Applied, now_ms: int, draw: Draw) -> Outcome:
    ahead = replace(lane, cursor=Cursor(event.cursor.v + 1, ""))
    return replace(state, lanes=tuple(ahead if other.name == lane.name else other for other in state.lanes)), ()


def _stores_again(_push: object, _received: object, _known: object) -> Judgement:
    return Judgement(Central.STORED)


PLANTED: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "a failure that does not re-arm the timer": lambda patch: patch.setitem(TABLE, (LaneKind.PUSH, Phase.SENDING, Failed), _forgets_to_try_again),
    "a lost answer that does not re-arm the timer": lambda patch: patch.setitem(TABLE, (LaneKind.FEED, Phase.SENDING, TimerFired), _forgets_to_try_again),
    "an acknowledgement that counts before it is written": lambda patch: patch.setitem(
        TABLE, (LaneKind.PUSH, Phase.SENDING, PushAnswered), _acknowledges_before_writing
    ),
    "a cursor that steps over rows": lambda patch: patch.setitem(TABLE, (LaneKind.FEED, Phase.APPLYING, Applied), _takes_any_page),
    "a central that stores a repeated push again": lambda patch: patch.setattr(small_world, "judge", _stores_again),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    PLANTED[fault](monkeypatch)
    with pytest.raises(AssertionError):
        for seed in range(50):
            judged(seed)
