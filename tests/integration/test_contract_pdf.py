"""The purchase contract as PDF: what it says, that it is the same each time, and what happens when it cannot be set."""

from __future__ import annotations

import dataclasses
import re
import subprocess
from pathlib import Path

import pytest

from kiosk.documents.papers import PurchaseContract
from kiosk.documents.pdf import PdfFailed, PdfTooSlow, contract_pdf
from tests.papers import CONTRACT


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return contract_pdf(CONTRACT)


def _text(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True, timeout=30).stdout.decode("utf-8")


def test_the_contract_says_who_what_for_how_much_and_how_it_is_paid(pdf: bytes) -> None:
    text = re.sub(r"\s+", " ", _text(pdf))
    for words in (
        "Contrat de cession", "L01-K2-R000087", "Élodie Garnier", "8 rue des Carmes, 44000 Nantes", "Carte nationale d’identité n° X4RTBPFW4",
        "Seconde Vie Électronique SAS", "Apple iPhone 12", "356938110000027", "Rayure S1", "−18,00 €", "165,00 €", "en bon d’achat BA7K2M94QX31",
        "Je suis propriétaire de cet appareil", "Yanis Benali", "Fait en deux exemplaires", "aucune TVA",
    ):  # fmt: skip
        assert words in text


def test_the_register_number_and_the_fingerprint_of_the_facts_are_on_it(pdf: bytes) -> None:
    assert "L01-004513" in _text(pdf) and CONTRACT.facts_sha256 in _text(pdf)


def test_the_same_contract_gives_the_same_bytes(pdf: bytes) -> None:
    assert contract_pdf(CONTRACT) == pdf


def test_it_is_an_archive_pdf_with_all_its_fonts(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "contract.pdf"
    path.write_bytes(pdf)
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True, timeout=30).stdout.decode("utf-8").splitlines()[2:]
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf and b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert fonts and all(re.search(r"\byes yes yes\b", font) for font in fonts)


def test_a_long_condition_report_goes_on_to_a_second_page() -> None:
    condition = tuple((f"Point de contrôle {number}", "Conforme", "vu au comptoir") for number in range(1, 61))
    text = _text(contract_pdf(dataclasses.replace(CONTRACT, condition=condition)))
    assert "page 2 / 2" in text and "Point de contrôle 60" in text


def test_without_a_signature_the_contract_can_still_be_set() -> None:
    assert contract_pdf(dataclasses.replace(CONTRACT, signature_svg="", condition=())).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("contract", "deadline_s", "error"),
    [(dataclasses.replace(CONTRACT, signature_svg="<svg"), 20.0, PdfFailed), (CONTRACT, 0.001, PdfTooSlow)],
)
def test_what_cannot_be_set_is_a_coded_error(contract: PurchaseContract, deadline_s: float, error: type[Exception]) -> None:
    with pytest.raises(error):
        contract_pdf(contract, deadline_s=deadline_s)
