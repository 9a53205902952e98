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
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import IO

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
SETTLED_S = 2.0
"""After somebody signed in the workspace comes up; what is measured begins with the first phone that is plugged in."""
BAR_MS = 50
OPENING_S = 1.0
OPENS = "the same in the first second, when the first phone's trade-in opens its page"
ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two pictures. ``opening``: while the first phone's trade-in opens its page."""

    wait_ms: float
    work_ms: float
    own_work_ms: float
    opening: bool


class Pictures:
    """When each picture of a window stood, by the clock, by the processor time of the whole process and by that of the window's own thread."""

    def __init__(self, window: QQuickWindow) -> None:
        self._stood: list[tuple[float, float, float]] = []
        window.frameSwapped.connect(lambda: self._stood.append((time.perf_counter(), time.process_time(), time.thread_time())))
        self._timer = QTimer(window, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(window.update)
        self._timer.start()

    def gaps(self, lasting_s: float) -> list[Gap]:
        """What lay between the pictures of so many seconds."""
        self._stood.clear()
        began = time.perf_counter()
        _live(lambda: False, lasting_s=lasting_s)
        return [
            Gap(*((later[clock] - earlier[clock]) * 1000 for clock in range(3)), later[0] - began < OPENING_S) for earlier, later in pairwise(self._stood)
        ]


def run(folder: Path) -> list[Figure]:
    till.make(folder)
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.child_phones", str(folder / "counter")], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as counter:
        assert counter.stdin is not None and counter.stdout is not None
        addresses = json.loads(counter.stdout.readline())
        named = "".join(f"{name} = {json.dumps(address)}\n" for name, address in addresses.items())
        (folder / "kiosk.toml").write_text(f"{till.SETTINGS}[phones]\ncable = true\n{named}", "utf-8")
        plugged = _measure(folder, counter.stdin)
        asked = int(counter.stdout.readline())
    (folder / "kiosk.toml").write_text(till.SETTINGS, "utf-8")
    floor = _measure(folder)
    what = f"longest time between two pictures while phones are read ({len(plugged)} pictures, phones asked {asked} times)"
    return [*_figures(what, [gap for gap in plugged if not gap.opening], floor), *_figures(OPENS, [gap for gap in plugged if gap.opening], floor)]


def _figures(what: str, gaps: list[Gap], floor: list[Gap]) -> list[Figure]:
    waits, least_waits = [gap.wait_ms for gap in gaps], [gap.wait_ms for gap in floor]
    works, least_works = max(gap.work_ms for gap in gaps), max(gap.work_ms for gap in floor)
    own, least_own = max(gap.own_work_ms for gap in gaps), max(gap.own_work_ms for gap in floor)
    return [
        Figure(what, ms(max(waits)), ms(max(least_waits)), times(max(waits), max(least_waits)), f"≤ {BAR_MS} ms", max(waits) <= BAR_MS),
        Figure("  all of them", both(waits), both(least_waits), times(middle(waits), middle(least_waits))),
        Figure("  most processor time of the kiosk between two", ms(works), ms(least_works), times(works, least_works)),
        Figure("  of the window's own thread", ms(own), ms(least_own), times(own, least_own)),
    ]


def _measure(folder: Path, plug: IO[str] | None = None) -> list[Gap]:
    """The bench, with a technician before it, as long as it takes. ``plug`` lets the phones come, from the first picture measured to the last."""
    start_qt(sys.argv)
    running = RunningKiosk(folder, size=QSize(1366, 768))
    running.open()
    assert running.kiosk_window is not None
    app = running.kiosk_window.root
    scan(running.window, BADGE)
    if not _live(lambda: bool(app.stage == "work"), lasting_s=PATIENCE_S):
        raise RuntimeError("nobody could sign in")
    pictures = Pictures(running.window)
    _live(lambda: False, lasting_s=SETTLED_S)
    if plug is not None:
        plug.write("plug\n")
        plug.flush()
    gaps = pictures.gaps(MEASURED_S)
    if plug is not None:
        plug.close()
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
