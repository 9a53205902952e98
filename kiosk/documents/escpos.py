"""Receipts, closings, vouchers and the drawer pulse as ESC/POS bytes. Pure: the same paper gives the same bytes.

Shape of a receipt: reference compliance rules MAR-04, FIS-12, FIS-13, FIS-15. A paper is stored and sent whole.
"""

from __future__ import annotations

from functools import cache

from kiosk.documents import commands
from kiosk.documents.papers import PaperSection, Receipt, ReceiptLine, ShopHeader, Slip
from kiosk.documents.tape import Tape, drawer_pulse
from kiosk.documents.words import RESOURCES, PaperStyle, PaperWords, french_paper, identity_line

TAX_WIDTHS = (11, 11, 11)
INDENT = "  "
SIGNATURE_DOTS = 96


def receipt_bytes(receipt: Receipt, *, columns: int = 42, style: PaperStyle | None = None) -> bytes:
    """A whole ticket for a printer of ``columns`` characters in font A, from initialisation to the status request. ``style`` None is France."""
    style = style or french_paper()
    words, training = style.words, style.training or receipt.training
    tape = Tape(columns=columns)
    _warnings(tape, receipt, words, training=training)
    _header(tape, receipt.shop, words)
    if receipt.title:
        _title(tape, receipt.title)
    _identity(tape, f"{words.ticket} {receipt.number}", receipt.at_local, receipt.till_label, receipt.cashier)
    for line in receipt.lines:
        _line(tape, line, style)
    _total(tape, receipt, style)
    _taxes(tape, receipt, style)
    for section in receipt.sections:
        _section(tape, section)
    _mentions(tape, receipt.mentions)
    copy_line = words.copy_count.format(count=receipt.duplicate_number or 0)
    _foot(tape, receipt.shop, (*receipt.stamp_lines, copy_line), receipt.barcode, words)
    if training:
        tape.banner(words.training, second=words.training_meaning)
    return tape.cut()


def slip_bytes(slip: Slip, *, columns: int = 42, style: PaperStyle | None = None) -> bytes:
    """A closing, a drawer movement or a voucher. ``style`` None is France."""
    style = style or french_paper()
    words, training = style.words, style.training or slip.training
    tape = Tape(columns=columns)
    if training:
        tape.banner(words.training, second=words.training_meaning)
    _header(tape, slip.shop, words)
    _title(tape, slip.title)
    tape.row(slip.number, slip.at_local, bold=True)
    tape.row(slip.till_label, small=True)
    for section in slip.sections:
        _section(tape, section)
    if slip.qr:
        tape.space(12)
        tape.qr(slip.qr)
    _mentions(tape, slip.mentions)
    _foot(tape, slip.shop, slip.stamp_lines, slip.barcode, words)
    if training:
        tape.banner(words.training, second=words.training_meaning)
    return tape.cut()


def copy_bytes(paper: bytes, mark: str, *, columns: int = 42) -> bytes:
    """A paper as it was printed, under a banner that says which copy this is."""
    tape = Tape(columns=columns)
    tape.banner(mark)
    tape.space(16)
    return tape.onto(paper)


def self_test_bytes(shop: ShopHeader, *, columns: int = 42, style: PaperStyle | None = None) -> bytes:
    """The line that someone reads at installation: code pages differ between firmwares and no status byte tells."""
    words = (style or french_paper()).words
    tape = Tape(columns=columns)
    _header(tape, shop, words)
    _title(tape, words.self_test_title)
    tape.row(words.self_test_euro)
    tape.row(words.self_test_accents)
    tape.row("1234567890" * (columns // 10) + "1234567890"[: columns % 10])
    tape.space(12)
    tape.paragraph(words.self_test_ask, centred=True, bold=True)
    return tape.cut()


def drawer_pulse_bytes(drawer_no: int = 1) -> bytes:
    """A job of its own: opens a drawer, and is worth nothing a moment later."""
    return drawer_pulse(drawer_no)


@cache
def _mark() -> bytes:
    """The shop's mark; a plain bit map is what the printer gets, bit for bit, so that no picture library is needed."""
    kind, size, bits = (RESOURCES / "receipts" / "mark.pbm").read_bytes().split(b"\n", 2)
    assert kind == b"P4"
    width_px, height_px = map(int, size.split())
    return commands.raster(bits, width_px=width_px, height_px=height_px)


def _warnings(tape: Tape, receipt: Receipt, words: PaperWords, *, training: bool) -> None:
    if training:
        tape.banner(words.training, second=words.training_meaning)
        tape.space(12)
    if receipt.duplicate_number is not None:
        tape.banner(words.duplicate.format(count=receipt.duplicate_number), second=receipt.duplicate_at_local or "")
        tape.space(12)


def _header(tape: Tape, shop: ShopHeader, words: PaperWords) -> None:
    tape.mark(_mark())
    tape.space(14)
    tape.paragraph(shop.name, centred=True, bold=True, tall=True, big=tape.fits_big(shop.name))
    tape.space(10)
    tape.paragraph(shop.legal_name, centred=True, small=True)
    tape.paragraph(", ".join(shop.address), centred=True, small=True)
    if shop.phone:
        tape.paragraph(f"{words.phone} {shop.phone}", centred=True, small=True)


def _title(tape: Tape, title: str) -> None:
    tape.rule(heavy=True)
    tape.space(16)
    tape.paragraph(title, centred=True, bold=True, big=True)
    tape.space(12)


def _identity(tape: Tape, number: str, at_local: str, till_label: str, person: str) -> None:
    tape.rule()
    tape.space(14)
    tape.row(number, at_local, bold=True)
    tape.row(till_label, person, small=True)
    tape.rule()
    tape.space(14)


def _line(tape: Tape, line: ReceiptLine, style: PaperStyle) -> None:
    words, amount = style.words, style.locale.bare_money
    mark = f" ({line.tax_mark})" if line.tax_mark else ""
    tape.row(line.label, f"{amount(line.gross)}{mark}", bold=True)
    if line.quantity != "1" and line.unit_price is not None:
        tape.row(INDENT + words.times.format(quantity=line.quantity, price=amount(line.unit_price)), small=True)
    if line.discount:
        tape.row(f"{INDENT}{words.discount} {amount(-line.discount if line.discount.amount_cents > 0 else line.discount)}", small=True)
    for detail in line.details:
        tape.row(INDENT + detail, small=True)
    tape.space(10)


def _total(tape: Tape, receipt: Receipt, style: PaperStyle) -> None:
    words, money = style.words, style.locale.money
    if receipt.subtotal is not None:
        tape.rule()
        tape.space(14)
        tape.row(words.subtotal, money(receipt.subtotal))
        for label, tax in receipt.taxes_on_top:
            tape.row(label, money(tax), small=label.startswith(INDENT))
    tape.rule(heavy=True)
    tape.space(18)
    tape.row(words.total, money(receipt.total), bold=True, big=True)
    tape.space(6)
    count = receipt.item_count
    tape.row(words.one_line if count == 1 else words.many_lines.format(count=count), small=True)
    if receipt.non_sale is not None:
        tape.row(words.non_sale, money(receipt.non_sale))
        tape.row(words.due, money(receipt.total + receipt.non_sale), bold=True, big=True)
    tape.space(14)
    for tender in receipt.tenders:
        tape.row(tender.label, money(tender.amount))
    if receipt.change:
        tape.row(words.change, money(receipt.change), bold=True)


def _taxes(tape: Tape, receipt: Receipt, style: PaperStyle) -> None:
    words, amount = style.words, style.locale.bare_money
    if receipt.subtotal is not None:
        return
    tape.rule()
    tape.space(14)
    if receipt.tax_rows:
        tape.row(words.tax_title, bold=True, small=True)
        head = (f"    {words.tax_rate}", words.tax_net, words.tax_tax, words.tax_gross)
        rows = [(f"({row.tax_mark}) {row.rate_text}", amount(row.net), amount(row.tax), amount(row.gross)) for row in receipt.tax_rows]
        tape.table([head, *rows], widths=TAX_WIDTHS, small=True)
        tape.space(10)
    if receipt.margin_mention is not None and receipt.margin_total is not None:
        tape.row(f"(M) {receipt.margin_mention}", amount(receipt.margin_total), small=True)
        tape.space(10)


def _section(tape: Tape, section: PaperSection) -> None:
    tape.rule()
    tape.space(14)
    if section.title:
        tape.row(section.title, bold=True)
        tape.space(4)
    for label, value in section.rows:
        big = section.strong and tape.fits_big(f"{label}  {value}")
        tape.row(label, value, bold=section.strong, big=big, tall=section.strong, small=label.startswith(INDENT))
    if section.signed:
        tape.space(SIGNATURE_DOTS)


def _mentions(tape: Tape, mentions: tuple[str, ...]) -> None:
    if mentions:
        tape.rule()
        tape.space(14)
    for mention in mentions:
        tape.paragraph(mention, small=True)
        tape.space(8)


def _foot(tape: Tape, shop: ShopHeader, stamp_lines: tuple[str, ...], barcode: str | None, words: PaperWords) -> None:
    if barcode is not None:
        tape.space(20)
        tape.code128(barcode)
    tape.space(16)
    for line in stamp_lines:
        tape.paragraph(line, centred=True, small=True)
    tape.paragraph(identity_line(shop, words), centred=True, small=True)
    tape.space(10)
