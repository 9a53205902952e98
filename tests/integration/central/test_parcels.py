"""Parcels at central: both shops see them, only the side whose turn it is moves a unit, and one company stays one company. On SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from central import directory, feeds
from central.database import CentralDatabase
from central.ingest import ingest
from central.parcels import scopes_of
from kiosk.basics.clock import ManualClock
from kiosk.stock.parcels import Parcel, ParcelLine, ShopPlace
from kiosk.stock.units import Unit
from kiosk.sync.facts import read_entry
from kiosk.sync.protocol import PushAnswer
from tests.integration.central.house import PaperTill

SIRET = {"L01": "98154327500029", "L02": "98154327500037", "L09": "55208131766522"}


@pytest.fixture
def rennes(central_database: CentralDatabase, clock: ManualClock) -> PaperTill:
    """The tills of two shops; a third shop belongs to another company."""
    paper = PaperTill("L02", "K1", secret=bytes(range(1, 33)))
    with central_database.write() as connection:
        paper.enrol_at(connection, clock=clock)
        for shop_id, siret in SIRET.items():
            row = msgspec.json.encode({"shop_id": shop_id, "header": {"name": shop_id, "legal_name": "SAS", "siret": siret}})
            feeds.put_rows(connection, shop_id, "shop", {shop_id: row}, v=feeds.next_version(connection, shop_id))
        directory.publish(connection)
        assert directory.publish(connection) == 0
    return paper


def place(shop_id: str) -> ShopPlace:
    return ShopPlace(shop_id, "says who", "Anybody", (), SIRET["L01"])


def unit(database: CentralDatabase, shop_id: str, unit_id: str = "u-1") -> Unit | None:
    with database.read() as connection:
        row = feeds.get_rows(connection, shop_id, "units", [unit_id]).get(unit_id)
    return None if row is None else msgspec.json.decode(row, type=Unit)


def parcel_of(database: CentralDatabase, *, to: str = "L02", gen: int | None = None) -> Parcel:
    known = unit(database, "L01")
    assert known is not None
    known = known if gen is None else replace(known, gen=gen)
    return Parcel("p-1", "L01-K2-T000001", place("L01"), place(to), "2026-11-22T10:00:00.000Z", (ParcelLine("l-1", known, "iPhone", "R1", "2026-11-01", "S1"),))


def moves(state: str, **said: Any) -> dict[str, Any]:
    return {
        "parcel_id": "p-1", "number": "T1", "line_id": "l-1", "unit_id": "u-1", "state": state, "reason": "damaged", "from_shop": "L01", "to_shop": "L02",
        "at_utc": "2026-11-23T10:00:00.000Z", "register_number": "L02-K1-R000001", **said,
    }  # fmt: skip


def push(database: CentralDatabase, clock: ManualClock, paper: PaperTill) -> PushAnswer:
    ingest(database, paper.push(), now_utc=clock.now_utc())
    return ingest(database, paper.push(), now_utc=clock.now_utc())


def reviews(answer: PushAnswer) -> list[str | None]:
    return [verdict.reason for verdict in answer.verdicts if verdict.verdict == "review"]


def states(database: CentralDatabase, shop_id: str) -> list[tuple[str, str]]:
    with database.read() as connection:
        rows: list[dict[str, Any]] = feeds.all_rows(connection, shop_id, "parcels")  # type: ignore[assignment]  # rows are what was put
    return [(line["state"], row["receiver"]["siret"]) for row in rows for line in row["lines"]]


def test_a_unit_leaves_one_shop_and_is_the_others_when_it_says_so(
    central_database: CentralDatabase, clock: ManualClock, till: PaperTill, rennes: PaperTill
) -> None:
    till.write("stock.parcel_sent", {"parcel": msgspec.to_builtins(parcel_of(central_database))})
    assert reviews(push(central_database, clock, till)) == []
    gone = unit(central_database, "L01")
    assert gone is not None and (gone.state, gone.holder, unit(central_database, "L02")) == ("in_transit", "parcel:p-1", None)
    assert states(central_database, "L01") == states(central_database, "L02") == [("sent", SIRET["L02"])]
    rennes.write("stock.parcel_unit_moved", moves("taken_back"))
    rennes.write("stock.parcel_unit_moved", moves("received"))
    rennes.write("stock.parcel_unit_moved", moves("refused"))
    assert reviews(push(central_database, clock, rennes)) == ["parcel_not_so", "parcel_not_so"]
    here = unit(central_database, "L02")
    assert here is not None and (here.state, here.holder, here.gen, here.register_number) == ("for_sale", "shop:L02", gone.gen + 1, "L02-K1-R000001")
    assert states(central_database, "L01") == [("received", SIRET["L02"])]


def test_what_the_sender_no_longer_held_is_refused_at_once_and_not_taken_back(
    central_database: CentralDatabase, clock: ManualClock, till: PaperTill, rennes: PaperTill
) -> None:
    till.write("stock.parcel_sent", {"parcel": msgspec.to_builtins(parcel_of(central_database, gen=77))})
    till.write("stock.parcel_unit_moved", moves("taken_back"))
    assert reviews(push(central_database, clock, till)) == ["parcel_not_so"]
    assert [state for state, _ in states(central_database, "L02")] == ["refused"]
    kept = unit(central_database, "L01")
    assert kept is not None and kept.state == "for_sale"


@pytest.mark.parametrize(
    ("to", "spoilt", "reason"),
    [
        ("L09", {}, "other_company"), ("L77", {}, "other_company"), ("L01", {}, "not_understood"), ("L02", {"lines": []}, "not_understood"),
        ("L02", {"parcel_id": ""}, "not_understood"), ("L02", {"lines": 7}, "not_understood"),
    ],
)  # fmt: skip
def test_what_is_no_parcel_of_the_company_moves_nothing(
    central_database: CentralDatabase, clock: ManualClock, till: PaperTill, rennes: PaperTill, to: str, spoilt: dict[str, Any], reason: str
) -> None:
    till.write("stock.parcel_sent", {"parcel": {**msgspec.to_builtins(parcel_of(central_database, to=to)), **spoilt}})
    assert reviews(push(central_database, clock, till)) == [reason]
    kept = unit(central_database, "L01")
    assert kept is not None and (kept.state, states(central_database, "L02")) == ("for_sale", [])


def test_two_shops_that_name_each_other_take_their_heads_in_one_order(till: PaperTill, rennes: PaperTill) -> None:
    there = read_entry(till.write("stock.parcel_unit_moved", moves("received")).entry)
    back = read_entry(rennes.write("stock.parcel_unit_moved", moves("received")).entry)
    assert scopes_of("L01", [there]) == scopes_of("L02", [back]) == ("L01", "L02")
    assert scopes_of("L02", []) == ("L02",)
