"""One run of the sync thread's event loop: does what the engine asks and tells it what came of it.

It reads through its own snapshots; every write goes through the ledger worker.
"""

from __future__ import annotations

import asyncio
import logging
import random
import secrets
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Connection

from kiosk.basics.clock import Clock, utc_text
from kiosk.basics.results import Err, Ok, Result
from kiosk.basics.workers import Worker
from kiosk.errors import KioskError
from kiosk.journal import store as journal_store
from kiosk.journal.entry import Head
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import MarkerState
from kiosk.sales.after.originals import give_what_is_asked
from kiosk.storage.engine import Database
from kiosk.storage.identity import till_identity
from kiosk.sync import store
from kiosk.sync.apply import apply_page
from kiosk.sync.changes import FEEDS_TOLD, tell_changes
from kiosk.sync.client import CentralClient, CentralFailed
from kiosk.sync.engine import step
from kiosk.sync.kept import central_lacks, put_central_lacks, put_quarantine, recall
from kiosk.sync.machine import (
    Acked,
    Appended,
    Applied,
    ApplyPage,
    Effect,
    Event,
    Failed,
    Failure,
    MarkAcked,
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
    Tuning,
    Unapplied,
    initial,
)
from kiosk.sync.outbox import next_push
from kiosk.sync.protocol import PRICE_BOOKS, RETURNS, Cursor, PullPage
from kiosk.sync.signing import Claim
from kiosk.sync.status import Status, SyncStatus
from kiosk.sync.summary import status
from kiosk.tradein.shelf import tell_new_books

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Line:
    """What the worker needs of the house. ``writer`` is the ledger worker: the one thread that writes."""

    database: Database
    ledger: Ledger
    writer: Worker
    clock: Clock
    key: TillKey
    central_url: str


class Session:
    """One run of the event loop, on the sync thread only."""

    def __init__(self, line: Line, tuning: Tuning, draws: random.Random, tell: Callable[[SyncStatus], None]) -> None:
        self.loop = asyncio.get_running_loop()
        self.queue: asyncio.Queue[Event | Head | None] = asyncio.Queue()
        self._line = line
        self._tuning = tuning
        self._draws = draws
        self._tell = tell
        self._tasks: set[asyncio.Task[None]] = set()
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._last_answer_utc: datetime | None = None
        with line.database.read() as connection:
            identity, self._lacks = till_identity(connection), central_lacks(connection)
        assert identity is not None, "sync starts after enrolment"
        self._identity = identity
        claim = Claim(identity.shop_id, identity.till_code, line.key.public.key_id)
        self._client = CentralClient(line.central_url, clock=line.clock, key=line.key, claim=claim)
        self._state = self._from_durable_facts()

    async def run(self) -> None:
        """Until told to stop."""
        try:
            self._told(status(self._state))
            self._step(Started())
            while (message := await self.queue.get()) is not None:
                if not isinstance(message, Head):
                    self._step(message)
                elif message.epoch == self._state.epoch:
                    self._step(Appended(message.seq))
                else:
                    self._begin_again()
        finally:
            await self._cancel_all()
            await self._client.close()

    def _from_durable_facts(self) -> State:
        """A till that has never synced has nothing to sell: it does not wait for its turn."""
        with self._line.database.read() as connection:
            epoch = (till_identity(connection) or self._identity).epoch
            head = self._line.ledger.head(connection)
            acked = journal_store.acked(connection, epoch)
            cursors = store.cursors(connection)
        quarantine = recall(self._line.database, self._line.ledger)
        return initial(
            nonce=secrets.token_hex(8), epoch=epoch, head_seq=head.seq if head.epoch == epoch else 0, acked_seq=acked.seq, cursors=cursors,
            tuning=self._tuning if cursors else replace(self._tuning, first_contact_spread_ms=0), quarantine=quarantine,
        )  # fmt: skip

    def _begin_again(self) -> None:
        """A new epoch has been opened: its numbers start at 1. Answers to earlier requests carry another nonce and count no more."""
        self._state = self._from_durable_facts()
        self._told(status(self._state))
        self._step(Started())

    def _step(self, event: Event) -> None:
        self._state, effects = step(self._state, event, self._line.clock.monotonic_ms(), lambda most: self._draws.randint(0, most))
        for effect in effects:
            self._do(effect)

    def _do(self, effect: Effect) -> None:
        match effect:
            case SetTimer():
                self._set_timer(effect)
            case Tell():
                self._told(effect.status)
            case Quarantine():
                self._line.ledger.quarantined = MarkerState.JOURNAL_WENT_BACK
                log.error("this database is a copy of another: %s", effect.reason)
                self._spawn(self._write_quietly(lambda connection: put_quarantine(connection, effect.reason)))
            case SendPush():
                self._attempt("push", effect.request, lambda: self._push(effect))
            case SendPull():
                self._attempt(effect.feed, effect.request, lambda: self._pull(effect))
            case SendPoke():
                self._attempt("poke", effect.request, lambda: self._poke(effect))
            case MarkAcked():
                self._attempt("push", effect.request, lambda: self._mark_acked(effect))
            case ApplyPage():
                self._attempt(effect.feed, effect.request, lambda: self._apply(effect))

    def _set_timer(self, effect: SetTimer) -> None:
        if earlier := self._timers.pop(effect.lane, None):
            earlier.cancel()
        fired = TimerFired(effect.lane, effect.timer)
        self._timers[effect.lane] = self.loop.call_later(effect.after_ms / 1000, self.queue.put_nowait, fired)

    # ── effects that take their time ───────────────────────────────────────────────────────────────────────────────
    async def _push(self, effect: SendPush) -> Event:
        with self._line.database.read() as connection:
            push = next_push(connection, self._line.ledger, self._identity, epoch=effect.epoch, after_seq=effect.after_seq)
        answer = await self._client.push(push, timeout_s=effect.deadline_ms / 1000)
        self._answered()
        with self._line.database.read() as connection:
            own = journal_store.entry_at(connection, effect.epoch, answer.acked_seq)
        own_hash = own.hash if own else (answer.acked_hash if answer.acked_seq == 0 else None)
        forked = answer.outcome == "fork"
        return PushAnswered(effect.request, answer.epoch, answer.acked_seq, answer.acked_hash, own_hash, forked)

    async def _pull(self, effect: SendPull) -> Event:
        page = await self._client.pull(effect.feed, effect.cursor, timeout_s=effect.deadline_ms / 1000)
        self._answered()
        return PullAnswered(effect.feed, effect.request, page)

    async def _poke(self, effect: SendPoke) -> Event:
        answer = await self._client.poke(effect.heads, wait_s=effect.wait_ms // 1000, timeout_s=effect.deadline_ms / 1000)
        self._answered()
        return PokeAnswered(effect.request, answer.heads)

    async def _mark_acked(self, effect: MarkAcked) -> Event:
        now = utc_text(self._line.clock.now_utc())

        def mark(connection: Connection) -> None:
            journal_store.set_acked(connection, Head(effect.epoch, effect.acked_seq, effect.acked_hash), at_utc=now)

        await self._written(mark)
        return Acked(effect.request, effect.acked_seq)

    async def _apply(self, effect: ApplyPage) -> Event:
        cursor = await self._written(lambda connection: self._taken_in(connection, effect.page))
        if cursor is not None:
            return Applied(effect.feed, effect.request, cursor, effect.page.more)
        log.warning("a page of %s did not fit and is asked for again", effect.feed)
        with self._line.database.read() as connection:
            return Unapplied(effect.feed, effect.request, store.cursor_of(connection, effect.feed))

    def _taken_in(self, connection: Connection, page: PullPage) -> Cursor | None:
        """A page, and what it asks of this till, in one transaction."""
        cursor = apply_page(connection, page, epoch=self._state.epoch)
        if cursor is not None and page.feed == RETURNS:
            give_what_is_asked(connection, self._line.ledger, till_code=self._identity.till_code)
        if cursor is not None and page.feed == PRICE_BOOKS:
            tell_new_books(connection, self._line.ledger)
        if page.feed in FEEDS_TOLD:
            tell_changes(connection, self._line.ledger)
        return cursor

    # ── plumbing ───────────────────────────────────────────────────────────────────────────────────────────────────
    def _attempt(self, lane: str, request: str, work: Callable[[], Coroutine[Any, Any, Event]]) -> None:
        self._spawn(self._report(lane, request, work))

    async def _report(self, lane: str, request: str, work: Callable[[], Coroutine[Any, Any, Event]]) -> None:
        """Whatever becomes of an attempt, the engine hears of it."""
        try:
            event = await work()
        except CentralFailed as error:
            log.info("%s: %s", lane, error)
            event = Failed(lane, request, error.failure, error.retry_after_ms)
        except KioskError as error:
            log.warning("%s: %s", lane, error)
            event = Failed(lane, request, Failure.LOCAL)
        except Exception:  # the sync thread must outlive a bug in one attempt
            log.exception("%s: an attempt failed", lane)
            event = Failed(lane, request, Failure.LOCAL)
        self.queue.put_nowait(event)

    async def _written(self, work: Callable[[Connection], T]) -> T:
        """Run a write on the ledger worker and wait for it."""
        future: asyncio.Future[T] = self.loop.create_future()

        def write() -> T:
            with self._line.database.write() as connection:
                return work(connection)

        def settle(result: Result[T]) -> None:
            if future.cancelled():
                return
            match result:
                case Ok(value=value):
                    future.set_result(value)
                case Err(error=error):
                    future.set_exception(error)

        def done(result: Result[T]) -> None:
            if not self.loop.is_closed():
                self.loop.call_soon_threadsafe(settle, result)

        self._line.writer.submit(write, done)
        return await future

    async def _write_quietly(self, work: Callable[[Connection], None]) -> None:
        try:
            await self._written(work)
        except KioskError:
            log.exception("could not note what central said; its next answer will say it again")

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = self.loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _cancel_all(self) -> None:
        for timer in self._timers.values():
            timer.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _answered(self) -> None:
        self._last_answer_utc = self._line.clock.now_utc()

    def _told(self, now: Status) -> None:
        clock = self._line.clock
        since = None if now.since_ms is None else clock.now_utc() - timedelta(milliseconds=clock.monotonic_ms() - now.since_ms)
        self._tell(SyncStatus(now.kind, now.pending_count, since, now.feeds_at_head, self._last_answer_utc, now.quarantine, now.lacks))
        if now.feeds_at_head and now.lacks != self._lacks:
            self._note_lacks(now.lacks)

    def _note_lacks(self, lacks: tuple[str, ...]) -> None:
        """For whoever looks after the kiosk without starting it; the log says it once, not at every attempt."""
        self._lacks = lacks
        if lacks:
            log.warning("central is older than this till: it does not know %s; everything else is exchanged", ", ".join(lacks))
        self._spawn(self._write_quietly(lambda connection: put_central_lacks(connection, lacks)))
