"""Scan → line painted: a wedge scanner's keys into the window of the whole kiosk, from Enter to the picture that shows the new total.

Floor: the same window, its list left as it is, its ground another white: everything is painted once more.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickWindow

from benchmarks.figures import Figure, both, middle, percentile, times
from benchmarks.till import opened, spare_label
from kiosk.launch import RunningKiosk
from kiosk.ui.application import start_qt
from kiosk.ui.tour import hands

SCANS, WARM_UP = 160, 10
DEVICES = ACCESSORIES = 10
BADGE = "BADGE-CAMILLE234567ABC"
PATIENCE_S = 10.0
KEY_GAP_MS = 2


class Eye:
    """Sees each picture of a window, and when it stood."""

    def __init__(self, window: QQuickWindow) -> None:
        self.window = window
        self.pictures = 0
        window.frameSwapped.connect(self._saw)

    def _saw(self) -> None:
        self.pictures += 1

    def wait(self, shown: Any) -> float:
        """Milliseconds until a picture stands after ``shown()`` became true."""
        begun = time.perf_counter()
        while not shown():
            self._turn(begun)
        seen = self.pictures
        while self.pictures == seen:
            self._turn(begun)
        return (time.perf_counter() - begun) * 1000

    @staticmethod
    def _turn(begun: float) -> None:
        QCoreApplication.processEvents()
        if time.perf_counter() - begun > PATIENCE_S:
            raise RuntimeError("the window did not show what was scanned")


def run(folder: Path) -> list[Figure]:
    """``folder`` holds a large till."""
    with opened(folder) as till:
        accessories = [product.ean for product in till.services.catalogue.products_in("accessory") if product.ean]
    codes = [spare_label(1000 + number) for number in range(DEVICES)]
    codes += [accessories[number % ACCESSORIES] for number in range(SCANS + WARM_UP - DEVICES)]
    start_qt(sys.argv)
    running = RunningKiosk(folder, size=QSize(1366, 768))
    running.open()
    eye = Eye(running.window)
    assert running.kiosk_window is not None
    app = running.kiosk_window.root
    scan(eye.window, BADGE)
    eye.wait(lambda: app.stage == "work")
    painted: list[float] = []
    floor: list[float] = []
    basket = app.sale.basket
    for code in codes:
        before = basket.total
        _keys(eye.window, code)
        begun = time.perf_counter()
        _enter(eye.window)
        sent_ms = (time.perf_counter() - begun) * 1000
        painted.append(sent_ms + eye.wait(lambda before=before: basket.total != before))
        _quiet()
        eye.window.setColor(QColor(250, 250, 250 + len(floor) % 2))
        floor.append(eye.wait(lambda: True))
    running.close()
    painted, floor = painted[WARM_UP:], floor[WARM_UP:]
    reached = middle(painted) <= 20 and percentile(painted, 99) <= 50
    ratio = times(middle(painted), middle(floor))
    return [Figure(f"scan → line painted ({len(painted)} scans, up to 20 lines)", both(painted), both(floor), ratio, "p50 ≤ 20, p99 ≤ 50 ms", reached)]


def scan(window: QQuickWindow, code: str) -> None:
    _keys(window, code)
    _enter(window)


def _keys(window: QQuickWindow, code: str) -> None:
    now_ms = time.monotonic_ns() // 1_000_000
    for place, character in enumerate(code):
        hands.press(window, hands.key_of(character), character, at_ms=now_ms + KEY_GAP_MS * place)


def _enter(window: QQuickWindow) -> None:
    hands.press(window, Qt.Key.Key_Return, "\r", at_ms=time.monotonic_ns() // 1_000_000 + KEY_GAP_MS)


def _quiet() -> None:
    """Until animations and the write of the basket have come to rest."""
    until = time.perf_counter() + 0.15
    while time.perf_counter() < until:
        QCoreApplication.processEvents()
        time.sleep(0.001)
