"""A receipt as plain text for a mail, in lines of 48 characters. Pure."""

from __future__ import annotations

import textwrap

from kiosk.documents.papers import Receipt, ReceiptLine
from kiosk.documents.words import PaperStyle, identity_line

WIDTH = 48
RULE = "-" * WIDTH


def receipt_text(receipt: Receipt, style: PaperStyle) -> str:
    """Everything that stands on the paper, in its order."""
    shop, words = receipt.shop, style.words
    parts = [*_warnings(receipt, style), shop.name, shop.legal_name, ", ".join(shop.address), *([f"{words.phone} {shop.phone}"] if shop.phone else []), RULE]
    parts += [receipt.title] if receipt.title else []
    parts += [_row(f"{words.ticket} {receipt.number}", receipt.at_local), _row(receipt.till_label, receipt.cashier), RULE]
    for line in receipt.lines:
        parts += _line(line, style)
    parts += [RULE, *_totals(receipt, style), RULE, *_taxes(receipt, style)]
    for section in receipt.sections:
        parts += [*([section.title] if section.title else []), *(_row(label, value) for label, value in section.rows), ""]
    parts += [line for mention in receipt.mentions for line in (*textwrap.wrap(mention, WIDTH), "")]
    parts += [*receipt.stamp_lines, words.copy_count.format(count=receipt.duplicate_number or 0), identity_line(shop, words)]
    return "\n".join(parts) + "\n"


def _warnings(receipt: Receipt, style: PaperStyle) -> list[str]:
    words = style.words
    training = [f"*** {words.training} *** {words.training_meaning}"] if receipt.training else []
    if receipt.duplicate_number is None:
        return training
    return [*training, f"*** {words.duplicate.format(count=receipt.duplicate_number)} *** {receipt.duplicate_at_local or ''}".rstrip()]


def _line(line: ReceiptLine, style: PaperStyle) -> list[str]:
    amount, words = style.locale.bare_money, style.words
    parts = [_row(line.label, f"{amount(line.gross)} ({line.tax_mark})" if line.tax_mark else amount(line.gross))]
    if line.quantity != "1" and line.unit_price is not None:
        parts.append(f"  {words.times.format(quantity=line.quantity, price=amount(line.unit_price))}")
    if line.discount:
        parts.append(f"  {words.discount} {amount(-line.discount if line.discount.amount_cents > 0 else line.discount)}")
    return [*parts, *(f"  {detail}" for detail in line.details)]


def _totals(receipt: Receipt, style: PaperStyle) -> list[str]:
    money, words = style.locale.money, style.words
    count = receipt.item_count
    parts = [] if receipt.subtotal is None else [_row(words.subtotal, money(receipt.subtotal))]
    parts += [_row(label, money(tax)) for label, tax in receipt.taxes_on_top]
    parts += [_row(words.total, money(receipt.total)), words.one_line if count == 1 else words.many_lines.format(count=count)]
    if receipt.non_sale is not None:
        parts += [_row(words.non_sale, money(receipt.non_sale)), _row(words.due, money(receipt.total + receipt.non_sale))]
    parts += [_row(tender.label, money(tender.amount)) for tender in receipt.tenders]
    return [*parts, _row(words.change, money(receipt.change))] if receipt.change else parts


def _taxes(receipt: Receipt, style: PaperStyle) -> list[str]:
    amount, words = style.locale.bare_money, style.words
    parts = [words.tax_title] if receipt.tax_rows else []
    for row in receipt.tax_rows:
        figures = f"{words.tax_net} {amount(row.net)}  {words.tax_tax} {amount(row.tax)}  {words.tax_gross} {amount(row.gross)}"
        parts.append(_row(f"({row.tax_mark}) {row.rate_text}", figures))
    if receipt.margin_mention is not None and receipt.margin_total is not None:
        parts.append(_row(f"(M) {receipt.margin_mention}", amount(receipt.margin_total)))
    return [*parts, RULE] if parts else []


def _row(left: str, right: str) -> str:
    """Left text wrapped, right text at the edge of its first line."""
    first, *others = textwrap.wrap(left, max(12, WIDTH - len(right) - 2)) or [""]
    return "\n".join([first + right.rjust(WIDTH - len(first)), *others])
