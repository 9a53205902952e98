"""The same takings seen five ways: closing, margin ledger, e-reporting, double entry, cash count. They agree to the cent or the books are wrong. Pure.

Compliance section 10, test 2. Four views are made of the tickets that a closing took in; the count is that of a drawer session, from float to end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.accounting.chart import Chart, MarginMethod, Use
from kiosk.accounting.entries import MOVED_BY_DOCUMENTS, BookEntry, entry_of
from kiosk.accounting.facts import Bought, CashMoved, DayClosed, DrawerClosed, DrawerOpened, Fact, TicketPaid
from kiosk.accounting.flux import groups_of
from kiosk.accounting.margin_ledger import margin_rows
from kiosk.basics.money import ZERO, Money
from kiosk.basics.progress import Watch, unwatched
from kiosk.errors import Damaged
from kiosk.sales.tenders import CASH

TURNOVER = (Use.SALES_USED, Use.SALES_GOODS, Use.SALES_SERVICES, Use.VAT, Use.MARGIN_VAT)


class BooksDisagree(Damaged):
    """Two views of one closed day or drawer differ: nothing is exported."""

    code = "accounting.books_disagree"


@dataclass(frozen=True, slots=True)
class ClosedTickets:
    """A closing and the tickets that it took in."""

    closing: DayClosed
    tickets: tuple[TicketPaid, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One figure as it was frozen, and as the books state it."""

    name: str
    frozen: Money
    books: Money

    @property
    def agrees(self) -> bool:
        return self.frozen == self.books


def closed_tickets(facts: Iterable[Fact]) -> tuple[ClosedTickets, ...]:
    """Each closing of one till's journal, in its order, with its share of the tickets before it."""
    found: list[ClosedTickets] = []
    waiting: list[TicketPaid] = []
    for fact in facts:
        if isinstance(fact, TicketPaid):
            waiting.append(fact)
        if isinstance(fact, DayClosed):
            found.append(ClosedTickets(fact, tuple(waiting[: fact.ticket_count])))
            waiting = waiting[fact.ticket_count :]
    return tuple(found)


def closing_views(closed: ClosedTickets, chart: Chart) -> tuple[View, ...]:
    """The closing beside each of the other books."""
    closing, tickets = closed.closing, closed.tickets
    rows, groups = margin_rows(tickets, {}), groups_of(tickets, chart)
    entries = [entry for entry in (entry_of(ticket, chart) for ticket in tickets) if entry is not None]
    vat = Money.total(row.tax for row in closing.rates)
    by_unit = all(chart.method(ticket.place.day) is MarginMethod.UNIT for ticket in tickets)
    found = [
        View("margin ledger, sales", closing.margin_gross, Money.total(row.price for row in rows)),
        View("margin ledger, VAT", closing.margin_tax, Money.total(row.tax for row in rows)),
        View("e-reporting, sales", closing.total, Money.total(group.gross for group in groups)),
        View("e-reporting, VAT", vat, Money.total(group.tax or ZERO for group in groups if group.full_price is None)),
        View("accounts, turnover with VAT", closing.total, -_moved(entries, *TURNOVER)),
        View("accounts, VAT", vat, -_moved(entries, Use.VAT)),
        View("accounts, cash", dict(closing.tenders).get(CASH, ZERO), _moved(entries, Use.CASH)),
    ]
    return (*found, View("accounts, margin VAT", closing.margin_tax, -_moved(entries, Use.MARGIN_VAT))) if by_unit else tuple(found)


def drawer_views(facts: Iterable[Fact]) -> tuple[tuple[DrawerClosed, View], ...]:
    """Per drawer session: the float and what its tickets and movements say make what had to be counted."""
    cash: dict[str, Money] = {}
    found: list[tuple[DrawerClosed, View]] = []
    for fact in facts:
        match fact:
            case DrawerOpened(session_id=session_id, opening_float=opening_float):
                cash[session_id] = opening_float
            case TicketPaid(session_id=session_id) if session_id in cash:
                cash[session_id] += fact.cash_kept
            case Bought(session_id=session_id) if session_id in cash:
                cash[session_id] -= fact.cash_paid
            case CashMoved(session_id=session_id, reason=reason, amount=amount) if session_id in cash and reason not in MOVED_BY_DOCUMENTS:
                cash[session_id] += amount
            case DrawerClosed(session_id=session_id) if session_id in cash:
                found.append((fact, View(f"cash count {fact.number}", fact.expected, cash.pop(session_id))))
    return tuple(found)


def check(facts: tuple[Fact, ...], chart: Chart, wanted: Callable[[date], bool], *, watch: Watch = unwatched) -> None:
    """One till's closings and drawers of the wanted days; BooksDisagree names every view that differs."""
    closings = [closed for closed in closed_tickets(facts) if wanted(closed.closing.place.day)]
    views = [(closed.closing.number, view) for closed in watch(closings) for view in closing_views(closed, chart)]
    views += [(fact.number, view) for fact, view in drawer_views(facts) if wanted(fact.place.day)]
    wrong = [f"{number} {view.name}: {view.frozen.plain()} / {view.books.plain()}" for number, view in views if not view.agrees]
    if wrong:
        raise BooksDisagree(views="; ".join(wrong[:10]))


def _moved(entries: Sequence[BookEntry], *uses: Use) -> Money:
    return Money.total(entry.balance(*uses) for entry in entries)
