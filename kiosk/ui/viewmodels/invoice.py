"""An invoice for the company that the customer names, on the page after a sale. GUI thread; its file is made on the worker for errands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.errors import Refused
from kiosk.sales.email import EmailRefused
from kiosk.sales.invoice import Company
from kiosk.sales.invoice_store import StoredInvoice
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.invoice_props import InvoiceFacts, InvoiceProps, PlaceRow, derive, place_rows
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


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
        self._places = RowsModel(PlaceRow, key=lambda row: row.path, parent=self)

    def begin(self, ticket_number: str) -> None:
        """Another ticket is on show."""
        invoices = self._desk.services.invoices
        issued = invoices.of_ticket(ticket_number)
        self._fold(InvoiceFacts(ticket_number, offered=invoices.offered, issued=issued, ready=issued is not None, mails=invoices.mails))

    @Slot()
    def ask(self) -> None:
        """Filled in as far as the customer's file knows; drives are looked for meanwhile."""
        invoices, number = self._desk.services.invoices, self._facts.ticket_number
        self._fold(replace(self._facts, addressee=invoices.addressee(number), mailed=invoices.mailed(number), open=True, fault="", field=""))
        self._desk.ask_central(invoices.folders, self._found_places, self._failed)

    @Slot()
    def close(self) -> None:
        self._fold(replace(self._facts, open=False))

    @Slot(str, str, str, str, str)
    def issue(self, name: str, siren: str, vat_number: str, street: str, town: str) -> None:
        """Numbered and sealed at once; the file follows."""
        if self._facts.issued is not None:
            return
        number, person, invoices = self._facts.ticket_number, self._desk.who(), self._desk.services.invoices
        company = Company(name, siren, (street, town), vat_number)
        self._run(self._desk.run, lambda: invoices.issue(number, company, person=person), self._issued)

    @Slot(str)
    def mail(self, address: str) -> None:
        """To this address, which is forgotten when it has left."""
        issued, person, invoices = self._facts.issued, self._desk.who(), self._desk.services.invoices
        if issued is not None:
            self._run(self._desk.run, lambda: invoices.mail(issued.number, address, person=person), self._mailed)

    @Slot(str)
    def save(self, path: str) -> None:
        """Onto a drive, or into the kiosk's folder."""
        issued, invoices = self._facts.issued, self._desk.services.invoices
        if issued is not None:
            self._run(self._desk.ask_central, lambda: invoices.save(issued.number, Path(path)), self._saved)

    def _run(self, road: Callable[..., None], work: Callable[[], object], done: Callable[..., None]) -> None:
        """One thing at a time."""
        if not self._facts.busy:
            self._fold(replace(self._facts, busy=True, fault="", field="", saved=""))
            road(work, done, self._failed)

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

    def _mailed(self, _: object) -> None:
        self._fold(replace(self._facts, busy=False, mailed=self._desk.services.invoices.mailed(self._facts.ticket_number)))

    def _saved(self, path: Path) -> None:
        self._fold(replace(self._facts, busy=False, saved=str(path)))

    def _found_places(self, folders: tuple[Path, ...]) -> None:
        self._fold(replace(self._facts, folders=folders))

    def _failed(self, error: Exception) -> None:
        words = text_of(error, self._formats.language, currency=self._formats.currency)
        field = "email" if isinstance(error, EmailRefused) else str(error.facts.get("field", "")) if isinstance(error, Refused) else ""
        fault = words.what if field == "email" else words.todo if field else f"{words.what} {words.todo}"
        self._fold(replace(self._facts, busy=False, fault=fault, field=field))

    def _fold(self, facts: InvoiceFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts)
        self._places.show(place_rows(self._facts))
        if before != self._props:
            self.changed.emit()

    offered = shown("offered", bool, changed)
    open = shown("open", bool, changed)
    number = shown("number", str, changed)
    company = shown("company", str, changed)
    credit = shown("credit", bool, changed)
    ready = shown("ready", bool, changed)
    knownName = shown("known_name", str, changed)
    knownSiren = shown("known_siren", str, changed)
    knownVat = shown("known_vat", str, changed)
    knownStreet = shown("known_street", str, changed)
    knownTown = shown("known_town", str, changed)
    knownEmail = shown("known_email", str, changed)
    canMail = shown("can_mail", bool, changed)
    mailState = shown("mail_state", str, changed)
    mailAddress = shown("mail_address", str, changed)
    savedAs = shown("saved_as", str, changed)
    fault = shown("fault", str, changed)
    wrong = shown("wrong", str, changed)
    busy = shown("busy", bool, changed)
    places = Property(QObject, lambda self: self._places, constant=True)
