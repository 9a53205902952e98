"""Each country of the packs has all its files: who adds a word adds it everywhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.basics.money import Money
from kiosk.sales.packs import PACKS, load_pack
from kiosk.sales.sales_tax import TaxShare, shares_of

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.mark.parametrize("country", PACKS)
def test_a_country_has_every_rule_and_every_word(country: str) -> None:
    pack = load_pack(RESOURCES, country=country, currency=PACKS[country].currency)
    rules = pack.rules.on(date(2026, 11, 23))
    assert {"standard", "margin", "exempt", "non_sale"} <= {rate.code for rate in rules.rates}
    assert pack.words.cash and pack.style.words.total and pack.style.locale.country == country


def test_a_tax_is_shared_out_to_the_cent_and_given_back_the_same_way() -> None:
    stack = load_pack(RESOURCES, country="US", currency="USD").rules.on(date(2026, 11, 23)).rate("standard").stack
    for cents in range(-300, 301):
        shares = shares_of(Money(cents), stack)
        assert Money.total(share.amount for share in shares) == Money(cents)
        assert [share.amount for share in shares_of(Money(-cents), stack)] == [-share.amount for share in shares]
    assert shares_of(Money(265), stack) == (
        TaxShare("New York State", "4", Money(120)), TaxShare("New York City", "4.5", Money(134)), TaxShare("MCTD", "0.375", Money(11)),
    )  # fmt: skip
    assert shares_of(Money(0), ()) == ()
