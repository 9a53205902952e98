"""The page *Transferts* of the store: parcels that come and go, one being packed, and what becomes of each unit by a scan. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Err, Ok, Result
from kiosk.catalogue.codes import ScannedCode
from kiosk.errors import KioskError
from kiosk.staff.rights import Right, may
from kiosk.stock.parcels import LineState, NotInParcel, Parcel, ParcelLine, ShopPlace, Side
from kiosk.stock.service import StockService, identifiers_in
from kiosk.tradein.transfers import TransferService
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.screen import shown
from kiosk.ui.viewmodels.transfer_props import ParcelLineRow, ParcelRow, ShopRow, TransferFacts, TransferProps, derive, line_rows, parcel_row
from kiosk.ui.viewmodels.work import WorkViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class TransferOffice:
    """Who moves units between shops, and the workers."""

    transfers: TransferService
    stock: StockService
    reader: Jobs
    ledger: Jobs
    approval: ApprovalViewModel | None = None


@QmlElement
@QmlUncreatable("made by the composition root")
class TransfersViewModel(WorkViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``moved`` when stock changed: the table looks again, and papers are on their way."""

    changed = Signal()
    moved = Signal()

    def __init__(self, office: TransferOffice, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(office.ledger, office.approval, formats, parent)
        self._office = office
        self._facts = TransferFacts()
        self._props = TransferProps()
        self._parcels = RowsModel(ParcelRow, key=lambda row: row.parcel_id, parent=self)
        self._lines = RowsModel(ParcelLineRow, key=lambda row: row.line_id, parent=self)
        self._shops = RowsModel(ShopRow, key=lambda row: row.shop_id, parent=self)

    @Slot()
    def refresh(self) -> None:
        """Read again what is on the road."""
        transfers = self._office.transfers
        self._office.reader.run(lambda: (transfers.parcels(), transfers.destinations()), self._took)

    def on_scan(self, code: ScannedCode) -> bool:
        """A unit goes into the parcel being packed, or out of the one that brought it; False for what is in neither."""
        parcel = next((parcel for parcel in self._facts.parcels if parcel.number == code.text), None)
        if parcel is not None:
            self.open(parcel.parcel_id)
            return True
        return self._pack(code) if self._facts.packing else self._unpack(code)

    @Slot()
    def pack(self) -> None:
        """A new parcel; the only other shop is chosen at once."""
        shops = self._facts.shops
        self._fold(replace(self._facts, packing=True, packed=(), open_id="", to_shop_id=shops[0].shop_id if len(shops) == 1 else ""))

    @Slot(str)
    def chooseShop(self, shop_id: str) -> None:
        self._fold(replace(self._facts, to_shop_id=shop_id))

    @Slot(str)
    def takeOut(self, unit_id: str) -> None:
        """Not this one after all: nothing has left yet."""
        self._fold(replace(self._facts, packed=tuple(found for found in self._facts.packed if found.unit and found.unit.unit_id != unit_id)))

    @Slot()
    def giveUp(self) -> None:
        """Close what is on show; a parcel that was only packed is forgotten."""
        self._fold(replace(self._facts, packing=False, packed=(), open_id="", refusing=""))

    @Slot()
    def send(self) -> None:
        facts, transfers, person = self._facts, self._office.transfers, self.person
        if self._props.can_send:
            unit_ids = tuple(found.unit.unit_id for found in facts.packed if found.unit)
            self._do(lambda: transfers.send(facts.to_shop_id, unit_ids, person), self._sent)

    @Slot(str)
    def open(self, parcel_id: str) -> None:
        self._fold(replace(self._facts, packing=False, packed=(), open_id=parcel_id, refusing=""))

    @Slot(str)
    def miss(self, line_id: str) -> None:
        """It was not in the parcel."""
        parcel_id, transfers, person = self._facts.open_id, self._office.transfers, self.person
        self._do(lambda: transfers.miss(parcel_id, line_id, person), lambda _: self._said())

    @Slot(str)
    def refuseUnit(self, line_id: str) -> None:
        """Why is asked first."""
        self._fold(replace(self._facts, refusing=line_id))

    @Slot(str)
    def giveReason(self, reason: str) -> None:
        """The unit goes back; "" closes the question."""
        facts, transfers, person = self._facts, self._office.transfers, self.person
        self._fold(replace(facts, refusing=""))
        if reason and facts.refusing:
            self._do(lambda: transfers.refuse(facts.open_id, facts.refusing, reason, person), lambda _: self._said())

    @Slot()
    def printSlip(self) -> None:
        parcel_id, transfers, person = self._facts.open_id, self._office.transfers, self.person
        if parcel_id:
            self._do(lambda: transfers.print_slip(parcel_id, person), lambda _: self.moved.emit())

    def _pack(self, code: ScannedCode) -> bool:
        found = self._office.stock.found_by_code(code)
        if found is None or found.unit is None:
            return False
        try:
            self._office.transfers.sendable(found.unit)
        except KioskError as error:
            self._refuse(error)
            return True
        self.closeNotice()
        others = tuple(each for each in self._facts.packed if each.unit and each.unit.unit_id != found.unit.unit_id)
        self._fold(replace(self._facts, packed=(*others, found)))
        return True

    def _unpack(self, code: ScannedCode) -> bool:
        said, shop_id = set(identifiers_in(code)), self._office.transfers.shop_id
        for parcel in self._facts.parcels:
            for line in parcel.lines:
                unit = line.unit
                if said & {unit.imei, unit.imei2, unit.serial, unit.label_code} - {None}:
                    return self._take(parcel, line, shop_id)
        return False

    def _take(self, parcel: Parcel, line: ParcelLine, shop_id: str) -> bool:
        """Into this shop; what was dealt with already is said, and stays."""
        transfers, person = self._office.transfers, self.person
        self.open(parcel.parcel_id)
        back = line.state is LineState.REFUSED and parcel.side_of(shop_id) is Side.SENDER
        if not back and (parcel.side_of(shop_id) is Side.SENDER or line.state in (LineState.RECEIVED, LineState.REFUSED)):
            self._refuse(NotInParcel(number=parcel.number))
            return True
        work = transfers.take_back if back else transfers.receive
        self._do(lambda: work(parcel.parcel_id, line.line_id, person), lambda _: self._said())
        return True

    def _sent(self, parcel: Parcel) -> None:
        self._fold(replace(self._facts, packing=False, packed=(), open_id=parcel.parcel_id))
        self._said()

    def _said(self) -> None:
        self.moved.emit()
        self.refresh()

    def _took(self, result: Result[tuple[tuple[Parcel, ...], tuple[ShopPlace, ...]]]) -> None:
        match result:
            case Ok((parcels, shops)):
                self._fold(replace(self._facts, parcels=parcels, shops=shops))
            case Err(error):
                self._refuse(error)

    def _fold(self, facts: TransferFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        facts, shop_id, formats = self._facts, self._office.transfers.shop_id, self._formats
        allowed = self._person is not None and may(self._person, Right.MOVE_STOCK)
        props = derive(facts, shop_id, formats, allowed=allowed)
        before, self._props = self._props, props
        self._parcels.show([parcel_row(parcel, shop_id, facts.open_id, formats) for parcel in facts.parcels])
        self._lines.show(line_rows(facts, shop_id))
        self._shops.show([ShopRow(place.shop_id, place.name, place.shop_id == facts.to_shop_id) for place in facts.shops])
        if before != props:
            self.changed.emit()

    parcels = Property(QObject, lambda self: self._parcels, constant=True)
    lines = Property(QObject, lambda self: self._lines, constant=True)
    shops = Property(QObject, lambda self: self._shops, constant=True)
    packing = shown("packing", bool, changed)
    canSend = shown("can_send", bool, changed)
    toName = shown("to_name", str, changed)
    number = shown("number", str, changed)
    arriving = shown("arriving", bool, changed)
    shopName = shown("shop_name", str, changed)
    day = shown("day", str, changed)
    waiting = shown("waiting", int, changed)
    count = shown("count", int, changed)
    refusing = shown("refusing", bool, changed)
    noShops = shown("no_shops", bool, changed)
    allowed = shown("allowed", bool, changed)
