"""A card is asked for nothing that cannot be paid: whatever would refuse the ticket afterwards refuses the question, and no money moves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.errors import KioskError
from kiosk.journal.ledger import Ledger
from kiosk.sales.after.service import ReturnService
from kiosk.sales.basket import Basket
from kiosk.sales.refund import Grounds
from kiosk.sales.tenders import Tender
from kiosk.staff.people import Person
from kiosk.storage.engine import Database
from tests.integration.desk_shop import DeskShop, open_desk
from tests.integration.sale_shop import CAMILLE, IMEIS, PHONE, SOPHIE, YANIS, cash, furnish, open_till

CASE_EAN = "2000000000015"
DAY_S = 86_400


@pytest.fixture
def shop(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> DeskShop:
    furnish(database)
    till = open_till(database, ledger, clock, ids)
    till.drawer.open_session(Money(15000), person=CAMILLE)
    return open_desk(till)


def returned(shop: DeskShop, number: str, line_id: str, *, scanned: str | None = None) -> Basket:
    returns = ReturnService(shop.till.counter, shop.till.stock, shop.stored)
    grounds = Grounds("changed_mind", scanned=scanned)
    return returns.add_back(shop.till.sale.new_basket(), number, {line_id: 1}, grounds, person=SOPHIE)


def kept_phone(shop: DeskShop) -> Basket:
    """A basket that takes a deposit of 100,00 € for the phone."""
    basket = shop.till.sale.new_basket()
    basket = shop.till.sale.add_by_code(Basket(basket.basket_id, customer_id=shop.customer().customer_id), IMEIS[0])
    return shop.desk.deposits.offer(basket, basket.lines[0].line_id, Money(10000))


# ── what happens between the basket and the card ───────────────────────────────────────────────────────────────────
def sold_by_a_colleague(shop: DeskShop) -> tuple[Basket, Person]:
    basket = shop.basket(codes=(IMEIS[0],))
    shop.pay(shop.basket(codes=(IMEIS[0],)))
    return basket, CAMILLE


def kept_for_another(shop: DeskShop) -> tuple[Basket, Person]:
    basket = shop.basket(codes=(IMEIS[0],))
    shop.pay(kept_phone(shop))
    return basket, CAMILLE


def deposit_on_a_sold_phone(shop: DeskShop) -> tuple[Basket, Person]:
    basket = kept_phone(shop)
    shop.pay(shop.basket(codes=(IMEIS[0],)))
    return basket, CAMILLE


def yesterday_open(shop: DeskShop) -> tuple[Basket, Person]:
    shop.pay(shop.basket(codes=(CASE_EAN,)))
    shop.till.clock.advance(seconds=DAY_S)
    return shop.basket(codes=(CASE_EAN,)), CAMILLE


def drawer_closed(shop: DeskShop) -> tuple[Basket, Person]:
    shop.till.drawer.close_session(Money(15000), person=SOPHIE)
    return shop.basket(codes=(CASE_EAN,)), CAMILLE


def technician(shop: DeskShop) -> tuple[Basket, Person]:
    return shop.basket(codes=(CASE_EAN,)), YANIS


def given_back_twice(shop: DeskShop) -> tuple[Basket, Person]:
    ticket = shop.pay(shop.basket(codes=(CASE_EAN,)))
    first, second = (returned(shop, ticket.number, ticket.lines[0].line_id) for _ in range(2))
    shop.till.sale.pay(first, [cash(-2990)], person=SOPHIE)
    return second, SOPHIE


def taken_apart(shop: DeskShop) -> tuple[Basket, Person]:
    """Central says so between the basket and the card."""
    ticket = shop.pay(shop.basket(codes=(IMEIS[0],)))
    back = returned(shop, ticket.number, ticket.lines[0].line_id, scanned=IMEIS[0])
    with shop.till.database.write() as connection:
        connection.exec_driver_sql(f"UPDATE unit SET state = 'parts' WHERE id = '{PHONE.unit_id}'")
    return back, SOPHIE


def deposit_used(shop: DeskShop) -> tuple[Basket, Person]:
    ticket = shop.pay(kept_phone(shop))
    back = returned(shop, ticket.number, ticket.lines[0].line_id)
    (kept,) = shop.desk.deposits.kept()
    shop.pay(shop.desk.deposits.fetch(shop.till.sale.new_basket(), kept.deposit.code), Tender("deposit", Money(10000), kept.deposit.code))
    return back, SOPHIE


@pytest.mark.parametrize(
    ("before", "code"),
    [
        (sold_by_a_colleague, "stock.unit_sold"),
        (kept_for_another, "stock.unit_reserved"),
        (deposit_on_a_sold_phone, "stock.unit_sold"),
        (yesterday_open, "sales.day_not_closed"),
        (drawer_closed, "cash.no_drawer_session"),
        (technician, "staff.right_missing"),
        (given_back_twice, "sales.nothing_left_to_return"),
        (taken_apart, "stock.state_refused"),
        (deposit_used, "sales.deposit_gone"),
    ],
)
def test_no_card_is_asked_for_what_the_till_would_then_refuse(shop: DeskShop, before: Callable[[DeskShop], tuple[Basket, Person]], code: str) -> None:
    basket, person = before(shop)
    due = shop.till.sale.priced(basket).total
    with pytest.raises(KioskError) as refused:
        shop.till.sale.ask_card(basket, due, person=person)
    assert refused.value.code == code
    assert shop.till.sale.unsettled_cards() == ()


def test_the_customer_of_a_deposit_pays_the_rest_of_the_phone_by_card(shop: DeskShop) -> None:
    shop.pay(kept_phone(shop))
    (kept,) = shop.desk.deposits.kept()
    basket = shop.desk.deposits.fetch(shop.till.sale.new_basket(), kept.deposit.code)
    card = shop.till.approved_card(basket, Money(34900))
    assert shop.pay(basket, Tender("deposit", Money(10000), kept.deposit.code), card).total == Money(44900)


def test_a_deposit_that_is_gone_is_not_put_on_the_list_of_what_comes_back(shop: DeskShop) -> None:
    ticket = shop.pay(kept_phone(shop))
    (kept,) = shop.desk.deposits.kept()
    shop.desk.deposits.release(kept.deposit.code, person=SOPHIE)
    with pytest.raises(KioskError) as refused:
        returned(shop, ticket.number, ticket.lines[0].line_id)
    assert refused.value.code == "sales.deposit_gone"
