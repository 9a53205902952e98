"""What is declared of a day's sales to private customers (flux 10.3)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from kiosk.accounting.chart import MarginMethod, MethodSince
from kiosk.accounting.facts import PaidLine, TicketPaid
from kiosk.accounting.flux import Category, category_of, group_content, groups_of
from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.products import ProductKind
from kiosk.sales.ticket import TicketKind
from tests.unit.accounting.said import CHART, DAY, device, euros, for_later, goods, ticket, work

PHONE, CASE, REPAIR = device("449.00", "320.00", "21.50"), goods("24.92", "4.98"), work("107.50", "21.50")
T1 = ticket(1, [PHONE, CASE], ("card", "478.90"))
T2 = ticket(2, [REPAIR], ("cash", "129.00"))
T3 = ticket(3, [goods("-24.92", "-4.98")], ("card", "-29.90"), kind=TicketKind.REFUND, of="L01-K2-000001")
GLOBAL = replace(CHART, methods=(MethodSince(date(2026, 1, 1), MarginMethod.GLOBAL),))


def content(*tickets: TicketPaid, invoiced: tuple[str, ...] = ()) -> list[object]:
    return [group_content(group, currency="EUR") for group in groups_of(tickets, CHART, invoiced=invoiced)]


def test_the_worked_day_of_22_november_2026() -> None:
    """The case is sold and comes back: it leaves nothing. The margin is kept both ways, because no source says which is wanted."""
    assert content(T1, T2, T3) == [
        {
            "TT-77": "20261122", "TT-78": "EUR", "TT-81": "TLB1", "TT-82": "0.00", "TT-83": "0.00", "TT-85": 2,
            "TG-32": [{"TT-86": "20.00", "TT-87": "0.00", "TT-88": "0.00"}],
        },
        {
            "TT-77": "20261122", "TT-78": "EUR", "TT-81": "TMA1", "TT-82": "107.50", "TT-83": "21.50", "TT-85": 1,
            "TG-32": [{"TT-86": "20.00", "TT-87": "107.50", "TT-88": "21.50"}],
            "full_price": {"TT-82": "449.00", "TT-83": "0.00", "TG-32": [{"TT-86": "0.00", "TT-87": "449.00", "TT-88": "0.00"}]},
        },
        {
            "TT-77": "20261122", "TT-78": "EUR", "TT-81": "TPS1", "TT-82": "107.50", "TT-83": "21.50", "TT-85": 1,
            "TG-32": [{"TT-86": "20.00", "TT-87": "107.50", "TT-88": "21.50"}],
        },
    ]  # fmt: skip


def test_the_order_in_which_tickets_come_changes_no_byte() -> None:
    assert json.dumps(content(T3, T1, T2)) == json.dumps(content(T1, T2, T3))


def test_each_day_and_each_rate_stands_apart() -> None:
    tomorrow = date(2026, 11, 23)
    groups = groups_of([T2, ticket(4, [work("10.00", "1.00", rate_bp=1000), REPAIR], day=tomorrow)], CHART)
    assert [(group.day, group.net, group.tax, [row.rate_bp for row in group.rates or ()]) for group in groups] == [
        (DAY, Money(10750), Money(2150), [2000]),
        (tomorrow, Money(11750), Money(2250), [1000, 2000]),
    ]


@pytest.mark.parametrize(
    ("line", "category"),
    [(PHONE, Category.MARGIN), (CASE, Category.GOODS), (REPAIR, Category.SERVICES), (work("59.00", "0", rate_bp=0), Category.NOT_TAXED)],
)
def test_each_line_has_one_category(line: PaidLine, category: Category) -> None:
    assert category_of(line) is category


def test_a_sale_that_was_invoiced_to_a_company_is_not_declared_again_nor_is_what_comes_back_of_it() -> None:
    """No sale stands in both flows (ERP-03)."""
    assert content(T1, T3, invoiced=("id-1", "L01-K2-000001")) == []
    swap = ticket(5, [replace(CASE, gross=-CASE.gross, net=-CASE.net, tax=-CASE.tax), CASE], kind=TicketKind.EXCHANGE, of="L01-K2-000001")
    assert [group.net for group in groups_of([T1, swap], CHART, invoiced=("id-1", "L01-K2-000001"))] == [CASE.net]


def test_a_gift_card_is_no_turnover_until_it_is_used() -> None:
    assert content(ticket(1, [for_later("50.00", ProductKind.GIFT_CARD)], ("card", "50.00"))) == []


def test_a_loss_on_one_device_takes_nothing_off_the_margin_of_another() -> None:
    (group,) = groups_of([ticket(1, [PHONE, device("99.90", "120.00", "0")])], CHART)
    assert (group.net, group.tax, group.full_price) == (Money(10750), Money(2150), euros("548.90"))


def test_a_device_that_comes_back_takes_its_margin_with_it() -> None:
    back = ticket(2, [device("-449.00", "-320.00", "-21.50")], kind=TicketKind.REFUND)
    (group,) = groups_of([T1, back], replace(CHART))[1:]
    assert (group.net, group.tax, group.full_price, group.ticket_count) == (ZERO, ZERO, ZERO, 2)


def test_with_the_global_method_a_day_says_its_full_price_alone() -> None:
    (group,) = groups_of([ticket(1, [PHONE])], GLOBAL)
    assert (group.net, group.tax, group.full_price) == (None, None, euros("449.00"))
    assert group_content(group, currency="EUR")["TG-32"] is None
