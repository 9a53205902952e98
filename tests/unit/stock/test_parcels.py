"""A parcel between shops: what may leave, who may say what of each unit, and that nothing goes a step back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.basics.money import Money
from kiosk.errors import KioskError
from kiosk.stock.parcels import (
    MOST_UNITS,
    LineState,
    NotInParcel,
    NotSendable,
    OtherCompany,
    Parcel,
    ParcelEmpty,
    ParcelLine,
    ParcelReasonMissing,
    ShopPlace,
    Side,
    arrived,
    check_company,
    check_units,
    left_shop,
    merged,
    moved,
)
from kiosk.stock.units import Grade, Unit, UnitState, VatOrigin

NANTES = ShopPlace("L01", "Nantes Crébillon", "Seconde Vie Électronique SAS", ("17 rue Crébillon", "44000 Nantes"), "98154327500029")
RENNES = replace(NANTES, shop_id="L02", name="Rennes Le Bastard", siret="98154327500037")
UNIT = Unit(
    "u-1", "p-1", "m-1", "S1", UnitState.FOR_SALE, VatOrigin.MARGIN, Money(10000), "shop:L01", 3, "2026-11-12T09:00:00.000Z", "UL01K1006NO",
    imei="490154203237518", price=Money(30000), grade=Grade.GOOD, register_number="L01-K2-R000001", erasure_id="e-1", inspection_id="s-1",
)  # fmt: skip
LINE = ParcelLine("l-1", UNIT, "iPhone 12", "L01-K2-R000001", "2026-11-12", "L01-K2-S000001")
PARCEL = Parcel("p-1", "L01-K2-T000001", NANTES, RENNES, "2026-11-22T10:00:00.000Z", (LINE, replace(LINE, line_id="l-2")))


@pytest.mark.parametrize("state", UnitState)
def test_only_what_is_erased_and_nobodys_leaves(state: UnitState) -> None:
    unit = replace(UNIT, state=state)
    if state in (UnitState.FOR_SALE, UnitState.TO_INSPECT, UnitState.REWORK):
        check_units([unit], shop_id="L01")
    else:
        with pytest.raises(NotSendable):
            check_units([unit], shop_id="L01")


@pytest.mark.parametrize(
    ("units", "refusal"), [([replace(UNIT, holder="shop:L02")], NotSendable), ([], ParcelEmpty), ([UNIT] * (MOST_UNITS + 1), ParcelEmpty)]
)
def test_what_the_shop_does_not_hold_and_too_much_stay(units: list[Unit], refusal: type[KioskError]) -> None:
    with pytest.raises(refusal):
        check_units(units, shop_id="L01")


@pytest.mark.parametrize(
    ("siret", "shop_id", "allowed"),
    [("98154327500037", "L02", True), ("55208131766522", "L02", False), ("", "L02", False), ("98154327500029", "L01", False)],
)
def test_a_transfer_stays_in_one_company(siret: str, shop_id: str, allowed: bool) -> None:
    other = replace(RENNES, siret=siret, shop_id=shop_id)
    if allowed:
        check_company(NANTES, other)
    else:
        with pytest.raises(OtherCompany):
            check_company(NANTES, other)


@pytest.mark.parametrize("before", LineState)
@pytest.mark.parametrize("to", LineState)
@pytest.mark.parametrize("by", Side)
def test_each_step_has_one_side_that_may_say_it(before: LineState, to: LineState, by: Side) -> None:
    allowed = {
        ("sent", "received", "receiver"), ("sent", "refused", "receiver"), ("sent", "missing", "receiver"), ("missing", "received", "receiver"),
        ("missing", "refused", "receiver"), ("refused", "taken_back", "sender"),
    }  # fmt: skip
    parcel = replace(PARCEL, lines=(replace(LINE, state=before), PARCEL.lines[1]))
    if (before.value, to.value, by.value) in allowed:
        after = moved(parcel, "l-1", to, by=by, at_utc="now", reason="damaged", register_number="R")
        assert [line.state for line in after.lines] == [to, LineState.SENT]
    else:
        with pytest.raises(NotInParcel):
            moved(parcel, "l-1", to, by=by, at_utc="now", reason="damaged")


def test_a_refusal_has_a_reason() -> None:
    with pytest.raises(ParcelReasonMissing):
        moved(PARCEL, "l-1", LineState.REFUSED, by=Side.RECEIVER, at_utc="now")


def test_a_page_brings_what_is_further_and_keeps_what_this_till_did() -> None:
    mine = moved(PARCEL, "l-1", LineState.RECEIVED, by=Side.RECEIVER, at_utc="now", register_number="L02-K1-R000001")
    theirs = moved(PARCEL, "l-2", LineState.MISSING, by=Side.RECEIVER, at_utc="now")
    assert [line.state for line in merged(mine, theirs).lines] == [LineState.RECEIVED, LineState.MISSING]
    assert merged(mine, PARCEL) == mine


def test_the_right_to_sell_has_one_holder_and_a_new_generation_at_each_end() -> None:
    gone = left_shop(UNIT, "p-1")
    assert (gone.state, gone.holder, gone.gen) == (UnitState.IN_TRANSIT, "parcel:p-1", 4)
    here = arrived(LINE, shop_id="L02", register_number="L02-K1-R000001", at_utc="2026-11-24T10:00:00.000Z")
    assert (here.state, here.holder, here.gen, here.register_number) == (UnitState.FOR_SALE, "shop:L02", 5, "L02-K1-R000001")
    assert (here.price, here.grade, here.purchase_price, here.erasure_id, here.acquired_by) == (UNIT.price, UNIT.grade, UNIT.purchase_price, "e-1", None)
    assert [len(PARCEL.waiting(shop_id)) for shop_id in ("L01", "L02")] == [0, 2]
