"""How a device's former data were destroyed: the ways we accept, and the certificate's facts. Pure.

Erasure before a change of owner is a legal condition of the word *reconditionné* (C. conso. R. 122-4); kept per device: method,
tool, operator, time, whether the result was verified (TRD-05).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from kiosk.errors import Refused
from kiosk.storage.canonical import canonical


class ErasureNotVerified(Refused):
    """Nobody looked whether the erase worked: the device stays *to erase*."""

    code = "tradein.erasure_not_verified"


class NotToErase(Refused):
    """The unit is not waiting for its erase."""

    code = "tradein.not_to_erase"


class ErasureMethod(StrEnum):
    """Settings' reset with encrypted storage, a manufacturer's restore, or an overwriting tool."""

    FACTORY_RESET = "factory_reset"
    RESTORE = "restore"
    OVERWRITE = "overwrite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """The certificate. ``tool_version`` is "" where it was made before tools had versions; ``operator`` is who erased, as papers name them."""

    erasure_id: str
    unit_id: str
    at_utc: str
    method: ErasureMethod
    tool: str
    person_id: str
    verified: bool
    identifiers: str
    tool_version: str = ""
    operator: str = ""


def erasure_sha256(item: Erasure) -> str:
    """The hash of what a certificate states: on the paper, in the journal, and to be worked out again from the sealed row."""
    facts = {
        "erasure_id": item.erasure_id, "unit_id": item.unit_id, "at_utc": item.at_utc, "method": item.method.value, "tool": item.tool,
        "tool_version": item.tool_version, "person_id": item.person_id, "verified": item.verified, "identifiers": item.identifiers,
    }  # fmt: skip
    return hashlib.sha256(canonical(facts)).hexdigest()
