"""The gift receipt: what was bought, where and until when it may be exchanged, and not a single price. Pure."""

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
