"""The house of a kiosk, enrolled or not: its data open, its keys, its two workers. Every command and every stage begins here.

Small on purpose: it stands before the first picture. What a till does is made by ``bootstrap``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kiosk import settings
from kiosk.basics.clock import Clock, SystemClock
from kiosk.basics.ids import Ids, SystemIds
from kiosk.basics.late import late
from kiosk.basics.workers import ThreadWorker
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.settings import Settings
from kiosk.staff.service import StaffService
from kiosk.storage.engine import FILE_NAME, Database, DatabaseUnreadable, schema_revision
from kiosk.storage.identity import TillIdentity, till_identity
from kiosk.storage.keys import KeyStore, database_key, key_store, till_secret
from kiosk.storage.revision import HEAD_REVISION
from kiosk.sync.kept import recall
from kiosk.sync.shop import ShopSettings, shop_settings

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
migrate = late("kiosk.storage.migrate")  # brings Alembic: only for a database that is new or of an older release


@dataclass(frozen=True, slots=True)
class House:
    """What every kiosk has, enrolled or not."""

    data_dir: Path
    settings: Settings
    clock: Clock
    ids: Ids
    keys: KeyStore
    database: Database
    ledger: Ledger
    key: TillKey
    writer: ThreadWorker
    reader: ThreadWorker

    def identity(self) -> TillIdentity | None:
        with self.database.read() as connection:
            return till_identity(connection)

    @property
    def training(self) -> bool:
        identity = self.identity()
        return identity is not None and identity.training

    def shop(self) -> ShopSettings | None:
        with self.database.read() as connection:
            return shop_settings(connection)

    def close(self) -> None:
        """Finish what is queued, then fold the log into the file and make the head marker durable."""
        self.reader.stop()
        self.writer.stop()
        self.ledger.make_marker_durable()
        self.database.close()


def open_house(data_dir: Path, *, clock: Clock | None = None, settings_dir: Path | None = None) -> House:
    """Open or make the data; raises what settings, key store and storage raise.

    ``settings_dir`` is where the machine's settings stand when it is not with the data: a training till has those of the real one.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    configured = settings.load(settings_dir or data_dir, os.environ)
    path = data_dir / FILE_NAME
    keys = key_store(data_dir, configured.key_store)
    there = path.exists() and path.stat().st_size > 0
    if not there and HeadMarker(data_dir).exists():
        raise DatabaseUnreadable(path=str(path), reason="gone, and its head marker is still there")
    secret = database_key(keys, database_exists=there)
    current = schema_revision(path, key=secret) == HEAD_REVISION
    database: Database = Database.open(data_dir, key=secret) if current else migrate().open_database(data_dir, key=secret)
    clock = clock or SystemClock()
    key = TillKey(till_secret(keys))
    ledger = Ledger(database, clock=clock, key=key, marker=HeadMarker(data_dir))
    recall(database, ledger)
    return House(data_dir, configured, clock, SystemIds(clock), keys, database, ledger, key, ThreadWorker("ledger"), ThreadWorker("reader"))


def staff_service(house: House) -> StaffService:
    """Who works here; also asked before the kiosk is a till."""
    return StaffService(house.database, house.ledger, house.clock)
