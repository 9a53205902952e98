"""Process start → the sign-in screen painted, and memory after it. Floor: an empty window of the same Qt, the two in turn."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import subprocess
import sys
import sysconfig
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

from benchmarks.figures import Figure, middle, ms, times
from benchmarks.till import make, opened

WARM_RUNS = 7
COLD_RUNS = 3
ENTERED_RUNS = 3
POSIX_FADV_DONTNEED = 4
ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Start:
    """One process."""

    painted_ms: float
    cpu_ms: float
    entered_ms: float
    """Until the sale page stands for a badge that was read in the moment of the first picture; 0 where nobody comes in."""
    entered_cpu_ms: float
    resident_mb: float


def run(folder: Path) -> list[Figure]:
    """The table's rows about starting and memory."""
    make(folder)
    with opened(folder):
        pass
    start(folder), start(None)
    pairs = [(start(folder), start(None)) for _ in range(WARM_RUNS)]
    ours, floor = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    entered = [start(folder, "enter") for _ in range(ENTERED_RUNS)]
    cold = [(_cold(folder), _cold(None)) for _ in range(COLD_RUNS)]
    return [
        _row("start → sign-in painted, warm", [each.painted_ms for each in ours], [each.painted_ms for each in floor], 1_000),
        _row("  of it processor time", [each.cpu_ms for each in ours], [each.cpu_ms for each in floor], None),
        _row("start → sale page painted, badge at the first picture", [each.entered_ms for each in entered], [each.painted_ms for each in floor], None),
        _row("  of it processor time", [each.entered_cpu_ms for each in entered], [each.cpu_ms for each in floor], None),
        _row("start → sign-in painted, cold", [pair[0].painted_ms for pair in cold], [pair[1].painted_ms for pair in cold], 2_000),
        _memory([each.resident_mb for each in ours], [each.resident_mb for each in floor]),
    ]


def start(folder: Path | None, *how: str) -> Start:
    """One run of the kiosk on a folder, or of the empty window."""
    command = [sys.executable, "-m", "benchmarks.child_start", str(time.monotonic_ns()), *([] if folder is None else [str(folder)]), *how]
    done = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, text=True, timeout=60, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return Start(**json.loads(done.stdout.splitlines()[-1]))


def _environment() -> dict[str, str]:
    """Software rendering without a display, and as on an installed machine: with the compiled modules kept, here outside the tree."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "PYTHONPYCACHEPREFIX": str(Path(gettempdir()) / "kiosk-bench-bytecode")}


def _row(what: str, ours: list[float], floor: list[float], bar_ms: int | None) -> Figure:
    found, lowest = middle(ours), middle(floor)
    bar = "" if bar_ms is None else f"≤ {bar_ms / 1000:.1f} s"
    reached = None if bar_ms is None else found <= bar_ms
    return Figure(f"{what} (median of {len(ours)})", ms(found), ms(lowest), times(found, lowest), bar, reached)


def _memory(ours: list[float], floor: list[float]) -> Figure:
    found, lowest = middle(ours), middle(floor)
    return Figure("memory after start", f"{found:.0f} MB", f"{lowest:.0f} MB", times(found, lowest), "≤ 250 MB", found <= 250)


def _cold(folder: Path | None) -> Start:
    """After what the program reads was dropped from the page cache; on a shared machine that is an attempt, not a promise."""
    library = ctypes.CDLL(None, use_errno=True)
    bytecode = Path(_environment()["PYTHONPYCACHEPREFIX"])
    places = [Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_path("purelib")), ROOT / "kiosk", ROOT / "resources", bytecode]
    for path in (path for place in places for path in place.rglob("*")):
        with contextlib.suppress(OSError):
            handle = os.open(path, os.O_RDONLY)
            library.posix_fadvise(handle, ctypes.c_long(0), ctypes.c_long(0), POSIX_FADV_DONTNEED)
            os.close(handle)
    return start(folder)
