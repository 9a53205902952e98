"""Libraries that are imported at their first use instead of at the start, because they would stand before the sign-in screen.

Only for what is slow to import (biip 0.1 s, httpx 0.1 s, keyring) and not needed to sign in. Everything else is imported at the top.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache
from typing import Any


def late(name: str) -> Callable[[], Any]:
    """A function that gives the module ``name``, imported when it is called first; any thread."""

    @cache
    def module() -> Any:
        return importlib.import_module(name)

    return module
