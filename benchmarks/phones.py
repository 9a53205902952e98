"""The longest time between two pictures of the bench while two phones are read, one hangs and one sends a megabyte of garbage, again and again.

The phones are in a process of their own. Floor: the same window with nothing plugged in. A picture is asked for every 16 ms.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtQuick import QQuickWindow

from benchmarks import till
from benchmarks.figures import Figure, both, middle, ms, times
from benchmarks.scan import scan
from kiosk.launch import RunningKiosk
from kiosk.ui.application import start_qt

BADGE = "BADGE-YANIS2345672345A"
FRAME_MS = 16
MEASURED_S = 25.0
PATIENCE_S = 20.0
BAR_MS = 50
ROOT = Path(__file__).resolve().parents[1]


class Pictures:
    """When each picture of a window stood."""

    def __init__(self, window: QQuickWindow) -> None:
        self._stood: list[float] = []
        window.frameSwapped.connect(lambda: self._stood.append(time.perf_counter()))
        self._timer = QTimer(window, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(window.update)
        self._timer.start()

    def gaps_ms(self, lasting_s: float) -> list[float]:
        """The times between the pictures of so many seconds, the first ones left out."""
        _live(lambda: False, lasting_s=1.0)
        self._stood.clear()
        _live(lambda: False, lasting_s=lasting_s)
        return [(later - earlier) * 1000 for earlier, later in zip(self._stood, self._stood[1:], strict=False)]


def run(folder: Path) -> list[Figure]:
    till.make(folder)
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.child_phones", str(folder / "counter")], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as counter:
        assert counter.stdin is not None and counter.stdout is not None
        addresses = json.loads(counter.stdout.readline())
        named = "".join(f"{name} = {json.dumps(address)}\n" for name, address in addresses.items())
        (folder / "kiosk.toml").write_text(f"{till.SETTINGS}[phones]\ncable = true\n{named}", "utf-8")
        plugged = _measure(folder)
        counter.stdin.close()
    (folder / "kiosk.toml").write_text(till.SETTINGS, "utf-8")
    floor = _measure(folder)
    what = f"longest time between two pictures while phones are read ({len(plugged)} pictures)"
    return [
        Figure(what, ms(max(plugged)), ms(max(floor)), times(max(plugged), max(floor)), f"≤ {BAR_MS} ms", max(plugged) <= BAR_MS),
        Figure("  all of them", both(plugged), both(floor), times(middle(plugged), middle(floor))),
    ]


def _measure(folder: Path) -> list[float]:
    """The bench, with a technician before it, as long as it takes."""
    start_qt(sys.argv)
    running = RunningKiosk(folder, size=QSize(1366, 768))
    running.open()
    assert running.kiosk_window is not None
    app = running.kiosk_window.root
    scan(running.window, BADGE)
    if not _live(lambda: bool(app.stage == "work"), lasting_s=PATIENCE_S):
        raise RuntimeError("nobody could sign in")
    gaps = Pictures(running.window).gaps_ms(MEASURED_S)
    running.close()
    return gaps


def _live(reached: Callable[[], bool], *, lasting_s: float) -> bool:
    """The window's own life, until something holds or the time is over."""
    end = time.perf_counter() + lasting_s
    while not reached():
        if time.perf_counter() > end:
            return False
        QCoreApplication.processEvents()
        time.sleep(0.0005)
    return True
