"""An invoice made of a ticket for a company that asks for one: the ticket's own figures, never priced again. Pure.

It never shows the margin or its tax (CGI 297 E): a second-hand device stands with its price, category E, reason VATEX-EU-F (ERP-04).
Goods taken back make a credit note for the invoice of their ticket.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from stdnum.exceptions import ValidationError
from stdnum.fr import siren as siren_rules
from stdnum.fr import siret as siret_rules
from stdnum.fr import tva as vat_rules

from kiosk.basics.money import ZERO, Money
from kiosk.documents.invoice_paper import EXEMPT, STANDARD, InvoiceLine, InvoiceNote, InvoicePaper, InvoiceParty, InvoiceTax
from kiosk.documents.papers import ShopHeader
from kiosk.errors import Refused
from kiosk.sales.desk.customers import Details
from kiosk.sales.rules import RulesOfDay
from kiosk.sales.tax import Scheme
from kiosk.sales.ticket import Ticket, TicketTender
from kiosk.sales.ticket_line import LineKind, TicketLine

MARGIN_CODE = "VATEX-EU-F"
MARGIN_MENTION, EXEMPT_MENTION = "margin_scheme", "invoice_exempt"
NOTES = (("PMT", "invoice_recovery"), ("PMD", "invoice_late"), ("AAB", "invoice_discount"))
PAYMENT_CODES = {"cash": "10", "cheque": "20", "transfer": "30", "card": "48"}
OTHER_PAYMENT = "ZZZ"
SIREN_LENGTH, SIRET_LENGTH = 9, 14
_STREET_TOWN = re.compile(r"(.+?)[\s,;-]+(\d{5} .+)")
GOODS_PAID, SERVICES_PAID, MIXED_PAID = "B2", "S2", "M2"


class CompanyRefused(Refused):
    """``field`` of the company is missing or wrong: name, siren, vat_number or address."""

    code = "sales.company_refused"


class NothingToInvoice(Refused):
    """Nothing of the ticket is turnover: gift cards and deposits are invoiced when they are used."""

    code = "sales.nothing_to_invoice"


@dataclass(frozen=True, slots=True)
class Company:
    """Who the invoice is for. ``address`` in lines, the last one with postcode and town; ``siret`` when an establishment was named."""

    name: str
    siren: str
    address: tuple[str, ...]
    vat_number: str = ""
    siret: str = ""


NOBODY = Company("", "", ("", ""))


@dataclass(frozen=True, slots=True)
class Issuing:
    """What an invoice says beside its ticket: number, day, who sells and by which rules."""

    number: str
    issued_on: date
    shop: ShopHeader
    rules: RulesOfDay
    tender_word: Callable[[str], str]
    register_note: str = ""
    preceding: tuple[str, date] | None = None


def checked_company(company: Company) -> Company:
    """In one form; CompanyRefused. A SIRET is as good as a SIREN, and the VAT number is that of the SIREN when it was left out."""
    name, address = " ".join(company.name.split()), tuple(" ".join(line.split()) for line in company.address if line.strip())
    if not name:
        raise CompanyRefused(field="name")
    siren, siret = _numbers(company.siren)
    try:
        vat_number = str(vat_rules.validate(company.vat_number or siren_rules.to_tva(siren)))
    except ValidationError:
        raise CompanyRefused(field="vat_number") from None
    if vat_number[2:] != siren:
        raise CompanyRefused(field="vat_number")
    if not InvoiceParty(name, siren, "", address).city or len(address) < 2:
        raise CompanyRefused(field="address")
    return Company(name, siren, address, f"FR{vat_number}" if not vat_number.startswith("FR") else vat_number, siret)


def company_of(details: Details) -> Company:
    """What a customer's file knows of their company; the address in its two lines where it ends with postcode and town."""
    found = _STREET_TOWN.fullmatch(details.address)
    return Company(details.company, details.siren, (details.address, "") if found is None else (found.group(1), found.group(2)), details.vat_number)


def company_invoiced(buyer: InvoiceParty) -> Company:
    """Who an earlier invoice was for."""
    return Company(buyer.name, buyer.siren, buyer.address, buyer.vat_number, buyer.siret)


def _numbers(typed: str) -> tuple[str, str]:
    """SIREN and SIRET of what was typed, the latter "" when it was a SIREN; CompanyRefused."""
    try:
        if len(siret_rules.compact(typed)) == SIRET_LENGTH:
            siret = str(siret_rules.validate(typed))
            return siret[:SIREN_LENGTH], siret
        return str(siren_rules.validate(typed)), ""
    except ValidationError:
        raise CompanyRefused(field="siren") from None


def make_invoice(ticket: Ticket, company: Company, issuing: Issuing, *, services: frozenset[str] = frozenset()) -> InvoicePaper:
    """``services`` are the ids of products that are work, not goods. NothingToInvoice."""
    sold = [line for line in ticket.lines if line.kind is LineKind.SALE]
    if not sold or not ticket.total:
        raise NothingToInvoice
    credit = ticket.total.amount_cents < 0
    sign = -1 if credit else 1
    lines = tuple(_line(line, sign) for line in sold)
    code, label = _payment(ticket.tenders, issuing.tender_word)
    buyer = InvoiceParty(company.name, company.siren, company.vat_number, company.address, company.siret)
    return InvoicePaper(
        number=issuing.number, credit=credit, issued_on=issuing.issued_on, sold_on=ticket.head.business_day, ticket_number=ticket.number,
        process=_process(sold, services), seller=_seller(issuing.shop), buyer=buyer,
        lines=lines, taxes=_taxes(ticket, lines, sign, issuing.rules), payment_code=code, payment_label=label, notes=_notes(issuing),
        preceding=issuing.preceding if credit else None,
    )  # fmt: skip


def _line(line: TicketLine, sign: int) -> InvoiceLine:
    on_margin = line.scheme is Scheme.MARGIN
    charged = not on_margin and line.rate_bp > 0
    net = line.net if charged else line.gross
    return InvoiceLine(
        line.label, sign * line.quantity, Money(sign * net.amount_cents), STANDARD if charged else EXEMPT, line.rate_bp if charged else 0, line.note
    )


def _taxes(ticket: Ticket, lines: tuple[InvoiceLine, ...], sign: int, rules: RulesOfDay) -> tuple[InvoiceTax, ...]:
    rows = []
    for rate_bp in sorted({line.rate_bp for line in lines if line.category == STANDARD}, reverse=True):
        net = Money.total(line.net for line in lines if line.category == STANDARD and line.rate_bp == rate_bp)
        tax = Money.total(row.tax for row in ticket.taxes if row.rate_bp == rate_bp)
        rows.append(InvoiceTax(STANDARD, rate_bp, net, Money(sign * tax.amount_cents)))
    exempt = Money.total(line.net for line in lines if line.category == EXEMPT)
    if any(line.category == EXEMPT for line in lines):
        sold = [line for line in ticket.lines if line.kind is LineKind.SALE]
        on_margin = any(line.scheme is Scheme.MARGIN for line in sold)
        other = any(line.scheme is not Scheme.MARGIN and line.rate_bp == 0 for line in sold)
        reasons = [rules.mention(MARGIN_MENTION) or ""] * on_margin + [rules.mention(EXEMPT_MENTION) or ""] * other
        rows.append(InvoiceTax(EXEMPT, 0, exempt, ZERO, " · ".join(reasons), MARGIN_CODE if on_margin else ""))
    return tuple(rows)


def _seller(shop: ShopHeader) -> InvoiceParty:
    siret = "".join(shop.siret.split())
    return InvoiceParty(shop.legal_name, siret[:9], "".join(shop.vat_number.split()), shop.address, siret, shop.name)


def _payment(tenders: tuple[TicketTender, ...], word: Callable[[str], str]) -> tuple[str, str]:
    """The code of the largest tender, and all of them in words."""
    if not tenders:
        return OTHER_PAYMENT, ""
    largest = max(tenders, key=lambda tender: abs(tender.amount.amount_cents))
    return PAYMENT_CODES.get(largest.kind, OTHER_PAYMENT), ", ".join(dict.fromkeys(word(tender.kind) for tender in tenders))


def _process(sold: list[TicketLine], services: frozenset[str]) -> str:
    """The French frame of an invoice that is already paid: goods, services or both."""
    worked = [line.product_id in services for line in sold]
    return SERVICES_PAID if all(worked) else MIXED_PAID if any(worked) else GOODS_PAID


def _notes(issuing: Issuing) -> tuple[InvoiceNote, ...]:
    found = [InvoiceNote(subject, text) for subject, code in NOTES if (text := issuing.rules.mention(code))]
    return (*found, InvoiceNote("REG", issuing.register_note)) if issuing.register_note else tuple(found)
