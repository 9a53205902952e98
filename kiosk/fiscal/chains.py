"""Chains of stamps: each record's payload carries the signature of the one before it, so that none can be changed or taken out. Pure.

``Signer`` is what a country signs with; a chain is read back and checked with the signer of the same key.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
from dataclasses import dataclass
from typing import Protocol

from kiosk.errors import Damaged

DEGRADED_KEY = "degraded"


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


class SigningFailed(Damaged):
    """The fiscal key is there but does not sign."""

    code = "fiscal.signing_failed"


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature, and with what it was made."""

    signature: str
    algorithm: str
    key_id: str


class DigestSigner:
    """SHA-256 of the payload: it chains records but proves nothing about who wrote them. For countries that ask for no key, and for vectors."""

    algorithm = "SHA256"
    key_id = "none"
    public_key_pem = ""

    def sign(self, payload: str) -> str:
        return base64url(hashlib.sha256(payload.encode()).digest())

    def verify(self, payload: str, signature: str) -> bool:
        return self.sign(payload) == signature


class DegradedSigner(DigestSigner):
    """Stands in while the till's key cannot sign: the chain goes on, and each such record is signed later (FIS-14)."""

    key_id = DEGRADED_KEY


class Pen:
    """Signs with the till's key, or in degraded mode when there is none or it fails: a sale is never lost for want of a signature."""

    def __init__(self, signer: Signer | None) -> None:
        self.signer = signer
        self._stand_in = DegradedSigner()

    def write(self, payload: str) -> Signed:
        """``key_id`` says with what."""
        if self.signer is not None:
            with contextlib.suppress(SigningFailed):
                return Signed(self.signer.sign(payload), self.signer.algorithm, self.signer.key_id)
        return Signed(self._stand_in.sign(payload), self._stand_in.algorithm, self._stand_in.key_id)

    def verifier(self, key_id: str) -> Verifier | None:
        """For what this pen wrote itself."""
        if self.signer is not None and key_id == self.signer.key_id:
            return self.signer
        return self._stand_in if key_id == DEGRADED_KEY else None


def base64url(raw: bytes) -> str:
    """Without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def from_base64url(text: str) -> bytes:
    """The inverse; ValueError on anything else."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
