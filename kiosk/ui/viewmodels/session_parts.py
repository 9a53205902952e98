"""The running clock and the step in the middle of the trade-in page, as QML reads them. GUI thread; they hold and announce, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.viewmodels.screen import shown
from kiosk.ui.viewmodels.session_props import ClockProps, QuestionProps, StepProps

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class ClockViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The 15-minute clock."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = ClockProps()

    def show(self, props: ClockProps) -> None:
        """Take what is to be seen now; say so only when it is different."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    remaining = shown("remaining", str, changed)
    limit = shown("limit", str, changed)
    leftPart = shown("left_part", float, changed)
    amberPart = shown("amber_part", float, changed)
    redPart = shown("red_part", float, changed)
    tone = shown("tone", str, changed)
    planGap = shown("plan_gap", str, changed)
    late = shown("late", bool, changed)
    paused = shown("paused", bool, changed)
    pauseReason = shown("pause_reason", str, changed)
    pausedFor = shown("paused_for", str, changed)
    over = shown("over", bool, changed)


@QmlElement
@QmlUncreatable("made by the composition root")
class StepViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The head of the current step."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = StepProps()

    def show(self, props: StepProps) -> None:
        """Take what is to be seen now; say so only when it is different."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    stepId = shown("step_id", str, changed)
    title = shown("title", str, changed)
    instruction = shown("instruction", str, changed)
    iconName = shown("icon_name", str, changed)
    place = shown("place", int, changed)
    count = shown("count", int, changed)
    left = shown("left", str, changed)
    overrun = shown("overrun", bool, changed)
    tight = shown("tight", bool, changed)
    complete = shown("complete", bool, changed)


@QmlElement
@QmlUncreatable("made by the composition root")
class QuestionViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The question that is asked."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = QuestionProps()

    def show(self, props: QuestionProps) -> None:
        """Take what is to be seen now; say so only when it is different."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    questionId = shown("question_id", str, changed)
    text = shown("text", str, changed)
    choice = shown("choice", bool, changed)
    ready = shown("ready", bool, changed)
    canPass = shown("can_pass", bool, changed)
    canFail = shown("can_fail", bool, changed)
    canLeave = shown("can_leave", bool, changed)
    canDoubt = shown("can_doubt", bool, changed)
    passText = shown("pass_text", str, changed)
    failText = shown("fail_text", str, changed)
    severalReasons = shown("several_reasons", bool, changed)
    measured = shown("measured", bool, changed)
    unit = shown("unit", str, changed)
    minimum = shown("minimum", int, changed)
    maximum = shown("maximum", int, changed)
    number = shown("number", str, changed)
    place = shown("place", int, changed)
    count = shown("count", int, changed)
    measuredBeside = shown("measured_beside", str, changed)
    canPassRest = shown("can_pass_rest", bool, changed)
