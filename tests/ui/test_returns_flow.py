"""Goods given back through the view models, on the real services: scan, choose, why, approval, pay back, paper."""

from __future__ import annotations

import json

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.stock.units import UnitState
from kiosk.storage.engine import Database
from tests.ui.conftest import HandJobs
from tests.ui.till import IPHONE_IMEI, DemoTill, Unit, rows

CASE = "Coque transparente"


@pytest.fixture
def sophie(people: tuple[Person, ...]) -> Person:
    return people[3]


@pytest.fixture
def selling(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, sophie: Person) -> DemoTill:
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    demo.welcome(sophie)
    demo.open_drawer()
    return demo


def sell(demo: DemoTill, *codes: str, card: bool = False) -> None:
    demo.scan(*codes)
    demo.sale.pay()
    if card:
        demo.sale.payment.chooseCard()
    demo.validate()
    if card:
        demo.sale.payment.card.accepted()
        demo.jobs.step()
    demo.sale.done.startNext()


def take_back(demo: DemoTill, reason: str = "changed_mind") -> None:
    demo.sale.tickets.chooseReason(reason)
    demo.sale.tickets.giveBack()
    demo.jobs.step()


def pay_back(demo: DemoTill) -> None:
    demo.sale.payBack.payBack()
    demo.jobs.step()


def test_one_scan_of_a_sold_phone_says_its_guarantee_and_chooses_it(selling: DemoTill) -> None:
    sell(selling, IPHONE_IMEI)
    selling.scan(IPHONE_IMEI)
    tickets = selling.sale.tickets
    assert (selling.sale.step, tickets.number, tickets.guarantee, tickets.guaranteeUntil) == (5, "L01-K2-000001", "presumed", "22/11/2028")
    assert (tickets.returnUntil, tickets.inTime, tickets.choosing, tickets.scanTail, tickets.canGiveBack) == ("22/12/2026", True, True, "", False)
    tickets.chooseReason("defect")
    assert tickets.canGiveBack


def test_a_phone_comes_back_in_cash_and_waits_to_be_erased(selling: DemoTill) -> None:
    sell(selling, IPHONE_IMEI)
    selling.scan(IPHONE_IMEI)
    take_back(selling)
    basket = selling.sale.basket
    assert (selling.sale.step, basket.itemCount, basket.paysBack, basket.total) == (1, 1, True, "419,00\u202f€")
    assert [(row.line_icon, row.amount, row.back_from) for row in basket.lines.rows] == [("undo-2", "−419,00\u202f€", "L01-K2-000001")]
    selling.sale.pay()
    assert (selling.sale.step, selling.sale.payBack.due, [row.kind for row in selling.sale.payBack.tenders.rows]) == (6, "419,00\u202f€", ["cash"])
    pay_back(selling)
    done = selling.sale.done
    assert (selling.sale.step, done.ticketKind, done.paidBack, done.total, done.hasUnit) == (3, "refund", True, "419,00\u202f€", False)
    unit = selling.till.stock.unit_by_code(IPHONE_IMEI)
    assert unit is not None and unit.state is UnitState.TO_ERASE


def test_another_phone_than_the_one_sold_is_refused_in_words(selling: DemoTill) -> None:
    sell(selling, IPHONE_IMEI)
    other = next(str(unit.imei) for unit in rows("units", Unit) if unit.imei and unit.imei != IPHONE_IMEI)
    selling.scan("L01-K2-000001")
    tickets = selling.sale.tickets
    tickets.touchLine(tickets.lines.rows[0].line_id)
    assert tickets.scanTail == IPHONE_IMEI[-4:]
    selling.scan(other)
    assert (tickets.noticeShown, tickets.canGiveBack) == (True, False)
    selling.scan(IPHONE_IMEI)
    assert (tickets.noticeShown, tickets.scanTail) == (False, "")


def test_two_of_three_cases_come_back_and_the_third_later(selling: DemoTill) -> None:
    sell(selling, *[selling.ean(CASE)] * 3)
    selling.sale.openTickets()
    selling.jobs.step()
    tickets = selling.sale.tickets
    tickets.openFirst()
    (line,) = tickets.lines.rows
    tickets.touchLine(line.line_id)
    tickets.less(line.line_id)
    assert (tickets.lines.rows[0].wanted, tickets.refund) == (2, "29,80\u202f€")
    take_back(selling)
    selling.sale.pay()
    pay_back(selling)
    selling.scan("L01-K2-000001")
    assert [(row.returned, row.left_count) for row in tickets.lines.rows] == [(2, 1)]


def test_a_cashier_asks_a_manager_and_money_goes_back_to_the_card(selling: DemoTill, people: tuple[Person, ...]) -> None:
    sell(selling, selling.ean(CASE), card=True)
    selling.welcome(people[0])
    selling.scan("L01-K2-000001")
    tickets = selling.sale.tickets
    tickets.touchLine(tickets.lines.rows[0].line_id)
    take_back(selling)
    assert (selling.approval.open, selling.sale.basket.itemCount) == (True, 0)
    selling.lend("444444")
    assert (selling.approval.open, selling.sale.basket.itemCount) == (False, 1)
    selling.sale.pay()
    pay_back(selling)
    assert (selling.sale.payBack.card.byCashier, selling.sale.payBack.card.amount) == (True, "14,90\u202f€")
    selling.sale.payBack.card.accepted()
    selling.jobs.step()
    assert (selling.sale.step, selling.sale.done.ticketKind) == (3, "refund")
    assert "sales.ticket_refunded" in selling.till.kinds()


def test_a_terminal_that_refuses_the_credit_leaves_the_basket_for_another_way(selling: DemoTill) -> None:
    sell(selling, selling.ean(CASE), card=True)
    selling.scan("L01-K2-000001")
    tickets = selling.sale.tickets
    tickets.touchLine(tickets.lines.rows[0].line_id)
    take_back(selling)
    selling.sale.pay()
    pay_back(selling)
    selling.sale.payBack.card.refused()
    selling.jobs.step()
    assert (selling.sale.step, selling.sale.payBack.card.open, selling.sale.payBack.canChoose) == (6, False, True)
    selling.sale.payBack.chooseCredit()
    pay_back(selling)
    assert selling.sale.step == 3
    assert any("Avoir" in paper for paper in selling.till.papers())


def test_an_exchange_that_costs_more_goes_to_the_payment_page(selling: DemoTill) -> None:
    sell(selling, selling.ean(CASE))
    selling.scan("L01-K2-000001")
    tickets = selling.sale.tickets
    tickets.touchLine(tickets.lines.rows[0].line_id)
    take_back(selling)
    selling.scan(IPHONE_IMEI)
    assert (selling.sale.basket.paysBack, selling.sale.basket.total) == (False, "404,10\u202f€")
    selling.sale.pay()
    selling.validate()
    assert (selling.sale.step, selling.sale.done.ticketKind, selling.sale.done.paidBack) == (3, "exchange", False)


def test_what_came_back_cannot_be_chosen_again(selling: DemoTill) -> None:
    sell(selling, IPHONE_IMEI)
    selling.scan(IPHONE_IMEI)
    take_back(selling)
    selling.sale.pay()
    pay_back(selling)
    selling.scan("L01-K2-000001")
    tickets = selling.sale.tickets
    tickets.touchLine(tickets.lines.rows[0].line_id)
    assert (tickets.anyLeft, tickets.choosing, tickets.guarantee) == (False, False, "given_back")


def test_tickets_are_found_by_the_end_of_a_serial(selling: DemoTill) -> None:
    sell(selling, selling.ean(CASE))
    sell(selling, IPHONE_IMEI)
    selling.sale.openTickets()
    selling.jobs.step()
    tickets = selling.sale.tickets
    assert [row.number for row in tickets.found.rows] == ["L01-K2-000002", "L01-K2-000001"]
    tickets.search(IPHONE_IMEI[-4:])
    selling.jobs.step()
    assert [row.number for row in tickets.found.rows] == ["L01-K2-000002"]
    tickets.search("zzzz")
    selling.jobs.step()
    assert tickets.foundNothing


def test_in_what_condition_it_comes_back_stands_in_the_journal(selling: DemoTill) -> None:
    sell(selling, IPHONE_IMEI)
    selling.scan(IPHONE_IMEI)
    selling.sale.tickets.say("rayure au dos, boîte ouverte")
    take_back(selling, "defect")
    selling.sale.pay()
    pay_back(selling)
    with selling.till.database.read() as connection:
        (entry,) = [entry for entry in selling.till.ledger.entries_after(connection, 0, 0, limit=10_000) if entry.kind == "sales.ticket_refunded"]
    body = json.loads(entry.entry)["body"]
    assert (body["reason"], body["note"]) == ("defect", "rayure au dos, boîte ouverte")
    selling.scan("L01-K2-000001")
    assert selling.sale.tickets.note == ""


def test_a_repair_lengthens_the_guarantee_from_the_scan_of_its_device(selling: DemoTill, people: tuple[Person, ...]) -> None:
    sell(selling, IPHONE_IMEI)
    selling.clock.advance(seconds=20 * 24 * 3600)
    selling.scan(IPHONE_IMEI)
    tickets = selling.sale.tickets
    repair = tickets.repair
    repair.ask()
    assert (repair.open, repair.givenBack, repair.canConfirm) == (True, "12/12/2026", False)
    repair.sayBrought("5/12")
    assert (repair.awayDays, repair.until, repair.untilAfter, repair.canConfirm) == (7, "22/11/2028", "29/05/2029", True)
    repair.sayBrought("1/11")
    assert (repair.untilAfter, repair.canConfirm, repair.fault != "") == ("", False, True)
    repair.sayBrought("5/12/2026")
    repair.confirm()
    selling.jobs.step()
    assert (repair.open, tickets.guaranteeUntil, tickets.presumedUntil, tickets.lengthenedDays) == (False, "29/05/2029", "29/11/2027", 188)
    repair.ask()
    repair.sayBrought("6/12")
    repair.confirm()
    selling.jobs.step()
    assert (repair.open, "déjà comptée" in repair.fault, tickets.lengthenedDays) == (True, True, 188)
    repair.close()
    selling.welcome(people[0])
    tickets.leave()
    selling.scan(IPHONE_IMEI)
    assert (tickets.guarantee, repair.canAsk) == ("presumed", False)


def test_the_page_after_a_sale_promises_what_the_policy_of_the_day_promises(selling: DemoTill) -> None:
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    selling.validate()
    assert (selling.sale.done.returnUntil, selling.sale.done.guaranteeMonths) == ("22 décembre", 24)


def test_a_refund_of_what_a_company_was_invoiced_says_its_credit_note(selling: DemoTill) -> None:
    selling.scan(selling.ean(CASE))
    selling.sale.pay()
    selling.validate()
    invoice = selling.sale.done.invoice
    invoice.issue("Atelier Durand SARL", "552100554", "", "3 quai de la Fosse", "44000 Nantes")
    selling.jobs.worker.step()
    assert selling.till.kinds().count("sales.invoice_issued") == 1
    selling.sale.done.startNext()
    selling.scan("L01-K2-000001")
    tickets = selling.sale.tickets
    tickets.touchLine(tickets.lines.rows[0].line_id)
    take_back(selling)
    selling.sale.pay()
    pay_back(selling)
    assert (selling.sale.done.paidBack, invoice.number, invoice.company) == (True, "L01-K2-F000002", "Atelier Durand SARL")
