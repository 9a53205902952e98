"""Who works here and what each may do. PIN and badge never leave this package in the clear."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A role is a set of rights (``rights.py``); a person may have several."""

    CASHIER = "cashier"
    TECHNICIAN = "technician"
    MANAGER = "manager"
    INSPECTOR = "inspector"
    """Somebody of the tax office: reads and exports the records, writes nothing."""


@dataclass(frozen=True, slots=True)
class Person:
    """One member of staff. ``pin_hash`` is Argon2id; ``badge_hash`` is SHA-256 of the random badge code, hex."""

    person_id: str
    short_name: str
    full_name: str
    initials: str
    roles: tuple[Role, ...]
    language: str
    pin_hash: str
    badge_hash: str
    active: bool = True
    feminine: bool = False
