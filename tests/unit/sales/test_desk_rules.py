"""The rules of the counter: chosen by their day, refused when a file is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.sales.desk.rulefile import load_desk_rules
from kiosk.sales.desk.rules import DeskRuleMissing
from kiosk.sales.rulefiles import BadSaleRules

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@pytest.mark.parametrize(("country", "quotation", "deposit"), [("fr", 15, 7), ("us_ny", 15, 7)])
def test_each_country_says_how_long_the_counter_keeps_its_promises(country: str, quotation: int, deposit: int) -> None:
    rule = load_desk_rules(RESOURCES, country=country).on(date(2026, 11, 22))
    assert (rule.quotation_days, rule.deposit_days) == (quotation, deposit)
    assert "\n" not in rule.contract_terms and "  " not in rule.contract_terms


def test_before_the_first_rule_there_is_none() -> None:
    rules = load_desk_rules(RESOURCES)
    with pytest.raises(DeskRuleMissing):
        rules.on(date(2010, 1, 1))
    with pytest.raises(DeskRuleMissing):
        rules.consent_on(date(2010, 1, 1))


@pytest.mark.parametrize("text", ["", "rules = 3", "[[rules]]\nfrom = 2020-01-01\n", "nonsense"])
def test_a_wrong_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "fr.toml").write_text(text, "utf-8")
    with pytest.raises(BadSaleRules):
        load_desk_rules(tmp_path)
