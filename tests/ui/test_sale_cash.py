"""Cash as it is handed over: quick amounts, the pieces of the change, figures on the pad."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.basics.money import Money
from kiosk.ui.viewmodels.cash import TypedAmount, change_pieces, quick_amounts


def cents(*values: int) -> tuple[Money, ...]:
    return tuple(Money(value) for value in values)


@pytest.mark.parametrize(
    ("change_cents", "pieces"),
    [
        (6_20, [(5_00, 1, True), (1_00, 1, False), (20, 1, False)]),
        (0, []),
        (88_88, [(50_00, 1, True), (20_00, 1, True), (10_00, 1, True), (5_00, 1, True), (2_00, 1, False), (1_00, 1, False), (50, 1, False), (20, 1, False),
                 (10, 1, False), (5, 1, False), (2, 1, False), (1, 1, False)]),
        (140_40, [(50_00, 2, True), (20_00, 2, True), (20, 2, False)]),
    ],
)  # fmt: skip
def test_change_is_given_in_the_fewest_notes_and_coins(change_cents: int, pieces: list[tuple[int, int, bool]]) -> None:
    assert [(piece.value.amount_cents, piece.count, piece.note) for piece in change_pieces(Money(change_cents))] == pieces


@given(st.integers(0, 1_000_00))
def test_the_pieces_add_up_to_the_change(change_cents: int) -> None:
    pieces = change_pieces(Money(change_cents))
    assert Money.total(piece.value * piece.count for piece in pieces) == Money(change_cents)


@pytest.mark.parametrize(
    ("due_cents", "proposed"),
    [
        (53_80, cents(53_80, 55_00, 60_00, 70_00, 100_00)),
        (60_00, cents(60_00, 65_00, 70_00, 80_00, 100_00)),
        (4_20, cents(4_20, 5_00, 10_00, 20_00, 50_00)),
        (389_00, cents(389_00, 390_00, 400_00)),
        (0, ()),
    ],
)
def test_quick_amounts_begin_with_the_exact_one_and_rise(due_cents: int, proposed: tuple[Money, ...]) -> None:
    found = quick_amounts(Money(due_cents))
    assert found == proposed


@pytest.mark.parametrize(
    ("keys", "amount_cents"),
    [("60", 60_00), ("12,5", 12_50), ("12.34", 12_34), ("12,345", 12_34), ("007", 7_00), (",5", 50), ("1,2,3", 1_23), ("12345678", 123456_00), ("x9", 9_00)],
)
def test_figures_typed_one_by_one_make_an_amount(keys: str, amount_cents: int) -> None:
    typed = TypedAmount()
    for key in keys:
        typed = typed.typed(key)
    assert typed.amount == Money(amount_cents)


def test_the_first_figure_replaces_a_proposed_amount_and_the_erase_key_clears_it() -> None:
    proposed = TypedAmount.of(Money(53_80))
    assert proposed.amount == Money(53_80)
    assert proposed.typed("6").typed("0").amount == Money(60_00)
    assert proposed.erased().amount == Money(0)


def test_erasing_takes_the_last_key_back() -> None:
    typed = TypedAmount().typed("1").typed("2").typed(",").typed("5")
    assert typed.erased().amount == Money(12_00)
    assert typed.erased().erased().typed("3").amount == Money(123_00)
