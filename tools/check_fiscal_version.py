"""Fails when code that touches inalterability, security, conservation or archiving changed without a new fiscal version (FIS-01).

``kiosk/fiscal/versions.toml`` holds, per fiscal version, the digest of those files and whether the version was released. A released version
never changes again: raise FISCAL_VERSION in ``kiosk/fiscal/france/module.py``. ``--record`` writes today's digest of an unreleased version.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from kiosk.fiscal.france.module import FISCAL_VERSION  # noqa: E402 - the checkout is put on the path first

RECORD = ROOT / "kiosk" / "fiscal" / "versions.toml"
WATCHED = ("kiosk/fiscal/*.py", "kiosk/fiscal/archive/*.py", "kiosk/fiscal/france/*.py", "kiosk/journal/*.py", "kiosk/storage/seals.py")
HEAD = "# Written by tools/check_fiscal_version.py --record; a released version is never recorded again.\n"


def digest() -> str:
    """SHA-256 over the names and contents of the watched files."""
    total = hashlib.sha256()
    for path in sorted(path for pattern in WATCHED for path in ROOT.glob(pattern)):
        content = path.read_bytes()
        total.update(f"{path.relative_to(ROOT).as_posix()} {hashlib.sha256(content).hexdigest()}\n".encode())
    return total.hexdigest()


def main(arguments: list[str]) -> int:
    known = tomllib.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {}
    mine = known.get(FISCAL_VERSION)
    if mine is not None and mine["sha256"] == digest():
        return 0
    if mine is not None and mine["released"]:
        print(f"fiscal version {FISCAL_VERSION} is released and its code changed: raise FISCAL_VERSION, then run this with --record")
        return 1
    if "--record" not in arguments:
        print(f"the code of fiscal version {FISCAL_VERSION} changed: run .venv/bin/python tools/check_fiscal_version.py --record")
        return 1
    known[FISCAL_VERSION] = {"sha256": digest(), "released": False}
    tables = (f'["{name}"]\nsha256 = "{row["sha256"]}"\nreleased = {str(row["released"]).lower()}\n' for name, row in sorted(known.items()))
    RECORD.write_text(HEAD + "\n" + "\n".join(tables), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
