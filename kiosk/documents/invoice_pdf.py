"""An invoice as Factur-X: PDF/A-3 for people with the XML of EN 16931 for machines in it. Blocks for about two seconds in a child process."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

from kiosk.basics.locales import FRANCE, NARROW_NO_BREAK_SPACE, Locale
from kiosk.basics.money import Money
from kiosk.documents.facturx import invoice_xml
from kiosk.documents.invoice_paper import STANDARD, InvoiceLine, InvoicePaper
from kiosk.documents.pdf import DEADLINE_S, typeset_in_child

INVOICE_TITLE, CREDIT_TITLE = "Facture", "Avoir"


def invoice_pdf(paper: InvoicePaper, *, at_utc: str, deadline_s: float = DEADLINE_S) -> bytes:
    """``at_utc`` is when it was issued. PdfFailed, PdfTooSlow."""
    facts = _facts(paper, FRANCE)
    return typeset_in_child("invoice", facts, created_at_utc=at_utc, deadline_s=deadline_s, attached=invoice_xml(paper))


def invoice_title(paper: InvoicePaper) -> str:
    """What it is called."""
    return CREDIT_TITLE if paper.credit else INVOICE_TITLE


def _facts(paper: InvoicePaper, locale: Locale) -> dict[str, object]:
    facts = [("Date", locale.date(paper.issued_on)), ("Date de la vente", locale.date(paper.sold_on)), ("Ticket de caisse", paper.ticket_number)]
    if paper.preceding is not None:
        facts.append(("Facture corrigée", f"{paper.preceding[0]} du {locale.date(paper.preceding[1])}"))
    facts.append(("Règlement", paper.payment_label))
    taxed = [row for row in paper.taxes if row.category == STANDARD]
    totals = [
        pair for row in taxed for pair in ((f"Total HT à {_rate(row.rate_bp)}", locale.money(row.net)), (f"TVA {_rate(row.rate_bp)}", locale.money(row.tax)))
    ]
    exempt = [row for row in paper.taxes if row.category != STANDARD and row.reason]
    seller = paper.seller
    return {
        "title": invoice_title(paper), "number": paper.number, "seller": dataclasses.asdict(seller), "buyer": dataclasses.asdict(paper.buyer), "facts": facts,
        "identity": f"{seller.name} · SIRET {seller.siret} · TVA {seller.vat_number}", "totals": totals,
        "lines": [
            {
                "label": line.label, "note": line.note, "quantity": str(line.quantity), "price": _unit_price(line, locale),
                "amount": f"{locale.money(line.net)}{_before_tax(line)}",
                "tax": _rate(line.rate_bp) if line.category == STANDARD else "(M)" if exempt and exempt[0].reason_code else "–",
            }
            for line in paper.lines
        ],
        "total_label": "Total remboursé" if paper.credit else "Total TTC", "total": locale.money(paper.gross),
        "paid_label": "Reste à rembourser" if paper.credit else "Reste à payer",
        "notes": [*(f"(M) {row.reason}" if row.reason_code else row.reason for row in exempt), *(note.text for note in paper.notes)],
    }  # fmt: skip


def _unit_price(line: InvoiceLine, locale: Locale) -> str:
    """What one piece costs before tax (CGI ann. II, 242 nonies A): to the hundredth of a cent where the cents do not come out even."""
    cents, hundredths = divmod(round(Fraction(100 * abs(line.net.amount_cents), max(1, abs(line.quantity)))), 100)
    return f"{locale.bare_money(Money(cents))}{f'{hundredths:02d}' if hundredths else ''}{NARROW_NO_BREAK_SPACE}{locale.sign}{_before_tax(line)}"


def _before_tax(line: InvoiceLine) -> str:
    """A price under the margin scheme is never said to be one before tax (CGI 297 E)."""
    return f"{NARROW_NO_BREAK_SPACE}HT" if line.category == STANDARD else ""


def _rate(rate_bp: int) -> str:
    return f"{rate_bp // 100},{rate_bp % 100:02d}\u202f%"
