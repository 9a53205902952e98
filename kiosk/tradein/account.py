"""The bank account that a seller is paid on: whose it is, its IBAN checked, and only its end shown afterwards. Pure; the border to python-stdnum.

The whole number stands in the encrypted database and in the file for the bank, nowhere else (SEC-04): contract, screens and journal have its end.
"""

from __future__ import annotations

from dataclasses import dataclass

from stdnum import bic as bic_rules
from stdnum import iban as iban_rules
from stdnum.exceptions import ValidationError

from kiosk.errors import Refused

_COUNTRIES = "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA"
SEPA = frozenset(_COUNTRIES.split())
"""Countries from which a SEPA credit transfer can be received (EPC409-09, geographical scope of the schemes)."""
LONGEST_HOLDER = 70
TAIL = 4


class HolderMissing(Refused):
    """A transfer needs the name on the account."""

    code = "tradein.holder_missing"


class IbanInvalid(Refused):
    """Its check digits, its length or its country's own form are wrong."""

    code = "tradein.iban_invalid"


class IbanOutsideSepa(Refused):
    """The account's country takes no SEPA transfer."""

    code = "tradein.iban_outside_sepa"


class BicInvalid(Refused):
    """Not a BIC, or one of another country than the account."""

    code = "tradein.bic_invalid"


@dataclass(frozen=True, slots=True)
class Account:
    """``iban`` without spaces; ``bic`` may be empty: inside SEPA no bank needs it."""

    holder: str
    iban: str
    bic: str = ""

    @property
    def tail(self) -> str:
        """All that is shown of it."""
        return self.iban[-TAIL:]

    @property
    def masked(self) -> str:
        """``FR•• •••• 2606``: the country, and the end by which its holder knows it again."""
        return f"{self.iban[:2]}•• •••• {self.tail}"

    def __repr__(self) -> str:
        """Nothing of it gets into a log."""
        return f"Account({self.masked})"


def checked_account(*, holder: str, iban: str, bic: str = "") -> Account:
    """As it was typed; HolderMissing, IbanInvalid, IbanOutsideSepa, BicInvalid."""
    name = " ".join(holder.split())[:LONGEST_HOLDER]
    if not name:
        raise HolderMissing()
    try:
        number = iban_rules.validate(iban)
    except ValidationError:
        raise IbanInvalid() from None
    if number[:2] not in SEPA:
        raise IbanOutsideSepa(country=number[:2])
    return Account(name, number, _bic(bic, country=number[:2]))


def _bic(text: str, *, country: str) -> str:
    """French banks serve Monaco and the overseas territories: a BIC of France stands for their accounts too."""
    if not text.strip():
        return ""
    try:
        code = bic_rules.validate(text)
    except ValidationError:
        raise BicInvalid() from None
    if code[4:6] != country and {code[4:6], country} != {"FR", "MC"}:
        raise BicInvalid()
    return str(code)
