"""Opening the drawer session: the float is counted, piece by piece or as one figure. GUI thread; the ledger worker writes the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.cash.drawer import DrawerMode, DrawerSession
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.counting import CountingViewModel
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_cash_props import CashTask
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

USUAL_FLOAT = Money(150_00)


@dataclass(frozen=True, slots=True)
class DrawerProps:
    """What QML reads of it. An empty drawer is a count too, so zero may be typed; nothing typed is not a count."""

    typed: str = ""
    usual_float: str = ""
    usual_chosen: bool = False
    can_open: bool = False
    own: bool = False
    colleagues: bool = False
    busy: bool = False


@QmlElement
@QmlUncreatable("made by the composition root")
class DrawerViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The page before the first sale."""

    changed = Signal()

    def __init__(
        self, desk: TillDesk, *, formats: Formats, on_opened: Callable[[], None], on_colleague: Callable[[CashTask], None], parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._desk = desk
        self._on_opened = on_opened
        self._on_colleague = on_colleague
        self._busy = False
        self._own = desk.services.drawer.mode is DrawerMode.OWN
        self._counting = CountingViewModel(desk.services.drawer.rules, formats=formats, parent=self)
        self._props = self._derive()
        self._counting.changed.connect(self._show_again)

    def speak(self, formats: Formats) -> None:
        self._counting.speak(formats)
        super().speak(formats)

    @Slot()
    def takeUsual(self) -> None:
        self._counting.begin(USUAL_FLOAT)

    @Slot()
    def openDrawer(self) -> None:
        counted, person = self._counting.count, self._desk.who()
        if counted is not None and self._props.can_open:
            self._set_busy(True)
            self._desk.run(lambda: self._desk.services.drawer.open_session(counted, person=person), self._opened, self._failed)

    @Slot()
    def closeColleague(self) -> None:
        """Somebody left with their drawer open: who may see cash counts and closes it."""
        if self._props.colleagues and not self._busy:
            self._on_colleague(CashTask.CLOSE)

    def refresh(self) -> None:
        """A drawer was opened or closed somewhere else."""
        self._show_again()

    def _opened(self, _session: DrawerSession) -> None:
        self._counting.begin()
        self._set_busy(False)
        self.closeNotice()
        self._on_opened()

    def _failed(self, error: Exception) -> None:
        """Nothing was opened; the count is still there."""
        self._set_busy(False)
        self._refuse(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show_again()

    def _derive(self) -> DrawerProps:
        counted, person = self._counting.count, self._desk.person
        return DrawerProps(
            typed=self._formats.money(counted.total if counted else Money(0)), usual_float=self._formats.money(USUAL_FLOAT),
            usual_chosen=counted is not None and not counted.pieces and counted.total == USUAL_FLOAT, can_open=counted is not None and not self._busy,
            own=self._own, colleagues=self._own and person is not None and bool(self._desk.services.drawer.closable(person)), busy=self._busy,
        )  # fmt: skip

    @Slot()
    def _show_again(self) -> None:
        before, self._props = self._props, self._derive()
        if before != self._props:
            self.changed.emit()

    typed = shown("typed", str, changed)
    usualFloat = shown("usual_float", str, changed)
    usualChosen = shown("usual_chosen", bool, changed)
    canOpen = shown("can_open", bool, changed)
    own = shown("own", bool, changed)
    colleagues = shown("colleagues", bool, changed)
    busy = shown("busy", bool, changed)
    counting = Property(CountingViewModel, lambda self: self._counting, constant=True)
