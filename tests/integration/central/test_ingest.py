"""What central does with a push: stored once, in order, whatever can be made of it; the same on both databases."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from sqlalchemy import func, select

from central import feeds, show
from central.database import CentralDatabase
from central.ingest import PushInvalid, ingest
from central.schema import entry
from kiosk.basics.clock import ManualClock
from kiosk.sync.protocol import Push, SignedEntry, Verdict
from tests.integration.central.house import PaperTill, sale


class Station:
    """Central's ingest with the arguments that every test repeats."""

    def __init__(self, database: CentralDatabase, clock: ManualClock) -> None:
        self._database, self._clock = database, clock

    def take(self, push: Push, **more: Any) -> Any:
        return ingest(self._database, push, now_utc=self._clock.now_utc(), **more)

    def shown(self, view: str) -> list[dict[str, Any]]:
        with self._database.read() as connection:
            return show.view(connection, view)

    def unit(self, unit_id: str) -> dict[str, Any]:
        return next(row for row in self.shown("units") if row["unit_id"] == unit_id)

    def level(self, product_id: str) -> int:
        with self._database.read() as connection:
            return msgspec.json.decode(feeds.get_rows(connection, "L01", "levels", [product_id])[product_id])["quantity"]

    def count(self) -> int:
        with self._database.read() as connection:
            return connection.execute(select(func.count()).select_from(entry)).scalar_one()


@pytest.fixture
def station(central_database: CentralDatabase, clock: ManualClock) -> Station:
    return Station(central_database, clock)


def test_a_sale_sells_the_unit_takes_the_accessory_off_the_level_and_is_a_ticket(station: Station, till: PaperTill) -> None:
    last = till.write("sales.ticket_paid", sale("L01-K2-000001", unit_ids=["u-1"], cables=2))
    answer = station.take(till.push())
    assert (answer.outcome, answer.acked_seq, answer.acked_hash, answer.verdicts) == ("stored", 1, last.hash, ())
    unit = station.unit("u-1")
    assert (unit["state"], unit["holder"], unit["gen"], unit["v"]) == ("sold", "out", 2, answer.head_v)
    assert station.level("pr-cable") == 8
    (ticket,) = station.shown("tickets")
    assert (ticket["number"], ticket["till_code"], ticket["total_cents"]) == ("L01-K2-000001", "K2", 47480)


def test_goods_given_back_are_the_shop_s_again_the_device_to_be_erased_and_inspected(station: Station, till: PaperTill) -> None:
    till.write("sales.ticket_paid", sale("L01-K2-000001", unit_ids=["u-1"], cables=2))
    sold = sale("L01-K2-000001", unit_ids=["u-1"], cables=2)
    lines = [{**line, "quantity": "-1" if line.get("unit_id") else "-2"} for line in sold["lines"]]
    till.write("sales.ticket_paid", {**sold, "number": "L01-K2-000002", "kind": "refund", "total_cents": -sold["total_cents"], "lines": lines})
    till.write("sales.ticket_refunded", {"number": "L01-K2-000002", "original_number": "L01-K2-000001", "reason": "defect"})
    answer = station.take(till.push())
    assert (answer.acked_seq, [verdict.verdict for verdict in answer.verdicts]) == (3, ["kept"])
    unit = station.unit("u-1")
    assert (unit["state"], unit["holder"], unit["gen"]) == ("to_erase", "shop:L01", 3)
    assert station.level("pr-cable") == 10
    assert [(row["number"], row["kind"], row["total_cents"]) for row in station.shown("tickets")][-1] == ("L01-K2-000002", "refund", -47480)


def test_the_same_push_again_changes_nothing_and_gets_the_same_answer(station: Station, till: PaperTill) -> None:
    till.write("sales.ticket_paid", sale("L01-K2-000001", cables=2))
    first, second = station.take(till.push()), station.take(till.push())
    assert (second.outcome, second.acked_seq, second.acked_hash) == (first.outcome, first.acked_seq, first.acked_hash)
    assert (station.count(), station.level("pr-cable")) == (1, 8)


def test_a_push_that_overlaps_adds_only_what_is_new(station: Station, till: PaperTill) -> None:
    for number in range(1, 6):
        till.write("sales.ticket_paid", sale(f"L01-K2-{number:06d}", cables=1))
    station.take(till.push(1, 3))
    answer = station.take(till.push(2, 5))
    assert (answer.acked_seq, station.count(), station.level("pr-cable")) == (5, 5, 5)


def test_a_push_that_leaves_a_gap_is_told_where_to_go_on(station: Station, till: PaperTill) -> None:
    for _ in range(4):
        till.write("drawer.session_opened", {})
    station.take(till.push(1, 2))
    answer = station.take(till.push(4, 4))
    assert (answer.outcome, answer.acked_seq, answer.acked_hash, station.count()) == ("gap", 2, till.entries[1].hash, 2)


def test_another_journal_under_the_same_numbers_is_a_fork_and_stays_out(station: Station, till: PaperTill) -> None:
    till.write("till.started", {})
    till.write("sales.ticket_paid", sale("L01-K2-000001", unit_ids=["u-1"]))
    copy = PaperTill("L01", "K2", secret=bytes(range(32)))
    copy.write("till.started", {})
    copy.write("sales.ticket_paid", sale("L01-K2-000001", unit_ids=["u-2"]))
    station.take(till.push())
    answer = station.take(copy.push())
    assert (answer.outcome, answer.acked_seq, answer.acked_hash) == ("fork", 2, till.entries[1].hash)
    assert station.unit("u-2")["state"] == "for_sale"
    assert [row["reason"] for row in station.shown("review")] == ["fork"]


def test_a_copy_that_goes_on_after_the_shared_part_is_a_fork(station: Station, till: PaperTill) -> None:
    till.write("till.started", {})
    copy = PaperTill("L01", "K2", secret=bytes(range(32)))
    copy.write("till.started", {})
    till.write("drawer.session_opened", {"float_cents": 10000})
    copy.write("drawer.session_opened", {"float_cents": 20000})
    copy.write("till.stopped", {})
    station.take(till.push())
    assert station.take(copy.push(3)).outcome == "fork"


def test_a_second_sale_of_a_unit_is_booked_and_goes_to_review(station: Station, till: PaperTill) -> None:
    till.write("sales.ticket_paid", sale("L01-K2-000001", unit_ids=["u-1"]))
    till.write("sales.ticket_paid", sale("L01-K2-000002", unit_ids=["u-1"], cables=1))
    till.write("sales.ticket_paid", sale("L01-K2-000003", unit_ids=["u-2"]))
    answer = station.take(till.push())
    assert (answer.acked_seq, answer.verdicts) == (3, (Verdict(2, "review", "sold_twice"),))
    assert (station.count(), station.unit("u-2")["state"], station.level("pr-cable")) == (3, "sold", 10)


KNOWN_UNIT = {"unit_id": "u-1", "product_id": "pr-iphone13", "model_id": "m-iphone13", "label_code": "x", "purchase_price_cents": 1}


@pytest.mark.parametrize(
    ("kind", "body", "reason"),
    [
        ("sales.ticket_paid", {"number": "L01-K2-000009"}, "not_understood"),
        ("sales.ticket_paid", sale("L01-K2-000009", unit_ids=["u-404"]), "unit_unknown"),
        ("stock.unit_graded", {"unit_id": "u-1", "grade": "splendid"}, "not_understood"),
        ("tradein.bought", {"unit": KNOWN_UNIT}, "unit_known"),
    ],
)  # fmt: skip
def test_what_cannot_be_applied_is_kept_for_review_and_delays_nothing(station: Station, till: PaperTill, kind: str, body: dict[str, Any], reason: str) -> None:
    till.write(kind, body)
    till.write("sales.ticket_paid", sale("L01-K2-000010", unit_ids=["u-3"]))
    answer = station.take(till.push())
    assert (answer.acked_seq, answer.verdicts) == (2, (Verdict(1, "review", reason),))
    assert station.unit("u-3")["state"] == "sold"


def test_an_unknown_kind_is_kept(station: Station, till: PaperTill) -> None:
    till.write("hologram.projected", {"colour": "blue"})
    assert station.take(till.push()).verdicts == (Verdict(1, "kept"),)
    assert [row["kind"] for row in station.shown("entries")] == ["hologram.projected"]


def test_a_traded_in_unit_is_erased_graded_and_for_sale(station: Station, till: PaperTill) -> None:
    unit = {
        "unit_id": "u-9", "product_id": "pr-iphone13", "model_id": "m-iphone13", "serial": "SN9", "imei": "353255110000018", "label_code": "L01-U000009",
        "vat_origin": "margin", "purchase_price_cents": 21000, "register_number": "L01-2026-000001", "acquired_by": "L01-K2-A000001",
    }  # fmt: skip
    till.write("tradein.bought", {"number": "L01-K2-A000001", "unit": unit, "seller_hash": "f" * 64, "paid_cents": 21000})
    station.take(till.push(1, 1))
    bought = station.unit("u-9")
    assert (bought["state"], bought["holder"], bought["purchase_price"]) == ("to_erase", "shop:L01", {"amount_cents": 21000})
    till.write("stock.unit_erased", {"unit_id": "u-9", "erasure_id": "e-1"})
    till.write("stock.unit_graded", {"unit_id": "u-9", "state": "for_sale", "grade": "good", "price_cents": 32900, "inspection_id": "i-1"})
    station.take(till.push(2))
    graded = station.unit("u-9")
    assert (graded["state"], graded["grade"], graded["price"], graded["erasure_id"]) == ("for_sale", "good", {"amount_cents": 32900}, "e-1")


def test_a_device_kept_by_a_deposit_is_reserved_for_every_till_until_it_is_released(station: Station, till: PaperTill) -> None:
    till.write("sales.unit_reserved", {"unit_id": "u-1", "voucher_id": "v-1", "amount_cents": 5000})
    assert station.take(till.push()).verdicts == ()
    assert station.unit("u-1")["state"] == "reserved"
    till.write("sales.unit_released", {"unit_id": "u-1", "voucher_id": "v-1", "reason": "gave_up"})
    station.take(till.push(2))
    assert station.unit("u-1")["state"] == "for_sale"


def test_a_device_that_was_sold_is_neither_reserved_nor_put_back_by_a_late_entry(station: Station, till: PaperTill) -> None:
    till.write("sales.ticket_paid", sale("L01-K2-000001", unit_ids=["u-1"]))
    till.write("sales.unit_released", {"unit_id": "u-1", "voucher_id": "v-1", "reason": "gave_up"})
    till.write("sales.unit_reserved", {"unit_id": "u-1", "voucher_id": "v-2", "amount_cents": 5000})
    assert station.take(till.push()).verdicts == (Verdict(3, "review", "reserved_after_sale"),)
    assert station.unit("u-1")["state"] == "sold"


def test_a_returned_unit_comes_back_to_be_erased(station: Station, till: PaperTill) -> None:
    till.write("sales.ticket_paid", sale("L01-K2-000001", unit_ids=["u-1"]))
    refund = sale("L01-K2-000002", unit_ids=["u-1"])
    refund["lines"][0]["quantity"] = "-1"
    till.write("sales.ticket_paid", refund)
    assert station.take(till.push()).verdicts == ()
    assert (station.unit("u-1")["state"], station.unit("u-1")["holder"], station.unit("u-1")["gen"]) == ("to_erase", "shop:L01", 3)


def test_central_dying_before_the_commit_keeps_nothing_and_the_same_push_then_counts_once(station: Station, till: PaperTill) -> None:
    till.write("sales.ticket_paid", sale("L01-K2-000001", cables=1))

    def die() -> None:
        raise ConnectionAbortedError

    with pytest.raises(ConnectionAbortedError):
        station.take(till.push(), before_commit=die)
    assert (station.count(), station.level("pr-cable")) == (0, 10)
    station.take(till.push())
    assert (station.count(), station.level("pr-cable")) == (1, 9)


def _flipped(item: SignedEntry) -> SignedEntry:
    return SignedEntry(item.entry.replace(b'"total_cents":1290', b'"total_cents":1000'), item.signature)


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda push: msgspec.structs.replace(push, entries=(_flipped(push.entries[0]), *push.entries[1:])), "signature"),
        (lambda push: msgspec.structs.replace(push, entries=push.entries[::-1]), "number"),
        (lambda push: msgspec.structs.replace(push, prev_hash="f" * 64), "chain"),
        (lambda push: msgspec.structs.replace(push, entries=()), "size"),
        (lambda push: msgspec.structs.replace(push, entries=(SignedEntry(b"{}", b""), *push.entries[1:])), "entry"),
        (lambda push: msgspec.structs.replace(push, till_code="K3"), "number"),
    ],
)
def test_a_push_that_is_not_well_chained_and_signed_is_refused_whole(station: Station, till: PaperTill, spoil: Any, why: str) -> None:
    till.write("sales.ticket_paid", sale("L01-K2-000001", cables=1))
    till.write("sales.ticket_paid", sale("L01-K2-000002", cables=1))
    with pytest.raises(PushInvalid) as refused:
        station.take(spoil(till.push()))
    assert (refused.value.facts["why"], station.count()) == (why, 0)


def test_two_tills_of_a_shop_share_its_levels(station: Station, till: PaperTill, central_database: CentralDatabase, clock: ManualClock) -> None:
    other = PaperTill("L01", "K1", secret=bytes(range(1, 33)))
    with central_database.write() as connection:
        other.enrol_at(connection, clock=clock)
    till.write("sales.ticket_paid", sale("L01-K2-000001", cables=3))
    other.write("sales.ticket_paid", sale("L01-K1-000001", cables=4))
    versions = [station.take(till.push()).head_v, station.take(other.push()).head_v]
    assert versions == sorted(set(versions))
    assert station.level("pr-cable") == 3


def test_the_closing_of_a_day_is_listed(station: Station, till: PaperTill) -> None:
    till.write("fiscal.day_closed", {"period_label": "2026-11-22", "number": 1, "total_cents": 129000, "perpetual_algebraic_cents": 129000})
    station.take(till.push())
    (row,) = station.shown("closings")
    assert (row["period"], row["number"], row["total_cents"]) == ("2026-11-22", 1, 129000)


def test_no_column_of_central_has_room_for_who_a_seller_is(station: Station, till: PaperTill) -> None:
    unit = {"unit_id": "u-9", "product_id": "pr-iphone13", "model_id": "m-iphone13", "label_code": "L9", "purchase_price_cents": 21000, "surname": "MARTIN"}
    till.write("tradein.bought", {"unit": unit, "seller": {"surname": "MARTIN"}})
    station.take(till.push())
    assert "surname" not in str(station.shown("units"))


def test_a_series_that_a_till_opened_itself_is_adopted_once_and_looked_at(station: Station, till: PaperTill) -> None:
    station.take(_written(till))
    alone = PaperTill("L01", "K2", secret=bytes(range(32, 64)), epoch=2_481_532)
    alone.key = till.key
    first = _written(alone)
    for _sent in range(2):
        assert station.take(first).outcome == "stored"
    assert {row["epoch"] for row in station.shown("tills") if row["till_code"] == "K2"} == {2_481_532}
    assert [(row["epoch"], row["reason"]) for row in station.shown("review")] == [(2_481_532, "local_series")]
    till.write("staff.signed_out", {})
    assert station.take(till.push(2)).outcome == "stored"
    assert {row["epoch"] for row in station.shown("tills") if row["till_code"] == "K2"} == {2_481_532}


def _written(till: PaperTill) -> Push:
    till.write("staff.signed_in", {"by": "pin"})
    return till.push()
