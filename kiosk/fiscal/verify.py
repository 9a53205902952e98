"""Recomputes the fiscal records and names the first that is not what was written. Reads only."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from kiosk.basics.money import ZERO, Money
from kiosk.fiscal import store
from kiosk.fiscal.books import CLOSING_CHAINS, GRAND_TOTAL_CHAIN, RESIGNED_CHAIN, Books, GrandTotal, totals_of
from kiosk.fiscal.chains import Stamp, Verifier
from kiosk.fiscal.module import BrokenRecord, Period, Report

VerifierOf = Callable[[Connection, str], Verifier | None]


def verify_books(connection: Connection, books: Books, verifier_of: VerifierOf) -> Report:
    """Every chain in turn, then every closing against the records that it took in."""
    checked = 0
    for chain in store.chains(connection):
        last: Stamp | None = None
        algebraic = ZERO
        for stamp in store.stamps_after(connection, chain, 0):
            reason = _link_fault(last, stamp) or _signature_fault(connection, stamp, verifier_of)
            if reason is None and chain == GRAND_TOTAL_CHAIN:
                algebraic, reason = _total_fault(books, stamp, algebraic)
            if reason is not None:
                return Report(checked, BrokenRecord(chain, stamp.seq, reason))
            last, checked = stamp, checked + 1
    for stamp in store.stamps_after(connection, RESIGNED_CHAIN, 0):
        chain, seq, signature, *_ = stamp.payload.split(",")
        named = store.stamp_at(connection, chain, int(seq))
        if named is None or (named.stamp_id, named.signature) != (stamp.document_id, signature):
            return Report(checked, BrokenRecord(RESIGNED_CHAIN, stamp.seq, "not_the_record"))
    for period in Period:
        broken = _closing_fault(connection, books, period)
        if broken is not None:
            return Report(checked, broken)
    return Report(checked, unsigned=len(store.unsigned(connection, resigned_chain=RESIGNED_CHAIN)))


def _link_fault(last: Stamp | None, stamp: Stamp) -> str | None:
    seq, signature = (1, "") if last is None else (last.seq + 1, last.signature)
    if stamp.seq != seq:
        return "missing_before"
    if stamp.prev_signature != signature or not stamp.payload.endswith(f",{signature}"):
        return "not_linked"
    return None


def _signature_fault(connection: Connection, stamp: Stamp, verifier_of: VerifierOf) -> str | None:
    verifier = verifier_of(connection, stamp.key_id)
    if verifier is None:
        return "unknown_key"
    return None if verifier.verify(stamp.payload, stamp.signature) else "bad_signature"


def _total_fault(books: Books, stamp: Stamp, before: Money) -> tuple[Money, str | None]:
    try:
        record = books.format.read_grand_total(stamp.payload)
    except ValueError:
        return before, "unreadable"
    after = before + record.total
    return after, None if record.perpetual_algebraic == after else "wrong_perpetual_total"


def _closing_fault(connection: Connection, books: Books, period: Period) -> BrokenRecord | None:
    """Numbers without a gap, perpetual totals that add up, day totals that are those of the tickets stamped in between."""
    perpetual, through = store.perpetual_at(None), 0
    for number, row in enumerate(store.closings(connection, period), start=1):
        chain = CLOSING_CHAINS[period]
        sums = (perpetual.algebraic.amount_cents + row.total_cents, perpetual.absolute.amount_cents + row.sales_cents + row.returns_cents)
        if row.number != number or store.stamp_of(connection, chain, row.id) is None:
            return BrokenRecord(chain, number, "closing_missing")
        if (row.perpetual_algebraic_cents, row.perpetual_absolute_cents) != sums or row.total_cents != row.sales_cents - row.returns_cents:
            return BrokenRecord(chain, number, "wrong_totals")
        if period is Period.DAY:
            until = int(store.content_of(row)["grand_total_seq"])
            found = totals_of(_records(connection, books, after=through, until=until))
            if (found.sales.amount_cents, found.returns.amount_cents, found.ticket_count) != (row.sales_cents, row.returns_cents, row.ticket_count):
                return BrokenRecord(chain, number, "not_the_tickets")
            through = until
        perpetual = store.perpetual_at(row)
    return None


def _records(connection: Connection, books: Books, *, after: int, until: int) -> list[GrandTotal]:
    records = []
    for stamp in store.stamps_after(connection, GRAND_TOTAL_CHAIN, after):
        if stamp.seq > until:
            break
        records.append(books.format.read_grand_total(stamp.payload))
    return records
