"""Cash between opening and closing: in, out, to the safe, the drawer opened for nothing sold, and the running reading (X).

Writes run on the ledger worker. Each movement is one transaction: its row, its journal entry, its slip, the drawer's pulse.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.basics.money import ZERO, Money
from kiosk.cash import store as cash_store
from kiosk.cash.drawer import CashReason, DrawerFigures, DrawerSession
from kiosk.cash.rules import Direction, MoveReason
from kiosk.documents.papers import PaperSection, Slip
from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.journal.store import unsent_count
from kiosk.sales import store
from kiosk.sales.counter import Counter
from kiosk.sales.day import DayFigures, figures_of
from kiosk.sales.drawer_paper import DrawerPaper, Rows
from kiosk.sales.tenders import CASH
from kiosk.staff.approvals import Approval, require_lent
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may, require
from kiosk.storage.counters import next_number

MOVE_SERIES = "cash_movement"
TICKET_PAID = "sales.ticket_paid"
NO_NUMBER = "X"


class CashAmountRefused(Refused):
    """Nothing, or more than this reason allows; ``limit_cents``."""

    code = "sales.cash_amount_refused"


class NoteMissing(Refused):
    """This reason wants a sentence more."""

    code = "sales.cash_note_missing"


class EnvelopeMissing(Refused):
    """What goes to the safe goes in an envelope with a number."""

    code = "sales.envelope_missing"


@dataclass(frozen=True, slots=True)
class CashMove:
    """What somebody wants to do: ``reason`` is a code of the rule file, ``note`` says more."""

    reason: str
    amount: Money
    note: str = ""


@dataclass(frozen=True, slots=True)
class MovedCash:
    """As it was done."""

    movement_id: str
    number: str
    amount: Money


@dataclass(frozen=True, slots=True)
class XReport:
    """The day so far. For who counts blind ``figures`` and ``drawers`` are None: from takings and tenders the cash could be worked out."""

    ticket_count: int
    article_count: int
    other_tenders: tuple[tuple[str, Money], ...]
    sessions: tuple[DrawerSession, ...]
    unsent: int
    figures: DayFigures | None = None
    drawers: tuple[DrawerFigures, ...] = ()


class CashService:
    """What is done with cash beside sales. Who may not move cash needs ``approved_by`` for the drawer session."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._paper = DrawerPaper(counter)

    def reasons(self, direction: Direction) -> tuple[MoveReason, ...]:
        """What may be chosen today."""
        return self._counter.cash.rules.reasons_on(self._counter.now_local().date(), direction)

    def move(self, wanted: CashMove, *, person: Person, approved_by: Approval | None = None) -> MovedCash:
        """Cash in or out, by its reason; RightMissing, CashReasonUnknown, CashAmountRefused, NoteMissing, NoDrawerSession."""
        reason = self._counter.cash.rules.reason_on(self._counter.now_local().date(), wanted.reason, Direction.IN, Direction.OUT)
        self._check(wanted, reason)
        words, amount = self._counter.cash.words, wanted.amount if reason.direction is Direction.IN else -wanted.amount
        title = words.in_title if reason.direction is Direction.IN else words.out_title
        rows = [(words.reason, reason.label(self._counter.locale.language)), *_told(words.note, wanted.note)]
        return self._write(wanted.reason, amount, title, rows, note=wanted.note, person=person, approved_by=approved_by)

    def drop(self, amount: Money, *, envelope: str, person: Person, approved_by: Approval | None = None) -> MovedCash:
        """From the drawer to the safe, in a numbered envelope; RightMissing, CashAmountRefused, EnvelopeMissing, NoDrawerSession."""
        limit = self._counter.cash.rules.limits_on(self._counter.now_local().date()).drop_limit
        if not 0 < amount.amount_cents <= limit.amount_cents:
            raise CashAmountRefused(limit_cents=limit.amount_cents)
        if not envelope.strip():
            raise EnvelopeMissing
        words = self._counter.cash.words
        rows = [(words.envelope, envelope.strip())]
        return self._write(CashReason.SAFE_DROP, -amount, words.drop_title, rows, note=envelope, person=person, approved_by=approved_by)

    def open_without_sale(self, reason_code: str, *, note: str = "", person: Person, approved_by: Approval | None = None) -> None:
        """The drawer springs open, and the event log and the Z know it; RightMissing, CashReasonUnknown, NoteMissing, NoDrawerSession."""
        reason = self._counter.cash.rules.reason_on(self._counter.now_local().date(), reason_code, Direction.NONE)
        if reason.note_wanted and not note.strip():
            raise NoteMissing
        with self._counter.database.write() as connection:
            session = self._session(connection, person, approved_by)
            movement_id = self._add(connection, session, CashReason.NO_SALE, ZERO, note=f"{reason_code} {note}", person=person)
            body: dict[str, EventValue] = {
                "movement_id": movement_id, "session_id": session.session_id, "number": session.number, "reason": reason_code,
                "note": note.strip() or None, "approved_by": approved_by.approver_id if approved_by else None,
            }  # fmt: skip
            self._counter.ledger.append(connection, "drawer.opened_without_sale", body, person_id=person.person_id)
            self._counter.open_drawer(connection, drawer_no=session.drawer_no, document_id=movement_id)

    # ── the running reading ────────────────────────────────────────────────────────────────────────────────────────
    def x_report(self, *, person: Person) -> XReport:
        """Since the last closing; takes no number and freezes nothing. RightMissing."""
        require(person, Right.OPEN_DRAWER_SESSION)
        with self._counter.database.read() as connection:
            return self._x(connection, sees_cash=may(person, Right.SEE_CASH))

    def print_x(self, *, person: Person) -> None:
        """On paper, as often as wanted; RightMissing."""
        require(person, Right.OPEN_DRAWER_SESSION)
        with self._counter.database.write() as connection:
            report = self._x(connection, sees_cash=may(person, Right.SEE_CASH))
            self._counter.ledger.append(connection, "drawer.x_printed", {"ticket_count": report.ticket_count}, person_id=person.person_id)
            self._counter.print_slip(connection, self._x_slip(connection, report), document_id=self._counter.ids.new())

    def _x(self, connection: Connection, *, sees_cash: bool) -> XReport:
        stored = store.tickets_after(connection, self._counter.closed_through(connection))
        figures = figures_of(tuple(item.ticket for item in stored))
        found = cash_store.open_sessions(connection)
        others = tuple((kind, amount) for kind, amount in figures.tenders if kind != CASH)
        report = XReport(
            figures.ticket_count, figures.article_count, others, tuple(item.blind() for item in found), unsent_count(connection, TICKET_PAID)
        )
        if not sees_cash:
            return report
        drawers = tuple(cash_store.figures_now(connection, item) for item in found)
        return XReport(report.ticket_count, report.article_count, others, found, report.unsent, figures, drawers)

    def _x_slip(self, connection: Connection, report: XReport) -> Slip:
        words, sale_words, money = self._counter.cash.words, self._counter.words, self._counter.locale.money
        counts: Rows = [(sale_words.z_tickets, str(report.ticket_count)), (sale_words.z_articles, str(report.article_count))]
        sections: list[PaperSection] = []
        tenders = report.other_tenders
        if report.figures is not None:
            figures = report.figures
            counts = [(sale_words.z_sales, money(figures.sales)), (sale_words.z_returns, money(figures.returns)), *counts]
            sections.append(PaperSection("", ((sale_words.z_total, money(figures.total)),), strong=True))
            taxes = tuple((f"({row.mark}) {self._counter.locale.tax_rate(row.percent)}", money(row.tax)) for row in figures.taxes)
            sections.append(PaperSection(sale_words.z_tax, taxes))
            tenders = figures.tenders
        if report.unsent:
            counts.append((words.unsent, str(report.unsent)))
        sections.append(PaperSection(sale_words.z_tenders, tuple((sale_words.tender(kind), money(amount)) for kind, amount in tenders)))
        sections += [self._paper.section(connection, drawer) for drawer in report.drawers]
        if not report.drawers:
            sections += [self._paper.blind_section(connection, DrawerFigures(item, ())) for item in report.sessions]
        found = (PaperSection("", tuple(counts)), *(item for item in sections if item.rows))
        return self._paper.slip(words.x_title, NO_NUMBER, found, mentions=(words.x_mention,))

    # ── writing ────────────────────────────────────────────────────────────────────────────────────────────────────
    def _check(self, wanted: CashMove, reason: MoveReason) -> None:
        if not 0 < wanted.amount.amount_cents <= reason.limit.amount_cents:
            raise CashAmountRefused(limit_cents=reason.limit.amount_cents)
        if reason.note_wanted and not wanted.note.strip():
            raise NoteMissing

    def _write(
        self, reason: str, amount: Money, title: str, rows: Rows, *, note: str, person: Person, approved_by: Approval | None
    ) -> MovedCash:  # fmt: skip
        words = self._counter.cash.words
        people = [(words.by, person.short_name), *_told(words.approved_by, approved_by.approver_name if approved_by else "")]
        with self._counter.database.write() as connection:
            session = self._session(connection, person, approved_by)
            number = self._counter.identity(connection).number(next_number(connection, MOVE_SERIES), letter="M")
            movement_id = self._add(connection, session, reason, amount, note=note, person=person)
            body: dict[str, EventValue] = {
                "movement_id": movement_id, "number": number, "session_id": session.session_id, "session_number": session.number,
                "reason": str(reason), "amount_cents": amount.amount_cents, "note": note.strip() or None,
                "approved_by": approved_by.approver_id if approved_by else None,
            }  # fmt: skip
            self._counter.ledger.append(connection, "drawer.cash_moved", body, person_id=person.person_id)
            slip = self._paper.moved(title, number, [*rows, *people], amount=Money(abs(amount.amount_cents)))
            self._counter.print_slip(connection, slip, document_id=movement_id)
            self._counter.open_drawer(connection, drawer_no=session.drawer_no, document_id=movement_id)
        return MovedCash(movement_id, number, amount)

    def _session(self, connection: Connection, person: Person, approved_by: Approval | None) -> DrawerSession:
        session = self._counter.session(connection, person)
        require_lent(person, Right.MOVE_CASH, approved_by, document=session.session_id)
        return session

    def _add(self, connection: Connection, session: DrawerSession, reason: str, amount: Money, *, note: str, person: Person) -> str:
        movement_id = self._counter.ids.new()
        cash_store.add_movement(
            connection, movement_id, session_id=session.session_id, at_utc=self._counter.now_utc(), reason=reason, amount=amount, document_id=None,
            person_id=person.person_id, note=note.strip() or None,
        )  # fmt: skip
        return movement_id


def _told(label: str, text: str) -> Rows:
    """A row, or none when there is nothing to say."""
    return [(label, text.strip())] if text.strip() else []
