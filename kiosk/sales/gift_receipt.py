"""Small papers beside a ticket: the gift receipt, without a single price, and the receipt as a QR code to take away. Pure."""

from __future__ import annotations

from datetime import date

from kiosk.basics.locales import Locale
from kiosk.documents.papers import PaperSection, Receipt, Slip
from kiosk.sales.words import SaleWords


def gift_slip(receipt: Receipt, *, until: date, words: SaleWords, locale: Locale) -> Slip:
    """Made from the ticket's own snapshot, so it says the same in a year. ``until`` is the last day for an exchange."""
    rows = [row for line in receipt.lines for row in ((line.label, line.quantity), *((f"  {detail}", "") for detail in line.details))]
    return Slip(
        shop=receipt.shop, till_label=receipt.till_label, title=words.gift_title, number=receipt.number, at_local=receipt.at_local,
        sections=(PaperSection(words.gift_articles, tuple(rows)),), mentions=(words.gift_until.format(until=locale.date(until)),), stamp_lines=(),
        barcode=receipt.barcode, training=receipt.training,
    )  # fmt: skip


def link_slip(receipt: Receipt, link: str, *, words: SaleWords) -> Slip:
    """A few centimetres of paper instead of a whole ticket, for who has no telephone at hand."""
    return Slip(
        shop=receipt.shop, till_label=receipt.till_label, title=words.link_title, number=receipt.number, at_local=receipt.at_local, sections=(),
        mentions=(words.link_meaning,), stamp_lines=receipt.stamp_lines, training=receipt.training, qr=link,
    )  # fmt: skip
