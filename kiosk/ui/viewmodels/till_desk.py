"""What the pages of a sale share: the services, who sells, and the way to the ledger worker. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from kiosk.basics.clock import Clock
from kiosk.basics.results import Err, Ok, Result
from kiosk.catalogue.service import CatalogueService
from kiosk.hardware.ports import PaymentTerminal
from kiosk.sales.after.guarantees import GuaranteeService
from kiosk.sales.after.service import ReturnService
from kiosk.sales.cash_service import CashService
from kiosk.sales.desk.making import DeskServices
from kiosk.sales.drawer_service import DrawerService
from kiosk.sales.invoice_service import InvoiceService
from kiosk.sales.paper_service import PaperService
from kiosk.sales.receipt_service import ReceiptService
from kiosk.sales.service import SaleService
from kiosk.sales.tendered.service import VoucherService
from kiosk.sales.tickets import TicketService
from kiosk.staff.approvals import Action, Approval, ApprovalRequest
from kiosk.staff.people import Person
from kiosk.staff.rights import Right
from kiosk.staff.service import StaffService
from kiosk.stock.service import StockService
from kiosk.sync.baskets import SharedBaskets
from kiosk.sync.elsewhere import TicketsElsewhere
from kiosk.ui.jobs import Jobs
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.unit_papers import UnitPapers

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TillServices:
    """The services that the sale calls, and the sheet on which a colleague lends a right."""

    sales: SaleService
    vouchers: VoucherService
    tickets: TicketService
    papers: PaperService
    receipts: ReceiptService
    invoices: InvoiceService
    drawer: DrawerService
    cash: CashService
    stock: StockService
    catalogue: CatalogueService
    staff: StaffService
    clock: Clock
    shared: SharedBaskets
    terminal: PaymentTerminal
    approval: ApprovalViewModel
    returns: ReturnService
    guarantees: GuaranteeService
    desk: DeskServices
    elsewhere: TicketsElsewhere
    unit_papers: UnitPapers | None = None


@dataclass(frozen=True, slots=True)
class Hands:
    """The workers behind the pages: ``ledger`` writes, ``reader`` searches, ``errands`` ask central, ``terminal`` waits for cards.

    ``exports`` makes files of months and years, which may take minutes.
    """

    ledger: Jobs
    reader: Jobs
    errands: Jobs
    terminal: Jobs
    exports: Jobs


class TillDesk:
    """Runs what must be durable and brings it back; who stands at the till is told by ``SaleViewModel.welcome``."""

    def __init__(self, services: TillServices, hands: Hands) -> None:
        self.services = services
        self.person: Person | None = None
        self._hands = hands

    def who(self) -> Person:
        """The person at the till; the pages are only reached by somebody who signed in."""
        assert self.person is not None
        return self.person

    def ask_approval(
        self, right: Right, action: Action, *, document: str | None, detail: str, on_approved: Callable[[Approval], None],
        on_given_up: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        """A colleague lends the right, or the sheet is closed and nothing happens."""
        request = ApprovalRequest(right, action, self.who(), document)
        self.services.approval.ask(request, on_approved=on_approved, detail=detail, on_given_up=on_given_up)

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do it on the ledger worker; exactly one of the two is called, on the GUI thread."""
        self._run(self._hands.ledger, work, done, failed)

    def ask_central(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """The same for a question to central, which may take seconds."""
        self._run(self._hands.errands, work, done, failed)

    def ask_terminal(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """The same for the card terminal, which waits for a customer."""
        self._run(self._hands.terminal, work, done, failed)

    def _run(self, jobs: Jobs, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        def take(result: Result[T]) -> None:
            match result:
                case Ok(value):
                    done(value)
                case Err(error):
                    failed(error)

        jobs.run(work, take)


def nothing(_: object) -> None:
    """For work whose result nobody waits for."""
