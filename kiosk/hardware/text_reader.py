"""Printed text in a picture, read by tesseract as a child process: the picture goes in over a pipe, words and places come back. Nothing is written.

The text may be somebody's identity: it is in no log and in no representation.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.hardware.faults import TextReaderMissing, TextUnreadable

TOOL = "tesseract"
COLUMNS = 12
WORD = "5"


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word and where it stands, in pixels."""

    text: str = field(repr=False)
    left: int
    top: int
    width: int
    height: int
    line: tuple[int, ...]


class TextReader:
    """Each call is one child process."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        path = {"PATH": os.environ.get("PATH", os.defpath)} if environment is None else dict(environment)
        self._environment = {**path, "OMP_THREAD_LIMIT": "1"}

    def words(self, picture: bytes, *, alphabet: str, deadline_s: float) -> tuple[ReadWord, ...]:
        """The words in a block of lines; TextReaderMissing, TextUnreadable when it fails or is not done in time."""
        command = (TOOL, "stdin", "stdout", "--psm", "6", "-l", "eng", "-c", f"tessedit_char_whitelist={alphabet}", "-c", "load_system_dawg=0",
                   "-c", "load_freq_dawg=0", "tsv")  # fmt: skip
        try:
            done = subprocess.run(command, input=picture, env=self._environment, capture_output=True, timeout=deadline_s, check=True)
        except FileNotFoundError as error:
            raise TextReaderMissing() from error
        except (subprocess.SubprocessError, OSError):
            raise TextUnreadable() from None
        return tuple(_words(done.stdout.decode("utf-8", "replace")))


def _words(table: str) -> list[ReadWord]:
    found = []
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == COLUMNS and cells[0] == WORD and cells[11].strip():
            numbers = [int(cell) for cell in cells[1:10]]
            found.append(ReadWord(cells[11].strip(), numbers[5], numbers[6], numbers[7], numbers[8], tuple(numbers[:4])))
    return found
