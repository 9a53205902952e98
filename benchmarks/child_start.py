"""Run as a process of its own: open a window, say when its first picture stood and how much memory is held; then end.

``python -m benchmarks.child_start BEGUN_NS [FOLDER [enter]]``: with a till's folder the kiosk, up to the names of its people on the
sign-in screen, or to the sale page of somebody whose badge is read in that moment; without one an empty window of the same Qt.
``BEGUN_NS`` is the parent's monotonic clock when it started us.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path
from typing import Any

SETTLE_MS = 1_000
BADGE = "BADGE-CAMILLE234567ABC"
SALE_PAGE = "Encaisser"


def resident_mb() -> float:
    """What the process holds now, its shared libraries included."""
    status = Path("/proc/self/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def empty(begun_ns: int) -> None:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine

    application = QGuiApplication(sys.argv)
    engine = QQmlApplicationEngine()
    engine.loadData(b"import QtQuick\nWindow { width: 1920; height: 1080; visible: true; Text { text: 'Bonjour' } }")
    report = Report(begun_ns, awaited={"painted"})
    window = engine.rootObjects()[0]
    window.frameSwapped.connect(lambda: report.painted(window))
    application.exec()


def kiosk(begun_ns: int, folder: Path, *, enter: bool) -> None:
    """``kiosk run`` itself, watched from its ``RunningKiosk.open`` on."""
    gc.disable()  # as ``kiosk.__main__`` does before this import
    from kiosk.__main__ import main
    from kiosk.commands import screens

    class Watched(screens.RunningKiosk):
        def open(self) -> None:
            super().open()
            report = Report(begun_ns, awaited={"painted", "furnished"} | ({"entered"} if enter else set()))
            self.furnished.connect(report.furnished)
            self.window.frameSwapped.connect(lambda: report.painted(self.window, showing="Camille"))
            self.window.frameSwapped.connect(lambda: report.entered(self.window, showing=SALE_PAGE))

    screens.RunningKiosk = Watched  # type: ignore[misc]  # a class is put in a class's place, to watch it
    main(["run", "--data", str(folder)])


class Report:
    """Printed as JSON once all that is awaited stands; the program ends when memory has settled."""

    def __init__(self, begun_ns: int, *, awaited: set[str]) -> None:
        self._begun_ns = begun_ns
        self._at: dict[str, tuple[float, float]] = {}
        self._awaited = awaited

    def painted(self, window: Any, *, showing: str = "") -> None:
        if "painted" not in self._at and self._sees("painted", window, showing) and "entered" in self._awaited:
            from kiosk.ui.tour import hands

            for place, (key, text) in enumerate(hands.wedge_keys(BADGE)):
                hands.press(window, key, text, at_ms=time.monotonic_ns() // 1_000_000 + 4 * place)

    def furnished(self) -> None:
        self._reach("furnished", time.monotonic_ns(), time.process_time())

    def entered(self, window: Any, *, showing: str) -> None:
        if "painted" in self._at and "entered" not in self._at:
            self._sees("entered", window, showing)

    def _sees(self, what: str, window: Any, showing: str) -> bool:
        now_ns, cpu_s = time.monotonic_ns(), time.process_time()
        from kiosk.ui.tour.seeing import says

        seen = not showing or says(window, showing)
        if seen:
            self._reach(what, now_ns, cpu_s)
        return seen

    def _reach(self, what: str, now_ns: int, cpu_s: float) -> None:
        from PySide6.QtCore import QTimer

        self._at[what] = (now_ns - self._begun_ns) / 1e6, cpu_s * 1000
        if self._awaited <= self._at.keys():
            QTimer.singleShot(SETTLE_MS, self._end)

    def _end(self) -> None:
        from PySide6.QtCore import QCoreApplication

        painted, entered = self._at["painted"], self._at.get("entered", (0.0, 0.0))
        figures = {"painted_ms": painted[0], "cpu_ms": painted[1], "entered_ms": entered[0], "entered_cpu_ms": entered[1], "resident_mb": resident_mb()}
        print(json.dumps(figures), flush=True)
        QCoreApplication.exit(0)


if __name__ == "__main__":
    given_ns = int(sys.argv[1])
    if len(sys.argv) > 2:
        kiosk(given_ns, Path(sys.argv[2]), enter="enter" in sys.argv[3:])
    else:
        empty(given_ns)
