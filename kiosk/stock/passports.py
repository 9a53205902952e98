"""The passport of a unit as it travels between the tills of a chain: what was stated when it was made, packed. Pure noun.

``content`` is the passport as its link holds it (base64url of the deflated array of ``kiosk/documents/passport_link.py``), whole numbers left
out: they stand on the unit itself. It can be read only with the dictionary of that format, which never changes.
"""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_CONTENT = 8000
MOST_RULES = 4


@dataclass(frozen=True, slots=True)
class CarriedPassport:
    """A row of the feed ``passports``: one for each inspection, the newest where its grade was changed. ``computed`` is the table's own grade."""

    inspection_id: str
    unit_id: str
    issued_at_utc: str
    grade: str
    computed: str
    content: str
    rules: tuple[str, ...]
    """The SHA-256 of each rule file, whole; the content has their beginnings."""
