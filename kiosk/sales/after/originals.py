"""The ticket that goods come back from: this till's own, or another's whose right it received. Rights are received and given here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import msgspec
from sqlalchemy import Connection

from kiosk.basics.money import Money
from kiosk.journal.ledger import SYSTEM, Ledger
from kiosk.sales import invoice_store
from kiosk.sales import store as sales_store
from kiosk.sales.after import right_store, store
from kiosk.sales.after.returns import ways_paid
from kiosk.sales.after.right import (
    Elsewhere,
    Original,
    ReturnElsewhere,
    ReturnRight,
    TicketNotReadable,
    Told,
    added,
    elsewhere_of,
    for_another_till,
)
from kiosk.sales.tickets import TicketUnknown


def original_of(connection: Connection, number: str, *, till_code: str) -> Original:
    """What this till may give back from; TicketUnknown, ReturnElsewhere when another till has the right, TicketNotReadable."""
    right, stored = right_store.right(connection, number), sales_store.ticket_by_number(connection, number)
    if right is not None and right.holder != till_code:
        raise ReturnElsewhere(number=number, till=right.holder)
    elsewhere = right_store.elsewhere(connection, number)
    if stored is not None:
        return Original(stored.ticket, elsewhere)
    told = right_store.told(connection, number)
    if told is None:
        raise TicketUnknown(number=number)
    return Original(told.ticket, elsewhere)


def invoice_of_original(connection: Connection, number: str) -> tuple[str, date] | None:
    """Number and day of the invoice of a ticket that goods come back from, whichever till issued it."""
    stored = sales_store.ticket_by_number(connection, number)
    if stored is None:
        told = right_store.told(connection, number)
        return None if told is None else told.invoice
    invoiced = invoice_store.of_ticket(connection, stored.ticket.head.ticket_id)
    return None if invoiced is None else (invoiced.number, invoiced.paper.issued_on)


def returned_of(connection: Connection, original: Original, line_ids: Sequence[str]) -> dict[str, int]:
    """Pieces of these lines that came back so far, wherever."""
    return original.returned(store.returned_of(connection, line_ids))


def ways_left(connection: Connection, number: str) -> dict[str, Money]:
    """What is left of each way of paying over a ticket and all that is linked to it, wherever."""
    ways = _own_ways(connection, number)
    for other in store.linked_numbers(connection, number):
        ways = added(ways, right_store.elsewhere(connection, other).ways)
    return ways


def receive(connection: Connection, item: ReturnRight, told: bytes | None, *, v: int, till_code: str) -> None:
    """A row of the feed. What this till gave away meanwhile stays given; what it receives stands beside its own rows from now on."""
    before = right_store.right(connection, item.number)
    if before is not None and before.gen >= item.gen:
        asked_by = item.asked_by if before.gen == item.gen else before.asked_by
        right_store.put(connection, replace(before, asked_by=asked_by), v=v)
        return
    right_store.put(connection, item, v=v)
    if told is not None and item.holder == till_code:
        right_store.put_told(connection, item.number, told, _beside_own_rows(connection, item.number, told))


def give_what_is_asked(connection: Connection, ledger: Ledger, *, till_code: str) -> int:
    """Give the rights that other tills want, but for tickets whose goods stand in an open basket here; how many."""
    if ledger.quarantined is not None:
        return 0
    taken_here = _numbers_in_baskets(connection)
    asked = [right for right in right_store.asked_of(connection, till_code) if right.number not in taken_here]
    return sum(_give(connection, ledger, right, till_code=till_code) for right in asked)


def _give(connection: Connection, ledger: Ledger, right: ReturnRight, *, till_code: str) -> bool:
    """Not what this till cannot read itself: it must not pass on half of what happened."""
    try:
        told = _told(connection, right.number, till_code=till_code)
    except (TicketUnknown, TicketNotReadable):
        return False
    to_till = str(right.asked_by)
    body = {"number": right.number, "to_till": to_till, "gen": right.gen + 1, "told": msgspec.to_builtins(told)}
    ledger.append(connection, "sales.return_right_given", body, person_id=SYSTEM)
    right_store.put(connection, ReturnRight(right.number, to_till, right.gen + 1))
    right_store.put_told(connection, right.number, None, Elsewhere())
    return True


def _beside_own_rows(connection: Connection, number: str, content: bytes) -> Elsewhere:
    """Nothing for what cannot be read: nobody will count on it either."""
    try:
        told = right_store.read_told(content, number=number)
    except TicketNotReadable:
        return Elsewhere()
    own = store.returned_of(connection, [line.line_id for line in told.ticket.lines])
    return elsewhere_of(told, own_returned=own, own_ways=_own_ways(connection, number))


def _told(connection: Connection, number: str, *, till_code: str) -> Told:
    original = original_of(connection, number, till_code=till_code)
    returned: Mapping[str, int] = returned_of(connection, original, [line.line_id for line in original.ticket.lines])
    ways = original.ways(_own_ways(connection, number))
    return Told(for_another_till(original.ticket), returned, ways, invoice_of_original(connection, number))


def _own_ways(connection: Connection, number: str) -> dict[str, Money]:
    return ways_paid(store.linked_tickets(connection, number))


def _numbers_in_baskets(connection: Connection) -> set[str]:
    kept = (*sales_store.kept_baskets(connection, parked=False), *sales_store.kept_baskets(connection, parked=True))
    return {line.back.original_number for item in kept for line in item.basket.lines if line.back is not None and line.back.original_number}
