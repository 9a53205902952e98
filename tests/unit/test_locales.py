"""Amounts, rates and dates as French, English and American readers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from kiosk.basics.locales import FRANCE, Locale
from kiosk.basics.money import Money

ENGLISH_IN_FRANCE = Locale("en")
NEW_YORK = Locale("en", "USD", "US")
FRENCH_IN_NEW_YORK = Locale("fr", "USD", "US")
COUNTERS = [FRANCE, ENGLISH_IN_FRANCE, NEW_YORK, FRENCH_IN_NEW_YORK]


@pytest.mark.parametrize(
    ("cents", "texts"),
    [
        (0, ["0,00\u202f€", "€0.00", "$0.00", "0,00\u202f$"]),
        (7, ["0,07\u202f€", "€0.07", "$0.07", "0,07\u202f$"]),
        (1_234_50, ["1\u202f234,50\u202f€", "€1,234.50", "$1,234.50", "1\u202f234,50\u202f$"]),
        (-418_80, ["\u2212418,80\u202f€", "\u2212€418.80", "\u2212$418.80", "\u2212418,80\u202f$"]),
    ],
)
def test_an_amount_is_written_as_the_reader_and_the_shop_write_it(cents: int, texts: list[str]) -> None:
    assert [locale.money(Money(cents)) for locale in COUNTERS] == texts


@pytest.mark.parametrize(
    ("cents", "texts"),
    [
        (20, ["20\u202fc", "20\u202fc", "20¢", "20¢"]),
        (60_00, ["60\u202f€", "€60", "$60", "60\u202f$"]),
        (53_80, ["53,80\u202f€", "€53.80", "$53.80", "53,80\u202f$"]),
        (-1_000_00, ["\u22121\u202f000\u202f€", "\u2212€1,000", "\u2212$1,000", "\u22121\u202f000\u202f$"]),
    ],
)
def test_a_note_is_written_without_cents(cents: int, texts: list[str]) -> None:
    assert [locale.round_money(Money(cents)) for locale in COUNTERS] == texts


def test_a_range_says_the_currency_once() -> None:
    assert [locale.money_range(Money(142_00), Money(168_00)) for locale in COUNTERS] == ["142 – 168\u202f€", "€142 – 168", "$142 – 168", "142 – 168\u202f$"]
    assert NEW_YORK.money_range(Money(142_00), Money(142_00)) == "$142"


def test_an_amount_beside_its_currency_has_no_sign() -> None:
    assert [locale.bare_money(Money(-1_234_50)) for locale in COUNTERS] == ["\u22121\u202f234,50", "\u22121,234.50", "\u22121,234.50", "\u22121\u202f234,50"]


@pytest.mark.parametrize(
    ("percent", "french", "english"),
    [("20", "20,00\u202f%", "20%"), ("5.5", "5,50\u202f%", "5.5%"), ("8.875", "8,88\u202f%", "8.875%"), ("0", "0,00\u202f%", "0%")],
)
def test_a_tax_rate_keeps_its_decimals_in_english_and_two_in_french(percent: str, french: str, english: str) -> None:
    assert (FRANCE.tax_rate(Fraction(percent)), NEW_YORK.tax_rate(Fraction(percent))) == (french, english)


@pytest.mark.parametrize(("hour", "clock"), [(0, "12:07 AM"), (9, "9:07 AM"), (12, "12:07 PM"), (14, "2:07 PM")])
def test_an_american_paper_turns_the_date_and_the_clock_around(hour: int, clock: str) -> None:
    at_local = datetime(2026, 11, 3, hour, 7, tzinfo=UTC)
    assert NEW_YORK.moment(at_local) == f"11/03/2026 {clock}"
    assert FRANCE.moment(at_local) == f"03/11/2026 {hour:02d}:07"
    assert ENGLISH_IN_FRANCE.date(date(2026, 11, 3)) == "03/11/2026"


def test_a_currency_without_a_sign_is_written_by_its_code() -> None:
    assert (Locale("fr", "CHF", "CH").money(Money(5_00)), Locale("en", "CHF", "CH").money(Money(5_00))) == ("5,00\u202fCHF", "CHF5.00")
