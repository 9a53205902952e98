"""Passports at central: what a till states goes to the shop's other tills as it was stated, the newest of each inspection; central reads none of them."""

from __future__ import annotations

from typing import Any

import pytest

from central import feeds
from central.database import CentralDatabase
from central.ingest import ingest
from kiosk.basics.clock import ManualClock
from tests.integration.central.house import PaperTill

SHA256 = "ab" * 32
ISSUED: dict[str, Any] = {
    "unit_id": "u-1", "inspection_id": "s-1", "document_id": "d-1", "grade": "excellent", "computed": "excellent", "issued_at_utc": "2026-11-22T10:00:00.000Z",
    "content": "AbC_-9", "rules": [SHA256, SHA256],
}  # fmt: skip


def rows(database: CentralDatabase) -> list[dict[str, Any]]:
    with database.read() as connection:
        return feeds.all_rows(connection, "L01", "passports")


def test_the_shops_tills_get_the_newest_passport_of_each_inspection_once(central_database: CentralDatabase, clock: ManualClock, till: PaperTill) -> None:
    till.write("stock.passport_issued", ISSUED)
    till.write("stock.passport_issued", {**ISSUED, "inspection_id": "s-2"})
    till.write("stock.passport_issued", {**ISSUED, "grade": "good", "content": "XyZ"})
    for _ in range(2):
        assert ingest(central_database, till.push(), now_utc=clock.now_utc()).verdicts == ()
    assert [(row["inspection_id"], row["grade"], row["computed"], row["content"], row["rules"]) for row in rows(central_database)] == [
        ("s-1", "good", "excellent", "XyZ", [SHA256, SHA256]), ("s-2", "excellent", "excellent", "AbC_-9", [SHA256, SHA256]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "spoilt",
    [
        {"content": "no base64!"}, {"content": "A" * 9000}, {"rules": ["x"]}, {"rules": [SHA256] * 9}, {"rules": 7}, {"grade": "splendid"}, {"computed": ""},
        {"unit_id": ""}, {"inspection_id": ""}, {"issued_at_utc": "yesterday"},
    ],
)  # fmt: skip
def test_a_passport_that_is_none_is_reviewed_and_goes_to_nobody(
    central_database: CentralDatabase, clock: ManualClock, till: PaperTill, spoilt: dict[str, Any]
) -> None:
    till.write("stock.passport_issued", {**ISSUED, **spoilt})
    answer = ingest(central_database, till.push(), now_utc=clock.now_utc())
    assert [(verdict.verdict, verdict.reason) for verdict in answer.verdicts] == [("review", "not_understood")]
    assert rows(central_database) == []


def test_an_entry_of_before_passports_travelled_is_no_fault(central_database: CentralDatabase, clock: ManualClock, till: PaperTill) -> None:
    till.write("stock.passport_issued", {name: ISSUED[name] for name in ("unit_id", "inspection_id", "document_id", "grade")})
    assert ingest(central_database, till.push(), now_utc=clock.now_utc()).verdicts == ()
    assert rows(central_database) == []
