"""The views of one day: each wrong figure of a closing or a drawer is found and named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.accounting.agreement import BooksDisagree, check, closed_tickets
from kiosk.accounting.chart import MarginMethod, MethodSince
from kiosk.accounting.facts import CashMoved, DayClosed, DrawerClosed, DrawerOpened, Fact, RateFigures
from kiosk.basics.money import Money
from kiosk.sales.ticket import TicketKind
from tests.unit.accounting.said import CHART, DAY, bought, device, euros, goods, place, ticket, work

CLOSING = DayClosed(
    place(9), "Z1", 3, euros("578.00"), (RateFigures(2000, euros("107.50"), euros("21.50")),), euros("449.00"), euros("21.50"),
    (("card", euros("449.00")), ("cash", euros("129.00"))),
)  # fmt: skip
SOLD = (
    replace(ticket(2, [device("449.00", "320.00", "21.50"), goods("24.92", "4.98")], ("card", "478.90")), session_id="s1"),
    replace(ticket(3, [work("107.50", "21.50")], ("cash", "130.00"), change="1.00"), session_id="s1"),
    replace(ticket(4, [goods("-24.92", "-4.98")], ("card", "-29.90"), kind=TicketKind.REFUND), session_id="s1"),
)
OPENED = DrawerOpened(place(1), "s1", "S1", euros("150.00"))
PAID_OUT = replace(bought(5, "80.00"), session_id="s1")
DROPPED = CashMoved(place(6), "s1", "M1", "safe_drop", euros("-50.00"))
COUNTED = DrawerClosed(place(7), "s1", "S1", euros("149.00"), euros("149.00"))


def day(closing: DayClosed = CLOSING, counted: DrawerClosed = COUNTED) -> tuple[Fact, ...]:
    return (OPENED, *SOLD, PAID_OUT, DROPPED, counted, closing)


def test_a_sound_day_agrees_in_every_view() -> None:
    check(day(), CHART, lambda _: True)


@pytest.mark.parametrize(
    ("wrong", "views"),
    [
        ({"total": euros("578.01")}, ["e-reporting, sales", "accounts, turnover with VAT"]),
        ({"margin_gross": euros("448.00")}, ["margin ledger, sales"]),
        ({"margin_tax": euros("21.49")}, ["margin ledger, VAT", "accounts, margin VAT"]),
        ({"rates": ()}, ["e-reporting, VAT", "accounts, VAT"]),
        ({"tenders": (("card", euros("578.00")),)}, ["accounts, cash"]),
    ],
)
def test_each_wrong_figure_of_a_closing_is_named(wrong: dict[str, object], views: list[str]) -> None:
    with pytest.raises(BooksDisagree) as found:
        check(day(replace(CLOSING, **wrong)), CHART, lambda _: True)  # type: ignore[arg-type]  # any field
    assert [part.split(" ", 1)[1].rsplit(": ", 1)[0] for part in str(found.value.facts["views"]).split("; ")] == views


def test_cash_that_the_tickets_and_movements_do_not_explain_is_named() -> None:
    with pytest.raises(BooksDisagree) as found:
        check(day(counted=replace(COUNTED, expected=euros("150.00"))), CHART, lambda _: True)
    assert found.value.facts == {"views": "S1 cash count S1: 150.00 / 149.00"}


def test_other_days_are_not_asked() -> None:
    check(day(replace(CLOSING, total=Money(1))), CHART, lambda asked: asked != DAY)


def test_two_closings_made_in_one_go_take_each_its_own_tickets() -> None:
    nothing = DayClosed(place(8), "Z0", 0, Money(0), (), Money(0), Money(0), ())
    empty, full = closed_tickets((OPENED, *SOLD, nothing, CLOSING))
    assert (empty.tickets, full.tickets) == ((), SOLD)


def test_with_the_global_method_the_margins_vat_is_no_account_of_the_day() -> None:
    chart = replace(CHART, methods=(MethodSince(date(2026, 1, 1), MarginMethod.GLOBAL),))
    check(day(), chart, lambda _: True)
