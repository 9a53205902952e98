"""Numbers as people read them: what an instrument measured, without the words around it; and a number with its unit. Pure."""

from __future__ import annotations

import re

from kiosk.diagnostics.checklist import Verdict, Words
from kiosk.diagnostics.events import Answered

NARROW = "\u202f"
# What an instrument wrote (``Answered.raw``), and the figure in it for each language.
_FIGURES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"^(\d+)/(\d+) cells$"), r"\1 sur \2", r"\1 of \2"),
    (re.compile(r"^(\d+) fingers$"), r"\1 doigts", r"\1 fingers"),
    (re.compile(r"^(\d+) of (\d+) lenses read"), r"\1 sur \2 lus", r"\1 of \2 read"),
    (re.compile(r"^(\d+) dB$"), rf"\1{NARROW}dB", rf"\1{NARROW}dB"),
    (re.compile(r"^accelerometer (\d+)\.(\d+) times"), r"× \1,\2", r"× \1.\2"),
    (re.compile(r"^\S+ (\d+) GB$"), rf"\1{NARROW}Go", rf"\1{NARROW}GB"),
)


def measured_words(number: int, unit: str) -> Words:
    """``87 %``, ``2 000 kΩ``: thousands apart, a narrow space before the unit; English has none before %."""
    thousands = f"{number:,}"
    return Words(f"{thousands.replace(',', NARROW)}{NARROW}{unit}".strip(), f"{thousands}{'' if unit == '%' else NARROW}{unit}".strip())


def figure_of(given: Answered) -> Words | None:
    """The number of a test that an instrument passed: ``240 sur 240`` says more than *conforme*. None where there is none to show."""
    if given.probe is None or given.verdict is not Verdict.PASS or given.number is not None:
        return None
    for pattern, french, english in _FIGURES:
        found = pattern.match(given.raw or "")
        if found is not None:
            return Words(found.expand(french), found.expand(english))
    return None
