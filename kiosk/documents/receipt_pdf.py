"""A receipt as a PDF/A file, for a mail: the same words as on paper. Blocks for about a second in a child process."""

from __future__ import annotations

import dataclasses

from kiosk.documents.papers import Receipt, ReceiptLine
from kiosk.documents.pdf import DEADLINE_S, typeset_in_child
from kiosk.documents.words import PaperStyle, identity_line


def receipt_pdf(receipt: Receipt, style: PaperStyle, *, at_utc: str, deadline_s: float = DEADLINE_S) -> bytes:
    """``at_utc`` is the date that the file says of itself; the same receipt gives the same bytes. PdfFailed, PdfTooSlow."""
    return typeset_in_child("receipt", _facts(receipt, style), created_at_utc=at_utc, deadline_s=deadline_s)


def _facts(receipt: Receipt, style: PaperStyle) -> dict[str, object]:
    words, money, amount = style.words, style.locale.money, style.locale.bare_money
    shop, count = receipt.shop, receipt.item_count
    head = (f"{words.tax_rate}", words.tax_net, words.tax_tax, words.tax_gross)
    rows = [(f"({row.tax_mark}) {row.rate_text}", amount(row.net), amount(row.tax), amount(row.gross)) for row in receipt.tax_rows]
    on_margin = receipt.margin_mention is not None and receipt.margin_total is not None
    return {
        "shop": dataclasses.asdict(shop), "language": style.locale.language, "banners": _banners(receipt, style),
        "phone": words.phone, "title": receipt.title, "number_line": f"{words.ticket} {receipt.number}", "at_local": receipt.at_local,
        "till_label": receipt.till_label, "cashier": receipt.cashier, "lines": [_line(line, style) for line in receipt.lines],
        "before_total": _before_total(receipt, style), "total_label": words.total, "total": money(receipt.total),
        "count_line": words.one_line if count == 1 else words.many_lines.format(count=count),
        "settled": _settled(receipt, style), "tax_title": words.tax_title, "taxes": [head, *rows] if rows else [],
        "margin": [f"(M) {receipt.margin_mention}", amount(receipt.margin_total)] if on_margin and receipt.margin_total is not None else [],
        "sections": [{"title": section.title, "rows": section.rows} for section in receipt.sections], "mentions": receipt.mentions,
        "foot": [*receipt.stamp_lines, words.copy_count.format(count=receipt.duplicate_number or 0), identity_line(shop, words)],
    }  # fmt: skip


def _banners(receipt: Receipt, style: PaperStyle) -> list[str]:
    words = style.words
    training = [f"{words.training} · {words.training_meaning}"] if receipt.training else []
    copy = [] if receipt.duplicate_number is None else [f"{words.duplicate.format(count=receipt.duplicate_number)} · {receipt.duplicate_at_local or ''}"]
    return [*training, *copy]


def _line(line: ReceiptLine, style: PaperStyle) -> dict[str, object]:
    words, amount = style.words, style.locale.bare_money
    details = []
    if line.quantity != "1" and line.unit_price is not None:
        details.append(words.times.format(quantity=line.quantity, price=amount(line.unit_price)))
    if line.discount:
        details.append(f"{words.discount} {amount(-line.discount if line.discount.amount_cents > 0 else line.discount)}")
    mark = f" ({line.tax_mark})" if line.tax_mark else ""
    return {"label": line.label, "amount": f"{amount(line.gross)}{mark}", "details": [*details, *line.details]}


def _before_total(receipt: Receipt, style: PaperStyle) -> list[tuple[str, str]]:
    """Where tax comes on top of prices: what they come to, and each tax."""
    words, money = style.words, style.locale.money
    if receipt.subtotal is None:
        return []
    return [(words.subtotal, money(receipt.subtotal)), *((label, money(tax)) for label, tax in receipt.taxes_on_top)]


def _settled(receipt: Receipt, style: PaperStyle) -> list[tuple[str, str]]:
    words, money = style.words, style.locale.money
    rows = [(tender.label, money(tender.amount)) for tender in receipt.tenders]
    if receipt.non_sale is not None:
        rows = [(words.non_sale, money(receipt.non_sale)), (words.due, money(receipt.total + receipt.non_sale)), *rows]
    return [*rows, (words.change, money(receipt.change))] if receipt.change else rows
