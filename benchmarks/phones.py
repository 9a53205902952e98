"""The longest time between two pictures of the bench while two phones are read, one hangs and one sends a megabyte of garbage, again and again.

The phones are in a process of their own. Floor: the same window with nothing plugged in. A picture is asked for every 16 ms. Whatever in the kiosk
keeps a picture waiting costs processor time of its threads: that of the worst wait stands beside the clock, which also shows other work on the machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
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
    """When each picture of a window stood, by the clock and by the processor time of the whole process."""

    def __init__(self, window: QQuickWindow) -> None:
        self._stood: list[tuple[float, float]] = []
        window.frameSwapped.connect(lambda: self._stood.append((time.perf_counter(), time.process_time())))
        self._timer = QTimer(window, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(window.update)
        self._timer.start()

    def gaps_ms(self, lasting_s: float) -> list[tuple[float, float]]:
        """The times between the pictures of so many seconds, the first ones left out."""
        _live(lambda: False, lasting_s=1.0)
        self._stood.clear()
        _live(lambda: False, lasting_s=lasting_s)
        return [((later[0] - earlier[0]) * 1000, (later[1] - earlier[1]) * 1000) for earlier, later in pairwise(self._stood)]


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
        asked = int(counter.stdout.readline())
    (folder / "kiosk.toml").write_text(till.SETTINGS, "utf-8")
    floor = _measure(folder)
    (waits, works), (least_waits, least_works) = (zip(*gaps, strict=True) for gaps in (plugged, floor))
    what = f"longest time between two pictures while phones are read ({len(plugged)} pictures, phones asked {asked} times)"
    return [
        Figure(what, ms(max(waits)), ms(max(least_waits)), times(max(waits), max(least_waits)), f"≤ {BAR_MS} ms", max(waits) <= BAR_MS),
        Figure("  all of them", both(waits), both(least_waits), times(middle(waits), middle(least_waits))),
        Figure("  most processor time of the kiosk between two", ms(max(works)), ms(max(least_works)), times(max(works), max(least_works))),
    ]


def _measure(folder: Path) -> list[tuple[float, float]]:
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
