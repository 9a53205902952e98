"""The on-screen keyboard is for fingers: a mouse or a key never brings it up, nor loads it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest

from kiosk.basics.clock import ManualClock
from kiosk.staff.service import StaffService
from kiosk.ui.application import Heartbeat
from kiosk.ui.viewmodels.app import Frame
from tests.ui.conftest import HandJobs, Show
from tests.ui.looking import items, settle
from tests.ui.shell import Shell


def press(source: Qt.MouseEventSource) -> QMouseEvent:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseButtonPress, QPointF(1, 1), QPointF(1, 1), QPointF(1, 1), left, left, none, source)


@pytest.mark.parametrize(
    ("event", "fingers"),
    [
        (press(Qt.MouseEventSource.MouseEventNotSynthesized), False),
        (press(Qt.MouseEventSource.MouseEventSynthesizedByQt), True),
        (QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"), False),
    ],
    ids=["mouse", "finger", "key"],
)
def test_only_a_finger_asks_for_the_keyboard(
    event: QEvent, fingers: bool, staff: StaffService, jobs: HandJobs, clock: ManualClock, show: Show
) -> None:
    shell = Shell(staff, jobs, clock)
    kiosk_window = show(shell.app)
    heartbeat = Heartbeat(kiosk_window, shell.app)
    heartbeat.eventFilter(kiosk_window.window, event)
    assert shell.app.property("fingers") is fingers
    heartbeat.deleteLater()


def test_a_field_reached_by_mouse_loads_no_keyboard(staff: StaffService, jobs: HandJobs, clock: ManualClock, show: Show) -> None:
    shell = Shell(staff, jobs, clock, frame=Frame(stage="setup", motion=False))
    shell.setup.enterCode()
    kiosk_window = show(shell.app, size=(1366, 768))
    heartbeat = Heartbeat(kiosk_window, shell.app)
    field = next(item for item in items(kiosk_window.window.contentItem()) if item.inherits("QQuickTextField"))
    centre = field.mapToScene(field.boundingRect().center()).toPoint()
    QTest.mouseClick(kiosk_window.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(centre))
    settle()
    assert field.hasActiveFocus()
    loaders = [item for item in kiosk_window.window.findChildren(QObject) if item.inherits("QQuickLoader")]
    sources = {str(loader.property("source").toString()).rsplit("/", 1)[-1]: loader.property("active") for loader in loaders}
    assert sources["OnScreenKeyboard.qml"] is False
    heartbeat.deleteLater()
