"""Plays the manual's day on a real kiosk and keeps its pictures for the manual: small palettes, one name each, none left over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "docs" / "manual" / "day.jsonl"
PLAYED = ROOT / "build" / "manual"
TARGET = ROOT / "docs" / "pictures" / "manual"
COLOURS = (96, 64, 48, 32, 24, 16)
LIMIT_BYTES = 60_000


def main() -> int:
    played = subprocess.run([sys.executable, "-m", "kiosk", "tour", str(SCRIPT), "--out", str(PLAYED)], cwd=ROOT, check=False)
    if played.returncode != 0:
        return played.returncode
    TARGET.mkdir(parents=True, exist_ok=True)
    screens = sorted((PLAYED / "screens").glob("*.png"))
    for old in {path.name for path in TARGET.glob("*.png")} - {path.name for path in screens}:
        (TARGET / old).unlink()
    for screen in screens:
        keep_small(screen, TARGET / screen.name)
    return 0


def keep_small(source: Path, target: Path) -> None:
    """With as many colours as fit into the limit."""
    picture = Image.open(source).convert("RGB")
    for colours in COLOURS:
        picture.quantize(colours, dither=Image.Dither.NONE).save(target, optimize=True)
        if target.stat().st_size <= LIMIT_BYTES:
            return


if __name__ == "__main__":
    sys.exit(main())
