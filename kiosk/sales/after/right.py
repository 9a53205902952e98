"""The right to take back what a ticket sold: one till of the shop has it, the one that sold it at first, and gives it away by its own journal. Pure.

Who gives it tells the taker all that a return needs: what was sold, what came back so far, how much of each way of paying is left (ADR 26).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.basics.money import ZERO, Money
from kiosk.errors import Refused, Unavailable
from kiosk.sales.ticket import Ticket


class ReturnElsewhere(Refused):
    """Another till has the right; ``till`` is its code."""

    code = "sales.return_elsewhere"


class TicketNotReadable(Unavailable):
    """What the other till says of its ticket is of a version that this kiosk cannot read."""

    code = "sales.ticket_not_readable"


@dataclass(frozen=True, slots=True)
class Told:
    """What the giver says. ``returned`` counts pieces by line id and ``ways`` what is left of each way of paying, wherever it happened."""

    ticket: Ticket
    returned: Mapping[str, int]
    ways: Mapping[str, Money]
    invoice: tuple[str, date] | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What happened to a ticket at other tills: it comes on top of the till's own rows."""

    returned: Mapping[str, int] = field(default_factory=dict)
    ways: Mapping[str, Money] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReturnRight:
    """Who has it; ``gen`` counts how often it changed hands."""

    number: str
    holder: str
    gen: int = 0
    asked_by: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """A ticket that goods come back from, as this till may count on it."""

    ticket: Ticket
    elsewhere: Elsewhere = field(default_factory=Elsewhere)

    def returned(self, own: Mapping[str, int]) -> dict[str, int]:
        """Pieces that came back by line id: here (``own``) and at other tills."""
        other = self.elsewhere.returned
        return {line_id: own.get(line_id, 0) + other.get(line_id, 0) for line_id in {*own, *other}}

    def ways(self, own: Mapping[str, Money]) -> dict[str, Money]:
        """What is left of each way of paying: by the rows of this till (``own``) and of the others."""
        return added(own, self.elsewhere.ways)


def for_another_till(ticket: Ticket) -> Ticket:
    """Without whoever bought it, what was noted about them, and the references of cards and vouchers: it leaves this till."""
    lines = tuple(replace(line, note="") for line in ticket.lines)
    tenders = tuple(replace(tender, reference=None, identity_checked=False) for tender in ticket.tenders)
    return replace(ticket, head=replace(ticket.head, customer_id=None), lines=lines, tenders=tenders, bonuses=())


def elsewhere_of(told: Told, *, own_returned: Mapping[str, int], own_ways: Mapping[str, Money]) -> Elsewhere:
    """What of ``told`` happened at other tills, when this till's own rows say ``own_returned`` and ``own_ways`` at this moment."""
    returned = {line_id: count - own_returned.get(line_id, 0) for line_id, count in told.returned.items()}
    ways = added(told.ways, {kind: -amount for kind, amount in own_ways.items()})
    return Elsewhere({line_id: count for line_id, count in returned.items() if count}, {kind: amount for kind, amount in ways.items() if amount})


def added(one: Mapping[str, Money], other: Mapping[str, Money]) -> dict[str, Money]:
    """Two sums by way of paying."""
    return {kind: one.get(kind, ZERO) + other.get(kind, ZERO) for kind in {**one, **other}}
