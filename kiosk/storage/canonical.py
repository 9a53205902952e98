"""The one text of a value that is hashed or signed: compact JSON, keys sorted, non-ASCII characters as they are. What ``json.dumps`` writes, sooner."""

from __future__ import annotations

import msgspec


def _plain(value: object) -> str | int:
    """A name of SQLAlchemy's is a text with something more to it."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return int(value)
    raise TypeError(f"not a value of a canonical text: {type(value)}")


_ENCODER = msgspec.json.Encoder(order="sorted", enc_hook=_plain)


def canonical(value: object) -> bytes:
    """UTF-8; the same bytes for ever, on every machine."""
    return _ENCODER.encode(value)
