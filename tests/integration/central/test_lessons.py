"""What the shops taught of TACs and model codes: central adds it up for the whole chain, each entry once, whatever one of them says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from central import feeds
from central.database import CentralDatabase
from central.ingest import ingest
from kiosk.basics.clock import ManualClock
from tests.integration.central.house import PaperTill

IPHONE_12 = {"marks": ["code:iPhone13,2", "tac:49015420"], "brand": "Apple", "name": "iPhone 12", "model_id": "m-1", "by": "cable"}
IPHONE_13 = {"marks": ["tac:49015420"], "brand": "Apple", "name": "iPhone 13", "model_id": "m-2", "by": "purchase"}


def lessons(database: CentralDatabase) -> dict[str, list[tuple[str, int]]]:
    with database.read() as connection:
        rows: list[Mapping[str, Any]] = feeds.all_rows(connection, "chain", "lessons")
    return {row["mark"]: [(family["name"], family["confirmations"]) for family in row["families"]] for row in rows}


def test_confirmations_of_all_shops_are_added_up_each_once(central_database: CentralDatabase, clock: ManualClock, till: PaperTill) -> None:
    other = PaperTill("L02", "K1", secret=bytes(range(1, 33)))
    with central_database.write() as connection:
        other.enrol_at(connection, clock=clock)
    for body in (IPHONE_12, IPHONE_13):
        till.write("catalogue.model_confirmed", body)
    other.write("catalogue.model_confirmed", IPHONE_12)
    for _ in range(2):
        for paper in (till, other):
            assert ingest(central_database, paper.push(), now_utc=clock.now_utc()).verdicts == ()
    assert lessons(central_database) == {"code:iPhone13,2": [("iPhone 12", 2)], "tac:49015420": [("iPhone 12", 2), ("iPhone 13", 1)]}
    with central_database.read() as connection:
        heads = feeds.heads(connection)
    assert heads["chain"]["lessons"] > heads["chain"]["device_models"]


@pytest.mark.parametrize(
    "spoilt",
    [
        {}, {**IPHONE_12, "marks": []}, {**IPHONE_12, "marks": ["imei:490154203237518"]}, {**IPHONE_12, "marks": ["tac:1"] * 9}, {**IPHONE_12, "marks": 7},
        {**IPHONE_12, "brand": ""}, {**IPHONE_12, "name": "x" * 200},
    ],
)  # fmt: skip
def test_a_lesson_that_is_none_is_reviewed_and_teaches_nothing(
    central_database: CentralDatabase, clock: ManualClock, till: PaperTill, spoilt: dict[str, Any]
) -> None:
    till.write("catalogue.model_confirmed", spoilt)
    answer = ingest(central_database, till.push(), now_utc=clock.now_utc())
    assert [(verdict.verdict, verdict.reason) for verdict in answer.verdicts] == [("review", "not_understood")]
    assert lessons(central_database) == {}
