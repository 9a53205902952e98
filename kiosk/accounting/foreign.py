"""The facts of another till of the company, from its exported journal (``docs/journal-format.md``), checked entry by entry as it is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.accounting.facts import Fact
from kiosk.accounting.reading import read_fact
from kiosk.errors import Damaged
from kiosk.journal.entry import NO_HASH, Entry, Head
from kiosk.journal.export import EXPORT_FORMAT
from kiosk.journal.keys import PublicKey
from kiosk.journal.verify import check_entry


class JournalFileBroken(Damaged):
    """An exported journal does not prove what it says: its books are not made."""

    code = "accounting.journal_file_broken"


def other_facts(path: Path, zone: ZoneInfo) -> tuple[Fact, ...]:
    """In the journal's order; JournalFileBroken names the place. Whether the key is the till's own, central knows."""
    try:
        with path.open(encoding="utf-8") as lines:
            read = (read_fact(entry.entry, zone) for entry in _checked(map(json.loads, lines), path))
            return tuple(fact for fact in read if fact is not None)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise JournalFileBroken(path=str(path), place=f"{type(error).__name__}: {error}") from error


def _checked(lines: Iterator[dict[str, Any]], path: Path) -> Iterator[Entry]:
    header = next(lines, {})
    if header.get("format") != EXPORT_FORMAT:
        raise JournalFileBroken(path=str(path), place="header")
    key, head = PublicKey(bytes.fromhex(header["public_key"])), Head(1, 0, NO_HASH)
    for said in lines:
        if said["type"] != "entry":
            continue
        entry = _entry(said)
        fault = check_entry(entry, after=head, key=key)
        if fault is not None:
            raise JournalFileBroken(path=str(path), place=f"{fault.epoch}-{fault.seq} {fault.what}")
        yield entry
        head = Head(entry.epoch, entry.seq, entry.hash)


def _entry(said: dict[str, Any]) -> Entry:
    """The columns that a database repeats are taken from the text itself; number, hash and signature from the line."""
    exact = said["entry"].encode("utf-8", "surrogateescape")
    inner = json.loads(exact)
    return Entry(said["epoch"], said["seq"], inner["kind"], inner["at"], inner["prev"], said["hash"], exact, bytes.fromhex(said["signature"]))
