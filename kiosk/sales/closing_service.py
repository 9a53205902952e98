"""Closing the day (Z) and looking at it while it runs (the manager's board). Writes run on the ledger worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import Connection

from kiosk.basics.money import Money
from kiosk.documents.papers import PaperSection, Slip
from kiosk.fiscal.module import Closing, EventValue, Period
from kiosk.sales import store
from kiosk.sales.counter import TICKET_MARK, Counter
from kiosk.sales.day import DayFigures, check_against, day_content, figures_of, takings_by_hour
from kiosk.sales.drawer import DrawerSession
from kiosk.sales.drawer_service import end_session, expected_in, session_section
from kiosk.sales.store import StoredTicket
from kiosk.sales.ticket import Ticket
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require

JOURNAL_KINDS = {Period.DAY: "fiscal.day_closed", Period.MONTH: "fiscal.month_closed", Period.YEAR: "fiscal.year_closed"}


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A numbered Z as it was printed; ``longer`` are the month and year that it closed too."""

    number: str
    business_day: date
    closing: Closing
    figures: DayFigures
    sessions: tuple[DrawerSession, ...]
    longer: tuple[Closing, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Today at a glance. ``expected_cash`` is None while the drawer is shut; trade-ins come from their own service."""

    business_day: date
    figures: DayFigures
    by_hour: Mapping[int, Money]
    session: DrawerSession | None
    expected_cash: Money | None
    waiting_day: date | None


class ClosingService:
    """The end of the day, and the way there."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def board(self, *, person: Person) -> Board:
        """RightMissing; ``waiting_day`` is an earlier day that must be closed before the next sale."""
        require(person, Right.SEE_BOARD)
        today = self._counter.now_local().date()
        with self._counter.database.read() as connection:
            tickets = _tickets(store.tickets_of_day(connection, today.isoformat()))
            session = store.open_session(connection)
            oldest = store.first_day_after(connection, self._counter.closed_through(connection))
            expected = expected_in(connection, session) if session else None
        waiting = date.fromisoformat(oldest) if oldest and date.fromisoformat(oldest) < today else None
        return Board(today, figures_of(tickets), takings_by_hour(tickets), session, expected, waiting)

    def running(self, *, person: Person) -> DayFigures:
        """Since the last closing (X)."""
        require(person, Right.SEE_BOARD)
        with self._counter.database.read() as connection:
            return figures_of(_tickets(store.tickets_after(connection, self._counter.closed_through(connection))))

    def close_day(self, *, person: Person, counted: Money | None = None) -> ClosedDay:
        """Freeze everything since the last Z, close the open drawer session with its count, print; RightMissing, FiguresDisagree.

        The day is that of the oldest ticket that waits, today when there is none: a day without sales is closed too.
        """
        require(person, Right.CLOSE_DAY)
        with self._counter.database.write() as connection:
            stored = store.tickets_after(connection, self._counter.closed_through(connection))
            figures = figures_of(_tickets(stored))
            check_against(figures, self._counter.fiscal.since_last_closing(connection))
            session = store.open_session(connection)
            if session is not None:
                end_session(self._counter, connection, session, counted=counted, person=person)
            closed = self._write(connection, stored, figures, person=person)
            self._counter.print_slip(connection, self._slip(closed), document_id=closed.closing.closing_id)
        return closed

    def _write(self, connection: Connection, stored: Sequence[StoredTicket], figures: DayFigures, *, person: Person) -> ClosedDay:
        now = self._counter.now_local()
        day = stored[0].ticket.head.business_day if stored else now.date()
        sessions = self._sessions(connection)
        marks: dict[str, EventValue] = {
            TICKET_MARK: stored[-1].row_no if stored else self._counter.closed_through(connection),
            "closed_at_utc": self._counter.now_utc(),
            "sessions": [session.session_id for session in sessions],
        }
        content = day_content(figures)
        closings = self._counter.fiscal.close_day(connection, day_label=f"{day:%Y%m%d}", at_local=now, content=content | marks)
        closing = next(item for item in closings if item.period is Period.DAY)
        number = self._counter.identity(connection).number(closing.number, letter="Z")
        for item in closings:
            self._journal(connection, item, content if item is closing else {}, number=number, day=day, person=person)
        return ClosedDay(number, day, closing, figures, sessions, tuple(item for item in closings if item is not closing))

    def _sessions(self, connection: Connection) -> tuple[DrawerSession, ...]:
        """Those closed since the last Z, whatever the clock did."""
        last = self._counter.fiscal.last_day_content(connection)
        told = last.get("sessions", [])
        assert isinstance(told, list)
        found = store.sessions_since(connection, str(last.get("closed_at_utc", "")))
        return tuple(session for session in found if not session.open and session.session_id not in told)

    def _journal(
        self, connection: Connection, closing: Closing, content: Mapping[str, EventValue], *, number: str, day: date, person: Person
    ) -> None:  # fmt: skip
        body: dict[str, EventValue] = {
            **content, "closing_id": closing.closing_id, "number": closing.number, "printed_number": number, "period_label": closing.label,
            "business_day": day.isoformat(), "total_cents": closing.totals.total.amount_cents,
            "perpetual_algebraic_cents": closing.perpetual.algebraic.amount_cents, "perpetual_absolute_cents": closing.perpetual.absolute.amount_cents,
        }  # fmt: skip
        self._counter.ledger.append(connection, JOURNAL_KINDS[closing.period], body, person_id=person.person_id)

    def _slip(self, closed: ClosedDay) -> Slip:
        papers, words = self._counter.shop(), self._counter.words
        return Slip(
            shop=papers.header, till_label=papers.till_label, title=words.z_title.format(number=closed.closing.number), number=closed.number,
            at_local=self._counter.locale.moment(self._counter.now_local()), sections=self._sections(closed), mentions=(),
            stamp_lines=closed.closing.printed.lines,
        )  # fmt: skip

    def _sections(self, closed: ClosedDay) -> tuple[PaperSection, ...]:
        words, figures, locale = self._counter.words, closed.figures, self._counter.locale
        money = locale.money
        day = PaperSection(
            f"{words.z_day} {locale.date(closed.business_day)}",
            (
                (words.z_sales, money(figures.sales)),
                (words.z_returns, money(figures.returns)),
                (words.z_tickets, str(figures.ticket_count)),
                (words.z_articles, str(figures.article_count)),
                (words.z_discounts, money(figures.discounts)),
            ),
        )
        total = PaperSection("", ((words.z_total, money(figures.total)),), strong=True)
        tenders = PaperSection(words.z_tenders, tuple((words.tender(kind), money(amount)) for kind, amount in figures.tenders))
        drawers = tuple(session_section(self._counter, session) for session in closed.sessions)
        found = (day, total, self._taxes(figures), tenders, *drawers, *self._period_sections(closed))
        return tuple(section for section in found if section.rows)

    def _taxes(self, figures: DayFigures) -> PaperSection:
        words, locale = self._counter.words, self._counter.locale
        rows = [
            (f"({row.mark}) {locale.tax_rate(Fraction(row.rate_bp, 100))} · {words.z_net} {locale.bare_money(row.net)}", locale.money(row.tax))
            for row in figures.taxes
        ]
        if figures.margin_gross:
            rows.append((words.z_margin, locale.money(figures.margin_gross)))
        return PaperSection(words.z_tax, tuple(rows))

    def _period_sections(self, closed: ClosedDay) -> tuple[PaperSection, ...]:
        words, perpetual, money = self._counter.words, closed.closing.perpetual, self._counter.locale.money
        titles = {Period.MONTH: words.z_month, Period.YEAR: words.z_year}
        longer = tuple(
            PaperSection(titles[item.period].format(label=item.label), ((words.z_total, money(item.totals.total)),)) for item in closed.longer
        )
        rows = ((words.z_algebraic, money(perpetual.algebraic)), (words.z_absolute, money(perpetual.absolute)))
        return (*longer, PaperSection(words.z_perpetual, rows))


def _tickets(stored: Sequence[StoredTicket]) -> tuple[Ticket, ...]:
    return tuple(item.ticket for item in stored)
