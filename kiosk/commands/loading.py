"""``kiosk import FOLDER``: a shop from files, for a kiosk that starts without central."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk import settings
from kiosk.basics.clock import SystemClock
from kiosk.commands.say import DONE, answer, language
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.storage.engine import FILE_NAME
from kiosk.storage.keys import database_key, key_store, till_secret
from kiosk.storage.lock import only_instance
from kiosk.storage.migrate import open_database
from kiosk.sync.folder import load_folder


def run(data_dir: Path, folder: Path, *, till_code: str, as_json: bool) -> int:
    """AlreadyEnrolled on a kiosk that has a shop; FolderUnreadable names the file."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with only_instance(data_dir):
        keys = key_store(data_dir, settings.load(data_dir, os.environ).key_store)
        database = open_database(data_dir, key=database_key(keys, database_exists=(data_dir / FILE_NAME).exists()))
        try:
            ledger = Ledger(database, clock=SystemClock(), key=TillKey(till_secret(keys)), marker=HeadMarker(data_dir))
            with database.write() as connection:
                counts = load_folder(connection, ledger, folder, till_code=till_code)
        finally:
            database.close()
    words = {"fr": "Borne prête, sans central :", "en": "The kiosk is ready, without central:"}[language()]
    answer({"rows": counts, "till": till_code}, words, *(f"  {feed}: {count}" for feed, count in counts.items()), as_json=as_json)
    return DONE
