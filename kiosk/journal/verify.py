"""Checks a whole journal and names the first broken entry: numbers, chain, hashes, signatures, sealed rows, head marker.

Everything is read from the stored bytes; nothing is trusted because a column says so.
"""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import islice

import msgspec
from sqlalchemy import Connection

from kiosk.journal import store
from kiosk.journal.entry import NO_HASH, Entry, Head
from kiosk.journal.keys import PublicKey
from kiosk.journal.marker import HeadMarker, MarkerState
from kiosk.storage import seals

A_BATCH = 64
EVERY_CORE = os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and with which entry: ``what`` is one of the codes of ``docs/journal-format.md``."""

    epoch: int
    seq: int
    what: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """``fault`` is the first broken entry, None when all is sound."""

    entries: int
    head: Head
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Examined:
    """What an entry says by itself, whatever stands before it: ``sealed`` is its word for rows, ``fault`` what is wrong with its own bytes."""

    entry: Entry
    sealed: Mapping[str, _Sealed]
    fault: Fault | None = None


class _Sealed(msgspec.Struct, frozen=True):
    through: int
    rows: int
    sha256: str


class _Said(msgspec.Struct, frozen=True):
    epoch: int
    seq: int
    kind: str
    at: str
    prev: str
    sealed: dict[str, _Sealed]


_SAID = msgspec.json.Decoder(_Said)


def check_entry(entry: Entry, *, after: Head, key: PublicKey) -> Fault | None:
    """One entry against the one before it."""
    return _in_its_place(examined(entry, key=key), after)


def examined(entry: Entry, *, key: PublicKey) -> Examined:
    """Hash, signature, and the columns that repeat what the text says; any thread."""
    if hashlib.sha256(entry.entry).hexdigest() != entry.hash:
        return Examined(entry, {}, Fault(entry.epoch, entry.seq, "hash"))
    if not key.verifies_of_many(entry.signature, entry.entry):
        return Examined(entry, {}, Fault(entry.epoch, entry.seq, "signature"))
    try:
        said = _SAID.decode(entry.entry)
    except msgspec.DecodeError:
        return Examined(entry, {}, Fault(entry.epoch, entry.seq, "unreadable"))
    if (said.epoch, said.seq, said.kind, said.at, said.prev) != (entry.epoch, entry.seq, entry.kind, entry.at_utc, entry.prev_hash):
        repeated = {"epoch": entry.epoch, "seq": entry.seq, "kind": entry.kind, "at": entry.at_utc, "prev": entry.prev_hash}
        field = next(field for field, stored in repeated.items() if getattr(said, field) != stored)
        return Examined(entry, {}, Fault(entry.epoch, entry.seq, "column", field))
    return Examined(entry, said.sealed)


def _in_its_place(found: Examined, after: Head) -> Fault | None:
    """What is wrong with an entry after this one: a gap before it goes first, whatever its bytes are."""
    entry = found.entry
    if (entry.epoch, entry.seq) not in ((after.epoch, after.seq + 1), (entry.epoch if entry.epoch > after.epoch else -1, 1)):
        return Fault(entry.epoch, entry.seq, "gap", f"after {after.epoch}-{after.seq}")
    if found.fault is None and entry.prev_hash != after.hash:
        return Fault(entry.epoch, entry.seq, "chain", f"after {after.epoch}-{after.seq}")
    return found.fault


def verify(connection: Connection, *, key: PublicKey, marker: HeadMarker | None, hands: int = 1) -> Report:
    """The whole journal of this database, its sealed rows and, when given, the head marker beside it.

    With more ``hands`` entries are examined in so many threads, a few batches ahead of the walk; what is found is the same.
    """
    with closing(_examined_ahead(store.all_entries(connection), key, hands)) as examinations:
        return _Walk(connection, key).run(examinations, marker)


def _examined_ahead(entries: Iterator[Entry], key: PublicKey, hands: int) -> Generator[Examined, None, None]:
    """In the order of the entries; never more than a few batches in memory."""
    if hands == 1:
        yield from (examined(entry, key=key) for entry in entries)
        return
    with ThreadPoolExecutor(hands) as pool:
        waiting: deque[Future[list[Examined]]] = deque()
        while True:
            while len(waiting) < 2 * hands and (batch := list(islice(entries, A_BATCH))):
                waiting.append(pool.submit(_examine_all, batch, key))
            if not waiting:
                return
            yield from waiting.popleft().result()


def _examine_all(entries: list[Entry], key: PublicKey) -> list[Examined]:
    return [examined(entry, key=key) for entry in entries]


class _Walk:
    """One pass over the entries; remembers up to which row each sealed table has been vouched for."""

    def __init__(self, connection: Connection, key: PublicKey) -> None:
        self._connection = connection
        self._key = key
        self._through: dict[str, int] = {}

    def run(self, examinations: Iterable[Examined], marker: HeadMarker | None) -> Report:
        head, count = Head(1, 0, NO_HASH), 0
        for found in examinations:
            fault = _in_its_place(found, head) or self._check_rows(found)
            if fault is not None:
                return Report(count, head, fault)
            head, count = Head(found.entry.epoch, found.entry.seq, found.entry.hash), count + 1
        return Report(count, head, self._check_rest(head) or self._check_marker(head, marker))

    def _check_rows(self, found: Examined) -> Fault | None:
        for table, said in found.sealed.items():
            after = self._through.get(table, 0)
            texts = [text for _, text in seals.rows_between(self._connection, table, after=after, through=said.through)]
            if len(texts) != said.rows or seals.digest(texts) != said.sha256:
                return Fault(found.entry.epoch, found.entry.seq, "rows", f"{table} {after + 1} to {said.through}")
            self._through[table] = said.through
        return None

    def _check_rest(self, head: Head) -> Fault | None:
        """Rows after the last covered one, and rows slipped in before the first: real ones count from 1."""
        for table in seals.COVERED_TABLES:
            slipped_in = seals.rows_between(self._connection, table, after=seals.FIRST_ROW_NO - 1, through=0)
            added = seals.rows_between(self._connection, table, after=self._through.get(table, 0))
            for row_no, _ in (*slipped_in, *added):
                return Fault(head.epoch, head.seq, "row_not_covered", f"{table} {row_no}")
        return None

    def _check_marker(self, head: Head, marker: HeadMarker | None) -> Fault | None:
        if marker is None:
            return None
        noted = marker.read(self._key)
        if isinstance(noted, Head):
            found = store.entry_at(self._connection, noted.epoch, noted.seq)
            if found is None or found.hash != noted.hash:
                return Fault(noted.epoch, noted.seq, "tail_missing", f"journal ends at {head.epoch}-{head.seq}")
            return None
        if noted is MarkerState.ABSENT and head.hash == NO_HASH:
            return None
        return Fault(head.epoch, head.seq, "marker", noted.value)

