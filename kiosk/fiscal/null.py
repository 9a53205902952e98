"""A country that asks for nothing: records are chained and closed by the day, without a key, and nothing is printed about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import Connection

from kiosk.basics.clock import utc_text
from kiosk.basics.ids import Ids
from kiosk.basics.money import Money
from kiosk.fiscal import store
from kiosk.fiscal.books import DUPLICATE_CHAIN, Books, GrandTotal
from kiosk.fiscal.chains import DigestSigner, Verifier
from kiosk.fiscal.module import (
    Capabilities,
    Closing,
    Duplicate,
    EventValue,
    FiscalDocument,
    Period,
    PeriodTotals,
    Perpetual,
    Printed,
    RateTotal,
    Report,
)
from kiosk.fiscal.verify import verify_books

NOTHING_PRINTED = Printed(())


class PlainFormat:
    """``what,number,total,perpetual,rate=cents|…,``: readable, and ended like every chained text."""

    version = "NULL1"

    def ticket(self, document: FiscalDocument, prev_signature: str) -> str:
        return f"{document.operation.value},{document.number},{document.total.amount_cents},{prev_signature}"

    def grand_total(self, document: FiscalDocument, perpetual_algebraic: Money, prev_signature: str) -> str:
        rates = "|".join(f"{part.rate_bp}={part.gross.amount_cents}" for part in document.breakdown)
        return f"{document.number},{document.total.amount_cents},{perpetual_algebraic.amount_cents},{rates},{prev_signature}"

    def read_grand_total(self, payload: str) -> GrandTotal:
        _, total, algebraic, rates, _ = payload.split(",")
        pairs = [part.split("=") for part in rates.split("|")] if rates else []
        breakdown = tuple(RateTotal(int(rate), Money(int(cents))) for rate, cents in pairs)
        return GrandTotal(breakdown, Money(int(total)), Money(int(algebraic)))

    def closing(self, totals: PeriodTotals, perpetual_algebraic: Money, *, at_local: datetime, label: str, prev_signature: str) -> str:
        return f"{label},{totals.total.amount_cents},{perpetual_algebraic.amount_cents},{at_local:%Y%m%d%H%M%S},{prev_signature}"


class NullFiscal:
    """Chained records and totals; no key, no event log."""

    capabilities = Capabilities(country="", signs=False, closes=(Period.DAY,))

    def __init__(self, *, ids: Ids) -> None:
        self._books = Books(record_format=PlainFormat(), signer=DigestSigner(), ids=ids)

    def open_till(self, connection: Connection, *, at_utc: str, person_id: str) -> None:
        """Nothing to begin."""

    def stamp(self, connection: Connection, document: FiscalDocument) -> Printed:
        self._books.record(connection, document)
        return NOTHING_PRINTED

    def duplicate(self, connection: Connection, *, number: str, at_local: datetime, person_id: str, closing_id: str | None = None) -> Duplicate:
        counted_by = closing_id or number
        count = store.count_of(connection, DUPLICATE_CHAIN, counted_by) + 1
        self._books.append(
            connection,
            DUPLICATE_CHAIN,
            document_id=counted_by,
            at_utc=utc_text(at_local),
            payload=lambda _, before: f"{number},{count},{person_id},{before}",
        )
        return Duplicate(count, NOTHING_PRINTED)

    def event(self, connection: Connection, kind: str, body: Mapping[str, EventValue], at_utc: str, person_id: str) -> None:
        """The journal is enough."""

    def close_day(
        self, connection: Connection, *, day_label: str, at_local: datetime, content: Mapping[str, EventValue], documents: int | None = None
    ) -> tuple[Closing, ...]:
        done = self._books.close_day(connection, day_label=day_label, at_local=at_local, content=content, documents=documents)
        return (Closing(done.closing_id, Period.DAY, done.label, done.number, done.at_utc, done.totals, done.perpetual, NOTHING_PRINTED),)

    def closed_until(self, connection: Connection) -> date | None:
        return self._books.closed_until(connection)

    def began_on(self, connection: Connection) -> date | None:  # noqa: ARG002 the port's shape
        return None

    def since_last_closing(self, connection: Connection, *, documents: int | None = None) -> PeriodTotals:
        return self._books.since_last_day(connection, documents=documents)

    def last_day_content(self, connection: Connection) -> Mapping[str, EventValue]:
        return self._books.last_day_content(connection)

    def perpetual(self, connection: Connection) -> Perpetual:
        return self._books.perpetual(connection)

    def printed_of(self, connection: Connection, document_id: str) -> Printed:  # noqa: ARG002 the port's shape
        return NOTHING_PRINTED

    def unsigned(self, connection: Connection) -> int:  # noqa: ARG002 the port's shape
        return 0

    def degraded_since(self, connection: Connection) -> str:  # noqa: ARG002 the port's shape
        return ""

    def verify(self, connection: Connection) -> Report:
        return verify_books(connection, self._books, self._verifier)

    def _verifier(self, _connection: Connection, key_id: str) -> Verifier | None:
        return self._books.pen.verifier(key_id)
