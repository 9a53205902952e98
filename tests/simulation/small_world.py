"""A small world for the sync engine: tills with real engines, a central with the real judgement, a bad network, virtual time.

One seed makes one history, the same every time. Rates are drawn per seed (a fault that needs two rare things needs a seed in
which both are common). ``damage`` counts what was really done to the messages and processes.
"""

from __future__ import annotations

import heapq
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

import msgspec

from central.ingest import Known, Outcome, Received, judge
from kiosk.sync.engine import step
from kiosk.sync.facts import Envelope
from kiosk.sync.machine import (
    POKE,
    PUSH,
    Acked,
    Appended,
    Applied,
    ApplyPage,
    Effect,
    Event,
    Failed,
    Failure,
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
    initial,
)
from kiosk.sync.protocol import CLOSING_ID, FEEDS, Cursor, FeedRow, PullPage, Push, SignedEntry

NO_HASH = "0" * 64
PUSH_LIMIT = 5
PAGE_LIMIT = 3
NOTHING = msgspec.Raw(b"{}")


@dataclass(frozen=True, slots=True)
class Rates:
    """How bad this seed's world is."""

    loss: float
    duplication: float
    slowest_ms: int
    crash: float
    busy: float

    @staticmethod
    def drawn(draws: random.Random) -> Rates:
        return Rates(
            draws.choice((0, 0.1, 0.3)), draws.choice((0, 0.2, 0.5)), draws.choice((50, 500, 5_000, 40_000)), draws.choice((0, 0.005, 0.03)),
            draws.choice((0, 0.1)),
        )  # fmt: skip

    @staticmethod
    def healthy() -> Rates:
        return Rates(0, 0, 50, 0, 0)


class World:
    """Virtual time, the network between tills and central, and the central itself."""

    def __init__(self, seed: int) -> None:
        self.draws = random.Random(seed)
        self.rates = Rates.drawn(self.draws)
        self.now_ms = 0
        self.damage: Counter[str] = Counter()
        self.central = SimCentral()
        self.tills = [SimTill(self, f"K{number}") for number in range(1, self.draws.randint(2, 3) + 1)]
        self._agenda: list[tuple[int, int, Callable[[], None]]] = []
        self._ties = count()

    def later(self, after_ms: int, act: Callable[[], None]) -> None:
        heapq.heappush(self._agenda, (self.now_ms + after_ms, next(self._ties), act))

    def send(self, act: Callable[[], None]) -> None:
        """Deliver a message, or not, or twice, soon or late."""
        if self._strikes("loss", self.rates.loss):
            return
        for _ in range(2 if self._strikes("duplication", self.rates.duplication) else 1):
            delay_ms = self.draws.randint(1, self.rates.slowest_ms)
            self.damage["delay"] += delay_ms > 30_000
            self.later(delay_ms, act)

    def crashes(self) -> bool:
        return self._strikes("crash", self.rates.crash)

    def busy(self) -> bool:
        return self._strikes("busy", self.rates.busy)

    def run_until(self, end_ms: int, *, check: Callable[[], None]) -> None:
        while self._agenda and self._agenda[0][0] <= end_ms:
            self.now_ms, _, act = heapq.heappop(self._agenda)
            act()
            check()
        self.now_ms = end_ms

    def _strikes(self, name: str, rate: float) -> bool:
        struck = self.draws.random() < rate
        self.damage[name] += struck
        return struck


@dataclass(slots=True)
class SimCentral:
    """Central's rules over dictionaries: the real judgement of pushes, pages keyset on (v, id)."""

    entries: dict[str, list[str]] = field(default_factory=dict)
    rows: dict[str, dict[str, int]] = field(default_factory=lambda: {feed: {} for feed in FEEDS})
    v: int = 0

    def change(self, feed: str, key: str) -> None:
        self.v += 1
        self.rows[feed][key] = self.v

    def push(self, till: str, push: Push) -> tuple[int, str, bool]:
        stored = self.entries.setdefault(till, [])
        received = [
            Received(item, item.entry.decode(), Envelope(1, seq, "k", "", "", "L01", till, "", {})) for seq, item in enumerate(push.entries, push.first_seq)
        ]
        known = Known(len(stored), stored[-1] if stored else NO_HASH, dict(enumerate(stored, 1)))
        judged = judge(push, received, known)
        if judged.outcome is Outcome.STORED:
            stored += [item.hash for item in received[judged.already :]]
        return len(stored), stored[-1] if stored else NO_HASH, judged.outcome is Outcome.FORK

    def page(self, feed: str, after: Cursor) -> PullPage:
        found = sorted(Cursor(v, key) for key, v in self.rows[feed].items() if Cursor(v, key) > after)
        rows = tuple(FeedRow(row.v, row.id, NOTHING) for row in found[:PAGE_LIMIT])
        more = len(found) > PAGE_LIMIT
        end = Cursor(rows[-1].v, rows[-1].id) if more else max(after, Cursor(self.v, CLOSING_ID))
        return PullPage(feed, after, end, rows, more, self.v, 1)

    def heads(self) -> dict[str, int]:
        return {feed: max(rows.values(), default=0) for feed, rows in self.rows.items()}


class SimTill:
    """A till: what survives a crash (journal, acknowledgement, cursors, rows) and the engine that does not."""

    def __init__(self, world: World, name: str) -> None:
        self._world, self.name = world, name
        self.journal: list[str] = []
        self.acked = 0
        self.cursors: dict[str, Cursor] = {}
        self.rows: dict[str, dict[str, int]] = {feed: {} for feed in FEEDS}
        self.quarantined = False
        self.starts = 0
        self.armed: dict[str, int] = {}
        self.state: State

    def start(self) -> None:
        self.starts += 1
        self.armed = {}
        self.state = initial(nonce=f"{self.name}.{self.starts}", epoch=1, head_seq=len(self.journal), acked_seq=self.acked, cursors=self.cursors)
        self._feed(self.starts, Started())

    def append(self) -> None:
        self.journal.append(f"{self.name}:{len(self.journal) + 1}:{self._world.draws.getrandbits(64):x}")
        self._feed(self.starts, Appended(len(self.journal)))

    def backup(self) -> tuple[list[str], int]:
        return list(self.journal), self.acked

    def restore(self, saved: tuple[list[str], int]) -> None:
        """An older disk is put back; the till is started on it."""
        self.journal, self.acked = list(saved[0]), saved[1]
        self.start()

    def _feed(self, start: int, event: Event) -> None:
        if start != self.starts:
            return
        self.state, effects = step(self.state, event, self._world.now_ms, lambda most: self._world.draws.randint(0, most))
        for effect in effects:
            if self._world.crashes():
                self._world.later(self._world.draws.randint(1, 3_000), self.start)
                self.starts += 1
                return
            self._do(effect)

    def _do(self, effect: Effect) -> None:
        start = self.starts
        match effect:
            case SetTimer():
                self.armed[effect.lane] = effect.timer
                self._world.later(effect.after_ms, lambda: self._feed(start, TimerFired(effect.lane, effect.timer)))
            case SendPush():
                self._push(effect)
            case SendPull():
                self._exchange(effect.feed, effect.request, lambda: self._pulled(effect))
            case SendPoke():
                known = effect.heads
                news = any(v > known[feed] for feed, v in self._world.central.heads().items())
                self._world.later(100 if news else effect.wait_ms, lambda: self._exchange(POKE, effect.request, lambda: self._poked(effect)))
            case MarkAcked():
                assert self.journal[effect.acked_seq - 1] == effect.acked_hash, "acknowledged by another entry's hash"
                self.acked = max(self.acked, effect.acked_seq)
                self._world.later(1, lambda: self._feed(start, Acked(effect.request, effect.acked_seq)))
            case ApplyPage():
                self._apply(effect)
            case Quarantine():
                self.quarantined = True
            case Tell():
                pass

    def _push(self, effect: SendPush) -> None:
        entries = tuple(SignedEntry(item.encode(), b"") for item in self.journal[effect.after_seq : effect.after_seq + PUSH_LIMIT])
        before = self.journal[effect.after_seq - 1] if effect.after_seq else NO_HASH
        push = Push("L01", self.name, 1, effect.after_seq + 1, before, entries)

        def reply() -> Event:
            seq, digest, forked = self._world.central.push(self.name, push)
            own = NO_HASH if seq == 0 else self.journal[seq - 1] if seq <= len(self.journal) else None
            return PushAnswered(effect.request, 1, seq, digest, own, forked)

        self._exchange(PUSH, effect.request, reply)

    def _pulled(self, effect: SendPull) -> Event:
        return PullAnswered(effect.feed, effect.request, self._world.central.page(effect.feed, effect.cursor))

    def _poked(self, effect: SendPoke) -> Event:
        return PokeAnswered(effect.request, self._world.central.heads())

    def _exchange(self, lane: str, request: str, reply: Callable[[], Event]) -> None:
        """To central and back over the network; central does its part even when the answer gets lost."""
        start = self.starts

        def at_central() -> None:
            event = Failed(lane, request, Failure.BUSY, 2_000) if self._world.busy() else reply()
            self._world.send(lambda: self._feed(start, event))

        self._world.send(at_central)

    def _apply(self, effect: ApplyPage) -> None:
        start, page = self.starts, effect.page
        at = self.cursors.get(effect.feed, Cursor())
        if at != page.start:
            self._world.later(1, lambda: self._feed(start, Unapplied(effect.feed, effect.request, at)))
            return
        rows = self.rows[effect.feed]
        for row in page.rows:
            rows[row.id] = max(row.v, rows.get(row.id, 0))
        assert page.end >= at, "a cursor went back"
        self.cursors[effect.feed] = page.end
        self._world.later(1, lambda: self._feed(start, Applied(effect.feed, effect.request, page.end, page.more)))


def check_always(world: World) -> None:
    """What must hold after every single event."""
    for till in world.tills:
        stored = world.central.entries.get(till.name, [])
        if not till.quarantined:
            assert till.acked <= len(till.journal), "I7: acknowledged more than there is"
        for lane in till.state.lanes:
            waiting = lane.phase in (Phase.SENDING, Phase.APPLYING, Phase.WAITING)
            crashed = till.state.nonce != f"{till.name}.{till.starts}"
            assert crashed or not waiting or lane.timer, f"L3: {lane.name} waits without a timer"
        assert len(set(stored)) == len(stored), "I2: an entry is there twice"
