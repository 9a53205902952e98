"""The fixed words of till papers, read from ``resources/receipts``, and the style that a paper is written in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.basics.locales import FRANCE, Locale
from kiosk.documents.papers import ShopHeader

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@dataclass(frozen=True, slots=True)
class PaperWords:
    """One field per line of ``resources/receipts/<pack>.toml``; a missing or unknown one stops the start."""

    ticket: str
    phone: str
    subtotal: str
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
    non_sale: str
    due: str
    duplicate: str
    copy_count: str
    training: str
    training_meaning: str
    siret: str
    naf: str
    vat_number: str
    self_test_title: str
    self_test_euro: str
    self_test_accents: str
    self_test_ask: str


def identity_line(shop: ShopHeader, words: PaperWords) -> str:
    """The numbers by which the seller is known, at the foot of every paper; an empty word or number is not printed."""
    known = {"siret": shop.siret, "naf": shop.naf, "vat_number": shop.vat_number}
    return " · ".join(getattr(words, name).format(**{name: number}) for name, number in known.items() if number and getattr(words, name))


@dataclass(frozen=True, slots=True)
class PaperStyle:
    """How a shop's papers speak: fixed words, amounts and dates; in training each says so at both ends (FIS-13)."""

    words: PaperWords
    locale: Locale
    training: bool = False


@cache
def paper_words(pack: str = "fr") -> PaperWords:
    """The words of one country pack; read once, they do not change while the program runs."""
    return PaperWords(**tomllib.loads((RESOURCES / "receipts" / f"{pack}.toml").read_text("utf-8")))


@cache
def french_paper() -> PaperStyle:
    """The papers of a shop in France."""
    return PaperStyle(paper_words("fr"), FRANCE)
