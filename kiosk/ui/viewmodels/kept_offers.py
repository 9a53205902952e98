"""The sheet of offers that were refused: read when it is asked for, each to be taken up again. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.tradein.offer_life import RefusedOffer
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.bench import Bench, BenchViewModel
from kiosk.ui.viewmodels.device import device_props

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class KeptOfferRow:
    """One offer: of which device, how much, until when, and why it was not taken."""

    session_id: str
    number: str
    model: str
    storage: str
    colour: str
    drawing: str
    price: str
    until: str
    reason: str
    expired: bool


def kept_offer_rows(offers: Sequence[RefusedOffer], formats: Formats) -> tuple[KeptOfferRow, ...]:
    return tuple(_row(offer, formats) for offer in offers)


def _row(offer: RefusedOffer, formats: Formats) -> KeptOfferRow:
    device = device_props(offer.model, imei=None, serial=None)
    return KeptOfferRow(
        offer.session_id, offer.number, device.model, device.storage, device.colour, device.drawing, formats.round_money(offer.price),
        formats.day_of_month(offer.valid_until_utc), offer.reason, offer.expired,
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class KeptOffersViewModel(BenchViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``on_screen`` gets the trade-in that was taken up again."""

    changed = Signal()

    def __init__(self, bench: Bench, formats: Formats, *, on_screen: Callable[[TradeInScreen], None], parent: QObject | None = None) -> None:
        super().__init__(bench, formats, parent)
        self._on_screen = on_screen
        self._open = False
        self._offers: tuple[RefusedOffer, ...] = ()
        self._rows = RowsModel(KeptOfferRow, key=lambda row: row.session_id, parent=self)

    @Slot()
    def ask(self) -> None:
        """Read them, then bring the sheet up."""
        self._do(self._bench.trade_ins.life.refused, self._show)

    @Slot()
    def close(self) -> None:
        self._open = False
        self.changed.emit()

    @Slot(str)
    def takeUp(self, session_id: str) -> None:
        """The customer is here again."""
        self._do(lambda: self._bench.trade_ins.life.come_back(session_id, self.person), self._taken_up)

    def _taken_up(self, screen: TradeInScreen) -> None:
        self.close()
        self._on_screen(screen)

    def _show(self, offers: tuple[RefusedOffer, ...]) -> None:
        self._offers, self._open = offers, True
        self._show_again()

    def _show_again(self) -> None:
        self._rows.show(kept_offer_rows(self._offers, self._formats))
        self.changed.emit()

    offers = Property(QObject, lambda self: self._rows, constant=True)
    open = Property(bool, lambda self: self._open, notify=changed)
    count = Property(int, lambda self: len(self._offers), notify=changed)
