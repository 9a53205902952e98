"""The workspace *Diagnostic*: its home (scan, today's trade-ins, what waits), and which page is up. GUI thread.

A scan of a device that is not ours begins a trade-in; of a unit of ours, whatever it waits for.
"""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from functools import partial

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.clock import utc_text
from kiosk.catalogue.codes import PageAnswer, ScannedCode, decode
from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics.desk import InspectionScreen
from kiosk.diagnostics.events import ReadBy
from kiosk.staff.people import Person
from kiosk.stock.units import Unit, UnitState
from kiosk.tradein.identify import Reading
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.answering import AnsweringViewModel
from kiosk.ui.viewmodels.beginning import Begun, OfOurs, ToChoose, begin, begin_as, read_lists
from kiosk.ui.viewmodels.bench import Bench, BenchViewModel, held_words
from kiosk.ui.viewmodels.bench_lists import BenchLists, HomeProps, TradeInRow, UnitRow, trade_in_rows, unit_rows
from kiosk.ui.viewmodels.cable import CableViewModel
from kiosk.ui.viewmodels.erasure import ErasureViewModel
from kiosk.ui.viewmodels.identified import IdentifiedViewModel, family_of
from kiosk.ui.viewmodels.inspection import InspectionViewModel
from kiosk.ui.viewmodels.kept_offers import KeptOffersViewModel
from kiosk.ui.viewmodels.laptops import LaptopsViewModel
from kiosk.ui.viewmodels.past import PastViewModel
from kiosk.ui.viewmodels.plugging import Plugging, name_in
from kiosk.ui.viewmodels.screen import shown
from kiosk.ui.viewmodels.trade_in import TradeInViewModel
from kiosk.ui.viewmodels.workshop import WorkshopViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
LONGEST_CODE = 20
TICK_MS = 1000
TICKS_PER_REFRESH = 15


class Page(IntEnum):
    """The order of the pages in ``DiagnosticWorkspace.qml``."""

    HOME = 0
    TRADE_IN = 1
    BOUGHT = 2
    INSPECTION = 3
    INSPECTED = 4
    ERASURE = 5
    WORKSHOP = 6


@QmlElement
@QmlUncreatable("made by the composition root")
class DiagnosticViewModel(BenchViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """Root of the workspace."""

    changed = Signal()
    stepChanged = Signal()

    def __init__(self, bench: Bench, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(bench, formats, parent)
        self._page = Page.HOME
        self._props = HomeProps()
        self._scanned: Reading | None = None
        self._lists = BenchLists()
        self._ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._trade_in = TradeInViewModel(bench, formats, on_left=self.goHome, read_again=lambda: self.plugging.read_again(), parent=self)
        self._inspection = InspectionViewModel(bench, formats, on_left=self.goHome, parent=self)
        self._erasure = ErasureViewModel(bench, formats, on_left=self.goHome, parent=self)
        cable = CableViewModel(bench.jobs, partial(name_in, bench.catalogue), self)
        self.plugging = Plugging(
            cable, page=self._device_page, at_work=lambda: self._person is not None, begin=self._begin_at_home,
            asking=lambda: self._scanned if self._props.choosing_model else None,
        )  # fmt: skip
        self._workshop = WorkshopViewModel(bench, formats, on_opened=lambda: self._go(Page.WORKSHOP), on_left=self.goHome, parent=self)
        self._trade_in_rows = RowsModel(TradeInRow, key=lambda row: row.session_id, parent=self)
        self._inspect_rows = RowsModel(UnitRow, key=lambda row: row.unit_id, parent=self)
        self._erase_rows = RowsModel(UnitRow, key=lambda row: row.unit_id, parent=self)
        self._identified = IdentifiedViewModel(self)
        self._past = PastViewModel(bench.beside, formats, self)
        self._laptops = LaptopsViewModel(bench.beside, begin=self._begin, parent=self)
        self._kept = KeptOffersViewModel(bench, formats, on_screen=self._open_trade_in, parent=self)
        for page in (self._trade_in, self._inspection, self._erasure, self._kept, self._workshop):
            self._adopt(page)
        self._trade_in.changed.connect(self._settle_page)
        self._inspection.changed.connect(self._settle_page)

    def welcome(self, person: Person | None) -> None:
        """Somebody signed in; the page they left stays as it was."""
        super().welcome(person)
        if person is not None and person.language != self._formats.language:
            self.speak(replace(self._formats, language=person.language))
        self._timer.start()
        self.plugging.take_readings()
        if person is not None and self._page is Page.HOME:
            self.refresh()

    @Slot()
    def tick(self) -> None:
        """Once a second while somebody is at work: the clock of the trade-in, and the lists now and then."""
        if self._person is None:
            return
        if self._page is Page.TRADE_IN:
            self._trade_in.tick()
        self._ticks += 1
        if self._page is Page.HOME and self._ticks % TICKS_PER_REFRESH == 0:
            self.refresh()

    def on_scan(self, code: ScannedCode) -> None:
        """A code while this workspace is up: it begins or takes up work from the home, and is refused in words where it cannot."""
        if isinstance(code, PageAnswer) and self._page in (Page.TRADE_IN, Page.INSPECTION):
            (self._trade_in if self._page is Page.TRADE_IN else self._inspection).take_self_test(code.text)
        elif self._page is Page.TRADE_IN:
            self._trade_in.on_scan(code)
        elif self._person is not None:
            self._begin_at_home(self._laptops.completed(Reading(code)))

    def refresh(self) -> None:
        """Read the lists again, and look at what is plugged in."""
        self._laptops.refresh()
        self._workshop.refresh()
        since = utc_text(self._formats.midnight(self._bench.clock.now_utc()))
        bench = self._bench
        bench.jobs.run(lambda: read_lists(bench, since_utc=since), lambda result: self._show_lists(getattr(result, "value", self._lists)))

    @Slot(str)
    def typeDigit(self, digit: str) -> None:
        if len(self._props.typed) < LONGEST_CODE:
            self._set(replace(self._props, typed=self._props.typed + digit))

    @Slot()
    def eraseDigit(self) -> None:
        self._set(replace(self._props, typed=self._props.typed[:-1]))

    @Slot()
    def beginTyped(self) -> None:
        """What was typed on the pad, as if it had been scanned."""
        if self._props.typed:
            self._begin(self._laptops.completed(Reading(decode(self._props.typed), ReadBy.TYPED)))

    @Slot(str)
    def chooseModel(self, model_id: str) -> None:
        """The exact storage and colour of the device that was scanned."""
        read = self._scanned
        if read is not None:
            self._do(lambda: begin_as(self._bench, read, self.person, model_id=model_id), self._open_trade_in)

    @Slot()
    def closeModels(self) -> None:
        self._set(replace(self._props, choosing_model=False))

    @Slot(str)
    def resume(self, session_id: str) -> None:
        self._do(lambda: self._bench.trade_ins.screen(session_id), self._open_trade_in)

    @Slot(str)
    def inspect(self, unit_id: str) -> None:
        self._do(lambda: self._bench.inspections.start(unit_id, self.person), self._open_inspection)

    @Slot(str)
    def erase(self, unit_id: str) -> None:
        unit = next((unit for unit in self._lists.to_erase if unit.unit_id == unit_id), None)
        if unit is not None:
            self._open_erasure(unit, self._lists.models[unit.model_id])

    @Slot()
    def goHome(self) -> None:
        self._go(Page.HOME)
        self.refresh()

    def _begin_at_home(self, read: Reading) -> None:
        if self._page in (Page.HOME, Page.INSPECTED):
            self._begin(read)

    def _begin(self, read: Reading) -> None:
        bench, person = self._bench, self.person
        self._scanned = read
        self._do(lambda: begin(bench, read, person), self._begun)

    def _begun(self, found: Begun) -> None:
        self._set(replace(self._props, typed=""))
        match found:
            case TradeInScreen():
                self._open_trade_in(found)
            case InspectionScreen():
                self._open_inspection(found)
            case ToChoose(device, models):
                self._identified.show(device, models)
                self._past.look(device.imei, device.serial, device.seen, family=family_of(device))
                self._set(replace(self._props, choosing_model=True))
            case OfOurs(unit, _) if unit.state is not UnitState.TO_ERASE:
                self._workshop.open(unit.unit_id)
            case OfOurs(unit, model):
                self._open_erasure(unit, model)

    def _open_trade_in(self, screen: TradeInScreen) -> None:
        self._set(replace(self._props, choosing_model=False))
        self._laptops.used(self._scanned)
        if screen.decision is None:
            self._past.look(screen.device.imei, screen.device.serial, screen.seen, family=(screen.model.brand, screen.model.name))
        self._trade_in.open(screen)
        self._go(Page.TRADE_IN)
        self.plugging.take_readings()

    def _open_inspection(self, screen: InspectionScreen) -> None:
        self._laptops.used(self._scanned)
        self._inspection.open(screen)
        self._go(Page.INSPECTION)
        self.plugging.take_readings()

    def _open_erasure(self, unit: Unit, model: DeviceModel) -> None:
        self._erasure.open(unit, model)
        self._go(Page.ERASURE)

    def _device_page(self) -> AnsweringViewModel | None:
        pages: dict[Page, AnsweringViewModel] = {Page.TRADE_IN: self._trade_in, Page.INSPECTION: self._inspection}
        return pages.get(self._page)

    @Slot()
    def _settle_page(self) -> None:
        """A purchase, a refusal or the end of an inspection brings its own page up."""
        if self._page in (Page.TRADE_IN, Page.BOUGHT):
            self._go(Page.BOUGHT if self._trade_in.done_page_is_up() else Page.TRADE_IN)
        elif self._page is Page.INSPECTION and self._inspection.is_finished():
            self._go(Page.INSPECTED)

    def _show_lists(self, lists: BenchLists) -> None:
        self._lists = lists
        self._trade_in_rows.show(trade_in_rows(lists.trade_ins, self._formats))
        now, why = self._bench.clock.now_utc(), held_words(self._bench.papers, self._formats.language)
        self._inspect_rows.show(unit_rows(lists.to_inspect, lists.models, now, self._person, why))
        self._erase_rows.show(unit_rows(lists.to_erase, lists.models, now, None, why))
        counts = (len(lists.trade_ins), len(lists.to_inspect), len(lists.to_erase))
        counted = replace(self._props, trade_in_count=counts[0], to_inspect_count=counts[1], to_erase_count=counts[2])
        self._set(replace(counted, book_in_force=lists.books.in_force, refused_book=lists.books.refused[0], refused_why=lists.books.refused[1]))

    def _show_again(self) -> None:
        self.plugging.cable.speak(self._formats)
        self._show_lists(self._lists)
        self._past.speak(self._formats)

    def _set(self, props: HomeProps) -> None:
        if props != self._props:
            self._props = props
            self.changed.emit()

    def _go(self, page: Page) -> None:
        if page is not self._page:
            self._page = page
            self.stepChanged.emit()

    step = Property(int, lambda self: int(self._page), notify=stepChanged)
    tradeIn = Property(TradeInViewModel, lambda self: self._trade_in, constant=True)
    inspection = Property(InspectionViewModel, lambda self: self._inspection, constant=True)
    cable = Property(CableViewModel, lambda self: self.plugging.cable, constant=True)
    erasure = Property(ErasureViewModel, lambda self: self._erasure, constant=True)
    keptOffers = Property(KeptOffersViewModel, lambda self: self._kept, constant=True)
    workshop = Property(WorkshopViewModel, lambda self: self._workshop, constant=True)
    tradeInsOffered = Property(bool, lambda self: self._bench.trade_ins.rules.offered, constant=True)
    tradeInsOpen = Property(bool, lambda self: self._bench.trade_ins.rules.offered and self._bench.trade_ins.rules.declared, constant=True)
    tradeIns = Property(QObject, lambda self: self._trade_in_rows, constant=True)
    toInspect = Property(QObject, lambda self: self._inspect_rows, constant=True)
    toErase = Property(QObject, lambda self: self._erase_rows, constant=True)
    past = Property(PastViewModel, lambda self: self._past, constant=True)
    laptops = Property(LaptopsViewModel, lambda self: self._laptops, constant=True)
    identified = Property(IdentifiedViewModel, lambda self: self._identified, constant=True)
    typed = shown("typed", str, changed)
    choosingModel = shown("choosing_model", bool, changed)
    tradeInCount = shown("trade_in_count", int, changed)
    toInspectCount = shown("to_inspect_count", int, changed)
    toEraseCount = shown("to_erase_count", int, changed)
    refusedBook = shown("refused_book", str, changed)
    refusedWhy = shown("refused_why", str, changed)
    bookInForce = shown("book_in_force", str, changed)
