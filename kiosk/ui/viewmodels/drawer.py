"""Opening the drawer session: the float is counted and typed. GUI thread; the session is written by the ledger worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.cash.drawer import DrawerSession
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.cash import NOTHING_TYPED, TypedAmount
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

USUAL_FLOAT = Money(150_00)


@dataclass(frozen=True, slots=True)
class DrawerFacts:
    """An empty drawer is a count too, so zero may be typed; nothing typed is not a count."""

    typed: TypedAmount = NOTHING_TYPED
    busy: bool = False


@dataclass(frozen=True, slots=True)
class DrawerProps:
    """What QML reads of it."""

    typed: str = ""
    usual_float: str = ""
    usual_chosen: bool = False
    can_open: bool = False
    busy: bool = False


def derive(facts: DrawerFacts, formats: Formats) -> DrawerProps:
    return DrawerProps(
        typed=formats.money(facts.typed.amount), usual_float=formats.money(USUAL_FLOAT), usual_chosen=facts.typed.amount == USUAL_FLOAT,
        can_open=facts.typed != NOTHING_TYPED and not facts.busy, busy=facts.busy,
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class DrawerViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The page before the first sale."""

    changed = Signal()

    def __init__(self, desk: TillDesk, *, formats: Formats, on_opened: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._desk = desk
        self._on_opened = on_opened
        self._facts = DrawerFacts()
        self._props = derive(self._facts, formats)

    @Slot(str)
    def type(self, character: str) -> None:
        self._fold(replace(self._facts, typed=self._facts.typed.typed(character)))

    @Slot()
    def erase(self) -> None:
        self._fold(replace(self._facts, typed=self._facts.typed.erased()))

    @Slot()
    def takeUsual(self) -> None:
        self._fold(replace(self._facts, typed=TypedAmount.of(USUAL_FLOAT)))

    @Slot()
    def openDrawer(self) -> None:
        if self._props.can_open:
            counted, person = self._facts.typed.amount, self._desk.who()
            self._fold(replace(self._facts, busy=True))
            self._desk.run(lambda: self._desk.services.drawer.open_session(counted, person=person), self._opened, self._failed)

    def _opened(self, _session: DrawerSession) -> None:
        self._fold(DrawerFacts())
        self.closeNotice()
        self._on_opened()

    def _failed(self, error: Exception) -> None:
        """Nothing was opened; the count is still there."""
        self._fold(replace(self._facts, busy=False))
        self._refuse(error)

    def _fold(self, facts: DrawerFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        if before != self._props:
            self.changed.emit()

    typed = shown("typed", str, changed)
    usualFloat = shown("usual_float", str, changed)
    usualChosen = shown("usual_chosen", bool, changed)
    canOpen = shown("can_open", bool, changed)
    busy = shown("busy", bool, changed)
