"""THE decoder of everything that is scanned or typed as a code, and the formats of our own codes.

``decode`` is pure and never raises: a wedge burst, a serial line, a camera read and a typed code give the same answer. It
says what the text *is*; what it *means* (known, sold, whose) is asked of the services with the answer in hand.

Our own codes are digits and capitals closed by an ISO 7064 mod 37,36 character. Their counting part uses 29 characters
without A, Q, Z, W and M (a scanner set to the wrong keyboard swaps them) and without I and O (a tired eye does).

    unit label   U + shop (L01) + till (K2) + number, 4 characters + check                    UL01K20001B
    voucher      V + shop + till + number, 4 characters + secret, 6 characters + check        VL01K20001F3RG8TC
    ticket       shop-till-number, with the epoch after a till was replaced                   L01-K2-000123, L01-K2-E2-000123
    quotation    shop-till-D + number                                                         L01-K2-D000123
    badge        BADGE- + 16 of A-Z and 2-7
    test result  PT1- + what the self-test page signed, on the phone's screen (``diagnostics/probes/page.py``)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kiosk.catalogue import gs1
from kiosk.catalogue.identifiers import (
    canonical_ean,
    has_mod_37_36,
    imei_from_body,
    imei_from_imeisv,
    is_digits,
    is_eid,
    is_imei,
    is_meid,
    mod_37_36_character,
)

COUNTING = "0123456789BCDEFGHJKLNPRSTUVXY"
NUMBER_LENGTH = 4
SECRET_LENGTH = 6
NUMBER_LIMIT = len(COUNTING) ** NUMBER_LENGTH
SECRET_LIMIT = len(COUNTING) ** SECRET_LENGTH
LONGEST_CODE = 4096
TILL_AND_SERIES = r"[A-Z][0-9]{2}-[A-Z][0-9](-E[0-9]{1,10})?"
"""How the number of a document begins; a series that was opened on site has a long one (``E2481532``)."""


@dataclass(frozen=True, slots=True)
class Ean:
    """A product's code: 13 digits (UPC-A with its leading zero) or 8."""

    text: str


@dataclass(frozen=True, slots=True)
class Gs1:
    """A GS1 message. ``gtin`` (AI 01 or 8006) is in the form of ``Ean.text``; ``serial`` is AI 21, ``batch`` 10, ``expires_yymmdd`` 17.

    ``imei`` is what AI 8002 or 21 holds, when that is one.
    """

    text: str
    elements: tuple[tuple[str, str], ...]
    gtin: str | None
    serial: str | None
    batch: str | None
    expires_yymmdd: str | None
    imei: str | None


@dataclass(frozen=True, slots=True)
class Imei:
    """15 digits with a right check digit; ``completed`` when the check digit was computed (14 digits, or an IMEISV)."""

    text: str
    completed: bool = False


@dataclass(frozen=True, slots=True)
class BadImei:
    """15 digits that are no IMEI: misread or mistyped. Never looked up."""

    text: str


@dataclass(frozen=True, slots=True)
class Meid:
    """Identifier of an old CDMA phone: 14 hexadecimal characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Eid:
    """Identifier of an eSIM chip; on boxes beside the IMEI, never the code that is wanted."""

    text: str


@dataclass(frozen=True, slots=True)
class UnitCode:
    """The label that we stick on a unit."""

    text: str


@dataclass(frozen=True, slots=True)
class TicketNumber:
    """The number of a ticket, from its bar code."""

    text: str


@dataclass(frozen=True, slots=True)
class QuotationNumber:
    """The number of a quotation, from its bar code."""

    text: str


@dataclass(frozen=True, slots=True)
class VoucherCode:
    """A voucher or gift card of ours; part of it is secret."""

    text: str


@dataclass(frozen=True, slots=True)
class BadgeCode:
    """A person's badge. It opens a session, so it stays out of logs and representations."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """What a phone found out about itself, signed for one diagnostic; whether the signature holds is asked there."""

    text: str


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A line, or all, of the machine-readable zone of an identity document. It names a person, so it stays out of logs, screens and representations."""

    line: str = field(repr=False)

    @property
    def text(self) -> str:
        """Nothing that a page could show or search for."""
        return ""


@dataclass(frozen=True, slots=True)
class SerialLike:
    """Could be a serial number or a reference; ``candidates`` are the forms to look up, most likely first."""

    text: str

    @property
    def candidates(self) -> tuple[str, ...]:
        """Apple and others print an ``S`` before the serial in the bar code that is not part of it."""
        return (self.text, self.text[1:]) if re.fullmatch(r"S[0-9A-Z]{10,12}", self.text) else (self.text,)


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """Nothing we know. ``text`` is what came, without what cannot be shown."""

    text: str


ScannedCode = (
    Ean | Gs1 | Imei | BadImei | Meid | Eid | UnitCode | TicketNumber | QuotationNumber | VoucherCode | BadgeCode | PageAnswer | DocumentLine | SerialLike
    | UnknownCode
)

_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_AIM_OF_GS1 = ("]C1", "]e0", "]d2", "]Q3", "]J1")
_OWNER = r"[A-Z][0-9]{2}[A-Z][0-9]"
_UNIT = re.compile(rf"U{_OWNER}[{COUNTING}]{{{NUMBER_LENGTH}}}[0-9A-Z]")
_VOUCHER = re.compile(rf"V{_OWNER}[{COUNTING}]{{{NUMBER_LENGTH + SECRET_LENGTH}}}[0-9A-Z]")
_TICKET = re.compile(rf"{TILL_AND_SERIES}-[0-9]{{6,9}}")
_QUOTATION = re.compile(rf"{TILL_AND_SERIES}-D[0-9]{{6,9}}")
_BADGE = re.compile(r"BADGE-[A-Z2-7]{16}")
_PAGE_ANSWER = re.compile(r"PT1-[0-9A-Z.\-]{40,}")
_IMEI_PREFIX = re.compile(r"IMEI(?:SV)?(?: ?[12](?=[ :=]))?[ :=]*(?=[0-9])")
_SEPARATED_DIGITS = re.compile(r"[0-9][0-9 /.\-]*[0-9]")
_SERIAL = re.compile(r"[0-9A-Z][0-9A-Z/.\-]{4,22}[0-9A-Z]")
_DOCUMENT_LINE = re.compile(r"[0-9A-Z<]{30}|[0-9A-Z<]{36}|[0-9A-Z<]{44}|[0-9A-Z<]{72}|[0-9A-Z<]{88}|[0-9A-Z<]{90}")
_AIM_OF_CARTON = "]I"
_TAC_LIKE_GTIN = "01"
_IMEI_BODIES = ("01", "35", "86", "98", "99")
"""What the TACs of today start with. 14 digits have no check digit of their own, and an IMEI that lost its first one looks like that."""


def decode(text: str) -> ScannedCode:
    """What a scanned or typed text is. Never raises; a text that nobody can mean (empty, endless) is ``UnknownCode``."""
    shown = "".join(character for character in text[:LONGEST_CODE] if character.isprintable() or character == gs1.GROUP_SEPARATOR).strip()
    aim = match.group() if (match := _AIM.match(shown)) else ""
    body = shown.removeprefix(aim)
    return _own_code(body) or _gs1(aim, body) or _number(aim, body) or _letters(body) or UnknownCode(body.replace(gs1.GROUP_SEPARATOR, " ").strip())


def make_unit_label(shop: str, till: str, n: int) -> str:
    """The code of the ``n``-th label of a till: ``make_unit_label("L01", "K2", 1)``; n from 1 to 707 280."""
    return _closed(f"U{_owner(shop, till)}{_counted(n, NUMBER_LENGTH)}")


def make_voucher_code(shop: str, till: str, n: int, *, secret: int) -> str:
    """The code of the ``n``-th voucher of a till. ``secret`` is random below ``SECRET_LIMIT``: nobody guesses the next one."""
    return _closed(f"V{_owner(shop, till)}{_counted(n, NUMBER_LENGTH)}{_counted(secret, SECRET_LENGTH)}")


def _owner(shop: str, till: str) -> str:
    assert re.fullmatch(_OWNER, shop + till), "shop and till are like L01 and K2"
    return shop + till


def _counted(number: int, length: int) -> str:
    assert 0 <= number < len(COUNTING) ** length
    characters = ""
    for _ in range(length):
        number, digit = divmod(number, len(COUNTING))
        characters = COUNTING[digit] + characters
    return characters


def _closed(body: str) -> str:
    return body + mod_37_36_character(body)


def _own_code(body: str) -> ScannedCode | None:
    capitals = body.upper()
    if _UNIT.fullmatch(capitals) and has_mod_37_36(capitals):
        return UnitCode(capitals)
    if _VOUCHER.fullmatch(capitals) and has_mod_37_36(capitals):
        return VoucherCode(capitals)
    if _TICKET.fullmatch(capitals):
        return TicketNumber(capitals)
    if _QUOTATION.fullmatch(capitals):
        return QuotationNumber(capitals)
    if _PAGE_ANSWER.fullmatch(capitals):
        return PageAnswer(capitals)
    return BadgeCode(capitals) if _BADGE.fullmatch(capitals) else None


def _gs1(aim: str, body: str) -> Gs1 | None:
    """Only what says it is GS1, or starts with a GTIN whose check digit holds: a plain EAN of 30… is not AI 30."""
    if body[:4].lower() == "http":
        elements = gs1.read_link(body)
    elif aim in _AIM_OF_GS1 or gs1.GROUP_SEPARATOR in body or (body[:2] == "01" and len(body) >= 16 and canonical_ean(body[2:16])):
        elements = gs1.read_message(body)
    else:
        return None
    if elements is None:
        return None
    found = dict(reversed(elements))
    imei = next((value for ai in ("8002", "21") if is_imei(value := found.get(ai, ""))), None)
    gtin = canonical_ean(found.get("01", "") or found.get("8006", "")[:14])
    return Gs1(
        text=body.lstrip(gs1.GROUP_SEPARATOR), elements=elements, gtin=gtin, serial=found.get("21"), batch=found.get("10"),
        expires_yymmdd=found.get("17"), imei=imei,
    )  # fmt: skip


def _number(aim: str, body: str) -> ScannedCode | None:
    bare = _IMEI_PREFIX.sub("", body.upper(), count=1)
    if not _SEPARATED_DIGITS.fullmatch(bare):
        return None
    digits = re.sub(r"[ /.\-]", "", bare)
    meant_imei = bare != body.upper() or (len(digits) == 14 and digits.startswith(_TAC_LIKE_GTIN) and not aim)
    if not meant_imei and (ean := canonical_ean(digits)):
        return Ean(ean)
    match len(digits):
        case 15:
            return Imei(digits) if is_imei(digits) else BadImei(digits)
        case 14 if digits[:2] in _IMEI_BODIES and aim[:2] != _AIM_OF_CARTON and (imei := imei_from_body(digits)):
            return Imei(imei, completed=True)
        case 16 if imei := imei_from_imeisv(digits):
            return Imei(imei, completed=True)
        case 32 if is_eid(digits):
            return Eid(digits)
        case 6 | 7 | 9 | 10 | 11 | 17 | 18 | 19 | 20:
            return SerialLike(digits)
    return UnknownCode(digits)


def _letters(body: str) -> ScannedCode | None:
    capitals = body.upper()
    if is_meid(capitals):
        return Meid(capitals)
    if _DOCUMENT_LINE.fullmatch(capitals) and any(character.isalpha() for character in capitals):
        return DocumentLine(capitals)
    if _SERIAL.fullmatch(capitals) and any(is_digits(character) for character in capitals):
        return SerialLike(capitals)
    return None
