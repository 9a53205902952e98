"""A running kiosk: its data open, its window up, its threads going; and its orderly end. Setting up and selling are two stages of one life.

The window is painted first; what stands behind a till's door is made after its first picture. An empty kiosk shows the set-up; when the first
sync is complete everything is closed and opened again as a till, in the same window system. The tour uses the same ``reopen`` to play a program
that ends and starts again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.basics.clock import Clock
from kiosk.basics.late import late
from kiosk.basics.results import Err, Result
from kiosk.errors import Unavailable
from kiosk.hardware.ports import DeviceState
from kiosk.house import House, open_house, staff_service
from kiosk.staff.people import Person
from kiosk.stages import TillStage
from kiosk.ui.application import QUEUED_ONCE, Heartbeat, KioskWindow, say_of_bugs
from kiosk.ui.collector import Collector
from kiosk.ui.error_text import text_of

if TYPE_CHECKING:
    from kiosk.setting_up import SetupStage

setting_up = late("kiosk.setting_up")
training = late("kiosk.training")
FIRST_PICTURE_PATIENCE_MS = 1_000
log = logging.getLogger(__name__)


class OtherTillNotOpened(Unavailable):
    """Training could not be entered or left: whoever wanted to stands where they stood."""

    code = "kiosk.other_till_not_opened"


class RunningKiosk(QObject):
    """``open`` once; ``window`` and ``house`` change when the kiosk is reopened.

    ``closed`` when a person closed the window, or when the till cannot work: then ``failure`` says why. ``furnished`` when all its pages stand.
    """

    closed = Signal()
    furnished = Signal()

    def __init__(
        self, data_dir: Path, *, training: bool = False, size: QSize | None = None, clock: Clock | None = None,
        on_warning: Callable[[str], None] = log.warning,
    ) -> None:  # fmt: skip
        super().__init__()
        self._clock = clock
        self._data_dir = data_dir
        self._training = training
        self._prepared = False
        self._coming: Person | None = None
        self._size = size
        self._on_warning = on_warning
        self.house: House | None = None
        self.kiosk_window: KioskWindow | None = None
        self._stage: SetupStage | TillStage | None = None
        self._ending = False
        self._started = False
        self._collector = Collector()
        self.failure: Exception | None = None

    @property
    def window(self) -> QQuickWindow:
        assert self.kiosk_window is not None
        return self.kiosk_window.window

    def scanner_ready(self) -> bool:
        """Whether the serial scanner's line is open: bytes sent before that are lost, as with a real one."""
        work = self._stage.work if isinstance(self._stage, TillStage) else None
        health = None if work is None or work.machines.scanner is None else work.machines.scanner.health()
        return health is not None and health.state is DeviceState.READY

    def open(self) -> None:
        """Whatever the data says this kiosk is: a till, or one still to be set up. Raises what hinders it before the window stands."""
        # Opening again closes the only window for a moment: that must not end the program.
        QGuiApplication.setQuitOnLastWindowClosed(False)
        self._started = False
        self.house = house = self._open_house()
        self._collector.begin()
        self._stage = stage = self._stage_of(house)
        stage.app.trainingAsked.connect(self._change_tills)
        self.kiosk_window = KioskWindow(stage.app, size=self._size, on_warning=self._on_warning)
        self._heartbeat = Heartbeat(self.kiosk_window, stage.app)
        self._stop_saying_of_bugs = say_of_bugs(stage.app)
        self.kiosk_window.show(full_screen=house.settings.screen.full_screen)
        self.window.requestActivate()
        self.window.visibleChanged.connect(self._seen)
        coming, self._coming = self._coming, None
        if coming is not None and isinstance(stage, TillStage):
            self._started = True
            stage.start_for(coming)
        else:
            self.window.frameSwapped.connect(self._painted, QUEUED_ONCE)
            QTimer.singleShot(FIRST_PICTURE_PATIENCE_MS, self._painted)

    def _stage_of(self, house: House) -> SetupStage | TillStage:
        def again() -> None:
            QTimer.singleShot(0, self.reopen)

        if _is_till(house):
            return TillStage(house, on_ready=again, on_furnished=self._furnished, on_failed=self._failed)
        setup: SetupStage = setting_up().SetupStage(house, on_ready=again)
        return setup

    @Slot()
    def _painted(self) -> None:
        """The first picture stands, or nobody looks: now everything else."""
        if self._stage is not None and not self._started and not self._ending:
            self._started = True
            self._stage.start()

    def _furnished(self) -> None:
        self.furnished.emit()
        self._collector.work()

    def _failed(self, error: Exception) -> None:
        """Behind the door something is missing that the till cannot work without."""
        self.failure = error
        self.closed.emit()

    def close(self) -> None:
        """Devices first, then the window, then the data."""
        if self._stage is None or self.kiosk_window is None or self.house is None:
            return
        self._ending = True
        self._stage.stop()
        self._stop_saying_of_bugs()
        self._heartbeat.deleteLater()
        self.kiosk_window.close()
        self.house.close()
        self._stage = self.kiosk_window = self.house = None
        self._collector.end()
        self._ending = False

    @Slot(bool)
    def _seen(self, visible: bool) -> None:
        if not visible and not self._ending:
            self.closed.emit()

    def idle(self) -> bool:
        """Whether the workers have answered everything that the screens asked."""
        return self._stage is not None and self._stage.idle()

    def to_front(self) -> None:
        """Somebody started the kiosk a second time."""
        self.window.raise_()
        self.window.requestActivate()

    def reopen(self) -> None:
        """End and start again on the same data."""
        self.close()
        self.open()

    def _open_house(self) -> House:
        """The real till or its training till, whichever is meant."""
        if not self._training:
            return open_house(self._data_dir, clock=self._clock)
        if not self._prepared:
            training().begin_at_start(self._data_dir, clock=self._clock)
            self._prepared = True
        other: House = training().open_training(self._data_dir, clock=self._clock)
        return other

    @Slot(bool)
    def _change_tills(self, to_training: bool) -> None:
        """Somebody begins or ends training: the other till opens with the same person, and the basket of this one waits."""
        assert isinstance(self._stage, TillStage) and self._stage.app.person is not None
        person, stage = self._stage.app.person, self._stage

        def ready(result: Result[None]) -> None:
            if isinstance(result, Err):
                stage.app.show_training_busy(busy=False)
                stage.app.show_error(text_of(result.error, stage.app.frame.language))
            else:
                QTimer.singleShot(0, lambda: self._go_over(person, to_training=to_training))

        stage.on_ledger(lambda house: training().begin(house, person) if to_training else None, ready)

    def _go_over(self, person: Person, *, to_training: bool) -> None:
        """To the other till, or back to this one with what went wrong: nobody is left before a screen without a window."""
        self.close()
        try:
            self._open_for(person, training=to_training)
        except Exception as error:  # whatever it is: the till that was open a moment ago still opens
            log.exception("the other till did not open")
            self._abandon()
            self._open_for(person, training=not to_training)
            assert self._stage is not None
            problem = text_of(error, person.language).what.rstrip(".")
            self._stage.app.show_error(text_of(OtherTillNotOpened(problem=problem), person.language))

    def _open_for(self, person: Person, *, training: bool) -> None:
        self._training = self._prepared = training
        self._coming = person
        self.open()

    def _abandon(self) -> None:
        """End what there is of a till that did not open whole."""
        self._ending = True
        if self._stage is not None:
            self._stage.stop()
        if self.kiosk_window is not None:
            self.kiosk_window.close()
        if self.house is not None:
            self.house.close()
        self._stage = self.kiosk_window = self.house = None
        self._ending = False


def _is_till(house: House) -> bool:
    """Enrolled, and somebody can sign in."""
    return house.identity() is not None and bool(staff_service(house).people())
