"""The two ways of the margin scheme: device by device, and over a month's purchases and sales (MAR-02, MAR-05 to MAR-07)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.accounting.chart import MarginMethod, MethodSince, StockCount
from kiosk.accounting.flux import margin_of
from kiosk.accounting.global_margin import MonthSums, global_months, month_sums
from kiosk.accounting.lots import LotUnworkable, allocate_lot
from kiosk.accounting.margin_ledger import Provenance, margin_rows, month_totals, provenances
from kiosk.basics.money import ZERO, Money
from kiosk.sales.margin import margin_figures
from kiosk.sales.ticket import TicketKind
from tests.unit.accounting.said import CHART, bought, device, euros, goods, ticket

TWENTY = Fraction(20)
NOVEMBER, DECEMBER, JANUARY = date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)
GLOBAL = replace(CHART, methods=(MethodSince(date(2026, 11, 1), MarginMethod.GLOBAL),))


@pytest.mark.parametrize(
    ("price", "cost", "margin", "net", "tax"),
    [
        ("449.00", "320.00", "129.00", "107.50", "21.50"),
        ("199.00", "150.00", "49.00", "40.83", "8.17"),
        ("99.90", "120.00", "0", "0", "0"),
        ("249.99", "133.33", "116.66", "97.22", "19.44"),
    ],
)
def test_the_ledger_states_what_the_till_computed_for_one_device_and_mirrors_it_when_it_comes_back(
    price: str, cost: str, margin: str, net: str, tax: str
) -> None:
    figures = margin_figures(gross=euros(price), purchase_price=euros(cost), rate_percent=TWENTY)
    assert (figures.margin, figures.net, figures.tax) == (euros(margin), euros(net), euros(tax))
    assert margin_of(device(price, cost, tax)) == euros(margin)
    assert margin_of(device(f"-{price}", f"-{cost}", f"-{tax}")) == -euros(margin)


def test_a_row_leads_from_the_purchase_to_the_sale() -> None:
    origins = provenances([bought(1, "320.00", credit="320.00", day=date(2026, 11, 2))])
    (row,) = margin_rows([ticket(5, [device("449.00", "320.00", "21.50"), goods("24.92", "4.98")])], origins)
    assert row.provenance == Provenance("352668910000015", "L01-K2-R000001", "L01-K2-A000001", date(2026, 11, 2))
    assert (row.sale_number, row.purchase_price, row.price, row.margin, row.tax) == ("L01-K2-000005", Money(32000), Money(44900), Money(12900), Money(2150))


def test_a_device_of_another_till_has_a_row_too() -> None:
    (row,) = margin_rows([ticket(5, [device("449.00", "320.00", "21.50", unit_id="u9")])], {})
    assert row.provenance == Provenance()


def test_months_add_up_with_what_came_back() -> None:
    tickets = [
        ticket(1, [device("449.00", "320.00", "21.50"), device("99.90", "120.00", "0", unit_id="u2")], day=date(2026, 11, 30)),
        ticket(2, [device("-449.00", "-320.00", "-21.50")], kind=TicketKind.REFUND, day=date(2026, 12, 1)),
    ]
    november, december = month_totals(margin_rows(tickets, {}))
    assert (november.month, november.device_count, november.price, november.margin, november.tax) == ("2026-11", 2, Money(54890), Money(12900), Money(2150))
    assert (december.month, december.price, december.margin, december.tax) == ("2026-12", Money(-44900), Money(-12900), Money(-2150))


def test_purchases_beyond_sales_are_carried_to_the_next_month_and_never_refunded() -> None:
    """The worked example: 12 000 bought and 10 500 sold, then 8 000 bought and 11 900 sold."""
    sums = [MonthSums(NOVEMBER, euros("12000"), euros("10500")), MonthSums(DECEMBER, euros("8000"), euros("11900"))]
    first, second = global_months(sums, rate_on=lambda _: TWENTY)
    assert (first.margin, first.tax, first.carried_out) == (ZERO, ZERO, euros("1500"))
    assert (second.carried_in, second.margin, second.net, second.tax, second.carried_out) == (
        euros("1500"), euros("2400"), euros("2000"), euros("400"), ZERO,
    )  # fmt: skip


@pytest.mark.parametrize(("at_end", "tax"), [("6200", "200"), ("5000", "0"), ("3800", "0")])
def test_a_stock_that_has_grown_over_the_year_is_taken_off_the_purchases_of_january(at_end: str, tax: str) -> None:
    """5 000 in stock on 1 January, 6 200 on 31 December: 1 200 more margin in January, 200 more VAT."""
    stocks = (StockCount(date(2026, 1, 1), euros("5000")), StockCount(date(2026, 12, 31), euros(at_end)))
    sums = [MonthSums(JANUARY, euros("3000"), euros("3000")), MonthSums(date(2027, 2, 1), euros("3000"), euros("3000"))]
    january, february = global_months(sums, rate_on=lambda _: TWENTY, stocks=stocks)
    assert january.tax == euros(tax)
    assert (february.stock_decrease, february.carried_in) == (ZERO, january.carried_out)
    assert january.carried_out == max(ZERO, euros("5000") - euros(at_end))


def test_a_month_is_what_the_journal_says_was_bought_and_sold_and_a_return_is_taken_off() -> None:
    facts = [
        bought(1, "320.00", day=date(2026, 10, 31)),
        bought(2, "80.00", credit="92.00", day=date(2026, 11, 3)),
        ticket(3, [device("449.00", "320.00", "21.50"), goods("24.92", "4.98")], day=date(2026, 11, 4)),
        ticket(4, [device("-449.00", "-320.00", "-21.50")], kind=TicketKind.REFUND, day=date(2027, 1, 2)),
        bought(5, "10.00", day=date(2027, 2, 1)),
    ]
    assert month_sums(facts, GLOBAL, until=date(2027, 1, 31)) == (
        MonthSums(NOVEMBER, Money(8000), Money(44900)),
        MonthSums(DECEMBER, ZERO, ZERO),
        MonthSums(JANUARY, ZERO, Money(-44900)),
    )
    assert month_sums(facts, CHART, until=date(2027, 1, 31)) == ()


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(-(10**6), 10**7)), max_size=24))
def test_over_any_months_the_margins_are_what_was_sold_above_what_was_bought(months: list[tuple[int, int]]) -> None:
    sums = [MonthSums(date(2026 + index // 12, index % 12 + 1, 1), Money(bought_), Money(sold)) for index, (bought_, sold) in enumerate(months)]
    found = global_months(sums, rate_on=lambda _: TWENTY)
    whole = Money.total(item.sales - item.purchases for item in sums)
    assert Money.total(month.margin for month in found) - (found[-1].carried_out if found else ZERO) == whole
    assert all(month.net + month.tax == month.margin and month.tax >= ZERO for month in found)


def test_a_lot_is_shared_by_what_each_device_should_bring_to_the_cent() -> None:
    assert allocate_lot(euros("1000.00"), [euros("449"), euros("199"), euros("199")]) == (euros("530.10"), euros("234.95"), euros("234.95"))


@given(st.integers(0, 10**8), st.lists(st.integers(1, 10**6), min_size=1, max_size=50))
def test_the_parts_of_a_lot_are_its_price(price_cents: int, expected: list[int]) -> None:
    parts = allocate_lot(Money(price_cents), [Money(cents) for cents in expected])
    assert Money.total(parts) == Money(price_cents)
    assert all(part >= ZERO for part in parts)


@pytest.mark.parametrize("expected", [[], [Money(100), ZERO]])
def test_a_lot_of_nothing_or_of_worthless_things_is_refused(expected: list[Money]) -> None:
    with pytest.raises(LotUnworkable):
        allocate_lot(Money(1000), expected)
