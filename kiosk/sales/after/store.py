"""All SQL of goods given back and guarantees: finding the original ticket, what came back of it, extensions. Nothing decided here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Integer, cast, func, insert, or_, select, text

from kiosk.basics.money import Money
from kiosk.sales import store
from kiosk.sales.store import StoredTicket
from kiosk.sales.ticket import Ticket
from kiosk.storage.schema import guarantee_extension, ticket, ticket_line, ticket_tender, unit
from kiosk.storage.search import TAIL_LENGTH, TAILS

MOST_LINKED = 200


@dataclass(frozen=True, slots=True)
class Extension:
    """Days added to the guarantee of one sold device, and why: a repair between two days."""

    extension_id: str
    unit_id: str
    ticket_line_id: str | None
    at_utc: str
    days: int
    reason: str
    person_id: str
    brought_on: date | None = None
    given_back_on: date | None = None


def returned_of(connection: Connection, line_ids: Sequence[str]) -> dict[str, int]:
    """How many pieces of each sold line came back so far."""
    query = (
        select(ticket_line.c.original_line_id, func.sum(-cast(ticket_line.c.quantity, Integer)))
        .where(ticket_line.c.original_line_id.in_(line_ids))
        .group_by(ticket_line.c.original_line_id)
    )
    return {row[0]: int(row[1]) for row in connection.execute(query)}


def linked_tickets(connection: Connection, number: str) -> tuple[Ticket, ...]:
    """A ticket with every ticket of this till that gave back from it or that it gave back from, near or far."""
    return tuple(found for found in _linked(connection, number).values() if found is not None)


def linked_numbers(connection: Connection, number: str) -> tuple[str, ...]:
    """The same with the tickets of other tills that goods came back from."""
    return tuple(_linked(connection, number))


def _linked(connection: Connection, number: str) -> dict[str, Ticket | None]:
    found: dict[str, Ticket | None] = {}
    waiting = [number]
    while waiting and len(found) < MOST_LINKED:
        next_number = waiting.pop()
        if next_number in found:
            continue
        stored = store.ticket_by_number(connection, next_number)
        found[next_number] = None if stored is None else stored.ticket
        later = connection.execute(select(ticket.c.number).where(ticket.c.original_number == next_number))
        waiting += [row.number for row in later]
        if stored is not None and stored.ticket.head.original_number:
            waiting.append(stored.ticket.head.original_number)
    return found


def tickets_of_unit_named(connection: Connection, identifier: str, *, limit: int) -> tuple[StoredTicket, ...]:
    """Tickets that sold or took back a device with this IMEI, serial or label, or ending so; newest first."""
    units = units_named(connection, identifier)
    query = select(ticket_line.c.ticket_id).where(ticket_line.c.unit_id.in_(units)).order_by(ticket_line.c.row_no.desc()).limit(limit)
    return _tickets(connection, connection.execute(query).scalars().all())


def units_named(connection: Connection, identifier: str) -> tuple[str, ...]:
    """Devices with this IMEI, serial or label, or else those ending so."""
    name = identifier.upper()
    exact = or_(unit.c.imei == name, unit.c.imei2 == name, unit.c.serial == name, unit.c.label_code == name)
    units = connection.execute(select(unit.c.id).where(exact)).scalars().all()
    if not units and len(name) >= TAIL_LENGTH:
        ending = text("(" + " OR ".join(f"{tail} = :tail AND unit.{column} LIKE :ending" for column, tail in TAILS.items()) + ")")
        rows = connection.execute(select(unit.c.id).where(ending), {"tail": name[-TAIL_LENGTH:], "ending": f"%{name}"})
        units = rows.scalars().all()
    return tuple(units)


def tickets_by_card(connection: Connection, card_tail: str, *, limit: int) -> tuple[StoredTicket, ...]:
    """Tickets paid with a card whose number ends so, newest first."""
    query = select(ticket_tender.c.ticket_id).where(ticket_tender.c.card_tail == card_tail).order_by(ticket_tender.c.row_no.desc()).limit(limit)
    return _tickets(connection, connection.execute(query).scalars().all())


def tickets_on(connection: Connection, business_day: str, *, total: Money | None, limit: int) -> tuple[StoredTicket, ...]:
    """Tickets of a day, perhaps of one amount, newest first."""
    query = select(ticket.c.id).where(ticket.c.business_day == business_day).order_by(ticket.c.row_no.desc()).limit(limit)
    if total is not None:
        query = query.where(ticket.c.total_cents + func.coalesce(ticket.c.non_sale_cents, 0) == total.amount_cents)
    return _tickets(connection, connection.execute(query).scalars().all())


def sale_of_unit(connection: Connection, unit_id: str) -> StoredTicket | None:
    """The last ticket that sold this device."""
    query = (
        select(ticket_line.c.ticket_id)
        .where(ticket_line.c.unit_id == unit_id, ticket_line.c.original_line_id.is_(None))
        .order_by(ticket_line.c.row_no.desc())
        .limit(1)
    )
    ticket_id = connection.execute(query).scalar_one_or_none()
    return None if ticket_id is None else store.ticket_by_id(connection, ticket_id)


def extensions_of(connection: Connection, ticket_line_id: str) -> tuple[Extension, ...]:
    """What was added to the guarantee of a sold line, oldest first."""
    query = select(guarantee_extension).where(guarantee_extension.c.ticket_line_id == ticket_line_id).order_by(guarantee_extension.c.row_no)
    return tuple(
        Extension(
            row.id, row.unit_id, row.ticket_line_id, row.at_utc, row.days, row.reason, row.person_id, _day(row.brought_on), _day(row.given_back_on)
        )
        for row in connection.execute(query)
    )  # fmt: skip


def add_extension(connection: Connection, item: Extension) -> None:
    connection.execute(
        insert(guarantee_extension).values(
            id=item.extension_id, unit_id=item.unit_id, ticket_line_id=item.ticket_line_id, at_utc=item.at_utc, days=item.days, reason=item.reason,
            person_id=item.person_id, brought_on=_text_of(item.brought_on), given_back_on=_text_of(item.given_back_on),
        )
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _text_of(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _tickets(connection: Connection, ticket_ids: Sequence[str]) -> tuple[StoredTicket, ...]:
    found = (store.ticket_by_id(connection, ticket_id) for ticket_id in dict.fromkeys(ticket_ids))
    return tuple(item for item in found if item is not None)
