"""The shop's declaration at the prefecture: without its receipt nobody may buy from the public (C. pén. R. 321-1, POL-01). Pure."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.errors import Refused


class NotDeclared(Refused):
    """The receipt's number and date are not in the shop's settings."""

    code = "tradein.not_declared"


@dataclass(frozen=True, slots=True)
class Declaration:
    """As the prefecture's receipt says; shown on any request. ``declared_on`` is an ISO date."""

    prefecture: str = ""
    receipt: str = ""
    declared_on: str = ""

    @property
    def complete(self) -> bool:
        return bool(self.prefecture and self.receipt and self.declared_on)

    @property
    def day(self) -> str:
        """``14/09/2021``."""
        return "/".join(reversed(self.declared_on.split("-")))
