"""The certificate that a device's former data are gone, as finished content and as an A4 page. Setting it blocks for about a second.

TRD-05: method, tool and version, operator, time, result, the device's numbers, and the hash of these facts as the journal has it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.documents.papers import ShopHeader
from kiosk.documents.pdf import DEADLINE_S, typeset_in_child


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseCertificate:
    """``device`` and ``facts`` are rows of label and value; ``sha256`` is of the facts themselves, not of the page."""

    number: str
    shop: ShopHeader
    at_local: str
    at_utc: str
    label_code: str
    device: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    sha256: str
    training: bool = False


def certificate_pdf(certificate: EraseCertificate, words: Mapping[str, str], *, language: str = "fr", deadline_s: float = DEADLINE_S) -> bytes:
    """The same certificate gives the same bytes. PdfFailed, PdfTooSlow."""
    facts = dataclasses.asdict(certificate) | {"words": dict(words), "language": language}
    return typeset_in_child("erasure", facts, created_at_utc=certificate.at_utc, deadline_s=deadline_s)
