"""The basket on the page: lines, the tools of the current one, what waits. GUI thread; keeping and parking run on the ledger worker.

Changing a basket is pure and reads by index only, so it happens here at once; the change is kept on disk behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.catalogue.codes import ScannedCode
from kiosk.catalogue.products import Product
from kiosk.errors import KioskError
from kiosk.sales.basket import Basket, BasketLine, Reduction
from kiosk.sales.desk.customer_service import CustomerUnknown
from kiosk.sales.vouchers import Voucher
from kiosk.staff.approvals import Approval
from kiosk.stock.service import Found
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import BasketRow, ParkedRow
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.sale_props import (
    NOTHING_TOLD,
    BasketFacts,
    BasketProps,
    LastTicket,
    Told,
    current_line,
    derive,
    last_ticket,
    parked_elsewhere,
    parked_facts,
)
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk, nothing

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class BasketViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The sheet at the right of a sale. ``added`` when something came in."""

    changed = Signal()
    added = Signal()
    discountAsked = Signal(str, str)

    def __init__(self, desk: TillDesk, *, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._desk = desk
        self._facts = BasketFacts(desk.services.sales.new_basket())
        self._props = BasketProps()
        self._lines = RowsModel(BasketRow, key=lambda row: row.line_id, parent=self)
        self._parked = RowsModel(ParkedRow, key=lambda row: row.basket_id, parent=self)
        self._show_again()

    @property
    def basket(self) -> Basket:
        return self._facts.basket

    @property
    def due(self) -> Money:
        return self._facts.priced.total

    @property
    def last_ticket(self) -> LastTicket | None:
        return self._facts.last_ticket

    @property
    def device_line(self) -> BasketLine | None:
        """The device that is meant: the current line, or the only one there is."""
        devices = [line for line in self.basket.lines if line.unit is not None and line.back is None]
        return self.current_line if self.current_line in devices else devices[0] if len(devices) == 1 else None

    @property
    def current_line(self) -> BasketLine | None:
        return current_line(self._facts)

    def take_over(self, basket: Basket, told: Told = NOTHING_TOLD) -> None:
        """A basket that was changed elsewhere: shown with what there is to say of it, and kept on disk."""
        self._put(basket, current_id="")
        self._fold(replace(self._facts, told=told))

    def start_over(self, told: Told = NOTHING_TOLD) -> None:
        """An empty basket, and what became of the one before."""
        self._show(self._desk.services.sales.new_basket(), current_id="")
        self._fold(replace(self._facts, told=told))

    def restore(self) -> None:
        """After a crash: the basket that was open, priced again by today's rules."""
        kept = self._desk.services.sales.interrupted()
        if kept is not None and not self.basket.lines:
            self._show(kept.basket, current_id="")

    def read_waiting(self) -> None:
        """Baskets put aside and the last ticket, from disk."""
        sales = self._desk.services.sales
        here = tuple(
            parked_facts(
                kept.basket, sales.priced(kept.basket).total, customer=self._customer_label(kept.basket.customer_id), since_utc=kept.updated_at_utc
            )
            for kept in sales.parked()
        )  # fmt: skip
        elsewhere = tuple(parked_elsewhere(waiting) for waiting in self._desk.services.shared.waiting())
        stored = self._desk.services.tickets.last_ticket()
        self._fold(replace(self._facts, parked=(*here, *elsewhere), last_ticket=last_ticket(stored.ticket) if stored else None))

    def add_code(self, code: ScannedCode) -> None:
        self.attempt(lambda: self._came_in(self._desk.services.sales.add_by_code(self.basket, code)))

    def add_found(self, found: Found) -> None:
        """A touched result or favourite."""
        sales = self._desk.services.sales

        def add() -> None:
            self._came_in(sales.add_product(self.basket, found.product) if found.unit is None else sales.add_unit(self.basket, found.unit))

        self.attempt(add)

    def add_gift_card(self, product: Product, amount: Money, fills: Voucher | None) -> None:
        """A card of any amount, or more money on the one that was scanned; raises why not."""
        self._came_in(self._desk.services.vouchers.sell_gift_card(self.basket, product, amount, fills=fills))

    def reduce(self, reduction: Reduction | None, approval: Approval | None, whole_ticket: bool) -> KioskError | None:
        """A discount on the ticket or the current line; the refusal when the role is not enough or it is too large."""
        line, sales, person = current_line(self._facts), self._desk.services.sales, self._desk.who()
        try:
            if whole_ticket:
                basket = sales.reduce_ticket(self.basket, reduction, person=person, approved_by=approval)
            elif line is not None:
                basket = sales.reduce_line(self.basket, line.line_id, reduction, person=person, approved_by=approval)
            else:
                return None
        except KioskError as error:
            return error
        self._put(basket, current_id=self._facts.current_id)
        return None

    def take_back(self, change: Callable[[Basket], Basket]) -> KioskError | None:
        """Goods of an earlier ticket come in; the refusal when they may not."""
        try:
            self._came_in(change(self.basket))
        except KioskError as error:
            return error
        return None

    @property
    def pays_back(self) -> bool:
        """Whether the customer gets money back, or an exchange comes out even."""
        return self._props.pays_back

    def attempt(self, change: Callable[[], None]) -> None:
        """Do it, or say why not; a refusal changes nothing."""
        try:
            change()
        except KioskError as error:
            self._refuse(error)
        else:
            self.closeNotice()

    @Slot(str)
    def touchLine(self, line_id: str) -> None:
        """The tools of a line; touching it again puts them away."""
        self._fold(replace(self._facts, current_id="" if line_id == self._facts.current_id else line_id))

    @Slot()
    def oneMore(self) -> None:
        self._change_quantity(1)

    @Slot()
    def oneLess(self) -> None:
        self._change_quantity(-1)

    @Slot()
    def removeLine(self) -> None:
        line_id = self._facts.current_id
        self.attempt(lambda: self._put(self._desk.services.sales.remove_line(self.basket, line_id), current_id=""))

    @Slot()
    def askDiscount(self) -> None:
        line = current_line(self._facts)
        if line is not None:
            self.discountAsked.emit(self.basket.basket_id, line.product.name)

    @Slot()
    def park(self) -> None:
        """Put aside; the page is free for the next customer."""
        basket, person = self.basket, self._desk.who()
        if basket.lines:
            self._desk.run(lambda: self._desk.services.sales.park(basket, label=basket.label, person=person), self._parked_now, self._refuse)

    @Slot(str)
    def resume(self, basket_id: str) -> None:
        """Take a basket up again, here or from another till; the one on the page is put aside first, so that nothing is lost."""
        services, person = self._desk.services, self._desk.who()
        self.park()
        if any(facts.basket_id == basket_id and facts.till_name for facts in self._facts.parked):
            self._desk.ask_central(lambda: services.shared.take(basket_id, person=person), self._resumed, self._not_resumed)
        else:
            self._desk.run(lambda: services.sales.resume(basket_id), self._resumed, self._refuse)

    @Slot()
    def askToEmpty(self) -> None:
        self._fold(replace(self._facts, emptying=True))

    @Slot()
    def keepBasket(self) -> None:
        self._fold(replace(self._facts, emptying=False))

    @Slot()
    def emptyBasket(self) -> None:
        """Given up; the journal knows that there was a basket."""
        basket, person = self.basket, self._desk.who()
        self._desk.run(lambda: self._desk.services.sales.abandon(basket, person=person), nothing, self._refuse)
        self.start_over()

    def _parked_now(self, _: object) -> None:
        self.start_over()
        self.read_waiting()

    def _resumed(self, basket: Basket) -> None:
        self.attempt(lambda: self._show(basket, current_id=""))
        self.read_waiting()

    def _not_resumed(self, error: Exception) -> None:
        self._refuse(error)
        self.read_waiting()

    def _came_in(self, basket: Basket) -> None:
        """Show what came in as the current line."""
        before = {line.line_id: line for line in self.basket.lines}
        touched = next(line.line_id for line in reversed(basket.lines) if before.get(line.line_id) != line)
        self._put(basket, current_id=touched)
        self.added.emit()

    def _change_quantity(self, by: int) -> None:
        line = current_line(self._facts)
        if line is not None:
            wanted = line.quantity + by
            self.attempt(lambda: self._put(self._desk.services.sales.set_quantity(self.basket, line.line_id, wanted), current_id=line.line_id))

    def _put(self, basket: Basket, *, current_id: str) -> None:
        """Show it and keep it, so that it is still there after a crash."""
        self._show(basket, current_id=current_id)
        person = self._desk.who()
        self._desk.run(lambda: self._desk.services.sales.keep(basket, person=person), nothing, self._refuse)

    def _show(self, basket: Basket, *, current_id: str) -> None:
        priced, compared = self._desk.services.sales.priced(basket), self._desk.services.desk.lines.compared_prices(basket)
        customer = self._customer_label(basket.customer_id) if basket.customer_id != self._facts.basket.customer_id else self._facts.customer
        months = self._desk.services.guarantees.terms(self._desk.services.returns.today()).house_months
        shown_now = replace(self._facts, basket=basket, priced=priced, compared=compared, current_id=current_id, emptying=False, customer=customer)
        self._fold(replace(shown_now, guarantee_months=months, told=NOTHING_TOLD))

    def _customer_label(self, customer_id: str | None) -> str:
        try:
            return "" if customer_id is None else self._desk.services.desk.customers.customer(customer_id).details.label
        except CustomerUnknown:
            return ""

    def _fold(self, facts: BasketFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        props = derive(self._facts, now=self._desk.services.clock.now_utc(), formats=self._formats)
        before, self._props = self._props, props
        self._lines.show(props.lines)
        self._parked.show(props.parked)
        if before != props:
            self.changed.emit()

    itemCount = shown("item_count", int, changed)
    currentPlace = shown("current_place", int, changed)
    label = shown("basket_label", str, changed)
    total = shown("total", str, changed)
    paysBack = shown("pays_back", bool, changed)
    taxRate = shown("tax_rate", str, changed)
    taxAmount = shown("tax_amount", str, changed)
    taxOnTop = shown("tax_on_top", bool, changed)
    told = shown("told", str, changed)
    toldNumber = shown("told_number", str, changed)
    toldUntil = shown("told_until", str, changed)
    toldGone = shown("told_gone", str, changed)
    customer = shown("customer", str, changed)
    hasParked = shown("has_parked", bool, changed)
    hasLastTicket = shown("has_last_ticket", bool, changed)
    hasWaiting = shown("has_waiting", bool, changed)
    lastTicketNumber = shown("last_ticket_number", str, changed)
    lastTicketTotal = shown("last_ticket_total", str, changed)
    lastTicketClock = shown("last_ticket_clock", str, changed)
    emptying = shown("emptying", bool, changed)
    lines = Property(QObject, lambda self: self._lines, constant=True)
    parked = Property(QObject, lambda self: self._parked, constant=True)
