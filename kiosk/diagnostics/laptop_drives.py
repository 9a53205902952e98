"""Laptop reports on the drives that are plugged into this machine, and the tools that write them, copied onto one. On the reader: a drive may be slow."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.diagnostics.probes.laptop import LARGEST_REPORT_BYTES, LaptopReport, NotALaptopReport, read_report
from kiosk.errors import Unavailable

PATTERN = "laptop-report-*.json"
MOST_REPORTS = 12


class LaptopToolsNotCopied(Unavailable):
    """The drive is full, write-protected or gone."""

    code = "diagnostics.laptop_tools_not_copied"


@dataclass(frozen=True, slots=True)
class FoundReport:
    """One report and where it lies."""

    path: Path
    laptop: LaptopReport


class LaptopDrives:
    """``drives`` names the folders of what is plugged in, ``scripts`` where the tools lie."""

    def __init__(self, drives: Callable[[], tuple[Path, ...]], scripts: Path) -> None:
        self._drives = drives
        self._scripts = scripts

    def reports(self) -> tuple[FoundReport, ...]:
        """Newest first, by the time in their names; a file that is torn or none of ours is not among them."""
        paths = sorted((path for drive in self._drives() for path in _named(drive)), key=lambda path: path.name, reverse=True)
        found = (_read(path) for path in paths[:MOST_REPORTS])
        return tuple(report for report in found if report is not None)

    def copy_tools(self, folder: Path) -> tuple[str, ...]:
        """The scripts onto a drive; gives their names. LaptopToolsNotCopied."""
        names = tuple(sorted(path.name for path in self._scripts.iterdir() if path.is_file()))
        try:
            for name in names:
                shutil.copyfile(self._scripts / name, folder / name)
        except OSError as error:
            raise LaptopToolsNotCopied(folder=str(folder), reason=error.strerror or str(error)) from error
        return names


def _named(drive: Path) -> list[Path]:
    try:
        return list(drive.glob(PATTERN))
    except OSError:
        return []


def _read(path: Path) -> FoundReport | None:
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST_REPORT_BYTES:
                return None
            return FoundReport(path, read_report(file.read(LARGEST_REPORT_BYTES + 1)))
    except (OSError, NotALaptopReport):
        return None
