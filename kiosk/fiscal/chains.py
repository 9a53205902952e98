"""Chains of stamps: each record's payload carries the signature of the one before it, so that none can be changed or taken out. Pure.

``Signer`` is what a country signs with; a chain is read back and checked with the signer of the same key.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Stamp:
    """One record of a chain, as stored."""

    stamp_id: str
    chain: str
    seq: int
    document_id: str
    at_utc: str
    payload: str
    signature: str
    prev_signature: str
    format_version: str
    algorithm: str
    key_id: str


class Verifier(Protocol):
    """Checks what one key signed."""

    def verify(self, payload: str, signature: str) -> bool: ...


class Signer(Verifier, Protocol):
    """Signs payloads with one key; signatures are base64url without padding, "" where a country asks for none."""

    @property
    def algorithm(self) -> str: ...

    @property
    def key_id(self) -> str: ...

    @property
    def public_key_pem(self) -> str: ...

    def sign(self, payload: str) -> str: ...


class DigestSigner:
    """SHA-256 of the payload: it chains records but proves nothing about who wrote them. For countries that ask for no key, and for vectors."""

    algorithm = "SHA256"
    key_id = "none"
    public_key_pem = ""

    def sign(self, payload: str) -> str:
        return base64url(hashlib.sha256(payload.encode()).digest())

    def verify(self, payload: str, signature: str) -> bool:
        return self.sign(payload) == signature


def base64url(raw: bytes) -> str:
    """Without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def from_base64url(text: str) -> bytes:
    """The inverse; ValueError on anything else."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
