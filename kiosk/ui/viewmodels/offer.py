"""The offer as QML reads it: interval, deductions, what the page says of it. GUI thread; holds and announces, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.offer_props import OfferLine, OfferProps
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class OfferViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The right column of the trade-in, and the offer page."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = OfferProps()
        self._lines = RowsModel(OfferLine, key=lambda row: row.line_id, parent=self)

    def show(self, props: OfferProps) -> None:
        """Take what is to be seen now; say so only when it is different."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    def show_lines(self, lines: Sequence[OfferLine]) -> None:
        self._lines.show(lines)

    @Property(QObject, constant=True)
    def lines(self) -> RowsModel[OfferLine]:
        return self._lines

    exists = shown("exists", bool, changed)
    interval = shown("interval", str, changed)
    firm = shown("firm", bool, changed)
    blocked = shown("blocked", bool, changed)
    stopped = shown("stopped", bool, changed)
    hazard = shown("hazard", bool, changed)
    reasons = shown("reasons", str, changed)
    least = shown("least", str, changed)
    most = shown("most", str, changed)
    half = shown("half", str, changed)
    lowPart = shown("low_part", float, changed)
    highPart = shown("high_part", float, changed)
    wasLowPart = shown("was_low_part", float, changed)
    wasHighPart = shown("was_high_part", float, changed)
    base = shown("base", str, changed)
    baseExact = shown("base_exact", str, changed)
    price = shown("price", str, changed)
    bonus = shown("bonus", str, changed)
    withBonus = shown("with_bonus", str, changed)
    hasBonus = shown("has_bonus", bool, changed)
    adviceStep = shown("advice_step", str, changed)
    adviceStake = shown("advice_stake", str, changed)
    adviceText = shown("advice_text", str, changed)
    funnelPlaces = shown("funnel_places", list, changed)
    funnelLows = shown("funnel_lows", list, changed)
    funnelHighs = shown("funnel_highs", list, changed)
