"""Who may do what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.staff.people import Person, Role
from kiosk.staff.rights import RIGHTS_OF_ROLE, Right, RightMissing, may, require

CAMILLE = Person("camille", "Camille", "Camille Lefort", "CL", (Role.CASHIER,), "fr", "", "")

MATRIX = [
    (Right.SELL, True, False),
    (Right.GIVE_DISCOUNT, True, False),
    (Right.OPEN_DRAWER_SESSION, True, False),
    (Right.REPRINT, True, True),
    (Right.TRAIN, True, True),
    (Right.TRADE_IN, False, True),
    (Right.INSPECT, False, True),
    (Right.RAISE_GRADE, False, False),
    (Right.RELEASE_UNIT, False, False),
    (Right.ERASE, False, True),
    (Right.MOVE_STOCK, False, True),
    (Right.REFUND, False, False),
    (Right.REFUND_BEYOND_POLICY, False, False),
    (Right.OVERRIDE_PRICE, False, False),
    (Right.MOVE_CASH, False, False),
    (Right.SEE_CASH, False, False),
    (Right.ACCEPT_DIFFERENCE, False, False),
    (Right.RAISE_OFFER, False, False),
    (Right.SEE_BOARD, False, False),
    (Right.SEE_MARGINS, False, False),
    (Right.CLOSE_DAY, False, False),
    (Right.READ_REGISTER, False, False),
    (Right.EXPORT, False, False),
    (Right.MANAGE_STAFF, False, False),
    (Right.CHANGE_SETTINGS, False, False),
    (Right.ERASE_CUSTOMER, False, False),
    (Right.OPEN_SERIES, False, False),
    (Right.READ_RECORDS, False, False),
]


@pytest.mark.parametrize(("right", "cashier", "technician"), MATRIX)
def test_each_role_has_its_rights_and_a_manager_all(right: Right, cashier: bool, technician: bool) -> None:
    assert [right in RIGHTS_OF_ROLE[role] for role in (Role.CASHIER, Role.TECHNICIAN, Role.MANAGER)] == [cashier, technician, True]


def test_the_table_above_names_every_right() -> None:
    assert {right for right, _, _ in MATRIX} == set(Right)


def test_two_roles_add_up() -> None:
    aminata = replace(CAMILLE, roles=(Role.CASHIER, Role.TECHNICIAN))
    assert may(aminata, Right.SELL) and may(aminata, Right.TRADE_IN) and not may(aminata, Right.CLOSE_DAY)


def test_who_may_not_is_refused_with_what_is_missing() -> None:
    with pytest.raises(RightMissing) as refused:
        require(CAMILLE, Right.CLOSE_DAY)
    assert (refused.value.code, refused.value.facts) == ("staff.right_missing", {"right": "close_day", "name": "Camille"})


def test_who_may_is_let_through() -> None:
    assert require(CAMILLE, Right.SELL) is None


def test_who_left_may_nothing() -> None:
    assert not may(replace(CAMILLE, active=False, roles=(Role.MANAGER,)), Right.SELL)
