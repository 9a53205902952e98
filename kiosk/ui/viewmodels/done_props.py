"""What the page after a sale shows, derived from the ticket and from what became of its paper. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from kiosk.basics.money import ZERO, Money
from kiosk.documents.printing import JobState
from kiosk.sales.tender_rules import abs_money
from kiosk.sales.ticket import Ticket, TicketKind
from kiosk.ui.formats import Formats
from kiosk.ui.models.basket_model import PieceRow, TenderFacts, TenderRow, piece_rows, tender_rows
from kiosk.ui.viewmodels.cash import change_pieces

WIDE_CHANGE = Money(100_00)
PAPER_TONES = {
    JobState.CONFIRMED: "ok", JobState.SENT: "ok", JobState.QUEUED: "wait", JobState.SENDING: "", JobState.UNKNOWN: "wait", JobState.FAILED: "bad",
}  # fmt: skip
PRINTED = (JobState.CONFIRMED, JobState.SENT)


@dataclass(frozen=True, slots=True)
class SoldFacts:
    """A validated ticket as the page needs it. ``again`` when it is looked at later; ``return_until`` is the last day of the house's promise,
    ``guarantee_months`` the law's (0: there is none).
    """

    ticket_id: str
    number: str
    at_utc: str
    total: Money
    change: Money
    tenders: tuple[TenderFacts, ...]
    unit_name: str = ""
    unit_drawing: str = ""
    again: bool = False
    kind: TicketKind = TicketKind.SALE
    return_until: date | None = None
    guarantee_months: int = 0


@dataclass(frozen=True, slots=True)
class DoneFacts:
    """``paper`` is None for a ticket that did not ask for paper: nothing durable on it (C. env. D. 541-371)."""

    sold: SoldFacts | None = None
    paper: JobState | None = None
    paper_job_id: str = ""
    may_reprint: bool = False
    busy: bool = False


@dataclass(frozen=True, slots=True)
class DoneProps:
    """Finished words and figures for QML."""

    number: str = ""
    total: str = ""
    clock: str = ""
    change: str = ""
    wide_change: bool = False
    again: bool = False
    ticket_kind: str = ""
    paid_back: bool = False
    has_unit: bool = False
    unit_name: str = ""
    unit_drawing: str = ""
    return_until: str = ""
    guarantee_months: int = 0
    paper_tone: str = ""
    paper_printed: bool = False
    paper_unknown: bool = False
    paper_failed: bool = False
    paper_none: bool = False
    can_reprint: bool = False
    busy: bool = False
    tenders: tuple[TenderRow, ...] = ()
    pieces: tuple[PieceRow, ...] = ()


def sold_facts(ticket: Ticket, *, drawing: str, again: bool, return_until: date, guarantee_months: int) -> SoldFacts:
    """What the page needs of a ticket; the first device on it stands for what is handed over."""
    unit_name = next((line.label for line in ticket.lines if line.unit_id and not line.came_back), "")
    tenders = tuple(TenderFacts(str(place), tender.kind, abs_money(tender.amount)) for place, tender in enumerate(ticket.tenders))
    head = ticket.head
    return SoldFacts(
        head.ticket_id, ticket.number, head.at_utc, ticket.due, ticket.change, tenders, unit_name, drawing, again, head.kind, return_until, guarantee_months
    )  # fmt: skip


def derive(facts: DoneFacts, formats: Formats) -> DoneProps:
    sold = facts.sold
    if sold is None:
        return DoneProps()
    return DoneProps(
        number=sold.number, total=formats.money(abs_money(sold.total)), ticket_kind=sold.kind.value, paid_back=sold.total < ZERO,
        clock=formats.clock_with_seconds(sold.at_utc),
        change=formats.money(sold.change) if sold.change > ZERO else "", wide_change=sold.change >= WIDE_CHANGE, again=sold.again,
        has_unit=sold.unit_name != "", unit_name=sold.unit_name, unit_drawing=sold.unit_drawing,
        return_until=_day(sold.return_until, formats), guarantee_months=sold.guarantee_months,
        paper_tone=PAPER_TONES.get(facts.paper, "") if facts.paper else "", paper_printed=facts.paper in PRINTED,
        paper_unknown=facts.paper is JobState.UNKNOWN, paper_failed=facts.paper is JobState.FAILED,
        paper_none=facts.paper is None, can_reprint=facts.may_reprint, busy=facts.busy,
        tenders=tender_rows(sold.tenders, formats), pieces=piece_rows(change_pieces(sold.change, formats.currency), formats) if sold.change > ZERO else (),
    )  # fmt: skip


def _day(day: date | None, formats: Formats) -> str:
    """``22 décembre``: noon is the same day in every shop's zone."""
    return "" if day is None else formats.day_of_month(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
