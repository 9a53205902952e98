"""Closing the day (Z) and looking at it while it runs (the manager's board). Writes run on the ledger worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from kiosk.basics.money import Money
from kiosk.cash import store as cash_store
from kiosk.cash.counting import Count
from kiosk.cash.drawer import DrawerFigures, DrawerSession
from kiosk.documents.escpos import copy_bytes
from kiosk.errors import Refused
from kiosk.fiscal.module import Closing, EventValue, Period
from kiosk.journal.ledger import SYSTEM
from kiosk.journal.store import unsent_count
from kiosk.sales import store
from kiosk.sales.closed_day import ClosedDay
from kiosk.sales.closing_days import Closed, WaitingDay, days_to_close, waiting_days
from kiosk.sales.closing_paper import ZPaper
from kiosk.sales.counter import TICKET_MARK, Counter
from kiosk.sales.day import DayFigures, check_against, day_content, drawer_content, figures_of, takings_by_hour
from kiosk.sales.drawer_closing import Ending, end_session
from kiosk.sales.store import StoredTicket
from kiosk.sales.tendered.store import intents_without_ticket
from kiosk.sales.ticket import Ticket
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may, require

__all__ = ["Board", "ClosedDay", "ClosingService", "GapTooLong"]

TICKET_PAID = "sales.ticket_paid"
JOURNAL_KINDS = {Period.DAY: "fiscal.day_closed", Period.MONTH: "fiscal.month_closed", Period.YEAR: "fiscal.year_closed"}


class GapTooLong(Refused):
    """More days without a closing than anybody shuts a shop for: the clock may be wrong. Nothing was closed; ``days`` wait since ``first``."""

    code = "sales.gap_too_long"


class ClosingUnknown(Refused):
    """No printed Z of this till is that one."""

    code = "sales.closing_unknown"


@dataclass(frozen=True, slots=True)
class Board:
    """Today at a glance. ``expected_cash`` is of all open drawers, None while they are shut; trade-ins come from their own service."""

    business_day: date
    figures: DayFigures
    by_hour: Mapping[int, Money]
    sessions: tuple[DrawerSession, ...]
    expected_cash: Money | None
    waiting_day: date | None


@dataclass(frozen=True, slots=True)
class BeforeClosing:
    """What somebody should know before the day is frozen; only card payments without an answer want doing something first.

    ``gap_too_long``: so many days wait that the clock may be wrong, and closing wants to hear that it is right. ``closed_drawers`` were closed and
    counted before the day is; for who counts blind without what was expected in them.
    """

    unsent: int
    parked: int
    unsettled_cards: int
    days: tuple[WaitingDay, ...]
    now_local: datetime
    gap_too_long: bool = False
    closed_drawers: tuple[DrawerSession, ...] = ()


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
            sessions = cash_store.open_sessions(connection)
            oldest = store.first_day_after(connection, self._counter.closed_through(connection))
            expected = Money.total(cash_store.expected_in(connection, session) for session in sessions) if sessions else None
        waiting = date.fromisoformat(oldest) if oldest and date.fromisoformat(oldest) < today else None
        return Board(today, figures_of(tickets), takings_by_hour(tickets), sessions, expected if may(person, Right.SEE_CASH) else None, waiting)

    def running(self, *, person: Person) -> DayFigures:
        """Since the last closing (X)."""
        require(person, Right.SEE_BOARD)
        with self._counter.database.read() as connection:
            return figures_of(_tickets(store.tickets_after(connection, self._counter.closed_through(connection))))

    def days_waiting(self) -> tuple[WaitingDay, ...]:
        """The days before today that wait for their closing, oldest first; those without sales close by themselves."""
        with self._counter.database.read() as connection:
            return waiting_days(self._ticket_days(connection), self._closed(connection), today=self._counter.now_local().date())

    def before(self, *, person: Person) -> BeforeClosing:
        """RightMissing. Tickets that central does not have yet are closed all the same: they are numbered."""
        require(person, Right.CLOSE_DAY)
        now_local = self._counter.now_local()
        with self._counter.database.read() as connection:
            unsent, parked = unsent_count(connection, TICKET_PAID), len(store.kept_baskets(connection, parked=True))
            cards, days = len(intents_without_ticket(connection)), self._ticket_days(connection)
            to_close = days_to_close(days, self._closed(connection), today=now_local.date())
            waiting = waiting_days(days, self._closed(connection), today=now_local.date())
            drawers = tuple(drawer.session for drawer in self._sessions(connection))
        known = drawers if may(person, Right.SEE_CASH) else tuple(item.blind() for item in drawers)
        return BeforeClosing(unsent, parked, cards, waiting, now_local, len(to_close) > self._longest_gap_days(), known)

    def close_day(self, *, person: Person, counted: Money | None = None, gap_confirmed: bool = False) -> ClosedDay:
        """Freeze everything since the last Z day by day, close the open drawer session with its count, print.

        RightMissing, FiguresDisagree, GapTooLong. Days before today come first, those without sales too; today is closed as well unless sales
        of an earlier day waited. The answer is the last day with sales; ``closings`` are all that were made.
        """
        require(person, Right.CLOSE_DAY)
        with self._counter.database.write() as connection:
            days = days_to_close(self._ticket_days(connection), self._closed(connection), today=self._counter.now_local().date())
            self._check_gap(connection, days, confirmed_by=person.person_id if gap_confirmed else None)
            self._begin(connection, days, person_id=person.person_id)
            self._end_sessions(connection, counted, person=person)
            done = self._close(connection, days, person_id=person.person_id)
            for item in (done, *(day for day in done.also if day.figures.ticket_count)):
                self._counter.print_slip(connection, ZPaper(self._counter).slip(connection, item), document_id=item.closing.closing_id)
        return done

    def reprint(self, closing_id: str, *, person: Person) -> int:
        """The Z as it was printed, marked as a numbered copy, in the chain of duplicates like a ticket's (FIS-12); RightMissing, ClosingUnknown."""
        require(person, Right.CLOSE_DAY)
        with self._counter.database.write() as connection:
            printed = self._counter.print_queue.of_document(connection, closing_id)
            if not printed:
                raise ClosingUnknown
            first, at_local = printed[0], self._counter.now_local()
            assert first.document_number is not None, "a Z is printed with its number"
            copy = self._counter.fiscal.duplicate(
                connection, number=first.document_number, at_local=at_local, person_id=person.person_id, closing_id=closing_id
            )  # fmt: skip
            mark = f"{self._counter.cash.words.z_copy.format(count=copy.count)} – {self._counter.locale.date(at_local.date())}"
            content = copy_bytes(first.content, mark, columns=self._counter.columns)
            self._counter.print_queue.enqueue(
                connection, kind=first.kind.value, document_id=closing_id, document_number=first.document_number, content=content
            )
            body: dict[str, EventValue] = {"closing_id": closing_id, "number": first.document_number, "count": copy.count}
            self._counter.ledger.append(connection, "fiscal.closing_reprinted", body, person_id=person.person_id)
        return copy.count

    def _end_sessions(self, connection: Connection, counted: Money | None, *, person: Person) -> None:
        """Whatever is still open ends with the day: counted when it is the only one and somebody counted, uncounted otherwise."""
        sessions = cash_store.open_sessions(connection)
        count = Count(counted) if counted is not None and len(sessions) == 1 else None
        for session in sessions:
            end_session(self._counter, connection, session, count=count, ending=Ending(), person=person)

    def close_days_without_sales(self) -> tuple[Closing, ...]:
        """At the start of the till: what needs nobody's decision. Nothing while sales wait, or after a gap that may be a wrong clock."""
        with self._counter.database.write() as connection:
            waiting = waiting_days(self._ticket_days(connection), self._closed(connection), today=self._counter.now_local().date())
            if not waiting or any(item.ticket_count for item in waiting) or len(waiting) > self._longest_gap_days():
                return ()
            self._begin(connection, waiting, person_id=SYSTEM)
            return self._close(connection, waiting, person_id=SYSTEM).closings

    def _ticket_days(self, connection: Connection) -> tuple[date, ...]:
        return tuple(date.fromisoformat(day) for day in store.days_after(connection, self._counter.closed_through(connection)))

    def _closed(self, connection: Connection) -> Closed:
        return Closed(self._counter.fiscal.closed_until(connection), self._counter.fiscal.began_on(connection))

    def _longest_gap_days(self) -> int:
        return self._counter.rules_now().closing.longest_gap_days

    def _check_gap(self, connection: Connection, days: Sequence[WaitingDay], *, confirmed_by: str | None) -> None:
        """Who says that the clock is right answers for it in the event log (JET 130)."""
        if len(days) <= self._longest_gap_days():
            return
        first = days[0].day.isoformat()
        if confirmed_by is None:
            raise GapTooLong(days=len(days), first=first)
        said: dict[str, EventValue] = {"days": len(days), "first": first, "last": days[-1].day.isoformat()}
        self._counter.ledger.append(connection, "fiscal.gap_confirmed", said, person_id=confirmed_by)

    def _begin(self, connection: Connection, days: Sequence[WaitingDay], *, person_id: str) -> None:
        labels = f"{days[0].day:%Y%m%d}" if len(days) == 1 else f"{days[0].day:%Y%m%d}-{days[-1].day:%Y%m%d}"
        self._counter.ledger.append(connection, "fiscal.closing_begun", {"days": labels}, person_id=person_id)

    def _close(self, connection: Connection, days: Sequence[WaitingDay], *, person_id: str) -> ClosedDay:
        """Day after day; the sessions counted meanwhile stand with the last one that has sales."""
        main = max(range(len(days)), key=lambda place: (days[place].ticket_count > 0, place))
        stored = list(store.tickets_after(connection, self._counter.closed_through(connection)))
        closed: list[ClosedDay] = []
        for place, waiting in enumerate(days):
            tickets, stored = stored[: waiting.ticket_count], stored[waiting.ticket_count :]
            rest = place == len(days) - 1 and not stored
            closed.append(self._close_one(connection, waiting, tickets, main=place == main, rest=rest, person_id=person_id))
        closings = tuple(item for day in closed for item in day.closings)
        return replace(closed[main], closings=closings, also=tuple(day for place, day in enumerate(closed) if place != main))

    def _close_one(
        self, connection: Connection, waiting: WaitingDay, stored: Sequence[StoredTicket], *, main: bool, rest: bool, person_id: str
    ) -> ClosedDay:  # fmt: skip
        """``rest``: nothing may be left that was stamped and is in no ticket."""
        fiscal, day, documents = self._counter.fiscal, waiting.day, None if rest else len(stored)
        figures = figures_of(_tickets(stored))
        check_against(figures, fiscal.since_last_closing(connection, documents=documents))
        last = fiscal.last_day_content(connection)
        sessions = self._sessions(connection) if main else ()
        marks: dict[str, EventValue] = {
            TICKET_MARK: stored[-1].row_no if stored else self._counter.closed_through(connection),
            "closed_at_utc": self._counter.now_utc() if main else last.get("closed_at_utc", ""),
            "sessions": [drawer.session.session_id for drawer in sessions] if main else last.get("sessions", []),
        }
        content = day_content(figures) | {"drawers": [drawer_content(drawer) for drawer in sessions]}
        made = fiscal.close_day(
            connection, day_label=f"{day:%Y%m%d}", at_local=self._counter.now_local(), content=content | marks, documents=documents
        )  # fmt: skip
        closing = next(item for item in made if item.period is Period.DAY)
        number = self._counter.identity(connection).number(closing.number, letter="Z")
        unsent = unsent_count(connection, TICKET_PAID) if main else 0
        for item in made:
            self._journal(connection, item, content if item is closing else {}, number=number, day=day, person_id=person_id)
        return ClosedDay(number, day, closing, figures, sessions, tuple(item for item in made if item is not closing), made, unsent=unsent)

    def _sessions(self, connection: Connection) -> tuple[DrawerFigures, ...]:
        """Those closed since the last Z, whatever the clock did."""
        last = self._counter.fiscal.last_day_content(connection)
        told = last.get("sessions", [])
        assert isinstance(told, list)
        found = cash_store.sessions_since(connection, str(last.get("closed_at_utc", "")))
        closed = (session for session in found if not session.open and session.session_id not in told)
        return tuple(cash_store.figures_of_session(connection, session) for session in closed)

    def _journal(
        self, connection: Connection, closing: Closing, content: Mapping[str, EventValue], *, number: str, day: date, person_id: str
    ) -> None:  # fmt: skip
        body: dict[str, EventValue] = {
            **content, "closing_id": closing.closing_id, "number": closing.number, "printed_number": number, "period_label": closing.label,
            "business_day": day.isoformat(), "total_cents": closing.totals.total.amount_cents,
            "perpetual_algebraic_cents": closing.perpetual.algebraic.amount_cents, "perpetual_absolute_cents": closing.perpetual.absolute.amount_cents,
        }  # fmt: skip
        self._counter.ledger.append(connection, JOURNAL_KINDS[closing.period], body, person_id=person_id)


def _tickets(stored: Sequence[StoredTicket]) -> tuple[Ticket, ...]:
    return tuple(item.ticket for item in stored)
