"""The signed texts of a French till, byte for byte (NF525 shape, compliance §1.3), format version 1. Pure.

Comma-separated fields; amounts in cents without separator; a breakdown is ``RRRR:AAAA`` joined by ``|`` (rate in hundredths of a
percent on four digits, amount with tax on at least four); in free text a comma becomes ``;`` and a space ``_``. The first record
of a chain says ``N`` and ends with nothing, every other says ``O`` and ends with the signature before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kiosk.basics.money import Money
from kiosk.fiscal.module import FiscalDocument, Operation, PeriodTotals, RateTotal

FORMAT_VERSION = "FR1"
EXTRACT_PLACES = (3, 7, 13, 19)
OPERATION_WORDS = {Operation.SALE: "VENTE", Operation.REFUND: "REMBOURSEMENT", Operation.EXCHANGE: "ECHANGE"}


def ticket_payload(document: FiscalDocument, prev_signature: str) -> str:
    """The TICKET chain."""
    head = (breakdown_text(document.breakdown), cents_text(document.total), time_text(document.at_local))
    return _chained((*head, plain_text(document.number), OPERATION_WORDS[document.operation]), prev_signature)


def grand_total_payload(document: FiscalDocument, perpetual_algebraic: Money, prev_signature: str) -> str:
    """The GRANDTOTAL chain: one record per ticket, with the till's perpetual total after it."""
    head = (breakdown_text(document.breakdown), cents_text(document.total), cents_text(perpetual_algebraic))
    return _chained((*head, time_text(document.at_local), plain_text(document.number)), prev_signature)


def closing_payload(totals: PeriodTotals, perpetual_algebraic: Money, *, at_local: datetime, label: str, prev_signature: str) -> str:
    """The chains of closings: one per kind of period."""
    head = (breakdown_text(totals.breakdown), cents_text(totals.total), cents_text(perpetual_algebraic))
    return _chained((*head, time_text(at_local), label), prev_signature)


def event_payload(seq: int, *, code: int, info: str, at_local: datetime, operator: str, till: str, prev_signature: str) -> str:
    """The JET chain."""
    return _chained((f"{seq:08d}", str(code), plain_text(info), time_text(at_local), plain_text(operator), plain_text(till)), prev_signature)


def duplicate_payload(
    duplicate_number: str, *, document_kind: str, count: int, operator: str, at_local: datetime, original_number: str, prev_signature: str
) -> str:
    """The DUPLICATE chain."""
    fields = (duplicate_number, document_kind, str(count), plain_text(operator), time_text(at_local), plain_text(original_number))
    return _chained(fields, prev_signature)


def archive_payload(totals: PeriodTotals, *, at_local: datetime, till: str, prev_signature: str) -> str:
    """The ARCHIVE chain."""
    head = (breakdown_text(totals.breakdown), cents_text(totals.total), time_text(at_local), plain_text(till), "Archive")
    return _chained(head, prev_signature)


def resigned_payload(chain: str, seq: int, signature: str, *, at_local: datetime, prev_signature: str) -> str:
    """The RESIGNED chain: one record for each made in degraded mode, naming it and its stand-in signature (our own format)."""
    return _chained((chain, f"{seq:08d}", signature, time_text(at_local)), prev_signature)


def extract(signature: str) -> str:
    """Characters 3, 7, 13 and 19, printed on the ticket (FIS-15)."""
    return "".join(signature[place - 1] for place in EXTRACT_PLACES) if len(signature) >= EXTRACT_PLACES[-1] else ""


def breakdown_text(breakdown: Iterable[RateTotal]) -> str:
    """Rates in ascending order; rates without an amount are left out."""
    by_rate = sorted((part for part in breakdown if part.gross), key=lambda part: part.rate_bp)
    return "|".join(f"{part.rate_bp:04d}:{_padded(part.gross)}" for part in by_rate)


def read_breakdown(text: str) -> tuple[RateTotal, ...]:
    """The inverse of ``breakdown_text``; ValueError on anything else."""
    pairs = [part.split(":") for part in text.split("|")] if text else []
    return tuple(RateTotal(int(rate), Money(int(cents))) for rate, cents in pairs)


def cents_text(amount: Money) -> str:
    """``-2990``."""
    return str(amount.amount_cents)


def time_text(at_local: datetime) -> str:
    """``20261122101530``, the shop's own time."""
    return f"{at_local:%Y%m%d%H%M%S}"


def plain_text(text: str) -> str:
    """Free text without what separates fields."""
    return text.replace(",", ";").replace(" ", "_")


def _padded(amount: Money) -> str:
    return f"{'-' if amount.amount_cents < 0 else ''}{abs(amount.amount_cents):04d}"


def _chained(fields: tuple[str, ...], prev_signature: str) -> str:
    return ",".join((*fields, "O" if prev_signature else "N", prev_signature))
