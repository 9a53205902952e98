"""Ids sort by birth: what was made first is printed, sent and listed first."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import SystemIds

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_ids_of_the_same_millisecond_sort_as_they_were_born() -> None:
    ids = SystemIds(ManualClock(NINE))
    born = [ids.new() for _ in range(10_000)]
    assert born == sorted(set(born))


def test_a_clock_set_back_gives_no_earlier_id() -> None:
    clock = ManualClock(NINE)
    ids = SystemIds(clock)
    before = ids.new()
    clock.set_wall(NINE - timedelta(hours=1))
    assert before < ids.new()


def test_an_id_is_a_uuid_of_version_7_with_its_millisecond_in_front() -> None:
    born = uuid.UUID(SystemIds(ManualClock(NINE)).new())
    assert (born.version, born.variant, born.int >> 80) == (7, uuid.RFC_4122, int(NINE.timestamp() * 1000))
