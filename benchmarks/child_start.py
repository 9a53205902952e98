"""Run as a process of its own: open a window, say when its first picture stood and how much memory is held; then end.

``python -m benchmarks.child_start BEGUN_NS [FOLDER]``: with a till's folder the kiosk, up to the names of its people on the
sign-in screen; without one an empty window of the same Qt. ``BEGUN_NS`` is the parent's monotonic clock when it started us.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path
from typing import Any

SETTLE_MS = 1_000


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
    report = Report(begun_ns)
    window = engine.rootObjects()[0]
    window.frameSwapped.connect(lambda: report.painted(window))
    application.exec()


def kiosk(begun_ns: int, folder: Path) -> None:
    """``kiosk run`` itself, watched from its ``RunningKiosk.open`` on."""
    gc.disable()  # as ``kiosk.__main__`` does before this import
    from kiosk.__main__ import main
    from kiosk.commands import screens

    class Watched(screens.RunningKiosk):
        def open(self) -> None:
            super().open()
            report = Report(begun_ns)
            self.window.frameSwapped.connect(lambda: report.painted(self.window, showing="Camille"))

    screens.RunningKiosk = Watched  # type: ignore[misc]  # a class is put in a class's place, to watch it
    main(["run", "--data", str(folder)])


class Report:
    """Printed as JSON once the first picture stands; the program ends when memory has settled."""

    def __init__(self, begun_ns: int) -> None:
        self._begun_ns = begun_ns
        self._painted_ms: float | None = None

    def painted(self, window: Any, *, showing: str = "") -> None:
        now_ns, cpu_s = time.monotonic_ns(), time.process_time()
        from PySide6.QtCore import QTimer

        from kiosk.ui.tour.seeing import says

        if self._painted_ms is None and (not showing or says(window, showing)):
            self._painted_ms, self._cpu_ms = (now_ns - self._begun_ns) / 1e6, cpu_s * 1000
            QTimer.singleShot(SETTLE_MS, self._end)

    def _end(self) -> None:
        from PySide6.QtCore import QCoreApplication

        print(json.dumps({"painted_ms": self._painted_ms, "cpu_ms": self._cpu_ms, "resident_mb": resident_mb()}), flush=True)
        QCoreApplication.exit(0)


if __name__ == "__main__":
    given_ns = int(sys.argv[1])
    if len(sys.argv) > 2:
        kiosk(given_ns, Path(sys.argv[2]))
    else:
        empty(given_ns)
