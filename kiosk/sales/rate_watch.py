"""Notices that other tax rates hold than at the last sale, and that the files of the country's rules are other ones: events of the till's log."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from sqlalchemy import Connection

from kiosk.journal.ledger import Ledger
from kiosk.sales.rules import RulesOfDay
from kiosk.storage import identity

RATES_KEY = "sales.rates_in_force"
FILES_KEY = "sales.rule_files"
FOLDERS = ("tax", "mentions", "receipts", "cash", "returns", "desk")
"""Where a country's rules stand, one file each: what the law wants, and what nobody changes on site."""


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


def note_rule_files(connection: Connection, ledger: Ledger, resources: Path, *, pack: str) -> None:
    """At the start: which files of the country's rules are other ones than at the last start. Silent the first time and while none is (JET 270)."""
    paths = {f"{folder}/{pack}.toml": resources / folder / f"{pack}.toml" for folder in FOLDERS}
    now = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in paths.items() if path.exists()}
    kept = identity.get(connection, FILES_KEY)
    known = now if kept is None else json.loads(kept)
    if kept is None or known != now:
        identity.put(connection, FILES_KEY, json.dumps(now, sort_keys=True))
    changed = sorted(name for name in known.keys() | now.keys() if known.get(name) != now.get(name))
    if changed:
        ledger.append(connection, "till.settings_changed", {"what": " ".join(changed), "sha256": {name: now.get(name) for name in changed}})


def rates_text(rules: RulesOfDay) -> str:
    """``exempt=0|standard=2000``."""
    return "|".join(sorted(f"{rate.code}={rate.rate_bp}" for rate in rules.rates))
