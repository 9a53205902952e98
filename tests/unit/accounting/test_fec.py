"""The accounting file as the tax office reads it (LPF A. 47 A-1)."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.accounting.entries import BookEntry, entry_of
from kiosk.accounting.facts import Fact
from kiosk.accounting.fec import fec_bytes, field, file_name
from tests.unit.accounting.said import CHART, DAY, bought, device, goods, ticket

HEADER = (
    "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit"
    "\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise"
)
SALE = ticket(2, [device("449.00", "320.00", "21.50"), goods("24.92", "4.98")], ("card", "478.90"))


def entries(*facts: Fact) -> list[BookEntry]:
    return [entry for entry in (entry_of(fact, CHART) for fact in facts) if entry is not None]


def rows(content: bytes) -> list[list[str]]:
    return [line.split("\t") for line in content.decode("iso8859-15").split("\r\n")[1:-1]]


def line(journal: str, number: int, account: str, piece: str, text: str, amounts: str) -> str:
    return f"{journal}\t{number}\t20261122\t{account}\t\t\t{piece}\t20261122\t{text} {piece}\t{amounts}\t\t\t20261122\t\t"


def test_the_file_says_word_for_word() -> None:
    bought_, sold = ("AC\tJournal des achats", 1), ("VE\tJournal des ventes", 2)
    contract, receipt = ("L01-K2-A000001", "Rachat"), ("L01-K2-000002", "Vente")
    content = fec_bytes(entries(bought(1, "80.00", credit="80.00"), SALE), CHART).decode("iso8859-15")
    assert content.split("\r\n") == [
        HEADER,
        line(*bought_, "607\tAchats de biens d'occasion (régime de la marge)", *contract, "80,00\t0,00"),
        line(*bought_, "467\tBons de reprise à utiliser", *contract, "0,00\t80,00"),
        line(*sold, "5115\tCartes bancaires à encaisser", *receipt, "478,90\t0,00"),
        line(*sold, "7071\tVentes de biens d'occasion (régime de la marge)", *receipt, "0,00\t427,50"),
        line(*sold, "44571M\tTVA collectée sur la marge", *receipt, "0,00\t21,50"),
        line(*sold, "707\tVentes de marchandises", *receipt, "0,00\t24,92"),
        line(*sold, "44571\tTVA collectée", *receipt, "0,00\t4,98"),
        "",
    ]


def test_a_period_without_entries_is_its_header_alone() -> None:
    assert fec_bytes([], CHART) == HEADER.encode() + b"\r\n"


def test_numbers_follow_on_from_the_months_before() -> None:
    found = rows(fec_bytes(entries(bought(1, "80.00"), SALE), CHART, first_number=41))
    assert [row[2] for row in found] == ["41", "41", "42", "42", "42", "42", "42"]


@pytest.mark.parametrize(
    ("month", "day", "name"),
    [
        (12, DAY, "981543275FEC20261231.txt"),
        (3, DAY, "981543275FEC20270331.txt"),
        (3, date(2026, 3, 31), "981543275FEC20260331.txt"),
        (2, date(2027, 12, 1), "981543275FEC20280229.txt"),
    ],
)
def test_the_name_is_the_company_and_the_last_day_of_its_fiscal_year(month: int, day: date, name: str) -> None:
    chart = type(CHART)(CHART.accounts, CHART.journals, CHART.methods, CHART.stocks, CHART.texts, month)
    assert file_name("981543275", chart, day) == name
    assert re.fullmatch(r"\d{9}FEC\d{8}\.txt", name)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Bœuf à l’ancienne 12 €", "Bœuf à l'ancienne 12 €"),
        ("iPhone 13 · 128 Go", "iPhone 13 - 128 Go"),
        ("a\tb|c\r\nd", "a b c d"),
        ("1\u202f234,50\u00a0€", "1 234,50 €"),
        ("Łódź – “Dvořák”…", 'Lódz - "Dvorák"...'),
        ("日本 ①", "?? 1"),
        ("a\u0000b\u200bc", "a b c"),
    ],
)
def test_what_the_alphabet_does_not_know_is_written_in_plain_letters(text: str, written: str) -> None:
    assert field(text) == written


@given(st.text())
def test_no_text_breaks_a_line_or_a_column(text: str) -> None:
    written = field(text)
    written.encode("iso8859-15")
    assert not set(written) & set("\t\r\n|")
