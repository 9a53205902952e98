"""The passport of a refurbished unit, as finished content: what was tested, how, with which result, and what is promised. Pure.

It exists only for a unit whose points are all tested and whose erasure is proven: that is what makes the word *reconditionné*
lawful (C. conso. R. 122-4; RCP-07). ``identifiers`` are whole and stand only on the document handed over with the device; on the
label, on the screen and in the link there is ``tail`` alone (ADR 31).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.documents.papers import ShopHeader


class Mark(StrEnum):
    """What a point came to; one letter, as a link holds it. *Noted* is said openly and does not keep the unit from sale."""

    PASSED = "p"
    NOTED = "n"
    NOT_APPLICABLE = "a"


@dataclass(frozen=True, slots=True)
class PassportPoint:
    """One of the thirty; ``how`` is the letter of its method (``METHOD_LETTERS``), a dash where there was nothing to test."""

    title: str
    found: str
    mark: Mark
    how: str


@dataclass(frozen=True, slots=True)
class PassportRule:
    """Which version of which rules judged, and the SHA-256 of the exact bytes."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passport:
    """``grade_code`` names the sale grade, ``grade`` is its word; ``facts`` are screen, body, battery, parts, erasure and guarantee in sentences."""

    number: str
    till: str
    shop: ShopHeader
    model: str
    kind: str
    tail: str
    inspected_on: str
    inspected_at_utc: str
    grade_code: str
    grade: str
    diamonds: int
    rule: str
    facts: tuple[tuple[str, str], ...]
    points: tuple[PassportPoint, ...]
    rules: tuple[PassportRule, ...]
    identifiers: tuple[tuple[str, str], ...] = ()
    training: bool = False

    def without_identifiers(self) -> Passport:
        """As anybody may see it before the purchase."""
        return replace(self, identifiers=())


METHOD_LETTERS = {
    "auto_usb": "u",
    "auto_kiosk": "k",
    "browser": "b",
    "guided": "g",
    "external": "e",
    "declared": "d",
    "photo": "f",
}
NOT_TESTED_LETTER = "-"
