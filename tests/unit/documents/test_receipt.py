"""What stands on a receipt, a closing and a voucher, read back from their bytes."""

from __future__ import annotations

import dataclasses
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.basics.money import Money
from kiosk.documents.escpos import drawer_pulse_bytes, receipt_bytes, self_test_bytes, slip_bytes
from kiosk.documents.papers import ReceiptLine
from kiosk.hardware.virtual.escpos_reader import Command, Text, read_tokens
from kiosk.hardware.virtual.paper import paper_text, render_png
from tests.barcodes import codes_in
from tests.papers import CLOSING, MIXED_SALE, SHOP, VOUCHER

MIXED_SALE_AS_READ = """\
Nantes Crébillon
Seconde Vie Électronique SAS
14 rue Crébillon, 44000 Nantes
Tél. 02 40 00 00 00

Ticket L01-K2-000123      22/11/2026 11:15
Caisse 2                                  Camille Lefort

Apple iPhone 13 128 Go Minuit   449,00 (M)
reconditionné
  Très bon état · batterie 88 %
  IMEI 356938110000019 · registre n° L01-004512
Coque silicone transparente      29,90 (A)
  2 × 14,95

TOTAL TTC    478,90 €
2 lignes
Carte bancaire                    398,90 €
Espèces                           100,00 €
Rendu                              20,00 €

TVA (hors régime de la marge)
    Taux                        HT        TVA        TTC
(A) 20,00 %                  24,92       4,98      29,90
(M) Régime particulier – Biens d’occasion         449,00

Garantie légale de conformité : 2 ans à compter de la
remise du bien, due par le vendeur.
L01-K2-000123
N° 123 · signature aK9f · 2 lignes
Logiciel 0.1.0
Réimpression n° 0
SIRET 912 345 678 00017 · NAF 4779Z · TVA FR32 912345678
"""


def test_a_mixed_sale_reads_as_the_law_wants_it() -> None:
    assert paper_text(receipt_bytes(MIXED_SALE)) == MIXED_SALE_AS_READ


def test_the_margin_line_shows_no_net_and_no_tax() -> None:
    """449.00 sold, 320.00 bought: net 107.50 and tax 21.50 stay inside (CGI 297 E)."""
    text = paper_text(receipt_bytes(MIXED_SALE))
    assert all(hidden not in text for hidden in ("21,50", "107,50", "74,83", "320,00"))


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_every_line_fits_and_amounts_end_at_the_right_edge(columns: int) -> None:
    text = paper_text(receipt_bytes(MIXED_SALE, columns=columns))
    small_columns = columns * 12 // 9
    assert max(len(line) for line in text.splitlines()) <= small_columns
    amounts = [line for line in text.splitlines() if line.startswith(("Apple", "Carte", "Espèces"))]
    assert [len(line) for line in amounts] == [columns] * 3


def test_every_character_leaves_from_the_western_code_page() -> None:
    tokens = read_tokens(receipt_bytes(MIXED_SALE))[0]
    pages = [token.parameters for token in tokens if isinstance(token, Command) and token.name == "ESC t"]
    text = b"".join(token.content for token in tokens if isinstance(token, Text))
    assert pages == [b"\x10"]
    assert b"478,90 \x80" in text and b"d\x92occasion" in text and b"?" not in text


def test_the_paper_is_cut_and_then_asked_whether_it_is_out() -> None:
    assert receipt_bytes(MIXED_SALE).endswith(b"\x1dV\x01\x1dr\x01")


def test_the_drawer_pulse_asks_for_confirmation_too() -> None:
    assert drawer_pulse_bytes() == b"\x1bp\x0022\x1dr\x01"


def test_the_same_ticket_gives_the_same_bytes() -> None:
    assert receipt_bytes(MIXED_SALE) == receipt_bytes(MIXED_SALE)


def test_no_byte_of_the_picture_on_it_looks_like_a_real_time_request() -> None:
    """A printer obeys DLE EOT, DLE ENQ and DLE DC4 even inside a picture's data."""
    content = receipt_bytes(MIXED_SALE)
    assert all(request not in content for request in (b"\x10\x04", b"\x10\x05", b"\x10\x14"))


def test_no_question_mark_stands_between_letters_anywhere_in_the_bytes() -> None:
    """What a lost character leaves behind; the mark's picture must not look like one either."""
    text = receipt_bytes(MIXED_SALE).decode("cp1252", "replace")
    assert re.findall(r"\w\?\w", text) == []


def test_a_duplicate_differs_by_its_banner_and_its_count_only() -> None:
    duplicate = dataclasses.replace(MIXED_SALE, duplicate_number=2, duplicate_at_local="23/11/2026 09:02")
    lines = paper_text(receipt_bytes(duplicate)).splitlines()
    assert [line.strip() for line in lines[:2]] == ["DUPLICATA n° 2", "23/11/2026 09:02"]
    assert "\n".join(lines[2:]) + "\n" == MIXED_SALE_AS_READ.replace("Réimpression n° 0", "Réimpression n° 2")


def test_a_training_ticket_says_so_at_both_ends() -> None:
    lines = paper_text(receipt_bytes(dataclasses.replace(MIXED_SALE, training=True))).splitlines()
    assert [lines[0].strip(), lines[1].strip()] == ["FORMATION", "Essai sans valeur"]
    assert [line.strip() for line in lines[-2:]] == ["FORMATION", "Essai sans valeur"]


def test_a_discount_stands_under_its_line() -> None:
    line = ReceiptLine("Chargeur USB-C 30 W", "1", Money(2241), "A", unit_price=Money(2490), discount=Money(249))
    text = paper_text(receipt_bytes(dataclasses.replace(MIXED_SALE, lines=(line,))))
    assert "Chargeur USB-C 30 W              22,41 (A)\n  Remise -2,49\n" in text


def test_the_bars_on_the_ticket_decode_to_its_number() -> None:
    assert _decoded(receipt_bytes(MIXED_SALE)) == ["L01-K2-000123"]


def test_the_bars_on_a_voucher_decode_to_its_code_and_its_value_is_large() -> None:
    content = slip_bytes(VOUCHER)
    assert _decoded(content) == ["BA7K2M94QX31"]
    assert "Valeur       165,00 €\n" in paper_text(content)


def test_a_code_too_long_for_bars_is_printed_as_text() -> None:
    content = slip_bytes(dataclasses.replace(VOUCHER, barcode="BON-" + "7" * 40))
    assert _decoded(content) == []
    assert "BON-" + "7" * 38 in paper_text(content)


def test_a_closing_shows_its_totals() -> None:
    text = paper_text(slip_bytes(CLOSING))
    assert "Total TTC                       4 217,60 €\n" in text
    assert "Retours                           -39,90 €\n" in text
    assert "Total      4 177,70 €\n" in text


def test_the_self_test_shows_the_signs_that_firmwares_get_wrong() -> None:
    text = paper_text(self_test_bytes(SHOP))
    assert "Euro : €\nAccents : é è ê ç à ù œ Œ Ÿ « » – ’ …\n" in text and "Lisez-vous le signe euro et les accents" in text


@settings(max_examples=60, deadline=None)
@given(label=st.text(min_size=1, max_size=80), columns=st.sampled_from([32, 42, 48]))
def test_any_name_can_be_printed_and_the_amount_stays_on_its_line(label: str, columns: int) -> None:
    line = ReceiptLine(label, "1", Money(123456), "A")
    text = paper_text(receipt_bytes(dataclasses.replace(MIXED_SALE, lines=(line,)), columns=columns))
    assert sum(row.endswith("1 234,56 (A)") for row in text.splitlines()) == 1
    assert max(len(row) for row in text.splitlines()) <= columns * 12 // 9


def _decoded(content: bytes) -> list[str]:
    return codes_in(Image.open(io.BytesIO(render_png(content))))
