"""Validated tickets: found again, printed again. Reads run anywhere; prints are rows of the queue, written on the ledger worker."""

from __future__ import annotations

from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales import store
from kiosk.sales.copies import number_copy
from kiosk.sales.counter import Counter
from kiosk.sales.gift_receipt import gift_slip
from kiosk.sales.receipt_policy import Channel
from kiosk.sales.store import StoredTicket
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require


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
        found = self.ticket_by_number(number)
        with self._counter.database.write() as connection:
            receipt = number_copy(self._counter, connection, found, channel=Channel.PRINT, person=person)
            self._counter.print_receipt(connection, receipt, ticket_id=found.ticket.head.ticket_id)
        assert receipt.duplicate_number is not None
        return receipt.duplicate_number

    def print_gift(self, number: str, *, person: Person) -> None:
        """A paper without prices for whoever gets the present, who may exchange it as long as the house takes it back. Not a copy of the ticket, so it
        is not counted as one. TicketUnknown.
        """
        require(person, Right.SELL)
        found = self.ticket_by_number(number)
        sold_on = found.ticket.head.business_day
        until = self._counter.returns.policy(sold_on).last_day(sold_on)
        slip = gift_slip(found.receipt, until=until, words=self._counter.words, locale=self._counter.locale)
        with self._counter.database.write() as connection:
            body: dict[str, EventValue] = {"number": number}
            self._counter.ledger.append(connection, "sales.gift_receipt_printed", body, person_id=person.person_id)
            self._counter.print_slip(connection, slip, document_id=found.ticket.head.ticket_id)
