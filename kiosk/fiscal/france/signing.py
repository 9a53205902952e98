"""The till's fiscal key: ECDSA on P-256 with SHA-256 (NF525 accepts SHA-256 and ECDSA from 224 bits). Pure."""

from __future__ import annotations

import hashlib

from cryptography.exceptions import InternalError, InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

from kiosk.errors import Damaged
from kiosk.fiscal.chains import SigningFailed, base64url, from_base64url

COORDINATE_BYTES = 32


class FiscalKeyUnreadable(Damaged):
    """The till's fiscal key is not an ECDSA P-256 key."""

    code = "fiscal.key_unreadable"


class EcdsaVerifier:
    """Checks signatures of one public key, also of a till's earlier keys."""

    def __init__(self, public_key: ec.EllipticCurvePublicKey) -> None:
        self._key = public_key
        spki = public_key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        self.key_id = hashlib.sha256(spki).hexdigest()[:16]

    @staticmethod
    def read(public_key_pem: str) -> EcdsaVerifier:
        """From what ``EcdsaSigner.public_key_pem`` gave; FiscalKeyUnreadable."""
        try:
            key = serialization.load_pem_public_key(public_key_pem.encode())
        except ValueError as error:
            raise FiscalKeyUnreadable from error
        if not isinstance(key, ec.EllipticCurvePublicKey):
            raise FiscalKeyUnreadable
        return EcdsaVerifier(key)

    def verify(self, payload: str, signature: str) -> bool:
        """Whether this key signed exactly this text."""
        try:
            raw = from_base64url(signature)
        except ValueError:
            return False
        if len(raw) != 2 * COORDINATE_BYTES:
            return False
        der = encode_dss_signature(int.from_bytes(raw[:COORDINATE_BYTES], "big"), int.from_bytes(raw[COORDINATE_BYTES:], "big"))
        try:
            self._key.verify(der, payload.encode(), ec.ECDSA(hashes.SHA256()))
        except InvalidSignature:
            return False
        return True


class EcdsaSigner:
    """Signs with the private key that arrives as PEM bytes; the signature is r and s side by side, 64 bytes."""

    algorithm = "ES256"

    def __init__(self, private_key_pem: bytes) -> None:
        try:
            key = serialization.load_pem_private_key(private_key_pem, password=None)
        except (ValueError, TypeError) as error:
            raise FiscalKeyUnreadable from error
        if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
            raise FiscalKeyUnreadable
        self._key = key
        self._verifier = EcdsaVerifier(key.public_key())
        self.key_id = self._verifier.key_id

    @property
    def public_key_pem(self) -> str:
        """What a verifier needs; archived with the records."""
        return self._key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode("ascii")

    def sign(self, payload: str) -> str:
        """A new signature each time: ECDSA draws a number. SigningFailed."""
        try:
            r, s = decode_dss_signature(self._key.sign(payload.encode(), ec.ECDSA(hashes.SHA256())))
        except (ValueError, InternalError, UnsupportedAlgorithm) as error:
            raise SigningFailed from error
        return base64url(r.to_bytes(COORDINATE_BYTES, "big") + s.to_bytes(COORDINATE_BYTES, "big"))

    def verify(self, payload: str, signature: str) -> bool:
        """Whether this key signed exactly this text."""
        return self._verifier.verify(payload, signature)


def new_private_key_pem() -> bytes:
    """A new key for a till that has none."""
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
