"""The error tree: what can go wrong, by what the person at the counter can do about it.

    KioskError
    ├── Refused       a rule says no (wrong PIN, unit already sold, cash over the limit); nothing was changed
    ├── Unavailable   the world is not ready (printer, network, disk, terminal); the work waits or goes on without it
    ├── Damaged       stored data is not what was written (chain, file, signature); stop and call support
    └── Misused       the caller's own fault (bad arguments, bad settings file, bad basket); exit code 2

A concrete error is a class beside the rule that raises it, with a stable ``code`` ("stock.unit_not_for_sale") and
``facts`` (plain values and amounts). There is no user text in Python: ``resources/i18n/errors/<package>.toml`` holds, per code and
language, what happened, what it means and what to do. A test walks the tree and fails on a code without its words.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Protocol


class Amount(Protocol):
    """``basics.money.Money``, which stands above this module; it is written by the reader's locale."""

    @property
    def amount_cents(self) -> int: ...


Fact = str | int | bool | date | Amount


class KioskError(Exception):
    """Root of all errors that are ours; ``str(error)`` is for logs only."""

    code: ClassVar[str] = "kiosk.error"

    def __init__(self, **facts: Fact) -> None:
        self.facts = facts
        super().__init__(f"{self.code} {facts}" if facts else self.code)


class Refused(KioskError):
    """A rule says no; nothing was changed."""

    code = "kiosk.refused"


class Unavailable(KioskError):
    """A device, a network or a disk is not ready; nothing is lost."""

    code = "kiosk.unavailable"


class Damaged(KioskError):
    """Stored data is not what was written."""

    code = "kiosk.damaged"


class Misused(KioskError):
    """The caller gave something that cannot be used; ``faults`` are (path, what is wrong) pairs."""

    code = "kiosk.misused"

    def __init__(self, *, faults: tuple[tuple[str, str], ...] = (), **facts: Fact) -> None:
        self.faults = faults
        super().__init__(**facts)
