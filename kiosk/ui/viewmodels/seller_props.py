"""The seller's form and what still stands between an offer and its signature. Pure; dates are typed as people write them, kept as ISO."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kiosk.tradein.mrz import Identity
from kiosk.tradein.seller import DOCUMENT_KINDS, OF_A_COMPANY, PROVENANCES, Seller
from kiosk.tradein.signature import HEIGHT, WIDTH, Stroke

OF_THE_DEVICE = ("serial", "imei", "imei2")
FIELDS = ("surname", "first_names", "profession", "address", "document_number", "document_issued_on", "document_authority")
PAD_WIDTH, PAD_HEIGHT = 1000, 400
_DATE = re.compile(r"\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*")
_POINT = re.compile(r"([ML])\s*(-?\d+(?:\.\d+)?)[ ,]+(-?\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of the form; ``missing`` names it under itself, ``span`` is how many of the three columns it takes."""

    field_id: str
    value: str
    missing: bool
    span: int


@dataclass(frozen=True, slots=True)
class Draft:
    """The form as it is being filled in."""

    texts: Mapping[str, str] = field(default_factory=dict)
    document_kind: str = DOCUMENT_KINDS[0]
    provenance: str = PROVENANCES[0]
    majority_checked: bool = False
    company: bool = False

    def seller(self) -> Seller:
        """As the service takes it; whether it is complete is the service's to say."""
        of_company = OF_A_COMPANY if self.company else ()
        texts: dict[str, Any] = {name: self.texts.get(name, "") for name in (*FIELDS, *OF_THE_DEVICE, *of_company)}
        texts["document_issued_on"] = iso_date(texts["document_issued_on"])
        return Seller(**texts, document_kind=self.document_kind, provenance=self.provenance, majority_checked=self.majority_checked, for_company=self.company)

    def with_identity(self, identity: Identity) -> Draft:
        """What a machine-readable zone says, in its fields; a minor is refused before this."""
        read = {"surname": identity.surname, "first_names": identity.first_names, "document_number": identity.document_number}
        return replace(self, texts={**self.texts, **read}, document_kind=identity.document_kind, majority_checked=identity.adult)


def field_rows(draft: Draft, missing: frozenset[str], *, numbers: tuple[str, ...] = ()) -> tuple[FieldRow, ...]:
    """Who sells, for a company its name and seat first, and the numbers of the device that nothing has read."""
    serial = tuple(name for name in numbers if name == "serial")
    place = FIELDS.index("address") + 1
    names = (*(OF_A_COMPANY if draft.company else ()), *FIELDS[:place], *serial, *FIELDS[place:], *(name for name in numbers if name != "serial"))
    spans = {"seat": 2, "address": 2 if serial else 3}
    return tuple(FieldRow(name, draft.texts.get(name, ""), name in missing, spans.get(name, 1)) for name in names)


def iso_date(text: str) -> str:
    """``14/03/2021`` → ``2021-03-14``; anything else as it is, for the service to refuse."""
    found = _DATE.fullmatch(text)
    return f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else text.strip()


def strokes_of(path: str) -> tuple[Stroke, ...]:
    """The pad's path (``M`` begins a stroke, ``L`` goes on) in the field that the contract prints."""
    strokes: list[list[tuple[float, float]]] = []
    for command, x, y in _POINT.findall(path):
        if command == "M" or not strokes:
            strokes.append([])
        strokes[-1].append((float(x) * WIDTH / PAD_WIDTH, float(y) * HEIGHT / PAD_HEIGHT))
    return tuple(tuple(stroke) for stroke in strokes)


@dataclass(frozen=True, slots=True)
class AgreementProps:
    """The signature page. ``reading`` is how many lines of a document have come in.

    ``missing`` is a code: identity, account, declarations, signature, or nothing.
    """

    seller_known: bool = False
    full_name: str = ""
    document_kind: str = DOCUMENT_KINDS[0]
    document_tail: str = ""
    provenance: str = PROVENANCES[0]
    majority_checked: bool = False
    declares_owner: bool = False
    declares_erase: bool = False
    declares_price: bool = False
    company: bool = False
    reading: int = 0
    paid: str = ""
    missing: str = "identity"
    can_buy: bool = False
    sign_day: str = ""
    sign_time: str = ""


def missing_of(*, seller_known: bool, declared: bool, signed: bool, payable: bool = True) -> str:
    """The first thing that is still wanted."""
    return "identity" if not seller_known else "account" if not payable else "declarations" if not declared else "signature" if not signed else ""
