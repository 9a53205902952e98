"""An invoice for a company made of a ticket: right by the rules of EN 16931 and of France, run by engines that we did not write."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import facturx
import pytest
from pypdf import PdfReader

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.locales import Locale
from kiosk.basics.money import Money
from kiosk.catalogue.service import CatalogueService
from kiosk.documents.facturx import invoice_xml
from kiosk.documents.invoice_paper import InvoicePaper
from kiosk.documents.service import Documents
from kiosk.journal.ledger import Ledger
from kiosk.sales.after.service import ReturnService
from kiosk.sales.counter import Counter
from kiosk.sales.delivery import DeliveryState
from kiosk.sales.desk.customer_service import CustomerService
from kiosk.sales.desk.customers import Customer, Details
from kiosk.sales.email import EmailRefused
from kiosk.sales.invoice import Company, CompanyRefused, Issuing, checked_company, make_invoice
from kiosk.sales.invoice_service import NOBODY_KNOWN, Addressee, InvoiceRoads, InvoiceService, InvoiceUnknown
from kiosk.sales.refund import Grounds
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket
from kiosk.sales.tickets import TicketUnknown
from kiosk.storage.engine import Database
from kiosk.storage.files import FolderFull, FolderGone
from tests.integration.sale_shop import CAMILLE, IMEIS, SHOP, SOPHIE, Till, cash, furnish, open_till
from tests.invoice_rules import EN16931, FRANCE, broken_rules, check_shape
from tests.pdfa_rules import broken_clauses

CASE_EAN = "2000000000015"
DAY = date(2026, 11, 22)
DURAND = Company("Atelier Durand SARL", "552 100 554", ("3 quai de la Fosse", "44000 Nantes"))


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    found = open_till(database, ledger, clock, ids)
    found.drawer.open_session(Money(15000), person=CAMILLE)
    return found


@pytest.fixture
def plugged() -> list[Path]:
    """The folders that take an invoice now."""
    return []


@pytest.fixture
def invoices(till: Till, plugged: list[Path]) -> InvoiceService:
    return InvoiceService(
        till.counter, CatalogueService(till.database), Documents(till.clock, till.counter.ids),
        register_note=lambda: "SAS au capital de 50 000 €, RCS Nantes", roads=InvoiceRoads(lambda: tuple(plugged)),
    )  # fmt: skip


def sold(till: Till, *codes: str, services: tuple[str, ...] = ()) -> Ticket:
    basket = till.basket(*codes)
    for product_id in services:
        product = CatalogueService(till.database).product_by_id(product_id)
        assert product is not None
        basket = till.sale.add_product(basket, product)
    due = till.sale.priced(basket).total
    return till.sale.pay(basket, [cash(due.amount_cents)], person=CAMILLE)


def credit_of(till: Till, ticket: Ticket, invoice: InvoicePaper) -> InvoicePaper:
    """The credit note for everything on a ticket that came back."""
    lines = tuple(
        replace(line, quantity=-line.quantity, gross=-line.gross, net=-line.net, tax=-line.tax, original_line_id=line.line_id) for line in ticket.lines
    )
    taxes = tuple(replace(row, net=-row.net, tax=-row.tax) for row in ticket.taxes)
    back = replace(ticket, lines=lines, taxes=taxes, total=-ticket.total, net=-ticket.net, tax=-ticket.tax, margin_gross=-ticket.margin_gross)
    issuing = Issuing(
        "L01-K2-F000002", date(2026, 11, 24), SHOP.header, till.counter.rules_now(), till.counter.words.tender, preceding=(invoice.number, invoice.issued_on)
    )
    return make_invoice(back, checked_company(DURAND), issuing)


# ── what the official rules say ────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("codes", "services", "process", "gross_cents"),
    [
        ((IMEIS[0],), (), "B2", 44900),
        ((CASE_EAN, CASE_EAN), (), "B2", 5980),
        ((IMEIS[0], CASE_EAN), (), "B2", 47890),
        ((IMEIS[0], CASE_EAN), ("p-fitting", "p-insurance"), "M2", 54290),
        ((), ("p-fitting",), "S2", 500),
        ((), ("p-insurance",), "S2", 5900),
    ],
    ids=["pure margin", "standard only", "mixed", "mixed with work and exempt", "work only", "exempt only"],
)
def test_every_kind_of_invoice_and_its_credit_note_keep_every_official_rule(
    till: Till, invoices: InvoiceService, codes: tuple[str, ...], services: tuple[str, ...], process: str, gross_cents: int
) -> None:
    ticket = sold(till, *codes, services=services)
    paper = invoices.issue(ticket.number, DURAND, person=CAMILLE).paper
    assert (paper.process, paper.gross, paper.credit) == (process, Money(gross_cents), False)
    for found in (paper, credit_of(till, ticket, paper)):
        xml = invoice_xml(found)
        check_shape(xml)
        assert broken_rules(xml, EN16931) == []
        assert broken_rules(xml, FRANCE) == []


@pytest.mark.parametrize(
    ("right", "wrong", "rule"),
    [
        (b"VATEX-EU-F", b"VATEX-FR-F", "'ram:ExemptionReasonCode' is not allowed"),
        (b">478.90<", b">478.91<", "[BR-CO-15]"),
        (b">4.98<", b">9.98<", "[BR-CO-17]"),
    ],
)
def test_the_engines_do_find_what_is_wrong(till: Till, invoices: InvoiceService, right: bytes, wrong: bytes, rule: str) -> None:
    xml = invoice_xml(invoices.issue(sold(till, IMEIS[0], CASE_EAN).number, DURAND, person=CAMILLE).paper)
    assert right in xml
    assert any(rule in found for found in broken_rules(xml.replace(right, wrong)))


def test_nothing_of_the_margin_stands_on_it_and_its_mention_does(till: Till, invoices: InvoiceService) -> None:
    """449.00 sold, 320.00 bought: margin VAT 21.50 and net 107.50 stay inside (CGI 297 E, MAR-04)."""
    issued = invoices.issue(sold(till, IMEIS[0], CASE_EAN).number, DURAND, person=CAMILLE)
    xml = invoice_xml(issued.paper).decode()
    assert all(words in xml for words in ("VATEX-EU-F", "Régime particulier – Biens d’occasion", ">449.00<", ">24.92<", ">4.98<", ">478.90<"))
    assert not any(hidden in xml for hidden in ("21.50", "107.50", "320.00"))


# ── the file ───────────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_file_is_a_pdf_a_3_with_the_xml_in_it_and_the_same_figures_on_it(till: Till, invoices: InvoiceService, tmp_path: Path) -> None:
    issued = invoices.issue(sold(till, IMEIS[0], CASE_EAN).number, DURAND, person=CAMILLE)
    made = invoices.made(issued.number)
    invoices.keep(issued.number, made)
    name, xml = facturx.get_xml_from_pdf(io.BytesIO(made), check_xsd=True)
    assert (name, xml) == ("factur-x.xml", invoice_xml(issued.paper))
    assert broken_clauses(made, part=3) == []
    said = PdfReader(io.BytesIO(made)).trailer["/Root"]["/Metadata"].get_data().decode()
    assert all(words in said for words in ("<pdfaid:part>3</pdfaid:part>", "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>", "factur-x.xml"))
    (tmp_path / "invoice.pdf").write_bytes(made)
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "invoice.pdf", "-"], capture_output=True, text=True, check=True).stdout.replace("\u202f", " ")
    for words in (
        "Facture", "L01-K2-F000001", "Seconde Vie Électronique SAS", "Atelier Durand SARL", "552100554", "3 quai de la Fosse", "iPhone 13", "449,00 €",
        "24,92 €", "4,98 €", "478,90 €", "Régime particulier – Biens d’occasion", "Indemnité forfaitaire", "L01-K2-000001", "Espèces",
    ):  # fmt: skip
        assert words in text, words
    assert invoices.made(issued.number) == made


def test_the_same_invoice_is_the_same_file_whenever_it_is_made(till: Till, invoices: InvoiceService) -> None:
    """What was mailed, what was saved and what the till stored are one file, byte for byte."""
    number = invoices.issue(sold(till, IMEIS[0], CASE_EAN).number, DURAND, person=CAMILLE).number
    first = invoices.made(number)
    till.clock.advance(seconds=3 * 24 * 3600)
    assert invoices.made(number) == first


# ── numbers, once, and refusals ────────────────────────────────────────────────────────────────────────────────────
def test_invoices_have_a_series_of_their_own_and_a_ticket_has_one_at_most(till: Till, invoices: InvoiceService) -> None:
    first, second = sold(till, IMEIS[0]), sold(till, CASE_EAN)
    assert invoices.issue(first.number, DURAND, person=CAMILLE).number == "L01-K2-F000001"
    assert invoices.issue(second.number, DURAND, person=CAMILLE).number == "L01-K2-F000002"
    assert invoices.issue(first.number, DURAND, person=CAMILLE).number == "L01-K2-F000001"
    assert till.kinds().count("sales.invoice_issued") == 2
    found = invoices.of_ticket(first.number)
    assert found is not None and found.number == "L01-K2-F000001"


def test_the_journal_says_which_ticket_left_as_an_invoice_and_not_to_whom(till: Till, invoices: InvoiceService) -> None:
    ticket = sold(till, IMEIS[0])
    invoices.issue(ticket.number, DURAND, person=CAMILLE)
    with till.database.read() as connection:
        entry = next(entry for entry in till.ledger.entries_after(connection, 0, 0, limit=1000) if entry.kind == "sales.invoice_issued").entry
    assert f'"ticket_id":"{ticket.head.ticket_id}"'.encode() in entry
    assert b"Durand" not in entry and b"552100554" not in entry


@pytest.mark.parametrize(
    ("company", "field"),
    [
        (replace(DURAND, name=" "), "name"),
        (replace(DURAND, siren="552 100 555"), "siren"),
        (replace(DURAND, siren=""), "siren"),
        (replace(DURAND, vat_number="FR61981543275"), "vat_number"),
        (replace(DURAND, vat_number="FR00"), "vat_number"),
        (replace(DURAND, address=("3 quai de la Fosse",)), "address"),
        (replace(DURAND, address=()), "address"),
    ],
)
def test_a_company_that_is_not_complete_is_refused_with_its_field(till: Till, invoices: InvoiceService, company: Company, field: str) -> None:
    with pytest.raises(CompanyRefused) as refused:
        invoices.issue(sold(till, CASE_EAN).number, company, person=CAMILLE)
    assert refused.value.facts == {"field": field}
    assert "sales.invoice_issued" not in till.kinds()


def test_the_vat_number_of_a_siren_is_computed_when_it_was_left_out() -> None:
    assert checked_company(DURAND) == Company("Atelier Durand SARL", "552100554", ("3 quai de la Fosse", "44000 Nantes"), "FR96552100554")


def test_a_siret_is_as_good_as_a_siren_and_stands_on_the_invoice(till: Till, invoices: InvoiceService) -> None:
    issued = invoices.issue(sold(till, CASE_EAN).number, replace(DURAND, siren="552 100 554 00013"), person=CAMILLE)
    assert (issued.paper.buyer.siren, issued.paper.buyer.siret) == ("552100554", "55210055400013")
    xml = invoice_xml(issued.paper)
    assert b'<ram:GlobalID schemeID="0009">55210055400013</ram:GlobalID>' in xml
    assert (broken_rules(xml, EN16931), broken_rules(xml, FRANCE)) == ([], [])
    with pytest.raises(CompanyRefused):
        checked_company(replace(DURAND, siren="552 100 554 00014"))


# ── whom it is for ─────────────────────────────────────────────────────────────────────────────────────────────────
def customer(till: Till, details: Details) -> Customer:
    return CustomerService(till.counter).note(details, wants_offers=False, person=CAMILLE)


def named(till: Till, who: Customer) -> Ticket:
    return till.sale.pay(replace(till.basket(CASE_EAN), customer_id=who.customer_id), [cash(2990)], person=CAMILLE)


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("3 quai de la Fosse, 44000 Nantes", ("3 quai de la Fosse", "44000 Nantes")),
        ("Bât. B, 3 quai de la Fosse - 44000 Nantes Cedex 1", ("Bât. B, 3 quai de la Fosse", "44000 Nantes Cedex 1")),
        ("3 quai de la Fosse 44000 Nantes", ("3 quai de la Fosse", "44000 Nantes")),
        ("3 quai de la Fosse", ("3 quai de la Fosse", "")),
        ("", ("", "")),
    ],
)
def test_the_form_is_filled_in_from_the_customers_file(till: Till, invoices: InvoiceService, address: str, lines: tuple[str, str]) -> None:
    who = customer(
        till, Details(company="Atelier Durand SARL", siren="552 100 554", vat_number="FR96552100554", address=address, email="compta@durand.example.fr")
    )
    assert invoices.addressee(named(till, who).number) == Addressee(
        Company("Atelier Durand SARL", "552100554", lines, "FR96552100554"), "compta@durand.example.fr"
    )


def test_nobody_is_suggested_for_a_ticket_without_customer_or_one_who_was_erased(till: Till, invoices: InvoiceService) -> None:
    who = customer(till, Details(company="Atelier Durand SARL"))
    ticket = named(till, who)
    CustomerService(till.counter).erase(who.customer_id, person=SOPHIE)
    assert [invoices.addressee(number) for number in (ticket.number, sold(till, IMEIS[0]).number)] == [NOBODY_KNOWN, NOBODY_KNOWN]


def test_a_credit_note_is_for_the_company_of_the_invoice_that_it_corrects(till: Till, invoices: InvoiceService) -> None:
    bought = sold(till, IMEIS[0])
    invoices.issue(bought.number, DURAND, person=CAMILLE)
    returns = ReturnService(till.counter, till.stock, CatalogueService(till.database))
    back = returns.add_back(till.basket(), bought.number, {bought.lines[0].line_id: 1}, Grounds("changed_mind", scanned=IMEIS[0]), person=SOPHIE)
    refund = till.sale.pay(back, [Tender("cash", Money(-44900))], person=SOPHIE)
    suggested = invoices.addressee(refund.number).company
    issued = invoices.issue(refund.number, suggested, person=SOPHIE)
    assert (issued.paper.credit, issued.paper.buyer, issued.paper.preceding) == (True, invoices.issued("L01-K2-F000001").paper.buyer, ("L01-K2-F000001", DAY))


# ── how it leaves ──────────────────────────────────────────────────────────────────────────────────────────────────
def test_it_is_written_into_a_folder_under_a_name_that_says_what_it_is(till: Till, plugged: list[Path], invoices: InvoiceService, tmp_path: Path) -> None:
    number = invoices.issue(sold(till, IMEIS[0]).number, DURAND, person=CAMILLE).number
    content = invoices.made(number)
    invoices.keep(number, content)
    plugged.append(tmp_path / "clé")
    for _ in range(2):
        path = invoices.save(number, tmp_path / "clé")
        assert (path.name, path.read_bytes()) == ("Facture-L01-K2-F000001.pdf", content)
    assert [file.name for file in (tmp_path / "clé").iterdir()] == ["Facture-L01-K2-F000001.pdf"]


def test_a_drive_that_is_gone_or_full_says_so_and_holds_no_half_invoice(till: Till, plugged: list[Path], invoices: InvoiceService, tmp_path: Path) -> None:
    number = invoices.issue(sold(till, CASE_EAN).number, DURAND, person=CAMILLE).number
    invoices.keep(number, b"%PDF-")
    drive = tmp_path / "drive"
    with pytest.raises(FolderGone):
        invoices.save(number, drive)
    assert not drive.exists(), "what is written under the name of a drive that is gone is on the till, and nobody has it"
    drive.mkdir()
    plugged.append(drive)
    (drive / "Facture-L01-K2-F000001.pdf.part").symlink_to("/dev/full")
    with pytest.raises(FolderFull):
        invoices.save(number, drive)
    assert list(drive.iterdir()) == []


def test_a_mailed_invoice_is_no_receipt_and_its_address_is_forgotten(till: Till, invoices: InvoiceService) -> None:
    """The original receipt has not left with it, so that the first printed one is no duplicate (FIS-12)."""
    ticket = sold(till, CASE_EAN)
    number = invoices.issue(ticket.number, DURAND, person=CAMILLE).number
    told: list[str] = []
    invoices.listeners.append(lambda: told.append("look"))
    invoices.mail(number, " compta@durand.example.fr", person=CAMILLE)
    (waiting,) = till.receipts.waiting()
    assert (waiting.invoice, waiting.address, waiting.receipt, told) == (number, "compta@durand.example.fr", None, ["look"])
    assert till.receipts.print(ticket.number, person=CAMILLE) == 0
    till.receipts.sent(waiting.delivery_id)
    left = invoices.mailed(ticket.number)
    assert left is not None and (left.state, left.address) == (DeliveryState.SENT, None)
    with pytest.raises(EmailRefused):
        invoices.mail(number, "compta@", person=CAMILLE)


def test_nothing_leaves_a_training_till_and_other_countries_have_no_invoice(till: Till) -> None:
    def service(counter: Counter) -> InvoiceService:
        roads = InvoiceRoads(lambda: (Path("/media/key"),), lambda: True)
        return InvoiceService(counter, CatalogueService(till.database), Documents(till.clock, till.counter.ids), register_note=str, roads=roads)

    lesson = replace(till.counter, style=replace(till.counter.style, training=True))
    york = replace(till.counter, style=replace(till.counter.style, locale=Locale("en", "USD", "US")))
    found = [(made.offered, made.mails, made.folders()) for made in map(service, (till.counter, lesson, york))]
    assert found == [(True, True, (Path("/media/key"),)), (True, False, ()), (False, True, (Path("/media/key"),))]


def test_what_is_not_there_is_said(invoices: InvoiceService) -> None:
    with pytest.raises(TicketUnknown):
        invoices.issue("L01-K2-999999", DURAND, person=CAMILLE)
    with pytest.raises(InvoiceUnknown):
        invoices.made("L01-K2-F999999")
