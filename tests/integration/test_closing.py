"""Closing the day on the real database: numbered, frozen, printed, journaled, and the same to the cent from every side."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.service import CatalogueService
from kiosk.fiscal.module import Operation, Perpetual
from kiosk.fiscal.null import NullFiscal
from kiosk.journal.ledger import Ledger
from kiosk.sales.basket import Reduction
from kiosk.sales.closing_days import WaitingDay
from kiosk.sales.closing_service import ClosingService, GapTooLong
from kiosk.sales.counter import DayNotClosed
from kiosk.sales.day import FiguresDisagree
from kiosk.sales.rules import ClosingRule
from kiosk.sales.service import SaleService
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


def test_a_shop_shut_over_the_new_year_closes_every_day_month_and_year_in_order(till: Till) -> None:
    till.clock.set_wall(datetime(2026, 12, 30, 11, tzinfo=UTC))
    till.closing.close_day(person=SOPHIE)
    till.clock.set_wall(datetime(2027, 1, 2, 11, tzinfo=UTC))
    till.drawer.open_session(ZERO, person=CAMILLE)
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    closed = till.closing.close_day(person=SOPHIE, counted=Money(2990))
    assert [item.label for item in closed.closings] == ["20261231", "202612", "2026", "20270101", "20270102"]
    assert (closed.closing.label, closed.figures.total, closed.number) == ("20270102", Money(2990), "L01-K2-Z000042")
    paper = till.papers()[-1]
    for shown in ("Jours sans vente clôturés", "31/12/2026", "Z 40", "01/01/2027", "Z 41", "Clôture de l’année 2026"):
        assert shown.replace("\u2019", "'") in paper.replace("\u2019", "'")
    with till.database.read() as connection:
        assert till.counter.fiscal.verify(connection).sound


def test_a_forgotten_day_is_closed_with_the_quiet_days_after_it_and_today_goes_on(till: Till) -> None:
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    till.clock.advance(seconds=3 * 24 * 3600)
    assert till.closing.days_waiting() == (WaitingDay(date(2026, 11, 22), 1), WaitingDay(date(2026, 11, 23), 0), WaitingDay(date(2026, 11, 24), 0))
    closed = till.closing.close_day(person=SOPHIE)
    assert [item.label for item in closed.closings] == ["20261122", "20261123", "20261124"]
    assert (closed.number, closed.figures.total, len(closed.sessions)) == ("L01-K2-Z000001", Money(2990), 1)
    assert till.closing.days_waiting() == ()
    assert till.kinds()[-5:] == ["fiscal.closing_begun", "drawer.session_closed", *["fiscal.day_closed"] * 3]


def test_days_without_sales_close_by_themselves_at_the_next_start(till: Till) -> None:
    till.closing.close_day(person=SOPHIE)
    till.clock.set_wall(datetime(2026, 12, 2, 8, tzinfo=UTC))
    made = till.closing.close_days_without_sales()
    assert [item.label for item in made] == [*(f"202611{number}" for number in range(23, 31)), "202611", "20261201"]
    assert till.closing.close_days_without_sales() == ()


def test_days_with_sales_wait_for_somebody_to_close_them(till: Till) -> None:
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    till.clock.advance(seconds=24 * 3600)
    assert till.closing.close_days_without_sales() == ()
    assert [item.ticket_count for item in till.closing.days_waiting()] == [1]


def test_a_clock_years_ahead_closes_nothing_until_somebody_confirms_it(till: Till) -> None:
    till.closing.close_day(person=SOPHIE)
    till.clock.set_wall(datetime(2028, 11, 22, 8, tzinfo=UTC))
    assert till.closing.close_days_without_sales() == ()
    with pytest.raises(GapTooLong) as refused:
        till.closing.close_day(person=SOPHIE)
    assert refused.value.facts == {"days": 731, "first": "2026-11-23"}
    assert len(till.closing.close_day(person=SOPHIE, gap_confirmed=True).closings) == 731 + 24 + 2


def test_a_sale_after_midnight_waits_for_the_limit_of_the_rules_and_stays_in_its_own_day(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds
) -> None:
    furnish(database)
    opened = open_till(database, ledger, clock, ids)
    rules = replace(opened.counter.rules, closings=(ClosingRule(date(2018, 1, 1), time(2), 400),))
    counter = replace(opened.counter, rules=rules)
    sale, closing = SaleService(counter, CatalogueService(database), opened.stock), ClosingService(counter)
    opened.drawer.open_session(ZERO, person=CAMILLE)
    sale.pay(opened.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    clock.set_wall(datetime(2026, 11, 23, 0, 30, tzinfo=UTC))  # 1:30 in Paris
    sale.pay(sale.add_product(sale.new_basket(), FITTING), [cash(500)], person=CAMILLE)
    clock.set_wall(datetime(2026, 11, 23, 1, 0, tzinfo=UTC))
    with pytest.raises(DayNotClosed):
        sale.pay(opened.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    first = closing.close_day(person=SOPHIE)
    assert (first.closing.label, first.figures.total, first.closing.perpetual.algebraic) == ("20261122", Money(2990), Money(2990))
    assert closing.running(person=SOPHIE).total == Money(500)
    second = closing.close_day(person=SOPHIE)
    assert (second.closing.label, second.figures.total, second.closing.perpetual.algebraic) == ("20261123", Money(500), Money(3490))
    with database.read() as connection:
        assert counter.fiscal.verify(connection).sound


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
    assert till.drawer.sessions()


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
    if not till.drawer.sessions():
        till.drawer.open_session(Money(15000), person=CAMILLE)
    before = till.expected()
    tickets = [ticket for sale in sales if (ticket := sell(till, *sale)) is not None]
    now = till.expected()
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
    closed = till.closing.close_day(person=SOPHIE, counted=now)
    figures = closed.figures
    assert closed.closing.totals.total == figures.total == stamped.total == total
    assert Money(sum(body["total_cents"] for body in bodies if body["number"] in mine)) == total
    assert (Money(lines[0]), Money(lines[1]), Money(lines[2])) == (total, total, figures.margin_tax)
    assert Money.total(row.gross for row in figures.taxes) + figures.margin_gross == total
    assert Money.total(part.gross for part in closed.closing.totals.breakdown) == total
    assert Money.total(amount for _, amount in figures.tenders) == total
    assert figures.cash_kept == now - before == dict(figures.tenders).get("cash", ZERO)
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
        return [Tender("transfer", due, "VIR 1")]
    if paid_by == "both" and due.amount_cents > 1:
        half = Money(due.amount_cents // 2)
        return [Tender("transfer", half, "VIR 1"), Tender("cash", due - half + Money(500))]
    return [Tender("cash", due + Money(300))]


def on_the_shelf(till: Till, *, price_cents: int) -> Unit:
    """One more phone for sale, unlike any other."""
    key = till.counter.ids.new()
    unit = replace(phone(1, price_cents=price_cents), unit_id=key, serial=key, imei=None, label_code=key)
    with till.database.write() as connection:
        stock_store.upsert_units(connection, [(unit, 1)])
    return unit
