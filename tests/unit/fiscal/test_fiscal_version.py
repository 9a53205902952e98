"""The fiscal version in CI (FIS-01): code of the four conditions that changed without a new version turns the gate red."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
WATCHED = "kiosk/fiscal/books.py"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the program, so that a change harms nobody, recorded as it stands."""
    for folder in ("kiosk", "tools"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("*.qml", "__pycache__"))
    assert check(tmp_path, "--record") == 0
    return tmp_path


def check(checkout: Path, *arguments: str) -> int:
    command = [sys.executable, "tools/check_fiscal_version.py", *arguments]
    return subprocess.run(command, cwd=checkout, stdout=subprocess.DEVNULL, timeout=60, check=False).returncode


def change(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "\n# changed\n", "utf-8")


def test_a_change_is_refused_until_it_is_recorded(checkout: Path) -> None:
    assert check(checkout) == 0
    change(checkout / WATCHED)
    assert check(checkout) == 1
    assert check(checkout, "--record") == 0
    assert check(checkout) == 0


def test_a_released_version_is_never_recorded_again(checkout: Path) -> None:
    record = checkout / "kiosk/fiscal/versions.toml"
    record.write_text(record.read_text("utf-8").replace("released = false", "released = true"), "utf-8")
    assert check(checkout) == 0
    change(checkout / WATCHED)
    assert check(checkout, "--record") == 1
    module = checkout / "kiosk/fiscal/france/module.py"
    module.write_text(module.read_text("utf-8").replace('FISCAL_VERSION = "1.0"', 'FISCAL_VERSION = "2.0"'), "utf-8")
    assert check(checkout, "--record") == 0
    assert check(checkout) == 0


def test_a_change_elsewhere_needs_no_new_version(checkout: Path) -> None:
    change(checkout / "kiosk/sales/basket.py")
    assert check(checkout) == 0
