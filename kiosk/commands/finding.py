"""One line of ``kiosk doctor``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """``state`` is ok, watch or bad; ``todo`` is empty when there is nothing to do."""

    check: str
    state: str
    found: str
    todo: str = ""
