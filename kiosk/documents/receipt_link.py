"""A receipt as a link: the receipt itself, compressed and signed, in the part of the address that no server ever sees.

Format 1. ``<address>#<A>.<S>``: A is base64url(0x01, 8 bytes of the key's id, raw deflate of the content), S the base64url of the
ECDSA P-256 signature (r and s, 64 bytes) over the ASCII text ``receipt.1.<A>``. The content is one JSON array without spaces, money
in cents; ``unpacked`` names its places. The deflate window starts with a fixed dictionary (``resources/receipts/link_1.txt``), which
never changes: a link must open in ten years. A page that has the dictionary and the till's public key needs nothing else.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any, Protocol

from kiosk.basics.money import Money
from kiosk.documents.papers import PaperSection, Receipt, ReceiptLine, ReceiptTaxRow, ReceiptTender, ShopHeader
from kiosk.documents.words import RESOURCES
from kiosk.errors import Damaged, Refused

FORMAT = 1
KEY_ID_BYTES = 8
PLACES_WITHOUT_SALES_TAX = 21
"""A receipt whose taxes stand inside its prices ends here; sales tax adds two places."""
LONGEST_LINK = 2300
"""Characters: what a QR code carries on 80 mm paper in dots that phones read (version 35, level L, three dots a module)."""


class ReceiptTooLong(Refused):
    """A receipt of so many lines that no phone would read its QR code; ``characters``."""

    code = "documents.receipt_too_long"


class LinkDamaged(Damaged):
    """Not a receipt's link, or not what the till signed."""

    code = "documents.link_damaged"


class LinkSigner(Protocol):
    """The till's fiscal key; ``key_id`` is 16 hexadecimal figures."""

    @property
    def key_id(self) -> str: ...

    @property
    def public_key_pem(self) -> str: ...

    def sign(self, payload: str) -> str: ...


def make_link(address: str, receipt: Receipt, signer: LinkSigner, *, currency: str = "EUR") -> str:
    """``address`` is the page's, without a fragment; ``currency`` is for the page, which writes amounts in its reader's way."""
    body = base64url(bytes((FORMAT,)) + bytes.fromhex(signer.key_id) + compressed(packed(receipt, currency=currency), dictionary()))
    return f"{address}#{body}.{signer.sign(signed_text(body))}"


def check_length(link: str) -> str:
    """The link, when a QR code can carry it; ReceiptTooLong."""
    if len(link) > LONGEST_LINK:
        raise ReceiptTooLong(characters=len(link))
    return link


def read_link(link: str, *, verifies: Callable[[str, str, str], bool]) -> Receipt:
    """The receipt of a link whose signature holds; ``verifies`` is asked with key id, text and signature. LinkDamaged."""
    try:
        body, signature = link.partition("#")[2].split(".")
        raw = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
        if raw[0] != FORMAT or not verifies(raw[1 : 1 + KEY_ID_BYTES].hex(), signed_text(body), signature):
            raise LinkDamaged
        return unpacked(decompressed(raw[1 + KEY_ID_BYTES :], dictionary()))
    except (ValueError, IndexError, KeyError, TypeError, zlib.error) as error:
        raise LinkDamaged from error


def signed_text(body: str) -> str:
    """What the signature covers: never to be taken for a text of another chain."""
    return f"receipt.{FORMAT}.{body}"


def packed(receipt: Receipt, *, currency: str = "EUR") -> bytes:
    """The content; the same receipt gives the same bytes."""
    shop = receipt.shop
    content: list[Any] = [
        [shop.name, shop.legal_name, list(shop.address), shop.siret, shop.naf, shop.vat_number, shop.phone],
        receipt.till_label, receipt.number, receipt.at_local, receipt.cashier,
        [
            [line.label, line.quantity, line.gross.amount_cents, line.tax_mark, _cents(line.unit_price), list(line.details), _cents(line.discount)]
            for line in receipt.lines
        ],
        receipt.total.amount_cents,
        [[row.tax_mark, row.rate_text, row.net.amount_cents, row.tax.amount_cents, row.gross.amount_cents] for row in receipt.tax_rows],
        _cents(receipt.margin_total), receipt.margin_mention,
        [[tender.label, tender.amount.amount_cents] for tender in receipt.tenders],
        receipt.change.amount_cents, list(receipt.mentions), list(receipt.stamp_lines), receipt.duplicate_number, receipt.duplicate_at_local,
        int(receipt.training), receipt.title, _cents(receipt.non_sale),
        [[section.title, [list(row) for row in section.rows], int(section.strong)] for section in receipt.sections], currency,
    ]  # fmt: skip
    if receipt.subtotal is not None:
        content += [receipt.subtotal.amount_cents, [[label, tax.amount_cents] for label, tax in receipt.taxes_on_top]]
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(content: bytes) -> Receipt:
    """The inverse of ``packed``; ValueError, IndexError or TypeError on anything else."""
    said: list[Any] = json.loads(content)
    shop, lines = said[0], said[5]
    subtotal, on_top = said[21:23] if len(said) > PLACES_WITHOUT_SALES_TAX else (None, [])
    return Receipt(
        shop=ShopHeader("", shop[0], shop[1], tuple(shop[2]), *shop[3:7]), till_label=said[1], number=said[2], at_local=said[3], cashier=said[4],
        lines=tuple(ReceiptLine(line[0], line[1], Money(line[2]), line[3], _money(line[4]), tuple(line[5]), _money(line[6])) for line in lines),
        total=Money(said[6]), item_count=len(lines),
        tax_rows=tuple(ReceiptTaxRow(row[0], row[1], Money(row[2]), Money(row[3]), Money(row[4])) for row in said[7]),
        margin_total=_money(said[8]), margin_mention=said[9], tenders=tuple(ReceiptTender(label, Money(cents)) for label, cents in said[10]),
        change=Money(said[11]), mentions=tuple(said[12]), stamp_lines=tuple(said[13]), barcode=said[2], duplicate_number=said[14],
        duplicate_at_local=said[15], training=bool(said[16]), title=said[17], non_sale=_money(said[18]),
        sections=tuple(PaperSection(title, tuple((label, value) for label, value in rows), bool(strong)) for title, rows, strong in said[19]),
        subtotal=_money(subtotal), taxes_on_top=tuple((label, Money(cents)) for label, cents in on_top),
    )  # fmt: skip


def compressed(content: bytes, zdict: bytes) -> bytes:
    """Raw deflate against a format's dictionary."""
    press = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS, memLevel=9, zdict=zdict)
    return press.compress(content) + press.flush()


def decompressed(content: bytes, zdict: bytes) -> bytes:
    """zlib.error on anything else."""
    return zlib.decompressobj(wbits=-zlib.MAX_WBITS, zdict=zdict).decompress(content, 64 * 1024)


def base64url(raw: bytes) -> str:
    """Without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


@cache
def dictionary(format_number: int = FORMAT) -> bytes:
    """The texts that the links of a format share, the commonest last: 1 is a receipt, 2 a passport."""
    return (RESOURCES / "receipts" / f"link_{format_number}.txt").read_bytes()


def _cents(amount: Money | None) -> int | None:
    return None if amount is None else amount.amount_cents


def _money(cents: int | None) -> Money | None:
    return None if cents is None else Money(cents)
