"""The head marker: a signed note outside the database of the newest entry that was committed.

A journal whose last entries were cut off is still a valid chain; the marker is what tells. It may lag behind (a power cut
between commit and note) but the entry it names must be in the journal: otherwise the file was restored, cloned or cut.
"""

from __future__ import annotations

import json
import os
from enum import StrEnum
from pathlib import Path

from kiosk.journal.entry import Head
from kiosk.journal.keys import PublicKey, TillKey

FILE_NAME = "head.json"


class MarkerState(StrEnum):
    """What the marker says of the journal."""

    AGREES = "agrees"
    ABSENT = "absent"
    FORGED = "forged"
    JOURNAL_WENT_BACK = "journal_went_back"


class HeadMarker:
    """Reads and writes the note; writing is one small rename, made durable only by ``sync``."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / FILE_NAME

    def write(self, head: Head, key: TillKey) -> None:
        text = json.dumps({"epoch": head.epoch, "hash": head.hash, "seq": head.seq}, sort_keys=True)
        partial = self._path.with_suffix(".part")
        partial.write_text(json.dumps({"head": text, "signature": key.sign(text.encode()).hex()}), "ascii")
        partial.replace(self._path)

    def exists(self) -> bool:
        """Whether a journal was ever written here."""
        return self._path.exists()

    def sync(self) -> None:
        """Make the last note durable: at closing and at the end of the program."""
        if self._path.exists():
            handle = os.open(self._path, os.O_RDWR)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def read(self, public_key: PublicKey) -> Head | MarkerState:
        """The place noted; ABSENT or FORGED when there is none to trust."""
        try:
            note = json.loads(self._path.read_text("ascii"))
            text = note["head"]
            if not public_key.verifies(bytes.fromhex(note["signature"]), text.encode()):
                return MarkerState.FORGED
            place = json.loads(text)
            return Head(place["epoch"], place["seq"], place["hash"])
        except FileNotFoundError:
            return MarkerState.ABSENT
        except (ValueError, KeyError, TypeError, OSError):
            return MarkerState.FORGED
