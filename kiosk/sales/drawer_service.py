"""The drawer: one session at a time on a till, opened with a float, closed with a count. Writes run on the ledger worker."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.basics.clock import parse_utc
from kiosk.basics.money import Money
from kiosk.documents.papers import PaperSection, Slip
from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales import store
from kiosk.sales.counter import Counter, cents
from kiosk.sales.drawer import DrawerSession
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.storage.counters import next_number

SESSION_SERIES = "drawer_session"
LARGEST_FLOAT = Money(500_000)


class DrawerSessionOpen(Refused):
    """The drawer is open already."""

    code = "sales.drawer_session_open"


class FloatRefused(Refused):
    """A float is from nothing to 5 000 €."""

    code = "sales.float_refused"


@dataclass(frozen=True, slots=True)
class DrawerNow:
    """The open session and what must be in the drawer at this moment."""

    session: DrawerSession
    expected: Money


class DrawerService:
    """Cash from float to count."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def now(self) -> DrawerNow | None:
        """None while the drawer is shut."""
        with self._counter.database.read() as connection:
            session = store.open_session(connection)
            return None if session is None else DrawerNow(session, expected_in(connection, session))

    def opened_at_utc(self) -> str:
        """Since when the drawer is open; "" while it is shut."""
        found = self.now()
        return "" if found is None else found.session.opened_at_utc

    def open_session(self, opening_float: Money, *, person: Person) -> DrawerSession:
        """RightMissing, DrawerSessionOpen, FloatRefused."""
        require(person, Right.OPEN_DRAWER_SESSION)
        if not 0 <= opening_float.amount_cents <= LARGEST_FLOAT.amount_cents:
            raise FloatRefused
        with self._counter.database.write() as connection:
            if store.open_session(connection) is not None:
                raise DrawerSessionOpen
            number = self._counter.identity(connection).number(next_number(connection, SESSION_SERIES), letter="S")
            session = DrawerSession(self._counter.ids.new(), number, person.person_id, self._counter.now_utc(), opening_float)
            store.add_session(connection, session)
            body: dict[str, EventValue] = {"session_id": session.session_id, "number": number, "float_cents": opening_float.amount_cents}
            self._counter.ledger.append(connection, "drawer.session_opened", body, person_id=person.person_id)
            self._counter.open_drawer(connection, document_id=session.session_id)
        return session

    def close_session(self, counted: Money | None, *, person: Person) -> DrawerSession:
        """``counted`` None: nobody counted, and the paper says so. NoDrawerSession."""
        require(person, Right.OPEN_DRAWER_SESSION)
        with self._counter.database.write() as connection:
            session = end_session(self._counter, connection, self._counter.session(connection), counted=counted, person=person)
            self._counter.print_slip(connection, self._slip(session), document_id=session.session_id)
        return session

    def _slip(self, session: DrawerSession) -> Slip:
        papers, words = self._counter.shop(), self._counter.words
        return Slip(
            shop=papers.header, till_label=papers.till_label, title=words.drawer_closed_title, number=session.number,
            at_local=self._counter.locale.moment(self._counter.now_local()), sections=(session_section(self._counter, session),), mentions=(), stamp_lines=(),
        )  # fmt: skip


def end_session(counter: Counter, connection: Connection, session: DrawerSession, *, counted: Money | None, person: Person) -> DrawerSession:
    """Close it inside the caller's transaction."""
    closed_at_utc, expected = counter.now_utc(), expected_in(connection, session)
    store.end_session(connection, session.session_id, closed_at_utc=closed_at_utc, counted=counted, expected=expected)
    body: dict[str, EventValue] = {
        "session_id": session.session_id, "number": session.number, "expected_cents": expected.amount_cents, "counted_cents": cents(counted),
    }  # fmt: skip
    counter.ledger.append(connection, "drawer.session_closed", body, person_id=person.person_id)
    return DrawerSession(
        session.session_id, session.number, session.person_id, session.opened_at_utc, session.opening_float, closed_at_utc, counted, expected
    )


def expected_in(connection: Connection, session: DrawerSession) -> Money:
    """The float and everything that moved since: float 500, sale 749 paid with 1 000 makes 1 249."""
    return session.opening_float + store.cash_moved(connection, session.session_id)


def session_section(counter: Counter, session: DrawerSession) -> PaperSection:
    """A session on paper."""
    words, money = counter.words, counter.locale.money
    opened = parse_utc(session.opened_at_utc).astimezone(counter.shop().zone)
    rows = [
        (words.drawer_title, counter.locale.time(opened)),
        (words.z_float, money(session.opening_float)),
        (words.z_expected, money(session.expected) if session.expected is not None else ""),
        (words.z_counted, money(session.counted) if session.counted is not None else words.z_not_counted),
    ]
    if session.difference is not None:
        rows.append((words.z_difference, money(session.difference)))
    return PaperSection(words.z_drawer.format(number=session.number), tuple(rows))
