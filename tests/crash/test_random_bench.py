"""A bench where anything happens, killed in the middle of any statement: price, register, drawer, shelf and grade agree after each act and each life.

In the suite some seconds of it; ``python -m tests.crash.bench_world FOLDER 10000 SEED`` plays as many acts as it is told.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash.killing import ROOT


@pytest.mark.timeout(300)
def test_whatever_is_done_at_the_bench_and_whenever_it_is_killed_its_books_and_prices_agree(tmp_path: Path) -> None:
    """In processes of its own: each life is forked, and most of them are killed."""
    command = [sys.executable, "-m", "tests.crash.bench_world", str(tmp_path), "70", "20261123"]
    played = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert played.returncode == 0, played.stderr
    assert "passed" in played.stdout
