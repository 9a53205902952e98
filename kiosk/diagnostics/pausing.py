"""Why the clock stands, as codes with their words; and how long it stood for each. Pure but for reading the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kiosk.diagnostics.checklist import Words
from kiosk.diagnostics.tomlfiles import BadRuleFile, read_toml
from kiosk.journal.entry import JsonValue

OTHER = "other"
UNLOCK = "unlock"
LONGEST_NOTE = 120


@dataclass(frozen=True, slots=True)
class PauseReason:
    """``offered`` on the sheet; ``wants_text`` asks for a few words."""

    code: str
    words: Words
    offered: bool = True
    wants_text: bool = False


@dataclass(frozen=True, slots=True)
class PauseTotal:
    """How long the clock stood for one reason."""

    code: str
    words: Words
    paused_ms: int


class _Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    fr: str
    en: str
    offered: bool = True
    text: bool = False


class _Reasons(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pauses: tuple[_Reason, ...]


def load_pauses(path: Path) -> tuple[PauseReason, ...]:
    """In the order of the sheet; BadRuleFile also without the free one or with a code twice."""
    raw, _sha256 = read_toml(path, _Reasons)
    codes = [reason.code for reason in raw.pauses]
    if len(set(codes)) != len(codes) or not {OTHER, UNLOCK} <= set(codes):
        problem = f"each code once, {OTHER} and {UNLOCK} among them"
        raise BadRuleFile(faults=((path.name, problem),), file=path.name, problem=problem)
    return tuple(PauseReason(reason.code, Words(reason.fr, reason.en), reason.offered, reason.text) for reason in raw.pauses)


def settled_reason(reasons: tuple[PauseReason, ...], reason: str, note: str) -> tuple[str, str]:
    """The code and the note to keep: what is no code of the file is somebody's own words, kept under *other*."""
    if any(known.code == reason for known in reasons):
        return reason, " ".join(note.split())[:LONGEST_NOTE]
    return OTHER, " ".join((note or reason).split())[:LONGEST_NOTE]


def words_of(reasons: tuple[PauseReason, ...], code: str, note: str = "") -> Words:
    """What is read of a pause: its note where somebody wrote one, else the words of its code."""
    if note:
        return Words(note, note)
    found = next((reason.words for reason in reasons if reason.code == code), None)
    return found or Words(code, code)


def totals(reasons: tuple[PauseReason, ...], paused_ms: Mapping[str, int]) -> tuple[PauseTotal, ...]:
    """The longest first."""
    found = [PauseTotal(code, words_of(reasons, code), spent_ms) for code, spent_ms in paused_ms.items() if spent_ms >= 1000]
    return tuple(sorted(found, key=lambda total: -total.paused_ms))


def paused_body(paused_ms: Mapping[str, int]) -> dict[str, JsonValue]:
    """For the journal: whole seconds per code; nothing where the clock never stood."""
    seconds: dict[str, JsonValue] = {code: spent_ms // 1000 for code, spent_ms in sorted(paused_ms.items()) if spent_ms >= 1000}
    return {"pauses_s": seconds} if seconds else {}
