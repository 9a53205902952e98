"""What an entry says of stock, read leniently."""

from __future__ import annotations

import pytest

from kiosk.sync.facts import stock_changes, whole


@pytest.mark.parametrize(
    ("quantity", "count"), [("2", 2), ("-1", -1), ("3.000", 3), (4, 4), ("0.350", 0), ("", 0), (None, 0), ("NaN", 0), ("Infinity", 0), ("two", 0)]
)
def test_only_counted_quantities_change_a_level(quantity: object, count: int) -> None:
    assert whole(quantity) == count


def test_a_ticket_names_its_units_and_changes_the_levels_of_the_rest() -> None:
    lines = [
        {"unit_id": "u-1", "product_id": "p-phone", "quantity": "1"},
        {"unit_id": None, "product_id": "p-cable", "quantity": "2"},
        {"product_id": "p-cable", "quantity": "1"},
        {"product_id": "p-film", "quantity": "-1"},
    ]
    changes = stock_changes("sales.ticket_paid", {"lines": lines})
    assert (changes.unit_ids, changes.level_changes) == ({"u-1"}, {"p-cable": -3, "p-film": 1})


def test_a_purchase_names_its_unit() -> None:
    assert stock_changes("tradein.bought", {"unit": {"unit_id": "u-9"}, "paid_cents": 1}).unit_ids == {"u-9"}


def test_what_is_no_stock_entry_or_makes_no_sense_changes_nothing() -> None:
    for kind, body in (("staff.signed_in", {"unit_id": "u-1"}), ("sales.ticket_paid", {"lines": "none"}), ("sales.ticket_paid", {"lines": [3]})):
        changes = stock_changes(kind, body)
        assert (changes.unit_ids, dict(changes.level_changes)) == (frozenset(), {})
