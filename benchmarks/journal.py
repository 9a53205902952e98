"""Verifying a journal with its sealed rows on every core: 10 000 entries, and the entries of real sales, which vouch for many rows each.

Floor: SHA-256 and Ed25519 alone over the same bytes, one after the other. Both three times, the quickest counts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from benchmarks.figures import Figure, cpu_of_all_ms, elapsed_ms, times
from benchmarks.till import Till, make, opened, sell
from kiosk.journal import store
from kiosk.journal.keys import PublicKey
from kiosk.journal.marker import HeadMarker
from kiosk.journal.verify import EVERY_CORE, verify

ENTRIES = 10_000
A_TRANSACTION = 500
SALES = 500
TRIES = 3


def run(folder: Path) -> list[Figure]:
    """The table's rows about verification."""
    make(folder / "entries")
    with opened(folder / "entries") as till:
        for first in range(0, ENTRIES, A_TRANSACTION):
            with till.house.database.write() as connection:
                for number in range(first, first + A_TRANSACTION):
                    till.house.ledger.append(connection, "bench.noted", {"number": number, "text": "Coque transparente iPhone 13 · 29,90 €" * 4})
        plain = _verified(till, "verify a journal of {} entries", bar=20_000)
    make(folder / "sales")
    with opened(folder / "sales") as till:
        sell(till, SALES)
        return [*plain, *_verified(till, f"verify the journal of {SALES} sales: {{}} entries", bar=None)]


def _verified(till: Till, what: str, *, bar: int | None) -> list[Figure]:
    key, marker = till.house.key.public, HeadMarker(till.folder)
    with till.house.database.read() as connection:
        count = sum(1 for _entry in store.all_entries(connection))
        floor_ms = _quickest(elapsed_ms, lambda: _floor(connection, key))
        whole_ms = _quickest(elapsed_ms, lambda: _whole(connection, key, marker))
        cpu_ms = _quickest(cpu_of_all_ms, lambda: _whole(connection, key, marker))
    rate, floor_rate = 1000 * count / whole_ms, 1000 * count / floor_ms
    bar_text, reached = ("", None) if bar is None else (f"≥ {bar:,} entries/s".replace(",", " "), rate >= bar)
    return [
        Figure(what.format(count), f"{rate:.0f} entries/s", f"{floor_rate:.0f} entries/s", times(whole_ms, floor_ms), bar_text, reached),
        Figure("  of it processor time, all cores together", f"{1000 * cpu_ms / count:.0f} µs an entry"),
    ]


def _floor(connection: Connection, key: PublicKey) -> None:
    for entry in store.all_entries(connection):
        assert hashlib.sha256(entry.entry).hexdigest() == entry.hash
        assert key.verifies_of_many(entry.signature, entry.entry)


def _whole(connection: Connection, key: PublicKey, marker: HeadMarker) -> None:
    assert verify(connection, key=key, marker=marker, hands=EVERY_CORE).fault is None


def _quickest(measured: Callable[[Callable[[], object]], float], work: Callable[[], object]) -> float:
    return min(measured(work) for _try in range(TRIES))
