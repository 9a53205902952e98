"""Verifying a journal of 10 000 entries with their sealed rows. Floor: SHA-256 and Ed25519 alone over the same bytes."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

from benchmarks.figures import Figure, times
from benchmarks.till import make, opened
from kiosk.journal import store
from kiosk.journal.marker import HeadMarker
from kiosk.journal.verify import verify

ENTRIES = 10_000
A_TRANSACTION = 500


def run(folder: Path) -> list[Figure]:
    """The table's row about verification."""
    make(folder)
    with opened(folder) as till:
        for first in range(0, ENTRIES, A_TRANSACTION):
            with till.house.database.write() as connection:
                for number in range(first, first + A_TRANSACTION):
                    till.house.ledger.append(connection, "bench.noted", {"number": number, "text": "Coque transparente iPhone 13 · 29,90 €" * 4})
        key = till.house.key.public
        with till.house.database.read() as connection:
            entries = list(store.all_entries(connection))
            begun = time.perf_counter()
            for entry in entries:
                assert hashlib.sha256(entry.entry).hexdigest() == entry.hash
                assert key.verifies(entry.signature, entry.entry)
            floor_s = time.perf_counter() - begun
            begun = time.perf_counter()
            report = verify(connection, key=key, marker=HeadMarker(folder))
            whole_s = time.perf_counter() - begun
    assert report.fault is None and report.entries == len(entries)
    rate, floor_rate = len(entries) / whole_s, len(entries) / floor_s
    return [
        Figure(
            f"verify a journal of {len(entries)} entries", f"{rate:,.0f} entries/s", f"{floor_rate:,.0f} entries/s", times(whole_s, floor_s),
            "≥ 20 000 entries/s", rate >= 20_000,
        )
    ]  # fmt: skip
