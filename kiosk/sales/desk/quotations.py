"""A quotation: a basket with its prices, promised for some days. Never changed once it is numbered; it reserves nothing. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from kiosk.basics.locales import Locale
from kiosk.basics.money import Money
from kiosk.catalogue.products import ReferencePrice, ServiceKind
from kiosk.documents.papers import PaperSection, ShopHeader, Slip
from kiosk.errors import Refused
from kiosk.sales.basket import Basket, BasketLine, Reduction
from kiosk.sales.desk.rules import DeskWords
from kiosk.sales.pricing import Priced
from kiosk.sales.rules import RulesOfDay
from kiosk.sales.tax import Scheme
from kiosk.sales.ticket_line import LineKind


class QuotationUnknown(Refused):
    """No quotation of this till has that number."""

    code = "sales.quotation_unknown"


class NotQuotable(Refused):
    """Goods given back, gift cards and deposits are not promised at a price."""

    code = "sales.not_quotable"


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """What one line was promised for; the words of today's catalogue are not needed to read it."""

    product_id: str
    unit_id: str | None
    label: str
    quantity: int
    unit_price: Money
    gross: Money
    reduction: Reduction | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """``valid_until`` is its last day. Who it is for is known by id only: the row outlives an erasure."""

    quotation_id: str
    number: str
    at_local: datetime
    valid_until: date
    person_id: str
    lines: tuple[QuotedLine, ...]
    reduction: Reduction | None
    total: Money
    customer_id: str | None = None

    def expired(self, today: date) -> bool:
        """After its last day the prices of today hold."""
        return today > self.valid_until


@dataclass(frozen=True, slots=True)
class Recalled:
    """A quotation as a basket of today. ``gone`` names what cannot be sold any more, ``dearer`` what costs more now that it has expired."""

    basket: Basket
    number: str
    valid_until: date
    expired: bool = False
    gone: tuple[str, ...] = ()
    dearer: tuple[str, ...] = ()


def quoted_lines(basket: Basket, priced: Priced) -> tuple[QuotedLine, ...]:
    """NotQuotable. A delivery's address stays off: it is somebody's home, and this row is never changed."""
    if any(line.back is not None or line.kind is LineKind.NON_SALE for line in basket.lines):
        raise NotQuotable
    return tuple(_quoted(line, amount.gross) for line, amount in zip(basket.lines, priced.lines, strict=True))


def as_quoted(line: QuotedLine, today: BasketLine) -> BasketLine:
    """The line of today's catalogue at the price that was promised."""
    listed = None if today.unit_price == line.unit_price else today.unit_price
    return replace(today, unit_price=line.unit_price, list_price=listed, reduction=line.reduction, note=line.note, quantity=line.quantity)


def quotation_slip(
    quotation: Quotation, priced: Priced, customer_label: str, *, compared: Sequence[ReferencePrice | None], shop: ShopHeader, till_label: str,
    rules: RulesOfDay, words: DeskWords, locale: Locale,
) -> Slip:  # fmt: skip
    """What the customer takes away to think it over. No HT and no VAT of a device under the margin scheme stands on it (CGI 297 E).

    ``compared`` has the price new of each line that may be told today, which never stands without its source and its day.
    """
    rows: list[tuple[str, str]] = []
    for line, reference in zip(quotation.lines, compared, strict=True):
        rows += _rows(line, words, locale)
        if reference is not None:
            rows.append((f"  {words.price_new(reference, locale)}", ""))
    taxed = [row for row in priced.tax_table if row.scheme is not Scheme.MARGIN]
    total = PaperSection("", ((words.quotation_total, locale.money(quotation.total)),), strong=True)
    taxes = tuple((words.quotation_tax.format(rate=locale.tax_rate(row.rate_percent)), locale.money(row.tax)) for row in taxed)
    on_margin = any(row.scheme is Scheme.MARGIN for row in priced.tax_table)
    mention = rules.mention("margin_scheme") if on_margin else None
    customer = (PaperSection("", ((words.quotation_customer, customer_label),)),) if customer_label else ()
    has_units = any(line.unit_id for line in quotation.lines)
    until = words.quotation_until.format(until=locale.date(quotation.valid_until))
    return Slip(
        shop=shop, till_label=till_label, title=words.quotation_title, number=quotation.number,
        at_local=locale.moment(quotation.at_local),
        sections=(*customer, PaperSection(words.quotation_lines, tuple(rows)), total, *((PaperSection("", taxes),) if taxes else ())),
        mentions=tuple(filter(None, (until, words.quotation_stock if has_units else "", mention))), stamp_lines=(), barcode=quotation.number,
    )  # fmt: skip


def _rows(line: QuotedLine, words: DeskWords, locale: Locale) -> list[tuple[str, str]]:
    """The price, and small under it how it comes about: so many at so much, less what was granted, and what was agreed."""
    listed = line.unit_price * line.quantity
    rows = [(line.label, locale.money(line.gross))]
    if line.quantity != 1:
        rows.append((f"  {line.quantity} × {locale.money(line.unit_price)}", ""))
    if line.gross < listed:
        rows.append((f"  {words.quotation_discount} {locale.money(line.gross - listed)}", ""))
    return [*rows, (f"  {line.note}", "")] if line.note else rows


def _quoted(line: BasketLine, gross: Money) -> QuotedLine:
    note = "" if line.product.service is ServiceKind.DELIVERY else line.note
    unit_id = line.unit.unit_id if line.unit else None
    return QuotedLine(line.product.product_id, unit_id, line.product.name, line.quantity, line.unit_price, gross, line.reduction, note)
