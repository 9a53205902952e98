"""Check digits and shapes of the identifiers that a shop scans: IMEI, IMEISV, MEID, EID, EAN/UPC, and our own mod 37,36.

Pure functions on text; each answers a value or None/False, none raises. The check digits are ours because nouns import no
library; the tests hold them against python-stdnum.
"""

from __future__ import annotations

import re

ALPHANUMERICS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_MEID = re.compile(r"[A-F][0-9A-F]{13}")


def is_digits(text: str) -> bool:
    """Only the ten ASCII digits: ``str.isdigit`` also takes ² and ٣."""
    return text.isascii() and text.isdigit()


def luhn_digit(body: str) -> str:
    """The Luhn check digit (ISO/IEC 7812-1 annex B) that belongs after ``body``, which is digits."""
    total = 0
    for position, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if position % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def is_imei(text: str) -> bool:
    """15 digits with a right Luhn digit (3GPP TS 23.003 §6.2.1); the all-zero number that old phones report is none."""
    return len(text) == 15 and is_digits(text) and int(text) != 0 and luhn_digit(text[:14]) == text[14]


def imei_from_body(body: str) -> str | None:
    """The IMEI of 14 digits (TAC and serial) whose check digit is not known."""
    if len(body) != 14 or not is_digits(body) or int(body) == 0:
        return None
    return body + luhn_digit(body)


def imei_from_imeisv(text: str) -> str | None:
    """The IMEI of a 16-digit IMEISV: its two last digits are a software version and there is no check digit."""
    return imei_from_body(text[:14]) if len(text) == 16 and is_digits(text) else None


def tac_of(imei: str) -> str:
    """Type allocation code: the 8 first digits, one per make and model (several TACs may be the same model)."""
    return imei[:8]


def is_meid(text: str) -> bool:
    """14 hexadecimal characters, first byte A0 or more (3GPP2 S.R0048)."""
    return _MEID.fullmatch(text) is not None


def is_eid(text: str) -> bool:
    """32 digits from 89 on, the whole number mod 97 = 1 (GSMA SGP.29)."""
    return len(text) == 32 and is_digits(text) and text.startswith("89") and int(text) % 97 == 1


def ean_digit(body: str) -> str:
    """The GS1 check digit (weights 3 and 1 from the right) that belongs after ``body``, which is digits."""
    return str(-sum(int(digit) * (3 if position % 2 == 0 else 1) for position, digit in enumerate(reversed(body))) % 10)


def is_gtin(text: str) -> bool:
    """EAN-8, UPC-A, EAN-13 or GTIN-14 with a right check digit; all zeros is none."""
    return len(text) in (8, 12, 13, 14) and is_digits(text) and int(text) != 0 and ean_digit(text[:-1]) == text[-1]


def canonical_ean(text: str) -> str | None:
    """The form in which a product's EAN is stored: 13 digits for EAN-13, UPC-A and GTIN-14 of one piece, 8 for EAN-8.

    None for anything else, and for a GTIN-14 of a carton (first digit 1 to 9): a carton is not one article.
    """
    if not is_gtin(text):
        return None
    if len(text) == 14:
        return text[1:] if text[0] == "0" else None
    return text if len(text) == 8 else text.rjust(13, "0")


def mod_37_36_character(body: str) -> str:
    """The ISO/IEC 7064 mod 37,36 check character that belongs after ``body`` (digits and A to Z)."""
    check = 36
    for character in body:
        check = (check + ALPHANUMERICS.index(character)) % 36 or 36
        check = check * 2 % 37
    return ALPHANUMERICS[(37 - check) % 36]


def has_mod_37_36(text: str) -> bool:
    """True when the last character is the right mod 37,36 check of those before it; False for any other text."""
    return len(text) > 1 and all(character in ALPHANUMERICS for character in text) and mod_37_36_character(text[:-1]) == text[-1]
