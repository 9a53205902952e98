"""VAT numbers of the Union, checked by their country's own rule. Pure; the border to python-stdnum."""

from __future__ import annotations

from stdnum.eu import vat
from stdnum.exceptions import ValidationError


def compact_vat_number(text: str) -> str | None:
    """Without blanks and in capitals; None when no country of the Union has such a number."""
    try:
        return str(vat.validate(text))
    except ValidationError:
        return None
