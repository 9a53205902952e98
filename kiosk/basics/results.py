"""What a worker gives back: done with a value, or a coded refusal. Never an exception across threads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    """The work is done and, where it writes, durable."""

    value: T


@dataclass(frozen=True, slots=True)
class Err:
    """The work was refused or failed; ``error`` is a ``kiosk.errors.KioskError`` or, for a bug, whatever was raised."""

    error: Exception


Result = Ok[T] | Err
