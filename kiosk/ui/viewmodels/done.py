"""The page after a sale: change, paper, the next sale. GUI thread; copies are written by the ledger worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.sales.ticket import Ticket
from kiosk.staff.rights import Right, may
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import PieceRow, TenderRow
from kiosk.ui.models.product_model import drawing_of
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.done_props import DoneFacts, DoneProps, derive, sold_facts
from kiosk.ui.viewmodels.invoice import InvoiceViewModel
from kiosk.ui.viewmodels.receipt import ReceiptViewModel
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class DoneViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The page *Vente enregistrée*."""

    changed = Signal()

    queued = Signal()

    def __init__(self, desk: TillDesk, *, formats: Formats, on_next: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._desk = desk
        self._on_next = on_next
        self._facts = DoneFacts()
        self._props = DoneProps()
        self._receipt = ReceiptViewModel(desk, formats=formats, on_refused=self._refuse, parent=self)
        self._invoice = InvoiceViewModel(desk, formats=formats, parent=self)
        self._receipt.queued.connect(self._receipt_left)
        self._tenders = RowsModel(TenderRow, key=lambda row: row.tender_id, parent=self)
        self._pieces = RowsModel(PieceRow, key=lambda row: row.place, parent=self)

    def show_ticket(self, ticket: Ticket, *, again: bool) -> None:
        """A ticket that was just validated, or one looked at ``again``."""
        unit_line = next((line for line in ticket.lines if line.unit_id and not line.came_back), None)
        product = self._desk.services.catalogue.product_by_id(unit_line.product_id) if unit_line else None
        self.closeNotice()
        sold_on = ticket.head.business_day
        sold = sold_facts(
            ticket, drawing=drawing_of(product) if product else "", again=again, return_until=self._desk.services.returns.last_day(sold_on),
            guarantee_months=self._desk.services.guarantees.terms(sold_on).legal_months,
        )  # fmt: skip
        self._receipt.begin(ticket.number)
        self._invoice.begin(ticket.number)
        self._fold(DoneFacts(sold, may_reprint=may(self._desk.who(), Right.REPRINT)))
        self.refresh_paper()

    def refresh_paper(self) -> None:
        """The print queue moved: what became of the paper on show."""
        if self._facts.sold is not None:
            job = self._desk.services.papers.of_ticket(self._facts.sold.ticket_id)
            self._fold(replace(self._facts, paper=job.state if job else None, paper_job_id=job.job_id if job else ""))
            self._receipt.refresh()

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        self._receipt.speak(formats)
        self._invoice.speak(formats)

    @Slot()
    def reprint(self) -> None:
        """The original while nothing has left yet; else a copy, numbered and marked as such."""
        sold, person, services = self._facts.sold, self._desk.who(), self._desk.services
        if sold is None or self._facts.busy or not self._props.can_reprint:
            return
        self._fold(replace(self._facts, busy=True))
        self._desk.run(lambda: services.receipts.print(sold.number, person=person), self._wrote, self._failed)

    @Slot()
    def paperCameOut(self) -> None:
        self._settle_paper(came_out=True)

    @Slot()
    def paperDidNotComeOut(self) -> None:
        self._settle_paper(came_out=False)

    @Slot()
    def startNext(self) -> None:
        self.leave()
        self._on_next()

    def _settle_paper(self, *, came_out: bool) -> None:
        job_id = self._facts.paper_job_id
        self._desk.run(lambda: self._desk.services.papers.settle(job_id, came_out=came_out), self._wrote, self._failed)

    def leave(self) -> None:
        """A scan began the next sale: no sheet may stand over it."""
        self._receipt.close()
        self._invoice.close()

    @Slot()
    def _receipt_left(self) -> None:
        self.refresh_paper()
        self.queued.emit()

    def _wrote(self, _: object) -> None:
        self._fold(replace(self._facts, busy=False))
        self.refresh_paper()
        self.queued.emit()

    def _failed(self, error: Exception) -> None:
        self._fold(replace(self._facts, busy=False))
        self._refuse(error)

    def _fold(self, facts: DoneFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        self._tenders.show(self._props.tenders)
        self._pieces.show(self._props.pieces)
        if before != self._props:
            self.changed.emit()

    number = shown("number", str, changed)
    total = shown("total", str, changed)
    clock = shown("clock", str, changed)
    change = shown("change", str, changed)
    wideChange = shown("wide_change", bool, changed)
    again = shown("again", bool, changed)
    ticketKind = shown("ticket_kind", str, changed)
    paidBack = shown("paid_back", bool, changed)
    hasUnit = shown("has_unit", bool, changed)
    unitName = shown("unit_name", str, changed)
    unitDrawing = shown("unit_drawing", str, changed)
    returnUntil = shown("return_until", str, changed)
    guaranteeMonths = shown("guarantee_months", int, changed)
    paperTone = shown("paper_tone", str, changed)
    paperPrinted = shown("paper_printed", bool, changed)
    paperUnknown = shown("paper_unknown", bool, changed)
    paperNone = shown("paper_none", bool, changed)
    paperFailed = shown("paper_failed", bool, changed)
    canReprint = shown("can_reprint", bool, changed)
    busy = shown("busy", bool, changed)
    invoice = Property(InvoiceViewModel, lambda self: self._invoice, constant=True)
    receipt = Property(ReceiptViewModel, lambda self: self._receipt, constant=True)
    tenders = Property(QObject, lambda self: self._tenders, constant=True)
    pieces = Property(QObject, lambda self: self._pieces, constant=True)
