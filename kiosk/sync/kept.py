"""What sync left in the house: the shop's settings as central sent them, whether this database is known to be a copy, what central is too old for.

Small on purpose: it is read before the first picture.
"""

from __future__ import annotations

from sqlalchemy import Connection

from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import MarkerState
from kiosk.storage import identity
from kiosk.storage.engine import Database
from kiosk.sync.status import QuarantineReason

SHOP_KEY = "shop"
QUARANTINE_KEY = "sync_quarantine"
LACKS_KEY = "sync_central_lacks"


def put_shop_text(connection: Connection, shop: str) -> None:
    """The shop's settings as JSON text."""
    identity.put(connection, SHOP_KEY, shop)


def shop_text(connection: Connection) -> str | None:
    """The JSON of the shop's settings, None before enrolment."""
    return identity.get(connection, SHOP_KEY)


def quarantine(connection: Connection) -> QuarantineReason | None:
    """Why this database is known to be a copy, if it is."""
    said = identity.get(connection, QUARANTINE_KEY)
    return QuarantineReason(said) if said else None


def put_quarantine(connection: Connection, reason: QuarantineReason | None) -> None:
    """Remember, or with None forget after a new epoch, that this database is a copy."""
    identity.put(connection, QUARANTINE_KEY, reason.value if reason else "")


def central_lacks(connection: Connection) -> tuple[str, ...]:
    """The feeds that central did not know when it was last asked: it is older than this till."""
    return tuple((identity.get(connection, LACKS_KEY) or "").split())


def put_central_lacks(connection: Connection, feeds: tuple[str, ...]) -> None:
    identity.put(connection, LACKS_KEY, " ".join(feeds))


def recall(database: Database, ledger: Ledger) -> QuarantineReason | None:
    """Whether this till is known to be a copy, by central's word of an earlier run or by the head marker; the ledger then takes no entry."""
    with database.read() as connection:
        reason = quarantine(connection)
    if reason is not None and ledger.quarantined is None:
        ledger.quarantined = MarkerState.JOURNAL_WENT_BACK
    return QuarantineReason.HEAD_MARKER if reason is None and ledger.quarantined is not None else reason
