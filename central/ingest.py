"""Takes in a push: one transaction, in which every well-chained, well-signed entry is stored, whatever can be made of it.

``judge`` decides on facts alone; ``ingest`` reads them, writes and answers. The head row of the shop is taken first, so the
pushes of one shop are serial and each transaction has one version.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, select

from central import feeds, parcels, projections, tills
from central.database import CentralDatabase, insert_many
from central.schema import entry, till_head, verdict
from kiosk.basics.clock import utc_text
from kiosk.errors import Refused
from kiosk.journal.entry import NO_HASH
from kiosk.journal.keys import PublicKey
from kiosk.sync.facts import Envelope, read_entry
from kiosk.sync.protocol import PUSH_LIMIT_ENTRIES, Push, PushAnswer, SignedEntry, Verdict


class PushInvalid(Refused):
    """Not a push: too long, entries out of order, not chained, or not signed by this till. ``why`` says which."""

    code = "central.push_invalid"


class Outcome(StrEnum):
    """What became of a push."""

    STORED = "stored"
    GAP = "gap"
    FORK = "fork"


@dataclass(frozen=True, slots=True)
class Known:
    """What central has of one till's epoch: its head, and the hashes of the numbers that the push names."""

    last_seq: int
    last_hash: str
    hashes: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outcome, and how many entries at the front of the push are already there."""

    outcome: Outcome
    already: int = 0


@dataclass(frozen=True, slots=True)
class Received:
    """An entry that has been checked by itself: its bytes, its hash and what its envelope says."""

    signed: SignedEntry
    hash: str
    envelope: Envelope


def judge(push: Push, received: Sequence[Received], known: Known) -> Judgement:
    """Where a push fits: after the head, over it (then the hashes must agree), beyond it, or nowhere."""
    if push.first_seq > known.last_seq + 1:
        return Judgement(Outcome.GAP)
    before = known.last_hash if push.first_seq == known.last_seq + 1 else known.hashes.get(push.first_seq - 1)
    if before is not None and push.first_seq > 1 and before != push.prev_hash:
        return Judgement(Outcome.FORK)
    already = 0
    for item in received:
        if item.envelope.seq > known.last_seq:
            break
        if known.hashes.get(item.envelope.seq) != item.hash:
            return Judgement(Outcome.FORK)
        already += 1
    return Judgement(Outcome.STORED, already)


def checked(push: Push, *, keys: Sequence[bytes]) -> tuple[Received, ...]:
    """The entries of a push, each with the right number, chained to the one before and signed by the till; PushInvalid."""
    if not 1 <= len(push.entries) <= PUSH_LIMIT_ENTRIES or push.first_seq < 1 or push.epoch < 1:
        raise PushInvalid(why="size")
    public_keys = [PublicKey(raw) for raw in keys]
    received = []
    for number, signed in enumerate(push.entries, push.first_seq):
        try:
            envelope = read_entry(signed.entry)
        except msgspec.DecodeError as error:
            raise PushInvalid(why="entry", seq=number) from error
        if (envelope.shop, envelope.till, envelope.epoch, envelope.seq) != (push.shop_id, push.till_code, push.epoch, number):
            raise PushInvalid(why="number", seq=number)
        if not any(key.verifies(signed.signature, signed.entry) for key in public_keys):
            raise PushInvalid(why="signature", seq=number)
        received.append(Received(signed, hashlib.sha256(signed.entry).hexdigest(), envelope))
    if received[0].envelope.prev != push.prev_hash:
        raise PushInvalid(why="chain", seq=push.first_seq)
    for before, after in pairwise(received):
        if after.envelope.prev != before.hash:
            raise PushInvalid(why="chain", seq=after.envelope.seq)
    return tuple(received)


def ingest(database: CentralDatabase, push: Push, *, now_utc: datetime, before_commit: Callable[[], None] | None = None) -> PushAnswer:
    """Store a push and answer it; sent again it gets the same answer. ``before_commit`` lets a test die at the worst moment."""
    with database.read() as connection:
        keys = tills.keys_of(connection, push.shop_id, push.till_code)
    received = checked(push, keys=keys)
    now = utc_text(now_utc)
    with database.write() as connection:
        versions = {scope: feeds.next_version(connection, scope) for scope in parcels.scopes_of(push.shop_id, [item.envelope for item in received])}
        v = versions[push.shop_id]
        known = _known(connection, push)
        judgement = judge(push, received, known)
        fresh = received[judgement.already :] if judgement.outcome is Outcome.STORED else ()
        if fresh:
            _store(connection, push, fresh, versions=versions, now=now)
            known = Known(fresh[-1].envelope.seq, fresh[-1].hash, {})
        if judgement.outcome is Outcome.FORK:
            _note_fork(connection, push, received[0], now=now)
        verdicts = _verdicts(connection, push)
        if before_commit is not None:
            before_commit()
    return PushAnswer(push.epoch, known.last_seq, known.last_hash, judgement.outcome.value, v, now, verdicts)


def _known(connection: Connection, push: Push) -> Known:
    head = connection.execute(select(till_head).where(*_of(push, till_head.c)).with_for_update()).one_or_none()
    if head is None:
        return Known(0, NO_HASH, {})
    first, last = push.first_seq - 1, push.first_seq + len(push.entries)
    query = select(entry.c.seq, entry.c.hash).where(*_of(push, entry.c), entry.c.seq >= first, entry.c.seq <= last)
    return Known(head.last_seq, head.last_hash, {row.seq: row.hash for row in connection.execute(query)})


def _store(connection: Connection, push: Push, fresh: Sequence[Received], *, versions: Mapping[str, int], now: str) -> None:
    named = {"shop_id": push.shop_id, "till_code": push.till_code, "epoch": push.epoch}
    rows = [
        {
            **named, "seq": item.envelope.seq, "kind": item.envelope.kind, "at_utc": item.envelope.at, "hash": item.hash, "entry": item.signed.entry,
            "signature": item.signed.signature, "received_at_utc": now,
        }
        for item in fresh
    ]  # fmt: skip
    insert_many(connection, entry, rows)
    made = projections.project(connection, [item.envelope for item in fresh], v=versions[push.shop_id], others=versions)
    notes = [
        {**named, "seq": note.seq, "verdict": note.verdict.value, "reason": note.reason, "detail": note.detail, "at_utc": now, "resolved_at_utc": None}
        for note in made
    ]
    insert_many(connection, verdict, notes)
    head = {**named, "last_seq": fresh[-1].envelope.seq, "last_hash": fresh[-1].hash}
    insert_many(connection, till_head, [head], on_conflict=_MOVE_HEAD)
    if tills.adopt_epoch(connection, push.shop_id, push.till_code, push.epoch):
        _note_local_series(connection, push, now=now)


def _note_fork(connection: Connection, push: Push, first: Received, *, now: str) -> None:
    """Keep the alarm; the entries stay on the till, which gets a new epoch."""
    note = {
        "shop_id": push.shop_id, "till_code": push.till_code, "epoch": push.epoch, "seq": -first.envelope.seq, "verdict": "review", "reason": "fork",
        "detail": f"a second journal has number {first.envelope.seq} with hash {first.hash}", "at_utc": now, "resolved_at_utc": None,
    }  # fmt: skip
    insert_many(connection, verdict, [note], on_conflict="ON CONFLICT DO NOTHING")


def _note_local_series(connection: Connection, push: Push, *, now: str) -> None:
    """A series that a manager began on site while central was out of reach: kept for review, because the old one may have been cut."""
    note = {
        "shop_id": push.shop_id, "till_code": push.till_code, "epoch": push.epoch, "seq": 0, "verdict": "review", "reason": "local_series",
        "detail": f"the till opened series {push.epoch} itself", "at_utc": now, "resolved_at_utc": None,
    }  # fmt: skip
    insert_many(connection, verdict, [note], on_conflict="ON CONFLICT DO NOTHING")


def _verdicts(connection: Connection, push: Push) -> tuple[Verdict, ...]:
    """Of this push's entries, those that were not simply applied."""
    last = push.first_seq + len(push.entries) - 1
    query = select(verdict.c.seq, verdict.c.verdict, verdict.c.reason).where(*_of(push, verdict.c), verdict.c.seq.between(push.first_seq, last))
    return tuple(Verdict(row.seq, row.verdict, row.reason) for row in connection.execute(query.order_by(verdict.c.seq)))


def _of(push: Push, columns: Any) -> tuple[ColumnElement[bool], ...]:
    return (columns.shop_id == push.shop_id, columns.till_code == push.till_code, columns.epoch == push.epoch)


_MOVE_HEAD = "ON CONFLICT (shop_id, till_code, epoch) DO UPDATE SET last_seq = excluded.last_seq, last_hash = excluded.last_hash"
