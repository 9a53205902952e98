"""Drawer sessions: opened with a counted float, counted blind, handed over, closed with a count. Writes run on the ledger worker.

Who may not see the expected cash (``Right.SEE_CASH``) gets it from no answer of this service and from no paper (blind count).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from kiosk.basics.money import ZERO, Money
from kiosk.cash import store
from kiosk.cash.counting import Count, CountPurpose, TakenCount, beyond
from kiosk.cash.drawer import DrawerFigures, DrawerMode, DrawerSession, free_drawer
from kiosk.cash.drawers import NoDrawerSession
from kiosk.cash.rules import CashRules
from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales.counter import Counter, cents
from kiosk.sales.drawer_closing import Ending, count_body, end_session
from kiosk.sales.drawer_paper import DrawerPaper
from kiosk.staff.approvals import require_lent
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, RightMissing, may, require
from kiosk.storage.counters import next_number

SESSION_SERIES = "drawer_session"
LARGEST_FLOAT = Money(500_000)


class DrawerSessionOpen(Refused):
    """The drawer, or this person's own, is open already."""

    code = "sales.drawer_session_open"


class NoDrawerFree(Refused):
    """Both drawers of this till have a session."""

    code = "sales.no_drawer_free"


class FloatRefused(Refused):
    """A float is from nothing to 5 000 €."""

    code = "sales.float_refused"


class NotYourDrawer(Refused):
    """Each has their own drawer here: a colleague's is for its owner, or for somebody who may see cash."""

    code = "sales.not_your_drawer"


class DifferenceTooLarge(Refused):
    """The count differs by more than is allowed: count again, or have a manager accept it and say why."""

    code = "sales.difference_too_large"


class DifferenceUnexplained(Refused):
    """Above the allowed difference a reason is wanted."""

    code = "sales.difference_unexplained"


class DropRefused(Refused):
    """What goes to the safe is at most what was counted, in an envelope with a number."""

    code = "sales.drop_refused"


@dataclass(frozen=True, slots=True)
class CountOutcome:
    """What may be said of a count. ``expected`` and ``difference`` are None for who counts blind."""

    count: Count
    needs_approval: bool
    expected: Money | None = None
    difference: Money | None = None


class DrawerService:
    """Cash from float to count."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._paper = DrawerPaper(counter)

    @property
    def rules(self) -> CashRules:
        """The pieces of the currency, and what a count may differ by."""
        return self._counter.cash.rules

    @property
    def mode(self) -> DrawerMode:
        """Everybody's drawer, or one each."""
        return self._counter.cash.mode

    def allowed_difference(self) -> Money:
        """Up to this nobody needs to answer for a count today."""
        return self.rules.limits_on(self._counter.now_local().date()).allowed_difference

    # ── looking ────────────────────────────────────────────────────────────────────────────────────────────────────
    def sessions(self) -> tuple[DrawerSession, ...]:
        """Those that are open, oldest first, without what is expected in them."""
        with self._counter.database.read() as connection:
            return tuple(item.blind() for item in store.open_sessions(connection))

    def mine(self, person: Person) -> DrawerSession | None:
        """The session that takes this person's cash; None when there is none, or when in a shop of own drawers theirs is still to be opened."""
        found = self.sessions()
        if self._counter.cash.mode is DrawerMode.OWN and may(person, Right.OPEN_DRAWER_SESSION):
            return next((item for item in found if item.person_id == person.person_id), None)
        return found[0] if found else None

    def closable(self, person: Person) -> tuple[DrawerSession, ...]:
        """The open drawers that this person may count and close, their own first: with one each a colleague's too for who may see cash."""
        found = sorted(self.sessions(), key=lambda item: item.person_id != person.person_id)
        if self.mode is DrawerMode.SHARED or may(person, Right.SEE_CASH):
            return tuple(found)
        return tuple(item for item in found if item.person_id == person.person_id)

    def figures(self, session_id: str, *, person: Person) -> DrawerFigures:
        """What is expected in an open drawer, and why; RightMissing, NoDrawerSession."""
        require(person, Right.SEE_CASH)
        with self._counter.database.read() as connection:
            return store.figures_now(connection, self._open(connection, session_id))

    def counts(self, session_id: str, *, person: Person) -> tuple[TakenCount, ...]:
        """Every count of a session, also those that were taken again; RightMissing."""
        require(person, Right.SEE_CASH)
        with self._counter.database.read() as connection:
            return store.counts_of_session(connection, session_id)

    def opened_at_utc(self) -> str:
        """Since when a drawer is open; "" while all are shut."""
        found = self.sessions()
        return found[0].opened_at_utc if found else ""

    # ── opening ────────────────────────────────────────────────────────────────────────────────────────────────────
    def open_session(self, opening: Money | Count, *, person: Person) -> DrawerSession:
        """RightMissing, DrawerSessionOpen, NoDrawerFree, FloatRefused. What the session before left in this drawer is compared, and journaled."""
        require(person, Right.OPEN_DRAWER_SESSION)
        if isinstance(opening, Money) and not 0 <= opening.amount_cents <= LARGEST_FLOAT.amount_cents:
            raise FloatRefused
        count = Count.of(opening)
        if count.total > LARGEST_FLOAT:
            raise FloatRefused
        with self._counter.database.write() as connection:
            drawer_no = self._free_drawer(store.open_sessions(connection), person)
            before = store.last_closed(connection, drawer_no)
            number = self._counter.identity(connection).number(next_number(connection, SESSION_SERIES), letter="S")
            session = DrawerSession(
                self._counter.ids.new(), number, person.person_id, self._counter.now_utc(), count.total, drawer_no=drawer_no,
                opening_expected=before.left if before else None,
            )  # fmt: skip
            store.add_session(connection, session)
            self._add_count(connection, session, count, CountPurpose.OPENING, expected=session.opening_expected, person=person)
            self._journal_opening(connection, session, count, person=person)
            self._counter.open_drawer(connection, drawer_no=drawer_no, document_id=session.session_id)
        return session if may(person, Right.SEE_CASH) else session.blind()

    def _free_drawer(self, sessions: Sequence[DrawerSession], person: Person) -> int:
        shared = self._counter.cash.mode is DrawerMode.SHARED
        if sessions and (shared or any(item.person_id == person.person_id for item in sessions)):
            raise DrawerSessionOpen
        drawer_no = free_drawer(item.drawer_no for item in sessions)
        if drawer_no is None:
            raise NoDrawerFree
        return drawer_no

    def _journal_opening(self, connection: Connection, session: DrawerSession, count: Count, *, person: Person) -> None:
        body: dict[str, EventValue] = {
            "session_id": session.session_id, "number": session.number, "float_cents": session.opening_float.amount_cents,
            "drawer_no": session.drawer_no, "pieces": {str(value): many for value, many in count.pieces.items()},
            "opening_expected_cents": cents(session.opening_expected), "opening_difference_cents": cents(session.opening_difference),
        }  # fmt: skip
        self._counter.ledger.append(connection, "drawer.session_opened", body, person_id=person.person_id)
        if session.opening_difference:
            found: dict[str, EventValue] = {
                "session_id": session.session_id, "difference_cents": cents(session.opening_difference),
                "balance": f"{session.number} {session.opening_difference.plain()}",
            }  # fmt: skip
            self._counter.ledger.append(connection, "drawer.opening_differs", found, person_id=person.person_id)

    # ── counting ───────────────────────────────────────────────────────────────────────────────────────────────────
    def count(self, session_id: str, counted: Money | Count, *, purpose: CountPurpose, person: Person) -> CountOutcome:
        """Take a count and keep it, also when it is taken again; RightMissing, NotYourDrawer, NoDrawerSession."""
        count = Count.of(counted)
        with self._counter.database.write() as connection:
            session = self._handled(connection, session_id, person)
            expected = store.expected_in(connection, session)
            self._add_count(connection, session, count, purpose, expected=expected, person=person)
            body = count_body(session, count, expected) | {"purpose": purpose.value}
            self._counter.ledger.append(connection, "drawer.counted", body, person_id=person.person_id)
        difference = count.total - expected
        needs = purpose is CountPurpose.CLOSING and beyond(difference, self.allowed_difference()) and not may(person, Right.ACCEPT_DIFFERENCE)
        if may(person, Right.SEE_CASH):
            return CountOutcome(count, needs, expected, difference)
        return CountOutcome(count, needs)

    def close_session(self, counted: Money | Count | None, *, person: Person, session_id: str = "", ending: Ending | None = None) -> DrawerSession:
        """``counted`` None: nobody counted, the paper says so and somebody who may accept a difference does it.

        NoDrawerSession, NotYourDrawer, DifferenceTooLarge, DifferenceUnexplained, DropRefused. Without ``session_id`` the person's own.
        """
        count, how = (None if counted is None else Count.of(counted)), ending or Ending()
        with self._counter.database.write() as connection:
            session = self._handled(connection, session_id or self._counter.session(connection, person).session_id, person)
            self._check_difference(connection, session, count, how, person=person)
            self._check_drop(count, how)
            if count is not None and not self._was_counted(connection, session, count):
                expected = store.expected_in(connection, session)
                self._add_count(connection, session, count, CountPurpose.CLOSING, expected=expected, person=person)
            self._note_colleague(connection, session, person)
            figures = end_session(self._counter, connection, session, count=count, ending=how, person=person)
            self._counter.print_slip(connection, self._paper.closed(connection, figures, person=person), document_id=session.session_id)
            if how.left is not None:
                self._counter.open_drawer(connection, drawer_no=session.drawer_no, document_id=session.session_id)
        return figures.session if may(person, Right.SEE_CASH) else figures.session.blind()

    def hand_over(self, session_id: str, to: Person, *, person: Person, counted: Money | Count | None = None) -> DrawerSession:
        """Somebody else answers for the drawer from now on; a count of that moment is kept. RightMissing, NotYourDrawer, DrawerSessionOpen."""
        require(to, Right.OPEN_DRAWER_SESSION)
        with self._counter.database.write() as connection:
            session = self._handled(connection, session_id, person)
            if any(item.person_id == to.person_id for item in store.open_sessions(connection)):
                raise DrawerSessionOpen
            expected = store.expected_in(connection, session)
            count = None if counted is None else Count.of(counted)
            if count is not None:
                self._add_count(connection, session, count, CountPurpose.HAND_OVER, expected=expected, person=person)
            store.hand_session(connection, session.session_id, person_id=to.person_id)
            body = count_body(session, count, expected) | {"from_person_id": session.person_id, "to_person_id": to.person_id}
            self._counter.ledger.append(connection, "drawer.handed_over", body, person_id=person.person_id)
            slip = self._paper.handed_over(connection, session, to, count=count)
            self._counter.print_slip(connection, slip, document_id=session.session_id)
        return replace(session, person_id=to.person_id).blind()

    # ── what several of them ask ───────────────────────────────────────────────────────────────────────────────────
    def _open(self, connection: Connection, session_id: str) -> DrawerSession:
        found = store.session_by_id(connection, session_id)
        if found is None or not found.open:
            raise NoDrawerSession
        return found

    def _handled(self, connection: Connection, session_id: str, person: Person) -> DrawerSession:
        require(person, Right.OPEN_DRAWER_SESSION)
        session = self._open(connection, session_id)
        own = self._counter.cash.mode is DrawerMode.OWN
        if own and session.person_id != person.person_id and not may(person, Right.SEE_CASH):
            raise NotYourDrawer
        return session

    def _check_difference(self, connection: Connection, session: DrawerSession, count: Count | None, how: Ending, *, person: Person) -> None:
        if count is not None and not beyond(count.total - store.expected_in(connection, session), self.allowed_difference()):
            return
        try:
            require_lent(person, Right.ACCEPT_DIFFERENCE, how.approved_by, document=session.session_id)
        except RightMissing as error:
            raise DifferenceTooLarge from error
        if not how.why:
            raise DifferenceUnexplained

    def _note_colleague(self, connection: Connection, session: DrawerSession, person: Person) -> None:
        """With one drawer each: who closes that of somebody who left answers for it in the event log (JET 130)."""
        if self.mode is DrawerMode.OWN and session.person_id != person.person_id:
            body: dict[str, EventValue] = {"session_id": session.session_id, "number": session.number, "of_person_id": session.person_id}
            self._counter.ledger.append(connection, "drawer.closed_for_colleague", body, person_id=person.person_id)

    def _check_drop(self, count: Count | None, how: Ending) -> None:
        if how.left is None:
            return
        dropped = (count.total if count else ZERO) - how.left
        if dropped.amount_cents < 0 or how.left.amount_cents < 0 or (dropped and not how.envelope.strip()):
            raise DropRefused

    def _was_counted(self, connection: Connection, session: DrawerSession, count: Count) -> bool:
        """The last count of the closing is this one: it stands already."""
        last = next(reversed(store.counts_of_session(connection, session.session_id)), None)
        return last is not None and last.purpose is CountPurpose.CLOSING and last.count == count

    def _add_count(
        self, connection: Connection, session: DrawerSession, count: Count, purpose: CountPurpose, *, expected: Money | None, person: Person
    ) -> None:  # fmt: skip
        taken = TakenCount(self._counter.ids.new(), session.session_id, self._counter.now_utc(), purpose, count, person.person_id, expected)
        store.add_count(connection, taken)
