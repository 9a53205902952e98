"""The till's Ed25519 key: it signs the journal and the requests to central; it is the till's identity."""

from __future__ import annotations

import hashlib
import os

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.basics.late import late

SIGNATURE_BYTES = 64
_sodium = late("nacl.bindings")
_sodium_errors = late("nacl.exceptions")


class TillKey:
    """The private half; made on the kiosk at enrolment, kept in the key store."""

    def __init__(self, secret: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(secret)
        self.public = PublicKey(self._key.public_key().public_bytes_raw())

    @staticmethod
    def new_secret() -> bytes:
        """32 random bytes."""
        return os.urandom(32)

    @property
    def private_key(self) -> Ed25519PrivateKey:
        """For PyJWT, which signs requests with it."""
        return self._key

    def sign(self, message: bytes) -> bytes:
        """64 bytes (RFC 8032)."""
        return self._key.sign(message)


class PublicKey:
    """The public half, as strangers hold it."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self._key = Ed25519PublicKey.from_public_bytes(raw)

    @property
    def hex(self) -> str:
        return self.raw.hex()

    @property
    def key_id(self) -> str:
        """The first 16 hex digits of its SHA-256."""
        return hashlib.sha256(self.raw).hexdigest()[:16]

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Whether this key signed the message."""
        try:
            self._key.verify(signature, message)
        except InvalidSignature:
            return False
        return True

    def verifies_of_many(self, signature: bytes, message: bytes) -> bool:
        """The same answer for whole journals: libsodium takes half the time and lets other threads run meanwhile.

        It is the stricter of the two about keys and points that no honest signer makes, so what it refuses is asked again.
        """
        if len(signature) == SIGNATURE_BYTES:
            try:
                _sodium().crypto_sign_open(signature + message, self.raw)
            except _sodium_errors().BadSignatureError:
                return self.verifies(signature, message)
            return True
        return self.verifies(signature, message)
