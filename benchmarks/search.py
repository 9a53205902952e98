"""Search as you type, key by key, with 100 000 more references and 50 000 devices. Floor: the bare FTS5 query on the same file."""

from __future__ import annotations

from pathlib import Path

from benchmarks.figures import Figure, both, elapsed_ms, middle, percentile, times
from benchmarks.till import Till, opened
from kiosk.storage.engine import FILE_NAME, connect
from kiosk.storage.keys import database_key, key_store

TYPED = (
    "iphone 13 pro", "galaxy s22", "coque transparente apple", "ecran noir", "chargeur", "batterie été", "câble usb-c renforcé", "switch oled", "macbook air",
    "protection samsung compact", "manette sony", "BEN-0012345", "000123", "D62V0L00001P", "zzz introuvable",
)  # fmt: skip
ROUNDS = 4
FLOOR = "SELECT product_id FROM product_search JOIN product_search_row ON row_no = product_search.rowid WHERE product_search MATCH ? LIMIT 200"


def run(folder: Path) -> list[Figure]:
    """``folder`` holds a large till."""
    prefixes = [text[:length] for text in TYPED for length in range(2, len(text) + 1)] * ROUNDS
    store = key_store(folder, "file")
    raw = connect(folder / FILE_NAME, key=database_key(store, database_exists=True), read_only=True)
    asked: list[float] = []
    floor: list[float] = []
    with opened(folder) as till:
        _warm(till)
        for text in prefixes:
            asked.append(elapsed_ms(lambda text=text: till.services.stock.search(text)))
            question = " ".join(f'"{word}"*' for word in text.replace("-", " ").split())
            floor.append(elapsed_ms(lambda question=question: raw.execute(FLOOR, (question,)).fetchall()))
    raw.close()
    slow = percentile(asked, 99)
    return [
        Figure(f"search as you type, the query ({len(asked)} keys)", both(asked), both(floor), times(middle(asked), middle(floor)), "p99 ≤ 5 ms", slow <= 5)
    ]


def _warm(till: Till) -> None:
    for text in TYPED:
        till.services.stock.search(text)
