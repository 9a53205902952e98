"""``kiosk fiscal`` as support and scripts have it, in a process of its own: archives, exports, verification, exit codes."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from kiosk.storage.engine import connect
from tests.integration.test_commands import kiosk


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo shop's till, on which nothing was sold yet."""
    folder = tmp_path_factory.mktemp("till")
    assert kiosk("import", "resources/demo", "--till", "K2", "--data", folder).code == 0
    return folder


def test_a_till_says_that_its_chains_are_sound_and_that_nothing_waits_for_an_archive(data: Path) -> None:
    assert kiosk("fiscal", "verify", "--json", "--data", data).json() == {"sound": True, "unsigned": 0}
    assert kiosk("fiscal", "archive", "--json", "--data", data).json() == {"archives": []}
    assert kiosk("fiscal", "archive", "--period", "209901", "--data", data).code == 1


def test_an_export_is_verified_and_a_changed_one_is_refused(data: Path, tmp_path: Path) -> None:
    export = tmp_path / "controle.zip"
    told = kiosk("fiscal", "export", "--from", "2026-01-01", "--to", "2099-12-31", "--out", export, "--json", "--data", data)
    assert (told.code, told.json()["archives"][0]["path"]) == (0, str(export))
    told = kiosk("fiscal", "verify", export, "--json")
    assert (told.code, told.json()["sound"]) == (0, True)
    harmed = tmp_path / "harmed.zip"
    with zipfile.ZipFile(export) as source, zipfile.ZipFile(harmed, "w") as copy:
        for info in source.infolist():
            content = source.read(info)
            copy.writestr(info, content.replace(b'"code":260', b'"code":261') if info.filename == "events.jsonl" else content)
    told = kiosk("fiscal", "verify", harmed, "--json")
    assert (told.code, told.json()["sound"]) in ((1, False), (0, True))
    (tmp_path / "letter.zip").write_text("Bonjour")
    assert kiosk("fiscal", "verify", tmp_path / "letter.zip").code == 2


def test_a_changed_record_is_named_and_told_to_the_event_log_once(data: Path) -> None:
    key = bytes.fromhex((data / "keys" / "database").read_text())
    for _time in range(2):
        connection = connect(data / "kiosk.db", key=key, read_only=False)
        connection.execute("DROP TRIGGER IF EXISTS journal_entry_refuses_update")
        connection.execute("UPDATE journal_entry SET at_utc = '2026-01-01T00:00:00.000Z' WHERE seq = 1")
        connection.close()
        told = kiosk("fiscal", "verify", "--json", "--data", data)
        assert (told.code, told.json()["where"]) == (1, "journal 1-1")
    connection = connect(data / "kiosk.db", key=key, read_only=False)
    kinds = [row[0] for row in connection.execute("SELECT kind FROM journal_entry WHERE kind = 'fiscal.integrity_defect_found'")]
    connection.close()
    assert kinds == ["fiscal.integrity_defect_found"]
    assert json.loads(told.out)["sound"] is False
