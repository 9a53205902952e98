"""Notices that other tax rates hold than at the last sale: a law that changes at midnight is an event of the till's log."""

from __future__ import annotations

from sqlalchemy import Connection

from kiosk.journal.ledger import Ledger
from kiosk.sales.rules import RulesOfDay
from kiosk.storage import identity

RATES_KEY = "sales.rates_in_force"


def note_rates(connection: Connection, ledger: Ledger, rules: RulesOfDay) -> None:
    """Inside the caller's transaction; silent the first time and while nothing changed."""
    now = rates_text(rules)
    known = identity.get(connection, RATES_KEY)
    if known == now:
        return
    identity.put(connection, RATES_KEY, now)
    if known is not None:
        before = set(known.split("|"))
        ledger.append(connection, "sales.tax_rates_changed", {"rates": " ".join(part for part in now.split("|") if part not in before), "all": now})


def rates_text(rules: RulesOfDay) -> str:
    """``exempt=0|standard=2000``."""
    return "|".join(sorted(f"{rate.code}={rate.rate_bp}" for rate in rules.rates))
