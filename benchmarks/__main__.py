"""``python -m benchmarks [NAME …]``: measure, and print one table. Names: start, scan, pay, search, journal, fiscal, phones.

Without a name: all of them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from benchmarks import fiscal, journal, pay, phones, scan, search, start, till
from benchmarks.figures import Figure, table


def _start(folder: Path) -> list[Figure]:
    return start.run(folder)


def _pay(folder: Path) -> list[Figure]:
    return pay.run(folder)


def _search(folder: Path) -> list[Figure]:
    return search.run(_large(folder))


def _scan(folder: Path) -> list[Figure]:
    return scan.run(_large(folder))


def _large(folder: Path) -> Path:
    till.make(folder, products=100_000, units=50_000)
    return folder


def _journal(folder: Path) -> list[Figure]:
    return journal.run(folder)


def _fiscal(folder: Path) -> list[Figure]:
    return fiscal.run(folder)


def _phones(folder: Path) -> list[Figure]:
    return phones.run(folder)


PARTS = {"start": _start, "scan": _scan, "pay": _pay, "search": _search, "journal": _journal, "fiscal": _fiscal, "phones": _phones}


def main(names: list[str]) -> int:
    """0 when measured, whatever the figures say; 2 for a name that there is not."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    figures: list[Figure] = []
    for name in names or PARTS:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        with till.working_folder() as folder:
            figures += PARTS[name](folder / name)
    load = os.getloadavg()[0]
    print(f"\n{os.cpu_count()} cores, load {load:.1f} while this was measured\n")
    print(table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
