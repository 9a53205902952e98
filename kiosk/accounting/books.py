"""What a period's exports are made of, from the facts of all tills of a company. Pure: the same facts give the same figures, run after run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from kiosk.accounting.chart import Chart
from kiosk.accounting.entries import BookEntry, entry_of, margin_vat_entry
from kiosk.accounting.facts import Bought, Fact, Invoiced, Place, TicketPaid
from kiosk.accounting.flux import Group, groups_of
from kiosk.accounting.global_margin import GlobalMonth, global_months, month_sums, next_month
from kiosk.basics.progress import Watch, unwatched
from kiosk.errors import Misused

AFTER_ALL_SHOPS = "~"
DAY = timedelta(days=1)


class PeriodRefused(Misused):
    """A period ends after it begins, and a file of entries lies in one fiscal year (FEC-01)."""

    code = "accounting.period_refused"


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day, both inside."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PeriodRefused(first=self.first.isoformat(), last=self.last.isoformat())

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.first.isoformat()}..{self.last.isoformat()}"


@dataclass(frozen=True, slots=True)
class Books:
    """``facts`` in the order of the books; ``rate_on`` is the margin scheme's VAT rate of a day in percent."""

    facts: tuple[Fact, ...]
    chart: Chart
    rate_on: Callable[[date], Fraction]

    @property
    def tickets(self) -> tuple[TicketPaid, ...]:
        return tuple(fact for fact in self.facts if isinstance(fact, TicketPaid))

    @property
    def purchases(self) -> tuple[Bought, ...]:
        return tuple(fact for fact in self.facts if isinstance(fact, Bought))

    @property
    def tills(self) -> tuple[str, ...]:
        """Whose journals these are."""
        return tuple(sorted({f"{fact.place.shop}-{fact.place.till}" for fact in self.facts}))

    @property
    def invoiced(self) -> frozenset[str]:
        """Ids and numbers of the tickets that left as an invoice, whenever it was asked for."""
        ids = {fact.ticket_id for fact in self.facts if isinstance(fact, Invoiced)}
        return frozenset(ids | {ticket.number for ticket in self.tickets if ticket.ticket_id in ids})

    def tickets_in(self, span: Span) -> tuple[TicketPaid, ...]:
        return tuple(ticket for ticket in self.tickets if span.holds(ticket.place.day))

    def groups(self, span: Span) -> tuple[Group, ...]:
        """What is declared of the period's days."""
        return groups_of(self.tickets_in(span), self.chart, invoiced=self.invoiced)

    def global_months(self, last: date) -> tuple[GlobalMonth, ...]:
        """All months under the global method that are over by ``last``: a month has its VAT at its end."""
        whole = last if last + DAY == next_month(last) else last.replace(day=1) - DAY
        return global_months(month_sums(self.facts, self.chart, until=whole), rate_on=self.rate_on, stocks=self.chart.stocks)

    def entries(self, span: Span, *, watch: Watch = unwatched) -> tuple[tuple[BookEntry, ...], int]:
        """The period's entries and the number of the first, counted from the beginning of the fiscal year; PeriodRefused."""
        year = self.chart.fiscal_year(span.first)
        if span.last > year.last:
            raise PeriodRefused(first=span.first.isoformat(), last=span.last.isoformat())
        found = [entry for entry in self._entries(span.last, watch) if entry.place.day >= year.first]
        before = sum(entry.place.day < span.first for entry in found)
        return tuple(found[before:]), before + 1

    def _entries(self, last: date, watch: Watch) -> Sequence[BookEntry]:
        made = [entry_of(fact, self.chart) for fact in watch(self.facts) if fact.place.day <= last]
        made += [self._margin_vat(month) for month in self.global_months(last)]
        return sorted((entry for entry in made if entry is not None), key=lambda entry: entry.place)

    def _margin_vat(self, month: GlobalMonth) -> BookEntry | None:
        last_day = next_month(month.first_day) - DAY
        return margin_vat_entry(self.chart, Place(last_day, AFTER_ALL_SHOPS, "", 0, 0), piece=f"{month.first_day:%Y-%m}", tax=month.tax)


def books_of(facts: Iterable[Fact], chart: Chart, rate_on: Callable[[date], Fraction]) -> Books:
    """In the order of the books: by day, then by shop, till and place in its journal."""
    return Books(tuple(sorted(facts, key=lambda fact: fact.place)), chart, rate_on)
