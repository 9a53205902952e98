"""Who sells: what the police register wants to know, each field blocking, and nothing more. Pure.

Rules POL-02, POL-08, TRD-07: name, quality, domicile, and the *references* of an identity document. No picture of it is ever
taken; of the age only that it was checked. The journal knows a salted hash; the row itself can be erased when the law says so.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from kiosk.errors import Refused

DOCUMENT_KINDS = ("identity_card", "passport", "driving_licence", "residence_permit")
PROVENANCES = ("new_purchase", "used_purchase", "gift", "inheritance")
OF_A_COMPANY = ("company", "seat")
NOT_OF_WHO = ("majority_checked", "for_company", "serial", "imei", "imei2")
LONGEST_FIELD = 200


class SellerIncomplete(Refused):
    """A field that the register wants is missing; ``fields`` names them."""

    code = "tradein.seller_incomplete"


class SellerMinor(Refused):
    """The seller's majority was not checked: nothing is bought from a minor."""

    code = "tradein.seller_minor"


class DocumentInvalid(Refused):
    """The identity document's kind or date cannot be."""

    code = "tradein.document_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """As typed from the document. ``document_issued_on`` is an ISO date; ``provenance`` is of the device, from the managed list.

    ``serial``, ``imei`` and ``imei2`` are those of the device that no scan has said (``numbers.py``).
    A legal person sells through somebody: ``company`` and its ``seat`` stand beside all the facts of who came for it (C. pén. R. 321-3, 2°).
    """

    surname: str
    first_names: str
    profession: str
    address: str
    document_kind: str
    document_number: str
    document_issued_on: str
    document_authority: str
    provenance: str
    majority_checked: bool
    company: str = ""
    seat: str = ""
    for_company: bool = False
    serial: str = ""
    imei: str = ""
    imei2: str = ""

    @property
    def full_name(self) -> str:
        return f"{self.first_names} {self.surname}"

    @property
    def legal_person(self) -> bool:
        return self.for_company or bool(self.company or self.seat)


def complete(seller: Seller, *, today: date, numbers: tuple[str, ...] = ()) -> Seller:
    """The same with blanks trimmed, when every field and every number of the device in ``numbers`` stands; SellerIncomplete, SellerMinor, DocumentInvalid."""
    texts: dict[str, Any] = {field.name: " ".join(str(getattr(seller, field.name)).split()) for field in fields(seller) if field.name not in NOT_OF_WHO}
    missing = [name for name, text in texts.items() if not text and (seller.legal_person or name not in OF_A_COMPANY)]
    missing += [name for name in numbers if not str(getattr(seller, name)).strip()]
    if missing:
        raise SellerIncomplete(fields=", ".join(missing), count=len(missing))
    too_long = next((name for name, text in texts.items() if len(text) > LONGEST_FIELD), None)
    if too_long:
        raise DocumentInvalid(field=too_long)
    if not seller.majority_checked:
        raise SellerMinor()
    if texts["document_kind"] not in DOCUMENT_KINDS:
        raise DocumentInvalid(field="document_kind")
    if texts["provenance"] not in PROVENANCES:
        raise DocumentInvalid(field="provenance")
    if _iso_date(texts["document_issued_on"]) > today:
        raise DocumentInvalid(field="document_issued_on")
    return replace(seller, **texts, for_company=seller.legal_person)


def seller_hash(seller: Seller, *, salt: str) -> str:
    """SHA-256 over the salt and the identity: proves later who it was, tells nobody who it is."""
    identity = {field.name: getattr(seller, field.name) for field in fields(seller) if field.name not in (*NOT_OF_WHO, "provenance")}
    if not seller.legal_person:
        identity = {name: text for name, text in identity.items() if name not in OF_A_COMPANY}  # as it was hashed before companies sold
    return hashlib.sha256((salt + json.dumps(identity, ensure_ascii=False, sort_keys=True)).encode()).hexdigest()


def of_age(born_on: date, *, today: date) -> bool:
    """Eighteen whole years have passed (POL-08); born on 29 February one is of age on 1 March. The date itself is not kept."""
    had_birthday = (today.month, today.day) >= (born_on.month, born_on.day)
    return today.year - born_on.year - (0 if had_birthday else 1) >= 18


def _iso_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DocumentInvalid(field="document_issued_on") from None
