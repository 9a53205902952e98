"""Apple's property lists as a device or a tool hands them over: never trusted, so whatever is none is an empty one. Pure."""

from __future__ import annotations

import plistlib
from typing import Any
from xml.parsers.expat import ExpatError

# What ``plistlib`` raises on hostile bytes: its own two, and what its readers stumble over (a date without digits, a value without a key).
_NOT_A_PLIST = (plistlib.InvalidFileException, ExpatError, ValueError, AttributeError, TypeError, IndexError, KeyError, OverflowError)


def plist_dict(content: bytes) -> dict[str, Any]:
    """The dictionary at the root; an empty one for anything else."""
    try:
        found: Any = plistlib.loads(content)
    except _NOT_A_PLIST:
        return {}
    return {str(key): value for key, value in found.items()} if isinstance(found, dict) else {}
