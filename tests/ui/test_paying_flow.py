"""Paying at the counter through the view models, on the real services: the wired terminal, cheques, transfers, gift cards, bonuses, scans."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue.codes import make_voucher_code
from kiosk.hardware.caisse_ap_terminal import CaisseApTerminal
from kiosk.hardware.fakes import FakeTerminal
from kiosk.hardware.ports import CardOutcome
from kiosk.hardware.virtual.terminal import Manner, VirtualTerminal
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.storage.schema import voucher
from tests.ui.conftest import HandJobs
from tests.ui.till import IPHONE_IMEI, DemoTill

BAG = "Sac kraft"
TRADE_IN = make_voucher_code("L01", "K2", 1, secret=42)
Start = Callable[[], DemoTill]


@pytest.fixture
def fake() -> FakeTerminal:
    return FakeTerminal()


@pytest.fixture
def start(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...], fake: FakeTerminal
) -> Start:
    """Starts the till, as often as it is called, on the same data and the same terminal."""

    def begin() -> DemoTill:
        demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs, terminal=fake)
        demo.sale.restore()
        demo.welcome(people[0])
        if demo.sale.step == 0:
            demo.open_drawer()
        return demo

    return begin


@pytest.fixture
def selling(start: Start) -> DemoTill:
    return start()


def by_card(demo: DemoTill, *codes: str) -> None:
    """Scan, pay, card, send."""
    demo.scan(*(codes or (IPHONE_IMEI,)))
    demo.sale.pay()
    demo.sale.payment.chooseCard()
    demo.validate()


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


# ── the wired terminal ─────────────────────────────────────────────────────────────────────────────────────────────
def test_a_wired_terminal_that_approves_ends_the_sale_without_another_tap(selling: DemoTill, fake: FakeTerminal) -> None:
    fake.prepare(CardOutcome.APPROVED)
    by_card(selling)
    assert (selling.sale.step, selling.sale.done.total, len(fake.asked), tickets(selling)) == (3, "419,00\u202f€", 1, 1)


@pytest.mark.answers("getdokan/wepos#50")
def test_tapping_pay_twice_asks_the_terminal_once_and_makes_one_ticket(selling: DemoTill, fake: FakeTerminal) -> None:
    """getdokan/wepos#50."""
    fake.prepare(CardOutcome.APPROVED)
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    selling.sale.payment.chooseCard()
    for _tap in range(3):
        selling.sale.payment.validate()
    selling.jobs.step()
    assert (len(fake.asked), tickets(selling)) == (1, 1)


@pytest.mark.parametrize("outcome", [CardOutcome.REFUSED, CardOutcome.CANCELLED, CardOutcome.NOT_SENT])
def test_a_card_that_was_not_taken_leaves_the_basket_and_everything_to_pay(selling: DemoTill, fake: FakeTerminal, outcome: CardOutcome) -> None:
    fake.prepare(outcome)
    by_card(selling)
    payment = selling.sale.payment
    assert (selling.sale.step, payment.askingCard, payment.remaining, payment.canLeave) == (2, False, "419,00\u202f€", True)
    assert (selling.sale.basket.itemCount, selling.till.sale.unsettled_cards()) == (1, ())


@pytest.mark.answers("stripe/stripe-terminal-android#470", "woocommerce-ios#13162")
def test_an_answer_that_was_lost_is_asked_for_again_and_the_card_is_charged_once(selling: DemoTill, fake: FakeTerminal) -> None:
    """stripe-terminal-android#470: time-out after success."""
    fake.prepare(CardOutcome.UNKNOWN)
    by_card(selling)
    card = selling.sale.payment.card
    assert (card.open, card.unsure, selling.sale.step) == (True, True, 2)
    card.askAgain()
    selling.jobs.step()
    assert (len(fake.asked), selling.sale.step, tickets(selling)) == (1, 3, 1)


@pytest.mark.answers("OCA#550")
def test_nothing_else_begins_while_a_card_payment_is_unknown(selling: DemoTill, fake: FakeTerminal) -> None:
    """OCA/pos#550: neither cash, nor another card, nor the next customer, until it is known what became of this one."""
    fake.prepare(CardOutcome.UNKNOWN)
    by_card(selling)
    payment = selling.sale.payment
    payment.chooseCash()
    selling.type("500")
    selling.validate()
    payment.leave()
    selling.scan(selling.ean(BAG))
    assert (selling.sale.step, payment.cardChosen, payment.card.unsure, selling.sale.basket.itemCount) == (2, True, True, 1)
    assert (len(fake.asked), tickets(selling)) == (1, 0)


def test_a_card_asked_when_the_kiosk_went_out_is_resolved_by_the_terminal_itself(selling: DemoTill, start: Start, fake: FakeTerminal) -> None:
    fake.prepare(CardOutcome.UNKNOWN)
    by_card(selling)
    again = start()
    assert (len(fake.asked), again.sale.step, tickets(again), again.till.sale.unsettled_cards()) == (1, 3, 1, ())


def test_a_card_that_the_terminal_does_not_know_is_put_to_a_person(selling: DemoTill, start: Start, fake: FakeTerminal) -> None:
    selling.scan(IPHONE_IMEI)
    selling.till.sale.ask_card(selling.sale.basket.basket, Money(419_00))
    again = start()
    card = again.sale.payment.card
    assert (again.sale.step, card.notFound, card.amount, fake.asked) == (2, True, "419,00\u202f€", [])
    card.refused()
    again.jobs.step()
    assert (again.sale.payment.remaining, again.sale.payment.canLeave, again.till.sale.unsettled_cards()) == ("419,00\u202f€", True, ())


def test_the_end_of_the_card_and_its_authorisation_stand_with_the_ticket(selling: DemoTill, fake: FakeTerminal) -> None:
    fake.prepare(CardOutcome.APPROVED)
    by_card(selling)
    with selling.till.database.read() as connection:
        row = connection.exec_driver_sql("SELECT kind, amount_cents, reference, card_tail FROM ticket_tender").one()
    assert tuple(row) == ("card", 419_00, "A00042", "4242")


@pytest.fixture
def virtual() -> Iterator[VirtualTerminal]:
    terminal = VirtualTerminal()
    yield terminal
    terminal.close()


def test_the_page_and_a_terminal_on_the_network_speak_the_same_protocol(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...],
    virtual: VirtualTerminal,
) -> None:  # fmt: skip
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs, terminal=CaisseApTerminal("127.0.0.1", virtual.port))
    demo.welcome(people[0])
    demo.open_drawer()
    virtual.behave(Manner.REFUSE, Manner.APPROVE_AND_CUT)
    by_card(demo)
    assert demo.sale.payment.remaining == "419,00\u202f€"
    demo.validate()
    demo.sale.payment.chooseCard()
    demo.validate()
    demo.sale.payment.card.askAgain()
    demo.jobs.step()
    assert [done.approved for done in virtual.transactions] == [False, True]
    assert tickets(demo) == 1


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
    selling.store.closeDay()
    selling.jobs.step()
    closing = selling.store.closing
    for figure in "619":
        closing.count.type(figure)
    closing.goOn()
    selling.jobs.step()
    assert (closing.takings, closing.nonSale, closing.gap) == ("419,00\u202f€", "50,00\u202f€", "0,00\u202f€")
