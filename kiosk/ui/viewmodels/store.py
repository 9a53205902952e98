"""The workspace *Magasin*: who may see it, and which of its pages is up. GUI thread."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalogue.codes import ScannedCode
from kiosk.sales.service import CodeUnknown
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may, only_reads_records
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.viewmodels.board import BoardViewModel, StoreServices
from kiosk.ui.viewmodels.closing import ClosingServices, ClosingViewModel
from kiosk.ui.viewmodels.credit_transfers import CreditTransfersViewModel
from kiosk.ui.viewmodels.police import PoliceViewModel
from kiosk.ui.viewmodels.records import RecordsViewModel
from kiosk.ui.viewmodels.transfers import TransfersViewModel
from kiosk.ui.viewmodels.units import UnitsViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


class StoreStep(IntEnum):
    """The numbers are the places in ``StoreWorkspace.qml``."""

    BOARD = 0
    UNITS = 1
    CLOSING = 2
    RECORDS = 3
    POLICE = 4
    TRANSFERS = 5
    CREDIT_TRANSFERS = 6


@QmlElement
@QmlUncreatable("made by the composition root")
class StoreViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``dayClosed`` when a Z is queued: printers, strip and sale look again. A cashier sees none of it, an inspector the records alone."""

    changed = Signal()
    failed = Signal()
    dayClosed = Signal()

    def __init__(
        self, services: StoreServices, *, reader: Jobs, ledger: Jobs, exports: Jobs, formats: Formats, parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._person: Person | None = None
        self._step = StoreStep.BOARD
        self._board = BoardViewModel(services, reader, formats=formats, parent=self)
        self._units = UnitsViewModel(services.stock, reader, services.clock, formats=formats, papers=services.papers, parent=self)
        ends = ClosingServices(services.closing, services.drawer)
        self._closing = ClosingViewModel(ends, reader=reader, ledger=ledger, formats=formats, on_leave=self._back_to_board, parent=self)
        self._records = RecordsViewModel(services.records, reader=reader, exports=exports, formats=formats, parent=self)
        police = services.records.police
        self._police = PoliceViewModel(police, (reader, ledger, exports), formats=formats, training=services.records.training, parent=self)
        self._transfers = TransfersViewModel(services.transfers, formats, self) if services.transfers is not None else None
        if self._transfers is not None:
            self._transfers.failed.connect(self.failed)
            self._transfers.moved.connect(self._units.refresh)
        self._credit_transfers = CreditTransfersViewModel(services.records.credit_transfers, (reader, ledger, exports), formats=formats, parent=self)
        for page in (self._board, self._units, self._closing, self._records, self._police, self._credit_transfers):
            page.failed.connect(self.failed)
        self._closing.closedNow.connect(self.dayClosed)
        self.dayClosed.connect(self._records.archive_waiting)

    def welcome(self, person: Person, formats: Formats) -> None:
        """Somebody signed in; another person starts from the board, an inspector from the records."""
        if self._person is None or self._person.person_id != person.person_id:
            self._step = StoreStep.RECORDS if only_reads_records(person) else StoreStep.BOARD
        self._person = person
        self._police.welcome(person)
        self._units.welcome(person)
        if self._transfers is not None:
            self._transfers.welcome(person)
            self._transfers.speak(formats)
        self._credit_transfers.welcome(person)
        if self._step in (StoreStep.POLICE, StoreStep.CREDIT_TRANSFERS):
            self._step = StoreStep.BOARD
        for page in (self._board, self._units, self._closing, self._records, self._police, self._credit_transfers):
            page.speak(formats)
        self.changed.emit()

    def opened(self) -> None:
        """The workspace comes up: figures of this moment."""
        if self._person is None or not self._allowed():
            return
        self._records.open(self._person)
        if not self._records_only():
            self._board.open(self._person)
            if self._transfers is not None:
                self._transfers.refresh()
            self._units.refresh()

    def on_scan(self, code: ScannedCode) -> bool:
        """A scanned unit is shown in the table; False, and said so, when it is none of ours."""
        if not self._allowed() or self._records_only() or self._step is StoreStep.CLOSING:
            return False
        if self._step is StoreStep.POLICE:
            return self._police.on_scan(code)
        if self._step is StoreStep.TRANSFERS and self._transfers is not None and self._transfers.on_scan(code):
            return True
        if not self._units.on_scan(code):
            self._board.refuse(CodeUnknown(text=code.text))
            return False
        self._board.closeNotice()
        self._go(StoreStep.UNITS)
        self._units.refresh()
        return True

    @Slot(int)
    def show(self, step: int) -> None:
        """Board, stock or records."""
        if not self._records_only():
            self._go(StoreStep(step))
        self.opened()

    @Slot(str)
    def showStock(self, unit_state: str) -> None:
        """The units in one state; "" for all, those that are here longest first."""
        self._units.showOnly(unit_state)
        self.show(StoreStep.UNITS)

    @Slot()
    def showPolice(self) -> None:
        """The police register, for whoever may read it: its door, where the purpose is asked."""
        if self._police.may_read():
            self._go(StoreStep.POLICE)
            self._police.arrive()

    @Slot()
    def showCreditTransfers(self) -> None:
        """What is owed to sellers, for whoever may take files to the bank."""
        if self._credit_transfers.may_see():
            self._go(StoreStep.CREDIT_TRANSFERS)
            self._credit_transfers.arrive()

    @Slot()
    def closeDay(self) -> None:
        if self._person is not None and may(self._person, Right.CLOSE_DAY):
            self._closing.begin(self._person)
            self._go(StoreStep.CLOSING)

    def _back_to_board(self) -> None:
        self.show(StoreStep.BOARD)

    def _allowed(self) -> bool:
        return self._person is not None and (may(self._person, Right.SEE_BOARD) or may(self._person, Right.READ_RECORDS))

    def _records_only(self) -> bool:
        return self._person is not None and only_reads_records(self._person)

    def _go(self, step: StoreStep) -> None:
        if step is not self._step:
            if self._step is StoreStep.POLICE:
                self._police.closeBook()
            self._step = step
            self.changed.emit()

    transfers = Property(TransfersViewModel, lambda self: self._transfers, constant=True)
    movesUnits = Property(bool, lambda self: self._transfers is not None, constant=True)
    allowed = Property(bool, lambda self: self._allowed(), notify=changed)
    recordsOnly = Property(bool, lambda self: self._records_only(), notify=changed)
    step = Property(int, lambda self: int(self._step), notify=changed)
    board = Property(BoardViewModel, lambda self: self._board, constant=True)
    units = Property(UnitsViewModel, lambda self: self._units, constant=True)
    closing = Property(ClosingViewModel, lambda self: self._closing, constant=True)
    mayReadRegister = Property(bool, lambda self: self._police.may_read(), notify=changed)
    maySeeCreditTransfers = Property(bool, lambda self: self._credit_transfers.may_see(), notify=changed)
    creditTransfers = Property(CreditTransfersViewModel, lambda self: self._credit_transfers, constant=True)
    police = Property(PoliceViewModel, lambda self: self._police, constant=True)
    records = Property(RecordsViewModel, lambda self: self._records, constant=True)
