"""An invoice for the company that the customer names, on the page after a sale. GUI thread; its file is made on the worker for errands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.errors import Refused
from kiosk.sales.invoice import Company
from kiosk.sales.invoice_store import StoredInvoice
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class InvoiceFacts:
    """``issued`` is the invoice that the ticket on show has; ``ready`` once its file is stored."""

    ticket_number: str = ""
    open: bool = False
    issued: StoredInvoice | None = None
    ready: bool = False
    fault: str = ""
    field: str = ""
    busy: bool = False


@dataclass(frozen=True, slots=True)
class InvoiceProps:
    """Finished words for QML; ``wrong`` names the field to look at again."""

    open: bool = False
    number: str = ""
    company: str = ""
    ready: bool = False
    fault: str = ""
    wrong: str = ""
    busy: bool = False


def derive(facts: InvoiceFacts) -> InvoiceProps:
    issued = facts.issued
    number, company = ("", "") if issued is None else (issued.number, issued.paper.buyer.name)
    return InvoiceProps(facts.open, number, company, facts.ready, facts.fault, facts.field, facts.busy)


@QmlElement
@QmlUncreatable("made by the composition root")
class InvoiceViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The sheet *Facture*."""

    changed = Signal()

    def __init__(self, desk: TillDesk, *, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._desk = desk
        self._facts = InvoiceFacts()
        self._props = InvoiceProps()

    def begin(self, ticket_number: str) -> None:
        """Another ticket is on show."""
        issued = self._desk.services.invoices.of_ticket(ticket_number)
        self._fold(InvoiceFacts(ticket_number, issued=issued, ready=issued is not None))

    @Slot()
    def ask(self) -> None:
        self._fold(replace(self._facts, open=True, fault="", field=""))

    @Slot()
    def close(self) -> None:
        self._fold(replace(self._facts, open=False))

    @Slot(str, str, str, str)
    def issue(self, name: str, siren: str, street: str, town: str) -> None:
        """Numbered and sealed at once; the file follows."""
        if self._facts.busy or self._facts.issued is not None:
            return
        number, person, invoices = self._facts.ticket_number, self._desk.who(), self._desk.services.invoices
        company = Company(name, siren, (street, town))
        self._fold(replace(self._facts, busy=True, fault="", field=""))
        self._desk.run(lambda: invoices.issue(number, company, person=person), self._issued, self._failed)

    def _issued(self, issued: StoredInvoice) -> None:
        self._fold(replace(self._facts, busy=False, issued=issued))
        invoices = self._desk.services.invoices
        self._desk.ask_central(lambda: invoices.made(issued.number), self._made, self._failed)

    def _made(self, content: bytes) -> None:
        """Set outside of the ledger worker, stored by it."""
        issued, invoices = self._facts.issued, self._desk.services.invoices
        if issued is not None:
            self._desk.run(lambda: invoices.keep(issued.number, content), self._kept, self._failed)

    def _kept(self, _: object) -> None:
        self._fold(replace(self._facts, ready=True))

    def _failed(self, error: Exception) -> None:
        words = text_of(error, self._formats.language, currency=self._formats.currency)
        field = str(error.facts.get("field", "")) if isinstance(error, Refused) else ""
        self._fold(replace(self._facts, busy=False, fault=words.todo if field else f"{words.what} {words.todo}", field=field))

    def _fold(self, facts: InvoiceFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts)
        if before != self._props:
            self.changed.emit()

    open = shown("open", bool, changed)
    number = shown("number", str, changed)
    company = shown("company", str, changed)
    ready = shown("ready", bool, changed)
    fault = shown("fault", str, changed)
    wrong = shown("wrong", str, changed)
    busy = shown("busy", bool, changed)
