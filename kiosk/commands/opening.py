"""Opening a kiosk's data for a command: settings, keys, database. Never makes data where there is none."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk import settings
from kiosk.errors import Refused
from kiosk.journal.keys import PublicKey, TillKey
from kiosk.settings import Settings
from kiosk.storage import identity
from kiosk.storage.engine import FILE_NAME, Database
from kiosk.storage.keys import TILL_KEY, KeyStore, database_key, key_store


class NoKioskHere(Refused):
    """The directory holds no kiosk data."""

    code = "commands.no_kiosk_here"


@dataclass(frozen=True, slots=True)
class OpenedData:
    """A kiosk's data, open for reading (and for writing by those who hold the instance lock)."""

    data_dir: Path
    settings: Settings
    keys: KeyStore
    database: Database

    def public_key(self) -> PublicKey | None:
        """The till's public key; None before enrolment."""
        with self.database.read() as connection:
            stored = identity.get(connection, "journal_public_key")
        if stored is not None:
            return PublicKey(bytes.fromhex(stored))
        secret = self.keys.get(TILL_KEY)
        return None if secret is None else TillKey(secret).public


@contextlib.contextmanager
def opened(data_dir: Path) -> Iterator[OpenedData]:
    """Open what is there; NoKioskHere, and what settings and storage raise."""
    path = data_dir / FILE_NAME
    if not path.exists():
        raise NoKioskHere(path=str(data_dir))
    configured = settings.load(data_dir, os.environ)
    keys = key_store(data_dir, configured.key_store)
    database = Database.open(data_dir, key=database_key(keys, database_exists=True))
    try:
        yield OpenedData(data_dir, configured, keys, database)
    finally:
        database.close()
