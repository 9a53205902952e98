"""How long who answers for a second-hand device, and what a repair adds (RCP-03)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.sales.after.rulefile import load_return_rules
from kiosk.sales.after.rules import BadReturnRules
from kiosk.sales.guarantee import GuaranteeState, Lengthened, Lengthening, after_repair, cover_of

RULES = load_return_rules(Path(__file__).resolve().parents[3] / "resources")
SOLD = date(2026, 11, 22)
TERMS = RULES.guarantee(SOLD)


def test_a_used_phone_is_covered_two_years_and_presumed_faulty_from_the_start_for_twelve_months() -> None:
    cover = cover_of(SOLD, used=True, terms=TERMS)
    assert (cover.legal_until, cover.presumed_until, cover.house_until) == (date(2028, 11, 22), date(2027, 11, 22), date(2027, 11, 22))


def test_a_new_article_is_presumed_faulty_from_the_start_for_two_years() -> None:
    assert cover_of(SOLD, used=False, terms=TERMS).presumed_until == date(2028, 11, 22)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2027, 11, 22), GuaranteeState.PRESUMED),
        (date(2027, 11, 23), GuaranteeState.COVERED),
        (date(2028, 11, 22), GuaranteeState.COVERED),
        (date(2028, 11, 23), GuaranteeState.OVER),
    ],
)
def test_the_last_day_still_counts(today: date, state: GuaranteeState) -> None:
    assert cover_of(SOLD, used=True, terms=TERMS).state(today) is state


def test_a_repair_done_at_once_adds_six_months_to_the_law_s_guarantee_only() -> None:
    cover = cover_of(SOLD, used=True, terms=TERMS)
    added = after_repair(cover, brought_on=date(2027, 3, 1), given_back_on=date(2027, 3, 1), terms=TERMS)
    after = cover_of(SOLD, used=True, terms=TERMS, lengthened=added)
    assert added == (Lengthened(Lengthening.REPAIR, 181),)
    assert (after.legal_until, after.presumed_until, after.house_until) == (date(2029, 5, 22), date(2027, 11, 22), date(2027, 11, 22))


def test_days_without_the_device_lengthen_every_promise() -> None:
    cover = cover_of(SOLD, used=True, terms=TERMS)
    added = after_repair(cover, brought_on=date(2027, 3, 1), given_back_on=date(2027, 3, 11), terms=TERMS)
    after = cover_of(SOLD, used=True, terms=TERMS, lengthened=added)
    assert (after.legal_until, after.presumed_until, after.house_until) == (date(2029, 6, 2), date(2027, 12, 2), date(2027, 12, 2))


def test_two_repairs_add_twice() -> None:
    first = after_repair(cover_of(SOLD, used=True, terms=TERMS), brought_on=SOLD, given_back_on=SOLD, terms=TERMS)
    second = after_repair(cover_of(SOLD, used=True, terms=TERMS, lengthened=first), brought_on=SOLD, given_back_on=SOLD, terms=TERMS)
    assert cover_of(SOLD, used=True, terms=TERMS, lengthened=(*first, *second)).legal_until == date(2029, 11, 22)


def test_the_promise_of_the_day_of_sale_holds() -> None:
    assert RULES.policy(SOLD).last_day(SOLD) == date(2026, 12, 22)


def test_every_reason_has_its_words_in_both_languages() -> None:
    assert [(reason.code, reason.text("fr"), reason.text("en")) for reason in RULES.reasons][:2] == [
        ("changed_mind", "N’en veut plus", "Changed their mind"),
        ("defect", "En panne ou défectueux", "Faulty"),
    ]


@pytest.mark.parametrize("text", ["", "policy = []", "[[policy]]\nfrom = 2026-01-01\ndays = 30\ncredit_months = 24\nextra = 1\n"])
def test_a_wrong_file_of_return_rules_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "returns").mkdir()
    (tmp_path / "returns" / "fr.toml").write_text(text, "utf-8")
    with pytest.raises(BadReturnRules):
        load_return_rules(tmp_path)
