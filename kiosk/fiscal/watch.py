"""What the till notices about itself and tells its event log: records that are not as they were written, a restored backup.

``Watch`` looks on any thread and writes on the ledger worker. A defect is told once (JET 90); selling goes on, with an alert on the screens.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.fiscal.module import FiscalModule
from kiosk.journal.keys import PublicKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.verify import verify
from kiosk.storage import identity
from kiosk.storage.backup import RESTORED_KEY
from kiosk.storage.engine import Database

DEFECT_KEY = "fiscal.defect_told"


@dataclass(frozen=True, slots=True)
class Defect:
    """The first broken record: ``where`` is ``journal 1-42`` or ``TICKET 7``."""

    where: str
    reason: str

    @property
    def mark(self) -> str:
        """What makes it another defect than the last: a row that nobody vouches for is told at the journal's end, which moves on."""
        return self.reason if self.reason.startswith("row_not_covered") else f"{self.where} {self.reason}"


class Watch:
    """One till's look at its own records."""

    def __init__(self, database: Database, ledger: Ledger, fiscal: FiscalModule, *, key: PublicKey) -> None:
        self._database = database
        self._ledger = ledger
        self._fiscal = fiscal
        self._key = key

    def look(self, *, hands: int = 1) -> Defect | None:
        """Recompute the journal with its sealed rows, then the fiscal chains; reads one snapshot of each, changes nothing.

        One hand beside the counter; where nothing else is to be done, as many as there are cores.
        """
        with self._database.read() as connection:
            fault = verify(connection, key=self._key, marker=None, hands=hands).fault
        if fault is not None:
            return Defect(f"journal {fault.epoch}-{fault.seq}", f"{fault.what} {fault.detail}".strip())
        with self._database.read() as connection:
            broken = self._fiscal.verify(connection).broken
        return None if broken is None else Defect(f"{broken.chain} {broken.seq}", broken.reason)

    def tell(self, defect: Defect | None) -> bool:
        """On the ledger worker: note a defect in the event log, each one once; True when it was new. In quarantine the journal takes nothing."""
        if defect is None or self._ledger.quarantined is not None:
            return False
        told = defect.mark
        with self._database.write() as connection:
            if identity.get(connection, DEFECT_KEY) == told:
                return False
            identity.put(connection, DEFECT_KEY, told)
            self._ledger.append(connection, "fiscal.integrity_defect_found", {"where": defect.where, "reason": f"{defect.where} {defect.reason}"})
        return True


def tell_of_restoring(connection: Connection, ledger: Ledger) -> None:
    """At the start: the backup that stands in the database's place since the last one, if any."""
    backup = identity.get(connection, RESTORED_KEY)
    if backup:
        identity.put(connection, RESTORED_KEY, "")
        ledger.append(connection, "till.restored", {"backup": backup})
