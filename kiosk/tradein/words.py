"""The trade-in's words for papers and screens, by code, from ``resources/i18n/tradein.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.diagnostics.checklist import Words
from kiosk.diagnostics.rulefiles import read_toml


@dataclass(frozen=True, slots=True)
class TradeInWords:
    """One table per kind of code."""

    nature: Mapping[str, Words]
    payout: Mapping[str, Words]
    document: Mapping[str, Words]
    provenance: Mapping[str, Words]
    verdict: Mapping[str, Words]
    method: Mapping[str, Words]
    contract: Mapping[str, Words]
    declaration: Mapping[str, Words]
    label: Mapping[str, Words]
    voucher: Mapping[str, Words]


def load_words(resources: Path) -> TradeInWords:
    """BadRuleFile when a table or a language is missing."""
    words, _sha256 = read_toml(resources / "i18n" / "tradein.toml", TradeInWords)
    return words
