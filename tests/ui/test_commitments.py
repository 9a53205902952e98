"""Deposits and quotations on their page: found, sold, extended, released with the money back; quotations listed and found by their number."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.journal.ledger import Ledger
from kiosk.sales.desk.customers import Details
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.stock.units import UnitState
from kiosk.storage.engine import Database
from tests.ui.conftest import HandJobs
from tests.ui.till import IPHONE_IMEI, DemoTill

CASE = "Coque transparente"
DAY_S = 86_400


@pytest.fixture
def selling(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...]
) -> DemoTill:
    found = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    found.welcome(people[0])
    found.open_drawer()
    return found


def keep(selling: DemoTill, people: tuple[Person, ...]) -> str:
    """The phone is kept for Claire Garnier, who paid 100 € in cash; gives the code of the paper."""
    claire = selling.desk.customers.note(Details("Claire Garnier", phone="0612345678"), wants_offers=False, person=people[0])
    selling.scan(IPHONE_IMEI)
    basket = selling.desk.lines.name_customer(selling.sale.basket.basket, claire.customer_id)
    selling.sale.basket.take_over(selling.desk.deposits.offer(basket, basket.lines[0].line_id, Money(10000)))
    selling.sale.pay()
    selling.validate()
    selling.sale.done.startNext()
    (kept,) = selling.desk.deposits.kept()
    return kept.deposit.code


def quote(selling: DemoTill, *names: str) -> None:
    selling.scan(*(selling.ean(name) for name in names))
    selling.sale.promises.makeQuotation()
    selling.jobs.step()


def state(selling: DemoTill) -> UnitState:
    unit = selling.till.stock.unit_by_code(IPHONE_IMEI)
    assert unit is not None
    return unit.state


def test_the_page_opens_on_the_deposits_with_who_and_until_when(selling: DemoTill, people: tuple[Person, ...]) -> None:
    keep(selling, people)
    selling.sale.openCommitments()
    page = selling.sale.commitments
    (row,) = page.rows.rows
    assert (selling.sale.step, page.tab, row.name, row.customer, row.amount, row.until, row.late) == (
        7, 0, "iPhone 13 · 128 Go · Minuit", "Claire Garnier", "100,00\u202f€", "29/11/2026", False,
    )  # fmt: skip
    page.openFirst()
    assert (page.price, page.paid, page.left, page.canTake) == ("419,00\u202f€", "100,00\u202f€", "319,00\u202f€", True)
    page.leave()
    assert selling.sale.step == 1


@pytest.mark.parametrize(("typed", "found"), [("garnier", 1), ("GARNIER iphone", 1), (IPHONE_IMEI[-4:], 1), ("0612345678", 1), ("martin", 0)])
def test_a_deposit_is_found_by_its_customer_its_device_or_its_serial(selling: DemoTill, people: tuple[Person, ...], typed: str, found: int) -> None:
    keep(selling, people)
    selling.sale.openCommitments()
    selling.sale.commitments.search(typed)
    assert len(selling.sale.commitments.rows.rows) == found


def test_a_kept_device_is_sold_from_the_page(selling: DemoTill, people: tuple[Person, ...]) -> None:
    code = keep(selling, people)
    selling.sale.openCommitments()
    selling.sale.commitments.open(code)
    selling.sale.commitments.take()
    assert (selling.sale.step, selling.sale.basket.customer, selling.sale.basket.total) == (1, "Claire Garnier", "419,00\u202f€")


def test_an_expired_deposit_is_said_everywhere_and_extended_with_a_managers_word(selling: DemoTill, people: tuple[Person, ...]) -> None:
    code = keep(selling, people)
    selling.clock.advance(seconds=8 * DAY_S)
    selling.sale.refresh()
    assert selling.sale.commitments.lateCount == 1
    selling.sale.openCommitments()
    page = selling.sale.commitments
    page.open(code)
    assert (page.late, page.until, page.extendUntil) == (True, "29/11/2026", "07/12/2026")
    page.extend()
    selling.jobs.step()
    assert (selling.approval.action, selling.approval.detail) == (
        "deposit_extension", "iPhone 13 · 128 Go · Minuit · Claire Garnier · 100,00\u202f€",
    )  # fmt: skip
    selling.lend("444444", reason="comes_later")
    selling.jobs.step()
    assert (page.told, page.toldValue, page.late, page.until, page.lateCount) == ("extended", "07/12/2026", False, "07/12/2026", 0)
    assert selling.till.kinds().count("sales.reservation_extended") == 1


def test_a_customer_who_comes_after_the_last_day_still_buys_from_the_page(selling: DemoTill, people: tuple[Person, ...]) -> None:
    code = keep(selling, people)
    selling.clock.advance(seconds=8 * DAY_S)
    selling.sale.openCommitments()
    selling.sale.commitments.open(code)
    assert (selling.sale.commitments.late, selling.sale.commitments.canTake) == (True, True)
    selling.sale.commitments.take()
    assert (selling.sale.step, selling.sale.basket.customer, selling.sale.basket.total) == (1, "Claire Garnier", "419,00\u202f€")


def test_a_released_device_is_for_sale_again_and_the_whole_deposit_is_a_credit(selling: DemoTill, people: tuple[Person, ...]) -> None:
    code = keep(selling, people)
    selling.welcome(people[3])
    selling.sale.openCommitments()
    page = selling.sale.commitments
    page.open(code)
    page.askToRelease()
    assert (page.releasing, state(selling)) == (True, UnitState.RESERVED)
    page.keepDevice()
    page.askToRelease()
    page.releaseAsCredit()
    selling.jobs.step()
    assert (page.told, page.toldValue, page.releasing, page.hasChosen, page.rows.rows) == ("released", "100,00\u202f€", False, False, ())
    assert state(selling) is UnitState.FOR_SALE
    assert any("100,00" in paper and "Avoir" in paper for paper in selling.till.papers())
    page.leave()
    selling.scan(IPHONE_IMEI)
    assert selling.sale.basket.itemCount == 1


def test_a_cashier_needs_a_manager_to_release_and_without_one_nothing_moves(selling: DemoTill, people: tuple[Person, ...]) -> None:
    code = keep(selling, people)
    selling.sale.openCommitments()
    page = selling.sale.commitments
    page.open(code)
    page.askToRelease()
    page.releaseAsCredit()
    selling.jobs.step()
    assert (selling.approval.action, page.releasing) == ("deposit_release", False)
    selling.approval.close()
    assert (page.releasing, page.busy, state(selling)) == (True, False, UnitState.RESERVED)
    page.releaseAsCredit()
    selling.jobs.step()
    selling.lend("444444", reason="gave_up")
    selling.jobs.step()
    assert state(selling) is UnitState.FOR_SALE


def test_the_money_of_a_deposit_goes_back_by_its_own_ticket(selling: DemoTill, people: tuple[Person, ...]) -> None:
    code = keep(selling, people)
    selling.welcome(people[3])
    last = selling.till.tickets.last_ticket()
    assert last is not None
    selling.sale.openCommitments()
    selling.sale.commitments.open(code)
    selling.sale.commitments.askToRelease()
    selling.sale.commitments.releaseAsMoney()
    assert (selling.sale.step, selling.sale.tickets.number) == (5, last.ticket.number)
    selling.sale.tickets.touchLine(selling.sale.tickets.lines.rows[0].line_id)
    selling.sale.tickets.chooseReason("changed_mind")
    selling.sale.tickets.giveBack()
    selling.jobs.step()
    selling.sale.pay()
    assert (selling.sale.step, selling.sale.payBack.due) == (6, "100,00\u202f€")
    selling.sale.payBack.payBack()
    selling.jobs.step()
    assert (selling.sale.step, state(selling), selling.desk.deposits.kept()) == (3, UnitState.FOR_SALE, ())


def test_quotations_are_listed_with_their_customer_and_their_last_day(selling: DemoTill, people: tuple[Person, ...]) -> None:
    quote(selling, CASE)
    selling.clock.advance(seconds=10 * DAY_S)
    claire = selling.desk.customers.note(Details("Claire Garnier"), wants_offers=False, person=people[0])
    selling.sale.basket.take_over(selling.desk.lines.name_customer(selling.sale.basket.basket, claire.customer_id))
    quote(selling, "Verre trempé", CASE)
    selling.clock.advance(seconds=6 * DAY_S)
    selling.sale.openCommitments()
    page = selling.sale.commitments
    assert (page.tab, [(row.number, row.customer, row.amount, row.until, row.late) for row in page.rows.rows]) == (1, [
        ("L01-K2-D000002", "Claire Garnier", "34,80\u202f€", "17/12/2026", False), ("L01-K2-D000001", "", "14,90\u202f€", "07/12/2026", True),
    ])  # fmt: skip
    page.open("L01-K2-D000002")
    assert [(row.name, row.amount) for row in page.lines.rows] == [("Verre trempé", "19,90\u202f€"), (CASE, "14,90\u202f€")]
    page.take()
    assert (selling.sale.step, selling.sale.basket.told, selling.sale.basket.customer, selling.sale.basket.total) == (
        1, "recalled", "Claire Garnier", "34,80\u202f€",
    )  # fmt: skip


@pytest.mark.parametrize(("typed", "numbers"), [
    ("D2", ["L01-K2-D000002"]), ("1", ["L01-K2-D000001"]), ("l01-k2-d000001", ["L01-K2-D000001"]), ("garnier", []), ("D3", []),
])  # fmt: skip
def test_a_quotation_is_found_by_the_end_of_its_number(selling: DemoTill, typed: str, numbers: list[str]) -> None:
    quote(selling, CASE)
    quote(selling, "Verre trempé")
    selling.sale.openCommitments()
    selling.sale.commitments.search(typed)
    assert [row.number for row in selling.sale.commitments.rows.rows] == numbers


@pytest.mark.parametrize(("typed", "numbers"), [("D1", ["L01-K2-D000001"]), ("L01-K2-D000001", ["L01-K2-D000001"]), ("000001", []), ("coque", [])])
def test_the_search_of_articles_knows_the_number_of_a_quotation(selling: DemoTill, typed: str, numbers: list[str]) -> None:
    quote(selling, CASE)
    selling.sale.finder.search(typed)
    selling.jobs.step()
    assert [row.number for row in selling.sale.finder.offers.rows] == numbers


def test_enter_takes_up_the_quotation_whose_number_was_typed(selling: DemoTill) -> None:
    quote(selling, CASE)
    selling.sale.finder.search("D1")
    selling.jobs.step()
    selling.sale.finder.takeFirst()
    assert (selling.sale.basket.told, selling.sale.basket.total, selling.sale.finder.searching) == ("recalled", "14,90\u202f€", False)


def test_the_managers_board_counts_deposits_past_their_last_day(selling: DemoTill, people: tuple[Person, ...]) -> None:
    keep(selling, people)
    selling.welcome(people[3])
    selling.store.show(0)
    selling.jobs.step()
    assert "late_deposits" not in [row.kind for row in selling.store.board.points.rows]
    selling.clock.advance(seconds=8 * DAY_S)
    selling.store.board.refresh()
    selling.jobs.step()
    first = selling.store.board.points.rows[0]
    assert (first.kind, first.count, first.unit_state) == ("late_deposits", 1, "reserved")
