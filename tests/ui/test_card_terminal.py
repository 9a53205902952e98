"""Cards through the view models, on the real services and a terminal that is wired: paying, paying back, answers lost, crashes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.hardware.caisse_ap_terminal import CaisseApTerminal
from kiosk.hardware.fakes import FakeTerminal
from kiosk.hardware.ports import CardOutcome
from kiosk.hardware.virtual.terminal import Manner, VirtualTerminal
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from tests.ui.conftest import HandJobs
from tests.ui.looking import settle
from tests.ui.till import IPHONE_IMEI, DemoTill

BAG = "Sac kraft"
CASE = "Coque transparente"
CAMILLE, SOPHIE = 0, 3
Start = Callable[..., DemoTill]


@pytest.fixture
def fake() -> FakeTerminal:
    return FakeTerminal()


@pytest.fixture
def start(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...], fake: FakeTerminal
) -> Start:
    """Starts the till, as often as it is called, on the same data and the same terminal."""

    def begin(who: int = CAMILLE) -> DemoTill:
        demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs, terminal=fake)
        demo.sale.restore()
        demo.welcome(people[who])
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


# ── paying ─────────────────────────────────────────────────────────────────────────────────────────────────────────
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


def test_a_card_that_the_terminal_does_not_know_is_put_to_a_person(
    selling: DemoTill, start: Start, fake: FakeTerminal, people: tuple[Person, ...]
) -> None:  # fmt: skip
    selling.scan(IPHONE_IMEI)
    selling.till.sale.ask_card(selling.sale.basket.basket, Money(419_00), person=people[CAMILLE])
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


def test_a_terminal_that_is_off_is_said_in_words_and_another_way_pays(selling: DemoTill, fake: FakeTerminal) -> None:
    fake.prepare(CardOutcome.NOT_SENT)
    by_card(selling)
    payment = selling.sale.payment
    assert (payment.noticeTitle, payment.card.open) == ("Le terminal de carte ne répond pas.", False)
    assert payment.noticeDetail.startswith("Rien ne lui a été envoyé, aucune carte n’a été débitée")
    payment.chooseCash()
    selling.validate()
    assert (selling.sale.step, tickets(selling)) == (3, 1)


def test_whoever_stops_waiting_is_asked_what_the_terminal_says_and_nothing_is_sent_twice(selling: DemoTill, fake: FakeTerminal) -> None:
    fake.prepare(CardOutcome.APPROVED)
    selling.scan(IPHONE_IMEI)
    selling.sale.pay()
    selling.sale.payment.chooseCard()
    selling.sale.payment.validate()
    selling.jobs.worker.step()
    settle()
    card = selling.sale.payment.card
    assert card.atTerminal
    card.stopWaiting()
    selling.jobs.step()
    assert (card.atTerminal, card.unsure, selling.sale.step) == (False, True, 2)
    card.askAgain()
    selling.jobs.step()
    assert (selling.sale.step, len(fake.asked), tickets(selling)) == (3, 1, 1)


# ── paying back ────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def giving_back(start: Start, fake: FakeTerminal) -> DemoTill:
    """A case that was paid by card lies on the counter again, and the page says how its price goes back."""
    demo = start(SOPHIE)
    fake.prepare(CardOutcome.APPROVED)
    by_card(demo, demo.ean(CASE))
    bring_back(demo)
    return demo


def bring_back(demo: DemoTill) -> None:
    """What was sold first comes back, and the page says how its price goes back."""
    demo.sale.done.startNext()
    demo.scan("L01-K2-000001")
    page = demo.sale.tickets
    page.touchLine(page.lines.rows[0].line_id)
    page.chooseReason("changed_mind")
    page.giveBack()
    demo.jobs.step()
    demo.sale.pay()


def credit(demo: DemoTill, fake: FakeTerminal, *outcomes: CardOutcome) -> None:
    fake.prepare(*outcomes)
    demo.sale.payBack.payBack()
    demo.jobs.step()


def tenders(demo: DemoTill) -> list[tuple[object, ...]]:
    with demo.till.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT kind, amount_cents, card_tail, answered_by FROM ticket_tender ORDER BY row_no")
        return [tuple(row) for row in rows]


def said(demo: DemoTill) -> list[object]:
    """Whose word the journal has for each card, in order."""
    with demo.till.database.read() as connection:
        entries = demo.till.ledger.entries_after(connection, 0, 0, limit=10_000)
        return [json.loads(entry.entry)["body"]["answered_by"] for entry in entries if entry.kind == "sales.card_answered"]


def test_money_goes_back_through_the_terminal_and_the_ticket_is_made_at_once(giving_back: DemoTill, fake: FakeTerminal) -> None:
    credit(giving_back, fake, CardOutcome.APPROVED)
    assert (giving_back.sale.step, giving_back.sale.done.ticketKind) == (3, "refund")
    assert [cents for _intent, cents in fake.asked] == [14_90, -14_90]
    assert tenders(giving_back) == [("card", 14_90, "4242", "terminal"), ("card", -14_90, "4242", "terminal")]
    assert said(giving_back) == ["terminal", "terminal"]


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (CardOutcome.REFUSED, "La carte a été refusée."), (CardOutcome.CANCELLED, "L’opération par carte a été abandonnée."),
        (CardOutcome.NOT_SENT, "Le terminal de carte ne répond pas."),
    ],
)  # fmt: skip
def test_a_credit_that_was_not_made_is_said_in_words_and_goes_back_another_way(
    giving_back: DemoTill, fake: FakeTerminal, outcome: CardOutcome, words: str
) -> None:
    credit(giving_back, fake, outcome)
    page = giving_back.sale.payBack
    assert (giving_back.sale.step, page.noticeTitle, page.card.open, page.canChoose) == (6, words, False, True)
    page.chooseCredit()
    page.payBack()
    giving_back.jobs.step()
    assert (giving_back.sale.step, tenders(giving_back)[1][:2]) == (3, ("voucher", -14_90))


def test_a_credit_whose_answer_was_lost_is_asked_about_and_made_once(giving_back: DemoTill, fake: FakeTerminal) -> None:
    credit(giving_back, fake, CardOutcome.UNKNOWN)
    page = giving_back.sale.payBack
    page.chooseCash()
    page.payBack()
    page.leave()
    giving_back.scan(giving_back.ean(BAG))
    assert (giving_back.sale.step, page.way, page.card.unsure, page.card.givingBack) == (6, "as_paid", True, True)
    page.card.askAgain()
    giving_back.jobs.step()
    assert (giving_back.sale.step, len(fake.asked), tickets(giving_back)) == (3, 2, 2)


def test_a_credit_left_by_a_crash_is_asked_about_at_the_start_and_made_once(giving_back: DemoTill, start: Start, fake: FakeTerminal) -> None:
    credit(giving_back, fake, CardOutcome.UNKNOWN)
    again = start(SOPHIE)
    assert (again.sale.step, len(fake.asked), tickets(again), again.till.sale.unsettled_cards()) == (3, 2, 2, ())


def test_a_credit_that_the_terminal_does_not_know_is_put_to_a_person_whose_word_is_noted(
    giving_back: DemoTill, start: Start, people: tuple[Person, ...]
) -> None:  # fmt: skip
    giving_back.till.sale.ask_card(giving_back.sale.basket.basket, Money(-14_90), person=people[SOPHIE])
    again = start(SOPHIE)
    card = again.sale.payBack.card
    assert (again.sale.step, card.notFound, card.amount, card.givingBack) == (6, True, "14,90\u202f€", True)
    card.accepted()
    again.jobs.step()
    assert (again.sale.step, said(again), tenders(again)[1]) == (3, ["terminal", "person"], ("card", -14_90, None, "person"))


def test_a_credit_made_by_the_terminal_waits_for_somebody_who_may_make_its_ticket(
    giving_back: DemoTill, start: Start, fake: FakeTerminal, people: tuple[Person, ...]
) -> None:
    credit(giving_back, fake, CardOutcome.UNKNOWN)
    again = start(CAMILLE)
    page = again.sale.payBack
    assert (again.sale.step, page.noticeShown, page.canChoose, tickets(again)) == (6, True, False, 1)
    again.welcome(people[SOPHIE])
    page.payBack()
    again.jobs.step()
    assert (again.sale.step, len(fake.asked), tickets(again)) == (3, 2, 2)


# ── on the network ─────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def virtual() -> Iterator[VirtualTerminal]:
    terminal = VirtualTerminal()
    yield terminal
    terminal.close()


def test_the_pages_and_a_terminal_on_the_network_speak_the_same_protocol(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...],
    virtual: VirtualTerminal,
) -> None:  # fmt: skip
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs, terminal=CaisseApTerminal("127.0.0.1", virtual.port))
    demo.welcome(people[SOPHIE])
    demo.open_drawer()
    virtual.behave(Manner.REFUSE, Manner.APPROVE_AND_CUT, Manner.REFUSE, Manner.APPROVE_AND_CUT)
    by_card(demo, demo.ean(CASE))
    assert demo.sale.payment.remaining == "14,90\u202f€"
    demo.sale.payment.chooseCard()
    demo.validate()
    demo.sale.payment.card.askAgain()
    demo.jobs.step()
    bring_back(demo)
    for _try in range(2):
        demo.sale.payBack.payBack()
        demo.jobs.step()
    demo.sale.payBack.card.askAgain()
    demo.jobs.step()
    assert [(done.amount_cents, done.approved) for done in virtual.transactions] == [(14_90, False), (14_90, True), (-14_90, False), (-14_90, True)]
    assert tickets(demo) == 2
