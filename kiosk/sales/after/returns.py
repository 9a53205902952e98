"""What may come back of a ticket, until when, and how it is paid back. Pure.

A returned line is the mirror of what was sold, counted from the pieces that came back before it (``sales.refund``): it can be worked
out again from the till's own rows, and the payment does so before it believes a basket.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.products import ProductKind
from kiosk.errors import Refused, Unavailable
from kiosk.sales.after.rules import ReturnPolicy
from kiosk.sales.pricing import QUANTITY_UNIT
from kiosk.sales.refund import Part, mirror_ticket_line
from kiosk.sales.tenders import CARD, CASH, GIFT_CARD, TRANSFER, VOUCHER, Tender
from kiosk.sales.ticket import Ticket
from kiosk.sales.ticket_line import LineKind, TicketLine
from kiosk.staff.rights import Right
from kiosk.stock.units import Unit

LONGEST_NOTE = 200


class LineNotReturnable(Refused):
    """It was no sale, or it already takes something back."""

    code = "sales.line_not_returnable"


class NothingLeftToReturn(Refused):
    """All of it came back before."""

    code = "sales.nothing_left_to_return"


class TooManyToReturn(Refused):
    """More than is left of what was sold; ``left``."""

    code = "sales.too_many_to_return"


class AlreadyInReturn(Refused):
    """This line of the ticket stands in the basket already."""

    code = "sales.already_in_return"


class OtherTicketInReturn(Refused):
    """Goods of one ticket are given back at a time: they are paid back the way that ticket was paid."""

    code = "sales.other_ticket_in_return"


class SerialNotScanned(Refused):
    """A device comes back only when its own IMEI or serial number was read; ``tail`` of the one that was sold."""

    code = "sales.serial_not_scanned"


class SerialWrong(Refused):
    """The device on the counter is not the one that was sold; ``tail`` was sold, ``scanned`` was read."""

    code = "sales.serial_wrong"


class ReturnReasonMissing(Refused):
    """Nobody said why it comes back."""

    code = "sales.return_reason_missing"


class ReturnChanged(Refused):
    """What stands in the basket is not what the ticket gives back now."""

    code = "sales.return_changed"


class GoodsNotKnownHere(Unavailable):
    """Another till sold an article that has not come to this one yet; ``name``."""

    code = "sales.goods_not_known_here"


class PaidBackOtherwise(Refused):
    """More by this way than was paid by it; ``limit``."""

    code = "sales.paid_back_otherwise"


@dataclass(frozen=True, slots=True)
class ReturnableLine:
    """A sold line and what is left of it."""

    line: TicketLine
    returned: int
    unit: Unit | None = None

    @property
    def left(self) -> int:
        """Pieces that may still come back."""
        return left_of(self.line, self.returned)


@dataclass(frozen=True, slots=True)
class PolicyState:
    """``last_day`` is the last day of the house's promise."""

    last_day: date
    within: bool

    @property
    def right(self) -> Right:
        """What the person, or the colleague who approves, must have."""
        return Right.REFUND if self.within else Right.REFUND_BEYOND_POLICY


def policy_state(ticket: Ticket, policy: ReturnPolicy, *, today: date) -> PolicyState:
    """Where a ticket stands today."""
    last_day = policy.last_day(ticket.head.business_day)
    return PolicyState(last_day, today <= last_day)


def left_of(line: TicketLine, returned: int) -> int:
    """Pieces of a line that may come back; none of a gift card, or of what took something back itself. A deposit may: its device is free again."""
    if not _may_come_back(line):
        return 0
    return max(0, line.quantity - returned)


def mirrored(ticket: Ticket, line_id: str, *, returned: int, quantity: int) -> TicketLine:
    """The line that takes ``quantity`` pieces back; LineNotReturnable, NothingLeftToReturn, TooManyToReturn."""
    line = next((line for line in ticket.lines if line.line_id == line_id), None)
    if line is None or not _may_come_back(line):
        raise LineNotReturnable
    left = left_of(line, returned)
    if not left:
        raise NothingLeftToReturn(name=line.label, number=ticket.number)
    if not 1 <= quantity <= left:
        raise TooManyToReturn(left=left, name=line.label)
    part = Part(line.quantity * QUANTITY_UNIT, returned * QUANTITY_UNIT, quantity * QUANTITY_UNIT)
    return mirror_ticket_line(line, part, number=ticket.number)


def _may_come_back(line: TicketLine) -> bool:
    return not line.came_back and (line.kind is LineKind.SALE or line.product_kind is ProductKind.DEPOSIT)


def check_serial(unit: Unit, scanned: str | None) -> None:
    """SerialNotScanned, SerialWrong. The stock label is not proof of the device: only what its maker wrote into it is."""
    if not scanned:
        raise SerialNotScanned(tail=unit.identifier_tail)
    if scanned.upper() not in {identifier.upper() for identifier in (unit.imei, unit.imei2, unit.serial) if identifier}:
        raise SerialWrong(tail=unit.identifier_tail, scanned=scanned[-4:])


def ways_paid(linked: Iterable[Ticket]) -> dict[str, Money]:
    """What is left of each way of paying over a ticket and everything linked to it: what was given less what went back."""
    ways: dict[str, Money] = {}
    for ticket in linked:
        for tender in ticket.tenders:
            ways[tender.kind] = ways.get(tender.kind, ZERO) + tender.amount
        if ticket.change:
            ways[CASH] = ways.get(CASH, ZERO) - ticket.change
    return ways


def way_back(due: Money, ways: Mapping[str, Money]) -> tuple[Tender, ...]:
    """How ``due`` (negative) is paid back without asking anybody: to the card, in cash, the rest as a credit."""
    assert due.amount_cents <= 0
    left = -due.amount_cents
    tenders = []
    for kind in (CARD, CASH):
        amount = min(left, max(0, ways.get(kind, ZERO).amount_cents))
        if amount:
            tenders.append(Tender(kind, Money(-amount)))
            left -= amount
    return (*tenders, Tender(VOUCHER, Money(-left))) if left else tuple(tenders)


def check_way_back(tenders: Sequence[Tender], ways: Mapping[str, Money], *, change: Money, freely: bool) -> None:
    """PaidBackOtherwise when cash or card gives back more than it took, or a transfer was chosen. ``freely`` lifts it for cash and transfer.

    A credit is always possible. A card, or a gift card, is never credited with more than it paid, whoever asks.
    """
    for kind, amount in _by_kind(tenders, change).items():
        limit = max(ZERO, ways.get(kind, ZERO), key=lambda money: money.amount_cents)
        bound = kind in (CARD, GIFT_CARD) or (kind in (CASH, TRANSFER) and not freely)
        if bound and amount > limit:
            raise PaidBackOtherwise(limit=limit, tender=kind)


def _by_kind(tenders: Sequence[Tender], change: Money) -> dict[str, Money]:
    """What each way gives back, as positive amounts, less the coins that the customer hands over to make it even."""
    sums: dict[str, Money] = {}
    for tender in tenders:
        sums[tender.kind] = sums.get(tender.kind, ZERO) - tender.amount
    if change:
        sums[CASH] = sums.get(CASH, ZERO) + change
    return sums
