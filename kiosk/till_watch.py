"""What a till notices at its start to be other than at its last: a restored backup, its shop's settings, rights, rule files, its machine.

Each is told to the journal, and so to the event log, once; the first start of a till is no change.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from sqlalchemy import Connection

from kiosk.fiscal.watch import tell_of_restoring
from kiosk.journal.ledger import Ledger
from kiosk.sales.packs import PACKS
from kiosk.sales.rate_watch import note_rule_files
from kiosk.settings import Settings
from kiosk.storage import identity
from kiosk.sync.changes import tell_changes
from kiosk.sync.shop import ShopSettings

MACHINE_TOLD = "till.machine_told"
NO_NEWS = frozenset({"screen"})
"""How the picture looks is nobody's event."""


def note_what_changed(connection: Connection, ledger: Ledger, *, configured: Settings, shop: ShopSettings | None, resources: Path) -> None:
    """Inside the transaction of the till's first entry."""
    tell_of_restoring(connection, ledger)
    tell_changes(connection, ledger)
    if shop is not None and shop.country in PACKS:
        note_rule_files(connection, ledger, resources, pack=PACKS[shop.country].name)
    note_machine(connection, ledger, configured)


def note_machine(connection: Connection, ledger: Ledger, configured: Settings) -> None:
    """Which parts of the machine's settings changed: another printer, terminal or central (JET 240)."""
    now = {name: value for name, value in msgspec.to_builtins(configured).items() if name not in NO_NEWS}
    kept = identity.get(connection, MACHINE_TOLD)
    known = now if kept is None else msgspec.json.decode(kept, type=dict[str, object])
    if kept is None or known != now:
        identity.put(connection, MACHINE_TOLD, msgspec.json.encode(now).decode())
    changed = sorted(name for name in known.keys() | now.keys() if known.get(name) != now.get(name))
    if changed:
        ledger.append(connection, "till.machine_changed", {"what": " ".join(changed)})
