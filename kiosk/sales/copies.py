"""Which receipt may leave now: the original once, whatever road it takes, then numbered copies in their own chain (FIS-12)."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from kiosk.documents.papers import Receipt
from kiosk.documents.printing import JobKind
from kiosk.fiscal.module import EventValue
from kiosk.sales import delivery_store
from kiosk.sales.counter import Counter
from kiosk.sales.receipt_policy import Channel
from kiosk.sales.store import StoredTicket
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require

TICKET_PAPERS = (JobKind.RECEIPT, JobKind.DUPLICATE)


def hand_over(counter: Counter, connection: Connection, found: StoredTicket, *, channel: Channel, person: Person) -> Receipt:
    """The receipt for this road, counted in the caller's transaction; RightMissing for a copy."""
    if was_handed_over(counter, connection, found.ticket.head.ticket_id):
        return number_copy(counter, connection, found, channel=channel, person=person)
    require(person, Right.SELL)
    body: dict[str, EventValue] = {"number": found.ticket.number, "channel": channel.value}
    counter.ledger.append(connection, "sales.receipt_handed_over", body, person_id=person.person_id)
    return found.receipt


def number_copy(counter: Counter, connection: Connection, found: StoredTicket, *, channel: Channel, person: Person) -> Receipt:
    """A copy, marked as such. Its words are those of the original."""
    require(person, Right.REPRINT)
    at_local = counter.now_local()
    copy = counter.fiscal.duplicate(connection, number=found.ticket.number, at_local=at_local, person_id=person.person_id)
    body: dict[str, EventValue] = {"number": found.ticket.number, "count": copy.count, "channel": channel.value}
    counter.ledger.append(connection, "sales.ticket_reprinted", body, person_id=person.person_id)
    return replace(found.receipt, duplicate_number=copy.count, duplicate_at_local=counter.locale.moment(at_local))


def was_handed_over(counter: Counter, connection: Connection, ticket_id: str) -> bool:
    """Whether the original has left, on paper or otherwise."""
    printed = any(job.kind in TICKET_PAPERS for job in counter.print_queue.of_document(connection, ticket_id))
    return printed or delivery_store.any_of_ticket(connection, ticket_id)
