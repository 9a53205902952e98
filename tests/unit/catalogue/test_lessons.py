"""What devices teach: marks, counts, and that nothing is written over."""

from __future__ import annotations

import pytest

from kiosk.catalogue.lessons import MOST_FAMILIES, FamilyCount, ModelLesson, added, is_mark, joined

IPHONE_12 = FamilyCount("Apple", "iPhone 12", 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tac:35910063", True), ("code:SM-S911B", True), ("code:iPhone13,2", True), ("tac:3591006", False), ("tac:359100639000012", False),
        ("code:", False), ("code:" + "x" * 65, False), ("code:a\nb", False), ("imei:490154203237518", False), ("", False),
    ],
)  # fmt: skip
def test_only_a_tac_or_a_code_can_be_learnt(text: str, expected: bool) -> None:
    assert is_mark(text) is expected


def test_each_confirmation_counts_and_who_disagrees_has_a_count_of_its_own() -> None:
    lesson = ModelLesson("tac:35910063", ())
    for name in ("iPhone 12", "iPhone 13", "iPhone 12"):
        lesson = added(lesson, "Apple", name)
    assert lesson.families == (FamilyCount("Apple", "iPhone 12", 2), FamilyCount("Apple", "iPhone 13", 1))


def test_a_mark_keeps_only_its_best_confirmed_families() -> None:
    lesson = added(ModelLesson("code:X", ()), "Apple", "iPhone 12")
    lesson = added(lesson, "Apple", "iPhone 12")
    for number in range(3 * MOST_FAMILIES):
        lesson = added(lesson, "Maker", f"Model {number:03}")
    assert len(lesson.families) == MOST_FAMILIES and lesson.families[0] == FamilyCount("Apple", "iPhone 12", 2)


def test_what_this_till_taught_counts_before_central_has_added_it_and_never_twice() -> None:
    own = (FamilyCount("Apple", "iPhone 12", 2),)
    assert joined((), own) == own
    assert joined((FamilyCount("Apple", "iPhone 12", 5), FamilyCount("Apple", "iPhone 13", 1)), own) == (
        FamilyCount("Apple", "iPhone 12", 5), FamilyCount("Apple", "iPhone 13", 1),
    )  # fmt: skip
    assert joined((FamilyCount("Apple", "iPhone 13", 1),), own) == (FamilyCount("Apple", "iPhone 12", 2), FamilyCount("Apple", "iPhone 13", 1))
