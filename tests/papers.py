"""Realistic papers that several tests print: a mixed sale, a closing, a voucher, a label, a purchase contract."""

from __future__ import annotations

import dataclasses
import hashlib

from kiosk.basics.money import Money
from kiosk.documents.papers import (
    PaperSection,
    PurchaseContract,
    Receipt,
    ReceiptLine,
    ReceiptTaxRow,
    ReceiptTender,
    ShopHeader,
    Slip,
    UnitLabel,
)

SHOP = ShopHeader(
    shop_id="L01", name="Nantes Crébillon", legal_name="Seconde Vie Électronique SAS", address=("14 rue Crébillon", "44000 Nantes"),
    siret="912 345 678 00017", naf="4779Z", vat_number="FR32 912345678", phone="02 40 00 00 00",
)  # fmt: skip

MIXED_SALE = Receipt(
    shop=SHOP,
    till_label="Caisse 2",
    number="L01-K2-000123",
    at_local="22/11/2026 11:15",
    cashier="Camille Lefort",
    lines=(
        ReceiptLine(
            "Apple iPhone 13 128 Go Minuit reconditionné", "1", Money(44900), "M",
            details=("Très bon état · batterie 88\u202f%", "IMEI 356938110000019 · registre n° L01-004512"),
        ),
        ReceiptLine("Coque silicone transparente", "2", Money(2990), "A", unit_price=Money(1495)),
    ),
    total=Money(47890),
    item_count=2,
    tax_rows=(ReceiptTaxRow("A", "20,00\u202f%", Money(2492), Money(498), Money(2990)),),
    margin_total=Money(44900),
    margin_mention="Régime particulier – Biens d’occasion",
    tenders=(ReceiptTender("Carte bancaire", Money(39890)), ReceiptTender("Espèces", Money(10000))),
    change=Money(2000),
    mentions=("Garantie légale de conformité\u00a0: 2 ans à compter de la remise du bien, due par le vendeur.",),
    stamp_lines=("N° 123 · signature aK9f · 2 lignes", "Logiciel 0.1.0"),
    barcode="L01-K2-000123",
)  # fmt: skip

FIVE_LINES = (
    ReceiptLine(
        "Apple iPhone 13 128 Go Minuit reconditionné", "1", Money(44900), "M",
        details=("IMEI 356938110000019", "Très bon état", "Livre de police n° L01-004512", "Garantie légale jusqu’au 22/11/2028"),
    ),
    ReceiptLine(
        "Nintendo Switch OLED · Blanc", "1", Money(21900), "M",
        details=("N° de série XTJ70012345678", "Parfait état", "Livre de police n° L01-004533", "Garantie légale jusqu’au 22/11/2028"),
    ),
    ReceiptLine("Coque silicone transparente", "2", Money(2990), "A", unit_price=Money(1495)),
    ReceiptLine("Verre trempé iPhone 13", "1", Money(1990), "A", discount=Money(500)),
    ReceiptLine("Pose de verre trempé", "1", Money(500), "A"),
)  # fmt: skip
MENTIONS = (
    "Garantie légale de conformité : 2 ans à compter de la remise du bien, due par le vendeur (C. conso. L. 217-3).",
    "Bien d’occasion : un défaut apparu dans les 12 mois est présumé exister à la remise.",
    "Retour possible sous 30 jours avec ce ticket.",
)


def five_lines() -> Receipt:
    """Two devices, two accessories and a service, with every mention: what a link must carry easily."""
    return dataclasses.replace(
        MIXED_SALE, lines=FIVE_LINES, item_count=5, total=Money(72280), margin_total=Money(66800), mentions=MENTIONS, change=Money(0),
        tax_rows=(ReceiptTaxRow("A", "20,00\u202f%", Money(4567), Money(913), Money(5480)),), tenders=(ReceiptTender("Carte bancaire", Money(72280)),),
        stamp_lines=("Signature aK9f · Logiciel kiosk 0.1.0 (fiscal 1.0)",),
    )  # fmt: skip


def long_ticket(count: int) -> Receipt:
    """As many articles, each of its own."""
    lines = tuple(ReceiptLine(f"Article {hash_of(place)} n° {place}", "1", Money(1000 + 37 * place), "A") for place in range(1, count + 1))
    total = Money.total(line.gross for line in lines)
    return dataclasses.replace(five_lines(), lines=lines, item_count=count, total=total, margin_total=None, margin_mention=None)


def hash_of(place: int) -> str:
    """A word that compresses badly, the same each time."""
    return hashlib.sha256(str(place).encode()).hexdigest()[:12]


AMERICAN = dataclasses.replace(
    MIXED_SALE,
    shop=ShopHeader("N01", "New York 5th Avenue", "Second Life Electronics Inc.", ("350 5th Ave", "New York, NY 10118"), "", "", "12-3456789", "212 555 0100"),
    till_label="Register 1", number="N01-K1-000001", barcode="N01-K1-000001",
    lines=(ReceiptLine("iPhone 13 · 128 GB · Midnight", "1", Money(44900), "T"), ReceiptLine("Clear case iPhone 13", "1", Money(2990), "T")),
    total=Money(52140), tax_rows=(), margin_total=None, margin_mention=None, tenders=(ReceiptTender("Cash", Money(60000)),), change=Money(7860),
    mentions=("Returns within 30 days with this receipt.",), stamp_lines=(), subtotal=Money(47890),
    taxes_on_top=(
        ("Sales tax 8.875%", Money(4250)), ("  New York State 4%", Money(1916)), ("  New York City 4.5%", Money(2155)), ("  MCTD 0.375%", Money(179)),
    ),
)  # fmt: skip

CLOSING = Slip(
    shop=SHOP,
    till_label="Caisse 2",
    title="Clôture Z n° 12",
    number="L01-K2-Z000012",
    at_local="22/11/2026 19:04",
    sections=(
        PaperSection("Ventes", (("Tickets", "48"), ("Total TTC", "4\u202f217,60\u202f€"), ("Retours", "\u221239,90\u202f€"))),
        PaperSection("Règlements", (("Carte bancaire", "3\u202f102,20\u202f€"), ("Espèces", "1\u202f115,40\u202f€"))),
        PaperSection("", (("Total", "4\u202f177,70\u202f€"),), strong=True),
        PaperSection("Grands totaux perpétuels", (("Algébrique", "912\u202f345,10\u202f€"), ("Absolu", "918\u202f002,90\u202f€"))),
    ),
    mentions=(),
    stamp_lines=("N° 12 · signature bQ2x",),
)  # fmt: skip

VOUCHER = Slip(
    shop=SHOP,
    till_label="Caisse 2",
    title="Bon d’achat",
    number="L01-K2-B000031",
    at_local="22/11/2026 11:18",
    sections=(PaperSection("", (("Valeur", "165,00\u202f€"),), strong=True), PaperSection("", (("Reprise", "L01-K2-R000087"),))),
    mentions=("Valable dans tous nos magasins, en une ou plusieurs fois. Non remboursable en espèces.",),
    stamp_lines=(),
    barcode="BA7K2M94QX31",
)  # fmt: skip

LABEL = UnitLabel(
    label_code="U-L01-004512", name="Apple iPhone 13 128 Go Minuit", identifier_tail="0000 19", state_word="En vente",
    register_number="L01-004512", grade_word="Très bon état", price=Money(44900), battery_pct=88, grade_diamonds=2,
)  # fmt: skip

SIGNATURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 140"><path d="M20 80 C60 20 110 -10 80 70 S40 140 90 120 150 40 165 70 160 120 180 110 '
    '205 10 215 20 200 140 225 115 260 60 275 90 300 100 320 70 350 90 385 75" fill="none" stroke="#1d1b16" stroke-width="4"/></svg>'
)

CONTRACT = PurchaseContract(
    shop=SHOP,
    number="L01-K2-R000087",
    register_number="L01-004513",
    at_local="22 novembre 2026 à 11:18",
    place="Nantes",
    seller_name="Élodie Garnier",
    seller_address="8 rue des Carmes, 44000 Nantes",
    seller_document="Carte nationale d’identité n° X4RTBPFW4, délivrée le 14/03/2022 par la préfecture de Loire-Atlantique",
    device=(("Modèle", "Apple iPhone 12"), ("Stockage", "64 Go"), ("IMEI", "356938110000027"), ("Provenance", "Achat neuf")),
    condition=(("Verrous de compte", "Aucun", ""), ("Batterie", "79\u202f%", "lue par USB"), ("Écran", "Rayure S1", "photo 1")),
    offer_lines=(("Valeur du modèle, bon état", Money(18600)), ("Batterie à 79\u202f%", Money(-1800)), ("Rayure de l’écran", Money(-300))),
    price=Money(16500),
    payout="en bon d’achat BA7K2M94QX31",
    declarations=("Je suis propriétaire de cet appareil et majeure.", "J’ai sauvegardé mes données\u202f; elles seront effacées."),
    technician="Yanis Benali",
    signature_svg=SIGNATURE,
    facts_sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    at_utc="2026-11-22T10:18:00.000Z",
)  # fmt: skip
