"""The workspace *Vente*: which of its pages is up, and where a scan goes. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.cash.drawers import NoDrawerSession
from kiosk.catalogue.codes import Gs1, Imei, QuotationNumber, ScannedCode, SerialLike, TicketNumber, UnitCode, VoucherCode
from kiosk.catalogue.products import ProductKind
from kiosk.sales.cards import CardIntent
from kiosk.sales.ticket import Ticket
from kiosk.staff.people import Person
from kiosk.stock.service import Found
from kiosk.stock.units import UnitState
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.basket import BasketViewModel
from kiosk.ui.viewmodels.commitments import CommitmentsViewModel, Ways
from kiosk.ui.viewmodels.customers import CustomersViewModel
from kiosk.ui.viewmodels.discount import DiscountViewModel
from kiosk.ui.viewmodels.done import DoneViewModel
from kiosk.ui.viewmodels.drawer import DrawerViewModel
from kiosk.ui.viewmodels.finder import FinderViewModel
from kiosk.ui.viewmodels.gift_card import GiftCardViewModel
from kiosk.ui.viewmodels.pay_back import PayBackViewModel
from kiosk.ui.viewmodels.payment import PaymentViewModel
from kiosk.ui.viewmodels.promises import PromisesViewModel
from kiosk.ui.viewmodels.sale_steps import PaymentUnderWay, Step
from kiosk.ui.viewmodels.tickets import TicketsViewModel
from kiosk.ui.viewmodels.till_cash import CashViewModel
from kiosk.ui.viewmodels.till_cash_props import CashTask
from kiosk.ui.viewmodels.till_desk import Hands, TillDesk, TillServices

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the composition root")
class SaleViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``accepted`` and ``failed`` are for the shell's tones, ``drawerChanged`` for its strip, ``queued`` wakes the printers."""

    changed = Signal()
    accepted = Signal()
    failed = Signal()
    drawerChanged = Signal()
    queued = Signal()

    def __init__(self, services: TillServices, hands: Hands, *, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = TillDesk(services, hands)
        self._step = Step.DRAWER
        self._basket = BasketViewModel(self._desk, formats=formats, parent=self)
        self._finder = FinderViewModel(services, hands.reader, formats=formats, on_take=self._take, on_recall=self._recall, parent=self)
        self._payment = PaymentViewModel(self._desk, formats=formats, on_paid=self._paid, on_leave=self._back_to_basket, parent=self)
        self._customers = CustomersViewModel(self._desk, self._basket, formats=formats, parent=self)
        self._promises = PromisesViewModel(self._desk, self._customers, self._basket, formats=formats, on_said=self.pay, parent=self)
        ways = Ways(self._fetch, self._recall, self._open_ticket, self._back_to_basket)
        self._commitments = CommitmentsViewModel(self._desk, ways, formats=formats, parent=self)
        self._discount = DiscountViewModel(self._desk, formats=formats, on_apply=self._basket.reduce, on_price=self._promises.override_price, parent=self)
        self._gift_card = GiftCardViewModel(self._desk, formats=formats, on_add=self._basket.add_gift_card, parent=self)
        self._done = DoneViewModel(self._desk, formats=formats, on_next=self._start_next, parent=self)
        self._drawer = DrawerViewModel(self._desk, formats=formats, on_opened=self._drawer_opened, on_colleague=self._open_cash, parent=self)
        self._cash = CashViewModel(self._desk, formats=formats, on_leave=self._back_to_basket, on_closed=self._drawer_closed, parent=self)
        self._tickets = TicketsViewModel(
            self._desk, hands.reader, formats=formats, basket_id=lambda: self._basket.basket.basket_id, on_give_back=self._basket.take_back, parent=self
        )
        self._pay_back = PayBackViewModel(self._desk, formats=formats, on_paid=self._paid, on_leave=self._back_to_basket, parent=self)
        self._pages = (
            self._basket, self._finder, self._discount, self._customers, self._promises, self._commitments, self._payment, self._gift_card, self._done,
            self._drawer, self._cash, self._tickets, self._pay_back,
        )  # fmt: skip
        for page in self._pages:
            page.failed.connect(self.failed)
        for printing in (self._promises, self._commitments, self._done, self._cash, self._tickets):
            printing.queued.connect(self.queued)
        self._basket.added.connect(self._added)
        self._promises.accepted.connect(self.accepted)
        self._basket.discountAsked.connect(self._discount.ask)
        self._tickets.left.connect(self._back_to_basket)
        self._tickets.accepted.connect(self.accepted)

    @Slot()
    def refresh(self) -> None:
        """Read what is on disk: the drawer, what waits, the shelf. At the start, after a sync, after a closing."""
        self._drawer.refresh()
        counting = self._step is Step.CASH and self._cash.drawer_is_open()
        if self._step is Step.DRAWER or (self._needs_drawer() and not counting):
            self._back_to_basket()
        self._basket.read_waiting()
        self._commitments.count()
        self._finder.refresh()

    def _needs_drawer(self) -> bool:
        """Before somebody signed in, any open drawer will do; afterwards it must be one that takes their cash."""
        drawer, person = self._desk.services.drawer, self._desk.person
        return not drawer.sessions() if person is None else drawer.mine(person) is None

    def restore(self) -> None:
        """Once at the start: the basket that a crash interrupted, and its payment when the terminal had been asked."""
        self._basket.restore()
        if self._unsettled():
            self.pay()

    def welcome(self, person: Person, formats: Formats) -> None:
        """Somebody signed in; the basket stays."""
        self._desk.person = person
        self._discount.close()
        self._promises.close()
        for page in self._pages:
            page.speak(formats)

    def on_scan(self, code: ScannedCode) -> None:
        """Whatever was scanned, wherever the page is: an article goes into the basket, a voucher pays, a ticket is shown."""
        if self._desk.person is None:
            return
        if self._step is Step.DRAWER:
            self._drawer.refuse(NoDrawerSession())
        elif self._payment.busy_now:
            self._payment.refuse(PaymentUnderWay())
        elif self._pay_back.busy_now:
            self._pay_back.refuse(PaymentUnderWay())
        elif self._step is Step.TICKETS:
            self._tickets.on_scan(code)
        elif isinstance(code, VoucherCode) and self._step is Step.PAYMENT:
            self._payment.take_voucher(code.text)
        elif self._step is Step.PAYMENT and self._payment.tenders_received:
            self._payment.refuse(PaymentUnderWay())
        elif isinstance(code, VoucherCode) and self._gift_card.open_now:
            self._gift_card.scan(code.text)
        elif isinstance(code, TicketNumber):
            self._open_ticket(code.text)
        elif isinstance(code, VoucherCode):
            self._go(Step.BASKET)
            self._basket.attempt(lambda: self._promises.fetch(code.text))
        elif isinstance(code, QuotationNumber):
            self._recall(code.text)
        elif not self._sold_here(code):
            self._done.leave()
            self._go(Step.BASKET)
            self._basket.add_code(code)

    def printed(self) -> None:
        """The print queue moved."""
        if self._step is Step.DONE:
            self._done.refresh_paper()

    @Slot()
    def pay(self) -> None:
        """What is still to be said of the basket is asked first; a deposit that keeps one of its devices pays at once."""
        basket = self._basket.basket
        if not basket.lines:
            return
        wanted = self._desk.services.desk.lines.wanted(basket)
        unsettled = self._unsettled()
        if wanted and not unsettled:
            self._promises.ask(basket, wanted[0])
            return
        self._basket.closeNotice()
        page, step = (self._pay_back, Step.PAY_BACK) if self._basket.pays_back else (self._payment, Step.PAYMENT)
        page.begin(basket, self._basket.due, unsettled=unsettled)
        self._go(step)
        for code in self._desk.services.desk.deposits.codes_for(basket):
            self._payment.take_voucher(code)

    @Slot()
    def openCash(self) -> None:
        """The drawer's own page; not while money was received for a basket."""
        if self._payment.busy_now or (self._step is Step.PAYMENT and self._payment.tenders_received):
            self._payment.refuse(PaymentUnderWay())
        elif self._pay_back.busy_now:
            self._pay_back.refuse(PaymentUnderWay())
        elif self._step is not Step.DRAWER:
            self._open_cash(CashTask.READ)

    @Slot()
    def reviewLastTicket(self) -> None:
        last = self._basket.last_ticket
        if last is not None:
            self._basket.attempt(lambda: self._look_at(last.number))

    @Slot()
    def openTickets(self) -> None:
        """The tickets of the day, to find one again."""
        if self._step in (Step.BASKET, Step.DONE):
            self._done.leave()
            self._tickets.begin()
            self._go(Step.TICKETS)

    @Slot()
    def openCommitments(self) -> None:
        """Deposits that wait and quotations that were made."""
        if self._step in (Step.BASKET, Step.DONE):
            self._done.leave()
            self._commitments.begin()
            self._go(Step.COMMITMENTS)

    def _fetch(self, code: str) -> None:
        """The device of a deposit into the basket; raises why not, and then the page stays."""
        self._promises.fetch(code)
        self._go(Step.BASKET)

    def _recall(self, number: str) -> None:
        """A quotation into the basket, wherever its number came from."""
        self._finder.clear()
        self._go(Step.BASKET)
        self._basket.attempt(lambda: self._promises.recall(number))

    def _open_ticket(self, number: str) -> None:
        self._done.leave()
        self._tickets.begin()
        self._tickets.open(number)
        self._go(Step.TICKETS)

    def _sold_here(self, code: ScannedCode) -> bool:
        """A device that was sold opens its ticket, with its guarantee and what may be done; another till's is asked of central."""
        unit = self._desk.services.stock.unit_by_code(code) if isinstance(code, Imei | Gs1 | SerialLike | UnitCode) else None
        if unit is None or unit.state is not UnitState.SOLD or self._step is Step.PAYMENT:
            return False
        self._tickets.begin()
        if not self._tickets.show_unit(code):
            self._tickets.look_elsewhere(code)
        self._done.leave()
        self._go(Step.TICKETS)
        return True

    def _unsettled(self) -> tuple[CardIntent, ...]:
        """Card payments of this basket without an answer or without a ticket."""
        basket_id = self._basket.basket.basket_id
        return tuple(intent for intent in self._desk.services.sales.unsettled_cards() if intent.basket_id == basket_id)

    def _take(self, found: Found) -> None:
        if found.product.kind is ProductKind.GIFT_CARD:
            self._gift_card.ask(found.product)
        else:
            self._basket.add_found(found)

    @Slot()
    def _added(self) -> None:
        self._finder.clear()
        self.accepted.emit()

    def _drawer_opened(self) -> None:
        self._go(Step.BASKET)
        self._finder.refresh()
        self._basket.read_waiting()
        self.drawerChanged.emit()
        self.queued.emit()

    def _drawer_closed(self) -> None:
        self._back_to_basket()
        self.refresh()
        self.drawerChanged.emit()

    def _open_cash(self, task: CashTask) -> None:
        self._basket.closeNotice()
        self._cash.begin(task)
        self._go(Step.CASH)

    def _paid(self, ticket: Ticket) -> None:
        """Durable: the next basket is ready behind the page that says so."""
        self._basket.start_over()
        self._basket.read_waiting()
        self._finder.clear()
        self._finder.refresh()
        self._done.show_ticket(ticket, again=False)
        self._go(Step.DONE)
        self.queued.emit()

    def _look_at(self, number: str) -> None:
        self._done.show_ticket(self._desk.services.tickets.ticket_by_number(number).ticket, again=True)
        self._go(Step.DONE)

    @Slot()
    def _back_to_basket(self) -> None:
        self._go(Step.DRAWER if self._needs_drawer() else Step.BASKET)

    def _start_next(self) -> None:
        self._finder.clear()
        self._go(Step.BASKET)

    def _go(self, step: Step) -> None:
        if step is not self._step:
            self._step = step
            self.changed.emit()

    step = Property(int, lambda self: int(self._step), notify=changed)
    basket = Property(BasketViewModel, lambda self: self._basket, constant=True)
    finder = Property(FinderViewModel, lambda self: self._finder, constant=True)
    discount = Property(DiscountViewModel, lambda self: self._discount, constant=True)
    customers = Property(CustomersViewModel, lambda self: self._customers, constant=True)
    commitments = Property(CommitmentsViewModel, lambda self: self._commitments, constant=True)
    promises = Property(PromisesViewModel, lambda self: self._promises, constant=True)
    payment = Property(PaymentViewModel, lambda self: self._payment, constant=True)
    giftCard = Property(GiftCardViewModel, lambda self: self._gift_card, constant=True)
    tickets = Property(TicketsViewModel, lambda self: self._tickets, constant=True)
    payBack = Property(PayBackViewModel, lambda self: self._pay_back, constant=True)
    done = Property(DoneViewModel, lambda self: self._done, constant=True)
    drawer = Property(DrawerViewModel, lambda self: self._drawer, constant=True)
    cash = Property(CashViewModel, lambda self: self._cash, constant=True)
