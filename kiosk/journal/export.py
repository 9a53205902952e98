"""The journal as JSON lines that a stranger can verify with nothing of ours: ``docs/journal-format.md`` is the contract.

First a header with the public key, then each entry with its exact signed text, each followed by the sealed rows it covers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection

from kiosk.journal import store
from kiosk.journal.keys import PublicKey
from kiosk.storage import seals

EXPORT_FORMAT = "kiosk-journal-export-1"


def lines(connection: Connection, *, key: PublicKey) -> Iterator[str]:
    """The lines of the export, without line ends."""
    yield _line({"type": "header", "format": EXPORT_FORMAT, "public_key": key.hex, "key_id": key.key_id, "algorithm": "Ed25519"})
    through: dict[str, int] = {}
    for entry in store.all_entries(connection):
        text = entry.entry.decode("utf-8", "surrogateescape")
        yield _line({"type": "entry", "epoch": entry.epoch, "seq": entry.seq, "hash": entry.hash, "signature": entry.signature.hex(), "entry": text})
        for table, last in _sealed(text).items():
            for _, row in seals.rows_between(connection, table, after=through.get(table, 0), through=last):
                yield _line({"type": "row", "epoch": entry.epoch, "seq": entry.seq, "row": row})
            through[table] = last


def _sealed(text: str) -> dict[str, int]:
    """Which tables an entry covers, up to which row; nothing when the entry is too damaged to say."""
    try:
        return {table: int(said["through"]) for table, said in json.loads(text)["sealed"].items() if table in seals.COVERED_TABLES}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _line(content: dict[str, object]) -> str:
    return json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
