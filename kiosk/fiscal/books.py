"""The bookkeeping that every country shares: chains of stamps, totals that never go back, numbered closings, verification.

A country gives the texts (``RecordFormat``) and the signer. Totals are read from the grand-total chain itself, never from
tickets: what is closed is what was stamped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Protocol

from sqlalchemy import Connection

from kiosk.basics.clock import utc_text
from kiosk.basics.ids import Ids
from kiosk.basics.money import ZERO, Money
from kiosk.fiscal import store
from kiosk.fiscal.chains import Pen, Signer, Stamp
from kiosk.fiscal.module import EventValue, FiscalDocument, Period, PeriodTotals, Perpetual, RateTotal

TICKET_CHAIN = "TICKET"
GRAND_TOTAL_CHAIN = "GRANDTOTAL"
DUPLICATE_CHAIN = "DUPLICATE"
EVENT_CHAIN = "JET"
ARCHIVE_CHAIN = "ARCHIVE"
RESIGNED_CHAIN = "RESIGNED"
MARKED_CHAINS = (EVENT_CHAIN, DUPLICATE_CHAIN, RESIGNED_CHAIN, ARCHIVE_CHAIN)
"""Where each of these stood is written into the closings of months and years: an archive takes them in from mark to mark."""
CLOSING_CHAINS = {Period.DAY: "DAY", Period.MONTH: "MONTH", Period.YEAR: "YEAR"}


@dataclass(frozen=True, slots=True)
class GrandTotal:
    """What one record of the grand-total chain says."""

    breakdown: tuple[RateTotal, ...]
    total: Money
    perpetual_algebraic: Money


class RecordFormat(Protocol):
    """The texts that a country signs."""

    @property
    def version(self) -> str: ...

    def ticket(self, document: FiscalDocument, prev_signature: str) -> str: ...

    def grand_total(self, document: FiscalDocument, perpetual_algebraic: Money, prev_signature: str) -> str: ...

    def read_grand_total(self, payload: str) -> GrandTotal: ...

    def closing(self, totals: PeriodTotals, perpetual_algebraic: Money, *, at_local: datetime, label: str, prev_signature: str) -> str: ...


@dataclass(frozen=True, slots=True)
class ClosedPeriod:
    """A closing as it was written."""

    closing_id: str
    label: str
    number: int
    at_utc: str
    totals: PeriodTotals
    perpetual: Perpetual
    stamp: Stamp


class Books:
    """Writes and reads the records of one till."""

    def __init__(self, *, record_format: RecordFormat, signer: Signer | None, ids: Ids) -> None:
        self.format = record_format
        self.pen = Pen(signer)
        self._ids = ids

    def append(self, connection: Connection, chain: str, *, document_id: str, at_utc: str, payload: Callable[[int, str], str]) -> Stamp:
        """Add a record; ``payload`` makes its text from the sequence number and the signature before it."""
        return self._append_after(connection, store.last_stamp(connection, chain), chain, document_id=document_id, at_utc=at_utc, payload=payload)

    def _append_after(
        self, connection: Connection, last: Stamp | None, chain: str, *, document_id: str, at_utc: str, payload: Callable[[int, str], str]
    ) -> Stamp:  # fmt: skip
        seq, prev_signature = (1, "") if last is None else (last.seq + 1, last.signature)
        text = payload(seq, prev_signature)
        signed = self.pen.write(text)
        stamp = Stamp(
            stamp_id=self._ids.new(), chain=chain, seq=seq, document_id=document_id, at_utc=at_utc, payload=text, signature=signed.signature,
            prev_signature=prev_signature, format_version=self.format.version, algorithm=signed.algorithm, key_id=signed.key_id,
        )  # fmt: skip
        store.add_stamp(connection, stamp)
        return stamp

    def record(self, connection: Connection, document: FiscalDocument) -> Stamp:
        """Stamp a ticket and add it to the totals."""
        at_utc = utc_text(document.at_local)
        ticket = self.append(
            connection, TICKET_CHAIN, document_id=document.document_id, at_utc=at_utc, payload=lambda _, before: self.format.ticket(document, before)
        )
        last = store.last_stamp(connection, GRAND_TOTAL_CHAIN)
        perpetual = self._algebraic(last) + document.total
        self._append_after(
            connection,
            last,
            GRAND_TOTAL_CHAIN,
            document_id=document.document_id,
            at_utc=at_utc,
            payload=lambda _, before: self.format.grand_total(document, perpetual, before),
        )
        return ticket

    def since_last_day(self, connection: Connection, *, documents: int | None = None) -> PeriodTotals:
        """The totals of what was stamped since the last day closing: everything, or the oldest so many."""
        return self._totals(islice(store.stamps_after(connection, GRAND_TOTAL_CHAIN, self._closed_through(connection)), documents))

    def closed_until(self, connection: Connection) -> date | None:
        """The day of the last day closing."""
        last = store.last_closing(connection, Period.DAY)
        return None if last is None else date.fromisoformat(last.period_label[:8])

    def last_day_content(self, connection: Connection) -> Mapping[str, EventValue]:
        """The content of the last day closing."""
        last = store.last_closing(connection, Period.DAY)
        return {} if last is None else store.content_of(last)

    def perpetual(self, connection: Connection) -> Perpetual:
        """Since the till exists, up to now."""
        frozen = store.perpetual_at(store.last_closing(connection, Period.DAY))
        running = self.since_last_day(connection)
        return Perpetual(frozen.algebraic + running.total, frozen.absolute + running.absolute)

    def close_day(
        self, connection: Connection, *, day_label: str, at_local: datetime, content: Mapping[str, EventValue], documents: int | None = None
    ) -> ClosedPeriod:
        """Freeze what was stamped since the last day closing, or the oldest ``documents`` of it."""
        again = len(store.closings_labelled(connection, Period.DAY, day_label))
        label = day_label if not again else f"{day_label}-{again + 1}"
        totals = self.since_last_day(connection, documents=documents)
        assert documents is None or totals.ticket_count == documents, "a day has no more documents than were stamped"
        marks: dict[str, EventValue] = {"grand_total_seq": self._closed_through(connection) + totals.ticket_count}
        return self._close(connection, Period.DAY, label, totals, at_local=at_local, content=dict(content) | marks)

    def close_longer(self, connection: Connection, period: Period, label: str, *, at_local: datetime) -> ClosedPeriod:
        """Freeze the day closings since the last month closing, or the month closings since the last year closing."""
        shorter = Period.DAY if period is Period.MONTH else Period.MONTH
        before = store.last_closing(connection, period)
        first = 0 if before is None else int(store.content_of(before)["through"])
        rows = [row for row in store.closings(connection, shorter) if row.number > first]
        totals = PeriodTotals(
            Money(sum(row.sales_cents for row in rows)),
            Money(sum(row.returns_cents for row in rows)),
            _together(part for row in rows for part in read_breakdown(store.content_of(row)["breakdown"])),
            sum(row.ticket_count for row in rows),
        )
        again = len(store.closings_labelled(connection, period, label))
        marks: dict[str, EventValue] = {chain: self._stands_at(connection, chain) for chain in MARKED_CHAINS}
        through: dict[str, EventValue] = {"through": rows[-1].number if rows else first, "marks": marks}
        return self._close(connection, period, label if not again else f"{label}-{again + 1}", totals, at_local=at_local, content=through)

    def days_waiting(self, connection: Connection, period: Period) -> tuple[str, ...]:
        """Labels of the shorter closings that no closing of this period has taken in yet, oldest first."""
        shorter = Period.DAY if period is Period.MONTH else Period.MONTH
        before = store.last_closing(connection, period)
        first = 0 if before is None else int(store.content_of(before)["through"])
        return tuple(row.period_label for row in store.closings(connection, shorter) if row.number > first)

    def _close(
        self, connection: Connection, period: Period, label: str, totals: PeriodTotals, *, at_local: datetime, content: Mapping[str, EventValue]
    ) -> ClosedPeriod:
        before = store.last_closing(connection, period)
        frozen = store.perpetual_at(before)
        perpetual = Perpetual(frozen.algebraic + totals.total, frozen.absolute + totals.absolute)
        closing_id, at_utc = self._ids.new(), utc_text(at_local)
        number = 1 if before is None else before.number + 1
        stamp = self.append(
            connection,
            CLOSING_CHAINS[period],
            document_id=closing_id,
            at_utc=at_utc,
            payload=lambda _, prev: self.format.closing(totals, perpetual.algebraic, at_local=at_local, label=label, prev_signature=prev),
        )
        breakdown: list[EventValue] = [[part.rate_bp, part.gross.amount_cents] for part in totals.breakdown]
        values = {
            "id": closing_id, "period": period.value, "period_label": label, "number": number, "at_utc": at_utc,
            "sales_cents": totals.sales.amount_cents, "returns_cents": totals.returns.amount_cents, "total_cents": totals.total.amount_cents,
            "perpetual_algebraic_cents": perpetual.algebraic.amount_cents, "perpetual_absolute_cents": perpetual.absolute.amount_cents,
            "ticket_count": totals.ticket_count,
        }  # fmt: skip
        store.add_closing(connection, values, content=dict(content) | {"breakdown": breakdown})
        return ClosedPeriod(closing_id, label, number, at_utc, totals, perpetual, stamp)

    def _stands_at(self, connection: Connection, chain: str) -> int:
        last = store.last_stamp(connection, chain)
        return 0 if last is None else last.seq

    def _algebraic(self, last: Stamp | None) -> Money:
        return ZERO if last is None else self.format.read_grand_total(last.payload).perpetual_algebraic

    def _closed_through(self, connection: Connection) -> int:
        last = store.last_closing(connection, Period.DAY)
        return 0 if last is None else int(store.content_of(last)["grand_total_seq"])

    def _totals(self, stamps: Iterable[Stamp]) -> PeriodTotals:
        return totals_of([self.format.read_grand_total(stamp.payload) for stamp in stamps])


def totals_of(records: list[GrandTotal]) -> PeriodTotals:
    """Sales and returns apart; a record below zero is a return."""
    sales = Money.total(record.total for record in records if record.total.amount_cents >= 0)
    returns = Money.total(-record.total for record in records if record.total.amount_cents < 0)
    return PeriodTotals(sales, returns, _together(part for record in records for part in record.breakdown), len(records))


def _together(parts: Iterable[RateTotal]) -> tuple[RateTotal, ...]:
    by_rate: dict[int, Money] = {}
    for part in parts:
        by_rate[part.rate_bp] = by_rate.get(part.rate_bp, ZERO) + part.gross
    return tuple(RateTotal(rate_bp, gross) for rate_bp, gross in sorted(by_rate.items()))


def read_breakdown(stored: list[list[int]]) -> tuple[RateTotal, ...]:
    """As a closing keeps it."""
    return tuple(RateTotal(rate_bp, Money(cents)) for rate_bp, cents in stored)
