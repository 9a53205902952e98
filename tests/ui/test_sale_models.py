"""List models tell their views exactly what changed, and amounts are written as the language wants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.basics.money import Money
from kiosk.ui.formats import Formats, minutes_between, tail
from kiosk.ui.models.rows import FIRST_ROLE, RowsModel


@dataclass(frozen=True, slots=True)
class Line:
    line_id: int
    unit_price: str


def model(*rows: Line) -> RowsModel[Line]:
    made = RowsModel(Line, key=lambda row: row.line_id)
    made.show(rows)
    return made


def test_roles_are_the_fields_in_camel_case() -> None:
    lines = model(Line(1, "14,90 €"))
    assert {bytes(name.data()).decode() for name in lines.roleNames().values()} == {"lineId", "unitPrice"}
    assert lines.data(lines.index(0), FIRST_ROLE + 1) == "14,90 €"
    assert lines.data(lines.index(0), FIRST_ROLE + 9) is None


def test_a_changed_field_is_announced_alone() -> None:
    lines = model(Line(1, "14,90 €"), Line(2, "5,00 €"))
    announced: list[tuple[int, list[int]]] = []
    lines.dataChanged.connect(lambda first, _last, roles: announced.append((first.row(), list(roles))))
    lines.show([Line(1, "14,90 €"), Line(2, "4,00 €")])
    assert announced == [(1, [FIRST_ROLE + 1])]


def test_new_rows_that_follow_each_other_are_announced_at_one_go() -> None:
    lines = model(Line(1, ""), Line(2, ""))
    came: list[tuple[int, int]] = []
    lines.rowsInserted.connect(lambda _parent, first, last: came.append((first, last)))
    lines.show([Line(3, ""), Line(4, ""), Line(1, ""), Line(5, ""), Line(2, ""), Line(6, ""), Line(7, "")])
    assert came == [(0, 1), (3, 3), (5, 6)]


def test_without_a_key_a_row_is_its_place_and_is_filled_anew() -> None:
    lines = RowsModel(Line)
    lines.show([Line(1, "a"), Line(2, "b")])
    seen: list[object] = []
    lines.rowsInserted.connect(lambda _parent, first, last: seen.append(("in", first, last)))
    lines.rowsRemoved.connect(lambda _parent, first, last: seen.append(("out", first, last)))
    lines.dataChanged.connect(lambda first, _last, roles: seen.append((first.row(), len(roles))))
    lines.show([Line(9, "a"), Line(9, "c"), Line(3, "d")])
    lines.show([Line(9, "a")])
    assert seen == [(0, 1), (1, 2), ("in", 2, 2), ("out", 2, 2), ("out", 1, 1)]
    assert lines.rows == (Line(9, "a"),)


@given(st.lists(st.lists(st.integers(0, 8), unique=True, max_size=9), min_size=2, max_size=5))
def test_any_list_may_follow_any_other(lists: list[list[int]]) -> None:
    lines = model()
    checker = QAbstractItemModelTester(lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for wanted in lists:
        lines.show([Line(number, f"{number},00 €") for number in wanted])
        assert [row.line_id for row in lines.rows] == wanted
    assert checker.model() is lines


@pytest.mark.parametrize(
    ("language", "money", "round_money", "percent", "day"),
    [
        ("fr", "1\u202f234,50\u202f€", "60\u202f€", "24,8\u202f%", "dimanche 22 novembre"),
        ("en", "€1,234.50", "€60", "24.8%", "Sunday 22 November"),
    ],
)
def test_figures_follow_the_language(language: str, money: str, round_money: str, percent: str, day: str) -> None:
    formats = Formats(language)
    assert formats.money(Money(1_234_50)) == money
    assert formats.round_money(Money(60_00)) == round_money
    assert formats.percent(248) == percent
    assert formats.day("2026-11-22T10:00:00.000Z") == day


def test_times_are_shown_in_the_shops_zone() -> None:
    formats = Formats()
    assert formats.clock("2026-11-22T13:37:00.000Z") == "14:37"
    assert formats.clock("2026-07-22T13:37:00.000Z") == "15:37"
    assert formats.day("2026-10-31T23:30:00.000Z") == "dimanche 1er novembre"
    assert minutes_between("2026-11-22T10:00:00.000Z", datetime(2026, 11, 22, 10, 12, 59, tzinfo=UTC)) == 12
    assert minutes_between("2026-11-22T10:00:00.000Z", datetime(2026, 11, 22, 9, 0, tzinfo=UTC)) == 0


def test_small_change_is_named_in_cents() -> None:
    assert Formats().round_money(Money(20)) == "20\u202fc"
    assert Formats().round_money(Money(53_80)) == "53,80\u202f€"
    assert tail("356789012344518") == "4518"
