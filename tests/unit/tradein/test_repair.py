"""What a repair would bring, before the device is bought."""

from __future__ import annotations

import pytest

from kiosk.basics.money import Money
from kiosk.stock.units import Grade
from kiosk.tradein.repair import repairs
from tests.unit.tradein.test_offer import BOOK, CHECKLIST, IPHONE_12, RULES, Answers, battery, perfect


def seen(answers: Answers) -> list[tuple[str, int, Grade, int, int]]:
    return [
        (one.part, one.cost.amount_cents // 100, one.grade, one.gain.amount_cents // 100, one.net.amount_cents // 100)
        for one in repairs(BOOK, IPHONE_12, CHECKLIST, answers, RULES.grading)
    ]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (perfect(), []),
        (perfect() | {"battery_pct": battery(82)}, [("battery", 18, Grade.PREMIUM, 20, 2)]),
        (perfect(body_class="B1") | {"battery_pct": battery(82)}, []),
        (perfect() | {"battery_pct": battery(78)}, [("battery", 18, Grade.PREMIUM, 282, 264)]),
        (perfect(flash="flash"), [("flash", 23, Grade.PREMIUM, 282, 259)]),
        (perfect(flash="flash", loudspeaker="loudspeaker"), []),
        (perfect(screen_class="S1"), [("display", 69, Grade.PREMIUM, 70, 0)]),
        (perfect(screen_class="S1", body_class="B3"), []),
        (perfect(parts_genuine="unknown_part"), []),
    ],
)  # fmt: skip
def test_one_part_is_priced_against_the_grade_that_it_opens(answers: Answers, expected: list[tuple[str, int, Grade, int, int]]) -> None:
    assert seen(answers) == expected


def test_two_failed_answers_of_one_part_are_one_repair() -> None:
    both = perfect(motion="motion_sensor", proximity="proximity_sensor")
    (one,) = repairs(BOOK, IPHONE_12, CHECKLIST, both, RULES.grading)
    assert (one.part, one.cost, one.minutes, one.gain) == ("sensors", Money(2600), 20, Money(28200))
