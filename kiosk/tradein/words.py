"""The trade-in's words for papers and screens, by code, from ``resources/i18n/tradein.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.basics.locales import FRANCE, Locale
from kiosk.diagnostics.checklist import Words
from kiosk.diagnostics.tomlfiles import read_toml


@dataclass(frozen=True, slots=True)
class TradeInWords:
    """One table per kind of code, and how the papers of the shop are written."""

    nature: Mapping[str, Words]
    payout: Mapping[str, Words]
    document: Mapping[str, Words]
    provenance: Mapping[str, Words]
    verdict: Mapping[str, Words]
    method: Mapping[str, Words]
    contract: Mapping[str, Words]
    photo: Mapping[str, Words]
    declaration: Mapping[str, Words]
    label: Mapping[str, Words]
    voucher: Mapping[str, Words]
    hold: Mapping[str, Words]
    offer: Mapping[str, Words]
    locale: Locale = FRANCE


def load_words(resources: Path, *, locale: Locale = FRANCE) -> TradeInWords:
    """For papers of that language; BadRuleFile when a table or a language is missing."""
    words, _sha256 = read_toml(resources / "i18n" / "tradein.toml", TradeInWords)
    return replace(words, locale=locale)
