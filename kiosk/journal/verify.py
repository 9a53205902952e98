"""Checks a whole journal and names the first broken entry: numbers, chain, hashes, signatures, sealed rows, head marker.

Everything is read from the stored bytes; nothing is trusted because a column says so.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from kiosk.journal import store
from kiosk.journal.entry import NO_HASH, Entry, Head
from kiosk.journal.keys import PublicKey
from kiosk.journal.marker import HeadMarker, MarkerState
from kiosk.storage import seals


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


def check_entry(entry: Entry, *, after: Head, key: PublicKey) -> Fault | None:
    """One entry against the one before it."""
    if (entry.epoch, entry.seq) not in ((after.epoch, after.seq + 1), (entry.epoch if entry.epoch > after.epoch else -1, 1)):
        return Fault(entry.epoch, entry.seq, "gap", f"after {after.epoch}-{after.seq}")
    if hashlib.sha256(entry.entry).hexdigest() != entry.hash:
        return Fault(entry.epoch, entry.seq, "hash")
    if not key.verifies(entry.signature, entry.entry):
        return Fault(entry.epoch, entry.seq, "signature")
    said = _read(entry.entry)
    if said is None:
        return Fault(entry.epoch, entry.seq, "unreadable")
    repeated = {"epoch": entry.epoch, "seq": entry.seq, "kind": entry.kind, "at": entry.at_utc, "prev": entry.prev_hash}
    for field, stored in repeated.items():
        if said.get(field) != stored:
            return Fault(entry.epoch, entry.seq, "column", field)
    if said["prev"] != after.hash:
        return Fault(entry.epoch, entry.seq, "chain", f"after {after.epoch}-{after.seq}")
    return None


def verify(connection: Connection, *, key: PublicKey, marker: HeadMarker | None) -> Report:
    """The whole journal of this database, its sealed rows and, when given, the head marker beside it."""
    return _Walk(connection, key).run(store.all_entries(connection), marker)


class _Walk:
    """One pass over the entries; remembers up to which row each sealed table has been vouched for."""

    def __init__(self, connection: Connection, key: PublicKey) -> None:
        self._connection = connection
        self._key = key
        self._through: dict[str, int] = {}

    def run(self, entries: Iterable[Entry], marker: HeadMarker | None) -> Report:
        head, count = Head(1, 0, NO_HASH), 0
        for entry in entries:
            fault = check_entry(entry, after=head, key=self._key) or self._check_rows(entry)
            if fault is not None:
                return Report(count, head, fault)
            head, count = Head(entry.epoch, entry.seq, entry.hash), count + 1
        return Report(count, head, self._check_rest(head) or self._check_marker(head, marker))

    def _check_rows(self, entry: Entry) -> Fault | None:
        for table, said in json.loads(entry.entry)["sealed"].items():
            after = self._through.get(table, 0)
            texts = [text for _, text in seals.rows_between(self._connection, table, after=after, through=said["through"])]
            if len(texts) != said["rows"] or seals.digest(texts) != said["sha256"]:
                return Fault(entry.epoch, entry.seq, "rows", f"{table} {after + 1} to {said['through']}")
            self._through[table] = said["through"]
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


def _read(exact: bytes) -> dict[str, Any] | None:
    try:
        said = json.loads(exact)
    except ValueError:
        return None
    return said if isinstance(said, dict) and isinstance(said.get("sealed"), dict) else None
