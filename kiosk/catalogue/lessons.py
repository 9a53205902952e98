"""What the chain has learnt: which family a TAC or a model code is, by how many devices it was confirmed.

Each identification that a person confirmed (a device bought, or a choice made against what the cable said) is one entry in the journal;
central adds them up over all shops and sends the counts down. Nothing is written over: who disagrees has a count of its own. Nouns only;
``teaching.py`` writes the entry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_FAMILIES = 20
LONGEST_CODE = 64
_TAC = re.compile(r"\d{8}")
_CODE = re.compile(r"[ -~]+")


@dataclass(frozen=True, slots=True)
class FamilyCount:
    """A family and how many devices confirmed it."""

    brand: str
    name: str
    confirmations: int


@dataclass(frozen=True, slots=True)
class ModelLesson:
    """All that a mark (``tac:35910063``, ``code:SM-S911B``) was taught to be; a row of the feed ``lessons``."""

    mark: str
    families: tuple[FamilyCount, ...]


def tac_mark(imei: str) -> str:
    """The mark of an IMEI's or TAC's eight first digits."""
    return f"tac:{imei[:8]}"


def code_mark(code: str) -> str:
    """The mark of what a device calls its own hardware."""
    return f"code:{code}"


def is_mark(text: str) -> bool:
    """Whether a text of the journal is a mark that can be learnt."""
    kind, _, rest = text.partition(":")
    return (kind == "tac" and _TAC.fullmatch(rest) is not None) or (kind == "code" and len(rest) <= LONGEST_CODE and _CODE.fullmatch(rest) is not None)


def joined(taught: tuple[FamilyCount, ...], own: tuple[FamilyCount, ...]) -> tuple[FamilyCount, ...]:
    """The chain's counts and this till's own, which central may not have added yet: of each family the larger, most confirmed first."""
    counts = {(family.brand, family.name): 0 for family in (*taught, *own)}
    for family in (*taught, *own):
        key = (family.brand, family.name)
        counts[key] = max(counts[key], family.confirmations)
    return tuple(FamilyCount(*key, count) for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def added(lesson: ModelLesson, brand: str, name: str) -> ModelLesson:
    """One confirmation more; a mark keeps its ``MOST_FAMILIES`` best confirmed."""
    counts = {(family.brand, family.name): family.confirmations for family in lesson.families}
    counts[brand, name] = counts.get((brand, name), 0) + 1
    families = tuple(FamilyCount(*key, count) for key, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return ModelLesson(lesson.mark, families[:MOST_FAMILIES])
