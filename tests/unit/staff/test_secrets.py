"""PIN and badge as they are kept."""

from __future__ import annotations

import pytest

from kiosk.staff.secrets import PinHasher, badge_digest
from kiosk.staff.service import lock_after_s

FAST = PinHasher(time_cost=1, memory_kib=8)


def test_a_pin_matches_its_own_hash_only() -> None:
    kept = FAST.hash("111111")
    assert FAST.matches(kept, "111111")
    assert not FAST.matches(kept, "111112")
    assert not FAST.matches(kept, "")


def test_the_same_pin_is_kept_differently_each_time_and_never_in_the_clear() -> None:
    first, second = FAST.hash("123456"), FAST.hash("123456")
    assert first != second and "123456" not in first
    assert first.startswith("$argon2id$")


def test_a_hash_made_with_other_parameters_still_verifies() -> None:
    assert PinHasher(time_cost=2, memory_kib=16).matches(FAST.hash("222222"), "222222")


@pytest.mark.parametrize("spoilt", ["", "nothing", "$argon2id$v=19$m=8,t=1,p=1$AAAA$BBBB", "$2b$12$abc"])
def test_a_hash_that_cannot_be_read_opens_no_door(spoilt: str) -> None:
    assert not FAST.matches(spoilt, "111111")


def test_a_badge_is_found_whatever_the_case_of_its_letters() -> None:
    assert badge_digest("badge-camille234567abc") == badge_digest("BADGE-CAMILLE234567ABC")
    assert len(badge_digest("BADGE-CAMILLE234567ABC")) == 64


@pytest.mark.parametrize(("failures", "seconds"), [(0, 0), (2, 0), (3, 30), (4, 60), (5, 120), (6, 240), (9, 1920), (10, 3600), (1000, 3600)])
def test_the_lock_doubles_from_the_third_wrong_pin_up_to_an_hour(failures: int, seconds: int) -> None:
    assert lock_after_s(failures) == seconds
