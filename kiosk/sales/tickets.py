"""Validated tickets: found again, printed again. Reads run anywhere; prints are rows of the queue, written on the ledger worker."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales import store
from kiosk.sales.counter import Counter
from kiosk.sales.gift_receipt import gift_slip
from kiosk.sales.store import StoredTicket
from kiosk.sales.ticket import Ticket
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require

EXCHANGE_DAYS = 30
"""The chain's promise to whoever got a present."""


class TicketUnknown(Refused):
    """No ticket of this till has that number."""

    code = "sales.ticket_unknown"


class TicketService:
    """What was sold."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def last_ticket(self) -> StoredTicket | None:
        """The newest ticket of this till."""
        with self._counter.database.read() as connection:
            return store.last_ticket(connection)

    def ticket_by_number(self, number: str) -> StoredTicket:
        """TicketUnknown."""
        with self._counter.database.read() as connection:
            found = store.ticket_by_number(connection, number)
        if found is None:
            raise TicketUnknown(number=number)
        return found

    def reprint(self, number: str, *, person: Person) -> int:
        """A numbered copy, marked as such (FIS-12); gives its number. The words are those of the first print."""
        require(person, Right.REPRINT)
        found = self.ticket_by_number(number)
        at_local = self._counter.now_local()
        with self._counter.database.write() as connection:
            copy = self._counter.fiscal.duplicate(connection, number=number, at_local=at_local, person_id=person.person_id)
            body: dict[str, EventValue] = {"number": number, "count": copy.count}
            self._counter.ledger.append(connection, "sales.ticket_reprinted", body, person_id=person.person_id)
            receipt = replace(found.receipt, duplicate_number=copy.count, duplicate_at_local=self._counter.locale.moment(at_local))
            self._counter.print_receipt(connection, receipt, ticket_id=found.ticket.head.ticket_id)
        return copy.count

    def print_on_demand(self, ticket: Ticket) -> None:
        """The first print of a ticket that did not print by itself (nothing durable on it)."""
        found = self.ticket_by_number(ticket.number)
        with self._counter.database.write() as connection:
            self._counter.print_receipt(connection, found.receipt, ticket_id=ticket.head.ticket_id)

    def print_gift(self, number: str, *, person: Person) -> None:
        """A paper without prices for whoever gets the present; not a copy of the ticket, so it is not counted as one. TicketUnknown."""
        require(person, Right.SELL)
        found = self.ticket_by_number(number)
        until = found.ticket.head.business_day + timedelta(days=EXCHANGE_DAYS)
        slip = gift_slip(found.receipt, until=until, words=self._counter.words, locale=self._counter.locale)
        with self._counter.database.write() as connection:
            body: dict[str, EventValue] = {"number": number}
            self._counter.ledger.append(connection, "sales.gift_receipt_printed", body, person_id=person.person_id)
            self._counter.print_slip(connection, slip, document_id=found.ticket.head.ticket_id)
