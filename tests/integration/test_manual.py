"""The manual's day by its script, on a real kiosk: what the manual shows a cashier is what the kiosk does today."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from kiosk.hardware.virtual.paper import paper_text

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "docs" / "manual"
PICTURES = ROOT / "docs" / "pictures" / "manual"
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the tour leaves."""
    out = tmp_path_factory.mktemp("manual")
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "kiosk", "tour", str(MANUAL / "day.jsonl"), "--out", str(out)]
    played = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=280, check=False)
    assert played.returncode == 0, played.stdout + played.stderr
    return out


def shown_by(page: Path) -> set[Path]:
    """The files that a page shows or links to."""
    targets = LINK.findall(page.read_text("utf-8"))
    return {(page.parent / unquote(target)).resolve() for target in targets if "://" not in target}


def test_the_day_of_the_manual_still_plays(day: Path) -> None:
    report: dict[str, Any] = json.loads((day / "report.json").read_text("utf-8"))
    assert report["ok"], [step for step in report["steps"] if step["held"] is False]


def test_the_day_leaves_the_pictures_of_the_manual_and_no_other(day: Path) -> None:
    assert sorted(path.name for path in (day / "screens").glob("*.png")) == sorted(path.name for path in PICTURES.glob("*.png"))


def test_the_day_ends_with_a_numbered_closing_and_training_leaves_no_ticket_in_it(day: Path) -> None:
    papers = [paper_text(path.read_bytes()) for path in sorted((day / "receipts").glob("*.escpos"))]
    assert sum("Z n° 1" in paper for paper in papers) == 1
    assert not [paper for paper in papers if "L01-X2" in paper and "FORMATION" not in paper]


def test_every_picture_of_the_manual_is_shown_on_a_page_and_every_link_of_a_page_leads_somewhere() -> None:
    pages = sorted(MANUAL.glob("*.md"))
    linked = set().union(*(shown_by(page) for page in pages))
    assert {path.resolve() for path in PICTURES.glob("*.png")} <= linked
    assert [path for path in linked if not path.exists()] == []


def test_the_pictures_of_the_manual_are_few_and_small() -> None:
    pictures = sorted(PICTURES.glob("*.png"))
    assert 20 <= len(pictures) <= 30
    assert [path.name for path in pictures if path.stat().st_size > 60_000] == []
