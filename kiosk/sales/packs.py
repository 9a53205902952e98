"""What a country gives the till: tax rules, words and the look of its papers. A country is files in ``resources``, chosen by the shop's settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.basics.locales import Locale
from kiosk.cash.rulefiles import load_cash_book
from kiosk.cash.rules import CashBook
from kiosk.documents.words import PaperStyle, paper_words
from kiosk.errors import Misused
from kiosk.sales.after.rulefile import load_return_rules
from kiosk.sales.after.rules import ReturnRules
from kiosk.sales.desk.rulefile import load_desk_rules
from kiosk.sales.desk.rules import DeskRules
from kiosk.sales.rulefiles import load_sale_rules
from kiosk.sales.rules import SaleRules
from kiosk.sales.words import SaleWords, load_sale_words


class CountryUnknown(Misused):
    """No rules are shipped for the shop's country and currency."""

    code = "sales.country_unknown"


@dataclass(frozen=True, slots=True)
class Pack:
    """``name`` is that of its files."""

    name: str
    language: str
    currency: str


PACKS = {"FR": Pack("fr", "fr", "EUR"), "US": Pack("us_ny", "en", "USD")}


@dataclass(frozen=True, slots=True)
class CountryPack:
    """All that the counter needs to know of a country, beside the fiscal module."""

    rules: SaleRules
    words: SaleWords
    style: PaperStyle
    cash: CashBook
    returns: ReturnRules
    desk: DeskRules


def load_pack(resources: Path, *, country: str, currency: str, training: bool = False) -> CountryPack:
    """CountryUnknown, BadSaleRules."""
    pack = PACKS.get(country)
    if pack is None or pack.currency != currency:
        raise CountryUnknown(country=country, currency=currency)
    style = PaperStyle(paper_words(pack.name), Locale(pack.language, currency, country), training=training)
    cash = load_cash_book(resources, country=pack.name, language=pack.language)
    returns = load_return_rules(resources, country=pack.name)
    desk = load_desk_rules(resources, country=pack.name)
    rules, words = load_sale_rules(resources, country=pack.name), load_sale_words(resources, language=pack.language)
    return CountryPack(rules, words, style, cash, returns, desk)
