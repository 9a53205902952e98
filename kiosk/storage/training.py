"""Where the training till of a kiosk has its data: a folder inside the real till's, with a database, keys and a journal of its own (FIS-13)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from kiosk.storage.engine import FILE_NAME, Database
from kiosk.storage.keys import database_key, key_store

FOLDER = "training"


def training_dir(data_dir: Path) -> Path:
    """The data directory of the training till; it may not exist yet."""
    return data_dir / FOLDER


def real_dir(data_dir: Path) -> Path | None:
    """The real till's directory when this one is that of its training till."""
    return data_dir.parent if data_dir.name == FOLDER and (data_dir.parent / FILE_NAME).exists() else None


@contextlib.contextmanager
def training_database(data_dir: Path, *, key_store_choice: str = "auto") -> Iterator[Database | None]:
    """The training till's database, to be read beside the real one; None when nobody has trained on this kiosk."""
    folder = training_dir(data_dir)
    if not (folder / FILE_NAME).exists():
        yield None
        return
    database = Database.open(folder, key=database_key(key_store(folder, key_store_choice), database_exists=True))
    try:
        yield database
    finally:
        database.close()
