"""Which help the owner of a locked device gets: by the lock, the maker and the kind, whole in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.coaching import coach_for, load_coaches

COACHES = load_coaches(Path(__file__).resolve().parents[3] / "resources" / "coach" / "unlock.toml")
CASES = [
    ("account_lock", "Apple", DeviceKind.SMARTPHONE, "find_my"),
    ("account_lock", "Apple", DeviceKind.TABLET, "find_my"),
    ("account_lock", "Samsung", DeviceKind.SMARTPHONE, "samsung"),
    ("account_lock", "Google", DeviceKind.SMARTPHONE, "google"),
    ("account_lock", "Xiaomi", DeviceKind.TABLET, "google"),
    ("mdm", "Apple", DeviceKind.SMARTPHONE, "mdm_apple"),
    ("mdm", "Samsung", DeviceKind.SMARTPHONE, "mdm"),
    ("financing_lock", "Samsung", DeviceKind.SMARTPHONE, "financing"),
    ("account_lock", "Nintendo", DeviceKind.CONSOLE, None),
    ("sim_lock", "Apple", DeviceKind.SMARTPHONE, None),
]


@pytest.mark.parametrize(("reason", "brand", "kind", "coach_id"), CASES)
def test_the_first_coach_that_fits_helps(reason: str, brand: str, kind: DeviceKind, coach_id: str | None) -> None:
    found = coach_for(COACHES, reason=reason, brand=brand, kind=kind)
    assert (found.coach_id if found else None) == coach_id


def test_every_coach_speaks_both_languages_and_says_how_it_is_seen_that_it_worked() -> None:
    for coach in COACHES:
        words = (coach.title, coach.needs, *coach.steps, coach.proof, coach.stuck)
        assert 3 <= len(coach.steps) <= 4
        assert all(word.fr.strip() and word.en.strip() and word.fr != word.en for word in words), coach.coach_id
