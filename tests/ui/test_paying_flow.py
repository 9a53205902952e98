"""Paying at the counter through the view models, on the real services: cheques, transfers, gift cards, bonuses, scans."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue.codes import make_voucher_code
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.storage.schema import voucher
from tests.ui.conftest import HandJobs
from tests.ui.till import IPHONE_IMEI, DemoTill

TRADE_IN = make_voucher_code("L01", "K2", 1, secret=42)


@pytest.fixture
def selling(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...]
) -> DemoTill:
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    demo.welcome(people[0])
    demo.open_drawer()
    return demo


def tickets(demo: DemoTill) -> int:
    return demo.till.kinds().count("sales.ticket_paid")


def issue(demo: DemoTill, cents: int, *, kind: str, bonus: int = 0) -> None:
    with demo.till.database.write() as connection:
        connection.execute(
            voucher.insert().values(
                id="v1", code=TRADE_IN, amount_cents=cents, balance_cents=cents, bonus_cents=bonus, issued_at_utc="2026-11-22T09:00:00.000Z",
                origin_id="r1", holder="shop:L01", gen=1, state="open", kind=kind,
            )
        )  # fmt: skip


# ── cheque and transfer ────────────────────────────────────────────────────────────────────────────────────────────
def test_a_cheque_asks_for_its_number_and_the_identity_before_it_counts(selling: DemoTill) -> None:
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    payment, proof = selling.sale.payment, selling.sale.payment.proof
    payment.chooseCheque()
    selling.validate()
    proof.confirm()
    assert (proof.open, proof.fault != "", payment.tenderCount) == (True, True, 0)
    for figure in "0001234":
        proof.type(figure)
    proof.confirm()
    assert (proof.open, payment.tenderCount) == (True, 0)
    proof.checkIdentity(True)
    proof.confirm()
    selling.jobs.step()
    assert (proof.open, selling.sale.step, tickets(selling)) == (False, 3, 1)


def test_a_transfer_asks_for_its_reference_and_takes_no_card_number_for_one(selling: DemoTill) -> None:
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    selling.sale.payment.chooseTransfer()
    selling.validate()
    proof = selling.sale.payment.proof
    proof.write("4970 1012 3456 7893")
    proof.confirm()
    assert (proof.open, selling.sale.payment.tenderCount) == (True, 0)
    proof.write("VIR LEROY")
    proof.confirm()
    selling.jobs.step()
    assert selling.sale.step == 3


def test_a_card_or_a_cheque_never_takes_more_than_is_due(selling: DemoTill) -> None:
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    for choose in (selling.sale.payment.chooseCard, selling.sale.payment.chooseCheque, selling.sale.payment.chooseTransfer):
        choose()
        selling.type("419,01")
        assert not selling.sale.payment.canValidate
    selling.type("999999999999")
    assert len(selling.sale.payment.typed) <= len("999\u202f999,00\u202f€")


# ── vouchers, gift cards ───────────────────────────────────────────────────────────────────────────────────────────
def test_a_scanned_trade_in_takes_its_bonus_off_the_price_and_gives_it_back_when_it_is_taken_back(selling: DemoTill) -> None:
    issue(selling, 165_00, kind="trade_in", bonus=10_00)
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    payment = selling.sale.payment
    selling.scan(TRADE_IN)
    assert (payment.total, payment.paid, payment.remaining) == ("409,00\u202f€", "165,00\u202f€", "244,00\u202f€")
    payment.removeTender("v1")
    assert (payment.total, payment.paid, payment.remaining) == ("419,00\u202f€", "0,00\u202f€", "419,00\u202f€")
    selling.scan(TRADE_IN)
    selling.validate()
    assert (selling.sale.step, selling.sale.done.total) == (3, "409,00\u202f€")


def test_a_voucher_scanned_beside_a_payment_says_what_is_on_it(selling: DemoTill) -> None:
    issue(selling, 165_00, kind="trade_in", bonus=10_00)
    selling.scan(TRADE_IN)
    assert selling.sale.basket.noticeTitle == f"Il reste 165,00\u202f€ sur le bon ou la carte ···· {TRADE_IN[-4:]}."
    assert "10,00\u202f€" in selling.sale.basket.noticeDetail


def test_a_gift_card_is_sold_with_an_amount_and_filled_by_scanning_it(selling: DemoTill) -> None:
    sheet, finder = selling.sale.giftCard, selling.sale.finder
    finder.search("carte cadeau")
    selling.jobs.step()
    finder.takeFirst()
    assert (sheet.open, sheet.canAdd) == (True, False)
    sheet.type("5")
    sheet.add()
    assert (sheet.open, sheet.fault != "") == (True, True)
    sheet.takeUsual(1)
    sheet.add()
    assert (sheet.open, selling.sale.basket.total) == (False, "50,00\u202f€")
    selling.sale.pay()
    selling.validate()
    assert selling.sale.done.total == "50,00\u202f€"
    with selling.till.database.read() as connection:
        code = str(connection.exec_driver_sql("SELECT code FROM voucher").scalar_one())
    selling.sale.done.startNext()
    finder.search("carte cadeau")
    selling.jobs.step()
    finder.takeFirst()
    selling.scan(code)
    assert (sheet.fillsTail, sheet.fillsBalance) == (code[-4:], "50,00\u202f€")
    sheet.takeUsual(0)
    sheet.add()
    selling.sale.pay()
    selling.validate()
    assert selling.till.vouchers.voucher(code).balance == Money(70_00)


def test_more_cash_than_the_law_allows_offers_the_limit_of_those_who_live_abroad(selling: DemoTill) -> None:
    selling.scan(IPHONE_IMEI)
    finder, sheet = selling.sale.finder, selling.sale.giftCard
    finder.search("carte cadeau")
    selling.jobs.step()
    finder.takeFirst()
    for figure in "700":
        sheet.type(figure)
    sheet.add()
    selling.sale.pay()
    payment = selling.sale.payment
    assert payment.overCashLimit
    selling.validate()
    assert (selling.sale.step, payment.noticeShown, payment.tenderCount) == (2, True, 1)
    payment.setLivesAbroad(True)
    selling.validate()
    assert selling.sale.step == 3


def test_the_closing_says_what_was_taken_for_later_beside_the_takings(selling: DemoTill, people: tuple[Person, ...]) -> None:
    selling.sale.finder.search("carte cadeau")
    selling.jobs.step()
    selling.sale.finder.takeFirst()
    selling.sale.giftCard.takeUsual(1)
    selling.sale.giftCard.add()
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    selling.validate()
    selling.welcome(people[3])
    assert (selling.store.board.takings, selling.store.board.nonSale) == ("419,00\u202f€", "50,00\u202f€")
    selling.store.closeDay()
    selling.jobs.step()
    closing = selling.store.closing
    for figure in "619":
        closing.count.type(figure)
    closing.goOn()
    selling.jobs.step()
    assert (closing.takings, closing.nonSale, closing.gap) == ("419,00\u202f€", "50,00\u202f€", "0,00\u202f€")
