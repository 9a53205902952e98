"""Today's board: read on the reader when it is opened and asked for again, shown on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.clock import Clock
from kiosk.basics.results import Err, Ok, Result
from kiosk.sales.closing_service import ClosingService
from kiosk.sales.desk.deposit_service import DepositService
from kiosk.sales.drawer_service import DrawerService
from kiosk.staff.people import Person
from kiosk.stock.service import StockService
from kiosk.tradein.board import BenchBoard
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.models.store_model import AgeRow, FunnelRow, HourRow, PointRow, ScaleRow, StateRow
from kiosk.ui.viewmodels.board_props import BoardFacts, BoardProps, derive
from kiosk.ui.viewmodels.records import RecordsServices
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.transfers import TransferOffice
from kiosk.ui.viewmodels.unit_papers import UnitPapers

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class StoreServices:
    """The services that the store calls; ``bench`` gives the trade-ins of the day, ``records`` the files for accountant and tax office."""

    closing: ClosingService
    drawer: DrawerService
    stock: StockService
    bench: Callable[[], BenchBoard]
    clock: Clock
    records: RecordsServices
    deposits: DepositService
    papers: UnitPapers | None = None
    transfers: TransferOffice | None = None


@QmlElement
@QmlUncreatable("made by the composition root")
class BoardViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The tab *Tableau* of the store."""

    changed = Signal()

    def __init__(self, services: StoreServices, reader: Jobs, *, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._services = services
        self._reader = reader
        self._person: Person | None = None
        self._facts = BoardFacts()
        self._props = BoardProps()
        self._hours = RowsModel(HourRow, key=lambda row: row.hour_of_day, parent=self)
        self._scale = RowsModel(ScaleRow, key=lambda row: row.part, parent=self)
        self._states = RowsModel(StateRow, key=lambda row: row.unit_state, parent=self)
        self._ages = RowsModel(AgeRow, key=lambda row: row.from_days, parent=self)
        self._funnel = RowsModel(FunnelRow, key=lambda row: row.place, parent=self)
        self._points = RowsModel(PointRow, key=lambda row: row.kind, parent=self)

    def open(self, person: Person) -> None:
        """Somebody who may see it looks at it."""
        self._person = person
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        person, services = self._person, self._services
        if person is None:
            return

        def read() -> BoardFacts:
            board = services.closing.board(person=person)
            stock = services.stock
            return BoardFacts(
                board, stock.stock_by_state(), stock.ageing(), services.bench(), services.deposits.late_count(), len(stock.unlawful_names())
            )  # fmt: skip

        self._fold(replace(self._facts, busy=True))
        self._reader.run(read, self._took)

    def _took(self, result: Result[BoardFacts]) -> None:
        match result:
            case Ok(facts):
                self.closeNotice()
                self._fold(facts)
            case Err(error):
                self._fold(replace(self._facts, busy=False))
                self._refuse(error)

    def _fold(self, facts: BoardFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        props = derive(self._facts, now=self._services.clock.now_utc(), formats=self._formats)
        before, self._props = self._props, props
        self._hours.show(props.hours)
        self._scale.show(props.scale)
        self._states.show(props.states)
        self._ages.show(props.ages)
        self._funnel.show(props.funnel)
        self._points.show(props.points)
        if before != props:
            self.changed.emit()

    day = shown("day", str, changed)
    takings = shown("takings", str, changed)
    nonSale = shown("non_sale", str, changed)
    tickets = shown("tickets", str, changed)
    itemCount = shown("item_count", int, changed)
    average = shown("average", str, changed)
    margin = shown("margin", str, changed)
    marginPart = shown("margin_part", str, changed)
    cashExpected = shown("cash_expected", str, changed)
    cashFloat = shown("cash_float", str, changed)
    drawerOpen = shown("drawer_open", bool, changed)
    paused = shown("paused", str, changed)
    pausedFor = shown("paused_for", str, changed)
    unitCount = shown("unit_count", int, changed)
    stockCost = shown("stock_cost", str, changed)
    boughtAmount = shown("bought_amount", str, changed)
    pointCount = shown("point_count", int, changed)
    hourCount = shown("hour_count", int, changed)
    busy = shown("busy", bool, changed)
    hours = Property(QObject, lambda self: self._hours, constant=True)
    scale = Property(QObject, lambda self: self._scale, constant=True)
    states = Property(QObject, lambda self: self._states, constant=True)
    ages = Property(QObject, lambda self: self._ages, constant=True)
    funnel = Property(QObject, lambda self: self._funnel, constant=True)
    points = Property(QObject, lambda self: self._points, constant=True)
