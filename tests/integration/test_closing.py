"""Closing the day on the real database: numbered, frozen, printed, journaled, and the same to the cent from every side."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import ZERO, Money
from kiosk.fiscal.module import Operation, Perpetual
from kiosk.fiscal.null import NullFiscal
from kiosk.journal.ledger import Ledger
from kiosk.sales.basket import Reduction
from kiosk.sales.day import FiguresDisagree
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket, fiscal_document
from kiosk.staff.rights import RightMissing
from kiosk.stock import store as stock_store
from kiosk.stock.units import Unit
from kiosk.storage.engine import Database
from tests.integration.sale_shop import CAMILLE, CASE, FITTING, IMEIS, INSURANCE, SOPHIE, Till, cash, furnish, open_till, phone

CASE_EAN = "2000000000015"


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    found = open_till(database, ledger, clock, ids)
    found.drawer.open_session(Money(15000), person=CAMILLE)
    return found


def test_the_z_is_numbered_stamped_printed_and_journaled(till: Till) -> None:
    basket = till.basket(IMEIS[0], CASE_EAN)
    till.sale.pay(basket, [till.approved_card(basket, Money(40000)), cash(10000)], person=CAMILLE)
    till.sale.pay(till.sale.add_product(till.basket(), INSURANCE), [cash(5900)], person=CAMILLE)
    closed = till.closing.close_day(person=SOPHIE, counted=Money(28790))
    assert (closed.number, closed.closing.label, closed.figures.total) == ("L01-K2-Z000001", "20261122", Money(53790))
    assert closed.closing.perpetual == Perpetual(Money(53790), Money(53790))
    assert closed.figures.tenders == (("card", Money(40000)), ("cash", Money(13790)))
    assert [(row.mark, row.net, row.tax) for row in closed.figures.taxes] == [("A", Money(2492), Money(498)), ("E", Money(5900), ZERO)]
    assert [session.difference for session in closed.sessions] == [ZERO]
    paper = till.papers()[-1]
    for shown in ("Clôture Z n° 1", "L01-K2-Z000001", "537,90", "Espèces comptées", "287,90", "Grands totaux perpétuels", "Signature"):
        assert shown in paper
    assert "21,50" not in paper
    assert till.kinds()[-2:] == ["drawer.session_closed", "fiscal.day_closed"]
    with till.database.read() as connection:
        entry = till.ledger.entries_after(connection, 0, 0, limit=1000)[-1]
        assert till.counter.fiscal.verify(connection).sound
    body = json.loads(entry.entry)["body"]
    assert (body["total_cents"], body["number"], body["period_label"], body["margin_tax_cents"]) == (53790, 1, "20261122", 2150)


def test_a_day_without_sales_is_closed_and_the_next_starts_at_zero(till: Till) -> None:
    assert till.closing.close_day(person=SOPHIE).figures.total == ZERO
    till.drawer.open_session(ZERO, person=CAMILLE)
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    second = till.closing.close_day(person=SOPHIE, counted=Money(2990))
    assert (second.number, second.closing.label, second.figures.total) == ("L01-K2-Z000002", "20261122-2", Money(2990))


def test_the_day_of_a_late_closing_is_that_of_its_sales(till: Till) -> None:
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    till.clock.advance(seconds=30 * 3600)
    assert till.closing.board(person=SOPHIE).waiting_day is not None
    assert till.closing.close_day(person=SOPHIE).closing.label == "20261122"
    assert till.closing.board(person=SOPHIE).waiting_day is None


def test_only_who_may_closes_the_day_or_sees_the_board(till: Till) -> None:
    with pytest.raises(RightMissing):
        till.closing.close_day(person=CAMILLE)
    with pytest.raises(RightMissing):
        till.closing.board(person=CAMILLE)


def test_what_was_stamped_beside_the_tickets_stops_the_closing(till: Till) -> None:
    ticket = till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    assert fiscal_document(ticket).operation is Operation.SALE
    with till.database.write() as connection:
        till.counter.fiscal.stamp(connection, fiscal_document(ticket))
    with pytest.raises(FiguresDisagree):
        till.closing.close_day(person=SOPHIE)
    assert till.drawer.now() is not None


def test_the_board_shows_the_day_while_it_runs(till: Till) -> None:
    till.sale.pay(till.basket(IMEIS[0]), [cash(45000)], person=CAMILLE)
    till.clock.advance(seconds=3600)
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    board = till.closing.board(person=SOPHIE)
    assert (board.figures.total, board.figures.ticket_count, board.figures.average_basket) == (Money(47890), 2, Money(23945))
    assert board.by_hour == {11: Money(44900), 12: Money(2990)}
    assert (board.figures.unit_margin, board.figures.margin_share_bp) == (Money(10750), 2245)
    assert board.expected_cash == Money(15000 + 47890)
    assert till.closing.running(person=SOPHIE) == board.figures


def test_a_till_without_a_fiscal_country_closes_its_day_too(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> None:
    furnish(database)
    till = open_till(database, ledger, clock, ids, fiscal=NullFiscal(ids=ids))
    till.drawer.open_session(ZERO, person=CAMILLE)
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    assert till.closing.close_day(person=SOPHIE).closing.perpetual == Perpetual(Money(2990), Money(2990))


SALES = st.lists(
    st.tuples(
        st.integers(0, 6),
        st.integers(0, 5),
        st.integers(0, 2),
        st.booleans(),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
        st.sampled_from(["cash", "transfer", "both"]),
    ),
    min_size=1,
    max_size=8,
)


@given(SALES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_the_same_day_seen_from_every_side_agrees_to_the_cent(
    till: Till, sales: list[tuple[int, int, int, bool, int, int, str]]
) -> None:
    """Tickets, their lines, drawer, fiscal totals, VAT rows, tenders and journal, over random sales; one Z closes each example."""
    if till.drawer.now() is None:
        till.drawer.open_session(Money(15000), person=CAMILLE)
    before = till.drawer.now()
    assert before is not None
    tickets = [ticket for sale in sales if (ticket := sell(till, *sale)) is not None]
    now = till.drawer.now()
    assert now is not None
    with till.database.read() as connection:
        stamped = till.counter.fiscal.since_last_closing(connection)
        entries = till.ledger.entries_after(connection, 0, 0, limit=100_000)
        lines = connection.exec_driver_sql(
            "SELECT coalesce(sum(gross_cents), 0), coalesce(sum(net_cents + tax_cents), 0), coalesce(sum(margin_tax_cents), 0) FROM ticket_line"
            f" WHERE ticket_id IN ({','.join('?' * len(tickets))})",
            tuple(ticket.head.ticket_id for ticket in tickets),
        ).one()
    bodies = [json.loads(entry.entry)["body"] for entry in entries if entry.kind == "sales.ticket_paid"]
    mine = {ticket.number for ticket in tickets}
    total = Money.total(ticket.total for ticket in tickets)
    closed = till.closing.close_day(person=SOPHIE, counted=now.expected)
    figures = closed.figures
    assert closed.closing.totals.total == figures.total == stamped.total == total
    assert Money(sum(body["total_cents"] for body in bodies if body["number"] in mine)) == total
    assert (Money(lines[0]), Money(lines[1]), Money(lines[2])) == (total, total, figures.margin_tax)
    assert Money.total(row.gross for row in figures.taxes) + figures.margin_gross == total
    assert Money.total(part.gross for part in closed.closing.totals.breakdown) == total
    assert Money.total(amount for _, amount in figures.tenders) == total
    assert figures.cash_kept == now.expected - before.expected == dict(figures.tenders).get("cash", ZERO)
    assert closed.sessions[-1].difference == ZERO


def sell(till: Till, phones: int, cases: int, fittings: int, insured: bool, line_bp: int, ticket_bp: int, paid_by: str) -> Ticket | None:
    """One random sale with discounts, paid exactly or with change; None when there was nothing to sell."""
    basket = till.sale.new_basket()
    for number in range(phones if phones < 3 else 0):
        basket = till.sale.add_unit(basket, on_the_shelf(till, price_cents=44901 + number))
    for product, quantity in ((CASE, cases), (FITTING, fittings), (INSURANCE, int(insured))):
        if quantity:
            basket = till.sale.add_product(basket, product, quantity=quantity)
    if not basket.lines:
        return None
    basket = till.sale.reduce_line(basket, basket.lines[0].line_id, Reduction(line_bp), person=SOPHIE)
    basket = till.sale.reduce_ticket(basket, Reduction(ticket_bp), person=SOPHIE)
    due = till.sale.priced(basket).total
    return till.sale.pay(basket, tenders_for(due, paid_by), person=SOPHIE)


def tenders_for(due: Money, paid_by: str) -> list[Tender]:
    """By transfer, in cash with change, or half and half; more cash than the law allows goes by transfer."""
    if not due:
        return []
    if paid_by == "transfer" or due.amount_cents > 100_000:
        return [Tender("transfer", due)]
    if paid_by == "both" and due.amount_cents > 1:
        half = Money(due.amount_cents // 2)
        return [Tender("transfer", half), Tender("cash", due - half + Money(500))]
    return [Tender("cash", due + Money(300))]


def on_the_shelf(till: Till, *, price_cents: int) -> Unit:
    """One more phone for sale, unlike any other."""
    key = till.counter.ids.new()
    unit = replace(phone(1, price_cents=price_cents), unit_id=key, serial=key, imei=None, label_code=key)
    with till.database.write() as connection:
        stock_store.upsert_units(connection, [(unit, 1)])
    return unit
