"""The Qt binding must not lose references: one released version aborts the process on Python 3.11 after seconds of work."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication


def test_the_binding_keeps_none_alive(qapp: QGuiApplication) -> None:
    touched, before = QObject(), sys.getrefcount(None)
    for _ in range(500):
        touched.setObjectName("x")
    assert sys.getrefcount(None) > before - 100
