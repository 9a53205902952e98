"""``kiosk laptop-tools``: the scripts that read a laptop, onto a USB stick."""

from __future__ import annotations

from pathlib import Path

from kiosk.commands.say import DONE, answer, language
from kiosk.diagnostics.laptop_drives import LaptopDrives

SCRIPTS = Path(__file__).resolve().parents[2] / "resources" / "laptop"


def run_laptop_tools(folder: Path, *, as_json: bool) -> int:
    """LaptopToolsNotCopied."""
    names = LaptopDrives(lambda: (), SCRIPTS).copy_tools(folder)
    words = {"fr": f"Copié dans {folder}\u202f: {', '.join(names)}", "en": f"Copied into {folder}: {', '.join(names)}"}
    answer({"folder": str(folder), "files": list(names)}, words[language()], as_json=as_json)
    return DONE
