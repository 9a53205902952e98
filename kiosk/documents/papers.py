"""What is printed or handed over, as finished content: words and figures are settled, only the layout is open.

One model per paper; ``escpos.py``, ``pdf.py`` and ``labels.py`` turn it into bytes. Features fill these and know no printer.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.basics.locales import FRANCE, Locale
from kiosk.basics.money import Money
from kiosk.documents.shop_header import ShopHeader as ShopHeader


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line sold; ``details`` are printed small under it (IMEI, grade, register number, guarantee)."""

    label: str
    quantity: str
    gross: Money
    tax_mark: str
    unit_price: Money | None = None
    details: tuple[str, ...] = ()
    discount: Money | None = None


@dataclass(frozen=True, slots=True)
class ReceiptTaxRow:
    """VAT of one ordinary rate; the margin scheme never has one (CGI 297 E)."""

    tax_mark: str
    rate_text: str
    net: Money
    tax: Money
    gross: Money


@dataclass(frozen=True, slots=True)
class ReceiptTender:
    """One way of paying; ``label`` is finished French ("Carte bancaire")."""

    label: str
    amount: Money


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A titled block of rows (label, value) on a receipt, a Z or a voucher; an indented label is small. ``signed`` leaves room for a hand."""

    title: str
    rows: tuple[tuple[str, str], ...]
    strong: bool = False
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """A validated ticket as the customer takes it away. ``stamp_lines`` come from the fiscal module, word for word.

    ``title`` names what is not a plain sale; ``non_sale`` is money taken for later, beside the turnover in ``total``; ``causes`` says why
    it leaves without being asked for. ``duplicate_number`` None is the original.
    """

    shop: ShopHeader
    till_label: str
    number: str
    at_local: str
    cashier: str
    lines: tuple[ReceiptLine, ...]
    total: Money
    item_count: int
    tax_rows: tuple[ReceiptTaxRow, ...]
    margin_total: Money | None
    margin_mention: str | None
    tenders: tuple[ReceiptTender, ...]
    change: Money
    mentions: tuple[str, ...]
    stamp_lines: tuple[str, ...]
    barcode: str
    duplicate_number: int | None = None
    duplicate_at_local: str | None = None
    training: bool = False
    subtotal: Money | None = None
    taxes_on_top: tuple[tuple[str, Money], ...] = ()
    title: str = ""
    non_sale: Money | None = None
    sections: tuple[PaperSection, ...] = ()
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """A till paper that is not a ticket: closing (Z), drawer movement, voucher. ``qr`` is printed as a QR code as wide as the paper allows."""

    shop: ShopHeader
    till_label: str
    title: str
    number: str
    at_local: str
    sections: tuple[PaperSection, ...]
    mentions: tuple[str, ...]
    stamp_lines: tuple[str, ...]
    barcode: str | None = None
    training: bool = False
    qr: str = ""


@dataclass(frozen=True, slots=True)
class UnitLabel:
    """The label on a unit. ``register_number`` is the police register's order number, visible on each object (R. 321-4).

    ``refurbished`` prints the word that only a unit with all points tested and a proven erase may bear (C. conso. R. 122-4).
    """

    label_code: str
    name: str
    identifier_tail: str
    state_word: str
    register_number: str | None = None
    grade_word: str | None = None
    price: Money | None = None
    battery_pct: int | None = None
    grade_diamonds: int | None = None
    refurbished: bool = False
    locale: Locale = FRANCE


@dataclass(frozen=True, slots=True)
class PurchaseContract:
    """Deed of sale between a seller and the shop (written proof of the trade-in), with its condition report.

    ``photos`` are the views that were kept, each with the SHA-256 of its file.
    """

    shop: ShopHeader
    number: str
    register_number: str
    at_local: str
    place: str
    seller_name: str
    seller_address: str
    seller_document: str
    device: tuple[tuple[str, str], ...]
    condition: tuple[tuple[str, str, str], ...]
    offer_lines: tuple[tuple[str, Money], ...]
    price: Money
    payout: str
    declarations: tuple[str, ...]
    technician: str
    signature_svg: str
    facts_sha256: str
    at_utc: str | None = None
    training: bool = False
    sold_by: str = "par un particulier"
    vat_note: str = "Vente par un particulier : aucune TVA n’est due ni mentionnée."
    photos: tuple[tuple[str, str], ...] = ()
