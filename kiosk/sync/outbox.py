"""What goes up next: the journal's own entries after a number, as many as one push may hold."""

from __future__ import annotations

from itertools import accumulate

from sqlalchemy import Connection

from kiosk.errors import Damaged
from kiosk.journal.entry import Entry
from kiosk.journal.ledger import Ledger
from kiosk.storage.identity import TillIdentity
from kiosk.sync.protocol import PUSH_LIMIT_BYTES, PUSH_LIMIT_ENTRIES, Push, SignedEntry


class OutboxEmpty(Damaged):
    """The journal has no entry where the engine knows of one."""

    code = "sync.outbox_empty"


def next_push(connection: Connection, ledger: Ledger, identity: TillIdentity, *, epoch: int, after_seq: int) -> Push:
    """The push that follows ``after_seq``: at least one entry, then as many as fit."""
    entries = [entry for entry in ledger.entries_after(connection, epoch, after_seq, limit=PUSH_LIMIT_ENTRIES) if entry.epoch == epoch]
    if not entries:
        raise OutboxEmpty(epoch=epoch, after_seq=after_seq)
    sizes = accumulate(len(entry.entry) for entry in entries)
    fitting = max(1, sum(size <= PUSH_LIMIT_BYTES for size in sizes))
    return push_of(entries[:fitting], identity)


def push_of(entries: list[Entry], identity: TillIdentity) -> Push:
    """Entries of one epoch, in order, as a message."""
    signed = tuple(SignedEntry(entry.entry, entry.signature) for entry in entries)
    first = entries[0]
    return Push(identity.shop_id, identity.till_code, first.epoch, first.seq, first.prev_hash, signed)
