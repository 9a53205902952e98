"""A passport as a link: format 2 of the till's links, small enough for the QR code of a 57 × 38 mm label.

``<address>#<N>``: N is one decimal number, for figures are what a QR code holds most densely (3.34 bits each, base64url would need a
third more modules). Written in hexadecimal it is 01, then the body (02, 8 bytes of the key's id, raw deflate of the content), then
the 64 bytes of the ECDSA P-256 signature over the ASCII text ``passport.2.<base64url of the body>``. The content is one JSON array
without spaces; ``unpacked`` names its places. The window starts with ``resources/receipts/link_2.txt``, which never changes.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable
from typing import Any

from kiosk.documents.papers import ShopHeader
from kiosk.documents.passport import Mark, Passport, PassportPoint, PassportRule
from kiosk.documents.receipt_link import KEY_ID_BYTES, LinkDamaged, LinkSigner, base64url, compressed, decompressed, dictionary

FORMAT = 2
SIGNATURE_BYTES = 64
BEFORE = b"\x01"
"""Stands in front, so that no leading zero is lost in the number."""
HASH_CHARACTERS = 16
"""Of a rule's SHA-256, as much as names a published version beyond doubt."""
LONGEST_NUMBER = 4000
"""Figures: more than any QR code holds (Python itself refuses to read more than 4 300)."""


def make_passport_link(address: str, passport: Passport, signer: LinkSigner) -> str:
    """``address`` is the page's, without a fragment."""
    body = bytes((FORMAT,)) + bytes.fromhex(signer.key_id) + compressed(packed(passport), dictionary(FORMAT))
    signature = base64.urlsafe_b64decode(_padded(signer.sign(signed_text(body))))
    number = int.from_bytes(BEFORE + body + signature)
    return f"{address}#{number}"


def read_passport_link(link: str, *, verifies: Callable[[str, str, str], bool]) -> Passport:
    """The passport of a link whose signature holds; ``verifies`` is asked with key id, text and signature. LinkDamaged."""
    figures = link.partition("#")[2]
    try:
        if len(figures) > LONGEST_NUMBER or not (figures.isascii() and figures.isdigit()):
            raise LinkDamaged
        number = int(figures)
        raw = number.to_bytes((number.bit_length() + 7) // 8)
        body, signature = raw[1:-SIGNATURE_BYTES], raw[-SIGNATURE_BYTES:]
        if raw[:1] != BEFORE or body[0] != FORMAT or not verifies(body[1 : 1 + KEY_ID_BYTES].hex(), signed_text(body), base64url(signature)):
            raise LinkDamaged
        return unpacked(decompressed(body[1 + KEY_ID_BYTES :], dictionary(FORMAT)))
    except (ValueError, IndexError, KeyError, TypeError, zlib.error) as error:
        raise LinkDamaged from error


def signed_text(body: bytes) -> str:
    """What the signature covers: never to be taken for a receipt's."""
    return f"passport.{FORMAT}.{base64url(body)}"


def packed(passport: Passport) -> bytes:
    """The content, without what only the owner is to know; the same passport gives the same bytes."""
    shop = passport.shop
    content: list[Any] = [
        passport.till, passport.number, [shop.name, list(shop.address), shop.phone], passport.model, passport.kind, passport.tail, passport.inspected_on,
        passport.inspected_at_utc, passport.grade_code, passport.grade, passport.diamonds, passport.rule, [list(row) for row in passport.facts],
        [[rule.name, rule.version, rule.sha256[:HASH_CHARACTERS]] for rule in passport.rules], int(passport.training),
        "".join(point.mark for point in passport.points), "".join(point.how for point in passport.points),
        [[point.title, point.found] for point in passport.points],
    ]  # fmt: skip
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(content: bytes) -> Passport:
    """The inverse of ``packed``, as far as a link says it; ValueError, IndexError or TypeError on anything else."""
    said: list[Any] = json.loads(content)
    name, address, phone = said[2]
    points = zip(said[17], said[15], said[16], strict=True)
    return Passport(
        till=said[0], number=said[1], shop=ShopHeader("", name, "", tuple(address), "", "", "", phone), model=said[3], kind=said[4], tail=said[5],
        inspected_on=said[6], inspected_at_utc=said[7], grade_code=said[8], grade=said[9], diamonds=said[10], rule=said[11],
        facts=tuple((label, value) for label, value in said[12]), rules=tuple(PassportRule(*row) for row in said[13]), training=bool(said[14]),
        points=tuple(PassportPoint(title, found, Mark(mark), how) for (title, found), mark, how in points),
    )  # fmt: skip


def _padded(text: str) -> str:
    return text + "=" * (-len(text) % 4)
