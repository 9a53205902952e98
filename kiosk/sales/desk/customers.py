"""A customer: the least that is needed, each field optional, and the yes to offers apart from everything else (SEC-01, RGPD art. 5 to 7). Pure.

The journal knows a customer by an id and a salted hash; the row itself can be emptied when the customer asks, and no document changes.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, fields

from stdnum.exceptions import ValidationError
from stdnum.fr import siren as siren_number

from kiosk.errors import Refused
from kiosk.sales.desk.vat_numbers import compact_vat_number
from kiosk.sales.email import EmailRefused, check_email

LONGEST_FIELD = 200
_PHONE = re.compile(r"\+?[0-9]{6,15}")


class CustomerEmpty(Refused):
    """Nothing by which the customer could be found again."""

    code = "sales.customer_empty"


class CustomerFieldWrong(Refused):
    """A field cannot be; ``field`` names it."""

    code = "sales.customer_field_wrong"


@dataclass(frozen=True, slots=True)
class Details:
    """What a customer tells us. ``siren`` and ``vat_number`` are a company's."""

    full_name: str = ""
    email: str = ""
    phone: str = ""
    company: str = ""
    siren: str = ""
    vat_number: str = ""
    address: str = ""

    @property
    def name(self) -> str:
        """What a sealed paper may call them: never a telephone number or an address."""
        return self.company or self.full_name

    @property
    def label(self) -> str:
        """How the counter names them."""
        return self.name or self.phone or self.email


@dataclass(frozen=True, slots=True)
class Customer:
    """``consented_at_utc`` and ``consent_version`` are empty for who wants no offers: that is the rule, not the exception."""

    customer_id: str
    details: Details
    created_at_utc: str
    consented_at_utc: str | None = None
    consent_version: str | None = None
    erased_at_utc: str | None = None

    @property
    def wants_offers(self) -> bool:
        """Only who said so."""
        return self.consented_at_utc is not None


def checked(details: Details) -> Details:
    """Trimmed and in one form; CustomerEmpty, CustomerFieldWrong with the first field that cannot be."""
    texts = {field.name: " ".join(str(getattr(details, field.name)).split()) for field in fields(details)}
    too_long = next((name for name, text in texts.items() if len(text) > LONGEST_FIELD), None)
    if too_long is not None:
        raise CustomerFieldWrong(field=too_long)
    texts |= {
        "phone": _phone(texts["phone"]), "siren": _siren(texts["siren"]), "email": _email(texts["email"]), "vat_number": _vat(texts["vat_number"]),
    }  # fmt: skip
    if not (texts["full_name"] or texts["company"] or texts["email"] or texts["phone"]):
        raise CustomerEmpty
    if texts["siren"] and not texts["company"]:
        raise CustomerFieldWrong(field="company")
    return Details(**texts)


def identity_hash(details: Details, *, salt: str) -> str:
    """SHA-256 over the salt and the details: proves later who it was, tells nobody who it is."""
    said = {field.name: getattr(details, field.name) for field in fields(details)}
    return hashlib.sha256((salt + json.dumps(said, ensure_ascii=False, sort_keys=True)).encode()).hexdigest()


def _email(text: str) -> str:
    try:
        return check_email(text) if text else ""
    except EmailRefused:
        raise CustomerFieldWrong(field="email") from None


def _phone(text: str) -> str:
    digits = re.sub(r"[\s.\-()/]", "", text)
    if digits and not _PHONE.fullmatch(digits):
        raise CustomerFieldWrong(field="phone")
    return digits


def _siren(text: str) -> str:
    """Nine digits with their check digit; of a SIRET the first nine are meant."""
    if not text:
        return ""
    compact = siren_number.compact(text)
    try:
        return str(siren_number.validate(compact[:9] if len(compact) == 14 else compact))
    except ValidationError:
        raise CustomerFieldWrong(field="siren") from None


def _vat(text: str) -> str:
    if not text:
        return ""
    found = compact_vat_number(text)
    if found is None:
        raise CustomerFieldWrong(field="vat_number")
    return found
