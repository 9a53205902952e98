"""A line of the register put right: never an edit, a new line with the same number and a mark, its reason, and the line it corrects. Pure (POL-03)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from kiosk.errors import Refused
from kiosk.tradein.police.book import NOTE_LIMIT, BookLine
from kiosk.tradein.register import RegisterEntry
from kiosk.tradein.seller import PROVENANCES, Seller, complete, seller_hash

OF_THE_LINE = ("description", "identifiers")
OF_THE_SELLER = (
    "surname", "first_names", "profession", "address", "document_kind", "document_number", "document_issued_on", "document_authority", "company", "seat",
)  # fmt: skip
COLUMNS = (*OF_THE_SELLER, *OF_THE_LINE)
_MARK = re.compile(r"-C\d+$")


class CorrectionRefused(Refused):
    """Nothing changes, no reason is given, or the line was corrected already: then its correction is corrected."""

    code = "tradein.correction_refused"


def number_without_mark(printed_number: str) -> str:
    """The order number that stands on the device: ``L01-K2-R000001`` of ``L01-K2-R000001-C2``."""
    return _MARK.sub("", printed_number)


def value_of(line: BookLine, column: str) -> str:
    """What a column says now."""
    if column in OF_THE_LINE:
        return str(getattr(line.entry, column))
    return str(getattr(line.seller, column)) if line.seller else ""


def corrected(
    line: BookLine, *, column: str, text: str, reason: str, corrections: int, ids: tuple[str, str], at_utc: str, salt: str, today: date
) -> tuple[RegisterEntry, Seller | None]:
    """The new line, and its seller when the identity was put right; CorrectionRefused, and what ``complete`` refuses.

    ``corrections`` is how many the number has already; ``ids`` are those of the new line and of a new seller's row. Price and way of paying are
    what the contract says: they are not put right here.
    """
    text, reason = " ".join(text.split()), " ".join(reason.split())[:NOTE_LIMIT]
    wrong = column not in COLUMNS or line.corrected_by is not None or text == value_of(line, column) or (column in OF_THE_SELLER and line.seller is None)
    if wrong or not reason or (not text and column in OF_THE_LINE):
        raise CorrectionRefused(column=column)
    number = f"{number_without_mark(line.entry.printed_number)}-C{corrections + 1}"
    entry = replace(
        line.entry, entry_id=ids[0], printed_number=number, at_utc=at_utc, corrects_id=line.entry.entry_id, correction_reason=reason,
    )  # fmt: skip
    if column in OF_THE_LINE:
        return (replace(entry, description=text) if column == "description" else replace(entry, identifiers=text)), None
    assert line.seller is not None, "asked above"
    texts: dict[str, Any] = {column: text}
    named = replace(line.seller, **texts)
    seller = replace(complete(replace(named, provenance=PROVENANCES[0]), today=today), provenance=named.provenance)  # the line has its word, not its code
    return replace(entry, seller_id=ids[1], seller_hash=seller_hash(seller, salt=salt)), seller
