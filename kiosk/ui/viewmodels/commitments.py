"""The page *Devis et acomptes*: devices kept for somebody and prices promised to somebody, found again and acted upon. GUI thread.

A deposit is extended or released here, with the right that a colleague lends; its money goes back as a credit or by its own ticket.
``on_fetch`` and ``on_recall`` bring a device or a quotation into the basket, ``on_ticket`` opens the ticket on which a deposit was paid.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.errors import KioskError
from kiosk.sales.desk.deposit_service import Kept
from kiosk.sales.vouchers import Voucher
from kiosk.staff.approvals import Action, Approval
from kiosk.staff.rights import Right, RightMissing
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.commitment_props import (
    NOTHING_SAID,
    QUOTATIONS,
    CommitmentRow,
    CommitmentsFacts,
    CommitmentsProps,
    OfferedRow,
    Said,
    chosen_deposit,
    chosen_offer,
    derive,
)
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the page leads: the device or the quotation into the basket, the ticket of a deposit, back to the sale."""

    fetch: Callable[[str], None]
    recall: Callable[[str], None]
    ticket: Callable[[str], None]
    leave: Callable[[], None]


@QmlElement
@QmlUncreatable("made by the composition root")
class CommitmentsViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``queued`` wakes the printers: a released deposit prints its credit."""

    changed = Signal()
    queued = Signal()

    def __init__(self, desk: TillDesk, ways: Ways, *, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._desk = desk
        self._services = desk.services.desk
        self._ways = ways
        self._facts = CommitmentsFacts()
        self._props = CommitmentsProps()
        self._rows = RowsModel(CommitmentRow, key=lambda row: row.key, parent=self)
        self._lines = RowsModel(OfferedRow, key=lambda row: row.place, parent=self)

    def begin(self) -> None:
        """What waits now, the deposits first when there are any."""
        self.closeNotice()
        facts = self._read(CommitmentsFacts())
        self._fold(facts if facts.kept else replace(facts, tab=QUOTATIONS))

    def count(self) -> None:
        """How many deposits are past their last day, for who passes by."""
        self._fold(self._read(self._facts))

    @Slot(int)
    def show(self, tab: int) -> None:
        """Deposits or quotations, all of them."""
        self.closeNotice()
        self._fold(self._read(replace(self._facts, tab=tab, query="", chosen="", told=NOTHING_SAID)))

    @Slot(str)
    def search(self, text: str) -> None:
        offers = self._services.quotations.offers(text) if self._facts.tab == QUOTATIONS else self._facts.offers
        self._fold(replace(self._facts, query=text, offers=offers, chosen=""))

    @Slot(str)
    def open(self, key: str) -> None:
        self.closeNotice()
        self._fold(replace(self._facts, chosen=key, releasing=False, told=NOTHING_SAID))

    @Slot()
    def openFirst(self) -> None:
        """Enter in the search field."""
        if self._props.rows:
            self.open(self._props.rows[0].key)

    @Slot()
    def take(self) -> None:
        """Into the basket: the device of a deposit for its customer, or what was quoted."""
        kept, offer = chosen_deposit(self._facts), chosen_offer(self._facts)
        if self._props.can_take and kept is not None:
            self._attempt(lambda: self._ways.fetch(kept.deposit.code))
        elif self._props.can_take and offer is not None:
            self._attempt(lambda: self._ways.recall(offer.quotation.number))

    @Slot()
    def extend(self) -> None:
        """Keep the device as long again from today."""
        self._extend(None)

    @Slot()
    def askToRelease(self) -> None:
        self._fold(replace(self._facts, releasing=chosen_deposit(self._facts) is not None))

    @Slot()
    def keepDevice(self) -> None:
        self._fold(replace(self._facts, releasing=False))

    @Slot()
    def releaseAsCredit(self) -> None:
        """The device is for sale again, the whole deposit a credit note."""
        self._release(None)

    @Slot()
    def releaseAsMoney(self) -> None:
        """Money goes back by the ticket on which it was paid, by the rules of any return and the cap on cash."""
        kept = chosen_deposit(self._facts)
        if kept is not None:
            self._fold(replace(self._facts, releasing=False))
            self._attempt(lambda: self._ways.ticket(self._services.deposits.paid_on(kept.deposit.code)))

    @Slot()
    def leave(self) -> None:
        self._ways.leave()

    def _extend(self, approval: Approval | None) -> None:
        kept, person, deposits = chosen_deposit(self._facts), self._desk.who(), self._services.deposits
        if kept is None or self._facts.busy:
            return
        self._fold(replace(self._facts, busy=True, approving=False))
        self._desk.run(
            lambda: deposits.extend(kept.deposit.code, person=person, approved_by=approval), self._extended,
            lambda error: self._lend(error, kept, Action.DEPOSIT_EXTENSION, approval, self._extend),
        )  # fmt: skip

    def _release(self, approval: Approval | None) -> None:
        kept, person, deposits = chosen_deposit(self._facts), self._desk.who(), self._services.deposits
        if kept is None or self._facts.busy:
            return
        self._fold(replace(self._facts, busy=True, approving=False))
        self._desk.run(
            lambda: deposits.release(kept.deposit.code, person=person, approved_by=approval), lambda credit: self._released(kept, credit),
            lambda error: self._lend(error, kept, Action.DEPOSIT_RELEASE, approval, self._release),
        )  # fmt: skip

    def _lend(self, error: Exception, kept: Kept, action: Action, approval: Approval | None, again: Callable[[Approval], None]) -> None:
        """A colleague lends the right to refund, once; anything else is said on the page."""
        if isinstance(error, RightMissing) and approval is None:
            self._fold(replace(self._facts, busy=False, approving=True))
            label = kept.customer.details.label if kept.customer else ""
            detail = " · ".join(part for part in (kept.product.name, label, self._formats.money(kept.deposit.balance)) if part)
            self._desk.ask_approval(
                Right.REFUND, action, document=kept.deposit.voucher_id, detail=detail, on_approved=again,
                on_given_up=lambda: self._fold(replace(self._facts, approving=False)),
            )  # fmt: skip
            return
        self._fold(self._read(replace(self._facts, busy=False, approving=False, releasing=False)))
        self._refuse(error)

    def _extended(self, until: date) -> None:
        self._fold(self._read(replace(self._facts, busy=False, told=Said("extended", self._formats.date(until), ""))))

    def _released(self, kept: Kept, credit: Voucher) -> None:
        said = Said("released", self._formats.money(credit.balance), kept.product.name)
        self._fold(self._read(replace(self._facts, busy=False, releasing=False, chosen="", told=said)))
        self.queued.emit()

    def _read(self, facts: CommitmentsFacts) -> CommitmentsFacts:
        """What is on disk now; what was chosen and is gone is not open any more."""
        deposits = self._services.deposits
        return replace(
            facts, kept=deposits.kept(), offers=self._services.quotations.offers(facts.query if facts.tab == QUOTATIONS else ""),
            today=deposits.today(), until=deposits.last_day(),
        )  # fmt: skip

    def _attempt(self, work: Callable[[], None]) -> None:
        try:
            work()
        except KioskError as error:
            self._fold(self._read(self._facts))
            self._refuse(error)

    def _fold(self, facts: CommitmentsFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        self._rows.show(self._props.rows)
        self._lines.show(self._props.lines)
        if before != self._props:
            self.changed.emit()

    tab = shown("tab", int, changed)
    query = shown("query", str, changed)
    lateCount = shown("late_count", int, changed)
    hasChosen = shown("has_chosen", bool, changed)
    isDeposit = shown("is_deposit", bool, changed)
    name = shown("name", str, changed)
    drawing = shown("drawing", str, changed)
    level = shown("level", int, changed)
    grade = shown("grade", str, changed)
    tailKind = shown("tail_kind", str, changed)
    identifierTail = shown("identifier_tail", str, changed)
    customer = shown("customer", str, changed)
    phone = shown("phone", str, changed)
    madeOn = shown("made_on", str, changed)
    paid = shown("paid", str, changed)
    price = shown("price", str, changed)
    left = shown("left", str, changed)
    until = shown("until", str, changed)
    late = shown("late", bool, changed)
    canTake = shown("can_take", bool, changed)
    extendUntil = shown("extend_until", str, changed)
    releasing = shown("releasing", bool, changed)
    busy = shown("busy", bool, changed)
    told = shown("told", str, changed)
    toldValue = shown("told_value", str, changed)
    toldName = shown("told_name", str, changed)
    rows = Property(QObject, lambda self: self._rows, constant=True)
    lines = Property(QObject, lambda self: self._lines, constant=True)
