"""The police register (livre de police): one unalterable line per device bought, numbered without gaps. Pure noun.

C. pén. R. 321-3 and R. 321-5: seller, object, serial numbers, provenance, price and way of payment. A correction is a new line.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.basics.money import Money
from kiosk.errors import Refused

SERIES = "police_register"
LETTER = "R"


class IdentifierMissing(Refused):
    """A device goes into the register by its own number: IMEI for what has one, serial number for the rest."""

    code = "tradein.identifier_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """One line. ``identifiers`` are finished text (``IMEI 35…, S/N …``); the seller is named in an erasable row of its own."""

    entry_id: str
    number: int
    printed_number: str
    at_utc: str
    seller_id: str
    seller_hash: str
    unit_id: str
    nature: str
    provenance: str
    description: str
    identifiers: str
    price: Money
    payment_mode: str
    corrects_id: str | None = None
    correction_reason: str | None = None


def identifiers_text(*, imei: str | None, imei2: str | None, serial: str | None) -> str:
    """All numbers that the device carries; IdentifierMissing when there is none."""
    numbers = [f"IMEI {number}" for number in (imei, imei2) if number] + ([f"N°\u00a0de série {serial}"] if serial else [])
    if not numbers:
        raise IdentifierMissing()
    return ", ".join(numbers)
