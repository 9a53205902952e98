"""What the page *Tickets* shows: the tickets found, the open one with what may still come back of it, and its guarantee. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.basics.money import ZERO, Money
from kiosk.sales.after.guarantees import UnderGuarantee
from kiosk.sales.after.returns import ReturnableLine
from kiosk.sales.after.rules import ReturnReason
from kiosk.sales.after.service import Returnable
from kiosk.sales.refund import Part
from kiosk.sales.ticket import Ticket
from kiosk.sync.elsewhere import SoldElsewhere
from kiosk.ui.formats import Formats


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A ticket of the list; ``till_name`` of another till that sold it."""

    number: str
    day: str
    clock: str
    total: str
    ticket_kind: str
    first_name: str
    more_count: int
    is_open: bool
    till_name: str = ""


@dataclass(frozen=True, slots=True)
class GiveBackRow:
    """A line of the open ticket. ``wanted`` pieces of it are to come back now, of ``left``."""

    line_id: str
    line_name: str
    glyph: str
    tail_kind: str
    identifier_tail: str
    amount: str
    sold: int
    returned: int
    left_count: int
    wanted: int
    is_unit: bool
    scanned: bool


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """An answer to "why does it come back?"."""

    code: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """All that the page knows. A ticket of ``today`` says no day. ``wanted`` counts pieces by line id, ``scanned`` holds what was read off the devices."""

    today: date | None = None
    query: str = ""
    found: tuple[Ticket, ...] = ()
    elsewhere: tuple[SoldElsewhere, ...] = ()
    searched: bool = False
    opened: Returnable | None = None
    cover: UnderGuarantee | None = None
    wanted: Mapping[str, int] = field(default_factory=dict)
    scanned: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    note: str = ""
    may_reprint: bool = False
    busy: bool = False


@dataclass(frozen=True, slots=True)
class TicketProps:
    """Finished words and figures for QML. ``guarantee`` is presumed, covered, over or given_back; "" without a device."""

    query: str = ""
    found_nothing: bool = False
    is_open: bool = False
    number: str = ""
    sold_on: str = ""
    cashier: str = ""
    total: str = ""
    return_until: str = ""
    in_time: bool = False
    any_left: bool = False
    guarantee: str = ""
    guarantee_until: str = ""
    presumed_until: str = ""
    house_until: str = ""
    lengthened_days: int = 0
    choosing: bool = False
    note: str = ""
    scan_tail: str = ""
    refund: str = ""
    can_give_back: bool = False
    can_reprint: bool = False
    found: tuple[FoundRow, ...] = ()
    lines: tuple[GiveBackRow, ...] = ()
    reasons: tuple[ReasonRow, ...] = ()


def derive(facts: TicketFacts, reasons: tuple[ReturnReason, ...], formats: Formats) -> TicketProps:
    here = {ticket.number for ticket in facts.found}
    others = [_row_elsewhere(item, formats) for item in facts.elsewhere if item.ticket.number not in here]
    found = (*(_found_row(ticket, facts, formats) for ticket in facts.found), *others)
    opened = facts.opened
    if opened is None:
        return TicketProps(query=facts.query, found_nothing=facts.searched and not found, found=found)
    waiting = unscanned(facts)
    cover = facts.cover
    chosen = any(facts.wanted.values())
    return TicketProps(
        query=facts.query, found_nothing=facts.searched and not found, is_open=True, number=opened.ticket.number,
        sold_on=f"{formats.date(opened.ticket.head.business_day)} · {formats.clock(opened.ticket.head.at_utc)}", cashier=opened.ticket.head.cashier,
        total=formats.money(opened.ticket.due), return_until=formats.date(opened.policy.last_day), in_time=opened.policy.within, any_left=opened.any_left,
        guarantee=cover.state.value if cover else "", guarantee_until=_day(cover.cover.legal_until if cover else None, formats),
        presumed_until=_day(cover.cover.presumed_until if cover else None, formats), house_until=_day(cover.cover.house_until if cover else None, formats),
        lengthened_days=sum(item.days for item in cover.lengthened) if cover else 0, choosing=chosen, note=facts.note,
        scan_tail=waiting.unit.identifier_tail if waiting and waiting.unit else "", refund=formats.money(refund_of(facts)),
        can_give_back=chosen and waiting is None and facts.reason != "" and not facts.busy, can_reprint=facts.may_reprint and not facts.busy, found=found,
        lines=tuple(_line_row(line, facts, formats) for line in opened.lines),
        reasons=tuple(ReasonRow(reason.code, reason.text(formats.language), reason.code == facts.reason) for reason in reasons),
    )  # fmt: skip


def with_opened(found: tuple[Ticket, ...], opened: Returnable | None) -> tuple[Ticket, ...]:
    """The open ticket stands in the list of the day too, whatever its day."""
    if opened is None or any(ticket.number == opened.ticket.number for ticket in found):
        return found
    return (opened.ticket, *found)


def unscanned(facts: TicketFacts) -> ReturnableLine | None:
    """The first chosen device whose own number was not read yet."""
    lines = facts.opened.lines if facts.opened else ()
    return next((line for line in lines if line.unit and facts.wanted.get(line.line.line_id) and line.line.line_id not in facts.scanned), None)


def refund_of(facts: TicketFacts) -> Money:
    """What the chosen pieces gave the till, as a positive amount."""
    if facts.opened is None:
        return ZERO
    return -Money.total(_part(line, facts.wanted.get(line.line.line_id, 0)) for line in facts.opened.lines)


def _part(line: ReturnableLine, wanted: int) -> Money:
    return Part(line.line.quantity, line.returned, wanted).of(line.line.gross) if wanted else ZERO


def _found_row(ticket: Ticket, facts: TicketFacts, formats: Formats) -> FoundRow:
    first = ticket.lines[0].label if ticket.lines else ""
    is_open = facts.opened is not None and facts.opened.ticket.number == ticket.number
    day = ticket.head.business_day
    return FoundRow(
        ticket.number, "" if day == facts.today else formats.date(day), formats.clock(ticket.head.at_utc), formats.money(ticket.due),
        ticket.head.kind.value, first, len(ticket.lines) - 1, is_open,
    )  # fmt: skip


def _row_elsewhere(item: SoldElsewhere, formats: Formats) -> FoundRow:
    ticket = item.ticket
    return FoundRow(
        ticket.number, formats.date(date.fromisoformat(ticket.business_day)), formats.clock(ticket.at_utc), formats.money(Money(ticket.due_cents)),
        ticket.kind, ticket.unit_label or ticket.first_label, ticket.line_count - 1, False, item.till_name,
    )  # fmt: skip


def _line_row(line: ReturnableLine, facts: TicketFacts, formats: Formats) -> GiveBackRow:
    unit, sold = line.unit, line.line
    return GiveBackRow(
        line_id=sold.line_id, line_name=sold.label, glyph="undo-2" if sold.came_back else "smartphone" if unit else "package",
        tail_kind="" if unit is None else "imei" if unit.imei else "serial", identifier_tail="" if unit is None else unit.identifier_tail,
        amount=formats.money(sold.gross), sold=sold.quantity, returned=line.returned, left_count=line.left, wanted=facts.wanted.get(sold.line_id, 0),
        is_unit=unit is not None, scanned=sold.line_id in facts.scanned,
    )  # fmt: skip


def _day(day: date | None, formats: Formats) -> str:
    return formats.date(day) if day else ""
