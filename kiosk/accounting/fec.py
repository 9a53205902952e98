"""The file of accounting entries (FEC) that the tax office may ask for: LPF art. A. 47 A-1. Pure.

The till is not the company's ledger: what it gives are FEC-shaped journals of its own documents, without opening balances, for the accountant
to take in (FEC-03). 18 columns in this order, a tab between them, a comma in amounts, dates AAAAMMJJ, CR LF, ISO 8859-15 (FEC-01, FEC-02).
Entries are numbered from the first of the fiscal year without a gap, so a month's file continues the one before it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from kiosk.accounting.chart import Chart
from kiosk.accounting.entries import BookEntry
from kiosk.basics.money import Money
from kiosk.basics.progress import Watch, unwatched

COLUMNS = (
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate",
    "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise",
)  # fmt: skip
SEPARATOR = "\t"
LINE_END = "\r\n"
ENCODING = "iso8859-15"
PLAIN = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...", "\u202f": " ", "\u00a0": " ", "·": "-", "|": " ",
    "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "ı": "i",
}  # fmt: skip


def file_name(siren: str, chart: Chart, day: date) -> str:
    """``<SIREN>FEC<AAAAMMJJ>.txt``, with the last day of the fiscal year."""
    return f"{siren}FEC{chart.fiscal_year(day).last:%Y%m%d}.txt"


def fec_bytes(entries: Sequence[BookEntry], chart: Chart, *, first_number: int = 1, watch: Watch = unwatched) -> bytes:
    """The whole file; ``entries`` in the order of the books, the first of them numbered ``first_number``."""
    rows = [row for number, entry in enumerate(watch(entries), start=first_number) for row in _rows(entry, number, chart)]
    return "".join(SEPARATOR.join(row) + LINE_END for row in (COLUMNS, *rows)).encode(ENCODING)


def _rows(entry: BookEntry, number: int, chart: Chart) -> Iterable[tuple[str, ...]]:
    """What a till writes is sealed at once: an entry is valid on its own day."""
    name, day = chart.journal(entry.journal), f"{entry.place.day:%Y%m%d}"
    piece, text = field(entry.piece), field(entry.text)
    for line in entry.lines:
        yield (
            name.code, field(name.label), str(number), day, line.account.number, field(line.account.label), "", "", piece, day,
            text, amount_text(line.debit), amount_text(line.credit), "", "", day, "", "",
        )  # fmt: skip


def amount_text(amount: Money) -> str:
    """``1234,50``."""
    return amount.plain().replace(".", ",")


@lru_cache(maxsize=10_000)
def field(text: str) -> str:
    """A text that the file can hold: no separator inside, and what ISO 8859-15 does not know in plain letters, ``?`` when there are none."""
    return " ".join("".join(_plain(letter) for letter in text).split())


@lru_cache(maxsize=10_000)
def _plain(letter: str) -> str:
    letter = PLAIN.get(letter, letter)
    if unicodedata.category(letter[0]).startswith("C") or letter.isspace():
        return " "
    if _fits(letter):
        return letter
    bare = "".join(part for part in unicodedata.normalize("NFKD", letter) if _fits(part))
    return bare or "?"


def _fits(letter: str) -> bool:
    try:
        letter.encode(ENCODING)
    except UnicodeEncodeError:
        return False
    return True
