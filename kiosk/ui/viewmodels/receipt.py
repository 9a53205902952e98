"""Which receipt the customer takes: a QR code to scan, paper, a mail, or none. GUI thread; what leaves is written by the ledger worker."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.documents.qr import qr_png
from kiosk.sales.email import EmailRefused
from kiosk.sales.receipt_policy import Channel
from kiosk.sales.receipt_service import Shown
from kiosk.staff.people import Person
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.receipt_props import ReceiptFacts, ReceiptProps, derive
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class ReceiptViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The choice on the page after a sale; ``on_refused`` shows what could not be done, ``queued`` wakes the printers."""

    changed = Signal()
    queued = Signal()

    def __init__(self, desk: TillDesk, *, formats: Formats, on_refused: Callable[[Exception], None], parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._desk = desk
        self._on_refused = on_refused
        self._facts = ReceiptFacts()
        self._props = ReceiptProps()

    def begin(self, number: str) -> None:
        """Another ticket is on show; nothing of the one before stays."""
        self._fold(ReceiptFacts(number, self._desk.services.receipts.choices(number)))
        self.refresh()

    def refresh(self) -> None:
        """A mail may have left meanwhile."""
        mails = [item for item in self._desk.services.receipts.deliveries(self._facts.number) if item.channel == Channel.EMAIL.value]
        if mails:
            self._fold(replace(self._facts, mailed=mails[-1].state, address=mails[-1].address or ""))

    @Slot()
    def showQr(self) -> None:
        """Made once for a ticket on show: looking at it again is no new copy."""
        if self._facts.qr_source:
            self._fold(replace(self._facts, sheet="qr"))
        elif self._props.can_show and not self._facts.busy:
            number, person = self._facts.number, self._desk.who()
            self._fold(replace(self._facts, busy=True))
            self._desk.run(lambda: self._made(number, person), self._show, self._failed)

    @Slot()
    def askEmail(self) -> None:
        if self._props.can_mail:
            consent = self._desk.services.desk.customers.consent_asked()
            self._fold(replace(self._facts, sheet="email", fault="", consent=consent.text))

    @Slot(str, bool)
    def sendEmail(self, address: str, offers: bool) -> None:
        """``offers`` is the customer's separate yes to being written to later (SEC-01)."""
        if self._facts.busy:
            return
        number, person = self._facts.number, self._desk.who()
        self._fold(replace(self._facts, busy=True, fault=""))
        self._desk.run(lambda: self._send(number, address, offers=offers, person=person), self._mailed, self._failed)

    @Slot()
    def printGift(self) -> None:
        number, person, tickets = self._facts.number, self._desk.who(), self._desk.services.tickets
        if not self._facts.busy:
            self._fold(replace(self._facts, busy=True))
            self._desk.run(lambda: tickets.print_gift(number, person=person), self._printed, self._failed)

    @Slot()
    def printQr(self) -> None:
        """The code on the screen, on paper."""
        number, link, person, receipts = self._facts.number, self._facts.link, self._desk.who(), self._desk.services.receipts
        if link and not self._facts.busy:
            self._fold(replace(self._facts, busy=True))
            self._desk.run(lambda: receipts.print_link(number, link, person=person), self._printed, self._failed)

    @Slot()
    def close(self) -> None:
        self._fold(replace(self._facts, sheet="", fault=""))

    def _send(self, number: str, address: str, *, offers: bool, person: Person) -> None:
        """On the ledger worker: the receipt first, and then what has nothing to do with it."""
        self._desk.services.receipts.mail(number, address, person=person)
        if offers:
            self._desk.services.desk.customers.agree_to_offers(address, person=person)

    def _made(self, number: str, person: Person) -> tuple[str, Shown]:
        """On the ledger worker: the receipt counted and its picture drawn."""
        handed = self._desk.services.receipts.show(number, person=person)
        return "data:image/png;base64," + base64.b64encode(qr_png(handed.link)).decode("ascii"), handed

    def _show(self, made: tuple[str, Shown]) -> None:
        self._fold(replace(self._facts, busy=False, sheet="qr", qr_source=made[0], link=made[1].link, qr_copy=made[1].copy_number))

    def _mailed(self, _copy: object) -> None:
        self._fold(replace(self._facts, busy=False, sheet=""))
        self.refresh()

    def _printed(self, _: object) -> None:
        self._fold(replace(self._facts, busy=False))
        self.queued.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, EmailRefused):
            self._fold(replace(self._facts, busy=False, fault=text_of(error, self._formats.language, currency=self._formats.currency).what))
            return
        self._fold(replace(self._facts, busy=False, sheet=""))
        self._on_refused(error)

    def _fold(self, facts: ReceiptFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts)
        if before != self._props:
            self.changed.emit()

    asked = shown("asked", bool, changed)
    canShow = shown("can_show", bool, changed)
    canMail = shown("can_mail", bool, changed)
    wasShown = shown("was_shown", bool, changed)
    handedOver = shown("handed_over", bool, changed)
    qrOpen = shown("qr_open", bool, changed)
    qrSource = shown("qr_source", str, changed)
    qrCopy = shown("qr_copy", str, changed)
    mailOpen = shown("mail_open", bool, changed)
    consent = shown("consent", str, changed)
    mailState = shown("mail_state", str, changed)
    mailAddress = shown("mail_address", str, changed)
    fault = shown("fault", str, changed)
    busy = shown("busy", bool, changed)
