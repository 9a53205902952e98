"""The grade card of the inspection page as QML reads it. GUI thread; holds and announces, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.viewmodels.inspection_props import GradeProps, RiseProps
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class GradeViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The grade as it stands and the facts behind it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = GradeProps()

    def show(self, props: GradeProps) -> None:
        """Take what is to be seen now; say so only when it is different."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    level = shown("level", int, changed)
    outcome = shown("outcome", str, changed)
    settled = shown("settled", bool, changed)
    screen = shown("screen", str, changed)
    body = shown("body", str, changed)
    battery = shown("battery", str, changed)
    rule = shown("rule", int, changed)
    ruleText = shown("rule_text", str, changed)
    because = shown("because", str, changed)
    failedNumber = shown("failed_number", str, changed)
    failedTitle = shown("failed_title", str, changed)
    failedValue = shown("failed_value", str, changed)
    failedAgain = shown("failed_again", str, changed)
    hasFailed = shown("has_failed", bool, changed)
    doneCount = shown("done_count", int, changed)
    count = shown("count", int, changed)
    failedCount = shown("failed_count", int, changed)


@QmlElement
@QmlUncreatable("made by the composition root")
class RiseViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The one fact that would raise the grade."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = RiseProps()

    def show(self, props: RiseProps) -> None:
        """Take what is to be seen now; say so only when it is different."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    exists = shown("exists", bool, changed)
    level = shown("level", int, changed)
    outcome = shown("outcome", str, changed)
    subject = shown("subject", str, changed)
    now = shown("now", str, changed)
    then = shown("then", str, changed)
    how = shown("how", str, changed)
