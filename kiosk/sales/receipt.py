"""A ticket as the customer takes it away (compliance FIS-15, MAR-04, RCP-01 to -06). Pure: same ticket, same paper.

No HT, no VAT and no margin of a second-hand device stands anywhere on it; its mention stands once.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from kiosk.basics.locales import Locale
from kiosk.basics.money import Money
from kiosk.catalogue.products import ProductKind
from kiosk.documents.papers import PaperSection, Receipt, ReceiptLine, ReceiptTaxRow, ReceiptTender, ShopHeader
from kiosk.fiscal.module import Printed
from kiosk.sales.after.rules import GuaranteeTerms, Promises
from kiosk.sales.basket import Basket, BasketLine
from kiosk.sales.guarantee import cover_of
from kiosk.sales.receipt_policy import causes_of, service_total
from kiosk.sales.rules import Cause, Occasion, RulesOfDay
from kiosk.sales.tax import Scheme
from kiosk.sales.tenders import CHEQUE, GIFT_CARD, VOUCHER
from kiosk.sales.ticket import Ticket, TicketKind, TicketTax, TicketTender
from kiosk.sales.ticket_line import TicketLine
from kiosk.sales.words import SaleWords
from kiosk.stock.units import Unit

MARGIN_MENTION = "margin_scheme"


def make_receipt(
    ticket: Ticket, basket: Basket, *, shop: ShopHeader, till_label: str, printed: Printed, rules: RulesOfDay, promises: Promises,
    words: SaleWords, locale: Locale, customer: str = "", training: bool = False,
) -> Receipt:
    """The paper of a ticket that was just validated. ``customer`` is the name on a note of services, which the law wants unless it is refused;
    ``promises`` is what customers of that day are told of guarantee and return.
    """
    sold_on = ticket.head.business_day
    causes = causes_of(ticket, basket, rules.receipts)
    on_margin = bool(ticket.margin_gross) or any(line.scheme is Scheme.MARGIN for line in ticket.lines)
    on_top = any(line.scheme is Scheme.SALES_TAX for line in ticket.lines)
    return Receipt(
        shop=shop, till_label=till_label, number=ticket.number, at_local=locale.moment(ticket.head.at_local), cashier=ticket.head.cashier,
        lines=tuple(
            _line(line, source, _guaranteed(line, source, sold_on, promises.guarantee), words, locale)
            for line, source in zip(ticket.lines, basket.lines, strict=True)
        ),
        total=ticket.total, item_count=ticket.item_count, tax_rows=() if on_top else tuple(_tax_row(row, locale) for row in ticket.taxes),
        margin_total=ticket.margin_gross if on_margin else None, margin_mention=rules.mention(MARGIN_MENTION) if on_margin else None,
        tenders=tuple(_tender(tender, words, locale) for tender in ticket.tenders), change=ticket.change,
        mentions=(*_bonus(ticket, words, locale), *_mentions(basket, rules, promises)), stamp_lines=printed.lines, barcode=ticket.number,
        title=_title(ticket, words),
        non_sale=ticket.non_sale or None, sections=_sections(ticket, basket, causes, shop=shop, customer=customer, words=words, locale=locale),
        causes=tuple(cause.value for cause in causes), training=training, subtotal=ticket.net if on_top else None,
        taxes_on_top=_taxes_on_top(ticket, words, locale) if on_top else (),
    )  # fmt: skip


def _title(ticket: Ticket, words: SaleWords) -> str:
    return {TicketKind.SALE: "", TicketKind.REFUND: words.refund_title, TicketKind.EXCHANGE: words.exchange_title}[ticket.head.kind]


def _sections(
    ticket: Ticket, basket: Basket, causes: tuple[Cause, ...], *, shop: ShopHeader, customer: str, words: SaleWords, locale: Locale
) -> tuple[PaperSection, ...]:  # fmt: skip
    """What only some tickets have: where goods came back from, and the note that services want."""
    found = []
    if ticket.head.original_number:
        found.append(PaperSection("", ((words.original, ticket.head.original_number),)))
    if Cause.SERVICE_NOTE in causes or (Cause.ALWAYS in causes and service_total(ticket, basket)):
        found.append(_service_note(ticket, basket, shop=shop, customer=customer, words=words, locale=locale))
    return tuple(found)


def _service_note(ticket: Ticket, basket: Basket, *, shop: ShopHeader, customer: str, words: SaleWords, locale: Locale) -> PaperSection:
    """The note of arrêté 83-50/A: with the ticket's date, shop and lines, the place, the customer unless refused, net and gross (RCP-06)."""
    lines = (line for line, source in zip(ticket.lines, basket.lines, strict=True) if source.product.kind is ProductKind.SERVICE)
    rows = (
        (words.note_place, ", ".join(shop.address)),
        (words.note_customer, customer or words.note_no_customer),
        (words.note_net, locale.money(Money.total(line.net for line in lines))),
        (words.note_gross, locale.money(service_total(ticket, basket))),
    )
    return PaperSection(words.note_title, rows)


def _mentions(basket: Basket, rules: RulesOfDay, promises: Promises) -> tuple[str, ...]:
    """The sentences of the law and the house; how many days something may come back stands in the house's policy alone."""
    return tuple(text.replace("{days}", str(promises.policy.days)) for text in rules.mentions_on(_occasions(basket)))


def _occasions(basket: Basket) -> set[Occasion]:
    """Where the margin mention is printed is fixed; the other mentions stand together at the foot."""
    found = {Occasion.ALWAYS}
    sold = [line for line in basket.lines if line.back is None]
    if any(line.product.durable for line in sold):
        found.add(Occasion.DURABLE)
    if any(line.used for line in sold):
        found.add(Occasion.USED)
    return found


def _line(line: TicketLine, source: BasketLine, until: date | None, words: SaleWords, locale: Locale) -> ReceiptLine:
    details = _unit_details(source.unit, words) if source.unit else ()
    if line.note:
        details = (*details, line.note)
    if until is not None and words.guarantee:
        details = (*details, words.guarantee.format(until=locale.date(until)))
    return ReceiptLine(
        label=line.label, quantity=str(line.quantity), gross=line.stated, tax_mark=line.mark,
        unit_price=line.unit_price if line.quantity != 1 else None, details=details, discount=line.discount or None,
    )  # fmt: skip


def _guaranteed(line: TicketLine, source: BasketLine, sold_on: date, terms: GuaranteeTerms) -> date | None:
    """The last day of the law's guarantee of something durable that is sold; None where the law knows none."""
    covered = source.product.durable and not line.came_back and terms.legal_months
    return cover_of(sold_on, used=source.used, terms=terms).legal_until if covered else None


def _unit_details(unit: Unit, words: SaleWords) -> tuple[str, ...]:
    named = words.imei.format(imei=unit.imei) if unit.imei else words.serial.format(serial=unit.serial)
    grade = (words.grade(unit.grade),) if unit.grade else ()
    register = (words.register.format(number=unit.register_number),) if unit.register_number and words.register else ()
    return (named, *grade, *register)


def _tax_row(row: TicketTax, locale: Locale) -> ReceiptTaxRow:
    return ReceiptTaxRow(row.mark, locale.tax_rate(row.percent), row.net, row.tax, row.gross)


def _taxes_on_top(ticket: Ticket, words: SaleWords, locale: Locale) -> tuple[tuple[str, Money], ...]:
    """Each tax that comes on top, and under it who gets how much; what bears none is not spoken of."""
    rows: list[tuple[str, Money]] = []
    for row in ticket.taxes:
        if row.sales_taxes:
            rows.append((words.sales_tax.format(rate=locale.tax_rate(row.percent)), row.tax))
            rows += [(f"  {share.name} {locale.tax_rate(Fraction(share.percent))}", share.amount) for share in row.sales_taxes]
    return tuple(rows)


def _bonus(ticket: Ticket, words: SaleWords, locale: Locale) -> tuple[str, ...]:
    """The promotional part of trade-in credits: a rebate that the prices above hold already, never a way of paying (TRD-01)."""
    amount = Money.total(bonus.amount for bonus in ticket.bonuses)
    return (words.bonus_used.format(amount=locale.money(amount)),) if amount else ()


def _tender(tender: TicketTender, words: SaleWords, locale: Locale) -> ReceiptTender:
    return ReceiptTender(_tender_label(tender, words, locale), tender.amount)


def _tender_label(tender: TicketTender, words: SaleWords, locale: Locale) -> str:
    if tender.kind == CHEQUE and tender.reference:
        return words.cheque_numbered.format(number=tender.reference)
    if tender.kind == VOUCHER and tender.amount.amount_cents < 0:
        return words.credit_given
    if tender.amount.amount_cents < 0:
        return words.paid_back.format(tender=words.tender(tender.kind))
    if tender.left and tender.kind in (VOUCHER, GIFT_CARD):
        return (words.voucher_left if tender.kind == VOUCHER else words.gift_card_left).format(left=locale.money(tender.left))
    return words.tender(tender.kind)
