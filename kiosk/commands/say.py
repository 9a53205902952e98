"""How a command answers: lines or JSON on standard output, errors in words on standard error, and the exit code."""

from __future__ import annotations

import json
import locale
import sys

from kiosk.errors import KioskError, Misused, Unavailable
from kiosk.ui.error_text import text_of

DONE, REFUSED, MISUSED = 0, 1, 2


class NotADirectory(Misused):
    """What stands at the place of the data directory is a file."""

    code = "commands.not_a_directory"


class FileUnusable(Unavailable):
    """The system refuses a file or a folder: rights, a full disk, a missing folder."""

    code = "commands.file_unusable"


def answer(content: dict[str, object], *lines: str, as_json: bool) -> None:
    """The result: ``content`` as one JSON object, or ``lines`` for a person."""
    out(json.dumps(content, ensure_ascii=False, indent=2) if as_json else "\n".join(lines))


def out(text: str) -> None:
    """One text and a line end."""
    sys.stdout.write(text + "\n")


def refuse(error: KioskError, *, as_json: bool) -> int:
    """Say what happened, what it means and what to do; gives the exit code."""
    words = text_of(error, language())
    faults = error.faults if isinstance(error, Misused) else ()
    if as_json:
        facts = {"error": words.code, "what": words.what, "meaning": words.meaning, "todo": words.todo, "faults": [{"path": p, "what": w} for p, w in faults]}
        out(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        sys.stderr.write("\n".join([words.what, *(f"  {path}: {what}" for path, what in faults), words.meaning, words.todo]) + "\n")
    return MISUSED if isinstance(error, Misused) else REFUSED


def language() -> str:
    """French unless the environment says English."""
    name = locale.setlocale(locale.LC_MESSAGES) or ""
    return "en" if name.startswith("en") else "fr"
