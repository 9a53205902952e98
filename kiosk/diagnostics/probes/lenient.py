"""Reading what a tool printed, whatever it printed. Pure."""

from __future__ import annotations

import msgspec


def json_of(text: str) -> object:
    """The value of a JSON text; None for what is none, or is nested without end."""
    try:
        found: object = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    return found
