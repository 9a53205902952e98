"""Requests signed by the till's own key: a short-lived EdDSA JWT bound to method, path with query, and the body's hash.

The key that signs the journal is the identity: there is no password to steal from central. Used by both sides.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.basics.late import late

_jwt = late("jwt")
ALGORITHM = "EdDSA"
LIFETIME_S = 120
LEEWAY_S = 60


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says it sends a request; worth nothing until ``verified``."""

    shop_id: str
    till_code: str
    key_id: str


class BadToken(ValueError):
    """Not a token, not signed by this key, or made for another request."""


class ExpiredToken(BadToken):
    """A good token out of its time: one of the two clocks is wrong."""


def make_token(claim: Claim, key: Ed25519PrivateKey, *, method: str, path: str, body: bytes, now_s: int) -> str:
    """A token for exactly this request."""
    content = {
        "iss": f"{claim.shop_id}/{claim.till_code}",
        "iat": now_s,
        "exp": now_s + LIFETIME_S,
        "htm": method,
        "htu": path,
        "bh": hashlib.sha256(body).hexdigest(),
    }
    return str(_jwt().encode(content, key, algorithm=ALGORITHM, headers={"kid": claim.key_id}))


def read_claim(token: str) -> Claim:
    """Who a token says it is from, unverified; BadToken."""
    try:
        header = _jwt().get_unverified_header(token)
        issuer = _jwt().decode(token, options={"verify_signature": False})["iss"]
        shop_id, till_code = issuer.split("/")
        return Claim(shop_id, till_code, str(header["kid"]))
    except (_jwt().PyJWTError, KeyError, ValueError, AttributeError) as error:
        raise BadToken(str(error)) from error


def verify_token(token: str, public_key: bytes, *, method: str, path: str, body: bytes, now_s: int) -> None:
    """BadToken unless this key signed exactly this request; ExpiredToken when only the time is wrong."""
    options: Any = {"verify_exp": False, "verify_iat": False, "require": ["iss", "iat", "exp", "htm", "htu", "bh"]}
    try:
        said = _jwt().decode(token, Ed25519PublicKey.from_public_bytes(public_key), algorithms=[ALGORITHM], options=options)
    except (_jwt().PyJWTError, ValueError) as error:
        raise BadToken(str(error)) from error
    if (said["htm"], said["htu"], said["bh"]) != (method, path, hashlib.sha256(body).hexdigest()):
        raise BadToken("made for another request")
    born, ends = said["iat"], said["exp"]
    if not isinstance(born, int) or not isinstance(ends, int) or ends - born > LIFETIME_S:
        raise BadToken("not short-lived")
    if not born - LEEWAY_S <= now_s <= ends + LEEWAY_S:
        raise ExpiredToken(f"{born}..{ends} is not now")
