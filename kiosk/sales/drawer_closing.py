"""The end of a drawer session inside the caller's transaction: by whoever counted it, or with the day."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from kiosk.basics.money import Money
from kiosk.cash import store
from kiosk.cash.counting import Count
from kiosk.cash.drawer import CashReason, DrawerFigures, DrawerSession
from kiosk.fiscal.module import EventValue
from kiosk.sales.counter import Counter, cents
from kiosk.staff.approvals import Approval
from kiosk.staff.people import Person


@dataclass(frozen=True, slots=True)
class Ending:
    """How a session ends beside its count. ``left`` stays for the next session and the rest goes to the safe; None leaves everything."""

    approved_by: Approval | None = None
    reason: str = ""
    left: Money | None = None
    envelope: str = ""

    @property
    def why(self) -> str:
        """In whose words there were some: of who closes, or of who approved."""
        lent = self.approved_by.why if self.approved_by else None
        return self.reason.strip() or (lent.note or lent.reason if lent else "")


def end_session(
    counter: Counter, connection: Connection, session: DrawerSession, *, count: Count | None, ending: Ending, person: Person
) -> DrawerFigures:  # fmt: skip
    """Close it, take out what goes to the safe, and journal the balance (JET 170). The drop is no part of what was expected."""
    expected = store.expected_in(connection, session)
    counted = None if count is None else count.total
    left = counted if ending.left is None else ending.left
    ended = replace(
        session, closed_at_utc=counter.now_utc(), counted=counted, expected=expected, left=left, closed_by=person.person_id,
        approved_by=ending.approved_by.approver_id if ending.approved_by else None, note=ending.why or None,
    )  # fmt: skip
    store.end_session(connection, ended)
    if counted is not None and left is not None and left != counted:
        store.add_movement(
            connection, counter.ids.new(), session_id=session.session_id, at_utc=counter.now_utc(), reason=CashReason.CLOSING_DROP,
            amount=left - counted, document_id=session.session_id, person_id=person.person_id, note=ending.envelope.strip() or None,
        )  # fmt: skip
    figures = store.figures_of_session(connection, ended)
    body = count_body(ended, count, expected) | {
        "left_cents": cents(left), "envelope": ending.envelope.strip() or None, "approved_by": ended.approved_by, "note": ended.note,
        "held_by": session.person_id, "balance": balance_of(ended), "opened_without_sale": figures.opened_without_sale,
    }  # fmt: skip
    counter.ledger.append(connection, "drawer.session_closed", body, person_id=person.person_id)
    return figures


def count_body(session: DrawerSession, count: Count | None, expected: Money) -> dict[str, EventValue]:
    """A count as the journal tells it; ``pieces`` by value in cents."""
    counted = None if count is None else count.total
    return {
        "session_id": session.session_id, "number": session.number, "expected_cents": expected.amount_cents, "counted_cents": cents(counted),
        "difference_cents": cents(counted - expected) if counted is not None else None,
        "pieces": {str(value): many for value, many in count.pieces.items()} if count else {},
    }  # fmt: skip


def balance_of(session: DrawerSession) -> str:
    """For the event log: the session and by how much it differed; ``?`` when nobody counted."""
    return f"{session.number} {'?' if session.difference is None else session.difference.plain()}"
