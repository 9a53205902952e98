"""The unlock coach: on the step of the locks, how the customer takes the one that was found off, in their language, while the clock stands.

GUI thread. A lock is not lifted here: the cable reads the device again, or a person looks at its screen and answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.diagnostics.checklist import Checklist, Verdict
from kiosk.diagnostics.coaching import Coach, coach_for
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
LOCKS = "locks"


@dataclass(frozen=True, slots=True)
class CoachStep:
    """One step, as the customer reads it; ``done`` once it was ticked off."""

    number: int
    sentence: str
    done: bool


@dataclass(frozen=True, slots=True)
class CoachProps:
    """``available``: a lock was found that its owner can take off. ``still_locked``: looked at again, it is still there."""

    available: bool = False
    up: bool = False
    language: str = "fr"
    title: str = ""
    needs: str = ""
    proof: str = ""
    stuck: str = ""
    checking: bool = False
    still_locked: bool = False


@QmlElement
@QmlUncreatable("made by the composition root")
class CoachViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``read_again`` asks the cable to read the device anew, False when it is not plugged in. ``ended`` names the question to look at by eye."""

    changed = Signal()
    begun = Signal(str)
    ended = Signal(str)

    def __init__(self, coaches: Sequence[Coach], *, read_again: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._coaches = coaches
        self._read_again = read_again
        self._props = CoachProps()
        self._coach: Coach | None = None
        self._session_id = self._question_id = ""
        self._readings = 0
        self._done: set[int] = set()
        self._steps = RowsModel(CoachStep, key=lambda row: row.number, parent=self)

    def show(self, screen: TradeInScreen, checklist: Checklist, language: str) -> None:
        """What is known now: a lock that was taken off ends the coaching by itself, one that was read again and is still there is said."""
        if screen.session_id != self._session_id:
            self._session_id, self._done = screen.session_id, set()
            self._set(CoachProps(language=language))
        self._question_id, self._coach = self._lock(screen, checklist)
        read_anew, self._readings = len(screen.readings) > self._readings, len(screen.readings)
        current = screen.session.current
        on_its_step = current is not None and current.step_id == LOCKS and screen.decision is None
        if self._props.up and self._coach is None:
            self._end("")
        elif self._props.checking and read_anew:
            self._set(replace(self._props, checking=False, still_locked=True))
        self._set(replace(self._props, available=self._coach is not None and on_its_step))
        self._speak()

    @Slot(str)
    def begin(self, reason: str) -> None:
        """Turn the screen to the customer: the clock stands, with this reason."""
        if self._coach is not None:
            self._done = set()
            self._set(replace(self._props, up=True, still_locked=False, checking=False))
            self._speak()
            self.begun.emit(reason)

    @Slot(str)
    def speak(self, language: str) -> None:
        """The customer's language, whatever the technician's."""
        self._set(replace(self._props, language=language))
        self._speak()

    @Slot(int)
    def tick(self, number: int) -> None:
        """A step is done, or was not."""
        self._done ^= {number}
        self._speak()

    @Slot()
    def check(self) -> None:
        """Done, says the customer: the cable reads the device again; without one, somebody looks at its screen and answers."""
        if self._read_again():
            self._set(replace(self._props, checking=True, still_locked=False))
        else:
            self._end(self._question_id)

    @Slot()
    def stop(self) -> None:
        """It cannot be done now: the lock stays, the clock runs again."""
        self._end("")

    def _lock(self, screen: TradeInScreen, checklist: Checklist) -> tuple[str, Coach | None]:
        step = checklist.step(LOCKS)
        for question in step.questions if step is not None else ():
            given = screen.answers.get(question.question_id)
            if given is not None and given.verdict is Verdict.FAIL and given.reason is not None:
                coach = coach_for(self._coaches, reason=given.reason, brand=screen.model.brand, kind=screen.model.kind)
                if coach is not None:
                    return question.question_id, coach
        return "", None

    def _end(self, question_id: str) -> None:
        self._set(replace(self._props, up=False, checking=False, still_locked=False))
        self.ended.emit(question_id)

    def _speak(self) -> None:
        coach, language = self._coach, self._props.language
        if coach is None:
            return
        self._steps.show([CoachStep(number, step.text(language), number in self._done) for number, step in enumerate(coach.steps, start=1)])
        words = {name: getattr(coach, name).text(language) for name in ("title", "needs", "proof", "stuck")}
        self._set(replace(self._props, **words))

    def _set(self, props: CoachProps) -> None:
        if props != self._props:
            self._props = props
            self.changed.emit()

    steps = Property(QObject, lambda self: self._steps, constant=True)
    available = shown("available", bool, changed)
    up = shown("up", bool, changed)
    language = shown("language", str, changed)
    title = shown("title", str, changed)
    needs = shown("needs", str, changed)
    proof = shown("proof", str, changed)
    stuck = shown("stuck", str, changed)
    checking = shown("checking", bool, changed)
    stillLocked = shown("still_locked", bool, changed)
