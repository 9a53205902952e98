"""Which state may follow which, and why a unit may not be sold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.basics.money import Money
from kiosk.stock.units import NEXT_STATES, Grade, StateRefused, Unit, UnitSold, UnitState, VatOrigin, check_transition, sellable

IPHONE = Unit(
    "u1", "p1", "m1", "F2LXK0ABCD12", UnitState.FOR_SALE, VatOrigin.MARGIN, Money(24000), "shop:L01", 1, "2026-11-02T09:00:00.000Z", "UL01K20001R",
    imei="352668910000015", price=Money(38900), grade=Grade.EXCELLENT,
)  # fmt: skip

NEXT = {
    "to_erase": "to_inspect blocked quarantine parts",
    "to_inspect": "for_sale rework to_erase blocked quarantine parts in_transit",
    "rework": "to_inspect to_erase blocked quarantine parts in_transit",
    "for_sale": "sold reserved to_inspect rework blocked quarantine in_transit",
    "reserved": "for_sale sold",
    "sold": "to_erase quarantine",
    "blocked": "to_erase to_inspect quarantine parts",
    "quarantine": "to_erase to_inspect rework blocked parts",
    "in_transit": "for_sale to_inspect rework to_erase quarantine",
    "parts": "rework",
}


@pytest.mark.parametrize("state", UnitState)
def test_only_these_states_may_follow(state: UnitState) -> None:
    allowed = {UnitState(word) for word in NEXT[state.value].split()}
    for to_state in set(UnitState) - {state}:
        unit = replace(IPHONE, state=state)
        if to_state in allowed:
            check_transition(unit, to_state)
        else:
            with pytest.raises(StateRefused):
                check_transition(unit, to_state)


def test_nothing_sold_comes_back_for_sale_without_erasure_and_inspection() -> None:
    assert UnitState.FOR_SALE not in NEXT_STATES[UnitState.SOLD]
    ways_in = {state for state, after in NEXT_STATES.items() if UnitState.FOR_SALE in after}
    assert ways_in == {UnitState.TO_INSPECT, UnitState.RESERVED, UnitState.IN_TRANSIT}


def test_selling_twice_says_that_it_is_sold() -> None:
    with pytest.raises(UnitSold) as refused:
        check_transition(replace(IPHONE, state=UnitState.SOLD), UnitState.SOLD)
    assert refused.value.facts == {"tail": "0015"}


def test_a_unit_on_the_shelf_of_this_shop_may_be_sold() -> None:
    assert sellable(IPHONE, "L01") is None


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        (replace(IPHONE, state=UnitState.SOLD), "stock.unit_sold"),
        (replace(IPHONE, state=UnitState.TO_ERASE), "stock.unit_not_erased"),
        (replace(IPHONE, state=UnitState.TO_INSPECT), "stock.unit_not_inspected"),
        (replace(IPHONE, state=UnitState.REWORK), "stock.unit_in_rework"),
        (replace(IPHONE, state=UnitState.BLOCKED), "stock.unit_blocked"),
        (replace(IPHONE, state=UnitState.QUARANTINE), "stock.unit_in_quarantine"),
        (replace(IPHONE, state=UnitState.PARTS), "stock.unit_for_parts"),
        (replace(IPHONE, state=UnitState.IN_TRANSIT), "stock.unit_in_transit"),
        (replace(IPHONE, state=UnitState.RESERVED), "stock.unit_reserved"),
        (replace(IPHONE, holder="shop:L02"), "stock.unit_held_elsewhere"),
        (replace(IPHONE, holder="web"), "stock.unit_held_elsewhere"),
        (replace(IPHONE, price=None), "stock.unit_without_price"),
        (replace(IPHONE, holder="shop:L02", state=UnitState.SOLD), "stock.unit_sold"),
    ],
)
def test_each_reason_not_to_sell_has_its_own_code(unit: Unit, code: str) -> None:
    refusal = sellable(unit, "L01")
    assert refusal is not None
    assert (refusal.code, refusal.facts) == (code, {"tail": "0015"})


def test_a_unit_is_named_by_its_imei_or_else_its_serial() -> None:
    assert (IPHONE.identifier, IPHONE.identifier_tail) == ("352668910000015", "0015")
    laptop = replace(IPHONE, imei=None)
    assert (laptop.identifier, laptop.identifier_tail) == ("F2LXK0ABCD12", "CD12")
