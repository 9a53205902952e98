"""The fixed words and the mark of till papers, read from ``resources/receipts``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@dataclass(frozen=True, slots=True)
class PaperWords:
    """One field per line of ``resources/receipts/<language>.toml``; a missing or unknown one stops the start."""

    ticket: str
    phone: str
    total: str
    one_line: str
    many_lines: str
    times: str
    discount: str
    change: str
    tax_title: str
    tax_rate: str
    tax_net: str
    tax_tax: str
    tax_gross: str
    duplicate: str
    training: str
    training_meaning: str
    siret: str
    naf: str
    vat_number: str
    self_test_title: str
    self_test_euro: str
    self_test_accents: str
    self_test_ask: str


@cache
def paper_words(language: str = "fr") -> PaperWords:
    """The words of one language; read once, they do not change while the program runs."""
    return PaperWords(**tomllib.loads((RESOURCES / "receipts" / f"{language}.toml").read_text("utf-8")))
