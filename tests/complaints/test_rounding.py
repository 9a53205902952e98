"""G. Rounding and tax: the cents that other tills lose. Pure: the engine that prices the till and ``kiosk price``."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kiosk.basics.money import ZERO, Money
from kiosk.sales.pricing import AmountOff, Item, PercentOff, Priced, price
from kiosk.sales.refund import Part, mirror
from kiosk.sales.tax import Scheme, Tax, TaxRounding
from kiosk.sales.tenders import CashRounding, RoundingMethod, RoundingScope, Tender, settle

WITH_20 = Tax(Scheme.STANDARD, (Fraction(20),), included=True)
PLUS_20 = Tax(Scheme.STANDARD, (Fraction(20),), included=False)
PLUS_21 = Tax(Scheme.STANDARD, (Fraction(21),), included=False)


def sold(*prices: int, tax: Tax = WITH_20, quantity: int = 1, **how: object) -> Priced:
    items = [Item(f"l{place}", quantity * 1000, Money(cents), tax) for place, cents in enumerate(prices)]
    return price(items, rounding=TaxRounding.LINE, **how)  # type: ignore[arg-type]  # the discount of one test each


def refund_of(whole: Priced, *, quantity: int = 1) -> Priced:
    return mirror(whole, {line.line_id: Part(quantity * 1000, 0, quantity * 1000) for line in whole.lines})


@pytest.mark.answers("odoo#190667", "odoo#108859", "odoo#96721")
@pytest.mark.parametrize("method", list(RoundingMethod))
@pytest.mark.parametrize("cents", [1, 2, 3, 4997, 4998, 5002, 5003])
def test_cash_rounding_of_a_refund_is_the_mirror_of_the_sale(method: RoundingMethod, cents: int) -> None:
    rule = CashRounding(Money(5), method)
    sale = settle(Money(cents), [Tender("cash", Money(6000))], rule)
    back = settle(Money(-cents), [Tender("cash", Money(-6000))], rule)
    assert (back.due, back.rounding, back.change) == (-sale.due, -sale.rounding, -sale.change)


@pytest.mark.answers("odoo#146474")
def test_a_rounded_sale_and_its_refund_leave_nothing_behind() -> None:
    rule = CashRounding(Money(5), scope=RoundingScope.CASH)
    sale, back = settle(Money(4998), [Tender("cash", Money(5000))], rule), settle(Money(-4998), [Tender("cash", Money(-5000))], rule)
    assert (sale.due + back.due, sale.remaining, back.remaining) == (ZERO, ZERO, ZERO)


@pytest.mark.answers("odoo#203196")
def test_several_gift_cards_pay_to_the_cent() -> None:
    tenders = [Tender("gift_card", Money(cents)) for cents in (3333, 3333, 3334)]
    settled = settle(Money(10000), tenders)
    assert (settled.remaining, settled.change) == (ZERO, ZERO)


@pytest.mark.answers("odoo#288573")
def test_the_refund_of_a_discounted_ticket_takes_the_tax_that_was_sold() -> None:
    sale = sold(212, tax=PLUS_20, quantity=2, ticket_discount=PercentOff(Fraction(10)))
    back = refund_of(sale, quantity=2)
    assert (sale.net, sale.tax, sale.total) == (Money(382), Money(76), Money(458))
    assert (back.net, back.tax, back.total) == (Money(-382), Money(-76), Money(-458))


@pytest.mark.answers("ERP#52001")
@pytest.mark.parametrize("cents", [1, 333, 999, 5250])
def test_everything_off_is_nothing_to_pay(cents: int) -> None:
    gone = sold(cents, cents, tax=PLUS_21, ticket_discount=PercentOff(Fraction(100)))
    assert (gone.total, gone.net, gone.tax) == (ZERO, ZERO, ZERO)


@pytest.mark.answers("OSPOS#1437")
def test_what_is_due_is_what_is_asked() -> None:
    settled = settle(Money(100480), [Tender("card", Money(100480))])
    assert (settled.due, settled.remaining) == (Money(100480), ZERO)


@pytest.mark.answers("RD#79")
def test_an_amount_has_whole_cents_or_is_no_amount() -> None:
    assert all(type(line.gross.amount_cents) is int for line in sold(420, quantity=3, ticket_discount=AmountOff(Money(1))).lines)
    with pytest.raises(AssertionError, match="integer cents"):
        Money(420.3)  # type: ignore[arg-type]  # the very mistake


@pytest.mark.answers("woocommerce-ios#17827")
def test_nine_ninety_nine_comes_back_as_nine_ninety_nine() -> None:
    sale = sold(999)
    back = refund_of(sale)
    assert (sale.net, sale.tax, sale.total) == (Money(832), Money(167), Money(999))
    assert (back.net, back.tax, back.total) == (Money(-832), Money(-167), Money(-999))


def test_half_a_cent_is_rounded_up_and_never_to_even() -> None:
    twelve = Tax(Scheme.STANDARD, (Fraction(12),), included=True)
    (line,) = sold(5250, tax=twelve).lines
    assert (line.net, line.tax_total) == (Money(4687), Money(563))
