"""Why the clock stands: the reasons on the sheet, and how long it stood for each. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.diagnostics.pausing import PauseTotal
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.bench import Bench, BenchViewModel
from kiosk.ui.viewmodels.durations import duration

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One reason to choose; ``wants_text`` asks for a few words first."""

    code: str
    text: str
    wants_text: bool


@dataclass(frozen=True, slots=True)
class TotalRow:
    """How long the clock stood for one reason."""

    code: str
    text: str
    paused: str


def total_rows(pauses: tuple[PauseTotal, ...], language: str) -> tuple[TotalRow, ...]:
    return tuple(TotalRow(total.code, total.words.text(language), duration(total.paused_ms)) for total in pauses)


@QmlElement
@QmlUncreatable("made by the composition root")
class PausingViewModel(BenchViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """For one trade-in; ``on_screen`` gets it as it is after the clock was stopped."""

    totalsChanged = Signal()

    def __init__(self, bench: Bench, formats: Formats, *, on_screen: Callable[[TradeInScreen], None], parent: QObject | None = None) -> None:
        super().__init__(bench, formats, parent)
        self._on_screen = on_screen
        self._session_id = ""
        self._reasons = RowsModel(ReasonRow, key=lambda row: row.code, parent=self)
        self._totals = RowsModel(TotalRow, key=lambda row: row.code, parent=self)

    def show(self, screen: TradeInScreen) -> None:
        language, rules = self._formats.language, self._bench.trade_ins.rules
        self._session_id = screen.session_id
        self._reasons.show([ReasonRow(one.code, one.words.text(language), one.wants_text) for one in rules.pauses if one.offered])
        before = len(self._totals.rows)
        self._totals.show(total_rows(screen.pauses, language))
        if len(self._totals.rows) != before:
            self.totalsChanged.emit()

    @Slot(str, str)
    def stop(self, code: str, note: str) -> None:
        """The clock stands from now on."""
        session_id, person = self._session_id, self.person
        self._do(lambda: self._bench.trade_ins.pause(session_id, person, reason=code, note=note), self._on_screen)

    @Slot(str)
    def stopFor(self, code: str) -> None:
        """The same for a reason that needs no words."""
        self.stop(code, "")

    reasons = Property(QObject, lambda self: self._reasons, constant=True)
    totals = Property(QObject, lambda self: self._totals, constant=True)
    totalCount = Property(int, lambda self: len(self._totals.rows), notify=totalsChanged)
