"""Tells the event log what central changed about this till: the shop's settings (JET 270) and who may do what here (JET 130).

What was told last is kept, so that a change that came in while the journal took nothing is told as soon as it does.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection

from kiosk.journal.entry import JsonValue
from kiosk.journal.ledger import Ledger
from kiosk.staff import store as staff_store
from kiosk.storage import identity
from kiosk.sync.kept import shop_text

SHOP_TOLD, RIGHTS_TOLD = "sync.shop_told", "sync.rights_told"
FEEDS_TOLD = frozenset({"shop", "people"})
"""What these bring is looked at."""
NOBODY = "-"
Told = dict[str, str]


def tell_changes(connection: Connection, ledger: Ledger) -> None:
    """Inside the caller's transaction; silent the first time, while nothing changed, and in quarantine."""
    if ledger.quarantined is not None:
        return
    said = shop_text(connection)
    if said is not None:
        _tell_shop(connection, ledger, _flat(msgspec.json.decode(said, type=dict[str, object])))
    people = staff_store.roles_of_people(connection)
    if people:
        _tell_rights(connection, ledger, people)


def _tell_shop(connection: Connection, ledger: Ledger, now: Told) -> None:
    """One entry for all settings that changed together."""
    known = _known(connection, SHOP_TOLD, now)
    changed = sorted(name for name in known.keys() | now.keys() if known.get(name) != now.get(name))
    if changed:
        values: dict[str, JsonValue] = {name: {"before": known.get(name), "now": now.get(name)} for name in changed}
        ledger.append(connection, "till.settings_changed", {"what": " ".join(changed), "values": values})


def _tell_rights(connection: Connection, ledger: Ledger, now: Told) -> None:
    """One entry per person: who came, who left, who may do something else."""
    known = _known(connection, RIGHTS_TOLD, now)
    for person_id in sorted(known.keys() | now.keys()):
        before, after = known.get(person_id, ""), now.get(person_id, "")
        if before != after:
            change = f"{person_id} {before or NOBODY} > {after or NOBODY}"
            ledger.append(connection, "staff.rights_changed", {"of_person_id": person_id, "before": before, "now": after, "change": change})


def _known(connection: Connection, key: str, now: Told) -> Told:
    """What was told last, and from here on ``now``."""
    kept, text = identity.get(connection, key), msgspec.json.encode(now, order="deterministic").decode()
    if kept != text:
        identity.put(connection, key, text)
    return now if kept is None else msgspec.json.decode(kept, type=Told)


def _flat(shop: Mapping[str, object], within: str = "") -> Told:
    """Each setting by its dotted name, as text."""
    flat: Told = {}
    for name, value in shop.items():
        flat |= _flat(value, f"{within}{name}.") if isinstance(value, dict) else {f"{within}{name}": msgspec.json.encode(value).decode()}
    return flat
