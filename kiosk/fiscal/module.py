"""The seam that every country implements: stamp what is sold, note what happens, close periods, prove that nothing was changed.

Core knows no country. Every writing method runs inside the caller's transaction, on the ledger worker. Printed lines come from
the module, word for word; a stamp carries the version of its format, so that old ones always verify.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from sqlalchemy import Connection

from kiosk.basics.money import ZERO, Money

EventValue = str | int | bool | None | list["EventValue"] | dict[str, "EventValue"]


class Period(StrEnum):
    """What a closing closes. Labels: ``20261122`` (a second one that day ``20261122-2``), ``202611``, ``2026``."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Operation(StrEnum):
    """What a document does to the totals."""

    SALE = "sale"
    REFUND = "refund"
    EXCHANGE = "exchange"
    """Goods back and goods sold in one document; its total has either sign."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the country asks of the core."""

    country: str
    signs: bool
    closes: tuple[Period, ...]
    needs_connection: bool = False
    closes_every_day: bool = False
    """Also a calendar day without sales gets its closing (FIS-06)."""


@dataclass(frozen=True, slots=True)
class RateTotal:
    """Gross amount at one printed rate; the margin scheme stands at rate 0, because its tax may not be apparent."""

    rate_bp: int
    gross: Money


@dataclass(frozen=True, slots=True)
class FiscalDocument:
    """A validated ticket as the fiscal record needs it; ``breakdown`` adds up to ``total``, both negative for a refund."""

    document_id: str
    number: str
    operation: Operation
    at_local: datetime
    breakdown: tuple[RateTotal, ...]
    total: Money

    def __post_init__(self) -> None:
        assert Money.total(part.gross for part in self.breakdown) == self.total


@dataclass(frozen=True, slots=True)
class Printed:
    """What the module wants on the paper, and the extract of its signature ("" when it does not sign)."""

    lines: tuple[str, ...]
    extract: str = ""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The ``count``-th copy of a document."""

    count: int
    printed: Printed


@dataclass(frozen=True, slots=True)
class PeriodTotals:
    """Since the last closing: sales and returns apart, per rate together; ``total`` is their difference."""

    sales: Money = ZERO
    returns: Money = ZERO
    breakdown: tuple[RateTotal, ...] = ()
    ticket_count: int = 0

    @property
    def total(self) -> Money:
        """Sales less returns; ``returns`` is stated as a positive amount."""
        return self.sales - self.returns

    @property
    def absolute(self) -> Money:
        """Sales and returns together."""
        return self.sales + self.returns


@dataclass(frozen=True, slots=True)
class Perpetual:
    """Totals since the till exists, never reset: sales less returns, and sales plus returns (FIS-07)."""

    algebraic: Money = ZERO
    absolute: Money = ZERO


@dataclass(frozen=True, slots=True)
class Closing:
    """A frozen, numbered period."""

    closing_id: str
    period: Period
    label: str
    number: int
    at_utc: str
    totals: PeriodTotals
    perpetual: Perpetual
    printed: Printed


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """The first record that is not what was written."""

    chain: str
    seq: int
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a verification."""

    checked: int
    broken: BrokenRecord | None = None
    unsigned: int = 0
    """Records of the degraded mode that still wait for their signature."""

    @property
    def sound(self) -> bool:
        """Nothing was found."""
        return self.broken is None


class FiscalModule(Protocol):
    """One country's way of proving takings. ``null`` and ``france`` pass one contract suite."""

    @property
    def capabilities(self) -> Capabilities: ...

    def open_till(self, connection: Connection, *, at_utc: str, person_id: str) -> None:
        """At each start: begin the records of a new till, note a new software version. Harmless when nothing changed."""
        ...

    def stamp(self, connection: Connection, document: FiscalDocument) -> Printed:
        """Record a ticket and add it to the totals."""
        ...

    def duplicate(self, connection: Connection, *, number: str, at_local: datetime, person_id: str, closing_id: str | None = None) -> Duplicate:
        """Record a copy that leaves the till, on paper or otherwise: of a ticket, or of the closing of a day when ``closing_id`` says so (FIS-12)."""
        ...

    def event(self, connection: Connection, kind: str, body: Mapping[str, EventValue], at_utc: str, person_id: str) -> None:
        """The ledger's stamper: note a journal entry if the country's event log wants it."""
        ...

    def close_day(
        self, connection: Connection, *, day_label: str, at_local: datetime, content: Mapping[str, EventValue], documents: int | None = None
    ) -> tuple[Closing, ...]:
        """Close the day, and the month and year that end with it or ended before it, in the order they are stamped; the day is among them.

        ``documents`` is how many of those stamped since the last closing belong to that day, oldest first; None: all of them.
        """
        ...

    def closed_until(self, connection: Connection) -> date | None:
        """The last day that was closed; None before the first."""
        ...

    def began_on(self, connection: Connection) -> date | None:
        """The day from which every calendar day needs its closing; None where days without sales need none."""
        ...

    def since_last_closing(self, connection: Connection, *, documents: int | None = None) -> PeriodTotals:
        """The running totals (X), of all documents or of the oldest so many."""
        ...

    def last_day_content(self, connection: Connection) -> Mapping[str, EventValue]:
        """What was handed over with the last day closing; empty before the first."""
        ...

    def perpetual(self, connection: Connection) -> Perpetual:
        """Totals since the till exists, up to now."""
        ...

    def printed_of(self, connection: Connection, document_id: str) -> Printed:
        """What was printed on a document, for its copies; empty when it is not known."""
        ...

    def unsigned(self, connection: Connection) -> int:
        """How many records were made without the till's key and wait for their signature (FIS-14); 0 in ordinary times."""
        ...

    def degraded_since(self, connection: Connection) -> str:
        """Since when (UTC text) records are made without the till's key; "" in ordinary times. Cheap enough to be asked every second."""
        ...

    def verify(self, connection: Connection) -> Report:
        """Recompute every chain; names the first broken record."""
        ...
