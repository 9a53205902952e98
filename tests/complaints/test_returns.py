"""I. Stock and returns: the counts that other tills get wrong for a year. What else answers this group stands beside the returns themselves."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from kiosk.basics.money import Money
from kiosk.catalogue.service import CatalogueService
from kiosk.journal import store as journal_store
from kiosk.sales.after.service import ReturnService
from kiosk.sales.refund import Grounds
from kiosk.stock import store as stock_store
from kiosk.stock.units import UnitNotErased, UnitNotSellable, UnitState
from tests.complaints.conftest import CASE_EAN
from tests.integration.sale_shop import CAMILLE, IMEIS, PHONE, SOPHIE, Till, cash


@pytest.mark.answers("PN#48")
def test_four_that_were_sold_are_four_on_the_ticket_in_the_journal_and_in_stock(till: Till) -> None:
    basket = till.basket(CASE_EAN)
    basket = till.sale.set_quantity(basket, basket.lines[0].line_id, 4)
    ticket = till.sale.pay(basket, [cash(11960)], person=CAMILLE)
    with till.database.read() as connection:
        (told,) = [json.loads(entry.entry)["body"] for entry in journal_store.all_entries(connection) if entry.kind == "sales.ticket_paid"]
    assert (ticket.lines[0].quantity, told["lines"][0]["quantity"], told["total_cents"]) == (4, "4", 11960)
    assert till.stock.levels()["p-case"] == 6


@pytest.mark.answers("odoo#30006")
def test_two_devices_of_one_ticket_are_two_lines_of_one_piece_each(till: Till) -> None:
    ticket = till.sale.pay(till.basket(IMEIS[0], IMEIS[6]), [cash(54890)], person=CAMILLE)
    assert [(line.unit_id, line.quantity) for line in ticket.lines] == [("u1", 1), ("u7", 1)]


@pytest.mark.answers("RD#915", "RD#1164")
def test_a_device_under_repair_is_neither_for_sale_nor_counted_as_such(till: Till) -> None:
    with till.database.write() as connection:
        till.stock.change_state(connection, "u1", to_state=UnitState.REWORK, reason="repair", document_id=None, person_id="p-yanis")
    with pytest.raises(UnitNotSellable):
        till.basket(IMEIS[0])
    assert till.stock.stock_by_state()[UnitState.REWORK] == 1
    assert all(found.unit.unit_id != "u1" for found in till.stock.units_for_sale("smartphone") if found.unit)


@pytest.mark.answers("RD#287")
def test_the_same_label_does_not_come_into_stock_twice(till: Till) -> None:
    with pytest.raises(IntegrityError), till.database.write() as connection:
        stock_store.add_unit(connection, replace(PHONE, unit_id="u-again"))


@pytest.mark.answers("ERP#50787")
def test_a_refund_of_the_day_closes_with_the_day(till: Till) -> None:
    sold = till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    returns = ReturnService(till.counter, till.stock, CatalogueService(till.database))
    grounds = Grounds("changed_mind", scanned=IMEIS[0])
    back = returns.add_back(till.sale.new_basket(), sold.number, {sold.lines[0].line_id: 1}, grounds, person=SOPHIE)
    till.sale.pay(back, returns.way_back(back, Money(-44900)), person=SOPHIE)
    closed = till.closing.close_day(person=SOPHIE, counted=till.expected())
    assert (closed.figures.sales, closed.figures.returns, closed.figures.total) == (Money(44900), Money(44900), Money(0))


@pytest.mark.answers("ERP#57157")
def test_a_device_cannot_be_sold_without_its_serial_so_no_closing_ever_asks_for_one(till: Till) -> None:
    with pytest.raises(UnitNotErased):
        till.basket(IMEIS[1])
    till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    with till.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM ticket_line WHERE product_id = 'p-iphone-13' AND unit_id IS NULL").one()
    assert rows[0] == 0
    assert till.closing.close_day(person=SOPHIE, counted=till.expected()).figures.total == Money(44900)
