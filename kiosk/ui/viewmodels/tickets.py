"""The page *Tickets*: find one by number, serial, card or day; see its guarantee; choose what comes back of it. GUI thread.

Searches run on the reader. What is chosen becomes lines of the basket through ``on_give_back``; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Err, Ok, Result
from kiosk.catalogue.codes import ScannedCode, TicketNumber
from kiosk.errors import KioskError
from kiosk.sales.after.guarantees import UnderGuarantee
from kiosk.sales.after.returns import LONGEST_NOTE, ReturnableLine
from kiosk.sales.after.right import ReturnElsewhere
from kiosk.sales.basket import Basket
from kiosk.sales.store import StoredTicket
from kiosk.sales.tickets import TicketUnknown
from kiosk.staff.approvals import Approval
from kiosk.staff.rights import Right, RightMissing, may
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.elsewhere import ElsewhereViewModel
from kiosk.ui.viewmodels.giving_back import ask_right, with_lines
from kiosk.ui.viewmodels.repair import RepairViewModel
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.ticket_props import FoundRow, GiveBackRow, ReasonRow, TicketFacts, TicketProps, derive, unscanned, with_opened
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
TakeBack = Callable[[Basket], Basket]


@QmlElement
@QmlUncreatable("made by the composition root")
class TicketsViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``on_give_back`` puts lines into the basket and gives the refusal, or None; ``basket_id`` is what an approval is good for."""

    changed = Signal()
    queued = Signal()
    left = Signal()
    accepted = Signal()

    def __init__(
        self, desk: TillDesk, reader: Jobs, *, formats: Formats, basket_id: Callable[[], str], on_give_back: Callable[[TakeBack], KioskError | None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._desk = desk
        self._reader = reader
        self._basket_id = basket_id
        self._on_give_back = on_give_back
        self._repair = RepairViewModel(desk, formats=formats, on_repaired=self._repaired, parent=self)
        self._elsewhere = ElsewhereViewModel(
            desk, formats=formats, on_found=lambda found: self._fold(replace(self._facts, elsewhere=found, searched=True)), on_taken=self.open,
            on_failed=self._refuse, parent=self,
        )  # fmt: skip
        self._facts = TicketFacts()
        self._props = TicketProps()
        self._found = RowsModel(FoundRow, key=lambda row: row.number, parent=self)
        self._lines = RowsModel(GiveBackRow, key=lambda row: row.line_id, parent=self)
        self._reasons = RowsModel(ReasonRow, key=lambda row: row.code, parent=self)

    def begin(self) -> None:
        """The tickets of today."""
        self.closeNotice()
        self._elsewhere.begin()
        self._fold(TicketFacts(today=self._desk.services.returns.today(), may_reprint=may(self._desk.who(), Right.REPRINT)))
        self.search("")

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        self._repair.speak(formats)
        self._elsewhere.speak(formats)

    def show_unit(self, code: ScannedCode) -> bool:
        """The ticket of the device that was scanned, the device chosen and its number read; False when this till never sold it, or cannot
        know what became of it since: its ticket is given back at another now.
        """
        cover = self._desk.services.guarantees.of_code(code)
        if cover is None or self._desk.services.returns.returnable(cover.ticket.number).held_by:
            return False
        self._show(cover.ticket.number)
        self._scanned(code)
        return True

    def on_scan(self, code: ScannedCode) -> None:
        """A ticket's number opens it; a device is checked against the one that is waited for, or its own ticket is opened."""
        if isinstance(code, TicketNumber):
            self.open(code.text)
        elif unscanned(self._facts) is not None:
            self._attempt(lambda: self._check(code))
        elif not self.show_unit(code):
            self.look_elsewhere(code)

    def look_elsewhere(self, code: ScannedCode) -> None:
        """A device that this till never sold, or that another may have taken back since."""
        self.search(code.text)
        self._elsewhere.look(code.text, scanned=True)

    @Slot()
    def askOthers(self) -> None:
        """The same search at the other tills."""
        if self._facts.query:
            self.closeNotice()
            self._elsewhere.look(self._facts.query)

    @Slot(str)
    def search(self, text: str) -> None:
        """The tickets of today while nothing is typed."""
        returns, query = self._desk.services.returns, text if text.strip() else ""
        self._fold(replace(self._facts, query=query, elsewhere=(), searched=self._facts.searched and query != ""))
        work = (lambda: returns.search(text)) if query else (lambda: returns.on_day(returns.today()))
        self._reader.run(work, lambda result: self._took(result, query))

    @Slot()
    def openFirst(self) -> None:
        if self._props.found:
            self.open(self._props.found[0].number)

    @Slot(str)
    def open(self, number: str) -> None:
        """Also one of another till, as central knows it."""
        self._attempt(lambda: self._show(number))

    @Slot(str)
    def touchLine(self, line_id: str) -> None:
        """Chosen with all that is left of it, or not any more."""
        line = self._line(line_id)
        if line is not None and line.left:
            self._want(line_id, 0 if self._facts.wanted.get(line_id) else line.left)

    @Slot(str)
    def more(self, line_id: str) -> None:
        self._change(line_id, 1)

    @Slot(str)
    def less(self, line_id: str) -> None:
        self._change(line_id, -1)

    @Slot(str)
    def chooseReason(self, code: str) -> None:
        self._fold(replace(self._facts, reason=code))

    @Slot(str)
    def say(self, text: str) -> None:
        """In what condition it comes back, in somebody's own words."""
        self._fold(replace(self._facts, note=text))

    @Slot()
    def giveBack(self) -> None:
        """Into the basket, alone or with the right that a colleague lends."""
        if self._props.can_give_back:
            self._try(None)

    @Slot()
    def reprint(self) -> None:
        """A numbered copy."""
        opened, person, tickets = self._facts.opened, self._desk.who(), self._desk.services.tickets
        if opened is not None and self._props.can_reprint:
            number = opened.ticket.number
            self._fold(replace(self._facts, busy=True))
            self._desk.run(lambda: tickets.reprint(number, person=person), self._printed, self._failed)

    @Slot()
    def leave(self) -> None:
        self.left.emit()

    def _took(self, result: Result[tuple[StoredTicket, ...]], query: str) -> None:
        if query != self._facts.query:
            return
        match result:
            case Ok(found):
                tickets = tuple(stored.ticket for stored in found)
                self._fold(replace(self._facts, found=tickets if query else with_opened(tickets, self._facts.opened), searched=True))
            case Err(error):
                self._refuse(error)

    def _show(self, number: str) -> None:
        services = self._desk.services
        opened = services.returns.returnable(number)
        unit = next((line.unit for line in opened.lines if line.unit), None)
        lawful = services.guarantees.terms(opened.ticket.head.business_day).legal_months > 0
        cover = services.guarantees.of_code(unit.identifier) if unit and lawful else None
        known = with_opened(self._facts.found, opened)
        self._elsewhere.close()
        if opened.held_by:
            self._elsewhere.show_own(opened, cover)
        self._fold(replace(self._facts, opened=opened, cover=cover, wanted={}, scanned={}, reason="", note="", found=known))

    def _scanned(self, code: ScannedCode) -> None:
        """The device that opened its ticket is chosen, when it is there to come back."""
        line = next((line for line in self._facts.opened.lines if line.unit and line.left), None) if self._facts.opened else None
        if line is None:
            return
        self._want(line.line.line_id, 1)
        try:
            self._check(code)
        except KioskError:
            self._show_again()

    def _check(self, code: ScannedCode) -> None:
        """SerialWrong, when it is another device than the one that is waited for."""
        opened, line = self._facts.opened, unscanned(self._facts)
        if opened is not None and line is not None:
            read = self._desk.services.returns.check_scanned(opened.ticket.number, line.line.line_id, code)
            self._fold(replace(self._facts, scanned={**self._facts.scanned, line.line.line_id: read}))
            self.accepted.emit()

    def _change(self, line_id: str, by: int) -> None:
        line = self._line(line_id)
        if line is not None:
            self._want(line_id, min(line.left, max(0, self._facts.wanted.get(line_id, 0) + by)))

    def _want(self, line_id: str, count: int) -> None:
        self._fold(replace(self._facts, wanted={**self._facts.wanted, line_id: count}))

    def _line(self, line_id: str) -> ReturnableLine | None:
        lines = self._facts.opened.lines if self._facts.opened else ()
        return next((line for line in lines if line.line.line_id == line_id), None)

    def _try(self, approval: Approval | None) -> None:
        error = self._on_give_back(lambda basket: with_lines(self._desk, self._facts, basket, approval))
        match error:
            case None:
                self.left.emit()
            case RightMissing() if approval is None:
                ask_right(self._desk, self._facts, self._formats, basket_id=self._basket_id(), on_approved=self._try)
            case _:
                self._refuse(error)

    def _attempt(self, work: Callable[[], None]) -> None:
        try:
            self.closeNotice()
            work()
        except (TicketUnknown, ReturnElsewhere) as error:
            number = str(error.facts["number"])
            if not self._elsewhere.open(number):
                self._elsewhere.look(number, scanned=True)
        except KioskError as error:
            self._refuse(error)

    def _repaired(self, cover: UnderGuarantee) -> None:
        self._fold(replace(self._facts, cover=cover))
        self.accepted.emit()

    def _printed(self, _: object) -> None:
        self._fold(replace(self._facts, busy=False))
        self.queued.emit()

    def _failed(self, error: Exception) -> None:
        self._fold(replace(self._facts, busy=False))
        self._refuse(error)

    def _fold(self, facts: TicketFacts) -> None:
        self._facts = facts
        self._repair.begin(facts.cover)
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._desk.services.returns.reasons(), self._formats)
        self._found.show(self._props.found)
        self._lines.show(self._props.lines)
        self._reasons.show(self._props.reasons)
        if before != self._props:
            self.changed.emit()

    query = shown("query", str, changed)
    foundNothing = shown("found_nothing", bool, changed)
    isOpen = shown("is_open", bool, changed)
    number = shown("number", str, changed)
    soldOn = shown("sold_on", str, changed)
    cashier = shown("cashier", str, changed)
    total = shown("total", str, changed)
    returnUntil = shown("return_until", str, changed)
    inTime = shown("in_time", bool, changed)
    anyLeft = shown("any_left", bool, changed)
    guarantee = shown("guarantee", str, changed)
    guaranteeUntil = shown("guarantee_until", str, changed)
    presumedUntil = shown("presumed_until", str, changed)
    houseUntil = shown("house_until", str, changed)
    lengthenedDays = shown("lengthened_days", int, changed)
    choosing = shown("choosing", bool, changed)
    note = shown("note", str, changed)
    scanTail = shown("scan_tail", str, changed)
    refund = shown("refund", str, changed)
    canGiveBack = shown("can_give_back", bool, changed)
    canReprint = shown("can_reprint", bool, changed)
    longestNote = Property(int, lambda _: LONGEST_NOTE, constant=True)
    elsewhere = Property(ElsewhereViewModel, lambda self: self._elsewhere, constant=True)
    repair = Property(RepairViewModel, lambda self: self._repair, constant=True)
    found = Property(QObject, lambda self: self._found, constant=True)
    lines = Property(QObject, lambda self: self._lines, constant=True)
    reasons = Property(QObject, lambda self: self._reasons, constant=True)
