"""The command line as support and scripts have it, in a process of its own: on good, empty, damaged, foreign and newer data."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kiosk.hardware.virtual.terminal import VirtualTerminal
from kiosk.storage.engine import connect
from kiosk.storage.lock import only_instance
from tests.network_camera import network_camera

ROOT = Path(__file__).resolve().parents[2]
BASKET = '{"currency":"EUR","tax_rounding":"line","lines":[{"id":"1","quantity":"2","unit_price":"5.00","tax":{"scheme":"standard","included":true,"rate_percent":"20"}}],"tenders":[]}'  # noqa: E501  one file


@dataclass(frozen=True)
class Told:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


def kiosk(*arguments: str | Path, environment: dict[str, str] | None = None) -> Told:
    command = [sys.executable, "-m", "kiosk", *map(str, arguments)]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KIOSK_")}
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False, env=inherited | {"LC_ALL": "C.UTF-8", **(environment or {})}
    )  # fmt: skip
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return Told(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("good")
    assert kiosk("import", "resources/demo", "--till", "K2", "--data", data).code == 0
    return data


@pytest.fixture
def data(good: Path, tmp_path: Path) -> Path:
    """A copy to do harm to."""
    return Path(shutil.copytree(good, tmp_path / "data"))


# ── harm ──
def raw(data: Path) -> Any:
    return connect(data / "kiosk.db", key=bytes.fromhex((data / "keys" / "database").read_text()), read_only=False)


def spoil(data: Path, start: int, length: int) -> None:
    content = bytearray((data / "kiosk.db").read_bytes())
    content[start : start + length] = bytes(255 - byte for byte in content[start : start + length])
    (data / "kiosk.db").write_bytes(content)


def spoil_page_of(data: Path, table: str) -> None:
    """A byte of a page that nobody reads who does not want that table."""
    connection = raw(data)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    spoil(data, (root - 1) * int(size) + 1000, 1)


def make_newer(data: Path) -> None:
    connection = raw(data)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def replace_by_folder(data: Path) -> None:
    """Root reads every file whatever its mode; nobody reads a folder as one."""
    (data / "kiosk.db").unlink()
    (data / "kiosk.db").mkdir()


def key_is_folder(data: Path) -> None:
    (data / "keys" / "database").unlink()
    (data / "keys" / "database").mkdir()


HARM: dict[str, tuple[Callable[[Path], object], str, int]] = {
    "nothing there": (lambda data: (data / "kiosk.db").unlink(), "commands.no_kiosk_here", 1),
    "first page damaged": (lambda data: spoil(data, 200, 500), "storage.unreadable", 1),
    "cut off": (lambda data: os.truncate(data / "kiosk.db", 5000), "storage.unreadable", 1),
    "empty file": (lambda data: os.truncate(data / "kiosk.db", 0), "storage.unreadable", 1),
    "a folder in its place": (replace_by_folder, "storage.unreadable", 1),
    "another key": (lambda data: (data / "keys" / "database").write_text("ab" * 32), "storage.unreadable", 1),
    "a key that is none": (lambda data: (data / "keys" / "database").write_text("zz"), "storage.key_store_unusable", 1),
    "a key that cannot be read": (key_is_folder, "storage.key_store_unusable", 1),
    "no key": (lambda data: (data / "keys" / "database").unlink(), "storage.key_missing", 1),
    "a newer schema": (make_newer, "storage.newer_database", 1),
    "unknown settings": (lambda data: (data / "kiosk.toml").write_text('central = "x"\n[screen]\nthem = "dark"\n'), "settings.unreadable", 2),
}


@pytest.mark.parametrize("harm", HARM)
def test_data_that_cannot_be_opened_is_refused_in_words_and_left_as_it_is(data: Path, harm: str) -> None:
    do, error, code = HARM[harm]
    do(data)
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file() and path.parent.name != "logs"}
    told = kiosk("journal", "verify", "--json", "--data", data)
    assert (told.code, told.json()["error"]) == (code, error)
    assert all(told.json()[part] for part in ("what", "meaning", "todo"))
    doctor = kiosk("doctor", "--json", "--data", data)
    assert doctor.code == code
    assert doctor.json().get("error") == error or doctor.json()["healthy"] is False
    left = {path: path.read_bytes() for path in data.rglob("*") if path.is_file() and path.parent.name != "logs"}
    assert {path: content for path, content in left.items() if not path.name.endswith(("-wal", "-shm"))} == before


def test_every_unknown_setting_is_named_by_run_and_doctor_alike(data: Path) -> None:
    (data / "kiosk.toml").write_text('central = "x"\n[screen]\nthem = "dark"\n[scanner]\nserial_prt = "/dev/ttyS0"\n')
    faults = [{"path": "central", "what": "unknown key"}, {"path": "screen.them", "what": "unknown key"}, {"path": "scanner.serial_prt", "what": "unknown key"}]
    for command in ("run", "doctor"):
        told = kiosk(command, "--json", "--data", data, environment={"QT_QPA_PLATFORM": "offscreen"})
        assert (told.code, told.json()["error"], told.json()["faults"]) == (2, "settings.unreadable", faults)
    words = kiosk("doctor", "--data", data)
    assert (words.code, words.out) == (2, "")
    assert [line.strip() for line in words.err.splitlines()[1:4]] == ["central: unknown key", "screen.them: unknown key", "scanner.serial_prt: unknown key"]


def test_a_damaged_page_is_found_and_neither_backed_up_nor_called_healthy(data: Path) -> None:
    spoil_page_of(data, "device_model")
    verified = kiosk("journal", "verify", "--json", "--data", data)
    assert (verified.code, verified.json()["error"]) == (1, "commands.pages_damaged")
    backup = kiosk("backup", "--json", "--data", data)
    assert (backup.code, backup.json()["error"]) == (1, "storage.backup_unreadable")
    assert list((data / "backups").iterdir()) == []
    doctor = kiosk("doctor", "--json", "--data", data)
    assert (doctor.code, doctor.json()["healthy"]) == (1, False)
    assert [finding["state"] for finding in doctor.json()["findings"] if finding["check"] == "pages"] == ["bad"]


def test_good_data_is_healthy_sound_exported_and_backed_up(data: Path, tmp_path: Path) -> None:
    assert kiosk("doctor", "--json", "--data", data).json()["healthy"] is True
    assert kiosk("doctor", "--data", data).code == 0
    verified = kiosk("journal", "verify", "--json", "--data", data)
    assert (verified.code, verified.json()["sound"], verified.json()["entries"]) == (0, True, 1)
    lines = kiosk("journal", "export", "--json", "--data", data)
    assert (lines.code, [json.loads(line)["type"] for line in lines.out.splitlines()]) == (0, ["header", "entry"])
    assert kiosk("journal", "export", "--to", tmp_path / "journal.jsonl", "--data", data).code == 0
    assert (tmp_path / "journal.jsonl").read_text("utf-8").startswith(lines.out)
    backup = kiosk("backup", "--json", "--data", data)
    assert backup.code == 0 and Path(backup.json()["backup"]).stat().st_size == backup.json()["bytes"]
    restored = kiosk("restore", backup.json()["backup"], "--json", "--data", data)
    assert restored.code == 0 and Path(restored.json()["kept"]).exists()
    assert kiosk("journal", "verify", "--json", "--data", data).json()["sound"] is True


def test_the_books_are_handed_over_as_files_and_the_journal_says_so(data: Path, tmp_path: Path) -> None:
    days = ("--from", "2026-11-01", "--to", "2026-11-30", "--out", tmp_path / "books", "--json", "--data", data)
    told = {action: kiosk("accounting", action, *days) for action in ("fec", "ereporting", "margin")}
    assert [(action, answer.code, answer.json()["rows"]) for action, answer in told.items()] == [("fec", 0, 0), ("ereporting", 0, 0), ("margin", 0, 0)]
    files = [Path(name) for answer in told.values() for name in answer.json()["files"]]
    assert {path.name for path in files} == {path.name for path in (tmp_path / "books").iterdir()}
    assert [path.name for path in files if path.suffix == ".txt"] == ["981543275FEC20261231.txt"]
    journal = kiosk("journal", "export", "--data", data)
    assert journal.out.count('accounting.exported') == 3
    assert kiosk("accounting", "fec", "--help").code == 0
    assert kiosk("accounting", "lot", "1000", "449", "199", "199").out == "530.10\n234.95\n234.95\n"
    with only_instance(data):
        refused = kiosk("accounting", "fec", *days)
        assert (refused.code, refused.json()["error"]) == (1, "storage.already_running")
    nowhere = kiosk("accounting", "fec", "--from", "2026-11-01", "--to", "2026-11-30", "--json", "--data", tmp_path / "nowhere")
    assert (nowhere.code, nowhere.json()["error"]) == (1, "commands.no_kiosk_here")


def test_a_backup_of_another_kiosk_or_none_at_all_replaces_nothing(data: Path, tmp_path: Path) -> None:
    before = (data / "kiosk.db").read_bytes()
    (tmp_path / "foreign").write_bytes(os.urandom(8192))
    for source, error in ((tmp_path / "foreign", "storage.backup_unreadable"), (tmp_path / "nowhere", "storage.backup_missing")):
        told = kiosk("restore", source, "--json", "--data", data)
        assert (told.code, told.json()["error"]) == (1, error)
    assert (data / "kiosk.db").read_bytes() == before
    assert not (data / "kiosk.restoring").exists()


def test_nothing_is_restored_or_imported_under_an_open_kiosk(data: Path) -> None:
    backup = kiosk("backup", "--json", "--data", data).json()["backup"]
    with only_instance(data):
        for arguments in (("restore", backup), ("import", "resources/demo")):
            told = kiosk(*arguments, "--json", "--data", data)
            assert (told.code, told.json()["error"]) == (1, "storage.already_running")
        assert kiosk("backup", "--json", "--data", data).code == 0
        assert kiosk("journal", "verify", "--json", "--data", data).code == 0


def test_a_shop_is_loaded_once_and_from_a_whole_folder_only(data: Path, tmp_path: Path) -> None:
    told = kiosk("import", "resources/demo", "--json", "--data", data)
    assert (told.code, told.json()["error"]) == (1, "sync.already_enrolled")
    told = kiosk("import", tmp_path, "--json", "--data", tmp_path / "new")
    assert (told.code, told.json()["error"]) == (2, "sync.folder_unreadable")
    assert "shop.json" in told.json()["faults"][0]["path"]


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("journal", "export", "--to", "{tmp}/no/such/folder/x"), 1, "commands.file_unusable"),
        (("backup", "--to", "/proc/kiosk/backup"), 1, "commands.file_unusable"),
        (("price", "{tmp}/no-basket.json"), 2, "sales.bad_basket_file"),
        (("tour", "{tmp}/no-script.jsonl"), 2, "tour.script_unreadable"),
        (("accounting", "fec", "--from", "2026-12-01", "--to", "2026-11-01"), 2, "accounting.period_refused"),
        (("accounting", "margin", "--from", "2026-11-01", "--to", "2026-11-30", "--out", "/proc/kiosk"), 1, "storage.folder_gone"),
        (("accounting", "lot", "1000", "449", "0"), 1, "accounting.lot_unworkable"),
    ],
)
def test_a_file_that_cannot_be_read_or_written_is_named_in_words(data: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, error: str) -> None:
    told = kiosk(*(text.format(tmp=tmp_path) for text in arguments), "--json", "--data", data)
    assert (told.code, told.json()["error"]) == (code, error)


def test_a_file_in_place_of_the_data_directory_is_misuse(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for command in (("doctor",), ("run",), ("import", "resources/demo")):
        told = kiosk(*command, "--json", "--data", tmp_path / "file")
        assert (told.code, told.json()["error"]) == (2, "commands.not_a_directory")


def test_a_basket_is_priced_without_any_data_directory(tmp_path: Path) -> None:
    (tmp_path / "basket.json").write_text(BASKET)
    told = kiosk("price", tmp_path / "basket.json", "--json", "--data", tmp_path / "none")
    assert (told.code, told.json()["total"], told.json()["tax"]) == (0, "10.00", "1.67")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("arguments", [(), ("sell",), ("journal",), ("restore",), ("price",), ("doctor", "--dat", "x", "y")])
def test_a_command_that_is_none_is_misuse(arguments: tuple[str, ...]) -> None:
    told = kiosk(*arguments)
    assert (told.code, told.out) == (2, "")
    assert "usage" in told.err


@pytest.mark.parametrize(
    ("settings", "path", "said"),
    [
        ("", "", ("ok", "not read by cable", "")),
        ("[phones]\ncable = true\n", os.environ["PATH"], ("ok", "read by cable", "")),
        (
            "[phones]\ncable = true\n",
            "",
            (
                "watch", "by cable, but there is no idevice_id and no ideviceinfo and no idevicediagnostics and no adb",
                "Install libimobiledevice-utils and adb; until then phones are scanned.",
            ),
        ),
    ],
    ids=["no cable", "cable and tools", "cable without tools"],
)
def test_the_doctor_says_whether_phones_are_read_by_cable(data: Path, settings: str, path: str, said: tuple[str, str, str]) -> None:
    (data / "kiosk.toml").write_text(settings, "utf-8")
    findings = kiosk("doctor", "--json", "--data", data, environment={"PATH": path}).json()["findings"]
    assert [(found["state"], found["found"], found["todo"]) for found in findings if found["check"] == "phones"] == [said]


def test_the_doctor_takes_a_picture_and_says_what_keeps_the_camera_from_it(data: Path) -> None:
    def said() -> tuple[str, str]:
        findings = kiosk("doctor", "--json", "--data", data).json()["findings"]
        return next((found["state"], found["found"]) for found in findings if found["check"] == "camera")

    assert said() == ("ok", "photos come from a folder")
    with network_camera() as camera:
        (data / "kiosk.toml").write_text(f'[camera]\nkind = "webcam"\nsource = "{camera.address}"\n', "utf-8")
        assert said() == ("ok", f"gives pictures ({camera.address})")
    (data / "kiosk.toml").write_text('[camera]\nkind = "webcam"\nsource = "/dev/video97"\n', "utf-8")
    assert said()[0] == "watch"


@pytest.mark.parametrize(("on", "said"), [(True, ("ok", "reached at")), (False, ("watch", "not reached at"))], ids=["on", "off"])
def test_the_doctor_says_whether_the_card_terminal_is_reached(data: Path, on: bool, said: tuple[str, str]) -> None:
    terminal = VirtualTerminal()
    if not on:
        terminal.close()
    (data / "kiosk.toml").write_text(f'[terminal]\nkind = "caisse_ap"\nport = {terminal.port}\n', "utf-8")
    told = kiosk("doctor", "--json", "--data", data).json()
    terminal.close()
    (found,) = [finding for finding in told["findings"] if finding["check"] == "terminal"]
    assert (found["state"], found["found"], told["healthy"]) == (said[0], f"{said[1]} 127.0.0.1:{terminal.port}", True)
    assert (found["todo"] != "", terminal.requests) == (not on, ())


def test_a_rule_file_says_which_stock_it_would_move_and_a_broken_one_is_refused(data: Path, tmp_path: Path) -> None:
    told = kiosk("rules", "resources/grading/rules.toml", "--data", data, "--json")
    assert (told.code, told.json()) == (0, {"moved": []})
    broken = tmp_path / "rules.toml"
    broken.write_text('id = "grading"', "utf-8")
    assert kiosk("rules", broken, "--data", data, "--json").code == 2
