"""PIN and badge as they are kept: Argon2id for the PIN, SHA-256 for the random badge code. Neither is ever stored or logged.

A badge carries 80 random bits, so a fast hash is enough and lets it be found by an index; a PIN has a million values, so its
hash is slow and guessing is also stopped by the growing lock (``service.py``).
"""

from __future__ import annotations

import hashlib

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

PIN_LENGTH = 6


class PinHasher:
    """Argon2id; the parameters stand in each hash, so old ones verify after a change. Tests pass small ones."""

    def __init__(self, *, time_cost: int = 2, memory_kib: int = 19_456) -> None:
        self._argon = PasswordHasher(time_cost=time_cost, memory_cost=memory_kib, parallelism=1)

    def hash(self, pin: str) -> str:
        return self._argon.hash(pin)

    def matches(self, pin_hash: str, pin: str) -> bool:
        """False also for a hash that cannot be read: the door stays shut."""
        try:
            return self._argon.verify(pin_hash, pin)
        except (VerificationError, InvalidHashError):
            return False


def badge_digest(code: str) -> str:
    """How a badge is kept and found."""
    return hashlib.sha256(code.upper().encode()).hexdigest()
