"""A day at the counter through the view models, on the real services: drawer, scan, discount, payment, paper, board, closing."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database, DiskFull
from tests.ui.conftest import HandJobs
from tests.ui.till import IPHONE_IMEI, DemoTill

CASE = "Coque transparente"


@pytest.fixture
def camille(people: tuple[Person, ...]) -> Person:
    return people[0]


@pytest.fixture
def sophie(people: tuple[Person, ...]) -> Person:
    return people[3]


@pytest.fixture
def demo(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, camille: Person) -> DemoTill:
    found = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    found.welcome(camille)
    return found


@pytest.fixture
def selling(demo: DemoTill) -> DemoTill:
    demo.open_drawer()
    return demo


def test_nothing_is_sold_before_the_drawer_is_counted(demo: DemoTill) -> None:
    assert (demo.sale.step, demo.sale.drawer.canOpen) == (0, False)
    demo.scan(IPHONE_IMEI)
    assert (demo.sale.basket.itemCount, demo.sale.drawer.noticeShown) == (0, True)
    demo.open_drawer()
    assert demo.sale.step == 1
    (session,) = demo.till.drawer.sessions()
    assert session.opening_float.amount_cents == 150_00


def test_two_scans_mixed_payment_change_and_the_paper(selling: DemoTill) -> None:
    selling.scan(IPHONE_IMEI, selling.ean(CASE))
    basket = selling.sale.basket
    assert [row.line_name for row in basket.lines.rows] == ["iPhone 13 · 128 Go · Minuit", CASE]
    assert (basket.itemCount, basket.total, basket.taxRate) == (2, "433,90\u202f€", "20\u202f%")
    selling.sale.pay()
    payment = selling.sale.payment
    payment.chooseCard()
    selling.type("400")
    selling.validate()
    assert (payment.askingCard, payment.card.amount) == (True, "400,00\u202f€")
    payment.card.accepted()
    selling.jobs.step()
    assert payment.remaining == "33,90\u202f€"
    selling.type("50")
    assert payment.change == "16,10\u202f€"
    selling.validate()
    done = selling.sale.done
    assert (selling.sale.step, done.number, done.change, done.total) == (3, "L01-K2-000001", "16,10\u202f€", "433,90\u202f€")
    assert (done.paperPrinted, done.paperNone, done.paperTone) == (False, False, "wait")
    assert selling.sale.basket.itemCount == 0
    assert "sales.ticket_paid" in selling.till.kinds()
    assert "iPhone 13" in selling.till.papers()[0]


def test_a_scan_after_the_sale_begins_the_next_one(selling: DemoTill) -> None:
    selling.scan(selling.ean(CASE))
    selling.sale.pay()
    selling.validate()
    assert selling.sale.step == 3
    selling.scan(IPHONE_IMEI)
    assert (selling.sale.step, selling.sale.basket.itemCount) == (1, 1)


def test_a_ticket_without_anything_durable_prints_only_when_asked(selling: DemoTill) -> None:
    selling.scan(selling.ean("Sac kraft"))
    selling.sale.pay()
    selling.validate()
    assert selling.sale.done.paperNone
    assert selling.till.papers() == []
    selling.sale.done.reprint()
    selling.jobs.step()
    assert len(selling.till.papers()) == 1
    selling.sale.done.reprint()
    selling.jobs.step()
    assert "DUPLICATA" in selling.till.papers()[1]


def test_an_unknown_code_leaves_the_basket_and_says_so(selling: DemoTill) -> None:
    selling.scan(IPHONE_IMEI)
    heard: list[str] = []
    selling.sale.failed.connect(lambda: heard.append("error tone"))
    selling.scan("3700123904815")
    assert (selling.sale.basket.itemCount, heard) == (1, ["error tone"])
    assert selling.sale.basket.noticeShown and selling.sale.basket.noticeDetail != ""
    selling.scan(IPHONE_IMEI)
    assert selling.sale.basket.itemCount == 1


def test_a_refused_card_leaves_everything_to_pay(selling: DemoTill) -> None:
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    selling.sale.payment.chooseCard()
    selling.validate()
    selling.sale.payment.card.refused()
    selling.jobs.step()
    assert (selling.sale.payment.remaining, selling.sale.payment.askingCard, selling.sale.payment.canLeave) == ("419,00\u202f€", False, True)


def test_an_article_scanned_while_paying_goes_into_the_basket_unless_money_was_received(selling: DemoTill) -> None:
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    selling.scan(selling.ean(CASE))
    assert (selling.sale.step, selling.sale.basket.itemCount) == (1, 2)
    selling.sale.pay()
    selling.type("100")
    selling.validate()
    selling.scan(selling.ean(CASE))
    assert (selling.sale.step, selling.sale.basket.itemCount, selling.sale.payment.noticeShown) == (2, 2, True)
    assert selling.sale.payment.typed == "333,90\u202f€"


def test_a_full_disk_at_the_commit_keeps_basket_and_tenders(selling: DemoTill) -> None:
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()

    def full(_connection: object) -> None:
        raise DiskFull

    selling.till.database.before_commit.append(full)
    selling.validate()
    assert (selling.sale.step, selling.sale.payment.noticeShown, selling.sale.payment.noticeTone) == (2, True, "bad")
    assert (selling.sale.basket.itemCount, selling.sale.payment.tenderCount) == (1, 1)
    selling.till.database.before_commit.remove(full)
    selling.validate()
    assert (selling.sale.step, selling.sale.done.number) == (3, "L01-K2-000001")


def test_a_discount_beyond_the_role_is_given_with_a_managers_pin(selling: DemoTill) -> None:
    selling.scan(selling.ean(CASE))
    selling.sale.basket.askDiscount()
    selling.sale.discount.percent(5)
    assert (selling.sale.discount.open, selling.sale.basket.total) == (False, "14,16\u202f€")
    selling.sale.basket.askDiscount()
    selling.sale.discount.percent(20)
    assert (selling.sale.discount.open, selling.approval.open, selling.approval.detail) == (False, True, "−20\u202f% · Coque transparente")
    selling.lend("000000")
    assert (selling.approval.open, selling.approval.pinFilled) == (True, 0)
    assert selling.approval.fault.startswith("Ce code PIN n’est pas le bon.")
    selling.lend("444444")
    assert (selling.sale.discount.open, selling.sale.basket.total) == (False, "11,92\u202f€")
    assert "staff.approved" in selling.till.kinds()


def test_a_basket_waits_and_is_taken_up_again(selling: DemoTill, clock: ManualClock) -> None:
    selling.scan(IPHONE_IMEI)
    selling.sale.basket.park()
    selling.jobs.step()
    clock.advance(seconds=12 * 60)
    selling.sale.refresh()
    assert (selling.sale.basket.itemCount, selling.sale.basket.hasParked) == (0, True)
    assert [(row.first_name, row.waited_minutes) for row in selling.sale.basket.parked.rows] == [("iPhone 13", 12)]
    selling.scan(selling.ean(CASE))
    selling.sale.basket.resume(selling.sale.basket.parked.rows[0].basket_id)
    selling.jobs.step()
    assert [row.line_name for row in selling.sale.basket.lines.rows] == ["iPhone 13 · 128 Go · Minuit"]
    assert [row.first_name for row in selling.sale.basket.parked.rows] == [CASE]


def test_the_open_basket_survives_a_crash(
    selling: DemoTill, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, camille: Person
) -> None:
    selling.scan(IPHONE_IMEI, selling.ean(CASE))
    again = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    again.sale.restore()
    again.welcome(camille)
    assert (again.sale.step, again.sale.basket.itemCount, again.sale.basket.total) == (1, 2, "433,90\u202f€")


def test_a_card_that_was_asked_when_the_kiosk_went_out_is_asked_about_again(
    selling: DemoTill, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, camille: Person
) -> None:
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    payment = selling.sale.payment
    payment.chooseCard()
    selling.type("100")
    selling.validate()
    payment.card.accepted()
    jobs.step()
    payment.chooseCard()
    selling.validate()
    again = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    again.sale.restore()
    again.welcome(camille)
    payment = again.sale.payment
    assert (again.sale.step, payment.paid, payment.askingCard, payment.card.amount) == (2, "100,00\u202f€", True, "319,00\u202f€")
    payment.card.accepted()
    jobs.step()
    assert (again.sale.step, again.sale.done.total, again.sale.done.number) == (3, "419,00\u202f€", "L01-K2-000001")


def test_the_search_finds_by_name_and_by_the_end_of_an_imei(selling: DemoTill) -> None:
    finder = selling.sale.finder
    finder.search("iphone 13 minuit")
    selling.jobs.step()
    assert finder.allCount > 0 and {row.drawing for row in finder.results.rows} == {"phone"}
    finder.search(IPHONE_IMEI[-5:])
    selling.jobs.step()
    finder.takeFirst()
    assert selling.sale.basket.itemCount == 1
    assert not finder.searching


def test_a_ticket_scanned_later_is_shown_again(selling: DemoTill) -> None:
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    selling.validate()
    selling.sale.done.startNext()
    selling.scan("L01-K2-000001")
    assert (selling.sale.step, selling.sale.tickets.number, selling.sale.tickets.total) == (5, "L01-K2-000001", "419,00\u202f€")
    selling.sale.tickets.leave()
    selling.sale.reviewLastTicket()
    assert (selling.sale.step, selling.sale.done.again, selling.sale.done.total) == (3, True, "419,00\u202f€")


def test_the_manager_sees_the_day_and_closes_it(selling: DemoTill, sophie: Person, camille: Person) -> None:
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    selling.validate()
    store = selling.store
    assert not store.allowed
    assert not store.on_scan(decode(IPHONE_IMEI))
    selling.welcome(sophie)
    assert (store.allowed, store.board.takings, store.board.tickets, store.board.cashExpected) == (True, "419,00\u202f€", "1", "569,00\u202f€")
    assert (store.board.margin, store.board.average) == ("144,17\u202f€", "419,00\u202f€")
    assert [row.amount for row in store.board.hours.rows if row.part] == ["419,00\u202f€"]
    store.closeDay()
    selling.jobs.step()
    closing = store.closing
    assert (closing.counting, closing.expected, closing.canGoOn) == (True, "", False)
    for figure in "567,5":
        closing.count.type(figure)
    closing.goOn()
    selling.jobs.step()
    assert (closing.checking, closing.counted, closing.expected, closing.gap, closing.gapTone) == (
        True, "567,50\u202f€", "569,00\u202f€", "−1,50\u202f€", "wait",
    )  # fmt: skip
    closing.goOn()
    selling.jobs.step()
    assert (closing.closed, closing.zNumber, closing.dayTotal, closing.perpetual) == (True, "1", "419,00\u202f€", "419,00\u202f€")
    assert "Clôture Z n° 1" in selling.till.papers()[-1]
    selling.sale.refresh()
    assert selling.sale.step == 0


def test_the_stock_is_searched_filtered_and_sorted(selling: DemoTill, sophie: Person) -> None:
    selling.welcome(sophie)
    units = selling.store.units
    everything = units.shownCount
    selling.store.showStock("to_inspect")
    selling.jobs.step()
    assert (selling.store.step, units.shownCount) == (1, 12)
    units.showOnly("")
    units.sortBy("price")
    units.sortBy("price")
    prices = [row.price for row in units.rows.rows]
    assert (units.descending, len(prices), prices[0]) == (True, everything, max(prices, key=lambda text: int("0" + "".join(filter(str.isdigit, text)))))
    assert selling.store.on_scan(decode(IPHONE_IMEI))
    assert units.query == IPHONE_IMEI[-4:]
    assert (units.opened, units.name, units.tail) == (True, "iPhone 13 · 128 Go · Minuit", IPHONE_IMEI[-4:])
    assert [(station.unit_state, station.latest) for station in units.stations.rows] == [("for_sale", True)]
    units.open("")
    assert (units.opened, units.stations.rows) == (False, ())
    assert not selling.store.on_scan(decode("3700123904815"))
    assert selling.store.board.noticeShown
