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
from kiosk.storage.keys import FileKeyStore, KeyStore, SystemKeyStore, database_key, system_store_usable

KEY_FOLDER = "keys"
TILL_KEY = "till-ed25519"


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


def key_store(data_dir: Path, configured: Settings) -> KeyStore:
    """The store that the settings ask for; "auto" keeps to files once they are there."""
    folder = data_dir / KEY_FOLDER
    if configured.key_store == "file" or (configured.key_store == "auto" and (folder.exists() or not system_store_usable())):
        return FileKeyStore(folder)
    return SystemKeyStore(data_dir)


@contextlib.contextmanager
def opened(data_dir: Path) -> Iterator[OpenedData]:
    """Open what is there; NoKioskHere, and what settings and storage raise."""
    path = data_dir / FILE_NAME
    if not path.exists():
        raise NoKioskHere(path=str(data_dir))
    configured = settings.load(data_dir, os.environ)
    keys = key_store(data_dir, configured)
    database = Database.open(data_dir, key=database_key(keys, database_exists=True))
    try:
        yield OpenedData(data_dir, configured, keys, database)
    finally:
        database.close()
