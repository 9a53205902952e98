"""The chart of accounts is dated data: the newest number that has begun is used, and a wrong file is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.accounting.chart import AccountMissing, MarginMethod, Use
from kiosk.accounting.chartfile import FILE_NAME, BadChart, load_chart
from tests.unit.accounting.said import CHART, DAY, RESOURCES

SOURCE = (RESOURCES / "accounting/fr.toml").read_text("utf-8")


def own(folder: Path, text: str) -> Path:
    (folder / FILE_NAME).write_text(text, "utf-8")
    return folder


def test_a_company_may_bring_its_own_numbers_from_a_day_on(tmp_path: Path) -> None:
    text = SOURCE + '\n'
    text = text.replace("[texts]", '[[accounts]]\nuse = "cash"\nfrom = 2026-11-23\nnumber = "531200"\nlabel = "Caisse 2"\n\n[texts]')
    chart = load_chart(RESOURCES, own(tmp_path, text))
    assert chart.account(Use.CASH, DAY).number == "53"
    assert chart.account(Use.CASH, date(2026, 11, 23)).number == "531200"


def test_the_method_of_the_margin_scheme_changes_on_the_first_of_a_month(tmp_path: Path) -> None:
    text = SOURCE.replace("[[journals]]", '[[methods]]\nfrom = 2027-01-01\nmethod = "global"\n\n[[journals]]', 1)
    chart = load_chart(RESOURCES, own(tmp_path, text))
    assert (chart.method(date(2026, 12, 31)), chart.method(date(2027, 1, 1))) == (MarginMethod.UNIT, MarginMethod.GLOBAL)


def test_before_any_account_holds_it_is_said_which_is_missing() -> None:
    with pytest.raises(AccountMissing) as missing:
        CHART.account(Use.CASH, date(2013, 1, 1))
    assert missing.value.facts == {"use": "cash", "day": "2013-01-01"}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('use = "safe"', 'use = "cash"', "no account for safe"),
        ('journal = "vat"', 'journal = "cash"', "vat must stand once"),
        ("cash_in =", "cash_inn =", "texts: cash_in"),
        ("from = 2014-01-01\nmethod", "from = 2014-01-02\nmethod", "not the first of a month"),
        ('method = "unit"', 'method = "guess"', "guess"),
        ('number = "53"', 'number = "caisse"', "regex"),
        ("year_ends_month = 12", "year_ends_month = 13", "year_ends_month"),
    ],
)
def test_a_wrong_chart_is_refused_and_its_fault_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert old in SOURCE
    with pytest.raises(BadChart) as bad:
        load_chart(RESOURCES, own(tmp_path, SOURCE.replace(old, new)))
    assert fault in str(bad.value.faults)


def test_a_country_without_a_chart_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadChart):
        load_chart(RESOURCES, tmp_path, country="us_ny")


def test_two_methods_from_the_same_day_are_refused(tmp_path: Path) -> None:
    text = SOURCE.replace("[[journals]]", '[[methods]]\nfrom = 2014-01-01\nmethod = "global"\n\n[[journals]]', 1)
    with pytest.raises(BadChart):
        load_chart(RESOURCES, own(tmp_path, text))
