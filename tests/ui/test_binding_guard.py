"""What the Qt binding must not do to us: lose references (one released version aborts the process after seconds of work), or give an object a
meta-object of its own (QML then takes another object for it, see ``tests/receivers.py``)."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from tests.receivers import methods_that_are_no_slots


def test_the_binding_keeps_none_alive(qapp: QGuiApplication) -> None:
    touched, before = QObject(), sys.getrefcount(None)
    for _ in range(500):
        touched.setObjectName("x")
    assert sys.getrefcount(None) > before - 100


class Bell(QObject):
    rung = Signal()

    @Slot()
    def ring(self) -> None: ...

    def answer(self) -> None: ...


def test_a_connected_method_that_is_no_slot_is_found(qapp: QGuiApplication) -> None:
    bell = Bell()
    bell.rung.connect(bell.ring)
    assert methods_that_are_no_slots() == []
    bell.rung.connect(bell.answer)
    assert methods_that_are_no_slots() == ["Bell"]
