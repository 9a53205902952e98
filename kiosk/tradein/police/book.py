"""The police register as it is read: why it is opened, one line with its seller, the pages of the days and their check values. Pure.

C. pén. R. 321-3 to R. 321-6-1 and the order of 15 May 2020 (POL-03, POL-04, POL-11): every consultation has a purpose, nothing is changed,
and each day's page carries the check value of the page before it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from zoneinfo import ZoneInfo

from kiosk.basics.clock import parse_utc
from kiosk.catalogue.service import plain_letters
from kiosk.errors import Refused
from kiosk.storage.canonical import canonical
from kiosk.tradein.register import RegisterEntry
from kiosk.tradein.seller import Seller

NOTE_LIMIT = 120


class PurposeMissing(Refused):
    """Nobody opens the register without saying what for; "other" wants its words."""

    code = "tradein.purpose_missing"


class RegisterClosed(Refused):
    """Whoever reads has not opened the register, or somebody else has."""

    code = "tradein.register_closed"


class Purpose(StrEnum):
    """What the register is opened for (order of 15 May 2020, art. 3, 2°)."""

    INSPECTION = "inspection"
    STOLEN_GOODS = "stolen_goods"
    OWN_CHECK = "own_check"
    SELLER_ASKED = "seller_asked"
    CORRECTION = "correction"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Reading:
    """One consultation. ``act`` is *opened*, *pdf*, *csv* or *corrected*; kept a year."""

    reading_id: str
    at_utc: str
    person_id: str
    person_name: str
    purpose: Purpose
    note: str
    act: str


@dataclass(frozen=True, slots=True)
class BookLine:
    """A line with who sold; ``seller`` is None when the identity was erased. ``corrects`` and ``corrected_by`` are printed numbers."""

    row_no: int
    entry: RegisterEntry
    seller: Seller | None
    corrects: str | None = None
    corrected_by: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A day's page as it was sealed: the lines after the page before, up to ``through``."""

    number: int
    day: str
    through: int
    count: int
    previous: str
    check: str


def checked_purpose(purpose: str, note: str) -> tuple[Purpose, str]:
    """PurposeMissing."""
    words = " ".join(note.split())[:NOTE_LIMIT]
    if purpose not in list(Purpose) or (purpose == Purpose.OTHER and not words):
        raise PurposeMissing()
    return Purpose(purpose), words


def day_of(at_utc: str, zone: ZoneInfo) -> str:
    """The shop's calendar day of a line: ``2026-11-22``."""
    return parse_utc(at_utc).astimezone(zone).date().isoformat()


def matching(lines: Sequence[BookLine], query: str, zone: ZoneInfo) -> tuple[BookLine, ...]:
    """Lines that have every word: number, IMEI, serial, name, model, or the day as ``22/11/2026``. Accents and capitals do not matter."""
    words = plain_letters(query).split()
    return tuple(line for line in lines if all(word in _haystack(line, zone) for word in words))


def _haystack(line: BookLine, zone: ZoneInfo) -> str:
    entry, seller = line.entry, line.seller
    day = date.fromisoformat(day_of(entry.at_utc, zone))
    who = (seller.full_name, seller.company, seller.document_number) if seller else ()
    return plain_letters(" ".join((entry.printed_number, entry.identifiers, entry.description, entry.nature, f"{day:%d/%m/%Y}", *who)))


def line_text(entry: RegisterEntry) -> str:
    """What a page's check value is made of: the line as it was written, the seller by the hash of the identity."""
    return canonical(
        [
            entry.printed_number, entry.at_utc, entry.seller_hash, entry.unit_id, entry.nature, entry.provenance, entry.description, entry.identifiers,
            entry.price.amount_cents, entry.payment_mode, entry.corrects_id, entry.correction_reason,
        ]
    ).decode()  # fmt: skip


def check_value(*, number: int, day: str, previous: str, texts: Sequence[str]) -> str:
    """SHA-256 over the page's number, its day, the check value of the page before, and its lines in order."""
    return hashlib.sha256(canonical(["register_page", number, day, previous, list(texts)])).hexdigest()


def next_pages(after: Page | None, lines: Sequence[BookLine], *, today: str, zone: ZoneInfo) -> Iterator[Page]:
    """Pages for the lines after the last page, one for each day that is over. A line written after its day's page opens another of that day."""
    number, through, previous = (after.number, after.through, after.check) if after else (0, 0, "")
    waiting = [line for line in lines if line.row_no > through]
    for day, group in groupby(waiting, key=lambda line: day_of(line.entry.at_utc, zone)):
        if day >= today:
            return
        of_day = list(group)
        number += 1
        check = check_value(number=number, day=day, previous=previous, texts=[line_text(line.entry) for line in of_day])
        yield Page(number, day, of_day[-1].row_no, len(of_day), previous, check)
        previous = check


def first_wrong_page(pages: Sequence[Page], lines: Sequence[BookLine]) -> int | None:
    """The number of the first page whose lines, order or link to the page before are not as they were sealed; None when all are."""
    previous, after = "", 0
    for place, page in enumerate(pages, start=1):
        texts = [line_text(line.entry) for line in lines if after < line.row_no <= page.through]
        check = check_value(number=page.number, day=page.day, previous=previous, texts=texts)
        if page.number != place or page.previous != previous or page.check != check or page.count != len(texts):
            return place
        previous, after = page.check, page.through
    return None


def short_check(check: str) -> str:
    """``3f9a-07c2-…``: the first 16 characters in fours, as they stand at the head and foot of printed pages."""
    return "-".join(check[start : start + 4] for start in range(0, 16, 4)) if check else "–"
