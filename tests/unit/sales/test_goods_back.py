"""Goods given back and money taken for later: what the basket costs, what is turnover, what the fiscal module stamps."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.products import Product, ProductKind
from kiosk.fiscal.module import Operation, RateTotal
from kiosk.sales.basket import Basket, BasketLine, DiscountTooLarge, QuantityRefused, Reduction, price_basket, reduce_line, reduce_ticket, set_quantity
from kiosk.sales.day import figures_of
from kiosk.sales.refund import Part, mirror_ticket_line
from kiosk.sales.rulefiles import load_sale_rules
from kiosk.sales.tenders import Tender, settle
from kiosk.sales.ticket import Ticket, TicketHead, TicketKind, TicketTender, fiscal_document, kind_of, make_ticket
from kiosk.sales.ticket_line import TicketLine
from kiosk.stock.units import Unit, UnitState, VatOrigin

AT = datetime(2026, 11, 22, 10, 15, 30, tzinfo=ZoneInfo("Europe/Paris"))
RULES = load_sale_rules(Path(__file__).resolve().parents[3] / "resources").on(AT.date())
IPHONE = Product("p1", "SMA-0001", ProductKind.UNIT, "iPhone 13 · 128 Go", "Apple", "smartphone", "margin", durable=True)
CASE = Product("p2", "ACC-0001", ProductKind.ACCESSORY, "Coque transparente", "", "accessory", "standard", Money(2990))
GIFT_CARD = Product("p3", "SER-0004", ProductKind.GIFT_CARD, "Carte cadeau", "", "service", "non_sale", Money(5000))
PHONE = Unit(
    "u1", "p1", "m1", "F2LXK0ABCD01", UnitState.FOR_SALE, VatOrigin.MARGIN, Money(32000), "shop:L01", 1, "2026-11-02T09:00:00.000Z", "UL01K20001R",
    imei="352668910000015", price=Money(44900),
)  # fmt: skip


def ticket_of(basket: Basket, *, number: str = "L01-K2-000001") -> Ticket:
    """The basket paid in cash to the cent."""
    priced = price_basket(basket, RULES)
    tenders = [TicketTender("cash", priced.total)]
    head = TicketHead(basket.basket_id, number, kind_of(basket), AT, "s1", "p-camille", "Camille")
    return make_ticket(head, basket, priced, RULES, tenders=tenders, settlement=settle(priced.total, [Tender("cash", priced.total)]))


def sold(*lines: BasketLine, reduction: Reduction | None = None) -> Ticket:
    return ticket_of(Basket("b1", lines, reduction))


def given_back(line: TicketLine, count: int, *, before: int = 0) -> BasketLine:
    """Some pieces of a sold line, as they stand in the next basket."""
    back = mirror_ticket_line(line, Part(line.quantity * 1000, before * 1000, count * 1000), number="L01-K2-000001")
    product = IPHONE if line.unit_id else CASE
    return BasketLine("back", product, -count, line.unit_price, PHONE if line.unit_id else None, back=back)


PHONE_LINE = BasketLine("a", IPHONE, 1, Money(44900), PHONE)
CASES = BasketLine("b", CASE, 3, Money(2990))
CARD = BasketLine("c", GIFT_CARD, 1, Money(5000))


def test_a_phone_that_comes_back_mirrors_its_price_its_purchase_and_its_margin_vat() -> None:
    refund = ticket_of(Basket("b2", (given_back(sold(PHONE_LINE).lines[0], 1),)))
    (line,) = refund.lines
    assert refund.head.kind is TicketKind.REFUND
    assert (refund.total, refund.margin_gross, refund.net, refund.tax) == (Money(-44900), Money(-44900), ZERO, ZERO)
    assert (line.quantity, line.gross, line.purchase_price, line.margin_tax) == (-1, Money(-44900), Money(-32000), Money(-2150))
    assert (line.original_line_id, line.original_number, line.came_back) == ("a", "L01-K2-000001", True)
    assert fiscal_document(refund).operation is Operation.REFUND


def test_three_reduced_cases_given_back_one_by_one_give_back_exactly_what_was_paid() -> None:
    line = sold(CASES, reduction=Reduction(amount=Money(1000))).lines[0]
    parts = [given_back(line, 1, before=before).back for before in range(3)]
    assert (line.gross, line.net, line.tax) == (Money(7970), Money(6642), Money(1328))
    assert [part.gross.amount_cents for part in parts if part] == [-2657, -2656, -2657]
    assert [part.tax.amount_cents for part in parts if part] == [-443, -442, -443]
    assert Money.total(part.net for part in parts if part) == Money(-6642)


def test_an_exchange_nets_in_one_ticket_and_is_stamped_with_its_net() -> None:
    first = sold(PHONE_LINE)
    ticket = ticket_of(Basket("b2", (given_back(first.lines[0], 1), CASES)))
    assert (ticket.head.kind, ticket.total, ticket.margin_gross) == (TicketKind.EXCHANGE, Money(-35930), Money(-44900))
    assert [(row.mark, row.net, row.tax) for row in ticket.taxes] == [("A", Money(7475), Money(1495))]
    document = fiscal_document(ticket)
    assert (document.operation, document.total) == (Operation.EXCHANGE, Money(-35930))
    assert document.breakdown == (RateTotal(0, Money(-44900)), RateTotal(2000, Money(8970)))


def test_a_gift_card_is_paid_with_the_goods_and_is_no_turnover() -> None:
    ticket = sold(PHONE_LINE, CARD)
    assert (ticket.total, ticket.non_sale, ticket.due) == (Money(44900), Money(5000), Money(49900))
    assert (ticket.net, ticket.tax, ticket.taxes) == (ZERO, ZERO, ())
    assert fiscal_document(ticket).breakdown == (RateTotal(0, Money(44900)),)


def test_a_gift_card_counts_among_no_articles_and_lowers_no_average() -> None:
    day = figures_of([sold(PHONE_LINE, CARD), sold(CARD), sold(CASES)])
    assert (day.ticket_count, day.article_count, day.non_sale) == (3, 4, Money(10000))
    assert (day.total, day.average_basket) == (Money(53870), Money(26935))


def test_a_discount_on_the_ticket_spares_gift_cards_and_goods_given_back() -> None:
    back = given_back(sold(PHONE_LINE).lines[0], 1)
    ticket = sold(back, CASES, CARD, reduction=Reduction(percent_bp=1000))
    assert [line.gross for line in ticket.lines] == [Money(-44900), Money(8073), Money(5000)]


@pytest.mark.parametrize("line_id", ["back", "c"])
def test_what_comes_back_and_what_is_paid_ahead_take_no_discount(line_id: str) -> None:
    basket = Basket("b2", (given_back(sold(PHONE_LINE).lines[0], 1), CARD))
    with pytest.raises(DiscountTooLarge):
        reduce_line(basket, line_id, Reduction(percent_bp=500))
    with pytest.raises(DiscountTooLarge):
        reduce_ticket(basket, Reduction(amount=Money(1)), RULES)


def test_the_count_of_goods_given_back_is_not_typed_over() -> None:
    basket = Basket("b2", (given_back(sold(CASES).lines[0], 1),))
    with pytest.raises(QuantityRefused):
        set_quantity(basket, "back", 2)
