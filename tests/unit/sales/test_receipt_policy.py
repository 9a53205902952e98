"""Which receipt a ticket gets: what leaves by itself, and what the customer may choose (RCP-01, RCP-02, RCP-06)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from kiosk.basics.money import Money
from kiosk.catalogue.products import Product, ProductKind
from kiosk.sales.basket import Basket, BasketLine, price_basket
from kiosk.sales.receipt_policy import Channel, causes_of, choices
from kiosk.sales.rulefiles import load_sale_rules
from kiosk.sales.rules import EVERY_RECEIPT, Cause, ReceiptRule
from kiosk.sales.tenders import settle
from kiosk.sales.ticket import Ticket, TicketHead, TicketKind, make_ticket
from tests.integration.sale_shop import CASE, INSURANCE, IPHONE, PARIS, PHONE

RULES = load_sale_rules(Path(__file__).resolve().parents[3] / "resources")
DAY = date(2026, 11, 22)
TODAY = RULES.on(DAY)
HEAD = TicketHead("t1", "L01-K2-000001", TicketKind.SALE, datetime(2026, 11, 22, 11, 15, tzinfo=PARIS), "s1", "p-camille", "Camille")
CABLE = Product("p-cable", "ACC-9", ProductKind.ACCESSORY, "Câble", "", "accessory", "standard", Money(1290))


GIFT_CARD = Product("p-gift", "SER-4", ProductKind.GIFT_CARD, "Carte cadeau", "", "service", "non_sale", Money(5000))


def repair(cents: int) -> Product:
    return Product("p-repair", "SER-9", ProductKind.SERVICE, "Remplacement de batterie", "", "service", "standard", Money(cents))


def sold(*products: Product) -> tuple[Ticket, Basket]:
    lines = []
    for number, product in enumerate(products):
        unit = PHONE if product.kind is ProductKind.UNIT else None
        lines.append(BasketLine(f"l{number}", product, 1, (unit.price if unit else product.price) or Money(5000), unit))
    basket = Basket("b1", tuple(lines))
    priced = price_basket(basket, TODAY)
    return make_ticket(HEAD, basket, priced, TODAY, tenders=(), settlement=settle(priced.total, ())), basket


@pytest.mark.parametrize(
    ("products", "causes"),
    [
        ((CASE,), ()),
        ((CASE, CABLE, CABLE), ()),
        ((IPHONE,), (Cause.DURABLE,)),
        ((IPHONE, CASE), (Cause.DURABLE,)),
        ((repair(2499),), ()),
        ((repair(2500),), (Cause.SERVICE_NOTE,)),
        ((repair(1300), repair(1200)), (Cause.SERVICE_NOTE,)),
        ((INSURANCE,), (Cause.SERVICE_NOTE,)),
        ((IPHONE, INSURANCE), (Cause.DURABLE, Cause.SERVICE_NOTE)),
        ((GIFT_CARD,), ()),
    ],
    ids=lambda value: "+".join(item.name if isinstance(item, Product) else item.value for item in value) or "asked",
)
def test_a_phone_and_a_repair_from_25_euros_print_by_themselves_and_a_case_is_asked_for(products: tuple[Product, ...], causes: tuple[Cause, ...]) -> None:
    assert causes_of(*sold(*products), TODAY.receipts) == causes


def test_no_receipt_at_all_is_a_choice_only_where_the_law_leaves_it() -> None:
    assert choices(()) == (Channel.QR, Channel.PRINT, Channel.EMAIL, Channel.NONE)
    assert choices((Cause.DURABLE,)) == (Channel.QR, Channel.PRINT, Channel.EMAIL)


def test_money_given_back_is_always_put_on_paper() -> None:
    ticket, basket = sold(CASE)
    given_back = replace(ticket, total=Money(-2990))
    assert causes_of(given_back, basket, TODAY.receipts) == (Cause.MONEY_BACK,)


def test_before_august_2023_every_ticket_was_printed() -> None:
    ticket, basket = sold(CASE)
    assert causes_of(ticket, basket, RULES.on(date(2023, 7, 31)).receipts) == (Cause.ALWAYS,)
    assert causes_of(ticket, basket, RULES.on(date(2023, 8, 1)).receipts) == ()


def test_a_country_without_a_rule_prints_everything() -> None:
    assert replace(RULES, receipts=()).on(DAY).receipts == EVERY_RECEIPT


def test_the_threshold_of_the_service_note_is_data() -> None:
    rule = ReceiptRule(DAY, frozenset({Cause.SERVICE_NOTE}), Money(1000))
    ticket, basket = sold(repair(1000))
    assert causes_of(ticket, basket, rule) == (Cause.SERVICE_NOTE,)
