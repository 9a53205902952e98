"""``kiosk backup`` and ``kiosk restore``."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk import settings
from kiosk.basics.clock import SystemClock
from kiosk.commands.opening import opened
from kiosk.commands.say import DONE, answer, language
from kiosk.commands.telling import tell
from kiosk.storage import backup
from kiosk.storage.keys import database_key, key_store
from kiosk.storage.lock import only_instance

AFTER_RESTORE = {
    "fr": "Si le journal était plus avancé, la caisse demandera une nouvelle série de numéros au prochain démarrage.",
    "en": "If the journal was further ahead, the till will ask for a new series of numbers at the next start.",
}


def run_backup(data_dir: Path, *, to: Path | None, as_json: bool) -> int:
    """Copy and check; works beside a running kiosk. The event log is told before, so that the copy holds that entry too."""
    with opened(data_dir) as data:
        key, now_utc = database_key(data.keys, database_exists=True), SystemClock().now_utc()
    target = to or backup.default_target(data_dir, now_utc)
    tell(data_dir, "till.backed_up", {"backup": target.name})
    path = backup.back_up(data_dir, key=key, now_utc=now_utc, target=target)
    words = {"fr": f"Sauvegarde vérifiée : {path}", "en": f"Backup made and checked: {path}"}
    answer({"backup": str(path), "bytes": path.stat().st_size}, words[language()], as_json=as_json)
    return DONE


def run_restore(data_dir: Path, source: Path, *, as_json: bool) -> int:
    """Refused while a kiosk is open on the data. The next start notices that the journal went back and opens a new series."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with only_instance(data_dir):
        keys = key_store(data_dir, settings.load(data_dir, os.environ).key_store)
        kept = backup.restore(source, data_dir, key=database_key(keys, database_exists=True))
    tongue = language()
    lines = [{"fr": "Sauvegarde restaurée.", "en": "Backup restored."}[tongue]]
    if kept is not None:
        lines.append({"fr": f"L’ancien fichier est gardé : {kept}", "en": f"The replaced file is kept: {kept}"}[tongue])
    lines.append(AFTER_RESTORE[tongue])
    answer({"restored": str(source), "kept": None if kept is None else str(kept)}, *lines, as_json=as_json)
    return DONE
