"""What every use case of the till works with, and the few questions that several of them ask. No SQL of its own."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kiosk.basics.clock import Clock, utc_text
from kiosk.basics.ids import Ids
from kiosk.basics.locales import Locale
from kiosk.basics.money import Money
from kiosk.cash.drawer import DrawerSession
from kiosk.cash.drawers import open_box, session_for
from kiosk.cash.rules import CashBook
from kiosk.catalogue.codes import SECRET_LIMIT
from kiosk.documents.escpos import receipt_bytes, slip_bytes
from kiosk.documents.papers import Receipt, ShopHeader, Slip
from kiosk.documents.printing import JobKind
from kiosk.documents.service import PrintQueue
from kiosk.documents.words import PaperStyle, french_paper
from kiosk.errors import Refused
from kiosk.fiscal.module import FiscalModule
from kiosk.journal.ledger import Ledger, NotEnrolled
from kiosk.sales import store
from kiosk.sales.after.rulefile import french_returns
from kiosk.sales.after.rules import ReturnRules
from kiosk.sales.closing_days import late_since
from kiosk.sales.desk.rulefile import french_desk
from kiosk.sales.desk.rules import DeskRule, DeskRules
from kiosk.sales.rate_watch import note_rates
from kiosk.sales.rules import RulesOfDay, SaleRules
from kiosk.sales.words import SaleWords
from kiosk.staff.people import Person
from kiosk.storage.engine import Database
from kiosk.storage.identity import TillIdentity, till_identity

TICKET_MARK = "ticket_row"


def random_secret() -> int:
    """The part of a voucher's code that nobody guesses."""
    return secrets.randbelow(SECRET_LIMIT)


class DayNotClosed(Refused):
    """An earlier day still waits for its closing: nothing is sold before (FIS-06)."""

    code = "sales.day_not_closed"


@dataclass(frozen=True, slots=True)
class ShopPapers:
    """Who sells, as printed; a till learns it at enrolment."""

    header: ShopHeader
    till_label: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Counter:
    """The tools of the till, handed over once. ``shop`` is asked at each use: it may change with a sync."""

    database: Database
    ledger: Ledger
    clock: Clock
    ids: Ids
    fiscal: FiscalModule
    print_queue: PrintQueue
    rules: SaleRules
    words: SaleWords
    shop: Callable[[], ShopPapers]
    columns: int = 42
    style: PaperStyle = field(default_factory=french_paper)
    new_secret: Callable[[], int] = random_secret
    returns: ReturnRules = field(default_factory=french_returns)
    desk: DeskRules = field(default_factory=french_desk)
    cash: CashBook = field(kw_only=True)

    @property
    def training(self) -> bool:
        """Whether nothing that is done here counts."""
        return self.style.training

    @property
    def locale(self) -> Locale:
        """How this shop's papers write amounts and dates."""
        return self.style.locale

    def now_utc(self) -> str:
        """As stored."""
        return utc_text(self.clock.now_utc())

    def now_local(self) -> datetime:
        """The shop's own time."""
        return self.clock.now_utc().astimezone(self.shop().zone)

    def rules_now(self) -> RulesOfDay:
        """What holds today, by the shop's calendar."""
        return self.rules.on(self.now_local().date())

    def desk_now(self) -> DeskRule:
        """What the counter promises today."""
        return self.desk.on(self.now_local().date())

    def identity(self, connection: Connection) -> TillIdentity:
        """NotEnrolled before the till belongs to a shop."""
        found = till_identity(connection)
        if found is None:
            raise NotEnrolled
        return found

    def session(self, connection: Connection, person: Person) -> DrawerSession:
        """The open drawer session that this person's cash belongs to; NoDrawerSession, WhichDrawer."""
        return session_for(connection, person.person_id, self.cash.mode)

    def closed_through(self, connection: Connection) -> int:
        """The place of the last ticket that a day closing has taken in."""
        mark = self.fiscal.last_day_content(connection).get(TICKET_MARK, 0)
        assert isinstance(mark, int)
        return mark

    def check_day(self, connection: Connection, today: date) -> None:
        """DayNotClosed once a ticket of an earlier day has waited for its closing beyond the limit of the rules."""
        note_rates(connection, self.ledger, self.rules_now())
        waiting = store.first_day_after(connection, self.closed_through(connection))
        if waiting is None:
            return
        day = date.fromisoformat(waiting)
        if day < today and late_since(day, self.rules_now().closing, self.now_local()):
            raise DayNotClosed(day=waiting)

    def print_receipt(self, connection: Connection, receipt: Receipt, *, ticket_id: str) -> str:
        """Queue a ticket or its copy; gives the job's id."""
        kind = JobKind.RECEIPT if receipt.duplicate_number is None else JobKind.DUPLICATE
        content = receipt_bytes(receipt, columns=self.columns, style=self.style)
        return self.print_queue.enqueue(connection, kind=kind.value, document_id=ticket_id, document_number=receipt.number, content=content)

    def print_slip(self, connection: Connection, slip: Slip, *, document_id: str) -> str:
        """Queue a closing or a drawer paper; gives the job's id."""
        content = slip_bytes(slip, columns=self.columns, style=self.style)
        return self.print_queue.enqueue(connection, kind=JobKind.SLIP.value, document_id=document_id, document_number=slip.number, content=content)

    def open_drawer(self, connection: Connection, *, drawer_no: int, document_id: str) -> str:
        """Queue a pulse; it is worth nothing after some seconds."""
        return open_box(self.print_queue, connection, drawer_no=drawer_no, document_id=document_id)


def cents(amount: Money | None) -> int | None:
    """For the journal, which holds integers."""
    return None if amount is None else amount.amount_cents
