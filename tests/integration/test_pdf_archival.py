"""Our PDFs are what they say they are, PDF/A of level A, read by an engine that made none of them; and the reading finds what is wrong."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf

from kiosk.basics.money import Money
from kiosk.documents.invoice_paper import EXEMPT, STANDARD, InvoiceLine, InvoiceNote, InvoicePaper, InvoiceParty, InvoiceTax
from kiosk.documents.invoice_pdf import invoice_pdf
from kiosk.documents.pdf import contract_pdf
from kiosk.documents.receipt_pdf import receipt_pdf
from kiosk.documents.words import french_paper
from tests.papers import CONTRACT, MIXED_SALE, long_ticket
from tests.pdfa_rules import broken_clauses

AT = "2026-11-22T10:18:00.000Z"
DAY = date(2026, 11, 22)
INVOICE = InvoicePaper(
    "L01-K2-F000001", False, DAY, DAY, "L01-K2-000001", "B2",
    InvoiceParty(
        "Seconde Vie Électronique SAS", "981543275", "FR61981543275", ("17 rue Crébillon", "44000 Nantes"), "98154327500029", "Nantes Crébillon"
    ),
    InvoiceParty("Atelier Durand & Œuvres SARL", "552100554", "FR96552100554", ("3 quai de la Fosse", "44000 Nantes")),
    (
        InvoiceLine("iPhone 13 · 128 Go · Minuit", 1, Money(44900), EXEMPT, 0, "IMEI 352668910000015"),
        InvoiceLine("Coque transparente iPhone 13", 1, Money(2492), STANDARD, 2000),
    ),
    (
        InvoiceTax(STANDARD, 2000, Money(2492), Money(498)),
        InvoiceTax(EXEMPT, 0, Money(44900), Money(0), "Régime particulier – Biens d’occasion", "VATEX-EU-F"),
    ),
    "48", "Carte bancaire, Espèces",
    (InvoiceNote("PMT", "Indemnité forfaitaire pour frais de recouvrement : 40 €."), InvoiceNote("REG", "SAS au capital de 50 000 €, RCS Nantes")),
)  # fmt: skip
CREDIT = replace(INVOICE, number="L01-K2-F000002", credit=True, preceding=("L01-K2-F000001", DAY))
MANY = replace(INVOICE, lines=INVOICE.lines * 35)


@pytest.mark.parametrize("paper", [INVOICE, CREDIT, MANY], ids=["invoice", "credit note", "seventy lines"])
def test_an_invoice_is_pdf_a_3(paper: InvoicePaper) -> None:
    made = invoice_pdf(paper, at_utc=AT)
    assert broken_clauses(made, part=3) == []
    assert made == invoice_pdf(paper, at_utc=AT)


@pytest.mark.parametrize(
    "made",
    [
        lambda: receipt_pdf(MIXED_SALE, french_paper(), at_utc=AT), lambda: receipt_pdf(long_ticket(70), french_paper(), at_utc=AT),
        lambda: contract_pdf(CONTRACT),
    ],
    ids=["receipt", "receipt of seventy lines", "purchase contract"],
)  # fmt: skip
def test_a_receipt_by_mail_and_a_purchase_contract_are_pdf_a_2(made: Callable[[], bytes]) -> None:
    assert broken_clauses(made(), part=2) == []


@pytest.mark.parametrize(
    ("quantity", "cents", "category", "price"),
    [
        (1, 2492, STANDARD, "24,92 € HT"), (2, 4983, STANDARD, "24,9150 € HT"), (3, 7475, STANDARD, "24,9167 € HT"), (1, 44900, EXEMPT, "449,00 €"),
        (-2, -4984, STANDARD, "24,92 € HT"), (400, 39990, STANDARD, "0,9998 € HT"),
    ],
)  # fmt: skip
def test_each_line_of_an_invoice_has_the_price_of_one_piece(quantity: int, cents: int, category: str, price: str, tmp_path: Path) -> None:
    """CGI ann. II, 242 nonies A, I-8°; a device under the margin scheme has a price and no price before tax."""
    line = InvoiceLine("Coque", quantity, Money(cents), category, 2000 if category == STANDARD else 0)
    (tmp_path / "invoice.pdf").write_bytes(invoice_pdf(replace(INVOICE, lines=(line,)), at_utc=AT))
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "invoice.pdf", "-"], capture_output=True, text=True, check=True).stdout.replace("\u202f", " ")
    (said,) = [row for row in text.splitlines() if row.strip().startswith("Coque")]
    assert price in said


# ── the reading finds what is wrong ────────────────────────────────────────────────────────────────────────────────
@pytest.fixture(scope="module")
def sound() -> bytes:
    return invoice_pdf(INVOICE, at_utc=AT)


def spoiled(content: bytes, spoil: Callable[[Pdf], object], **how: object) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        spoil(pdf)
        made = io.BytesIO()
        pdf.save(made, **how)  # type: ignore[arg-type]  # its own words
    return made.getvalue()


def first_font(pdf: Pdf) -> Dictionary:
    return next(item for item in pdf.objects if isinstance(item, Dictionary) and item.get(Name.Type) == Name.Font and Name.DescendantFonts in item)


def narrower(pdf: Pdf) -> None:
    widths = first_font(pdf).DescendantFonts[0].W
    widths[2] = 100


def renamed(pdf: Pdf, before: bytes, after: bytes) -> None:
    said = pdf.Root.Metadata.read_bytes()
    assert before in said
    pdf.Root.Metadata.write(said.replace(before, after))


SPOILED: dict[str, tuple[Callable[[Pdf], object], str]] = {
    "no output intent": (lambda pdf: pdf.Root.__delitem__(Name.OutputIntents), "6.2.3"),
    "a profile that is none": (lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.write(b"x" * 200), "6.2.3"),
    "a font that is not embedded": (lambda pdf: first_font(pdf).DescendantFonts[0].FontDescriptor.__delitem__(Name.FontFile2), "6.2.11.4"),
    "widths that are not the font's": (narrower, "6.2.11.5"),
    "letters nobody can copy": (lambda pdf: first_font(pdf).__delitem__(Name.ToUnicode), "6.2.11.7"),
    "a file without relation": (lambda pdf: pdf.Root.AF[0].__delitem__(Name.AFRelationship), "6.8"),
    "a file that is not of the document": (lambda pdf: pdf.Root.__delitem__(Name.AF), "6.8"),
    "a script": (lambda pdf: pdf.Root.Names.__setitem__(Name.JavaScript, Dictionary(Names=Array())), "6.5.1"),
    "something that happens by itself": (lambda pdf: pdf.Root.__setitem__(Name.AA, Dictionary()), "6.5.2"),
    "a form": (lambda pdf: pdf.Root.__setitem__(Name.AcroForm, Dictionary(Fields=Array())), "6.4.1"),
    "layers": (lambda pdf: pdf.Root.__setitem__(Name.OCProperties, Dictionary()), "6.9"),
    "no tags": (lambda pdf: pdf.Root.__delitem__(Name.StructTreeRoot), "6.7.2"),
    "no language": (lambda pdf: pdf.Root.__delitem__(Name.Lang), "6.7.4"),
    "no metadata": (lambda pdf: pdf.Root.__delitem__(Name.Metadata), "6.6.2.1"),
    "another part": (lambda pdf: renamed(pdf, b"<pdfaid:part>3<", b"<pdfaid:part>2<"), "6.6.4"),
    "words of a norm that are not described": (lambda pdf: renamed(pdf, b"<pdfaProperty:name>Version<", b"<pdfaProperty:name>Versio<"), "6.6.2.3"),
}


@pytest.mark.parametrize("fault", SPOILED)
def test_a_file_that_breaks_a_clause_is_found(sound: bytes, fault: str) -> None:
    spoil, clause = SPOILED[fault]
    assert {found.split(" ")[0] for found in broken_clauses(spoiled(sound, spoil), part=3)} == {clause}


def test_an_encrypted_file_and_one_with_something_behind_its_end_are_found(sound: bytes) -> None:
    assert broken_clauses(spoiled(sound, lambda _: None, encryption=Encryption(owner="x", user="y")), part=3) == ["6.1.3 encrypted"]
    assert broken_clauses(sound + b"more", part=3) == ["6.1.3 something stands after the end"]
